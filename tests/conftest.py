"""Fixtures of every test."""

import pytest
from django.conf import settings

from tests import database


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Each run's database is a copy of a migrated one (see database.py); elsewhere it is migrated afresh."""
    if settings.LOCAL_SERVICES:
        settings.DATABASES["default"]["TEST"]["TEMPLATE"] = database.template()
