"""The page of the go-live day, what other pages say before it, and the list of what was due before."""

import datetime as dt

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from conferences.queries.duties_list import A_PAGE, FEW
from safeguarding.models import GoLive
from safeguarding.rights import Role
from tests.accounts.people import freshly
from tests.cast import person
from tests.factories import (
    AllocationFactory,
    ChildFactory,
    DutyFactory,
    FamilyFactory,
    TeamFactory,
    UserFactory,
)
from tests.golive import live_from
from tests.views.pages import text

pytestmark = pytest.mark.django_db
# A Wednesday, and the Monday before it.
NOON, LIVE = dt.datetime(2018, 6, 6, 12, tzinfo=dt.UTC), dt.date(2018, 6, 4)
NOT_LIVE = "Not live yet: nothing is sent and no duties are raised"
PAGE = "/go-live"


@pytest.fixture(autouse=True)
def midweek():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def client() -> Client:
    live_from(None)
    return freshly(Client(), person("SYSTEM_ADMINISTRATOR"))


def send(client, day, **fields):
    boxes = {f"day_{part}": getattr(day, part) for part in ("day", "month", "year")} if day else {}
    return client.post(PAGE, boxes | fields, follow=True)


def test_an_administrator_sets_the_day_and_moves_it(client):
    assert "Set the day" in text(client.get(PAGE))
    answer = text(send(client, dt.date(2018, 6, 9)))
    assert "The service goes live on Saturday 9 June 2018." in answer
    assert "The first lists go out by email on Monday 11 June 2018." in answer
    assert "Enter why the day is moved" in text(send(client, dt.date(2018, 6, 18)))
    moved = text(send(client, dt.date(2018, 6, 18), reason="The training is late."))
    assert "18 June 2018 Sample System administrator" in moved and "The training is late." in moved


def test_today_is_asked_for_twice_and_then_nothing_more_can_be_set(client):
    first = send(client, NOON.date())
    assert "Say that you mean today: it cannot be taken back" in text(first) and not GoLive.objects.exists()
    assert 'value="6"' in first.content.decode()
    answer = text(send(client, NOON.date(), is_today_meant="on"))
    assert "The service goes live now" in answer and "Set the day" not in answer
    late = text(send(client, dt.date(2018, 7, 2), reason="Too early."))
    assert "The go-live day has come" in late and "Too early." in late


@pytest.mark.parametrize(("day", "when"), [(None, "No go-live day is set."), (dt.date(2018, 6, 7), "7 June")])
@pytest.mark.parametrize("role", Role)
def test_everybody_reads_on_my_work_that_nothing_is_raised_or_sent(role, day, when):
    live_from(day)
    shown = text(freshly(Client(), UserFactory(role=role)).get("/"))
    assert NOT_LIVE in shown and when in shown


def test_first_steps_and_the_service_say_it_too_until_the_day(client):
    for address in ("/first-steps", "/service"):
        assert NOT_LIVE in text(client.get(address))
    assert "A go-live day None yet. Until it nothing is sent" in text(client.get("/first-steps"))
    assert "Live Not yet, and no day is set." in text(client.get("/service"))
    assert client.get("/health/ready").json()["live"] == "not yet"
    live_from(LIVE)
    for address in ("/first-steps", "/service", "/"):
        assert NOT_LIVE not in text(client.get(address))
    assert "Live Since Monday 4 June 2018" in text(client.get("/service"))


# ----- Begun before go-live --------------------------------------------------------------------------------


def due(number, day, **fields):
    return [DutyFactory(child=ChildFactory(), due_date=day, **fields) for _ in range(number)]


@pytest.fixture
def worker():
    live_from(LIVE)
    return UserFactory(role="CHAIR")


def test_what_was_due_before_stands_in_a_list_of_its_own(worker):
    before, since = dt.date(2018, 6, 1), dt.date(2018, 6, 5)
    due(A_PAGE + 5, before, owner=worker), due(2, since, owner=worker)
    client = freshly(Client(), worker)
    shown = text(client.get("/"))
    assert "Do today (2, 2 late)" in shown and f"Begun before go-live ({A_PAGE + 5})" in shown
    assert f"{FEW} of {A_PAGE + 5}, the oldest first. See all {A_PAGE + 5} begun before go-live" in shown
    whole = client.get(reverse("my_work_list", args=["before-go-live"]))
    assert whole.content.count(b'role="rowheader"') == A_PAGE and "Page 1 of 2" in text(whole)


def test_it_can_be_narrowed_and_siblings_are_one_line(worker):
    family = FamilyFactory()
    for child in ChildFactory.create_batch(2, family=family):
        DutyFactory(child=child, due_date=dt.date(2018, 5, 1), owner=worker)
    due(3, dt.date(2018, 5, 1), owner=worker, kind="SEND_LETTERS")
    client = freshly(Client(), worker)
    assert "Begun before go-live (4)" in text(client.get("/"))
    assert "Begun before go-live (3)" in text(client.get("/?what=SEND_LETTERS"))


def test_a_manager_finds_the_teams_there_with_whose_each_is(worker):
    team = TeamFactory()
    mate = UserFactory(role="SOCIAL_WORKER", team=team, full_name="Basil Example")
    for duty in [*due(2, dt.date(2018, 5, 1), owner=mate), *due(1, dt.date(2018, 6, 5), owner=mate)]:
        AllocationFactory(child=duty.child, team=team, worker=mate)
    client = freshly(Client(), UserFactory(role="TEAM_MANAGER", team=team))
    shown = text(client.get("/"))
    assert "Begun before go-live (2)" in shown and "The team’s work (1, 1 late)" in shown
    assert "Basil Example" in text(client.get(reverse("my_work_list", args=["before-go-live"])))
