"""What families, children and professionals gave back after conferences, and how many were asked.

An answer refers to nothing and nothing of the moment refers to it: no child, no meeting, nobody's account, no
number in a row and no time but its quarter (docs/decisions/0137-an-answer-that-leads-to-nobody.md).
"""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from conferences.models.promises_feedback import ANSWER_KEPT, LANGUAGE_KEPT, OFFER_KEPT, READING_KEPT
from conferences.rules.feedback import (
    HIGHEST,
    LONGEST_WORDS,
    LOWEST,
    MOST_QUESTIONS,
    Giver,
    Reading,
    Theme,
    Wave,
)
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import User
from safeguarding.promises import by_then, finite, said

QUARTERS = (1, 4, 7, 10)
SCORES = tuple(f"answer_{n}" for n in range(1, MOST_QUESTIONS + 1))


def _codes(table: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(giver__in=values(Giver)) & Q(wave__in=values(Wave)), name=f"{table}_codes_known"
    )


def _quarter(table: str, column: str = "quarter") -> models.CheckConstraint:
    """A day that is no first of a quarter would tell of the day."""
    return models.CheckConstraint(
        condition=Q(**{f"{column}__day": 1, f"{column}__month__in": QUARTERS}),
        name=f"{table}_first_of_quarter",
    )


def _score() -> models.PositiveSmallIntegerField[int | None, int | None]:
    return models.PositiveSmallIntegerField(null=True, blank=True)


class FeedbackCode(models.Model):
    """A code on a printed slip that is not used yet: with its answer it is deleted. Only its hash is kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    digest = models.CharField(max_length=64, unique=True)
    giver = models.CharField(max_length=12, choices=choices(Giver))
    wave = models.CharField(max_length=5, choices=choices(Wave))
    # The first day of a month from which it is taken no more.
    ends_date = models.DateField()

    class Meta:
        ordering = ["id"]
        constraints = [
            finite("feedbackcode", "ends_date"),
            _codes("feedbackcode"),
            models.CheckConstraint(condition=Q(ends_date__day=1), name="feedbackcode_first_of_month"),
        ]

    def __str__(self) -> str:
        return f"Code {self.pk}"


class FeedbackAnswer(models.Model):
    """What somebody gave back: a number of the scale for each question of its kind of giver, and words.

    Who reads the words may cover a name in them; they are deleted when their time is over.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    giver = models.CharField(max_length=12, choices=choices(Giver))
    wave = models.CharField(max_length=5, choices=choices(Wave))
    quarter = models.DateField()
    answer_1 = _score()
    answer_2 = _score()
    answer_3 = _score()
    answer_4 = _score()
    answer_5 = _score()
    answer_6 = _score()
    words = models.TextField(blank=True, max_length=LONGEST_WORDS)

    class Meta:
        ordering = ["id"]
        constraints = [
            finite("feedbackanswer", "quarter"),
            _codes("feedbackanswer"),
            _quarter("feedbackanswer"),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{name}__isnull": True})
                    | Q(**{f"{name}__gte": LOWEST, f"{name}__lte": HIGHEST}),
                    name=f"feedback{name}_on_the_scale",
                )
                for name in SCORES
            ),
        ]
        triggers = ANSWER_KEPT

    def __str__(self) -> str:
        return f"Answer {self.pk}"

    @property
    def scores(self) -> tuple[int | None, ...]:
        return tuple(getattr(self, name) for name in SCORES)


@keeps_history()
class FeedbackReading(models.Model):
    """What a reader in the unit decided of the words of an answer, in a quarter that is over."""

    answer = models.OneToOneField(FeedbackAnswer, on_delete=models.PROTECT, related_name="reading")
    outcome = models.CharField(max_length=10, choices=choices(Reading))
    themes = ArrayField(models.CharField(max_length=8, choices=choices(Theme)), default=list, blank=True)
    read_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    read_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome__in=values(Reading)) & Q(themes__contained_by=values(Theme)),
                name="feedbackreading_codes_known",
            ),
            models.CheckConstraint(
                condition=~Q(outcome=Reading.SHOWN.value) | ~Q(themes=[]),
                name="feedbackreading_shown_has_theme",
            ),
        ]
        triggers = READING_KEPT

    def __str__(self) -> str:
        return f"Reading {self.pk}"


@keeps_history()
class FeedbackOffer(models.Model):
    """How many slips were handed out to givers of a kind: of a quarter, and of no meeting."""

    quarter = models.DateField()
    giver = models.CharField(max_length=12, choices=choices(Giver))
    wave = models.CharField(max_length=5, choices=choices(Wave))
    number = models.PositiveSmallIntegerField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["-recorded_at", "-id"]
        constraints = [
            finite("feedbackoffer", "quarter"),
            _codes("feedbackoffer"),
            _quarter("feedbackoffer"),
            models.CheckConstraint(
                condition=by_then("quarter", "recorded_at"),
                name=said("feedbackoffer_by_its_telling", "Slips were handed out today or earlier."),
            ),
        ]
        triggers = OFFER_KEPT

    def __str__(self) -> str:
        return f"Offer {self.pk}"


@keeps_history()
class FeedbackLanguage(models.Model):
    """The words of the forms in a language, and who checked them: before that nobody is asked in it."""

    code = models.CharField(max_length=8, unique=True)
    name = models.CharField(max_length=40)
    own_name = models.CharField(max_length=40)
    is_rtl = models.BooleanField(default=False)
    texts = models.JSONField(default=dict, blank=True)
    checked_by = models.CharField(max_length=100, blank=True)
    checked_date = models.DateField(null=True, blank=True)
    saved_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField()

    class Meta:
        ordering = ["name"]
        constraints = [
            finite("feedbacklanguage", unknown=("checked_date",)),
            models.CheckConstraint(
                condition=Q(code__regex=r"^[a-z]{2,3}$") & ~Q(name="") & ~Q(own_name=""),
                name="feedbacklanguage_has_code_and_names",
            ),
            models.CheckConstraint(
                condition=Q(checked_by="", checked_date__isnull=True)
                | (~Q(checked_by="") & Q(checked_date__isnull=False)),
                name="feedbacklanguage_checked_by_and_when",
            ),
            models.CheckConstraint(
                condition=by_then("checked_date", "saved_at"),
                name=said("feedbacklanguage_checked_by_its_telling", "It was checked today or earlier."),
            ),
        ]
        triggers = LANGUAGE_KEPT

    def __str__(self) -> str:
        return f"Language {self.code}"
