"""Follow-ups: how a child is, some months after the plan ended."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from conferences.models import promises_told as promises
from conferences.models.plans import Plan
from conferences.rules.follow_ups import Which
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import User
from safeguarding.models.base import ChildRecord, InError
from safeguarding.promises import finite


@keeps_history()
class FollowUp(InError, ChildRecord):
    """One look back after a plan ended: how the child is, and what help goes on."""

    CHILD_PATH = "plan__child"

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="follow_ups")
    which = models.CharField(max_length=6, choices=choices(Which))
    held_date = models.DateField()
    how_child_is = models.TextField()
    help_now = models.TextField(blank=True)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta(ChildRecord.Meta):
        ordering = ["held_date", "id"]
        constraints = [
            finite("followup", "held_date"),
            models.UniqueConstraint(
                fields=["plan", "which"], condition=Q(in_error=False), name="followup_stands_once"
            ),
            models.CheckConstraint(condition=Q(which__in=values(Which)), name="followup_which_known"),
            models.CheckConstraint(condition=~Q(how_child_is=""), name="followup_says_how_the_child_is"),
        ]
        triggers = promises.FOLLOW_UP_HOLDS

    def __str__(self) -> str:
        return f"{self.which} follow-up of plan {self.plan_id}"
