"""Showing a confidential address: it is shown to nobody without a note of who asked for it, and when."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from safeguarding.audit import record
from safeguarding.models import Household, Person, User


class NothingConfidential(Exception):
    """There is no such address for this person to be shown."""


@transaction.atomic
def show(*, place: Person | Household | None, by: User, at: dt.datetime) -> str:
    """Note that `by` was shown the address, and return the key by which the family's page shows it once.

    Raises NothingConfidential where the place is not in the person's sight.
    """
    if place is None:
        raise NothingConfidential("There is no such address.")
    record("address.shown", place, by=by, at=at)
    return f"person:{place.ref}" if isinstance(place, Person) else f"household:{place.pk}"
