"""What a file would change, shown first: then kept, or discarded; and a kept one undone whole."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable, Collection, Mapping
from typing import IO, BinaryIO

from django.conf import settings
from django.db import connection, transaction

from conferences.exchange.census.as_new import added_up, as_new, with_guarded
from conferences.exchange.census.asking import ask_what_was_found
from conferences.exchange.census.file_checks import look_at
from conferences.exchange.census.guarded import NUMBERS
from conferences.exchange.census.heading import first_day
from conferences.exchange.census.importing import (
    Reading,
    claim,
    doubts,
    import_census,
    refuse_ahead,
    refuse_doubts,
    together,
    told_of,
    wait_for_turn,
)
from conferences.exchange.census.merging import Counts, Merged
from conferences.exchange.census.progress import Progress, nobody
from conferences.exchange.census.putting import put_together
from conferences.exchange.census.retelling import InForce
from conferences.exchange.census.staging import TABLES, drop_tables, remember_tellings
from conferences.exchange.census.statements.questions import CHOICES, COLUMNS
from conferences.models import (
    FileAsked,
    FileStatus,
    ImportChange,
    ImportedChild,
    ImportedFile,
    ImportFault,
    ImportQuestion,
    QuestionKind,
)
from conferences.operations import imports
from conferences.operations.imports_closed import tell_of_closed
from conferences.queries.measures import figures, known_days
from conferences.queries.measures.known import with_silent
from conferences.rules.coverage import Coverage
from conferences.rules.figures import Figure
from safeguarding import audit
from safeguarding.access.closed import closed_numbers, guarded_ids, guarded_numbers
from safeguarding.clock import day_of
from safeguarding.db import unlimited
from safeguarding.models import User
from safeguarding.refusals import Problem, Refused
from safeguarding.wording import uk_date
from safeguarding.workingdays import Period

Clock = Callable[[], dt.datetime]
Figures = dict[str, list[float | None]]
# What a look at a file finds beside the record, and is found anew at every look: table, columns, which rows.
FOUND = (
    ("conferences_importchange", "file_id, kind, how, number, day, was, now, line", "file_id = {file}"),
    (
        "conferences_importfault",
        "file_id, kind, line, col, path, la_child_id, rule, sentence, beside_record, told_to",
        "file_id = {file} AND beside_record",
    ),
    ("census_asked", COLUMNS, "true"),
)
CHANGED_SINCE = (
    "Something has changed here since you looked at what the file would change. Look at it again before you"
    " keep it"
)


def preview(
    *, file: BinaryIO, file_name: str, by: User, clock: Clock, show: Callable[[ImportedFile], None]
) -> None:
    """Read a file, show what came of it, and leave nothing of it. Raises Refused."""
    with transaction.atomic():
        shown = import_census(
            file=file, file_name=file_name, by=by, clock=clock, anyway=True, looks_only=True
        )
        show(shown)
        transaction.set_rollback(True)


def propose(
    *,
    file: BinaryIO,
    file_name: str,
    by: User,
    clock: Clock,
    waiting: ImportedFile | None = None,
    on_progress: Progress | None = None,
) -> ImportedFile:
    """Read a file and keep what it would change, of which nothing is changed yet. Raises Refused."""
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
            header = reading.run(file)
            year = Period(header.first, header.reference)
            remember_tellings(row.pk)
            row.reference_date = header.reference
            found, before, after = _looked(row, year, lambda: reading.merge_only(header))
            counts = together(dict(reading.shaper.read), found)
            drop_tables()
            told = reading.told
            asked = doubts(row, header.authority, header.reference, told, on=day_of(clock()))
            ask_of_file(row, asked, by)
            return imports.propose_file(
                file=row,
                authority=header.authority,
                year=header.year,
                reference=header.reference,
                counts=counts,
                figures={"before": before, "after": after},
                digest=digest(row),
                by=by,
                at=clock(),
            )


def ask_of_file(row: ImportedFile, found: Mapping[str, str], by: User) -> None:
    """found: {kind of question: sentence} of the file as a whole."""
    for kind, sentence in found.items():
        choices = [list(choice) for choice in CHOICES[QuestionKind(kind)]]
        imports.ask_of_file(file=row, kind=kind, sentence=sentence, choices=choices, by=by)


def _looked(row: ImportedFile, year: Period, write: Callable[[], Merged]) -> tuple[Counts, Figures, Figures]:
    """What `write` would do, and the year's figures before and after it, those whose records are closed to
    somebody as if they were new; then all is as it was, but for what the look found.
    """
    known, guarded = known_days(), guarded_ids()
    before = told(year, known, guarded)
    with tempfile.TemporaryFile() as found:
        point = transaction.savepoint()
        counts = write().counts
        lengths = [_copy_out(row, found, *what) for what in FOUND]
        more, faults, after = as_new(
            row,
            lambda: told(
                year, with_silent(known.with_census(year.to), also=row.pk, without=guarded), guarded
            ),
        )
        transaction.savepoint_rollback(point)
        _make_room()
        ImportFault.objects.filter(file=row, beside_record=True).delete()
        found.seek(0)
        for (table, columns, _), length in zip(FOUND, lengths, strict=True):
            _copy_in(found, table, columns, length)
    ask_what_was_found(row.pk)
    ImportFault.objects.bulk_create(faults)
    return added_up(counts, more), before, after


def _make_room() -> None:
    """For what is asked: the table went with the look, unless the file was read in this transaction."""
    with connection.cursor() as cursor:
        columns = TABLES["census_asked"][0]
        cursor.execute(f"CREATE TEMP TABLE IF NOT EXISTS census_asked ({columns}) ON COMMIT DROP")


def told(year: Period, known: Coverage, without: Collection[int]) -> Figures:
    """{code: [numerator, denominator]} of a year by what is known then, `without` some children (ids); both
    None where it is not known. Where rows are neither a yes nor a no there follow how many, and of how many.
    """
    found = figures(year, known=known, closed=without, narrow=True)
    return {code: _pair(one) for code, one in found.items()}


def _pair(found: Figure) -> list[float | None]:
    if found.unknown:
        return [None, None]
    undecided = [found.undecided, found.undecided_of] if found.undecided else []
    return [found.numerator, found.denominator, *undecided]


def _copy_out(row: ImportedFile, found: IO[bytes], table: str, columns: str, which: str) -> int:
    """Write the rows to a file; how many bytes they are."""
    start = found.tell()
    those = which.format(file=int(row.pk))
    asked = f"COPY (SELECT {columns} FROM {table} WHERE {those} ORDER BY ctid) TO STDOUT"
    with connection.cursor() as cursor, cursor.copy(asked) as rows:
        for block in rows:
            found.write(block)
    return found.tell() - start


def _copy_in(found: IO[bytes], table: str, columns: str, length: int) -> None:
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as rows:
        while length > 0:
            block = found.read(min(length, 1 << 16))
            length -= len(block)
            rows.write(block)


def digest(row: ImportedFile) -> str:
    """Of all that the file changes or would change: the same only where every change is, but to records that
    are closed to somebody: that those change meanwhile is told to nobody.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT coalesce(encode(sha256(string_agg(
                concat_ws('|', kind, how, number, day, was, now), E'\\n'
                ORDER BY kind, how, number, day, was, now)::bytea), 'hex'), '')
            FROM conferences_importchange WHERE file_id = %s AND number NOT IN ({NUMBERS})
            """,
            [row.pk],
        )
        return str(cursor.fetchone()[0])


def keep(*, file: ImportedFile, by: User, clock: Clock, anyway: bool = False) -> ImportedFile:
    """Take a proposed file into the record, as it was shown.

    Raises Refused where it is not proposed, where a question of the whole file is not answered with yes, and
    where something has changed since it was shown: then it is shown anew.
    """
    if not keep_as_shown(file=file, by=by, clock=clock, anyway=anyway):
        raise Refused(CHANGED_SINCE)
    return file


def keep_as_shown(
    *,
    file: ImportedFile,
    by: User,
    clock: Clock,
    anyway: bool = False,
    on_progress: Progress = nobody,
) -> bool:
    """As keep(); False where it was shown anew."""
    with unlimited(), audit.acting_as(by, file=file.pk):
        wait_for_turn()
        row = imports.settled(file=file, what=FileAsked.KEEP, by=by)
        assert row.reference_date
        refuse_ahead(row.reference_date, handed_in=day_of(row.uploaded_at))
        if not anyway:
            told = told_of(row)
            refuse_doubts(row, row.authority, row.reference_date, told, on=day_of(clock()))
        point = transaction.savepoint()
        _forget(row)
        in_force = InForce.next_to(row.pk, row.authority, row.reference_date)
        merged = put_together(row, in_force, on_progress=on_progress)
        if digest(row) != row.proposed_digest:
            transaction.savepoint_rollback(point)
            show_anew(row, by, clock, on_progress)
            return False
        ask_what_was_found(row.pk)
        counts = with_guarded(row, merged.counts)
        drop_tables()
        read = {what: found["read"] for what, found in row.counts.items()}
        imports.finish_file(
            file=row,
            authority=row.authority,
            year=row.collection_year,
            reference=row.reference_date,
            counts=together(read, counts),
            replaced=in_force.replaced,
            by=by,
            at=clock(),
        )
        tell_of_closed(children=merged.guarded, by=by, at=clock())
    file.refresh_from_db()
    return True


def show_anew(row: ImportedFile, by: User, clock: Clock, on_progress: Progress) -> None:
    assert row.reference_date
    reference = row.reference_date
    year = Period(first_day(reference), reference)
    in_force = InForce.next_to(row.pk, row.authority, reference)
    _forget(row)
    counts, before, after = _looked(row, year, lambda: put_together(row, in_force, on_progress=on_progress))
    drop_tables()
    read = {what: found["read"] for what, found in row.counts.items()}
    imports.propose_file(
        file=row,
        authority=row.authority,
        year=row.collection_year,
        reference=reference,
        counts=together(read, counts),
        figures={"before": before, "after": after},
        digest=digest(row),
        by=by,
        at=clock(),
    )


def _forget(row: ImportedFile) -> None:
    """What was found beside the record when it was last looked at."""
    ImportChange.objects.filter(file=row).delete()
    ImportFault.objects.filter(file=row, beside_record=True).delete()


def discard(*, file: ImportedFile, by: User, clock: Clock) -> ImportedFile:
    """Leave a proposed file: nothing of what it tells is kept."""
    with unlimited(), audit.acting_as(by, file=file.pk):
        wait_for_turn()
        row = imports.settled(file=file, what=FileAsked.DISCARD, by=by)
        imports.discard_file(file=row, by=by, at=clock())
        _forget(row)
        ImportQuestion.objects.filter(file=row, answer="").exclude(number="").delete()
        ImportedChild.objects.unscoped("a discarded file tells nothing").filter(file=row).delete()
        return row


def undo(*, file: ImportedFile, by: User, clock: Clock, on_progress: Progress = nobody) -> ImportedFile:
    """Take a kept file back whole: the record is as the other files tell it, the one that it replaced among
    them. Raises Refused, naming what stands on it, where somebody's work does in a record open to `by`.
    """
    with unlimited(), audit.acting_as(by, file=file.pk):
        wait_for_turn()
        row = imports.settled(file=file, what=FileAsked.UNDO, by=by)
        if row.status == FileStatus.READ:
            last = ImportChange.objects.order_by("pk").values_list("pk", flat=True).last() or 0
            newest = ImportFault.objects.order_by("pk").values_list("pk", flat=True).last() or 0
            merged = put_together(row, InForce.without(row), counts=False, on_progress=on_progress)
            drop_tables()
            _refuse_where_work_stands(row, last, by)
            tell_of_closed(children=merged.guarded, by=by, at=clock())
            ImportChange.objects.filter(file=row, pk__gt=last).delete()
            ImportFault.objects.filter(file=row, pk__gt=newest).delete()
            ImportQuestion.objects.filter(file=row, answer="").delete()
        return imports.undo_file(file=row, by=by, at=clock())


# What this file tells and nobody else does, and yet cannot go.
STANDS = """
    SELECT c.kind, c.number, c.day FROM conferences_importchange c
    WHERE c.file_id = %(file)s AND c.id > %(last)s AND c.how = 'STANDS' AND EXISTS (
        SELECT FROM conferences_importedchild i LEFT JOIN safeguarding_child r ON r.id = i.child_id
        WHERE i.file_id = %(file)s AND c.number IN (i.number, r.la_child_id)
            AND (c.day IS NULL OR strpos(i.told::text, to_char(c.day, 'YYYY-MM-DD')) > 0))
    ORDER BY c.number, c.kind, c.day
