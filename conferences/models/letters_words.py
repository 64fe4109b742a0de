"""A council's own words of its letters: each version as it was written, followed by newer ones."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.lookups import GreaterThanOrEqual

from conferences.models.promises_letters_words import WORDS_HOLD
from conferences.rules.letters_words_part import LetterKind
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import User
from safeguarding.promises import LocalDay, finite, said


@keeps_history()
class LetterWording(models.Model):
    """One version of the words of one part of a letter (conferences.rules.letters_words), from a day on; the
    latest that stands on a day holds. `off_at`: another took its place before its first day was over.
    """

    kind = models.CharField(max_length=20, choices=choices(LetterKind))
    part = models.CharField(max_length=30)
    version = models.PositiveSmallIntegerField()
    text = models.TextField()
    from_date = models.DateField()
    reason = models.TextField()
    set_by = models.ForeignKey(User, on_delete=models.PROTECT, db_index=False, related_name="+")
    set_at = models.DateTimeField()
    off_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    off_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["kind", "part", "version"]
        constraints = [
            finite("letterwording", "from_date"),
            models.UniqueConstraint(
                fields=["kind", "part", "version"],
                name=said(
                    "letterwording_one_a_version",
                    "Somebody changed these words at the same moment. Look at them first.",
                ),
            ),
            models.UniqueConstraint(
                fields=["kind", "part", "from_date"],
                condition=Q(off_at__isnull=True),
                name=said(
                    "letterwording_one_from_a_day",
                    "Somebody changed these words from that day at the same moment. Look at them first.",
                ),
            ),
            models.CheckConstraint(condition=Q(kind__in=values(LetterKind)), name="letterwording_kind_known"),
            models.CheckConstraint(condition=Q(text__regex=r"\S"), name="letterwording_has_words"),
            models.CheckConstraint(condition=Q(reason__regex=r"\S"), name="letterwording_says_why"),
            models.CheckConstraint(
                condition=Q(GreaterThanOrEqual(F("from_date"), LocalDay("set_at"))),
                name=said(
                    "letterwording_never_back_in_time",
                    "Words hold from today on, or later: letters of days before stay as they were.",
                ),
            ),
            models.CheckConstraint(
                condition=Q(off_by__isnull=True, off_at__isnull=True)
                | Q(
                    GreaterThanOrEqual(F("from_date"), LocalDay("off_at")),
                    off_by__isnull=False,
                    off_at__isnull=False,
                ),
                name="letterwording_off_before_its_day_is_over",
            ),
        ]
        triggers = WORDS_HOLD

    def __str__(self) -> str:
        return f"Words of {self.kind} {self.part}, version {self.version}"
