"""The database role that the service runs as: it works with every table and owns none.

What only grows (history, audit, log of reads) it can add to and read. Whoever takes over the service, or its
password, can therefore change no history, and no trigger that writes it.
"""

from __future__ import annotations

from typing import Any

import pgtrigger
import psycopg
from django.apps import apps
from django.db import connection, transaction
from django.db.models import Model
from psycopg import sql

# The name that the demo's own server uses.
APPLICATION = "safeguarding_app"
# Written by the history's triggers, for a model of a library.
CONTEXT = "pghistory_context"
# What migrating alone writes.
READ_ONLY = frozenset({"django_migrations"})
OPEN, GROWING, FIXED = ("SELECT, INSERT, UPDATE, DELETE", "SELECT, INSERT", "SELECT")

TABLES = """
    SELECT c.relname, pg_has_role(current_user, c.relowner, 'MEMBER')
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') ORDER BY c.relname
"""
# Ours and pghistory's: what a trigger calls looks for its tables in a fixed place, so that no table that
# somebody makes for the moment takes the place of a history.
FUNCTIONS = """
    SELECT p.proname, pg_get_function_identity_arguments(p.oid)
    FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
    WHERE n.nspname = 'public' AND (p.proname ~ '^_?(pgtrigger|pgh)_' OR p.prorettype = 'trigger'::regtype)
"""
# The library lets a session name triggers that are to do nothing; each of its installations brings that back.
IGNORES_NOTHING = """
    CREATE OR REPLACE FUNCTION public._pgtrigger_should_ignore(trigger_name NAME) RETURNS BOOLEAN
    AS $$ BEGIN RETURN FALSE; END; $$ LANGUAGE plpgsql
"""
# Another process may make it in the same moment.
IF_MISSING = """
    DO $$ BEGIN
        CREATE ROLE {} LOGIN;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END $$
"""
STRENGTH = """
    SELECT rolsuper, rolcreaterole, rolreplication, rolbypassrls,
        pg_has_role(rolname, current_user, 'MEMBER'), pg_has_role(rolname, 'pg_write_all_data', 'MEMBER')
    FROM pg_roles WHERE rolname = %s
"""
# Who may add to the audit and owns nothing of it.
GRANTED = """
    SELECT DISTINCT r.rolname
    FROM pg_class AS c, aclexplode(c.relacl) AS a JOIN pg_roles AS r ON r.oid = a.grantee
    WHERE c.oid = to_regclass('public.safeguarding_auditentry') AND a.privilege_type = 'INSERT'
        AND a.grantee <> c.relowner ORDER BY r.rolname
"""
FAULTS = (
    "is a superuser",
    "may make roles",
    "may replicate",
    "may bypass row security",
    "is the owner of the tables, or a member of that role",
    "may write to every table",
)


class RoleError(Exception):
    """The role cannot be what the service runs as; the text says why and what to do."""


def grant(role: str) -> dict[str, str]:
    """Give the role what the service needs and take the rest; {table: its rights}. Run as the owner; each
    migration runs it again.

    Raises RoleError where the role is missing, too strong, or where the tables are somebody else's.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        _check(cursor, role)
        rights = {table: _rights(table) for table in _own_tables(cursor)}
        _ground(cursor, role)
        for table, right in rights.items():
            _run(cursor, f"GRANT {right} ON {{}} TO {{}}", table, role)
        _run(cursor, "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {}", role)
        _fix_functions(cursor)
    return rights


def granted() -> list[str]:
    """The roles that were let in before, by this release or an older one; none in a new database."""
    with connection.cursor() as cursor:
        cursor.execute(GRANTED)
        return [role for (role,) in cursor.fetchall()]


def make(role: str) -> None:
    """A role that may sign in and nothing else, where there is none: for the local server."""
    with connection.cursor() as cursor:
        _run(cursor, IF_MISSING, role)


def growing() -> set[str]:
    """The tables whose rows are added and never changed: those whose triggers refuse it, and the contexts."""
    return {m._meta.db_table for m in apps.get_models(include_auto_created=True) if _only_grows(m)} | {
        CONTEXT
    }


def weaknesses() -> list[str]:
    """By what the role of this connection could change history and audit, a phrase each."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        (role,) = cursor.fetchone()
        faults = [fault for fault in _faults(cursor, role) if not fault.startswith("is the owner")]
        cursor.execute(
            "SELECT t, has_table_privilege(t, 'UPDATE') OR has_table_privilege(t, 'DELETE')"
            " OR has_table_privilege(t, 'TRUNCATE') OR has_table_privilege(t, 'TRIGGER')"
            " FROM unnest(%s::text[]) AS t WHERE to_regclass(t) IS NOT NULL ORDER BY t",
            [sorted(growing())],
        )
        changeable = [table for table, may in cursor.fetchall() if may]
    if changeable:
        faults.append(f"may change {len(changeable)} tables that only grow, {changeable[0]} among them")
    return faults


