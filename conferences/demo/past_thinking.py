"""Thinking time before the demo's reviews at which a plan came to the months that ask for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from random import Random

from conferences.demo.past_requests import NO_TIME_TO_THINK, WAYS, usual
from conferences.demo.past_reviews import began, review_days
from conferences.demo.past_rows import PastMeeting, Rows, moment
from conferences.models import (
    ConferenceChild,
    ThinkingRequirement,
    ThinkingTime,
    ThinkingTimeEntry,
    ThinkingWaiver,
)
from conferences.rules.thinking_time import WaiverReason
from conferences.rules.thinking_time_required import SETTINGS, Facts, Required, limits_of, required
from conferences.rules.workflow import ThinkingTimeState, ThinkingTrigger
from safeguarding.clock import day_of
from safeguarding.models import Outcome, User
from safeguarding.policy.values import values
from safeguarding.workingdays import Calendar, add_days

QUESTION = "What has this plan changed for the child, and what would end it?"
THOUGHT = "What must change is told in fewer words, and lawyers are asked before the next review."


class PastThinking:
    """Tells it of the reviews given, by draws of its own, so that no other draw moves."""

    def __init__(self, rows: Rows, on: dt.date, calendar: Calendar) -> None:
        self.rows, self.calendar = rows, calendar
        self.rng = Random("fableshire long plans")
        self.lead = User.objects.get(email="lead@fableshire.example")
        self.limits = limits_of(values(SETTINGS.values(), on))
        self.days: Mapping[int, list[dt.date]] = review_days()
        self.sessions = {id(one.request): one for one in rows.rows[ThinkingTime]}

    def tell(self, meetings: Iterable[PastMeeting]) -> None:
        for meeting in meetings:
            if (chair := meeting.conference.chair) is not None:
                self._meeting(meeting, chair)

    def _meeting(self, meeting: PastMeeting, chair: User) -> None:
        """One session serves all that waits of a request."""
        found = [(asked, why) for asked, one in meeting.children for why in self._why(one, meeting.held)]
        if not found:
            return
        session = self.sessions.get(id(meeting.request)) or self._session(meeting, chair)
        for asked, why in found:
            self.rows.add(
                ThinkingRequirement(
                    session=session,
                    requested_child=asked,
                    trigger=why.trigger.value,
                    plan_id=asked.plan_id,
                    since_date=why.since,
                    number=why.number,
                    why=why.why,
                    raised_at=meeting.request.requested_at,
                )
            )

    def _why(self, one: ConferenceChild, held: dt.date) -> Sequence[Required]:
        plan = one.plan
        if plan is None:
            return ()
        last = max((day for day in self.days[plan.pk] if day < held), default=began(plan))
        facts = Facts(meets=held, plan_start=plan.start_date, last_held=last)
        return required(facts, self.limits, dt.date.min)

    def _session(self, meeting: PastMeeting, chair: User) -> ThinkingTime:
        """Mostly held in the week before; now and then the review came first."""
        on = day_of(meeting.request.requested_at)
        session = self.rows.add(
            ThinkingTime(
                request=meeting.request,
                trigger=ThinkingTrigger.LONG_PLAN.value,
                is_required=True,
                state=ThinkingTimeState.DUE.value,
                raised_at=meeting.request.requested_at,
            )
        )
        if self.rng.random() < NO_TIME_TO_THINK:
            self.rows.add(self._waiver(session, chair, on))
            return session
        kind, model = self.rng.choice(WAYS)
        session.kind, session.model, session.question = kind.value, model.value, QUESTION
        session.state, session.chair = ThinkingTimeState.HELD.value, chair
        session.minutes = self.rng.choice((30, 45, 60))
        session.held_date = max(self.calendar.add(meeting.held, -self.rng.randint(1, 5)).due, on)
        session.recorded_at = moment(session.held_date, 8)
        for _, one in meeting.children:
            self.rows.add(
                ThinkingTimeEntry(
                    session=session,
                    child_id=one.child_id,
                    conclusion=THOUGHT,
                    written_by=chair,
                    written_at=session.recorded_at,
                )
            )
        return session

    def _waiver(self, session: ThinkingTime, chair: User, on: dt.date) -> ThinkingWaiver:
        return ThinkingWaiver(
            session=session,
            why=WaiverReason.CANNOT_WAIT.value,
            words="The invented grandfather leaves in two days, and the review cannot meet without him.",
            asked_by=chair,
            asked_at=moment(on, 11),
            last_date=add_days(on, usual("SECOND_PERSON_DAYS")),
            outcome=Outcome.CONFIRMED.value,
            closed_by=self.lead,
            closed_at=moment(on, 15),
            closed_reason="Supervision looked at this plan last week. Think before the next review.",
        )
