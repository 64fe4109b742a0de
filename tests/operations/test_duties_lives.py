"""Duties and My work after each step of random lives, against a second count: none lost, none misplaced."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import groupby
from typing import Any, NamedTuple

import pytest
from django.db import transaction

from conferences.models import Duty
from conferences.operations import duties, duties_ladder
from conferences.operations.duties import scan
from conferences.queries import duties_parts
from conferences.queries.clocks import reader
from conferences.queries.duties_lines import Part
from conferences.queries.duties_list import work_list
from conferences.rules.deadlines import CATALOGUE, Code, Subject
from safeguarding.clock import day_of
from safeguarding.models import Allocation, User
from safeguarding.rights import SEES_WHOLE_UNIT, holds
from safeguarding.workingdays import add_days
from tests.queries.clocks_ledger import ledger
from tests.queries.clocks_steps import STEPS, life
from tests.queries.clocks_world import World

pytestmark = pytest.mark.django_db
STEPS_OF_A_LIFE = 6
LIVES = [6, pytest.param(300, marks=pytest.mark.bench)]
# Where a duty's own subject leads to a request, all of whose children it is about.
REQUESTED = {
    Subject.REQUEST: "pk",
    Subject.THINKING_TIME: "thinking_time",
    Subject.MEETING: "bookings",
}


class Due(NamedTuple):
    """One duty of one child by the second count."""

    due: dt.date
    code: Code
    subject: int
    child: int
    family: int
    owner: int | None
    role: str


class Told(NamedTuple):
    """The world's people and children by hand, once a step."""

    people: dict[int, User]
    families: dict[int, int]
    teams: set[tuple[int, int | None]]

    def may_hold(self, person: int | None, code: Code, child: int) -> bool:
        one = self.people.get(person or 0)
        return one is not None and holds(one.role, CATALOGUE[code].acts) and self.sees(one, child)

    def sees(self, one: User, child: int) -> bool:
        return one.role in SEES_WHOLE_UNIT or (child, one.team_id) in self.teams


def told(world: World) -> Told:
    children = world.family.children.model.objects.unscoped("test")
    held = Allocation.objects.unscoped("test").filter(end_date=None)
    return Told(
        {one.pk: one for one in User.objects.filter(is_active=True, is_system=False)},
        {child.pk: child.family_id or -child.pk for child in children},
        set(held.values_list("child", "team")),
    )


def by_hand(world: World, on: dt.date, known: Told) -> list[Due]:
    """What stands on a day, a row a child: in force, possible, due within the notice of 20 working days."""
    until = world.calendar.add(on, 20).due
    found = []
    for (code, subject, started, _), one in ledger(world.calendar).items():
        open_ = (one.met is None or one.met > on) and (one.gone is None or one.gone > on)
        if not (one.due and started <= on and one.due <= until and one.is_ready and open_):
            continue
        for child in children_of(code, subject):
            is_held = known.may_hold(one.owner, code, child)
            role = known.people[one.owner].role if is_held else CATALOGUE[code].role
            owner = one.owner if is_held else None
            found.append(Due(one.due, code, subject, child, known.families[child], owner, str(role)))
    return found


def children_of(code: Code, subject: int) -> list[int]:
    of = CATALOGUE[code].subject
    model: Any = Duty._meta.get_field(FIELD[of]).related_model
    row = model.objects.unscoped("test").get(pk=subject)
    if of in REQUESTED:
        request = row if of is Subject.REQUEST else row.request
        return [asked.child_id for asked in request.children.all()]
    return [row.child_id]


FIELD = {
    Subject.ENQUIRY: "enquiry",
    Subject.TRANSFER_IN: "transfer_in",
    Subject.REQUEST: "request",
    Subject.PLAN: "plan",
    Subject.CONSULTATION: "consultation",
    Subject.THINKING_TIME: "thinking_time",
    Subject.MEETING: "booking",
}


def raised() -> Counter[tuple[Any, ...]]:
    rows = Duty.objects.unscoped("test").filter(closed_at=None)
    return Counter(
        (one.due_date, one.kind, getattr(one, f"{FIELD[CATALOGUE[Code(one.kind)].subject]}_id"), one.child_id)
        + (one.owner_id, one.owner_role)
        for one in rows
    )


def lists_by_hand(person: User, standing: list[Due], on: dt.date, known: Told) -> dict[Part, Counter[Any]]:
    """{list: lines}: a line for the siblings who have the same to do by the same day."""
    mine = [
        one
        for one in standing
        if (one.owner == person.pk or (one.owner is None and one.role == person.role))
        and known.sees(person, one.child)
    ]
    sunday = on + dt.timedelta(days=6 - on.weekday())
    found: dict[Part, Counter[Any]] = {part: Counter() for part in (Part.TODAY, Part.WEEK, Part.LATER)}

    def key(one: Due) -> tuple[Any, ...]:
        return one.due, one.code, one.family, one.owner or 0

    for (due, code, _, _), group in groupby(sorted(mine, key=key), key=key):
        part = Part.TODAY if due <= on else Part.WEEK if due <= sunday else Part.LATER
        found[part][due, code.value, tuple(sorted(one.child for one in group))] += 1
    return found


def lists_shown(person: User, on: dt.date) -> dict[Part, Counter[Any]]:
    return {
        part: Counter(
            (line.due_date, str(line.kind), tuple(sorted(line.children)))
            for line in work_list(person, part, on=on, page="all")[0].lists[part].lines
        )
        for part in (Part.TODAY, Part.WEEK, Part.LATER)
    }


def look(world: World, steps: list[str], seed: int) -> int:
    """Compare after a scan on a day; how many duties stand."""
    # Near the end of the calendar nothing is scanned any longer: more holidays are asked for long before.
    at = world.moment(min(world.day(), add_days(world.calendar.last, -60)))
    on = day_of(at)
    scan(on=on, at=at)
    known = told(world)
    standing = by_hand(world, on, known)
    expected = Counter((d.due, str(d.code), d.subject, d.child, d.owner, d.role) for d in standing)
    assert raised() == expected, (seed, steps, on)
    for person in (*world.chairs, *world.workers, world.support, world.lead):
        own = known.people.get(person.pk)
        if own is not None:
            assert lists_shown(own, on) == lists_by_hand(own, standing, on, known), (
                seed,
                steps,
                on,
                own.role,
            )
    return len(standing)


@pytest.mark.parametrize("lives", LIVES)
def test_duties_and_lists_are_those_of_the_second_count_after_every_step(lives, monkeypatch):
    stood = 0
    for seed in range(lives):
        with transaction.atomic():
            world, steps = life(seed), []
            for module in (reader, duties, duties_ladder, duties_parts):
                monkeypatch.setattr(module, "england", lambda world=world: world.calendar)
            for _ in range(STEPS_OF_A_LIFE):
                steps.append(world.step(STEPS))
                stood += look(world, steps, seed)
            transaction.set_rollback(True)
        reader.calendar_parameters.cache_clear()
    assert stood > lives
