"""Files of children from the case system: handed in, compared, shown, taken in; and what the last said."""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import Child, Team, User
from safeguarding.models.base import ChildRecord
from safeguarding.register.codes import Sex


class FeedStatus(models.TextChoices):
    WAITING = "WAITING", "Waiting to be read"
    READING = "READING", "Being read"
    SHOWN = "SHOWN", "To be looked at"
    GOING_IN = "GOING_IN", "Being taken in"
    TAKEN_IN = "TAKEN_IN", "Taken in"
    REFUSED = "REFUSED", "Refused"
    LEFT = "LEFT", "Left"


class FeedOutcome(models.TextChoices):
    """What a line would do, or did."""

    REFUSED = "REFUSED", "Refused"
    ADDED = "ADDED", "Added"
    NAMED = "NAMED", "Named"
    CHANGED = "CHANGED", "Changed"
    UNCHANGED = "UNCHANGED", "Unchanged"


@keeps_history(exclude=["progress"])
class ChildrenFeed(models.Model):
    """One file of children. Its lines are kept until it was taken in or left; then only what was refused."""

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    size = models.BigIntegerField()
    status = models.CharField(max_length=10, choices=FeedStatus.choices, default=FeedStatus.WAITING)
    refusal = models.TextField(blank=True)
    # {"rows": n, "added": n, "named": n, "changed": n, "moved": n, "unchanged": n, "refused": n, "asked": n,
    # "noted": n}
    counts = models.JSONField(default=dict)
    # Codes of conferences.rules.children_feed.Concern, with the share in hundred that each is about.
    concerns = models.JSONField(default=dict)
    progress = models.PositiveIntegerField(default=0, help_text="Lines read so far.")
    handed_in_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    handed_in_at = models.DateTimeField()
    taken_in_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    taken_in_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True, help_text="Why it was taken in although something was asked.")

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=FeedStatus.values), name="childrenfeed_status_known"
            ),
            models.CheckConstraint(
                condition=~Q(status=FeedStatus.REFUSED) | ~Q(refusal=""), name="childrenfeed_refusal_said"
            ),
            models.CheckConstraint(
                condition=Q(taken_in_by__isnull=True, taken_in_at__isnull=True, reason="")
                | Q(taken_in_by__isnull=False, taken_in_at__isnull=False),
                name="childrenfeed_taken_in_by_and_at",
            ),
            models.CheckConstraint(
                condition=Q(concerns={}) | Q(taken_in_by__isnull=True) | ~Q(reason=""),
                name="childrenfeed_concern_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"Children's file {self.pk}"


class Fed(ChildRecord):
    """What a file says of a child. Empty is what it does not say."""

    upn = models.CharField(max_length=13, blank=True)
    given_names = models.CharField(max_length=100, blank=True)
    family_name = models.CharField(max_length=100, blank=True)
    birth_date = models.DateField(null=True, blank=True)
    expected_birth_date = models.DateField(null=True, blank=True)
    sex = models.CharField(max_length=1, choices=choices(Sex), blank=True)
    family_ref = models.CharField(max_length=40, blank=True)
    address = models.TextField(blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    worker = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta(ChildRecord.Meta):
        abstract = True


class FeedLine(Fed):
    """A line of a file, what it would do and what is asked about it. `child` is none where it is not known.

    `writes`, `asks` and `takes` are codes of conferences.rules.children_feed.Item: what is written of it,
    where it is a question which to keep, and where somebody has said to take the file's.
    """

    feed = models.ForeignKey(ChildrenFeed, on_delete=models.CASCADE, related_name="lines")
    line = models.PositiveIntegerField()
    number = models.CharField(max_length=20, blank=True)
    team_text = models.CharField(max_length=254, blank=True)
    worker_text = models.CharField(max_length=254, blank=True)
    child = models.ForeignKey(Child, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    # Why it is refused, what of it is left out, and what came of comparing it; of nobody by name.
    problem = models.TextField(blank=True)
    remark = models.TextField(blank=True)
    finding = models.TextField(blank=True)
    outcome = models.CharField(max_length=10, choices=FeedOutcome.choices, default=FeedOutcome.UNCHANGED)
    writes = ArrayField(models.CharField(max_length=10), default=list)
    asks = ArrayField(models.CharField(max_length=10), default=list)
    takes = ArrayField(models.CharField(max_length=10), default=list)

    class Meta(Fed.Meta):
        ordering = ["line"]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome__in=FeedOutcome.values), name="feedline_outcome_known"
            ),
            models.CheckConstraint(condition=Q(sex__in=["", *values(Sex)]), name="feedline_sex_known_code"),
        ]
        indexes = [
            models.Index(fields=["feed", "outcome", "line"], name="feedline_by_outcome"),
            models.Index(fields=["feed", "number"], name="feedline_by_number"),
        ]

    def __str__(self) -> str:
        return f"Line {self.line} of children's file {self.feed_id}"


class FeedMemory(Fed):
    """What the last file that named a child said, and which questions were answered by keeping ours."""

    child = models.OneToOneField(Child, on_delete=models.CASCADE, related_name="feed_memory")
    feed = models.ForeignKey(ChildrenFeed, on_delete=models.PROTECT, related_name="+")
    settled = ArrayField(models.CharField(max_length=10), default=list)

    class Meta(Fed.Meta):
        ordering = ["id"]
        verbose_name_plural = "feed memories"
        indexes = [
            models.Index(fields=["family_ref"], condition=~Q(family_ref=""), name="feedmemory_by_family_ref"),
        ]

    def __str__(self) -> str:
        return f"What the last file said of child {self.child_id}"
