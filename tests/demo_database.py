"""A database that holds the demo, copied for the tests that want it: seeding takes long, copying does not.

Two fixtures: `demo` for a module of tests that leave nothing behind (`db`), and `fresh_demo` for one that
commits or serves pages to a browser. Both give the day the demo is told for: today, so that late is late.
"""

import datetime as dt
import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from psycopg import sql
from pytest_django import DjangoDbBlocker

from safeguarding.clock import today
from safeguarding.deployment import localservices
from tests import database

PREFIX = "seeded_"
LOCK = 5_202_019
# What the demo's contents hang on, beside the tables and the day.
SOURCES = (
    "conferences/demo/*.py",
    "conferences/data/**/*.csv",
    "conferences/rules/timelimits.py",
    "conferences/rules/look_ups.py",
    "conferences/queries/look_ups*.py",
    "conferences/rules/replans.py",
    "conferences/rules/deadlines.py",
    "conferences/operations/*.py",
    "conferences/queries/clocks/*.py",
    "safeguarding/policy/*.py",
    "conferences/rules/vocabulary.py",
    "safeguarding/workingdays.py",
    "safeguarding/bankholidays.json",
)


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[dt.date]:
    """The module's tests find the demo in the database; each is rolled back."""
    with django_db_blocker.unblock(), using_a_copy() as day:
        yield day


@pytest.fixture
def fresh_demo(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[dt.date]:
    """A demo of one's own, to be changed at will. Ask for it before live_server or transactional_db."""
    with django_db_blocker.unblock(), using_a_copy() as day:
        yield day


@contextmanager
def using_a_copy() -> Iterator[dt.date]:
    """Points Django's connections at a copy of today's demo, and drops it afterwards."""
    day = today()
    copy = f"demo_of_{os.getpid()}"
    with server() as admin:
        database.drop(admin, copy)
        make(admin, copy, template(day))
    before = connection.settings_dict["NAME"]
    point_at(copy)
    try:
        yield day
    finally:
        point_at(before)
        with server() as admin:
            database.drop(admin, copy)


def point_at(name: str) -> None:
    connection.close()
    connection.close_pool()  # type: ignore[attr-defined]  # Only PostgreSQL has pools.
    connection.settings_dict["NAME"] = name


def template(day: dt.date) -> str:
    """The name of a database that holds the demo of this day, seeded where there is none."""
    wanted = PREFIX + digest(day)
    with server() as admin:
        admin.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        found = admin.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [f"{PREFIX}%"])
        existing = {row[0] for row in found}
        if wanted not in existing:
            for old in existing:
                database.drop(admin, old)
            seed(admin, wanted, day)
    return wanted


def seed(admin: psycopg.Connection, wanted: str, day: dt.date) -> None:
    """Seed under another name, then rename: an interrupted run leaves nothing that looks complete."""
    fresh = f"{PREFIX}unfinished"
    database.drop(admin, fresh)
    make(admin, fresh, database.template() if settings.LOCAL_SERVICES else "")
    environment = {**os.environ, "DATABASE_URL": address(fresh), "REDIS_URL": settings.REDIS_URL}
    for command in (["migrate", "-v0"], ["seed_demo", "-v0", "--on", day.isoformat()]):
        subprocess.run(
            [sys.executable, "manage.py", *command], cwd=database.ROOT, env=environment, check=True
        )
    rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
    admin.execute(rename.format(sql.Identifier(fresh), sql.Identifier(wanted)))


def digest(day: dt.date) -> str:
    """The same for as long as the same demo would be seeded."""
    total = hashlib.sha256(day.isoformat().encode())
    files = [path for folder in SOURCES for path in sorted(database.ROOT.glob(folder))]
    for path in [*files, *database.sources()]:
        total.update(path.name.encode() + path.read_bytes())
    return total.hexdigest()[:16]


def make(admin: psycopg.Connection, name: str, copied_from: str) -> None:
    command = sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name))
    if copied_from:
        command += sql.SQL(" TEMPLATE {}").format(sql.Identifier(copied_from))
    admin.execute(command)


@contextmanager
def server() -> Iterator[psycopg.Connection]:
    with psycopg.connect(address("postgres"), autocommit=True) as admin:
        yield admin


def address(name: str) -> str:
    """The address of another database of the tests' server."""
    url = localservices.urls().database if settings.LOCAL_SERVICES else os.environ["DATABASE_URL"]
    return urlsplit(url)._replace(path=f"/{name}").geturl()
