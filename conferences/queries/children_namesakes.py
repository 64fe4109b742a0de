"""Children who may be the one that is about to be recorded: of the same name and day, in scope."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q

from safeguarding.access import scope
from safeguarding.models import Child, User

MOST = 5


def namesakes(user: User, given: str, family: str, day: dt.date | None) -> list[Child]:
    """At most MOST children in the person's scope with these names, whatever their capitals, born or expected
    on the day.
    """
    if day is None:
        return []
    same = Q(given_names__iexact=given.strip(), family_name__iexact=family.strip())
    on_day = Q(birth_date=day) | Q(expected_birth_date=day)
    return list(scope(user, Child).filter(same & on_day)[:MOST])
