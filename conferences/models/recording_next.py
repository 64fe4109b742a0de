"""What a conference leaves for each child's plan: who is of its core group, and the next dates."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from conferences.models.promises_next import MEMBER_HOLDS, NEXT_DATES_HOLDS
from conferences.models.recording import ChildPart
from safeguarding.history import keeps_history
from safeguarding.models import Person, User
from safeguarding.models.base import ChildRecord, InError
from safeguarding.promises import finite, said, unless_missing
from safeguarding.register.agencykinds import SOCIAL_CARE

LAST_WEEKDAY = 5


def _with_its_time(name: str) -> models.CheckConstraint:
    day, time = f"{name}_date", f"{name}_time"
    return models.CheckConstraint(
        condition=Q(**{f"{day}__isnull": True, f"{time}__isnull": True})
        | Q(**{f"{day}__isnull": False, f"{time}__isnull": False}),
        name=f"nextdates_{name}_day_and_time",
    )


@keeps_history()
class NextDates(ChildRecord):
    """When a child's core group meets next and when the plan is reviewed, as the conference chose it. The
    last days for each are worked out and stand nowhere.
    """

    CHILD_PATH = "part__requested_child__child"

    part = models.OneToOneField(ChildPart, on_delete=models.CASCADE, related_name="next_dates")
    core_group_date = models.DateField(null=True, blank=True)
    core_group_time = models.TimeField(null=True, blank=True)
    review_date = models.DateField(null=True, blank=True)
    review_time = models.TimeField(null=True, blank=True)
    # Why one of them is later than the last day for it.
    late_words = models.TextField(blank=True)
    saved_by = models.ForeignKey(User, on_delete=models.PROTECT, db_index=False, related_name="+")
    saved_at = models.DateTimeField()

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        verbose_name_plural = "next dates"
        constraints = [
            finite("nextdates", unknown=("core_group_date", "review_date")),
            _with_its_time("core_group"),
            _with_its_time("review"),
            models.CheckConstraint(
                condition=unless_missing(
                    "core_group_date", Q(core_group_date__iso_week_day__lte=LAST_WEEKDAY)
                )
                & unless_missing("review_date", Q(review_date__iso_week_day__lte=LAST_WEEKDAY)),
                name=said(
                    "nextdates_on_weekdays", "A core group or a review is on a day from Monday to Friday."
                ),
            ),
            models.CheckConstraint(
                condition=unless_missing(
                    "core_group_date",
                    unless_missing("review_date", Q(review_date__gt=F("core_group_date"))),
                ),
                name=said("nextdates_in_order", "The review is after the core group."),
            ),
        ]
        triggers = NEXT_DATES_HOLDS

    def __str__(self) -> str:
        return f"Next dates of part {self.part_id}"


@keeps_history()
class CoreGroupMember(InError, ChildRecord):
    """One person of a child's core group: of the family, of an agency, or the child."""

    CHILD_PATH = "part__requested_child__child"

    part = models.ForeignKey(ChildPart, on_delete=models.CASCADE, related_name="members")
    name = models.CharField(max_length=150)
    role = models.CharField(max_length=100, blank=True)
    # The code of a kind of agency; "" for the family and for the child.
    agency_kind = models.CharField(max_length=20, blank=True)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="core_groups"
    )
    worker = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    is_child = models.BooleanField(default=False)
    # Whether they are the lead worker of the plan.
    is_lead = models.BooleanField(default=False)
    # Since when and until when, where that is not since the conference and to this day.
    joined_date = models.DateField(null=True, blank=True)
    ended_date = models.DateField(null=True, blank=True)

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = [
            finite("coregroupmember", unknown=("joined_date", "ended_date")),
            models.CheckConstraint(
                condition=unless_missing(
                    "joined_date", unless_missing("ended_date", Q(ended_date__gte=F("joined_date")))
                ),
                name=said("coregroupmember_ended_after_joining", "Somebody leaves after they joined."),
            ),
            models.CheckConstraint(condition=~Q(name=""), name="coregroupmember_name_given"),
            models.CheckConstraint(
                condition=Q(agency_kind="", worker__isnull=True)
                & (Q(is_child=False) | Q(person__isnull=True))
                | Q(agency_kind__gt="", person__isnull=True, is_child=False),
                name="coregroupmember_family_or_agency",
            ),
            models.CheckConstraint(
                condition=Q(is_lead=False) | Q(agency_kind=SOCIAL_CARE),
                name=said(
                    "coregroupmember_lead_of_social_care",
                    "The lead worker is of children’s social care.",
                ),
            ),
            models.UniqueConstraint(
                fields=["part"],
                condition=Q(is_lead=True, in_error=False, ended_date__isnull=True),
                name=said("coregroupmember_one_lead", "A plan has one lead worker."),
            ),
            models.UniqueConstraint(
                "part",
                "agency_kind",
                Lower("name"),
                F("person"),
                condition=Q(in_error=False, ended_date__isnull=True),
                nulls_distinct=False,
                name=said("coregroupmember_once", "Somebody is of a core group once."),
            ),
        ]
        triggers = MEMBER_HOLDS

    def __str__(self) -> str:
        return f"Member {self.pk} of a core group"
