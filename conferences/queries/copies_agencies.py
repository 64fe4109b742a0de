"""Of which children of a request agencies read: what the chair said of those whose records are restricted."""

from __future__ import annotations

from uuid import UUID

from conferences.models import Booking, Request, RequestedChild
from conferences.queries.scheduling import booking_in_scope
from conferences.rules.copies_agencies import agencies_read_of
from safeguarding.access import get, scope
from safeguarding.models import User


def is_read(asked: RequestedChild) -> bool:
    """Whether agencies read of a child of a request, that is loaded with the child."""
    return agencies_read_of(asked.child.restricted_at, asked.for_agencies_at if asked.for_agencies else None)


def is_said(asked: RequestedChild) -> bool:
    """Whether what the chair said of a restricted child still counts: it is of this restriction."""
    restricted, said = asked.child.restricted_at, asked.for_agencies_at
    return said is not None and agencies_read_of(restricted, said)


def restricted_of(user: User, request: Request | int) -> list[RequestedChild]:
    """The children of a request in scope whose records are restricted: one query."""
    rows = scope(user, RequestedChild).filter(request=request, child__is_restricted=True)
    return list(rows.select_related("child", "for_agencies_by"))


def restricted_in_scope(user: User, ref: UUID, child: UUID) -> tuple[Booking, RequestedChild]:
    """A meeting and one of its children whose record is restricted; Http404 for any other."""
    booking = booking_in_scope(user, ref)
    rows = RequestedChild.objects.select_related("child", "for_agencies_by")
    found: RequestedChild = get(
        user, rows, request=booking.request_id, child__ref=child, child__is_restricted=True
    )
    return booking, found
