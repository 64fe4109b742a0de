"""No migration is missing, unnamed, irreversible, or in the way of the release that still runs."""

import re
from collections.abc import Mapping, Sequence
from io import StringIO
from typing import Any

import pytest
from django.contrib.postgres.operations import AddConstraintNotValid, AddIndexConcurrently, ValidateConstraint
from django.core.management import call_command
from django.db import connection, migrations, models
from django.db.migrations import Migration, RunPython, RunSQL
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ModelState, ProjectState
from django.db.migrations.writer import MigrationWriter

from tests.guards.rolling import EXEMPT, unsafe

OURS = ("safeguarding", "conferences")


def ours() -> list[Migration]:
    graph = MigrationLoader(connection, replace_migrations=False).disk_migrations
    return [m for (app, _), m in sorted(graph.items()) if app in OURS]


def test_no_migration_is_missing(db: None) -> None:
    out = StringIO()
    call_command("makemigrations", "--check", "--dry-run", stdout=out)
    assert "No changes" in out.getvalue(), (
        f"Run manage.py makemigrations --name <what_it_does>, and read what it wrote. {out.getvalue()}"
    )


def states(*, squashed: bool) -> dict[str, Any]:
    """What the migrations say of our tables; with those that stand for many, or one by one."""
    loader = MigrationLoader(connection, replace_migrations=squashed)
    last = [node for node in loader.graph.leaf_nodes() if node[0] in OURS]
    # Of those it stands for, the one that stands for many is a second last.
    single = [node for node in last if squashed or not loader.disk_migrations[node].replaces]
    found = loader.project_state(single).models.items()
    return {f"{app}.{name}": (told(model.fields), told(model.options)) for (app, name), model in found}


def told(values: Mapping[str, Any]) -> dict[str, list[str]]:
    """Fields or options as text, those of a list in any order."""
    each = {name: value if isinstance(value, list) else [value] for name, value in values.items()}
    return {name: sorted(as_text(one) for one in value) for name, value in each.items() if value}


def as_text(value: Any) -> str:
    if hasattr(value, "install_sql"):
        return str(value.install_sql)
    return MigrationWriter.serialize(value)[0]


def test_what_stands_for_many_migrations_says_what_they_say(db: None) -> None:
    assert states(squashed=True) == states(squashed=False)


def unnamed(names: list[str]) -> list[str]:
    return [
        n
        for n in names
        if re.search(r"_(auto_\d|initial$)|_and_more$|^\d{4}_(alter|add|remove)_\w+_\w+_\w+_", n)
    ]


def test_no_migration_is_unnamed(db: None) -> None:
    assert unnamed([m.name for m in ours()]) == [], (
        "Name the migration for what it does: 0002_late_needs_why_and_who."
    )


def test_a_planted_unnamed_migration_is_found() -> None:
    assert unnamed(["0002_auto_20261123_1200", "0003_plan_x_and_more"])


def irreversible(operations: Sequence[Operation]) -> list[Operation]:
    return [o for o in operations if isinstance(o, RunPython | RunSQL) and not o.reversible]


def test_no_migration_is_irreversible(db: None) -> None:
    wrong = [m.name for m in ours() if irreversible(m.operations)]
    assert wrong == [], (
        "Give RunPython or RunSQL its reverse (RunPython.noop where there is nothing to undo)."
    )


def test_a_planted_irreversible_migration_is_found() -> None:
    assert irreversible([RunSQL("SELECT 1"), RunPython(lambda apps, editor: None)])


@pytest.mark.parametrize("app", OURS)
def test_an_app_has_one_last_migration(db: None, app: str) -> None:
    last = MigrationLoader(connection).graph.leaf_nodes(app)
    assert len(last) == 1, f"Let one of {last} depend on the other, with the next number."


def unsafe_ones() -> list[str]:
    """What the migrations after the first of each app may not do while the release before still runs."""
    loader = MigrationLoader(connection, replace_migrations=False)
    found = []
    done: list[tuple[str, str]] = []
    state = ProjectState()
    for migration in ours():
        key = (migration.app_label, migration.name)
        if migration.name.startswith("0001_") or ".".join(key) in EXEMPT:
            continue
        before = loader.graph.forwards_plan(key)[:-1]
        # The state goes on from the last one's, as nearly always; else it begins again.
        if before[: len(done)] != done:
            done, state = [], ProjectState()
        for one in before[len(done) :]:
            state = loader.disk_migrations[one].mutate_state(state, preserve=False)
        done = before
        found += unsafe(migration, state)
    return found


