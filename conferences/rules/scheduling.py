"""When a conference may be held: the window of the statutory clock, and its rooms, chairs and hours. Pure.

Days are counted by the calendar handed in; what is taken comes in as spans of time. R1 to R4 (docs/rules.md).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from conferences.rules.life_events import birthday, is_grown_up
from conferences.rules.scheduling_hours import Pattern
from conferences.rules.workflow import LateReason
from safeguarding.refusals import Problem, missing
from safeguarding.wording import LONDON, uk_date, uk_day, uk_day_name, uk_time
from safeguarding.workingdays import Calendar, OutsideCalendar

# The hours in which slots are offered (local); people may agree on others between the two outer ones.
OPENS, CLOSES = time.fromisoformat("09:00"), time.fromisoformat("16:30")
EARLIEST_START, LATEST_END = time.fromisoformat("08:00"), time.fromisoformat("20:00")
STEP = timedelta(minutes=30)
LENGTHS = (60, 90, 120, 150, 180)
USUAL_LENGTH = 120
DAYS_OFFERED_WHEN_LATE = 10
# The room of what takes none: protected time.
NO_ROOM = 0


def grown_refused(children: Iterable[tuple[str, date | None]], day: date) -> str:
    """Why no conference about children, each with its name and day of birth, is held on a day; "" else."""
    grown = next(((name, born) for name, born in children if born and is_grown_up(born, day)), None)
    if grown is None:
        return ""
    name, born = grown
    when = f"{name} is 18 on {uk_date(birthday(born))}"
    return f"{when}. Choose an earlier day, or take {name} out of the request"


@dataclass(frozen=True)
class DueChild:
    """A child's statutory day as it was counted when the conference was asked for."""

    name: str
    due: date
    explanation: str


@dataclass(frozen=True)
class Window:
    """The days in which the conference must be held: `first` and the statutory `last`, set by `children`."""

    first: date
    last: date
    explanation: str
    names: tuple[str, ...]
    to: date

    @property
    def is_past(self) -> bool:
        """Whether no working day of it is left, so that every day is late."""
        return self.last < self.first

    def is_late(self, day: date) -> bool:
        return day > self.last


@dataclass(frozen=True)
class Taken:
    """A span of a room's or a chair's time, half-open: the next may begin when it ends."""

    starts_at: datetime
    ends_at: datetime
    room: int
    chair: int
    site: str = ""

    def meets(self, starts_at: datetime, ends_at: datetime) -> bool:
        return self.starts_at < ends_at and starts_at < self.ends_at


@dataclass(frozen=True)
class Closed:
    """Days, both included, on which a room cannot be had, and why."""

    first: date
    last: date
    reason: str


@dataclass(frozen=True)
class RoomOffer:
    """A room that may be booked: what it has beside its seats, and when it may be had."""

    pk: int
    name: str
    seats: int
    has: tuple[str, ...] = ()
    opens: time | None = None
    closes: time | None = None
    closed: tuple[Closed, ...] = ()
    site: str = ""
    # None where nobody has said.
    waiting_room: bool | None = None
    step_free: bool | None = None
    loop: bool | None = None
    video: bool | None = None

    @property
    def words(self) -> str:
        """12 seats, step-free, hearing loop."""
        return ", ".join([f"{self.seats} seats", *self.has])


@dataclass(frozen=True)
class Away:
    """Days, both included, on which somebody is away."""

    first: date
    last: date


@dataclass(frozen=True)
class ChairOffer:
    """A chair who may be booked; `knows` when they chaired these children's last conference. `patterns`: the
    hours in which they work; none, any hour.
    """

    pk: int
    name: str
    knows: bool = False
    works_the_case: bool = False
    away: tuple[Away, ...] = ()
    patterns: tuple[Pattern, ...] = ()

    def away_on(self, day: date) -> Away | None:
        return next((one for one in self.away if one.first <= day <= one.last), None)


def slot_key(starts_at: datetime, ends_at: datetime, room: int, chair: int) -> str:
    local = starts_at.astimezone(LONDON)
    start = local.replace(tzinfo=None).isoformat(timespec="minutes")
    return f"{start}/{minutes_between(starts_at, ends_at)}/{room}/{chair}"


def window(on: date, children: Sequence[DueChild], calendar: Calendar) -> Window:
    """From the next working day to the earliest statutory day of the children; OutsideCalendar as it comes.

    Where that day has passed, slots are offered in the next working days, each of them late.
    """
    first = calendar.add(on, 1).due
    governing = min(children, key=lambda child: child.due)
    names = tuple(child.name for child in children if child.due == governing.due)
    late_to = calendar.add(first, DAYS_OFFERED_WHEN_LATE - 1).due
    to = governing.due if governing.due >= first else late_to
    return Window(first, governing.due, governing.explanation, names, to)


