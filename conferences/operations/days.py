"""Keeping what somebody was told of a deadline's day, and telling it anew when it moved."""

from __future__ import annotations

import datetime as dt

from conferences.models import Consultation, DayTold, Letter, RequestedChild
from conferences.operations.notices import tell
from conferences.queries.days import Day, days_asked, days_to_decide
from conferences.queries.notices import concerned, deciders, meeting_day, workers_of
from conferences.rules.deadlines_days import Due
from conferences.rules.notices import Change
from safeguarding import audit
from safeguarding.models import User
from safeguarding.operation import lock, operation
from safeguarding.refusals import Refused
from safeguarding.rights import Permission
from safeguarding.wording import uk_day

NOT_MOVED = "This day has not moved, or somebody has told it already."


def keep_day(
    due: Due,
    *,
    child: int,
    teller: User,
    at: dt.datetime,
    requested_child: RequestedChild | None = None,
    consultation: Consultation | None = None,
    letter: Letter | None = None,
    because: str = "",
) -> DayTold:
    """Keep a day as it is told, with how it was counted, inside the operation that tells it."""
    told: DayTold = DayTold.objects.create(
        child_id=child,
        code=due.code.value,
        requested_child=requested_child,
        consultation=consultation,
        letter=letter,
        due_date=due.date,
        explanation=due.explanation,
        started_date=due.started,
        not_counted=list(due.not_counted),
        number=due.number,
        because=because,
        told_by=teller,
        told_at=at,
    )
    return told


@operation(needs=Permission.SCHEDULE)
def tell_conference_day(
    *, requested_child: RequestedChild, seen: dt.date | None, by: User, at: dt.datetime
) -> DayTold:
    """Those concerned were told the day on which a conference is due now: it stands as what was told.

    `seen` is the day that the page showed. Refused where the day did not move, or moved again since.
    """
    asked = lock(requested_child, "request")
    day = days_asked([asked])[asked.pk]
    due = _moved(day, seen)
    asked.due_date, asked.due_explanation = due.date, due.explanation
    asked.save(update_fields=["due_date", "due_explanation"])
    told = keep_day(due, child=asked.child_id, requested_child=asked, because=day.because, teller=by, at=at)
    people, meeting = concerned(asked.request), meeting_day(asked.request)
    tell(Change.DAY_MOVED, asked, people, besides=by, day=meeting, at=at)
    audit.record("day.told", asked, by=by, at=at, detail={"day": due.date.isoformat()})
    return told


@operation(needs=Permission.SCHEDULE)
def tell_consultation_day(
    *, consultation: Consultation, seen: dt.date | None, by: User, at: dt.datetime
) -> DayTold:
    """The same for the day by which a consultation is to be decided, told to those who decide it too."""
    raised = lock(consultation, "child", "requested_child__request")
    day = days_to_decide([raised])[raised.pk]
    due = _moved(day, seen)
    raised.decide_by_date = due.date
    raised.save(update_fields=["decide_by_date"])
    told = keep_day(due, child=raised.child.pk, consultation=raised, because=day.because, teller=by, at=at)
    request = raised.requested_child.request if raised.requested_child else None
    near = concerned(request) if request else workers_of(raised.child.pk)
    people, meeting = near | deciders(raised), meeting_day(request) if request else None
    if raised.asked_by_id:
        people.add(raised.asked_by_id)
    tell(Change.DAY_MOVED, raised, people, besides=by, day=meeting, at=at)
    audit.record("day.told", raised, by=by, at=at, detail={"day": due.date.isoformat()})
    return told


def _moved(day: Day, seen: dt.date | None) -> Due:
    """The day as it is now. Refused unless it moved, to the day that the page showed."""
    if not day.has_moved or day.now is None:
        raise Refused(NOT_MOVED)
    if seen != day.day:
        raise Refused(f"The day has moved again: it is {uk_day(day.day)} now. Tell them that day.")
    return day.now
