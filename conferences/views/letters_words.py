"""The words of letters: which stand, since when, other ones written and looked at before they hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.documents.files import NO_PDF
from conferences.documents.letters_words import Example, examples
from conferences.documents.pdf import NotWritable, as_pdf
from conferences.forms.letters_words import WordsForm
from conferences.operations import letters_words as operations
from conferences.queries.letters_words import (
    NEWEST,
    PartStanding,
    kind_of,
    parts_on,
    standing_words,
    stands_now,
    words_on,
)
from conferences.rules.documents import MEDIA, DocumentFormat
from conferences.rules.letters_words import LetterWords, tidy
from conferences.rules.letters_words_part import LetterKind
from conferences.views.presenters import letters_words as present
from safeguarding.access import Permission, can, needs, person_of
from safeguarding.clock import now, today
from safeguarding.pages.drafts import shows_saves, typed
from safeguarding.wording import uk_date

COUNCIL = settings.COUNCIL_NAME
LOOK, PDF = "look", "pdf"


@needs(Permission.READ_POLICY)
@require_safe
def letter_words(request: HttpRequest) -> HttpResponse:
    """Every letter whose words a council may write."""
    table = present.letters_table(parts_on(today()))
    return render(request, "conferences/letters/words.html", {"table": table})


def _letter(slug: str) -> LetterKind:
    found = kind_of(slug)
    if found is None:
        raise Http404
    return found


@needs(Permission.READ_POLICY)
@require_safe
def letter_words_of(request: HttpRequest, slug: str) -> HttpResponse:
    """One letter: its parts as they read today, and how hard it is to read."""
    kind = _letter(slug)
    parts = parts_on(today(), kind)[kind]
    shown = examples(_words(kind, {one.part.code: one.text for one in parts}))
    values = {
        "kind": kind,
        "slug": slug,
        "table": present.parts_table(kind, parts),
        "readings": present.whole_lines(shown),
        "coming": any(one.coming for one in parts),
        "writes": can(request.user, Permission.CHANGE_POLICY),
    }
    return render(request, "conferences/letters/words_of.html", values)


def _words(kind: LetterKind, texts: Mapping[str, str]) -> LetterWords:
    return LetterWords(kind, {code: tidy(text) for code, text in texts.items()}, council=COUNCIL)


@needs(Permission.READ_POLICY)
@require_safe
def letter_words_part(request: HttpRequest, slug: str, part: str) -> HttpResponse:
    """Every version of one part, beside ours."""
    kind = _letter(slug)
    found = [one for one in parts_on(today(), kind)[kind] if present.part_slug(one.part) == part]
    if not found:
        raise Http404
    one, change = found[0], reverse("letter_words_change", args=[slug])
    may = can(request.user, Permission.CHANGE_POLICY)
    values = {
        "kind": kind,
        "part": one.part,
        "back": reverse("letter_words_of", args=[slug]),
        "table": present.versions_table(one, today()),
        "change": f"{change}#id_{one.part.code}" if may else "",
        "ours": f"{change}?ours={one.part.code}" if may and one.newest != one.part.default else "",
    }
    return render(request, "conferences/letters/words_part.html", values)


@shows_saves(standing_words)
@needs(Permission.CHANGE_POLICY)
@require_http_methods(["GET", "HEAD", "POST"])
def letter_words_change(request: HttpRequest, slug: str) -> HttpResponse:
    """Other words for any part of a letter, from a day on; looked at first, as a page or as the PDF."""
    kind, back = _letter(slug), reverse("letter_words_of", args=[slug])
    parts = parts_on(NEWEST, kind)[kind]
    before = _before(parts, request.GET.get("ours", ""))
    stands = stands_now(parts)
    sent = typed(request)
    texts = {code: sent.get(code, text) for code, text in before.items()} if sent else before
    form = WordsForm(
        sent,
        parts=parts,
        advice=present.advice_of(parts, texts),
        back=back,
        initial=before | {"seen": stands.seen if stands else ""},
    )
    form.join_if_put_back(stands)
    act = partial(operations.write_words, kind=kind, by=person_of(request), at=now())
    looks = request.POST.get("then", "") in (LOOK, PDF)
    shown: Sequence[Example] = ()
    if looks:
        if form.rehearsed(lambda: act(**form.told)):
            shown = examples(_words(kind, form.texts))
            if request.POST["then"] == PDF:
                return _pdf(shown[0], slug)
    elif made := form.attempt(lambda: act(**form.told)):
        messages.success(
            request, f"The words are saved. Letters have them from {uk_date(made[0].from_date)}."
        )
        return redirect(back)
    values = {"form": form, "back": back, "kind": kind, "slug": slug} | _look(shown)
    return render(request, "conferences/letters/words_change.html", values, status=form.status)


def _before(parts: Sequence[PartStanding], ours: str) -> dict[str, str]:
    """The words that stand once all that is to come has come; ours, of the part of which they are asked."""
    return {one.part.code: one.part.default if one.part.code == ours else one.newest for one in parts}


def _look(shown: Sequence[Example]) -> dict[str, object]:
    return {
        "letters": [(one.title, list(present.paper_lines(one.paper))) for one in shown],
        "readings": present.whole_lines(shown),
    }


@needs(Permission.READ_POLICY)
@require_safe
def letter_words_preview(request: HttpRequest, slug: str) -> HttpResponse:
    """The letter to an invented family in the words of today, or with all that is to come."""
    kind = _letter(slug)
    back = reverse("letter_words_of", args=[slug])
    shown = examples(_words_for(request, kind))
    asked = "?when=coming" if request.GET.get("when") == "coming" else ""
    files = [
        (one.title, f"{reverse('letter_words_pdf', args=[slug, number])}{asked}")
        for number, one in enumerate(shown, 1)
    ]
    values = {"kind": kind, "slug": slug, "back": back, "files": files, "asked": asked} | _look(shown)
    return render(request, "conferences/letters/words_preview.html", values)


def _words_for(request: HttpRequest, kind: LetterKind) -> LetterWords:
    on = NEWEST if request.GET.get("when") == "coming" else today()
    return words_on(kind, on).of(COUNCIL)


@needs(Permission.READ_POLICY)
@require_safe
def letter_words_pdf(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One letter to the invented family as the PDF that would go."""
    shown = examples(_words_for(request, _letter(slug)))
    if not 1 <= number <= len(shown):
        raise Http404
    return _pdf(shown[number - 1], slug)


def _pdf(shown: Example, slug: str) -> HttpResponse:
    media = MEDIA[DocumentFormat.PDF]
    try:
        content = as_pdf(shown.paper, now())
    except NotWritable:
        return HttpResponse(NO_PDF, content_type="text/plain; charset=utf-8")
    response = HttpResponse(content, content_type=media.content_type)
    response["Content-Disposition"] = f'inline; filename="invented-{slug}.{media.suffix}"'
    return response
