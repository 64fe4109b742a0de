"""A family's page: its children and their plans, its homes apart, its people and how to reach them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse

from conferences.queries.families import FamilyStory
from conferences.queries.plans_history import PlanHistory
from conferences.views.presenters import words
from conferences.views.presenters.children import address_line, is_confidential, relationship
from conferences.views.presenters.children_timeline import short_name
from safeguarding.models import Child, Household, HouseholdMember, Person
from safeguarding.pagekit.components import Cell, Column, Link, SummaryRow, Table, Tag
from safeguarding.wording import joined, lower_first, uk_date

CHILD_COLUMNS = [
    Column("Child"),
    Column("Born"),
    Column("Council number"),
    Column("Plan"),
    Column("Lives in"),
]


@dataclass(frozen=True)
class Place:
    """An address: in words, or hidden behind a button that sends `field` = `value`, or shown after that."""

    words: str
    hidden: bool = False
    shown_now: bool = False
    field: str = ""
    value: str = ""
    whose: str = ""


@dataclass(frozen=True)
class Resident:
    """Who lives or lived in a home; `stay` is its number, `days` what is known of when."""

    stay: int
    name: str
    days: str


@dataclass(frozen=True)
class Home:
    """One household, apart from the others."""

    pk: int
    name: str
    confidential: bool
    place: Place
    members: list[Resident]
    earlier: list[Resident]


@dataclass(frozen=True)
class Grown:
    """A parent, carer or other: how to reach them safely first, then the rest."""

    name: str
    safe_contact: str
    confidential: bool
    ties: list[str]
    rows: list[SummaryRow]
    place: Place
    ref: UUID


@dataclass(frozen=True)
class FamilyPage:
    """The family's page, top to bottom."""

    ref: UUID
    name: str
    children: Table
    homes: list[Home]
    people: list[Grown]
    links: list[Link]


def links(family_ref: UUID, current: str) -> list[Link]:
    named = (
        ("Family", reverse("family", args=[family_ref])),
        ("Plans", reverse("family_plans", args=[family_ref])),
        ("Timeline", reverse("family_timeline", args=[family_ref])),
        ("History", reverse("family_history", args=[family_ref])),
    )
    return [Link(text, href, text == current) for text, href in named]


def family_page(story: FamilyStory, histories: dict[int, PlanHistory], shown: str, on: date) -> FamilyPage:
    """`shown` names the one address that was just asked for ("person:<ref>", "household:<id>")."""
    homes = [_home(home, shown) for home in story.households]
    return FamilyPage(
        ref=story.family.ref,
        name=story.family.name,
        children=_children(story, histories, on),
        homes=homes,
        people=[_grown(person, shown) for person in story.people],
        links=links(story.family.ref, "Family"),
    )


def _children(story: FamilyStory, histories: dict[int, PlanHistory], on: date) -> Table:
    lives_in = _homes_by_child(story.households)
    rows = [_child(child, histories[child.pk], lives_in.get(child.pk, []), on) for child in story.children]
    return Table("Children", CHILD_COLUMNS, rows, row_heads=True, stack=True)


def _homes_by_child(households: Iterable[Household]) -> dict[int, list[str]]:
    homes: dict[int, list[str]] = {}
    for household in households:
        for member in household.members.all():
            if member.child_id and member.end_date is None:
                homes.setdefault(member.child_id, []).append(household.name)
    return homes


def _child(child: Child, history: PlanHistory, homes: list[str], on: date) -> list[Cell]:
    return [
        Cell(child.display_name, reverse("child", args=[child.ref]), next(iter(words.tags(child)), None)),
        Cell(words.born(child, on)),
        Cell(child.la_child_id),
        _plan(history),
        Cell(joined(homes) or "Not recorded"),
    ]


def _plan(history: PlanHistory) -> Cell:
    life = history.present
    if life is None:
        return Cell(words.no_plan(history.told_to), note=_last_plan_line(history))
    held = life.plan.held_for_other_authority
    tag = Tag("Another authority’s plan" if held else "On a plan", "blue")
    known = words.known_to(life.told_to)
    return Cell(tag=tag, note=f"{words.categories(life.plan)}, since {uk_date(life.plan.start_date)}{known}")


def _last_plan_line(history: PlanHistory) -> str:
    return f"The last ended {uk_date(history.plans[0].plan.end_date)}" if history.plans else ""


def _home(household: Household, shown: str) -> Home:
    members = list(household.members.all())
    place = _place(
        address_line(household.address, household.postcode),
        hidden=household.is_confidential,
        field="household",
        value=str(household.pk),
        whose=household.name,
        shown=shown,
    )
    return Home(
        pk=household.pk,
        name=household.name,
        confidential=household.is_confidential,
        place=place,
        members=[_resident(one) for one in members if one.end_date is None],
        earlier=[_resident(one) for one in members if one.end_date],
    )


def _resident(member: HouseholdMember) -> Resident:
    since = f"since {uk_date(member.start_date)}" if member.start_date else ""
    if member.end_date:
        begun = f"from {uk_date(member.start_date)} " if member.start_date else ""
        since = f"{begun}until {uk_date(member.end_date)}"
    return Resident(member.pk, member_words(member), since)


def member_words(member: HouseholdMember) -> str:
    """The name of who lives in a home."""
    if member.child is not None:
        return member.child.display_name
    return member.person.full_name if member.person is not None else ""


def _place(address: str, *, hidden: bool, field: str, value: str, whose: str, shown: str) -> Place:
    if not address:
        return Place("Not recorded")
    if not hidden:
        return Place(address)
    if shown == f"{field}:{value}":
        return Place(address, shown_now=True, whose=whose)
    return Place("", hidden=True, field=field, value=value, whose=whose)


def _grown(person: Person, shown: str) -> Grown:
    confidential = is_confidential(person)
    place = _place(
        address_line(person.address, person.postcode),
        hidden=confidential,
        field="person",
        value=str(person.ref),
        whose=person.full_name,
        shown=shown,
    )
    told = person.full_name, person.safe_contact, confidential, _ties(person), _rows(person), place
    return Grown(*told, person.ref)


def _ties(person: Person) -> list[str]:
    """Mother of Amber (has parental responsibility)."""
    told = []
    for tie in person.relationships.all():
        if tie.in_error:
            continue
        responsibility = tie.get_parental_responsibility_display()
        told.append(f"{relationship(tie)} of {short_name(tie.child)} ({lower_first(responsibility)})")
    return told


def _rows(person: Person) -> list[SummaryRow]:
    known = [
        ("Born", uk_date(person.birth_date)),
        ("Telephone", person.telephone),
        ("Email", person.email),
        ("Communication needs", person.communication_needs),
        ("Interpreter", person.interpreter_language),
    ]
    return [SummaryRow(key, value) for key, value in known if value]
