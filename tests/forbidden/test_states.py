"""Every state that must not be, tried by raw SQL as the role that the service runs as."""

from collections import Counter
from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection, transaction
from psycopg import errors
from pytest_django import DjangoDbBlocker

from safeguarding.deployment import roles
from tests import database
from tests.bench.copies import copy_of
from tests.demo_database import address
from tests.forbidden import (
    states_copies,
    states_copies_closing,
    states_exclusions,
    states_exclusions_letters,
    states_fit,
    states_ground,
    states_invitations,
    states_invitations_letters,
    states_invitations_links,
    states_letters_words,
    states_look_ups,
    states_next,
    states_plans,
    states_preparation,
    states_told,
    states_withheld,
    states_work,
)
from tests.forbidden.state import KEY, RIGHT, State
from tests.forbidden.world import Ids, plant

STATES = [
    *states_plans.STATES,
    *states_work.STATES,
    *states_told.STATES,
    *states_ground.STATES,
    *states_look_ups.STATES,
    *states_letters_words.STATES,
    *states_fit.STATES,
    *states_preparation.STATES,
    *states_invitations.STATES,
    *states_invitations_letters.STATES,
    *states_invitations_links.STATES,
    *states_withheld.STATES,
    *states_next.STATES,
    *states_copies.STATES,
    *states_copies_closing.STATES,
    *states_exclusions.STATES,
    *states_exclusions_letters.STATES,
]
# What each kind of refusal without a constraint's name is.
KINDS = {
    RIGHT: errors.InsufficientPrivilege,
    KEY: errors.ForeignKeyViolation,
    "(a unique key)": errors.UniqueViolation,
    "(it counts as before)": errors.DivisionByZero,
    "(it holds none)": (errors.DivisionByZero, errors.NullValueNotAllowed, errors.CheckViolation),
    "(never deleted)": errors.RaiseException,
    "(never changed)": errors.RaiseException,
}


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Ids]:
    """The lawful world, committed in a database of its own, which the service's role may use."""
    with django_db_blocker.unblock(), copy_of(database.template()):
        with transaction.atomic():
            ids = plant()
        roles.make(roles.APPLICATION)
        roles.grant(roles.APPLICATION)
        yield ids


@pytest.fixture(scope="module")
def service(world: Ids) -> Iterator[psycopg.Connection]:
    name = str(connection.settings_dict["NAME"])
    with psycopg.connect(address(name).replace("//safeguarding@", f"//{roles.APPLICATION}@")) as own:
        yield own


def refusal(service: psycopg.Connection, state: State, world: Ids) -> psycopg.Error | None:
    """What the database says to the state, at the latest where it would be kept."""
    try:
        for statement in state.plant.format(**world).split("; "):
            service.execute(statement)
        service.execute("SET CONSTRAINTS ALL IMMEDIATE")
    except psycopg.Error as error:
        return error
    finally:
        service.rollback()
    return None


@pytest.mark.parametrize("state", STATES, ids=str)
def test_a_state_that_must_not_be_is_refused(state: State, service: psycopg.Connection, world: Ids) -> None:
    error = refusal(service, state, world)
    if state.left_because:
        assert error is None, f"It is refused now: strike out its left_because. {error}"
        return
    assert error is not None, f"The database takes it ({state.rule})."
    kind = KINDS.get(state.refused_by, errors.IntegrityError)
    assert isinstance(error, kind), error
    assert state.refused_by.startswith("(") or error.diag.constraint_name == state.refused_by, error


def test_each_state_is_told_once_and_is_refused_or_left() -> None:
    assert [name for name, count in Counter(s.name for s in STATES).items() if count > 1] == []
    assert [s.name for s in STATES if bool(s.refused_by) == bool(s.left_because)] == []
