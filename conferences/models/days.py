"""What somebody was told of a day, kept beside the day that the reader gives: the two can be compared."""

from __future__ import annotations

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.lookups import Exact

from conferences.models import promises_work as promises
from conferences.models.letters import Letter
from conferences.models.replans import Consultation
from conferences.models.requests import RequestedChild
from conferences.rules.deadlines import Code
from safeguarding.labelled import choices, values
from safeguarding.models import Child, User
from safeguarding.models.base import ChildRecord


class DayTold(ChildRecord):
    """A deadline's day as it was told, with how it was counted. Added and never changed: the latest holds.

    `not_counted` are the bank holidays left out, `number` that of a local limit. `because` says why it is
    another day than the one told before, and is empty for the first.
    """

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="days_told")
    code = models.CharField(max_length=24, choices=choices(Code))
    requested_child = models.ForeignKey(
        RequestedChild, on_delete=models.CASCADE, null=True, blank=True, related_name="days_told"
    )
    consultation = models.ForeignKey(
        Consultation, on_delete=models.CASCADE, null=True, blank=True, related_name="days_told"
    )
    letter = models.ForeignKey(
        Letter, on_delete=models.CASCADE, null=True, blank=True, related_name="days_told"
    )
    due_date = models.DateField()
    explanation = models.TextField()
    started_date = models.DateField()
    not_counted = ArrayField(models.DateField(), default=list, blank=True)
    number = models.PositiveSmallIntegerField(null=True, blank=True)
    because = models.TextField(blank=True)
    told_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    told_at = models.DateTimeField()

    class Meta(ChildRecord.Meta):
        verbose_name_plural = "days told"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(code__in=values(Code)), name="daytold_code_known"),
            models.CheckConstraint(condition=~Q(explanation=""), name="daytold_explained"),
            models.CheckConstraint(
                condition=Exact(
                    Func(
                        F("requested_child"),
                        F("consultation"),
                        F("letter"),
                        function="num_nonnulls",
                        output_field=models.IntegerField(),
                    ),
                    1,
                ),
                name="daytold_of_one_subject",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="daytold_never_gone", operation=pgtrigger.Delete),
            # A record that is joined into another of the same child takes what was told along.
            pgtrigger.Protect(
                name="daytold_never_changed",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(exclude=["child"]),
            ),
            *promises.DAY_TOLD_HOLDS,
        ]

    def __str__(self) -> str:
        return f"{self.code} told as {self.due_date}"
