"""Rows of a file of parents beside the record, many at once: what each adds, changes, or leaves as it is.

Ours is replaced where it is as the last file said, or where there is nothing. Rows about restricted children
are compared with what the last file said and with nothing else, and write nothing but that.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from conferences.models import FeedMemory, ParentMemory
from conferences.queries.children_numbers import records_of_new_numbers
from conferences.rules.children import is_too_old
from safeguarding.access import scope
from safeguarding.directory.operations import Loaded
from safeguarding.models import (
    BIRTH_PARENTS,
    Child,
    Family,
    HouseholdMember,
    ParentalResponsibility,
    Person,
    Relationship,
    User,
)
from safeguarding.operation import lock_rows
from safeguarding.refusals import Refused
from safeguarding.wording import joined, lower_first

K = TypeVar("K")
V = TypeVar("V")
WHY = "rows of a file beside the record; what is found is shown to nobody"
UNKNOWN_CHILD = "No child with this number is recorded"
NO_FAMILY = "No family is recorded for this child. Take in the file of children first"
ELSEWHERE = (
    "This person is recorded in another family. No file moves anybody: join the families on their pages, or"
    " give the person another number"
)
TWO = "Two people of this name are recorded in the family. Give a person number, or mend the record"
HIDDEN = "Something in the record of a child whom you may not see stands against it."
YOUNGER = "A mother or father must be born before the child"
UNKNOWN = ParentalResponsibility.UNKNOWN.value
# What is remembered of a row.
TOLD = ("full_name", "kind", "parental_responsibility", "birth_date", "lives_with", "is_confidential")
LABELS = {
    "full_name": "Name",
    "kind": "Relationship",
    "parental_responsibility": "Parental responsibility",
    "birth_date": "Date of birth",
}


@dataclass
class ParentsLoaded(Loaded):
    """As Loaded, by the rows' numbers; `noted` are rows of which something is kept as it is here."""

    noted: list[tuple[int, str]] = field(default_factory=list)


@dataclass
class ParentRow:
    """A row as it was read. `told` is what of it there is, days as ISO texts."""

    line: int
    number: str
    key: str
    values: dict[str, Any]

    @property
    def told(self) -> dict[str, Any]:
        found = {name: self.values[name] for name in TOLD if self.values[name] not in (None, "")}
        return {
            name: value.isoformat() if isinstance(value, dt.date) else value for name, value in found.items()
        }


@dataclass
class Standing:
    """What is recorded of the children of some rows, and what is to be written of them. `ties` are found by
    (the child's id, id() of the person): somebody new has no other.
    """

    children: dict[str, Child]
    memories: dict[tuple[int, str], ParentMemory]
    numbered: dict[str, list[Person]]
    people: dict[int, list[Person]]
    tied: dict[int, list[Person]]
    ties: dict[tuple[int, int], list[Relationship]]
    born: dict[int, dt.date | None]
    homes: dict[int, list[HouseholdMember]]
    housed: set[int]
    new: list[Person] = field(default_factory=list)
    changed: dict[int, Person] = field(default_factory=dict)
    new_ties: list[Relationship] = field(default_factory=list)
    changed_ties: dict[int, Relationship] = field(default_factory=dict)
    stays: dict[int, HouseholdMember] = field(default_factory=dict)
    remember: list[ParentMemory] = field(default_factory=list)


def compare_and_write(rows: Sequence[ParentRow], loaded: ParentsLoaded, reader: User) -> None:
    """Take in some rows: a fixed number of statements, however many rows. What an open record says is not
    told of a child whom `reader` may not see; of a restricted one nothing is told to anybody.
    """
    standing = _standing(rows)
    is_told = _told_to(reader, standing)
    for row in rows:
        kept = len(loaded.noted)
        try:
            _take(row, standing, loaded)
        except Refused as refusal:
            said = f"{refusal.sentence.rstrip('.')}." if is_told(row) else HIDDEN
            loaded.refused.append((row.line, said))
        if not is_told(row):
            loaded.noted[kept:] = [(line, HIDDEN) for line, _ in loaded.noted[kept:]]
    _write(standing)


def _told_to(reader: User, standing: Standing) -> Callable[[ParentRow], bool]:
    """Whether what is found of a row may be told: of a child in sight, or restricted, or none at all."""
    open_ones = {child.pk for child in standing.children.values() if not child.is_restricted}
    seen = open_ones if reader.is_system else _ids(scope(reader, Child).filter(pk__in=open_ones))
    hidden = open_ones - seen
    return lambda row: row.number not in standing.children or standing.children[row.number].pk not in hidden


def _ids(rows: QuerySet[Any]) -> set[int]:
    return set(rows.values_list("pk", flat=True))


