"""What is asked of a census file that was read: to be kept, discarded, undone or looked at again.

The row says what is asked and by whom until a worker has done it, in the transaction that does it: a worker
that is killed leaves the record and the asking as they were, and the next one begins again.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable, Mapping, Sequence

from django.db import transaction
from kombu.exceptions import OperationalError

from conferences.exchange.census import following, proposing
from conferences.exchange.census.importing import (
    is_being_read,
    open_doubts,
    refuse_ahead,
    refuse_doubts,
    told_of,
)
from conferences.exchange.census.inbox import ProgressConnection, held
from conferences.exchange.census.progress import Progress
from conferences.models import FileAsked, FileStatus, ImportedFile, ImportQuestion
from conferences.operations import imports
from safeguarding import audit
from safeguarding.celery import app
from safeguarding.clock import day_of
from safeguarding.db import unlimited
from safeguarding.models import User
from safeguarding.refusals import FORBIDDEN, Refused

log = logging.getLogger(__name__)
TASK = "conferences.tasks.do_what_is_asked_of_file"
NO_LONGER = "Whoever asked for this may no longer import files. Someone who may must ask again."
NOT_FOLLOWED = (
    "Some answers could not be followed. They are questions again, and nothing was changed by them."
)
Clock = Callable[[], dt.datetime]
# Why something was not done, "" where it was; and (the child's number, what stands in the way).
NotDone = tuple[str, Sequence[tuple[str, str]]]


def ask(*, file: ImportedFile, what: FileAsked, by: User, at: dt.datetime) -> ImportedFile:
    """Ask a worker. Raises Refused."""
    with transaction.atomic():
        row = imports.ask_of_worker(file=file, what=what, by=by, at=at)
        if row.asked:
            transaction.on_commit(lambda: send(row), robust=True)
    return row


def ask_to_keep(*, file: ImportedFile, anyway: bool, by: User, at: dt.datetime) -> ImportedFile:
    """Ask for a proposed file to be kept; `anyway`: whatever should be asked of it as a whole. Raises
    Refused.
    """
    with transaction.atomic():
        if file.status == FileStatus.PROPOSED and file.reference_date:
            refuse_ahead(file.reference_date, handed_in=day_of(file.uploaded_at))
            told = (file, file.authority, file.reference_date, told_of(file))
            if anyway and (open_ := open_doubts(*told, on=day_of(at))):
                proposing.ask_of_file(file, open_, by)
                imports.agree(file=file, kinds=open_.keys(), by=by, at=at)
            refuse_doubts(*told, on=day_of(at))
        return ask(file=file, what=FileAsked.KEEP, by=by, at=at)


def answer(
    *,
    questions: Sequence[ImportQuestion],
    answer: str,
    by: User,
    at: dt.datetime,
    answer_day: dt.date | None = None,
    own_days: Mapping[int, dt.date] | None = None,
) -> list[ImportQuestion]:
    """Answer questions of one file alike, but for days of their own, and ask for the answers to be followed.
    Raises Refused.
    """
    with transaction.atomic():
        told = imports.answer_questions(
            questions=questions,
            answer=answer,
            answer_day=answer_day,
            own_days=own_days or {},
            by=by,
            at=at,
        )
        file = told[0].file
        if file.status in imports.FITS[FileAsked.LOOK]:
            ask(file=file, what=FileAsked.LOOK, by=by, at=at)
        return told


def send(row: ImportedFile) -> bool:
    """Tell a worker; False where nobody can be told now. The sweep tells again later."""
    try:
        app.send_task(TASK, [row.pk], retry=False)
    except OperationalError:
        log.warning("asked_of_file_waits", extra={"file": row.pk})
        return False
    return True


def send_all(*, before: dt.datetime) -> int:
    """Tell again of everything asked before a moment and not done: what a lost message left behind."""
    left = ImportedFile.objects.exclude(asked="").filter(asked_at__lt=before)
    return sum(send(row) for row in left if not is_being_read(row))


def do(*, file_id: int, clock: Clock) -> None:
    """Do what is asked of the file; where nothing is, or somebody is at it, nothing."""
    row = ImportedFile.objects.get(pk=file_id)
    with held(row) as mine:
        row = ImportedFile.objects.select_related("asked_by").get(pk=file_id)
        if not mine or row.asked_by is None:
            return
        with audit.acting_as(row.asked_by, file=row.pk):
            try:
                row = _do(row, row.asked_by, clock)
            except Refused as refusal:
                row = _say(row, refusal)
    if row.asked:
        send(row)


def _do(row: ImportedFile, by: User, clock: Clock) -> ImportedFile:
    seen = imports.answered(row)
    with unlimited(), ProgressConnection(row) as progress:
        sentence, stands = DOING[FileAsked(row.asked)](row, by, clock, progress.tell)
        return imports.end_asking(file=row, seen=seen, sentence=sentence, stands=stands, by=by)


def _say(row: ImportedFile, refusal: Refused) -> ImportedFile:
    forbidden = refusal.status == FORBIDDEN
    return imports.end_asking(
        file=row,
        seen=imports.answered(row),
        sentence=NO_LONGER if forbidden else refusal.sentence,
        stands=[(problem.field, problem.sentence) for problem in refusal.problems if problem.field],
        by=audit.system_user(),
    )


def _keep(row: ImportedFile, by: User, clock: Clock, tell: Progress) -> NotDone:
    kept = proposing.keep_as_shown(file=row, by=by, clock=clock, on_progress=tell)
    return "" if kept else proposing.CHANGED_SINCE, ()


def _discard(row: ImportedFile, by: User, clock: Clock, tell: Progress) -> NotDone:
    proposing.discard(file=row, by=by, clock=clock)
    return "", ()


def _undo(row: ImportedFile, by: User, clock: Clock, tell: Progress) -> NotDone:
    proposing.undo(file=row, by=by, clock=clock, on_progress=tell)
    return "", ()


def _look(row: ImportedFile, by: User, clock: Clock, tell: Progress) -> NotDone:
    left = following.take_in_answers(file=row, by=by, clock=clock, on_progress=tell)
    return NOT_FOLLOWED if left else "", left


DOING = {
    FileAsked.KEEP: _keep,
    FileAsked.DISCARD: _discard,
    FileAsked.UNDO: _undo,
    FileAsked.LOOK: _look,
}
