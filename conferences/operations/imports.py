"""What becomes of a census file: handed in, read, or refused in a sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Any

from django.db import connection

from conferences.models import FileStatus, ImportedFile, ImportQuestion, QuestionKind
from safeguarding import audit
from safeguarding.models import User
from safeguarding.operation import lock, operation
from safeguarding.refusals import Refused
from safeguarding.rights import Permission
from safeguarding.wording import lower_first, uk_date

Counts = dict[str, dict[str, int]]
LONGEST_NAME = 200
UNREAD = (FileStatus.WAITING, FileStatus.READING)


@operation(needs=Permission.IMPORT_CENSUS)
def hand_in(
    *, file_name: str, sha256: str, size: int, again: bool, by: User, at: dt.datetime
) -> ImportedFile:
    """The row of a file that waits to be read. One that still waits, or of which nobody has said whether it
    is kept, keeps its row: a double click.

    Raises Refused (field "again") for a file that was read, unless it is to be read `again`.
    """
    with connection.cursor() as cursor:
        # Two identical requests at once: the second waits here, and then finds the first's row.
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [sha256])
    same = ImportedFile.objects.filter(sha256=sha256)
    waiting = same.filter(status__in=(*UNREAD, FileStatus.PROPOSED)).first()
    read = same.filter(status=FileStatus.READ).select_related("uploaded_by").first()
    if waiting is None and read is not None and not again:
        raise Refused(_read_before(read), "again")
    return waiting or accept_file(file_name=file_name, sha256=sha256, size=size, by=by, at=at)


def _read_before(file: ImportedFile) -> str:
    return (
        f"{file.uploaded_by} uploaded this file on {uk_date(file.uploaded_at)} and it was read. "
        "To read it again, tick the box and select the file again"
    )


@operation(needs=Permission.IMPORT_CENSUS, system=True)
def accept_file(
    *,
    file_name: str,
    sha256: str,
    size: int,
    by: User,
    at: dt.datetime,
    status: FileStatus = FileStatus.WAITING,
) -> ImportedFile:
    """A row for a file that was handed in, waiting to be read."""
    file = ImportedFile.objects.create(
        file_name=file_name[-LONGEST_NAME:],
        sha256=sha256,
        size=size,
        status=status,
        uploaded_by=by,
        uploaded_at=at,
    )
    audit.record("census.handed_in", file, by=by, at=at, detail={"sha256": sha256, "size": size})
    return file


@operation(needs=Permission.IMPORT_CENSUS, system=True)
def begin_reading(*, file: ImportedFile, by: User) -> bool:
    """The file is being read from now on, from its beginning; pages may say so. False where it was read, or
    refused, meanwhile.
    """
    waiting = lock(file)
    if waiting.status not in UNREAD:
        return False
    waiting.status = FileStatus.READING
    waiting.progress = 0
    waiting.save(update_fields=["status", "progress"])
    return True


@operation(needs=Permission.IMPORT_CENSUS, system=True)
def finish_file(
    *,
    file: ImportedFile,
    authority: str,
    year: int | None,
    reference: dt.date,
    counts: Counts,
    replaced: Collection[int],
    by: User,
    at: dt.datetime,
) -> ImportedFile:
    """The file was read, and those which it `replaced` are no longer in force.

    counts: {"plans": {"read": n, "added": n, "changed": n, "moved": n, "taken_away": n}, ...}.
    """
    file.authority = authority
    file.collection_year = year
    file.reference_date = reference
    file.counts = counts
    file.progress = counts["children"]["read"]
    file.status = FileStatus.READ
    file.finished_at = at
    file.save(
        update_fields=[
            "authority",
            "collection_year",
            "reference_date",
            "counts",
            "progress",
            "status",
            "finished_at",
        ]
    )
    ImportedFile.objects.filter(pk__in=replaced).update(status=FileStatus.REPLACED, replaced_by=file)
    audit.record("census.read", file, by=by, at=at, detail=counts)
    return file


@operation(needs=Permission.IMPORT_CENSUS, system=True)
def propose_file(
    *,
    file: ImportedFile,
    authority: str,
    year: int | None,
    reference: dt.date,
    counts: Counts,
    figures: dict[str, Any],
    digest: str,
    by: User,
    at: dt.datetime,
) -> ImportedFile:
    """What the file would change was found, and nothing is changed yet. counts as in finish_file();
    figures: {"before": {code: [numerator, denominator]}, "after": ...}.
    """
    file.authority = authority
    file.collection_year = year
    file.reference_date = reference
    file.counts = counts
    file.figures = figures
    file.proposed_digest = digest
    file.progress = counts["children"]["read"]
    file.status = FileStatus.PROPOSED
    file.save()
    audit.record("census.proposed", file, by=by, at=at, detail=counts)
    return file


@operation(needs=Permission.IMPORT_CENSUS, system=True)
def locked_proposal(*, file: ImportedFile, by: User) -> ImportedFile:
    """The proposed file, held until the transaction ends. Raises Refused where it is not proposed."""
    return _locked(file, FileStatus.PROPOSED)


@operation(needs=Permission.IMPORT_CENSUS, system=True)
def locked_kept(*, file: ImportedFile, by: User) -> ImportedFile:
    """The file that was kept, held until the transaction ends. Raises Refused where it was not kept."""
    return _locked(file, FileStatus.READ, FileStatus.REPLACED)


def _locked(file: ImportedFile, *states: FileStatus) -> ImportedFile:
    held = lock(file)
    if held.status not in states:
        raise Refused(
            f"This file is {lower_first(FileStatus(held.status).label)}: that cannot be done with it."
        )
    return held


@operation(needs=Permission.IMPORT_CENSUS, system=True)
def discard_file(*, file: ImportedFile, by: User, at: dt.datetime) -> ImportedFile:
    """A proposed file is left; nothing was changed by it. Raises Refused where it is not proposed."""
    file = _locked(file, FileStatus.PROPOSED)
    file.status = FileStatus.DISCARDED
    file.finished_at = at
    file.save(update_fields=["status", "finished_at"])
    audit.record("census.discarded", file, by=by, at=at)
    return file


@operation(needs=Permission.IMPORT_CENSUS, system=True)
def undo_file(*, file: ImportedFile, by: User, at: dt.datetime) -> ImportedFile:
    """A kept file was taken back; those that it replaced are in force again, or replaced by its successor."""
    followed = file.replaced_by
    status = FileStatus.REPLACED if followed else FileStatus.READ
    ImportedFile.objects.filter(replaced_by=file).update(status=status, replaced_by=followed)
    file.status = FileStatus.UNDONE
    file.replaced_by = None
    file.save(update_fields=["status", "replaced_by"])
    audit.record("census.undone", file, by=by, at=at)
    return file


@operation(needs=Permission.IMPORT_CENSUS, system=True)
def refuse_file(*, file: ImportedFile, sentence: str, by: User, at: dt.datetime) -> ImportedFile:
    """The file could not be read; nothing of it was kept but this sentence."""
    file = lock(file)
    if file.status not in UNREAD:
        raise Refused("This file has already been read.")
    file.status = FileStatus.REFUSED
    file.refusal = sentence
    file.finished_at = at
    file.save(update_fields=["status", "refusal", "finished_at"])
    audit.record("census.refused", file, by=by, at=at)
    return file


@operation(needs=Permission.IMPORT_CENSUS, system=True)
def ask_of_file(*, file: ImportedFile, kind: str, sentence: str, choices: list[list[str]], by: User) -> None:
    """A question of the whole file, asked once."""
    ImportQuestion.objects.get_or_create(
        file=file, kind=kind, fact="", number="", defaults={"sentence": sentence, "choices": choices}
    )


@operation(needs=Permission.IMPORT_CENSUS, system=True)
def answer_question(
    *,
    question: ImportQuestion,
    answer: str,
    answer_day: dt.date | None,
    words: str,
    by: User,
    at: dt.datetime,
) -> ImportQuestion:
    """Answer a question of a file, or answer it otherwise. `answer_day`: only where something ended then.

    Raises Refused (field "answer" or "answer_day").
    """
    held = lock(question)
    if answer not in [code for code, _ in held.choices]:
        raise Refused("Choose one of the answers", "answer")
    ended = answer == "ENDED"
    if ended and (answer_day is None or held.day is None or answer_day <= held.day):
        raise Refused("Give the day on which it ended, after it began", "answer_day")
    if answer == "SAME":
        _refuse_two_in_one(held)
    held.answer, held.words = answer, words
    held.answer_day = answer_day if ended else None
    held.answered_by, held.answered_at = by, at
    held.save()
    audit.record("census.answered", held.file, by=by, at=at, detail={"question": held.pk, "answer": answer})
    return held


def _refuse_two_in_one(question: ImportQuestion) -> None:
    """Of one file no two numbers are one child's, and no number is that of two."""
    same = question.file.questions.filter(kind=QuestionKind.SAME_CHILD, answer="SAME").exclude(pk=question.pk)
    if same.filter(number=question.number).exists():
        raise Refused("Another number in the file is already said to be this child’s", "answer")
    if same.filter(other_number=question.other_number).exists():
        raise Refused("This number is already said to be another child’s", "answer")
