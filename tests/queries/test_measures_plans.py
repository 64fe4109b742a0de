"""The figures about plans, by worked examples of every edge."""

import datetime as dt
from decimal import Decimal

import pytest

from conferences.rules.figures import LeftOut
from tests.factories import FamilyFactory, ImportedFileFactory, PlanCategoryFactory
from tests.golive import live_from
from tests.queries.measures_world import at, child, count, day, plan

pytestmark = pytest.mark.django_db


def test_a_plan_is_open_from_the_day_it_starts_to_the_day_before_it_ends():
    plan("10 Apr 2018", "20 Apr 2018")
    counted = {on: at("plans_open", f"{on} Apr 2018").numerator for on in (9, 10, 19, 20)}
    assert counted == {9: 0, 10: 1, 19: 1, 20: 0}


def test_a_plan_held_for_another_authority_never_counts_and_is_listed():
    plan("10 Apr 2018", held_for_other_authority=True)
    figure = at("plans_open", "30 Apr 2018")
    assert figure.numerator == 0
    assert figure.left_out == {LeftOut.OTHER_AUTHORITY: 1}


def test_an_unborn_child_counts():
    plan("10 Apr 2018", child=child(unborn=True))
    assert at("plans_open", "30 Apr 2018").numerator == 1


def test_a_restricted_child_counts_in_the_councils_own_total():
    plan("10 Apr 2018", child=child(restricted=True))
    assert at("plans_open", "30 Apr 2018").numerator == 1


def test_starts_and_ends_on_both_edges_of_a_period_lie_in_it():
    plan("1 Apr 2018", "30 Apr 2018")
    plan("31 Mar 2018", "1 May 2018")
    assert count("plans_started", "1 Apr 2018", "30 Apr 2018").numerator == 1
    assert count("plans_ended", "1 Apr 2018", "30 Apr 2018").numerator == 1


def test_open_plans_have_the_months_of_the_period():
    plan("10 Apr 2018", "31 May 2018")
    figure = count("plans_open", "1 Apr 2018", "15 Jun 2018")
    assert figure.breakdown == {"months": {"2018-04-30": 1, "2018-05-31": 0}}
    assert figure.numerator == 0


@pytest.mark.parametrize(("on", "long"), [("8 Apr 2018", False), ("9 Apr 2018", True), ("10 Apr 2018", True)])
def test_two_years_are_730_days_with_no_leap_day_between(on, long):
    plan("9 Apr 2016")
    figure = at("open_two_years", on)
    assert (figure.numerator == 1) is long
    assert figure.denominator == 1


@pytest.mark.parametrize(("end", "long"), [("8 Jan 2018", False), ("9 Jan 2018", True)])
def test_a_leap_day_makes_two_years_come_a_day_before_the_anniversary(end, long):
    plan("10 Jan 2016", end)
    assert (count("ended_two_years", "1 Jan 2018", "31 Jan 2018").numerator == 1) is long


def test_open_and_ended_plans_of_two_years_have_different_denominators():
    plan("1 Jan 2016", "1 May 2018")
    plan("1 Jan 2016")
    plan("1 Apr 2018")
    assert count("open_two_years", "1 Apr 2018", "31 May 2018").as_text() == "1 of 2 (50.0%)"
    assert count("ended_two_years", "1 Apr 2018", "31 May 2018").as_text() == "1 of 1 (100.0%)"


@pytest.mark.parametrize(
    ("start", "band"),
    [
        ("31 Mar 2019", "3_months_or_less"),
        ("30 Dec 2018", "3_months_or_less"),
        ("29 Dec 2018", "3_to_6_months"),
        ("29 Sep 2018", "3_to_6_months"),
        ("28 Sep 2018", "6_to_12_months"),
        ("1 Apr 2018", "6_to_12_months"),
        ("31 Mar 2018", "1_to_2_years"),
        ("1 Apr 2017", "1_to_2_years"),
        ("31 Mar 2017", "2_years_or_more"),
    ],
)
def test_durations_fall_into_their_bands_on_both_sides_of_each_edge(start, band):
    plan(start)
    found = at("open_by_duration", "31 Mar 2019").breakdown[""]
    assert {key: number for key, number in found.items() if number} == {band: 1}


