"""What the unit learns: ideas and where they are from, their trials with a figure before and after, what was
decided, and what families and partners said. Nothing here is about a child.
"""

from __future__ import annotations

import uuid

import pgtrigger
from django.db import models
from django.db.models import F, Q

from conferences.models.consultations import FamilyConsultation
from conferences.models.promises_learning import HEARD_KEPT, IDEA_KEPT, TRIAL_KEPT
from conferences.rules.learning import (
    ELSEWHERE,
    Evidence,
    Group,
    IdeaFrom,
    IdeaOutcome,
    Length,
    Movement,
    OutcomeWhy,
)
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import User
from safeguarding.promises import by_then, finite, said

AUTHORITY = r"^(\d{3})?$"
MONTHS = [int(length.value) for length in Length]


def _never_changed(name: str) -> pgtrigger.Protect:
    return pgtrigger.Protect(name=f"{name}_never_changed", operation=pgtrigger.Update | pgtrigger.Delete)


@keeps_history()
class LearningIdea(models.Model):
    """An idea, or a visit it is from: what was learned, what speaks for it, and whose it is to follow up.

    `consultation` is the one that it was learned from: shown to those alone who see it.
    """

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(max_length=120)
    came_from = models.CharField(max_length=12, choices=choices(IdeaFrom))
    authority = models.CharField(max_length=3, blank=True, help_text="DfE code of the authority.")
    where_words = models.CharField(max_length=100, blank=True)
    day = models.DateField()
    who_went = models.CharField(max_length=200, blank=True)
    learned = models.TextField()
    evidence = models.CharField(max_length=10, choices=choices(Evidence))
    evidence_words = models.CharField(max_length=300, blank=True)
    consultation = models.ForeignKey(
        FamilyConsultation, on_delete=models.PROTECT, null=True, blank=True, related_name="learning"
    )
    owner = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    saved_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField()

    class Meta:
        ordering = ["-day", "-id"]
        constraints = [
            finite("learningidea", "day"),
            models.CheckConstraint(
                condition=by_then("day", "saved_at"),
                name=said("learningidea_day_by_its_telling", "The day must be today or earlier."),
            ),
            models.CheckConstraint(
                condition=Q(came_from__in=values(IdeaFrom)) & Q(evidence__in=values(Evidence)),
                name="learningidea_codes_known",
            ),
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(learned=""), name="learningidea_says_something"
            ),
            models.CheckConstraint(
                condition=Q(authority__regex=AUTHORITY), name="learningidea_authority_is_a_code"
            ),
            models.CheckConstraint(
                condition=~Q(came_from__in=[one.value for one in ELSEWHERE])
                | ((~Q(authority="") | ~Q(where_words="")) & ~Q(who_went="")),
                name="learningidea_visit_says_where_and_who",
            ),
            models.CheckConstraint(
                condition=Q(came_from=IdeaFrom.CONSULTATION.value, consultation__isnull=False)
                | (~Q(came_from=IdeaFrom.CONSULTATION.value) & Q(consultation__isnull=True)),
                name="learningidea_of_its_consultation",
            ),
        ]
        triggers = IDEA_KEPT

    def __str__(self) -> str:
        return f"Idea {self.pk}"


@keeps_history()
class LearningTrial(models.Model):
    """A trial of an idea: what is tried since when, which figure it is to move, over how many months.

    `next_review_date` is the day of the review to come; None once a review has seen enough, or it is over.
    """

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    idea = models.ForeignKey(LearningIdea, on_delete=models.CASCADE, related_name="trials")
    what = models.TextField()
    measure = models.CharField(max_length=40)
    movement = models.CharField(max_length=4, choices=choices(Movement))
    months = models.PositiveSmallIntegerField()
    start_date = models.DateField()
    next_review_date = models.DateField(null=True, blank=True)
    ended_date = models.DateField(null=True, blank=True)
    # Why it was stopped without a decision.
    stopped_because = models.TextField(blank=True)
    started_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField()

    class Meta:
        ordering = ["start_date", "id"]
        constraints = [
            finite("learningtrial", "start_date", unknown=("next_review_date", "ended_date")),
            models.CheckConstraint(
                condition=by_then("start_date", "started_at"),
                name=said("learningtrial_began_by_its_telling", "The trial began today or earlier."),
            ),
            models.CheckConstraint(
                condition=Q(movement__in=values(Movement)) & Q(months__in=MONTHS),
                name="learningtrial_codes_known",
            ),
            models.CheckConstraint(condition=~Q(what="") & ~Q(measure=""), name="learningtrial_says_what"),
            models.CheckConstraint(
                condition=Q(next_review_date__isnull=True)
                | (Q(next_review_date__gt=F("start_date")) & Q(ended_date__isnull=True)),
                name="learningtrial_reviewed_while_it_goes_on",
            ),
            models.CheckConstraint(
                condition=Q(ended_date__isnull=True) | Q(ended_date__gte=F("start_date")),
                name="learningtrial_ends_after_it_began",
            ),
            models.CheckConstraint(
                condition=Q(stopped_because="") | Q(ended_date__isnull=False),
                name="learningtrial_stopped_is_over",
            ),
            models.UniqueConstraint(
                fields=["idea"],
                condition=Q(ended_date__isnull=True),
                name=said("learningtrial_one_at_a_time", "A trial of this idea goes on already."),
            ),
        ]
        triggers = TRIAL_KEPT

    def __str__(self) -> str:
        return f"Trial {self.pk} of idea {self.idea_id}"


