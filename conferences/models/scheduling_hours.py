"""The hours in which chairs work, from a day on."""

from __future__ import annotations

from functools import reduce
from operator import or_

from django.db import models
from django.db.models import F, Q

from conferences.rules.scheduling_hours import WEEK
from safeguarding.history import keeps_history
from safeguarding.models import User
from safeguarding.promises import finite


def _hours(day: str) -> Q:
    begins, ends = f"{day}_from", f"{day}_to"
    return Q((f"{begins}__isnull", True), (f"{ends}__isnull", True)) | Q(
        (f"{begins}__isnull", False), (f"{ends}__isnull", False), (f"{ends}__gt", F(begins))
    )


@keeps_history()
class WorkingHours(models.Model):
    """On which days of the week, and from when to when, somebody works from a day on: until the next row of
    theirs. A day without hours is none on which they work.
    """

    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="working_hours")
    first_date = models.DateField()
    monday_from = models.TimeField(null=True, blank=True)
    monday_to = models.TimeField(null=True, blank=True)
    tuesday_from = models.TimeField(null=True, blank=True)
    tuesday_to = models.TimeField(null=True, blank=True)
    wednesday_from = models.TimeField(null=True, blank=True)
    wednesday_to = models.TimeField(null=True, blank=True)
    thursday_from = models.TimeField(null=True, blank=True)
    thursday_to = models.TimeField(null=True, blank=True)
    friday_from = models.TimeField(null=True, blank=True)
    friday_to = models.TimeField(null=True, blank=True)
    # Who told last of it, and when.
    set_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", db_index=False)
    set_at = models.DateTimeField()
    # Taken back: they never held.
    ended_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["first_date", "id"]
        verbose_name_plural = "working hours"
        constraints = [
            finite("workinghours", "first_date"),
            *(
                models.CheckConstraint(condition=_hours(day), name=f"workinghours_{day}_ends_after_it_begins")
                for day in WEEK
            ),
            models.CheckConstraint(
                condition=reduce(or_, (Q((f"{day}_from__isnull", False)) for day in WEEK)),
                name="workinghours_some_day",
            ),
            models.CheckConstraint(
                condition=Q(ended_by__isnull=True, ended_at__isnull=True)
                | Q(ended_by__isnull=False, ended_at__isnull=False),
                name="workinghours_ended_by_and_at",
            ),
            models.UniqueConstraint(
                fields=["person", "first_date"],
                condition=Q(ended_at__isnull=True),
                name="workinghours_once_from_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"Working hours {self.pk}"
