"""A connection from the pool, without waiting for a server that is known to be away.

The pool alone lets each page wait ten seconds while the server is away, and tries again after ever longer
pauses: pages stayed away half a minute longer than the server. Here the first failed attempt is known to all
at once; then one asks the server directly, and whoever finds it back throws the old pool away.
"""

from __future__ import annotations

import threading
import time
from typing import Any, Self

import psycopg
from django.db.backends.postgresql import base
from psycopg_pool import PoolTimeout

# How long a page waits where every connection is at work, and how often it looks whether the server is away.
PATIENCE_SECONDS, LOOK_SECONDS = 10.0, 0.2
CONNECT_SECONDS = 2
# What is for the connection's own Python, and not for the server.
OURS = frozenset({"context", "cursor_factory"})
AWAY = "The database server is away."


class Outage:
    """Whether the server of this process is known to be away."""

    def __init__(self) -> None:
        self.is_on = False
        self.asking = threading.Lock()


outage = Outage()


class Watched(psycopg.Connection[Any]):
    """A connection whose failure to come about is known to all threads."""

    @classmethod
    def connect(cls, *args: Any, **kwargs: Any) -> Self:
        try:
            return super().connect(*args, **kwargs)
        except psycopg.OperationalError:
            outage.is_on = True
            raise


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's, with a pool that is thrown away after an outage."""

    def __init__(self, settings_dict: dict[str, Any], alias: str = "default") -> None:
        super().__init__(settings_dict, alias)
        options = self.settings_dict["OPTIONS"]
        if options.get("pool"):
            options["pool"] |= {"connection_class": Watched, "timeout": LOOK_SECONDS}

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        if not self.pool:
            return super().get_new_connection(conn_params)
        if outage.is_on:
            self._ask(conn_params)
        until = time.monotonic() + PATIENCE_SECONDS
        while True:
            try:
                return super().get_new_connection(conn_params)
            except PoolTimeout:
                if outage.is_on or time.monotonic() > until:
                    raise

    def _ask(self, conn_params: dict[str, Any]) -> None:
        """One thread asks the server directly; the others go on to say that it is away.

        Raises psycopg.OperationalError while it is.
        """
        if not outage.asking.acquire(blocking=False):
            raise psycopg.OperationalError(AWAY)
        try:
            plain = {key: value for key, value in conn_params.items() if key not in OURS}
            psycopg.connect(**{**plain, "connect_timeout": CONNECT_SECONDS}).close()
            self._renew_pool()
        finally:
            outage.asking.release()

    def _renew_pool(self) -> None:
        pools: dict[str, Any] = self._connection_pools  # type: ignore[attr-defined]  # Not in its types.
        if pool := pools.pop(self.alias, None):
            # Its threads may be in the middle of an attempt.
            pool.close(timeout=0)
        outage.is_on = False
