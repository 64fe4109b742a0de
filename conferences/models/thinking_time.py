"""The chair's thinking time: one session, and two records of it with two readerships."""

from __future__ import annotations

import uuid

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.db.models.lookups import Exact

from conferences.models import promises_work as promises
from conferences.models.plans import Plan
from conferences.models.promises_thinking import THINKING_FOLLOWS, THINKING_RECORDED
from conferences.models.requests import Request, RequestedChild
from conferences.models.scheduling import MomentRange
from conferences.rules.thinking_time import SessionKind, ThinkingModel, WaiverReason
from conferences.rules.workflow import ThinkingTimeState, ThinkingTrigger
from safeguarding.counts import is_counted_from
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import Child, User
from safeguarding.models.base import ChildRecord, InError
from safeguarding.models.second import TwoPersonChange, never_rewritten
from safeguarding.promises import LocalDay


@is_counted_from
@keeps_history()
class ThinkingTime(InError, ChildRecord):
    """Time to think before a conference: required by a trigger (a re-plan), or taken by the chair."""

    CHILD_PATH = "request__children__child"
    IS_JOINT = True

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="thinking_time")
    trigger = models.CharField(max_length=16, choices=choices(ThinkingTrigger))
    is_required = models.BooleanField()
    state = models.CharField(
        max_length=8, choices=choices(ThinkingTimeState), default=ThinkingTimeState.DUE.value
    )
    raised_at = models.DateTimeField()
    chair = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="thinking_time"
    )
    held_date = models.DateField(null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    facilitator = models.CharField(max_length=150, blank=True)
    kind = models.CharField(
        max_length=10, choices=choices(SessionKind), blank=True, default="", db_default=""
    )
    model = models.CharField(
        max_length=10, choices=choices(ThinkingModel), blank=True, default="", db_default=""
    )
    attended = models.CharField(max_length=300, blank=True, default="", db_default="")
    # On the file, as the entries are.
    question = models.TextField(blank=True, default="", db_default="")
    look_again_date = models.DateField(null=True, blank=True)
    # When it was first recorded as held; late where the record of its conference was signed before that.
    recorded_at = models.DateTimeField(null=True, blank=True)
    is_late = models.BooleanField(default=False, db_default=False)
    # What another chair held, and this one in their place once the conference was theirs.
    follows = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="followed_by", db_index=False
    )

    class Meta(ChildRecord.Meta):
        verbose_name_plural = "thinking time"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=values(ThinkingTimeState)), name="thinkingtime_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state=ThinkingTimeState.DUE.value, held_date__isnull=True, minutes__isnull=True)
                | Q(
                    state=ThinkingTimeState.HELD.value,
                    held_date__isnull=False,
                    minutes__isnull=False,
                    minutes__gt=0,
                    chair__isnull=False,
                ),
                name="thinkingtime_held_says_when_who_and_how_long",
            ),
            models.UniqueConstraint(
                fields=["request", "trigger"],
                condition=Q(is_required=True, in_error=False),
                name="thinkingtime_required_once",
            ),
            models.UniqueConstraint(
                fields=["follows", "chair"], condition=Q(in_error=False), name="thinkingtime_once_a_chair"
            ),
            models.CheckConstraint(
                condition=Q(follows__isnull=True) | Q(is_required=False),
                name="thinkingtime_required_at_first",
            ),
            models.CheckConstraint(
                condition=Q(trigger__in=values(ThinkingTrigger)), name="thinkingtime_trigger_known"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["", *values(SessionKind)], model__in=["", *values(ThinkingModel)]),
                name="thinkingtime_shape_known",
            ),
        ]
        triggers = [*promises.THINKING_TIME_HOLDS, *THINKING_RECORDED, THINKING_FOLLOWS]

    def __str__(self) -> str:
        return f"Thinking time {self.pk}"


