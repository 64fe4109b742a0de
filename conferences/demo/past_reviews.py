"""The requests behind the demo's review conferences, and the reviews that were part of another conference."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Sequence
from random import Random

from django.db.models import Q

from conferences.demo.past_rows import PastMeeting, Rows, Workers, moment
from conferences.models import ConferenceChild, Plan, Request, RequestedChild
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_days import Due, due_by
from conferences.rules.workflow import RequestState
from safeguarding.workingdays import Calendar

WHY = "the demo tells what happened before its conferences"
REASON = "The review conference falls due."
# Working days before a review is due, on which it is mostly asked for; and at the least before it is held.
ASKED_BEFORE, AT_LEAST_BEFORE = (20, 26), 8


class PastReviews:
    """Tells the reviews held since a day, a request each, and those held with the conferences given."""

    def __init__(self, rows: Rows, calendar: Calendar, since: dt.date) -> None:
        self.rows, self.calendar, self.since = rows, calendar, since
        self.rng = Random("fableshire reviews")
        self.workers = Workers()
        self.days = review_days()

    def tell(self, first: Sequence[PastMeeting]) -> list[PastMeeting]:
        """All meetings, by day: those given, with the children reviewed at them, and the reviews."""
        meetings = {one.conference.pk: one for one in first}
        for children in self._conferences(meetings).values():
            conference = children[0].conference
            if conference.pk not in meetings:
                meetings[conference.pk] = PastMeeting(conference, self._request(children))
            for one in children:
                self._child(meetings[conference.pk], one)
        return sorted(meetings.values(), key=lambda one: (one.held, one.conference.pk))

    def _conferences(self, meetings: dict[int, PastMeeting]) -> dict[int, list[ConferenceChild]]:
        among = Q(conference__held_date__gte=self.since) | Q(conference__in=list(meetings))
        held = ConferenceChild.objects.unscoped(WHY).filter(among, kind="REVIEW")
        held = held.select_related(
            "conference__family", "conference__chair", "child", "decision", "plan__begun_at__conference"
        )
        found: dict[int, list[ConferenceChild]] = defaultdict(list)
        for one in held.order_by("conference__held_date", "conference_id", "pk"):
            found[one.conference_id].append(one)
        return found

    def _request(self, children: Sequence[ConferenceChild]) -> Request:
        conference = children[0].conference
        worker = self.workers.of(children[0].child_id, self.rng)
        return self.rows.add(
            Request(
                form_key=uuid.UUID(int=self.rng.getrandbits(128), version=4),
                family=conference.family,
                state=RequestState.HELD.value,
                reason=REASON,
                requested_by=worker,
                requested_at=moment(self._asked_on(children, conference.held_date), 10),
            )
        )

    def _asked_on(self, children: Sequence[ConferenceChild], held: dt.date) -> dt.date:
        """Some weeks before it is due, and never before the review that came before."""
        before = -self.rng.randint(*ASKED_BEFORE)
        usual = min(self.calendar.add(self._due(one).date, before).due for one in children)
        latest = self.calendar.add(held, -AT_LEAST_BEFORE).due
        last = max(self._last(one)[0] for one in children)
        return max(min(usual, latest), min(self.calendar.add(last, 1).due, held))

    def _child(self, meeting: PastMeeting, one: ConferenceChild) -> None:
        due = self._due(one)
        asked = self.rows.add(
            RequestedChild(
                request=meeting.request,
                child_id=one.child_id,
                kind=one.kind,
                plan_id=one.plan_id,
                due_date=due.date,
                due_rule=due.rule,
                due_explanation=due.explanation,
                history_checked_at=meeting.request.requested_at,
            )
        )
        meeting.children.append((asked, one))

    def _due(self, one: ConferenceChild) -> Due:
        last, is_first = self._last(one)
        return due_by(Code.HOLD_REVIEW, last, self.calendar, is_first=is_first)

    def _last(self, one: ConferenceChild) -> tuple[dt.date, bool]:
        """The day from which a review was due, and whether none was held before it."""
        assert one.plan is not None
        begun = began(one.plan)
        before = [day for day in self.days[one.plan.pk] if begun < day < one.conference.held_date]
        return max(before, default=begun), not before


def began(plan: Plan) -> dt.date:
    day: dt.date = plan.begun_at.conference.held_date if plan.begun_at else plan.start_date
    return day


def review_days() -> dict[int, list[dt.date]]:
    """{plan: the days of its reviews}."""
    days: dict[int, list[dt.date]] = defaultdict(list)
    held = ConferenceChild.objects.unscoped(WHY).filter(kind="REVIEW")
    for plan, day in held.values_list("plan", "conference__held_date"):
        days[plan].append(day)
    return days
