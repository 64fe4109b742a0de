"""A migrated database to copy for each test run: a copy takes a fraction of a second, migrating many seconds.

It is named for the contents of the migrations. Another one is made when they change: from the last one where
migrations were only added, else from nothing.
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import psycopg
from django.db.backends.base.operations import BaseDatabaseOperations
from psycopg import sql

from safeguarding.deployment import localservices

ROOT = Path(__file__).resolve().parent.parent
PREFIX = "migrated_"
# Any number, the same in each process: one at a time makes the database.
LOCK = 5_202_018
WRITTEN_AGAIN = ("django_content_type", "auth_permission")
# But for the tests about it, the service is live, and has recorded since before anything that a test plays.
LIVE = """
    INSERT INTO safeguarding_golive (id, day, reason, begun_at)
    VALUES (1, '1950-01-01', 'Live in every test.', now()) ON CONFLICT DO NOTHING
"""


def sources() -> list[Path]:
    """What the tables come from: our migrations, and the pinned versions of the libraries with theirs."""
    return [*sorted(ROOT.glob("*/migrations/*.py")), ROOT / "requirements" / "base.txt"]


def digests(files: Iterable[Path]) -> set[str]:
    """One digest a file."""
    return {hashlib.sha256(str(f).encode() + f.read_bytes()).hexdigest()[:16] for f in files}


def name(found: set[str]) -> str:
    """The name of the database made from the files with these digests."""
    return PREFIX + hashlib.sha256("".join(sorted(found)).encode()).hexdigest()[:16]


def template() -> str:
    """The name of an up-to-date migrated database in the local PostgreSQL, made when there is none."""
    wanted = digests(sources())
    with psycopg.connect(localservices.urls().database, autocommit=True) as connection:
        connection.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        kept = made(connection)
        if name(wanted) not in kept:
            before = nearest(kept, wanted)
            make(connection, wanted, before)
            for old in kept.keys() - {before}:
                drop(connection, old)
    return name(wanted)


def nearest(kept: Mapping[str, set[str]], wanted: set[str]) -> str:
    """The database that lacks the fewest migrations and has none too many. It stays, for the one that is
    being written changes often.
    """
    fitting = [old for old, files in kept.items() if files and files < wanted]
    return max(fitting, key=lambda old: len(kept[old]), default="template1")


def made(connection: psycopg.Connection) -> dict[str, set[str]]:
    """The migrated databases there are, each with the digests of the files it came from (its comment)."""
    rows = connection.execute(
        "SELECT datname, coalesce(shobj_description(oid, 'pg_database'), '') FROM pg_database"
        " WHERE starts_with(datname, %s)",
        [PREFIX],
    )
    return {database: set(comment.split()) for database, comment in rows}


def make(connection: psycopg.Connection, wanted: set[str], before: str) -> None:
    """Migrate a copy of `before` under another name, then rename: an interrupted run leaves nothing whole."""
    fresh = "migrating"
    drop(connection, fresh)
    run(connection, "CREATE DATABASE {} TEMPLATE {}", sql.Identifier(fresh), sql.Identifier(before))
    urls = localservices.urls()
    environment = {
        **os.environ,
        "DATABASE_URL": urls.database.replace("/safeguarding?", f"/{fresh}?"),
        "REDIS_URL": urls.redis,
        "DATABASE_STATEMENT_TIMEOUT": "0",
    }
    subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], cwd=ROOT, env=environment, check=True)
    comment = sql.Literal(" ".join(sorted(wanted)))
    run(connection, "COMMENT ON DATABASE {} IS {}", sql.Identifier(fresh), comment)
    run(connection, "ALTER DATABASE {} RENAME TO {}", sql.Identifier(fresh), sql.Identifier(name(wanted)))


def drop(connection: psycopg.Connection, database: str) -> None:
    run(connection, "DROP DATABASE IF EXISTS {} WITH (FORCE)", sql.Identifier(database))


def run(connection: psycopg.Connection, statement: str, *parts: sql.Composable) -> None:
    connection.execute(sql.SQL(statement).format(*parts))


def emptying(
    operations: BaseDatabaseOperations, style: object, tables: Sequence[str], **_: object
) -> list[str]:
    """The statements that leave these tables without a row, as Django's `flush` asks for them.

    Only tables that hold something are named, and no trigger of the rules or the history sees the rows go.
    What Django would write again at once, the same, stays.
    """
    with operations.connection.cursor() as cursor:
        wanted = [table for table in tables if table not in WRITTEN_AGAIN]
        each = " UNION ALL ".join(f"SELECT '{t}' WHERE EXISTS (SELECT FROM \"{t}\")" for t in wanted)
        cursor.execute(each)
        held = [name for (name,) in cursor.fetchall()]
    return ["SET LOCAL session_replication_role = replica", *(f'DELETE FROM "{name}"' for name in held)]
