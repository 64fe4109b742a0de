"""The chair's thinking time: one session, and two records of it with two readerships."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from conferences.models import promises_work as promises
from conferences.models.requests import Request
from conferences.rules.workflow import ThinkingTimeState, ThinkingTrigger
from safeguarding.counts import is_counted_from
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import Child, User
from safeguarding.models.base import ChildRecord, InError


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
            models.CheckConstraint(
                condition=Q(trigger__in=values(ThinkingTrigger)), name="thinkingtime_trigger_known"
            ),
        ]
        triggers = promises.THINKING_TIME_HOLDS

    def __str__(self) -> str:
        return f"Thinking time {self.pk}"


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
class ReflectiveNote(models.Model):
    """The chair's own reflection, read by its writer alone, on no child's file. Courts may ask for it."""

    session = models.OneToOneField(ThinkingTime, on_delete=models.CASCADE, related_name="note")
    pattern = models.TextField(blank=True)
    other_explanations = models.TextField(blank=True)
    childs_life = models.TextField(blank=True)
    own_response = models.TextField(blank=True)
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="reflective_notes")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        triggers = promises.REFLECTIVE_NOTE_HOLDS

    def __str__(self) -> str:
        return f"Reflective note of thinking time {self.session_id}"
