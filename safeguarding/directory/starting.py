"""The kinds of agency that are there from the start, put into the database with its tables."""

from __future__ import annotations

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate
from django.dispatch import receiver

from safeguarding.register.agencykinds import NEVER_COUNT, STARTING

GIVE = """
    INSERT INTO safeguarding_agencykind (code, name, counts) VALUES (%s, %s, %s)
    ON CONFLICT DO NOTHING
"""


def give(using: str) -> None:
    """Add the kinds that are not there yet. One that a council renamed or took out of use stays so."""
    rows = [(code, name, code not in NEVER_COUNT) for code, name in STARTING.items()]
    with connections[using].cursor() as cursor:
        cursor.executemany(GIVE, rows)


@receiver(post_migrate)
def give_after_migrating(app_config: AppConfig, using: str, **_: object) -> None:
    """A later release's kinds come with it."""
    if app_config.name == "safeguarding" and _has_table(using):
        give(using)


def _has_table(using: str) -> bool:
    """Not where an older state of the tables was asked for."""
    return "safeguarding_agencykind" in connections[using].introspection.table_names()
