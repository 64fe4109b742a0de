"""What people are to be told, the e-mails that tell it, and what was passed up to be acknowledged by name."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Func, Q
from django.db.models.lookups import Exact

from conferences.models import promises_work as promises
from conferences.models.duties import Duty
from conferences.models.replans import Consultation
from conferences.models.requests import Request, RequestedChild
from conferences.models.scheduling import Booking
from conferences.rules.deadlines_ladder import RungCode
from conferences.rules.notices import Change, MessageKind
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import Child, GoLive, User
from safeguarding.models.base import ChildRecord

# What a change is of.
CHANGED_FIELDS = ("booking", "consultation", "request", "requested_child", "child", "go_live")
# Told once at a moment; of a child, and of going live, there is one change, at a moment of its own.
TOLD_ONCE = ("change", *CHANGED_FIELDS[:-2], "recipient", "owed_at")


class Message(models.Model):
    """An e-mail: its words frozen when it is made, claimed with a lease and counted before it is sent.

    Its words name no child: they say what is due, and where to read it. They are made anew only without a
    line whose child its reader may not see any longer. `ref` is its Message-ID.
    """

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    recipient = models.ForeignKey(User, on_delete=models.PROTECT, related_name="messages")
    kind = models.CharField(max_length=10, choices=choices(MessageKind))
    day = models.DateField()
    subject = models.CharField(max_length=150)
    body = models.TextField()
    made_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    # Where somebody asked for it again, the days for which it is tried are counted anew.
    tried_from_at = models.DateTimeField(null=True, blank=True)
    # Until then nobody else tries it: it is being tried, or waits for its turn.
    lease_until_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    # Not tried any longer, until somebody asks for it.
    parked_at = models.DateTimeField(null=True, blank=True)
    parked_because = models.CharField(max_length=100, blank=True, default="")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["recipient", "day"],
                condition=Q(kind=MessageKind.DIGEST.value),
                name="message_one_digest_a_day",
            ),
            models.UniqueConstraint(
                fields=["recipient", "day"],
                condition=Q(kind=MessageKind.SERVICE.value),
                name="message_one_of_service_a_day",
            ),
            models.CheckConstraint(condition=Q(kind__in=values(MessageKind)), name="message_kind_known"),
            models.CheckConstraint(
                condition=Q(parked_at__isnull=True, parked_because="")
                | (Q(parked_at__isnull=False, sent_at__isnull=True) & ~Q(parked_because="")),
                name="message_parked_with_why_and_unsent",
            ),
        ]
        indexes = [models.Index(fields=["made_at"], condition=Q(sent_at__isnull=True), name="message_unsent")]
        triggers = promises.MESSAGE_HOLDS

    def __str__(self) -> str:
        return f"Message {self.pk}"


class Notice(models.Model):
    """What one person is to be told, once: a rung of a duty's ladder, or a change; by the e-mail `message`.

    `due_date` is the duty's day, or the meeting's where a change is of one. One whose recipient is found not
    to see the child is `out_of_sight_at` that moment, and is told to them no more.
    """

    duty = models.ForeignKey(Duty, on_delete=models.CASCADE, null=True, blank=True, related_name="notices")
    rung = models.CharField(max_length=12, choices=choices(RungCode), blank=True, default="")
    change = models.CharField(max_length=14, choices=choices(Change), blank=True, default="")
    booking = models.ForeignKey(
        Booking, on_delete=models.CASCADE, null=True, blank=True, related_name="notices"
    )
    consultation = models.ForeignKey(
        Consultation, on_delete=models.CASCADE, null=True, blank=True, related_name="notices"
    )
    request = models.ForeignKey(
        Request, on_delete=models.CASCADE, null=True, blank=True, related_name="notices"
    )
    requested_child = models.ForeignKey(
        RequestedChild, on_delete=models.CASCADE, null=True, blank=True, related_name="notices"
    )
    # Nobody looks for a notice by its child, and an index would be built while nobody can be told.
    child = models.ForeignKey(
        Child, on_delete=models.CASCADE, null=True, blank=True, related_name="notices", db_index=False
    )
    go_live = models.ForeignKey(
        GoLive, on_delete=models.CASCADE, null=True, blank=True, related_name="notices", db_index=False
    )
    recipient = models.ForeignKey(User, on_delete=models.PROTECT, related_name="notices")
    due_date = models.DateField(null=True, blank=True)
    owed_at = models.DateTimeField()
    message = models.ForeignKey(
        Message, on_delete=models.PROTECT, null=True, blank=True, related_name="notices"
    )
    out_of_sight_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["duty", "rung", "recipient", "due_date"],
                condition=Q(duty__isnull=False),
                name="notice_of_a_rung_once",
            ),
            models.UniqueConstraint(
                fields=TOLD_ONCE,
                condition=Q(duty__isnull=True),
                nulls_distinct=False,
                name="notice_of_a_change_once",
            ),
            models.CheckConstraint(
                condition=(Q(duty__isnull=False, change="", due_date__isnull=False) & ~Q(rung=""))
                | (Q(duty__isnull=True, rung="") & ~Q(change="")),
                name="notice_of_a_rung_or_a_change",
            ),
            models.CheckConstraint(
                condition=Exact(
                    Func(
                        F("duty"),
                        *(F(name) for name in CHANGED_FIELDS),
                        function="num_nonnulls",
                        output_field=models.IntegerField(),
                    ),
                    1,
                ),
                name="notice_of_one_thing",
            ),
        ]
        indexes = [
            models.Index(fields=["recipient"], condition=Q(message__isnull=True), name="notice_untold")
        ]

    def __str__(self) -> str:
        return f"Notice {self.pk}"


@keeps_history()
class Escalation(ChildRecord):
    """What was passed up to somebody as its day came near or is past; acknowledged by name, in words."""

    CHILD_PATH = "duty__child"

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    duty = models.ForeignKey(Duty, on_delete=models.CASCADE, related_name="escalations")
    rung = models.CharField(max_length=12, choices=choices(RungCode))
    # Everybody of the role who sees the child, where it is nobody's in particular.
    to_role = models.CharField(max_length=30)
    to_user = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="escalations"
    )
    raised_at = models.DateTimeField()
    acknowledged_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    words = models.TextField(blank=True, default="", help_text="What is done about it.")

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["duty", "rung"], name="escalation_once"),
            models.CheckConstraint(condition=Q(rung__in=values(RungCode)), name="escalation_rung_known"),
            models.CheckConstraint(
                condition=Q(acknowledged_by__isnull=True, acknowledged_at__isnull=True, words="")
                | (Q(acknowledged_by__isnull=False, acknowledged_at__isnull=False) & ~Q(words="")),
                name="escalation_acknowledged_by_at_and_words",
            ),
        ]

    def __str__(self) -> str:
        return f"Escalation {self.pk}"