def test_ended_plans_are_banded_by_their_end_not_by_the_period():
    plan("1 Jan 2018", "2 Apr 2018")
    found = count("ended_by_duration", "1 Apr 2018", "31 Mar 2019").breakdown[""]
    assert found["3_months_or_less"] == 1


def test_categories_are_counted_by_the_first_and_by_the_latest():
    plan("1 Jan 2018", initial_category="NEG", latest_category="EMO")
    found = at("open_by_category", "1 Apr 2018").breakdown
    assert (found["initial"]["NEG"], found["initial"]["EMO"]) == (1, 0)
    assert (found["latest"]["NEG"], found["latest"]["EMO"]) == (0, 1)


def latest(on: str) -> dict[str, int]:
    """The categories on a day, but those that no plan has."""
    return {key: n for key, n in at("open_by_category", on).breakdown["latest"].items() if n}


def test_the_category_is_that_of_the_day_and_not_one_given_since():
    changed = plan("1 Jan 2018", initial_category="NEG", latest_category="PHY")
    for category, text in (("NEG", "1 Jan 2018"), ("EMO", "1 Mar 2018"), ("PHY", "1 May 2018")):
        PlanCategoryFactory(plan=changed, category=category, from_date=day(text))
    found = [latest(f"1 {month} 2018") for month in ("Feb", "Mar", "Apr", "May")]
    assert found == [{"NEG": 1}, {"EMO": 1}, {"EMO": 1}, {"PHY": 1}]


def test_between_two_censuses_that_differ_the_category_is_not_known():
    for year in (2019, 2020, 2021):
        ImportedFileFactory(reference_date=dt.date(year, 3, 31), status="READ")
    changed = plan("1 Jan 2018", initial_category="NEG", latest_category="EMO")
    PlanCategoryFactory(plan=changed, category="NEG", from_date=day("1 Jan 2018"))
    PlanCategoryFactory(plan=changed, category="EMO", from_date=day("31 Mar 2021"), date_is_exact=False)
    days = ("1 Jan 2018", "1 Jun 2018", "31 Mar 2020", "1 Apr 2020", "30 Mar 2021", "31 Mar 2021")
    keys = [*map(latest, days)]
    assert keys == [{"NEG": 1}, {"NEG": 1}, {"NEG": 1}, {"NOT_KNOWN": 1}, {"NOT_KNOWN": 1}, {"EMO": 1}]


def test_plans_started_are_broken_down_by_their_first_category_alone():
    plan("1 Apr 2018", initial_category="PHY", latest_category="MUL")
    found = at("started_by_category", "1 Apr 2018").breakdown
    assert found == {"initial": {"NEG": 0, "PHY": 1, "SAB": 0, "EMO": 0, "MUL": 0}}


def test_a_repeat_plan_follows_any_earlier_one_however_long_ago():
    again = child()
    plan("1 Jan 2006", "1 Feb 2006", child=again)
    plan("1 Apr 2018", child=again)
    plan("1 Apr 2018")
    assert at("repeat_plans", "1 Apr 2018").as_text() == "1 of 2 (50.0%)"


def test_the_number_that_came_with_a_plan_makes_it_a_repeat_too():
    plan("1 Apr 2018", previous_plans_recorded=2)
    assert at("repeat_plans", "1 Apr 2018").numerator == 1


def test_a_plan_held_for_another_authority_is_not_an_earlier_plan():
    again = child()
    plan("1 Jan 2018", "1 Feb 2018", child=again, held_for_other_authority=True)
    plan("1 Apr 2018", child=again)
    assert at("repeat_plans", "1 Apr 2018").numerator == 0


