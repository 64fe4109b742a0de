"""That the open work of somebody who leaves passed to others, and what of it did not."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from safeguarding.history import keeps_history
from safeguarding.models import User


@keeps_history()
class WorkHandover(models.Model):
    """One handing on: to whom, why, how many passed. `left` says what stayed, naming no child."""

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="handovers")
    reason = models.TextField()
    chair = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    worker = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    duties_to = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    meetings = models.PositiveIntegerField()
    children = models.PositiveIntegerField()
    duties = models.PositiveIntegerField()
    left = models.TextField(blank=True, default="")
    done_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField()

    class Meta:
        ordering = ["-id"]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="workhandover_with_its_reason")]

    def __str__(self) -> str:
        return f"Handover {self.pk}"
