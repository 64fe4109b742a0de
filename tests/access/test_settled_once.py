"""What a person may see is settled once a page: one statement asks for their bars and names, and no other.

The walk of test_matrix.py asks it of every page; here stands what may ask more, and how it is counted.
"""

from collections import Counter

import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, path, reverse

from safeguarding.access import Permission, needs, scope
from safeguarding.clock import now
from safeguarding.models import Child, Family
from safeguarding.urls import urlpatterns as product
from tests.access.planted import settles_again
from tests.access.walk import sample_of, settles
from tests.access.world import KINDS, World
from tests.accounts.people import freshly
from tests.cast import person
from tests.factories import ChildFactory
from tests.guards.test_urls import patterns

ROLES = ("CHAIR", "STRATEGIC_LEAD", "SOCIAL_WORKER", "BUSINESS_SUPPORT", "REVIEWER", "INFORMATION_GOVERNANCE")
NOT_OFFERED = "who a bar or a restriction keeps from the children is not offered"
# What asks about bars and names themselves, beyond the one statement, and why.
ASK_MORE = {
    "child": (1, "it says who named the reader for a restricted child, and until when"),
    "child_timeline": (1, "it says who named the reader for a restricted child, and until when"),
    "child_facts": (1, "it says who named the reader for a restricted child, and until when"),
    "child_access": (1, "it lists the people who are named for the child"),
    "restricted": (1, "it counts the people who are named for each child"),
    "restricted_waiting": (
        4,
        "it says who is named for each record, who is barred, and what nobody can take",
    ),
    "my_work": (4, "who names people is told there how many records wait for a name"),
    "bars": (1, "it lists the bars"),
    "bar_lift": (1, "it shows the bar"),
    "book": (5, f"{NOT_OFFERED}, to take the minutes, to chair or to agree to a late day"),
    "book_held": (4, f"{NOT_OFFERED}, to take the minutes, to chair or to agree to a late day"),
    "booking_take_over": (1, "a chair whom a bar or a restriction keeps from the children is not offered"),
    "record_adjourn": (4, f"{NOT_OFFERED}, to chair or to agree to a late day"),
    "booking_minutes": (1, "who a bar or a restriction keeps from the children is not offered"),
    "booking_move": (4, f"{NOT_OFFERED}, to chair or to agree to a late day"),
}


def settled(client: Client, address: str) -> tuple[int, int]:
    """The status of an answer, and how many statements asked for bars or names on the way to it."""
    with transaction.atomic(), CaptureQueriesContext(connection) as captured:
        status = client.get(address).status_code
        transaction.set_rollback(True)
    return status, sum(settles(q["sql"]) for q in captured)


def about(world: World, pattern: URLPattern) -> list[tuple]:
    """What fills the address for the open child, and for the one they are named for."""
    return sample_of(pattern).args(world)[:: KINDS.index("NAMED")][:2]


def too_often(asked: dict[str, int]) -> dict[str, int]:
    """{page: statements} of those that settle it more than once."""
    return {name: times for name, times in asked.items() if times > 1 + ASK_MORE.get(name, (0, ""))[0]}


def asked_too_often(world: World, role: str) -> dict[str, int]:
    """The same for a person of the role, of the pages whose bare address the walk leaves out."""
    client, asked = Client(), Counter()
    freshly(client, world.people[role])
    for pattern in patterns():
        for args in about(world, pattern) if "" not in sample_of(pattern).queries else ():
            _, times = settled(client, reverse(pattern.name, args=args))
            asked[pattern.name] = max(asked[pattern.name], times)
    return too_often(asked)


# ----- A planted fault, and what a request keeps ------------------------------------------------------------


@needs(Permission.READ_CHILD)
def settles_once(request):
    return HttpResponse(f"{scope(request.user, Child).count()} {scope(request.user, Family).count()}")


urlpatterns = [path("again", settles_again), path("once", settles_once), *product]


@pytest.mark.django_db
@pytest.mark.parametrize(("address", "asked"), [("/again", 2), ("/once", 1)])
def test_a_planted_page_that_settles_twice_is_found(client, address, asked):
    client.force_login(person("CHAIR"))
    with override_settings(ROOT_URLCONF=__name__):
        assert settled(client, address) == (200, asked)


@pytest.mark.django_db
def test_the_next_request_settles_it_anew(client):
    child, chair = ChildFactory(), person("CHAIR")
    client.force_login(chair)
    address = reverse("child", args=[child.ref])
    assert client.get(address).status_code == 200
    chair.bars.create(
        family=child.family, reason="A neighbour", barred_by=person("STRATEGIC_LEAD"), barred_at=now()
    )
    assert client.get(address).status_code == 404
