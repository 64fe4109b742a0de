"""Files read from other systems: what each held, what it changed, and every record of it that was refused or
bent.
"""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from safeguarding.counts import is_counted_from
from safeguarding.history import keeps_history
from safeguarding.models import Child, User
from safeguarding.models.base import ChildRecord


class FileStatus(models.TextChoices):
    WAITING = "WAITING", "Waiting to be read"
    READING = "READING", "Being read"
    READ = "READ", "Read"
    REFUSED = "REFUSED", "Refused"


@keeps_history(exclude=["progress"])
class ImportedFile(models.Model):
    """One census file handed in: kept are its digest, its header and what came of it, not the file itself."""

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    size = models.BigIntegerField()
    authority = models.CharField(max_length=10, blank=True)
    collection_year = models.PositiveSmallIntegerField(null=True, blank=True)
    reference_date = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=10, choices=FileStatus.choices, default=FileStatus.WAITING)
    refusal = models.TextField(blank=True)
    # {"children": {"read": n, "added": n, "changed": n}, "plans": ..., "section_47": ..., "conferences": ...,
    # "review_dates": ...}
    counts = models.JSONField(default=dict)
    progress = models.PositiveIntegerField(default=0, help_text="Children read so far.")
    uploaded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="imported_files")
    uploaded_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=FileStatus.values), name="importedfile_status_known"
            ),
            models.CheckConstraint(
                condition=~Q(status=FileStatus.REFUSED) | ~Q(refusal=""), name="importedfile_refusal_said"
            ),
        ]

    def __str__(self) -> str:
        return f"File {self.pk}"


class FaultKind(models.TextChoices):
    REFUSED = "REFUSED", "Not taken"
    BENT = "BENT", "Taken, with a change"
    NOTED = "NOTED", "Taken, to check"


class ImportFault(models.Model):
    """One record of a file that was refused, bent or noted: where it stands, which rule, and a sentence."""

    file = models.ForeignKey(ImportedFile, on_delete=models.CASCADE, related_name="faults")
    kind = models.CharField(max_length=10, choices=FaultKind.choices)
    line = models.PositiveIntegerField()
    # A file may be one long line: the column and the path say where in it.
    col = models.PositiveIntegerField(default=1, db_default=1)
    path = models.CharField(max_length=200, blank=True, default="", db_default="")
    la_child_id = models.CharField(max_length=60, blank=True)
    # Found again by number on the page, so that the reader's scope decides whether the number is shown.
    rule = models.CharField(max_length=12)
    sentence = models.TextField()

    class Meta:
        ordering = ["line", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=FaultKind.values), name="importfault_kind_known")
        ]
        indexes = [models.Index(fields=["file", "rule"], name="importfault_by_rule")]

    def __str__(self) -> str:
        return f"{self.rule} at line {self.line} of file {self.file_id}"


@is_counted_from
class ImportedChild(ChildRecord):
    """That a child stands in a file: for the file's own figures, and to scope who reads its faults."""

    file = models.ForeignKey(ImportedFile, on_delete=models.CASCADE, related_name="children")
    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="files")

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["file", "child"], name="importedchild_once")]

    def __str__(self) -> str:
        return f"Child {self.child_id} in file {self.file_id}"
