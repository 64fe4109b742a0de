"""The local threshold statements that decisions are tied to: a change is a later version."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from safeguarding.history import keeps_history
from safeguarding.models import User


@keeps_history()
class ThresholdStatement(models.Model):
    """One statement as it is in force from a day; `key` is its number on the council's own page."""

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    key = models.CharField(max_length=12)
    words = models.CharField(max_length=300)
    from_date = models.DateField()
    # The first day on which it holds no more.
    until_date = models.DateField(null=True, blank=True)
    saved_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField()

    class Meta:
        ordering = ["key", "from_date"]
        constraints = [
            models.UniqueConstraint(fields=["key", "from_date"], name="thresholdstatement_once_a_day"),
            models.UniqueConstraint(
                fields=["key"], condition=Q(until_date__isnull=True), name="thresholdstatement_one_in_force"
            ),
            models.CheckConstraint(
                condition=~Q(key="") & ~Q(words=""), name="thresholdstatement_says_something"
            ),
            models.CheckConstraint(
                condition=Q(until_date__isnull=True) | Q(until_date__gt=F("from_date")),
                name="thresholdstatement_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"Threshold statement {self.key} from {self.from_date}"
