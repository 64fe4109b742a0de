"""The languages into which what is sent is read, signed or translated: data that comes with the service."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.db.models import Q

from conferences.models import Document, Invitation, MeetingRecord
from safeguarding.models import Child, Person, Relationship

KIN = "who cannot interpret for somebody of a record in hand"
FILE = Path(__file__).parents[1] / "data" / "languages.csv"
LARGE_PRINT = "Reads large print: send that PDF"
# Of what helps somebody to take part: whether that is large print.
LARGE = re.compile(r"\b(?:large|larger|big|bigger)[ -]?(?:print|type|text|letters|font)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Language:
    """`own_name` is how it is called in itself, where the typeface of letters can write that."""

    name: str
    own_name: str = ""
    is_signed: bool = False

    @property
    def called(self) -> str:
        return f"{self.name} ({self.own_name})" if self.own_name else self.name

    @property
    def way(self) -> str:
        """What is done with a paper in it."""
        return "signed" if self.is_signed else "read"


@cache
def languages() -> Mapping[str, Language]:
    """All that come with the service, by their English name in small letters."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = [Language(row["name"], row["own_name"], row["way"] == "SIGN") for row in csv.DictReader(file)]
    return {one.name.casefold(): one for one in rows}


def language_of(name: str) -> Language:
    """That of a person, as somebody typed it; one that the service does not know stands as it was typed."""
    plain = " ".join(name.split())
    return languages().get(plain.casefold(), Language(plain))


def needs_large_print(words: str) -> bool:
    """Whether what helps somebody to take part says that they read large print."""
    return LARGE.search(words) is not None


def needs_of(person: Person) -> list[str]:
    """What to think of before something goes to somebody of the family."""
    said = [LARGE_PRINT] if needs_large_print(person.communication_needs) else []
    if person.interpreter_language.strip():
        language = language_of(person.interpreter_language)
        said.append(f"It is to be {language.way} to them in {language.name}")
    return said


def kin_names(record: MeetingRecord) -> set[str]:
    """The names, in small letters, of all known of the family of a record in hand: whoever is or was anything
    to its children, the family's people and children, and who was invited of it by name alone.
    """
    family = record.booking.request.family_id
    people = Person.objects.unscoped(KIN).filter(family=family)
    ties = Relationship.objects.unscoped(KIN).filter(child__requested__parts__record=record, in_error=False)
    invited = Invitation.objects.unscoped(KIN).filter(request=record.booking.request_id, agency_kind="")
    invited = invited.exclude(role__icontains="interpret")
    children = Child.objects.unscoped(KIN).filter(family=family)
    names = {
        *people.values_list("full_name", flat=True),
        *ties.values_list("person__full_name", flat=True),
        *invited.values_list("name", flat=True),
        *(child.display_name for child in children),
    }
    return {" ".join(name.split()).casefold() for name in names}


def was_tied(document: Document, day: dt.date) -> bool:
    """Whether somebody of a document in hand was still something to a child of its record on a day."""
    ties = Relationship.objects.unscoped(KIN).filter(
        Q(end_date=None) | Q(end_date__gte=day),
        person=document.person_id,
        in_error=False,
        child__requested__parts__record=document.record_id,
    )
    return ties.exists()