@keeps_history()
class LearningReading(models.Model):
    """The trial’s figure as it was looked up for a day: before it began, or for a review. It never changes.

    `not_known` says why it has no number; `undecided` of `undecided_of` rows were neither a yes nor a no.
    `coverage` says which days the figures were known for.
    """

    trial = models.ForeignKey(LearningTrial, on_delete=models.CASCADE, related_name="readings")
    day = models.DateField()
    is_before = models.BooleanField()
    from_date = models.DateField()
    to_date = models.DateField()
    numerator = models.PositiveIntegerField(null=True, blank=True)
    denominator = models.PositiveIntegerField(null=True, blank=True)
    undecided = models.PositiveIntegerField(default=0)
    undecided_of = models.PositiveIntegerField(default=0)
    not_known = models.CharField(max_length=300, blank=True)
    coverage = models.TextField(blank=True)
    read_at = models.DateTimeField()

    class Meta:
        ordering = ["day", "id"]
        constraints = [
            finite("learningreading", "day", "from_date", "to_date"),
            models.UniqueConstraint(fields=["trial", "day"], name="learningreading_once_a_day"),
            models.UniqueConstraint(
                fields=["trial"], condition=Q(is_before=True), name="learningreading_one_before"
            ),
            models.CheckConstraint(
                condition=Q(from_date__lte=F("to_date"), to_date__lt=F("day")) & by_then("day", "read_at"),
                name="learningreading_of_days_that_are_over",
            ),
            models.CheckConstraint(
                condition=(Q(not_known="") & Q(numerator__isnull=False))
                | (~Q(not_known="") & Q(numerator__isnull=True, denominator__isnull=True)),
                name="learningreading_a_number_or_why_not",
            ),
        ]
        triggers = [_never_changed("learningreading")]

    def __str__(self) -> str:
        return f"Reading {self.day} of trial {self.trial_id}"


@keeps_history()
class LearningReview(models.Model):
    """What the owner saw at a review, and when the next one is; None where it has been seen enough of."""

    reading = models.OneToOneField(LearningReading, on_delete=models.CASCADE, related_name="review")
    words = models.TextField()
    next_review_date = models.DateField(null=True, blank=True)
    reviewed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    reviewed_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            finite("learningreview", unknown=("next_review_date",)),
            models.CheckConstraint(condition=~Q(words=""), name="learningreview_says_something"),
        ]
        triggers = [_never_changed("learningreview")]

    def __str__(self) -> str:
        return f"Review {self.pk}"


@keeps_history()
class LearningDecision(models.Model):
    """What was decided of an idea; a later one names the one it replaces, with its reason."""

    idea = models.ForeignKey(LearningIdea, on_delete=models.CASCADE, related_name="decisions")
    outcome = models.CharField(max_length=12, choices=choices(IdeaOutcome))
    why = models.CharField(max_length=10, choices=choices(OutcomeWhy))
    words = models.TextField()
    replaces = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    replaces_reason = models.TextField(blank=True)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome__in=values(IdeaOutcome)) & Q(why__in=values(OutcomeWhy)),
                name="learningdecision_codes_known",
            ),
            models.CheckConstraint(condition=~Q(words=""), name="learningdecision_with_its_reasons"),
            models.CheckConstraint(
                condition=Q(replaces__isnull=True, replaces_reason="")
                | (Q(replaces__isnull=False) & ~Q(replaces_reason="")),
                name="learningdecision_says_why_it_replaces",
            ),
            models.UniqueConstraint(
                fields=["idea"], condition=Q(replaces__isnull=True), name="learningdecision_first_once"
            ),
        ]
        triggers = [_never_changed("learningdecision")]

    def __str__(self) -> str:
        return f"Decision {self.pk} on idea {self.idea_id}"


@keeps_history()
class LearningHeard(models.Model):
    """You said, we did: what a group said, without names; what was done; who was told of it, and how."""

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    group = models.CharField(max_length=14, choices=choices(Group))
    said = models.TextField()
    heard_date = models.DateField()
    how_heard = models.CharField(max_length=200)
    did = models.TextField(blank=True)
    did_date = models.DateField(null=True, blank=True)
    told_back = models.TextField(blank=True)
    told_back_date = models.DateField(null=True, blank=True)
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    saved_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField()

    class Meta:
        ordering = ["-heard_date", "-id"]
        constraints = [
            finite("learningheard", "heard_date", unknown=("did_date", "told_back_date")),
            models.CheckConstraint(
                condition=by_then("heard_date", "saved_at")
                & by_then("did_date", "saved_at")
                & by_then("told_back_date", "saved_at"),
                name=said("learningheard_days_by_their_telling", "The days must be today or earlier."),
            ),
            models.CheckConstraint(condition=Q(group__in=values(Group)), name="learningheard_group_known"),
            models.CheckConstraint(
                condition=~Q(said="") & ~Q(how_heard=""), name="learningheard_says_something"
            ),
            models.CheckConstraint(
                condition=Q(did="", did_date__isnull=True)
                | (~Q(did="") & Q(did_date__isnull=False, did_date__gte=F("heard_date"))),
                name="learningheard_done_with_its_day",
            ),
            models.CheckConstraint(
                condition=Q(told_back="", told_back_date__isnull=True)
                | (
                    ~Q(told_back="")
                    & Q(
                        did_date__isnull=False,
                        told_back_date__isnull=False,
                        told_back_date__gte=F("did_date"),
                    )
                ),
                name="learningheard_told_back_after_it_was_done",
            ),
        ]
        triggers = HEARD_KEPT

    def __str__(self) -> str:
        return f"Heard {self.pk}"
