"""Children whom a census file tells under another number, matched by rule; any may be another child."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.exchange.census.answers import tell_apart
from conferences.forms.imports_numbers import KnownNumbersForm
from conferences.models import ChangeHow
from conferences.queries.imports import A_PAGE
from conferences.queries.imports_changes import seen_changes
from conferences.views.imports_changes import TELLS, file_of, page_of
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now
from safeguarding.models import ReadKind
from safeguarding.pages.drafts import typed


@needs(Permission.IMPORT_CENSUS, reads=ReadKind.LISTED)
@require_http_methods(["GET", "HEAD", "POST"])
def import_numbers(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Who is known under another number; those that are ticked are other children."""
    file, by = file_of(ref), person_of(request)
    if file.status not in TELLS:
        raise Http404
    found = seen_changes(by, file).filter(how=ChangeHow.RENUMBERED).order_by("number", "pk")
    page, back = Paginator(found, A_PAGE).get_page(page_of(request)), reverse("import_changes", args=[ref])
    form = KnownNumbersForm(typed(request), matches=list(page.object_list), back=back)
    if form.attempt(lambda: tell_apart(file=file, matches=form.chosen, by=by, at=now())):
        messages.success(request, "The answers are saved.")
        return redirect(back)
    values = {"file": file, "page": page, "form": form, "back": back}
    return render(request, "conferences/imports/numbers.html", values)
