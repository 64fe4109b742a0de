"""A migrated database to copy for each test run: a copy takes a fraction of a second, migrating many seconds.

It is named for the contents of the migrations, so a changed migration makes a new one.
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import psycopg
from psycopg import sql

from safeguarding import localservices

ROOT = Path(__file__).resolve().parent.parent
PREFIX = "migrated_"
# Any number, the same in each process: one at a time makes the database.
LOCK = 5_202_018


def name(files: Iterable[Path]) -> str:
    """The database's name for these migrations."""
    total = hashlib.sha256()
    for file in files:
        total.update(file.name.encode() + file.read_bytes())
    return PREFIX + total.hexdigest()[:16]


def sources() -> list[Path]:
    """What the tables come from: our migrations, and the pinned versions of the libraries with theirs."""
    return [*sorted(ROOT.glob("*/migrations/*.py")), ROOT / "requirements" / "base.txt"]


def template() -> str:
    """The name of an up-to-date migrated database in the local PostgreSQL, made when there is none."""
    wanted = name(sources())
    with psycopg.connect(localservices.urls().database, autocommit=True) as connection:
        connection.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        found = connection.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [f"{PREFIX}%"])
        existing = {row[0] for row in found}
        if wanted not in existing:
            for old in existing:
                drop(connection, old)
            make(connection, wanted)
    return wanted


def make(connection: psycopg.Connection, wanted: str) -> None:
    """Migrate under another name, then rename: an interrupted run leaves nothing that looks complete."""
    fresh = f"{PREFIX}unfinished"
    drop(connection, fresh)
    connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(fresh)))
    urls = localservices.urls()
    environment = {
        **os.environ,
        "DATABASE_URL": urls.database.replace("/safeguarding?", f"/{fresh}?"),
        "REDIS_URL": urls.redis,
        "DATABASE_STATEMENT_TIMEOUT": "0",
    }
    subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], cwd=ROOT, env=environment, check=True)
    rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
    connection.execute(rename.format(sql.Identifier(fresh), sql.Identifier(wanted)))


def drop(connection: psycopg.Connection, database: str) -> None:
    connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(database)))
