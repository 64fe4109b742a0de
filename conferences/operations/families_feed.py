"""A file of parents and carers from the case system: kept as handed in, shown, then taken in once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from conferences.operations.families_feed_rows import ParentRow, ParentsLoaded, compare_and_write
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.directory import files
from safeguarding.directory.directory import Directory
from safeguarding.directory.items import Choice, Day, Item, Text, YesNo
from safeguarding.directory.operations import MOST_KEPT
from safeguarding.labelled import choices
from safeguarding.models import DirectoryFile, ParentalResponsibility, Person, RelationshipKind, User
from safeguarding.operation import lock, operation
from safeguarding.refusals import NOT_FOUND, NOT_THERE, Problem, Refused, refuse_all
from safeguarding.rights import Permission

MOST_ON_A_PAGE = 20_000
A_STEP = 2_000
LONGEST_KEY = 160
KINDS = dict(choices(RelationshipKind))
RESPONSIBILITIES = {
    ParentalResponsibility.YES.value: "Yes",
    ParentalResponsibility.NO.value: "No",
    ParentalResponsibility.UNKNOWN.value: "Not known",
}
# Read as the directories' files are, and kept on no page of theirs.
PARENTS_FILE = Directory(
    slug="parents",
    one="parent or carer",
    many="parents and carers",
    about="",
    model=Person,
    items=(
        Text("number", "Child number", longest=20),
        Text("full_name", "Name", longest=150),
        Choice("kind", "Relationship", options=lambda: KINDS),
        Text("person", "Person number", is_needed=False, longest=40),
        Choice(
            "parental_responsibility",
            "Parental responsibility",
            is_needed=False,
            options=lambda: RESPONSIBILITIES,
        ),
        YesNo("lives_with", "Lives with the child", nothing=None),
        Day("birth_date", "Date of birth", is_needed=False),
        YesNo("is_confidential", "Confidential", nothing=None),
    ),
    keyed_by=3,
    needs=Permission.FEED_CHILDREN,
)


@operation(needs=Permission.FEED_CHILDREN, system=True)
def hand_in_parents(*, name: str, content: bytes, by: User, at: dt.datetime) -> DirectoryFile:
    """Keep the file for the page that shows what it would do; one that waited before is let go. Raises
    Refused where it cannot be read.
    """
    rows = files.read(PARENTS_FILE, content)
    if not rows:
        raise Refused("The file names nobody: it has a first row and nothing else", "file")
    if len(rows) > MOST_ON_A_PAGE and not by.is_system:
        raise Refused(
            f"The file has more than {MOST_ON_A_PAGE:,} rows. manage.py load_parents takes in larger ones",
            "file",
        )
    waiting = DirectoryFile.objects.filter(directory=PARENTS_FILE.slug, handed_in_by=by, taken_in_at=None)
    waiting.update(content=b"")
    file = DirectoryFile.objects.create(
        directory=PARENTS_FILE.slug, name=name, content=content, handed_in_by=by, handed_in_at=at
    )
    audit.record("parents.file_handed_in", file, by=by, at=at)
    return file


@operation(needs=Permission.FEED_CHILDREN, system=True)
def take_in_parents(*, file: DirectoryFile, by: User, at: dt.datetime) -> ParentsLoaded:
    """Take its rows in, once, by whoever handed it in; then nothing of them is kept but what they wrote, and
    which were refused or taken in part. The same rows again change nothing. Raises Refused where that was
    done already.
    """
    held = lock(file)
    if held.handed_in_by_id != by.pk or held.directory != PARENTS_FILE.slug:
        raise Refused(NOT_THERE, status=NOT_FOUND)
    if held.taken_in_at is not None or not held.content:
        raise Refused("This file has been taken in or let go already.")
    loaded = ParentsLoaded()
    rows = _readable(files.read(PARENTS_FILE, bytes(held.content)), loaded, at)
    for begin in range(0, len(rows), A_STEP):
        compare_and_write(rows[begin : begin + A_STEP], loaded, by)
    loaded.refused.sort()
    held.content, held.taken_in_by, held.taken_in_at = b"", by, at
    told = {"refused": loaded.refused[:MOST_KEPT], "noted": loaded.noted[:MOST_KEPT]}
    held.outcome = {"counts": counts(loaded), **told}
    held.save(update_fields=["content", "taken_in_by", "taken_in_at", "outcome"])
    audit.record("parents.file_taken_in", held, by=by, at=at, detail=counts(loaded))
    return loaded


def counts(loaded: ParentsLoaded) -> dict[str, int]:
    """How many rows came to what."""
    return {
        "added": len(loaded.added),
        "changed": len(loaded.changed),
        "unchanged": loaded.unchanged,
        "refused": len(loaded.refused),
        "noted": len(loaded.noted),
    }


def _readable(
    rows: Sequence[tuple[int, Mapping[str, str]]], loaded: ParentsLoaded, at: dt.datetime
) -> list[ParentRow]:
    """The rows that can be read, each person once beside each child."""
    found: list[ParentRow] = []
    met: dict[tuple[str, str], int] = {}
    for line, texts in rows:
        try:
            row = _read(line, texts, at)
            if earlier := met.get((row.number, row.key)):
                raise Refused(f"The same person and child as in row {earlier}")
            met[row.number, row.key] = line
            found.append(row)
        except Refused as refusal:
            sentences = " ".join(f"{problem.sentence.rstrip('.')}." for problem in refusal.problems)
            loaded.refused.append((line, sentences))
    return found


def _read(line: int, texts: Mapping[str, str], at: dt.datetime) -> ParentRow:
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for item in PARENTS_FILE.items:
        try:
            values[item.field] = _value(item, texts)
        except Refused as refusal:
            problems += refusal.problems
    born = values.get("birth_date")
    if born and born > day_of(at):
        problems.append(Problem("The date of birth lies in the future", "birth_date"))
    refuse_all(problems)
    return ParentRow(line, values["number"], _key(values), values)


def _key(values: Mapping[str, Any]) -> str:
    """By the number, or by the name, which small letters may make longer than it is."""
    if values["person"]:
        return f"#{values['person']}"
    return str(values["full_name"]).casefold().lstrip("#")[:LONGEST_KEY]


def _value(item: Item, texts: Mapping[str, str]) -> Any:
    return item.read(texts.get(item.field) or "")
