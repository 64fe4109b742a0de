"""Recording that a core group met."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from conferences.models import CoreGroup, Plan
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import User


class CoreGroupRefused(Exception):
    """It cannot be recorded so; `sentence` says why, `field` is where it belongs on the page."""

    def __init__(self, sentence: str, field: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


@transaction.atomic
def record_core_group(*, plan: Plan, held_date: dt.date, notes: str, by: User, at: dt.datetime) -> CoreGroup:
    """A core group of a plan was held on a day: after the plan began, while it ran, and once a day."""
    locked = Plan.objects.unscoped("lock for a core group").select_for_update().get(pk=plan.pk)
    if held_date > day_of(at):
        raise CoreGroupRefused("The date of the core group cannot be in the future", "held_date")
    if held_date <= locked.start_date:
        raise CoreGroupRefused(
            "The core group must have met after the conference that began the plan", "held_date"
        )
    if locked.end_date and held_date > locked.end_date:
        raise CoreGroupRefused("The plan had ended by then", "held_date")
    if locked.core_groups.filter(held_date=held_date).exists():
        raise CoreGroupRefused("A core group on that day is recorded already", "held_date")
    held = CoreGroup.objects.create(
        plan=locked, held_date=held_date, notes=notes, recorded_by=by, recorded_at=at
    )
    audit.record("core_group.recorded", held, by=by, at=at)
    return held
