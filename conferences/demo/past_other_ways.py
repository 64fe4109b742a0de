"""Where another way was decided in the demo's past, and no conference held: asked for, decided, withdrawn."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Sequence
from random import Random

from conferences.demo.past_consultations import REVIEWED_AFTER, OtherWay, PastConsultations
from conferences.demo.past_requests import REASON, SAFETY, earlier_plan, known_plans, usual
from conferences.demo.past_rows import SINCE, Rows, Workers, moment
from conferences.models import ConferenceNeed, Enquiry, Request, RequestedChild
from conferences.rules.consultations import SupportOutcome, Way
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_days import due_by
from conferences.rules.replans import Checked, check, raises_consultation
from conferences.rules.vocabulary import ConferenceKind
from conferences.rules.workflow import RequestState
from safeguarding.workingdays import Calendar, days_between

WHY = "the demo tells what was asked for and not held"
# Of the families whose enquiry ended without a conference, so many had asked for one.
ASKED = 0.35
# So many go on after their first review.
GOES_ON = 0.3
WITHDRAWN = "Another way was decided for the children, so no conference is asked for."
WAYS = (
    (Way.NAMED_SUPPORT, "The invented family centre comes each week, and the worker leads it."),
    (Way.NAMED_SUPPORT, "A place at the invented breakfast club, and the school sees the child each day."),
    (Way.FAMILY_GROUP_CONFERENCE, "The wider family meets, and the invented aunt brings them together."),
    (Way.STRATEGY_DISCUSSION, "Police and health are asked again what they know since the summer."),
)


class PastOtherWays:
    """Tells them after the conferences, by draws of its own, so that nothing before it moves."""

    def __init__(self, rows: Rows, on: dt.date, calendar: Calendar) -> None:
        self.rows, self.on, self.calendar = rows, on, calendar
        self.rng = Random("fableshire other ways")
        self.told = PastConsultations(rows, on, " of other ways")
        self.workers, self.plans = Workers(), known_plans()
        self.enquiries: dict[int, list[Enquiry]] = defaultdict(list)

    def tell(self) -> None:
        """A request of each such family, decided and withdrawn before the enquiry's conference was due."""
        families: dict[tuple[int, dt.date], list[Enquiry]] = defaultdict(list)
        rows = Enquiry.objects.unscoped(WHY).filter(started_date__gte=SINCE, child__family__isnull=False)
        for one in rows.select_related("child__family").order_by("started_date", "pk"):
            self.enquiries[one.child_id].append(one)
            if one.conference_need == ConferenceNeed.NOT_NEEDED:
                families[one.child.family_id or 0, one.started_date].append(one)
        for (_, started), children in families.items():
            if self.rng.random() < ASKED and self.calendar.add(started, 8).due < self.on:
                self._family(started, children)

    def _family(self, started: dt.date, enquiries: Sequence[Enquiry]) -> None:
        on = self.calendar.add(started, 1).due
        found = [(one, check(ConferenceKind.INITIAL, self.plans[one.child_id], on)) for one in enquiries]
        consulted = [(one, it) for one, it in found if raises_consultation(ConferenceKind.INITIAL, it)]
        if not consulted:
            return
        decided = self.calendar.add(on, self.rng.choice((1, 1, 2, 3))).due
        worker = self.workers.of(enquiries[0].child_id, self.rng)
        request = self.rows.add(
            Request(
                form_key=uuid.UUID(int=self.rng.getrandbits(128), version=4),
                family=enquiries[0].child.family,
                state=RequestState.WITHDRAWN.value,
                reason=REASON,
                interim_safety=SAFETY,
                requested_by=worker,
                requested_at=moment(on, 10),
                withdrawn_by=worker,
                withdrawn_at=moment(decided, 17),
                withdrawn_reason=WITHDRAWN,
            )
        )
        by = self.calendar.add(on, usual("REPLAN_DECIDE_BY_WORKING_DAYS")).due
        asking = self.told.asking(request.family, worker, request.requested_at, by, request)
        way = self.rng.choice(WAYS)
        goes_on = self.rng.random() < GOES_ON
        for one, it in consulted:
            asked = self._child(request, one, it, on)
            child = self.told.add(asking, one.child_id, another=True, requested_child=asked)
            other = self._other(one, decided, way, goes_on=goes_on)
            self.told.answer(asking, child, decided, another=True, began=False, other=other)

    def _child(self, request: Request, one: Enquiry, found: Checked, on: dt.date) -> RequestedChild:
        due = due_by(Code.HOLD_CONFERENCE, one.started_date, self.calendar)
        asked = self.rows.add(
            RequestedChild(
                request=request,
                child_id=one.child_id,
                kind=ConferenceKind.INITIAL.value,
                enquiry=one,
                due_date=due.date,
                due_rule=due.rule,
                due_explanation=due.explanation,
                history_checked_at=request.requested_at,
                recorded_previous_plans=found.recorded,
            )
        )
        for fact in found.earlier:
            self.rows.add(earlier_plan(asked, fact, on))
        return asked

    def _other(self, one: Enquiry, decided: dt.date, way: tuple[Way, str], *, goes_on: bool) -> OtherWay:
        """It failed where the child was enquired about again before its review."""
        again = [
            later.started_date
            for later in self.enquiries[one.child_id]
            if 0 < days_between(decided, later.started_date) < REVIEWED_AFTER
        ]
        found = SupportOutcome.GOES_ON if goes_on else SupportOutcome.ENOUGH
        return OtherWay(*way, found=found, failed=min(again, default=None))
