"""The daily check of what was raised against what should have been, by a second reader."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from conferences.rules.deadlines import Code
from safeguarding.labelled import choices, values


class Reconciliation(models.Model):
    """One day's check: how many duties should stand, and what the scan before it had to catch up with."""

    day = models.DateField(unique=True)
    made_at = models.DateTimeField()
    took_ms = models.PositiveIntegerField()
    compared = models.PositiveIntegerField()
    caught_up = models.PositiveIntegerField()

    class Meta:
        ordering = ["-day"]

    def __str__(self) -> str:
        return f"Reconciliation of {self.day}"


class ReconciliationDifference(models.Model):
    """How many duties of a kind were not raised, or stood too many; the first subjects' ids, to look at."""

    reconciliation = models.ForeignKey(Reconciliation, on_delete=models.CASCADE, related_name="differences")
    kind = models.CharField(max_length=24, choices=choices(Code))
    is_missing = models.BooleanField()
    number = models.PositiveIntegerField()
    subjects = ArrayField(models.BigIntegerField())

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["reconciliation", "kind", "is_missing"], name="difference_one_a_kind"
            ),
            models.CheckConstraint(condition=Q(kind__in=values(Code)), name="difference_kind_known"),
            models.CheckConstraint(condition=Q(number__gt=0), name="difference_of_some"),
        ]

    def __str__(self) -> str:
        return f"{self.number} of {self.kind}"
