"""The versions of an exclusion's letter as a table: their files, what is other since, and how each went."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.urls import reverse

from conferences.models import ExclusionLetter
from conferences.queries.exclusions import ExclusionFacts
from conferences.queries.exclusions_letters import letter_facts, letter_since
from conferences.rules.documents import MEDIA, DocumentFormat, SentHow
from conferences.rules.exclusions import EXCLUDED
from safeguarding.access import Permission, can
from safeguarding.labelled import label
from safeguarding.models import User
from safeguarding.pagekit.components import Cell, Column, Table, Tag
from safeguarding.wording import lower_first, sentence, uk_date


def letters_table(
    found: ExclusionFacts, kept: Sequence[ExclusionLetter], user: User, at: dt.datetime
) -> Table:
    """The newest first. Files are for those who may send them."""
    since = []
    if found.meeting is not None and found.exclusion.answer in EXCLUDED:
        since = letter_since(kept[0], letter_facts(found.exclusion, found.meeting, at))
    sends = can(user, Permission.SEND_LETTERS)
    rows = [_row(one, found, since if one is kept[0] else None, sends) for one in kept]
    columns = [Column(title) for title in ("Version", "Made", "Word", "PDF", "Sent")]
    return Table("The letter to them", columns, rows, row_heads=True, stack=True)


def _row(
    one: ExclusionLetter, found: ExclusionFacts, since: Sequence[str] | None, sends: bool
) -> list[object]:
    made = f"{uk_date(one.made_at)}, {one.made_by.full_name}"
    note = sentence(f"Other than before: {one.changed}") if one.changed else ""
    if since is None:
        state: Cell = Cell(str(one.version), tag=Tag("Replaced", "grey"))
    else:
        state = Cell(str(one.version), note=" ".join(since))
    files = [_file(one, found, form) if sends else Cell("") for form in DocumentFormat]
    return [state, Cell(made, note=note), *files, _sent(one, found, sends=sends, is_newest=since is not None)]


def _file(one: ExclusionLetter, found: ExclusionFacts, form: DocumentFormat) -> Cell:
    if form is DocumentFormat.PDF and one.left_out:
        return Cell("None", note=one.left_out)
    suffix = MEDIA[form].suffix
    href = reverse("exclusion_letter_file", args=[found.exclusion.ref, one.version, suffix])
    return Cell(label(DocumentFormat, form), href=href, about=f"of version {one.version} of the letter")


def _sent(one: ExclusionLetter, found: ExclusionFacts, *, sends: bool, is_newest: bool) -> Cell:
    """How it went, which may be corrected; the newest may be recorded as sent."""
    href = reverse("exclusion_letter_sent", args=[found.exclusion.ref, one.version])
    is_open = found.exclusion.lifted_at is None
    if one.sent_date and one.sent_by:
        how = lower_first(label(SentHow, one.sent_how))
        return Cell(
            f"{uk_date(one.sent_date)}, {how}",
            note=f"Recorded by {one.sent_by.full_name}",
            href=href if sends and is_open else "",
            about=f": correct it, of version {one.version}" if sends and is_open else "",
        )
    if not (sends and is_newest and is_open):
        return Cell("Not sent")
    return Cell("Record that it was sent", href=href, about=f": version {one.version} of the letter")
