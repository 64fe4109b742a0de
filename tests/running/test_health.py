"""Liveness and readiness: what each part being down does to the answer."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from pytest_django import DjangoDbBlocker

from safeguarding.celery import app
from safeguarding.clock import now
from safeguarding.deployment.database.base import outage
from safeguarding.heartbeats import surroundings
from safeguarding.models import Heartbeat
from safeguarding.pages import health

WHOLE = ("database", "migrations", "redis", "disk", "worker", "beat", "mail", "scan")


@pytest.fixture(autouse=True)
def forget() -> None:
    health.Applied.known = False


@pytest.fixture
def without_redis() -> Any:
    before = app.conf.broker_read_url
    app.conf.broker_read_url = "redis+socket:///nowhere?virtual_host=0"
    yield
    app.conf.broker_read_url = before


def test_live_asks_nobody(client: Client) -> None:
    response = client.get("/health/live")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})


@pytest.mark.django_db
def test_ready_when_all_answer(client: Client) -> None:
    response = client.get("/health/ready")
    assert response.status_code == 200
    assert response.json() == dict.fromkeys(["status", *WHOLE], "ok") | {"live": "yes"}
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.django_db
def test_without_redis_pages_are_still_served(client: Client, without_redis: None) -> None:
    response = client.get("/health/ready")
    assert response.status_code == 200
    assert (response.json()["status"], response.json()["redis"]) == ("degraded", "down")


@pytest.mark.django_db
@pytest.mark.parametrize("part", ["WORKER", "BEAT", "MAIL"])
def test_what_stands_still_is_named_while_pages_are_served(client: Client, part: str) -> None:
    long_ago = now() - dt.timedelta(minutes=2)
    Heartbeat.objects.filter(part=part).update(worked_at=long_ago, wrong="TimeoutError", tried_at=now())
    ready, working = client.get("/health/ready"), client.get("/health/working")
    assert (ready.status_code, working.status_code) == (200, 503)
    assert ready.json() == working.json()
    assert [name for name, word in ready.json().items() if word == "down"] == [part.lower()]


@pytest.mark.django_db
def test_a_watcher_is_told_that_all_is_well(client: Client) -> None:
    assert client.get("/health/working").status_code == 200


@pytest.mark.django_db
def test_a_disk_that_is_nearly_full_wakes_somebody_and_serves_pages(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(surroundings, "ROOM_BYTES", 10**18)
    ready, working = client.get("/health/ready"), client.get("/health/working")
    assert (ready.status_code, working.status_code, ready.json()["disk"]) == (200, 503, "down")


@pytest.mark.django_db
def test_a_missing_migration_is_not_ready(client: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'sessions'")
    response = client.get("/health/ready")
    assert response.status_code == 503
    assert response.json()["migrations"] == "not applied"


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The database is away, for this test: the pool that looked for it there is not left to the next."""
    connection.close()
    connection.close_pool()
    with monkeypatch.context() as patched:
        patched.setitem(connection.settings_dict, "HOST", "/nowhere")
        patched.setattr(outage, "is_on", True)
        yield
        connection.close()
        connection.close_pool()
    outage.is_on = False


def test_without_a_database_it_says_so_at_once(
    client: Client, nowhere: None, django_db_blocker: DjangoDbBlocker
) -> None:
    with django_db_blocker.unblock():
        response = client.get("/health/ready")
    assert response.status_code == 503
    assert response.json()["database"] == response.json()["migrations"] == "down"


@pytest.mark.django_db
def test_a_prober_may_only_look(client: Client) -> None:
    assert client.post("/health/ready").status_code == 405
