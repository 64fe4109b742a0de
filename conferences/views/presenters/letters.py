"""The letters of a record as a table."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from conferences.models import Document, Letter
from conferences.queries.days import Day
from conferences.queries.documents import sent_day
from conferences.queries.documents_again import Former
from conferences.queries.documents_languages import needs_of
from conferences.rules.deadlines import CATALOGUE
from conferences.rules.documents import MEDIA, DocumentFormat
from conferences.views.presenters import words
from conferences.views.presenters.copies import caution_words, recipient_of, released_words
from conferences.views.presenters.days import moved_note
from conferences.views.presenters.documents_again import former_line
from conferences.views.presenters.documents_formats import COLUMNS, why_missing
from conferences.views.presenters.documents_readings import COLUMN, is_read_to, read_cell
from safeguarding.labelled import label
from safeguarding.pagekit.components import Cell, Column, Table, Tag
from safeguarding.wording import lower_first, sentence, uk_date, uk_day


@dataclass(frozen=True)
class LetterShown:
    """A letter as the page shows it: its versions, the newest first, and what is other now than it tells.

    `ties`: what the recipient is to the children; `moved`: the days that it told and that are others now;
    `since`: what changed since the newest version was made, in sentences.
    """

    letter: Letter
    ties: str = ""
    versions: Sequence[Document] = ()
    moved: Sequence[Day] = ()
    since: Sequence[str] = ()
    # The id of whoever looks at the page.
    reader: int | None = None
    # The former version that they have, where something was put right since.
    former: Former | None = None


def letters_table(letters: Sequence[LetterShown], ref: uuid.UUID, set_right: dt.date | None = None) -> Table:
    """A row for each version of each letter: to whom, its files, and whether it was sent. `set_right`: when a
    decision of the meeting last was.
    """
    columns = [Column("To"), Column("Version"), *COLUMNS, Column("Sent")]
    is_read = any(is_read_to(one.versions) for one in letters)
    columns += [COLUMN] if is_read else []
    names = Counter(one.letter.person.full_name for one in letters)
    rows: list[list[Cell]] = []
    for one in letters:
        name = one.letter.person.full_name
        to = said_to(name, "" if names[name] == 1 else one.ties)
        rows += _rows(one, to, ref, set_right, is_read=is_read)
    return Table("Letters", columns, rows, "No letter has been made yet.", row_heads=True, stack=True)


def said_to(name: str, ties: str) -> str:
    """Sam Samplewood, mother of Juniper Samplewood: two parents may have one name."""
    return f"{name}, {lower_first(ties)}" if ties else name


def _rows(
    one: LetterShown, to: str, ref: uuid.UUID, set_right: dt.date | None, *, is_read: bool
) -> Iterator[list[Cell]]:
    if not one.versions:
        unread = [Cell("Not read to them")] if is_read else []
        yield [_recipient(one), *_without_file(one, to, ref), _sent(one, None, to, ref, set_right), *unread]
    for kept in one.versions:
        read = [read_cell(kept, ref, is_newest=kept is one.versions[0])] if is_read else []
        yield [
            _recipient(one, is_newest=kept is one.versions[0]),
            _version(one, kept, to, ref),
            *(_file(kept, form, to, ref) for form in DocumentFormat),
            _sent(one, kept, to, ref, set_right),
            *read,
        ]


def _recipient(one: LetterShown, *, is_newest: bool = False) -> Cell:
    confidential = "Confidential address" if one.letter.person.address_is_confidential else ""
    said = [words for words in (one.ties, confidential, *needs_of(one.letter.person)) if words]
    said += [former_line(one.former)] if one.former and is_newest else []
    note = said[0] if len(said) == 1 else sentence(*map(sentence, said))
    return Cell(one.letter.person.full_name, note=note)


def _without_file(one: LetterShown, to: str, ref: uuid.UUID) -> list[Cell]:
    """Of a letter that an earlier release made, which kept no files."""
    made = uk_date(one.letter.made_at)
    note = f"Made on {made}. No file was kept then. It is made and kept when you first open it."
    address = reverse("letter_docx", args=[ref, one.letter.pk])
    return [
        Cell("1", note=note),
        Cell(f"Open the letter to {to} (Word)", href=address),
        Cell("Not made yet"),
        Cell("Not made yet"),
    ]


def _version(one: LetterShown, kept: Document, to: str, ref: uuid.UUID) -> Cell:
    made = f"Made on {uk_date(kept.made_at)} by {words.name_of(kept.made_by)}."
    said = [late_line(one.letter, kept) if kept.is_late else made]
    if kept.changed:
        said.append(f"Other than before: {kept.changed}")
    newest = one.versions[0]
    if kept.pk != newest.pk:
        later = next(version for version in one.versions if version.version == kept.version + 1)
        said.append(f"Replaced by version {later.version} on {uk_date(later.made_at)}. Do not send it.")
        return Cell(str(kept.version), tag=Tag("Replaced", "grey"), note=sentence(*said))
    said += one.since
    again = reverse("letter_again", args=[ref, one.letter.pk])
    about = f"of the letter to {to}, after version {kept.version}"
    return Cell(
        "Make a new version", href=again, about=about, note=sentence(f"Version {kept.version}.", *said)
    )


def late_line(letter: Letter, kept: Document) -> str:
    """What is said of a file that was made when its letter was first opened."""
    made, opened = uk_date(letter.made_at), uk_date(kept.made_at)
    return (
        f"The letter was made on {made}, and no file was kept then. This file was made from the record as it"
        f" stood on {opened}: what was sent before may have said otherwise."
    )


def _file(kept: Document, form: DocumentFormat, to: str, ref: uuid.UUID) -> Cell:
    if why := why_missing(kept, form):
        return Cell("None", note=why)
    address = reverse("document_file", args=[ref, kept.pk, MEDIA[form].suffix])
    return Cell(label(DocumentFormat, form), href=address, about=f"of version {kept.version} to {to}")


def _sent(
    one: LetterShown, kept: Document | None, to: str, ref: uuid.UUID, set_right: dt.date | None
) -> Cell:
    newest = one.versions[0] if one.versions else None
    day = sent_day(one.letter, kept) if kept is None or kept is newest else kept.sent_date
    if day is None:
        if kept is not newest:
            return Cell("Never sent")
        if kept and kept.off_at and kept.off_by:
            said = f"{words.name_of(kept.off_by)}, {uk_date(kept.off_at)}: {kept.off_reason}"
            return Cell("It will not be sent", note=sentence(said))
        if kept and kept.needs_release and kept.released_at is None:
            return _release(one, kept, to, ref)
        address = reverse("letter_sent", args=[ref, one.letter.pk])
        note = released_words(kept) if kept else ""
        return Cell(f"Enter the day the letter to {to} was sent", href=address, note=note)
    who = kept.sent_by if kept and kept.sent_by else one.letter.sent_by
    by = f"by {words.name_of(who)}"
    since = [released_words(kept)] if kept and kept.released_at else []
    since += _moved(one.moved) if kept is newest else []
    # Of one with a file, what was put right since stands beside whom it went to.
    since += [] if kept else _told_otherwise(day, set_right)
    return Cell(uk_date(day), note=sentence(f"{by}.", *since) if since else by)


def _release(one: LetterShown, kept: Document, to: str, ref: uuid.UUID) -> Cell:
    """Something in the letter is in doubt: a second person looks at it."""
    note = sentence(*caution_words(kept))
    if kept.made_by_id == one.reader:
        return Cell("Somebody else looks at it and releases it", note=note)
    address = reverse("letter_release", args=[ref, one.letter.pk])
    return Cell("Look at it and release it", href=address, about=f": the letter to {to}", note=note)


def off_lines(versions: Mapping[int, Sequence[Document]], have: Collection[int]) -> list[str]:
    """Of whom no letter stands any more: that it will not be sent, who said so and why."""
    newest = [kept[0] for person, kept in versions.items() if person not in have]
    return [
        f"The letter to {recipient_of(one)} will not be sent. {words.name_of(one.off_by)},"
        f" {uk_date(one.off_at)}: {sentence(one.off_reason)}"
        for one in newest
        if one.off_at and one.off_by
    ]


def _told_otherwise(sent: dt.date, set_right: dt.date | None) -> list[str]:
    """Of a letter that went before a decision was set right, or on that very day."""
    if set_right is None or sent > set_right:
        return []
    return [
        f"A decision was set right on {uk_date(set_right)}, so this letter may have told the former one."
        " Make a new version and send it."
    ]


def _moved(days: Sequence[Day]) -> list[str]:
    """Hold the first core group: by Thursday 10 May 2018. It was told as Wednesday 9 May 2018. New ...

    Once, where it is told of siblings alike.
    """
    said = [
        f"{CATALOGUE[day.now.code].words}: by {uk_day(day.day)}. {moved_note(day)}" for day in days if day.now
    ]
    return list(dict.fromkeys(said))
