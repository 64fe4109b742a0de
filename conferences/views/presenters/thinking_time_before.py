"""What was thought before, its actions, and the family's story beside the questions, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from conferences.models import ThinkingAction
from conferences.queries.thinking_time_before import Thought
from conferences.views.presenters.consultations_brief import cut
from safeguarding.models import User
from safeguarding.pagekit.components import Cell, Column, SummaryRow, Table, Tag
from safeguarding.wording import joined, sentence, uk_date

# So much of an action is told on one line of My work.
WHAT = 120
COLUMNS = [Column("What"), Column("By whom"), Column("By when"), Column("What became of it")]


@dataclass(frozen=True)
class Recalled:
    """One session as the next one and the meeting recall it."""

    title: str
    href: str
    rows: list[SummaryRow]
    actions: Table


def recalled(thoughts: Sequence[Thought], user: User, on: date) -> list[Recalled]:
    """Each session with its conclusions, when to look again, and its actions."""
    return [_recalled_one(thought, user, on) for thought in thoughts]


def _recalled_one(thought: Thought, user: User, on: date) -> Recalled:
    session = thought.session
    who = f", {session.chair.full_name}" if session.chair else ""
    rows = [SummaryRow(f"Conclusion for {one.child.display_name}", one.conclusion) for one in thought.entries]
    if session.is_late:
        told = f"On {uk_date(session.recorded_at)}, after the record of that conference was signed"
        rows.append(SummaryRow("Recorded", told))
    if session.question:
        rows.insert(0, SummaryRow("Question", session.question))
    if session.look_again_date:
        rows.append(SummaryRow("Look again", uk_date(session.look_again_date)))
    return Recalled(
        f"{uk_date(session.held_date)}{who}",
        reverse("thinking_time", args=[session.ref]),
        rows,
        actions_table(thought.actions, user, on),
    )


def actions_table(actions: Sequence[ThinkingAction], user: User, on: date) -> Table:
    """Each action; whose it is, and who held the session, is led to where it is closed."""
    rows = [_action_row(one, user, on) for one in actions]
    return Table("Actions", COLUMNS, rows, "No action was agreed.", row_heads=True, stack=True)


def _action_row(one: ThinkingAction, user: User, on: date) -> list[object]:
    may = one.closed_at is None and user.pk in (one.owner_id, one.session.chair_id)
    what = Cell(one.what, href=reverse("thinking_action", args=[one.ref])) if may else Cell(one.what)
    return [what, whose(one), uk_date(one.due_date), _state_of(one, on)]


def whose(one: ThinkingAction) -> str:
    """Of whom an action is: a person here, or somebody outside by what they are called."""
    return one.owner.full_name if one.owner else one.owner_words


def agreed_words(actions: Sequence[ThinkingAction], holder: str | None) -> str:
    """What is to be done on one day; each with whose it is, where that is not the `holder` of the day."""
    told = [
        cut(one.what, WHAT) if whose(one) == holder else f"{whose(one)}: {cut(one.what, WHAT)}"
        for one in actions
    ]
    return sentence(*map(sentence, told))


def _state_of(one: ThinkingAction, on: date) -> Cell | str:
    if one.done_date:
        return f"Done {uk_date(one.done_date)}. {one.closed_words}".strip()
    if one.closed_at:
        return f"Not needed: {one.closed_words}"
    return Cell(tag=Tag("Late", "red") if one.due_date < on else Tag("To do", "yellow"))


def own_table(actions: Sequence[ThinkingAction], on: date) -> Table:
    """What this person is to do from thinking time on a day that others share, for My work."""
    rows = [
        [
            Cell(one.what, href=reverse("thinking_action", args=[one.ref])),
            joined([entry.child.display_name for entry in one.session.entries.all()]),
            uk_date(one.due_date),
            _state_of(one, on),
        ]
        for one in actions
    ]
    columns = [Column("What"), Column("Child"), Column("By when"), Column("Status")]
    return Table("From thinking time", columns, rows, "Nothing.", row_heads=True, stack=True)
