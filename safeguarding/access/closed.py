"""The children whose records are closed to a person, whatever their role sees: restricted without a name for
them, or of a family that they are barred from. A team's narrow sight closes no record.

Figures and reports over all children leave them out (docs/decisions), so that nobody learns by difference.
"""

from __future__ import annotations

from django.db.models import Q, QuerySet

from safeguarding.access.sight import sight_of
from safeguarding.models import Child, User


def closed_children(user: User) -> QuerySet[Child]:
    """They, for what must not tell of them. Never shown."""
    sight = sight_of(user)
    unnamed = Q(is_restricted=True) & ~Q(pk__in=sight.named)
    closed = unnamed | Q(family__in=sight.barred) if sight.barred else unnamed
    return Child.objects.answer(f"closed to user {user.pk}").filter(closed)


def closed_ids(user: User) -> frozenset[int]:
    """The ids of those children: one query."""
    return frozenset(closed_children(user).order_by().values_list("pk", flat=True))
