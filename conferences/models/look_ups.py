"""What became of a child some months after a decision on a consultation, or after a plan ended."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from conferences.models import promises_look_ups as promises
from conferences.models.plans import Plan
from conferences.models.replans import ConsultationAnswer
from conferences.rules.look_ups import Became, NotKnown
from safeguarding.counts import is_counted_from
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import Child, User
from safeguarding.models.base import ChildRecord
from safeguarding.promises import LocalDay, finite


@is_counted_from
@keeps_history()
class LookUp(ChildRecord):
    """What the record told of a day, so many `months` after `since_date`: kept as it was found then.

    `since_date` is the day of the decision, or of the plan's end, as it stood. `found` is the gravest of what
    `told` holds (conferences.rules.look_ups.Finding.as_json), each with the row that it was read from.
    `not_known` says why a part of the days is not known. Nothing of it changes but that somebody saw it.
    """

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="look_ups")
    answer = models.ForeignKey(
        ConsultationAnswer, on_delete=models.PROTECT, null=True, blank=True, related_name="look_ups"
    )
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, null=True, blank=True, related_name="look_ups")
    months = models.PositiveSmallIntegerField()
    since_date = models.DateField()
    due_date = models.DateField()
    found = models.CharField(max_length=12, choices=choices(Became))
    told = models.JSONField(default=list)
    not_known = models.CharField(max_length=8, choices=choices(NotKnown), blank=True)
    looked_at = models.DateTimeField()
    # Who was shown it first and said so: whoever decides consultations.
    seen_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    seen_at = models.DateTimeField(null=True, blank=True)

    class Meta(ChildRecord.Meta):
        ordering = ["due_date", "id"]
        constraints = [
            finite("lookup", "since_date", "due_date"),
            models.CheckConstraint(
                condition=Q(answer__isnull=False, plan__isnull=True)
                | Q(answer__isnull=True, plan__isnull=False),
                name="lookup_of_a_decision_or_a_plan",
            ),
            models.UniqueConstraint(fields=["answer", "months"], name="lookup_once_a_decision"),
            models.UniqueConstraint(fields=["plan", "months"], name="lookup_once_a_plan"),
            models.CheckConstraint(condition=Q(due_date__gt=F("since_date")), name="lookup_is_later"),
            models.CheckConstraint(condition=Q(due_date__lte=LocalDay("looked_at")), name="lookup_not_early"),
            models.CheckConstraint(condition=Q(found__in=values(Became)), name="lookup_found_known"),
            models.CheckConstraint(
                condition=(Q(found=Became.NOTHING.value, told=[], not_known=""))
                | (Q(found=Became.NOT_KNOWN.value, told=[], not_known__in=values(NotKnown)))
                | (
                    ~Q(found__in=[Became.NOTHING.value, Became.NOT_KNOWN.value])
                    & ~Q(told=[])
                    & Q(not_known__in=["", *values(NotKnown)])
                ),
                name="lookup_says_what_was_found",
            ),
            models.CheckConstraint(
                condition=Q(seen_by__isnull=True, seen_at__isnull=True)
                | Q(seen_by__isnull=False, seen_at__isnull=False),
                name="lookup_seen_by_at",
            ),
        ]
        indexes = [
            models.Index(fields=["due_date"], name="lookup_due"),
            models.Index(fields=["child"], condition=Q(seen_at__isnull=True), name="lookup_unseen"),
        ]
        triggers = promises.LOOK_UP_HOLDS

    def __str__(self) -> str:
        return f"Look-up of child {self.child_id} after {self.months} months"
