"""What the day of a conference must fit: an interpreter, hours at which somebody has contact or cannot come,
and parents who arrive apart. Pure. The Equality Act 2010 and Working Together 2026 ask that a family can take
part; no published source says in how many days an interpreter is found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from safeguarding.labelled import Labelled
from safeguarding.refusals import Problem, missing
from safeguarding.wording import LONDON
from safeguarding.workingdays import days_between, monday

# So many minutes before the start the first of two parents arrives; 0 where they do not arrive apart.
APART = (0, 15, 30, 45, 60)
WORKING_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


class BusyKind(Labelled):
    """Why somebody of the family is not free."""

    CONTACT = "CONTACT", "Contact with a child"
    CANNOT = "CANNOT", "Cannot come"


@dataclass(frozen=True)
class Busy:
    """When somebody is not free: each week on a day, or on one date; without hours, the whole day."""

    kind: BusyKind
    who: str
    weekday: int | None = None
    day: date | None = None
    begins: time | None = None
    ends: time | None = None

    def meets(self, starts_at: datetime, ends_at: datetime) -> bool:
        day = starts_at.astimezone(LONDON).date()
        if day != self.day and days_between(monday(day), day) != self.weekday:
            return False
        if self.begins is None or self.ends is None:
            return True
        begins, ends = (datetime.combine(day, clock, tzinfo=LONDON) for clock in (self.begins, self.ends))
        return starts_at < ends and begins < ends_at

    @property
    def words(self) -> str:
        """As what speaks against a time."""
        return f"{self.who} has contact then" if self.kind is BusyKind.CONTACT else f"{self.who} cannot come"


@dataclass(frozen=True)
class Fit:
    """What a conference's day must fit. `lacks_interpreter`: of days, how many working days are lacking to
    find the interpreter. `apart`: how long before the start the first parent arrives.
    """

    interpreter: str = ""
    lacks_interpreter: Mapping[date, int] = field(default_factory=dict)
    apart: timedelta = timedelta()
    busy: tuple[Busy, ...] = ()

    def busy_at(self, starts_at: datetime, ends_at: datetime) -> Iterator[Busy]:
        return (one for one in self.busy if one.meets(starts_at, ends_at))


def fit_problems(language: str, whom: str, minutes: int | None) -> list[Problem]:
    """What is missing of what a day must fit."""
    needed: list[Problem] = []
    if language and not whom:
        needed += missing(interpreter_for=(whom, "Enter who needs the interpreter"))
    if whom and not language:
        needed += missing(interpreter=(language, "Enter the language of the interpreter"))
    if minutes not in APART:
        needed.append(Problem("Select whether two parents arrive apart", "apart_minutes"))
    return needed


def busy_problems(
    kind: BusyKind | None,
    who: str,
    weekday: int | None,
    day: date | None,
    hours: tuple[time | None, time | None],
    on: date,
) -> Iterable[Problem]:
    """What is wrong with a time at which somebody is not free, told on a day."""
    yield from missing(
        kind=(kind, "Select whether it is contact, or they cannot come"), who=(who, "Enter who it is")
    )
    if weekday is None and day is None:
        yield Problem("Select a day of the week, or enter one date", "weekday")
    elif weekday is not None and day is not None:
        yield Problem("Either it is each week or on one date: leave one of them empty", "day")
    elif day is not None and day < on:
        yield Problem("The date must be today or later", "day")
    begins, ends = hours
    if begins is None and ends is not None:
        yield Problem("Enter when it begins, or leave both empty for the whole day", "begins")
    elif begins is not None and ends is None:
        yield Problem("Enter when it ends, or leave both empty for the whole day", "ends")
    elif begins is not None and ends is not None and ends <= begins:
        yield Problem("It must end after it begins", "ends")


def least_length(usual: int, extra: int, lengths: Iterable[int]) -> int:
    """The shortest of the lengths that holds the usual one and what an interpreter takes more; else the
    longest.
    """
    known = sorted(lengths)
    return next((one for one in known if one >= usual + extra), known[-1])
