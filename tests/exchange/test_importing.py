"""A census in the record: everything is there once, and a second reading changes nothing."""

import datetime as dt
import json

import pytest
from django.db import connection

from conferences.exchange.census import merging
from conferences.models import (
    Conference,
    ConferenceChild,
    Enquiry,
    ImportedChild,
    ImportedFile,
    ImportFault,
    NeedEpisode,
    Plan,
    PlanCategory,
    TransferIn,
)
from conferences.queries.measures import figures
from safeguarding.audit import system_user
from safeguarding.models import AuditEntry, Child
from safeguarding.refusals import Refused
from safeguarding.workingdays import Period
from tests.exchange.census import ORDINARY, broken, census, child, episode, in_need, plan, s47, said, taken
from tests.shared_data import shared_file

pytestmark = pytest.mark.django_db
WHY = "a test looks at what was written"


def rows(model):
    return model.objects.unscoped(WHY)


def counts(file: ImportedFile, what: str) -> dict[str, int]:
    return {kind: found[what] for kind, found in file.counts.items() if found[what]}


def snapshot() -> dict[str, list]:
    """Every row and every row of history of the children's records."""
    found = {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND (tablename LIKE 'conferences_%'"
            " OR tablename LIKE 'safeguarding_child%') AND tablename NOT LIKE '%_import%'"
        )
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT t::text FROM "{table}" t ORDER BY 1')
            found[table] = cursor.fetchall()
    return found


def checked() -> None:
    """What the database checks only at the end of a transaction, checked now."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_one_child_is_taken_with_everything():
    file = taken(census(ORDINARY))
    checked()
    assert counts(file, "read") == counts(file, "added")
    assert counts(file, "added") == {
        "children": 1,
        "plans": 1,
        "section_47": 1,
        "conferences": 1,
        "review_dates": 2,
        "need_episodes": 1,
    }
    assert (file.authority, file.collection_year, str(file.reference_date)) == ("358", 2024, "2024-03-31")


def test_an_enquiry_starts_with_its_strategy_discussion():
    taken(census(ORDINARY))
    checked()
    enquiry = rows(Enquiry).get()
    discussion = enquiry.discussions.get()
    assert (discussion.held_date, discussion.started_enquiry) == (enquiry.started_date, True)
    assert enquiry.recorded_target_date == dt.date(2023, 6, 22)


@pytest.mark.parametrize(
    ("given", "need"),
    [
        ({}, "NEEDED"),
        ({"DateOfInitialCPC": None}, "UNDECIDED"),
        ({"DateOfInitialCPC": None, "ICPCnotRequired": 1}, "NOT_NEEDED"),
        ({"ICPCnotRequired": 1}, "NEEDED"),
    ],
)
def test_need_of_a_conference_is_told_by_the_mark_and_the_conference(given, need):
    taken(census(child(episode(s47(**given)))))
    assert rows(Enquiry).get().conference_need == need


def test_a_plan_begins_at_its_conference():
    taken(census(ORDINARY))
    begun = rows(Plan).get().begun_at
    assert (begun.kind, begun.conference.held_date, begun.enquiry) == (
        "INITIAL",
        dt.date(2023, 6, 14),
        rows(Enquiry).get(),
    )


def test_a_conference_without_a_section_47_is_a_transfer_in_from_the_referral():
    taken(census(child(episode(plan(), DateOfInitialCPC="2023-06-14"))))
    transfer = rows(TransferIn).get()
    assert transfer.notified_date == dt.date(2023, 5, 30)
    assert rows(Plan).get().begun_at.transfer_in == transfer
    assert rows(ConferenceChild).get().kind == "TRANSFER_IN"


def test_a_conference_of_an_episode_that_was_not_taken_is_kept_as_initial():
    taken(census(child(episode(DateOfInitialCPC="2023-06-14", CINreferralDate=None))))
    assert (rows(ConferenceChild).get().kind, rows(NeedEpisode).count()) == ("INITIAL", 0)


def test_a_conference_of_a_section_47_without_start_is_kept():
    file = taken(census(child(episode(s47(S47ActualStartDate=None)))))
    assert (rows(Enquiry).count(), rows(ConferenceChild).get().enquiry) == (0, None)
    assert broken(file, "REFUSED") == {"8615"}


def test_reviews_hang_from_their_plan():
    taken(census(ORDINARY))
    held = rows(ConferenceChild).filter(kind="REVIEW").values_list("conference__held_date", flat=True)
    assert sorted(map(str, held)) == ["2023-09-01", "2024-02-14"]
    assert {r.plan for r in rows(ConferenceChild).filter(kind="REVIEW")} == {rows(Plan).get()}


def test_a_latest_category_is_known_by_the_reference_date():
    taken(census(child(episode(plan(LatestCategoryOfAbuse="EMO")))))
    found = [
        (c.category, str(c.from_date), c.date_is_exact) for c in rows(PlanCategory).order_by("from_date")
    ]
    assert found == [("NEG", "2023-06-14", True), ("EMO", "2024-03-31", False)]


def test_a_latest_category_of_an_ended_plan_is_known_by_its_end():
    taken(census(child(episode(plan(LatestCategoryOfAbuse="EMO", CPPendDate="2023-11-01")))))
    assert str(rows(PlanCategory).get(category="EMO").from_date) == "2023-11-01"


def test_the_number_of_previous_plans_stays_with_the_plan():
    taken(census(child(episode(plan(NumberOfPreviousCPP=3)))))
    found = rows(Plan).get()
    assert (found.previous_plans_recorded, found.source, found.end_reason) == (3, "CENSUS", "")


def test_what_stands_in_one_file_is_known():
    file = taken(census(ORDINARY, child(LAchildID="FB002", UPN=None)))
    assert rows(ImportedChild).filter(file=file).count() == 2


def test_the_import_stands_in_the_audit_and_in_the_history_with_its_file():
    file = taken(census(ORDINARY))
    assert list(AuditEntry.objects.values_list("event", flat=True)) == ["census.read", "census.handed_in"]
    told = rows(Plan).get().history.get().pgh_context.metadata
    assert told == {"user": system_user().pk, "file": file.pk}


def test_what_was_read_past_is_said():
    assert said(taken(census(ORDINARY)), "READ-PAST") == [
        "Assessments was in the file once. None of it is kept here."
    ]


def test_a_refused_record_leaves_the_others():
    spoilt = child(episode(plan(CPPendDate="2023-06-01")), LAchildID="FB002", UPN=None)
    xml = census(spoilt, ORDINARY)
    file = taken(xml)
    assert counts(file, "added")["plans"] == 1
    assert counts(file, "read")["plans"] == 2
    fault = file.faults.get(rule="8925")
    line = xml[: xml.index(b"<ChildProtectionPlans>")].count(b"\n") + 1
    assert (fault.kind, fault.la_child_id, fault.line) == ("REFUSED", "FB002", line)


def test_a_child_of_unknown_birth_is_refused_unless_known_here():
    nobody = child(episode(plan()), PersonBirthDate=None)
    file = taken(census(nobody))
    assert broken(file, "REFUSED") == {"8525Q"}
    assert (rows(Child).count(), rows(Plan).count()) == (0, 0)
    taken(census(child()))
    again = taken(census(nobody))
    assert (broken(again, "REFUSED"), rows(Plan).count()) == (set(), 1)


def test_a_conference_that_stands_twice_goes_to_the_first_section_47():
    taken(census(child(episode(s47(), s47(S47ActualStartDate="2023-06-05")))))
    assert str(rows(ConferenceChild).get().enquiry.started_date) == "2023-06-01"
    assert rows(Enquiry).count() == 2


def test_reading_twice_changes_nothing():
    everything = child(
        episode(
            s47(),
            plan("2023-09-01", "2024-02-14", LatestCategoryOfAbuse="EMO", CPPendDate="2024-03-01"),
            in_need("2024-03-01"),
        ),
        episode(DateOfInitialCPC="2024-03-20", CINreferralDate="2024-03-10"),
        disabilities=("HAND", "VIS"),
    )
    taken(census(everything))
    before = snapshot()
    again = taken(census(everything))
    assert counts(again, "added") == counts(again, "changed") == {}
    assert snapshot() == before


def test_the_order_of_children_does_not_matter():
    other = child(episode(plan()), LAchildID="FB002", UPN=None)
    assert counts(taken(census(other, ORDINARY)), "added")["plans"] == 2


def test_a_refused_file_leaves_nothing():
    before = snapshot()
    with pytest.raises(Refused):
        taken(census(*[ORDINARY] * 3)[:-30])
    assert snapshot() == before
    assert ImportedFile.objects.count() == ImportFault.objects.count() == AuditEntry.objects.count() == 0


@pytest.mark.parametrize(
    ("xml", "words"),
    [
        (census(ORDINARY, Collection="SSDA903"), "not the CIN census"),
        (census(ORDINARY, Year=None, ReferenceDate=None), "neither its year nor its reference date"),
        (census(ORDINARY, ReferenceDate="1066-10-14"), "no census has that"),
        (b"<Message><Children/></Message>", "no header"),
        (census(ORDINARY).replace(b"Header>", b"Hedaer>"), "header is not before"),
    ],
)
def test_a_file_that_is_no_census_is_refused(xml, words):
    with pytest.raises(Refused, match=words):
        taken(xml)
    assert not ImportedFile.objects.exists()


def test_a_file_without_children_is_refused():
    with pytest.raises(Refused, match="no children"):
        taken(census())
    assert not ImportedFile.objects.exists()


def test_the_plausible_file_gives_the_published_figures():
    with shared_file("cin/trafford_like_1.xml").open("rb") as opened:
        file = taken(opened.read())
    told = json.loads(shared_file("cin/trafford_like_1.figures.json").read_text())
    read = counts(file, "read")
    assert {kind: read[kind] for kind in told["read"]} == told["read"]
    assert counts(file, "added") == read
    found = figures(Period(dt.date(2023, 4, 1), dt.date(2024, 3, 31)))
    for code, figure in told["measures"].items():
        assert (found[code].numerator, found[code].denominator) == (
            figure["numerator"],
            figure["denominator"],
        ), code


def planned_for(table):
    """The rows that PostgreSQL believes a table to hold when it plans a statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE relname = %s", [table])
        return cursor.fetchone()[0]


def test_the_planner_is_told_of_many_rows_before_the_next_stage_looks_them_up(monkeypatch):
    tables = ["safeguarding_child", "conferences_plan", "conferences_conferencechild"]
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {', '.join(tables)}")
    before = [planned_for(table) for table in tables]
    monkeypatch.setattr(merging, "MANY", 1)
    taken(census(ORDINARY))
    assert before == [0, 0, 0]
    assert all(planned_for(table) > 0 for table in tables)


def test_meetings_are_one_a_child_and_day():
    sibling = child(episode(s47(), plan()), LAchildID="FB002", UPN=None)
    taken(census(ORDINARY, sibling))
    assert rows(Conference).filter(held_date="2023-06-14").count() == 2
