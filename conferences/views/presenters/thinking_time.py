"""Thinking time in words: where it stands, who may read which part of it."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse

from conferences.models import ReflectiveNote, Request, ThinkingTime
from conferences.rules.thinking_time import PROMPTS
from conferences.rules.workflow import OPEN_REQUESTS, ThinkingTimeState, ThinkingTrigger
from safeguarding.access import Permission, can
from safeguarding.labelled import label
from safeguarding.models import User
from safeguarding.pagekit.components import Cell, Column, SummaryRow, Table, Tag
from safeguarding.wording import counted, uk_date, uk_day

READERS = Table(
    "Who can read what",
    [Column("Part"), Column("Who can read it"), Column("Where it is kept")],
    [
        [
            "Entry for each child",
            "Everyone who can read that child’s record",
            "On the child’s file and timeline",
        ],
        ["Reflective note", "Only the chair who writes it", "Not on any child’s file"],
    ],
    row_heads=True,
    stack=True,
)


def session_page_rows(session: ThinkingTime) -> list[SummaryRow]:
    """Why it is held, and when it was."""
    rows = [
        SummaryRow("Why", label(ThinkingTrigger, session.trigger)),
        SummaryRow(
            "Required", "Yes, before the conference" if session.is_required else "No, the chair chose it"
        ),
        SummaryRow("Requested", uk_date(session.raised_at)),
    ]
    if session.state == ThinkingTimeState.HELD and session.chair:
        rows.append(
            SummaryRow("Held", f"{uk_day(session.held_date)}, {counted(session.minutes or 0, 'minute')}")
        )
        rows.append(SummaryRow("Chair", session.chair.full_name))
        rows.append(SummaryRow("Helped by", session.facilitator or "Nobody"))
    return rows


def entry_rows(session: ThinkingTime) -> list[SummaryRow]:
    """Each child's entry, as it stands on their file."""
    return [SummaryRow(entry.child.display_name, entry.conclusion) for entry in session.entries.all()]


def note_rows(note: ReflectiveNote | None) -> list[SummaryRow]:
    """The note, for its writer: the questions that were answered."""
    if note is None:
        return []
    told = [(prompt.question, getattr(note, prompt.field)) for prompt in PROMPTS]
    return [SummaryRow(question, text) for question, text in told if text]


def state_tag(session: ThinkingTime) -> Tag:
    held = session.state == ThinkingTimeState.HELD
    if session.in_error:
        return Tag("Recorded in error", "grey")
    return Tag(label(ThinkingTimeState, session.state), "green" if held else "yellow")


def session_rows(sessions: Sequence[ThinkingTime]) -> Table:
    """The thinking time of one request, for the pages of the request and the meeting."""
    rows = [
        [
            Cell(label(ThinkingTrigger, session.trigger), href=reverse("thinking_time", args=[session.ref])),
            Cell(tag=state_tag(session)),
            f"{uk_date(session.held_date)}, {session.chair.full_name}" if session.chair else "",
        ]
        for session in sessions
    ]
    columns = [Column("Why"), Column("Status"), Column("Held")]
    return Table(
        "Thinking time",
        columns,
        rows,
        "No thinking time is required or recorded.",
        row_heads=True,
        stack=True,
    )


def may_hold(user: User, session: ThinkingTime) -> bool:
    """Whether the page should offer the form; whose it is, the operation says."""
    mine = session.chair_id in (None, user.pk)
    return can(user, Permission.HOLD_THINKING_TIME) and mine and not session.in_error


def take_href(user: User, request: Request) -> str:
    """Where a chair takes time to think, while there is a conference ahead."""
    ahead = request.state in OPEN_REQUESTS and can(user, Permission.HOLD_THINKING_TIME)
    return reverse("thinking_time_new", args=[request.ref]) if ahead else ""
