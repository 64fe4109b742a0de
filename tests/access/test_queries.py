"""Every page asks the database a fixed number of times, as it is written here, however much there is."""

import math

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
from tests.access.walk import NOBODY, sample_of
from tests.access.world import World, build
from tests.accounts.people import freshly
from tests.guards.test_urls import patterns

pytestmark = pytest.mark.django_db
NOT_HERE = (
    "Write down in tests/access/queries.py how often it asks (MOST), or why it is no page (NO_PAGES). A page"
    " that opens only in a later state of the story is opened by a step in tests/access/growth.py."
)


class Readers:
    """One person a role, and nobody; for each page the first who may read it."""

    def __init__(self, world: World) -> None:
        self.world = world
        people = {role: user for role, user in world.people.items() if role != "GIVER"}
        self.clients = {role: freshly(Client(), user) for role, user in people.items()} | {NOBODY: Client()}

    def asks(self, pattern: URLPattern) -> int | None:
        """How often the page asks, once it was read; None where it is no page for anybody."""
        sample = sample_of(pattern)
        address = reverse(pattern.name, args=sample.args(self.world)[0]) + sample.queries[-1]
        for client in self._who_may(pattern):
            answer = client.get(address)
            if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
                with CaptureQueriesContext(connection) as asked:
                    client.get(address)
                return len(asked)
        return None

    def _who_may(self, pattern: URLPattern) -> list[Client]:
        policy = policy_of(pattern.callback)
        if policy is None or policy.permission is None:
            return [self.clients[role] for role in ("CHAIR", "SOCIAL_WORKER", NOBODY)]
        return [c for role, c in self.clients.items() if role and holds(role, policy.permission)]


def states(world: World) -> dict[str, int]:
    """{page: times}: each page in the first state of the story in which it opens."""
    found: dict[str, int] = {}
    for change in (None, sign, wait, refuse, end):
        with transaction.atomic():
            if change:
                change(world)
            readers = Readers(world)
            missing = [pattern for pattern in patterns() if pattern.name not in found]
            found |= {p.name: n for p in missing if (n := readers.asks(p)) is not None}
            transaction.set_rollback(True)
    return found


@pytest.fixture(scope="module")
def counted(django_db_setup, django_db_blocker):
    """{page: times} with a little behind each page, and with much."""
    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        # A session notes once a minute that it is in use, on whichever page that minute ends.
        patch.setattr(sessions, "GRAIN_SECONDS", math.inf)
        world = build()
        grow(world, range(1, 3))
        few = states(world)
        grow(world, range(3, 9))
        yield few, states(world)
        transaction.set_rollback(True)


def test_no_page_asks_more_often_because_there_is_more(counted):
    few, many = counted
    more = {name: (few[name], many[name]) for name in few if many.get(name) != few[name]}
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
