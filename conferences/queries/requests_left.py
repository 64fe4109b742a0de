"""What was asked for a child who left it because of a death or an end that was never so."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from conferences.models import Booking, ChildInNeedPlan, Request, RequestedChild
from conferences.queries.notices import concerned
from conferences.rules.life_events import CHILD_DIED, ENDED_WITHOUT_REVIEW, PREGNANCY_ENDED
from conferences.rules.workflow import OPEN_REQUESTS, BookingState, RequestState
from safeguarding.models import Child

WHY = "What was asked for a child in scope."


@dataclass(frozen=True)
class Left:
    """What was asked for a child, and the request that the child left: it goes on, or ended with that.

    `meeting` was in the diary for it, or is still.
    """

    asked: RequestedChild
    request: Request
    meeting: Booking | None

    @property
    def goes_on(self) -> bool:
        return self.request.state in OPEN_REQUESTS

    @property
    def is_by_end(self) -> bool:
        """Whether the end of a plan was why, and not a death."""
        return self.asked.request.withdrawn_reason.startswith(ENDED_WITHOUT_REVIEW)

    @property
    def was_never_so(self) -> bool:
        """Whether why the child left stands no longer: a review is of a plan that runs."""
        plan = self.asked.plan
        if plan is not None and plan.end_date is not None:
            return False
        return plan is not None if self.is_by_end else self.asked.child.death_date is None


def left_by(child: Child) -> Left | None:
    """What the child left last, by a death or the end of a plan; None where anything was asked since."""
    asked = RequestedChild.objects.unscoped(WHY).filter(child=child)
    last = asked.select_related("request__parted_from", "request__family", "plan").order_by("pk").last()
    if last is None or last.request.state != RequestState.WITHDRAWN:
        return None
    why = last.request.withdrawn_reason
    if why not in (CHILD_DIED, PREGNANCY_ENDED) and not why.startswith(ENDED_WITHOUT_REVIEW):
        return None
    last.child = child
    request = last.request.parted_from or last.request
    return Left(last, request, _meeting(request, last.request.withdrawn_at))


def _meeting(request: Request, left_at: dt.datetime | None) -> Booking | None:
    """The meeting in the diary, or the one that was cancelled as the child left."""
    rows = Booking.objects.unscoped(WHY).filter(request=request)
    booked: Booking | None = rows.filter(state=BookingState.BOOKED).first()
    return booked or rows.filter(cancelled_at=left_at).first()


def concerned_by(left: Left) -> set[int]:
    """The ids of whom the request concerns, with the chair of a meeting that was cancelled."""
    return concerned(left.request) | ({left.meeting.chair_id} if left.meeting else set())


def in_need_ended(child: Child, day: dt.date | None) -> list[dt.date]:
    """The first days of the child in need plans that ended on a day."""
    rows = ChildInNeedPlan.objects.unscoped(WHY).filter(child=child, end_date=day, in_error=False)
    return list(rows.exclude(end_date=None).values_list("start_date", flat=True))
