"""What a file would change, shown first: then kept, or discarded; and a kept one undone whole."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable, Sequence
from typing import IO, BinaryIO

from django.conf import settings
from django.db import connection, transaction

from conferences.exchange.census.file_checks import look_at
from conferences.exchange.census.heading import first_day
from conferences.exchange.census.importing import (
    Progress,
    Reading,
    claim,
    doubts,
    import_census,
    refuse_doubts,
    together,
    wait_for_turn,
)
from conferences.exchange.census.merging import Counts, MergedFile, merge
from conferences.exchange.census.recognition import KEPT, recognise
from conferences.exchange.census.retelling import InForce, Retelling, affect
from conferences.exchange.census.same_child import numbers_of, refuse_where_work_stands, settle
from conferences.exchange.census.staging import (
    Staging,
    create_tables,
    drop_tables,
    index_tables,
    remember_tellings,
)
from conferences.exchange.census.statements.questions import CHOICES
from conferences.models import (
    ChangeHow,
    FileStatus,
    ImportChange,
    ImportedChild,
    ImportedFile,
    ImportFault,
    ImportQuestion,
    QuestionKind,
)
from conferences.operations import imports
from conferences.queries.measures import figures, known_days
from conferences.rules.coverage import Coverage
from safeguarding import audit
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
    ("conferences_importchange", "file_id, kind, how, number, day, was, now, line", "true"),
    (
        "conferences_importfault",
        "file_id, kind, line, col, path, la_child_id, rule, sentence, beside_record",
        "beside_record",
    ),
    (
        "conferences_importquestion",
        "file_id, kind, fact, number, other_number, day, other_day, sentence, choices, answer, words",
        "answer = ''",
    ),
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
        show(import_census(file=file, file_name=file_name, by=by, clock=clock, anyway=True))
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
            reading = Reading(row, on_progress or (lambda children: None))
            header = reading.run(file)
            year = Period(header.first, header.reference)
            found, before, after = _looked(row, year, lambda: reading.merge_only(header))
            counts = together(dict(reading.shaper.read), found)
            remember_tellings(row.pk)
            drop_tables()
            _ask_of_file(row, header.authority, header.reference, counts, by, clock)
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


def _ask_of_file(
    row: ImportedFile, authority: str, reference: dt.date, counts: Counts, by: User, clock: Clock
) -> None:
    children = counts["children"]["read"]
    for kind, sentence in doubts(row, authority, reference, children, on=day_of(clock())).items():
        choices = [list(choice) for choice in CHOICES[QuestionKind(kind)]]
        imports.ask_of_file(file=row, kind=kind, sentence=sentence, choices=choices, by=by)


def answer(
    *,
    question: ImportQuestion,
    answer: str,
    by: User,
    clock: Clock,
    answer_day: dt.date | None = None,
    words: str = "",
) -> ImportQuestion:
    """Answer a question. Of a file that is kept, the record follows at once; of one that is only proposed,
    what it would change is looked at anew. Raises Refused.
    """
    with unlimited(), audit.acting_as(by, file=question.file_id):
        wait_for_turn()
        told = imports.answer_question(
            question=question, answer=answer, answer_day=answer_day, words=words, by=by, at=clock()
        )
        row = told.file
        if row.status == FileStatus.READ and told.number:
            _follow(row, told)
        elif row.status == FileStatus.PROPOSED and told.number:
            _forget(row)
            _show_anew(row, by, clock)
        return told


def _follow(row: ImportedFile, told: ImportQuestion) -> None:
    """One child's record as all files and answers now tell it."""
    assert row.reference_date
    settle(told)
    newest = ImportFault.objects.order_by("pk").values_list("pk", flat=True).last() or 0
    last = ImportChange.objects.order_by("pk").values_list("pk", flat=True).last() or 0
    in_force = InForce.next_to(row.pk, row.authority, row.reference_date)
    put_together(row, in_force, numbers=numbers_of(told))
    refuse_where_work_stands(told, last)
    ImportFault.objects.filter(file=row, pk__gt=newest).delete()
    ImportChange.objects.filter(file=row, pk__gt=last, how=ChangeHow.UNTOLD).delete()


def _looked(row: ImportedFile, year: Period, write: Callable[[], Counts]) -> tuple[Counts, Figures, Figures]:
    """What `write` would do, and the year's figures before and after it; then all is as it was, but for what
    the look found.
    """
    known = known_days()
    before = told(year, known)
    with tempfile.TemporaryFile() as found:
        point = transaction.savepoint()
        counts = write()
        after = told(year, known.with_census(year.to))
        lengths = [_copy_out(row, found, *what) for what in FOUND]
        transaction.savepoint_rollback(point)
        found.seek(0)
        for (table, columns, _), length in zip(FOUND, lengths, strict=True):
            _copy_in(found, table, columns, length)
    return counts, before, after


def told(year: Period, known: Coverage) -> Figures:
    """{code: [numerator, denominator]} of a year by what is known then; both None where it is not."""
    return {
        code: [None, None] if found.unknown else [found.numerator, found.denominator]
        for code, found in figures(year, known=known).items()
    }


