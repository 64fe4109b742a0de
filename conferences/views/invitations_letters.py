"""Letters of invitation: made for all of a list or one, served as they were kept, and that they went."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.documents.invitations import writer
from conferences.forms.invitations_letters import AllSentForm, ArrivalForm, LetterForm, LettersForm, SentForm
from conferences.models import Invitation, InvitationLetter
from conferences.operations import invitations_letters as operations
from conferences.operations.invitations import GONE
from conferences.queries.invitations import invitation_in_scope, title_of
from conferences.queries.invitations_letters import Letters, file_of, letter_in_scope, letters_of
from conferences.queries.invitations_reports import put_there_at
from conferences.queries.scheduling import request_in_scope
from conferences.rules.invitations import is_invited
from conferences.rules.invitations_letters import changed_words
from conferences.rules.workflow import RequestState
from conferences.views.invitations_links import address_of
from conferences.views.letters_kept import format_of, give
from conferences.views.presenters import invitations_letters as present
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import day_of, now, today
from safeguarding.models import User
from safeguarding.pages.drafts import typed
from safeguarding.pages.posted import posted
from safeguarding.wording import counted

METHODS = ["GET", "HEAD", "POST"]
WRITE = writer(settings.COUNCIL_NAME)
NONE_DUE = "Everybody to whom a letter can be made has one that is right."
NONE_WAITS = "No letter waits to be sent."


def _how() -> dict[str, Any]:
    """What writes letters, and the address of a link in them where it is known how people come here."""
    return {"write": WRITE, "address_of": address_of if settings.SITE_URL else None}


def _refused(letters: Letters) -> str:
    """Why no letter is made for a list now; "" where one may be."""
    if letters.request.state == RequestState.WITHDRAWN:
        return GONE
    if letters.meeting is None:
        return operations.NO_MEETING
    return operations.TOO_LATE if letters.meeting.starts_at <= now() else ""


@needs(Permission.SEND_LETTERS)
@require_http_methods(METHODS)
def invited_letters(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Make letters for all of a list who have none that is right."""
    user, back = person_of(request), reverse("invited", args=[ref])
    letters = letters_of(user, request_in_scope(user, ref))
    due = [one for one in letters.people if letters.is_due(one.pk)]
    refused = _refused(letters) or ("" if due or present.without(letters) else NONE_DUE)
    if refused:
        messages.info(request, refused)
        return redirect(back)
    hints = present.hints_of(letters)
    form = LettersForm(typed(request), letters=letters, hints=hints, back=back)
    act = partial(operations.make_letters, request=letters.request, **_how(), by=user, at=now())
    if (made := form.attempt(lambda: act(**form.told))) is not None:
        messages.success(request, f"{counted(len(made), 'letter')} made. Read them before they go.")
        return redirect(back)
    values = {
        "form": form if due else None,
        "back": back,
        "name": title_of(letters.request),
        "without": present.without(letters),
    }
    return render(request, "conferences/invitations/letters.html", values)


