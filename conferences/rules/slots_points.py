"""What speaks for and against a time that can be, in points and words (docs/rules.md). Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from conferences.rules.scheduling import NO_ROOM, ChairOffer, RoomOffer, moment
from conferences.rules.scheduling_room import counted_people, has_not, not_known, too_small
from conferences.rules.slots_taken import Diary, Wish, gap, room_cannot
from safeguarding.wording import LONDON, counted, joined, uk_day

# What speaks against a time, in points: how many of the lesser make up for one of the graver.
# The first two for each working day that is lacking.
SHORT_NOTICE, NO_SLACK, AFTER_BIRTH_LIMIT, AFTER_LAST_DAY = 12, 15, 30, 60
ANOTHER_CHAIR, FULL_DAY, NO_BREAK, EACH_MEETING = 40, 25, 5, 2
TOO_SMALL, SPARE_SEATS, SEATS_A_POINT = 50, 1, 4
# For each thing that somebody needs of the room and it has not, or nobody has said that it has.
LACKING, PERHAPS_LACKING = 50, 8
SCHOOL_RUN = 10
# For each working day that an interpreter lacks; for each who has contact or cannot come.
NO_INTERPRETER, NOT_FREE, TOO_EARLY_IN_PREGNANCY, NO_THINKING, NO_MINUTES = 12, 45, 30, 10, 15
# For each working day that agencies lack for their reports.
NO_REPORTS = 10
NO_WAITING_ROOM, PERHAPS_NO_WAITING_ROOM, ROOM_TAKEN_BEFORE = 15, 8, 20
BREAK = timedelta(minutes=30)


@dataclass(frozen=True)
class Point:
    """Something that speaks against a time, a room or a chair, and how much."""

    points: int
    words: str


def against_time(starts_at: datetime, ends_at: datetime, wish: Wish) -> list[Point]:
    day, found = starts_at.astimezone(LONDON).date(), []
    if lacks := wish.lacks_notice.get(day, 0):
        words = f"Those invited have {counted(lacks, 'working day')} less notice than they should"
        found.append(Point(SHORT_NOTICE * lacks, words))
    if lacks := wish.lacks_reports.get(day, 0):
        words = f"Agencies are asked {counted(lacks, 'working day')} too late for their reports"
        found.append(Point(NO_REPORTS * lacks, words))
    if day in wish.lacks_slack:
        days = wish.lacks_slack[day]
        words = f"It leaves little time, or none, to move it before {uk_day(wish.last)}"
        later = f"It is {counted(days, 'working day')} later than it could be"
        found.append(Point(NO_SLACK * days, later if wish.is_past else words))
    if day > wish.last and not wish.is_past:
        found.append(Point(AFTER_LAST_DAY, f"It is later than {uk_day(wish.last)}, the last day by law"))
    if wish.birth_to and day > wish.birth_to:
        words = f"It is later than {uk_day(wish.birth_to)}, the local limit before the birth"
        found.append(Point(AFTER_BIRTH_LIMIT, words))
    if wish.school and not _in_school(starts_at, ends_at, wish.school):
        found.append(Point(SCHOOL_RUN, "A parent may be on the way to or from school"))
    return [*found, *_against_fit(starts_at, ends_at, day, wish)]


def _against_fit(starts_at: datetime, ends_at: datetime, day: date, wish: Wish) -> Iterator[Point]:
    """What the family's own day must fit, and the chair's thinking."""
    fit = wish.fit
    if lacks := fit.lacks_interpreter.get(day, 0):
        words = f"An interpreter ({fit.interpreter}) is asked for {counted(lacks, 'working day')} too late"
        yield Point(NO_INTERPRETER * lacks, words)
    for one in fit.busy_at(starts_at, ends_at):
        yield Point(NOT_FREE, one.words)
    if wish.birth_from and day < wish.birth_from:
        words = f"It is earlier in the pregnancy than {uk_day(wish.birth_from)}, a local limit"
        yield Point(TOO_EARLY_IN_PREGNANCY, words)
    if wish.thought_from and day < wish.thought_from:
        yield Point(NO_THINKING, "No whole working day is left before it for the thinking time that is owed")


def _in_school(starts_at: datetime, ends_at: datetime, hours: tuple[time, time]) -> bool:
    day = starts_at.astimezone(LONDON).date()
    return moment(day, hours[0]) <= starts_at and ends_at <= moment(day, hours[1])


def against_room(room: RoomOffer, starts_at: datetime, diary: Diary, wish: Wish) -> list[Point]:
    found = list(_apart(room, starts_at, diary, wish)) if wish.fit.apart else []
    found += _lacking(room, wish)
    if words := too_small(room, wish.room.seats):
        return [*found, Point(TOO_SMALL, words)]
    spare = (room.seats - wish.room.seats) // SEATS_A_POINT
    return [*found, Point(spare * SPARE_SEATS, "")] if spare else found


def _lacking(room: RoomOffer, wish: Wish) -> Iterator[Point]:
    """What somebody needs of the room, and it lacks, or nobody has said that it has it."""
    for what, has in wish.room.asks(room):
        if has is None:
            yield Point(PERHAPS_LACKING, not_known(room, what))
        elif not has:
            yield Point(LACKING, has_not(room, what))


def _apart(room: RoomOffer, starts_at: datetime, diary: Diary, wish: Wish) -> Iterator[Point]:
    """Two parents arrive apart: one waits somewhere, and one is let in before the start."""
    if room.waiting_room is None:
        words = f"Nobody has said whether {room.name} has a waiting room, and parents arrive apart"
        yield Point(PERHAPS_NO_WAITING_ROOM, words)
    elif not room.waiting_room:
        words = f"{room.name} has no waiting room, and parents arrive apart"
        yield Point(NO_WAITING_ROOM, words)
    if room_cannot(room, starts_at - wish.fit.apart, starts_at, diary):
        minutes = counted(int(wish.fit.apart.total_seconds()) // 60, "minute")
        words = f"{room.name} cannot be had in the {minutes} before, when the first parent arrives"
        yield Point(ROOM_TAKEN_BEFORE, words)


def _takers_free(chair: ChairOffer, starts_at: datetime, ends_at: datetime, diary: Diary, wish: Wish) -> bool:
    """Whether anybody beside the chair could take the minutes then."""
    takers = (one for one in wish.takers if one.pk != chair.pk)
    return any(not one.cannot(starts_at, ends_at, diary) for one in takers)


def against_chair(
    chair: ChairOffer, starts_at: datetime, ends_at: datetime, diary: Diary, wish: Wish
) -> list[Point]:
    spans = diary.of(chair.pk, starts_at.astimezone(LONDON).date())
    meetings, found = sum(span.room != NO_ROOM for span in spans), []
    if wish.known and chair.pk not in wish.known:
        words = f"{chair.name} does not know the family, and another chair does"
        found.append(Point(ANOTHER_CHAIR, words))
    if wish.a_day and meetings >= wish.a_day:
        words = f"{chair.name} already has {counted(meetings, 'conference')} that day"
        found.append(Point(FULL_DAY, words))
    if any(gap(span, starts_at, ends_at) < BREAK for span in spans):
        found.append(Point(NO_BREAK, f"{chair.name} has no break before or after it"))
    if wish.takers and not _takers_free(chair, starts_at, ends_at, diary, wish):
        found.append(Point(NO_MINUTES, "Nobody who takes minutes is free then"))
    if load := diary.load.get(chair.pk, 0):
        found.append(Point(load * EACH_MEETING, ""))
    return found


def against(
    starts_at: datetime, ends_at: datetime, room: RoomOffer, chair: ChairOffer, diary: Diary, wish: Wish
) -> list[Point]:
    """All that speaks against one time with its room and chair, the gravest first."""
    points = [
        *against_time(starts_at, ends_at, wish),
        *against_room(room, starts_at, diary, wish),
        *against_chair(chair, starts_at, ends_at, diary, wish),
    ]
    return sorted(points, key=lambda point: -point.points)


def good(
    starts_at: datetime, ends_at: datetime, room: RoomOffer, chair: ChairOffer, diary: Diary, wish: Wish
) -> Iterator[str]:
    """What speaks for it: what nothing speaks against."""
    day = starts_at.astimezone(LONDON).date()
    if chair.pk in wish.known:
        yield f"{chair.name} chaired these children’s conference last"
    if not wish.is_past and day not in wish.lacks_notice:
        yield "Everybody has notice enough"
    if wish.lacks_reports and day not in wish.lacks_reports:
        yield "Agencies have time for their reports"
    if not wish.is_past and day <= wish.last and day not in wish.lacks_slack:
        yield f"It can still be moved before {uk_day(wish.last)}"
    if wish.school and _in_school(starts_at, ends_at, wish.school):
        yield "It lies in school hours"
    if not too_small(room, wish.room.seats):
        yield f"{room.name} has {room.seats} seats for {counted_people(wish.room.seats)}"
    if (asked := wish.room.asks(room)) and all(has for _, has in asked):
        yield f"{room.name} has {joined([what for what, _ in asked])}, which somebody needs"
    yield from _good_for_family(starts_at, ends_at, day, room, wish)
    if wish.takers and _takers_free(chair, starts_at, ends_at, diary, wish):
        yield "Somebody is free to take the minutes"


def _good_for_family(
    starts_at: datetime, ends_at: datetime, day: date, room: RoomOffer, wish: Wish
) -> Iterator[str]:
    fit = wish.fit
    if fit.interpreter and day not in fit.lacks_interpreter:
        yield f"An interpreter ({fit.interpreter}) can be asked for in time"
    if fit.busy and not any(fit.busy_at(starts_at, ends_at)):
        yield "By what is known everybody of the family is free then"
    if fit.apart and room.waiting_room:
        yield f"{room.name} has a waiting room for parents who arrive apart"


def total(points: Iterable[Point]) -> int:
    return sum(point.points for point in points)
