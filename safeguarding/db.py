"""The database's time limits, how long work lifts them, and a connection past the pool."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from django.db import connection, transaction

SECONDS = 2


@contextmanager
def direct() -> Iterator[psycopg.Connection]:
    """A connection of one's own past the pool, which would wait longer than a prober does and does not
    survive a fork. Each statement stands by itself. Raises psycopg.Error within some seconds.
    """
    parameters = {**connection.get_connection_params(), "connect_timeout": SECONDS}
    for ours in ("pool", "context", "cursor_factory"):
        parameters.pop(ours, None)
    with psycopg.connect(**parameters, autocommit=True) as own:
        yield own


@contextmanager
def unlimited() -> Iterator[None]:
    """A transaction without a time limit on its statements: for imports, seeding, figures at scale.

    The limit on waiting for a lock stays. The setting is local to the transaction, so a pooled connection
    goes back with its limits.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('statement_timeout', '0', true)")
        yield


@contextmanager
def snapshot() -> Iterator[None]:
    """A transaction whose every statement sees the database as of one moment, without a limit on its time.

    Within somebody else's transaction it is theirs that says what is seen.
    """
    if connection.in_atomic_block:
        yield
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        # What is reckoned between two statements may take longer than a page may wait.
        cursor.execute("SELECT set_config('idle_in_transaction_session_timeout', '0', true)")
        cursor.execute("SELECT set_config('statement_timeout', '0', true)")
        yield
