"""What in the words of a copy may not be for its recipient: names of other children, others' addresses."""

from __future__ import annotations

from conferences.models import MeetingRecord
from conferences.queries.copies import CopyFacts
from conferences.queries.letters import address_lines
from conferences.rules.copies import Caution, cautions
from safeguarding.models import Child, Household, Person


def cautions_of(record: MeetingRecord, facts: CopyFacts) -> list[Caution]:
    """Of a copy of a signed record that is being made: three queries."""
    told = {child.child for child in facts.copy.children}
    children = [part.requested_child.child for part in record.parts.all()]
    family = Child.objects.unscoped("whose names a copy must not hold").filter(
        family__in={one.family_id for one in children}
    )
    others = [word for one in family if one.pk not in told for word in one.given_names.split()[:1]]
    people = Person.objects.unscoped("whose addresses a copy must not hold").filter(
        relationships__child__in=children, relationships__in_error=False
    )
    homes = Household.objects.unscoped("whose addresses a copy must not hold").filter(
        members__child__in=children
    )
    found = {line for one in [*people.distinct(), *homes.distinct()] for line in _lines(one)}
    own = {line.casefold() for line in facts.recipient.lines}
    not_own = [line for line in found if line.casefold() not in own]
    seen = cautions(facts.copy, others, not_own, changed=facts.replaces.changed if facts.replaces else "")
    return [*([Caution.EXCLUDED] if facts.recipient.excluded else []), *seen]


def _lines(one: Person | Household) -> list[str]:
    """The first line of an address, each with a number, and its postcode."""
    lines = address_lines(one)
    numbered = [line for line in lines[1:] if any(letter.isdigit() for letter in line)]
    return [*lines[:1], *numbered, *([one.postcode] if one.postcode else [])]
