"""Two records that may be of one child: the suggestion, what people said of it, the joining and its undo."""

from __future__ import annotations

import uuid

import pgtrigger
from django.db import models
from django.db.models import F, Q

from conferences.models import promises_told as promises
from conferences.rules.same_child import PairAnswerCode, PairState
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import Child, User
from safeguarding.models.base import ChildRecord


@keeps_history()
class ChildPair(ChildRecord):
    """Two records that the rules suggest, or a person named, as records of one child; seen by who sees both.

    `facts` is a digest of who both records say the child is, as last compared.
    """

    CHILD_PATH = "one"
    SEEN_WITH = ("other",)

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    one = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="+")
    is_suggested = models.BooleanField(default=True)
    is_certain = models.BooleanField(default=False, help_text="A number of the two records is the same.")
    state = models.CharField(max_length=10, choices=choices(PairState), default=PairState.OPEN.value)
    facts = models.CharField(max_length=64)
    found_at = models.DateTimeField()

    class Meta(ChildRecord.Meta):
        ordering = ["-is_certain", "id"]
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="childpair_once"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="childpair_lower_first"),
            models.CheckConstraint(condition=Q(state__in=values(PairState)), name="childpair_state_known"),
        ]
        indexes = [
            models.Index(
                fields=["-is_certain", "id"],
                condition=~Q(state=PairState.DIFFERENT.value),
                name="childpair_to_judge",
            )
        ]

    def __str__(self) -> str:
        return f"Pair {self.pk}"


@keeps_history()
class PairAnswer(ChildRecord):
    """What one person said of a pair, with the reason, of the facts as they stood; never changed."""

    CHILD_PATH = "pair__one"
    SEEN_WITH = ("pair__other",)

    pair = models.ForeignKey(ChildPair, on_delete=models.CASCADE, related_name="answers")
    answer = models.CharField(max_length=10, choices=choices(PairAnswerCode))
    reason = models.TextField()
    facts = models.CharField(max_length=64)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField()

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(answer__in=values(PairAnswerCode)), name="pairanswer_known"),
            models.CheckConstraint(condition=~Q(reason=""), name="pairanswer_with_its_reason"),
        ]
        triggers = [
            pgtrigger.Protect(name="pairanswer_never_changed", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.answer} of pair {self.pair_id}"


@keeps_history()
class RecordJoin(ChildRecord):
    """That a record was joined into another of the same child, and all that is needed to undo it.

    `moved`: {model: [ids]} of the rows that were the other's; `changed`: {model: {id: {column: [before,
    after]}}}; `added`: {model: [ids]}.
    """

    CHILD_PATH = "kept"

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kept = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="joins")
    gone = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    moved = models.JSONField(default=dict)
    changed = models.JSONField(default=dict)
    added = models.JSONField(default=dict)
    joined_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    joined_at = models.DateTimeField()
    undone_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_reason = models.TextField(blank=True)

    class Meta(ChildRecord.Meta):
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="recordjoin_with_its_reason"),
            models.CheckConstraint(condition=~Q(kept=F("gone")), name="recordjoin_of_two"),
            models.CheckConstraint(
                condition=Q(undone_by__isnull=True, undone_at__isnull=True, undone_reason="")
                | (Q(undone_by__isnull=False, undone_at__isnull=False) & ~Q(undone_reason="")),
                name="recordjoin_undone_by_at_and_why",
            ),
            models.UniqueConstraint(
                fields=["gone"], condition=Q(undone_at__isnull=True), name="recordjoin_stands_once"
            ),
        ]
        triggers = promises.RECORD_JOIN_HOLDS

    def __str__(self) -> str:
        return f"Joining {self.pk}"
