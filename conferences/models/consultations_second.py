"""What somebody else would have decided without seeing the decision; and what was said where they differ."""

from __future__ import annotations

import uuid

import pgtrigger
from django.db import models
from django.db.models import F, Q

from conferences.models import promises_consultations_second as promises
from conferences.models.consultations_thresholds import ThresholdStatement
from conferences.models.replans import ConsultationAnswer
from conferences.rules.consultations import DECIDERS_CHOOSE, Answer
from conferences.rules.consultations_second import LOTS
from safeguarding.history import keeps_history
from safeguarding.labelled import choices
from safeguarding.models import User
from safeguarding.models.base import ChildRecord
from safeguarding.promises import finite


@keeps_history()
class SecondOpinion(ChildRecord):
    """That a decision was drawn for a second opinion, by which lot; and the opinion once it is given.

    It changes nothing about the decision. `reader` is whose turn it is, None where nobody can be asked.
    `knew`: whoever gave it knew what was decided.
    """

    CHILD_PATH = "answer__consultation__child"

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    answer = models.OneToOneField(ConsultationAnswer, on_delete=models.CASCADE, related_name="second_opinion")
    lot = models.PositiveSmallIntegerField()
    share = models.PositiveSmallIntegerField(help_text="In per cent, as it was set on the day.")
    drawn_at = models.DateTimeField()
    reader = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    opinion = models.CharField(max_length=16, choices=choices(Answer), blank=True, default="")
    words = models.TextField(blank=True)
    knew = models.BooleanField(null=True, blank=True)
    given_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    given_at = models.DateTimeField(null=True, blank=True)

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(lot__lt=F("share")) & Q(share__lte=LOTS), name="secondopinion_lot_in_share"
            ),
            models.CheckConstraint(
                condition=Q(
                    given_at__isnull=True, given_by__isnull=True, knew__isnull=True, opinion="", words=""
                )
                | (
                    Q(
                        given_at__isnull=False,
                        given_by__isnull=False,
                        knew__isnull=False,
                        opinion__in=[answer.value for answer in DECIDERS_CHOOSE],
                    )
                    & ~Q(words="")
                ),
                name="secondopinion_given_whole",
            ),
            models.CheckConstraint(
                condition=Q(given_at__isnull=True) | Q(given_at__gte=F("drawn_at")),
                name="secondopinion_given_after_drawn",
            ),
        ]
        triggers = promises.SECOND_OPINION_HOLDS

    def __str__(self) -> str:
        return f"Second opinion {self.pk} on answer {self.answer_id}"


@keeps_history()
class SecondOpinionReason(ChildRecord):
    """That a second opinion is tied to a threshold statement, in the version that was in force."""

    CHILD_PATH = "second__answer__consultation__child"

    second = models.ForeignKey(SecondOpinion, on_delete=models.CASCADE, related_name="tied")
    statement = models.ForeignKey(ThresholdStatement, on_delete=models.PROTECT, related_name="+")

    class Meta(ChildRecord.Meta):
        ordering = ["statement__key"]
        constraints = [
            models.UniqueConstraint(fields=["second", "statement"], name="secondopinionreason_once"),
        ]
        triggers = [
            pgtrigger.Protect(
                name="secondreason_never_changed", operation=pgtrigger.Update | pgtrigger.Delete
            ),
        ]

    def __str__(self) -> str:
        return f"Reason {self.statement_id} of second opinion {self.second_id}"


@keeps_history()
class SecondOpinionTalk(ChildRecord):
    """What was said of a second opinion that differs from the decision: said once, and it stays."""

    CHILD_PATH = "second__answer__consultation__child"

    second = models.OneToOneField(SecondOpinion, on_delete=models.CASCADE, related_name="talk")
    held_date = models.DateField()
    words = models.TextField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta(ChildRecord.Meta):
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="secondopiniontalk_says_what"),
            finite("secondopiniontalk", "held_date"),
        ]
        triggers = [
            pgtrigger.Protect(name="secondtalk_never_changed", operation=pgtrigger.Update | pgtrigger.Delete),
            *promises.TALK_HOLDS,
        ]

    def __str__(self) -> str:
        return f"Talk about second opinion {self.second_id}"
