"""What a consultation leads to: conditions, who disagrees, and how another way went."""

from __future__ import annotations

import uuid

import pgtrigger
from django.db import models
from django.db.models import Q

from conferences.models import promises_consultations as promises
from conferences.models.replans import Consultation, ConsultationAnswer
from conferences.rules.consultations import SupportOutcome
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import Agency, User
from safeguarding.models.base import ChildRecord


@keeps_history()
class ConsultationCondition(ChildRecord):
    """What must happen with an answer, by whom and by when: met, or withdrawn with the reason."""

    CHILD_PATH = "answer__consultation__child"

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    answer = models.ForeignKey(ConsultationAnswer, on_delete=models.CASCADE, related_name="conditions")
    what = models.TextField()
    # Whose it is: somebody here, or somebody outside by words.
    owner = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    owner_words = models.CharField(max_length=120, blank=True)
    due_date = models.DateField()
    met_date = models.DateField(null=True, blank=True)
    met_words = models.TextField(blank=True)
    withdrawn_reason = models.TextField(blank=True)
    # Who closed it, as met or as withdrawn.
    closed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta(ChildRecord.Meta):
        ordering = ["due_date", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(what=""), name="consultationcondition_says_what"),
            models.CheckConstraint(
                condition=Q(owner__isnull=False) | ~Q(owner_words=""),
                name="consultationcondition_is_somebodys",
            ),
            models.CheckConstraint(
                condition=Q(
                    closed_by__isnull=True,
                    closed_at__isnull=True,
                    met_date__isnull=True,
                    met_words="",
                    withdrawn_reason="",
                )
                | Q(
                    closed_by__isnull=False,
                    closed_at__isnull=False,
                    met_date__isnull=False,
                    withdrawn_reason="",
                )
                | (
                    Q(
                        closed_by__isnull=False,
                        closed_at__isnull=False,
                        met_date__isnull=True,
                        met_words="",
                    )
                    & ~Q(withdrawn_reason="")
                ),
                name="consultationcondition_met_or_withdrawn",
            ),
        ]
        triggers = promises.CONDITION_HOLDS

    def __str__(self) -> str:
        return f"Condition {self.pk} of answer {self.answer_id}"


@keeps_history()
class ConsultationDissent(ChildRecord):
    """That somebody disagrees about one child: the asker, or a partner agency. It stays beside the answer."""

    CHILD_PATH = "consultation__child"

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="dissents")
    act = models.UUIDField()
    # None where an agency disagrees.
    who = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    words = models.TextField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["act", "consultation"], name="consultationdissent_once_an_act"),
            models.CheckConstraint(condition=~Q(words=""), name="consultationdissent_says_why"),
            models.CheckConstraint(
                condition=Q(who__isnull=False, agency__isnull=True)
                | Q(who__isnull=True, agency__isnull=False),
                name="consultationdissent_of_one",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="dissent_never_changed", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"Dissent {self.pk} on consultation {self.consultation_id}"


@keeps_history()
class SupportReview(ChildRecord):
    """One look at how another way goes: it goes on until a next review, was enough, or failed."""

    CHILD_PATH = "answer__consultation__child"

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    answer = models.ForeignKey(ConsultationAnswer, on_delete=models.CASCADE, related_name="reviews")
    held_date = models.DateField()
    outcome = models.CharField(max_length=8, choices=choices(SupportOutcome))
    words = models.TextField()
    next_review_date = models.DateField(null=True, blank=True)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["answer", "held_date"], name="supportreview_once_a_day"),
            models.CheckConstraint(condition=~Q(words=""), name="supportreview_says_how"),
            models.CheckConstraint(
                condition=Q(outcome__in=values(SupportOutcome)), name="supportreview_outcome_known"
            ),
            models.CheckConstraint(
                condition=Q(outcome=SupportOutcome.GOES_ON.value, next_review_date__isnull=False)
                | (~Q(outcome=SupportOutcome.GOES_ON.value) & Q(next_review_date__isnull=True)),
                name="supportreview_next_while_it_goes_on",
            ),
            models.CheckConstraint(
                condition=Q(next_review_date__isnull=True) | Q(next_review_date__gt=models.F("held_date")),
                name="supportreview_next_is_later",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="supportreview_never_changed", operation=pgtrigger.Update | pgtrigger.Delete
            ),
            *promises.SUPPORT_REVIEW_HOLDS,
        ]

    def __str__(self) -> str:
        return f"Review {self.pk} of answer {self.answer_id}"
