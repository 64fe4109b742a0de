"""The requests, consultations and thinking time behind the demo's conferences since April 2018.

The rule of conferences.rules.replans decides which child had a consultation; here the rows are made, in bulk.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from conferences.demo.past_consultations import PastConsultations
from conferences.demo.past_rows import SINCE, PastMeeting, Rows, Workers, moment
from conferences.models import (
    Conference,
    ConferenceChild,
    EarlierPlan,
    Plan,
    PlanElsewhere,
    Request,
    RequestedChild,
    ThinkingAction,
    ThinkingTime,
    ThinkingTimeEntry,
    ThinkingWaiver,
)
from conferences.queries.consultations_due import babies_where_there_was_a_plan
from conferences.rules.consultations import Cause
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_days import Due, due_by
from conferences.rules.replans import FoundIn, PlanFact, check, gap_days, raises_consultation
from conferences.rules.thinking_time import SessionKind, ThinkingModel, WaiverReason
from conferences.rules.vocabulary import ConferenceKind, EndReason
from conferences.rules.workflow import RequestState, ThinkingTimeState, ThinkingTrigger
from safeguarding.clock import day_of
from safeguarding.labelled import label
from safeguarding.models import Outcome, User
from safeguarding.policy.limits import CATALOGUE
from safeguarding.workingdays import Calendar, add_days

WHY = "the demo tells what happened before its conferences"
# For so many of those another way was decided whose conference made a plan, or made none.
ANOTHER_WAY, ANOTHER_WAY_WITHOUT_PLAN = 0.02, 0.12
# So many conferences were held before anybody had time to think.
NO_TIME_TO_THINK = 0.05
REASON = "An invented enquiry found that the children are likely to suffer significant harm."
SAFETY = "An invented grandparent stays with the children until the conference."
ACTED = 0.5
QUESTION = "What came back after each plan ended, and what did each leave unchanged?"
# With whom and in which way, the most usual first.
WAYS = (
    (SessionKind.ALONE, ThinkingModel.KOLB),
    (SessionKind.ALONE, ThinkingModel.DILEMMA),
    (SessionKind.GROUP, ThinkingModel.BELLS),
    (SessionKind.CONSULTANT, ThinkingModel.HYPOTHESES),
    (SessionKind.PARTNERS, ThinkingModel.REFLECTIVE),
)
THOUGHT = "Look at what the earlier plans left unchanged before looking at the latest incident."


class PastRequests:
    """Tells the requests of the past, the same for the same demo."""

    def __init__(self, rows: Rows, on: dt.date, calendar: Calendar) -> None:
        self.rows, self.calendar = rows, calendar
        self.rng, self.misses = Random("fableshire requests"), Random("fableshire haste")
        self.consultations = PastConsultations(rows, on)
        self.ways = Random("fableshire thinking")
        self.lead = User.objects.get(email="lead@fableshire.example")
        self.workers = Workers()
        self.on, self.plans = on, known_plans()
        self.not_raised: list[tuple[RequestedChild, PastMeeting]] = []

    def tell(self) -> list[PastMeeting]:
        """Every initial and transfer-in conference held since SINCE, a request each."""
        held = (
            ConferenceChild.objects.unscoped(WHY)
            .filter(kind__in=["INITIAL", "TRANSFER_IN"], conference__held_date__gte=SINCE)
            .exclude(enquiry__isnull=True, transfer_in__isnull=True)
            .select_related(
                "conference__family", "conference__chair", "child", "enquiry", "transfer_in", "decision"
            )
            .order_by("conference__held_date", "conference_id", "pk")
        )
        meetings: dict[int, list[ConferenceChild]] = defaultdict(list)
        for one in held:
            meetings[one.conference_id].append(one)
        told = [self._meeting(children) for children in meetings.values()]
        self._babies()
        return told

    def _babies(self) -> None:
        """Where a brother or sister was on a plan before. After all others, so that no other draw moves."""
        meeting_of = {id(asked): meeting for asked, meeting in self.not_raised}
        for asked in babies_where_there_was_a_plan([asked for asked, _ in self.not_raised], self.on):
            on = day_of(asked.history_checked_at)
            self._consult(asked, on, meeting_of[id(asked)], Cause.NEW_BABY)

    def _meeting(self, children: Sequence[ConferenceChild]) -> PastMeeting:
        conference = children[0].conference
        begun = max(_clock_start(one) for one in children)
        asked_on = min(self.calendar.add(begun, 1).due, conference.held_date)
        at = moment(asked_on, 10)
        worker = self.workers.of(children[0].child_id, self.rng)
        request = self.rows.add(
            Request(
                form_key=uuid.UUID(int=self.rng.getrandbits(128), version=4),
                family=conference.family,
                state=RequestState.HELD.value,
                reason=REASON,
                interim_safety=SAFETY,
                requested_by=worker,
                requested_at=at,
            )
        )
        meeting = PastMeeting(conference, request)
        raised = [self._child(meeting, one, asked_on) for one in children]
        if any(raised) and conference.chair is not None:
            self._think(request, children, asked_on)
        return meeting

    def _child(self, meeting: PastMeeting, one: ConferenceChild, on: dt.date) -> bool:
        due, request = self._due(one), meeting.request
        kind = ConferenceKind[one.kind]
        moved_from = one.transfer_in.from_authority if one.transfer_in else None
        found = check(kind, self.plans[one.child_id], on, moved_from=moved_from)
        asked = self.rows.add(
            RequestedChild(
                request=request,
                child=one.child,
                kind=one.kind,
                enquiry_id=one.enquiry_id,
                transfer_in_id=one.transfer_in_id,
                due_date=due.date,
                due_rule=due.rule,
                due_explanation=due.explanation,
                history_checked_at=request.requested_at,
                recorded_previous_plans=found.recorded,
            )
        )
        meeting.children.append((asked, one))
        for fact in found.earlier:
            self.rows.add(earlier_plan(asked, fact, on))
        if raises_consultation(kind, found):
            self._consult(asked, on, meeting, Cause.REPLAN)
            return True
        self.not_raised.append((asked, meeting))
        return False

    def _due(self, one: ConferenceChild) -> Due:
        if one.transfer_in is not None:
            return due_by(Code.HOLD_TRANSFER_IN, one.transfer_in.notified_date, self.calendar)
        assert one.enquiry is not None
        return due_by(Code.HOLD_CONFERENCE, one.enquiry.started_date, self.calendar)

    def _consult(self, asked: RequestedChild, on: dt.date, meeting: PastMeeting, cause: Cause) -> None:
        """Mostly agreed in a day or two; now and then after the day, or with another way decided."""
        taken = self.rng.choices((1, 2, 3, 4), (45, 35, 15, 5))[0]
        decided = min(self.calendar.add(on, taken).due, meeting.held)
        outcome = next(at.decision.outcome for told, at in meeting.children if told is asked)
        began = outcome == "PLAN_BEGINS"
        another = self.rng.random() < (ANOTHER_WAY if began else ANOTHER_WAY_WITHOUT_PLAN)
        request, by = meeting.request, self.calendar.add(on, usual("REPLAN_DECIDE_BY_WORKING_DAYS")).due
        asking = self.consultations.asking(
            request.family, request.requested_by, request.requested_at, by, request, cause
        )
        one = self.consultations.add(
            asking, asked.child_id, another=another, cause=cause, requested_child=asked
        )
        self.consultations.answer(asking, one, decided, another=another, began=began)

    def _agree_on(self, session: ThinkingTime, conference: Conference) -> None:
        """Of every second session one action came, which was done by the conference."""
        if self.ways.random() < ACTED:
            due, held = conference.held_date, session.held_date
            assert due is not None and held is not None
            self.rows.add(
                ThinkingAction(
                    session=session,
                    what="Ask the invented school what it saw in the months after the last plan ended.",
                    owner=conference.chair,
                    due_date=due,
                    added_by=conference.chair,
                    added_at=moment(held, 16),
                    done_date=due,
                    closed_words="The school wrote: better for one term, then late again each Monday.",
                    closed_by=conference.chair,
                    closed_at=moment(due, 17),
                )
            )

    def _waiver(self, session: ThinkingTime, conference: Conference, on: dt.date) -> ThinkingWaiver:
        """The chair asked for it, and the Strategic Lead agreed, before the conference."""
        return ThinkingWaiver(
            session=session,
            why=WaiverReason.CANNOT_WAIT.value,
            words="The invented step-brother comes home this week, and the conference cannot wait.",
            asked_by=conference.chair,
            asked_at=moment(on, 11),
            last_date=add_days(on, usual("SECOND_PERSON_DAYS")),
            outcome=Outcome.CONFIRMED.value,
            closed_by=self.lead,
            closed_at=moment(on, 15),
            closed_reason="The consultation looked at the whole history. Think before the first review.",
        )

    def _think(self, request: Request, children: Sequence[ConferenceChild], on: dt.date) -> None:
        """Mostly held in the days after the request; now and then the conference came first."""
        conference, minutes = children[0].conference, self.rng.choice((30, 45, 60))
        session = self.rows.add(
            ThinkingTime(
                request=request,
                trigger=ThinkingTrigger.REPLAN.value,
                is_required=True,
                state=ThinkingTimeState.DUE.value,
                raised_at=request.requested_at,
            )
        )
        if self.misses.random() < NO_TIME_TO_THINK:
            self.rows.add(self._waiver(session, conference, on))
            return
        session.state, session.chair, session.minutes = (
            ThinkingTimeState.HELD.value,
            conference.chair,
            minutes,
        )
        way = self.ways.choice(WAYS)
        session.kind, session.model, session.question = way[0].value, way[1].value, QUESTION
        session.held_date = min(self.calendar.add(on, 3).due, conference.held_date)
        session.recorded_at = moment(session.held_date, 8)
        self._agree_on(session, conference)
        for one in children:
            self.rows.add(
                ThinkingTimeEntry(
                    session=session,
                    child_id=one.child_id,
                    conclusion=THOUGHT,
                    written_by=conference.chair,
                    written_at=session.recorded_at,
                )
            )


def usual(key: str) -> int:
    """A local limit as it stands before anybody sets it."""
    return int(str(CATALOGUE[key].default))


def _clock_start(one: ConferenceChild) -> dt.date:
    if one.transfer_in is not None:
        return one.transfer_in.notified_date
    assert one.enquiry is not None
    return one.enquiry.started_date


def earlier_plan(asked: RequestedChild, fact: PlanFact, on: dt.date) -> EarlierPlan:
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
