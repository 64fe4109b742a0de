"""Doing again what the database gave up: a deadlock, a serialization failure, too long a wait."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeVar

from django.db import IntegrityError, OperationalError, connection
from psycopg import errors

T = TypeVar("T")
log = logging.getLogger(__name__)
TIMES = 3
GIVEN_UP = (errors.DeadlockDetected, errors.SerializationFailure, errors.LockNotAvailable)


def tried_again(deed: Callable[[], T], times: int = TIMES) -> T:
    """The deed, begun anew up to `times` more times where the database gave it up.

    Inside somebody else's transaction it is done once: what was given up there is theirs to begin again.
    Raises the last OperationalError.
    """
    for attempt in range(times):
        try:
            return deed()
        except OperationalError as error:
            if connection.in_atomic_block or not isinstance(error.__cause__, GIVEN_UP):
                raise
            log.warning(
                "tried_again", extra={"attempt": attempt + 1, "cause": type(error.__cause__).__name__}
            )
    return deed()


def constraint_of(error: IntegrityError) -> str:
    """The name of the constraint that the database held against a write; nothing where it names none."""
    diagnosis = getattr(error.__cause__, "diag", None)
    return getattr(diagnosis, "constraint_name", None) or ""