@needs(Permission.SEND_LETTERS)
@require_http_methods(METHODS)
def invited_letters_sent(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Several letters of a list went: how and when."""
    user, back = person_of(request), reverse("invited", args=[ref])
    letters = letters_of(user, request_in_scope(user, ref))
    unsent = present.unsent(letters)
    if not unsent:
        messages.info(request, NONE_WAITS)
        return redirect(back)
    form = AllSentForm(typed(request), letters=letters, unsent=unsent, on=today(), back=back)
    act = partial(operations.mark_letters_sent, by=user, at=now())
    if sent := form.attempt(lambda: act(**form.told)):
        messages.success(request, f"Recorded: {counted(len(sent), 'letter')} sent{_invited_by(sent)}")
        return redirect(back)
    name = title_of(letters.request)
    return _form(request, form, back, "Record that letters were sent", name)


def _invited_by(sent: Sequence[InvitationLetter]) -> str:
    """What follows of letters that went for who is invited."""
    people = [one.invitation for one in sent]
    if all(one.off_at for one in people):
        return ". They are not on the list any more."
    there = put_there_at(people[0].request_id)
    if all(is_invited(one.invited_date, day_of(there) if there else None) for one in people):
        return ", and those people invited."
    return ". Not everybody is invited by it: look at the list for who is still to be invited."


@needs(Permission.SEND_LETTERS)
@require_http_methods(METHODS)
def invitation_letter(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """The letters to one person, and a new version."""
    user = person_of(request)
    one, letters, back = _one(user, ref)
    refused = _refused(letters) or letters.cannot.get(one.pk, "")
    page = present.letter_page(one, letters, now(), refused)
    newest, told = letters.newest(one.pk), letters.says(one.pk)
    known = letters.last_sent(one.pk) or newest
    form = LetterForm(
        typed(request),
        before=newest.version if newest else None,
        words=changed_words(known.told, told) if known and told else "",
        in_doubt=bool(letters.doubts[one.pk]),
        back=back,
    )
    act = partial(operations.make_letter, invitation=one, **_how(), by=user, at=now())
    if not refused and form.attempt(lambda: act(**form.told)) is not None:
        messages.success(request, "The letter is made. Read it, send it, and enter the day it was sent.")
        return redirect("invitation_letter", ref=ref)
    values = {"page": page, "form": None if refused else form, "back": back}
    return render(request, "conferences/invitations/letter.html", values)


def _one(user: User, ref: uuid.UUID) -> tuple[Invitation, Letters, str]:
    """Somebody on a list in scope with the letters of all of it, and the address of the list."""
    found = invitation_in_scope(user, ref)
    letters = letters_of(user, request_in_scope(user, found.request.ref), today())
    one = next(each for each in letters.people if each.pk == found.pk)
    return one, letters, reverse("invited", args=[found.request.ref])


@needs(Permission.SEND_LETTERS)
@require_http_methods(METHODS)
def invitation_letter_sent(request: HttpRequest, ref: uuid.UUID, version: int) -> HttpResponse:
    """How and when a letter went."""
    user, back = person_of(request), reverse("invitation_letter", args=[ref])
    found = letter_in_scope(user, ref, version)
    if found.invitation.off_at is not None:
        back = reverse("invited", args=[found.invitation.request.ref])
    before = {"how": found.sent_how, "proof": found.sent_proof} if found.sent_date else {}
    initial = before | ({"sent_date": found.sent_date} if found.sent_date else {})
    # What the page was for stays so, whatever became of the letter since.
    corrects = found.sent_date is not None or "back_words" in request.POST
    form = SentForm(typed(request), on=today(), back=back, corrects=corrects, initial=initial)
    correct = partial(operations.correct_letter_sent, letter=found, by=user, at=now())
    mark = partial(operations.mark_letters_sent, letters=[found], by=user, at=now())
    if went := form.attempt(lambda: [correct(**form.told)] if corrects else mark(**form.told)):
        is_back = went[0].sent_date is None
        said = "did not go after all." if is_back else f"was sent{_invited_by(went)}"
        messages.success(request, f"It is recorded that the letter {said}")
        return redirect(back)
    heading = "Correct how and when the letter was sent" if corrects else "Record that the letter was sent"
    return _form(request, form, back, heading, found.invitation.name)


@needs(Permission.SEND_LETTERS)
@require_safe
def invitation_letter_file(request: HttpRequest, ref: uuid.UUID, version: int, suffix: str) -> HttpResponse:
    """A version in one format, held to the sum that was kept with it. Its name tells nobody's."""
    user = person_of(request)
    found, form = letter_in_scope(user, ref, version), format_of(suffix)
    file = file_of(found, form)
    damaged = partial(operations.report_damage, file=file, by=user, at=now())
    back = reverse("invitation_letter", args=[ref])
    return give(request, file, form, name=f"invitation-{found.pk}", back=back, damaged=damaged)


@needs(Permission.INVITE)
@require_http_methods(METHODS)
def invitation_arrival(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """When somebody of the family arrives, where two arrive apart."""
    user = person_of(request)
    one, letters, back = _one(user, ref)
    refused = GONE if letters.request.state == RequestState.WITHDRAWN else ""
    if one.agency_kind or one.requested_child_id:
        refused = operations.NOT_OF_FAMILY
    if refused:
        messages.info(request, refused)
        return redirect(back)
    hints = present.arrival_hints(letters)
    form = ArrivalForm(posted(request), back=back, hints=hints, initial={"arrives": one.arrives})
    act = partial(operations.say_arrival, invitation=one, by=user, at=now())
    if form.attempt(lambda: act(**form.told)):
        messages.success(request, "It is recorded when they arrive.")
        return redirect(back)
    return _form(request, form, back, "When they arrive", one.name)


def _form(request: HttpRequest, form: object, back: str, heading: str, name: str) -> HttpResponse:
    values = {"form": form, "back": back, "heading": heading, "name": name}
    return render(request, "conferences/life_events/form.html", values)
