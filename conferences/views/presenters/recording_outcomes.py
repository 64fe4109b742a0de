"""A meeting that ended without a decision, in words: how, why, what follows, and its other sittings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.template.defaultfilters import linebreaksbr
from django.urls import reverse

from conferences.models import Booking
from conferences.rules.workflow import UNDECIDED, BookingState, OutcomeReason
from safeguarding.access import Permission, can
from safeguarding.clock import day_of
from safeguarding.labelled import label
from safeguarding.models import User
from safeguarding.pagekit.components import Cell, Column, SummaryRow, Table
from safeguarding.wording import uk_meeting, uk_moment

HOW = {
    BookingState.INQUORATE: "Not quorate, so it was not held",
    BookingState.ADJOURNED: "Adjourned to another day",
    BookingState.ABANDONED: "Abandoned before anything was decided",
}
BEFORE_IT_BEGAN = ", before it began"


def may_end(booking: Booking, on: date) -> bool:
    """Whether its chair may say today how it ended: from its day on, and until it is over."""
    return booking.state == BookingState.BOOKED and on >= day_of(booking.starts_at)


def may_tell_otherwise(booking: Booking, user: User) -> bool:
    """Whether this is the chair of a meeting that ended without a decision."""
    chairs = can(user, Permission.RECORD_CONFERENCE) and user.pk == booking.chair_id
    return chairs and booking.state in UNDECIDED


def put_back_rows(booking: Booking) -> list[SummaryRow]:
    """That it was said to have ended, and did not; nothing of one of which that was not said."""
    if booking.put_back_by is None:
        return []
    who = f"{uk_moment(booking.put_back_at)} by {booking.put_back_by.full_name}"
    said = f"It was said to have ended without a decision, and was put back into the diary: {who}."
    return [SummaryRow("Put back", f"{said} {booking.put_back_words}")]


def outcome_rows(booking: Booking) -> list[SummaryRow]:
    """How the meeting ended, why, and what keeps the children safe; nothing of one that did not."""
    if booking.state not in UNDECIDED or booking.outcome_by is None:
        return put_back_rows(booking)
    who = f"{uk_moment(booking.outcome_at)} by {booking.outcome_by.full_name}"
    early = BEFORE_IT_BEGAN if booking.never_began else ""
    return [
        SummaryRow("How it ended", f"{HOW[BookingState[booking.state]]}{early}: {who}"),
        SummaryRow("Why", label(OutcomeReason, booking.outcome_reason)),
        SummaryRow("What was done, and until the new date", linebreaksbr(booking.outcome_words)),
        *put_back_rows(booking),
    ]


def sittings_table(others: Sequence[Booking], user: User) -> Table:
    """The other meetings of the same request: those that ended without a decision, and what followed. Who may
    not open a meeting is led to its record.
    """
    page = "booking" if can(user, Permission.READ_REQUEST) else "record"
    rows = [
        [
            Cell(f"Meeting {one.pk}", href=reverse(page, args=[one.ref])),
            uk_meeting(one.starts_at, one.ends_at),
            BookingState[one.state].label,
        ]
        for one in others
    ]
    columns = [Column("Meeting"), Column("When"), Column("How it stands")]
    return Table("Other meetings for this request", columns, rows, row_heads=True, stack=True)
