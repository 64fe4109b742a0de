"""Keeping what was typed, letting it go once it is saved, and sweeping away what nobody came back for."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from typing import TypeVar
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.crypto import salted_hmac

from safeguarding.drafts.queries import kept_days
from safeguarding.drafts.sheets import Sheet
from safeguarding.models import Draft, User
from safeguarding.models.draft import MOST_CHARACTERS
from safeguarding.retrying import begin_again
from safeguarding.workingdays import add_days

T = TypeVar("T")
Fields = Mapping[str, list[str]]


class Kept(Enum):
    """What became of words that were to be kept."""

    YES = "kept"
    TOO_LONG = "too long"
    SAVED_ALREADY = "the form was saved already"


@transaction.atomic
def keep(*, sheet: Sheet, fields: Fields, turn: int, is_sent: bool, at: dt.datetime) -> Kept:
    """Keep a sheet as it stands, for its owner. Whoever holds its seal may: it gives nothing to read.

    `turn` counts what the page sent by itself: what arrives late changes nothing. What the person sent with a
    button (`is_sent`) is always kept. The sheet whose words were put back into this one is taken over by it.
    """
    words = {_plain(name): [_plain(value) for value in values] for name, values in fields.items()}
    # As PostgreSQL writes it, with a space after each colon and comma.
    if len(json.dumps(words, ensure_ascii=False)) > MOST_CHARACTERS:
        return Kept.TOO_LONG
    held, made = Draft.objects.select_for_update().get_or_create(
        **_key(sheet), defaults=_state(sheet, words, turn, at)
    )
    if not made and held.saved_at is not None and (not is_sent or held.saved_digest == _digest(words)):
        return Kept.SAVED_ALREADY
    if not made and (is_sent or turn >= held.turn):
        Draft.objects.filter(pk=held.pk).update(**_state(sheet, words, turn, at))
    if sheet.put_back:
        _as_shown(sheet, [sheet.put_back]).delete()
    return Kept.YES


def _plain(text: str) -> str:
    """Without the null characters that PostgreSQL keeps in no text."""
    return text.replace("\0", "")


def _key(sheet: Sheet) -> dict[str, object]:
    place = sheet.place
    return {
        "owner_id": sheet.owner,
        "form": place.form,
        "subject": place.subject,
        "sheet": sheet.ident,
    }


def _state(sheet: Sheet, words: Fields, turn: int, at: dt.datetime) -> dict[str, object]:
    return {
        "title": sheet.title,
        "children": sorted(sheet.children),
        "is_governing": sheet.is_governing,
        "fields": words,
        "turn": turn,
        "kept_at": at,
        "saved_at": None,
        "saved_digest": "",
    }


def _as_shown(sheet: Sheet, idents: Iterable[UUID]) -> QuerySet[Draft]:
    """Those of the owner's other sheets that hold no more than this one was opened with."""
    own = Draft.objects.filter(owner=sheet.owner, form=sheet.place.form, subject=sheet.place.subject)
    return own.filter(sheet__in=list(idents), kept_at__lte=sheet.opened_at)


def save(act: Callable[[], T], *, sheet: Sheet, at: dt.datetime) -> T:
    """Do it, and close the sheet with it: both in one transaction, or neither. What the database gave up is
    begun again here, for the operation cannot do so inside this transaction.
    """

    def both() -> T:
        with transaction.atomic():
            done = act()
            close(sheet=sheet, at=at)
            return done

    return begin_again(both)


@transaction.atomic
def close(*, sheet: Sheet, at: dt.datetime) -> None:
    """The sheet is saved: its words go, and those of the owner's other sheets that it showed."""
    _as_shown(sheet, sheet.shown).delete()
    held = Draft.objects.select_for_update().filter(**_key(sheet), saved_at__isnull=True).first()
    if held is not None:
        held.saved_digest, held.saved_at = _digest(held.fields), at
        held.fields, held.children = {}, []
        held.save(update_fields=["saved_digest", "saved_at", "fields", "children"])


def _digest(words: Fields) -> str:
    """The same for the same words; nobody without the service's key learns anything from it."""
    text = json.dumps(words, sort_keys=True)
    return salted_hmac("safeguarding.drafts.saved", text, algorithm="sha256").hexdigest()


@transaction.atomic
def discard(*, owner: User, idents: Iterable[int]) -> int:
    """The owner wants these drafts no longer. How many went."""
    gone, _ = Draft.objects.filter(owner=owner, pk__in=list(idents)).delete()
    return gone


@transaction.atomic
def sweep(*, on: dt.date) -> int:
    """Delete what was not touched for DRAFT_KEPT_DAYS, and the empty rows of the saved. How many went."""
    oldest = add_days(on, -kept_days(on))
    old = Q(kept_at__date__lt=oldest) | Q(saved_at__date__lt=on)
    gone, _ = Draft.objects.filter(old).delete()
    return gone
