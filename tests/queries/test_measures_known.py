"""Figures outside the days that are known: blank with words, whatever the rows would count."""

import datetime as dt

import pytest

from conferences.queries.measures import figures, figures_by_period, known_days, members, months
from conferences.queries.measures.series import by_year
from conferences.rules.measures_catalogue import MEASURES
from safeguarding import audit
from safeguarding.audit import system_user
from safeguarding.golive.day import BEFORE_ALL
from safeguarding.workingdays import Period
from tests.factories import NOON, ImportedChildFactory, ImportedFileFactory
from tests.golive import live_from
from tests.queries.measures_world import at, count, day, initial, plan

pytestmark = pytest.mark.django_db


def census(year: int, **fields: object):
    return ImportedFileFactory(reference_date=dt.date(year, 3, 31), **fields)


@pytest.fixture
def old_census():
    """A census of 2021 in a service that is not live, with a plan that was open in it and years before."""
    live_from(None)
    census(2021)
    return plan("1 May 2019")


def test_days_before_and_after_a_census_are_blank_with_words(old_census):
    said = {on: at("plans_open", on).as_text() for on in ("31 Mar 2020", "1 Apr 2020", "1 Apr 2021")}
    assert said == {
        "31 Mar 2020": "Known from 1 April 2020",
        "1 Apr 2020": "1",
        "1 Apr 2021": "Known to 31 March 2021",
    }


def test_a_blank_figure_has_null_for_its_numbers(old_census):
    assert count("plans_started", "1 Apr 2019", "31 Mar 2021").as_json() == {
        "numerator": None,
        "denominator": None,
        "value": None,
        "unit": "count",
        "unknown": "Known only for 1 April 2020 to 31 March 2021",
    }


def test_month_ends_that_are_not_known_have_none(old_census):
    found = months(day("1 Mar 2020"), day("30 Apr 2021"))
    assert list(found.values()) == [None, *[1] * 12, None]
    json = count("plans_open", "1 Mar 2021", "30 Apr 2021").as_json()
    assert json["breakdown"] == {"months": {"2021-03-31": 1, "2021-04-30": None}}


def test_between_two_censuses_there_is_a_hole():
    live_from(None)
    child = plan("1 May 2019").child
    census(2022)
    ImportedChildFactory(file=census(2024), child=child)
    years = by_year(["plans_open", "repeat_plans"], day("31 Mar 2024"), years=3)["plans_open"]
    assert [year.figure.as_text() for year in years] == [
        "1",
        "Known to 31 March 2022 and again from 1 April 2023",
        "1",
    ]


@pytest.mark.parametrize("code", MEASURES)
def test_nobody_is_listed_behind_a_figure_that_is_not_known(code, old_census):
    initial("20 Dec 2018", "14 Jan 2019")
    year = Period.year(2020)
    figure = figures(year, [code])[code]
    assert figure.blank and not figure.families_words
    assert [members(code, year, part=part) for part in ("numerator", "denominator", "left_out")] == [[]] * 3


def test_from_go_live_on_it_is_known_what_begins(old_census):
    live_from(day("1 Jul 2022"))
    assert at("plans_open", "1 Jul 2022").unknown == (
        "Not known until 1 plan or enquiry that a census left open is brought up to date here"
    )
    assert count("plans_started", "1 Apr 2022", "31 Aug 2022").unknown == (
        "Known only for 1 July 2022 to 31 August 2022"
    )


def test_the_units_own_work_is_known_from_go_live_alone(old_census):
    year = Period.year(2021)
    assert figures(year, ["quorate"])["quorate"].as_text().startswith("Not known: recorded in this service")
    live_from(day("1 Jul 2022"))
    assert figures(year, ["quorate"])["quorate"].as_text() == "Known from 1 July 2022"


@pytest.mark.parametrize("status", ["WAITING", "READING", "REFUSED"])
def test_only_a_file_that_was_read_tells_of_its_year(status):
    live_from(None)
    census(2021, status=status, refusal="It is no census.")
    assert known_days().spans == ()


def test_the_figures_of_a_file_are_known_for_its_own_year():
    file = census(2021)
    ImportedChildFactory(file=file, child=plan("1 May 2019").child)
    found = figures_by_period([Period.year(2021), Period.year(2020)], ["plans_open"], file=file.pk)
    assert [one["plans_open"].as_text() for one in found] == ["1", "Known from 1 April 2020"]


def test_the_work_about_the_children_of_a_file_is_known_in_its_year_since_go_live():
    live_from(day("1 Jul 2020"))
    file = census(2021)
    assert known_days(file.pk).own == (Period(day("1 Jul 2020"), day("31 Mar 2021")),)


def test_what_was_at_work_before_a_day_was_kept_is_known_since_its_first_entry():
    live_from(BEFORE_ALL)
    census(2012)
    for hour in (0, 1):
        audit.record("test.done", system_user(), by=system_user(), at=NOON.replace(hour=hour), detail={})
    assert known_days().own[0].from_ == NOON.date()


def test_the_days_known_are_one_query(django_assert_num_queries):
    census(2021)
    with django_assert_num_queries(1):
        known_days()