def test_every_migration_lets_the_release_before_go_on(db: None) -> None:
    assert unsafe_ones() == [], "Two releases run at once during an upgrade: see docs/howto."


def test_no_exemption_outlives_its_migration(db: None) -> None:
    gone = sorted(EXEMPT.keys() - {f"{m.app_label}.{m.name}" for m in ours()})
    assert gone == [], "Strike them out of EXEMPT in tests/guards/rolling.py: there is no such migration."
    assert all(EXEMPT.values()), "Give each exemption in tests/guards/rolling.py its reason."


def planted(*operations: Operation) -> list[str]:
    """What is said of a migration that does this to a table of visits as it stood."""
    fields: list[tuple[str, Any]] = [
        ("id", models.BigAutoField(primary_key=True)),
        ("seen", models.TextField(null=True)),
        ("told", models.TextField(null=True)),
    ]
    known = models.CheckConstraint(condition=models.Q(told__isnull=False), name="visit_told_known")
    state = ProjectState()
    state.add_model(ModelState("x", "Visit", fields, {"constraints": [known]}))
    planted_one = type("Planted", (Migration,), {"operations": list(operations)})
    return unsafe(planted_one("0002_planted", "x"), state)


CHECK = models.CheckConstraint(condition=~models.Q(seen=""), name="visit_seen_not_blank")
UNIQUE = models.UniqueConstraint(fields=["seen"], name="visit_once")
INDEX = models.Index(fields=["seen"], name="visit_seen")


@pytest.mark.parametrize(
    ("operation", "says"),
    [
        (migrations.AddField("visit", "place", models.TextField()), "db_default"),
        (migrations.AlterField("visit", "seen", models.TextField()), "db_default"),
        (migrations.AlterField("visit", "seen", models.DateField(null=True)), "still reads"),
        (migrations.RemoveField("visit", "seen"), "still reads"),
        (migrations.RenameField("visit", "seen", "seen_on"), "keep both for a release"),
        (migrations.DeleteModel("Visit"), "still reads"),
        (migrations.RenameModel("Visit", "Call"), "still reads"),
        (migrations.AddConstraint("visit", CHECK), "AddConstraintNotValid"),
        (migrations.AddConstraint("visit", UNIQUE), "AddIndexConcurrently"),
        (migrations.AddIndex("visit", INDEX), "AddIndexConcurrently"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Operation) else "",
)
def test_a_planted_migration_that_stops_the_release_before_is_found(operation: Operation, says: str) -> None:
    (sentence,) = planted(operation)
    assert sentence.startswith("x.0002_planted ") and says in sentence


@pytest.mark.parametrize(
    "rows", [RunPython(RunPython.noop), RunSQL("UPDATE x SET y = 1")], ids=["python", "sql"]
)
def test_a_planted_mixture_of_tables_and_rows_is_found(rows: Operation) -> None:
    (sentence,) = planted(migrations.AddField("visit", "place", models.TextField(db_default="")), rows)
    assert "a migration of its own" in sentence


@pytest.mark.parametrize(
    "operation",
    [
        migrations.AddField("visit", "place", models.TextField(db_default="")),
        migrations.AddField("visit", "place", models.DateField(null=True)),
        migrations.AlterField("visit", "told", models.TextField()),
        AddConstraintNotValid("visit", CHECK),
        ValidateConstraint("visit", "visit_told_known"),
        AddIndexConcurrently("visit", INDEX),
        RunPython(RunPython.noop),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_lets_the_release_before_go_on_is_let_pass(operation: Operation) -> None:
    assert planted(operation) == []


def test_a_table_made_by_the_migration_itself_may_be_made_in_any_way() -> None:
    made = migrations.CreateModel("Call", [("id", models.BigAutoField(primary_key=True))])
    assert planted(made, migrations.AddField("call", "place", models.TextField())) == []
