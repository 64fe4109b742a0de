"""The letters of a record as a table, and when the record went out."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence

from django.urls import reverse

from conferences.models import Letter, MeetingRecord
from conferences.views.presenters import words
from safeguarding.pagekit.components import Cell, Column, Table
from safeguarding.wording import uk_date, uk_day


def letters_table(letters: Sequence[Letter], ref: uuid.UUID) -> Table:
    """To whom, the Word file, and whether it was sent."""
    columns = [Column("To"), Column("Letter"), Column("Sent")]
    rows = [_row(letter, ref) for letter in letters]
    return Table("Letters", columns, rows, "No letter has been made yet.", row_heads=True, stack=True)


def _row(letter: Letter, ref: uuid.UUID) -> list[Cell]:
    name = letter.person.full_name
    confidential = "Confidential address" if letter.person.address_is_confidential else ""
    file = Cell(f"Download the letter to {name} (Word)", href=reverse("letter_docx", args=[ref, letter.pk]))
    if letter.sent_date:
        sent = Cell(uk_date(letter.sent_date), note=f"by {words.name_of(letter.sent_by)}")
    else:
        sent = Cell(
            f"Enter the day the letter to {name} was sent", href=reverse("letter_sent", args=[ref, letter.pk])
        )
    return [Cell(name, note=confidential), file, sent]


def record_sent_line(record: MeetingRecord, challengeable_until: dt.date | None) -> str:
    """When the record went out, and until when its accuracy may be challenged."""
    if record.sent_date is None:
        return "The record is not marked as sent."
    sent = f"The record was sent on {uk_date(record.sent_date)}."
    if challengeable_until is None:
        return sent
    return f"{sent} Its accuracy may be challenged until {uk_day(challengeable_until)}."
