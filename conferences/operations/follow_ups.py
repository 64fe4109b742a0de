"""Recording how a child is, some months after the plan ended."""

from __future__ import annotations

import datetime as dt

from conferences.models import FollowUp, Plan
from conferences.operations.duties_refresh import refresh
from conferences.rules.follow_ups import Which, held_day_refused
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock, operation
from safeguarding.refusals import Problem, Refused, missing, refuse_all
from safeguarding.rights import Permission

TWICE = ("This follow-up is already recorded", "which")


@operation(needs=Permission.RECORD_FOLLOW_UP, refuses={"followup_stands_once": TWICE})
def record_follow_up(
    *,
    plan: Plan,
    which: Which | None,
    held_date: dt.date | None,
    how_child_is: str,
    help_now: str,
    by: User,
    at: dt.datetime,
) -> FollowUp:
    """A follow-up of a plan that ended: each of the three once, after the end, not in the future."""
    ended = lock(plan)
    if ended.end_date is None:
        raise Refused("This plan has not ended, so there is nothing to follow up yet.")
    day = held_day_refused(held_date, ended.end_date, day_of(at))
    needed = missing(
        which=(which, "Select which follow-up it is"), how_child_is=(how_child_is, "Enter how the child is")
    )
    refuse_all([*needed, *([Problem(day, "held_date")] if day else [])])
    assert which is not None and held_date is not None  # Refused above.
    if ended.follow_ups.filter(which=which, in_error=False).exists():
        raise Refused(*TWICE)
    held = FollowUp.objects.create(
        plan=ended,
        which=which,
        held_date=held_date,
        how_child_is=how_child_is.strip(),
        help_now=help_now.strip(),
        recorded_by=by,
        recorded_at=at,
    )
    audit.record("follow_up.recorded", held, by=by, at=at)
    refresh(ended, met_by=by, at=at)
    return held
