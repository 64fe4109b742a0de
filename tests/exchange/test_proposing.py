"""What a file would change is shown; then kept, discarded, or taken back, and all is as if it had been so."""

import datetime as dt
import io

import pytest
from django.db import connection

from conferences.exchange.census import asked, proposing
from conferences.models import (
    FileStatus,
    ImportChange,
    ImportedChild,
    ImportedFile,
    ImportQuestion,
    Plan,
)
from conferences.queries.measures import known_days
from safeguarding import audit
from safeguarding.audit import system_user
from safeguarding.models import Child
from safeguarding.refusals import Refused
from tests.exchange.census import READ_AT, census, child, episode, in_need, of_year, plan, s47, taken
from tests.factories import AllocationFactory, PolicySettingFactory
from tests.golive import live_from

pytestmark = pytest.mark.django_db
FIRST = (
    child(episode(s47(), plan("2023-09-01", LatestCategoryOfAbuse="EMO")), disabilities=("HAND",)),
    child(
        episode(plan(), in_need("2023-05-31", "2023-06-01")), LAchildID="FB002", UPN=None, UPNunknown="UN4"
    ),
    child(
        episode(plan(CPPendDate="2023-12-01"), DateOfInitialCPC="2023-06-14"),
        LAchildID="FB003",
        UPN=None,
        UPNunknown="UN4",
        PersonDeathDate="2024-01-05",
    ),
)
SECOND = (
    child(
        episode(
            s47(S47ActualStartDate="2023-06-02", DateOfInitialCPC="2023-06-15"),
            plan("2023-09-04", CPPstartDate="2023-06-15", CPPendDate="2024-01-09"),
        ),
        Sex="M",
    ),
    child(episode(plan(CPPendDate="2023-11-30")), LAchildID="FB003", UPN=None, UPNunknown="UN4"),
    child(episode(s47()), LAchildID="FB004", UPN=None, UPNunknown="UN4"),
)
# Keys and opaque references: a row that goes and comes again has others. Nor which of two files brought it.
KEYS = ("id", "ref", "census_date")
TABLES = (
    "safeguarding_child",
    "safeguarding_childdisability",
    "conferences_needepisode",
    "conferences_enquiry",
    "conferences_strategydiscussion",
    "conferences_transferin",
    "conferences_conference",
    "conferences_conferencechild",
    "conferences_plan",
    "conferences_plancategory",
    "conferences_childinneedplan",
)
# Names in place of the keys of what a row leans on.
LEANS = {
    "child_id": "(SELECT la_child_id FROM safeguarding_child WHERE id = t.child_id)",
    "episode_id": "(SELECT referral_date FROM conferences_needepisode WHERE id = t.episode_id)",
    "enquiry_id": "(SELECT started_date FROM conferences_enquiry WHERE id = t.enquiry_id)",
    "plan_id": "(SELECT start_date FROM conferences_plan WHERE id = t.plan_id)",
    "conference_id": "(SELECT held_date FROM conferences_conference WHERE id = t.conference_id)",
    "transfer_in_id": "(SELECT notified_date FROM conferences_transferin WHERE id = t.transfer_in_id)",
    "begun_at_id": "(SELECT c.held_date FROM conferences_conferencechild m JOIN conferences_conference c"
    " ON c.id = m.conference_id WHERE m.id = t.begun_at_id)",
}


def rows():
    """{table: its rows as text, by what they say}: the same wherever the record is the same."""
    found = {}
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(
                "SELECT column_name FROM information_schema.columns WHERE table_name = %s", [table]
            )
            columns = sorted(name for (name,) in cursor.fetchall() if name not in KEYS)
            asked = ", ".join(LEANS.get(name, f"t.{name}") for name in columns)
            cursor.execute(f"SELECT ({asked})::text FROM {table} t ORDER BY 1")
            found[table] = [row for (row,) in cursor.fetchall()]
    return found


def checked():
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def clock():
    return READ_AT


def proposed(xml):
    return proposing.propose(file=io.BytesIO(xml), file_name="census.xml", by=system_user(), clock=clock)


def kept(file):
    return proposing.keep(file=file, by=system_user(), clock=clock, anyway=True)


def undone(file):
    return proposing.undo(file=file, by=system_user(), clock=clock)


