"""Leave: who is away from one day to another, and who stands in."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from safeguarding.history import keeps_history


class DayRange(Func):
    function = "DATERANGE"
    output_field = DateRangeField()


@keeps_history()
class Leave(models.Model):
    """Somebody's absence, its first and last day included, with the deputy who does their work meanwhile."""

    person = models.ForeignKey("User", on_delete=models.PROTECT, related_name="leave")
    first_date = models.DateField()
    last_date = models.DateField()
    deputy = models.ForeignKey("User", on_delete=models.PROTECT, related_name="leave_of_others")
    set_by = models.ForeignKey("User", on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()
    # Taken back, before or during it.
    ended_by = models.ForeignKey("User", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["first_date", "id"]
        verbose_name_plural = "leave"
        constraints = [
            models.CheckConstraint(
                condition=Q(last_date__gte=F("first_date")), name="leave_ends_after_it_begins"
            ),
            models.CheckConstraint(condition=~Q(deputy=F("person")), name="leave_deputy_is_another"),
            models.CheckConstraint(
                condition=Q(ended_by__isnull=True, ended_at__isnull=True)
                | Q(ended_by__isnull=False, ended_at__isnull=False),
                name="leave_ended_by_and_at",
            ),
            ExclusionConstraint(
                name="leave_once_at_a_time",
                expressions=[
                    ("person", RangeOperators.EQUAL),
                    (
                        DayRange("first_date", "last_date", RangeBoundary(inclusive_upper=True)),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(ended_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"Leave {self.pk}"
