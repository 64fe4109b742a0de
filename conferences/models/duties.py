"""What was raised: each duty once for its day, from raising to closing, with the e-mail that told of it."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from conferences.rules.duties import DutyKind
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import Child, User
from safeguarding.models.base import ChildRecord


@keeps_history()
class Duty(ChildRecord):
    """One thing that one role must do about one child by one day. Derived from facts; stored because it was
    raised.

    `subject` names the record it stands on ("requestedchild:12"). A date that moves closes this duty as moved
    and raises another: the unique key is the duty and its day, so that a repeated scan adds nothing.
    """

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="duties")
    kind = models.CharField(max_length=24, choices=choices(DutyKind))
    subject = models.CharField(max_length=60)
    due_date = models.DateField()
    owner = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="duties")
    owner_role = models.CharField(max_length=30)
    raised_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_because = models.CharField(max_length=10, blank=True)

    class Meta(ChildRecord.Meta):
        verbose_name_plural = "duties"
        ordering = ["due_date", "id"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "subject", "due_date"], name="duty_raised_once"),
            models.CheckConstraint(condition=Q(kind__in=values(DutyKind)), name="duty_kind_known"),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, closed_because="")
                | (Q(closed_at__isnull=False) & Q(closed_because__in=["MET", "MOVED", "GONE"])),
                name="duty_closed_at_and_why",
            ),
        ]
        indexes = [
            models.Index(
                fields=["owner_role", "due_date"], condition=Q(closed_at__isnull=True), name="duty_open"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.subject} by {self.due_date}"


class Notice(models.Model):
    """An e-mail owed to somebody about a duty: claimed with a lease and counted before it is sent, never
    doubled.

    Its words name no child: they say that something is due, and where to read it.
    """

    message_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    duty = models.ForeignKey(Duty, on_delete=models.CASCADE, related_name="notices")
    recipient = models.ForeignKey(User, on_delete=models.PROTECT, related_name="notices")
    owed_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["duty", "recipient"], name="notice_once")]
        indexes = [models.Index(fields=["owed_at"], condition=Q(sent_at__isnull=True), name="notice_unsent")]

    def __str__(self) -> str:
        return f"Notice {self.pk}"