def day_refused(day: date, calendar: Calendar, holidays: Mapping[date, str]) -> str:
    """R3 (C, 8875): why no conference is held on a day, as a sentence; nothing where it may be held."""
    try:
        if calendar.is_working_day(day):
            return ""
    except OutsideCalendar as outside:
        return str(outside)
    if day in holidays:
        return f"{uk_day(day)} is a bank holiday ({holidays[day]}). Conferences are held on working days"
    return f"{uk_date(day)} is a {uk_day_name(day)}. Conferences are held on working days"


def time_refused(starts_at: datetime, ends_at: datetime, at: datetime) -> str:
    """Why a time of day cannot be, as a sentence; nothing where it can. `at` is the moment of asking."""
    return "The start must be in the future" if starts_at <= at else hours_refused(starts_at, ends_at)


def hours_refused(starts_at: datetime, ends_at: datetime) -> str:
    """Why a conference cannot have these hours, on whichever day; nothing where it can."""
    start, end = starts_at.astimezone(LONDON), ends_at.astimezone(LONDON)
    if end <= start:
        return "The conference must end after it starts"
    earliest, latest = moment(start.date(), EARLIEST_START), moment(start.date(), LATEST_END)
    if start < earliest or end > latest:
        return "The conference must start at 8am or later and end by 8pm"
    return ""


def takeover_refused(starts_at: datetime, at: datetime, calendar: Calendar) -> str:
    """Why no other chair takes over at a moment, as a sentence; nothing where one can: from the working day
    before the meeting to the end of its own day. Own: no published source says how near "on the day" is.
    """
    day, on = starts_at.astimezone(LONDON).date(), at.astimezone(LONDON).date()
    try:
        first = calendar.add(day, -1).due
    except OutsideCalendar as outside:
        return str(outside)
    if on < first:
        return f"Another chair can take over from {uk_day(first)} on. Until then, move the meeting"
    return "" if on <= day else "The day of this meeting is over, so nobody else can chair it"


def room_refused(
    name: str, opens: time | None, closes: time | None, starts_at: datetime, ends_at: datetime
) -> str:
    """Why a room cannot be had from one moment to another, as a sentence; nothing where it can."""
    if opens is None or closes is None:
        return ""
    start, end = starts_at.astimezone(LONDON), ends_at.astimezone(LONDON)
    if start >= moment(start.date(), opens) and end <= moment(start.date(), closes):
        return ""
    return f"{name} is open from {uk_time(opens)} to {uk_time(closes)}"


def closed_refused(name: str, closed: Iterable[Closed], day: date) -> str:
    """Why a room cannot be had on a day, as a sentence; nothing where it can."""
    reason = next((one.reason for one in closed if one.first <= day <= one.last), "")
    return f"{name} is closed on {uk_day(day)} ({reason})" if reason else ""


def late_problems(
    day: date, last: date, why: LateReason | None, words: str, manager: object | None, chair: object | None
) -> list[Problem]:
    """R4 (L, Greater Manchester and Liverpool): what a late day lacks of its reason and of who agreed, a
    social care manager and a chair.
    """
    if day <= last:
        return []
    said = words if why is LateReason.OTHER else "a reason of the list says it"
    return missing(
        late_why=(why, f"Select why it is held after {uk_day(last)}, the last day by law"),
        late_reason=(said, "Enter the other reason why it is held late"),
        late_manager=(manager, "Select the social care manager who agreed that it is held late"),
        late_chair=(chair, "Select the chair who agreed that it is held late"),
    )


def moment(day: date, start: time) -> datetime:
    """The moment at which a clock on the wall shows `start` on that day."""
    return datetime.combine(day, start, tzinfo=LONDON)


def ending(starts_at: datetime, minutes: int) -> datetime:
    return starts_at + timedelta(minutes=minutes)


def minutes_between(starts_at: datetime, ends_at: datetime) -> int:
    return int((ends_at - starts_at).total_seconds()) // 60


def working_days(first: date, to: date, calendar: Calendar) -> Iterator[date]:
    """The working days from one to another, both included."""
    day = first if calendar.is_working_day(first) else calendar.add(first, 1).due
    while day <= to:
        yield day
        day = calendar.add(day, 1).due


def grid(day: date, minutes: int) -> list[datetime]:
    """The half hours of a day from which something as long as `minutes` ends before closing."""
    starts, at, closes = [], moment(day, OPENS), moment(day, CLOSES)
    while ending(at, minutes) <= closes:
        starts.append(at)
        at += STEP
    return starts
