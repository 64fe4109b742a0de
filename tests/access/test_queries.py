"""Every page asks the database a fixed number of times, as it is written here, however much there is."""

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, reverse

from safeguarding.accounts.signin import sessions
from safeguarding.pages.middleware import policy_of
from safeguarding.rights import holds
from tests.access.growth import end, grow, refuse, sign, wait
from tests.access.queries import MOST, NO_PAGES
from tests.access.walk import NOBODY, NOT_TAKEN, sample_of
from tests.access.world import World, build
from tests.accounts.people import freshly
from tests.guards.test_urls import patterns

pytestmark = pytest.mark.django_db
NOT_HERE = (
    "Write down in tests/access/queries.py how often it asks (MOST), or why it is no page (NO_PAGES). A page"
    " that opens only in a later state of the story is opened by a step in tests/access/growth.py."
)


Change = Callable[[World], None]
CHANGES: tuple[Change | None, ...] = (None, sign, wait, refuse, end)


@dataclass(frozen=True)
class Asked:
    """Who read a page, in which state of the story, and how often it asked."""

    role: str
    times: int
    change: Change | None = None


class Readers:
    """One person a role, and nobody; for each page the first who may read it. `shut`: what takes no GET."""

    def __init__(self, world: World, shut: set[str]) -> None:
        self.world, self.shut = world, shut
        people = {role: user for role, user in world.people.items() if role != "GIVER"}
        self.clients = {role: freshly(Client(), user) for role, user in people.items()} | {NOBODY: Client()}

    def asks(self, pattern: URLPattern) -> Asked | None:
        """Who reads the page and how often it asks for them, once it was read; None where nobody may."""
        return next(
            (asked for role in self._who_may(pattern) if (asked := self.asks_of(role, pattern))), None
        )

    def asks_of(self, role: str, pattern: URLPattern) -> Asked | None:
        sample = sample_of(pattern)
        address = reverse(pattern.name, args=sample.args(self.world)[0]) + sample.queries[-1]
        answer = self.clients[role].get(address)
        if answer.status_code == NOT_TAKEN:
            # Before anything is read: so it answers everybody, whatever there is.
            self.shut.add(pattern.name)
        if answer.status_code != 200 or not answer["Content-Type"].startswith("text/html"):
            return None
        with CaptureQueriesContext(connection) as asked:
            self.clients[role].get(address)
        return Asked(role, len(asked))

    def _who_may(self, pattern: URLPattern) -> Iterator[str]:
        policy = policy_of(pattern.callback)
        who = ("CHAIR", "SOCIAL_WORKER", NOBODY)
        if policy is not None and policy.permission is not None:
            who = tuple(role for role in self.clients if role and holds(role, policy.permission))
        return (role for role in who if pattern.name not in self.shut)


def states(world: World) -> dict[str, Asked]:
    """{page: who reads it, how often it asks}, in the first state of the story in which it opens."""
    found: dict[str, Asked] = {}
    shut: set[str] = set()
    for change in CHANGES:
        with changed(world, change):
            readers = Readers(world, shut)
            missing = [pattern for pattern in patterns() if pattern.name not in found.keys() | shut]
            opened = {p.name: asked for p in missing if (asked := readers.asks(p))}
            found |= {name: replace(asked, change=change) for name, asked in opened.items()}
    return found


def once_more(world: World, found: dict[str, Asked]) -> dict[str, Asked]:
    """The same pages, read by the same people in the same states."""
    again: dict[str, Asked] = {}
    for change in CHANGES:
        with changed(world, change):
            readers = Readers(world, set())
            known = [p for p in patterns() if p.name in found and found[p.name].change is change]
            asked = {p.name: readers.asks_of(found[p.name].role, p) for p in known}
            again |= {name: one for name, one in asked.items() if one}
    return again


def times(found: dict[str, Asked]) -> dict[str, int]:
    return {name: asked.times for name, asked in found.items()}


@contextmanager
def changed(world: World, change: Change | None) -> Iterator[None]:
    """The story one state further, and back."""
    with transaction.atomic():
        if change:
            change(world)
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def counted(django_db_setup, django_db_blocker):
    """{page: times} with a little behind each page, and with much.

    Which pages there are is found out where there is much: one that opens there alone, or no more, is told
    by test_every_page_has_its_number.
    """
    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        # A session notes once a minute that it is in use, on whichever page that minute ends.
        patch.setattr(sessions, "GRAIN_SECONDS", math.inf)
        world = build()
        grow(world, range(1, 3))
        with changed(world, lambda world: grow(world, range(3, 9))):
            many = states(world)
        few = once_more(world, many)
        yield times(few), times(many)
        transaction.set_rollback(True)


def test_no_page_asks_more_often_because_there_is_more(counted):
    few, many = counted
    more = {name: (few.get(name), many[name]) for name in many if many[name] != few.get(name)}
    assert more == {}, "It asks once for each of something: fetch them together (prefetch, or one id__in)."


def over(found: dict[str, int], most: dict[str, int]) -> dict[str, tuple[int, int]]:
    return {name: (number, most[name]) for name, number in found.items() if number > most.get(name, number)}


def test_no_page_asks_more_often_than_is_written_down(counted):
    _, many = counted
    assert over(many, MOST) == {}, (
        "Ask less, or write the new number in MOST and say in the commit what it buys."
    )


def unwritten(pages: set[str], names: set[str]) -> list[str]:
    """Pages without their number, addresses of neither kind, and lines without an address."""
    written = MOST.keys() | NO_PAGES.keys()
    return sorted((pages - MOST.keys()) | (names - pages - NO_PAGES.keys()) | (written - names))


def test_every_page_has_its_number(counted):
    _, many = counted
    assert unwritten(set(many), {p.name for p in patterns()}) == [], NOT_HERE


def test_a_planted_page_without_its_number_is_found():
    names = MOST.keys() | NO_PAGES.keys() | {"planted"}
    assert unwritten(MOST.keys() | {"planted"}, names) == ["planted"]


def test_a_planted_page_that_asks_once_too_often_is_found():
    assert over({"child": MOST["child"] + 1, "family": MOST["family"]}, MOST) == {
        "child": (MOST["child"] + 1, MOST["child"])
    }
