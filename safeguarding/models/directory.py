"""A file of teams, rooms or agencies, from handing in until it is taken in or left."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q


class DirectoryFile(models.Model):
    """The rows that somebody handed in, shown before they are taken in. Never changed, only kept once."""

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # The slug of a directory (safeguarding.directory).
    directory = models.CharField(max_length=40)
    name = models.CharField(max_length=200)
    content = models.BinaryField()
    handed_in_by = models.ForeignKey("User", on_delete=models.PROTECT, related_name="+")
    handed_in_at = models.DateTimeField()
    taken_in_by = models.ForeignKey("User", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    taken_in_at = models.DateTimeField(null=True, blank=True)
    # What came of taking it in: {"counts": {...}, "refused": [[row, why], ...]}, the rows up to a number.
    outcome = models.JSONField(default=dict, blank=True, db_default=models.Value({}, models.JSONField()))

    class Meta:
        ordering = ["-handed_in_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(taken_in_by__isnull=True, taken_in_at__isnull=True)
                | Q(taken_in_by__isnull=False, taken_in_at__isnull=False),
                name="directoryfile_taken_in_by_and_at",
            )
        ]

    def __str__(self) -> str:
        return f"File {self.pk} of {self.directory}"
