"""Re-plan consultations: what the Strategic Lead is asked, and the answers, which are only ever added to."""

from __future__ import annotations

import uuid

import pgtrigger
from django.db import models
from django.db.models import Q

from conferences.models import promises_work as promises
from conferences.models.requests import RequestedChild
from conferences.rules.workflow import Answer, ConsultationState
from safeguarding.counts import is_counted_from
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import User
from safeguarding.models.base import ChildRecord


@is_counted_from
@keeps_history()
class Consultation(ChildRecord):
    """Raised by itself for a requested child with an earlier plan. Advice, decided with reasons; no gate, no
    clock.
    """

    CHILD_PATH = "requested_child__child"

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    requested_child = models.OneToOneField(
        RequestedChild, on_delete=models.CASCADE, related_name="consultation"
    )
    state = models.CharField(
        max_length=16, choices=choices(ConsultationState), default=ConsultationState.RAISED.value
    )
    raised_at = models.DateTimeField()
    decide_by_date = models.DateField()
    why_now = models.TextField(blank=True)
    what_is_different = models.TextField(blank=True)
    child_words = models.TextField(blank=True)
    options_tried = models.TextField(blank=True)
    asked_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="consultations"
    )
    asked_at = models.DateTimeField(null=True, blank=True)

    class Meta(ChildRecord.Meta):
        ordering = ["decide_by_date", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=values(ConsultationState)), name="consultation_state_known"
            ),
            models.CheckConstraint(
                condition=Q(asked_by__isnull=True, asked_at__isnull=True)
                | (
                    Q(asked_by__isnull=False, asked_at__isnull=False)
                    & ~Q(why_now="")
                    & ~Q(what_is_different="")
                ),
                name="consultation_asked_by_at_and_what",
            ),
            models.CheckConstraint(
                condition=Q(state=ConsultationState.CLOSED.value)
                | Q(state=ConsultationState.RAISED.value)
                | Q(asked_at__isnull=False),
                name="consultation_asked_in_its_state",
            ),
            models.CheckConstraint(
                condition=~Q(state=ConsultationState.RAISED.value) | Q(asked_at__isnull=True),
                name="consultation_raised_is_not_asked",
            ),
        ]
        triggers = promises.CONSULTATION_HOLDS

    def __str__(self) -> str:
        return f"Consultation {self.pk}"


# Nobody answers what they asked, nor what they requested: the last word against a form that forgot.
NOT_ONES_OWN = """
    IF EXISTS (
        SELECT 1 FROM conferences_consultation c
        JOIN conferences_requestedchild rc ON rc.id = c.requested_child_id
        JOIN conferences_request r ON r.id = rc.request_id
        WHERE c.id = NEW.consultation_id AND NEW.answered_by_id IN (c.asked_by_id, r.requested_by_id)
    ) THEN
        RAISE EXCEPTION 'consultation_answer_not_ones_own'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'consultation_answer_not_ones_own';
    END IF;
    RETURN NEW;
"""


@is_counted_from
@keeps_history()
class ConsultationAnswer(ChildRecord):
    """One answer of the Strategic Lead, with its reasons: never changed nor taken away, a later one added."""

    CHILD_PATH = "consultation__requested_child__child"

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="answers")
    answer = models.CharField(max_length=16, choices=choices(Answer))
    reasons = models.TextField()
    instead = models.TextField(blank=True, help_text="The other way, or the information that is wanted.")
    wanted_by_date = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="answers")
    answered_at = models.DateTimeField()

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(answer__in=values(Answer)), name="consultationanswer_known"),
            models.CheckConstraint(condition=~Q(reasons=""), name="consultationanswer_reasons_given"),
            models.CheckConstraint(
                condition=Q(answer=Answer.AGREE.value) | ~Q(instead=""),
                name="consultationanswer_says_what_instead",
            ),
            models.CheckConstraint(
                condition=Q(wanted_by_date__isnull=True) | Q(answer=Answer.MORE_INFORMATION.value),
                name="consultationanswer_day_for_information",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="answer_never_changed", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="answer_not_ones_own",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=NOT_ONES_OWN,
            ),
            *promises.CONSULTATION_ANSWER_HOLDS,
        ]

    def __str__(self) -> str:
        return f"Answer {self.answer} to consultation {self.consultation_id}"
