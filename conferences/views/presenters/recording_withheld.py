"""The confidential section of a record in words: each part, whose it is, why it is withheld and from whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.template.defaultfilters import linebreaksbr
from django.urls import reverse

from conferences.queries.recording_withheld import WithheldShown
from conferences.rules.recording_withheld import WithheldReason
from conferences.views.presenters.recording import COMPLETE, Task
from safeguarding.labelled import label
from safeguarding.pagekit.components import SummaryRow, Tag
from safeguarding.wording import counted, joined, uk_moment

NONE = Tag("Nothing confidential", "grey")
EVERYBODY = "Everybody in the family"


@dataclass(frozen=True)
class ConfidentialPart:
    """One part as the pages show it: its number, its rows, and where it is changed."""

    number: int
    href: str
    rows: Sequence[SummaryRow]


def task(parts: Sequence[WithheldShown], ref: UUID) -> Task:
    """The section in the list of tasks: it may be empty."""
    said = Tag(counted(len(parts), "part", "parts")) if parts else NONE
    return Task(
        "confidential", "Confidential section", reverse("record_withheld", args=[ref]), said or COMPLETE
    )


def confidential(parts: Sequence[WithheldShown], ref: UUID) -> list[ConfidentialPart]:
    return [
        ConfidentialPart(number, reverse("record_withheld_part", args=[ref, one.part.ref]), part_rows(one))
        for number, one in enumerate(parts, start=1)
    ]


def part_rows(one: WithheldShown) -> list[SummaryRow]:
    """What was told first, then whose it is and from whom it is kept."""
    part = one.part
    reason = part.reason_words or label(WithheldReason, part.reason)
    saved = f"{part.saved_by.full_name}, {uk_moment(part.saved_at)}"
    return [
        SummaryRow("What was told", linebreaksbr(part.what)),
        SummaryRow("Told by", f"{part.told_by}, {one.kind_name or 'of the family'}"),
        SummaryRow("Why it is withheld", reason),
        SummaryRow("Withheld from", withheld_from(one)),
        *([SummaryRow("The police agreed", part.owner_agreed)] if part.owner_agreed else []),
        SummaryRow("Written by", saved),
    ]


def withheld_from(one: WithheldShown) -> str:
    """Everybody in the family, and agencies."""
    people = EVERYBODY if one.part.from_family else joined(list(one.names)) or "People who were named"
    return f"{people}, and agencies" if one.part.from_agencies else people
