"""A child taken on by a team that did not hold it: with the reason, and looked at by somebody else."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from safeguarding.history import keeps_history
from safeguarding.models import Child, Team, User
from safeguarding.models.base import ChildRecord


@keeps_history()
class TakenOn(ChildRecord):
    """A manager found a child whom nobody held, by who it is alone, and the team holds it from then on."""

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="taken_on")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    taken_on_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    taken_on_at = models.DateTimeField()
    reviewed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reviewed_at = models.DateTimeField(null=True, blank=True)

    class Meta(ChildRecord.Meta):
        verbose_name_plural = "children taken on"
        ordering = ["-taken_on_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="takenon_with_its_reason"),
            models.CheckConstraint(
                condition=Q(reviewed_by__isnull=True, reviewed_at__isnull=True)
                | Q(reviewed_by__isnull=False, reviewed_at__isnull=False),
                name="takenon_reviewed_by_and_at",
            ),
            models.CheckConstraint(
                condition=Q(reviewed_by__isnull=True) | ~Q(reviewed_by=models.F("taken_on_by")),
                name="takenon_reviewed_by_somebody_else",
            ),
        ]
        indexes = [
            models.Index(
                fields=["taken_on_at"], condition=Q(reviewed_at__isnull=True), name="takenon_to_review"
            )
        ]

    def __str__(self) -> str:
        return f"Child {self.child_id} taken on"
