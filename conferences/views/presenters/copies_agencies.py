"""Of which children agencies read nothing, or read by what the chair said, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from conferences.models import Booking, RequestedChild
from conferences.queries.copies_agencies import is_read, is_said
from conferences.views.presenters import words
from safeguarding.wording import sentence, uk_moment

SAYS = "The chair, {chair}, can say otherwise."
NOTHING_OF = "The record of {name} is restricted: agencies read nothing of this child."
READ_OF = "The record of {name} is restricted: agencies read of this child all the same."


@dataclass(frozen=True)
class AgenciesLine:
    """A child whose record is restricted: what agencies read of them and why, and where it is said."""

    words: str
    href: str
    about: str


def lines(booking: Booking, restricted: Sequence[RequestedChild], *, may_say: bool) -> list[AgenciesLine]:
    """One for each child whose record is restricted; the address only for the chair (`may_say`)."""
    return [_line(booking, one, may_say=may_say) for one in restricted]


def _line(booking: Booking, one: RequestedChild, *, may_say: bool) -> AgenciesLine:
    name = one.child.display_name
    said = [(READ_OF if is_read(one) else NOTHING_OF).format(name=name), why(one)]
    if not is_said(one) and not may_say:
        said.append(SAYS.format(chair=booking.chair.full_name))
    href = reverse("record_agencies", args=[booking.ref, one.child.ref]) if may_say else ""
    return AgenciesLine(sentence(*filter(None, said)), href, f"of {name}")


def why(one: RequestedChild) -> str:
    """What the chair said, who and when; "" where nothing of it counts."""
    if not is_said(one):
        return ""
    return sentence(
        sentence(one.for_agencies_reason),
        f"Said by {words.name_of(one.for_agencies_by)}, {uk_moment(one.for_agencies_at)}.",
    )
