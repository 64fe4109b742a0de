"""Census files: handing one in, how far its reading is, and what came of it."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from conferences.exchange.census import asked, inbox
from conferences.forms.imports import CensusFileForm
from conferences.models import FaultKind, FileAsked, FileStatus, ImportedFile
from conferences.operations.imports import UNREAD
from conferences.queries import imports, imports_changes
from conferences.rules.closed_records import AS_NEW
from conferences.views.presenters import imports as presenter
from conferences.views.presenters import imports_changes as changes_presenter
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now, today
from safeguarding.models import ReadKind
from safeguarding.pagekit.wholefile import WholeFile, csv_file
from safeguarding.workingdays import year_ending


@needs(Permission.IMPORT_CENSUS)
@require_http_methods(["GET", "POST"])
def import_census(request: HttpRequest) -> HttpResponse:
    """Hand in a census file; below it, the files handed in before."""
    if request.method == "POST":
        form = CensusFileForm(
            request.POST, request.FILES, met_before="again" in request.POST, too_large=_too_large(request)
        )
        row = _hand_in(request, form) if form.is_valid() else None
        if row:
            return redirect("import_progress", ref=row.ref)
    else:
        form = CensusFileForm()
    page = imports.handed_in(_page(request))
    table = presenter.files_table(list(page.object_list))
    values = {"form": form, "table": table, "page": page, "year": year_ending(today())}
    return render(request, "conferences/imports/import.html", values)


def _too_large(request: HttpRequest) -> bool:
    """Whether more arrived than is taken: the upload was stopped on its way, and the form has no file."""
    return int(request.META.get("CONTENT_LENGTH") or 0) > settings.CENSUS_MOST_BYTES


def _hand_in(request: HttpRequest, form: CensusFileForm) -> ImportedFile | None:
    """The file's row; None where it is refused beside the field."""
    upload, again = form.cleaned_data["file"], form.cleaned_data["again"]
    return form.attempt(lambda: inbox.hand_in(upload=upload, again=again, by=person_of(request), at=now()))


@needs(Permission.IMPORT_CENSUS)
@require_safe
def import_progress(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """How far the reading is, or what was asked of the file; the page of what came of it, once it is done."""
    file = _file(ref)
    if file.status not in UNREAD and not file.asked:
        stayed = file.not_done.get("asked") == FileAsked.UNDO
        return redirect("import_undo" if stayed else "import_report", ref=ref)
    standing, work = inbox.standing(file, at=now()), presenter.work(file)
    values = {"file": file, "standing": standing, "work": work, "summary": presenter.summary(file)}
    return render(request, "conferences/imports/progress.html", values)


@needs(Permission.IMPORT_CENSUS)
@require_POST
def import_ask(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Ask once more for what a file waits for."""
    file = _file(ref)
    tell = inbox.ask if file.status in UNREAD else asked.send
    if (file.status in UNREAD or file.asked) and not tell(file):
        messages.error(request, "The file could not be passed on now. It is kept, and will be tried again.")
    return redirect("import_progress", ref=ref)


@needs(Permission.IMPORT_CENSUS, reads=ReadKind.LISTED)
@require_safe
def import_report(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """What came of a file: its counts, and every record that was refused, bent or noted."""
    file = _file(ref)
    if file.status in UNREAD or file.asked:
        return redirect("import_progress", ref=ref)
    if file.status == FileStatus.PROPOSED:
        return redirect("import_changes", ref=ref)
    values = {"file": file, "summary": presenter.summary(file), "back": reverse("import_census")}
    if file.status == FileStatus.REFUSED:
        return render(request, "conferences/imports/refused.html", values)
    if file.status in presenter.LEFT:
        heading, sentence = presenter.LEFT[FileStatus(file.status)]
        values |= {"heading": heading, "sentence": sentence}
        return render(request, "conferences/imports/left.html", values)
    kind, rule = _kind(request), request.GET.get("rule", "").replace("\x00", "")
    found = imports.faults(person_of(request), file, kind=kind, rule=rule, page=_page(request))
    replaced = imports_changes.replaced_by_it(file)
    values["summary"] = [*presenter.summary(file), *changes_presenter.replacing_rows(file, replaced)]
    values |= {
        "asked": imports_changes.seen_questions(person_of(request), file).filter(answer="").count(),
        "counts": presenter.counts_table(file),
        "figures": presenter.figures_href(file),
        "as_new": AS_NEW,
        "kinds": presenter.kinds(file, found, kind),
        "rules": presenter.rules_table(file, found, kind),
        "faults": presenter.faults_table(found, rule),
        "rule": rule,
        "page": found.page,
        "all": reverse("import_report", args=[ref]),
        "csv": presenter.csv_href(file, kind, rule),
    }
    return render(request, "conferences/imports/report.html", values)


@needs(Permission.IMPORT_CENSUS, reads=ReadKind.LISTED)
@require_safe
def import_csv(request: HttpRequest, ref: uuid.UUID) -> WholeFile:
    """What was refused, bent or noted of a file, as a file: all of it, or a kind or a rule."""
    file = _file(ref)
    kind, rule = _kind(request), request.GET.get("rule", "").replace("\x00", "")
    rows = imports.fault_rows(person_of(request), file, kind=kind, rule=rule)
    return csv_file("records-to-check.csv", presenter.csv_rows(rows))


def _file(ref: uuid.UUID) -> ImportedFile:
    file = imports.file_handed_in(ref)
    if file is None:
        raise Http404
    return file


def _kind(request: HttpRequest) -> str:
    """The kind asked for; any other word asks for all."""
    kind = request.GET.get("kind", "")
    return kind if kind in FaultKind.values else ""


def _page(request: HttpRequest) -> int:
    number = request.GET.get("page", "")
    return int(number) if number.isascii() and number.isdigit() and len(number) < 9 else 1
