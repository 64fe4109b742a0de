"""What was decided on a consultation in one act, as a letter to whoever asked: a page and a Word file."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from conferences.documents.consultations import AnswerLetter, Line, answer_letter, letter_of
from conferences.queries.consultations_decision import decision_of, seen_of
from conferences.rules.documents import MEDIA, DocumentFormat
from conferences.views.consultations_page import second_first
from conferences.views.presenters.consultations_nearness import SHOWN, shown_number, with_link
from conferences.views.presenters.words import typed
from safeguarding.access import Permission, needs, person_of
from safeguarding.pagekit.components import SummaryRow


@needs(Permission.READ_REQUEST)
@require_safe
def show(request: HttpRequest, ref: uuid.UUID, act: uuid.UUID) -> HttpResponse:
    """The letter to read and to print; not before one's own second opinion."""
    letter = _letter(request, ref, act)
    if isinstance(letter, HttpResponse):
        return letter
    seen = _seen(request, letter)
    values = {
        "letter": letter,
        "rows": _rows(letter.lines),
        "children": [
            {
                "name": one.name,
                "rows": _rows(one.lines),
                "leads_on": one.leads_on,
                "told": _linked_rows(one.told, seen),
            }
            for one in letter.children
        ],
        "back": reverse("consultation", args=[ref]),
        "word": reverse("consultation_decision_word", args=[ref, act]),
    }
    return render(request, "conferences/consultations/decision.html", values)


@needs(Permission.READ_REQUEST)
@require_safe
def word(request: HttpRequest, ref: uuid.UUID, act: uuid.UUID) -> HttpResponse:
    """The same as a Word file. Its name tells nobody's."""
    letter = _letter(request, ref, act)
    if isinstance(letter, HttpResponse):
        return letter
    content = answer_letter(letter, council=settings.COUNCIL_NAME)
    headers = {"Content-Disposition": f'attachment; filename="consultation-answer-{act}.docx"'}
    word_type = MEDIA[DocumentFormat.WORD].content_type
    return HttpResponse(content, content_type=word_type, headers=headers)


def _letter(request: HttpRequest, ref: uuid.UUID, act: uuid.UUID) -> AnswerLetter | HttpResponse:
    """What was decided; to who is to give a second opinion on it, the way there."""
    user = person_of(request)
    decision = decision_of(user, ref, act)
    if blind := second_first(request, user, decision.within):
        return redirect("second_opinion", ref=blind.ref)
    return letter_of(decision)


def _seen(request: HttpRequest, letter: AnswerLetter) -> dict[int, uuid.UUID]:
    """Of the earlier consultations that were shown then, those that the reader may see."""
    lines = [line for child in letter.children for line in child.told]
    numbers = {number for title, text in lines if title == SHOWN and (number := shown_number(text))}
    return seen_of(person_of(request), numbers) if numbers else {}


def _linked_rows(lines: list[Line], seen: dict[int, uuid.UUID]) -> list[SummaryRow]:
    """What was told then; an earlier consultation leads to its page, where the reader may see it."""
    return [SummaryRow(title, _text(title, text, seen)) for title, text in lines]


def _text(title: str, text: str, seen: dict[int, uuid.UUID]) -> str:
    ref = seen.get(shown_number(text) or 0) if title == SHOWN else None
    return with_link(text, reverse("consultation", args=[ref])) if ref else typed(text)


def _rows(lines: list[Line]) -> list[SummaryRow]:
    return [SummaryRow(title, typed(text)) for title, text in lines]
