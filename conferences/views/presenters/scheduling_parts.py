"""The parts of a meeting that somebody may see, in words: nothing that is said of all its children."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse

from conferences.models import ChildPart
from conferences.queries.scheduling_parts import MeetingPart
from conferences.rules.vocabulary import ConferenceKind
from conferences.views.presenters import recording, scheduling
from conferences.views.presenters.days import moved_note
from safeguarding.labelled import label
from safeguarding.models import User
from safeguarding.pagekit.components import Cell, SummaryRow, Table
from safeguarding.policy.words import in_words
from safeguarding.wording import sentence, uk_day

ONLY = "Only what concerns the children whose records you may see is shown here."
CHAIRS = (
    "You chair this meeting. To record it, move it or cancel it one must see every child of it. "
    "The {STRATEGIC_LEAD} names people for a record."
)


@dataclass(frozen=True)
class Part:
    """What was decided for one child, and its first actions."""

    headline: str
    rows: list[SummaryRow]
    actions: Table


def title(part: MeetingPart) -> str:
    return f"Meeting {part.booking.pk}" if part.booking else f"Request {part.request.pk}"


def sentences(part: MeetingPart, user: User, on: dt.date) -> list[str]:
    """What is left out, and to its chair, what that means."""
    chairs = part.booking is not None and part.booking.chair_id == user.pk
    return [ONLY, in_words(CHAIRS, on)] if chairs else [ONLY]


def place_rows(part: MeetingPart) -> list[SummaryRow]:
    """When, where and who chairs; nothing before it is in the diary."""
    if part.booking is None:
        return [SummaryRow("When", "Not in the diary yet")]
    return [
        SummaryRow("When", scheduling.when(part.booking)),
        SummaryRow("Where", scheduling.where(part.booking)),
        SummaryRow("Chair", part.booking.chair.full_name),
    ]


def children_table(part: MeetingPart) -> Table:
    """The children in sight, each with the kind of conference and the last day."""
    rows = [
        [
            Cell(asked.child.display_name, href=reverse("child", args=[asked.child.ref])),
            label(ConferenceKind, asked.kind),
            Cell(uk_day(day.day), note=sentence(sentence(day.explanation), moved_note(day))),
        ]
        for asked, day in ((asked, part.days[asked.pk]) for asked in part.asked)
    ]
    return Table("Children", scheduling.CHILD_COLUMNS, rows, row_heads=True, stack=True)


def decided(part: MeetingPart) -> list[Part]:
    """What the signed record says of each of them."""
    return [_decided(one) for one in part.parts]


def _decided(one: ChildPart) -> Part:
    return Part(recording.headline(one), recording.part_rows(one), recording.actions_table(one))
