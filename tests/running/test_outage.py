"""A database server that is killed and comes back: how soon each is known, with a real one."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
import pytest
from django.db import OperationalError, connection, connections
from pytest_django import DjangoDbBlocker

from safeguarding.deployment.database.base import DatabaseWrapper, outage
from tests.running.processes import servers, url_of, users

pytestmark = pytest.mark.services


@pytest.fixture(autouse=True)
def _any_database(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        yield


@contextmanager
def pages_of(folder: Path) -> Iterator[DatabaseWrapper]:
    """Connections to the server of this folder, as the pages have them."""
    given: dict[str, Any] = connection.settings_dict
    host = url_of(folder).split("host=")[1].split("&")[0].replace("%2F", "/")
    options = {**given["OPTIONS"], "pool": {"min_size": 1, "max_size": 4}}
    pages = DatabaseWrapper({**given, "NAME": "safeguarding", "HOST": host, "OPTIONS": options}, "outage")
    connections["outage"] = pages
    try:
        yield pages
    finally:
        pages.close_pool()
        del connections["outage"]
        outage.is_on = False


def kill(folder: Path) -> None:
    """The server and every process of it, as when the machine is gone."""
    server = psutil.Process(servers(folder)["postgres"][0])
    for process in (server, *server.children()):
        process.kill()


def page(pages: DatabaseWrapper) -> float:
    """How many seconds a page took that asks the database once."""
    begun = time.monotonic()
    try:
        with pages.cursor() as cursor:
            cursor.execute("SELECT 1")
    finally:
        pages.close()
        pages.seconds = time.monotonic() - begun  # type: ignore[attr-defined]
    return pages.seconds  # type: ignore[attr-defined,no-any-return]


def failed_page(pages: DatabaseWrapper) -> float:
    """How many seconds a page took to say that the database is away."""
    with pytest.raises(OperationalError):
        page(pages)
    return float(pages.seconds)  # type: ignore[attr-defined]


def test_pages_fail_at_once_while_the_server_is_away_and_come_back_with_it(folder: Path) -> None:
    with users(1, folder), pages_of(folder) as pages:
        page(pages)
        kill(folder)
        assert failed_page(pages) < 2
        assert max(failed_page(pages) for _ in range(20)) < 0.5
        with users(1, folder):
            assert page(pages) < 2
            assert page(pages) < 0.5


def test_a_server_that_came_back_unseen_costs_no_page(folder: Path) -> None:
    with users(1, folder), pages_of(folder) as pages:
        page(pages)
        kill(folder)
        with users(1, folder):
            assert page(pages) < 2
