"""The ladders: who is told of a deadline when, from whoever's it is up to the manager. Pure.

A rung with nobody to receive it goes to the next one up. Of the rungs that are reached at first sight only
the last is told, to whoever's it is and to those above.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from safeguarding.labelled import Labelled
from safeguarding.workingdays import Calendar, add_days


class Level(Labelled):
    """Who a rung tells, from the bottom up."""

    HOLDER = "HOLDER", "whoever’s it is"
    TEAM_MANAGER = "TEAM_MANAGER", "who manages the team"
    STRATEGIC_LEAD = "STRATEGIC_LEAD", "who leads the unit"
    MANAGER = "MANAGER", "who manages the services"


class RungCode(Labelled):
    """When a rung is reached."""

    AHEAD = "AHEAD", "ahead of the day"
    NEAR = "NEAR", "2 working days before the day"
    TODAY = "TODAY", "on the day"
    LATE = "LATE", "the working day after"
    STILL_LATE = "STILL_LATE", "5 working days after"
    MEETING_NEAR = "MEETING_NEAR", "2 working days before the conference"
    MEETING_NEXT = "MEETING_NEXT", "the working day before the conference"


@dataclass(frozen=True)
class Rung:
    """One step of a ladder.

    `day` is in working days from the due day (negative before it), None as soon as the duty is raised;
    `from_meeting` counts it from the booked meeting instead. `is_at_once` sends its e-mail on the day itself
    without waiting for the morning; `is_escalation` asks to be acknowledged by name.
    """

    code: RungCode
    day: int | None
    to: Level
    is_at_once: bool = False
    is_escalation: bool = False
    from_meeting: bool = False

    def last_day(self, on: dt.date, calendar: Calendar) -> dt.date | None:
        """The latest due (or meeting) day for which this rung is reached on a day; None where each is."""
        if self.day is None:
            return None
        if self.day <= 0:
            return calendar.add(on, -self.day).due
        return add_days(calendar.add(add_days(on, 1), -self.day).due, -1)


Ladder = tuple[Rung, ...]
AHEAD = Rung(RungCode.AHEAD, None, Level.HOLDER)
TODAY = Rung(RungCode.TODAY, 0, Level.HOLDER)
BREAKS_TODAY = Rung(RungCode.TODAY, 0, Level.HOLDER, is_at_once=True)


def _up(code: RungCode, day: int, to: Level, *, from_meeting: bool = False) -> Rung:
    return Rung(code, day, to, is_escalation=True, from_meeting=from_meeting)


def _statutory(first: Level, second: Level) -> Ladder:
    return AHEAD, _up(RungCode.NEAR, -2, first), BREAKS_TODAY, _up(RungCode.LATE, 1, second)


def _local(first: Level, second: Level) -> Ladder:
    return AHEAD, TODAY, _up(RungCode.LATE, 1, first), _up(RungCode.STILL_LATE, 5, second)


def _before_meeting(late: Level) -> Ladder:
    """A question that the conference is better held with than without: it waits in silence for nothing."""
    return (
        AHEAD,
        TODAY,
        _up(RungCode.LATE, 1, late),
        _up(RungCode.MEETING_NEAR, -2, Level.STRATEGIC_LEAD, from_meeting=True),
        _up(RungCode.MEETING_NEXT, -1, Level.MANAGER, from_meeting=True),
    )


def ladder_of(*, is_statutory: bool, is_team: bool, before_meeting: bool) -> Ladder:
    """The ladder of a deadline: by its grade, by whose it is (the child's team's, else the unit's), and by
    whether it is about a question to be settled before a conference.
    """
    if before_meeting:
        return _before_meeting(Level.TEAM_MANAGER if is_team else Level.MANAGER)
    levels = (Level.TEAM_MANAGER, Level.STRATEGIC_LEAD) if is_team else (Level.STRATEGIC_LEAD, Level.MANAGER)
    return _statutory(*levels) if is_statutory else _local(*levels)
