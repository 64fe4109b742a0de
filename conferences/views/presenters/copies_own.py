"""The children's own versions of a record as a table, and in a child's story."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from django.urls import reverse

from conferences.models import Document, OwnVersion
from conferences.queries.copies_own import OwnStanding
from conferences.rules.copies_own import NoOwn
from conferences.rules.documents import SentHow
from conferences.rules.letters_reading import reading_of
from conferences.views.presenters import words
from conferences.views.presenters.letters_words import reading_line
from safeguarding.labelled import label
from safeguarding.pagekit.components import Cell, Column, Table, Tag
from safeguarding.wording import sentence, uk_date, uk_day

NO_LINE = "Nothing"


def own_table(found: Sequence[OwnStanding], ref: uuid.UUID, *, is_chair: bool) -> Table:
    """A row for each child who is old enough: given or not, what the chair says, and why none."""
    titles = "Child", "Their own version", "What the chair says", "If none is given"
    rows = [[Cell(_name(one)), _given(one, ref), _line(one, ref, is_chair), _none(one, ref)] for one in found]
    none = "No child of this record is old enough for a version of their own."
    return Table(
        "The children’s own versions",
        [Column(title) for title in titles],
        rows,
        none,
        row_heads=True,
        stack=True,
    )


def _name(one: OwnStanding) -> str:
    return str(one.part.requested_child.child.display_name)


def _given(one: OwnStanding, ref: uuid.UUID) -> Cell:
    if one.given is not None:
        address = reverse("own_told", args=[ref, one.given.pk])
        about = f": how {_name(one)} was given theirs"
        return Cell("Correct who sat with them", href=address, about=about, note=given_words(one.given))
    if one.told and one.told.none_at:
        return Cell("None will be given", tag=Tag("Settled", "grey"))
    day = f"Due by {uk_day(one.due)}." if one.due else ""
    if not one.versions:
        return Cell("Not made yet", note=_together(day, "Make it below: it is one of the copies."))
    return Cell("Made, and not given yet", note=_together(day, "What it waits for stands above."))


def _line(one: OwnStanding, ref: uuid.UUID, is_chair: bool) -> Cell:
    line = one.told.line if one.told else ""
    note = _together(line, line_reading(line))
    if not is_chair:
        return Cell(line or NO_LINE, note=line_reading(line))
    address = reverse("own_line", args=[ref, one.part.requested_child.child.ref])
    about = f"to {_name(one)}"
    return Cell("Change what you say" if line else "Say something", href=address, about=about, note=note)


def _none(one: OwnStanding, ref: uuid.UUID) -> Cell:
    if one.given is not None:
        return Cell("It was given")
    address = reverse("own_none", args=[ref, one.part.requested_child.child.ref])
    stands = bool(one.told and one.told.none_at)
    text = "Change it or take it back" if stands else "None will be given"
    return Cell(text, href=address, about=f"to {_name(one)}", note=none_words(one.told))


def line_reading(line: str) -> str:
    """How hard the chair's line is to read, as beside the words of letters; "" where there is none."""
    return reading_line(reading_of([line])) if line else ""


def none_words(told: OwnVersion | None) -> str:
    """Why none will be given, who said so and when; "" where nobody did."""
    if told is None or told.none_at is None:
        return ""
    who = f"{words.name_of(told.none_by)}, {uk_date(told.none_at)}."
    return _together(label(NoOwn, told.none_reason), told.none_words, who)


def given_words(given: Document) -> str:
    """When and how a child was given theirs, who sat with them, and what the child said."""
    said = [f"Given on {uk_date(given.sent_date)}: {label(SentHow, given.sent_how)}."]
    if given.sat_with:
        said.append(f"{given.sat_with} sat with them.")
    return _together(*said, f"The child said: {given.child_said}" if given.child_said else "")


def _together(*said: str) -> str:
    """Each a sentence of its own."""
    return " ".join(sentence(one) for one in said if one)


def given_text(given: Document) -> tuple[str, list[str]]:
    """For a child's timeline: that they were given their own version."""
    return "Given their own version of the record", [given_words(given)]


def none_text(told: OwnVersion) -> tuple[str, list[str]]:
    """For a child's timeline: that none will be given, and why."""
    return "No version of the record of their own", [none_words(told)]
