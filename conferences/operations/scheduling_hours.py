"""The hours of a chair: set from a day on, told otherwise, and taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from conferences.models import WorkingHours
from conferences.queries.scheduling_hours import chairs_led, patterns_of
from conferences.rules.scheduling_hours import WEEK, hours_refused, pattern_problems
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock, operation
from safeguarding.refusals import FORBIDDEN, Refused, missing, refuse_all
from safeguarding.rights import Permission

NOT_THEIRS = "You can set only the hours of chairs whose work you lead."
ENDED = "These hours were taken back already."
Times = Sequence[tuple[dt.time | None, dt.time | None]]


@operation(needs=Permission.SET_LEAVE)
def set_hours(
    *, person: User, first_date: dt.date | None, days: Times, by: User, at: dt.datetime
) -> WorkingHours:
    """A chair works in these hours from a day on, each of `days` its start and its end, Monday to Friday.
    Hours from the same day are told otherwise; what was told before stays in their history.

    Raises Refused: another's chair, no day, half an hour pair, an end before its start, no hours at all.
    """
    if not chairs_led(by).filter(pk=person.pk).exists():
        raise Refused(NOT_THEIRS, status=FORBIDDEN)
    needed = missing(first_date=(first_date, "Enter the day from which these hours hold"))
    refuse_all([*needed, *pattern_problems(days)])
    assert first_date is not None  # Refused above.
    lock(person)
    columns = {
        f"{day}_{end}": time
        for day, pair in zip(WEEK, days, strict=True)
        for end, time in zip(("from", "to"), pair, strict=True)
    }
    told = {**columns, "set_by": by, "set_at": at}
    rows = WorkingHours.objects.filter(ended_at__isnull=True)
    hours: WorkingHours = rows.update_or_create(person=person, first_date=first_date, defaults=told)[0]
    audit.record("hours.set", hours, by=by, at=at, detail={"person": person.pk, "from": str(first_date)})
    return hours


@operation(needs=Permission.SET_LEAVE)
def end_hours(*, hours: WorkingHours, by: User, at: dt.datetime) -> WorkingHours:
    """Take hours back that were set by mistake: those before them hold, or any hour where there are none."""
    gone = lock(hours)
    if not chairs_led(by).filter(pk=gone.person_id).exists():
        raise Refused(NOT_THEIRS, status=FORBIDDEN)
    if gone.ended_at:
        raise Refused(ENDED)
    gone.ended_by, gone.ended_at = by, at
    gone.save(update_fields=["ended_by", "ended_at"])
    audit.record("hours.ended", gone, by=by, at=at, detail={"person": gone.person_id})
    return gone


def guard_hours(chair: User, starts_at: dt.datetime, ends_at: dt.datetime, at: dt.datetime) -> None:
    """Nobody is put into the diary outside their hours: who comes all the same has their hours set otherwise
    first. Of a day that is over it is not asked.
    """
    if day_of(starts_at) < day_of(at):
        return
    patterns = patterns_of([chair.pk]).get(chair.pk, ())
    if words := hours_refused(chair.full_name, patterns, starts_at, ends_at):
        raise Refused(words, "chair")
