"""When a conference may be held: the window of the statutory clock, its slots, and why others lost. Pure.

Days are counted by the calendar handed in; what is taken comes in as spans of time. R1 to R4 (docs/rules.md).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import chain

from conferences.rules.life_events import birthday, is_grown_up
from safeguarding.refusals import Problem, missing
from safeguarding.wording import LONDON, uk_date, uk_day, uk_day_name, uk_time
from safeguarding.workingdays import Calendar, OutsideCalendar

# The hours in which slots are offered (local); people may agree on others between the two outer ones.
OPENS, CLOSES = time.fromisoformat("09:00"), time.fromisoformat("16:30")
EARLIEST_START, LATEST_END = time.fromisoformat("08:00"), time.fromisoformat("20:00")
STEP = timedelta(minutes=30)
LENGTHS = (60, 90, 120, 150, 180)
USUAL_LENGTH = 120
MOST_OFFERED = 10
DAYS_OFFERED_WHEN_LATE = 10
# Grown-ups and professionals who sit at a conference beside the children: for the size of the room.
USUAL_PEOPLE = 8


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

    def is_open(self, starts_at: datetime, ends_at: datetime) -> bool:
        """Whether all of the span lies in its hours, on a day on which it is not closed."""
        day = starts_at.astimezone(LONDON).date()
        return not (
            room_refused(self.name, self.opens, self.closes, starts_at, ends_at)
            or closed_refused(self.name, self.closed, day)
        )

    @property
    def words(self) -> str:
        """12 seats, step-free, hearing loop."""
        return ", ".join([f"{self.seats} seats", *self.has])


@dataclass(frozen=True)
class ChairOffer:
    """A chair who may be booked; `knows` when they chaired these children's last conference."""

    pk: int
    name: str
    knows: bool = False
    works_the_case: bool = False


