"""The history of a family's grown-ups and homes, a table for each: when, what, from what to what, by whom."""

from __future__ import annotations

from collections.abc import Iterable

from conferences.queries.families_history import FamilyHistory
from conferences.views.presenters.children import relationship
from conferences.views.presenters.children_timeline import short_name
from conferences.views.presenters.families import member_words
from safeguarding.directory.words import Change
from safeguarding.models import Household, Person
from safeguarding.pagekit.components import Cell, Column, Table
from safeguarding.wording import uk_moment

COLUMNS = [Column("When"), Column("What"), Column("From and to"), Column("By")]
# A change, and of what beside the record itself: a tie to a child, somebody's stay.
Told = tuple[Change, str]


def people_tables(history: FamilyHistory) -> list[Table]:
    """Each parent, carer or other, with what they are to each child."""
    return [_table(person.full_name, _of_person(history, person)) for person in history.story.people]


def home_tables(history: FamilyHistory) -> list[Table]:
    """Each home, with who lives or lived there."""
    return [_table(home.name, _of_home(history, home)) for home in history.story.households]


def _of_person(history: FamilyHistory, person: Person) -> list[Told]:
    own = [(change, "") for change in history.people[person.pk]]
    for tie in person.relationships.all():
        words = f"{relationship(tie)} of {short_name(tie.child)}"
        words += " (recorded in error)" if tie.in_error else ""
        own += [(change, words) for change in history.ties[tie.pk]]
    return own


def _of_home(history: FamilyHistory, home: Household) -> list[Told]:
    own = [(change, "") for change in history.homes[home.pk]]
    for stay in home.members.all():
        own += [(change, member_words(stay)) for change in history.stays[stay.pk]]
    return own


def _table(caption: str, told: Iterable[Told]) -> Table:
    """The latest first."""
    latest = sorted(told, key=lambda one: one[0].at, reverse=True)
    rows = [
        [uk_moment(change.at), Cell(change.what, note=of), Cell(", ".join(change.items)), change.by]
        for change, of in latest
    ]
    return Table(caption, COLUMNS, rows, "Nothing is recorded.", stack=True)
