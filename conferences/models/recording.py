"""A meeting's record while it is written and when it is signed: what is common to its children, then each in
turn.
"""

from __future__ import annotations

import pgtrigger
from django.db import models
from django.db.models import F, Q

from conferences.models import promises_work as promises
from conferences.models.conferences import ConferenceChild
from conferences.models.plans import Plan
from conferences.models.promises_exclusions import NOBODY_ATTENDS
from conferences.models.promises_needs import PLAN_ACTION_HOLDS, PLAN_NEED_HOLDS, ended_with_why
from conferences.models.requests import RequestedChild
from conferences.models.scheduling import Booking
from conferences.rules.vocabulary import Category, DecisionOutcome, EndReason, Participation, StepDown
from conferences.rules.workflow import AttendanceMode, RecordState
from safeguarding.counts import is_counted_from
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import Agency, Person, User
from safeguarding.models.base import ChildRecord, InError, where_there_is_one
from safeguarding.promises import LocalDay, finite, unless_missing

JOINT = "booking__request__children__child"


@is_counted_from
@keeps_history()
class MeetingRecord(ChildRecord):
    """The common part of a meeting's record. `version` rises with each save: the second writer is told, not
    lost.
    """

    CHILD_PATH = JOINT
    IS_JOINT = True

    booking = models.OneToOneField(Booking, on_delete=models.CASCADE, related_name="record")
    version = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=8, choices=choices(RecordState), default=RecordState.DRAFT.value)
    # The frame of a restorative conference. A line may begin with who said it: rules.contributions reads it.
    what_happened = models.TextField(blank=True, default="", db_default="")
    who_affected = models.TextField(blank=True, default="", db_default="")
    working_well = models.TextField(blank=True)
    worried_about = models.TextField(blank=True)
    family_view = models.TextField(blank=True)
    must_change = models.TextField(blank=True, default="", db_default="")
    family_will = models.TextField(blank=True, default="", db_default="")
    support_asked = models.TextField(blank=True, default="", db_default="")
    inquorate_reason = models.TextField(blank=True, help_text="Why the chair went on without a quorum.")
    saved_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField()
    signed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    signed_at = models.DateTimeField(null=True, blank=True)
    # {id of a person: ids of the children they belonged to}, of the children decided on, as it was signed.
    # None: it was signed by a release that did not keep it.
    belonged = models.JSONField(null=True, blank=True)
    sent_date = models.DateField(null=True, blank=True, help_text="The day the record went out.")
    sent_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    # Since when no copy of it went to anybody and nobody is left to whom one would go, and why.
    unsent_at = models.DateTimeField(null=True, blank=True)
    unsent_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, db_index=False, related_name="+"
    )
    unsent_reason = models.TextField(blank=True, default="", db_default="")
    # Whether letters that a plan has ended are owed where it ended one: not of what was signed by an earlier
    # release. The day on which the last went, or since when all were called off.
    owes_telling = models.BooleanField(default=True, db_default=False)
    closing_date = models.DateField(null=True, blank=True)
    closing_gone_at = models.DateTimeField(null=True, blank=True)
    # Since when somebody has a letter or a copy of which something was put right since; when everybody had
    # been sent the new one, or when nobody was to be sent one any more.
    again_since = models.DateField(null=True, blank=True)
    again_date = models.DateField(null=True, blank=True)
    again_gone_at = models.DateTimeField(null=True, blank=True)
    # Whether its children who are old enough are owed their own version: signed by a release that knew them.
    owes_own = models.BooleanField(default=False, db_default=False)

    class Meta(ChildRecord.Meta):
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(owes_own=False) | Q(state=RecordState.SIGNED.value),
                name="meetingrecord_owes_own_once_signed",
            ),
            models.CheckConstraint(
                condition=Q(state__in=values(RecordState)), name="meetingrecord_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state=RecordState.DRAFT.value, signed_by__isnull=True, signed_at__isnull=True)
                | Q(state=RecordState.SIGNED.value, signed_by__isnull=False, signed_at__isnull=False),
                name="meetingrecord_signed_by_and_at",
            ),
            models.CheckConstraint(
                condition=Q(sent_by__isnull=True, sent_date__isnull=True)
                | Q(sent_by__isnull=False, sent_date__isnull=False),
                name="meetingrecord_sent_by_and_date",
            ),
            models.CheckConstraint(
                condition=Q(sent_date__isnull=True)
                | Q(signed_at__isnull=False, sent_date__gte=LocalDay("signed_at")),
                name="meetingrecord_sent_after_signing",
            ),
            models.CheckConstraint(
                condition=Q(unsent_at__isnull=True, unsent_by__isnull=True, unsent_reason="")
                | (
                    Q(unsent_at__isnull=False, unsent_by__isnull=False, sent_date__isnull=True)
                    & Q(state=RecordState.SIGNED.value)
                    & ~Q(unsent_reason="")
                ),
                name="meetingrecord_goes_to_nobody_with_why",
            ),
            models.CheckConstraint(
                condition=Q(closing_date__isnull=True)
                | Q(
                    signed_at__isnull=False,
                    closing_date__gte=LocalDay("signed_at"),
                    closing_gone_at__isnull=True,
                ),
                name="meetingrecord_closing_letters_after_signing",
            ),
            models.CheckConstraint(
                condition=Q(closing_gone_at__isnull=True) | Q(state=RecordState.SIGNED.value),
                name="meetingrecord_closing_letters_of_what_was_signed",
            ),
            models.CheckConstraint(
                condition=Q(again_since__isnull=True, again_date__isnull=True, again_gone_at__isnull=True)
                | (
                    Q(again_since__isnull=False, state=RecordState.SIGNED.value)
                    & (Q(again_date__isnull=True) | Q(again_gone_at__isnull=True))
                    & unless_missing("again_date", Q(again_date__gte=F("again_since")))
                    & unless_missing("again_gone_at", Q(again_since__lte=LocalDay("again_gone_at")))
                ),
                name="meetingrecord_told_again_since",
            ),
        ]
        triggers = promises.MEETING_RECORD_HOLDS

    def __str__(self) -> str:
        return f"Record of meeting {self.booking_id}"


