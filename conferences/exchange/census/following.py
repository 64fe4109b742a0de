"""Answers to a file's questions followed: in the record, or in what a proposed file would change."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from conferences.exchange.census.asking import ask_what_was_found
from conferences.exchange.census.importing import wait_for_turn
from conferences.exchange.census.progress import Progress, nobody
from conferences.exchange.census.proposing import Clock, show_anew
from conferences.exchange.census.putting import put_together
from conferences.exchange.census.retelling import InForce
from conferences.exchange.census.same_child import numbers_of, refuse_where_work_stands, settle
from conferences.exchange.census.staging import drop_tables
from conferences.models import (
    ChangeHow,
    FileAsked,
    FileStatus,
    ImportChange,
    ImportedFile,
    ImportFault,
    ImportQuestion,
    QuestionKind,
)
from conferences.operations import imports
from conferences.operations.imports_closed import tell_of_closed
from safeguarding import audit
from safeguarding.db import unlimited
from safeguarding.models import User
from safeguarding.refusals import Refused


def take_in_answers(
    *, file: ImportedFile, by: User, clock: Clock, on_progress: Progress = nobody
) -> list[tuple[str, str]]:
    """What was answered since it was last asked for. Of a file that is kept the record follows; what one that
    is only proposed would change is looked at anew. (The child's number, why not) of each answer that could
    not be followed: it is a question again. Raises Refused.
    """
    with unlimited(), audit.acting_as(by, file=file.pk):
        wait_for_turn()
        row = imports.settled(file=file, what=FileAsked.LOOK, by=by)
        if row.status == FileStatus.PROPOSED:
            show_anew(row, by, clock, on_progress)
            return []
        answered = row.questions.exclude(answer="").exclude(number="")
        since = list(answered.filter(answered_at__gte=row.asked_at) if row.asked_at else answered)
        of_records = [one for one in since if one.kind == QuestionKind.SAME_CHILD]
        of_facts = {one.number for one in since if one.kind != QuestionKind.SAME_CHILD}
        _follow(row, sorted(of_facts), by, clock, on_progress)
        told = [(one.number, _follow_one(row, one, by, clock, on_progress)) for one in of_records]
        return [(number, why) for number, why in told if why]


def _follow_one(
    row: ImportedFile, question: ImportQuestion, by: User, clock: Clock, on_progress: Progress
) -> str:
    """Whose record a number is; "" where that could be followed."""
    try:
        with transaction.atomic():
            last = _newest_change()
            settle(question)
            _follow(row, numbers_of(question), by, clock, on_progress)
            refuse_where_work_stands(question, last)
    except Refused as refusal:
        imports.take_answer_back(question=question, by=by, at=clock())
        return refusal.sentence
    return ""


def _follow(row: ImportedFile, numbers: Iterable[str], by: User, clock: Clock, on_progress: Progress) -> None:
    """The record of some children as all files and answers now tell it."""
    assert row.reference_date
    if not (those := list(numbers)):
        return
    newest = ImportFault.objects.order_by("pk").values_list("pk", flat=True).last() or 0
    last = _newest_change()
    in_force = InForce.next_to(row.pk, row.authority, row.reference_date)
    merged = put_together(row, in_force, numbers=those, on_progress=on_progress)
    ask_what_was_found(row.pk, those)
    drop_tables()
    ImportFault.objects.filter(file=row, pk__gt=newest).delete()
    ImportChange.objects.filter(file=row, pk__gt=last, how=ChangeHow.UNTOLD).delete()
    tell_of_closed(children=merged.guarded, by=by, at=clock())


def _newest_change() -> int:
    return ImportChange.objects.order_by("pk").values_list("pk", flat=True).last() or 0
