"""A meeting that may change its place: what its room lacks, what may be changed alone, its calendar file."""

from __future__ import annotations

from conferences.forms.scheduling_move import ONLY
from conferences.models import Booking
from conferences.queries.scheduling import Choices
from conferences.queries.scheduling_room import room_offer
from conferences.rules.scheduling_room import room_lacks
from conferences.rules.workflow import BookingState
from safeguarding.pagekit.components import SummaryRow
from safeguarding.wording import sentence


def lacking(booking: Booking, choices: Choices) -> str:
    """What the room of a meeting in the diary is known to lack for its people; "" where nothing."""
    return " ".join(map(sentence, room_lacks(room_offer(booking.room), choices.wish.room)))


def alone_links(only: str) -> list[tuple[str, str]]:
    """What may be changed alone, or again all of it: its part of the address, and words."""
    links = [(f"?only={name}", f"Change only {what}") for name, what in ONLY.items() if name != only]
    return [*links, ("?", "Change any of it")] if only else links


def calendar_words(booking: Booking) -> str:
    """What the link to the file of a meeting for calendars says."""
    if booking.state == BookingState.CANCELLED or booking.never_began:
        return "Take it out of a calendar"
    return "Add to a calendar, or bring it up to date"


def room_rows(booking: Booking) -> list[SummaryRow]:
    """Why the room was chosen, where it lacked something."""
    if not booking.room_reason:
        return []
    return [SummaryRow("Why this room", f"{booking.room_lacks} {sentence(booking.room_reason)}")]
