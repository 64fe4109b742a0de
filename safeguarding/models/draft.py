"""What somebody typed into a form and has not saved: theirs alone, and gone once the form is saved."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Cast, Length
from django.db.models.lookups import LessThanOrEqual

# Longer than the longest form can be: 20 children's entries and a note of thinking time, all full.
MOST_CHARACTERS = 1_000_000


class Draft(models.Model):
    """One opened page of one form, as its owner left it. Read only by safeguarding.drafts, for its owner.

    `form` and `subject` are the name and the references of the form's address. `sheet` tells two windows of
    the same form apart, so that neither writes over the other. `children` are those the page was about.
    """

    owner = models.ForeignKey("User", on_delete=models.CASCADE, related_name="+")
    form = models.CharField(max_length=60)
    subject = models.CharField(max_length=150, blank=True)
    sheet = models.UUIDField()
    title = models.CharField(max_length=80)
    children = ArrayField(models.BigIntegerField(), default=list, blank=True)
    # Whether the page was about who may see those children, and not about their records.
    is_governing = models.BooleanField(default=False)
    # What was posted, as {name: [value, ...]}.
    fields = models.JSONField(default=dict, blank=True)
    # Counts what the page has sent: an answer that was delayed never takes the place of a later one.
    turn = models.PositiveIntegerField(default=0)
    kept_at = models.DateTimeField()
    # From then on the words stand where they belong, and here no more; what arrives late is not kept.
    saved_at = models.DateTimeField(null=True, blank=True)
    # Tells the same words sent twice from others, without holding them.
    saved_digest = models.CharField(max_length=64, blank=True, default="", db_default="")

    class Meta:
        ordering = ["-kept_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "form", "subject", "sheet"], name="draft_one_a_sheet"),
            models.CheckConstraint(
                condition=Q(saved_at__isnull=True) | Q(fields={}), name="draft_gone_when_saved"
            ),
            models.CheckConstraint(
                condition=LessThanOrEqual(
                    Length(Cast("fields", models.TextField())), models.Value(MOST_CHARACTERS)
                ),
                name="draft_not_too_long",
            ),
        ]
        indexes = [models.Index(fields=["kept_at"], name="draft_by_age")]

    def __str__(self) -> str:
        return f"Draft {self.pk}"
