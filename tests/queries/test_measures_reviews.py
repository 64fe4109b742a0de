"""The two figures about reviews, by worked examples: the measure's rule in days, and the due date."""

import pytest

from conferences.queries.measures import figures
from conferences.rules.coverage import coverage
from conferences.rules.figures import LeftOut
from safeguarding.workingdays import Period
from tests.factories import ConferenceChildFactory, ReviewFactory
from tests.queries.measures_world import at, count, day, plan, reviewed

pytestmark = pytest.mark.django_db


def on_time(on):
    return at("reviews_on_time", on)


@pytest.mark.parametrize(("on", "denominator"), [("1 Jul 2018", 0), ("2 Jul 2018", 1), ("3 Jul 2018", 1)])
def test_a_plan_is_measured_once_it_has_been_open_91_days(on, denominator):
    reviewed("2 Apr 2018", "1 Jun 2018")
    assert on_time(on).denominator == denominator


def test_a_plan_too_young_to_be_measured_is_listed_as_left_out():
    plan("2 Apr 2018")
    assert on_time("1 Jul 2018").left_out == {LeftOut.NOT_YET_DUE: 1}


@pytest.mark.parametrize(("first", "numerator"), [("2 Jul 2018", 1), ("3 Jul 2018", 0)])
def test_the_first_review_comes_within_91_days(first, numerator):
    reviewed("2 Apr 2018", first)
    assert on_time("1 Aug 2018").numerator == numerator


@pytest.mark.parametrize(("second", "numerator"), [("31 Dec 2018", 1), ("1 Jan 2019", 0)])
def test_a_later_review_comes_within_183_days_of_the_one_before(second, numerator):
    reviewed("2 Apr 2018", "1 Jul 2018", second)
    assert on_time("2 Jan 2019").numerator == numerator


@pytest.mark.parametrize(("on", "numerator"), [("31 Dec 2018", 1), ("1 Jan 2019", 0)])
def test_the_last_review_is_no_more_than_183_days_ago(on, numerator):
    reviewed("2 Apr 2018", "1 Jul 2018")
    assert on_time(on).numerator == numerator


def test_a_plan_never_reviewed_is_not_on_time():
    plan("2 Apr 2018")
    assert on_time("2 Jul 2018").as_text() == "0 of 1 (0.0%)"


def test_one_late_review_marks_a_plan_until_it_ends():
    reviewed("2 Apr 2018", "1 Aug 2018", "1 Oct 2018", "1 Dec 2018")
    assert on_time("31 Dec 2018").numerator == 0


def test_a_review_after_the_date_is_not_known_on_it():
    reviewed("2 Apr 2018", "1 Jul 2018", "1 Mar 2019")
    assert on_time("31 Dec 2018").numerator == 1


def test_a_review_before_the_plan_is_not_its_first_review():
    reviewed("2 Apr 2018", "2 Apr 2018")
    assert on_time("2 Jul 2018").numerator == 0


# The censuses of two years, and none of the year between them.
HOLED = coverage([day("31 Mar 2018"), day("31 Mar 2020")], None)


def after_hole(code):
    return figures(Period.year(2020), [code], known=HOLED)[code]


@pytest.mark.parametrize("code", ["reviews_held_on_time", "reviews_on_time"])
def test_of_a_review_late_after_a_hole_it_is_not_known_whether_it_was(code):
    """Another may have been held in the year of which nothing tells."""
    reviewed("2 Jan 2018", "1 Mar 2018", "2 May 2019", "1 Oct 2019")
    assert after_hole(code).left_out == {LeftOut.REVIEW_IN_HOLE: 1} and after_hole(code).value is None
    reviewed("1 Apr 2019", "10 Aug 2019", "1 Nov 2019")
    assert after_hole(code).as_text().endswith("not known for 1 of 2")


@pytest.mark.parametrize("code", ["reviews_held_on_time", "reviews_on_time"])
def test_what_is_on_time_after_a_hole_is_so_whatever_was_held_in_it(code):
    reviewed("2 Jan 2019", "2 Apr 2019", "1 Sep 2019", "1 Feb 2020")
    assert after_hole(code).numerator == after_hole(code).denominator and after_hole(code).value == 100


def test_a_plan_that_is_late_by_days_that_are_known_is_late_after_a_hole():
    reviewed("2 Jan 2018", "1 Mar 2018", "2 May 2019", "1 Feb 2020")
    plan("2 Apr 2019")
    assert after_hole("reviews_on_time").as_text() == "0 of 2 (0.0%)"


def test_a_plan_never_reviewed_as_far_as_is_known_may_have_been_in_a_hole():
    plan("2 Jan 2019")
    assert after_hole("reviews_on_time").as_text() == "Not known for 1 of 1"


# One census, and nothing before it.
FIRST = coverage([day("31 Mar 2020")], None)


