"""Decision letters: choosing who has one, the Word files, and when they and the record went out."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from functools import partial

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.documents.letters import decision_letter
from conferences.forms.letters import RecipientsForm, SentForm, ties_of
from conferences.operations import letters as operations
from conferences.queries.letters import (
    Recipient,
    challengeable_until,
    days_moved_since,
    letter_facts,
    letter_in_scope,
    letters_of,
    recipients,
    set_right_on,
    signed_record,
)
from conferences.views.presenters.letters import letters_table, record_sent_line, said_to
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now, today

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


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
    first = None if made else [str(one.person.ref) for one in without]
    form = RecipientsForm(request.POST or None, recipients=without, back=back, initial={"people": first})
    act = partial(operations.make_letters, record=record, by=user, at=now())
    if form.attempt(lambda: act(people=form.chosen)):
        return redirect("letters", ref=ref)
    values = {
        "form": form if without else None,
        "back": back,
        "ref": ref,
        "letters": letters_table(
            made, ref, days_moved_since(user, record), _ties(may_have), set_right_on(user, record)
        ),
        "record_sent": record_sent_line(record, challengeable_until(record)),
        "may_send_record": record.sent_date is None,
    }
    return render(request, "conferences/letters/letters.html", values)


def _ties(found: Sequence[Recipient]) -> dict[int, str]:
    return {one.person.pk: ties_of(one) for one in found}


@needs(Permission.SEND_LETTERS)
@require_safe
def letter_docx(request: HttpRequest, ref: uuid.UUID, letter: int) -> HttpResponse:
    """One recipient's letter as a Word file. Its name tells nobody's."""
    user = person_of(request)
    found, record = letter_in_scope(user, ref, letter), signed_record(user, ref)
    if record is None:
        raise Http404
    content = decision_letter(letter_facts(user, found, record), council=settings.COUNCIL_NAME)
    name = f"decision-letter-{found.pk}.docx"
    return HttpResponse(
        content, content_type=WORD, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


@needs(Permission.SEND_LETTERS)
@require_http_methods(["GET", "HEAD", "POST"])
def letter_sent(request: HttpRequest, ref: uuid.UUID, letter: int) -> HttpResponse:
    """Say when a letter went out."""
    found = letter_in_scope(person_of(request), ref, letter)
    act = partial(operations.mark_letter_sent, letter=found, by=person_of(request), at=now())
    ties = _ties(recipients(person_of(request), found.record)).get(found.person_id, "")
    return _ask_day(request, ref, f"Letter to {said_to(found.person.full_name, ties)}", act)


@needs(Permission.SEND_LETTERS)
@require_http_methods(["GET", "HEAD", "POST"])
def record_sent(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Say when the record went out."""
    record = signed_record(person_of(request), ref)
    if record is None:
        return redirect("record", ref=ref)
    act = partial(operations.mark_record_sent, record=record, by=person_of(request), at=now())
    return _ask_day(request, ref, "Record of the conference", act)


def _ask_day(request: HttpRequest, ref: uuid.UUID, what: str, act: Callable[..., object]) -> HttpResponse:
    back = reverse("letters", args=[ref])
    form = SentForm(request.POST or None, on=today(), back=back)
    if form.attempt(lambda: act(**form.answers)):
        messages.success(request, "The day is recorded.")
        return redirect(back)
    return render(request, "conferences/letters/sent.html", {"form": form, "back": back, "what": what})
