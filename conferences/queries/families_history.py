"""How a family's grown-ups and homes came to be recorded as they are, as far as one person sees them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from conferences.queries.families import FamilyStory, family_and_homes
from safeguarding.directory.items import Choice, Day, Text, YesNo
from safeguarding.directory.words import Change, changes_of
from safeguarding.labelled import choices
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
    Choice("kind", "Relationship", options=lambda: dict(choices(RelationshipKind))),
    Choice(
        "parental_responsibility",
        "Parental responsibility",
        options=lambda: dict(choices(ParentalResponsibility)),
    ),
)
STAY = (Day("start_date", "Since"), Day("end_date", "Until"))
WHY = "whether an address is kept to the family; nothing of it is shown"
# The letters of an address that is no mere word within another.
SHORTEST = 6
NO_LETTER = re.compile(r"[\W_]+")
# Whose, the address and the postcode, and whether it was confidential.
Address = tuple[int, frozenset[str], bool]
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
    kept_people, kept_homes = _secret_rows(story, people, homes)
    return FamilyHistory(
        story,
        changes_of(Person, PERSON, people, dict.fromkeys(kept_people, PLACE)),
        changes_of(Relationship, TIE, ties),
        changes_of(Household, HOME, homes, dict.fromkeys(kept_homes, PLACE)),
        changes_of(HouseholdMember, STAY, stays),
    )


def _secret_rows(
    story: FamilyStory, people: Collection[int], homes: Collection[int]
) -> tuple[set[int], set[int]]:
    """Of which people and homes no address is told: it was confidential once, so it may be what it was before
    and after; or it was the same as one that was, of anybody of the family.
    """
    family = story.family.pk
    own = {*people, *Person.objects.unscoped(WHY).filter(family=family).values_list("pk", flat=True)}
    lived = {stay.household_id for person in story.people for stay in person.homes.all()}
    lived |= {*Household.objects.unscoped(WHY).filter(family=family).values_list("pk", flat=True)}
    of_homes = _addresses(Household, {*homes, *lived}, "is_confidential")
    of_people = _addresses(Person, own, "address_is_confidential")
    secret_homes = {pk for pk, _, is_secret in of_homes if is_secret}
    secret_people = {pk for pk, _, is_secret in of_people if is_secret} | _who_lived_in(secret_homes)
    told = [*_of(of_homes, secret_homes), *_of(of_people, secret_people)]
    secrets = frozenset().union(*told)
    return tuple(  # type: ignore[return-value]
        secret | {pk for pk, places, _ in rows if _holds(places, secrets)}
        for rows, secret in ((of_people, secret_people), (of_homes, secret_homes))
    )


def _addresses(model: type[Person | Household], rows: Collection[int], confidential: str) -> list[Address]:
    """Each address that one of the rows ever had, and whether it was confidential then."""
    history: Any = model._meta.get_field("history").related_model
    events = history.objects.filter(pgh_obj__in=rows).values_list("pgh_obj", *PLACE, confidential)
    return [(pk, _places(address, postcode), is_secret) for pk, address, postcode, is_secret in events]


def _places(*texts: str) -> frozenset[str]:
    """The texts by their letters and digits alone, as the same place is written in many ways."""
    return frozenset(filter(None, (NO_LETTER.sub("", text.casefold()) for text in texts)))


def _holds(places: frozenset[str], secrets: frozenset[str]) -> bool:
    """Whether one of the places is a secret one, or has one in it."""
    return any(
        secret == place or len(secret) >= SHORTEST and secret in place
        for place in places
        for secret in secrets
    )


def _of(addresses: Iterable[Address], rows: Collection[int]) -> Iterator[frozenset[str]]:
    return (places for pk, places, _ in addresses if pk in rows)


def _who_lived_in(homes: Collection[int]) -> set[int]:
    stays = HouseholdMember.objects.unscoped(WHY).filter(household__in=homes, person__isnull=False)
    return {*stays.values_list("person", flat=True)}