@keeps_history()
class ThinkingRequirement(ChildRecord):
    """Why thinking time is required before a conference, for one child of it: found by rule, or asked for.

    It ends with its session: that is held, or a second person waives it.
    """

    CHILD_PATH = "requested_child__child"

    session = models.ForeignKey(ThinkingTime, on_delete=models.CASCADE, related_name="requirements")
    requested_child = models.ForeignKey(
        RequestedChild, on_delete=models.CASCADE, related_name="thinking_required"
    )
    trigger = models.CharField(max_length=16, choices=choices(ThinkingTrigger))
    # The plan that runs, where the reason lies in it.
    plan = models.ForeignKey(
        Plan, on_delete=models.SET_NULL, null=True, blank=True, related_name="thinking_required"
    )
    since_date = models.DateField(help_text="The day of the fact that it stands on.")
    number = models.PositiveSmallIntegerField(default=0, help_text="How many plans, months, changes.")
    why = models.TextField()
    raised_at = models.DateTimeField()
    # None where a rule found it.
    raised_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(why=""), name="thinkingrequirement_says_why"),
            models.CheckConstraint(
                condition=Q(trigger__in=values(ThinkingTrigger)), name="thinkingrequirement_trigger_known"
            ),
            models.UniqueConstraint(
                fields=["requested_child", "trigger"],
                condition=Q(raised_by__isnull=True),
                name="thinkingrequirement_found_once",
            ),
        ]
        triggers = promises.THINKING_REQUIREMENT_HOLDS

    def __str__(self) -> str:
        return f"Requirement {self.pk} of thinking time {self.session_id}"


@is_counted_from
@keeps_history()
class ThinkingWaiver(TwoPersonChange, ChildRecord):
    """That a conference goes on without the thinking time it needs: asked for by its chair with why, and
    granted or refused by whoever manages the chairs, with theirs.
    """

    CHILD_PATH = "session__request__children__child"
    IS_JOINT = True

    session = models.ForeignKey(ThinkingTime, on_delete=models.CASCADE, related_name="waivers")
    why = models.CharField(max_length=16, choices=choices(WaiverReason))
    words = models.TextField()

    class Meta(TwoPersonChange.Meta, ChildRecord.Meta):
        abstract = False
        constraints = [
            *TwoPersonChange.Meta.constraints,
            models.CheckConstraint(
                condition=Q(why__in=values(WaiverReason)), name="thinkingwaiver_why_known"
            ),
            models.CheckConstraint(condition=~Q(words=""), name="thinkingwaiver_why_in_words"),
            models.CheckConstraint(
                condition=~Q(outcome="CONFIRMED") | ~Q(closed_reason=""),
                name="thinkingwaiver_granted_with_reason",
            ),
            models.UniqueConstraint(
                fields=["session"], condition=Q(closed_at__isnull=True), name="thinkingwaiver_one_at_a_time"
            ),
            models.UniqueConstraint(
                fields=["session"], condition=Q(outcome="CONFIRMED"), name="thinkingwaiver_granted_once"
            ),
        ]
        triggers = [*never_rewritten(), *promises.THINKING_WAIVER_HOLDS]

    def __str__(self) -> str:
        return f"Waiver {self.pk} of thinking time {self.session_id}"


@keeps_history()
class ThinkingSlot(ChildRecord):
    """Protected time in the chair's diary, in which a session is to be held; nothing else is booked then."""

    CHILD_PATH = "session__request__children__child"
    IS_JOINT = True

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    session = models.ForeignKey(ThinkingTime, on_delete=models.CASCADE, related_name="slots")
    chair = models.ForeignKey(User, on_delete=models.PROTECT, related_name="thinking_slots")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    planned_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    planned_at = models.DateTimeField()
    # Given up, or moved to another time.
    cancelled_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    cancelled_at = models.DateTimeField(null=True, blank=True)

    class Meta(ChildRecord.Meta):
        ordering = ["starts_at"]
        constraints = [
            ExclusionConstraint(
                name="thinkingslot_chair_free",
                expressions=[
                    ("chair", RangeOperators.EQUAL),
                    (MomentRange("starts_at", "ends_at", RangeBoundary()), RangeOperators.OVERLAPS),
                ],
                condition=Q(cancelled_at__isnull=True),
            ),
            models.UniqueConstraint(
                fields=["session"],
                condition=Q(cancelled_at__isnull=True),
                name="thinkingslot_one_a_session",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="thinkingslot_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Exact(LocalDay("starts_at"), LocalDay("ends_at")), name="thinkingslot_on_one_day"
            ),
            models.CheckConstraint(
                condition=Q(cancelled_by__isnull=True, cancelled_at__isnull=True)
                | Q(cancelled_by__isnull=False, cancelled_at__isnull=False),
                name="thinkingslot_cancelled_by_and_at",
            ),
        ]
        triggers = promises.THINKING_SLOT_HOLDS

    def __str__(self) -> str:
        return f"Time for thinking time {self.session_id}"


