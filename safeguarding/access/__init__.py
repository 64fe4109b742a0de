"""Rights: who may do what (roles), to whom (scope), and what every view must say of itself (views)."""

from safeguarding.access.holding import can
from safeguarding.access.scope import get, scope, visible_children
from safeguarding.access.views import needs, person_of, public, signed_in
from safeguarding.rights import Permission

__all__ = [
    "Permission",
    "can",
    "get",
    "needs",
    "person_of",
    "public",
    "scope",
    "signed_in",
    "visible_children",
]
