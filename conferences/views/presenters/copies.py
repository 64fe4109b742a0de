"""The copies of a record as a table: to whom, which version, its files, what it waits for, how it went."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from conferences.models import Document, MeetingRecord
from conferences.operations import releases
from conferences.queries.copies import Key, Offer, is_own
from conferences.queries.copies_cautions import Doubts
from conferences.queries.documents_again import Former
from conferences.queries.documents_languages import needs_of
from conferences.rules.copies import Caution
from conferences.rules.documents import COPIES, MEDIA, DocumentFormat, DocumentKind, SentHow
from conferences.rules.letters_words import words_changed
from conferences.views.presenters import words
from conferences.views.presenters.documents_again import former_line
from conferences.views.presenters.documents_formats import COLUMNS, why_missing
from conferences.views.presenters.documents_readings import COLUMN, is_read_to, read_cell
from safeguarding.labelled import label
from safeguarding.models import User
from safeguarding.pagekit.components import Cell, Column, Link, Table, Tag
from safeguarding.wording import counted, joined, sentence, uk_date, uk_day, uk_moment

NEVER = "Never sent"
WITHOUT = "It was marked as sent before copies were kept here: no document of it is kept."


TO_NOBODY = "The record goes to nobody, so it is not due to be sent any more."
SEND_AFTER_ALL = "If somebody must have it, make a copy: then it is due again."


@dataclass(frozen=True)
class CopyShown:
    """A copy with its versions, the newest first; `to` says who it is, `since` what is other now."""

    to: str
    about: str
    versions: Sequence[Document]
    since: Sequence[str] = ()
    # The former version that they have, where something was put right since.
    former: Former | None = None


def shown(
    copies: Mapping[Key, Sequence[Document]],
    may_have: Mapping[Key, Offer],
    since: Mapping[Key, Sequence[str]],
    formers: Mapping[Key, Former],
) -> list[CopyShown]:
    return [
        CopyShown(
            recipient_of(versions[0]),
            _about(versions[0], may_have.get(key)),
            versions,
            since.get(key, ()),
            formers.get(key),
        )
        for key, versions in copies.items()
    ]


def recipient_of(document: Document) -> str:
    """The name of whoever has this copy."""
    if document.requested_child:
        return str(document.requested_child.child.display_name)
    name: str = document.person.full_name if document.person else document.agency_name
    return name


def _about(document: Document, offer: Offer | None) -> str:
    """What stands beneath a name: ties, or role and agency."""
    if is_own(document):
        return "The child’s own version. The record counts as sent without it."
    if document.person is None:
        return ", ".join(offer.recipient.lines[1:]) if offer else ""
    confidential = "Confidential address" if document.person.address_is_confidential else ""
    ties = (
        [f"{tie.get_kind_display()} of {tie.child.display_name}" for tie in offer.ties.ties]
        if offer and offer.ties
        else []
    )
    return ". ".join(filter(None, (joined(ties), confidential, *needs_of(document.person))))


def copies_table(
    copies: Sequence[CopyShown], ref: uuid.UUID, reader: User, *, title: str = "Copies", thing: str = "copy"
) -> Table:
    """A row for each version of each copy, or of each letter that a plan has ended."""
    is_read = any(is_read_to(one.versions) for one in copies)
    columns = [Column("To"), Column("Version"), *COLUMNS, Column("What is next"), Column("Sent")]
    columns += [COLUMN] if is_read else []
    rows = [row for one in copies for row in _rows(one, ref, reader, is_read=is_read)]
    none = f"No {thing} has been made yet."
    return Table(title, columns, rows, none, row_heads=True, stack=True)


def _rows(one: CopyShown, ref: uuid.UUID, reader: User, *, is_read: bool) -> Iterator[list[Cell]]:
    for kept in one.versions:
        read = [read_cell(kept, ref, is_newest=kept is one.versions[0])] if is_read else []
        yield [
            _to(one, kept),
            _version(one, kept, ref),
            *(_file(kept, form, ref) for form in DocumentFormat),
            _next(one, kept, ref, reader),
            _sent(kept),
            *read,
        ]


def called(document: Document) -> str:
    """The copy of Mother Sample, or the letter to her."""
    to = recipient_of(document)
    return f"the copy of {to}" if document.kind == DocumentKind.RECORD else f"the letter to {to}"


def _to(one: CopyShown, kept: Document) -> Cell:
    if one.former is None or kept is not one.versions[0]:
        return Cell(one.to, note=one.about)
    return Cell(one.to, note=" ".join(filter(None, [sentence(one.about), former_line(one.former)])))


def _version(one: CopyShown, kept: Document, ref: uuid.UUID) -> Cell:
    said = [f"Made on {uk_date(kept.made_at)} by {words.name_of(kept.made_by)}."]
    if kept.changed:
        said.append(f"Other than before: {kept.changed}")
    if kept is not one.versions[0]:
        later = next(version for version in one.versions if version.version == kept.version + 1)
        said.append(f"Replaced by version {later.version} on {uk_date(later.made_at)}. Do not send it.")
        return Cell(str(kept.version), tag=Tag("Replaced", "grey"), note=sentence(*said))
    again = reverse("record_copy_again", args=[ref, kept.pk])
    about = f"of {called(kept)}, after version {kept.version}"
    said += one.since
    return Cell(
        "Make a new version", href=again, about=about, note=sentence(f"Version {kept.version}.", *said)
    )


def _file(kept: Document, form: DocumentFormat, ref: uuid.UUID) -> Cell:
    if why := why_missing(kept, form):
        return Cell("None", note=why)
    address = reverse("document_file", args=[ref, kept.pk, MEDIA[form].suffix])
    about = f"of version {kept.version} of {called(kept)}"
    return Cell(label(DocumentFormat, form), href=address, about=about)


def _next(one: CopyShown, kept: Document, ref: uuid.UUID, reader: User) -> Cell:
    """What this version waits for, and what to look at in it."""
    if kept is not one.versions[0] or kept.sent_date:
        return Cell("Nothing")
    if kept.off_at is not None:
        said = f"{words.name_of(kept.off_by)}, {uk_date(kept.off_at)}: {kept.off_reason}"
        return Cell("It will not be sent", note=sentence(said))
    note = sentence(*caution_words(kept))
    if kept.needs_release and kept.released_at is None:
        if kept.made_by_id == reader.pk:
            return Cell("Somebody else releases it", note=note)
        address = reverse("record_copy_release", args=[ref, kept.pk])
        return Cell("Look at it and release it", href=address, about=f": {called(kept)}", note=note)
    address = reverse("record_copy_sent", args=[ref, kept.pk])
    return Cell("Record that it was sent", href=address, about=f": {called(kept)}", note=note)


def files_of(document: Document) -> list[tuple[str, str]]:
    """(end of its address, words) of each file that there is."""
    forms = [DocumentFormat.PDF, DocumentFormat.WORD]
    return [
        (MEDIA[form].suffix, label(DocumentFormat, form))
        for form in forms
        if not (form is DocumentFormat.PDF and document.left_out)
    ]


def caution_words(document: Document) -> list[str]:
    """What to look at again in a copy before it goes."""
    return [label(Caution, code) for code in document.told.get("cautions", [])]


def releases_table(found: Sequence[Document], letters: Mapping[tuple[int, int | None], int]) -> Table:
    """What waits for a second person, each with its page. `letters` are the ids of the letters."""
    titles = "What", "Conference", "Made by", "To look at"
    rows = [_release_row(one, letters.get((one.record_id, one.person_id))) for one in found]
    none = "Nothing waits for you to release it."
    return Table("To release", [Column(title) for title in titles], rows, none, row_heads=True, stack=True)


def _release_row(one: Document, letter: int | None) -> list[Cell]:
    ref, to = one.record.booking.ref, recipient_of(one)
    if one.kind in COPIES:
        said = f"Copy for {to}" if one.kind == DocumentKind.RECORD else f"Letter to {to}: a plan has ended"
        what = Cell(said, href=reverse("record_copy_release", args=[ref, one.pk]))
    else:
        what = Cell(f"Letter to {to}", href=reverse("letter_release", args=[ref, letter]))
    held = uk_date(one.record.booking.starts_at)
    made = f"{words.name_of(one.made_by)}, {uk_moment(one.made_at)}"
    return [what, Cell(held), Cell(made), Cell(sentence(*caution_words(one)) or "Read all of it.")]


def releases_link(number: int) -> Link | None:
    """For My work: how many wait; None where none does."""
    if not number:
        return None
    return Link(f"{counted(number, 'copy or letter', 'copies and letters')} to release", reverse("releases"))


def words_since(newest: Document, now: Mapping[str, int]) -> list[str]:
    """That a copy that did not go yet was made of other words than copies have now."""
    waits = newest.sent_date is None and newest.off_at is None
    return [said] if waits and (said := words_changed(newest.told, now)) else []


def release_values(
    document: Document, doubts: Doubts | None, since: Sequence[str], reader: User, what: str
) -> dict[str, Any]:
    """What the page of a release shows of a copy or a letter; `what` is which of the two."""
    forbidden = releases.hidden(what) if doubts and doubts.forbids else ""
    return {
        "document": document,
        "ref": document.record.booking.ref,
        "thing": what,
        "cautions": [*(doubts.words if doubts else []), *since],
        "safe_contact": document.person.safe_contact if document.person else "",
        "files": files_of(document),
        "why_not": releases.OWN.format(what=what) if document.made_by_id == reader.pk else forbidden,
    }


def released_words(kept: Document) -> str:
    """Who released it and why it may go; "" of what nobody released."""
    if kept.released_at is None:
        return ""
    said = f"Released by {words.name_of(kept.released_by)}, {uk_moment(kept.released_at)}."
    return sentence(said, kept.release_words)


def _sent(kept: Document) -> Cell:
    released = released_words(kept)
    if kept.sent_date is None:
        return Cell("Not sent", note=released)
    how = f"{label(SentHow, kept.sent_how)}, by {words.name_of(kept.sent_by)}."
    return Cell(
        uk_date(kept.sent_date), note=" ".join(filter(None, (how, sentence(kept.sent_proof), released)))
    )


def without_lines(lacking: Sequence[Offer]) -> list[str]:
    """Who of the family has no copy yet though one is proposed: until then the record is not sent."""
    return [
        f"{one.recipient.lines[0]} has no copy yet. If none must go, make it and say why it will not be sent."
        for one in lacking
    ]


def too_young_lines(names: Sequence[str]) -> list[str]:
    """The children of the record who have no version of their own, and why."""
    return [
        f"{name} has no version of their own: no birth date is recorded, or they were too young on the day of"
        " the conference for a letter of their own (local limits). Tell them in another way."
        for name in names
    ]


def record_line(
    record: MeetingRecord, copies: Mapping[Key, Sequence[Document]], challengeable_until: dt.date | None
) -> str:
    """When the record went, which is when the last of its copies did, and until when it may be challenged."""
    copies = {key: versions for key, versions in copies.items() if not is_own(versions[0])}
    if record.unsent_at is not None:
        who = f"{words.name_of(record.unsent_by)}, {uk_moment(record.unsent_at)}."
        return sentence(TO_NOBODY, record.unsent_reason, who, SEND_AFTER_ALL)
    if record.sent_date is None:
        waiting = sum(1 for kept in copies.values() if not any(one.sent_date or one.off_at for one in kept))
        said = f"{counted(waiting, 'copy', 'copies')} still to send." if copies else ""
        return sentence(
            "The record is not sent yet: it is when the last of its copies has gone.", *filter(None, [said])
        )
    parts = [f"The record was sent on {uk_date(record.sent_date)}."]
    if challengeable_until:
        parts.append(f"Its accuracy may be challenged until {uk_day(challengeable_until)}.")
    return sentence(*parts, *([] if copies else [WITHOUT]))
