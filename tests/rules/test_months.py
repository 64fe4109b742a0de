"""Calendar months, month ends, years of the statistics, ages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeguarding import workingdays as days

any_day = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        (date(2018, 8, 31), 6, date(2019, 2, 28)),
        (date(2019, 8, 31), 6, date(2020, 2, 29)),
        (date(2018, 11, 30), 3, date(2019, 2, 28)),
        (date(2018, 5, 31), 6, date(2018, 11, 30)),
        (date(2018, 6, 15), 3, date(2018, 9, 15)),
        (date(2018, 10, 31), 3, date(2019, 1, 31)),
        (date(2018, 12, 1), 12, date(2019, 12, 1)),
        (date(2020, 2, 29), -24, date(2018, 2, 28)),
        (date(2018, 1, 31), 0, date(2018, 1, 31)),
    ],
)
def test_months_keep_the_day_or_take_the_last_of_a_short_month(
    start: date, months: int, expected: date
) -> None:
    assert days.add_months(start, months) == expected


@given(any_day, st.integers(-48, 48))
def test_months_land_in_the_month_asked_for(day: date, n: int) -> None:
    landed = days.add_months(day, n)

    assert (landed.year - day.year) * 12 + landed.month - day.month == n
    assert landed.day == min(day.day, days.month_end(landed).day)


def test_month_ends_lie_inside_the_period_both_ends_counted() -> None:
    assert days.month_ends(date(2018, 1, 31), date(2018, 3, 31)) == [
        date(2018, 1, 31),
        date(2018, 2, 28),
        date(2018, 3, 31),
    ]
    assert days.month_ends(date(2018, 12, 1), date(2018, 12, 30)) == []


def test_the_year_is_named_by_its_end() -> None:
    assert days.year_ending(date(2018, 3, 31)) == 2018
    assert days.year_ending(date(2018, 4, 1)) == 2019
    assert days.Period.year(2018) == days.Period(date(2017, 4, 1), date(2018, 3, 31))


def test_the_year_to_date_starts_on_the_first_of_april() -> None:
    assert days.Period.year_to(date(2018, 8, 31)) == days.Period(date(2018, 4, 1), date(2018, 8, 31))


@given(any_day)
def test_every_day_lies_in_the_year_it_is_named_by(day: date) -> None:
    assert day in days.Period.year(days.year_ending(day))


def test_a_period_holds_both_its_ends_and_nothing_outside() -> None:
    april = days.Period(date(2018, 4, 1), date(2018, 4, 30))

    assert date(2018, 4, 1) in april and date(2018, 4, 30) in april
    assert date(2018, 5, 1) not in april


def test_a_period_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        days.Period(date(2018, 4, 2), date(2018, 4, 1))


@pytest.mark.parametrize(
    ("born", "on", "years"),
    [
        (date(2014, 5, 2), date(2018, 5, 1), 3),
        (date(2014, 5, 2), date(2018, 5, 2), 4),
        (date(2016, 2, 29), date(2018, 2, 28), 1),
        (date(2016, 2, 29), date(2018, 3, 1), 2),
    ],
)
def test_an_age_is_reached_on_the_birthday(born: date, on: date, years: int) -> None:
    assert days.age(born, on) == years


def test_days_between_counts_calendar_days() -> None:
    assert days.days_between(date(2018, 8, 1), date(2018, 10, 31)) == 91
    assert days.add_days(date(2018, 8, 1), 91) == date(2018, 10, 31)
