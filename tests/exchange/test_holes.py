"""A year of which no file is kept, between two of which one is: what it hides is no correction."""

import datetime as dt
import io

import pytest

from conferences.exchange.census import asked, proposing
from conferences.models import ImportQuestion, NeedEpisode, Plan
from conferences.queries.measures import figures
from safeguarding.audit import system_user
from safeguarding.workingdays import Period
from tests.exchange.census import READ_AT, child, episode, of_year, plan, s47, taken
from tests.golive import live_from

pytestmark = pytest.mark.django_db
WHY = "a test looks at what was written"
BEFORE, BETWEEN, AFTER = 2022, 2023, 2024
OPEN = {"CPPstartDate": "2022-02-14", "NumberOfPreviousCPP": None}
BEGUN_BETWEEN = {"CPPstartDate": "2023-01-16", "NumberOfPreviousCPP": None}


def days(model, day):
    return sorted(f"{value}" for value in model.objects.unscoped(WHY).values_list(day, flat=True))


def spell(*parts, day="2022-01-31", **given):
    return episode(*parts, CINreferralDate=day, **given)


def test_a_spell_that_began_between_is_another_one():
    taken(of_year(BEFORE, child(spell())))
    file = taken(of_year(AFTER, child(spell(day="2022-12-05"))))
    assert days(NeedEpisode, "referral_date") == ["2022-01-31", "2022-12-05"]
    assert not file.changes.filter(how="MOVED")


def test_a_spell_of_a_file_between_that_the_next_tells_with_another_day_is_the_same_one():
    taken(of_year(BETWEEN, child(spell())))
    file = taken(of_year(AFTER, child(spell(day="2022-01-28"))))
    assert days(NeedEpisode, "referral_date") == ["2022-01-28"]
    assert file.changes.filter(how="MOVED").count() == 1


def test_a_spell_that_the_file_before_could_have_told_is_the_same_one_though_days_lie_between():
    taken(of_year(BEFORE, child(spell())))
    taken(of_year(AFTER, child(spell(day="2022-01-28"))))
    assert days(NeedEpisode, "referral_date") == ["2022-01-28"]


def test_a_plan_that_began_between_is_not_the_one_left_open():
    taken(of_year(BEFORE, child(spell(plan(**OPEN)))))
    taken(of_year(AFTER, child(spell(plan(**BEGUN_BETWEEN)))))
    assert days(Plan, "start_date") == ["2022-02-14"]
    assert ImportQuestion.objects.filter(kind="ONE_PLAN").count() == 1


def test_enquiries_that_began_between_are_not_those_left_open():
    waits = {"DateOfInitialCPC": None, "InitialCPCtarget": None}
    taken(of_year(BEFORE, child(spell(s47(S47ActualStartDate="2022-03-21", **waits)))))
    file = taken(of_year(AFTER, child(spell(s47(S47ActualStartDate="2023-03-20", **waits)))))
    assert not file.changes.filter(how="MOVED")


def test_whoever_says_when_the_open_plan_ended_gets_the_one_that_the_file_tells():
    taken(of_year(BEFORE, child(spell(plan(**OPEN)))))
    file = taken(of_year(AFTER, child(spell(plan(**BEGUN_BETWEEN)))))
    question = ImportQuestion.objects.get(kind="UNTOLD")
    day = dt.date(2022, 9, 5)
    asked.answer(questions=[question], answer="ENDED", answer_day=day, by=system_user(), at=READ_AT)
    asked.do(file_id=file.pk, clock=lambda: READ_AT)
    plans = Plan.objects.unscoped(WHY).order_by("start_date").values_list("start_date", "end_date")
    assert [(f"{start}", f"{end}") for start, end in plans] == [
        ("2022-02-14", "2022-09-05"),
        ("2023-01-16", "None"),
    ]