def first_census(code):
    return figures(Period.year(2020), [code], known=FIRST)[code]


@pytest.mark.parametrize("code", ["reviews_held_on_time", "reviews_on_time"])
def test_a_supplier_who_returns_the_reviews_of_the_year_alone_makes_no_plan_late(code):
    """The plan ran for a year before the file's: its reviews of then were not returned."""
    reviewed("2 Apr 2018", "1 Jun 2019", "1 Nov 2019")
    figure = first_census(code)
    assert figure.left_out == {LeftOut.REVIEW_IN_HOLE: 1} and figure.value is None
    assert "not known for 1 of" in figure.as_text().lower()


def test_a_plan_of_the_year_is_late_whoever_returned_it():
    reviewed("2 Apr 2018", "1 Jun 2019", "1 Nov 2019")
    reviewed("2 Apr 2019", "1 Aug 2019", "1 Nov 2019")
    assert first_census("reviews_on_time").as_text() == "0 of 2, not known for 1 of 2"


def test_where_the_earlier_reviews_are_returned_too_a_late_one_is_late():
    reviewed("2 Apr 2018", "1 Jun 2018", "1 Nov 2018", "2 Aug 2019", "1 Nov 2019")
    reviewed("2 Mar 2018", "1 Jun 2019", "1 Nov 2019")
    assert first_census("reviews_on_time").as_text() == "0 of 2 (0.0%)"
    assert first_census("reviews_held_on_time").as_text() == "2 of 4 (50.0%)"


def test_where_most_earlier_reviews_are_missing_one_that_is_there_does_not_speak_for_them():
    reviewed("2 Apr 2018", "1 Jun 2018", "1 Nov 2018", "1 Apr 2019", "1 Sep 2019", "1 Feb 2020")
    for _ in range(2):
        reviewed("2 Apr 2018", "1 Jun 2019", "1 Nov 2019")
    figure = first_census("reviews_on_time")
    assert figure.numerator == 1 and figure.left_out == {LeftOut.REVIEW_IN_HOLE: 2}


def test_a_review_within_its_time_is_so_whatever_was_held_before_the_file_s_year():
    reviewed("2 Mar 2019", "1 Jun 2019", "1 Nov 2019")
    assert first_census("reviews_on_time").value == 100


def held(from_="1 Apr 2018", to="31 Mar 2019"):
    return count("reviews_held_on_time", from_, to)


@pytest.mark.parametrize(("first", "numerator"), [("2 Jul 2018", 1), ("3 Jul 2018", 0)])
def test_a_first_review_is_due_after_91_days_where_three_months_are_longer(first, numerator):
    reviewed("2 Apr 2018", first)
    assert held().numerator == numerator


@pytest.mark.parametrize(("first", "numerator"), [("30 Apr 2018", 1), ("1 May 2018", 0)])
def test_a_first_review_is_due_after_three_months_where_91_days_are_longer(first, numerator):
    reviewed("30 Jan 2018", first)
    assert held().numerator == numerator


@pytest.mark.parametrize(("second", "numerator"), [("28 Feb 2019", 1), ("1 Mar 2019", 0)])
def test_six_months_from_the_end_of_august_end_with_february(second, numerator):
    reviewed("1 Jul 2018", "31 Aug 2018", second)
    assert count("reviews_held_on_time", "1 Jan 2019", "31 Mar 2019").numerator == numerator


def test_the_months_run_from_the_review_actually_held():
    reviewed("2 Apr 2018", "1 May 2018", "15 Nov 2018")
    assert held().as_text() == "1 of 2 (50.0%)"


def test_the_first_review_is_counted_from_the_conference_where_the_plan_began():
    conference = ConferenceChildFactory(held_date=day("2 Apr 2018"))
    begun = plan("9 Apr 2018", child=conference.child, begun_at=conference)
    ReviewFactory(plan=begun, held_date=day("5 Jul 2018"))
    assert held().as_text() == "0 of 1 (0.0%)"


def test_a_review_recorded_before_its_plan_is_listed_not_measured():
    reviewed("2 Apr 2018", "2 Apr 2018", "1 Jul 2018")
    figure = held()
    assert figure.as_text() == "1 of 1 (100.0%)"
    assert figure.left_out == {LeftOut.REVIEW_BEFORE_PLAN: 1}


def test_reviews_of_a_plan_held_for_another_authority_do_not_count():
    reviewed("2 Apr 2018", "1 Jul 2018", held_for_other_authority=True)
    assert held().denominator == 0
    assert on_time("1 Aug 2018").denominator == 0


def test_a_review_counts_in_the_period_it_was_held_in():
    reviewed("2 Apr 2018", "1 Jul 2018")
    assert held("1 Jul 2018", "1 Jul 2018").denominator == 1
    assert held("2 Jul 2018", "31 Jul 2018").denominator == 0
