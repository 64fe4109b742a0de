"""What a child left by a death or an end that was never so, in words, with the way back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse

from conferences.models import Request
from conferences.queries.requests_left import Left, left_by
from conferences.rules.vocabulary import ConferenceKind
from safeguarding.access import Permission, scope
from safeguarding.models import Child, User
from safeguarding.operation import may_for
from safeguarding.wording import uk_date, uk_meeting

BACK = "Put the child back into the request"
AGAIN = "Request a conference again"
NOT_SO = "That was not so."
WHO = "hoever asked for it, works with the child or chairs is told."
TOLD, TOLD_THEN = f"W{WHO}", f"Once the plan runs again, w{WHO}"


@dataclass(frozen=True)
class WayBack:
    """What the child left, and the link by which it comes back."""

    text: str
    href: str
    link: str


def way_back(user: User, child: Child) -> WayBack | None:
    """The way back into what the child left by what was never so; None where it left nothing, or where this
    person may not ask.
    """
    right = Permission.CHANGE_REQUEST, Permission.ASK_CONFERENCE
    if child.death_date is not None or not any(may_for(user, one, child) for one in right):
        return None
    left = left_by(child)
    if left is None or not left.was_never_so or child.family is None:
        return None
    about = f"{_request(left)} was left by this child. {left.asked.request.withdrawn_reason} {NOT_SO}"
    if left.goes_on and scope(user, Request).filter(pk=left.request.pk).exists():
        return WayBack(about, _href("request_child_add", left.request.ref, child), BACK)
    return WayBack(about, _href("request_new", child.family.ref, child), AGAIN)


def _href(name: str, ref: UUID, child: Child) -> str:
    query = QueryDict(mutable=True)
    query["child"] = str(child.ref)
    return f"{reverse(name, args=[ref])}?{query.urlencode()}"


def _request(left: Left) -> str:
    return f"The request for a conference of {uk_date(left.request.requested_at)}"


def stays_away(
    left: Left | None, in_need: Iterable[dt.date], *, plan_from: dt.date | None = None
) -> list[str]:
    """What does not come back by itself once a death, or the end of a plan, is taken away, in sentences:
    what was `left`, the child in need plans that ended with it, by their first days, and the plan of
    `plan_from` that two people ended because of the death.
    """
    asked = [*_stays_gone(left), TOLD_THEN if plan_from and left.asked.plan_id else TOLD] if left else []
    if plan_from:
        first = f"The child protection plan of {uk_date(plan_from)} stays ended. Ask that it runs again."
        asked = [first, *asked]
    ended = [
        f"The child in need plan of {uk_date(day)} stays ended. Correct it where it went on."
        for day in in_need
    ]
    return [*asked, *ended]


def _stays_gone(left: Left) -> list[str]:
    if left.goes_on:
        meets = [f"Its meeting is {_meeting(left)}."] if left.meeting else []
        return [f"{_request(left)} goes on without the child, until somebody puts the child back.", *meets]
    gone = [f"The meeting {_meeting(left)} was cancelled, and its room is free."] if left.meeting else []
    return [f"{_request(left)} ended. A conference is requested again on the child’s page.", *gone]


def _meeting(left: Left) -> str:
    meeting: Any = left.meeting
    return uk_meeting(meeting.starts_at, meeting.ends_at)


def first_answers(child: Child | None) -> dict[str, object]:
    """What a form begins with that asks for a child again; nothing for no child, or who left nothing."""
    left = left_by(child) if child else None
    if child is None or left is None or not left.was_never_so:
        return {}
    found: dict[str, object] = {
        "children": [str(child.ref)],
        "reason": left.request.reason,
        "interim_safety": left.request.interim_safety,
    }
    if left.goes_on:
        found["reason"] = f"The child left this request: {left.asked.request.withdrawn_reason} {NOT_SO}"
    if left.asked.kind == ConferenceKind.INITIAL:
        found[f"kind_{child.ref.hex}"] = str(left.asked.enquiry_id)
    return found
