"""Who may do what: the one table, read by the code and printed on the page of rights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safeguarding.access.permissions import Permission as P
from safeguarding.roles import Role

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from safeguarding.models import User

EVERYBODY = frozenset({P.READ_OWN_VIEWS, P.MY_WORK})
READS_CHILDREN = EVERYBODY | {P.FIND_CHILD, P.READ_CHILD, P.READ_FAMILY, P.READ_REQUEST}
READS_FIGURES = frozenset({P.READ_MEASURES, P.OPEN_MEASURE, P.READ_POLICY})
ASKS = frozenset({P.ASK_CONFERENCE, P.RECORD_CORE_GROUP})
SCHEDULES = frozenset({P.READ_DIARY, P.SCHEDULE, P.SEND_LETTERS})

CAN: dict[Role, frozenset[P]] = {
    Role.CHAIR: READS_CHILDREN | READS_FIGURES | SCHEDULES | {P.HOLD_THINKING_TIME, P.RECORD_CONFERENCE},
    Role.STRATEGIC_LEAD: READS_CHILDREN
    | READS_FIGURES
    | {
        P.READ_DIARY,
        P.DECIDE_CONSULTATION,
        P.IMPORT_CENSUS,
        P.READ_ACCESS_LOG,
        P.RESTRICT_CHILD,
        P.BAR_PERSON,
    },
    Role.MANAGER: READS_CHILDREN | READS_FIGURES | {P.READ_DIARY, P.IMPORT_CENSUS},
    Role.TEAM_MANAGER: READS_CHILDREN | READS_FIGURES | ASKS,
    Role.SOCIAL_WORKER: READS_CHILDREN | ASKS,
    Role.BUSINESS_SUPPORT: READS_CHILDREN | SCHEDULES,
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
