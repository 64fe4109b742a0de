"""Copies of a signed record: who has one, a second look, that each went, new versions, and those not sent."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.documents.copies import writer
from conferences.forms.copies import (
    CopiesForm,
    CopyAgainForm,
    CopyOffForm,
    CopySentForm,
    release_form,
)
from conferences.forms.copies_own import OwnSentForm
from conferences.models import Document, MeetingRecord
from conferences.operations import copies as operations
from conferences.operations import recording
from conferences.queries.copies import (
    Key,
    Offer,
    changed_so_far,
    copies_of,
    copy_in_scope,
    copy_since,
    is_own,
    key_of,
    offers,
    without_copy,
    without_own,
)
from conferences.queries.copies_agencies import restricted_of
from conferences.queries.copies_cautions import Doubts, doubts_of, in_doubt
from conferences.queries.copies_closing import CLOSING, has_closing, offers_of
from conferences.queries.copies_own import own_standings
from conferences.queries.documents import versions_of
from conferences.queries.documents_again import copy_formers, is_to_send_again, letter_formers
from conferences.queries.documents_corrected import MendedFacts, mended_of
from conferences.queries.letters import Recipient, challengeable_until, letters_of, signed_record
from conferences.queries.letters_words import words_on
from conferences.queries.releases import letters_by_person, to_release
from conferences.rules.documents import DocumentKind
from conferences.rules.letters_words_part import LetterKind
from conferences.views.presenters import copies as present
from conferences.views.presenters import copies_own as present_own
from conferences.views.presenters.copies_agencies import lines as agencies_lines
from conferences.views.presenters.documents_again import again_table
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now, today
from safeguarding.models import ReadKind, User
from safeguarding.pagekit.components import Table
from safeguarding.pages.drafts import typed
from safeguarding.pages.posted import posted
from safeguarding.wording import counted, upper_first

METHODS = ["GET", "HEAD", "POST"]
WRITE = writer(settings.COUNCIL_NAME)
OWN_GIVEN = "Record that a child was given theirs"


@needs(Permission.SEND_LETTERS)
@require_http_methods(METHODS)
def record_copies(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """The copies of a signed record, and who else may have one."""
    user, record = person_of(request), signed_record(person_of(request), ref)
    if record is None:
        return redirect("record", ref=ref)
    kept, back = copies_of(user, record), reverse("record", args=[ref])
    may_have = {one.key: one for one in offers(user, record)}
    without = [one for key, one in may_have.items() if key not in kept]
    form = CopiesForm(posted(request), offers=without, back=back)
    act = partial(operations.make_copies, record=record, write=WRITE, by=user, at=now())
    if (made := form.attempt(lambda: act(keys=form.chosen))) is not None:
        messages.success(request, f"{counted(len(made), 'copy', 'copies')} made.")
        return redirect("record_copies", ref=ref)
    mended = mended_of(record)
    formers = copy_formers(kept, may_have, mended)
    shown = present.shown(kept, may_have, _since(record, kept, may_have, mended), formers)
    values = {
        "form": form if without else None,
        "back": back,
        "ref": ref,
        "has_ended": has_closing(record),
        "again": _again(user, record, shown, [one.ties for one in may_have.values() if one.ties], mended),
        "copies": present.copies_table(shown, ref, user),
        "own": present_own.own_table(
            own_standings(user, record, kept), ref, is_chair=record.booking.chair_id == user.pk
        ),
        "too_young": present.too_young_lines(without_own(record, may_have.values())),
        "record_sent": present.record_line(record, kept, challengeable_until(record)),
        "agencies": agencies_lines(
            record.booking,
            restricted_of(user, record.booking.request),
            may_say=recording.decides(record.booking, user),
        ),
        "without": [] if record.sent_date else present.without_lines(without_copy(may_have.values(), kept)),
    }
    return render(request, "conferences/copies/copies.html", values)


def _since(
    record: MeetingRecord,
    kept: Mapping[Key, Sequence[Document]],
    may_have: Mapping[Key, Offer],
    mended: MendedFacts,
) -> dict[Key, list[str]]:
    """{recipient: what is other now than the newest version of their copy tells}."""
    children = frozenset(part.requested_child.child_id for part in record.parts.all())
    kinds = {one.recipient.own for one in may_have.values() if one.recipient.own}
    words = {kind: words_on(kind, today()).versions for kind in {LetterKind.RECORD, *kinds}}
    return {
        key: [
            *copy_since(versions[0], may_have, children, mended),
            *present.words_since(versions[0], words[_written_as(may_have.get(key))]),
        ]
        for key, versions in kept.items()
    }


def _again(
    user: User,
    record: MeetingRecord,
    shown: Sequence[present.CopyShown],
    related: Sequence[Recipient],
    mended: MendedFacts,
) -> Table | None:
    """Who is to be sent a letter or a copy again, letters first; None where nobody is."""
    copies = [(one.to, one.former) for one in shown if one.former]
    is_owed = is_to_send_again(record)
    made = letters_of(user, record) if is_owed else []
    if is_owed and (ends := copies_of(user, record, CLOSING)):
        may_have = {one.key: one for one in offers_of(CLOSING, user, record)}
        of_ends = copy_formers(ends, may_have, mended).values()
        copies += [(present.recipient_of(one.sent), one) for one in of_ends]
    versions = versions_of(user, record) if made else {}
    found = letter_formers(made, versions, related, mended).values()
    named = [*((present.recipient_of(one.sent), one) for one in found), *copies]
    return again_table(named, record.booking.ref, user.pk, {one.person_id: one.pk for one in made})


@needs(Permission.SEND_LETTERS, reads=ReadKind.LISTED)
@require_safe
def releases(request: HttpRequest) -> HttpResponse:
    """The copies and letters that others made and that this person may release."""
    found = list(to_release(person_of(request)))
    table = present.releases_table(found, letters_by_person(found))
    return render(request, "conferences/copies/releases.html", {"table": table})


@needs(Permission.SEND_LETTERS)
@require_http_methods(METHODS)
def record_copy_release(request: HttpRequest, ref: uuid.UUID, document: int) -> HttpResponse:
    """A second person looks at a copy, and says that it may go."""
    user, found = person_of(request), copy_in_scope(person_of(request), ref, document)
    back, thing = _back(found), operations.what_of(found)
    doubts, since = _in_doubt(user, found)
    form = release_form(typed(request), in_doubt=in_doubt(doubts), version=found.version, back=back)
    act = partial(operations.release_copy, document=found, by=user, at=now())
    if form.attempt(lambda: act(words=form.answers.get("words", ""))):
        messages.success(request, f"{upper_first(present.called(found))} is released.")
        return redirect(back)
    values = present.release_values(found, doubts, since, user, thing) | {
        "back": back,
        "form": form,
        "what": _what(found),
        "off": reverse("record_copy_off", args=[ref, document]),
    }
    return render(request, "conferences/copies/release.html", values)


@needs(Permission.SEND_LETTERS)
@require_http_methods(METHODS)
def record_copy_sent(request: HttpRequest, ref: uuid.UUID, document: int) -> HttpResponse:
    """How and when a copy went."""
    found = copy_in_scope(person_of(request), ref, document)
    back, thing = _back(found), operations.what_of(found)
    form = (OwnSentForm if is_own(found) else CopySentForm)(typed(request), on=today(), back=back)
    act = partial(operations.mark_copy_sent, document=found, by=person_of(request), at=now())
    off = reverse("record_copy_off", args=[ref, document])
    more = {"instead": "It will not be sent", "instead_href": off}
    heading = OWN_GIVEN if is_own(found) else f"Record that a {thing} was sent"
    return _form(request, form, lambda: act(**form.told), found, back, heading, **more)


@needs(Permission.SEND_LETTERS)
@require_http_methods(METHODS)
def record_copy_again(request: HttpRequest, ref: uuid.UUID, document: int) -> HttpResponse:
    """A new version of a copy, beside the one that stays as it is."""
    found = copy_in_scope(person_of(request), ref, document)
    back, thing = _back(found), operations.what_of(found)
    form = CopyAgainForm(typed(request), back=back, initial={"changed": changed_so_far(found)})
    act = partial(operations.make_copy_again, document=found, write=WRITE, by=person_of(request), at=now())
    return _form(request, form, lambda: act(**form.answers), found, back, f"Make a new version of a {thing}")


@needs(Permission.SEND_LETTERS)
@require_http_methods(METHODS)
def record_copy_off(request: HttpRequest, ref: uuid.UUID, document: int) -> HttpResponse:
    """A copy will not be sent, with why."""
    found = copy_in_scope(person_of(request), ref, document)
    back, thing = _back(found), operations.what_of(found)
    form = CopyOffForm(typed(request), back=back)
    act = partial(operations.call_copy_off, document=found, by=person_of(request), at=now())
    return _form(request, form, lambda: act(**form.answers), found, back, f"Do not send a {thing}")


def _in_doubt(user: User, found: Document) -> tuple[Doubts | None, list[str]]:
    """What speaks against a copy, None where its reader may have none now; and what is other for them since
    it was made.
    """
    record = signed_record(user, found.record.booking.ref)
    if record is None:
        return None, []
    may_have = {one.key: one for one in offers_of(found.kind, user, record)}
    decided = frozenset(part.requested_child.child_id for part in record.parts.all())
    offer = may_have.get(key_of(found))
    doubts = doubts_of(user, record, found, offer) if offer else None
    return doubts, copy_since(found, may_have, decided, mended_of(record))


def _written_as(offer: Offer | None) -> LetterKind:
    return (offer.recipient.own if offer else None) or LetterKind.RECORD


def _back(document: Document) -> str:
    """The page on which it stands."""
    page = "record_copies" if document.kind == DocumentKind.RECORD else "closing_letters"
    return reverse(page, args=[document.record.booking.ref])


def _what(document: Document) -> str:
    called = present.called(document).removeprefix("the ")
    return f"{upper_first(called)}, version {document.version}"


def _form(
    request: HttpRequest,
    form: Any,
    act: Callable[[], object],
    found: Document,
    back: str,
    heading: str,
    **more: str,
) -> HttpResponse:
    if form.attempt(act):
        messages.success(request, f"{heading}: done.")
        return redirect(back)
    values = {"form": form, "back": back, "heading": heading, "name": _what(found)} | more
    return render(request, "conferences/life_events/form.html", values)
