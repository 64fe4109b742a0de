"""What a file leaves open: each question with its answer, or one answer for many."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.exchange.census import asked
from conferences.forms.imports import ImportQuestionForm, ImportQuestionsForm
from conferences.models import ImportedFile, ImportQuestion, QuestionKind
from conferences.queries import imports_changes
from conferences.queries.imports import A_PAGE
from conferences.views.imports_changes import TELLS, file_of, page_of
from conferences.views.presenters import imports_changes as presenter
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now
from safeguarding.models import ReadKind, User
from safeguarding.pages.drafts import typed


@needs(Permission.IMPORT_CENSUS, reads=ReadKind.LISTED)
@require_http_methods(["GET", "HEAD", "POST"])
def import_question(request: HttpRequest, ref: uuid.UUID, question: int) -> HttpResponse:
    """What a file leaves open of one child, and its answer."""
    file, by = file_of(ref), person_of(request)
    row = imports_changes.question_seen(by, file, question)
    if file.status not in TELLS or row is None:
        raise Http404
    one = row.question
    form = ImportQuestionForm(typed(request), question=one, back=_list(file))
    if form.attempt(lambda: asked.answer(questions=[one], **form.answers, by=by, at=now())):
        messages.success(request, "The answer is saved.")
        return redirect(_list(file))
    values = {
        "file": file,
        "question": one,
        "child": row.child,
        "fact": presenter.fact_words(one.fact, one.day),
        "taken": one.has_replaced,
        "form": form,
        "back": _list(file),
    }
    return render(request, "conferences/imports/question.html", values)


@needs(Permission.IMPORT_CENSUS, reads=ReadKind.LISTED)
@require_http_methods(["GET", "HEAD", "POST"])
def import_questions(request: HttpRequest, ref: uuid.UUID, kind: str, fact: str) -> HttpResponse:
    """One answer for all who ask the same, or for those who are ticked."""
    file, by = file_of(ref), person_of(request)
    if file.status not in TELLS or kind not in QuestionKind.values:
        raise Http404
    found = imports_changes.unanswered(by, file, kind, fact)
    page = Paginator(found, A_PAGE).get_page(page_of(request))
    shown = list(page.object_list)
    if not shown:
        return redirect(_list(file))
    form = ImportQuestionsForm(typed(request), questions=shown, count=page.paginator.count, back=_list(file))
    if form.attempt(lambda: _answer(form, by, file, kind, fact)):
        messages.success(request, "The answers are saved.")
        return redirect(_list(file))
    values = {"file": file, "form": form, "page": page, "back": _list(file)}
    values["words"] = presenter.group_words(kind, fact)
    return render(request, "conferences/imports/questions.html", values)


def _answer(
    form: ImportQuestionsForm, by: User, file: ImportedFile, kind: str, fact: str
) -> list[ImportQuestion]:
    which, whole = form.answers["which"], form.answers["whole"]
    found = imports_changes.unanswered(by, file, kind, fact)
    questions = found if whole else found.filter(pk__in=[int(pk) for pk in which])
    return asked.answer(questions=list(questions), **form.answer, by=by, at=now())


def _list(file: ImportedFile) -> str:
    return f"{reverse('import_changes', args=[file.ref])}?show={presenter.QUESTIONS}#rows"
