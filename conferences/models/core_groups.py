"""Core groups: the people who carry a plan out, and when they met."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from conferences.models import promises_told as promises
from conferences.models.plans import Plan
from safeguarding.counts import is_counted_from
from safeguarding.history import keeps_history
from safeguarding.models import User
from safeguarding.models.base import ChildRecord, InError
from safeguarding.promises import finite


@is_counted_from
@keeps_history()
class CoreGroup(InError, ChildRecord):
    """One meeting of a plan's core group. The first is due within 10 working days of the conference (statute,
    R5).
    """

    CHILD_PATH = "plan__child"

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="core_groups")
    held_date = models.DateField()
    notes = models.TextField(blank=True)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta(ChildRecord.Meta):
        ordering = ["held_date"]
        constraints = [
            finite("coregroup", "held_date"),
            models.UniqueConstraint(
                fields=["plan", "held_date"], condition=Q(in_error=False), name="coregroup_stands_once"
            ),
        ]
        triggers = promises.CORE_GROUP_HOLDS

    def __str__(self) -> str:
        return f"Core group of plan {self.plan_id} on {self.held_date}"