def hows(file):
    return {(c.kind, c.how, c.number) for c in file.changes.all()}


def test_a_proposal_changes_nothing_and_says_what_it_would():
    taken(census(*FIRST))
    before = rows()
    file = proposed(census(*SECOND))
    assert rows() == before
    assert file.status == FileStatus.PROPOSED
    assert {
        ("plans", "MOVED", "FB001"),
        ("section_47", "MOVED", "FB001"),
        ("conferences", "MOVED", "FB001"),
        ("review_dates", "MOVED", "FB001"),
        ("children", "CHANGED", "FB001"),
        ("children", "WITHDRAWN", "FB002"),
        ("plans", "WITHDRAWN", "FB002"),
        ("in_need_plans", "WITHDRAWN", "FB002"),
        ("plans", "CHANGED", "FB003"),
        ("conferences", "WITHDRAWN", "FB003"),
    } <= hows(file)
    assert file.counts["children"] == {"read": 3, "added": 1, "changed": 2, "moved": 0, "taken_away": 1}
    assert file.figures["before"]["plans_open"][0] == 2
    assert file.figures["after"]["plans_open"][0] == 0


def test_the_first_file_of_a_service_that_is_not_live_makes_its_year_known():
    live_from(None)
    file = proposed(census(*FIRST))
    assert file.figures["before"]["plans_open"] == [None, None]
    assert file.figures["after"]["plans_open"] == [2, None]
    assert known_days().spans == ()


def test_keeping_what_was_proposed_is_as_taking_it_at_once():
    taken(census(*FIRST))
    file = kept(proposed(census(*SECOND)))
    checked()
    after, changes = rows(), hows(file)
    undone(file)
    assert (file.status, hows(taken(census(*SECOND)))) == (FileStatus.READ, changes)
    assert rows() == after


@pytest.mark.parametrize("years", [(2024, 2024), (2024, 2025), (2025, 2024)], ids=str)
def test_undoing_leaves_every_table_as_it_was(years):
    taken(of_year(years[0], *FIRST))
    before = rows()
    undone(taken(of_year(years[1], *SECOND)))
    checked()
    assert rows() == before


def test_undoing_the_only_file_leaves_nothing():
    before = rows()
    file = undone(taken(census(*FIRST)))
    checked()
    assert rows() == before
    file.refresh_from_db()
    assert file.status == FileStatus.UNDONE


def test_undoing_the_first_of_two_is_as_if_only_the_second_had_been():
    first = taken(of_year(2024, *FIRST))
    second = taken(of_year(2025, *SECOND))
    undone(first)
    after = rows()
    undone(second)
    taken(of_year(2025, *SECOND))
    assert rows() == after


def test_a_replaced_file_can_be_undone_and_changes_nothing():
    first = taken(census(*FIRST))
    second = taken(census(*SECOND))
    after = rows()
    undone(first)
    assert rows() == after
    undone(second)
    assert not Child.every.exists()


def test_the_file_replaced_is_in_force_again():
    first = taken(census(*FIRST))
    second = taken(census(*SECOND))
    first.refresh_from_db()
    assert (first.status, first.replaced_by) == (FileStatus.REPLACED, second)
    undone(second)
    first.refresh_from_db()
    assert (first.status, first.replaced_by) == (FileStatus.READ, None)


def test_a_discarded_file_leaves_nothing_that_it_told():
    before = rows()
    file = proposing.discard(file=proposed(census(*FIRST)), by=system_user(), clock=clock)
    assert rows() == before and file.status == FileStatus.DISCARDED
    assert not ImportedChild.every.exists() and not ImportChange.objects.exists()
    with pytest.raises(Refused, match="discarded"):
        kept(file)


def test_what_changed_since_it_was_shown_is_shown_anew():
    taken(of_year(2024, *FIRST))
    file = proposed(of_year(2025, *SECOND))
    taken(of_year(2024, FIRST[0]))
    before = rows()
    with pytest.raises(Refused, match="changed here since"):
        kept(file)
    assert rows() == before
    file.refresh_from_db()
    assert kept(file).status == FileStatus.READ


