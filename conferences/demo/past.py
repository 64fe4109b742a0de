"""The requests, consultations and thinking time behind the demo's conferences since April 2018.

The rule of conferences.rules.replans decides which child had a consultation; here the rows are made, in bulk.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from django.db import connection

from conferences.models import (
    ConferenceChild,
    Consultation,
    ConsultationAnswer,
    EarlierPlan,
    Plan,
    PlanElsewhere,
    Request,
    RequestedChild,
    ThinkingTime,
    ThinkingTimeEntry,
)
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_days import Due, due_by
from conferences.rules.replans import FoundIn, PlanFact, check, gap_days, raises_consultation
from conferences.rules.vocabulary import ConferenceKind, EndReason
from conferences.rules.workflow import (
    Answer,
    ConsultationState,
    RequestState,
    ThinkingTimeState,
    ThinkingTrigger,
)
from safeguarding.labelled import label
from safeguarding.models import Allocation, User
from safeguarding.policy.limits import CATALOGUE
from safeguarding.workingdays import Calendar

# The Strategic Lead has decided every consultation since the year in which the council's report was made.
SINCE = dt.date(2018, 4, 1)
WHY = "the demo tells what happened before its conferences"
REASON = "An invented enquiry found that the children are likely to suffer significant harm."
SAFETY = "An invented grandparent stays with the children until the conference."
WHY_NOW = "The invented worry of the earlier plan has come back in the last weeks."
DIFFERENT = "The family asked for help themselves, and the worker will stay the same throughout."
THOUGHT = "Look at what the earlier plans left unchanged before looking at the latest incident."


@dataclass
class Rows:
    """What is written, in the order in which the rows lean on each other."""

    requests: list[Request] = field(default_factory=list)
    asked: list[RequestedChild] = field(default_factory=list)
    earlier: list[EarlierPlan] = field(default_factory=list)
    consultations: list[Consultation] = field(default_factory=list)
    answers: list[ConsultationAnswer] = field(default_factory=list)
    sessions: list[ThinkingTime] = field(default_factory=list)
    entries: list[ThinkingTimeEntry] = field(default_factory=list)

    def write(self) -> None:
        everything: list[Sequence[Any]] = [self.requests, self.asked, self.earlier, self.consultations]
        for rows in (*everything, self.answers, self.sessions, self.entries):
            _write(rows)


def _write(rows: Sequence[Any]) -> None:
    """Write them, and count them anew: the checks of the next rows look these up, one by one."""
    if rows:
        model = type(rows[0])
        model.objects.bulk_create(rows, batch_size=2000)
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {model._meta.db_table}")


class Past:
    """Tells the requests of the past, the same for the same demo."""

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar
        self.rows = Rows()
        self.rng = Random("fableshire requests")
        self.lead = User.objects.get(email="lead@fableshire.example")
        self.workers = list(User.objects.filter(role="SOCIAL_WORKER").order_by("email"))
        self.plans = known_plans()
        holders = Allocation.objects.unscoped(WHY).filter(end_date__isnull=True, worker__isnull=False)
        self.holder = {one.child_id: one.worker for one in holders.select_related("worker")}

    def tell(self) -> Rows:
        """Every initial and transfer-in conference held since SINCE, a request each."""
        held = (
            ConferenceChild.objects.unscoped(WHY)
            .filter(kind__in=["INITIAL", "TRANSFER_IN"], conference__held_date__gte=SINCE)
            .exclude(enquiry__isnull=True, transfer_in__isnull=True)
            .select_related(
                "conference", "conference__family", "child", "enquiry", "transfer_in", "conference__chair"
            )
            .order_by("conference__held_date", "conference_id", "pk")
        )
        meetings: dict[int, list[ConferenceChild]] = defaultdict(list)
        for one in held:
            meetings[one.conference_id].append(one)
        for children in meetings.values():
            self._meeting(children)
        return self.rows

    def _meeting(self, children: Sequence[ConferenceChild]) -> None:
        conference = children[0].conference
        begun = max(_clock_start(one) for one in children)
        asked_on = min(self.calendar.add(begun, 1).due, conference.held_date)
        at = _moment(asked_on, 10)
        worker = self.holder.get(children[0].child_id) or self.rng.choice(self.workers)
        request = Request(
            form_key=uuid.UUID(int=self.rng.getrandbits(128), version=4),
            family=conference.family,
            state=RequestState.HELD.value,
            reason=REASON,
            interim_safety=SAFETY,
            requested_by=worker,
            requested_at=at,
        )
        self.rows.requests.append(request)
        raised = [self._child(request, one, at, asked_on, worker) for one in children]
        if any(raised) and conference.chair is not None:
            self._think(request, children, asked_on)

    def _child(
        self, request: Request, one: ConferenceChild, at: dt.datetime, on: dt.date, worker: User
    ) -> bool:
        due = self._due(one)
        kind = ConferenceKind[one.kind]
        moved_from = one.transfer_in.from_authority if one.transfer_in else None
        found = check(kind, self.plans[one.child_id], on, moved_from=moved_from)
        asked = RequestedChild(
            request=request,
            child_id=one.child_id,
            kind=one.kind,
            enquiry_id=one.enquiry_id,
            transfer_in_id=one.transfer_in_id,
            due_date=due.date,
            due_rule=due.rule,
            due_explanation=due.explanation,
            history_checked_at=at,
            recorded_previous_plans=found.recorded,
        )
        self.rows.asked.append(asked)
        self.rows.earlier += [_earlier_plan(asked, fact, on) for fact in found.earlier]
        if raises_consultation(kind, found):
            self._consult(asked, at, on, one.conference.held_date, worker)
            return True
        return False

    def _due(self, one: ConferenceChild) -> Due:
        if one.transfer_in is not None:
            return due_by(Code.HOLD_TRANSFER_IN, one.transfer_in.notified_date, self.calendar)
        assert one.enquiry is not None
        return due_by(Code.HOLD_CONFERENCE, one.enquiry.started_date, self.calendar)

    def _consult(
        self, asked: RequestedChild, at: dt.datetime, on: dt.date, held: dt.date, worker: User
    ) -> None:
        """Mostly agreed in a day or two; now and then after the day, or with another way advised."""
        limit = int(str(CATALOGUE["REPLAN_DECIDE_BY_WORKING_DAYS"].default))
        taken = self.rng.choices((1, 2, 3, 4), (45, 35, 15, 5))[0]
        decided = min(self.calendar.add(on, taken).due, held)
        another = self.rng.random() < 0.06
        one = Consultation(
            requested_child=asked,
            state=(ConsultationState.ANOTHER_WAY if another else ConsultationState.AGREED).value,
            raised_at=at,
            decide_by_date=self.calendar.add(on, limit).due,
            why_now=WHY_NOW,
            what_is_different=DIFFERENT,
            asked_by=worker,
            asked_at=at,
        )
        self.rows.consultations.append(one)
        self.rows.answers.append(
            ConsultationAnswer(
                consultation=one,
                answer=(Answer.ANOTHER_WAY if another else Answer.AGREE).value,
                reasons="The whole history was weighed, not the latest incident alone.",
                instead="A family group conference before a plan." if another else "",
                answered_by=self.lead,
                answered_at=_moment(decided, 15),
            )
        )

    def _think(self, request: Request, children: Sequence[ConferenceChild], on: dt.date) -> None:
        conference = children[0].conference
        session = ThinkingTime(
            request=request,
            trigger=ThinkingTrigger.REPLAN.value,
            is_required=True,
            state=ThinkingTimeState.HELD.value,
            raised_at=request.requested_at,
            chair=conference.chair,
            held_date=min(self.calendar.add(on, 3).due, conference.held_date),
            minutes=self.rng.choice((30, 45, 60)),
        )
        self.rows.sessions.append(session)
        self.rows.entries += [
            ThinkingTimeEntry(
                session=session,
                child_id=one.child_id,
                conclusion=THOUGHT,
                written_by=conference.chair,
                written_at=_moment(session.held_date or on, 16),
            )
            for one in children
        ]


def _clock_start(one: ConferenceChild) -> dt.date:
    if one.transfer_in is not None:
        return one.transfer_in.notified_date
    assert one.enquiry is not None
    return one.enquiry.started_date


def _moment(day: dt.date, hour: int) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour), tzinfo=dt.UTC)


def _earlier_plan(asked: RequestedChild, fact: PlanFact, on: dt.date) -> EarlierPlan:
    plan: Plan | None = getattr(fact, "plan", None)
    return EarlierPlan(
        requested_child=asked,
        found_in=fact.found_in.value,
        plan_id=fact.plan_id,
        plan_elsewhere_id=fact.plan_elsewhere_id,
        start_date=fact.start,
        end_date=fact.end if fact.end and fact.end <= on else None,
        category=plan.latest_category if plan else "",
        how_ended=label(EndReason, plan.end_reason) if plan and plan.end_reason else "",
        gap_days=gap_days(fact.end, on),
    )


@dataclass(frozen=True)
class KnownPlan(PlanFact):
    """A plan of ours as the rule sees it, with the row itself for its words."""

    plan: Plan | None = None


def known_plans() -> dict[int, list[PlanFact]]:
    """{child: every plan known of it}, in two queries."""
    known: dict[int, list[PlanFact]] = defaultdict(list)
    for plan in Plan.objects.unscoped(WHY).order_by("start_date"):
        known[plan.child_id].append(_own(plan))
    for told in PlanElsewhere.objects.unscoped(WHY).order_by("pk"):
        known[told.child_id].append(
            PlanFact(
                FoundIn.ELSEWHERE,
                told.start_date,
                told.end_date,
                plan_elsewhere_id=told.pk,
                authority=told.authority,
            )
        )
    return known


def _own(plan: Plan) -> KnownPlan:
    return KnownPlan(
        FoundIn.OWN,
        plan.start_date,
        plan.end_date,
        plan_id=plan.pk,
        is_anothers=plan.held_for_other_authority,
        counted_before=plan.previous_plans_recorded,
        plan=plan,
    )


def tell_past(calendar: Calendar) -> int:
    """Write the requests of the past; how many. To be called within the demo's transaction."""
    rows = Past(calendar).tell()
    rows.write()
    return len(rows.requests)
