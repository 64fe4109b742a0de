"""Databases of a bench's own, and rows made many by INSERT ... SELECT: what one was, each copy is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import count

from django.db import connection

from tests import database
from tests.demo_database import make, point_at, server

NUMBERS = count(1)
# Far over every id there is: the nth copy of a row has its id and n times this.
APART = 1_000_000
# What is unique in a row, or names another one in its text, and so cannot be copied as it stands.
COPIED_AS = {
    ("safeguarding_child", "la_child_id"): "la_child_id || '-' || n",
    ("safeguarding_child", "nhs_number"): "''",
    ("safeguarding_user", "email"): "n || '.' || email",
    ("safeguarding_team", "name"): "name || ' ' || n",
    ("conferences_room", "name"): "name || ' ' || n",
}
# The council's, the country's or the log's: there are no more of them where there are more children.
NOT_COPIED = (
    "safeguarding_auditentry",
    "safeguarding_readlog",
    "safeguarding_policysetting",
    "safeguarding_keptcount",
    "safeguarding_tablechange",
    "safeguarding_golive",
    "safeguarding_heartbeat",
    "safeguarding_directoryfile",
    "safeguarding_agency",
    "safeguarding_agencykind",
    "safeguarding_oneoffholiday",
    "safeguarding_professional",
    "conferences_benchmarkfigure",
    "conferences_closure",
    "conferences_statisticalneighbour",
    "conferences_thresholdstatement",
    "conferences_learningdecision",
    "conferences_learningheard",
    "conferences_learningidea",
    "conferences_learningreading",
    "conferences_learningreview",
    "conferences_learningtrial",
    "conferences_letterwording",
    "conferences_feedbackanswer",
    "conferences_feedbackcode",
    "conferences_feedbacklanguage",
    "conferences_feedbackoffer",
    "conferences_feedbackreading",
    "conferences_escalation",
    "conferences_message",
    "conferences_notice",
    "conferences_importedfile",
    "conferences_importedchild",
    "conferences_importfault",
    "conferences_importchange",
    "conferences_importquestion",
    "conferences_childrenfeed",
    "conferences_feedline",
    "conferences_feedmemory",
    "conferences_reconciliation",
    "conferences_reconciliationdifference",
)


@contextmanager
def copy_of(template: str) -> Iterator[None]:
    """Django's connections lead to a copy of a database, to be committed to; it is dropped afterwards."""
    name = f"bench_{next(NUMBERS)}"
    before = connection.settings_dict["NAME"]
    with server() as admin:
        # What a killed run left.
        database.drop(admin, name)
        make(admin, name, template)
    point_at(name)
    # So that all of a query's time is that of the one process which is looked at.
    run(f"ALTER DATABASE {name} SET max_parallel_workers_per_gather = 0")
    point_at(name)
    try:
        yield
    finally:
        point_at(before)
        with server() as admin:
            database.drop(admin, name)


def run(statement: str, values: Sequence[object] | None = None) -> None:
    """One statement, however long it takes."""
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute(statement, values)


def rows_of(statement: str, values: Sequence[object] | None = None) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


def count_of(table: str) -> int:
    return int(rows_of(f"SELECT count(*) FROM {table}")[0][0])


@contextmanager
def untriggered() -> Iterator[None]:
    """No history is kept of the copies, and no reference looked up: they are as right as what they copy."""
    run("SET session_replication_role = replica")
    yield
    run("SET session_replication_role = DEFAULT")


def multiply(times: int) -> None:
    """Every child with its story, its workers and their rooms, so many times over."""
    tables = [
        name
        for (name,) in rows_of(
            "SELECT relname FROM pg_class WHERE relkind = 'r' AND relname ~ '^(safeguarding|conferences)_'"
            " AND relname !~ 'event$' AND relname <> ALL(%s) ORDER BY relname",
            [list(NOT_COPIED)],
        )
    ]
    with untriggered():
        for table in tables:
            copy_rows(table, times - 1, tables)


def copy_rows(
    table: str, times: int, tables: Iterable[str] = (), values: Mapping[str, str] | None = None
) -> None:
    """So many copies of each row. What refers to `tables` refers to its own copy; `values`: column -> SQL."""
    columns = _columns(table)
    said = ", ".join(f'"{column}"' for column, *_ in columns)
    copied = ", ".join(
        (values or {}).get(column) or _value(table, column, kind, target in tables)
        for column, kind, target in columns
    )
    originals = "WHERE NOT is_system" if table == "safeguarding_user" else ""
    run(
        f"INSERT INTO {table} ({said}) SELECT {copied} FROM generate_series(1::bigint, {times}) AS n,"
        f" (SELECT * FROM {table} {originals}) AS original"
    )
    run(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))")


def _value(table: str, column: str, kind: str, moves: bool) -> str:
    if (table, column) in COPIED_AS:
        return COPIED_AS[table, column]
    if kind == "uuid":
        return "gen_random_uuid()"
    return f'"{column}" + n * {APART}' if column == "id" or moves else f'"{column}"'


def _columns(table: str) -> list[tuple]:
    """Name, type, and the table it refers to, of each column that can be written."""
    return rows_of(
        "SELECT a.attname, a.atttypid::regtype::text, f.confrelid::regclass::text FROM pg_attribute a"
        " LEFT JOIN pg_constraint f"
        " ON f.contype = 'f' AND f.conrelid = a.attrelid AND f.conkey = ARRAY[a.attnum]"
        " WHERE a.attrelid = %s::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''"
        " ORDER BY a.attnum",
        [table],
    )
