"""Rights: who may do what (roles), to whom (scope), and what every view must say of itself (views)."""

from safeguarding.access.holding import can
from safeguarding.access.scope import (
    get,
    get_some,
    in_part,
    in_sight,
    marked,
    marked_in_part,
    scope,
    visible_children,
)
from safeguarding.access.sight import sight_of
from safeguarding.access.views import needs, person_of, public, signed_in
from safeguarding.rights import Permission

__all__ = [
    "Permission",
    "can",
    "get",
    "get_some",
    "in_part",
    "in_sight",
    "marked",
    "marked_in_part",
    "needs",
    "person_of",
    "public",
    "scope",
    "sight_of",
    "signed_in",
    "visible_children",
]
