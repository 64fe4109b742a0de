"""What a person says of a number under which files tell: the child of this record, or another child."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from conferences.models import (
    ChangeHow,
    FileStatus,
    ImportChange,
    ImportedChild,
    ImportedFile,
    ImportQuestion,
    QuestionKind,
)
from safeguarding.models import Child
from safeguarding.models.base import ScopedQuerySet
from safeguarding.refusals import Refused

SAME, APART = "SAME", "APART"
WHY = "what files tell of one number is put under its record; nothing is shown"
BOTH = (
    "A file tells of both numbers, so to it they are two children. If they are one, join the two records"
    " instead"
)
WORK_STANDS = (
    "Work was recorded under the number {number} since the file was kept. Join the two records instead"
)


def number_told(match: ImportChange) -> str:
    """The number under which the file tells of a child who is known under another: the first of its words."""
    return match.now.removeprefix("number ").split()[0].rstrip(".,")


def numbers_of(question: ImportQuestion) -> list[str]:
    """The numbers whose records an answer touches."""
    if question.kind == QuestionKind.SAME_CHILD:
        return [question.number, question.other_number]
    return [question.number]


def settle(question: ImportQuestion) -> None:
    """Put what the files tell under the number where the answer says: to be put together anew."""
    if question.kind != QuestionKind.SAME_CHILD:
        return
    record = Child.objects.unscoped(WHY).filter(la_child_id=question.number).first()
    tellings = _tellings(question)
    if question.answer == SAME and record is not None:
        stays = record.joined_into or record
        files = tellings.values("file")
        if (
            ImportedChild.objects.unscoped(WHY)
            .filter(file__in=files, child=stays)
            .exclude(number=question.other_number)
        ):
            raise Refused(BOTH, "answer")
        tellings.update(child=stays, renumbered=True)
        _others_asked(question).delete()
        _note(question)
    elif record is not None:
        tellings.filter(renumbered=True, child=record).update(child=None, renumbered=False)
        matches = question.file.changes.filter(how=ChangeHow.RENUMBERED, number=question.number)
        gone = [match.pk for match in matches if number_told(match) == question.other_number]
        matches.filter(pk__in=gone).delete()


def _note(question: ImportQuestion) -> None:
    ImportChange.objects.create(
        file=question.file,
        kind="children",
        how=ChangeHow.RENUMBERED,
        number=question.number,
        was=f"number {question.number}",
        now=f"number {question.other_number}, as somebody said",
    )


def _tellings(question: ImportQuestion) -> ScopedQuerySet:
    """What kept files tell under the number. Where it is that of a closed record, the question's file alone:
    it was asked as if nobody had the number, and what others tell stays closed.
    """
    rows = ImportedChild.objects.unscoped(WHY).filter(number=question.other_number)
    if closed_records().filter(la_child_id=question.other_number).exists():
        return rows.filter(file=question.file)
    return rows.filter(file__status__in=(FileStatus.READ, FileStatus.REPLACED))


def _others_asked(question: ImportQuestion) -> QuerySet[ImportQuestion]:
    """Questions about the same number and other records, which nobody need answer any longer."""
    same = question.file.questions.filter(kind=QuestionKind.SAME_CHILD, other_number=question.other_number)
    return same.filter(answer="")


def refuse_where_work_stands(question: ImportQuestion, last: int) -> None:
    """Raises Refused where the record that was made under the number cannot go. `last`: the change before."""
    if question.kind != QuestionKind.SAME_CHILD or question.answer != SAME:
        return
    if closed_records().filter(la_child_id=question.other_number).exists():
        return
    stands = ImportChange.objects.filter(file=question.file, pk__gt=last, how=ChangeHow.STANDS)
    if stands.filter(number=question.other_number).exists():
        raise Refused(WORK_STANDS.format(number=question.other_number), "answer")


def closed_records() -> ScopedQuerySet:
    """The records that are closed to anybody: restricted, or of a family that somebody is barred from."""
    barred = Q(family__bars__isnull=False, family__bars__lifted_at__isnull=True)
    return Child.objects.unscoped(WHY).filter(Q(is_restricted=True) | barred)


def asked_openly(file: ImportedFile) -> QuerySet[ImportQuestion]:
    """What is asked of records that are closed to nobody: for a reader of whom nothing is known."""
    asked = file.questions.filter(kind=QuestionKind.SAME_CHILD, answer="")
    return asked.exclude(number__in=closed_records().order_by().values("la_child_id"))
