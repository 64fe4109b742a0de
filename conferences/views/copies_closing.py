"""The letters that a plan has ended: who has one, and who else may."""

from __future__ import annotations

import uuid
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.forms.copies import ClosingLettersForm
from conferences.operations import copies_closing as operations
from conferences.queries.copies import copies_of, copy_since
from conferences.queries.copies_closing import CLOSING, closing_offers, ended_parts
from conferences.queries.documents_corrected import mended_of
from conferences.queries.letters import signed_record
from conferences.queries.letters_words import words_on
from conferences.rules.letters_words_part import LetterKind
from conferences.views.copies import METHODS, WRITE
from conferences.views.presenters import copies as copies_present
from conferences.views.presenters import copies_closing as present
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now, today
from safeguarding.pages.posted import posted
from safeguarding.wording import counted


@needs(Permission.SEND_LETTERS)
@require_http_methods(METHODS)
def closing_letters(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """The letters about the plans that a signed record ended, and who else may have one."""
    user, record = person_of(request), signed_record(person_of(request), ref)
    if record is None:
        return redirect("record", ref=ref)
    kept, back = copies_of(user, record, CLOSING), reverse("record", args=[ref])
    may_have = {one.key: one for one in closing_offers(user, record)}
    without = [one for key, one in may_have.items() if key not in kept]
    form = ClosingLettersForm(posted(request), offers=without, back=back)
    act = partial(operations.make_closing_letters, record=record, write=WRITE, by=user, at=now())
    if (made := form.attempt(lambda: act(keys=form.chosen))) is not None:
        messages.success(request, f"{counted(len(made), 'letter')} made.")
        return redirect("closing_letters", ref=ref)
    children = frozenset(part.requested_child.child_id for part in record.parts.all())
    words, mended = words_on(LetterKind.CLOSING, today()).versions, mended_of(record)
    since = {
        key: [
            *copy_since(versions[0], may_have, children, mended),
            *copies_present.words_since(versions[0], words),
        ]
        for key, versions in kept.items()
    }
    ended = ended_parts(record)
    values = {
        "form": form if without and ended else None,
        "back": back,
        "ref": ref,
        "letters": present.letters_table(kept, may_have, since, ref, user),
        "ended": present.ended_lines(ended),
        "state": present.state_line(record, ended, kept, without),
        "without": present.without_lines(record, without),
    }
    return render(request, "conferences/copies/closing.html", values)
