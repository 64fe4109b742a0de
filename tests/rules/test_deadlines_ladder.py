"""Each rung is reached on its working day, and each deadline has somebody above its holder."""

import datetime as dt

import pytest

from conferences.rules.deadlines import DEADLINES
from conferences.rules.deadlines_ladder import Level, Rung, RungCode
from safeguarding.bankholidays import england

THURSDAY, FRIDAY = dt.date(2026, 11, 26), dt.date(2026, 11, 27)
MONDAY, SATURDAY, SUNDAY = dt.date(2026, 11, 30), dt.date(2026, 11, 28), dt.date(2026, 11, 29)


def last(day: int, on: dt.date) -> dt.date | None:
    return Rung(RungCode.LATE, day, Level.HOLDER).last_day(on, england())


@pytest.mark.parametrize(
    ("day", "on", "due"),
    [
        (-2, THURSDAY, MONDAY),
        (-2, SATURDAY, dt.date(2026, 12, 1)),
        (0, THURSDAY, THURSDAY),
        (1, FRIDAY, THURSDAY),
        (1, SATURDAY, THURSDAY),
        (1, MONDAY, SUNDAY),
        (5, MONDAY, dt.date(2026, 11, 23)),
        # Christmas Day, Boxing Day and its substitute on Monday 28.
        (1, dt.date(2026, 12, 29), dt.date(2026, 12, 28)),
        (-2, dt.date(2026, 12, 24), dt.date(2026, 12, 30)),
    ],
)
def test_a_rung_is_reached_for_what_is_due_by(day, on, due):
    assert last(day, on) == due


@pytest.mark.parametrize("day", [1, 2, 5])
@pytest.mark.parametrize("ahead", range(40))
def test_a_late_rung_is_reached_on_the_working_day_that_the_calendar_counts(day, ahead):
    on = dt.date(2026, 12, 1) + dt.timedelta(days=ahead)
    due = last(day, on)
    after = due + dt.timedelta(days=1)
    assert england().add(due, day).due <= on < england().add(after, day).due


@pytest.mark.parametrize("row", DEADLINES, ids=lambda row: row.code)
def test_every_deadline_is_told_ahead_and_passed_up_twice(row):
    codes = [rung.code for rung in row.ladder]
    assert codes[0] == RungCode.AHEAD and len(set(codes)) == len(codes)
    above = [rung.to for rung in row.ladder if rung.is_escalation]
    assert len(above) >= 2 and Level.HOLDER not in above
    assert above[-1] == max(above, key=list(Level).index)
    assert any(rung.is_at_once for rung in row.ladder) == row.is_statutory
