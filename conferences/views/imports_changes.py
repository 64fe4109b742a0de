"""What a census file would change: looked at, then kept or discarded; and a kept one undone."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from conferences.exchange.census import asked
from conferences.exchange.census.importing import open_doubts, told_of
from conferences.forms.imports import AskForm, KeepFileForm
from conferences.models import ChangeHow, FaultKind, FileAsked, FileStatus, ImportedFile
from conferences.queries import imports, imports_changes
from conferences.rules.closed_records import AS_NEW
from conferences.rules.coverage import not_over
from conferences.views.presenters import imports as file_presenter
from conferences.views.presenters import imports_changes as presenter
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import day_of, now, today
from safeguarding.models import ReadKind, User
from safeguarding.pagekit.components import SummaryRow
from safeguarding.pages.posted import posted

TELLS = (FileStatus.PROPOSED, FileStatus.READ, FileStatus.REPLACED)


@needs(Permission.IMPORT_CENSUS, reads=ReadKind.LISTED)
@require_safe
def import_changes(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """What the file would change, or changed, with the way to keep or discard it."""
    file = file_of(ref)
    if file.status not in TELLS:
        return redirect("import_report", ref=ref)
    if file.asked and file.asked != FileAsked.LOOK:
        return redirect("import_progress", ref=ref)
    undoing = file.not_done.get("asked") == FileAsked.UNDO
    problem = "" if undoing else file.not_done.get("sentence", "")
    return render(request, "conferences/imports/changes.html", _values(request, file, problem))


def _values(request: HttpRequest, file: ImportedFile, problem: str) -> dict[str, object]:
    user, show = person_of(request), request.GET.get("show", "")
    counts = imports_changes.change_counts(user, file)
    faults = imports_changes.fault_counts(user, file)
    groups = imports_changes.question_groups(user, file)
    questions = imports_changes.seen_questions(user, file).count()
    values: dict[str, object] = {
        "file": file,
        "summary": _summary(file),
        "lists": presenter.lists(file, counts, faults, questions, show),
        "unanswered": sum(group.count for group in groups),
        "groups": presenter.group_links(file, groups) if show == presenter.QUESTIONS else [],
        "renumbered": sum(n for (_, how), n in counts.items() if how == ChangeHow.RENUMBERED),
        "is_open": file.status == FileStatus.PROPOSED,
        "tells": imports_changes.has_tellings(file),
        "problem": problem,
        "stands": _standing(user, file) if problem else [],
    }
    if file.status == FileStatus.PROPOSED:
        values |= _proposal(file, counts)
    return values | _rows(user, file, show, page_of(request))


def _summary(file: ImportedFile) -> list[SummaryRow]:
    replaced = imports_changes.replaced_by_it(file)
    return [*file_presenter.summary(file), *presenter.replacing_rows(file, replaced)]


def _proposal(file: ImportedFile, counts: dict[tuple[str, str], int]) -> dict[str, object]:
    return {
        "counts": presenter.counts_table(file, counts),
        "figures": presenter.figures_table(file.figures),
        "as_new": AS_NEW,
        "ahead": not_over(file.reference_date, day_of(file.uploaded_at)) if file.reference_date else "",
        "doubts": list(_doubts(file).values()),
    }


def _rows(user: User, file: ImportedFile, show: str, page: int) -> dict[str, object]:
    if show in ChangeHow.values:
        changes, found = imports_changes.change_rows(user, file, how=show, page=page)
        return {"table": presenter.changes_table(changes, show), "page": found}
    if show in FaultKind.values:
        faults, said = imports_changes.fault_page(user, file, kind=show, page=page)
        own = file.uploaded_by_id == user.pk
        return {"table": presenter.faults_table(faults, show, is_own=own), "page": said}
    if show == presenter.QUESTIONS:
        questions, listed = imports_changes.question_page(user, file, page)
        return {"table": presenter.questions_table(file, questions), "page": listed}
    return {}


def _doubts(file: ImportedFile) -> dict[str, str]:
    assert file.reference_date
    return open_doubts(file, file.authority, file.reference_date, told_of(file), on=today())


@needs(Permission.IMPORT_CENSUS, reads=ReadKind.LISTED)
@require_POST
def import_keep(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Ask for a proposed file to be taken into the record, as it was shown."""
    file, by, form = file_of(ref), person_of(request), KeepFileForm(request.POST)
    if form.attempt(lambda: asked.ask_to_keep(file=file, **form.answers, by=by, at=now())):
        return redirect("import_progress", ref=ref)
    return _again(request, ref, form)


@needs(Permission.IMPORT_CENSUS, reads=ReadKind.LISTED)
@require_POST
def import_discard(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Ask for a proposed file to be left; nothing of it is kept."""
    file, by, form = file_of(ref), person_of(request), AskForm(request.POST)
    if form.attempt(lambda: asked.ask(file=file, what=FileAsked.DISCARD, by=by, at=now())):
        return redirect("import_progress", ref=ref)
    return _again(request, ref, form)


def _again(request: HttpRequest, ref: uuid.UUID, form: AskForm) -> HttpResponse:
    """The page anew, with what is said against it; elsewhere, where the file is not proposed any longer."""
    file = file_of(ref)
    if file.status == FileStatus.PROPOSED:
        return render(request, "conferences/imports/changes.html", _values(request, file, form.problem))
    messages.error(request, form.problem)
    return redirect("import_report", ref=ref)


@needs(Permission.IMPORT_CENSUS, reads=ReadKind.LISTED)
@require_http_methods(["GET", "HEAD", "POST"])
def import_undo(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Ask for a kept file to be taken back whole; where work stands on it, what that is."""
    file, user, form = file_of(ref), person_of(request), AskForm(posted(request))
    if file.asked:
        return redirect("import_progress", ref=ref)
    tells, undo = imports_changes.has_tellings(file), FileAsked.UNDO
    if tells and form.attempt(lambda: asked.ask(file=file, what=undo, by=user, at=now())) is not None:
        return redirect("import_progress", ref=ref)
    if not presenter.can_be_undone(file):
        return redirect("import_report", ref=ref)
    not_done = file.not_done if file.not_done.get("asked") == FileAsked.UNDO else {}
    values = {
        "file": file,
        "summary": file_presenter.summary(file),
        "replaced": presenter.replaced_words(imports_changes.replaced_by_it(file)),
        "stands": _standing(user, file) if not_done else [],
        "some_stand": bool(not_done.get("stands")),
        "problem": presenter.undoing_words(not_done) or form.problem,
        "tells": tells,
        "back": reverse("import_report", args=[ref]),
    }
    return render(request, "conferences/imports/undo.html", values)


def _standing(user: User, file: ImportedFile) -> list[dict[str, str]]:
    """What stood in the way of what was asked last, of the children in the reader's sight."""
    stands = file.not_done.get("stands", [])
    seen = imports.children_seen(user, {number for number, _ in stands})
    return presenter.standing_lines(stands, seen)


def file_of(ref: uuid.UUID) -> ImportedFile:
    """The file of an address; 404 where there is none."""
    file = imports.file_handed_in(ref)
    if file is None:
        raise Http404
    return file


def page_of(request: HttpRequest) -> int:
    number = request.GET.get("page", "")
    return int(number) if number.isascii() and number.isdigit() and len(number) < 9 else 1
