"""A conference that was entered after it was held, in words."""

from __future__ import annotations

from datetime import date

from conferences.models import Booking
from conferences.rules.scheduling_entered import before_asked, long_ago
from conferences.rules.workflow import EnteredReason
from safeguarding.clock import day_of
from safeguarding.labelled import label
from safeguarding.pagekit.components import SummaryRow
from safeguarding.wording import sentence, uk_moment


def entered_rows(booking: Booking) -> list[SummaryRow]:
    """When and by whom it was entered, and why only then; none where it was booked ahead."""
    if not booking.entered_reason:
        return []
    told = sentence(sentence(label(EnteredReason, booking.entered_reason)), booking.entered_words)
    return [
        SummaryRow(
            "Entered after it was held", f"{uk_moment(booking.booked_at)} by {booking.booked_by.full_name}"
        ),
        SummaryRow("Why only then", told),
    ]


def warnings(booking: Booking, on: date) -> list[str]:
    """What to think about before it is entered."""
    day = day_of(booking.starts_at)
    found = (long_ago(day, on), before_asked(day, day_of(booking.request.requested_at)))
    return [words for words in found if words]
