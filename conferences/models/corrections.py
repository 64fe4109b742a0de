"""Corrections: a recorded fact that is another one, with what stood there before, who had recorded it, and
why.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from conferences.models import promises_told as promises
from conferences.models.conferences import ConferenceChild
from conferences.rules.corrections import RecordKind, Why
from conferences.rules.vocabulary import Category, DecisionOutcome, EndReason, StepDown
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import Child, User
from safeguarding.models.base import ChildRecord
from safeguarding.models.second import TwoPersonChange


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
        triggers = promises.CORRECTION_HOLDS

    def __str__(self) -> str:
        return f"Correction of {self.field} of {self.kind} {self.row}"


WITH_PLAN = [DecisionOutcome.PLAN_BEGINS.value, DecisionOutcome.PLAN_CONTINUES.value]
WITHOUT_PLAN = [DecisionOutcome.NO_PLAN.value, DecisionOutcome.PLAN_ENDS.value]


@keeps_history()
class DecisionChange(TwoPersonChange, ChildRecord):
    """A new version of a signed decision: asked for by one person, agreed by another, then the decision.

    `new_...` is what it should be, `was_...` what it replaces, as it stood; `version` is its number, of 2 or
    more.
    """

    CHILD_PATH = "conference_child__child"

    conference_child = models.ForeignKey(
        ConferenceChild, on_delete=models.CASCADE, related_name="decision_changes"
    )
    version = models.PositiveSmallIntegerField()
    new_outcome = models.CharField(max_length=15, choices=choices(DecisionOutcome))
    new_category = models.CharField(max_length=3, choices=choices(Category), blank=True)
    new_reasons = models.TextField()
    new_end_reason = models.CharField(max_length=30, choices=choices(EndReason), blank=True)
    new_step_down = models.CharField(max_length=20, choices=choices(StepDown), blank=True)
    was_outcome = models.CharField(max_length=15, choices=choices(DecisionOutcome))
    was_category = models.CharField(max_length=3, choices=choices(Category), blank=True)
    was_reasons = models.TextField()
    was_end_reason = models.CharField(max_length=30, choices=choices(EndReason), blank=True)
    was_step_down = models.CharField(max_length=20, choices=choices(StepDown), blank=True)
    why = models.CharField(max_length=12, choices=choices(Why))
    words = models.TextField()

    class Meta(TwoPersonChange.Meta, ChildRecord.Meta):
        abstract = False
        constraints = [
            *TwoPersonChange.Meta.constraints,
            models.CheckConstraint(condition=Q(why__in=values(Why)), name="decisionchange_why_known"),
            models.CheckConstraint(
                condition=~Q(words="") & ~Q(new_reasons=""), name="decisionchange_why_in_words"
            ),
            models.CheckConstraint(condition=Q(version__gte=2), name="decisionchange_replaces_the_first"),
            models.CheckConstraint(
                condition=Q(new_outcome__in=WITH_PLAN, new_category__in=values(Category))
                | Q(new_outcome__in=WITHOUT_PLAN, new_category=""),
                name="decisionchange_category_where_there_is_a_plan",
            ),
            models.CheckConstraint(
                condition=~Q(
                    new_outcome=F("was_outcome"),
                    new_category=F("was_category"),
                    new_reasons=F("was_reasons"),
                    new_end_reason=F("was_end_reason"),
                    new_step_down=F("was_step_down"),
                ),
                name="decisionchange_changes_something",
            ),
            models.UniqueConstraint(
                fields=["conference_child"],
                condition=Q(closed_at__isnull=True),
                name="decisionchange_one_at_a_time",
            ),
        ]
        triggers = [*TwoPersonChange.Meta.triggers, *promises.DECISION_CHANGE_HOLDS]

    def __str__(self) -> str:
        return f"Version {self.version} of the decision at {self.conference_child_id}"
