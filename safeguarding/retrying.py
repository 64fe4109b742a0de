"""Doing again what the database gave up: a deadlock, a serialization failure, too long a wait."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeVar

from django.db import OperationalError, connection
from psycopg import errors

from safeguarding.refusals import Refused

T = TypeVar("T")
log = logging.getLogger(__name__)
TIMES = 3
GIVEN_UP = (errors.DeadlockDetected, errors.SerializationFailure, errors.LockNotAvailable)
BUSY = "Many people are working on this at this moment. Nothing was changed: try again."


def begin_again(act: Callable[[], T], times: int = TIMES) -> T:
    """Do it, begun anew up to `times` more times where the database gave it up; then Refused.

    Inside somebody else's transaction it is done once: what was given up there is theirs to begin again.
    """
    for attempt in range(times + 1):
        try:
            return act()
        except OperationalError as error:
            if connection.in_atomic_block or not isinstance(error.__cause__, GIVEN_UP):
                raise
            cause = type(error.__cause__).__name__
            log.warning("begun_again", extra={"attempt": attempt + 1, "cause": cause})
    raise Refused(BUSY)
