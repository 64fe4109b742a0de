"""Showing a confidential address: it is shown to nobody without a note of who asked for it, and when."""

from __future__ import annotations

import datetime as dt

from safeguarding.audit import record
from safeguarding.models import Household, Person, User
from safeguarding.operation import operation
from safeguarding.rights import Permission


@operation(needs=Permission.READ_FAMILY)
def show_address(*, place: Person | Household, by: User, at: dt.datetime) -> str:
    """Note that `by` was shown the address, and return the key by which the family's page shows it once."""
    record("address.shown", place, by=by, at=at)
    return f"person:{place.ref}" if isinstance(place, Person) else f"household:{place.pk}"
