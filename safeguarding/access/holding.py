"""Whether a person holds a right, by the one table (safeguarding.rights)."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser

from safeguarding.models import User
from safeguarding.rights import Permission, holds


def can(user: User | AnonymousUser, permission: Permission) -> bool:
    """Whether a role of this person holds the right. Nobody, the disabled and the system itself hold none."""
    if not isinstance(user, User) or not user.is_active or user.is_system:
        return False
    return any(holds(role, permission) for role in user.roles)
