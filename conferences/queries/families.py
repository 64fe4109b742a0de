"""A family as one person may see it: its children in scope, and of its grown-ups and homes only theirs."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, Q

from conferences.queries.children_record import children_of, family_plans
from safeguarding.access import get, scope, sight_of
from safeguarding.access.together import hang, load_together
from safeguarding.models import Child, Family, Household, HouseholdMember, Person, Relationship, User


@dataclass(frozen=True)
class FamilyStory:
    """The family, its children (eldest first) with their plans, its people and homes, as far as seen."""

    family: Family
    children: tuple[Child, ...]
    people: tuple[Person, ...]
    households: tuple[Household, ...]


def whole_family(user: User, ref: UUID) -> FamilyStory:
    """The family's page. Http404 where the person may see none of its children."""
    return _story(user, *family_plans(user, ref))


def family_and_homes(user: User, ref: UUID) -> FamilyStory:
    """As whole_family(), without the children's plans."""
    family, children = children_of(user, ref)
    load_together(sight_of(user), children, "relationships")
    return _story(user, family, children)


def _story(user: User, family: Family, children: list[Child]) -> FamilyStory:
    hides = _hides_a_child(family, children)
    people = _people(user, family, children, hides)
    members = _members(user, children, people)
    households = _households(user, family, members, hides)
    for parents, name in ((children, "homes"), (people, "homes"), (households, "members")):
        hang(parents, name, members)
    return FamilyStory(family, tuple(children), tuple(people), tuple(households))


def confidential_place(user: User, ref: UUID, *, person: str, household: str) -> Person | Household | None:
    """The one of the family's people or homes whose address was asked for, if this person sees it at all."""
    story = whole_family(user, ref)
    if person:
        return next((one for one in story.people if str(one.ref) == person), None)
    return next((one for one in story.households if str(one.pk) == household), None)


def person_in_scope(user: User, ref: UUID) -> Person:
    """A parent, carer or other with their family. Http404 where the person may not see them."""
    found: Person = get(user, Person.objects.select_related("family"), ref=ref)
    return found


def _people(user: User, family: Family, children: list[Child], hides: bool) -> list[Person]:
    """Those related to, or ever at home with, a child in scope; and the unattached if no child is hidden.
    Whoever is related to a child here is shown, though the record belongs to another family.
    """
    related = {tie.person_id for child in children for tie in child.relationships.all() if not tie.in_error}
    attached = Q(pk__in=related) | Q(homes__household__members__child__in=children)
    if not hides:
        ties = Relationship.objects.unscoped("Who belongs to any child.").filter(in_error=False)
        attached |= ~Q(pk__in=ties.values("person")) & Q(homes=None)
    relationships = Prefetch("relationships", scope(user, Relationship).select_related("child"))
    people = scope(user, Person).filter(Q(attached, family=family) | Q(pk__in=related)).distinct()
    return list(people.prefetch_related(relationships))


def _members(user: User, children: list[Child], people: list[Person]) -> list[HouseholdMember]:
    """Where the children and the people who are shown live or lived."""
    shown = Q(child__in=children) | Q(person__in=people)
    return list(scope(user, HouseholdMember).filter(shown).select_related("household"))


def _households(user: User, family: Family, members: list[HouseholdMember], hides: bool) -> list[Household]:
    """The family's homes that have such a member; empty homes if no child is hidden."""
    lived_in = Q(pk__in={member.household_id for member in members})
    if not hides:
        lived_in |= Q(members=None)
    return list(scope(user, Household).filter(lived_in, family=family).distinct())


def _hides_a_child(family: Family, seen: list[Child]) -> bool:
    """Whether the family has a child that this person may not see."""
    every = Child.objects.unscoped("Whether a child of the family is out of scope; nothing of it is read.")
    return every.filter(family=family).exclude(pk__in=[child.pk for child in seen]).exists()
