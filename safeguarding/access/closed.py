"""The children whose records are closed to a person, whatever their role sees: restricted without a name for
them, or of a family that they are barred from. A team's narrow sight closes no record.

Guarded are those whose records may be closed to somebody: for what is told to nobody in particular.

Figures and reports over all children leave them out (docs/decisions), so that nobody learns by difference.
"""

from __future__ import annotations

from django.db.models import Q, QuerySet

from safeguarding.access.sight import sight_of
from safeguarding.models import Bar, Child, User


def closed_children(user: User) -> QuerySet[Child]:
    """They, for what must not tell of them. Never shown."""
    sight = sight_of(user)
    unnamed = Q(is_restricted=True) & ~Q(pk__in=sight.named)
    closed = unnamed | Q(family__in=sight.barred) if sight.barred else unnamed
    return Child.objects.answer(f"closed to user {user.pk}").filter(closed)


def closed_numbers(user: User) -> QuerySet[Child, str]:
    """The council's numbers that lead to those children: as a subquery."""
    return _numbers(closed_children(user))


def guarded_children() -> QuerySet[Child]:
    """The children who are restricted, or of a family that somebody is barred from."""
    barred = Bar.objects.filter(lifted_at__isnull=True).values("family")
    return Child.objects.answer("closed to somebody").filter(Q(is_restricted=True) | Q(family__in=barred))


def guarded_numbers() -> QuerySet[Child, str]:
    """The council's numbers that lead to those children: as a subquery."""
    return _numbers(guarded_children())


def guarded_ids() -> frozenset[int]:
    """The ids of those children: one query."""
    return frozenset(guarded_children().order_by().values_list("pk", flat=True))


def _numbers(children: QuerySet[Child]) -> QuerySet[Child, str]:
    """With those of the records that were joined into one of them."""
    pks = children.order_by().values("pk")
    all_ = Child.objects.answer("the numbers of children").filter(Q(pk__in=pks) | Q(joined_into__in=pks))
    return all_.order_by().values_list("la_child_id", flat=True)


def closed_ids(user: User) -> frozenset[int]:
    """The ids of those children: one query."""
    return frozenset(closed_children(user).order_by().values_list("pk", flat=True))
