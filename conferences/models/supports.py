"""What help was tried for a child beside plans: offered, taken up or not, and whether it changed anything."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from conferences.models.promises_kept import SUPPORT_KEPT
from conferences.rules.supports import NAMED, NOT_BEGUN, DidChange, KnownFrom, SupportKind, Uptake, WhyNot
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import Child, User
from safeguarding.models.base import ChildRecord, InError
from safeguarding.promises import by_then, finite, of_a_record_that_stands, said, unless_missing

DAYS = ("offered_date", "started_date", "ended_date")
ORDERED = tuple((first, last) for at, first in enumerate(DAYS) for last in DAYS[at + 1 :])


def _in_order(first: str, last: str) -> Q:
    return unless_missing(first, unless_missing(last, Q(**{f"{last}__gte": F(first)})))


@keeps_history()
class SupportTried(InError, ChildRecord):
    """One support for one child. Each day is as far as it is known; `name` is a service's or other support's.

    `told_by` told last how it went on, `recorded_by` recorded it first.
    """

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="supports")
    kind = models.CharField(max_length=24, choices=choices(SupportKind))
    name = models.CharField(max_length=100, blank=True)
    offered_date = models.DateField(null=True, blank=True)
    started_date = models.DateField(null=True, blank=True)
    ended_date = models.DateField(null=True, blank=True)
    uptake = models.CharField(max_length=14, choices=choices(Uptake))
    why_not = models.CharField(max_length=16, choices=choices(WhyNot), blank=True)
    why_words = models.TextField(blank=True)
    aim = models.TextField()
    did_change = models.CharField(max_length=10, choices=choices(DidChange), blank=True)
    known_from = models.CharField(max_length=10, choices=choices(KnownFrom))
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    told_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    told_at = models.DateTimeField()

    class Meta(ChildRecord.Meta):
        verbose_name_plural = "supports tried"
        ordering = ["offered_date", "id"]
        constraints = [
            finite("supporttried", unknown=DAYS),
            *(
                models.CheckConstraint(
                    condition=_in_order(first, last),
                    name=said(
                        f"supporttried_{last.removesuffix('_date')}_after_{first.removesuffix('_date')}",
                        "Help is offered before it starts, and starts before it ends.",
                    ),
                )
                for first, last in ORDERED
            ),
            *(
                models.CheckConstraint(
                    condition=by_then(day, "told_at"),
                    name=said(
                        f"supporttried_{day.removesuffix('_date')}_by_its_telling",
                        "A day of help that was tried is today or earlier.",
                    ),
                )
                for day in DAYS
            ),
            models.CheckConstraint(
                condition=Q(kind__in=values(SupportKind)) & Q(known_from__in=values(KnownFrom)),
                name="supporttried_codes_known",
            ),
            models.CheckConstraint(
                condition=(Q(kind__in=[kind.value for kind in NAMED]) & ~Q(name=""))
                | (~Q(kind__in=[kind.value for kind in NAMED]) & Q(name="")),
                name="supporttried_named_where_it_must_be",
            ),
            models.CheckConstraint(
                condition=Q(uptake=Uptake.TAKEN_UP.value, why_not="", did_change__in=values(DidChange))
                | Q(
                    uptake__in=[uptake.value for uptake in NOT_BEGUN],
                    why_not__in=values(WhyNot),
                    did_change="",
                    started_date__isnull=True,
                    ended_date__isnull=True,
                )
                | Q(
                    uptake=Uptake.WAITING.value,
                    why_not="",
                    did_change="",
                    offered_date__isnull=False,
                    started_date__isnull=True,
                    ended_date__isnull=True,
                ),
                name="supporttried_uptake_and_what_it_needs",
            ),
            models.CheckConstraint(
                condition=(Q(why_not=WhyNot.OTHER.value) & ~Q(why_words=""))
                | (~Q(why_not=WhyNot.OTHER.value) & Q(why_words="")),
                name="supporttried_another_reason_in_words",
            ),
            models.CheckConstraint(condition=~Q(aim=""), name="supporttried_was_to_change_something"),
            models.UniqueConstraint(
                fields=["child", "kind", "name", "offered_date", "started_date"],
                condition=Q(in_error=False),
                nulls_distinct=False,
                name="supporttried_stands_once",
            ),
        ]
        triggers = [
            *of_a_record_that_stands("supporttried", "conferences_supporttried"),
            SUPPORT_KEPT,
        ]

    def __str__(self) -> str:
        return f"{self.kind} for child {self.child_id}"
