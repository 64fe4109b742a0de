"""Who is invited to a conference: of the family and of agencies, what they need, answer and report."""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from conferences.models.promises_exclusions import NOBODY_INVITED
from conferences.models.promises_invitations import INVITATION_HOLDS
from conferences.models.promises_invitations_links import KIND_STAYS
from conferences.models.requests import Request, RequestedChild
from conferences.rules.invitations import Arrives, Channel, Need, OffReason, Reply, Shown, TakesPart
from safeguarding.counts import is_counted_from
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import Person, User
from safeguarding.models.base import ChildRecord
from safeguarding.promises import by_then, finite, said, unless_missing

ON_THE_LIST = Q(off_at__isnull=True)
WAYS = [way for way in values(Shown) if way != Shown.NEVER]
NOT_SHOWN = Q(shared_date__isnull=True, shared_by="", shared_language="", shared_how="")
# Two who told different halves of a report: each was whole, and together they are not.
TOLD_SINCE = "Somebody told otherwise of this report since you opened it. Open the page again"
TOLD_DAYS = ("invited_date", "received_date", "shared_date")


@is_counted_from
@keeps_history()
class Invitation(ChildRecord):
    """One person on the list of a request, with what they told last. It goes with the request, wherever its
    meeting is moved.

    `told_by` and `told_at` are of whoever told last of it. Whoever is taken off stays, with why.
    """

    CHILD_PATH = "request__children__child"
    IS_JOINT = True
    # A child who was taken out of the request stays below its list: seen by who sees that child too.
    SEEN_WITH = ("requested_child",)

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="invitations")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="invitations"
    )
    # One of the request's own children; then neither a person nor of an agency.
    requested_child = models.ForeignKey(
        RequestedChild, on_delete=models.PROTECT, null=True, blank=True, related_name="invitations"
    )
    name = models.CharField(max_length=150)
    role = models.CharField(max_length=100, blank=True)
    # The code of a kind of agency; "" for the family.
    agency_kind = models.CharField(max_length=20, blank=True)
    is_report_asked = models.BooleanField(default=False)
    channel = models.CharField(max_length=10, choices=choices(Channel), blank=True)
    invited_date = models.DateField(null=True, blank=True)
    needs = ArrayField(models.CharField(max_length=12, choices=choices(Need)), default=list, blank=True)
    needs_words = models.TextField(blank=True)
    # For which of these something is arranged.
    arranged = ArrayField(
        models.CharField(max_length=12, choices=choices(Need)), default=list, db_default=[], blank=True
    )
    # Of two parents who arrive apart, whether they are the first; "" where nobody has said.
    arrives = models.CharField(max_length=5, choices=choices(Arrives), blank=True, default="", db_default="")
    reply = models.CharField(max_length=10, choices=choices(Reply), default=Reply.WAITING.value)
    # How a child chose to take part; "" until they said it.
    takes_part = models.CharField(
        max_length=10, choices=choices(TakesPart), blank=True, default="", db_default=""
    )
    received_date = models.DateField(null=True, blank=True)
    shared_date = models.DateField(null=True, blank=True)
    # Why no report comes, where the agency says so.
    none_why = models.TextField(blank=True, default="", db_default="")
    shared_way = models.CharField(
        max_length=10, choices=choices(Shown), blank=True, default="", db_default=""
    )
    shared_by = models.CharField(max_length=150, blank=True, default="", db_default="")
    shared_language = models.CharField(max_length=100, blank=True, default="", db_default="")
    shared_how = models.TextField(blank=True)
    unshared_why = models.TextField(blank=True, default="", db_default="")
    put_on_by = models.ForeignKey(User, on_delete=models.PROTECT, db_index=False, related_name="+")
    put_on_at = models.DateTimeField()
    told_by = models.ForeignKey(User, on_delete=models.PROTECT, db_index=False, related_name="+")
    told_at = models.DateTimeField()
    off_reason = models.CharField(max_length=12, choices=choices(OffReason), blank=True)
    off_words = models.TextField(blank=True)
    off_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    off_at = models.DateTimeField(null=True, blank=True)

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = [
            finite("invitation", unknown=TOLD_DAYS),
            models.CheckConstraint(condition=~Q(name=""), name="invitation_name_given"),
            models.CheckConstraint(
                condition=Q(person__isnull=True) | Q(agency_kind=""), name="invitation_family_or_agency"
            ),
            models.CheckConstraint(
                condition=Q(agency_kind__gt="") | Q(is_report_asked=False),
                name="invitation_report_of_an_agency",
            ),
            models.CheckConstraint(
                condition=Q(channel="", invited_date__isnull=True)
                | Q(channel__in=values(Channel), invited_date__isnull=False),
                name="invitation_how_and_when",
            ),
            models.CheckConstraint(
                condition=Q(requested_child__isnull=True)
                | Q(person__isnull=True, agency_kind="", arrives=""),
                name="invitation_child_alone",
            ),
            models.CheckConstraint(
                condition=Q(takes_part="")
                | Q(takes_part__in=values(TakesPart), requested_child__isnull=False),
                name="invitation_choice_of_a_child",
            ),
            models.CheckConstraint(
                condition=Q(arrives="") | Q(arrives__in=values(Arrives), agency_kind=""),
                name="invitation_arrival_of_the_family",
            ),
            models.CheckConstraint(
                condition=Q(reply__in=values(Reply)) & Q(needs__contained_by=values(Need)),
                name="invitation_codes_known",
            ),
            models.CheckConstraint(
                condition=Q(arranged__contained_by=F("needs")),
                name=said("invitation_arranged_what_is_needed", TOLD_SINCE),
            ),
            *(
                models.CheckConstraint(
                    condition=by_then(day, "told_at"),
                    name=said(
                        f"invitation_{day.removesuffix('_date')}_by_its_telling",
                        "What was done about an invitation was done today or earlier.",
                    ),
                )
                for day in TOLD_DAYS
            ),
            models.CheckConstraint(
                # Agencies are asked to share it first, so it may have been shown before it came.
                condition=unless_missing("shared_date", Q(received_date__isnull=False)),
                name=said(
                    "invitation_report_shown_has_come",
                    "Enter the day the report came, before when the family was shown it.",
                ),
            ),
            models.CheckConstraint(
                condition=Q(received_date__isnull=True) | Q(none_why=""),
                name=said("invitation_report_comes_or_not", TOLD_SINCE),
            ),
            # How it was shown was told in words alone before there were codes.
            models.CheckConstraint(
                condition=NOT_SHOWN & Q(shared_way="")
                | NOT_SHOWN & Q(shared_way=Shown.NEVER.value, received_date__isnull=False)
                | Q(shared_date__isnull=False, shared_way="") & ~Q(shared_how="")
                | Q(shared_date__isnull=False, shared_way__in=WAYS) & ~Q(shared_by=""),
                name=said("invitation_shown_when_how_by_whom", TOLD_SINCE),
            ),
            models.CheckConstraint(
                condition=Q(shared_way=Shown.NEVER.value) & ~Q(unshared_why="")
                | ~Q(shared_way=Shown.NEVER.value) & Q(unshared_why=""),
                name=said("invitation_not_shown_for_a_reason", TOLD_SINCE),
            ),
            models.CheckConstraint(
                condition=Q(off_at__isnull=True, off_by__isnull=True, off_reason="", off_words="")
                | Q(off_at__isnull=False, off_by__isnull=False, off_reason__in=values(OffReason)),
                name="invitation_off_by_at_and_why",
            ),
            models.CheckConstraint(
                condition=~Q(off_reason=OffReason.OTHER.value) | ~Q(off_words=""),
                name="invitation_another_reason_in_words",
            ),
            models.UniqueConstraint(
                fields=["request", "person"],
                condition=ON_THE_LIST & Q(person__isnull=False),
                name="invitation_person_once",
            ),
            models.UniqueConstraint(
                fields=["request", "requested_child"],
                condition=ON_THE_LIST & Q(requested_child__isnull=False),
                name="invitation_child_once",
            ),
            models.UniqueConstraint(
                "request",
                "agency_kind",
                Lower("name"),
                condition=ON_THE_LIST & Q(person__isnull=True),
                name="invitation_name_once",
            ),
        ]
        triggers = [*INVITATION_HOLDS, NOBODY_INVITED, KIND_STAYS]

    def __str__(self) -> str:
        return f"Invitation {self.pk}"
