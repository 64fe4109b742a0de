"""Several years of files in any order: later facts win, nothing known is lost, each difference is said."""

import datetime as dt

import pytest

from conferences.exchange.census import asked
from conferences.models import (
    ChildInNeedPlan,
    Conference,
    ConferenceChild,
    Enquiry,
    NeedEpisode,
    Plan,
    PlanCategory,
    TransferIn,
)
from conferences.operations import corrections_conferences
from conferences.operations.corrections import Change
from safeguarding.audit import system_user
from safeguarding.models import Child, ChildDisability
from tests.cast import person
from tests.exchange.census import READ_AT, broken, child, episode, in_need, of_year, plan, s47, said, taken
from tests.factories import (
    ChildFactory,
    ConferenceChildFactory,
    PlanCategoryFactory,
    PlanFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
WHY = "a test looks at what was written"
OLD, NEW = 2024, 2025


def rows(model):
    return model.objects.unscoped(WHY)


def both(older: str, newer: str, order: str):
    """The two years' files read in an order; the second file that was read is handed back."""
    files = [of_year(OLD, older), of_year(NEW, newer)]
    for xml in files if order == "forward" else reversed(files):
        last = taken(xml)
    return last


def counted(file, kind):
    return {what: n for what, n in file.counts[kind].items() if n}


forward_and_back = pytest.mark.parametrize("order", ["forward", "backward"])


def test_a_code_that_changes_is_said_in_words():
    given = {"Ethnicity": "WBRI", "Sex": "F"}
    taken(of_year(OLD, child(episode(plan(), PrimaryNeedCode="N1"), **given)))
    facts = episode(plan(LatestCategoryOfAbuse="EMO"), PrimaryNeedCode="N4")
    last = taken(of_year(NEW, child(facts, **given | {"Sex": "M", "Ethnicity": "REFU"})))
    assert set(last.changes.values_list("was", "now")) == {
        ("sex female, ethnicity white British", "sex male, ethnicity refused"),
        ("latest category neglect", "latest category emotional abuse"),
        ("primary need abuse or neglect", "primary need family in acute stress"),
    }


def test_a_closure_is_said_to_have_had_no_day_and_no_reason_before():
    taken(of_year(OLD, child(episode())))
    over = {"CINclosureDate": "2024-09-01", "ReasonForClosure": "RC7"}
    change = taken(of_year(NEW, child(episode(**over)))).changes.get(kind="need_episodes")
    assert change.was == "closure none, reason for closure none"


@forward_and_back
def test_an_end_date_of_the_later_file_ends_the_plan(order):
    last = both(child(episode(plan())), child(episode(plan(CPPendDate="2024-09-01"))), order)
    assert (str(rows(Plan).get().end_date), rows(Plan).get().end_reason) == ("2024-09-01", "NOT_RECORDED")
    assert last.counts["plans"]["added"] == 0
    assert last.counts["plans"]["changed"] == (1 if order == "forward" else 0)


@forward_and_back
def test_the_later_of_two_end_dates_wins(order):
    last = both(
        child(episode(plan(CPPendDate="2024-03-01"))), child(episode(plan(CPPendDate="2024-02-01"))), order
    )
    assert str(rows(Plan).get().end_date) == "2024-02-01"
    assert ("LATER" in broken(last)) == (order == "backward")


@forward_and_back
def test_a_later_file_that_tells_of_no_end_has_the_last_word(order):
    last = both(child(episode(plan(CPPendDate="2024-03-01"))), child(episode(plan())), order)
    found = rows(Plan).get()
    assert (found.end_date, found.end_reason) == (None, "")
    assert ("LATER" in broken(last)) == (order == "backward")


@forward_and_back
def test_the_later_latest_category_wins(order):
    last = both(
        child(episode(plan(LatestCategoryOfAbuse="EMO"))),
        child(episode(plan(LatestCategoryOfAbuse="PHY"))),
        order,
    )
    assert rows(Plan).get().latest_category == "PHY"
    latest = rows(PlanCategory).order_by("from_date").last()
    assert (latest.category, str(latest.from_date)) == ("PHY", "2025-03-31")
    assert ("LATER" in broken(last)) == (order == "backward")


def test_an_initial_category_never_changes():
    last = both(child(episode(plan())), child(episode(plan(InitialCategoryOfAbuse="SAB"))), "forward")
    assert rows(Plan).get().initial_category == "NEG"
    assert "An initial category never changes" in said(last, "HELD")[0]
    assert "is sexual abuse in the file and neglect in an earlier one" in said(last, "HELD")[0]


@forward_and_back
def test_next_year_adds_only_what_is_new(order):
    older = child(episode(s47(), plan("2023-09-01")))
    newer = child(episode(s47(), plan("2023-09-01", "2024-06-03")))
    last = both(older, newer, order)
    assert rows(ConferenceChild).filter(kind="REVIEW").count() == 2
    assert last.counts["review_dates"]["added"] == (1 if order == "forward" else 0)
    assert counted(last, "section_47") == {"read": 1}


@forward_and_back
def test_a_closure_is_taken_from_whichever_file_has_it(order):
    closed = child(episode(CINclosureDate="2024-08-01", ReasonForClosure="RC7"))
    both(child(episode()), closed, order)
    assert str(rows(NeedEpisode).get().closure_date) == "2024-08-01"


@forward_and_back
def test_a_conference_held_later_is_joined_to_its_section_47(order):
    both(child(episode(s47(DateOfInitialCPC=None))), child(episode(s47())), order)
    enquiry = rows(Enquiry).get()
    assert (enquiry.conference_need, enquiry.conferences.count()) == ("NEEDED", 1)


def test_a_conference_known_first_gets_its_section_47_later():
    first = child(episode(s47(S47ActualStartDate=None)))
    last = both(first, child(episode(s47())), "forward")
    assert rows(ConferenceChild).get().enquiry == rows(Enquiry).get()
    assert counted(last, "conferences") == {"read": 1, "changed": 1}


@forward_and_back
def test_a_conference_moves_to_the_later_files_day(order):
    last = both(
        child(episode(s47(), plan())),
        child(episode(s47(DateOfInitialCPC="2023-06-15"), plan())),
        order,
    )
    held = rows(ConferenceChild).get(kind="INITIAL").conference.held_date
    assert held == dt.date(2023, 6, 15)
    assert rows(Plan).get().begun_at is None
    assert ("LATER" in broken(last)) == (order == "backward")


@forward_and_back
def test_a_transfer_in_moves_with_the_later_file(order):
    older = child(episode(DateOfInitialCPC="2023-06-14"))
    both(older, child(episode(DateOfInitialCPC="2023-06-16")), order)
    held = rows(ConferenceChild).get().conference.held_date
    assert (str(held), rows(TransferIn).count()) == ("2023-06-16", 1)


@forward_and_back
def test_who_the_child_is_follows_the_later_file(order):
    last = both(child(Sex="M", Ethnicity="NOBT"), child(Sex="F", Ethnicity="WBRI"), order)
    found = rows(Child).get()
    assert (found.sex, found.ethnicity) == ("F", "WBRI")
    assert last.counts["children"]["changed"] == (1 if order == "forward" else 0)
    assert ("LATER" in broken(last)) == (order == "backward")


@forward_and_back
def test_a_birth_replaces_the_expected_date(order):
    unborn = child(PersonBirthDate=None, ExpectedPersonBirthDate="2024-05-12", Sex="U", UPN=None)
    both(unborn, child(PersonBirthDate="2024-05-20", UPN=None), order)
    found = rows(Child).get()
    assert (str(found.birth_date), found.expected_birth_date, found.sex) == ("2024-05-20", None, "F")


@forward_and_back
def test_disabilities_are_those_of_the_later_file(order):
    both(child(disabilities=("HAND", "VIS")), child(disabilities=("VIS", "AUT")), order)
    assert set(rows(ChildDisability).values_list("code", flat=True)) == {"VIS", "AUT"}


@forward_and_back
def test_what_the_later_file_leaves_out_is_not_lost(order):
    both(child(disabilities=("HAND",)), child(UPN=None, UPNunknown="UN4", Ethnicity=None), order)
    found = rows(Child).get()
    assert (found.upn, found.upn_unknown, found.ethnicity) == ("X358000000001", "", "WBRI")
    assert rows(ChildDisability).count() == 1


@forward_and_back
def test_a_child_in_need_plan_ends_when_either_file_says_so(order):
    both(child(episode(in_need("2023-07-01"))), child(episode(in_need("2023-07-01", "2024-06-01"))), order)
    assert str(rows(ChildInNeedPlan).get().end_date) == "2024-06-01"


def test_three_files_out_of_order_end_as_in_order():
    years = {
        2023: child(episode(plan(CPPstartDate="2022-07-01"), CINreferralDate="2022-06-01")),
        2024: child(
            episode(
                plan(CPPstartDate="2022-07-01", LatestCategoryOfAbuse="EMO"), CINreferralDate="2022-06-01"
            )
        ),
        2025: child(),
    }
    for year in (2025, 2023, 2024):
        taken(of_year(year, years[year]))
    assert rows(Plan).get().latest_category == "EMO"


def test_a_second_open_plan_is_refused_beside_the_one_held():
    second = plan(CPPstartDate="2024-06-03", NumberOfPreviousCPP=1)
    last = both(child(episode(plan())), child(episode(second)), "forward")
    assert {"8935", "8940"} <= broken(last, "REFUSED")
    assert rows(Plan).count() == 1
    assert "14 June 2023" in said(last, "8935")[0]


def test_a_plan_that_overlaps_one_held_is_refused_with_its_reviews():
    older = child(episode(plan(CPPendDate="2024-02-01")))
    newer = child(episode(plan("2024-05-01", CPPstartDate="2024-02-01", CPPendDate="2024-06-03")))
    last = both(older, newer, "forward")
    assert broken(last, "REFUSED") == {"8940"}
    assert (rows(Plan).count(), rows(ConferenceChild).count()) == (1, 0)


def test_a_plan_may_follow_one_that_the_same_file_ends():
    newer = child(episode(plan(CPPendDate="2024-02-01"), plan(CPPstartDate="2024-02-02")))
    last = both(child(episode(plan())), newer, "forward")
    assert broken(last, "REFUSED") == set()
    assert rows(Plan).count() == 2


def test_an_end_that_would_reach_a_later_plan_is_refused():
    older = child(
        episode(plan(CPPendDate="2023-08-01"), plan(CPPstartDate="2023-12-01", CPPendDate="2024-02-01"))
    )
    last = both(older, child(episode(plan(CPPendDate="2024-01-15"))), "forward")
    assert broken(last, "REFUSED") == {"8940"}
    assert str(rows(Plan).order_by("start_date").first().end_date) == "2023-08-01"


def test_open_plans_that_the_later_file_leaves_out_are_counted():
    last = both(child(episode(plan())), child(LAchildID="FB002", UPN=None), "forward")
    assert said(last, "GONE") == [
        "One plan that an earlier file left open is not in this file. It stays open."
    ]


def test_an_older_file_does_not_miss_what_came_later():
    last = both(child(LAchildID="FB002", UPN=None), child(episode(plan())), "backward")
    assert said(last, "GONE") == []


def test_an_older_file_asks_of_what_it_leaves_open_and_no_later_file_tells():
    last = both(child(episode(plan())), child(LAchildID="FB002", UPN=None), "backward")
    assert "no later file" in said(last, "GONE")[0]
    question = last.questions.get(kind="UNTOLD")
    assert (question.number, question.fact, str(question.day)) == ("FB001", "plans", "2023-06-14")
    day = dt.date(2024, 2, 1)
    asked.answer(questions=[question], answer="ENDED", answer_day=day, by=system_user(), at=READ_AT)
    asked.do(file_id=last.pk, clock=lambda: READ_AT)
    assert str(rows(Plan).get().end_date) == "2024-02-01"


def test_a_file_handed_in_again_asks_nothing_of_what_a_later_one_tells():
    open_in_both = child(episode(plan()))
    both(open_in_both, open_in_both, "forward")
    again = taken(of_year(OLD, child(episode(plan(review_date="2023-08-01")))))
    assert (said(again, "GONE"), again.questions.count()) == ([], 0)


def test_another_authoritys_file_leaves_open_what_it_tells_alone():
    both(child(episode(plan())), child(LAchildID="FB002", UPN=None), "backward")
    other = of_year(OLD, child(LAchildID="XX001", UPN=None)).replace(b"<LEA>358<", b"<LEA>201<")
    assert b"<LEA>201<" in other
    file = taken(other, anyway=True)
    assert (said(file, "GONE"), file.questions.count()) == ([], 0)


@pytest.mark.parametrize("later", ["FB002", "FB001"], ids=["not_told_later", "told_later"])
def test_what_a_file_leaves_open_of_a_restricted_record_is_counted_as_of_a_new_child(later):
    taken(of_year(NEW, child(episode(plan()), LAchildID=later, UPN=None)))
    rows(Child).update(
        is_restricted=True, restricted_reason="A test", restricted_by=UserFactory(), restricted_at=READ_AT
    )
    older = taken(of_year(OLD, child(episode(plan()), UPN=None)))
    assert [sentence[:8] for sentence in said(older, "GONE")] == ["One plan"]


def test_what_was_recorded_here_is_not_changed_by_a_file():
    here = ChildFactory(la_child_id="FB001", birth_date=dt.date(2015, 5, 4), sex="M", upn="")
    start = dt.date(2023, 6, 14)
    began = ConferenceChildFactory(child=here, held_date=start)
    sexual = {"latest_category": "SAB", "initial_category": "SAB"}
    plan_here = PlanFactory(child=here, start_date=start, begun_at=began, source="RECORDED", **sexual)
    PlanCategoryFactory(plan=plan_here, category="SAB")
    file = taken(of_year(NEW, child(episode(plan(CPPendDate="2024-09-01")))))
    held = rows(Plan).get()
    assert (held.end_date, held.latest_category, held.source) == (None, "SAB", "RECORDED")
    assert rows(Child).get().sex == "M"
    assert rows(Child).get().upn == "X358000000001"
    assert any("end, latest category" in sentence for sentence in said(file, "HELD"))
    assert any("another sex" in sentence for sentence in said(file, "HELD"))


def test_a_file_older_than_all_adds_what_is_missing():
    both(child(episode(plan(CPPendDate="2023-12-01"))), child(), "backward")
    assert rows(Plan).count() == 1


# ----- What was told otherwise of enquiries here -----------------------------------------------------------


WAITS = child(episode(s47(DateOfInitialCPC=None)))


def told_here(**fields):
    """The enquiry of a file, as it was told otherwise here since."""
    taken(of_year(OLD, WAITS))
    rows(Enquiry).update(**fields)
    return rows(Enquiry).get()


@pytest.mark.parametrize("later", [WAITS, child(episode(s47()))], ids=["waits", "held"])
def test_a_void_enquiry_stays_void_and_the_report_says_so(later):
    at = dt.datetime(2024, 5, 2, 10, tzinfo=dt.UTC)
    by = UserFactory(role="TEAM_MANAGER")
    told_here(voided_at=at, voided_by=by, voided_reason="TWICE", voided_words="There already.")
    file = taken(of_year(NEW, later))
    assert rows(Enquiry).get().voided_at == at
    assert "void here since 2 May 2024: it stays void" in said(file, "HELD")[0]
    assert not rows(ConferenceChild).exclude(enquiry=None).exists()
    assert file.counts["section_47"]["added"] == 0


def test_a_start_corrected_here_is_not_added_again():
    enquiry = told_here()
    enquiry.discussions.update(held_date="2023-06-02")
    rows(Enquiry).update(started_date="2023-06-02", file_start_date="2023-06-01")
    file = taken(of_year(NEW, child(episode(s47()))))
    assert str(rows(Enquiry).get().started_date) == "2023-06-02"
    assert rows(ConferenceChild).get().enquiry == enquiry
    assert "recorded here from 2 June 2023" in said(file, "HELD")[0]


def test_an_outcome_told_here_is_not_changed_by_a_file():
    told_here(outcome="SERVICES", outcome_date="2023-06-09", conference_need="NOT_NEEDED")
    file = taken(of_year(NEW, child(episode(s47()))))
    assert rows(Enquiry).get().conference_need == "NOT_NEEDED"
    assert "another need of a conference" in said(file, "HELD")[0]


# ----- What was corrected of plans and conferences here ----------------------------------------------------

PLANNED = child(episode(s47(), plan("2023-09-06"), in_need("2022-11-01", "2023-03-01")))
MOVED = {"start_date": dt.date(2023, 6, 13)}


def correct(act, row, **facts):
    change = Change(facts, "FILE", "The file of the unit says so")
    at = dt.datetime(2025, 9, 1, 10, tzinfo=dt.UTC)
    return act(row=row, change=change, by=person("CHAIR"), at=at)


@pytest.mark.parametrize("year", [OLD, NEW])
def test_a_conference_corrected_here_is_not_added_again_with_its_plan(year):
    taken(of_year(OLD, PLANNED))
    first = rows(Conference).get(held_date="2023-06-14")
    correct(corrections_conferences.correct_conference, first, held_date=MOVED["start_date"])
    file = taken(of_year(year, PLANNED))
    held = set(rows(Conference).values_list("held_date", flat=True))
    assert held == {dt.date(2023, 6, 13), dt.date(2023, 9, 6)}
    found = rows(Plan).get()
    assert (found.start_date, found.begun_at.conference) == (MOVED["start_date"], first)
    assert file.counts["plans"]["added"] == file.counts["conferences"]["added"] == 0
    assert "is recorded here from 13 June 2023, as somebody corrected it" in " ".join(said(file, "HELD"))


def test_a_plan_corrected_here_is_not_added_again():
    alone = child(episode(plan()))
    taken(of_year(OLD, alone))
    correct(corrections_conferences.correct_plan, rows(Plan).get(), **MOVED)
    taken(of_year(NEW, child(episode(plan(CPPendDate="2024-09-02")))))
    found = rows(Plan).get()
    assert (str(found.start_date), str(found.end_date)) == ("2023-06-13", "2024-09-02")


def test_what_was_in_error_here_stays_so_and_the_report_says_so():
    taken(of_year(OLD, PLANNED))
    rows(ChildInNeedPlan).update(in_error=True)
    episode_ = rows(NeedEpisode).get()
    for model in (Plan, Enquiry, ChildInNeedPlan, TransferIn):
        rows(model).update(episode=None)
    rows(NeedEpisode).update(in_error=True)
    file = taken(of_year(NEW, PLANNED))
    assert rows(NeedEpisode).get() == episode_ and rows(ChildInNeedPlan).get().in_error
    told = " ".join(said(file, "HELD"))
    assert (
        "The need episode of" in told and "The child in need plan of 1 November 2022 was recorded in" in told
    )
    assert file.counts["plans"]["added"] == 0
