"""No migration is missing, unnamed or irreversible."""

import re
from collections.abc import Sequence
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations import Migration, RunPython, RunSQL
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation

OURS = ("safeguarding", "conferences")


def ours() -> list[Migration]:
    graph = MigrationLoader(connection, replace_migrations=False).disk_migrations
    return [m for (app, _), m in sorted(graph.items()) if app in OURS]


def test_no_migration_is_missing(db: None) -> None:
    out = StringIO()
    call_command("makemigrations", "--check", "--dry-run", stdout=out)
    assert "No changes" in out.getvalue()


def unnamed(names: list[str]) -> list[str]:
    return [
        n
        for n in names
        if re.search(r"_(auto_\d|initial$)|_and_more$|^\d{4}_(alter|add|remove)_\w+_\w+_\w+_", n)
    ]


def test_no_migration_is_unnamed(db: None) -> None:
    assert unnamed([m.name for m in ours()]) == []


def test_a_planted_unnamed_migration_is_found() -> None:
    assert unnamed(["0002_auto_20261123_1200", "0003_plan_x_and_more"])


def irreversible(operations: Sequence[Operation]) -> list[Operation]:
    return [o for o in operations if isinstance(o, RunPython | RunSQL) and not o.reversible]


def test_no_migration_is_irreversible(db: None) -> None:
    assert [m.name for m in ours() if irreversible(m.operations)] == []


def test_a_planted_irreversible_migration_is_found() -> None:
    assert irreversible([RunSQL("SELECT 1"), RunPython(lambda apps, editor: None)])


@pytest.mark.parametrize("app", OURS)
def test_an_app_has_one_last_migration(db: None, app: str) -> None:
    assert len(list(MigrationLoader(connection).graph.leaf_nodes(app))) == 1
