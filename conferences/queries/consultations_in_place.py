"""Who decides a consultation where those who do asked for it themselves: nobody decides their own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from conferences.models import Consultation, Duty
from conferences.queries.clocks import clocks
from conferences.queries.consultations import askers
from conferences.rules.consultations import ConsultationState
from conferences.rules.deadlines import Code
from safeguarding.access import can, sight_of
from safeguarding.models import Child, User
from safeguarding.models.user import in_roles
from safeguarding.rights import Permission, Role, holds


@dataclass(frozen=True)
class Deciders:
    """Who may decide a family's consultation, by name; `in_place` is said where nobody else may."""

    leads: tuple[str, ...] = ()
    in_place: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return self.leads or self.in_place


def deciders_of(children: Sequence[Consultation]) -> Deciders:
    """Those here who asked for none of these children of a family, and see each of them."""
    return _able(set().union(*(askers(one) for one in children)), [one.child for one in children])


def others_who_decide(asker: User, children: Sequence[Child]) -> bool:
    """Whether anybody may decide what this person asks about these children."""
    return bool(_able({asker.pk}, children).names)


def _able(own: set[int], children: Sequence[Child]) -> Deciders:
    """A query for each who decides, of whom there are few. In their place somebody does only where they all
    asked, and not where the record is closed to another of them.
    """
    leads = list(_people(Permission.DECIDE_CONSULTATION).exclude(pk__in=own))
    if leads:
        return Deciders(_seeing(leads, children))
    return Deciders(in_place=_seeing(_people(Permission.DECIDE_IN_PLACE).exclude(pk__in=own), children))


def _seeing(people: Iterable[User], children: Sequence[Child]) -> tuple[str, ...]:
    return tuple(one.full_name for one in people if all(map(sight_of(one).sees, children)))


def _people(right: Permission) -> QuerySet[User]:
    roles = [role for role in Role if holds(role, right)]
    return User.objects.filter(in_roles(*roles), is_active=True, is_system=False).order_by("full_name")


def decided_in_place(user: User, children: Sequence[Consultation]) -> list[Consultation]:
    """Those of these children in scope whom somebody who decides in the place of others may decide: passed
    up, given to them by name, or asked for by everybody else who decides.
    """
    if not children or not can(user, Permission.DECIDE_IN_PLACE):
        return []
    code, subjects = Code.DECIDE_CONSULTATION, [one.pk for one in children]
    left = {clock.subject for clock in clocks([code], subjects=subjects) if clock.owner is not None}
    rows = Duty.objects.unscoped("what was given to a person to decide for children in scope")
    given = rows.filter(kind=code, consultation__in=subjects, given_to=user, closed_at=None)
    left |= set(given.values_list("consultation", flat=True))
    return [one for one in children if one.pk in left or one.state == ConsultationState.ESCALATED]
