"""A second person looks at what is about to be sent, and says that it may go."""

from __future__ import annotations

import datetime as dt

from conferences.models import Document
from conferences.queries.copies_cautions import Doubts
from safeguarding import audit
from safeguarding.models import User
from safeguarding.operation import need_words
from safeguarding.refusals import FORBIDDEN, Refused
from safeguarding.wording import uk_date

NOT_RELEASED = "Somebody else than who made it looks at this {what} and releases it first."
OWN = "You made this {what}, so somebody else looks at it and releases it."
OFF = "This {what} will not be sent, as was said before."
HIDDEN = "An address that is confidential stands in this {what}, so it cannot go. {instead}"
INSTEAD = {
    "copy": "Say that it will not be sent, and why.",
    "letter": "Say that it will not be sent, and why; or have the reasons of the decision set right by two"
    " people, then make a new version of it.",
}
UNWEIGHED = "{why_not}. Make a new version of it first. A second person releases it."
WHY_RELEASED = "Say why it may go"


def hidden(what: str) -> str:
    """Why something with a confidential address cannot go, and what to do."""
    return HIDDEN.format(what=what, instead=INSTEAD[what])


def refuse_unreleased(document: Document, what: str) -> None:
    """Raises Refused for what waits for its release."""
    if document.needs_release and document.released_at is None:
        raise Refused(NOT_RELEASED.format(what=what))


def refuse_unweighed(document: Document, why_not: str) -> None:
    """Raises Refused where something speaks against sending it (`why_not`) that nobody weighed: it came up
    after it was made, or after a release that needed no reason.
    """
    if why_not and not document.release_words:
        raise Refused(UNWEIGHED.format(why_not=why_not.rstrip(".")))


def call_off(document: Document, reason: str, *, writer: User, at: dt.datetime, what: str) -> None:
    """It will not be sent, with why. Raises Refused where it went, where that was said, and without why."""
    words = need_words(reason=(reason, "Say why it will not be sent"))["reason"]
    if document.sent_date:
        raise Refused(f"This {what} was already sent on {uk_date(document.sent_date)}.")
    refuse_off(document, what)
    document.off_by, document.off_at, document.off_reason = writer, at, words
    document.save(update_fields=["off_by", "off_at", "off_reason"])
    audit.record(f"{what}.off", document, by=writer, at=at)


def refuse_off(document: Document, what: str) -> None:
    """Raises Refused for what will not be sent."""
    if document.off_at is not None:
        raise Refused(OFF.format(what=what))


def refuse_own(document: Document, releaser: User, what: str) -> None:
    """Raises Refused (403) to whoever made it."""
    if document.made_by_id == releaser.pk:
        raise Refused(OWN.format(what=what), status=FORBIDDEN)


def release(
    document: Document, doubts: Doubts, words: str, *, releaser: User, at: dt.datetime, what: str
) -> None:
    """It may go. Raises Refused for what has a confidential address, and where something is in doubt without
    words that say why.
    """
    if doubts.forbids:
        raise Refused(hidden(what))
    if doubts.words:
        document.release_words = need_words(words=(words, WHY_RELEASED))["words"]
    document.released_by, document.released_at = releaser, at
    document.save(update_fields=["released_by", "released_at", "release_words"])
    audit.record(f"{what}.released", document, by=releaser, at=at)