def _standing(rows: Sequence[ParentRow]) -> Standing:
    children = _lock_children({row.number for row in rows})
    ids = [child.pk for child in children.values()]
    families = {child.family_id for child in children.values() if child.family_id}
    ties = list(Relationship.objects.unscoped(WHY).filter(child__in=ids).order_by("pk"))
    of_these = Q(family__in=families) | Q(pk__in=[tie.person_id for tie in ties])
    grown = {one.pk: one for one in Person.objects.unscoped(WHY).filter(of_these).order_by("pk")}
    living = HouseholdMember.objects.unscoped(WHY).filter(end_date=None)
    fed = FeedMemory.objects.unscoped(WHY).filter(child__in=ids).values_list("child", "birth_date")
    memories = ParentMemory.objects.unscoped(WHY).filter(child__in=ids)
    housed = living.filter(person__in=list(grown)).values_list("person", flat=True)
    return Standing(
        children=children,
        memories={(one.child_id, one.key): one for one in memories},
        numbered=_numbered(rows, grown),
        people=_grouped((one.family_id, one) for one in grown.values()),
        tied=_grouped((tie.child_id, grown[tie.person_id]) for tie in ties),
        ties=_grouped(((tie.child_id, id(grown[tie.person_id])), tie) for tie in ties),
        born=dict(fed),
        homes=_grouped((stay.child_id or 0, stay) for stay in living.filter(child__in=ids)),
        housed={person for person in housed if person},
    )


def _lock_children(numbers: Collection[str]) -> dict[str, Child]:
    """The children by their numbers, in families that are held: none moves until the rows are written."""
    numbered = records_of_new_numbers(numbers) | dict(
        Child.objects.unscoped(WHY)
        .filter(la_child_id__in=numbers)
        .values_list("la_child_id", Coalesce("joined_into", "pk"))
    )
    named = Child.objects.unscoped(WHY).filter(pk__in=numbered.values())
    held: set[int] = set()
    while new := set(named.exclude(family=None).exclude(family__in=held).values_list("family", flat=True)):
        lock_rows(Family.objects.unscoped(WHY).filter(pk__in=new))
        held |= new
    children = {child.pk: child for child in named}
    return {number: children[pk] for number, pk in numbered.items()}


def _numbered(rows: Iterable[ParentRow], grown: Mapping[int, Person]) -> dict[str, list[Person]]:
    """Who became of each person's number; those of families that are not asked about are there too."""
    keys = {row.key for row in rows if row.key.startswith("#")}
    known = ParentMemory.objects.unscoped(WHY).filter(key__in=keys).exclude(person=None)
    found = {(one.key, one.person_id): one.person for one in known.select_related("person")}
    return _grouped((key, grown.get(pk or 0, person)) for (key, pk), person in found.items() if person)


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def _take(row: ParentRow, standing: Standing, loaded: ParentsLoaded) -> None:
    child = standing.children.get(row.number)
    if child is None:
        raise Refused(UNKNOWN_CHILD)
    if child.family_id is None:
        raise Refused(NO_FAMILY)
    _refuse_younger(row, child, standing)
    memory = standing.memories.get((child.pk, row.key))
    if child.is_restricted:
        before = memory.told if memory else None
        after = {**(before or {}), **row.told}
        outcome = "added" if before is None else "changed" if after != before else "unchanged"
        _count(loaded, row, outcome)
        _remember(standing, child, row, memory, None)
        return
    numbered = standing.numbered.get(row.key, [])
    if numbered and not any(one in _known_to(child, standing) for one in numbered):
        raise Refused(ELSEWHERE)
    person, outcome, kept = _put(row, child, memory.told if memory else {}, standing)
    _count(loaded, row, outcome)
    if kept:
        words = joined([lower_first(LABELS[name]) for name in kept])
        loaded.noted.append((row.line, f"Recorded otherwise here, and kept: {words}."))
    _remember(standing, child, row, memory, person)


def _refuse_younger(row: ParentRow, child: Child, standing: Standing) -> None:
    """For a restricted child by what the last file of children said of it."""
    born = standing.born.get(child.pk) if child.is_restricted else child.birth_date
    day = row.values["birth_date"]
    if row.values["kind"] in BIRTH_PARENTS and day and born and is_too_old(born, day):
        raise Refused(YOUNGER)


def _count(loaded: ParentsLoaded, row: ParentRow, outcome: str) -> None:
    if outcome == "unchanged":
        loaded.unchanged += 1
    else:
        getattr(loaded, outcome).append(f"Row {row.line}")


def _remember(
    standing: Standing, child: Child, row: ParentRow, memory: ParentMemory | None, person: Person | None
) -> None:
    """What the file leaves empty was said by an earlier one."""
    told = {**(memory.told if memory else {}), **row.told}
    if memory and memory.told == told and (person is None or memory.person_id == person.pk):
        return
    standing.remember.append(ParentMemory(child=child, key=row.key, person=person, told=told))


def _put(
    row: ParentRow, child: Child, before: Mapping[str, Any], standing: Standing
) -> tuple[Person, str, list[str]]:
    """The person of a row, what became of it, and the items that are kept as they are here."""
    kept: list[str] = []
    person = _person_of(row, child, standing)
    if person is None:
        person = _new_person(row, child, standing)
        is_changed = False
    else:
        is_changed = _change_person(row, person, before, standing, kept)
    _number(row, person, standing)
    ties = standing.ties.get((child.pk, id(person)), [])
    if not ties:
        _tie(row, child, person, standing)
        _house(row, child, person, standing)
        return person, "added", kept
    for tie in [one for one in ties if one.kind == row.values["kind"]][:1] or ties[:1]:
        is_changed |= _change_tie(row, tie, before, standing, kept)
    is_changed |= _house(row, child, person, standing)
    return person, "changed" if is_changed else "unchanged", kept


