"""Need episodes, section 47 enquiries and the strategy discussions that start them."""

from __future__ import annotations

import datetime as dt

import pgtrigger
from django.db import models
from django.db.models import F, Q

from conferences.models import promises_plans as promises
from conferences.models.source import SOURCES, Source, source_known, source_stays
from conferences.rules.codes import ClosureReason, PrimaryNeed, ReferralSource
from conferences.rules.enquiries import (
    ENDS_WITHOUT,
    EnquiryChangeKind,
    EnquiryOutcome,
    StartReason,
    VoidReason,
)
from safeguarding.clock import day_of
from safeguarding.counts import is_counted_from
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import Child, User
from safeguarding.models.base import ChildRecord, InError


# Each census tells of a record again: that it did is no change of the record, so no history of it is kept.
@keeps_history(exclude=["census_date"], found_by=())
class NeedEpisode(InError, ChildRecord):
    """A spell in need (census CINdetails), from referral to closure, in which enquiries and plans lie."""

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="need_episodes")
    referral_date = models.DateField()
    referral_source = models.CharField(max_length=2, choices=choices(ReferralSource), blank=True)
    primary_need = models.CharField(max_length=2, choices=choices(PrimaryNeed), blank=True)
    no_further_action = models.BooleanField(default=False)
    closure_date = models.DateField(null=True, blank=True)
    closure_reason = models.CharField(max_length=3, choices=choices(ClosureReason), blank=True)
    source = models.CharField(max_length=10, choices=SOURCES, default=Source.RECORDED)
    census_date = models.DateField(
        null=True, blank=True, help_text="The reference date of the census file that brought it."
    )

    class Meta(ChildRecord.Meta):
        ordering = ["-referral_date"]
        constraints = [
            models.UniqueConstraint(
                fields=["child", "referral_date"],
                condition=Q(in_error=False),
                name="needepisode_stands_once",
            ),
            models.CheckConstraint(
                condition=Q(closure_date__isnull=True) | Q(closure_date__gte=F("referral_date")),
                name="needepisode_closes_after_referral",
            ),
            models.CheckConstraint(
                condition=Q(closure_date__isnull=True, closure_reason="")
                | (Q(closure_date__isnull=False) & ~Q(closure_reason="")),
                name="needepisode_closure_date_and_reason",
            ),
            models.CheckConstraint(
                condition=Q(referral_source__in=["", *values(ReferralSource)])
                & Q(primary_need__in=["", *values(PrimaryNeed)])
                & Q(closure_reason__in=["", *values(ClosureReason)]),
                name="needepisode_codes_known",
            ),
            source_known("needepisode"),
        ]
        triggers = [*promises.NEED_EPISODE, source_stays("needepisode")]

    def __str__(self) -> str:
        return f"Need episode of child {self.child_id} from {self.referral_date}"


class ConferenceNeed(models.TextChoices):
    """Whether an initial conference follows: undecided until somebody says so (census ICPCnotRequired)."""

    UNDECIDED = "UNDECIDED", "Not yet decided"
    NEEDED = "NEEDED", "Conference needed"
    NOT_NEEDED = "NOT_NEEDED", "Conference not needed"


