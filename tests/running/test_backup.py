"""A backup brought back into an empty database and proved, with PostgreSQL's own programs."""

from collections.abc import Iterator
from contextlib import ExitStack
from io import StringIO
from pathlib import Path

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from psycopg import sql
from pytest_django import DjangoDbBlocker

from safeguarding.deployment.backup import facts
from tests import database
from tests.demo_database import address, point_at, server
from tests.factories import ChildFactory

pytestmark = pytest.mark.services
SOURCE, TARGET = "backed_up", "restored"
FILL = """
    INSERT INTO safeguarding_team (name, is_active, is_safeguarding_unit)
    SELECT 'Fable Team ' || n, true, false FROM generate_series(1, 50) AS n
"""

OTHERWISE = """
    CREATE OR REPLACE FUNCTION safeguarding_name_keys(given text, family text DEFAULT ''::text) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT RETURN ARRAY['elbaf', 'FPL']
"""


@pytest.fixture
def databases(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock(), server() as admin, ExitStack() as stack:
        for name, template in ((SOURCE, database.template()), (TARGET, "template0")):
            database.drop(admin, name)
            copy = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
            admin.execute(copy.format(sql.Identifier(name), sql.Identifier(template)))
            stack.callback(database.drop, admin, name)
        with psycopg.connect(address(SOURCE), autocommit=True) as source:
            source.execute(FILL)
        yield


def manage(name: str, *command: str) -> str:
    """What a command on this database says, or why it refuses."""
    before, said = str(connection.settings_dict["NAME"]), StringIO()
    point_at(name)
    try:
        call_command(*command, stdout=said)
    except CommandError as refusal:
        return str(refusal)
    finally:
        point_at(before)
    return said.getvalue()


def test_a_restored_backup_is_equal_and_a_changed_one_is_not(databases: None, tmp_path: Path) -> None:
    folder = tmp_path / "tonight"
    assert " rows." in manage(SOURCE, "backup", str(folder))
    modes = {file.name: file.stat().st_mode & 0o777 for file in folder.iterdir()}
    assert modes == {"database.dump": 0o600, "facts.json": 0o600}
    unrestored = manage(TARGET, "verify_restore", str(folder))
    assert "safeguarding_team: 50 rows" in unrestored
    assert "newest migration: " in unrestored and ", no table here." in unrestored
    assert manage(TARGET, "restore", str(folder)).startswith("Restored.")
    assert manage(TARGET, "verify_restore", str(folder)).startswith("Equal: ")
    with psycopg.connect(address(TARGET), autocommit=True) as target:
        target.execute("UPDATE safeguarding_team SET name = 'Changed' WHERE name = 'Fable Team 7'")
        target.execute("ALTER TABLE safeguarding_auditentry DISABLE TRIGGER USER")
    told = manage(TARGET, "verify_restore", str(folder))
    assert "safeguarding_team: 50 rows" in told and "safeguarding_teamevent: 50 rows" in told
    assert "triggers: safeguarding_auditentry pgtrigger_auditentry_never_changed" in told
    assert "The database of DATABASE_URL is not empty" in manage(TARGET, "restore", str(folder))
    assert "Name a folder that is not there" in manage(SOURCE, "backup", str(folder))


@pytest.mark.django_db
def test_what_the_database_works_out_itself_is_no_difference() -> None:
    """No dump holds it, and another plan may put the spellings of a name into another order."""
    ChildFactory(given_names="Amber", family_name="Fable")
    before = facts()["tables"]["safeguarding_child"]
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE safeguarding_child DISABLE TRIGGER USER")
        cursor.execute(OTHERWISE)
        cursor.execute("UPDATE safeguarding_child SET given_names = given_names")
        assert facts()["tables"]["safeguarding_child"] == before
        cursor.execute("UPDATE safeguarding_child SET given_names = 'Amberly'")
    assert facts()["tables"]["safeguarding_child"] != before
