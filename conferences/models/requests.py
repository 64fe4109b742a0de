"""Requests for a conference: asked for once for chosen children of a family, each for their own reason and
clock.
"""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from conferences.models import promises_work as promises
from conferences.models.conferences import TransferIn
from conferences.models.enquiries import Enquiry
from conferences.models.plans import Plan, PlanElsewhere
from conferences.rules.replans import FoundIn
from conferences.rules.vocabulary import Category, ConferenceKind
from conferences.rules.workflow import RequestState
from safeguarding.counts import is_counted_from
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import Child, Family, User
from safeguarding.models.base import ChildRecord


@is_counted_from
@keeps_history()
class Request(ChildRecord):
    """A conference asked of the safeguarding unit. Its statutory clock starts with the facts, not with the
    asking.
    """

    CHILD_PATH = "children__child"
    IS_JOINT = True

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # Made by the page that asks and unique, so that the same form sent twice makes one request.
    form_key = models.UUIDField(unique=True)
    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="requests")
    state = models.CharField(
        max_length=10, choices=choices(RequestState), default=RequestState.REQUESTED.value
    )
    reason = models.TextField(help_text="What the asker is worried about, in a few sentences.")
    interim_safety = models.TextField(
        blank=True, help_text="What keeps the children safe until the conference."
    )
    requested_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="requests")
    requested_at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.TextField(blank=True)
    # Of the part of a request that ended for one child while the others stayed: the request they are in.
    parted_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="parted"
    )

    class Meta(ChildRecord.Meta):
        ordering = ["-requested_at"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=values(RequestState)), name="request_state_known"),
            models.CheckConstraint(condition=~Q(reason=""), name="request_reason_given"),
            models.CheckConstraint(
                condition=Q(withdrawn_by__isnull=True, withdrawn_at__isnull=True, withdrawn_reason="")
                | (Q(withdrawn_by__isnull=False, withdrawn_at__isnull=False) & ~Q(withdrawn_reason="")),
                name="request_withdrawn_by_at_and_why",
            ),
            models.CheckConstraint(
                condition=Q(state=RequestState.WITHDRAWN.value, withdrawn_at__isnull=False)
                | (~Q(state=RequestState.WITHDRAWN.value) & Q(withdrawn_at__isnull=True)),
                name="request_withdrawn_says_so",
            ),
        ]
        triggers = promises.REQUEST_HOLDS

    def __str__(self) -> str:
        return f"Request {self.pk}"


@is_counted_from
@keeps_history()
class RequestedChild(ChildRecord):
    """One child of a request: what for, by when, and how that day was counted, kept as it was then."""

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="children")
    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="requested")
    kind = models.CharField(max_length=12, choices=choices(ConferenceKind))
    enquiry = models.ForeignKey(
        Enquiry, on_delete=models.PROTECT, null=True, blank=True, related_name="requested"
    )
    transfer_in = models.ForeignKey(
        TransferIn, on_delete=models.PROTECT, null=True, blank=True, related_name="requested"
    )
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, null=True, blank=True, related_name="requested")
    due_date = models.DateField()
    due_rule = models.CharField(max_length=4)
    due_explanation = models.TextField()
    # When the child was put into the request, for then its history is checked. It never moves.
    history_checked_at = models.DateTimeField()
    history_checked_again_at = models.DateTimeField(
        null=True, blank=True, help_text="The last time that it was, since something was told later."
    )
    recorded_previous_plans = models.PositiveSmallIntegerField(
        default=0, help_text="The largest count of earlier plans that came with a plan read from a file."
    )
    # What the chair said of agencies, of a child whose record is restricted; before, they do not read of it.
    for_agencies = models.BooleanField(default=False, db_default=False)
    for_agencies_reason = models.TextField(blank=True, default="", db_default="")
    for_agencies_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    for_agencies_at = models.DateTimeField(null=True, blank=True)

    class Meta(ChildRecord.Meta):
        verbose_name_plural = "requested children"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["request", "child"], name="requestedchild_once"),
            models.CheckConstraint(
                # A review that was withdrawn is of no plan, where the plan was none.
                condition=Q(kind="REVIEW", enquiry__isnull=True, transfer_in__isnull=True)
                | Q(kind="INITIAL", plan__isnull=True, enquiry__isnull=False, transfer_in__isnull=True)
                | Q(kind="TRANSFER_IN", plan__isnull=True, enquiry__isnull=True, transfer_in__isnull=False),
                name="requestedchild_stands_on_what_its_kind_needs",
            ),
            models.CheckConstraint(condition=~Q(due_explanation=""), name="requestedchild_due_explained"),
            models.CheckConstraint(
                condition=Q(
                    for_agencies=False,
                    for_agencies_at__isnull=True,
                    for_agencies_by__isnull=True,
                    for_agencies_reason="",
                )
                | (
                    Q(for_agencies_at__isnull=False, for_agencies_by__isnull=False)
                    & ~Q(for_agencies_reason="")
                ),
                name="requestedchild_for_agencies_by_at_and_why",
            ),
        ]
        triggers = promises.REQUESTED_CHILD_HOLDS

    def __str__(self) -> str:
        return f"Child {self.child_id} in request {self.request_id}"


@is_counted_from
@keeps_history()
class EarlierPlan(ChildRecord):
    """One earlier plan of a requested child as it was found when the history was checked: frozen, never
    refreshed.
    """

    CHILD_PATH = "requested_child__child"
    # One under a record that may not be opened is not shown: queries.replans says only that there is one.
    SEEN_WITH = ("plan", "plan_elsewhere")

    requested_child = models.ForeignKey(
        RequestedChild, on_delete=models.CASCADE, related_name="earlier_plans"
    )
    found_in = models.CharField(max_length=12, choices=choices(FoundIn))
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, null=True, blank=True, related_name="found")
    plan_elsewhere = models.ForeignKey(
        PlanElsewhere, on_delete=models.PROTECT, null=True, blank=True, related_name="found"
    )
    authority_name = models.CharField(max_length=100, blank=True)
    start_date = models.DateField(null=True, blank=True)
    end_date = models.DateField(null=True, blank=True)
    category = models.CharField(max_length=3, choices=choices(Category), blank=True)
    how_ended = models.CharField(max_length=120, blank=True)
    gap_days = models.PositiveIntegerField(null=True, blank=True, help_text="From its end to the request.")

    class Meta(ChildRecord.Meta):
        ordering = ["start_date", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(found_in__in=values(FoundIn)), name="earlierplan_found_in_known"
            ),
            models.CheckConstraint(
                condition=Q(plan__isnull=True) | Q(plan_elsewhere__isnull=True), name="earlierplan_one_origin"
            ),
            models.CheckConstraint(
                condition=Q(start_date__isnull=True)
                | Q(end_date__isnull=True)
                | Q(end_date__gte=F("start_date")),
                name="earlierplan_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(category__in=["", *values(Category)]), name="earlierplan_category_known"
            ),
        ]
        triggers = promises.EARLIER_PLAN_HOLDS

    def __str__(self) -> str:
        return f"Earlier plan of requested child {self.requested_child_id}"
