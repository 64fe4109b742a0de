"""Corrections: a recorded fact that is another one, with what stood there before, who had recorded it, and
why.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from conferences.rules.corrections import RecordKind, Why
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import Child, User
from safeguarding.models.base import ChildRecord


@keeps_history()
class Correction(ChildRecord):
    """One fact put right for one child; what is common to several children has a row for each.

    `row` is the id of the record, `was` and `now` the values as stored, as text ("" for nothing). `was_by`
    recorded the value that stood there, None where no person did; `was_at` is None where nothing tells when.
    """

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="corrections")
    kind = models.CharField(max_length=20, choices=choices(RecordKind))
    row = models.PositiveBigIntegerField()
    field = models.CharField(max_length=40)
    was = models.TextField(blank=True)
    was_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    was_at = models.DateTimeField(null=True, blank=True)
    now = models.TextField(blank=True)
    why = models.CharField(max_length=12, choices=choices(Why))
    words = models.TextField(blank=True)
    corrected_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    corrected_at = models.DateTimeField()

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=values(RecordKind)), name="correction_kind_known"),
            models.CheckConstraint(condition=Q(why__in=values(Why)), name="correction_why_known"),
            models.CheckConstraint(condition=~Q(field=""), name="correction_of_a_fact"),
            models.CheckConstraint(
                condition=Q(was_by__isnull=True) | Q(was_at__isnull=False), name="correction_was_by_and_at"
            ),
            models.CheckConstraint(
                condition=~Q(why=Why.OTHER.value) | ~Q(words=""), name="correction_other_in_words"
            ),
        ]

    def __str__(self) -> str:
        return f"Correction of {self.field} of {self.kind} {self.row}"
