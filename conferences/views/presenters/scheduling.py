"""A meeting and its window in words: when, where, who, how it stands to its statutory day, how it moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.urls import reverse

from conferences.models import Booking, BookingMove, Consultation, Request, SlotHold
from conferences.queries.days import Day
from conferences.queries.scheduling import Choices
from conferences.queries.scheduling_days import Births
from conferences.rules.consultations import BookedDespite
from conferences.rules.local_days import LocalDay
from conferences.rules.scheduling import day_refused, takeover_refused
from conferences.rules.slots import free_by_day
from conferences.rules.vocabulary import ConferenceKind
from conferences.rules.workflow import (
    BOOKING,
    BookingState,
    CancelReason,
    ChairReason,
    Event,
    LateReason,
    MoveReason,
    may,
)
from conferences.views.presenters import words
from conferences.views.presenters.consultations_state import consultation_tag
from conferences.views.presenters.days import law_day, moved_note
from conferences.views.presenters.recording_outcomes import outcome_rows
from conferences.views.presenters.scheduling_entered import entered_rows
from conferences.views.presenters.scheduling_move import room_rows
from safeguarding.access import Permission, can
from safeguarding.bankholidays import england, names
from safeguarding.clock import day_of
from safeguarding.labelled import label
from safeguarding.models import User
from safeguarding.pagekit.components import Cell, Column, Entry, SummaryRow, Table, Tag
from safeguarding.rights import Role
from safeguarding.wording import (
    counted,
    joined,
    lower_first,
    sentence,
    uk_day,
    uk_meeting,
    uk_moment,
    uk_time,
)

STATE_COLOURS = {
    BookingState.BOOKED: "blue",
    BookingState.HELD: "green",
    BookingState.CANCELLED: "grey",
    BookingState.INQUORATE: "orange",
    BookingState.ADJOURNED: "orange",
    BookingState.ABANDONED: "orange",
}
CHILD_COLUMNS = [Column("Child"), Column("Conference"), Column("Last day by law")]


def window_rows(choices: Choices) -> list[SummaryRow]:
    """The window: its first and last day, who sets it, and how it was counted."""
    window = choices.window
    whose = f" (for {joined(window.names)})" if len(window.names) else ""
    counted_so = SummaryRow("How it was counted", sentence(window.explanation))
    if window.is_past:
        return [
            SummaryRow("The last day by law was", f"{uk_day(window.last)}{whose}"),
            counted_so,
            SummaryRow("The soonest day now", uk_day(window.first)),
        ]
    return [
        SummaryRow("From", uk_day(window.first)),
        SummaryRow("To", f"{uk_day(window.last)}{whose}"),
        counted_so,
    ]


def window_warning(choices: Choices) -> str:
    """What must be known before a time is chosen, when the window is past or holds no free slot."""
    window = choices.window
    if window.is_past:
        return (
            f"The last day allowed by law was {uk_day(window.last)}. Choose the first possible day, "
            "and say why it is late and who agreed."
        )
    if not choices.free:
        return "No room and chair are free together in this time. Choose another time."
    return ""


def held_words(hold: SlotHold | None) -> str:
    """Until when the time is kept for who checks it; "" where it is not."""
    return f"This time is held for you until {uk_time(hold.until_at)}." if hold else ""


def free_table(choices: Choices) -> Table | None:
    """Every start at which a room and a chair are free together, day by day, for who looks for another time,
    and of a day without any why; None where no room or chair is offered.
    """
    free = free_by_day(choices.free)
    if not (choices.rooms and choices.chairs):
        return None
    rows = [_free_row(day, free.get(day), choices) for day in choices.days_of_window]
    columns = [Column("Day"), Column("Morning"), Column("Afternoon")]
    return Table("Free times", columns, rows, row_heads=True, stack=True) if rows else None


def _free_row(day: date, free: tuple[str, str] | None, choices: Choices) -> list[Cell | str]:
    if free is None:
        return [Cell(uk_day(day), note=" ".join(map(sentence, choices.none_on(day)))), "None", "None"]
    return [uk_day(day), *(half or "None" for half in free)]


def said_rows(booking: Booking, choices: Choices) -> list[SummaryRow]:
    """What speaks for and against the place that was chosen."""
    slot = choices.said_of(booking)
    if slot is None:
        return []
    against = [*slot.against, *choices.others_at(slot)]
    rows = [("What speaks for it", slot.good), ("What speaks against it", against)]
    return [SummaryRow(title, " ".join(map(sentence, said))) for title, said in rows if said]


def children_table(
    request: Request, days: Mapping[int, Day], consulted: Mapping[int, Consultation] | None = None
) -> Table:
    """The children whom the meeting is about, each with the kind of conference and the last day; and, where
    any was `consulted` on, what was decided for each.
    """
    rows = [
        [
            Cell(asked.child.display_name, href=reverse("child", args=[asked.child.ref])),
            label(ConferenceKind, asked.kind),
            Cell(uk_day(day.day), note=sentence(sentence(day.explanation), moved_note(day))),
            *([_consulted(consulted.get(asked.pk))] if consulted else []),
        ]
        for asked, day in ((asked, days[asked.pk]) for asked in request.children.all())
    ]
    columns = [*CHILD_COLUMNS, *([Column("Consultation")] if consulted else [])]
    return Table("Children", columns, rows, row_heads=True, stack=True)


def _consulted(one: Consultation | None) -> Cell:
    return Cell(tag=consultation_tag(one)) if one else Cell("None needed")


def displaced(booking: Booking, closed: str) -> str:
    """Why a meeting in the diary cannot be held where and when it stands; "" where it can."""
    if booking.state != BookingState.BOOKED:
        return ""
    day = day_refused(day_of(booking.starts_at), england(), names())
    return sentence(sentence(day), sentence(closed), "Move it.") if day or closed else ""


def booking_rows(booking: Booking, days: Mapping[int, Day]) -> list[SummaryRow]:
    """When, where, who chairs, and how the day stands to the statutory one."""
    last = law_day(days.values())
    rows = [
        SummaryRow("When", when(booking)),
        SummaryRow("Where", where(booking)),
        *room_rows(booking),
        SummaryRow("Chair", _chair(booking)),
        SummaryRow("Minutes", minutes_words(booking)),
        SummaryRow("Time limit", before_last_day(day_of(booking.starts_at), last)),
    ]
    rows += late_rows(booking)
    rows += [*_despite(booking), *entered_rows(booking), *outcome_rows(booking)]
    if booking.cancelled_by:
        why = sentence(label(CancelReason, booking.cancel_reason), "")
        rows.append(
            SummaryRow("Cancelled", f"{uk_moment(booking.cancelled_at)} by {booking.cancelled_by.full_name}")
        )
        rows.append(SummaryRow("Why", f"{why} {booking.cancel_note}".strip()))
    return rows


def late_rows(booking: Booking) -> list[SummaryRow]:
    """Why it stands past the last day by law, and who agreed; nothing where it does not."""
    if not booking.is_agreed_late:
        return []
    why = sentence(label(LateReason, booking.late_why)) if booking.late_why else ""
    who = [one.full_name for one in (booking.late_manager, booking.late_chair) if one]
    return [
        SummaryRow("Why it is late", " ".join(filter(None, (why, booking.late_reason)))),
        SummaryRow("Who agreed", joined(who) or booking.late_agreed_by),
    ]


def _despite(booking: Booking) -> list[SummaryRow]:
    """Why there is a conference for a child for whom another way was decided."""
    if not booking.despite:
        return []
    told = sentence(label(BookedDespite, booking.despite), booking.despite_words)
    return [SummaryRow("Held though another way was decided", told)]


def _chair(booking: Booking) -> str:
    """The chair's name, with a word where the meeting lies ahead and they are none any more."""
    chair = booking.chair
    stays = chair.is_active and chair.is_any(Role.CHAIR)
    if stays or booking.state != BookingState.BOOKED:
        return chair.full_name
    return f"{chair.full_name}, who chairs no more. Move this meeting to another chair."


