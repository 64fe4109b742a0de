"""The letters of a record as a table, and when the record went out."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Mapping, Sequence

from django.urls import reverse

from conferences.models import Letter, MeetingRecord
from conferences.queries.days import Day
from conferences.rules.deadlines import CATALOGUE
from conferences.views.presenters import words
from conferences.views.presenters.days import moved_note
from safeguarding.pagekit.components import Cell, Column, Table
from safeguarding.wording import lower_first, sentence, uk_date, uk_day


def letters_table(
    letters: Sequence[Letter],
    ref: uuid.UUID,
    moved: Mapping[int, Sequence[Day]],
    ties: Mapping[int, str],
    set_right: dt.date | None = None,
) -> Table:
    """To whom, the Word file, whether it was sent, and which of the days that it told are others now. `ties`:
    {person: what they are to the children}. `set_right`: when a decision of the meeting last was.
    """
    columns = [Column("To"), Column("Letter"), Column("Sent")]
    names = Counter(letter.person.full_name for letter in letters)
    rows = [
        _row(
            letter,
            ref,
            moved.get(letter.pk, ()),
            ties.get(letter.person_id, ""),
            set_right,
            is_alone=names[letter.person.full_name] == 1,
        )
        for letter in letters
    ]
    return Table("Letters", columns, rows, "No letter has been made yet.", row_heads=True, stack=True)


def said_to(name: str, ties: str) -> str:
    """Sam Samplewood, mother of Juniper Samplewood: two parents may have one name."""
    return f"{name}, {lower_first(ties)}" if ties else name


def _row(
    letter: Letter,
    ref: uuid.UUID,
    moved: Sequence[Day],
    ties: str,
    set_right: dt.date | None,
    *,
    is_alone: bool,
) -> list[Cell]:
    """`is_alone`: nobody else of this name has a letter."""
    name = said_to(letter.person.full_name, "" if is_alone else ties)
    confidential = "Confidential address" if letter.person.address_is_confidential else ""
    file = Cell(f"Download the letter to {name} (Word)", href=reverse("letter_docx", args=[ref, letter.pk]))
    if letter.sent_date:
        by = f"by {words.name_of(letter.sent_by)}"
        since = [*_told_otherwise(letter.sent_date, set_right), *_moved(moved)]
        sent = Cell(uk_date(letter.sent_date), note=sentence(f"{by}.", *since) if since else by)
    else:
        sent = Cell(
            f"Enter the day the letter to {name} was sent", href=reverse("letter_sent", args=[ref, letter.pk])
        )
    note = sentence(sentence(ties), sentence(confidential)) if ties and confidential else ties or confidential
    return [Cell(letter.person.full_name, note=note), file, sent]


def _told_otherwise(sent: dt.date, set_right: dt.date | None) -> list[str]:
    """Of a letter that went before a decision was set right, or on that very day: the file is another now."""
    if set_right is None or sent > set_right:
        return []
    return [
        f"A decision was set right on {uk_date(set_right)}, so this letter may have told the former one."
        " The Word file tells the decision as it is now: send it again."
    ]


def _moved(days: Sequence[Day]) -> list[str]:
    """Hold the first core group: by Thursday 10 May 2018. It was told as Wednesday 9 May 2018. New ...

    Once, where it is told of siblings alike.
    """
    said = [
        f"{CATALOGUE[day.now.code].words}: by {uk_day(day.day)}. {moved_note(day)}" for day in days if day.now
    ]
    return list(dict.fromkeys(said))


def record_sent_line(record: MeetingRecord, challengeable_until: dt.date | None) -> str:
    """When the record went out, and until when its accuracy may be challenged."""
    if record.sent_date is None:
        return "The record is not marked as sent."
    sent = f"The record was sent on {uk_date(record.sent_date)}."
    if challengeable_until is None:
        return sent
    return f"{sent} Its accuracy may be challenged until {uk_day(challengeable_until)}."
