"""Decision letters: choosing who has one, the Word files, and when they went out."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.documents.letters import writer
from conferences.forms.copies import CopyOffForm, release_form
from conferences.forms.letters import LetterAgainForm, RecipientsForm, SentForm, ties_of
from conferences.models import Document, Letter, MeetingRecord
from conferences.operations import documents
from conferences.operations import letters as operations
from conferences.queries.copies_cautions import in_doubt, letter_doubts
from conferences.queries.copies_closing import has_closing
from conferences.queries.documents import latest_of, other_since, versions_of
from conferences.queries.documents_again import letter_formers
from conferences.queries.documents_corrected import mended_of
from conferences.queries.letters import (
    Recipient,
    days_moved_since,
    letter_in_scope,
    letters_of,
    not_proposed,
    recipients,
    set_right_on,
    signed_record,
)
from conferences.queries.letters_words import words_on
from conferences.rules.documents import DocumentFormat
from conferences.rules.letters_words import LetterWords, words_changed
from conferences.rules.letters_words_part import LetterKind
from conferences.views.documents import given
from conferences.views.presenters.copies import release_values
from conferences.views.presenters.documents_again import again_table
from conferences.views.presenters.letters import LetterShown, letters_table, off_lines, said_to
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now, today
from safeguarding.models import User
from safeguarding.pagekit.components import Table
from safeguarding.pages.drafts import typed
from safeguarding.wording import sentence

WRITE = writer(settings.COUNCIL_NAME)


@needs(Permission.SEND_LETTERS)
@require_http_methods(["GET", "HEAD", "POST"])
def letters(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """The letters of a signed record, and who else may have one."""
    user, record = person_of(request), signed_record(person_of(request), ref)
    if record is None:
        return redirect("record", ref=ref)
    made, back = letters_of(user, record), reverse("record", args=[ref])
    have = {letter.person_id for letter in made}
    may_have = recipients(user, record)
    without = [one for one in may_have if one.person.pk not in have]
    first = None if made else [str(one.person.ref) for one in without if not not_proposed(one)]
    form = RecipientsForm(request.POST or None, recipients=without, back=back, initial={"people": first})
    act = partial(operations.make_letters, record=record, write=WRITE, by=user, at=now())
    if form.attempt(lambda: act(people=form.chosen)):
        return redirect("letters", ref=ref)
    versions = versions_of(user, record)
    shown = _shown(user, record, made, may_have, versions)
    values = {
        "form": form if without else None,
        "back": back,
        "ref": ref,
        "has_ended": has_closing(record),
        "letters": letters_table(shown, ref, set_right_on(user, record)),
        "off": off_lines(versions, have),
        "again": _again(shown, ref, user),
    }
    return render(request, "conferences/letters/letters.html", values)


def _shown(
    user: User,
    record: MeetingRecord,
    made: Sequence[Letter],
    may_have: Sequence[Recipient],
    versions: Mapping[int, list[Document]],
) -> list[LetterShown]:
    """The letters with their versions, and what is other now."""
    ties, moved = _ties(may_have), days_moved_since(user, record)
    mended = mended_of(record)
    since = other_since(versions, record, may_have, mended)
    formers = letter_formers(made, versions, may_have, mended)
    words = words_on(LetterKind.DECISION, today())
    return [
        LetterShown(
            letter=one,
            ties=ties.get(one.person_id, ""),
            versions=versions.get(one.person_id, ()),
            moved=moved.get(one.pk, ()),
            since=[*since.get(one.person_id, ()), *_words_since(versions.get(one.person_id, ()), words)],
            reader=user.pk,
            former=formers.get(one.person_id),
        )
        for one in made
    ]


def _again(shown: Sequence[LetterShown], ref: uuid.UUID, user: User) -> Table | None:
    """Who is to be sent a letter again; None where nobody is."""
    ids: dict[int | None, int] = {one.letter.person_id: one.letter.pk for one in shown}
    return again_table(
        [(one.letter.person.full_name, one.former) for one in shown if one.former], ref, user.pk, ids
    )


def _words_since(versions: Sequence[Document], words: LetterWords) -> list[str]:
    """That a letter that did not go yet was made of other words than letters have now."""
    waits = bool(versions) and versions[0].sent_date is None and versions[0].off_at is None
    return [said] if waits and (said := words_changed(versions[0].told, words.versions)) else []


def _ties(found: Sequence[Recipient]) -> dict[int, str]:
    return {one.person.pk: ties_of(one) for one in found}


@needs(Permission.SEND_LETTERS)
@require_safe
def letter_docx(request: HttpRequest, ref: uuid.UUID, letter: int) -> HttpResponse:
    """The newest version of a letter as a Word file; one that has no file yet gets it now."""
    user = person_of(request)
    found = letter_in_scope(user, ref, letter)
    if signed_record(user, ref) is None:
        raise Http404
    kept = documents.open_letter(letter=found, write=WRITE, by=user, at=now())
    return given(request, ref, kept, DocumentFormat.WORD)


@needs(Permission.SEND_LETTERS)
@require_http_methods(["GET", "HEAD", "POST"])
def letter_again(request: HttpRequest, ref: uuid.UUID, letter: int) -> HttpResponse:
    """A new version of a letter, beside the one that stays as it is."""
    user, back = person_of(request), reverse("letters", args=[ref])
    found, record = letter_in_scope(user, ref, letter), signed_record(user, ref)
    if record is None:
        return redirect("record", ref=ref)
    kept = latest_of(found)
    may_have = recipients(user, record)
    since = other_since({found.person_id: [kept]}, record, may_have) if kept else {}
    form = LetterAgainForm(typed(request), back=back, initial={"version": kept.version if kept else None})
    act = partial(documents.make_letter_again, letter=found, write=WRITE, by=user, at=now())
    if form.attempt(lambda: act(**form.answers)):
        messages.success(request, "The new version is made. Send it, and enter the day it was sent.")
        return redirect(back)
    values = {
        "form": form,
        "back": back,
        "what": f"Letter to {said_to(found.person.full_name, _ties(may_have).get(found.person_id, ''))}",
        "since": sentence(*since.get(found.person_id, [])),
    }
    return render(request, "conferences/letters/again.html", values)


@needs(Permission.SEND_LETTERS)
@require_http_methods(["GET", "HEAD", "POST"])
def letter_release(request: HttpRequest, ref: uuid.UUID, letter: int) -> HttpResponse:
    """A second person looks at a letter in which something is in doubt, and says that it may go."""
    user, back = person_of(request), reverse("letters", args=[ref])
    found, record = letter_in_scope(user, ref, letter), signed_record(user, ref)
    kept = latest_of(found)
    if record is None or kept is None:
        return redirect("letters", ref=ref)
    may_have = recipients(user, record)
    since = other_since({found.person_id: [kept]}, record, may_have)[found.person_id]
    doubts = letter_doubts(user, record, found, kept)
    form = release_form(typed(request), in_doubt=in_doubt(doubts), version=kept.version, back=back)
    act = partial(operations.release_letter, letter=found, by=user, at=now())
    if form.attempt(lambda: act(**form.answers)):
        messages.success(request, f"The letter to {found.person.full_name} is released.")
        return redirect(back)
    ties = _ties(may_have).get(found.person_id, "")
    off = reverse("letter_off", args=[ref, letter])
    values = release_values(kept, doubts, since, user, "letter") | {
        "off": off,
        "back": back,
        "form": form,
        "what": f"Letter to {said_to(found.person.full_name, ties)}, version {kept.version}",
    }
    return render(request, "conferences/copies/release.html", values)


@needs(Permission.SEND_LETTERS)
@require_http_methods(["GET", "HEAD", "POST"])
def letter_sent(request: HttpRequest, ref: uuid.UUID, letter: int) -> HttpResponse:
    """Say when a letter went out."""
    found = letter_in_scope(person_of(request), ref, letter)
    act = partial(operations.mark_letter_sent, letter=found, by=person_of(request), at=now())
    ties = _ties(recipients(person_of(request), found.record)).get(found.person_id, "")
    off = reverse("letter_off", args=[ref, letter])
    return _ask_day(request, ref, f"Letter to {said_to(found.person.full_name, ties)}", act, off)


@needs(Permission.SEND_LETTERS)
@require_http_methods(["GET", "HEAD", "POST"])
def letter_off(request: HttpRequest, ref: uuid.UUID, letter: int) -> HttpResponse:
    """A letter will not be sent, with why."""
    user, back = person_of(request), reverse("letters", args=[ref])
    found = letter_in_scope(user, ref, letter)
    form = CopyOffForm(typed(request), back=back)
    act = partial(operations.call_letter_off, letter=found, by=user, at=now())
    if form.attempt(lambda: act(**form.answers)):
        messages.success(request, f"The letter to {found.person.full_name} will not be sent.")
        return redirect(back)
    name = f"Letter to {found.person.full_name}"
    values = {"form": form, "back": back, "heading": "Do not send a letter", "name": name}
    return render(request, "conferences/life_events/form.html", values)


def _ask_day(
    request: HttpRequest, ref: uuid.UUID, what: str, act: Callable[..., object], off: str
) -> HttpResponse:
    back = reverse("letters", args=[ref])
    form = SentForm(request.POST or None, on=today(), back=back)
    if form.attempt(lambda: act(**form.answers)):
        messages.success(request, "The day is recorded.")
        return redirect(back)
    values = {"form": form, "back": back, "what": what, "off": off}
    return render(request, "conferences/letters/sent.html", values)
