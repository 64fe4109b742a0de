"""How a report that does not come was asked for once more, when each of the family was shown one, and why a
meeting goes on with too few answers.
"""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from conferences.models.invitations import Invitation
from conferences.models.promises_invitations import CHASE_HOLDS, CHOICE_HOLDS, SHOWING_HOLDS
from conferences.models.scheduling import Booking
from conferences.rules.invitations import Channel
from conferences.rules.invitations_showings import SHOWN, ShowingWay
from safeguarding.counts import is_counted_from
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import User
from safeguarding.models.base import ChildRecord
from safeguarding.promises import by_then, finite, said


@keeps_history()
class ReportChase(ChildRecord):
    """One time that the report of somebody on a list was asked for again, of them or of their manager.

    It may be told otherwise; what did not happen is taken back and stays.
    """

    CHILD_PATH = "invitation__request__children__child"
    IS_JOINT = True

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    invitation = models.ForeignKey(Invitation, on_delete=models.PROTECT, related_name="chases")
    channel = models.CharField(max_length=10, choices=choices(Channel))
    chased_date = models.DateField()
    is_to_manager = models.BooleanField(default=False)
    whom = models.CharField(max_length=150, blank=True)
    words = models.TextField(blank=True)
    told_by = models.ForeignKey(User, on_delete=models.PROTECT, db_index=False, related_name="+")
    told_at = models.DateTimeField()
    taken_back_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta(ChildRecord.Meta):
        ordering = ["chased_date", "id"]
        constraints = [
            finite("report_chase", "chased_date"),
            models.CheckConstraint(condition=Q(channel__in=values(Channel)), name="report_chase_by_a_way"),
            models.CheckConstraint(
                condition=by_then("chased_date", "told_at"),
                name=said(
                    "report_chase_by_its_telling", "What was done about a report was done today or earlier."
                ),
            ),
            models.CheckConstraint(
                condition=Q(is_to_manager=False) | ~Q(whom=""), name="report_chase_names_the_manager"
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at__isnull=True, taken_back_by__isnull=True)
                | Q(taken_back_at__isnull=False, taken_back_by__isnull=False),
                name="report_chase_taken_back_by_and_at",
            ),
        ]
        triggers = CHASE_HOLDS

    def __str__(self) -> str:
        return f"Chase {self.pk}"


@is_counted_from
@keeps_history()
class ReportShowing(ChildRecord):
    """That one of the family, or one of the children, was shown the report of an agency, or why they are not.

    It may be told otherwise; what did not happen is taken back, with the reason, and stays.
    """

    CHILD_PATH = "invitation__request__children__child"
    IS_JOINT = True
    # To a child who was taken out of the request: seen by who sees that child too.
    SEEN_WITH = ("reader__requested_child",)

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # Whose report it is.
    invitation = models.ForeignKey(Invitation, on_delete=models.PROTECT, related_name="showings")
    reader = models.ForeignKey(Invitation, on_delete=models.PROTECT, related_name="reports_shown")
    way = models.CharField(max_length=10, choices=choices(ShowingWay))
    shown_date = models.DateField()
    shown_by = models.CharField(max_length=150, blank=True)
    language = models.CharField(max_length=100, blank=True)
    words = models.TextField(blank=True)
    told_by = models.ForeignKey(User, on_delete=models.PROTECT, db_index=False, related_name="+")
    told_at = models.DateTimeField()
    taken_back_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_why = models.TextField(blank=True)

    class Meta(ChildRecord.Meta):
        ordering = ["shown_date", "id"]
        constraints = [
            finite("report_showing", "shown_date"),
            models.CheckConstraint(condition=Q(way__in=values(ShowingWay)), name="report_showing_by_a_way"),
            models.CheckConstraint(
                condition=by_then("shown_date", "told_at"),
                name=said("report_showing_by_its_telling", "A report was shown today or earlier."),
            ),
            models.CheckConstraint(
                condition=~Q(way__in=SHOWN) | ~Q(shown_by=""), name="report_showing_says_by_whom"
            ),
            models.CheckConstraint(
                condition=Q(way__in=SHOWN) | Q(language=""), name="report_showing_in_a_language_if_shown"
            ),
            models.CheckConstraint(
                condition=~Q(way=ShowingWay.NOT_THEIRS.value) | ~Q(words=""),
                name="report_showing_says_why_not",
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at__isnull=True, taken_back_by__isnull=True, taken_back_why="")
                | Q(taken_back_at__isnull=False, taken_back_by__isnull=False) & ~Q(taken_back_why=""),
                name="report_showing_taken_back_by_at_and_why",
            ),
            models.UniqueConstraint(
                fields=["invitation", "reader"],
                condition=Q(taken_back_at__isnull=True),
                name="report_showing_once_to_each",
            ),
        ]
        triggers = SHOWING_HOLDS

    def __str__(self) -> str:
        return f"Showing {self.pk} of a report"


class QuorumChoice(ChildRecord):
    """Why a chair goes on with a meeting to which, by the answers so far, too few agencies come. It holds
    while the meeting stands where it stood; told otherwise, it is told once more.
    """

    CHILD_PATH = "booking__request__children__child"
    IS_JOINT = True

    booking = models.ForeignKey(Booking, on_delete=models.PROTECT, related_name="quorum_choices")
    reason = models.TextField()
    told_by = models.ForeignKey(User, on_delete=models.PROTECT, db_index=False, related_name="+")
    told_at = models.DateTimeField()

    class Meta(ChildRecord.Meta):
        ordering = ["told_at", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="quorum_choice_reason_given"),
        ]
        triggers = CHOICE_HOLDS

    def __str__(self) -> str:
        return f"Going on with meeting {self.booking_id}"
