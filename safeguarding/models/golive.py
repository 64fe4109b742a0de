"""The day on which the service goes live: from it on duties are raised and emails are sent."""

import pgtrigger
from django.db import models
from django.db.models import Q

from safeguarding.history import keeps_history

ONLY = 1


@keeps_history()
class GoLive(models.Model):
    """One row, once a day is set; another day while that one lies ahead, and what it was in its history.

    `begun_at` is the first scan on or after the day: from then on it never changes. `set_by` is nobody where
    the service was at work before such a day was kept.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=ONLY)
    day = models.DateField()
    reason = models.TextField(blank=True)
    set_by = models.ForeignKey("User", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    set_at = models.DateTimeField(null=True, blank=True)
    begun_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(id=ONLY), name="golive_once"),
            models.CheckConstraint(
                condition=Q(set_by__isnull=False, set_at__isnull=False)
                | Q(set_by__isnull=True, set_at__isnull=True, begun_at__isnull=False),
                name="golive_set_by_and_at",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="golive_never_gone", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="golive_begun_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__begun_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"Live from {self.day}"
