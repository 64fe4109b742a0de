"""What somebody typed and has not saved: their own list, without its words, and how to discard one."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_http_methods, require_safe

from safeguarding.access import person_of, signed_in
from safeguarding.clock import day_of, today
from safeguarding.drafts import operations
from safeguarding.drafts.queries import at_place_of, kept_days, last_day, read, unsaved, unsaved_one
from safeguarding.models import Draft
from safeguarding.pagekit.components import Cell, Column, Table
from safeguarding.wording import uk_date, uk_moment

OWN = signed_in("Everyone reads and discards their own drafts.")
COLUMNS = [Column(words) for words in ("Form", "Saved", "Kept until the end of", "Read", "Discard")]
EMPTY = "You have no drafts."


@OWN
@require_safe
def own_drafts(request: HttpRequest) -> HttpResponse:
    """Where one's unsaved text is, and until when."""
    days = kept_days(today())
    rows = [_row(draft, days) for draft in unsaved(person_of(request))]
    table = Table("Your drafts", COLUMNS, rows, EMPTY, caption_hidden=True, stack=True)
    return render(request, "safeguarding/own_drafts.html", {"table": table})


def _row(draft: Draft, days: int) -> list[Cell]:
    until = last_day(day_of(draft.kept_at), days)
    return [
        Cell(draft.title, href=reverse("draft_form", args=[draft.pk])),
        Cell(uk_moment(draft.kept_at)),
        Cell(uk_date(until)),
        Cell("Read", href=reverse("draft", args=[draft.pk])),
        Cell("Discard", href=reverse("draft_discard", args=[draft.pk])),
    ]


def _own(request: HttpRequest, pk: int) -> Draft:
    draft = unsaved_one(person_of(request), pk)
    if draft is None:
        raise Http404
    return draft


@OWN
@require_safe
def draft(request: HttpRequest, pk: int) -> HttpResponse:
    """The words of a draft, to be copied where its form takes them no more. A look at its children."""
    found = read(_own(request, pk))
    texts = [text for values in found.fields.values() for text in values if len(text.split()) > 1]
    return render(request, "safeguarding/draft.html", {"draft": found, "texts": texts})


@OWN
@require_safe
def draft_form(request: HttpRequest, pk: int) -> HttpResponse:
    """On to the form with the draft in it. The list itself holds no reference to a child."""
    found = _own(request, pk)
    try:
        return redirect(found.form, *(found.subject.split("/") if found.subject else []))
    except NoReverseMatch:
        # A form that this version of the service has no more.
        raise Http404 from None


@OWN
@require_http_methods(["GET", "HEAD", "POST"])
def draft_discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Discard what was typed into one form, after asking."""
    user, found = person_of(request), _own(request, pk)
    if request.method == "POST":
        operations.discard(owner=user, idents=at_place_of(user, found))
        messages.success(request, "The draft is discarded.")
        return redirect("own_drafts")
    values = {"draft": found, "back": reverse("draft_form", args=[pk])}
    return render(request, "safeguarding/draft_discard.html", values)
