"""Every operation answers for a record that its person may not see as if it were not there: 404, whatever the
role, and wherever among its arguments the record stands.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from conferences.operations.requests import ChildAsk
from safeguarding.models import Bar, Child, RestrictedGrant, User
from safeguarding.models.base import ChildRecord
from safeguarding.operation import operation
from safeguarding.refusals import NOT_FOUND, Refused
from safeguarding.rights import Permission, holds
from tests import factories as make
from tests.access.world import World, build
from tests.guards.test_operations import operations

pytestmark = pytest.mark.django_db
GOVERNED = (RestrictedGrant, Bar)
DO = (
    "Take the record itself, bare or in a list, a mapping or a dataclass, and not its id: then @operation "
    "checks its scope. Where the world of tests/access holds none of its kind, plant one in story.py."
)
Pack = Callable[[Any], Any]


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """One council for the tests of this file, each of which undoes what it did, undone at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build()
        transaction.set_rollback(True)


@dataclass(frozen=True)
class Place:
    """Where a record may stand among the arguments of an operation."""

    operation: str
    act: Callable[..., Any]
    parameter: str
    kind: type
    pack: Pack


def ways(annotation: Any) -> Iterator[tuple[type, Pack]]:
    """Each kind of record that a value of this type may hold, and how one is packed into such a value."""
    origin, inner = get_origin(annotation) or annotation, get_args(annotation)
    of = origin if inspect.isclass(origin) else object
    if issubclass(of, (ChildRecord, *GOVERNED)):
        yield of, lambda record: record
    elif is_dataclass(of):
        hints = get_type_hints(of)
        yield from (found for one in fields(of) for found in _within(hints[one.name], _field(of, one.name)))
    elif issubclass(of, Mapping):
        yield from _within(inner[0], lambda record: {record: None})
        yield from _within(inner[1], lambda record: {None: record})
    else:
        around: Pack = (lambda thing: [thing]) if issubclass(of, Collection) else (lambda thing: thing)
        yield from (found for one in inner for found in _within(one, around))


def _field(of: Any, name: str) -> Pack:
    return lambda thing: of(**dict.fromkeys([one.name for one in fields(of)]) | {name: thing})


def _within(annotation: Any, around: Pack) -> Iterator[tuple[type, Pack]]:
    yield from ((kind, _packed(pack, around)) for kind, pack in ways(annotation))


def _packed(pack: Pack, around: Pack) -> Pack:
    return lambda record: around(pack(record))


def places(name: str, act: Callable[..., Any]) -> list[Place]:
    hints = {key: hint for key, hint in get_type_hints(act).items() if key not in ("return", "by")}
    return [Place(name, act, key, kind, pack) for key, hint in hints.items() for kind, pack in ways(hint)]


def record_of(kind: Any, child: Child) -> Any:
    """One of this kind about the child, of whom nothing is in the scope of anybody asked here."""
    if kind is RestrictedGrant:
        return make.RestrictedGrantFactory(child=child)
    if kind is Bar:
        return make.BarFactory(family=child.family)
    return kind.every.filter(**{kind.CHILD_PATH or "pk": child.pk}).first()


def open_to(place: Place, child: Child, people: list[User]) -> list[str]:
    """Who holds the right and is not answered 404 for such a record of a family they are barred from."""
    hidden, found = place.pack(record_of(place.kind, child)), []
    for by in [user for user in people if holds(user.role, place.act.needs)]:  # type: ignore[attr-defined]
        given = dict.fromkeys(inspect.signature(place.act).parameters) | {place.parameter: hidden, "by": by}
        try:
            place.act(**given)
            answer = "done"
        except Refused as refusal:
            answer = str(refusal.status)
        if answer != str(NOT_FOUND):
            found.append(f"{place.operation}({place.parameter}={place.kind.__name__}) by {by.role}: {answer}")
    return found


def everywhere() -> list[Place]:
    return [place for name, act in operations() for place in places(name, act)]


def test_no_operation_reaches_a_record_out_of_scope(world: World) -> None:
    child, people = world.children["BARRED"], [user for role, user in world.people.items() if role != "GIVER"]
    assert [found for place in everywhere() for found in open_to(place, child, people)] == [], DO


def test_records_are_found_however_they_are_packed() -> None:
    known = {
        (place.operation.rpartition(".")[2], place.parameter, place.kind.__name__) for place in everywhere()
    }
    for parameter, kind in (("family", "Family"), ("children", "Child"), ("children", "Plan")):
        assert ("request_conference", parameter, kind) in known
    assert ("hold", "entries", "Child") in known and ("show_address", "place", "Household") in known
    (ask,) = (pack for kind, pack in ways(list[ChildAsk]) if kind is Child)
    child = make.ChildFactory()
    assert ask(child)[0].child == child


def test_a_planted_operation_that_looks_at_no_scope_is_found(world: World) -> None:
    @operation(needs=Permission.READ_CHILD, sees=lambda user, kind: kind.every.all())
    def peep(*, child: Child, by: User) -> Child:
        return child

    (place,) = places("peep", peep)
    found = open_to(place, world.children["BARRED"], [world.people["CHAIR"]])
    assert found == ["peep(child=Child) by CHAIR: done"]
