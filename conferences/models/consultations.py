"""What a family's consultation is: why it was raised, by when it is decided, and whether anything waits."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from conferences.models.requests import Request
from conferences.rules.consultations import Cause
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import Family, User
from safeguarding.models.base import ChildRecord


@keeps_history()
class FamilyConsultation(ChildRecord):
    """One consultation for a family; each of its children is a Consultation within it, with an own decision.

    The database keeps `is_over`: whether no child of it waits any more.
    """

    CHILD_PATH = "children__child"
    IS_JOINT = True

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="consultations")
    # None where it was raised without a request.
    request = models.OneToOneField(
        Request, on_delete=models.CASCADE, null=True, blank=True, related_name="family_consultation"
    )
    raised_why = models.CharField(max_length=16, choices=choices(Cause))
    raised_at = models.DateTimeField()
    # None where the rule raised it.
    raised_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    words = models.TextField(blank=True, help_text="Why it was raised by hand.")
    decide_by_date = models.DateField()
    is_over = models.BooleanField(default=False, db_default=False)

    class Meta(ChildRecord.Meta):
        ordering = ["decide_by_date", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(raised_why__in=values(Cause)), name="familyconsultation_cause_known"
            ),
            models.CheckConstraint(
                condition=(Q(raised_why=Cause.BY_HAND.value, raised_by__isnull=False) & ~Q(words=""))
                | (~Q(raised_why=Cause.BY_HAND.value) & Q(raised_by__isnull=True, words="")),
                name="familyconsultation_by_hand_says_who_and_why",
            ),
            models.UniqueConstraint(
                fields=["family", "raised_why"],
                condition=Q(request__isnull=True, is_over=False),
                name="familyconsultation_one_open_a_cause",
            ),
        ]

    def __str__(self) -> str:
        return f"Consultation {self.pk} of family {self.family_id}"
