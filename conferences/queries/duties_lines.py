"""The lines of a list of duties: each is a child's duty, or that of siblings for whom it falls on one day.

By hand: the database makes the lines, counts them all and reads no more than those shown; Django would take
longer to put that together than the database to answer.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from conferences.rules.deadlines import Code
from safeguarding.labelled import values
from safeguarding.models.base import ScopedQuerySet, note_read
from safeguarding.models.child import name_shown
from safeguarding.policy.words import role_words


class Part(StrEnum):
    """The lists of My work in their order, as their addresses name them."""

    TODAY = "today"
    WEEK = "week"
    LATER = "later"
    BEFORE = "before-go-live"
    STAND_IN = "standing-in"
    TEAM = "team"
    UNBOOKED = "not-booked"
    UNSIGNED = "not-signed"
    CONFERENCES = "conferences"
    WAITING = "waiting"
    DONE = "done"


# What is done first: of these lists more lines stand on My work than of the others.
LONG = (Part.TODAY, Part.TEAM)
# The duties of each list, or of none yet.
Duties = Mapping[Part | None, ScopedQuerySet]
# What is read of each duty, by its path and by its name in the statements.
COLUMNS = {
    "pk": "id",
    "child": "child_id",
    "child__family": "family_id",
    "kind": "kind",
    "subject": "subject",
    "due_date": "due_date",
    "owner": "owner_id",
    "owner_role": "owner_role",
    "ref": "ref",
    "put_off_until_date": "put_off_until",
    "closed_at": "closed_at",
}
STATUTORY_ORDER = f"array_position(ARRAY{values(Code)}::varchar[], kind)"
# Duties of no part are parted by their day: to a day, to another, and later. What is put off comes later.
GROUPED = f"""
    SELECT CASE WHEN part IS NOT NULL THEN part WHEN put_off_until > %s THEN '{Part.LATER}'
            WHEN due_date <= %s THEN '{Part.TODAY}' WHEN due_date <= %s THEN '{Part.WEEK}'
            ELSE '{Part.LATER}' END AS part,
        due_date, kind, coalesce(family_id, -child_id) AS sibling_of, owner_id, min(owner_role) AS owner_role,
        array_agg(child_id ORDER BY id) AS children, (array_agg(subject ORDER BY id))[1] AS subject,
        (array_agg(ref ORDER BY id))[1] AS ref, max(put_off_until) AS put_off_until, max(closed_at) AS done_at
    FROM ({{duties}}) AS duty GROUP BY 1, 2, 3, 4, 5
"""
# The names are looked up for what is shown.
SHOWN = f"""
    SELECT line.part, total, late, line.ref, kind, due_date, put_off_until, done_at, u.full_name, owner_role,
        subject, children, c.ref,
        c.given_names, c.family_name, c.la_child_id, c.birth_date, f.name
    FROM (SELECT line.*, count(*) OVER (PARTITION BY part) AS total,
            count(*) FILTER (WHERE due_date < %s) OVER (PARTITION BY part) AS late,
            row_number() OVER (PARTITION BY part
                ORDER BY done_at DESC NULLS LAST, due_date,
                    {STATUTORY_ORDER}, sibling_of, owner_id NULLS FIRST) AS place
          FROM ({GROUPED}) AS line) AS line
    JOIN safeguarding_child c ON c.id = children[1] LEFT JOIN safeguarding_family f ON f.id = c.family_id
    LEFT JOIN safeguarding_user u ON u.id = owner_id
    WHERE place > %s AND place <= CASE WHEN part = ANY(%s) THEN %s ELSE %s END ORDER BY part, place
"""
COUNTED = f"SELECT count(*) FROM ({GROUPED}) AS line"


class Line(NamedTuple):
    """One thing to do, for one child or for several of a family at once, in the list `part`.

    `total` is of the lines of that list, `late` of those whose day is past. The references, subject, name,
    number and day of birth are those of the first child's duty. `done_at` where it is done.
    """

    part: str
    total: int
    late: int
    ref: UUID
    kind: str
    due_date: dt.date
    put_off_until: dt.date | None
    done_at: dt.datetime | None
    owner_name: str | None
    owner_role: str
    subject: int
    children: Sequence[int]
    child_ref: UUID
    given_names: str
    family_name: str
    number: str
    birth_date: dt.date | None
    family: str | None

    def owner(self, on: dt.date) -> str:
        return self.owner_name or role_words(self.owner_role, on).first

    @property
    def child(self) -> str:
        return name_shown(self.given_names, self.family_name, self.number, unborn=self.birth_date is None)


@dataclass(frozen=True)
class WorkList:
    """Some lines of a list; `count` is of all its lines, `late` of those whose day is past."""

    lines: Sequence[Line] = ()
    count: int = 0
    late: int = 0

    @classmethod
    def of(cls, lines: Sequence[Line]) -> WorkList:
        return cls(lines, lines[0].total, lines[0].late) if lines else cls()


def first_lines(
    duties: Duties, on: dt.date, week: dt.date, most: int, others: int | None = None
) -> dict[Part, WorkList]:
    """The first so many lines of each part (or `others` of those that are not LONG), with the number of all.

    Those of no part are parted by their day: to the day `on`, to the day `week`, and later.
    """
    places = (0, [*LONG], most, most if others is None else others)
    lines = _lines(duties, (on, on, on, week), places)
    return {Part(part): WorkList.of(list(found)) for part, found in groupby(lines, key=attrgetter("part"))}


@dataclass(frozen=True)
class Lines:
    """The lines of one list on a day, for a paginator: one statement counts them, another reads a stretch."""

    part: Part
    duties: ScopedQuerySet
    on: dt.date

    def __len__(self) -> int:
        return int(_rows(COUNTED, {self.part: self.duties}, (None, None, None), ())[0][0])

    def __getitem__(self, stretch: slice) -> list[Line]:
        return _lines(
            {self.part: self.duties}, (self.on, None, None, None), (stretch.start, [], 0, stretch.stop)
        )

    def __iter__(self) -> Iterator[Line]:
        return iter(self[0 : len(self)])


def _lines(duties: Duties, days: Sequence[Any], places: Sequence[Any]) -> list[Line]:
    """Those that are shown, whose children are noted as read."""
    lines = [Line(*row) for row in _rows(SHOWN, duties, days, places)]
    note_read({child for line in lines for child in line.children})
    return lines


def _rows(
    statement: str, duties: Duties, before: Sequence[Any], after: Sequence[Any]
) -> list[tuple[Any, ...]]:
    """What a statement finds round the duties of each part, whose values stand before and after theirs."""
    parts = {part: found.statement(*COLUMNS) for part, found in duties.items()}
    names = ", ".join(COLUMNS.values())
    sources = " UNION ALL ".join(
        f"SELECT %s::text AS part, d.* FROM ({sql}) AS d ({names})" for sql, _ in parts.values()
    )
    values = [value for part, (_, given) in parts.items() for value in (part, *given)]
    with connection.cursor() as cursor:
        cursor.execute(statement.replace("{duties}", sources), [*before, *values, *after])
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows
