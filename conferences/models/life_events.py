"""What happens in a child's life beside the conferences, and the end of a plan that it asks for."""

from __future__ import annotations

import uuid

import pgtrigger
from django.db import models
from django.db.models import F, Q

from conferences.models import promises_told as promises
from conferences.models.plans import Plan
from conferences.models.promises_agreed import ITS_PLAN_GOES
from conferences.rules.corrections import Why
from conferences.rules.life_events import ENDS, LifeKind
from conferences.rules.vocabulary import EndReason, StepDown
from safeguarding.history import keeps_history
from safeguarding.labelled import choices, values
from safeguarding.models import Child, ChildName, HouseholdMember, User
from safeguarding.models.base import ChildRecord, InError
from safeguarding.models.second import TwoPersonChange, never_rewritten

REASONS = [reason.value for reason in ENDS.values()]


@keeps_history()
class LifeEvent(InError, ChildRecord):
    """A birth, a death, a new name, a move, an order: what happened on which day, and how it is known.

    What became otherwise stands on the child itself; here is kept what would be lost: the day on which a
    birth was expected, the authority that a child went to and the day of its conference.
    """

    ref = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="life_events")
    kind = models.CharField(max_length=12, choices=choices(LifeKind))
    day = models.DateField()
    evidence = models.TextField()
    expected_birth_date = models.DateField(null=True, blank=True)
    authority = models.CharField(max_length=3, blank=True, help_text="DfE code of the other authority.")
    authority_name = models.CharField(max_length=100, blank=True)
    conference_date = models.DateField(
        null=True, blank=True, help_text="The day of the other authority's conference."
    )
    name = models.ForeignKey(
        ChildName, on_delete=models.SET_NULL, null=True, blank=True, related_name="life_events"
    )
    stay = models.ForeignKey(
        HouseholdMember, on_delete=models.SET_NULL, null=True, blank=True, related_name="life_events"
    )
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta(ChildRecord.Meta):
        ordering = ["day", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=values(LifeKind)), name="lifeevent_kind_known"),
            models.CheckConstraint(condition=~Q(evidence=""), name="lifeevent_evidence_given"),
            models.UniqueConstraint(
                fields=["child", "kind", "day"], condition=Q(in_error=False), name="lifeevent_stands_once"
            ),
            models.UniqueConstraint(
                fields=["child", "kind"],
                condition=Q(kind__in=["BORN", "DIED", "EIGHTEEN"], in_error=False),
                name="lifeevent_stands_once_in_a_life",
            ),
            models.CheckConstraint(
                condition=Q(kind="BORN", expected_birth_date__isnull=False)
                | (~Q(kind="BORN") & Q(expected_birth_date__isnull=True)),
                name="lifeevent_birth_was_expected",
            ),
            models.CheckConstraint(
                condition=(Q(kind="MOVED_AWAY") & (~Q(authority="") | ~Q(authority_name="")))
                | (~Q(kind="MOVED_AWAY") & Q(authority="", authority_name="", conference_date__isnull=True)),
                name="lifeevent_move_says_where_to",
            ),
            models.CheckConstraint(
                condition=Q(conference_date__isnull=True) | Q(conference_date__gte=F("day")),
                name="lifeevent_conference_after_the_move",
            ),
        ]
        triggers = promises.LIFE_EVENT_HOLDS

    def __str__(self) -> str:
        return f"{self.kind} of child {self.child_id}"


NOT_ALLOWED = "RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;"
# A death or a birth that is corrected takes along what waits by it: the day moves with the event's.
END_OF_ITS_EVENT = f"""
    IF NOT EXISTS (
        SELECT FROM conferences_lifeevent e, conferences_plan p
        WHERE e.id = NEW.event_id AND p.id = NEW.plan_id AND NEW.end_date = greatest(e.day, p.start_date + 1)
    ) THEN {NOT_ALLOWED}
    END IF;
    RETURN NEW;
"""
# And it goes where the child lives, or is not 18; whoever was born on 29 February is on 1 March.
# Or the plan was none.
GOES_WITH_ITS_EVENT = f"""
    IF NOT {ITS_PLAN_GOES} AND (OLD.outcome = 'CONFIRMED' OR NOT EXISTS (
        SELECT FROM conferences_lifeevent e JOIN safeguarding_child c ON c.id = e.child_id
        WHERE e.id = OLD.event_id AND (
            e.kind = 'DIED' AND c.death_date IS NULL
            OR e.kind = 'EIGHTEEN' AND (
                c.birth_date IS NULL OR (c.birth_date - 1 + interval '18 years')::date + 1 > e.day
            )
        )
    )) THEN {NOT_ALLOWED}
    END IF;
    RETURN OLD;
"""


@keeps_history()
class PlanEnding(TwoPersonChange, ChildRecord):
    """That a plan ends without a review, asked for by one person with the evidence, confirmed by another."""

    CHILD_PATH = "plan__child"

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="endings")
    event = models.ForeignKey(LifeEvent, on_delete=models.PROTECT, related_name="endings")
    end_date = models.DateField()
    end_reason = models.CharField(max_length=30, choices=choices(EndReason))
    step_down = models.CharField(max_length=20, choices=choices(StepDown), blank=True)
    evidence = models.TextField()

    class Meta(TwoPersonChange.Meta, ChildRecord.Meta):
        abstract = False
        constraints = [
            *TwoPersonChange.Meta.constraints,
            models.CheckConstraint(
                condition=Q(end_reason__in=REASONS), name="planending_reason_without_a_review"
            ),
            models.CheckConstraint(
                condition=Q(step_down="") | Q(step_down__in=values(StepDown)),
                name="planending_step_down_known",
            ),
            models.CheckConstraint(condition=~Q(evidence=""), name="planending_evidence_given"),
            models.UniqueConstraint(
                fields=["plan"], condition=Q(closed_at__isnull=True), name="planending_one_at_a_time"
            ),
        ]
        triggers = [
            *promises.PLAN_ENDING_HOLDS,
            *never_rewritten("end_date"),
            pgtrigger.Trigger(
                name="end_of_its_event",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange("end_date"),
                func=END_OF_ITS_EVENT,
            ),
            pgtrigger.Trigger(
                name="asked_goes_with_its_event",
                when=pgtrigger.Before,
                operation=pgtrigger.Delete,
                func=GOES_WITH_ITS_EVENT,
            ),
        ]

    def __str__(self) -> str:
        return f"Ending {self.pk} of plan {self.plan_id}"


@keeps_history()
class PlanResumption(TwoPersonChange, ChildRecord):
    """That a plan runs again, because what ended it was never this child's: `ending` is the end that is
    taken back, `was_...` as it stood. Asked for by one person, confirmed by another.
    """

    CHILD_PATH = "plan__child"

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="resumptions")
    ending = models.ForeignKey(PlanEnding, on_delete=models.PROTECT, related_name="resumptions")
    was_end_date = models.DateField()
    was_end_reason = models.CharField(max_length=30, choices=choices(EndReason))
    was_step_down = models.CharField(max_length=20, choices=choices(StepDown), blank=True)
    why = models.CharField(max_length=12, choices=choices(Why))
    words = models.TextField()

    class Meta(TwoPersonChange.Meta, ChildRecord.Meta):
        abstract = False
        constraints = [
            *TwoPersonChange.Meta.constraints,
            models.CheckConstraint(condition=Q(why__in=values(Why)), name="planresumption_why_known"),
            models.CheckConstraint(condition=~Q(words=""), name="planresumption_why_in_words"),
            models.CheckConstraint(
                condition=Q(was_end_reason__in=REASONS), name="planresumption_of_an_end_without_a_review"
            ),
            models.UniqueConstraint(
                fields=["plan"], condition=Q(closed_at__isnull=True), name="planresumption_one_at_a_time"
            ),
        ]
        triggers = [
            *never_rewritten(),
            pgtrigger.Trigger(
                name="asked_goes_with_its_plan",
                when=pgtrigger.Before,
                operation=pgtrigger.Delete,
                func=f"IF NOT {ITS_PLAN_GOES} THEN {NOT_ALLOWED} END IF; RETURN OLD;",
            ),
            *promises.PLAN_RESUMPTION_HOLDS,
        ]

    def __str__(self) -> str:
        return f"Resumption {self.pk} of plan {self.plan_id}"
