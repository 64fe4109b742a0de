"""Recording what happens in a child's life: what it changes at once, and the end that it asks for a plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from conferences.models import LifeEvent
from conferences.operations.duties_refresh import refresh
from conferences.operations.families_homes import settle
from conferences.operations.in_need import end_running
from conferences.operations.life_events_endings import ask_end
from conferences.operations.requests_children import leave
from conferences.queries.children_days import life_of
from conferences.queries.life_events import ending_of, meets_before, open_asks, open_plan
from conferences.rules.corrections_checks import spaceless
from conferences.rules.life_events import (
    CHILD_DIED,
    PREGNANCY_ENDED,
    STEP_DOWN,
    Happening,
    LifeKind,
    end_of_plan,
    kinds_for,
    problems,
)
from conferences.rules.workflow import CancelReason
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import Child, ChildName, Household, NameKind, User
from safeguarding.operation import lock, operation
from safeguarding.refusals import Refused, refuse_all
from safeguarding.register.authorities import latest_authority
from safeguarding.rights import Permission

TWICE = ("This is recorded already", "day")
NHS_TAKEN = ("Another child has this NHS number. Look at that record: it may be the same child", "nhs_number")
CANNOT = "This cannot be recorded of this child now. Open the child’s page again."
NO_HOME = "Select the home"


@operation(
    needs=Permission.RECORD_LIFE_EVENT,
    retry=True,
    refuses={
        "lifeevent_stands_once": TWICE,
        "lifeevent_stands_once_in_a_life": TWICE,
        "child_nhs_number_once": NHS_TAKEN,
    },
)
def record_life_event(
    *, child: Child, told: Happening, home: Household | None = None, by: User, at: dt.datetime
) -> LifeEvent:
    """Record what happened; what it says of the child holds at once. Where it ends the plan that runs, that
    is asked for, and waits for a second person.

    Raises Refused: what is missing, days that cannot be, what cannot happen to the child as it stands.
    """
    held = lock(child)
    life, on = life_of(by, held), day_of(at)
    if told.kind not in kinds_for(life, on):
        raise Refused(CANNOT)
    refuse_all(problems(told, life, on))
    assert told.day is not None  # Refused above.
    event = LifeEvent.objects.create(
        child=held,
        kind=told.kind,
        day=told.day,
        evidence=told.evidence.strip(),
        recorded_by=by,
        recorded_at=at,
        **_own_columns(told, held),
    )
    if effect := EFFECTS.get(told.kind):
        effect(event, held, told, home, by, at)
    _ask_end(event, held, told, end_of_plan(told, life, on), by, at)
    audit.record("life_event.recorded", event, by=by, at=at, detail={"kind": told.kind.value})
    refresh(held, met_by=by, at=at)
    return event


def _own_columns(told: Happening, child: Child) -> dict[str, Any]:
    """What would be lost from the child, or belongs to nothing else."""
    if told.kind is LifeKind.BORN:
        return {"expected_birth_date": child.expected_birth_date}
    if told.kind is not LifeKind.MOVED_AWAY or told.authority is None:
        return {}
    known = latest_authority(told.authority) if told.authority else None
    name = known.name if known else told.authority_name.strip()
    return {"authority": told.authority, "authority_name": name, "conference_date": told.ends}


def _ask_end(
    event: LifeEvent, child: Child, told: Happening, ends: dt.date | None, by: User, at: dt.datetime
) -> None:
    plan = open_plan(child)
    # A death is recorded though the end of the plan waits for another reason: it is told as owed after that.
    if plan is not None and ends is not None and ending_of(plan, day_of(at)) is None:
        down = STEP_DOWN.get(told.kind, told.step_down)
        ask_end(event, plan, end_date=ends, step_down=down, evidence=event.evidence, writer=by, at=at)


# ----- What becomes otherwise at once ----------------------------------------------------------------------


def _be_born(
    event: LifeEvent, child: Child, told: Happening, home: Household | None, by: User, at: dt.datetime
) -> None:
    """R31 (C): the birth date stands for the expected one, on the same record and plan."""
    child.birth_date, child.expected_birth_date = event.day, None
    child.sex = told.sex
    columns = ["birth_date", "expected_birth_date", "sex"]
    if told.nhs_number:
        child.nhs_number = spaceless(told.nhs_number)
        columns.append("nhs_number")
    if told.given_names or told.family_name:
        _rename(event, child, told)
    child.save(update_fields=columns)


def _take_name(
    event: LifeEvent, child: Child, told: Happening, home: Household | None, by: User, at: dt.datetime
) -> None:
    if (told.given_names.strip() or child.given_names, told.family_name.strip() or child.family_name) == (
        child.given_names,
        child.family_name,
    ):
        raise Refused("This is the child’s name already", "family_name")
    _rename(event, child, told)


def _rename(event: LifeEvent, child: Child, told: Happening) -> None:
    """The old name is another name from then on, by which the child is found still; a part that is not given
    stays.
    """
    given, family = (
        told.given_names.strip() or child.given_names,
        told.family_name.strip() or child.family_name,
    )
    is_other = (given, family) != (child.given_names, child.family_name)
    # An unborn child who had no given name had no other name.
    is_only_added = not child.given_names and family == child.family_name
    if is_other and not is_only_added and (child.given_names or child.family_name):
        event.name = ChildName.objects.create(
            child=child,
            kind=NameKind.EARLIER,
            given_names=child.given_names,
            family_name=child.family_name,
            until_date=event.day,
        )
        event.save(update_fields=["name"])
    child.given_names, child.family_name = given, family
    child.save(update_fields=["given_names", "family_name"])


def _move_home(
    event: LifeEvent, child: Child, told: Happening, home: Household | None, by: User, at: dt.datetime
) -> None:
    if home is None:
        raise Refused(NO_HOME, "home")
    event.stay = settle(home, child, since=event.day, leaves=True, writer=by, at=at)
    event.save(update_fields=["stay"])


def _die(
    event: LifeEvent, child: Child, told: Happening, home: Household | None, by: User, at: dt.datetime
) -> None:
    child.death_date = event.day
    child.save(update_fields=["death_date"])
    fall_away(child, event.day, writer=by, at=at)


def fall_away(child: Child, died: dt.date, *, writer: User, at: dt.datetime) -> None:
    """Whatever lies ahead for a child who died falls away, for an operation that recorded the death; a
    meeting that was before stays, for its record.
    """
    end_running(child.pk, died, writer=writer, at=at)
    for asked in open_asks(child):
        if not meets_before(asked, died):
            why = PREGNANCY_ENDED if child.is_unborn else CHILD_DIED
            leave(asked, CancelReason.NOT_NEEDED, why, even_begun=True, writer=writer, at=at)


Effect = Callable[[LifeEvent, Child, Happening, Household | None, User, dt.datetime], None]
EFFECTS: dict[LifeKind, Effect] = {
    LifeKind.BORN: _be_born,
    LifeKind.NEW_NAME: _take_name,
    LifeKind.MOVED_WITHIN: _move_home,
    LifeKind.DIED: _die,
}
