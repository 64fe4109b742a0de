"""What stands on a fact that is corrected: the first and last days of a child's record, its parents' births,
what lies within a spell, who held a child on the same days.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db.models import Q

from conferences.models import (
    ChildInNeedPlan,
    Conference,
    ConferenceChild,
    CoreGroup,
    Enquiry,
    NeedEpisode,
    Plan,
    TransferIn,
)
from conferences.queries.life_events import BIRTH_PARENTS
from conferences.rules.corrections_checks import Life
from safeguarding.models import Allocation, Child, Relationship
from safeguarding.wording import uk_date

WHY = "What stands on a fact of a child in scope."
Days = Iterable[tuple[dt.date, str]]


def life_of(child: Child) -> Life:
    """The days that the child's own dates must fit."""
    first, met = _first_days(child), _last_days(child)
    ties = Relationship.objects.unscoped(WHY).filter(child=child, kind__in=BIRTH_PARENTS)
    born = ties.filter(person__birth_date__isnull=False)
    return Life(
        first=min(first, default=None),
        last=max(met, default=None),
        parents=dict(born.values_list("person__full_name", "person__birth_date")),
    )


def _first_days(child: Child) -> list[tuple[dt.date, str]]:
    plans = Plan.objects.unscoped(WHY).filter(child=child).values_list("start_date", flat=True)
    enquiries = Enquiry.objects.unscoped(WHY).filter(child=child, voided_at=None)
    return [
        *((day, "the first child protection plan began") for day in plans),
        *((day, "the first enquiry started") for day in enquiries.values_list("started_date", flat=True)),
        *((day, "the first conference") for day in _conference_days(child)),
    ]


def _last_days(child: Child) -> list[tuple[dt.date, str]]:
    groups = CoreGroup.objects.unscoped(WHY).filter(plan__child=child).values_list("held_date", flat=True)
    return [
        *((day, "the last core group") for day in groups),
        *((day, "the last conference") for day in _conference_days(child)),
    ]


def _conference_days(child: Child) -> list[dt.date]:
    held = ConferenceChild.objects.unscoped(WHY).filter(child=child)
    return list(held.values_list("conference__held_date", flat=True))


def is_upn_taken(child: Child, upn: str) -> bool:
    """Whether another child has a pupil number, whoever it is; no child is read."""
    return Child.objects.unscoped(WHY).filter(upn__iexact=upn).exclude(pk=child.pk).exists()


def birth_of(child: int) -> dt.date | None:
    """The day of birth, or the day it is expected, of a child by id."""
    born = Child.objects.unscoped(WHY).filter(pk=child).values_list("birth_date", "expected_birth_date")
    return next((birth or expected for birth, expected in born), None)


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
