"""Who has a version of a letter or a copy that was put right since, and what is next for each."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping

from django.urls import reverse

from conferences.models import Document, MeetingRecord
from conferences.queries.documents_again import Former
from conferences.rules.documents import DocumentKind
from safeguarding.pagekit.components import Cell, Column, Table
from safeguarding.wording import joined, lower_first, sentence, uk_date

TITLE = "Send again what was put right"


def former_line(one: Former) -> str:
    """They have the version sent on 3 May 2018, which was put right on 9 May 2018: send them the new one."""
    which = f"They have the version sent on {uk_date(one.sent_on)}, which was {_other(one)}"
    if one.why_not:
        return sentence(f"{which}.", one.why_not)
    return f"{which}: {'send them the new one' if one.is_ready else 'make a new one and send it'}."


def _other(one: Former) -> str:
    if one.what:
        return f"put right on {uk_date(one.since)}"
    return f"replaced on {uk_date(one.since)}"


def again_table(
    formers: Collection[tuple[str, Former]],
    ref: uuid.UUID,
    reader: int | None,
    letters: Mapping[int | None, int],
) -> Table | None:
    """A row for each who is to be sent a new version, by their name; None where nobody is. `letters` are the
    ids of the letters by the person.
    """
    rows = [_row(name, one, ref, reader, letters) for name, one in formers if not one.why_not]
    columns = [Column(title) for title in ("To", "They have", "What is other now", "What is next")]
    return Table(TITLE, columns, rows, row_heads=True, stack=True) if rows else None


def _row(
    name: str, one: Former, ref: uuid.UUID, reader: int | None, letters: Mapping[int | None, int]
) -> list[Cell]:
    what = "Copy of the record" if one.sent.kind == DocumentKind.RECORD else DocumentKind(one.sent.kind).label
    other = f"{joined([one.what[0], *map(lower_first, one.what[1:])])}." if one.what else one.newest.changed
    return [
        Cell(name),
        Cell(f"{what}, version {one.sent.version}", note=f"Sent on {uk_date(one.sent_on)}"),
        Cell(sentence(other), note=f"{'Put right' if one.what else 'Replaced'} on {uk_date(one.since)}"),
        _next(name, one, ref, reader, letters),
    ]


def _next(
    name: str, one: Former, ref: uuid.UUID, reader: int | None, letters: Mapping[int | None, int]
) -> Cell:
    newest, note = one.newest, ""
    what = "copy of" if newest.kind == DocumentKind.RECORD else "letter to"
    if one.is_ready and newest.needs_release and newest.released_at is None:
        if newest.made_by_id == reader:
            return Cell("Somebody else looks at it and releases it")
        step, words = "release", "Look at it and release it"
    elif one.is_ready:
        step, words = "sent", "Record that it was sent"
    else:
        step, words = "again", "Make a new version"
        note = "" if newest.pk == one.sent.pk else f"Version {newest.version} does not tell it either."
    href = _address(newest, step, ref, letters)
    return Cell(words, href=href, about=f": the {what} {name}, again", note=note)


def _address(newest: Document, step: str, ref: uuid.UUID, letters: Mapping[int | None, int]) -> str:
    if newest.kind == DocumentKind.DECISION_LETTER:
        return reverse(f"letter_{step}", args=[ref, letters[newest.person_id]])
    return reverse(f"record_copy_{step}", args=[ref, newest.pk])


def timeline_text(record: MeetingRecord) -> tuple[str, list[str]]:
    """That everybody who had what was put right was sent the new one; to whom stands with the conference."""
    why = f"What they had was put right on {uk_date(record.again_since)}." if record.again_since else ""
    return "The new version of letters or copies of the record was sent", list(filter(None, [why]))
