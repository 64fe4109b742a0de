"""What help the demo's workers tried for the families that were consulted on, as they recorded it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import cycle

from conferences.demo.present import Present
from conferences.models import FamilyConsultation
from conferences.operations.supports import record_support
from conferences.rules.consultations import Cause
from conferences.rules.supports import DidChange, KnownFrom, SupportKind, Told, Uptake, WhyNot
from safeguarding.access import scope
from safeguarding.models import Allocation, Child, User
from safeguarding.rights import Role
from safeguarding.workingdays import Calendar, add_days

WHY = "the demo's people go about their work"
FAMILIES = 16
# When it was told, in working days before the demo's day.
TOLD = -2


def tell_supports(on: dt.date, calendar: Calendar) -> None:
    """Of the families consulted on lately by rule, two kinds of help each. To be called within the demo's
    transaction.
    """
    at = Present(on, calendar)
    moment = at.moment(calendar.add(on, TOLD).due, 16)
    kinds = cycle(_kinds(on))
    by_rule = FamilyConsultation.objects.unscoped(WHY).exclude(raised_why=Cause.BY_HAND)
    rows = by_rule.order_by("-raised_at", "-pk")
    for within in rows[:FAMILIES]:
        children = [one.child for one in within.children.select_related("child").order_by("child")]
        worker = one_worker(children)
        for told in (next(kinds), next(kinds)):
            if worker:
                record_support(children=children, told=told, by=worker, at=moment)


def one_worker(children: list[Child]) -> User | None:
    """The one social worker who holds all of them and may see them, where there is one."""
    held = Allocation.objects.unscoped(WHY).filter(child__in=children, end_date=None, in_error=False)
    workers = {one.worker for one in held.select_related("worker")}
    if len(held) != len(children) or len(workers) != 1:
        return None
    (worker,) = workers
    if worker is None or not worker.is_active or worker.role != Role.SOCIAL_WORKER:
        return None
    # A record may be closed to its own worker: somebody else tells of that one.
    in_sight = scope(worker, Child).filter(pk__in=[child.pk for child in children]).count()
    return worker if in_sight == len(children) else None


def _kinds(on: dt.date) -> list[Told]:
    conference = Told(
        kind=SupportKind.FAMILY_GROUP_CONFERENCE,
        uptake=Uptake.TAKEN_UP,
        known_from=KnownFrom.OURS,
        aim="An invented aunt has the children on school nights.",
        offered_date=add_days(on, -210),
        started_date=add_days(on, -182),
        ended_date=add_days(on, -182),
        did_change=DidChange.PARTLY,
    )
    early_help = replace(
        conference,
        kind=SupportKind.EARLY_HELP,
        known_from=KnownFrom.SERVICE,
        aim="The children are at school by nine, and have had breakfast.",
        ended_date=add_days(on, -60),
        did_change=DidChange.NO,
    )
    service = Told(
        kind=SupportKind.SERVICE,
        name="Harbour Steps (invented)",
        uptake=Uptake.NEVER_STARTED,
        known_from=KnownFrom.SERVICE,
        aim="Nobody drinks at home while the children are awake.",
        offered_date=add_days(on, -150),
        why_not=WhyNot.NO_PLACE,
    )
    gateway = replace(
        conference,
        kind=SupportKind.LEGAL_GATEWAY,
        aim="The parents know what must change before a court is asked.",
        did_change=DidChange.NOT_KNOWN,
    )
    declined = replace(
        service,
        kind=SupportKind.FAMILY_GROUP_CONFERENCE,
        name="",
        uptake=Uptake.DECLINED,
        known_from=KnownFrom.FAMILY,
        aim="The wider family knows who to ring at night.",
        why_not=WhyNot.NOT_WANTED,
    )
    return [conference, service, early_help, declined, gateway]