def _new_person(row: ParentRow, child: Child, standing: Standing) -> Person:
    assert child.family_id is not None
    person = Person(
        family_id=child.family_id,
        full_name=row.values["full_name"],
        birth_date=row.values["birth_date"],
        address_is_confidential=bool(row.values["is_confidential"]),
    )
    standing.new.append(person)
    standing.people.setdefault(child.family_id, []).append(person)
    return person


def _number(row: ParentRow, person: Person, standing: Standing) -> None:
    """From this row on the number is this person's, whoever else has it in a later one."""
    if row.key.startswith("#") and person not in standing.numbered.get(row.key, []):
        standing.numbered.setdefault(row.key, []).append(person)


def _known_to(child: Child, standing: Standing) -> list[Person]:
    """Who is of the child's family, or something to the child though of another."""
    family = standing.people.get(child.family_id or 0, [])
    return [*family, *(one for one in standing.tied.get(child.pk, []) if one not in family)]


def _person_of(row: ParentRow, child: Child, standing: Standing) -> Person | None:
    """By the number, by what the last file said, else by the name and, where both say, the day of birth."""
    known = _known_to(child, standing)
    if found := next((one for one in standing.numbered.get(row.key, []) if one in known), None):
        return found
    memory = standing.memories.get((child.pk, row.key))
    recalled = memory.person_id if memory else None
    if recalled and (found := next((one for one in known if one.pk == recalled), None)):
        return found
    name, born = row.values["full_name"].casefold(), row.values["birth_date"]
    same = [one for one in known if one.full_name.casefold() == name]
    same = [one for one in same if not born or not one.birth_date or born == one.birth_date]
    if len(same) > 1:
        raise Refused(TWO)
    return same[0] if same else None


def _tie(row: ParentRow, child: Child, person: Person, standing: Standing) -> None:
    responsibility = row.values["parental_responsibility"] or UNKNOWN
    tie = Relationship(
        child=child, person=person, kind=row.values["kind"], parental_responsibility=responsibility
    )
    standing.new_ties.append(tie)
    standing.ties[child.pk, id(person)] = [tie]


def _house(row: ParentRow, child: Child, person: Person, standing: Standing) -> bool:
    """Somebody who lives with the child, and in no recorded home, is put into the child's only one."""
    homes = standing.homes.get(child.pk, [])
    if not row.values["lives_with"] or len(homes) != 1 or (person.pk and person.pk in standing.housed):
        return False
    if id(person) in standing.stays:
        return False
    standing.stays[id(person)] = HouseholdMember(household_id=homes[0].household_id, person=person)
    return True


def _change_person(
    row: ParentRow, person: Person, before: Mapping[str, Any], standing: Standing, kept: list[str]
) -> bool:
    """Name and day of birth, where ours is as the last file said; that an address is confidential only ever
    comes, and never goes by a file.
    """
    is_changed = False
    for name in ("full_name", "birth_date"):
        value, ours = row.values[name], getattr(person, name)
        if not value or value == ours:
            continue
        if not ours or _text(ours) == before.get(name):
            setattr(person, name, value)
            is_changed = True
        elif _text(value) != before.get(name):
            kept.append(name)
    if row.values["is_confidential"] and not person.address_is_confidential:
        person.address_is_confidential = True
        is_changed = True
    if is_changed and person.pk:
        standing.changed[person.pk] = person
    return is_changed


def _change_tie(
    row: ParentRow, tie: Relationship, before: Mapping[str, Any], standing: Standing, kept: list[str]
) -> bool:
    is_changed = False
    if tie.in_error:  # It was told again that it was none.
        return False
    for name in ("kind", "parental_responsibility"):
        value, ours = row.values[name], getattr(tie, name)
        if not value or value in (ours, UNKNOWN):
            continue
        if ours == UNKNOWN or ours == before.get(name):
            setattr(tie, name, value)
            is_changed = True
        elif value != before.get(name):
            kept.append(name)
    if is_changed and tie.pk:
        standing.changed_ties[tie.pk] = tie
    return is_changed


def _text(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.date) else value


def _write(standing: Standing) -> None:
    Person.objects.bulk_create(standing.new)
    columns = ["full_name", "birth_date", "address_is_confidential"]
    _update(Person, standing.changed.values(), columns)
    Relationship.objects.bulk_create(standing.new_ties)
    _update(Relationship, standing.changed_ties.values(), ["kind", "parental_responsibility"])
    HouseholdMember.objects.bulk_create(list(standing.stays.values()))
    ParentMemory.objects.bulk_create(
        standing.remember,
        update_conflicts=True,
        unique_fields=["child", "key"],
        update_fields=["person", "told"],
    )


def _update(model: Any, rows: Iterable[Any], columns: Sequence[str]) -> None:
    changed = list(rows)
    if changed:
        model.objects.unscoped(WHY).bulk_update(changed, columns)
