"""Fixtures of every test."""

import hypothesis
import pytest
from django.conf import settings

from tests import database
from tests.demo_database import demo, fresh_demo

__all__ = ["demo", "fresh_demo"]

# Beside a browser and a database on two cores, how long one example takes is a matter of luck.
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Each run's database is a copy of a migrated one (see database.py); elsewhere it is migrated afresh."""
    if settings.LOCAL_SERVICES:
        settings.DATABASES["default"]["TEST"]["TEMPLATE"] = database.template()
