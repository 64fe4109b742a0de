"""What a migration may not do while the release before it still serves pages, and what to do instead.

Two releases run at once during an upgrade: the old one must go on reading and writing, and no statement may
hold a large table for longer than a request waits. docs/howto says the way round, step by step.
"""

import re
from collections.abc import Iterable, Iterator

from django.contrib.postgres.operations import AddConstraintNotValid, AddIndexConcurrently
from django.db.migrations import (
    AddConstraint,
    AddField,
    AddIndex,
    AlterField,
    AlterModelTable,
    AlterUniqueTogether,
    CreateModel,
    DeleteModel,
    Migration,
    RemoveField,
    RenameField,
    RenameModel,
    RunPython,
    RunSQL,
    SeparateDatabaseAndState,
)
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from django.db.models import CharField, CheckConstraint, Field, TextField
from django.db.models.fields import NOT_PROVIDED

from safeguarding.deployment.migrating import CreateTogether

# Tables that hold some hundreds of rows whatever the council: one statement may check them whole.
SMALL = frozenset(
    [
        "agency",
        "bar",
        "diaryfeed",
        "importedfile",
        "policysetting",
        "room",
        "statisticalneighbour",
        "team",
        "user",
    ]
)
# Migrations that the rule lets pass, each with the reason, as "app.name".
EXEMPT = {
    "safeguarding.0013_agencies_are_of_a_kind": "the column keeps its name and values: a key, not a list",
    "conferences.0002_late_needs_why_and_who": "before the first release: no council holds a booking",
    "conferences.0004_duties_of_deadlines": "before the first release: duties are derived, and raised anew",
    "conferences.0011_notices_messages_escalations": "before the first release: nobody is owed an e-mail",
    "conferences.0121_minute_takers": "the index is of meetings with somebody for the minutes: of none yet",
    "conferences.0126_meetings_undecided": "the column stays; that one part a child was all is no longer so",
    "conferences.0150_ended_before_it_began": "such a constraint is built whole: four seconds for 100,000",
    "conferences.0189_exclusions_again": "of exclusions, which are few: one is asked for in few conferences",
    "conferences.0213_core_groups_later": "of core groups, which no council has before this release",
    "conferences.0015_emails_about_the_service": "before the first release: nobody was sent an e-mail",
}
NOT_NULL = (
    "gives {what} to every row at once, and the release before writes rows without it. Give it"
    " db_default=..., or add it with null=True, fill it in a migration of data, and constrain it in the next"
    " (docs/howto/non-null-column.md)."
)
STILL_READ = (
    "takes {what} away, which the release before still reads. Stop reading it in one release and take it"
    " away in the next; to rename, add the new one, copy, and keep both for a release"
    " (docs/howto/non-null-column.md). Then name this migration in EXEMPT with the release that no longer"
    " reads it."
)
CHECKED_WHOLE = (
    "checks {what} row by row while nobody can write to it. Use AddConstraintNotValid here and"
    " ValidateConstraint in the next migration (docs/howto/data-migration.md)."
)
BUILT_WHOLE = (
    "builds an index of {what} while nobody can write to it. Use AddIndexConcurrently in a migration with"
    " atomic = False; for a constraint, build its unique index so and attach it"
    " (docs/howto/data-migration.md)."
)
MIXED = (
    "changes tables and rows in one transaction, which holds the tables until the last row is written. Put"
    " {what} in a migration of its own (docs/howto/data-migration.md)."
)


def unsafe(migration: Migration, before: ProjectState) -> list[str]:
    """A sentence for each thing that the migration may not do, given the tables as they stood before it."""
    operations = list(_flat(migration.operations))
    label = f"{migration.app_label}.{migration.name}"
    found = [*_mixed(operations)]
    new: set[str] = set()
    state = before.clone()
    for operation in operations:
        new |= _made(operation)
        found += _sentences(operation, state, migration.app_label, new)
        operation.state_forwards(migration.app_label, state)
    return [f"{label} {sentence}" for sentence in found]


