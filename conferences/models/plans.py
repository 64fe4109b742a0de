"""Child protection plans: when, why, under which category, how they ended, and what was there before."""

from __future__ import annotations

import uuid

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from conferences.models import promises_plans as promises
from conferences.models.conferences import AUTHORITY, ConferenceChild
from conferences.models.enquiries import NeedEpisode
from conferences.models.source import SOURCES, Source, source_known, source_stays
from conferences.rules.vocabulary import Category, EndReason, StepDown
from safeguarding.counts import is_counted_from
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import Child, User
from safeguarding.models.base import ChildRecord, InError, where_there_is_one
from safeguarding.promises import finite

CATEGORIES = values(Category)


class DateRange(Func):
    function = "DATERANGE"
    output_field = DateRangeField()


@is_counted_from
@keeps_history(exclude=["census_date"], found_by=())
class Plan(ChildRecord):
    """One child protection plan of one child. The initial category never changes; an ended plan is never
    reopened.

    Two plans of a child may not share a day, both end days counted (census rule 8940), unless one is another
    authority's, held here for a time (`held_for_other_authority`), which no figure counts.
    """

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # Found by plan_once_by_start.
    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="plans", db_index=False)
    episode = models.ForeignKey(
        NeedEpisode, on_delete=models.PROTECT, null=True, blank=True, related_name="plans"
    )
    begun_at = models.OneToOneField(
        ConferenceChild, on_delete=models.PROTECT, null=True, blank=True, related_name="plan_begun"
    )
    start_date = models.DateField()
    end_date = models.DateField(null=True, blank=True)
    end_reason = models.CharField(max_length=30, choices=choices(EndReason), blank=True)
    step_down = models.CharField(max_length=20, choices=choices(StepDown), blank=True)
    initial_category = models.CharField(max_length=3, choices=choices(Category))
    latest_category = models.CharField(max_length=3, choices=choices(Category))
    previous_plans_recorded = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="The count that came with the plan (census NumberOfPreviousCPP)."
    )
    held_for_other_authority = models.BooleanField(default=False)
    source = models.CharField(max_length=10, choices=SOURCES, default=Source.RECORDED)
    census_date = models.DateField(
        null=True, blank=True, help_text="The reference date of the census file that brought it."
    )
    file_start_date = models.DateField(
        null=True, blank=True, help_text="The start that files tell, where it was corrected here."
    )

    class Meta(ChildRecord.Meta):
        ordering = ["-start_date"]
        constraints = [
            finite("plan", "start_date", unknown=("end_date",)),
            ExclusionConstraint(
                name="plan_no_overlap_for_a_child",
                expressions=[
                    ("child", RangeOperators.EQUAL),
                    (
                        DateRange(
                            "start_date",
                            "end_date",
                            RangeBoundary(inclusive_lower=True, inclusive_upper=True),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(held_for_other_authority=False),
            ),
            models.UniqueConstraint(fields=["child", "start_date"], name="plan_once_by_start"),
            models.CheckConstraint(
                condition=Q(end_date__isnull=True) | Q(end_date__gt=F("start_date")),
                name="plan_ends_after_its_start",
            ),
            models.CheckConstraint(
                condition=Q(initial_category__in=CATEGORIES), name="plan_initial_category_known"
            ),
            models.CheckConstraint(
                condition=Q(latest_category__in=CATEGORIES), name="plan_latest_category_known"
            ),
            # The census does not say why a plan ended: a reason is asked only of what is recorded here.
            models.CheckConstraint(
                condition=Q(end_date__isnull=True, end_reason="")
                | (Q(end_date__isnull=False) & (~Q(end_reason="") | ~Q(source=Source.RECORDED))),
                name="plan_end_date_and_reason",
            ),
            models.CheckConstraint(
                condition=Q(step_down="") | Q(end_date__isnull=False), name="plan_step_down_only_when_ended"
            ),
            models.CheckConstraint(
                condition=Q(end_reason__in=["", *values(EndReason)])
                & Q(step_down__in=["", *values(StepDown)])
                & (~Q(end_reason=EndReason.NOT_RECORDED.value) | ~Q(source=Source.RECORDED)),
                name="plan_end_codes_known",
            ),
            models.CheckConstraint(
                condition=Q(begun_at__isnull=False)
                | Q(held_for_other_authority=True)
                | ~Q(source=Source.RECORDED),
                name="plan_recorded_here_began_at_a_conference",
            ),
            source_known("plan"),
        ]
        indexes = [
            models.Index(fields=["start_date", "end_date"], name="plan_dates"),
            models.Index(fields=["end_date"], name="plan_end"),
        ]
        triggers = [*promises.PLAN_HOLDS, source_stays("plan")]

    def __str__(self) -> str:
        return f"Plan of child {self.child_id} from {self.start_date}"


@is_counted_from
@keeps_history(found_by=())
class PlanCategory(ChildRecord):
    """The category of a plan from a day on. A census says only the latest one: then the day is when it was
    known by.
    """

    CHILD_PATH = "plan__child"

    # Found by plancategory_one_a_day.
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="categories", db_index=False)
    category = models.CharField(max_length=3, choices=choices(Category))
    from_date = models.DateField()
    date_is_exact = models.BooleanField(default=True)
    conference_child = models.ForeignKey(
        ConferenceChild, on_delete=models.PROTECT, null=True, blank=True, db_index=False
    )

    class Meta(ChildRecord.Meta):
        verbose_name_plural = "plan categories"
        ordering = ["from_date", "id"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "from_date"], name="plancategory_one_a_day"),
            models.CheckConstraint(condition=Q(category__in=CATEGORIES), name="plancategory_known"),
        ]
        indexes = [where_there_is_one("conference_child", "plancategory_decided")]
        triggers = promises.PLAN_CATEGORY_HOLDS

    def __str__(self) -> str:
        return f"{self.category} of plan {self.plan_id} from {self.from_date}"


