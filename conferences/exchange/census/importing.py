"""A census file read: into tellings of each child, staged beside what the other files tell, to be merged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import BinaryIO

from django.conf import settings
from django.db import connection

from conferences.exchange.census.afterwards import leave_out_what_comes_after
from conferences.exchange.census.as_new import added_up, with_guarded
from conferences.exchange.census.asking import ask_what_was_found
from conferences.exchange.census.checks import Facts, WholeFile, check_child
from conferences.exchange.census.faults import Faults, Spot
from conferences.exchange.census.file_checks import look_at
from conferences.exchange.census.heading import read_header
from conferences.exchange.census.markup import Found, Markup, Part
from conferences.exchange.census.merging import (
    ALL_FILLED,
    WAYS,
    Counts,
    Merged,
    MergedFile,
    analyze,
    merge,
)
from conferences.exchange.census.overlapping import Hand, Handing, is_first, read_ahead
from conferences.exchange.census.progress import Progress, nobody
from conferences.exchange.census.recognition import READ, recognise
from conferences.exchange.census.records import Header
from conferences.exchange.census.retelling import InForce, Retelling, affect
from conferences.exchange.census.shaping import Shaper
from conferences.exchange.census.staging import (
    Staging,
    analyze_tables,
    clear_tables,
    create_tables,
    drop_tables,
    index_tables,
    note_new_numbers,
    remember_tellings,
)
from conferences.exchange.census.stream import Stream
from conferences.exchange.census.used_numbers import leave_out_used
from conferences.models import FileStatus, ImportedChild, ImportedFile
from conferences.operations import imports
from conferences.operations.imports_closed import tell_of_closed
from conferences.rules.coverage import not_over
from safeguarding import audit
from safeguarding.bankholidays import england
from safeguarding.clock import day_of
from safeguarding.db import unlimited
from safeguarding.models import User
from safeguarding.policy.values import value
from safeguarding.refusals import Refused
from safeguarding.register.authorities import authority_codes
from safeguarding.wording import counted, times

EVERY = 1_000
# A file that tells of less than this part of the children of the last one is asked about, unless few did.
SMALLEST_PART = 0.5
FEW = 20
# One file at a time, of this kind: the first number names the kind, the second the file (0: any).
LOCK = 20_08
# The one answer to a doubt that lets the file in.
TAKE = "TAKE"
COUNTED = ("children", "plans", "section_47", "conferences", "review_dates", "need_episodes", "in_need_plans")
LONG_WAIT = "30min"


def import_census(
    *,
    file: BinaryIO,
    file_name: str,
    by: User,
    clock: Callable[[], dt.datetime],
    waiting: ImportedFile | None = None,
    on_progress: Progress | None = None,
    anyway: bool = False,
    looks_only: bool = False,
) -> ImportedFile:
    """Read a census file into the record and return its row, with its counts; its faults hang from it.

    `waiting`: the row of a file handed in before; none makes a new one. `on_progress` is told how many
    children are read; `clock` tells the moment, at the beginning and at the end. `anyway`: also another
    authority's file, and one that is far smaller than the last.
    `looks_only`: the caller rolls all of it back. Raises Refused: then nothing has changed.
    """
    size, sha256 = look_at(file, settings.CENSUS_MOST_BYTES)
    with unlimited(), audit.acting_as(by):
        row = waiting or imports.accept_file(
            file_name=file_name, sha256=sha256, size=size, by=by, at=clock(), status=FileStatus.READING
        )
        with audit.acting_as(by, file=row.pk):
            if not claim(row):
                raise Refused("Another process is reading this very file at the moment.")
            wait_for_turn()
            reading = Reading(row, on_progress or nobody)
            header = reading.begin(file)
            if not looks_only:
                refuse_ahead(header.reference, handed_in=day_of(row.uploaded_at))

            def refuse() -> None:
                told = reading.told
                refuse_doubts(row, header.authority, header.reference, told, on=day_of(clock()))

            merged = reading.take(header, (lambda: None) if anyway else refuse)
            return _finish(row, reading, header, merged, by, clock())


def _finish(
    row: ImportedFile, reading: Reading, header: Header, merged: Merged, by: User, at: dt.datetime
) -> ImportedFile:
    """The file is read: its questions are asked, its counts written, and who must know of what is closed
    told.
    """
    ask_what_was_found(row.pk)
    row.reference_date = header.reference
    counts = with_guarded(row, merged.counts)
    drop_tables()
    file_read = imports.finish_file(
        file=row,
        authority=header.authority,
        year=header.year,
        reference=header.reference,
        counts=together(dict(reading.shaper.read), counts),
        replaced=reading.in_force.replaced,
        by=by,
        at=at,
    )
    tell_of_closed(children=merged.guarded, by=by, at=at)
    return file_read


def doubts(
    row: ImportedFile, authority: str, reference: dt.date, children: int, *, on: dt.date
) -> dict[str, str]:
    """{kind of question: sentence} of what should be asked before the whole file is taken on a day.

    `children`: how many of the file could be taken. Those that could not are told of by nobody, so that what
    an earlier file told of them would go.
    """
    found = {}
    in_force = ImportedFile.objects.filter(status=FileStatus.READ).exclude(pk=row.pk)
    own = str(value("BENCHMARK_AUTHORITY", on) or "")
    whose = f"this service is that of authority {own}"
    if not own:
        newest = in_force.exclude(authority="").order_by("reference_date", "pk").last()
        own = newest.authority if newest else ""
        whose = f"the files kept here are of authority {own}"
    if own and authority != own:
        of = f"of authority {authority}" if authority else "of no named authority"
        found["AUTHORITY"] = f"The file is {of}, and {whose}."
    kept = in_force.filter(reference_date__lte=reference)
    last = kept.order_by("reference_date", "pk").last()
    before = last.counts.get("children", {}).get("read", 0) if last else 0
    if not children:
        found["SMALLER"] = "No child of the file could be taken."
    elif before >= FEW and children < before * SMALLEST_PART:
        children_told = counted(children, "child", "children")
        found["SMALLER"] = f"The file tells of {children_told}; the one before it told of {before:,}."
    return found


def open_doubts(
    row: ImportedFile, authority: str, reference: dt.date, children: int, *, on: dt.date
) -> dict[str, str]:
    """Those of the doubts to which nobody has said that the file is to be taken all the same."""
    asked = doubts(row, authority, reference, children, on=on)
    agreed = set(row.questions.filter(answer=TAKE).values_list("kind", flat=True))
    return {kind: sentence for kind, sentence in asked.items() if kind not in agreed}


def refuse_doubts(
    row: ImportedFile, authority: str, reference: dt.date, children: int, *, on: dt.date
) -> None:
    """Raises Refused where something should be asked first and nobody has said yes."""
    open_ = open_doubts(row, authority, reference, children, on=on).values()
    if open_:
        raise Refused(f"{' '.join(open_)} Nothing of it was taken: say that it is to be taken anyway")


def told_of(row: ImportedFile) -> int:
    """Of how many children a file tells that was read: those that could be taken."""
    told = ImportedChild.objects.unscoped("of how many children a file tells: a number for the council")
    return told.filter(file=row).count()


def refuse_ahead(reference: dt.date, *, handed_in: dt.date) -> None:
    """Raises Refused where the reference date had not come; nobody can say that it is to be taken anyway."""
    if sentence := not_over(reference, handed_in):
        raise Refused(sentence)


def claim(row: ImportedFile) -> bool:
    """Whether this transaction is the file's one reader, until it ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s, %s)", [LOCK, row.pk])
        return bool(cursor.fetchone()[0])


