"""What somebody did with a duty besides doing it: acknowledged it, put it off, gave it to somebody else."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q

from conferences.models.duties import Duty
from conferences.rules.deadlines_steps import Step
from safeguarding.labelled import choices, values
from safeguarding.models import User
from safeguarding.models.base import ChildRecord


class DutyStep(ChildRecord):
    """One step of a duty's chain: who, when, why. Added and never changed, so that its duty stays too: the
    service's own role could not even ask to delete one.
    """

    CHILD_PATH = "duty__child"

    duty = models.ForeignKey(Duty, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=12, choices=choices(Step))
    done_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField()
    words = models.TextField(blank=True)
    until_date = models.DateField(null=True, blank=True)
    given_to = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=values(Step)), name="dutystep_kind_known"),
            models.CheckConstraint(
                condition=Q(kind=Step.ACKNOWLEDGED.value) | ~Q(words=""), name="dutystep_says_why"
            ),
            models.CheckConstraint(
                condition=Q(kind=Step.PUT_OFF.value, until_date__isnull=False)
                | (~Q(kind=Step.PUT_OFF.value) & Q(until_date__isnull=True)),
                name="dutystep_put_off_until_a_day",
            ),
            models.CheckConstraint(
                condition=Q(kind=Step.GIVEN.value, given_to__isnull=False)
                | (~Q(kind=Step.GIVEN.value) & Q(given_to__isnull=True)),
                name="dutystep_given_to_somebody",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="dutystep_never_changed", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.kind} of duty {self.duty_id}"
