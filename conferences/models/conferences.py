"""Conferences: one meeting, several children, each initial, review or transfer-in in its own right, each
decided alone.
"""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from conferences.models import promises_plans as promises
from conferences.models.enquiries import Enquiry, NeedEpisode
from conferences.models.source import SOURCES, Source, source_known, source_stays
from conferences.rules.vocabulary import Category, ConferenceKind, DecisionOutcome
from safeguarding.counts import is_counted_from
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import Child, Family, User
from safeguarding.models.base import ChildRecord, InError, where_there_is_one
from safeguarding.promises import finite

FRIDAY = 5
# The DfE's three digits; nothing for an authority outside England.
AUTHORITY = r"^([0-9]{3})?$"


@is_counted_from
@keeps_history(found_by=())
class Conference(ChildRecord):
    """The meeting: what is shared by its children. Called by its number, never by a name, on doors and in
    diaries.
    """

    CHILD_PATH = "children__child"
    IS_JOINT = True

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    family = models.ForeignKey(
        Family, on_delete=models.PROTECT, null=True, blank=True, related_name="conferences", db_index=False
    )
    held_date = models.DateField()
    chair = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="chaired", db_index=False
    )
    source = models.CharField(max_length=10, choices=SOURCES, default=Source.RECORDED)
    file_held_date = models.DateField(
        null=True, blank=True, help_text="The day that files tell, where it was corrected here."
    )

    class Meta(ChildRecord.Meta):
        ordering = ["-held_date", "-id"]
        constraints = [
            finite("conference", "held_date"),
            models.CheckConstraint(
                condition=~Q(source=Source.RECORDED) | Q(held_date__iso_week_day__lte=FRIDAY),
                name="conference_on_a_weekday",
            ),
            source_known("conference"),
        ]
        indexes = [
            models.Index(fields=["held_date"], name="conference_held"),
            where_there_is_one("chair", "conference_chair"),
            where_there_is_one("family", "conference_family"),
        ]
        triggers = [*promises.CONFERENCE_HOLDS, source_stays("conference")]

    def __str__(self) -> str:
        return f"Meeting {self.pk}"


@is_counted_from
@keeps_history()
class TransferIn(InError, ChildRecord):
    """The arrival of a child who is on another authority's plan: four dates, because authorities count from
    different ones.

    The 15 working days (statute, R11) run here from `notified_date`.
    """

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="transfers_in")
    episode = models.ForeignKey(
        NeedEpisode, on_delete=models.PROTECT, null=True, blank=True, related_name="transfers_in"
    )
    from_authority = models.CharField(max_length=3, blank=True, help_text="DfE code of the other authority.")
    moved_date = models.DateField(null=True, blank=True)
    notified_date = models.DateField()
    papers_received_date = models.DateField(null=True, blank=True)
    accepted_date = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=10, choices=SOURCES, default=Source.RECORDED)

    class Meta(ChildRecord.Meta):
        verbose_name_plural = "transfers in"
        ordering = ["-notified_date"]
        constraints = [
            models.UniqueConstraint(
                fields=["child", "notified_date"],
                condition=Q(in_error=False),
                name="transferin_stands_once",
            ),
            models.CheckConstraint(
                condition=(
                    Q(papers_received_date__isnull=True) | Q(papers_received_date__gte=F("notified_date"))
                )
                & (Q(accepted_date__isnull=True) | Q(accepted_date__gte=F("notified_date"))),
                name="transferin_days_in_order",
            ),
            models.CheckConstraint(
                condition=Q(from_authority__regex=AUTHORITY), name="transferin_authority_is_a_code"
            ),
            source_known("transferin"),
        ]
        triggers = [*promises.TRANSFER_IN_HOLDS, source_stays("transferin")]

    def __str__(self) -> str:
        return f"Transfer in of child {self.child_id}, notified {self.notified_date}"


@is_counted_from
@keeps_history(found_by=())
class ConferenceChild(ChildRecord):
    """One child at one meeting: initial, review or transfer-in in its own right, whatever the siblings come
    for.
    """

    # Found by the constraints below, as are the enquiry and the transfer.
    conference = models.ForeignKey(
        Conference, on_delete=models.CASCADE, related_name="children", db_index=False
    )
    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="conferences")
    kind = models.CharField(max_length=12, choices=choices(ConferenceKind))
    enquiry = models.ForeignKey(
        Enquiry, on_delete=models.PROTECT, null=True, blank=True, related_name="conferences", db_index=False
    )
    transfer_in = models.ForeignKey(
        TransferIn,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="conferences",
        db_index=False,
    )
    # A review is of a plan; the plan that a conference began is found from Plan.begun_at.
    plan = models.ForeignKey("Plan", on_delete=models.CASCADE, null=True, blank=True, related_name="reviews")

    class Meta(ChildRecord.Meta):
        verbose_name_plural = "children at conferences"
        ordering = ["-conference__held_date", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["conference", "child"], name="conferencechild_once"),
            models.CheckConstraint(
                condition=(
                    Q(
                        kind=ConferenceKind.REVIEW.value,
                        plan__isnull=False,
                        enquiry__isnull=True,
                        transfer_in__isnull=True,
                    )
                )
                | Q(kind=ConferenceKind.INITIAL.value, plan__isnull=True, transfer_in__isnull=True)
                | Q(
                    kind=ConferenceKind.TRANSFER_IN.value,
                    plan__isnull=True,
                    enquiry__isnull=True,
                    transfer_in__isnull=False,
                ),
                name="conferencechild_stands_on_what_its_kind_needs",
            ),
            models.UniqueConstraint(
                fields=["enquiry"], condition=Q(enquiry__isnull=False), name="conferencechild_one_an_enquiry"
            ),
            models.UniqueConstraint(
                fields=["transfer_in"],
                condition=Q(transfer_in__isnull=False),
                name="conferencechild_one_a_transfer",
            ),
        ]
        indexes = [models.Index(fields=["kind", "child"], name="conferencechild_by_kind")]
        triggers = promises.CONFERENCE_CHILD_HOLDS

    def __str__(self) -> str:
        return f"Child {self.child_id} at meeting {self.conference_id}"


@is_counted_from
@keeps_history()
class Decision(ChildRecord):
    """The decision on one child at one conference: never two, never a sibling's copied."""

    CHILD_PATH = "conference_child__child"

    conference_child = models.OneToOneField(
        ConferenceChild, on_delete=models.CASCADE, related_name="decision"
    )
    outcome = models.CharField(max_length=15, choices=choices(DecisionOutcome))
    category = models.CharField(max_length=3, choices=choices(Category), blank=True)
    reasons = models.TextField()
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="decisions")
    decided_at = models.DateTimeField()

    class Meta(ChildRecord.Meta):
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(outcome__in=[DecisionOutcome.PLAN_BEGINS.value, DecisionOutcome.PLAN_CONTINUES.value])
                    & Q(category__in=values(Category))
                )
                | (
                    Q(outcome__in=[DecisionOutcome.NO_PLAN.value, DecisionOutcome.PLAN_ENDS.value])
                    & Q(category="")
                ),
                name="decision_category_where_there_is_a_plan",
            ),
            models.CheckConstraint(condition=~Q(reasons=""), name="decision_reasons_given"),
        ]
        triggers = promises.DECISION_HOLDS

    def __str__(self) -> str:
        return f"Decision {self.outcome} at {self.conference_child_id}"
