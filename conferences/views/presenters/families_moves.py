"""What follows where children leave a family or two families become one, in words; and what once followed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from conferences.queries.families import FamilyStory
from conferences.queries.families_moves import GoesWith
from conferences.views.presenters import words
from safeguarding.models import Child, Family, FamilyMove, Household, HouseholdMember, Person
from safeguarding.pagekit.components import Cell, Column, SummaryRow, Table
from safeguarding.wording import joined, uk_date, upper_first

BARS = "Nobody who is barred from either family will see the children of the other. This lifts no bar."
BARS_NEW = "Whoever is barred from this family is barred from the new one too. This lifts no bar."
UNDONE = "It can be undone: the children can be moved out again, with their people and homes."
STAYS_TIED = (
    "Whoever stays is still recorded as the parent, carer or other of the children who leave, and stands on"
    " both families’ pages."
)


@dataclass(frozen=True)
class Going:
    """Who is to go: where to (`into`, or a new family called `name`), and whether it is the whole family."""

    children: Sequence[Child]
    people: Sequence[Person]
    into: Family | None
    name: str
    is_all: bool


@dataclass(frozen=True)
class Follows:
    """The page that asks whether it is right."""

    rows: list[SummaryRow]
    children: Table
    people: Table
    homes: Table
    notes: list[str]


def follows(
    story: FamilyStory,
    other: FamilyStory | None,
    going: Going,
    hanging: Iterable[GoesWith],
    twice: Sequence[str],
    reason: str,
) -> Follows:
    """`twice`: names that stand in both families."""
    where = going.into.name if going.into else going.name.strip()
    target = f"{where} (new)" if not going.into else where
    rows = [
        SummaryRow("From", story.family.name),
        SummaryRow("To", target),
        SummaryRow("Why", words.typed(reason)),
    ]
    moving = {child.pk for child in going.children}
    people = {person.pk for person in going.people}
    return Follows(
        rows,
        _children(hanging, moving, other),
        _people(story, other, people),
        _homes(story, other, moving, people, is_all=going.is_all),
        _notes(going, twice),
    )


def _notes(going: Going, twice: Sequence[str]) -> list[str]:
    notes = [BARS if going.into else BARS_NEW]
    if not going.is_all:
        notes.append(STAYS_TIED)
    if twice:
        notes.append(
            f"{joined(twice)} stands in both families. Both records are kept: look which of them is right."
        )
    return [*notes, UNDONE]


def _moves(is_moving: bool, is_there: bool = False) -> Cell:
    return Cell("Moves" if is_moving else "Is there already" if is_there else "Stays")


def _children(hanging: Iterable[GoesWith], moving: set[int], other: FamilyStory | None) -> Table:
    there = {child.pk for child in other.children} if other else set()
    rows = [
        [
            Cell(one.child.display_name, note=one.child.la_child_id),
            _moves(one.child.pk in moving, one.child.pk in there),
            Cell(_plan(one)),
            Cell(_ahead(one)),
        ]
        for one in hanging
    ]
    columns = [Column("Child"), Column("What happens"), Column("Plan"), Column("Enquiries and conferences")]
    return Table("Children, with what goes with them", columns, rows, row_heads=True, stack=True)


def _plan(one: GoesWith) -> str:
    if one.plan is None:
        return "No plan"
    since = f"since {uk_date(one.plan.start_date)}"
    if one.told_to:
        return f"On a plan on {uk_date(one.told_to)}, the last day known, {since}"
    return f"On a plan {since}"


def _ahead(one: GoesWith) -> str:
    known = [f"enquiry of {uk_date(enquiry.started_date)}" for enquiry in one.enquiries[:1]]
    known += [f"conference requested on {uk_date(asked.history_checked_at)}" for asked in one.asked]
    return upper_first(joined(known)) if known else "None ahead"


def _people(story: FamilyStory, other: FamilyStory | None, going: set[int]) -> Table:
    rows = [[Cell(one.full_name), _moves(one.pk in going)] for one in story.people]
    known = {one.pk for one in story.people}
    there = [one for one in (other.people if other else ()) if one.pk not in known]
    rows += [[Cell(one.full_name), _moves(False, is_there=True)] for one in there]
    empty = "No parent, carer or other is recorded."
    columns = [Column("Person"), Column("What happens")]
    return Table("Parents, carers and others", columns, rows, empty=empty, row_heads=True, stack=True)


def _homes(
    story: FamilyStory, other: FamilyStory | None, children: set[int], people: set[int], *, is_all: bool
) -> Table:
    rows = [
        [Cell(home.name), Cell("Moves" if is_all else _home(home, children, people))]
        for home in story.households
    ]
    there = other.households if other else ()
    rows += [[Cell(home.name), _moves(False, is_there=True)] for home in there]
    columns = [Column("Home"), Column("What happens")]
    return Table("Homes", columns, rows, empty="No home is recorded.", row_heads=True, stack=True)


def _home(home: Household, children: set[int], people: set[int]) -> str:
    members = list(home.members.all())
    going = [one for one in members if _goes(one, children, people)]
    if not going:
        return "Stays"
    if len(going) == len(members):
        return "Moves with everybody who lives or lived there"
    return "Stays, and those who leave have a record of it of their own"


def _goes(member: HouseholdMember, children: set[int], people: set[int]) -> bool:
    return member.child_id in children or member.person_id in people


def moves_table(moves: Iterable[FamilyMove]) -> Table:
    """By which splits and joinings the children came here, the latest first."""
    rows = [
        [
            Cell(move.child.display_name, reverse("child", args=[move.child.ref])),
            Cell(move.get_kind_display(), note=f"{move.from_family.name} to {move.to_family.name}"),
            Cell(words.typed(move.reason)),
            Cell(uk_date(move.moved_at), note=words.name_of(move.moved_by)),
        ]
        for move in moves
    ]
    columns = [Column("Child"), Column("What happened"), Column("Why"), Column("When")]
    return Table("Joined and split", columns, rows, row_heads=True, stack=True)
