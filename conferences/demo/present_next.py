"""What the demo's latest conferences leave for each plan: the core group and the next dates."""

from __future__ import annotations

import datetime as dt

from conferences.models import ChildPart, MeetingRecord
from conferences.operations.recording_next import save_next
from conferences.queries.recording_next import candidates, group_before, limits_of, why_off
from conferences.rules.recording_next import CORE_GROUP, REVIEW, NextTold, has_next, proposed
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.workingdays import add_days

WHY = "the demo's own records"


def leave_next(record: MeetingRecord, by: User, at: dt.datetime) -> None:
    """Of each child with a plan: the school's and the family's people, and days before the last ones."""
    parts = ChildPart.objects.unscoped(WHY).filter(record=record)
    for part in parts.select_related("requested_child__child", "requested_child__plan", "record__booking"):
        if has_next(part.outcome):
            save_next(part=part, told=_next(part), by=by, at=at)


def _next(part: ChildPart) -> NextTold:
    booking = part.record.booking
    held = day_of(booking.starts_at)
    known = candidates(part, booking, held)
    chosen = proposed(known, group_before(part))
    others = {one.key for one in known if one.agency_kind}
    last = {one.code: _before(one.day, held) for one in limits_of([part], held).days(part)}
    group, review = last.get(CORE_GROUP), last.get(REVIEW)
    return NextTold(
        group,
        dt.time(10) if group else None,
        review,
        dt.time(13, 30) if review else None,
        members=chosen.members | others,
        lead=chosen.lead,
    )


def _before(last: dt.date, held: dt.date) -> dt.date | None:
    """A working day shortly before the last one; None where there is none after the conference."""
    found = (add_days(last, -n) for n in range(1, 10))
    return next((day for day in found if day > held and not why_off(day)), None)
