"""Attacks on history and audit as the role that the service runs as: the database refuses every one."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO

import psycopg
import pytest
from django.core.checks import run_checks
from django.core.management import call_command
from django.db import connection
from psycopg import errors, sql
from pytest_django import DjangoDbBlocker

from conferences.models import Conference, Plan
from conferences.operations.corrections_decisions import Wish, agree_decision, ask_decision
from conferences.queries.corrections_decisions import version_of
from safeguarding.deployment import roles
from tests.cast import person
from tests.demo_database import address
from tests.views.meetings import signed

NOT_ALLOWED = errors.InsufficientPrivilege
CHANGES = [
    "UPDATE safeguarding_auditentry SET event = 'x.y'",
    "DELETE FROM safeguarding_auditentry",
    "UPDATE safeguarding_readlog SET user_id = 1",
    "DELETE FROM safeguarding_readlog WHERE false",
    "UPDATE safeguarding_childevent SET pgh_label = 'x'",
    "DELETE FROM conferences_planevent",
    "UPDATE pghistory_context SET metadata = '{}'",
    "DELETE FROM pghistory_context",
    "INSERT INTO pghistory_context (id, metadata, created_at, updated_at)"
    " VALUES (gen_random_uuid(), '{}', now(), now())"
    " ON CONFLICT (id) DO UPDATE SET metadata = '{}'",
    "MERGE INTO safeguarding_auditentry AS a USING (SELECT 1) AS s ON true WHEN MATCHED THEN DELETE",
    "DELETE FROM django_migrations",
]
TABLES = [
    "TRUNCATE safeguarding_auditentry",
    "TRUNCATE safeguarding_child CASCADE",
    "DROP TABLE safeguarding_readlog",
    "ALTER TABLE safeguarding_child DISABLE TRIGGER ALL",
    "ALTER TABLE safeguarding_auditentry DISABLE TRIGGER USER",
    "ALTER TABLE safeguarding_childevent RENAME TO gone",
    "ALTER TABLE safeguarding_auditentry OWNER TO safeguarding_app",
    "CREATE TRIGGER nothing BEFORE INSERT ON safeguarding_auditentry"
    " FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
    "CREATE RULE nothing AS ON INSERT TO safeguarding_auditentry DO INSTEAD NOTHING",
    "CREATE OR REPLACE FUNCTION _pgh_attach_context() RETURNS uuid AS 'SELECT NULL::uuid' LANGUAGE sql",
    "ALTER FUNCTION public._pgtrigger_should_ignore(name) RESET ALL",
    "CREATE TABLE public.mine (x int)",
    "CREATE SCHEMA mine",
    "CREATE INDEX ON safeguarding_child (id)",
    "SET session_replication_role = replica",
    "SET ROLE safeguarding",
    "ALTER ROLE safeguarding_app SUPERUSER",
    "COPY safeguarding_child TO PROGRAM 'cat'",
    "COPY safeguarding_child FROM '/etc/passwd'",
    "SELECT setval(pg_get_serial_sequence('safeguarding_auditentry', 'id'), 1)",
    "SELECT lo_import('/etc/passwd')",
]


# What lets a session name triggers that are to do nothing: other tests plant their tokens by it.
IGNORING = "SELECT pg_get_functiondef('public._pgtrigger_should_ignore(name)'::regprocedure)"


@pytest.fixture(scope="module")
def _granted(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(IGNORING)
        (before,) = cursor.fetchone()
        roles.make(roles.APPLICATION)
        roles.grant(roles.APPLICATION)
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(before)


@pytest.fixture
def service(_granted: None) -> Iterator[psycopg.Connection]:
    """A connection as the service's own role; what it does is rolled back."""
    url = address(str(connection.settings_dict["NAME"])).replace("//safeguarding@", f"//{roles.APPLICATION}@")
    with psycopg.connect(url) as own:
        yield own
        own.rollback()


@pytest.mark.parametrize("attack", CHANGES + TABLES)
def test_an_attack_is_refused(service: psycopg.Connection, attack: str) -> None:
    with pytest.raises(psycopg.Error) as refusal:
        service.execute(attack)
    assert isinstance(refusal.value, NOT_ALLOWED) or "permission denied" in str(refusal.value)


@pytest.mark.django_db
def test_every_table_that_only_grows_is_closed_to_change(service: psycopg.Connection) -> None:
    growing = roles.growing()
    assert (
        len(growing) > 50
        and {"safeguarding_auditentry", "safeguarding_readlog", "safeguarding_childevent"} < growing
    )
    for table in growing:
        for change in ("DELETE FROM {}", "TRUNCATE {}"):
            with pytest.raises(NOT_ALLOWED):
                service.execute(sql.SQL(change).format(sql.Identifier(table)))
            service.rollback()


TEAM = (
    "INSERT INTO safeguarding_team (name, is_active, is_safeguarding_unit)"
    " VALUES (gen_random_uuid()::text, true, false) RETURNING id"
)
KEPT = "SELECT pgh_label FROM public.safeguarding_teamevent WHERE pgh_obj_id = %s ORDER BY 1"


def changes_kept(service: psycopg.Connection) -> list[str]:
    """The labels of the changes of the team that are in the history."""
    (team,) = service.execute(TEAM).fetchone() or (0,)
    service.execute("UPDATE safeguarding_team SET is_active = false WHERE id = %s", [team])
    rows = service.execute(KEPT, [team])
    return [label for (label,) in rows]


