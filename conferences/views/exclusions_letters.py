"""The letter of an exclusion: made, served as it was kept, and that it went."""

from __future__ import annotations

import uuid
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.documents.exclusions import writer
from conferences.forms.exclusions_letters import LetterForm, LetterSentForm, WayForm
from conferences.models import ExclusionLetter
from conferences.operations import exclusions_letters as operations
from conferences.operations.exclusions import LIFTED, UNDECIDED
from conferences.queries.exclusions import ExclusionFacts, exclusion_in_scope
from conferences.queries.exclusions_letters import (
    file_of,
    is_reached,
    letter_facts,
    letter_in_scope,
    letter_since,
    letters_of,
    told_by,
    words_since,
)
from conferences.rules.exclusions import EXCLUDED
from conferences.views.letters_kept import format_of, give
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now, today
from safeguarding.pages.drafts import typed

METHODS = ["GET", "HEAD", "POST"]
WRITE = writer(settings.COUNCIL_NAME)
FIRST = (
    "The letter goes to this person alone. It says when the conference is, what the chair wrote for them of"
    " why, how they take part and what they may do. It has no address but their own, and none of the facts or"
    " reasons."
)


@needs(Permission.SEND_LETTERS)
@require_http_methods(METHODS)
def exclusion_letter(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Make the letter, or a new version of it."""
    user, back = person_of(request), reverse("exclusion", args=[ref])
    found = exclusion_in_scope(user, ref)
    one, kept = found.exclusion, letters_of(user, found.exclusion)
    refused = LIFTED if one.lifted_at else UNDECIDED if one.answer not in EXCLUDED else ""
    refused = refused or _no_letter(found)
    if refused or found.meeting is None:
        messages.info(request, refused)
        return redirect(back)
    before = kept[0].version if kept else None
    form = LetterForm(typed(request), before=before, back=back)
    act = partial(operations.make_letter, exclusion=one, write=WRITE, by=user, at=now())
    if form.attempt(lambda: act(**form.told)):
        messages.success(request, "The letter is made. Read it, send it, and enter the day it was sent.")
        return redirect(back)
    since = _since(found, kept[0]) if kept else [FIRST]
    return _form(request, form, back, "The letter to them", one.name, " ".join(since))


def _since(found: ExclusionFacts, newest: ExclusionLetter) -> list[str]:
    """What is other now than the newest letter tells, and whether its words changed before it went."""
    assert found.meeting is not None  # Refused before.
    since = letter_since(newest, letter_facts(found.exclusion, found.meeting, now()))
    return [*since, *words_since(newest, today())]


def _no_letter(found: ExclusionFacts) -> str:
    """Why no letter is made now to somebody who is excluded."""
    if not is_reached(found.exclusion):
        return operations.NO_WAY
    if found.meeting is None:
        return operations.NO_MEETING
    return operations.TOO_LATE if found.meeting.starts_at <= now() else ""


@needs(Permission.SEND_LETTERS)
@require_http_methods(METHODS)
def exclusion_way(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """How a letter comes to somebody who is known by name alone."""
    user, back = person_of(request), reverse("exclusion", args=[ref])
    one = exclusion_in_scope(user, ref).exclusion
    refused = LIFTED if one.lifted_at else UNDECIDED if one.answer not in EXCLUDED else ""
    if refused := refused or (operations.ON_RECORD if one.person else ""):
        messages.info(request, refused)
        return redirect(back)
    form = WayForm(typed(request), back=back, initial={"way": one.way, "words": one.way_words})
    act = partial(operations.say_way, exclusion=one, by=user, at=now())
    if form.attempt(lambda: act(**form.told)):
        messages.success(request, "It is recorded how a letter comes to them.")
        return redirect(back)
    return _form(request, form, back, "How a letter comes to them", one.name)


@needs(Permission.SEND_LETTERS)
@require_http_methods(METHODS)
def exclusion_letter_sent(request: HttpRequest, ref: uuid.UUID, version: int) -> HttpResponse:
    """How and when a letter went."""
    user, back = person_of(request), reverse("exclusion", args=[ref])
    found = letter_in_scope(user, ref, version)
    before = (found.sent_how, found.sent_date)
    # What the page was for stays so, whatever became of the letter since.
    corrects = found.sent_date is not None or "back_words" in request.POST
    form = LetterSentForm(typed(request), on=today(), back=back, before=before, corrects=corrects)
    go = operations.correct_letter_sent if corrects else operations.mark_letter_sent
    act = partial(go, letter=found, by=user, at=now())
    if sent := form.attempt(lambda: act(**form.told)):
        told = ", and that they were told by it" if told_by(sent) else ""
        went = f"the letter was sent{told}" if sent.sent_date else "the letter did not go after all"
        messages.success(request, f"It is recorded that {went}.")
        return redirect(back)
    heading = "Correct how and when the letter was sent" if corrects else "Record that the letter was sent"
    return _form(request, form, back, heading, found.exclusion.name)


@needs(Permission.SEND_LETTERS)
@require_safe
def exclusion_letter_file(request: HttpRequest, ref: uuid.UUID, version: int, suffix: str) -> HttpResponse:
    """A version in one format, held to the sum that was kept with it. Its name tells nobody's."""
    user = person_of(request)
    found, form = letter_in_scope(user, ref, version), format_of(suffix)
    file = file_of(found, form)
    damaged = partial(operations.report_damage, file=file, by=user, at=now())
    back = reverse("exclusion", args=[ref])
    return give(request, file, form, name=f"letter-{found.pk}", back=back, damaged=damaged)


def _form(
    request: HttpRequest, form: Any, back: str, heading: str, name: str, words: str = ""
) -> HttpResponse:
    values = {"form": form, "back": back, "heading": heading, "name": name, "words": words}
    return render(request, "conferences/life_events/form.html", values)
