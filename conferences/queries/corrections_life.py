"""What stands on a fact that is corrected: what lies within a spell, who held a child on the same days."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q

from conferences.models import (
    ChildInNeedPlan,
    Conference,
    Enquiry,
    NeedEpisode,
    Plan,
    TransferIn,
)
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
    for model in (Plan, ChildInNeedPlan):
        rows = model.objects.unscoped(WHY).filter(episode=episode).values_list("start_date", "end_date")
        for start, end in rows:
            first.append(start)
            last.append(end or start)
    return min(first, default=None), max(last, default=None)


def conference_of(transfer: TransferIn) -> dt.date | None:
    """The day of the conference that was held for a move here."""
    held = Conference.objects.unscoped(WHY).filter(children__transfer_in=transfer)
    return held.values_list("held_date", flat=True).first()


def allocation_clash(held: Allocation, start: dt.date, end: dt.date | None) -> str:
    """Which other team held the child on the same days, as a sentence; one may begin as another ends."""
    others = Allocation.objects.unscoped(WHY).filter(child=held.child_id).exclude(pk=held.pk)
    within = (Q(end_date__isnull=True) | Q(end_date__gt=start)) & (Q(start_date__lt=end) if end else Q())
    for first in others.filter(within).values_list("start_date", flat=True)[:1]:
        return f"It would overlap with who held the child from {uk_date(first)}. Correct that first"
    return ""