@dataclass(frozen=True)
class Slot:
    """A time with its room and chair; `suits` says for whom it is good, `lost` why others were not taken."""

    starts_at: datetime
    ends_at: datetime
    room: RoomOffer
    chair: ChairOffer
    suits: str
    lost: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The slot as a form sends it back: start, end, room and chair."""
        return slot_key(self.starts_at, self.ends_at, self.room.pk, self.chair.pk)


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
    start, end = starts_at.astimezone(LONDON), ends_at.astimezone(LONDON)
    if starts_at <= at:
        return "The start must be in the future"
    if end <= start:
        return "The conference must end after it starts"
    earliest, latest = moment(start.date(), EARLIEST_START), moment(start.date(), LATEST_END)
    if start < earliest or end > latest:
        return "The conference must start at 8am or later and end by 8pm"
    return ""


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


def late_problems(day: date, last: date, reason: str, agreed_by: str) -> list[Problem]:
    """R4 (L, Greater Manchester and Liverpool): what a late day lacks of its reason and of who agreed."""
    if day <= last:
        return []
    return missing(
        late_reason=(reason, f"Enter why it is being held after {uk_day(last)}, the last day by law"),
        late_agreed_by=(agreed_by, "Enter who agreed that the conference can be held late"),
    )


def moment(day: date, start: time) -> datetime:
    """The moment at which a clock on the wall shows `start` on that day."""
    return datetime.combine(day, start, tzinfo=LONDON)


def ending(starts_at: datetime, minutes: int) -> datetime:
    return starts_at + timedelta(minutes=minutes)


def minutes_between(starts_at: datetime, ends_at: datetime) -> int:
    return int((ends_at - starts_at).total_seconds()) // 60


def offers(
    days: Iterable[date],
    rooms: Sequence[RoomOffer],
    chairs: Sequence[ChairOffer],
    taken: Sequence[Taken],
    *,
    seats: int,
    minutes: int = USUAL_LENGTH,
    most: int = MOST_OFFERED,
) -> list[Slot]:
    """The first free slot of each half day, in order of time, with the best room and chair of those free."""
    free = [chair for chair in chairs if not chair.works_the_case]
    found: list[Slot] = []
    for times in chain.from_iterable(half_days(day, minutes) for day in days):
        slot = next((s for t in times if (s := _slot(t, minutes, rooms, free, taken, seats))), None)
        found += [slot] if slot else []
        if len(found) == most:
            break
    return found


def working_days(first: date, to: date, calendar: Calendar) -> Iterator[date]:
    """The working days from one to another, both included."""
    day = first if calendar.is_working_day(first) else calendar.add(first, 1).due
    while day <= to:
        yield day
        day = calendar.add(day, 1).due


def half_days(day: date, minutes: int) -> tuple[list[datetime], list[datetime]]:
    """The half-hour grid of a day: starts of the morning, and of the afternoon, that end before closing."""
    starts, at, closes = [], moment(day, OPENS), moment(day, CLOSES)
    while ending(at, minutes) <= closes:
        starts.append(at)
        at += STEP
    return [s for s in starts if s.hour < 12], [s for s in starts if s.hour >= 12]


def _slot(
    starts_at: datetime,
    minutes: int,
    rooms: Sequence[RoomOffer],
    chairs: Sequence[ChairOffer],
    taken: Sequence[Taken],
    seats: int,
) -> Slot | None:
    ends_at = ending(starts_at, minutes)
    meeting = [span for span in taken if span.meets(starts_at, ends_at)]
    busy = {span.room for span in meeting}
    free = [r for r in rooms if r.pk not in busy and r.is_open(starts_at, ends_at)]
    room = _best_room(free, seats)
    chair = _best_chair([c for c in chairs if c.pk not in {span.chair for span in meeting}], taken)
    if room is None or chair is None:
        return None
    suits = _suits(room, chair, seats)
    shut = tuple(f"{r.name} is not open then" for r in rooms if not r.is_open(starts_at, ends_at))
    lost = _lost(room, rooms, chairs, meeting, seats)
    return Slot(starts_at, ends_at, room, chair, suits, (*lost, *shut))


def _best_room(free: Sequence[RoomOffer], seats: int) -> RoomOffer | None:
    """The smallest that is large enough, or the largest there is."""
    enough = [room for room in free if room.seats >= seats]
    if enough:
        return min(enough, key=lambda room: (room.seats, room.name))
    return max(free, key=lambda room: (room.seats, room.name), default=None)


def _best_chair(free: Sequence[ChairOffer], taken: Sequence[Taken]) -> ChairOffer | None:
    """Who knows the children (one chair throughout where possible: S), else who has the fewest meetings."""

    def load(chair: ChairOffer) -> tuple[bool, int, str]:
        return not chair.knows, sum(span.chair == chair.pk for span in taken), chair.name

    return min(free, key=load, default=None)


def _suits(room: RoomOffer, chair: ChairOffer, seats: int) -> str:
    knows = " and chaired these children’s last conference" if chair.knows else ""
    size = "" if room.seats >= seats else f", though it has only {room.seats} seats"
    return f"{chair.name} is free{knows}; {room.name} is free{size}."


def _lost(
    room: RoomOffer,
    rooms: Sequence[RoomOffer],
    chairs: Sequence[ChairOffer],
    meeting: Sequence[Taken],
    seats: int,
) -> tuple[str, ...]:
    """Why the chairs and rooms that are not free, or are too small, were passed over."""
    busy_rooms, busy_chairs = {span.room for span in meeting}, {span.chair for span in meeting}
    chairs_lost = [f"{c.name} has another meeting" for c in chairs if c.pk in busy_chairs]
    rooms_lost = [f"{r.name} is taken" for r in rooms if r.pk in busy_rooms]
    small = [r for r in rooms if r.seats < min(seats, room.seats) and r.pk not in busy_rooms]
    return (*chairs_lost, *rooms_lost, *(f"{r.name} has only {r.seats} seats" for r in small))
