"""A year's check, kept a while for its reader alone: it reads every child of the year."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass

from django.core.cache import cache

from conferences.exchange.census.live import Return, check_return
from safeguarding.access import scope
from safeguarding.access.closed import closed_ids
from safeguarding.clock import day_of
from safeguarding.models import User

KEPT_SECONDS = 600


@dataclass(frozen=True)
class KeptReturn:
    """What was found, and when it was asked."""

    found: Return
    at: dt.datetime


def kept_return(user: User, year: int, *, at: dt.datetime, again: bool = False) -> KeptReturn:
    """The check of a year over the children whom the user may see: as it was found at most some minutes ago,
    for the same rights and the same closed records; `again` asks anew.
    """
    key = _key(user, year)
    kept: KeptReturn | None = None if again else cache.get(key)
    if kept is None:
        found = check_return(year, lambda model: scope(user, model), on=day_of(at))
        kept = KeptReturn(found, at)
        cache.set(key, kept, KEPT_SECONDS)
    return kept


def _key(user: User, year: int) -> str:
    sees = f"{sorted(user.roles)} {user.team_id} {sorted(closed_ids(user))}"
    return f"return:{user.pk}:{year}:{hashlib.sha256(sees.encode()).hexdigest()}"