def test_a_start_moved_into_the_days_of_an_earlier_plan_is_a_fault_and_ends_no_import():
    before = plan(CPPstartDate="2021-06-14", CPPendDate="2022-01-20")
    taken(of_year(BETWEEN - 1, child(spell(before, plan(**OPEN), day="2021-05-31"))))
    taken(of_year(BETWEEN, child(spell(plan(**OPEN), day="2021-05-31"))))
    early = plan(**OPEN | {"CPPstartDate": "2022-01-14"})
    file = taken(of_year(AFTER, child(spell(early, day="2021-05-31"))))
    assert file.faults.filter(rule="8940").exists()


LEFT_OPEN = "Not known until 1 plan or enquiry that a census left open is brought up to date here"
GOES_ON = {"CPPstartDate": "2022-02-21"}


def two_years_apart():
    """A plan that only the first file tells, and one that both do: the second file, as it was shown."""
    live_from(None)
    told = child(spell(plan(**GOES_ON)), LAchildID="FB002", UPN=None)
    taken(of_year(BEFORE, child(spell(plan(**OPEN))), told))
    file = proposing.propose(
        file=io.BytesIO(of_year(AFTER, told)),
        file_name="census.xml",
        by=system_user(),
        clock=lambda: READ_AT,
    )
    shown = file.figures
    proposing.keep(file=file, by=system_user(), clock=lambda: READ_AT, anyway=True)
    return shown


def open_plans(year):
    return figures(Period.year(year), ["plans_open"])["plans_open"].as_text()


def test_what_stands_after_a_hole_is_not_counted_until_what_was_left_open_is_told():
    two_years_apart()
    assert [open_plans(year) for year in (BEFORE, AFTER)] == ["2", LEFT_OPEN]
    question = ImportQuestion.objects.get(kind="UNTOLD")
    day = dt.date(2022, 9, 5)
    asked.answer(questions=[question], answer="ENDED", answer_day=day, by=system_user(), at=READ_AT)
    asked.do(file_id=question.file_id, clock=lambda: READ_AT)
    assert [open_plans(year) for year in (BEFORE, AFTER)] == ["2", "1"]


def test_a_preview_says_of_figures_after_a_hole_that_they_are_not_known():
    shown = two_years_apart()["after"]
    assert shown["plans_open"][:2] == [None, None] and shown["plans_started"][0] == 0


def test_the_census_of_the_days_between_tells_what_stands_after_them():
    two_years_apart()
    goes_on = child(spell(plan(**GOES_ON)), LAchildID="FB002", UPN=None)
    taken(of_year(BETWEEN, child(spell(plan(**OPEN, CPPendDate="2022-09-05"))), goes_on))
    assert [open_plans(year) for year in (BEFORE, BETWEEN, AFTER)] == ["2", "1", "1"]


BEGUN_AFTER = {"CPPstartDate": "2023-06-12", "NumberOfPreviousCPP": "1"}
WAITS = "1 plan that a census tells not counted: it waits until it is said when the plan before it ended"


def started(year, code="plans_started"):
    found = figures(Period.year(year), [code])[code]
    return found.as_text(), found.besides, found.as_json().get("besides")


def test_a_plan_begun_after_a_hole_that_waits_for_the_end_of_the_one_before_is_said_beside_the_figure():
    live_from(None)
    taken(of_year(BEFORE, child(spell(plan(**OPEN)))))
    taken(of_year(AFTER, child(spell(plan(**BEGUN_AFTER)))))
    assert started(AFTER) == ("0", WAITS, WAITS)
    assert started(AFTER, "repeat_within_24_months")[1] == WAITS
    assert started(BEFORE) == ("1", "", None)
    question = ImportQuestion.objects.get(kind="UNTOLD")
    day = dt.date(2022, 9, 5)
    asked.answer(questions=[question], answer="ENDED", answer_day=day, by=system_user(), at=READ_AT)
    asked.do(file_id=question.file_id, clock=lambda: READ_AT)
    assert started(AFTER) == ("1", "", None)
    assert not ImportQuestion.objects.filter(answer="").exists()


def test_two_plans_that_share_a_day_are_no_hole_where_every_day_is_told():
    live_from(None)
    taken(of_year(BETWEEN, child(spell(plan(**OPEN)))))
    taken(of_year(AFTER, child(spell(plan(**BEGUN_AFTER)))))
    assert started(AFTER)[1] == ""
