"""Parents, carers and others of a family: added, and how to reach them changed, all of it in the history."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from conferences.operations.duties_refresh import refresh
from conferences.rules.children import Birth, is_too_old
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import (
    BIRTH_PARENTS,
    Child,
    Family,
    ParentalResponsibility,
    Person,
    Relationship,
    User,
)
from safeguarding.operation import lock, lock_all, operation, refuse_parted
from safeguarding.refusals import Problem, missing, refuse_all
from safeguarding.rights import Permission
from safeguarding.versions import StaleVersion, seen_as
from safeguarding.wording import uk_date


@dataclass(frozen=True)
class Tie:
    """What a person is to one child."""

    kind: str
    parental_responsibility: str = ParentalResponsibility.UNKNOWN.value


@dataclass(frozen=True)
class Contact:
    """Who somebody is and how to reach them safely."""

    full_name: str
    birth_date: dt.date | None = None
    address: str = ""
    postcode: str = ""
    address_is_confidential: bool = False
    telephone: str = ""
    email: str = ""
    safe_contact: str = ""
    interpreter_language: str = ""
    communication_needs: str = ""


CONTACT = tuple(field.name for field in fields(Contact))


@operation(needs=Permission.ADD_CHILD)
def add_person(
    *, family: Family, contact: Contact, ties: Mapping[Child, Tie], by: User, at: dt.datetime
) -> Person:
    """Record a parent, carer or other of a family, with what they are to each child. Raises Refused: no
    name, tied to no child, a child of another family, a parent younger than the child, a date to come.
    """
    held = lock(family)
    refuse_all([*_contact_problems(contact, day_of(at)), *_tie_problems(contact, ties)])
    for child in lock_all(list(ties)):
        refuse_parted(child, "family", held)
    person = Person.objects.create(family=held, **_columns(contact))
    Relationship.objects.bulk_create(
        [
            Relationship(
                child=child,
                person=person,
                kind=tie.kind,
                parental_responsibility=tie.parental_responsibility,
            )
            for child, tie in ties.items()
        ]
    )
    audit.record("person.added", person, by=by, at=at)
    return person


@operation(needs=Permission.ADD_CHILD)
def change_person(
    *, person: Person, contact: Contact, seen: str | None = None, by: User, at: dt.datetime
) -> Person:
    """Who somebody is and how to reach them, as it is now; what was stays in the history.

    A confidential address stays where none is given and it is to stay confidential: no page shows it for
    changing. Raises StaleVersion when somebody changed anything since it was `seen`.
    """
    held = lock(person)
    if seen not in (None, seen_as(contact_of(held))):
        raise standing(held)
    stays = held.address_is_confidential and contact.address_is_confidential
    if stays and not (contact.address.strip() or contact.postcode.strip()):
        contact = replace(contact, address=held.address, postcode=held.postcode)
    refuse_all(_contact_problems(contact, day_of(at)))
    columns = _columns(contact)
    differing = sorted(name for name, value in columns.items() if getattr(held, name) != value)
    for name in differing:
        setattr(held, name, columns[name])
    if differing:
        held.save(update_fields=differing)
        audit.record("person.changed", held, by=by, at=at, detail={"items": differing})
        refresh(held, met_by=by, at=at)
    return held


def contact_of(person: Person) -> dict[str, Any]:
    """How a person in scope stands, by the parts of Contact; a confidential address is not among it."""
    values = {name: getattr(person, name) for name in CONTACT}
    return values | ({"address": "", "postcode": ""} if person.address_is_confidential else {})


def standing(person: Person) -> StaleVersion:
    """How a person in scope stands, and who saved that when: two queries."""
    event = person.history.select_related("pgh_context").latest("pgh_id")  # type: ignore[attr-defined]
    context = event.pgh_context.metadata if event.pgh_context else {}
    saved_by = User.objects.filter(pk=context.get("user") or 0).first() or audit.system_user()
    theirs = contact_of(person)
    return StaleVersion(theirs=theirs, seen=seen_as(theirs), saved_by=saved_by, saved_at=event.pgh_created_at)


def _contact_problems(contact: Contact, on: dt.date) -> list[Problem]:
    found = missing(full_name=(contact.full_name, "Enter the name"))
    if contact.birth_date and contact.birth_date > on:
        found.append(Problem("The date of birth must be in the past", "birth_date"))
    if contact.address_is_confidential and not (contact.address.strip() or contact.postcode.strip()):
        found.append(Problem("Enter the address, or say that it is not confidential", "address"))
    return found


def _tie_problems(contact: Contact, ties: Mapping[Child, Tie]) -> list[Problem]:
    if not ties:
        return [Problem("Select what this person is to at least one child", "ties")]
    found = []
    for child, tie in ties.items():
        birth = Birth.of(child.birth_date, child.expected_birth_date)
        if tie.kind not in BIRTH_PARENTS or contact.birth_date is None or birth is None:
            continue
        if is_too_old(birth.day, contact.birth_date):
            when = f"{'is expected' if birth.is_expected else 'was born'} on {uk_date(birth.day)}"
            words = f"A parent must be born before the child, and {child.display_name} {when}"
            found.append(Problem(words, "birth_date"))
    return found[:1]


def _columns(contact: Contact) -> dict[str, object]:
    return {name: value.strip() if isinstance(value, str) else value for name, value in vars(contact).items()}
