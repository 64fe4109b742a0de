"""What help was tried for children in sight: what is to go on, and whom else of the family it may be for."""

from __future__ import annotations

from uuid import UUID

from conferences.models import SupportTried
from safeguarding.access import get, scope
from safeguarding.models import Child, User


def support_in_scope(user: User, ref: UUID) -> SupportTried:
    """One that stands. Http404 where it is out of the person's scope, or was recorded in error."""
    rows = SupportTried.objects.filter(in_error=False).select_related("child")
    found: SupportTried = get(user, rows, ref=ref)
    return found


def siblings_of(user: User, child: Child) -> list[Child]:
    """The child first, then the brothers and sisters in sight, by birth."""
    if child.family_id is None:
        return [child]
    others = scope(user, Child).filter(family=child.family_id, joined_into=None).exclude(pk=child.pk)
    return [child, *others.order_by("birth_date", "expected_birth_date", "pk")]
