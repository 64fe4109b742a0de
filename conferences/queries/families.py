"""A family as one person may see it: its children in scope, and of its grown-ups and homes only theirs."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, Q

from conferences.queries.children_record import family_story
from safeguarding.access import get, scope
from safeguarding.models import Child, Family, Household, HouseholdMember, Person, Relationship, User


@dataclass(frozen=True)
class FamilyStory:
    """The family, its children (eldest first) with their stories, its people and homes, as far as seen."""

    family: Family
    children: tuple[Child, ...]
    people: tuple[Person, ...]
    households: tuple[Household, ...]


def whole_family(user: User, ref: UUID) -> FamilyStory:
    """The family's page. Http404 where the person may see none of its children."""
    family, children = family_story(user, ref)
    hides = _hides_a_child(family, children)
    people = _people(user, family, children, hides)
    return FamilyStory(family, tuple(children), people, _households(user, family, children, people, hides))


def children_of(user: User, ref: UUID) -> tuple[Family, list[Child]]:
    """The family and those of its children the person may see, eldest first, without their stories. Or
    Http404.
    """
    family = get(user, Family, ref=ref)
    children = scope(user, Child).filter(family=family).order_by("birth_date", "expected_birth_date", "pk")
    return family, list(children)


def confidential_place(user: User, ref: UUID, *, person: str, household: str) -> Person | Household | None:
    """The one of the family's people or homes whose address was asked for, if this person sees it at all."""
    family, children = family_story(user, ref)
    hides = _hides_a_child(family, children)
    people = _people(user, family, children, hides)
    if person:
        return next((one for one in people if str(one.ref) == person), None)
    homes = _households(user, family, children, people, hides)
    return next((one for one in homes if str(one.pk) == household), None)


def _people(user: User, family: Family, children: list[Child], hides: bool) -> tuple[Person, ...]:
    """Those related to, or ever at home with, a child in scope; and the unattached if no child is hidden.

    The children in scope are few and loaded already: named one by one they keep the question short.
    """
    attached = Q(relationships__child__in=children) | Q(homes__household__members__child__in=children)
    if not hides:
        attached |= Q(relationships=None, homes=None)
    relationships = Prefetch("relationships", scope(user, Relationship).select_related("child"))
    homes = Prefetch("homes", scope(user, HouseholdMember).select_related("household"))
    people = scope(user, Person).filter(attached, family=family).distinct()
    return tuple(people.prefetch_related(relationships, homes))


def _households(
    user: User, family: Family, children: list[Child], people: tuple[Person, ...], hides: bool
) -> tuple[Household, ...]:
    """Homes of a child in scope or of a person who is shown; empty homes if no child is hidden."""
    lived_in = Q(members__child__in=children) | Q(members__person__in=people)
    if not hides:
        lived_in |= Q(members=None)
    shown = Q(child__in=children) | Q(person__in=people)
    members = scope(user, HouseholdMember).filter(shown).select_related("child", "person")
    homes = scope(user, Household).filter(lived_in, family=family).distinct()
    return tuple(homes.prefetch_related(Prefetch("members", members)))


def _hides_a_child(family: Family, seen: list[Child]) -> bool:
    """Whether the family has a child that this person may not see."""
    every = Child.objects.unscoped("Whether a child of the family is out of scope; nothing of it is read.")
    return every.filter(family=family).exclude(pk__in=[child.pk for child in seen]).exists()
