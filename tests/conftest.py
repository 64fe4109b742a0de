"""Fixtures of every test."""

import gc
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import hypothesis
import pytest
from django.apps import AppConfig
from django.conf import settings
from django.db import connections
from django.db.backends.postgresql.operations import DatabaseOperations
from django.db.models.signals import post_migrate
from django.dispatch import receiver

from conferences.figures.charts import Picture
from safeguarding import bankholidays
from safeguarding.policy.limits import CATALOGUE
from safeguarding.policy.words import settings_kept
from tests import database
from tests.demo_database import demo, fresh_demo

__all__ = ["demo", "fresh_demo"]

# Beside a browser and a database on two cores, how long one example takes is a matter of luck.
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")

# Nobody added a bank holiday, and no test reads whether somebody did but those about it.
bankholidays.added.keep({}, 365 * 24 * 3600)
# Nor did anybody change the words for roles (tests/words.py).
settings_kept.keep((), 365 * 24 * 3600)
AT_WORK = """
    INSERT INTO safeguarding_heartbeat (part, worked_at, tried_at)
    SELECT part, '2099-01-01', '2099-01-01' FROM unnest(ARRAY['WORKER', 'BEAT', 'MAIL', 'SCAN']) AS part
    ON CONFLICT DO NOTHING
"""
# What takes longest begins first, so that no processor waits for it at the end.
FIRST = ("tests/browser/", "tests/access/test_matrix.py", "tests/demo/", "tests/running/")


def pytest_configure(config: pytest.Config) -> None:
    """The sharing out of tests is asked for only where xdist is there: one process needs none."""
    if config.pluginmanager.hasplugin("xdist"):
        config.pluginmanager.import_plugin("tests.sharing")


def pytest_collection_finish() -> None:
    """What is loaded by now stays: to search it for garbage again and again takes a tenth of the run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    gc.enable()


@receiver(post_migrate)
def give_signs(app_config: AppConfig, using: str, **_: object) -> None:
    """No worker runs beside the tests: but for those of it, everything unseen is at work.

    After the migrations, and each time that a test's rows were emptied from the tables.
    """
    if app_config.name == "safeguarding":
        with connections[using].cursor() as cursor:
            cursor.execute(AT_WORK)
            cursor.execute(database.LIVE)


@pytest.fixture(scope="session", autouse=True)
def signs_of_any_day() -> Iterator[None]:
    """The signs above hold at whatever moment a test plays, though they are dated after it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("safeguarding.heartbeats.verdict.APART", timedelta(days=36600))
        yield


@pytest.fixture(scope="session", autouse=True)
def no_second_opinion() -> Iterator[None]:
    """Decisions are drawn by lot, and a test would differ from run to run: none is, unless one sets so."""
    key = "SECOND_OPINION_SHARE_PERCENT"
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(CATALOGUE, key, replace(CATALOGUE[key], default=0))
        yield


@pytest.fixture(scope="session", autouse=True)
def drawn_once() -> Iterator[None]:
    """A chart takes a tenth of a second and its numbers are its key: each is drawn once in a process.

    The pages keep their drawings in the database, where every test is undone.
    """
    drawn: dict[str, str] = {}
    draw = Picture.svg

    def kept(picture: Picture) -> str:
        if picture.key not in drawn:
            drawn[picture.key] = draw(picture)
        return drawn[picture.key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Picture, "svg", kept)
        yield


@pytest.fixture(scope="session", autouse=True)
def emptied_by_row() -> Iterator[None]:
    """What a test commits is deleted: to truncate all tables takes half a second, whatever they hold."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DatabaseOperations, "sql_flush", database.emptying)
        yield


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: next((at for at, f in enumerate(FIRST) if item.nodeid.startswith(f)), 99))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Each run's database is a copy of a migrated one (see database.py); elsewhere it is migrated afresh."""
    if settings.LOCAL_SERVICES:
        settings.DATABASES["default"]["TEST"]["TEMPLATE"] = database.template()
