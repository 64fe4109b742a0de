"""Who may do what: the one table, read by the code and printed on the page of rights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safeguarding.access.permissions import Permission as P
from safeguarding.roles import Role

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from safeguarding.models import User

EVERYBODY = frozenset({P.READ_OWN_VIEWS})
READS_CHILDREN = EVERYBODY | {P.FIND_CHILD, P.READ_CHILD, P.READ_FAMILY}
READS_FIGURES = frozenset({P.READ_MEASURES, P.OPEN_MEASURE, P.READ_POLICY})

CAN: dict[Role, frozenset[P]] = {
    Role.CHAIR: READS_CHILDREN | READS_FIGURES,
    Role.STRATEGIC_LEAD: READS_CHILDREN
    | READS_FIGURES
    | {P.IMPORT_CENSUS, P.READ_ACCESS_LOG, P.RESTRICT_CHILD, P.BAR_PERSON},
    Role.MANAGER: READS_CHILDREN | READS_FIGURES | {P.IMPORT_CENSUS},
    Role.TEAM_MANAGER: READS_CHILDREN | READS_FIGURES,
    Role.SOCIAL_WORKER: READS_CHILDREN,
    Role.BUSINESS_SUPPORT: READS_CHILDREN,
    Role.REVIEWER: EVERYBODY | {P.READ_CHILD},
    Role.INFORMATION_GOVERNANCE: EVERYBODY | {P.READ_ACCESS_LOG, P.BAR_PERSON},
    Role.SYSTEM_ADMINISTRATOR: EVERYBODY | {P.READ_POLICY, P.CHANGE_POLICY, P.MANAGE_USERS},
}

# Sees every open child of the council; the others see their own team's, or only those they are named for.
SEES_WHOLE_UNIT = frozenset({Role.CHAIR, Role.STRATEGIC_LEAD, Role.MANAGER, Role.BUSINESS_SUPPORT})
SEES_OWN_TEAM = frozenset({Role.TEAM_MANAGER, Role.SOCIAL_WORKER})
SEES_NAMED_ONLY = frozenset({Role.REVIEWER})


def can(user: User | AnonymousUser, permission: P) -> bool:
    """Whether this person's role holds the right. Nobody, the disabled and the system itself hold none."""
    if not user.is_authenticated or not user.is_active or user.is_system:
        return False
    return permission in CAN[Role(user.role)]