def takes_minutes(who: User) -> str:
    return f"{who.full_name} takes the minutes."


def minutes_words(booking: Booking) -> str:
    """Who takes the minutes, with a word where the meeting lies ahead and they may not any more."""
    who = booking.minute_taker
    if who is None:
        return "Nobody is chosen" if booking.state == BookingState.BOOKED else "Nobody was chosen"
    if booking.state != BookingState.BOOKED or can(who, Permission.WRITE_RECORD):
        return who.full_name
    return f"{who.full_name}, who can take no minutes any more. Choose somebody else."


def days_table(days: Sequence[LocalDay]) -> Table:
    """What the local limits ask before the meeting and of it, each with how its day was counted."""
    columns = [Column("What"), Column("By")]
    rows = [
        [one.what, Cell(uk_day(one.day), tag=_missed(one), note=sentence(one.explanation))] for one in days
    ]
    return Table("What the local limits ask", columns, rows, row_heads=True, stack=True)


def birth_rows(births: Births, last: date) -> list[SummaryRow]:
    """From when and by when an unborn child's conference should be, for the page on which its day is chosen;
    and what can be done where its last day by law is sooner than that.
    """
    rows = [
        SummaryRow(one.what, f"By {uk_day(one.day)}, {one.explanation} (a local limit)")
        for one in births.until
    ]
    if births.first and births.until:
        early = f"From {uk_day(births.first)} on (a local limit)."
        again = (
            "The last day by law is before it. A further strategy discussion nearer the time can start the "
            "enquiries anew; until then the law’s day holds."
        )
        rows.append(
            SummaryRow("Not too early in the pregnancy", f"{early} {again}" if last < births.first else early)
        )
    return rows


