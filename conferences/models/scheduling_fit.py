"""What the day of a conference must fit: told of its request, wherever its meeting is moved."""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import F, Q

from conferences.models.requests import Request
from conferences.rules.scheduling_fit import APART, BusyKind
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import User
from safeguarding.models.base import ChildRecord
from safeguarding.promises import finite, stays


@keeps_history()
class RequestFit(ChildRecord):
    """The interpreter whom a request's conference needs, and whether two parents arrive apart."""

    CHILD_PATH = "request__children__child"
    IS_JOINT = True

    request = models.OneToOneField(Request, on_delete=models.PROTECT, related_name="fit")
    # The language; "" where nobody needs one.
    interpreter = models.CharField(max_length=80, blank=True)
    interpreter_for = models.CharField(max_length=150, blank=True)
    apart_minutes = models.PositiveSmallIntegerField(default=0, db_default=0)
    told_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", db_index=False)
    told_at = models.DateTimeField()

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(interpreter="", interpreter_for="")
                | (~Q(interpreter="") & ~Q(interpreter_for="")),
                name="requestfit_interpreter_and_for_whom",
            ),
            models.CheckConstraint(condition=Q(apart_minutes__in=APART), name="requestfit_apart_known"),
        ]

    def __str__(self) -> str:
        return f"What the day of request {self.request_id} must fit"


@keeps_history()
class BusyTime(ChildRecord):
    """When somebody of the family has contact or cannot come: each week, or on one date. Taken off, it stays
    with who did it.
    """

    CHILD_PATH = "request__children__child"
    IS_JOINT = True

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="busy_times")
    kind = models.CharField(max_length=10, choices=choices(BusyKind))
    who = models.CharField(max_length=150)
    # 0 is Monday.
    weekday = models.PositiveSmallIntegerField(null=True, blank=True)
    day_date = models.DateField(null=True, blank=True)
    # Neither is the whole day.
    from_time = models.TimeField(null=True, blank=True)
    to_time = models.TimeField(null=True, blank=True)
    told_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", db_index=False)
    told_at = models.DateTimeField()
    off_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    off_at = models.DateTimeField(null=True, blank=True)

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = [
            finite("busytime", unknown=("day_date",)),
            models.CheckConstraint(
                condition=Q(kind__in=values(BusyKind)) & ~Q(who=""), name="busytime_whose_and_why"
            ),
            models.CheckConstraint(
                condition=Q(weekday__isnull=False, day_date__isnull=True, weekday__lt=5)
                | Q(weekday__isnull=True, day_date__isnull=False),
                name="busytime_each_week_or_once",
            ),
            models.CheckConstraint(
                condition=Q(from_time__isnull=True, to_time__isnull=True)
                | Q(from_time__isnull=False, to_time__isnull=False, to_time__gt=F("from_time")),
                name="busytime_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(off_by__isnull=True, off_at__isnull=True)
                | Q(off_by__isnull=False, off_at__isnull=False),
                name="busytime_off_by_and_at",
            ),
        ]
        triggers = [
            stays(
                "busytime_stays",
                "When somebody is not free is taken off and told anew, and never changed.",
                operation=pgtrigger.Update | pgtrigger.Delete,
                wrong="""TG_OP = 'DELETE' OR OLD.off_at IS NOT NULL
        OR (NEW.request_id, NEW.kind, NEW.who, NEW.weekday, NEW.day_date, NEW.from_time, NEW.to_time)
            IS DISTINCT FROM
            (OLD.request_id, OLD.kind, OLD.who, OLD.weekday, OLD.day_date, OLD.from_time, OLD.to_time)""",
            )
        ]

    def __str__(self) -> str:
        return f"Busy time {self.pk}"