def test_work_on_what_would_go_keeps_the_file():
    file = taken(census(*FIRST))
    with audit.acting_as(system_user()):
        AllocationFactory(child=Child.every.get(la_child_id="FB002"))
    before = rows()
    with pytest.raises(Refused, match="child FB002: the record"):
        undone(file)
    assert rows() == before


def test_what_a_person_wrote_is_not_changed_by_a_file():
    taken(census(*FIRST))
    with audit.acting_as(system_user(), command="a test"):
        Plan.every.filter(child__la_child_id="FB001").update(latest_category="SAB")
        Plan.every.filter(child__la_child_id="FB002").update(latest_category="PHY")
        Child.every.filter(la_child_id="FB001").update(sex="U", ethnicity="REFU")
    file = taken(census(*SECOND))
    checked()
    one = Plan.every.get(child__la_child_id="FB001")
    assert (str(one.start_date), one.latest_category) == ("2023-06-15", "SAB")
    assert Plan.every.get(child__la_child_id="FB002").latest_category == "PHY"
    assert ("plans", "STANDS", "FB002") in hows(file)
    assert Child.every.get(la_child_id="FB001").ethnicity == "REFU"


def test_another_authoritys_file_is_asked_about_first():
    PolicySettingFactory(key="BENCHMARK_AUTHORITY", value="358", effective_date=dt.date(2018, 1, 1))
    with pytest.raises(Refused, match="of authority 201"):
        taken(census(*FIRST, LEA="201"), anyway=False)
    assert not ImportedFile.objects.exists()


def test_children_that_could_not_be_taken_make_a_file_smaller():
    taken(census(*(child(LAchildID=f"FB{n:03}", UPN=None, UPNunknown="UN4") for n in range(30))))
    spoilt = of_year(2025, child(), *(child(LAchildID=None) for _ in range(29)))
    with pytest.raises(Refused, match="tells of 1 child; the one before it told of 30"):
        taken(spoilt, anyway=False)
    with pytest.raises(Refused, match="tells of 1 child; the one before it told of 30"):
        proposing.keep(file=proposed(spoilt), by=system_user(), clock=clock)


def test_a_census_of_a_day_that_has_not_come_is_kept_by_nobody():
    ahead = of_year(2027, *FIRST)
    with pytest.raises(Refused, match="31 March 2027, had not come"):
        taken(ahead, anyway=True)
    file = proposed(ahead)
    with pytest.raises(Refused, match="had not come"):
        kept(file)
    assert known_days().references == ()


def test_a_census_is_kept_from_its_reference_date_on():
    of_that_day = dt.datetime(2027, 3, 31, 9, tzinfo=dt.UTC)
    taken(of_year(2027, *FIRST), clock=lambda: of_that_day)
    assert known_days().references == (of_that_day.date(),)


def test_a_census_of_a_day_that_has_not_come_is_shown_by_the_command():
    told = []
    proposing.preview(
        file=io.BytesIO(of_year(2027, *FIRST)),
        file_name="census.xml",
        by=system_user(),
        clock=clock,
        show=lambda row: told.append(row.counts["children"]["read"]),
    )
    assert told == [3]


def test_until_the_authority_is_set_it_is_that_of_the_files_kept():
    taken(census(*FIRST), anyway=False)
    with pytest.raises(Refused, match="of authority 201, and the files kept here are of authority 358"):
        taken(of_year(2025, *FIRST).replace(b">358<", b">201<"), anyway=False)


def test_a_figure_with_rows_that_are_not_known_says_of_how_many():
    live_from(None)
    file = proposed(census(child(episode(s47(), plan(NumberOfPreviousCPP=1)))))
    assert file.figures["after"]["repeat_within_24_months"] == [0, 1, 1, 1]


def test_what_is_taken_away_or_changed_says_in_words_how_it_stood():
    taken(census(*FIRST))
    file = proposed(census(child(episode(s47(), plan("2023-09-01")), PersonBirthDate="2015-05-06")))
    stood = file.changes.filter(how="WITHDRAWN", kind="plans").order_by("number")
    assert list(stood.values_list("was", flat=True)) == ["open", "ended 1 December 2023"]
    born = file.changes.get(kind="children", how="CHANGED")
    assert ("birth date 4 May 2015" in born.was, "birth date 6 May 2015" in born.now) == (True, True)


