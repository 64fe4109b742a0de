"""Recording that a core group met."""

from __future__ import annotations

import datetime as dt

from conferences.models import CoreGroup, Plan
from conferences.operations.duties_refresh import refresh
from conferences.rules.core_groups import held_day_refused
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock, operation
from safeguarding.refusals import Refused
from safeguarding.rights import Permission
from safeguarding.wording import uk_date


@operation(
    needs=Permission.RECORD_CORE_GROUP,
    refuses={"coregroup_stands_once": ("A core group on that day is already recorded", "held_date")},
)
def record_core_group(
    *, plan: Plan, held_date: dt.date | None, notes: str, by: User, at: dt.datetime
) -> CoreGroup:
    """A core group of a plan was held on a day: after the plan began, while it ran, and once a day."""
    running = lock(plan, "child")
    if sentence := held_day_refused(held_date, running.start_date, running.end_date, day_of(at)):
        raise Refused(sentence, "held_date")
    assert held_date is not None  # Refused above.
    died = running.child.death_date
    if died and held_date > died:
        raise Refused(f"The child died on {uk_date(died)}", "held_date")
    if running.core_groups.filter(held_date=held_date, in_error=False).exists():
        raise Refused("A core group on that day is already recorded", "held_date")
    met = CoreGroup.objects.create(
        plan=running, held_date=held_date, notes=notes.strip(), recorded_by=by, recorded_at=at
    )
    audit.record("core_group.recorded", met, by=by, at=at)
    refresh(running, met_by=by, at=at)
    return met
