"""What came after the demo's conferences: core groups of plans, and follow-ups of those that ended."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from random import Random

from conferences.demo import past_texts as texts
from conferences.demo.past_requests import usual
from conferences.demo.past_rows import PastMeeting, Rows, moment
from conferences.demo.timing import Timing
from conferences.models import ConferenceChild, CoreGroup, FollowUp, Plan, Request
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_days import working_days
from conferences.rules.deadlines_limits import DAYS_IN_A_WEEK
from conferences.rules.follow_ups import Which
from conferences.rules.vocabulary import DecisionOutcome
from safeguarding.workingdays import Calendar, add_days, add_months

WHY = "the demo tells what happened after its conferences"
FIRST_LATE, FIRST_LATE_BY = 0.10, (1, 6)
# Days between core groups: mostly less than the limit by so many, now and then more.
BEFORE_THE_LIMIT, LATER_LATE, PAST_THE_LIMIT = (1, 18), 0.04, (2, 12)
FOLLOW_UP_LATE = 0.08
MONTHS = {
    Which.FIRST: "FOLLOW_UP_FIRST_MONTHS",
    Which.SECOND: "FOLLOW_UP_SECOND_MONTHS",
    Which.THIRD: "FOLLOW_UP_THIRD_MONTHS",
}


class PastPlans:
    """Tells the first core group of each plan, and the later ones of those that ran since a day."""

    def __init__(self, rows: Rows, on: dt.date, calendar: Calendar, since: dt.date) -> None:
        self.rows, self.on, self.since = rows, on, since
        self.calendar, self.timing = calendar, Timing(calendar)
        self.rng = Random("fableshire core groups")
        self.begun: dict[int, Plan] = {}
        self.starts: dict[int, list[dt.date]] = defaultdict(list)
        for plan in Plan.objects.unscoped(WHY).filter(held_for_other_authority=False):
            self.starts[plan.child_id].append(plan.start_date)
            if plan.begun_at_id:
                self.begun[plan.begun_at_id] = plan

    def tell(self, meetings: Sequence[PastMeeting]) -> None:
        for meeting in meetings:
            if begun := [self.begun[one.pk] for _, one in meeting.children if one.pk in self.begun]:
                self._core_groups(meeting, begun)
            if ended := [one.plan for _, one in meeting.children if one.plan and _ended(one)]:
                self._follow_ups(meeting, ended)

    # ----- Core groups -------------------------------------------------------------------------------------

    def _core_groups(self, meeting: PastMeeting, plans: Sequence[Plan]) -> None:
        """Brothers and sisters have theirs together, until each one's plan ends."""
        last = max(plan.end_date or self.on for plan in plans)
        for day in self._days(meeting.held, last):
            for plan in plans:
                if day < (plan.end_date or self.on):
                    self._core_group(plan, day, meeting.request)

    def _days(self, held: dt.date, last: dt.date) -> Iterator[dt.date]:
        limit, late = working_days(Code.HOLD_FIRST_CORE_GROUP), self.rng.random() < FIRST_LATE
        taken = limit + self.rng.randint(*FIRST_LATE_BY) if late else self.rng.randint(4, limit)
        day = self.calendar.add(held, taken).due
        yield day
        while last >= self.since and day < last:
            day = self._next(day)
            yield day

    def _next(self, day: dt.date) -> dt.date:
        limit = usual("CORE_GROUP_INTERVAL_WEEKS") * DAYS_IN_A_WEEK
        late = self.rng.random() < LATER_LATE
        days = self.rng.randint(*PAST_THE_LIMIT) if late else -self.rng.randint(*BEFORE_THE_LIMIT)
        return self.timing.on_or_before(add_days(day, limit + days))

    def _core_group(self, plan: Plan, day: dt.date, request: Request) -> None:
        self.rows.add(
            CoreGroup(
                plan=plan,
                held_date=day,
                notes=self.rng.choice(texts.CORE_GROUP),
                recorded_by=request.requested_by,
                recorded_at=moment(day, 16),
            )
        )

    # ----- Follow-ups --------------------------------------------------------------------------------------

    def _follow_ups(self, meeting: PastMeeting, plans: Sequence[Plan]) -> None:
        for which, key in MONTHS.items():
            late = self.rng.random() < FOLLOW_UP_LATE
            days = self.rng.randint(3, 20) if late else -self.rng.randint(0, 12)
            day = self.timing.on_or_before(add_days(add_months(meeting.held, usual(key)), days))
            for plan in plans:
                if day < self._until(plan):
                    self._follow_up(plan, which, day, meeting.request)

    def _until(self, plan: Plan) -> dt.date:
        """Until the child is on a plan again, and until today."""
        assert plan.end_date is not None
        return min([day for day in self.starts[plan.child_id] if day > plan.end_date] + [self.on])

    def _follow_up(self, plan: Plan, which: Which, day: dt.date, request: Request) -> None:
        self.rows.add(
            FollowUp(
                plan=plan,
                which=which.value,
                held_date=day,
                how_child_is=self.rng.choice(texts.FOLLOW_UP),
                recorded_by=request.requested_by,
                recorded_at=moment(day, 16),
            )
        )


def _ended(one: ConferenceChild) -> bool:
    outcome: str = one.decision.outcome
    return outcome == DecisionOutcome.PLAN_ENDS
