"""Which days are known, and how a page says it."""

import datetime as dt
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.rules.coverage import (
    NEVER,
    NOT_LIVE,
    census_year,
    coverage,
    nearest_known,
    not_known,
    refused_words,
    sources_words,
)
from conferences.rules.measures_catalogue import measure
from safeguarding.workingdays import Period
from tests.queries.measures_oracle import is_known

OPEN, STARTED, QUORATE = (measure(code) for code in ("plans_open", "plans_started", "quorate"))
MARCH_2022, MARCH_2024 = date(2022, 3, 31), date(2024, 3, 31)
# Censuses of 2022 and 2024, and at work here since July 2024.
HOLED = coverage([MARCH_2024, MARCH_2022], date(2024, 7, 15))
ALONE = coverage([MARCH_2022], None)

DAYS = st.dates(date(2016, 1, 1), date(2022, 12, 31))
CENSUSES = st.lists(st.one_of(st.integers(2017, 2022).map(lambda year: date(year, 3, 31)), DAYS), max_size=4)


@given(CENSUSES, st.one_of(st.none(), DAYS), DAYS, st.integers(0, 500))
def test_a_period_is_known_where_each_of_its_days_is(references, here, first, length):
    period = Period(first, first + timedelta(days=length))
    known = coverage(references, here)
    days = [first + timedelta(days=n) for n in range(length + 1)]
    told = [day for day in days if is_known(day, references, here)]
    assert [day for part in known.parts(period) for day in days if day in part] == told
    assert known.holds(period) == (told == days)


def test_what_a_census_left_open_before_a_hole_is_not_known_to_stand_after_it():
    day, between = date(2024, 7, 20), date(2023, 4, 1)
    holed = HOLED.with_silent([(between, 0), (date(2024, 7, 15), 2)])
    assert holed.holds(Period(day, day)) and not holed.holds_stock(day)
    period = Period(date(2024, 7, 15), day)
    assert not_known(OPEN, period, holed) == (
        "Not known until 2 plans and enquiries that a census left open are brought up to date here"
    )
    assert not_known(STARTED, period, holed) == not_known(QUORATE, period, holed) == ""
    assert not_known(OPEN, Period.year(2024), holed) == "" and holed.holds_stock(MARCH_2024)
    assert HOLED.holds_stock(day) and not_known(OPEN, period, HOLED) == ""


def test_what_stands_after_a_hole_between_two_censuses_waits_too():
    holed = HOLED.with_silent([(date(2023, 4, 1), 1), (date(2024, 7, 15), 3)])
    assert [holed.silent_on(day) for day in (MARCH_2022, MARCH_2024, date(2024, 7, 15))] == [0, 1, 3]
    assert not_known(OPEN, Period.year(2024), holed) == (
        "Not known until 1 plan or enquiry that a census left open is brought up to date here"
    )
    assert not_known(STARTED, Period.year(2024), holed) == ""
    assert not_known(OPEN, Period.year(2022), holed) == ""


@pytest.mark.parametrize(
    ("references", "here"), [([], date(2024, 7, 15)), ([MARCH_2024], date(2024, 4, 1)), ([MARCH_2024], None)]
)
def test_without_a_hole_all_that_stands_is_known(references, here):
    assert not coverage(references, here).holes()


def test_a_census_that_would_be_kept_makes_its_year_known():
    assert ALONE.with_census(date(2023, 3, 31)) == coverage([MARCH_2022, date(2023, 3, 31)], None)


@pytest.mark.parametrize(
    ("reference", "first"), [(MARCH_2024, date(2023, 4, 1)), (date(2024, 2, 29), date(2023, 3, 1))]
)
def test_a_census_tells_of_a_year_to_its_reference_date(reference, first):
    assert census_year(reference) == Period(first, reference)


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2021, 3, 31), "Known from 1 April 2021"),
        (date(2021, 4, 1), ""),
        (date(2022, 3, 31), ""),
        (date(2022, 4, 1), "Known to 31 March 2022 and again from 1 April 2023"),
        (date(2024, 7, 14), "Known to 31 March 2024 and again from 15 July 2024"),
        (date(2031, 1, 1), ""),
    ],
)
def test_a_count_at_a_date_asks_for_that_date_alone(on, said):
    assert not_known(OPEN, Period(date(2010, 1, 1), on), HOLED) == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2021, 4, 1), date(2022, 3, 31), ""),
        (date(2021, 3, 31), date(2022, 3, 31), "Known only for 1 April 2021 to 31 March 2022"),
        (
            date(2022, 1, 1),
            date(2024, 7, 15),
            "Known only for 1 January 2022 to 31 March 2022, 1 April 2023 to 31 March 2024 and 15 July 2024",
        ),
        (date(2022, 4, 1), date(2023, 3, 31), "Known to 31 March 2022 and again from 1 April 2023"),
    ],
)
def test_a_flow_asks_for_every_day_of_its_period(first, last, said):
    assert not_known(STARTED, Period(first, last), HOLED) == said


def test_after_the_last_census_it_says_to_which_day():
    assert not_known(OPEN, Period.year(2025), ALONE) == "Known to 31 March 2022"


def test_the_units_own_work_is_in_no_census():
    year = Period.year(2022)
    assert not_known(QUORATE, year, HOLED) == "Known from 15 July 2024"
    assert not_known(QUORATE, year, ALONE) == NOT_LIVE
    assert not_known(OPEN, year, coverage([], None)) == NEVER


def test_what_is_known_in_one_sentence():
    assert sources_words(HOLED, date(2024, 8, 1)) == (
        "1 April 2021 to 31 March 2022, 1 April 2023 to 31 March 2024 and since 15 July 2024"
    )
    assert sources_words(HOLED, date(2024, 7, 1)).endswith("1 April 2023 to 31 March 2024")
    assert sources_words(coverage([], None), date(2024, 7, 1)) == ""


def test_two_censuses_one_after_another_are_one_span():
    known = coverage([date(2023, 3, 31), MARCH_2022], date(2023, 4, 1))
    assert known.spans == (Period(date(2021, 4, 1), dt.date.max),)
    assert known.references == (MARCH_2022, date(2023, 3, 31))


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        (Period.year(2026), Period.year(2026)),
        (Period.year(2025), Period(date(2024, 7, 15), date(2025, 3, 31))),
        (Period.year(2023), Period.year(2022)),
        (Period.year(2020), Period.year(2022)),
    ],
)
def test_the_nearest_days_that_are_known(asked, near):
    assert nearest_known(asked, HOLED) == near


def test_where_nothing_is_known_there_are_no_nearest_days():
    assert nearest_known(Period.year(2020), coverage([], None)) is None


def test_what_waits_for_an_answer_is_counted_in_the_days_that_it_would_have_begun_in():
    holed = HOLED.with_silent([], [date(2023, 6, 12), date(2024, 1, 8)])
    year = Period(date(2023, 4, 1), date(2024, 3, 31))
    assert [holed.refused_in(year), holed.refused_in(Period(date(2024, 1, 9), year.to))] == [2, 0]
    assert refused_words(2).startswith("2 plans that a census tells not counted: each waits until")
    assert refused_words(0) == ""