"""
NAMES = {
    "children": "the record",
    "plans": "the plan of",
    "section_47": "the section 47 of",
    "conferences": "the conference of",
    "review_dates": "the review of",
    "need_episodes": "the need episode of",
    "in_need_plans": "the child in need plan of",
}
MOST_NAMED = 5


def _refuse_where_work_stands(row: ImportedFile, last: int, by: User) -> None:
    """Raises Refused. What stands in a record that is closed to whoever undoes the file stays, and nothing is
    said of it to them.
    """
    closed = set(guarded_numbers() if by.is_system else closed_numbers(by))
    with connection.cursor() as cursor:
        cursor.execute(STANDS, {"file": row.pk, "last": last})
        stands = [found for found in cursor.fetchall() if found[1] not in closed]
    if stands:
        what = [(n, f"{NAMES[kind]}{f' {uk_date(day)}' if day else ''}") for kind, n, day in stands]
        named = "; ".join(f"child {number}: {words}" for number, words in what[:MOST_NAMED])
        more = f"; and {len(stands) - MOST_NAMED} more" if len(stands) > MOST_NAMED else ""
        raise Refused(
            f"The file cannot be undone: work recorded here stands on what it told. {named}{more}",
            # A page names only the children whom its reader may see.
            problems=[Problem(words, number) for number, words in what],
        )