@is_counted_from
@keeps_history(exclude=["census_date"], found_by=())
class Enquiry(ChildRecord):
    """Enquiries about one child under section 47 of the Children Act 1989.

    `started_date` is the day of the strategy discussion that started them: day 0 of the 15 working days to
    the initial conference. It must be the held date of the one discussion marked so, which a deferred trigger
    checks. A void one was never so: it stays in the history, out of every deadline, list and figure.
    """

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="enquiries")
    episode = models.ForeignKey(
        NeedEpisode, on_delete=models.PROTECT, null=True, blank=True, related_name="enquiries"
    )
    started_date = models.DateField()
    conference_need = models.CharField(
        max_length=10, choices=ConferenceNeed.choices, default=ConferenceNeed.UNDECIDED
    )
    outcome = models.CharField(
        max_length=12, choices=choices(EnquiryOutcome), blank=True, default="", db_default=""
    )
    outcome_date = models.DateField(null=True, blank=True)
    recorded_target_date = models.DateField(
        null=True, blank=True, help_text="The conference's target date as another system counted it."
    )
    source = models.CharField(max_length=10, choices=SOURCES, default=Source.RECORDED)
    census_date = models.DateField(
        null=True, blank=True, help_text="The reference date of the census file that brought it."
    )
    file_start_date = models.DateField(
        null=True, blank=True, help_text="The start that files tell, where it was told otherwise here."
    )
    voided_at = models.DateTimeField(null=True, blank=True)
    voided_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    voided_reason = models.CharField(
        max_length=12, choices=choices(VoidReason), blank=True, default="", db_default=""
    )
    voided_words = models.TextField(blank=True, default="", db_default="")

    class Meta(ChildRecord.Meta):
        verbose_name_plural = "enquiries"
        ordering = ["-started_date"]
        constraints = [
            models.UniqueConstraint(
                fields=["child", "started_date"], condition=Q(voided_at=None), name="enquiry_stands_once"
            ),
            models.CheckConstraint(
                condition=Q(outcome="", outcome_date__isnull=True)
                | Q(outcome="CONFERENCE", outcome_date__isnull=False, conference_need="NEEDED")
                | Q(outcome__in=ENDS_WITHOUT, outcome_date__isnull=False, conference_need="NOT_NEEDED"),
                name="enquiry_outcome_with_its_day",
            ),
            models.CheckConstraint(
                condition=Q(outcome_date__isnull=True) | Q(outcome_date__gte=F("started_date")),
                name="enquiry_outcome_after_start",
            ),
            models.CheckConstraint(
                condition=Q(voided_at__isnull=True, voided_by__isnull=True, voided_reason="", voided_words="")
                | (
                    Q(voided_at__isnull=False, voided_by__isnull=False, voided_reason__in=values(VoidReason))
                    & ~Q(voided_words="")
                ),
                name="enquiry_void_by_at_and_why",
            ),
            models.CheckConstraint(
                condition=Q(conference_need__in=ConferenceNeed.values), name="enquiry_need_known"
            ),
            source_known("enquiry"),
        ]
        indexes = [models.Index(fields=["started_date"], name="enquiry_started")]
        triggers = [*promises.ENQUIRY_HOLDS, source_stays("enquiry")]

    def __str__(self) -> str:
        return f"Enquiry about child {self.child_id} from {self.started_date}"


@keeps_history(found_by=())
class StrategyDiscussion(ChildRecord):
    """One discussion of social care, police and health. Several may be held; one decides to start the
    enquiries.
    """

    CHILD_PATH = "enquiry__child"

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="discussions")
    held_date = models.DateField()
    started_enquiry = models.BooleanField(default=False)
    notes = models.TextField(blank=True)

    class Meta(ChildRecord.Meta):
        ordering = ["held_date", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["enquiry"], condition=Q(started_enquiry=True), name="strategydiscussion_one_starts_it"
            ),
        ]
        triggers = promises.STRATEGY_DISCUSSION_HOLDS

    def __str__(self) -> str:
        return f"Strategy discussion {self.held_date} of enquiry {self.enquiry_id}"


class EnquiryChange(ChildRecord):
    """One thing that was told otherwise of an enquiry: added and never changed.

    `reason` is a code of the start's or the void's; `day` the outcome's, or the start's that was
    `day_before`.
    """

    CHILD_PATH = "enquiry__child"

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="changes")
    kind = models.CharField(max_length=10, choices=choices(EnquiryChangeKind))
    reason = models.CharField(max_length=12, blank=True)
    words = models.TextField(blank=True)
    outcome = models.CharField(max_length=12, choices=choices(EnquiryOutcome), blank=True)
    day = models.DateField(null=True, blank=True)
    day_before = models.DateField(null=True, blank=True)
    agreed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    changed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(kind="OUTCOME", outcome="CONFERENCE", reason="", agreed_by__isnull=True)
                    | (
                        Q(kind="OUTCOME", outcome__in=ENDS_WITHOUT, reason="", agreed_by__isnull=False)
                        & ~Q(words="")
                        & ~Q(agreed_by=F("changed_by"))
                    )
                    | (Q(kind="START", reason__in=values(StartReason), outcome="") & ~Q(words=""))
                    | (Q(kind="VOIDED", reason__in=values(VoidReason), outcome="") & ~Q(words=""))
                    | (Q(kind="RESTORED", reason="", outcome="") & ~Q(words=""))
                ),
                name="enquirychange_says_what_its_kind_needs",
            ),
            models.CheckConstraint(
                condition=Q(kind="OUTCOME", day__isnull=False, day_before__isnull=True)
                | Q(kind="START", day__isnull=False, day_before__isnull=False)
                | Q(kind__in=["VOIDED", "RESTORED"], day__isnull=True, day_before__isnull=True),
                name="enquirychange_days_of_its_kind",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="enquirychange_never_changed", operation=pgtrigger.Update | pgtrigger.Delete
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} of enquiry {self.enquiry_id}"

    @property
    def day_shown(self) -> dt.date:
        """The day on which a timeline tells it: the outcome's own, else that of the telling."""
        if self.kind == EnquiryChangeKind.OUTCOME and self.day:
            return self.day
        return day_of(self.changed_at)