def test_a_far_smaller_file_is_asked_about_first():
    many = [child(episode(), LAchildID=f"FB{n:03}", UPN=None, UPNunknown="UN4") for n in range(30)]
    taken(of_year(2024, *many))
    with pytest.raises(Refused, match="tells of 14 children; the one before it told of 30"):
        taken(of_year(2025, *many[:14]), anyway=False)
    assert taken(of_year(2025, *many[:15]), anyway=False).status == FileStatus.READ


# ----- What only a person can answer -----------------------------------------------------------------------


def answered(file, kind, answer, **more):
    questions = ImportQuestion.objects.filter(file=file, kind=kind)
    asked.answer(questions=list(questions), answer=answer, by=system_user(), at=READ_AT, **more)
    asked.do(file_id=file.pk, clock=clock)
    checked()


def starts():
    return {str(p.start_date): text(p.end_date) for p in Plan.every.all()}


def text(day):
    return str(day) if day else None


def test_a_plan_left_open_and_not_told_is_a_question():
    taken(of_year(2024, child(episode(plan()))))
    file = taken(of_year(2025, child(LAchildID="FB002", UPN=None)))
    assert starts() == {"2023-06-14": None}
    with pytest.raises(Refused, match="the day on which it ended"):
        answered(file, "UNTOLD", "ENDED")
    answered(file, "UNTOLD", "ENDED", answer_day=dt.date(2024, 5, 1))
    assert starts() == {"2023-06-14": "2024-05-01"}
    answered(file, "UNTOLD", "NEVER")
    assert starts() == {}
    answered(file, "UNTOLD", "OPEN")
    assert starts() == {"2023-06-14": None}


def two_plans():
    """Two years tell of plans that share days: which cannot both have been."""
    taken(of_year(2024, child(episode(plan("2023-09-01")))))
    second = plan("2024-09-01", CPPstartDate="2024-06-03", InitialCategoryOfAbuse="PHY")
    return taken(of_year(2025, child(episode(second))))


@pytest.mark.parametrize(
    ("answer", "left"),
    [
        ("APART", {"2023-06-14": None}),
        ("MOVED", {"2024-06-03": None}),
        ("NEVER", {"2024-06-03": None}),
    ],
)
def test_a_plan_that_cannot_be_matched_is_a_question(answer, left):
    file = two_plans()
    assert starts() == {"2023-06-14": None}
    answered(file, "ONE_PLAN", answer)
    assert starts() == left


def test_an_answer_given_before_keeping_is_kept():
    taken(of_year(2024, child(episode(plan("2023-09-01")))))
    second = plan("2024-09-01", CPPstartDate="2024-06-03", InitialCategoryOfAbuse="PHY")
    file = proposed(of_year(2025, child(episode(second))))
    answered(file, "ONE_PLAN", "NEVER")
    assert starts() == {"2023-06-14": None}
    file.refresh_from_db()
    kept(file)
    assert starts() == {"2024-06-03": None}
    undone(file)
    assert starts() == {"2023-06-14": None}


def test_what_a_person_wrote_is_a_question_and_the_file_can_be_taken():
    taken(census(child(episode(plan()))))
    with audit.acting_as(system_user(), command="a test"):
        Plan.every.update(latest_category="SAB")
    file = taken(census(child(episode(plan(LatestCategoryOfAbuse="PHY")))))
    assert Plan.every.get().latest_category == "SAB"
    answered(file, "RECORDED", "FILE")
    assert Plan.every.get().latest_category == "PHY"
    with pytest.raises(Refused, match="does not come back by an answer"):
        answered(file, "RECORDED", "HERE")


def test_a_question_of_the_whole_file_is_answered_before_it_is_kept():
    PolicySettingFactory(key="BENCHMARK_AUTHORITY", value="358", effective_date=dt.date(2018, 1, 1))
    file = proposed(census(*FIRST, LEA="201"))
    with pytest.raises(Refused, match="of authority 201"):
        proposing.keep(file=file, by=system_user(), clock=clock)
    answered(file, "AUTHORITY", "LEAVE")
    with pytest.raises(Refused, match="of authority 201"):
        proposing.keep(file=file, by=system_user(), clock=clock)
    answered(file, "AUTHORITY", "TAKE")
    assert proposing.keep(file=file, by=system_user(), clock=clock).status == FileStatus.READ