COUNTS_AS_ITS_KIND = """
    IF TG_OP = 'UPDATE' AND NEW.agency_kind = OLD.agency_kind THEN
        NEW.counted_as := OLD.counted_as;
    ELSIF NEW.agency_kind = '' THEN
        NEW.counted_as := '';
    ELSE
        SELECT CASE
            WHEN NOT counts THEN '' WHEN code = 'SOCIAL_CARE' OR counts_with = '' THEN code ELSE counts_with
        END INTO NEW.counted_as
        FROM safeguarding_agencykind WHERE code = NEW.agency_kind;
        IF NOT FOUND THEN
            RAISE foreign_key_violation USING MESSAGE = 'There is no kind of agency ' || NEW.agency_kind;
        END IF;
    END IF;
    RETURN NEW;
"""


@is_counted_from
@keeps_history()
class Attendance(ChildRecord):
    """One person who was asked or came: of an agency, or of the family. Quoracy is worked out from these
    rows.
    """

    CHILD_PATH = f"record__{JOINT}"
    IS_JOINT = True

    record = models.ForeignKey(MeetingRecord, on_delete=models.CASCADE, related_name="attendances")
    name = models.CharField(max_length=150)
    role = models.CharField(max_length=100, blank=True)
    # The code of a kind of agency; "" for the family.
    agency_kind = models.CharField(max_length=20, blank=True)
    # What the person counts as towards a quorum, given by the database when the row is written: what a kind
    # counts as later makes no past meeting quorate.
    counted_as = models.CharField(max_length=60, blank=True, db_default="", editable=False)
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="attendances"
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="attendances"
    )
    is_family = models.BooleanField(default=False)
    mode = models.CharField(max_length=10, choices=choices(AttendanceMode))

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="attendance_name_given"),
            models.CheckConstraint(
                condition=Q(mode__in=values(AttendanceMode)), name="attendance_mode_known"
            ),
            models.CheckConstraint(
                condition=Q(is_family=True, agency_kind="") | (Q(is_family=False) & ~Q(agency_kind="")),
                name="attendance_family_or_agency",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="attendance_counts_as_its_kind",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=COUNTS_AS_ITS_KIND,
            ),
            promises.ATTENDANCE_SIGNED,
            *NOBODY_ATTENDS,
        ]

    def __str__(self) -> str:
        return f"Attendance {self.pk}"


OUTCOMES_WITH_PLAN = [DecisionOutcome.PLAN_BEGINS.value, DecisionOutcome.PLAN_CONTINUES.value]


