"""What was raised: each duty once for its day, from raising to closing."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.lookups import Exact

from conferences.models.conferences import TransferIn
from conferences.models.enquiries import Enquiry
from conferences.models.plans import Plan
from conferences.models.replans import Consultation
from conferences.models.requests import Request
from conferences.models.scheduling import Booking
from conferences.models.thinking_time import ThinkingTime
from conferences.rules.deadlines import STATUTORY, Code, Subject
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import Child, User
from safeguarding.models.base import ChildRecord

# The field that names what a deadline runs for.
SUBJECT_FIELDS = {
    Subject.ENQUIRY: "enquiry",
    Subject.TRANSFER_IN: "transfer_in",
    Subject.REQUEST: "request",
    Subject.PLAN: "plan",
    Subject.CONSULTATION: "consultation",
    Subject.THINKING_TIME: "thinking_time",
    Subject.MEETING: "booking",
}


def _subject(of: type[models.Model]) -> Any:
    return models.ForeignKey(of, on_delete=models.CASCADE, null=True, blank=True, related_name="duties")


@keeps_history()
class Duty(ChildRecord):
    """One thing that somebody must do about one child by one day. Derived from facts; stored because it was
    raised.

    What is due for a meeting is a duty for each of its children, so that each is seen with its own child. A
    date that moves closes this duty as moved and raises another: the unique key holds the day, so that a
    repeated scan adds nothing. Given to somebody by name it stays theirs while they may act; put off, it
    comes back on its day, which for what the law sets is never later than it is due.
    """

    ref = models.UUIDField(default=uuid.uuid4, db_default=RandomUUID(), unique=True, editable=False)
    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="duties")
    kind = models.CharField(max_length=24, choices=choices(Code))
    enquiry = _subject(Enquiry)
    transfer_in = _subject(TransferIn)
    request = _subject(Request)
    plan = _subject(Plan)
    consultation = _subject(Consultation)
    thinking_time = _subject(ThinkingTime)
    booking = _subject(Booking)
    due_date = models.DateField()
    owner = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="duties")
    owner_role = models.CharField(max_length=30)
    met_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    given_to = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    put_off_until_date = models.DateField(null=True, blank=True)
    raised_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_because = models.CharField(max_length=10, blank=True)

    class Meta(ChildRecord.Meta):
        verbose_name_plural = "duties"
        ordering = ["due_date", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "child", "due_date", *SUBJECT_FIELDS.values()],
                nulls_distinct=False,
                name="duty_raised_once",
            ),
            models.CheckConstraint(
                condition=Exact(
                    Func(
                        *(F(name) for name in SUBJECT_FIELDS.values()),
                        function="num_nonnulls",
                        output_field=models.IntegerField(),
                    ),
                    1,
                ),
                name="duty_of_one_subject",
            ),
            models.CheckConstraint(condition=Q(kind__in=values(Code)), name="duty_kind_known"),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, closed_because="")
                | (Q(closed_at__isnull=False) & Q(closed_because__in=["MET", "MOVED", "GONE"])),
                name="duty_closed_at_and_why",
            ),
            models.CheckConstraint(
                condition=Q(put_off_until_date__isnull=True)
                | Q(put_off_until_date__lte=F("due_date"))
                | ~Q(kind__in=STATUTORY),
                name="duty_not_put_off_past_the_law",
            ),
        ]
        indexes = [
            models.Index(
                fields=["owner_role", "due_date"], condition=Q(closed_at__isnull=True), name="duty_open"
            ),
            models.Index(fields=["owner"], condition=Q(closed_at__isnull=True), name="duty_open_of_owner"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} by {self.due_date}"
