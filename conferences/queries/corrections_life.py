"""What stands on a fact that is corrected: what lies within a spell, who held a child on the same days."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Q

from conferences.models import (
    ChildInNeedPlan,
    Conference,
    Enquiry,
    NeedEpisode,
    Plan,
    RequestedChild,
    TransferIn,
)
from conferences.rules.workflow import RequestState
from safeguarding.models import Allocation, Child
from safeguarding.wording import uk_date

WHY = "What stands on a fact of a child in scope."


def is_upn_taken(child: Child, upn: str) -> bool:
    """Whether another child has a pupil number, whoever it is; no child is read."""
    return Child.objects.unscoped(WHY).filter(upn__iexact=upn).exclude(pk=child.pk).exists()


def episode_days(episode: NeedEpisode) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day known of what lies in a spell in need."""
    enquiries = Enquiry.objects.unscoped(WHY).filter(episode=episode, voided_at=None)
    first = list(enquiries.values_list("started_date", flat=True))
    last = list(first)
    for row, start in rows_in_episode(episode):
        if isinstance(row, Plan | ChildInNeedPlan):
            first.append(start)
            last.append(row.end_date or start)
    return min(first, default=None), max(last, default=None)


def built_on_transfer(transfer: TransferIn) -> list[str]:
    """What stands on a move here, each in a sentence: its conference, and what was asked for and stands."""
    if held := conference_of(transfer):
        return [f"The conference of {uk_date(held)} was held for this move, so it stays"]
    asked = RequestedChild.objects.unscoped(WHY).filter(transfer_in=transfer)
    days = asked.exclude(request__state=RequestState.WITHDRAWN).values_list(
        "request__requested_at", flat=True
    )
    return [
        f"The request of {uk_date(day)} for a conference stands on this move. Withdraw it first"
        for day in days
    ]


def rows_in_episode(episode: NeedEpisode) -> list[tuple[Any, dt.date]]:
    """What lies in a spell in need and stands, each with its first day."""
    kinds: tuple[tuple[Any, str, dict[str, Any]], ...] = (
        (Enquiry, "started_date", {"voided_at": None}),
        (Plan, "start_date", {}),
        (ChildInNeedPlan, "start_date", {"in_error": False}),
        (TransferIn, "notified_date", {"in_error": False}),
    )
    return [
        (row, getattr(row, day))
        for model, day, stands in kinds
        for row in model.objects.unscoped(WHY).filter(episode=episode, **stands)
    ]


def conference_of(transfer: TransferIn) -> dt.date | None:
    """The day of the conference that was held for a move here."""
    held = Conference.objects.unscoped(WHY).filter(children__transfer_in=transfer)
    return held.values_list("held_date", flat=True).first()


def holder_before(held: Allocation) -> str:
    """The name of the team that held the child until this one did; "" where none did."""
    others = Allocation.objects.unscoped(WHY).filter(child=held.child_id, in_error=False)
    before = others.filter(end_date=held.start_date).exclude(pk=held.pk).exclude(team=held.team_id)
    name: str | None = before.values_list("team__name", flat=True).first()
    return name or ""


def allocation_clash(held: Allocation, start: dt.date, end: dt.date | None) -> str:
    """Which other team held the child on the same days, as a sentence; one may begin as another ends."""
    others = Allocation.objects.unscoped(WHY).filter(child=held.child_id, in_error=False).exclude(pk=held.pk)
    within = (Q(end_date__isnull=True) | Q(end_date__gt=start)) & (Q(start_date__lt=end) if end else Q())
    for first in others.filter(within).values_list("start_date", flat=True)[:1]:
        return f"It would overlap with who held the child from {uk_date(first)}. Correct that first"
    return ""