@is_counted_from
@keeps_history()
class ChildPart(ChildRecord):
    """One child's part of the record: their voice, the decision, its reasons. Nothing is copied from a
    sibling.
    """

    CHILD_PATH = "requested_child__child"

    record = models.ForeignKey(MeetingRecord, on_delete=models.CASCADE, related_name="parts")
    # One in the record of each sitting; the last of them is what was decided.
    requested_child = models.ForeignKey(RequestedChild, on_delete=models.PROTECT, related_name="parts")
    version = models.PositiveIntegerField(default=1)
    voice = models.TextField(blank=True, help_text="What the child says, in the child's words.")
    # "" where it was not asked yet when the record was signed.
    participation = models.CharField(
        max_length=3, choices=choices(Participation), blank=True, default="", db_default=""
    )
    working_well = models.TextField(blank=True)
    worried_about = models.TextField(blank=True)
    outcome = models.CharField(max_length=15, choices=choices(DecisionOutcome), blank=True)
    category = models.CharField(max_length=3, choices=choices(Category), blank=True)
    reasons = models.TextField(blank=True)
    end_reason = models.CharField(max_length=30, choices=choices(EndReason), blank=True)
    step_down = models.CharField(max_length=20, choices=choices(StepDown), blank=True)
    # Lines that begin with whose they are: rules.scaling reads them.
    agency_views = models.TextField(blank=True, default="", db_default="")
    scores = models.TextField(blank=True, default="", db_default="")
    dissent = models.TextField(blank=True, default="", db_default="")
    # Why the plan ends though there was no quorum, or at its first review.
    ending_rationale = models.TextField(blank=True, default="", db_default="")
    saved_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField()
    # Whether its plan had a review before this meeting; there only where queries.recording has put it.
    reviewed_before: bool
    # Set when the record is signed: from then on this part is what was decided.
    conference_child = models.OneToOneField(
        ConferenceChild, on_delete=models.PROTECT, null=True, blank=True, related_name="part"
    )

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["record", "requested_child"], name="childpart_one_a_child_in_a_record"
            ),
            models.CheckConstraint(
                condition=Q(outcome="") | Q(outcome__in=values(DecisionOutcome)),
                name="childpart_outcome_known",
            ),
            models.CheckConstraint(
                condition=Q(category="") | Q(outcome__in=OUTCOMES_WITH_PLAN),
                name="childpart_no_category_without_plan",
            ),
            models.CheckConstraint(
                condition=Q(end_reason="", step_down="") | Q(outcome=DecisionOutcome.PLAN_ENDS.value),
                name="childpart_end_reason_only_at_an_end",
            ),
            models.CheckConstraint(
                condition=Q(category__in=["", *values(Category)])
                & Q(end_reason__in=["", *values(EndReason)])
                & Q(step_down__in=["", *values(StepDown)]),
                name="childpart_codes_known",
            ),
            models.CheckConstraint(
                condition=Q(participation__in=["", *values(Participation)]),
                name="childpart_participation_known",
            ),
        ]
        triggers = promises.CHILD_PART_HOLDS

    def __str__(self) -> str:
        return f"Part of requested child {self.requested_child_id}"


class PlanLine(models.Model):
    """What a conference agreed for a plan, and what became of it before the next one."""

    # Since when, where that is not since its conference; and until when, and why.
    added_date = models.DateField(null=True, blank=True)
    ended_date = models.DateField(null=True, blank=True)
    ended_words = models.TextField(blank=True, default="", db_default="")

    class Meta:
        abstract = True

    @property
    def is_of_record(self) -> bool:
        """Whether its conference agreed it: it came in no later, and was no error."""
        return not getattr(self, "in_error", False) and self.added_date is None

    @property
    def is_in_plan(self) -> bool:
        return not getattr(self, "in_error", False) and self.ended_date is None


@keeps_history()
class PlanNeed(PlanLine, InError, ChildRecord):
    """A need of the child, and what will be different for them: what the actions of a part are for."""

    CHILD_PATH = "part__requested_child__child"

    # Found by planneed_numbered_once.
    part = models.ForeignKey(ChildPart, on_delete=models.CASCADE, related_name="needs", db_index=False)
    number = models.PositiveSmallIntegerField()
    need = models.TextField()
    outcome = models.TextField()

    class Meta(ChildRecord.Meta):
        ordering = ["number", "id"]
        constraints = [
            models.UniqueConstraint(fields=["part", "number"], name="planneed_numbered_once"),
            models.CheckConstraint(
                condition=~Q(need="") & ~Q(outcome="") & Q(number__gte=1), name="planneed_need_and_outcome"
            ),
            finite("planneed", unknown=("added_date", "ended_date")),
            ended_with_why("planneed"),
        ]
        triggers = PLAN_NEED_HOLDS

    def __str__(self) -> str:
        return f"Need {self.pk}"


@keeps_history()
class PlanAction(PlanLine, InError, ChildRecord):
    """A first action: who does what by when. Drafted with the child's part; it belongs to the plan once that
    stands.
    """

    CHILD_PATH = "part__requested_child__child"

    part = models.ForeignKey(ChildPart, on_delete=models.CASCADE, related_name="actions")
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, null=True, blank=True, related_name="actions")
    what = models.TextField()
    who = models.CharField(max_length=150)
    by_date = models.DateField()
    # What it is for: none of what was recorded before needs were.
    need = models.ForeignKey(
        PlanNeed, on_delete=models.CASCADE, null=True, blank=True, related_name="actions", db_index=False
    )
    measure = models.TextField(blank=True, default="", db_default="")
    evidence = models.TextField(blank=True, default="", db_default="")
    service = models.TextField(blank=True, default="", db_default="")
    # When whoever does it said that they will.
    agreed_date = models.DateField(null=True, blank=True)

    class Meta(ChildRecord.Meta):
        ordering = ["by_date", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(what="") & ~Q(who=""), name="planaction_who_and_what"),
            finite("planaction", unknown=("agreed_date", "added_date", "ended_date")),
            ended_with_why("planaction"),
        ]
        indexes = [where_there_is_one("need", "planaction_of_need")]
        triggers = [*promises.PLAN_ACTION_HOLDS, *PLAN_ACTION_HOLDS]

    def __str__(self) -> str:
        return f"Action {self.pk}"