def _missed(one: LocalDay) -> Tag | None:
    return Tag("The meeting is later", "orange") if one.is_missed else None


def when(booking: Booking) -> str:
    return uk_meeting(booking.starts_at, booking.ends_at)


def where(booking: Booking) -> str:
    return f"{booking.room.name}, {booking.room.site}" if booking.room.site else booking.room.name


def before_last_day(day: date, last: date) -> str:
    """5 working days before the last day by law, Friday 30 November 2018."""
    apart = england().between(day, last)
    on = f"the last day by law, {uk_day(last)}"
    if apart > 0:
        return f"{counted(apart, 'working day')} before {on}"
    if apart < 0:
        return f"{counted(-apart, 'working day')} after {on}"
    return f"On {on}" if day <= last else f"After {on}"


def place_rows(booking: Booking, last: date) -> list[SummaryRow]:
    """The answers to be checked before a conference is scheduled: the meeting as it would stand."""
    rows = [
        SummaryRow("When", when(booking)),
        SummaryRow("Room", booking.room.name),
        *room_rows(booking),
        SummaryRow("Chair", booking.chair.full_name),
        SummaryRow("Minutes", minutes_words(booking)),
        SummaryRow("Time limit", before_last_day(day_of(booking.starts_at), last)),
    ]
    rows += late_rows(booking)
    rows += _despite(booking)
    return rows


def moves(booking: Booking) -> list[Entry]:
    """The places that the meeting left, the latest first."""
    return [_move_entry(move) for move in reversed(booking.moves.all())]


def _move_entry(move: BookingMove) -> Entry:
    was = uk_meeting(move.from_starts_at, move.from_ends_at)
    lines = [f"It was {was}, in {move.from_room.name}, chaired by {move.from_chair.full_name}."]
    lines += [move.note] if move.note else []
    return Entry(move_words(move), uk_moment(move.moved_at), lines, move.moved_by.full_name)


def move_words(move: BookingMove) -> str:
    """Why it was moved; another chair on the day: "Another chair took over: the chair is ill"."""
    if not move.chair_reason:
        return label(MoveReason, move.reason)
    return f"Another chair took over: {lower_first(label(ChairReason, move.chair_reason))}"


def state_tag(booking: Booking) -> Tag:
    state = BookingState[booking.state]
    if booking.entered_reason and state is BookingState.BOOKED:
        return Tag("Held, not recorded yet", STATE_COLOURS[state])
    return Tag(state.label, STATE_COLOURS[state])


def new_date_rows(day: LocalDay | None) -> list[SummaryRow]:
    """By when the new date should be, where a meeting of the request ended without a decision."""
    if day is None:
        return []
    return [SummaryRow(day.what, f"By {uk_day(day.day)}, {day.explanation} (a local limit)")]


def begun_words(booking: Booking) -> str:
    """Why a meeting whose record was begun is neither moved nor cancelled, and who ends it."""
    return (
        "The record of this meeting has been started, so it is not moved or cancelled: what is written would "
        f"go with it. {booking.chair.full_name}, the chair, adjourns it to another day, or says that it was "
        "not quorate or was abandoned, on the page of the record."
    )


def may_move(user: User, booking: Booking) -> bool:
    """One that was entered as held is cancelled and entered anew, and not moved."""
    stands = not booking.entered_reason and may(BOOKING, booking.state, Event.MOVE, *user.roles)
    return stands and can(user, Permission.SCHEDULE)


def may_cancel(user: User, booking: Booking) -> bool:
    return can(user, Permission.SCHEDULE) and may(BOOKING, booking.state, Event.CANCEL, *user.roles)


def may_take_over(user: User, booking: Booking, at: datetime) -> bool:
    """Whether another chair can take over now, and this person may say so."""
    stands = can(user, Permission.SCHEDULE) and booking.state == BookingState.BOOKED
    return stands and not takeover_refused(booking.starts_at, at, england())


def no_take_over(booking: Booking, at: datetime) -> str:
    """Why nobody takes over now, as a sentence."""
    words = takeover_refused(booking.starts_at, at, england())
    stands = booking.state == BookingState.BOOKED
    return sentence(words) if stands and words else "This meeting is not in the diary any more."


def may_choose_minutes(user: User, booking: Booking) -> bool:
    return can(user, Permission.SCHEDULE) and booking.state == BookingState.BOOKED


def record_href(user: User, booking: Booking) -> str:
    """The record's address: of a conference that was held, for whoever reads of its children; before, for
    those who write it, while the meeting stands.
    """
    if booking.state == BookingState.HELD and can(user, Permission.READ_CHILD):
        return words.address("record", booking.ref)
    opens = can(user, Permission.WRITE_RECORD) and user.pk in (booking.chair_id, booking.minute_taker_id)
    stands = booking.state != BookingState.CANCELLED
    return words.address("record", booking.ref) if opens and stands else ""
