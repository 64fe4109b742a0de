"""Rooms and bookings: a meeting's chair, room and time, where a clash cannot be stored."""

from __future__ import annotations

import uuid
from functools import reduce
from operator import and_

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.lookups import Exact

from conferences.models import promises_work as promises
from conferences.models.conferences import Conference
from conferences.models.promises_kept import MOVE_KEPT
from conferences.models.requests import Request
from conferences.rules.consultations import BookedDespite
from conferences.rules.workflow import (
    OUTCOME_REASONS,
    STANDING,
    UNDECIDED,
    BookingState,
    CancelReason,
    ChairReason,
    EnteredReason,
    LateReason,
    MoveReason,
    OutcomeReason,
)
from safeguarding.counts import is_counted_from
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import User
from safeguarding.models.base import ChildRecord
from safeguarding.promises import LocalDay


class MomentRange(Func):
    function = "TSTZRANGE"
    output_field = DateTimeRangeField()


@keeps_history()
class Room(models.Model):
    """A room where conferences are held."""

    name = models.CharField(max_length=80, unique=True)
    site = models.CharField(max_length=80, blank=True)
    seats = models.PositiveSmallIntegerField()
    notes = models.TextField(blank=True, help_text="Waiting rooms, second entrance, step-free.")
    # None where nobody has said.
    is_step_free = models.BooleanField(null=True, blank=True)
    has_hearing_loop = models.BooleanField(null=True, blank=True)
    has_video = models.BooleanField(null=True, blank=True)
    has_waiting_room = models.BooleanField(null=True, blank=True)
    # The hours in which it may be had; neither is any hour.
    opens_time = models.TimeField(null=True, blank=True)
    closes_time = models.TimeField(null=True, blank=True)
    is_active = models.BooleanField(default=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(opens_time__isnull=True, closes_time__isnull=True)
                | Q(opens_time__isnull=False, closes_time__isnull=False, closes_time__gt=F("opens_time")),
                name="room_closes_after_it_opens",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def has(self) -> tuple[str, ...]:
        """What it has beside its seats, in words."""
        there = (self.is_step_free, self.has_hearing_loop, self.has_video, self.has_waiting_room)
        words = ("step-free", "hearing loop", "video", "waiting room")
        return tuple(word for word, has in zip(words, there, strict=True) if has)


@keeps_history()
class Closure(models.Model):
    """Days on which a room, or where none is named every room, cannot be had. They stay working days."""

    reason = models.CharField(max_length=100)
    from_date = models.DateField()
    to_date = models.DateField()
    room = models.ForeignKey(Room, on_delete=models.PROTECT, null=True, blank=True, related_name="closures")
    is_active = models.BooleanField(default=True, db_default=True)

    class Meta:
        ordering = ["from_date", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="closure_reason_given"),
            models.CheckConstraint(
                condition=Q(to_date__gte=F("from_date")), name="closure_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return self.reason


def _no_clash(who: str, *besides: Q) -> ExclusionConstraint:
    """Two bookings that stand may not share a moment of one room or one chair; half-open, so they may follow
    on.
    """
    return ExclusionConstraint(
        name=f"booking_{who}_free",
        expressions=[
            (who, RangeOperators.EQUAL),
            (MomentRange("starts_at", "ends_at", RangeBoundary()), RangeOperators.OVERLAPS),
        ],
        condition=reduce(and_, besides, ~Q(state=BookingState.CANCELLED.value) & Q(never_began=False)),
    )


@is_counted_from
@keeps_history()
class Booking(ChildRecord):
    """A meeting in the diary, called by its number. It becomes a conference when it is held and recorded."""

    CHILD_PATH = "request__children__child"
    IS_JOINT = True

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    form_key = models.UUIDField(unique=True)
    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="bookings")
    room = models.ForeignKey(Room, on_delete=models.PROTECT, related_name="bookings")
    chair = models.ForeignKey(User, on_delete=models.PROTECT, related_name="bookings")
    # None while nobody is chosen: the chair then types alone.
    minute_taker = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="minutes"
    )
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=choices(BookingState), default=BookingState.BOOKED.value)
    # Why it lies past the statutory day, and which manager and chair agreed; "" where it does not, and where
    # only words told it.
    late_why = models.CharField(
        max_length=20, choices=choices(LateReason), blank=True, default="", db_default=""
    )
    late_reason = models.TextField(blank=True)
    late_manager = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    late_chair = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    # Who agreed, as it was typed before they were chosen.
    late_agreed_by = models.CharField(max_length=150, blank=True)
    # Why a child is booked for whom another way was decided.
    despite = models.CharField(
        max_length=16, choices=choices(BookedDespite), blank=True, default="", db_default=""
    )
    despite_words = models.TextField(blank=True, default="", db_default="")
    # What its room lacked when it was chosen, as it was told, and why it was chosen all the same.
    room_lacks = models.TextField(blank=True, default="", db_default="")
    room_reason = models.TextField(blank=True, default="", db_default="")
    booked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    booked_at = models.DateTimeField()
    cancelled_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancel_reason = models.CharField(max_length=20, choices=choices(CancelReason), blank=True)
    cancel_note = models.TextField(blank=True)
    # Why it was entered after it was held; "" where it was booked ahead.
    entered_reason = models.CharField(
        max_length=20, choices=choices(EnteredReason), blank=True, default="", db_default=""
    )
    entered_words = models.TextField(blank=True, default="", db_default="")
    # Why it ended without a decision, and what keeps the children safe until the new date.
    outcome_reason = models.CharField(
        max_length=20, choices=choices(OutcomeReason), blank=True, default="", db_default=""
    )
    outcome_words = models.TextField(blank=True, default="", db_default="")
    outcome_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    outcome_at = models.DateTimeField(null=True, blank=True)
    # It ended before its time, and keeps no room and nobody.
    never_began = models.BooleanField(default=False, db_default=False)
    # Who said that it did not end after all, and why; the history has how it was said to have ended.
    put_back_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    put_back_at = models.DateTimeField(null=True, blank=True)
    put_back_words = models.TextField(blank=True, default="", db_default="")
    conference = models.OneToOneField(
        Conference, on_delete=models.PROTECT, null=True, blank=True, related_name="booking"
    )

    class Meta(ChildRecord.Meta):
        ordering = ["starts_at"]
        constraints = [
            _no_clash("room"),
            _no_clash("chair"),
            _no_clash("minute_taker", Q(minute_taker__isnull=False)),
            models.CheckConstraint(
                condition=Q(minute_taker__isnull=True) | ~Q(minute_taker=F("chair")),
                name="booking_minutes_not_by_its_chair",
            ),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="booking_ends_after_start"),
            models.CheckConstraint(
                condition=Exact(LocalDay("starts_at"), LocalDay("ends_at")), name="booking_on_one_day"
            ),
            models.CheckConstraint(condition=Q(state__in=values(BookingState)), name="booking_state_known"),
            models.CheckConstraint(
                condition=Q(cancelled_by__isnull=True, cancelled_at__isnull=True, cancel_reason="")
                | (Q(cancelled_by__isnull=False, cancelled_at__isnull=False) & ~Q(cancel_reason="")),
                name="booking_cancelled_by_at_and_why",
            ),
            models.CheckConstraint(
                condition=Q(state=BookingState.CANCELLED.value, cancelled_at__isnull=False)
                | (~Q(state=BookingState.CANCELLED.value) & Q(cancelled_at__isnull=True)),
                name="booking_cancelled_says_so",
            ),
            models.CheckConstraint(
                condition=Q(state=BookingState.HELD.value, conference__isnull=False)
                | (~Q(state=BookingState.HELD.value) & Q(conference__isnull=True)),
                name="booking_held_has_its_conference",
            ),
            models.CheckConstraint(
                condition=Q(late_why="", late_reason="", late_agreed_by="")
                | (Q(late_why="") & ~Q(late_reason="") & ~Q(late_agreed_by=""))
                | (~Q(late_why="") & Q(late_agreed_by="")),
                name="booking_late_why_and_who_agreed",
            ),
            models.CheckConstraint(
                condition=Q(late_why="", late_manager__isnull=True, late_chair__isnull=True)
                | Q(
                    late_why__in=values(LateReason),
                    late_manager__isnull=False,
                    late_chair__isnull=False,
                ),
                name="booking_late_agreed_by_two",
            ),
            models.CheckConstraint(
                condition=Q(late_manager__isnull=True) | ~Q(late_manager=F("late_chair")),
                name="booking_late_agreed_by_others",
            ),
            models.CheckConstraint(
                condition=~Q(late_why=LateReason.OTHER.value) | ~Q(late_reason=""),
                name="booking_late_other_says_why",
            ),
            models.CheckConstraint(
                condition=Q(despite="", despite_words="") | Q(despite__in=values(BookedDespite)),
                name="booking_despite_known",
            ),
            models.CheckConstraint(
                condition=Q(room_lacks="", room_reason="") | (~Q(room_lacks="") & ~Q(room_reason="")),
                name="booking_room_lacks_says_why",
            ),
            models.UniqueConstraint(
                fields=["request"],
                condition=Q(state__in=[state.value for state in STANDING]),
                name="booking_one_stands_a_request",
            ),
            *(
                models.CheckConstraint(
                    condition=~Q(state=state.value) | Q(outcome_reason__in=[one.value for one in reasons]),
                    name=f"booking_{state.value.lower()}_says_why",
                )
                for state, reasons in OUTCOME_REASONS.items()
            ),
            models.CheckConstraint(
                condition=(
                    Q(state__in=[state.value for state in UNDECIDED], outcome_by__isnull=False)
                    & Q(outcome_at__isnull=False)
                    & ~Q(outcome_words="")
                )
                | (
                    ~Q(state__in=[state.value for state in UNDECIDED])
                    & Q(outcome_by__isnull=True, outcome_at__isnull=True)
                    & Q(outcome_reason="", outcome_words="")
                ),
                name="booking_undecided_by_at_and_what_follows",
            ),
            models.CheckConstraint(
                condition=Q(never_began=False) | Q(state__in=[state.value for state in UNDECIDED]),
                name="booking_never_began_only_undecided",
            ),
            models.CheckConstraint(
                condition=Q(put_back_by__isnull=True, put_back_at__isnull=True, put_back_words="")
                | (Q(put_back_by__isnull=False, put_back_at__isnull=False) & ~Q(put_back_words="")),
                name="booking_put_back_by_at_and_why",
            ),
            models.CheckConstraint(
                condition=Q(entered_reason="", entered_words="")
                | (Q(entered_reason__in=values(EnteredReason)) & Q(booked_at__gte=F("starts_at"))),
                name="booking_entered_after_it_began_and_why",
            ),
            models.CheckConstraint(
                condition=Q(cancel_reason__in=["", *values(CancelReason)]), name="booking_cancel_reason_known"
            ),
        ]
        indexes = [
            models.Index(fields=["starts_at", "ends_at"], name="booking_times"),
            models.Index(
                fields=["chair"], condition=Q(state=BookingState.BOOKED.value), name="booking_stands"
            ),
        ]
        triggers = promises.BOOKING_HOLDS

    @property
    def is_agreed_late(self) -> bool:
        """Whether it was said why it stands past the statutory day, and who agreed."""
        return bool(self.late_why or self.late_reason)

    def __str__(self) -> str:
        return f"Meeting {self.pk}"


