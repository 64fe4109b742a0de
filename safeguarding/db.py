"""The database's time limits, and how long work lifts them."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def unlimited() -> Iterator[None]:
    """A transaction without a time limit on its statements: for imports, seeding, figures at scale.

    The limit on waiting for a lock stays. The setting is local to the transaction, so a pooled connection
    goes back with its limits.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('statement_timeout', '0', true)")
        yield