def not_granted() -> list[str]:
    """The tables that the role of this connection cannot add to: made by a migration since the last grant."""
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        found = [table for table, _ in cursor.fetchall() if table not in READ_ONLY]
        cursor.execute(
            "SELECT t FROM unnest(%s::text[]) AS t WHERE NOT has_table_privilege(quote_ident(t), 'INSERT')",
            [found],
        )
        return [table for (table,) in cursor.fetchall()]


def _only_grows(model: type[Model]) -> bool:
    both = pgtrigger.Update | pgtrigger.Delete
    triggers = getattr(model._meta, "triggers", [])
    return any(isinstance(t, pgtrigger.Protect) and str(t.operation) == str(both) for t in triggers)


def _rights(table: str) -> str:
    if table in READ_ONLY:
        return FIXED
    return GROWING if table in growing() else OPEN


def _check(cursor: Any, role: str) -> None:
    faults = _faults(cursor, role)
    if faults:
        raise RoleError(
            f"The role {role} {faults[0]}, so it could change history. Use one that owns nothing."
        )


def _faults(cursor: Any, role: str) -> list[str]:
    cursor.execute(STRENGTH, [role])
    found = cursor.fetchone()
    if found is None:
        raise RoleError(f"There is no role {role}. Make it first: CREATE ROLE {role} LOGIN PASSWORD '...'")
    return [fault for fault, true in zip(FAULTS, found, strict=True) if true]


def _own_tables(cursor: Any) -> list[str]:
    cursor.execute(TABLES)
    found = cursor.fetchall()
    if not found:
        raise RoleError("There are no tables yet. Run manage.py migrate first.")
    if not all(own for _, own in found):
        raise RoleError("The tables belong to another role. Run this as the one that migrates.")
    return [table for table, _ in found]


def _ground(cursor: Any, role: str) -> None:
    """Into the database and the schema, to make tables for the moment, and nothing more."""
    _run(cursor, "REVOKE ALL ON DATABASE {} FROM PUBLIC, {}", connection.settings_dict["NAME"], role)
    _run(cursor, "GRANT CONNECT, TEMPORARY ON DATABASE {} TO {}", connection.settings_dict["NAME"], role)
    _run(cursor, "REVOKE ALL ON SCHEMA public FROM PUBLIC, {}", role)
    _run(cursor, "GRANT USAGE ON SCHEMA public TO {}", role)
    for kind in ("TABLES", "SEQUENCES"):
        _run(cursor, f"REVOKE ALL ON ALL {kind} IN SCHEMA public FROM PUBLIC, {{}}", role)
    # A later migration's trigger may look into a table of its own: the release that still runs then, before
    # the next grant, would fail on it (a sign-in changes an account's row).
    _run(cursor, "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO {}", role)


def _fix_functions(cursor: Any) -> None:
    cursor.execute(IGNORES_NOTHING)
    cursor.execute(FUNCTIONS)
    for name, arguments in cursor.fetchall():
        _run(cursor, f"ALTER FUNCTION public.{{}}({arguments}) SET search_path = public, pg_temp", name)


def _run(cursor: Any, statement: str, *names: str) -> None:
    composed = sql.SQL(statement).format(*map(sql.Identifier, names))
    cursor.execute(composed.as_string(psycopg.adapters))
