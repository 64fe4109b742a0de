"""Addresses that a text may not hold: those of a family that are confidential, or somebody else's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from safeguarding.models import Child, Household, Person


@dataclass(frozen=True)
class Addresses:
    """First lines, lines with a number, and postcodes: of everybody who belongs to some children, and of them
    those that are confidential.
    """

    everybody: frozenset[str]
    hidden: frozenset[str]


def addresses_of(children: Iterable[Child]) -> Addresses:
    """Of the people who belong to the children and of their homes, as they are recorded now: two queries."""
    own = list(children)
    people = Person.objects.unscoped("whose addresses a text must not hold").filter(
        relationships__child__in=own, relationships__in_error=False
    )
    homes = Household.objects.unscoped("whose addresses a text must not hold").filter(members__child__in=own)
    all_of: set[str] = set()
    hidden: set[str] = set()
    for one in people.distinct():
        all_of.update(_lines(one))
        hidden.update(_lines(one) if one.address_is_confidential else ())
    for one in homes.distinct():
        all_of.update(_lines(one))
        hidden.update(_lines(one) if one.is_confidential else ())
    return Addresses(frozenset(all_of), frozenset(hidden))


def address_lines(of: Person | Household) -> list[str]:
    """An address, line by line: the recipient's own stands in what goes to them, and nobody else's."""
    lines = [line.strip(" ,") for line in of.address.splitlines()]
    return [line for line in [*lines, of.postcode] if line]


def _lines(one: Person | Household) -> list[str]:
    """The first line of an address, each with a number, and its postcode."""
    lines = address_lines(one)
    numbered = [line for line in lines[1:] if any(letter.isdigit() for letter in line)]
    return [*lines[:1], *numbered, *([one.postcode] if one.postcode else [])]
