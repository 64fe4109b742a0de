"""The open work of somebody who leaves, and what became of it, in words."""

from __future__ import annotations

from conferences.models import WorkHandover
from conferences.queries.handovers import OpenWork
from safeguarding.pagekit.components import SummaryRow
from safeguarding.wording import counted, joined, uk_moment


def work_rows(work: OpenWork) -> list[SummaryRow]:
    """How much of each kind is open."""
    asked = _count(work.consultations, "consultation", "consultations")
    passing = ", to pass with the children" if work.consultations and work.children else ""
    return [
        SummaryRow("Meetings ahead", _count(work.ahead, "meeting", "meetings")),
        SummaryRow("Records not signed", _count(work.unsigned, "record", "records")),
        SummaryRow("Children", _count(work.children, "child", "children")),
        SummaryRow("Minutes to take", _count(work.minutes, "meeting", "meetings")),
        SummaryRow("Due on their list", _count(work.duties, "thing", "things")),
        SummaryRow("Ideas to follow up", _count(work.ideas, "idea", "ideas")),
        SummaryRow("Re-plan consultations asked for", f"{asked}{passing}"),
    ]


def still_open(work: OpenWork) -> str:
    """What stays of somebody of whom nothing can be handed on: a consultation is its child's."""
    if not work.consultations:
        return "None of their work is open."
    asked = counted(work.consultations, "re-plan consultation", "re-plan consultations")
    return f"Nothing has to be handed on. They asked for {asked} that nobody has decided yet."


def _count(count: int, one: str, many: str) -> str:
    return counted(count, one, many) if count else "None"


def passed_words(done: WorkHandover) -> str:
    """What passed, in one sentence."""
    parts = [
        counted(done.meetings, "meeting", "meetings"),
        counted(done.children, "child", "children"),
        counted(done.duties, "other thing that is due", "other things that are due"),
    ]
    return f"Handed on: {joined(parts)}."


def handover_rows(done: WorkHandover | None) -> list[SummaryRow]:
    """The last handing on: who did it, why, what passed to whom, what did not."""
    if done is None:
        return []
    to = (
        (done.meetings, "meetings", done.chair),
        (done.children, "children", done.worker),
        (done.duties, "the rest", done.duties_to),
    )
    names = [f"{what} to {who.full_name}" for count, what, who in to if count and who]
    rows = [
        SummaryRow("When and by whom", f"{uk_moment(done.done_at)}, {done.done_by.full_name}"),
        SummaryRow("Why", done.reason),
        SummaryRow("What", passed_words(done)),
    ]
    if names:
        rows.append(SummaryRow("To whom", joined(names)))
    return [*rows, SummaryRow("What did not pass", done.left)] if done.left else rows
