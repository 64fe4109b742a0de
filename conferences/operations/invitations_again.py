"""What is asked of everybody on a list once more, where its meeting is at another time."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q

from conferences.models import Invitation, Request
from conferences.rules.invitations import Reply
from safeguarding import audit
from safeguarding.models import User
from safeguarding.operation import lock_all

AGAIN = "Whether they can come, and what was arranged for them, is asked again for the new time."


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