def test_a_later_plan_does_not_make_the_first_one_a_repeat():
    again = child()
    plan("1 Apr 2018", "1 Jun 2018", child=again)
    plan("1 Jul 2018", child=again)
    assert at("repeat_plans", "1 Apr 2018").numerator == 0


def test_two_repeat_plans_of_one_child_in_a_period_are_two():
    again = child()
    plan("1 Jan 2018", "1 Feb 2018", child=again)
    plan("1 Apr 2018", "1 May 2018", child=again)
    plan("1 Jun 2018", child=again)
    assert count("repeat_plans", "1 Apr 2018", "30 Jun 2018").as_text() == "2 of 2 (100.0%)"


@pytest.mark.parametrize(
    ("ended", "started", "within"),
    [
        ("2 Apr 2016", "1 Apr 2018", True),
        ("1 Apr 2016", "1 Apr 2018", False),
        ("29 Feb 2016", "27 Feb 2018", True),
        ("29 Feb 2016", "28 Feb 2018", False),
    ],
)
def test_within_24_months_is_less_than_24_calendar_months(ended, started, within):
    again = child()
    plan("1 Jan 2016", ended, child=again)
    plan(started, child=again)
    assert (at("repeat_within_24_months", started).numerator == 1) is within


def test_an_earlier_plan_whose_end_is_not_known_is_neither_a_yes_nor_a_no():
    live_from(day("2 Apr 2016"))
    plan("1 Apr 2018", previous_plans_recorded=1)
    plan("1 Apr 2018")
    figure = at("repeat_within_24_months", "1 Apr 2018")
    assert (figure.numerator, figure.denominator, figure.value) == (0, 2, None)
    assert figure.left_out == {LeftOut.NO_END_KNOWN: 1}
    assert figure.as_text() == "Not known for 1 of 1"


def test_an_earlier_plan_known_by_number_only_ended_before_the_months_that_are_known():
    live_from(day("1 Apr 2016"))
    plan("1 Apr 2018", previous_plans_recorded=1)
    assert at("repeat_within_24_months", "1 Apr 2018").as_text() == "0 of 1 (0.0%)"


def test_where_more_plans_came_before_than_are_held_the_last_may_be_another():
    live_from(day("1 Jan 2018"))
    again, soon = child(), child()
    plan("1 Jan 2010", "1 Feb 2010", child=again)
    plan("1 Apr 2018", child=again, previous_plans_recorded=2)
    plan("1 Jan 2017", "1 Feb 2017", child=soon)
    plan("1 Apr 2018", child=soon, previous_plans_recorded=2)
    figure = at("repeat_within_24_months", "1 Apr 2018")
    assert figure.as_text() == "1 of 2, not known for 1 of 2"


def test_families_stand_beside_plans():
    family = FamilyFactory()
    for _ in range(3):
        plan("1 Apr 2018", child=child(family=family))
    plan("1 Apr 2018")
    assert at("plans_started", "1 Apr 2018").families == 2


def test_children_without_a_recorded_family_are_said_beside_the_families():
    plan("1 Apr 2018", child=child(family=FamilyFactory()))
    for _ in range(2):
        plan("1 Apr 2018", child=child(family=None))
    figure = at("plans_started", "1 Apr 2018")
    assert (figure.families, figure.without_family) == (1, 2)
    assert figure.families_words == "1 family and 2 children with none recorded"


def test_families_are_not_known_where_none_is_recorded():
    plan("1 Apr 2018", child=child(family=None))
    assert at("plans_started", "1 Apr 2018").families is None


def test_a_percentage_of_nothing_has_no_value():
    figure = at("repeat_plans", "1 Apr 2018")
    assert (figure.numerator, figure.denominator, figure.value) == (0, 0, None)


def test_percentages_are_rounded_half_up():
    again = child()
    plan("1 Jan 2010", "1 Feb 2010", child=again)
    plan("1 Apr 2018", child=again)
    for _ in range(15):
        plan("1 Apr 2018")
    assert at("repeat_plans", "1 Apr 2018").value == Decimal("6.3")