@keeps_history()
class BookingMove(ChildRecord):
    """A booking's former place in the diary, and why it left it."""

    CHILD_PATH = "booking__request__children__child"
    IS_JOINT = True

    booking = models.ForeignKey(Booking, on_delete=models.CASCADE, related_name="moves")
    from_room = models.ForeignKey(Room, on_delete=models.PROTECT, related_name="+")
    from_chair = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    from_starts_at = models.DateTimeField()
    from_ends_at = models.DateTimeField()
    reason = models.CharField(max_length=20, choices=choices(MoveReason))
    # Why another chair took over on the day; "" where the meeting was moved.
    chair_reason = models.CharField(
        max_length=20, choices=choices(ChairReason), blank=True, default="", db_default=""
    )
    note = models.TextField(blank=True)
    moved_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    moved_at = models.DateTimeField()

    class Meta(ChildRecord.Meta):
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(reason__in=values(MoveReason)), name="bookingmove_reason_known"
            ),
            models.CheckConstraint(
                condition=Q(from_ends_at__gt=F("from_starts_at")), name="bookingmove_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(chair_reason="")
                | Q(chair_reason__in=values(ChairReason), reason=MoveReason.CHAIR.value),
                name="bookingmove_chair_reason_known",
            ),
        ]
        triggers = [MOVE_KEPT]

    def __str__(self) -> str:
        return f"Move of meeting {self.booking_id}"


@keeps_history()
class DiaryFeed(models.Model):
    """A secret address under which one person's diary can be read by a calendar; ended by its owner at any
    time.
    """

    owner = models.ForeignKey(User, on_delete=models.CASCADE, related_name="diary_feeds")
    secret = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner"], condition=Q(ended_at__isnull=True), name="diaryfeed_one_a_person"
            )
        ]

    def __str__(self) -> str:
        return f"Diary feed {self.pk}"
