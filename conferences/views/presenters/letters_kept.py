"""The versions of a letter that is made once and kept as a table: files, what is other since, how it went."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from conferences.rules.documents import MEDIA, DocumentFormat, SentHow
from conferences.views.presenters.documents_formats import COLUMNS, why_missing
from safeguarding.labelled import label
from safeguarding.pagekit.components import Cell, Column, Table, Tag
from safeguarding.wording import lower_first, sentence, uk_date


@dataclass(frozen=True)
class Versions:
    """The versions of one letter, the newest first; `since` what is other now than the newest tells. `sends`:
    whether the reader is given its files, `is_open` whether anything is recorded of it still. `file` and
    `sent` give the addresses of a version.
    """

    title: str
    kept: Sequence[Any]
    since: Sequence[str]
    sends: bool
    is_open: bool
    file: Callable[[Any, str], str]
    sent: Callable[[Any], str]


def versions_table(of: Versions) -> Table:
    """The newest first. Files are for those who may send them."""
    rows = [_row(of, one, is_newest=one is of.kept[0]) for one in of.kept]
    columns = [Column("Version"), Column("Made"), *COLUMNS, Column("Sent")]
    return Table(of.title, columns, rows, row_heads=True, stack=True)


def _row(of: Versions, one: Any, *, is_newest: bool) -> list[object]:
    made = f"{uk_date(one.made_at)}, {one.made_by.full_name}"
    note = " ".join(_notes(one))
    if is_newest:
        state = Cell(str(one.version), note=" ".join(of.since))
    else:
        state = Cell(str(one.version), tag=Tag("Replaced", "grey"))
    files = [_file(of, one, form) if of.sends else Cell("") for form in DocumentFormat]
    return [state, Cell(made, note=note), *files, _sent(of, one, is_newest=is_newest)]


def _notes(one: Any) -> Iterator[str]:
    """What a version has other than the one before, and why it may go where something was in doubt."""
    if one.changed:
        yield sentence(f"Other than before: {one.changed}")
    if words := getattr(one, "doubt_words", ""):
        yield sentence(f"Why it may go: {words}")


def _file(of: Versions, one: Any, form: DocumentFormat) -> Cell:
    if why := why_missing(one, form):
        return Cell("None", note=why)
    href = of.file(one, MEDIA[form].suffix)
    return Cell(label(DocumentFormat, form), href=href, about=f"of version {one.version} of the letter")


def _sent(of: Versions, one: Any, *, is_newest: bool) -> Cell:
    """How it went, which may be corrected; the newest may be recorded as sent."""
    if one.sent_date and one.sent_by:
        how = lower_first(label(SentHow, one.sent_how))
        proof = getattr(one, "sent_proof", "")
        corrects = of.sends and of.is_open
        return Cell(
            f"{uk_date(one.sent_date)}, {how}",
            note=". ".join(filter(None, (f"Recorded by {one.sent_by.full_name}", proof))),
            href=of.sent(one) if corrects else "",
            about=f": correct it, of version {one.version}" if corrects else "",
        )
    back = _back(one)
    if not (of.sends and is_newest and of.is_open):
        return Cell("Not sent", note=back)
    about = f": version {one.version} of the letter"
    return Cell("Record that it was sent", href=of.sent(one), about=about, note=back)


def _back(one: Any) -> str:
    """That it was recorded as sent in error, with who said so, when and why; "" where it was not."""
    if one.taken_back_at is None:
        return ""
    who, day = one.taken_back_by.full_name, uk_date(one.taken_back_at)
    return sentence(f"It was recorded as sent in error ({who}, {day}): {one.back_words}")