NUMBER = "0f1e2d3c-0000-4000-8000-000000000001"
WHOLE = ["insert", "update"]


def test_a_change_is_in_the_history(service: psycopg.Connection) -> None:
    assert changes_kept(service) == WHOLE


def test_no_trigger_can_be_told_to_do_nothing(service: psycopg.Connection) -> None:
    names = service.execute(
        "SELECT array_agg(tgname::text)::text FROM pg_trigger WHERE NOT tgisinternal"
    ).fetchone()
    service.execute("SELECT set_config('pgtrigger.ignore', %s, false)", names)
    assert changes_kept(service) == WHOLE


def test_no_table_of_the_moment_takes_the_place_of_a_history(service: psycopg.Connection) -> None:
    service.execute(
        "CREATE TEMP TABLE safeguarding_teamevent (LIKE public.safeguarding_teamevent INCLUDING ALL)"
    )
    service.execute("SET search_path = pg_temp, public")
    assert changes_kept(service) == WHOLE


def test_whose_change_it_was_stays_told(service: psycopg.Connection) -> None:
    """Later words under the same number are a context of their own."""
    for told in ('{"user": 1}', '{"user": 2}'):
        service.execute("SELECT set_config('pghistory.context_id', %s, false)", [NUMBER])
        service.execute("SELECT set_config('pghistory.context_metadata', %s, false)", [told])
        changes_kept(service)
    rows = service.execute("SELECT metadata ->> 'user' FROM pghistory_context ORDER BY 1")
    assert [user for (user,) in rows][-2:] == ["1", "2"]


def test_a_trigger_may_look_into_a_table_that_was_made_after_the_grant(service: psycopg.Connection) -> None:
    """While an upgrade has migrated and not granted yet, the release before still signs people in."""
    with psycopg.connect(address(str(connection.settings_dict["NAME"])), autocommit=True) as owner:
        owner.execute("CREATE TABLE made_by_a_migration (id int)")
        try:
            service.execute("SELECT count(*) FROM made_by_a_migration")
            with pytest.raises(NOT_ALLOWED):
                service.execute("INSERT INTO made_by_a_migration VALUES (1)")
            service.rollback()
        finally:
            owner.execute("DROP TABLE made_by_a_migration")


@pytest.mark.django_db
def test_a_role_that_is_too_strong_or_missing_is_refused() -> None:
    with pytest.raises(roles.RoleError, match="There is no role nobody_at_all. Make it first"):
        roles.grant("nobody_at_all")
    with pytest.raises(roles.RoleError, match="is a superuser, so it could change history"):
        roles.grant("safeguarding")


@pytest.mark.django_db
def test_the_deployment_check_names_a_role_that_could_change_history(_granted: None) -> None:
    faults = run_checks(include_deployment_checks=True, tags=["database"], databases=["default"])
    told = " ".join(fault.msg for fault in faults if fault.id == "safeguarding.E004")
    assert "is a superuser" in told and "tables that only grow" in told
    with connection.cursor() as cursor:
        cursor.execute(f"SET ROLE {roles.APPLICATION}")
        assert roles.weaknesses() == [] == roles.not_granted()
        cursor.execute("RESET ROLE")


@pytest.mark.django_db
def test_the_deployment_check_names_a_table_that_was_made_since_the_grant(_granted: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE made_by_a_migration (id int)")
        cursor.execute(f"SET ROLE {roles.APPLICATION}")
        faults = run_checks(include_deployment_checks=True, tags=["database"], databases=["default"])
        cursor.execute("RESET ROLE")
    assert [fault.id for fault in faults] == ["safeguarding.E005"]
    assert "cannot write to 1 table, made_by_a_migration among them" in faults[0].msg


@pytest.mark.django_db
def test_migrating_lets_the_role_in_again(_granted: None) -> None:
    said = StringIO()
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE made_by_a_migration (id int)")
        call_command("migrate", verbosity=0, stdout=said)
        cursor.execute(f"SET ROLE {roles.APPLICATION}")
        assert roles.not_granted() == [] == roles.weaknesses()
        cursor.execute("RESET ROLE")
    assert said.getvalue().startswith(f"{roles.APPLICATION} is let in again, to ")


@pytest.mark.django_db
def test_a_role_that_has_become_too_strong_is_not_let_in_again(_granted: None) -> None:
    said = StringIO()
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER ROLE {roles.APPLICATION} CREATEROLE")
        call_command("migrate", verbosity=0, stdout=said)
    assert "is not let in again. The role safeguarding_app may make roles" in said.getvalue()


@pytest.mark.django_db
def test_a_plan_that_was_none_goes_under_the_services_own_role(_granted: None) -> None:
    """Deleting asks for no row of a table that only grows: it did, of the steps of the plan's duties."""
    chair = person("CHAIR")
    signed(chair)
    amy = Conference.objects.unscoped("test").get().children.order_by("child").first()
    none = replace(version_of(amy), outcome="NO_PLAN", category="")
    wish = Wish(none, "TYPED", "The wrong box was ticked")
    at = dt.datetime(2018, 6, 4, 10, tzinfo=dt.UTC)
    with connection.cursor() as cursor:
        cursor.execute(f"SET ROLE {roles.APPLICATION}")
        asked = ask_decision(at_conference=amy, wish=wish, by=chair, at=at)
        agree_decision(change=asked, by=person("STRATEGIC_LEAD"), at=at)
        cursor.execute("RESET ROLE")
    assert not Plan.objects.unscoped("test").exists()