@is_counted_from
@keeps_history()
class PlanElsewhere(InError, ChildRecord):
    """An earlier plan of another authority, as far as it is known. It counts for a re-plan, not for our
    figures.
    """

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="plans_elsewhere")
    authority = models.CharField(max_length=3, blank=True, help_text="DfE code of the authority.")
    authority_name = models.CharField(max_length=100)
    start_date = models.DateField(null=True, blank=True)
    end_date = models.DateField(null=True, blank=True)
    category = models.CharField(max_length=3, choices=choices(Category), blank=True)
    how_known = models.TextField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta(ChildRecord.Meta):
        verbose_name_plural = "plans elsewhere"
        ordering = ["-start_date", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(start_date__isnull=True)
                | Q(end_date__isnull=True)
                | Q(end_date__gte=F("start_date")),
                name="planelsewhere_ends_after_start",
            ),
            models.CheckConstraint(condition=~Q(how_known=""), name="planelsewhere_how_known"),
            models.CheckConstraint(
                condition=Q(category__in=["", *CATEGORIES]), name="planelsewhere_category_known"
            ),
            models.CheckConstraint(
                condition=Q(authority__regex=AUTHORITY), name="planelsewhere_authority_is_a_code"
            ),
            models.CheckConstraint(condition=~Q(authority_name=""), name="planelsewhere_authority_named"),
        ]

    def __str__(self) -> str:
        return f"Plan elsewhere of child {self.child_id}"


@keeps_history(exclude=["census_date"])
class ChildInNeedPlan(InError, ChildRecord):
    """A child in need plan (census CINPlanDates): beside a child protection plan it is a fault (rules 4001 to
    4017).
    """

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="in_need_plans")
    episode = models.ForeignKey(
        NeedEpisode, on_delete=models.PROTECT, null=True, blank=True, related_name="in_need_plans"
    )
    start_date = models.DateField()
    end_date = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=10, choices=SOURCES, default=Source.RECORDED)
    census_date = models.DateField(
        null=True, blank=True, help_text="The reference date of the census file that brought it."
    )

    class Meta(ChildRecord.Meta):
        ordering = ["-start_date"]
        constraints = [
            finite("inneedplan", "start_date", unknown=("end_date",)),
            models.UniqueConstraint(
                fields=["child", "start_date"], condition=Q(in_error=False), name="inneedplan_stands_once"
            ),
            models.CheckConstraint(
                condition=Q(end_date__isnull=True) | Q(end_date__gte=F("start_date")),
                name="inneedplan_ends_after_start",
            ),
            source_known("inneedplan"),
        ]
        triggers = [*promises.IN_NEED_PLAN_HOLDS, source_stays("inneedplan")]

    def __str__(self) -> str:
        return f"Child in need plan of child {self.child_id} from {self.start_date}"
