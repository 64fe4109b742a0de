"""Liveness and readiness: what each part being down does to the answer."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client

from safeguarding.celery import app
from safeguarding.pages import health


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
    assert response.json() == {"status": "ok", "database": "ok", "migrations": "ok", "redis": "ok"}
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.django_db
def test_without_redis_pages_are_still_served(client: Client, without_redis: None) -> None:
    response = client.get("/health/ready")
    assert response.status_code == 200
    assert (response.json()["status"], response.json()["redis"]) == ("degraded", "down")


@pytest.mark.django_db
def test_a_missing_migration_is_not_ready(client: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'sessions'")
    response = client.get("/health/ready")
    assert response.status_code == 503
    assert response.json()["migrations"] == "not applied"


def test_without_a_database_it_says_so_at_once(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(connection.settings_dict, "HOST", "/nowhere")
    response = client.get("/health/ready")
    assert response.status_code == 503
    assert response.json()["database"] == response.json()["migrations"] == "down"


@pytest.mark.django_db
def test_a_prober_may_only_look(client: Client) -> None:
    assert client.post("/health/ready").status_code == 405
