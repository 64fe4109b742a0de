"""Keeping a directory: a row added, changed, taken out of use and put back; a file of rows, shown first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import transaction

from safeguarding import audit
from safeguarding.directory import files
from safeguarding.directory.directory import Directory
from safeguarding.directory.items import Item, Row, plain
from safeguarding.models import DirectoryFile, User
from safeguarding.operation import lock, lock_out_files, lock_rows, operation, refuse_without
from safeguarding.refusals import NOT_FOUND, NOT_THERE, Problem, Refused, refuse_all
from safeguarding.rights import Permission

MOST_ROWS = 20_000
BATCH = 1000
# Of the rows that are refused so many are kept with their sentences.
MOST_KEPT = 200
Key = tuple[str, ...]


@dataclass
class Loaded:
    """What a file did, or would do: the names of rows added and changed, how many were so already, and each
    row refused by number (the header is 1) with its sentences.
    """

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)

    @property
    def counts(self) -> dict[str, int]:
        """How many rows came to what."""
        return {
            "added": len(self.added),
            "changed": len(self.changed),
            "unchanged": self.unchanged,
            "refused": len(self.refused),
        }


@operation(needs=Permission.KEEP_DIRECTORY)
def add_row(*, directory: Directory, texts: Mapping[str, str], by: User, at: dt.datetime) -> Any:
    """A new row. Raises Refused: what cannot be read, a name that is taken, what the directory forbids."""
    refuse_without(by, directory.needs)
    row = directory.model.objects.create(**_values(directory, None, texts))
    transaction.on_commit(directory.changed)
    audit.record(f"{directory.slug}.added", row, by=by, at=at)
    return row


@operation(needs=Permission.KEEP_DIRECTORY)
def change_row(*, directory: Directory, row: Any, texts: Mapping[str, str], by: User, at: dt.datetime) -> Any:
    """Other values of a row; what was stays in its history. Raises as add_row does."""
    refuse_without(by, directory.needs)
    _wait_for_files(directory)
    held = lock(row)
    if differing := _put(held, _values(directory, held, texts)):
        held.save(update_fields=differing)
        transaction.on_commit(directory.changed)
        audit.record(f"{directory.slug}.changed", held, by=by, at=at, detail={"items": differing})
    return held


@operation(needs=Permission.KEEP_DIRECTORY)
def take_out(*, directory: Directory, row: Any, by: User, at: dt.datetime) -> Any:
    """The row is offered nowhere any more; what was recorded with it stays. Raises Refused: in use still."""
    refuse_without(by, directory.needs)
    _wait_for_files(directory)
    held = lock(row)
    if not held.is_active:
        raise Refused(f"This {directory.one} is out of use already.")
    if words := directory.in_the_way(held, at):
        raise Refused(words)
    return _switch(directory, held, False, by, at)


@operation(needs=Permission.KEEP_DIRECTORY)
def put_back(*, directory: Directory, row: Any, by: User, at: dt.datetime) -> Any:
    """The row is offered again."""
    refuse_without(by, directory.needs)
    held = lock(row)
    if held.is_active:
        raise Refused(f"This {directory.one} is in use already.")
    return _switch(directory, held, True, by, at)


@operation(needs=Permission.KEEP_DIRECTORY, system=True)
def load(
    *, directory: Directory, rows: Sequence[tuple[int, Mapping[str, str]]], by: User, at: dt.datetime
) -> Loaded:
    """Take in rows, each with its number in the file: a name that is known changes its row, another adds one.

    A row that is refused is named and leaves the rest alone; the same file twice changes nothing. A row that
    is out of use stays so.
    """
    if not by.is_system:
        refuse_without(by, directory.needs)
    if len(rows) > MOST_ROWS:
        raise Refused(f"The file has more than {MOST_ROWS:,} rows", "file")
    _wait_for_files(directory)
    directory = replace(directory, items=tuple(item.for_texts() for item in directory.items))
    known = {_key(directory, _texts(directory, row)): row for row in lock_rows(directory.rows)}
    loading = _Loading(directory, known)
    for number, texts in rows:
        try:
            loading.take(number, texts)
        except Refused as refusal:
            sentences = " ".join(f"{problem.sentence.rstrip('.')}." for problem in refusal.problems)
            loading.loaded.refused.append((number, sentences))
    loading.write()
    transaction.on_commit(directory.changed)
    return loading.loaded


@operation(needs=Permission.KEEP_DIRECTORY)
def hand_in(*, directory: Directory, name: str, content: bytes, by: User, at: dt.datetime) -> DirectoryFile:
    """Keep the file for the page that shows what it would do. Raises Refused where it cannot be read."""
    refuse_without(by, directory.needs)
    files.read(directory, content)
    file = DirectoryFile.objects.create(
        directory=directory.slug, name=name, content=content, handed_in_by=by, handed_in_at=at
    )
    audit.record(f"{directory.slug}.file_handed_in", file, by=by, at=at)
    return file


@operation(needs=Permission.KEEP_DIRECTORY)
def take_in(*, directory: Directory, file: DirectoryFile, by: User, at: dt.datetime) -> Loaded:
    """Take its rows in, once, by whoever handed it in. Raises Refused where that was done already."""
    held = lock(file)
    if held.handed_in_by_id != by.pk or held.directory != directory.slug:
        raise Refused(NOT_THERE, status=NOT_FOUND)
    if held.taken_in_at is not None:
        raise Refused("This file has been taken in already.")
    loaded = load(directory=directory, rows=files.read(directory, bytes(held.content)), by=by, at=at)
    held.taken_in_by, held.taken_in_at = by, at
    held.outcome = {"counts": loaded.counts, "refused": loaded.refused[:MOST_KEPT]}
    held.save(update_fields=["taken_in_by", "taken_in_at", "outcome"])
    audit.record(f"{directory.slug}.file_taken_in", held, by=by, at=at, detail=loaded.counts)
    return loaded


def _wait_for_files(directory: Directory) -> None:
    """Before the row is held: a file gives children to what it found in use when it began."""
    if directory.used_in:
        lock_out_files(directory.used_in)


@dataclass
class _Loading:
    """Rows on their way into a directory: each is read and compared, and all are written at once."""

    directory: Directory
    known: dict[Key, Any]
    loaded: Loaded = field(default_factory=Loaded)
    met: dict[Key, int] = field(default_factory=dict)
    new: list[Any] = field(default_factory=list)
    changed: list[Any] = field(default_factory=list)

    def take(self, number: int, texts: Mapping[str, str]) -> None:
        directory = self.directory
        key, name = _key(directory, texts), plain(texts[directory.name.field])
        if key in self.met:
            raise Refused(f"The {directory.one} of row {self.met[key]} again")
        row = self.known.get(key)
        # A file need not have every column: what it does not tell of a row stays. What the row is found by
        # stays spelt as it is.
        written = _texts(directory, row) if row else {}
        keys = {item.field: written[item.field] for item in directory.keys} if row else {}
        values = _values(directory, row, {**written, **texts, **keys}, is_known=True)
        self.met[key] = number
        if row is None:
            self.new.append(directory.model(**values))
            self.loaded.added.append(name)
        elif _put(row, values):
            self.changed.append(row)
            self.loaded.changed.append(name)
        else:
            self.loaded.unchanged += 1

    def write(self) -> None:
        rows = self.directory.model.objects
        rows.bulk_create(self.new, batch_size=BATCH)
        fields = [item.field for item in self.directory.items]
        rows.bulk_update(self.changed, fields, batch_size=BATCH)


def _values(
    directory: Directory, row: Any, texts: Mapping[str, str], *, is_known: bool = False
) -> dict[str, Any]:
    """The texts read. Raises Refused with every problem. `is_known`: the name was looked up already."""
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for item in directory.items:
        try:
            values[item.field] = _read(item, row, texts.get(item.field) or "")
        except Refused as refusal:
            problems += refusal.problems
    if len(values) == len(directory.items):
        problems += directory.problems(row, values)
    if not problems and not is_known and _is_taken(directory, row, values):
        name = values[directory.name.field]
        problems.append(Problem(f"There is already {directory.a_one} called {name}", directory.name.field))
    refuse_all(problems)
    return values


def _read(item: Item, row: Any, text: str) -> Any:
    """The value of a text. A row of another directory that stands here stays, though it is out of use now."""
    stands = getattr(row, item.field) if row and isinstance(item, Row) else None
    if stands and item.write(stands).casefold() == plain(text).casefold():
        return stands
    return item.read(text)


def _is_taken(directory: Directory, row: Any, values: Mapping[str, Any]) -> bool:
    wanted = {}
    for item in directory.keys:
        value = values[item.field]
        wanted[f"{item.field}__iexact" if isinstance(value, str) else item.field] = value
    others = directory.rows.filter(**wanted)
    return (others.exclude(pk=row.pk) if row else others).exists()


def _put(row: Any, values: Mapping[str, Any]) -> list[str]:
    """The values put into the row, which is not saved; the names of those that differ."""
    differing = sorted(name for name, value in values.items() if getattr(row, name) != value)
    for name in differing:
        setattr(row, name, values[name])
    return differing


def _switch(directory: Directory, row: Any, in_use: bool, by: User, at: dt.datetime) -> Any:
    row.is_active = in_use
    row.save(update_fields=["is_active"])
    transaction.on_commit(directory.changed)
    audit.record(f"{directory.slug}.{'put_back' if in_use else 'taken_out'}", row, by=by, at=at)
    return row


def _texts(directory: Directory, row: Any) -> dict[str, str]:
    return {item.field: item.write(getattr(row, item.field)) for item in directory.items}


def _key(directory: Directory, texts: Mapping[str, str]) -> Key:
    return tuple(plain(texts.get(item.field, "")).casefold() for item in directory.keys)
