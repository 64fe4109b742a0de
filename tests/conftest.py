"""Fixtures of every test."""

from typing import Any

import hypothesis
import pytest
from django.conf import settings
from xdist.scheduler import LoadScopeScheduling

from tests import database
from tests.demo_database import demo, fresh_demo

__all__ = ["demo", "fresh_demo"]

# Beside a browser and a database on two cores, how long one example takes is a matter of luck.
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")

# Folders whose tests stay in one process: two browsers at once on two processors would wait in vain.
TOGETHER = ("tests/browser/", "tests/running/")
# What takes longest begins first, so that no processor waits for it at the end.
FIRST = ("tests/browser/", "tests/access/test_matrix.py", "tests/demo/", "tests/running/")


class InFiles(LoadScopeScheduling):
    """Gives the files out one by one to the processes that are free, and some folders whole."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return next((folder for folder in TOGETHER if file.startswith(folder)), file)


@pytest.hookimpl
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> InFiles:
    return InFiles(config, log)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: next((at for at, f in enumerate(FIRST) if item.nodeid.startswith(f)), 99))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Each run's database is a copy of a migrated one (see database.py); elsewhere it is migrated afresh."""
    if settings.LOCAL_SERVICES:
        settings.DATABASES["default"]["TEST"]["TEMPLATE"] = database.template()