def wait_for_turn() -> None:
    """One file at a time: two would find each other's children half there."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, true)", [LONG_WAIT])
        cursor.execute("SELECT pg_advisory_xact_lock(%s, 0)", [LOCK])


def is_being_read(row: ImportedFile) -> bool:
    """Whether a process is at work on the file now: it holds the file's lock, which dies with it."""
    return row.pk in at_work()


def at_work() -> set[int]:
    """The files (ids) at which somebody is at work."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT objid::bigint FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = %s"
            " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
            [LOCK],
        )
        return {file for (file,) in cursor.fetchall() if file}


class Reading:
    """One reading of one file: from its parts to the merged record."""

    def __init__(self, row: ImportedFile, on_progress: Progress) -> None:
        self.row = row
        self.on_progress = on_progress
        self.say = Faults()
        self.markup = Stream(settings.CENSUS_MOST_BYTES)
        self.shaper = Shaper(self.markup, self.say)
        self.staging = Staging(row.pk)
        self.told = 0

    def run(self, file: BinaryIO) -> Header:
        """Read and stage the whole file, and all that other files tell of its children and of those of a file
        that it replaces.
        """
        header = self.begin(file)
        self.finish(header)
        return header

    def begin(self, file: BinaryIO) -> Header:
        """Read the file's header."""
        self.parts = self.markup.parts(file)
        for part in self.parts:
            if not isinstance(part, Part) or part.tag != "Header":
                raise Refused("The file’s header is not before its children, so its year is not known.")
            return self._head(part)
        raise Refused("The file has no header and no children: it is not a census.")

    def finish(self, header: Header) -> None:
        """Stage the children, with what other files tell of them."""
        create_tables()
        self._read(header)
        self.staging.flush()
        others, children = self.in_force.files, self.staging.children
        recognise(READ, self.row.pk, header.authority, header.reference, others, children)
        affect(known=True, files=self.in_force.replaced)
        Retelling(self.staging, self.in_force, self.row.pk, header.reference).run()
        leave_out_used(self.staging)
        index_tables()

    def take(self, header: Header, refuse: Callable[[], None]) -> Merged:
        """The children into the record. `refuse` is asked once the file is read, and may raise."""
        if is_first(self.row):
            merged = self.merge_while_reading(header)
            refuse()
        else:
            self.finish(header)
            refuse()
            merged = self.merge_only(header)
            remember_tellings(self.row.pk)
        return merged

    def merge_while_reading(self, header: Header) -> Merged:
        """The record as this file tells it, where it is the first and nobody is known: in parts, and what
        each child was told to be is kept with its part.
        """
        own, tell, self.on_progress = self.staging, self.on_progress, nobody
        counts: Counts = {}
        children = 0
        create_tables()
        with read_ahead(lambda hand_on: self._hand_on(header, hand_on)) as parts:
            for batches in parts:
                size = own.take(batches)
                if children:
                    analyze_tables()
                else:
                    index_tables()
                file = MergedFile(self.row.pk, header.reference, header.at.line, size, whole=False)
                # What the planner was told of the first part will do for the others.
                counts = added_up(counts, merge(file, analyzed=not children).counts)
                remember_tellings(self.row.pk)
                clear_tables()
                children += size
                tell(children)
        analyze(ALL_FILLED, children)
        return Merged(counts, frozenset())

    def _hand_on(self, header: Header, hand_on: Hand) -> None:
        """Read the children, without the database: a transaction is one thread's."""
        self.staging = Handing(self.row.pk, hand_on)
        self._read(header)
        self.staging.flush()

    def merge_only(self, header: Header) -> Merged:
        """The record as the files, this one among them, now tell it."""
        merged = merge(MergedFile(self.row.pk, header.reference, header.at.line, self.staging.children))
        note_new_numbers(self.row.pk)
        return merged

    def _head(self, part: Part) -> Header:
        self.say.begin("", part, "Header")
        header = read_header(part, authority_codes(), self.say)
        self.facts = Facts.of(header, england(), authority_codes())
        self.file = WholeFile(self.facts)
        self.in_force = InForce.next_to(self.row.pk, header.authority, header.reference)
        self.staging.known = self.in_force.numbers()
        self.staging.add_faults(self.say.take())
        return header

    def _another_head(self, part: Part) -> None:
        self.say.begin("", part, "Header")
        self.say.noted(part, "REPEATED", "Header appears more than once.", "The first was taken.")

    def _read(self, header: Header) -> None:
        for part in self.parts:
            if isinstance(part, Part) and part.tag == "Header":
                self._another_head(part)
            else:
                self._child(part)
        if not self.shaper.read["children"]:
            raise Refused("The file has a header, but no children. Nothing of it could be read.")
        self._finish(header)

    def _child(self, part: Found) -> None:
        child = self.shaper.child(part)
        leave_out_what_comes_after(child, self.facts.reference, self.say)
        check_child(child, self.facts, self.file, self.say)
        if child.kept:
            self.told += 1
            self.staging.add(child)
        self.staging.add_faults(self.say.take())
        if self.shaper.read["children"] % EVERY == 0:
            self.on_progress(self.shaper.read["children"])

    def _finish(self, header: Header) -> None:
        """What can be said of the file only at its end."""
        self.say.begin("", None, "Header")
        self.file.finish(header.at, self.say)
        say_form(self.markup, self.say)
        for tag, count in self.shaper.read_past.items():
            sentence = f"{tag} was in the file {times(count)}. None of it is kept here."
            self.say.noted(header.at, "READ-PAST", sentence)
        self.staging.add_faults(self.say.take())


def say_form(markup: Markup, say: Faults) -> None:
    """Elements that the census does not have, said once each with how often; loose words; a prefix."""
    for (within, tag), found in markup.unknown.items():
        often = times(found.times)
        sentence = f"{tag[:40]} is {often} in {within[:40]}, where the census has none."
        at = Spot(found.line, found.column, within)
        if found.holds:
            say.refused(at, "ELEMENT", sentence, "What it holds was not taken.")
        else:
            say.noted(at, "ELEMENT", sentence, "It was left out.")
    if markup.stray_line:
        at = Spot(markup.stray_line, 1, "Children")
        say.bent(at, "TEXT", "There is loose text between the children.", "It was left out.")
    if markup.prefixed_line:
        at = Spot(markup.prefixed_line, 1, "")
        say.noted(at, "ELEMENT", "Elements have a prefix; the census has none.", "It was left out.")


def together(read: dict[str, int], counts: Counts) -> Counts:
    """{"plans": {"read": n, "added": n, ...}, ...} with every kind there, however few."""
    nothing = dict.fromkeys(WAYS, 0)
    return {what: {"read": read.get(what, 0), **counts.get(what, nothing)} for what in COUNTED}
