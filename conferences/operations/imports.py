"""What becomes of a census file: handed in, read, or refused in a sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.db import connection

from conferences.models import FileAsked, FileStatus, ImportedFile, ImportQuestion, QuestionKind
from safeguarding import audit
from safeguarding.models import User
from safeguarding.operation import lock, lock_all, operation
from safeguarding.refusals import Problem, Refused
from safeguarding.rights import Permission
from safeguarding.wording import counted, lower_first, uk_date

Counts = dict[str, dict[str, int]]
LONGEST_NAME = 200
UNREAD = (FileStatus.WAITING, FileStatus.READING)
# What may be asked of a file that stands so.
FITS = {
    FileAsked.KEEP: (FileStatus.PROPOSED,),
    FileAsked.DISCARD: (FileStatus.PROPOSED,),
    FileAsked.UNDO: (FileStatus.READ, FileStatus.REPLACED),
    FileAsked.LOOK: (FileStatus.PROPOSED, FileStatus.READ),
}
# As what it stands once that is done.
DONE = {
    FileAsked.KEEP: FileStatus.READ,
    FileAsked.DISCARD: FileStatus.DISCARDED,
    FileAsked.UNDO: FileStatus.UNDONE,
}
AFTER_IT_BEGAN = "Give the day on which it ended, after it began"
TAKEN_ALREADY = (
    "The record was changed to what the file tells. What was recorded here before does not come back by an"
    " answer: record it again, or undo the file"
)


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
        f"{file.uploaded_by} uploaded this file on {uk_date(file.uploaded_at)} and it was kept. "
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
    file.save(
        update_fields=[
            "authority",
            "collection_year",
            "reference_date",
            "counts",
            "figures",
            "proposed_digest",
            "progress",
            "status",
        ]
    )
    audit.record("census.proposed", file, by=by, at=at, detail=counts)
    return file


@operation(needs=Permission.IMPORT_CENSUS, system=True)
def settled(*, file: ImportedFile, what: FileAsked, by: User) -> ImportedFile:
    """The file as it stands, for what is to be done with it; one at a time does, and holds the turn. Not held
    itself: what tells how far it is writes into the same row. Raises Refused where it does not fit.
    """
    return _fitting(ImportedFile.objects.get(pk=file.pk), what)


def _fitting(file: ImportedFile, what: FileAsked) -> ImportedFile:
    if file.status not in FITS[what]:
        raise Refused(
            f"This file is {lower_first(FileStatus(file.status).label)}: that cannot be done with it."
        )
    return file


@operation(needs=Permission.IMPORT_CENSUS, system=True)
def ask_of_worker(*, file: ImportedFile, what: FileAsked, by: User, at: dt.datetime) -> ImportedFile:
    """A worker is to keep, discard or undo a file, or to look at it again; asked twice it is asked once.

    Raises Refused where the file does not stand so, or something else is asked of it already.
    """
    held = lock(file)
    if held.asked == what or (not held.asked and held.status == DONE.get(what)):
        return held
    if held.asked:
        raise Refused("Something else is being done with this file. Wait until that is over")
    _fitting(held, what)
    held.asked, held.asked_by, held.asked_at = what, by, at
    held.progress, held.not_done = 0, {}
    held.save(update_fields=["asked", "asked_by", "asked_at", "progress", "not_done"])
    audit.record("census.asked", held, by=by, at=at, detail={"asked": what})
    return held


@operation(needs=Permission.IMPORT_CENSUS, system=True)
def end_asking(
    *, file: ImportedFile, seen: dict[int, str], sentence: str, stands: Sequence[tuple[str, str]], by: User
) -> ImportedFile:
    """What was asked of the file is done, or was not done: for a `sentence`, and what `stands` in its way
    ((child's number, words)). Answers that came since those `seen` stay asked for.
    """
    held = lock(file)
    late = [pk for pk, how in answered(held).items() if seen.get(pk) != how]
    if held.asked == FileAsked.LOOK and late:
        return held
    told = {"asked": held.asked, "sentence": sentence, "stands": [list(pair) for pair in stands]}
    held.not_done = told if sentence else {}
    held.asked, held.asked_by, held.asked_at = "", None, None
    held.save(update_fields=["asked", "asked_by", "asked_at", "not_done"])
    return held


def answered(file: ImportedFile) -> dict[int, str]:
    """{question's id: when and how it was answered}"""
    rows = file.questions.exclude(answer="").values_list("pk", "answered_at", "answer", "answer_day")
    return {pk: f"{at} {answer} {day}" for pk, at, answer, day in rows}


@operation(needs=Permission.IMPORT_CENSUS, system=True)
def discard_file(*, file: ImportedFile, by: User, at: dt.datetime) -> ImportedFile:
    """A proposed file is left; nothing was changed by it."""
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
def ask_of_child(
    *,
    file: ImportedFile,
    number: str,
    other_number: str,
    sentence: str,
    choices: list[list[str]],
    by: User,
) -> ImportQuestion:
    """The question whether a number is that of a record, asked once."""
    asked, _ = ImportQuestion.objects.get_or_create(
        file=file,
        kind=QuestionKind.SAME_CHILD,
        fact="children",
        number=number,
        other_number=other_number,
        defaults={"sentence": sentence, "choices": choices},
    )
    return asked


@operation(needs=Permission.IMPORT_CENSUS, system=True)
def agree(*, file: ImportedFile, kinds: Collection[str], by: User, at: dt.datetime) -> None:
    """Somebody says that a file is to be taken all the same, in spite of these doubts."""
    for question in file.questions.filter(kind__in=kinds, number="").exclude(answer="TAKE"):
        _answer(question, "TAKE", None, by, at).save()
    audit.record("census.taken_anyway", file, by=by, at=at, detail={"doubts": sorted(kinds)})


@operation(needs=Permission.IMPORT_CENSUS, system=True)
def answer_questions(
    *,
    questions: Sequence[ImportQuestion],
    answer: str,
    answer_day: dt.date | None,
    own_days: Mapping[int, dt.date],
    by: User,
    at: dt.datetime,
) -> list[ImportQuestion]:
    """Answer questions of one kind and file all alike, or otherwise than before. `answer_day`: only where
    something ended then; `own_days` are those of questions (ids) of which it is another. Raises Refused
    (field "answer", "answer_day" or "which"; "own_day" about a question).
    """
    if not questions:
        raise Refused("Choose at least one child", "which")
    held = lock_all(list(questions), "file")
    if any(answer not in [code for code, _ in one.choices] for one in held):
        raise Refused("Choose one of the answers", "answer")
    days = {one.pk: own_days.get(one.pk, answer_day) if answer == "ENDED" else None for one in held}
    if answer == "SAME":
        _refuse_two_in_one(held)
    if answer == "ENDED":
        _refuse_days(held, days, own_days)
    if any(_was_taken(one, answer) for one in held):
        raise Refused(TAKEN_ALREADY, "answer")
    for one in held:
        _answer(one, answer, days[one.pk], by, at)
    columns = ["answer", "answer_day", "answered_by", "answered_at"]
    ImportQuestion.objects.bulk_update(held, columns, batch_size=500)
    detail = {"questions": len(held), "kind": held[0].kind, "answer": answer}
    audit.record("census.answered", held[0].file, by=by, at=at, detail=detail)
    return held


def _refuse_days(
    held: Sequence[ImportQuestion], days: Mapping[int, dt.date | None], own_days: Mapping[int, dt.date]
) -> None:
    early = [one for one in held if (day := days[one.pk]) is None or one.day is None or day <= one.day]
    own = [one for one in early if one.pk in own_days]
    if own:
        raise Refused(
            AFTER_IT_BEGAN, "own_day", problems=[Problem(AFTER_IT_BEGAN, "own_day", one.pk) for one in own]
        )
    if early and days[early[0].pk] and len(held) > 1:
        count = counted(len(early), "child", "children")
        raise Refused(f"The day must be after the beginning: of {count} it is not", "answer_day")
    if early:
        raise Refused(AFTER_IT_BEGAN, "answer_day")


def _refuse_two_in_one(held: Sequence[ImportQuestion]) -> None:
    """Of one file no two numbers are one child's, and no number is that of two."""
    same = held[0].file.questions.filter(kind=QuestionKind.SAME_CHILD, answer="SAME")
    said = [*same.exclude(pk__in=[one.pk for one in held]), *held]
    if len({one.number for one in said}) < len(said):
        raise Refused("Another number in the file is already said to be this child’s", "answer")
    if len({one.other_number for one in said}) < len(said):
        raise Refused("This number is already said to be another child’s", "answer")


@operation(needs=Permission.IMPORT_CENSUS, system=True)
def take_answer_back(*, question: ImportQuestion, by: User, at: dt.datetime) -> None:
    """An answer that could not be followed is a question again."""
    question.answer, question.answer_day = "", None
    question.answered_by, question.answered_at = None, None
    question.save(update_fields=["answer", "answer_day", "answered_by", "answered_at"])
    audit.record("census.answer_back", question.file, by=by, at=at, detail={"question": question.pk})


def _was_taken(question: ImportQuestion, answer: str) -> bool:
    """Whether a file's word has replaced already what is to be kept."""
    return answer == "HERE" and question.has_replaced


def _answer(
    question: ImportQuestion, answer: str, day: dt.date | None, by: User, at: dt.datetime
) -> ImportQuestion:
    question.answer, question.answer_day = answer, day
    question.answered_by, question.answered_at = by, at
    return question
