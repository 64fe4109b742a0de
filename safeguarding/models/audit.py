"""What was done and who viewed what: rows that are added and never changed (the database refuses; see
Meta.triggers).
"""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import Q


class AuditEntry(models.Model):
    """One thing done by somebody: an event's dotted name, its subject, and codes or numbers about it, never
    names.
    """

    event = models.CharField(max_length=60)
    subject_model = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    done_by = models.ForeignKey("User", on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField()
    detail = models.JSONField(default=dict)

    class Meta:
        ordering = ["-id"]
        verbose_name_plural = "audit entries"
        constraints = [models.CheckConstraint(condition=~Q(event=""), name="auditentry_event_given")]
        indexes = [models.Index(fields=["subject_model", "subject_id"], name="auditentry_by_subject")]
        triggers = [
            pgtrigger.Protect(name="auditentry_never_changed", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.event} {self.subject_model} {self.subject_id}"


class ReadKind(models.TextChoices):
    OPENED = "OPENED", "Opened"
    LISTED = "LISTED", "Seen in a list"
    EXPORTED = "EXPORTED", "Exported"


class ReadLog(models.Model):
    """That one person viewed one child in one answer, written before the answer leaves."""

    # No constraint in the database: the log outlives the record that was viewed.
    child = models.ForeignKey(
        "Child", on_delete=models.DO_NOTHING, db_constraint=False, related_name="viewed"
    )
    user = models.ForeignKey("User", on_delete=models.PROTECT, related_name="viewed")
    view_name = models.CharField(max_length=60)
    kind = models.CharField(max_length=10, choices=ReadKind.choices)
    read_at = models.DateTimeField()
    request_id = models.UUIDField()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=ReadKind.values), name="readlog_kind_known")
        ]
        indexes = [
            models.Index(fields=["child", "-read_at"], name="readlog_by_child"),
            models.Index(fields=["user", "-read_at"], name="readlog_by_user"),
        ]
        triggers = [
            pgtrigger.Protect(name="readlog_never_changed", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.kind} child {self.child_id}"
