"""The end of a restriction: confirmed by a second person, and told to those who were named."""

from __future__ import annotations

import datetime as dt

from conferences.operations.notices import tell
from conferences.rules.notices import Change
from safeguarding.access import operations as access
from safeguarding.access.restrictions import named_now
from safeguarding.access.scope import governed
from safeguarding.models import Child, RestrictionRemoval, User
from safeguarding.operation import operation
from safeguarding.rights import Permission


@operation(needs=Permission.CONFIRM_REMOVAL, sees=governed)
def remove_restriction(*, removal: RestrictionRemoval, by: User, at: dt.datetime) -> Child:
    """Open a restricted record as a second person; the people named for it are told, and stay named."""
    opened = access.confirm_removal(removal=removal, by=by, at=at)
    tell(Change.OPENED_AGAIN, opened, named_now(opened, at), besides=by, at=at)
    return opened
