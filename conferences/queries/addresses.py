"""Addresses that a text may not hold: those of a family that are confidential, or somebody else's."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from safeguarding.models import Child, Household, Person


@dataclass(frozen=True)
class Addresses:
    """Parts of addresses by which a place is known, and postcodes: of everybody who belongs to some families,
    and of them those that are confidential. `flagged` are all that are confidential, each by its place_key,
    known or not.
    """

    everybody: frozenset[str]
    hidden: frozenset[str]
    flagged: frozenset[str]


def addresses_of(children: Iterable[Child]) -> Addresses:
    """Of the people and the homes of the children's families, brothers and sisters who are not there too, as
    they are recorded now: two queries.
    """
    families = {one.family_id for one in children}
    people = Person.objects.unscoped("whose addresses a text must not hold").filter(
        relationships__child__family__in=families, relationships__in_error=False
    )
    homes = Household.objects.unscoped("whose addresses a text must not hold").filter(
        members__child__family__in=families
    )
    all_of: set[str] = set()
    hidden: set[str] = set()
    people, homes = people.distinct(), homes.distinct()
    for one in people:
        all_of.update(places_of(address_lines(one), one.postcode))
        hidden.update(sure_places(address_lines(one), one.postcode) if one.address_is_confidential else ())
    for one in homes:
        all_of.update(places_of(address_lines(one), one.postcode))
        hidden.update(sure_places(address_lines(one), one.postcode) if one.is_confidential else ())
    flagged: list[Person | Household] = [one for one in people if one.address_is_confidential]
    flagged += [one for one in homes if one.is_confidential]
    return Addresses(frozenset(all_of), frozenset(hidden), frozenset(map(place_key, flagged)))


def place_key(of: Person | Household) -> str:
    """What tells one address from another, however it is written; of nobody else where none is recorded."""
    bare = re.sub(r"[\W_]", "", "".join(address_lines(of)).casefold())
    return bare or f"{type(of).__name__} {of.pk}"


def address_lines(of: Person | Household) -> list[str]:
    """An address, line by line: the recipient's own stands in what goes to them, and nobody else's."""
    lines = [line.strip(" ,") for line in of.address.splitlines()]
    return [line for line in [*lines, of.postcode] if line]


def parts_of(lines: Iterable[str]) -> list[str]:
    """The parts of an address that is typed on one line or several; a number alone goes with what follows it:
    12 Elm Road, Fableton; Flat 3; 12, Elm Road.
    """
    found: list[str] = []
    for part in (part.strip() for line in lines for part in line.split(",")):
        if found and re.fullmatch(r"\d+\w?", found[-1]):
            found[-1] = f"{found[-1]} {part}"
        elif part:
            found.append(part)
    return found


def sure_places(lines: Collection[str], postcode: str) -> set[str]:
    """The parts that name one place alone: those with letters and a number, but for Flat 3; and the postcode.
    A word, like Refuge, may stand in a text for something else.
    """
    return {one for one in parts_of(lines) if _is_sure(one)} | ({postcode} if postcode else set())


def places_of(lines: Collection[str], postcode: str) -> set[str]:
    """The same, with the first part, whatever it is."""
    return sure_places(lines, postcode) | set(parts_of(lines)[:1])


def _is_sure(part: str) -> bool:
    has_both = re.search(r"\d", part) and re.search(r"[^\W\d_]{2}", part)
    return bool(has_both) and not re.fullmatch(r"(?i)(flat|unit|room|apartment|apt)\W*\d+\w?", part)
