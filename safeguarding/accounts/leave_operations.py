"""Leave: set by oneself or by who leads one, with a deputy, and taken back."""

from __future__ import annotations

import datetime as dt

from safeguarding import audit
from safeguarding.accounts.leave import may_set, on_day, stand_ins
from safeguarding.clock import day_of
from safeguarding.models import Leave, User
from safeguarding.operation import lock, operation
from safeguarding.refusals import FORBIDDEN, Problem, Refused, missing, refuse_all
from safeguarding.rights import Permission
from safeguarding.wording import uk_date

NOT_THEIRS = "You can set only your own leave, or that of people whose work you lead."
TWICE = "There is leave on some of these days already. Take it back first"


@operation(needs=Permission.MY_WORK, refuses={"leave_once_at_a_time": (TWICE, "first_date")})
def set_leave(
    *,
    person: User,
    first_date: dt.date | None,
    last_date: dt.date | None,
    deputy: User | None,
    by: User,
    at: dt.datetime,
) -> Leave:
    """Somebody is away from a day to a day, and a deputy stands in.

    Refused: another's leave, days that are missing or over, a deputy of another role or team or who is away
    on the first day, and two at a time.
    """
    if not may_set(by, person):
        raise Refused(NOT_THEIRS, status=FORBIDDEN)
    needed = missing(
        first_date=(first_date, "Enter the first day of the leave"),
        last_date=(last_date, "Enter the last day of the leave"),
        deputy=(deputy, "Select who stands in"),
    )
    refuse_all(needed)
    assert first_date and last_date and deputy  # Refused above.
    refuse_all(_problems(person, first_date, last_date, deputy, day_of(at)))
    leave = Leave.objects.create(
        person=person, first_date=first_date, last_date=last_date, deputy=deputy, set_by=by, set_at=at
    )
    detail = {"person": person.pk, "deputy": leave.deputy_id, "last": leave.last_date.isoformat()}
    audit.record("leave.set", leave, by=by, at=at, detail=detail)
    return leave


def _problems(person: User, first: dt.date, last: dt.date, deputy: User, on: dt.date) -> list[Problem]:
    found = []
    if last < first:
        found.append(Problem("The last day must be the first day or later", "last_date"))
    elif last < on:
        found.append(Problem("The last day must be today or later", "last_date"))
    if not stand_ins(person).filter(pk=deputy.pk).exists():
        found.append(Problem(f"{deputy.full_name} cannot stand in: choose somebody else", "deputy"))
    elif on_day(first).filter(person=deputy).exists():
        found.append(Problem(f"{deputy.full_name} is away on {uk_date(first)} too", "deputy"))
    return found


@operation(needs=Permission.MY_WORK)
def end_leave(*, leave: Leave, by: User, at: dt.datetime) -> Leave:
    """Take leave back, before it begins or while it lasts: the deputy stands in no longer."""
    held = lock(leave, "person")
    if not may_set(by, held.person):
        raise Refused(NOT_THEIRS, status=FORBIDDEN)
    if held.ended_at:
        raise Refused("This leave was taken back already.")
    held.ended_by, held.ended_at = by, at
    held.save(update_fields=["ended_by", "ended_at"])
    audit.record("leave.ended", held, by=by, at=at, detail={"person": held.person_id})
    return held
