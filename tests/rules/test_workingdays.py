"""Working days by hand, by an oracle file and by properties that hold for any day."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from safeguarding.bankholidays import england, names
from safeguarding.workingdays import Calendar, Count, OutsideCalendar, is_weekend

ORACLE = Path(__file__).parents[1] / "data" / "working_days_oracle.csv"
CALENDAR = england()
covered = st.dates(CALENDAR.first, CALENDAR.last)
any_day = st.dates(date(1990, 1, 1), date(2090, 12, 31))
counts = st.integers(min_value=1, max_value=400)


def oracle() -> list[tuple[date, int, date, str]]:
    with ORACLE.open(encoding="utf-8") as file:
        rows = csv.DictReader(file)
        return [
            (date.fromisoformat(r["start"]), int(r["n"]), date.fromisoformat(r["due"]), r["why"])
            for r in rows
        ]


def count_by_walking(start: date, end: date) -> int:
    """The plainest way to count, one day after another, to hold the quick one against."""
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(day.isoweekday() < 6 and day not in names() for day in days)


@pytest.mark.parametrize(("start", "n", "due", "why"), oracle())
def test_counts_agree_with_the_oracle(start: date, n: int, due: date, why: str) -> None:
    assert CALENDAR.add(start, n).due == due, why


def test_christmas_is_left_out_and_said() -> None:
    count = CALENDAR.add(date(2018, 12, 20), 15)

    assert count.due == date(2019, 1, 15)
    assert CALENDAR.explain(count) == (
        "15 working days from Thursday 20 December 2018; not counted: 25, 26 December, 1 January"
    )


def test_a_count_without_holidays_says_nothing_of_them() -> None:
    count = CALENDAR.add(date(2018, 8, 1), 1)

    assert CALENDAR.explain(count) == "1 working day from Wednesday 1 August 2018"


def test_a_count_backwards_reads_as_before() -> None:
    count = CALENDAR.add(date(2019, 1, 2), -3)

    assert count == Count(date(2018, 12, 27), date(2019, 1, 2), -3, (date(2019, 1, 1),))
    assert CALENDAR.explain(count) == "3 working days before Wednesday 2 January 2019; not counted: 1 January"


def test_a_holiday_at_the_weekend_is_not_named_but_its_substitute_is() -> None:
    assert CALENDAR.add(date(2021, 12, 24), 1).not_counted == (date(2021, 12, 27), date(2021, 12, 28))


def test_the_day_itself_is_day_nought() -> None:
    assert CALENDAR.between(date(2018, 8, 1), date(2018, 8, 1)) == 0
    assert CALENDAR.add(date(2018, 8, 4), 0) == Count(date(2018, 8, 4), date(2018, 8, 4), 0)


def test_between_is_negative_when_the_end_comes_first() -> None:
    assert CALENDAR.between(date(2018, 8, 10), date(2018, 8, 1)) == -7


def test_a_councils_christmas_closure_is_still_worked() -> None:
    assert CALENDAR.is_working_day(date(2018, 12, 27))


@pytest.mark.parametrize("day", [date(2004, 12, 31), date(2031, 1, 1)])
def test_a_day_outside_the_data_is_refused_in_a_sentence(day: date) -> None:
    with pytest.raises(OutsideCalendar, match="1 January 2005 to 31 December 2030"):
        CALENDAR.is_working_day(day)


@pytest.mark.parametrize("n", [15, -9999])
def test_a_count_that_runs_out_of_the_data_is_refused(n: int) -> None:
    with pytest.raises(OutsideCalendar, match="The count runs outside"):
        CALENDAR.add(date(2030, 12, 20), n)


@given(any_day)
@example(CALENDAR.first)
@example(CALENDAR.last)
def test_every_day_is_either_covered_or_refused(day: date) -> None:
    if CALENDAR.first <= day <= CALENDAR.last:
        assert CALENDAR.is_working_day(day) == (not is_weekend(day) and day not in names())
    else:
        with pytest.raises(OutsideCalendar):
            CALENDAR.is_working_day(day)


@given(any_day, st.integers(-400, 400))
def test_adding_gives_a_day_inside_the_data_or_refuses(day: date, n: int) -> None:
    try:
        due = CALENDAR.add(day, n).due
    except OutsideCalendar:
        return
    assert CALENDAR.first <= due <= CALENDAR.last


@given(covered, counts)
def test_add_and_between_are_inverse(day: date, n: int) -> None:
    assume(day < date(2029, 1, 1))
    due = CALENDAR.add(day, n).due

    assert CALENDAR.between(day, due) == n
    assert CALENDAR.is_working_day(due)


@given(covered, st.integers(1, 60))
def test_going_back_and_forward_again_returns(day: date, n: int) -> None:
    assume(day > date(2006, 1, 1) and CALENDAR.is_working_day(day))

    assert CALENDAR.add(CALENDAR.add(day, -n).due, n).due == day


@given(covered, st.integers(0, 500))
def test_between_agrees_with_walking_the_days(start: date, span: int) -> None:
    end = start + timedelta(days=span)
    assume(end <= CALENDAR.last)

    assert CALENDAR.between(start, end) == count_by_walking(start, end)


@given(covered, covered)
def test_ordinals_agree_with_between(a: date, b: date) -> None:
    first, last = sorted((a, b))
    ordinals = dict(CALENDAR.ordinals(first, last))

    assert len(ordinals) == (last - first).days + 1
    assert ordinals[b] - ordinals[a] == CALENDAR.between(a, b)


@given(covered, covered, counts)
def test_a_later_start_is_never_due_sooner(a: date, b: date, n: int) -> None:
    earlier, later = sorted((a, b))
    assume(later < date(2029, 1, 1))

    assert CALENDAR.add(earlier, n).due <= CALENDAR.add(later, n).due


@given(covered, counts)
def test_what_was_not_counted_accounts_for_every_weekday_passed(day: date, n: int) -> None:
    assume(day < date(2029, 1, 1))
    count = CALENDAR.add(day, n)
    weekdays = sum((day + timedelta(days=i)).isoweekday() < 6 for i in range(1, (count.due - day).days + 1))

    assert weekdays - len(count.not_counted) == n


def test_another_holiday_moves_the_due_date_by_a_day() -> None:
    more = Calendar(CALENDAR.holidays | {date(2018, 8, 2)}, CALENDAR.first, CALENDAR.last)

    assert more.add(date(2018, 8, 1), 1).due == date(2018, 8, 3)
