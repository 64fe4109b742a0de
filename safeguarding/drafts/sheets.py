"""A sheet: one form as one person opened it. Its seal stands in the page and says whose the words are.

Only a page that was made for a person bears that person's seal, and it lets nothing be read: so what is sent
with it may be kept for its owner when the session is over, or somebody else has signed in meanwhile.
"""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass, field
from typing import Any

from django.core import signing
from django.utils.crypto import salted_hmac

SALT = "safeguarding.drafts.sheet"


@dataclass(frozen=True)
class Place:
    """The address that a form is sent to: its name and its references."""

    form: str
    subject: str


@dataclass(frozen=True)
class Sheet:
    """One form as one person opened it. `put_back` is the sheet whose words it was filled with; `shown` are
    all whose words the page showed.
    """

    owner: int
    place: Place
    opened_at: dt.datetime
    title: str = ""
    ident: uuid.UUID = field(default_factory=uuid.uuid4)
    children: frozenset[int] = frozenset()
    is_governing: bool = False
    put_back: uuid.UUID | None = None
    shown: tuple[uuid.UUID, ...] = ()


def seal(sheet: Sheet) -> str:
    """The sheet as signed text for a hidden field."""
    told = {
        "o": sheet.owner,
        "f": sheet.place.form,
        "s": sheet.place.subject,
        "a": sheet.opened_at.isoformat(),
        "t": sheet.title,
        "i": sheet.ident.hex,
        "c": sorted(sheet.children),
        "g": sheet.is_governing,
        "b": sheet.put_back.hex if sheet.put_back else "",
        "w": [one.hex for one in sheet.shown],
    }
    return signing.dumps(told, salt=SALT, compress=True)


def mark(owner: int, sheet: uuid.UUID | None = None, kept_at: dt.datetime | None = None) -> str:
    """A name for what a page shows as kept: the owner's latest draft, or none.

    A browser that goes back puts what was typed there only into a form with the same controls, and this names
    one of them: so neither into somebody else's page, nor over a draft that is newer.
    """
    told = f"{owner} {sheet and sheet.hex} {kept_at and kept_at.isoformat()}"
    return "draft-" + salted_hmac("safeguarding.drafts.mark", told, algorithm="sha256").hexdigest()[:16]


def unseal(text: str) -> Sheet | None:
    """The sheet, or None where this service did not seal the text, or did in another version."""
    try:
        return _sheet(signing.loads(text, salt=SALT))
    except (signing.BadSignature, LookupError, TypeError, ValueError):
        return None


def _sheet(told: dict[str, Any]) -> Sheet:
    return Sheet(
        owner=told["o"],
        place=Place(told["f"], told["s"]),
        opened_at=dt.datetime.fromisoformat(told["a"]),
        title=told["t"],
        ident=uuid.UUID(told["i"]),
        children=frozenset(told["c"]),
        is_governing=told["g"],
        put_back=uuid.UUID(told["b"]) if told["b"] else None,
        shown=tuple(uuid.UUID(one) for one in told["w"]),
    )