def _copy_out(row: ImportedFile, found: IO[bytes], table: str, columns: str, which: str) -> int:
    """Write the rows to a file; how many bytes they are."""
    start = found.tell()
    asked = (
        f"COPY (SELECT {columns} FROM {table} WHERE file_id = {row.pk:d} AND {which} ORDER BY id) TO STDOUT"
    )
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
    """Of all that the file changes or would change: the same only where every change is."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT coalesce(encode(sha256(string_agg(
                concat_ws('|', kind, how, number, day, was, now), E'\\n'
                ORDER BY kind, how, number, day, was, now)::bytea), 'hex'), '')
            FROM conferences_importchange WHERE file_id = %s
            """,
            [row.pk],
        )
        return str(cursor.fetchone()[0])


def keep(*, file: ImportedFile, by: User, clock: Clock, anyway: bool = False) -> ImportedFile:
    """Take a proposed file into the record, as it was shown.

    Raises Refused where it is not proposed, where a question of the whole file is not answered, and where
    something has changed since it was shown: then it is shown anew.
    """
    with unlimited(), audit.acting_as(by, file=file.pk):
        wait_for_turn()
        row = imports.locked_proposal(file=file, by=by)
        assert row.reference_date
        if not anyway:
            children = row.counts["children"]["read"]
            refuse_doubts(row, row.authority, row.reference_date, children, on=day_of(clock()))
        shown = row.proposed_digest
        _forget(row)
        point = transaction.savepoint()
        counts = put_together(row, InForce.next_to(row.pk, row.authority, row.reference_date))
        if digest(row) == shown:
            replaced = InForce.next_to(row.pk, row.authority, row.reference_date).replaced
            read = {what: found["read"] for what, found in row.counts.items()}
            return imports.finish_file(
                file=row,
                authority=row.authority,
                year=row.collection_year,
                reference=row.reference_date,
                counts=together(read, counts),
                replaced=replaced,
                by=by,
                at=clock(),
            )
        transaction.savepoint_rollback(point)
        _show_anew(row, by, clock)
    raise Refused(CHANGED_SINCE)


def _show_anew(row: ImportedFile, by: User, clock: Clock) -> None:
    assert row.reference_date
    reference = row.reference_date
    year = Period(first_day(reference), reference)
    in_force = InForce.next_to(row.pk, row.authority, reference)
    counts, before, after = _looked(row, year, lambda: put_together(row, in_force))
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
    ImportQuestion.objects.filter(file=row, answer="").exclude(number="").delete()


def put_together(
    row: ImportedFile, in_force: InForce, *, counts: bool = True, numbers: Sequence[str] = ()
) -> Counts:
    """The record as the files in force tell it of all whom this file, or one that it replaces, tells of; or
    only of the children of these `numbers`.

    `counts`: whether this file is in force too; without it it is as if it had never been.
    """
    assert row.reference_date
    create_tables()
    staging = Staging(row.pk)
    size = ImportedChild.objects.unscoped("how many a file tells of").filter(file=row).count()
    if counts and not numbers:
        recognise(KEPT, row.pk, row.authority, row.reference_date, in_force.files, size)
    # An answer may be of a child whom only an earlier file tells of.
    answered = row.questions.exclude(answer="").exclude(number="").values_list("number", flat=True)
    files_told = [] if numbers else [row.pk, *in_force.replaced]
    affect(known=False, files=files_told, numbers=numbers or list(answered))
    files = in_force.with_file(row.pk, row.reference_date) if counts else in_force
    Retelling(staging, files, row.pk if counts else 0, row.reference_date).run()
    index_tables()
    whole = counts and not numbers
    found = merge(MergedFile(row.pk, row.reference_date, 1, size, whole))
    drop_tables()
    return found


def discard(*, file: ImportedFile, by: User, clock: Clock) -> ImportedFile:
    """Leave a proposed file: nothing of what it tells is kept."""
    with unlimited(), audit.acting_as(by, file=file.pk):
        row = imports.discard_file(file=file, by=by, at=clock())
        _forget(row)
        ImportedChild.objects.unscoped("a discarded file tells nothing").filter(file=row).delete()
        return row


def undo(*, file: ImportedFile, by: User, clock: Clock) -> ImportedFile:
    """Take a kept file back whole: the record is as the other files tell it, the one that it replaced among
    them. Raises Refused, naming what stands on it, where somebody's work does.
    """
    with unlimited(), audit.acting_as(by, file=file.pk):
        wait_for_turn()
        row = imports.locked_kept(file=file, by=by)
        if row.status == FileStatus.READ:
            last = ImportChange.objects.order_by("pk").values_list("pk", flat=True).last() or 0
            newest = ImportFault.objects.order_by("pk").values_list("pk", flat=True).last() or 0
            put_together(row, InForce.without(row), counts=False)
            _refuse_where_work_stands(row, last)
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


def _refuse_where_work_stands(row: ImportedFile, last: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(STANDS, {"file": row.pk, "last": last})
        stands = cursor.fetchall()
    if stands:
        what = [(n, f"{NAMES[kind]}{f' {uk_date(day)}' if day else ''}") for kind, n, day in stands]
        named = "; ".join(f"child {number}: {words}" for number, words in what[:MOST_NAMED])
        more = f"; and {len(stands) - MOST_NAMED} more" if len(stands) > MOST_NAMED else ""
        raise Refused(
            f"The file cannot be undone: work recorded here stands on what it told. {named}{more}",
            # A page names only the children whom its reader may see.
            problems=[Problem(words, number) for number, words in what],
        )
