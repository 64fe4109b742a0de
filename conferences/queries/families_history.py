"""How a family's grown-ups and homes came to be recorded as they are, as far as one person sees them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from conferences.queries.families import FamilyStory, family_and_homes
from safeguarding.directory.items import Choice, Day, Item, Text, YesNo
from safeguarding.directory.words import Change, changes_of
from safeguarding.models import (
    Household,
    HouseholdMember,
    ParentalResponsibility,
    Person,
    Relationship,
    RelationshipKind,
    User,
)

PLACE = ("address", "postcode")
PERSON = (
    Text("full_name", "Name"),
    Day("birth_date", "Date of birth"),
    Text("address", "Address"),
    Text("postcode", "Postcode"),
    YesNo("address_is_confidential", "Address confidential"),
    Text("telephone", "Telephone"),
    Text("email", "Email address"),
    Text("safe_contact", "Safe contact"),
    Text("communication_needs", "Communication needs"),
    Text("interpreter_language", "Interpreter"),
)
HOME = (
    Text("name", "Whose home"),
    Text("address", "Address"),
    Text("postcode", "Postcode"),
    YesNo("is_confidential", "Address confidential"),
)
TIE = (
    Choice("kind", "Relationship", options=lambda: dict(RelationshipKind.choices)),
    Choice(
        "parental_responsibility",
        "Parental responsibility",
        options=lambda: dict(ParentalResponsibility.choices),
    ),
)
STAY = (Day("start_date", "Since"), Day("end_date", "Until"))
Changes = Mapping[int, list[Change]]


@dataclass(frozen=True)
class FamilyHistory:
    """A family as it is seen, with the latest changes of each grown-up, tie, home and stay, by their ids."""

    story: FamilyStory
    people: Changes
    ties: Changes
    homes: Changes
    stays: Changes


def family_history(user: User, ref: UUID) -> FamilyHistory:
    """Http404 where the person may see none of the family's children."""
    story = family_and_homes(user, ref)
    people, homes = [one.pk for one in story.people], [one.pk for one in story.households]
    ties = [tie.pk for person in story.people for tie in person.relationships.all()]
    stays = [stay.pk for home in story.households for stay in home.members.all()]
    return FamilyHistory(
        story,
        _changes(Person, PERSON, people, "address_is_confidential"),
        changes_of(Relationship, TIE, ties),
        _changes(Household, HOME, homes, "is_confidential"),
        changes_of(HouseholdMember, STAY, stays),
    )


def _changes(
    model: type[Person | Household], items: Collection[Item], rows: Collection[int], confidential: str
) -> Changes:
    """An address that was confidential once is told of no time: it may be what it was before and after."""
    history: Any = model._meta.get_field("history").related_model
    once = history.objects.filter(pgh_obj__in=rows, **{confidential: True}).values_list("pgh_obj", flat=True)
    return changes_of(model, list(items), rows, dict.fromkeys(once, PLACE))