@keeps_history()
class ThinkingTimeEntry(InError, ChildRecord):
    """What goes on one child's file: the conclusion and its reasons. Whoever reads the child's record reads
    it.
    """

    session = models.ForeignKey(ThinkingTime, on_delete=models.CASCADE, related_name="entries")
    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="thinking_time_entries")
    conclusion = models.TextField()
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta(ChildRecord.Meta):
        verbose_name_plural = "thinking time entries"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["session", "child"], name="thinkingtimeentry_once"),
            models.CheckConstraint(condition=~Q(conclusion=""), name="thinkingtimeentry_says_something"),
        ]
        triggers = promises.THINKING_TIME_ENTRY_HOLDS

    def __str__(self) -> str:
        return f"Entry of thinking time {self.session_id} for child {self.child_id}"


@keeps_history()
class ThinkingAction(ChildRecord):
    """What a session leads to: by whom and by when. Done, or not needed any more, with the words."""

    CHILD_PATH = "session__request__children__child"
    IS_JOINT = True

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    session = models.ForeignKey(ThinkingTime, on_delete=models.CASCADE, related_name="actions")
    what = models.TextField()
    # Somebody here, or somebody outside by words.
    owner = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="thinking_actions"
    )
    owner_words = models.CharField(max_length=120, blank=True)
    due_date = models.DateField()
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    done_date = models.DateField(null=True, blank=True)
    closed_words = models.TextField(blank=True)
    # Who closed it, as done or, without a day, as not needed any more.
    closed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta(ChildRecord.Meta):
        ordering = ["due_date", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(what=""), name="thinkingaction_says_what"),
            models.CheckConstraint(
                condition=Q(owner__isnull=False, owner_words="") | Q(owner__isnull=True) & ~Q(owner_words=""),
                name="thinkingaction_is_somebodys",
            ),
            models.CheckConstraint(
                condition=Q(
                    closed_by__isnull=True, closed_at__isnull=True, done_date__isnull=True, closed_words=""
                )
                | Q(closed_by__isnull=False, closed_at__isnull=False, done_date__isnull=False)
                | Q(closed_by__isnull=False, closed_at__isnull=False) & ~Q(closed_words=""),
                name="thinkingaction_done_or_not_needed",
            ),
        ]
        indexes = [
            models.Index(
                fields=["owner"], condition=Q(closed_at__isnull=True), name="thinkingaction_open_of_owner"
            )
        ]
        triggers = promises.THINKING_ACTION_HOLDS

    def __str__(self) -> str:
        return f"Action {self.pk} of thinking time {self.session_id}"


@keeps_history()
class ReflectiveNote(models.Model):
    """The chair's own reflection, read by its writer alone, on no child's file. Courts may ask for it."""

    session = models.OneToOneField(ThinkingTime, on_delete=models.CASCADE, related_name="note")
    pattern = models.TextField(blank=True)
    other_explanations = models.TextField(blank=True)
    childs_life = models.TextField(blank=True)
    own_response = models.TextField(blank=True)
    strengths = models.TextField(blank=True, default="", db_default="")
    good_enough = models.TextField(blank=True, default="", db_default="")
    professional_system = models.TextField(blank=True, default="", db_default="")
    change_mind = models.TextField(blank=True, default="", db_default="")
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="reflective_notes")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        triggers = promises.REFLECTIVE_NOTE_HOLDS

    def __str__(self) -> str:
        return f"Reflective note of thinking time {self.session_id}"
