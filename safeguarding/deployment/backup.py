"""A copy of the database with what proves it: rows, checksums and newest history of each table at one moment.

The dump and its facts are of the same snapshot, while the service goes on; a restored database is then held
against the facts, not against a feeling.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from safeguarding.db import snapshot
from safeguarding.deployment.localservices.binaries import Binaries
from safeguarding.deployment.localservices.state import State

DUMP, FACTS = "database.dump", "facts.json"
Facts = dict[str, Any]

# As text a row reads the same on every server only where these are set.
PLAIN = {"DateStyle": "ISO, MDY", "TimeZone": "UTC", "IntervalStyle": "postgres", "extra_float_digits": "1"}
# Columns that the database works out itself are in no dump, and not the same on each server.
TABLES = """
    SELECT c.relname, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE n.nspname = 'public' AND c.relkind = 'r' AND a.attgenerated = ''
    GROUP BY c.relname ORDER BY c.relname
"""
# The sum does not hang on the order of rows, and a changed letter changes it.
ROWS = """
    SELECT count(*), coalesce(sum(('x' || left(md5(ROW({})::text), 16))::bit(64)::bigint), 0)::text
    FROM public.{}
"""
# What keeps the rows right, by kind: each name, and whether it is switched on.
KEEPERS = {
    "triggers": "SELECT tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text FROM pg_trigger"
    " WHERE NOT tgisinternal",
    "constraints": "SELECT conrelid::regclass || ' ' || conname FROM pg_constraint"
    " WHERE connamespace = 'public'::regnamespace AND contype <> 'n'",
    "indexes": "SELECT tablename || ' ' || indexname FROM pg_indexes WHERE schemaname = 'public'",
    "sequences": "SELECT sequencename || ' ' || coalesce(last_value, 0) FROM pg_sequences"
    " WHERE schemaname = 'public'",
}
# Of each: the table, and its column of moments.
NEWEST = {
    "history": ("pghistory_context", "created_at"),
    "audit": ("safeguarding_auditentry", "done_at"),
    "reads": ("safeguarding_readlog", "read_at"),
    "migration": ("django_migrations", "applied"),
}
NO_TABLE = "no table"


class BackupError(Exception):
    """The copy cannot be made or brought back; the text says why and what to do."""


def facts() -> Facts:
    """What the database holds now: {"tables": {name: [rows, checksum]}, "triggers": [...], "newest": {...}}.

    Reads every row once, as of one moment.
    """
    with snapshot(), connection.cursor() as cursor:
        for name, value in PLAIN.items():
            cursor.execute("SELECT set_config(%s, %s, true)", [name, value])
        cursor.execute(TABLES)
        tables = cursor.fetchall()
        found: Facts = {"tables": {}, "newest": {}}
        for table, columns in tables:
            cursor.execute(ROWS.format(columns, connection.ops.quote_name(table)))
            found["tables"][table] = list(cursor.fetchone())
        for kind, query in KEEPERS.items():
            cursor.execute(query)
            found[kind] = sorted(row[0] for row in cursor.fetchall())
        for what, (table, moment) in NEWEST.items():
            found["newest"][what] = NO_TABLE
            if table in found["tables"]:
                cursor.execute(f"SELECT max({moment}) FROM {table}")
                found["newest"][what] = str(cursor.fetchone()[0])
        return found


def back_up(folder: Path) -> Facts:
    """Write the dump and its facts into a folder that is not there yet, closed to others.

    Raises BackupError.
    """
    try:
        folder.mkdir(mode=0o700, parents=True)
    except OSError as error:
        said = f"{folder} cannot be made ({error.strerror}). Name a folder that is not there."
        raise BackupError(said) from error
    try:
        with snapshot(), connection.cursor() as cursor:
            cursor.execute("SELECT pg_export_snapshot()")
            (moment,) = cursor.fetchone()
            _run("pg_dump", "--format=custom", f"--snapshot={moment}", f"--file={folder / DUMP}", *PARTS)
            found = facts()
        (folder / FACTS).write_text(json.dumps(found, indent=1) + "\n")
    except BaseException:
        # Half a backup looks like one.
        shutil.rmtree(folder)
        raise
    for file in folder.iterdir():
        file.chmod(0o600)
    return found


# Owners and rights belong to a server: whoever restores owns what is restored, and grant_role follows.
PARTS = ("--no-owner", "--no-privileges", "--no-password")


def restore(folder: Path) -> None:
    """Bring a dump back into an empty database, all or nothing. Raises BackupError."""
    if not (folder / DUMP).is_file():
        raise BackupError(f"{folder} holds no {DUMP}.")
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        if cursor.fetchall():
            raise BackupError("The database of DATABASE_URL is not empty. Restore into a new one.")
    connection.close()
    _run("pg_restore", "--single-transaction", "--exit-on-error", *PARTS, *_bare(), str(folder / DUMP))


def differences(wanted: Mapping[str, Any], found: Mapping[str, Any]) -> list[str]:
    """How a restored database differs from the facts, a sentence each; none where it is equal."""
    before, after = wanted["tables"], found["tables"]
    told = [
        f"{table}: {_rows(before.get(table))} were backed up, {_rows(after.get(table))} are here."
        for table in sorted(before | after)
        if before.get(table) != after.get(table)
    ]
    for kind in KEEPERS:
        for name in sorted(set(wanted[kind]) ^ set(found[kind])):
            told.append(f"{kind}: {name} is only {'in the backup' if name in wanted[kind] else 'here'}.")
    for what, when in wanted["newest"].items():
        if when != found["newest"][what]:
            told.append(f"newest {what}: {when} in the backup, {found['newest'][what]} here.")
    return told


def _rows(one: list[Any] | None) -> str:
    return f"{one[0]} rows (checksum {one[1]})" if one else NO_TABLE


def _bare() -> tuple[str, ...]:
    """pg_restore is told its database by name, pg_dump reads it from the environment."""
    return (f"--dbname={connection.settings_dict['NAME']}",)


def program(name: str) -> str:
    """The path of one of PostgreSQL's programs: of SAFEGUARDING_PG_BIN, the local server's, or the system's.

    Raises BackupError where there is none.
    """
    given = os.environ.get("SAFEGUARDING_PG_BIN")
    if given or settings.LOCAL_SERVICES:
        return str((Path(given) if given else Binaries(State.here()).postgres()) / name)
    if found := shutil.which(name):
        return found
    raise BackupError(
        f"{name} is not here. Install PostgreSQL's client programs of the server's version or newer, "
        "or name their folder in SAFEGUARDING_PG_BIN."
    )


def _run(name: str, *arguments: str) -> None:
    """Run one of PostgreSQL's programs on our database; its password is in no list of processes."""
    done = subprocess.run(
        [program(name), *arguments], env={**os.environ, **_libpq()}, capture_output=True, text=True
    )
    if done.returncode:
        said = done.stderr.strip().splitlines() or ["it gave no reason"]
        raise BackupError(f"{name} failed: {said[0]}")


def _libpq() -> dict[str, str]:
    """Our database's address as libpq's variables."""
    given: dict[str, Any] = connection.settings_dict
    names = ("NAME", "USER", "PASSWORD", "HOST", "PORT")
    found = {f"PG{name}".replace("PGNAME", "PGDATABASE"): str(given[name]) for name in names if given[name]}
    tls = ("sslmode", "sslrootcert", "sslcert", "sslkey")
    options = given["OPTIONS"]
    return found | {f"PG{name.upper()}": str(options[name]) for name in tls if name in options}
