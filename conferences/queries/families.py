"""A family as one person may see it: its children in scope, and of its grown-ups and homes only theirs."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from conferences.queries.stories import family_story
from safeguarding.access import scope
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
    return FamilyStory(
        family, tuple(children), tuple(_people(user, family)), tuple(_households(user, family))
    )


def confidential_place(user: User, ref: UUID, *, person: str, household: str) -> Person | Household | None:
    """The one of the family's people or homes whose address was asked for, if this person sees it at all."""
    family, _ = family_story(user, ref)
    if person:
        return next((one for one in _people(user, family) if str(one.ref) == person), None)
    return next((one for one in _households(user, family) if str(one.pk) == household), None)


def _people(user: User, family: Family) -> QuerySet[Person]:
    """Those related to, or ever at home with, a child in scope; and the unattached if no child is hidden."""
    theirs = scope(user, Relationship).filter(person=OuterRef("pk"))
    together = scope(user, Child).filter(homes__household__members__person=OuterRef("pk"))
    attached = Exists(theirs) | Exists(together)
    relationships = Prefetch("relationships", scope(user, Relationship).select_related("child"))
    homes = Prefetch("homes", scope(user, HouseholdMember).select_related("household"))
    people = scope(user, Person).filter(family=family).prefetch_related(relationships, homes)
    return people.filter(attached | (Q(relationships=None, homes=None) & ~_hides_a_child(user, family)))


def _households(user: User, family: Family) -> QuerySet[Household]:
    """Homes of a child in scope or of a person who is shown; empty homes if no child is hidden."""
    children = Q(child__in=scope(user, Child).values("pk"))
    grown_ups = Q(person__in=_people(user, family).values("pk"))
    members = scope(user, HouseholdMember).filter(children | grown_ups).select_related("child", "person")
    homes = scope(user, Household).filter(family=family).prefetch_related(Prefetch("members", members))
    lived_in = Exists(members.filter(household=OuterRef("pk")))
    return homes.filter(lived_in | (Q(members=None) & ~_hides_a_child(user, family)))


def _hides_a_child(user: User, family: Family) -> Exists:
    """Whether the family has a child that this person may not see."""
    hidden = Child.objects.unscoped("Whether a child of the family is out of scope; nothing of it is read.")
    return Exists(hidden.filter(family=family).exclude(pk__in=scope(user, Child).values("pk")))
