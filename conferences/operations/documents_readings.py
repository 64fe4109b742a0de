"""That a letter or a copy was read, signed or translated to whoever does not read English, and by whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from conferences.models import Document
from conferences.operations.letters import refuse_excluded
from conferences.operations.releases import refuse_off, refuse_unreleased
from conferences.queries.documents_languages import kin_names, was_tied
from conferences.queries.exclusions import had_gone, standing_exclusions
from conferences.queries.letters import may_receive
from conferences.rules.documents import DocumentKind, ReadHow
from conferences.rules.exclusions import What
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock, operation, refuse_parted
from safeguarding.refusals import Refused, missing, refuse_all
from safeguarding.rights import Permission
from safeguarding.wording import uk_date

AGENCY = "This is for somebody of an agency, so it is read to nobody."
CHILD = "Somebody who knows the child reads it with them: say so where you record that it was given."
FAMILY = (
    "{name} belongs to the family. Enter an interpreter or translator, never one of the family or a friend"
)
NO_TIE = (
    "This person is not recorded any more as somebody of a child of the conference, so it is not for them."
)
NO_TIE_THEN = "This person was not anything to a child of the conference any more on that day"
NOT_RECORDED = "It is not recorded that this was read to them."
WHATS = {DocumentKind.RECORD.value: ("copy", What.RECORD)}
LETTER = ("letter", What.LETTER)


@operation(needs=Permission.SEND_LETTERS)
def tell_reading(
    *,
    document: Document,
    how: ReadHow | None,
    language: str,
    who: str,
    read_date: dt.date | None,
    by: User,
    at: dt.datetime,
) -> Document:
    """Somebody of the family was told in their language what stands in this version, on a day and by whom;
    told again, it is as told last, and the history keeps what was told before.

    Raises Refused for an agency's copy, for what may not go, for one of the family as interpreter, and for a
    day before it was made or to come.
    """
    held = _hold(document)
    what, excluded = WHATS.get(held.kind, LETTER)
    refuse_off(held, what)
    refuse_unreleased(held, what)
    refuse_all(
        missing(
            how=(how, "Select how it was done"),
            language=(language, "Select the language"),
            who=(who, "Enter who read, signed or translated it"),
            read_date=(read_date, "Enter the day it was done"),
        )
    )
    assert how is not None and read_date is not None and held.person is not None  # Refused above.
    if words := _day_refused(held, read_date, day_of(at)):
        raise Refused(words, "read_date")
    name = " ".join(who.split())
    if name.casefold() in kin_names(held.record):
        raise Refused(FAMILY.format(name=name), "who")
    kept = standing_exclusions(held.record.booking.request_id)
    if not had_gone(kept, held.person, read_date):
        refuse_excluded(kept, [held.person], excluded, "read_date")
    _refuse_untied(held, read_date, day_of(at))
    values = {
        "read_how": how.value,
        "read_language": " ".join(language.split()),
        "read_who": name,
        "read_date": read_date,
    }
    if any(getattr(held, field) != value for field, value in values.items()):
        _write(held, values | {"read_by": by, "read_at": at})
        audit.record("document.read_to_them", held, by=by, at=at, detail={"how": how.value})
    return held


@operation(needs=Permission.SEND_LETTERS)
def take_reading_back(*, document: Document, by: User, at: dt.datetime) -> Document:
    """It was not read to them after all. The history keeps that it was told."""
    held = _hold(document)
    if not held.read_how:
        raise Refused(NOT_RECORDED, "how")
    empty = {"read_how": "", "read_language": "", "read_who": "", "read_date": None}
    _write(held, empty | {"read_by": None, "read_at": None})
    audit.record("document.not_read_to_them", held, by=by, at=at)
    return held


def _hold(document: Document) -> Document:
    """A version for somebody of the family, held as it stands."""
    record = lock(document.record, "booking")
    held = lock(document, "person", "record__booking")
    refuse_parted(held, "record", record)
    if held.person is None:
        raise Refused(CHILD if held.requested_child_id else AGENCY)
    return held


def _refuse_untied(held: Document, day: dt.date, on: dt.date) -> None:
    """Raises Refused where somebody was nothing to a child of the conference on a day, or is nothing now."""
    if day == on and held.person_id not in {one.pk for one in may_receive(held.record)}:
        raise Refused(NO_TIE)
    if not was_tied(held, day):
        raise Refused(NO_TIE_THEN, "read_date")


def _write(held: Document, values: Mapping[str, object]) -> None:
    for name, value in values.items():
        setattr(held, name, value)
    held.save(update_fields=list(values))


def _day_refused(held: Document, day: dt.date, on: dt.date) -> str:
    """Why it cannot have been read on a day; "" where it can."""
    if day > on:
        return "The day it was done cannot be in the future"
    if not held.is_late and day < day_of(held.made_at):
        return f"It cannot have been done before this was made on {uk_date(held.made_at)}"
    if held.released_at and day < day_of(held.released_at):
        return f"It cannot have been done before this was released on {uk_date(held.released_at)}"
    newer = Document.objects.unscoped("the version after one in scope").filter(supersedes=held).first()
    if newer is not None and day > day_of(newer.made_at):
        return f"A newer version was made on {uk_date(newer.made_at)}. Record that of the newer one"
    return ""
