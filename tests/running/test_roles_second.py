"""Attacks on what waits for two people, as the role that the service runs as: the database refuses each."""

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from safeguarding.deployment import roles
from safeguarding.models import Outcome
from safeguarding.second_person.closing import close
from tests import factories as make
from tests.running.test_roles import _granted  # noqa: F401  The role, let in.
from tests.scheduling import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_granted")]
# What would have another thing done than was asked.
ASKED = [
    (make.AccountChangeFactory, "kind = 'SECOND_CHECK'"),
    (make.AccountChangeFactory, "account_id = (SELECT min(id) FROM safeguarding_user)"),
    (make.AccountChangeFactory, "asked_by_id = (SELECT min(id) FROM safeguarding_user)"),
    (make.AccountChangeFactory, "last_date = '2099-01-01'"),
    (make.RestrictionRemovalFactory, "why = 'OTHER'"),
    (make.PlanEndingFactory, "end_date = '2018-06-05'"),
    (make.DecisionChangeFactory, "new_reasons = 'Others'"),
]
ALL = [
    make.AccountChangeFactory,
    make.RestrictionRemovalFactory,
    make.PlanEndingFactory,
    make.DecisionChangeFactory,
]
REOPENED = "outcome = '', closed_by_id = NULL, closed_at = NULL, closed_reason = ''"


def attack(row, statement):
    """Whether the database did it, as the service's own role."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {roles.APPLICATION}")
        cursor.execute(statement.format(table=row._meta.db_table) + " WHERE id = %s", [row.pk])
        return cursor.rowcount


def refused(row, statement):
    with pytest.raises(DatabaseError, match="pgtrigger: Cannot") as said:
        attack(row, statement)
    assert isinstance(said.value.__cause__, psycopg.errors.RaiseException)


@pytest.mark.parametrize(("factory", "change"), ASKED)
def test_what_was_asked_stays_as_it_was_asked(factory, change):
    make.UserFactory()
    refused(factory(), f"UPDATE {{table}} SET {change}")


@pytest.mark.parametrize("factory", ALL)
def test_what_is_closed_stays_so_and_nothing_is_deleted(factory):
    row = factory()
    refused(row, "DELETE FROM {table}")
    close(row, Outcome.REFUSED, by=make.UserFactory(), at=NOW, reason="Unknown here")
    refused(row, f"UPDATE {{table}} SET {REOPENED}")
    refused(row, "UPDATE {table} SET closed_reason = 'Another'")
    refused(row, "DELETE FROM {table}")


def test_a_new_account_s_row_is_given_the_account_of_its_address_and_no_other():
    """Else what was asked for a newcomer would be done to somebody who is here."""
    row, other = make.AccountChangeFactory(new=True), make.UserFactory()
    refused(row, f"UPDATE {{table}} SET account_id = {other.pk}")
    made = make.UserFactory(email=row.email)
    assert attack(row, f"UPDATE {{table}} SET account_id = {made.pk}") == 1
    refused(row, "UPDATE {table} SET account_id = NULL")


def test_the_end_of_a_plan_goes_with_the_death_that_was_none_and_moves_with_its_day():
    died = {"event__kind": "DIED", "end_reason": "DIED"}
    row = make.PlanEndingFactory(**died, plan__child__death_date="2018-06-04")
    refused(row, "DELETE FROM {table}")
    refused(row, "UPDATE {table} SET end_date = '2018-06-05'")
    type(row.event).objects.unscoped("test").update(day="2018-06-05")
    assert attack(row, "UPDATE {table} SET end_date = '2018-06-05'") == 1
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
    type(row.event.child).objects.unscoped("test").update(death_date=None)
    make.CorrectionFactory(child=row.event.child, field="death_date", was="2018-06-04", now="")
    assert attack(row, "DELETE FROM {table}") == 1
    type(row.event).objects.unscoped("test").filter(pk=row.event.pk).delete()
