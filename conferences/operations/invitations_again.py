"""What is asked of everybody on a list once more, where its meeting is at another time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any

from django.db.models import Q

from conferences.models import Booking, Invitation, Request
from conferences.queries.scheduling import booking_of
from conferences.rules.invitations import Reply
from safeguarding import audit
from safeguarding.models import User
from safeguarding.operation import lock_all
from safeguarding.versions import differ_in, marks_of
from safeguarding.wording import uk_meeting

AGAIN = "Whether they can come, and what was arranged for them, is asked again for the new time."
MOVED = (
    "This meeting has another time since you opened this page: {when}. What you have is for the time before."
    " Save it again only if it is right for the new time."
)
NO_TIME = (
    "This meeting has no time any more since you opened this page. What you have is for the time before. Save"
    " it again only if it is right for whenever it will be."
)
# What somebody tells that is so for one time alone.
OF_ITS_TIME = frozenset({"reply", "takes_part", "arranged"})


def seen_of(request: Request, told: Mapping[str, Any]) -> str:
    """The mark of a page on which somebody told something, and of the time for which they told it."""
    timed = f" {_time_mark(booking_of(request))}" if OF_ITS_TIME & told.keys() else ""
    return marks_of(told) + timed


def _time_mark(meeting: Booking | None) -> str:
    return marks_of({"meets": meeting.starts_at if meeting else ""})


def other_time(seen: str, told: Collection[str], request: Request) -> str:
    """Why what was `told` on a page that was opened with `seen` may be for another time; "" if it is not.
    What was answered before there was a time is for any.
    """
    if not OF_ITS_TIME & set(told):
        return ""
    meeting = booking_of(request)
    stand = (_time_mark(meeting), _time_mark(None))
    if not all(differ_in(seen, one, "meets") for one in stand):
        return ""
    return MOVED.format(when=uk_meeting(meeting.starts_at, meeting.ends_at)) if meeting else NO_TIME


def ask_again(request: Request, *, since: dt.datetime | None = None, writer: User, at: dt.datetime) -> int:
    """For an operation that holds the request: what people answered, and what was arranged for what they
    need, was for the old time and stands no more; it stays in the history. What they need stands, and what
    was told after the old time was given up (`since`). How many.
    """
    rows = Invitation.objects.unscoped("the list of a request that is held")
    told = ~Q(reply=Reply.WAITING.value) | ~Q(takes_part="") | ~Q(arranged=[])
    old = Q(told_at__lte=since) if since else Q()
    held = lock_all(list(rows.filter(told, old, request=request, off_at=None)))
    for one in held:
        one.reply, one.takes_part, one.arranged = Reply.WAITING.value, "", []
        one.told_by, one.told_at = writer, at
        one.save(update_fields=["reply", "takes_part", "arranged", "told_by", "told_at"])
    if held:
        audit.record("invitations.asked_again", request, by=writer, at=at, detail={"people": len(held)})
    return len(held)
