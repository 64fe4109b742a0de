"""What the people on the list of a request need of its room."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from conferences.models import Exclusion, Invitation, Request, Room
from conferences.rules.exclusions import Kept, kept_from_all
from conferences.rules.invitations import Reply, TakesPart
from conferences.rules.scheduling import Closed, RoomOffer
from conferences.rules.scheduling_room import Listed, RoomWish, room_wish


def room_wishes(requests: Collection[Request], children: int | None = None) -> dict[int, RoomWish]:
    """{request: what its room must have}, of requests in scope whose children are loaded, or of one with so
    many: two queries.
    """
    ids = [one.pk for one in requests]
    excluded: dict[int, list[Kept]] = defaultdict(list)
    stand = Exclusion.objects.unscoped("who is excluded from a conference in scope")
    for one in stand.filter(request__in=ids, lifted_at=None):
        if one.is_in_force:
            excluded[one.request_id].append(Kept(one.name, one.answer, one.person_id))
    rows = Invitation.objects.unscoped("what the list of a request in scope needs of its room")
    listed: dict[int, list[Listed]] = defaultdict(list)
    for row in rows.filter(request__in=ids, off_at=None).order_by("pk"):
        is_grown_up = not (row.agency_kind or row.requested_child_id)
        if is_grown_up and kept_from_all(excluded[row.request_id], row.name, row.person_id):
            continue
        on_screen = row.reply == Reply.VIDEO or row.takes_part == TakesPart.VIDEO
        listed[row.request_id].append(
            Listed(row.reply, frozenset(row.needs), bool(row.agency_kind), on_screen)
        )
    return {
        one.pk: room_wish(listed[one.pk], one.children.count() if children is None else children)
        for one in requests
    }


def room_offer(room: Room, closed: Collection[Closed] = ()) -> RoomOffer:
    """A room as the search for a time takes it."""
    return RoomOffer(
        room.pk,
        room.name,
        room.seats,
        room.has,
        room.opens_time,
        room.closes_time,
        tuple(closed),
        room.site,
        room.has_waiting_room,
        room.is_step_free,
        room.has_hearing_loop,
        room.has_video,
    )