def _flat(operations: Iterable[Operation]) -> Iterator[Operation]:
    """What reaches the database: the state alone is nobody's trouble."""
    for operation in operations:
        if isinstance(operation, SeparateDatabaseAndState):
            yield from _flat(operation.database_operations)
        else:
            yield operation


def _made(operation: Operation) -> set[str]:
    if isinstance(operation, CreateTogether):
        return {model.name.lower() for model in operation.models}
    return {operation.name.lower()} if isinstance(operation, CreateModel) else set()


def _mixed(operations: list[Operation]) -> list[str]:
    writes = [o for o in operations if _writes_rows(o)]
    return [MIXED.format(what="the rows")] if writes and len(writes) < len(operations) else []


def _writes_rows(operation: Operation) -> bool:
    if isinstance(operation, RunSQL):
        return bool(re.search(r"^\s*(INSERT|UPDATE|DELETE|MERGE|COPY)\b", str(operation.sql), re.I | re.M))
    return isinstance(operation, RunPython)


def _sentences(operation: Operation, state: ProjectState, app: str, new: set[str]) -> Iterator[str]:
    if isinstance(operation, RemoveField | RenameField | DeleteModel | RenameModel | AlterModelTable):
        yield STILL_READ.format(what=_named(operation))
        return
    model = str(getattr(operation, "model_name", getattr(operation, "name", ""))).lower()
    if model in new:
        return
    if isinstance(operation, AddField) and _must_be_given(operation.field):
        yield NOT_NULL.format(what=f"{model}.{operation.name}")
    if isinstance(operation, AlterField):
        yield from _altered(operation, state, app, model)
    if model not in SMALL:
        yield from _over_the_whole_table(operation, model)


def _named(operation: Operation) -> str:
    model = getattr(operation, "model_name", "")
    name = getattr(operation, "old_name", getattr(operation, "name", ""))
    return f"{model}.{name}" if model else str(name)


def _must_be_given(field: "Field[object, object]") -> bool:
    return not field.null and not field.many_to_many and field.db_default is NOT_PROVIDED


def _altered(operation: AlterField, state: ProjectState, app: str, model: str) -> Iterator[str]:
    standing = state.models[app, model]
    old, new = standing.fields[operation.name], operation.field
    if (
        old.null
        and _must_be_given(new)
        and not _known_full(standing.options.get("constraints", []), operation.name)
    ):
        yield NOT_NULL.format(what=f"{model}.{operation.name}")
    if not _same_column(old, new):
        yield STILL_READ.format(what=f"the column of {model}.{operation.name} as it was")


def _known_full(constraints: Iterable[object], name: str) -> bool:
    """Whether a constraint, validated before, already says that the column has a value in every row."""
    checks = [c for c in constraints if isinstance(c, CheckConstraint)]
    return any(f"('{name}__isnull', False)" in str(c.condition) for c in checks)


def _same_column(old: "Field[object, object]", new: "Field[object, object]") -> bool:
    """The same kind of column, or a text made longer, which PostgreSQL does without touching a row."""
    if isinstance(old, CharField) and isinstance(new, CharField | TextField):
        longer = new.max_length is None or (old.max_length or 0) <= new.max_length
        return longer and not (new.unique and not old.unique)
    return type(old) is type(new) and old.db_column == new.db_column and (old.unique or not new.unique)


def _over_the_whole_table(operation: Operation, model: str) -> Iterator[str]:
    checks = isinstance(getattr(operation, "constraint", None), CheckConstraint)
    if isinstance(operation, AddConstraint) and not isinstance(operation, AddConstraintNotValid):
        yield (CHECKED_WHOLE if checks else BUILT_WHOLE).format(what=model)
    if isinstance(operation, AlterUniqueTogether):
        yield BUILT_WHOLE.format(what=model)
    if isinstance(operation, AddIndex) and not isinstance(operation, AddIndexConcurrently):
        yield BUILT_WHOLE.format(what=model)
