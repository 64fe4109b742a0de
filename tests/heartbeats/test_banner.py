"""What stands still is told to those who look after the service, and what follows from it on My work."""

import datetime as dt

import pytest
from django.test import Client

from safeguarding.clock import now
from safeguarding.models import Heartbeat
from safeguarding.rights import Permission, Role, holds
from tests.accounts.people import freshly
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
FOR_THEM = "The worker has not worked since"
FOR_ALL = "Reminders by email are held up at present."
LOOK_AFTER = [role for role in Role if holds(role, Permission.LOOK_AFTER_SERVICE)]


def page(role: Role, address: str) -> str:
    client = freshly(Client(), UserFactory(role=role))
    return client.get(address).content.decode()


@pytest.fixture
def no_worker() -> None:
    Heartbeat.objects.filter(part="WORKER").update(worked_at=now() - dt.timedelta(minutes=2))


@pytest.mark.parametrize("role", LOOK_AFTER)
@pytest.mark.parametrize("address", ["/", "/rights", "/limits"])
def test_those_who_look_after_the_service_are_told_on_every_page(role, address, no_worker):
    assert FOR_THEM in page(role, address)


@pytest.mark.parametrize("role", sorted(set(Role) - set(LOOK_AFTER)))
def test_the_others_are_told_what_follows_where_it_concerns_them(role, no_worker):
    work, rights = page(role, "/"), page(role, "/rights")
    assert FOR_ALL in work and FOR_THEM not in work
    assert FOR_ALL not in rights


@pytest.mark.parametrize("role", Role)
def test_nothing_is_said_while_all_is_well(role):
    assert "The service" not in page(role, "/")


def test_nobody_is_told_anything_before_signing_in(no_worker):
    assert FOR_ALL not in Client().get("/account/login").content.decode()
