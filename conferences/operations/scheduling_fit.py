"""What the day of a conference must fit: told, told otherwise, and taken off."""

from __future__ import annotations

import datetime as dt

from conferences.models import Booking, BusyTime, Request, RequestFit
from conferences.operations.notices import tell
from conferences.rules.notices import Change
from conferences.rules.scheduling_fit import BusyKind, busy_problems, fit_problems
from conferences.rules.workflow import OPEN_REQUESTS, BookingState
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock, operation
from safeguarding.refusals import Refused, refuse_all
from safeguarding.rights import Permission

OVER = "This conference was held or is not asked for any more, so nothing more is told of its day."
CHANGED = "Somebody else told otherwise since you opened this page. Open the page again"
OFF = "This time was taken off already."


@operation(needs=Permission.INVITE)
def tell_fit(
    *,
    request: Request,
    interpreter: str,
    interpreter_for: str,
    apart_minutes: int | None,
    seen: str = "",
    by: User,
    at: dt.datetime,
) -> RequestFit:
    """Say which interpreter the conference needs and for whom, and how long before its start the first of
    two parents arrives. `seen` is when it was last told, as the page showed it; "" while nothing was.

    Raises Refused: a language without for whom, the other way round, and another telling since.
    """
    language, whom = interpreter.strip(), interpreter_for.strip()
    refuse_all(fit_problems(language, whom, apart_minutes))
    held = _open(request)
    rows = RequestFit.objects.unscoped("what the day of a request in scope must fit")
    before: RequestFit | None = rows.filter(request=held).first()
    if (before.told_at.isoformat() if before else "") != seen:
        raise Refused(CHANGED)
    told = {"interpreter": language, "interpreter_for": whom, "apart_minutes": apart_minutes}
    fit: RequestFit = rows.update_or_create(request=held, defaults={**told, "told_by": by, "told_at": at})[0]
    audit.record("fit.told", held, by=by, at=at, detail={"interpreter": bool(language)})
    if before is None or any(getattr(before, name) != value for name, value in told.items()):
        _tell(held, by, at)
    return fit


@operation(needs=Permission.INVITE)
def add_busy(
    *,
    request: Request,
    kind: BusyKind | None,
    who: str,
    weekday: int | None,
    day: dt.date | None,
    begins: dt.time | None,
    ends: dt.time | None,
    by: User,
    at: dt.datetime,
) -> BusyTime:
    """Say when somebody of the family has contact or cannot come, each week or on one date. The same told
    twice stands once.

    Raises Refused: what lacks, both a day of the week and a date, a date that is over, half of the hours.
    """
    refuse_all(list(busy_problems(kind, who.strip(), weekday, day, (begins, ends), day_of(at))))
    assert kind is not None  # Refused above.
    held = _open(request)
    when = {"weekday": weekday, "day_date": day, "from_time": begins, "to_time": ends}
    told = {"request": held, "kind": kind.value, "who": who.strip(), **when}
    rows = BusyTime.objects.unscoped("the times of a request in scope")
    stands: BusyTime
    for stands in rows.filter(request=held, off_at=None):
        if all(getattr(stands, name) == value for name, value in told.items()):
            return stands
    made: BusyTime = BusyTime.objects.create(**told, told_by=by, told_at=at)
    audit.record("fit.busy", held, by=by, at=at, detail={"kind": kind.value})
    _tell(held, by, at)
    return made


@operation(needs=Permission.INVITE)
def take_busy_off(*, busy: BusyTime, by: User, at: dt.datetime) -> BusyTime:
    """A time at which somebody was not free holds no more, or never did; Refused where it was taken off."""
    _open(busy.request)
    gone = lock(busy)
    if gone.off_at:
        raise Refused(OFF)
    gone.off_by, gone.off_at = by, at
    gone.save(update_fields=["off_by", "off_at"])
    audit.record("fit.busy_off", gone.request, by=by, at=at, detail={"kind": gone.kind})
    _tell(gone.request, by, at)
    return gone


def _open(request: Request) -> Request:
    held = lock(request)
    if held.state not in OPEN_REQUESTS:
        raise Refused(OVER)
    return held


def _tell(request: Request, by: User, at: dt.datetime) -> None:
    """Where a meeting is in the diary already, its day may not fit any more: who holds it looks again."""
    rows = Booking.objects.unscoped("the meeting of a request in scope")
    ahead = rows.filter(request=request, state=BookingState.BOOKED, starts_at__gt=at)
    for booking in ahead:
        people = {booking.chair_id, booking.minute_taker_id, booking.booked_by_id} - {None}
        tell(Change.FIT, booking, people, besides=by, day=day_of(booking.starts_at), at=at)
