"""Setting the day of going live, and another one while it lies ahead."""

from __future__ import annotations

import datetime as dt

from safeguarding import audit
from safeguarding.bankholidays import england
from safeguarding.clock import day_of
from safeguarding.models import GoLive, User
from safeguarding.operation import lock_rows, operation
from safeguarding.refusals import Problem, Refused, missing, refuse_all
from safeguarding.rights import Permission
from safeguarding.wording import uk_date

HAS_COME = "The go-live day has come: duties were raised and people told by it, so it can no longer be moved."
MEANWHILE = "Somebody else set a day meanwhile. Open the page again"


@operation(needs=Permission.SET_GO_LIVE, refuses={"safeguarding_golive_pkey": (MEANWHILE, "day")})
def set_go_live(
    *, day: dt.date | None, reason: str, is_today_meant: bool = False, by: User, at: dt.datetime
) -> GoLive:
    """Go live on a day; another one, with the reason, while the one that was set lies ahead.

    Raises Refused: no day, a day that is over or beyond the calendar, today where it is not meant (it cannot
    be taken back), the day that is set already, no reason for another, and once the day has come.
    """
    on = day_of(at)
    row = next(iter(lock_rows(GoLive.objects.all())), None)
    if row and (row.day <= on or row.begun_at):
        raise Refused(HAS_COME)
    why = (reason, "Enter why the day is moved")
    needed = missing(day=(day, "Enter the go-live day"), **({"reason": why} if row else {}))
    refuse_all([*needed, *_day_problems(day, on, is_today_meant=is_today_meant)])
    assert day is not None  # Refused above.
    before = row.day.isoformat() if row else ""
    if row is None:
        row = GoLive(day=day, set_at=at)
    elif row.day == day:
        raise Refused(f"The go-live day is {uk_date(day)} already", "day")
    row.day, row.reason, row.set_by, row.set_at = day, reason.strip(), by, at
    row.save(force_insert=not before)
    audit.record("golive.set", row, by=by, at=at, detail={"before": before, "after": day.isoformat()})
    return row


def _day_problems(day: dt.date | None, on: dt.date, *, is_today_meant: bool) -> list[Problem]:
    if day is None:
        return []
    if day < on:
        return [Problem("The go-live day must be today or later", "day")]
    if day > england().last:
        last = uk_date(england().last)
        return [Problem(f"The go-live day must be {last} or before: days are counted no further", "day")]
    if day == on and not is_today_meant:
        return [Problem("Say that you mean today: it cannot be taken back", "is_today_meant")]
    return []
