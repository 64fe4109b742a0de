"""Plans that run again because what ended them was never this child's, in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.urls import reverse

from conferences.models import PlanEnding, PlanResumption
from conferences.queries.life_events_resumptions import REASONS, ending_to_take_back, resumption_of
from conferences.rules.corrections import Why
from conferences.rules.life_events import LifeKind
from conferences.views.presenters import life_events, words
from safeguarding.access import Permission, can
from safeguarding.labelled import label
from safeguarding.models import Child, Outcome, User
from safeguarding.operation import may_for
from safeguarding.pagekit.components import Cell, Column, SummaryRow, Table, TaskLine
from safeguarding.wording import lower_first, uk_date, uk_moment

ASK = "Ask that the plan runs again"
RECORD = "The child’s record"
COLUMNS = [Column(text) for text in ("Child", "How the plan ended", "Asked for by", "Lapses after")]


def lines(user: User, child: Child, on: dt.date) -> Sequence[TaskLine]:
    """The end of the last plan, where it may never have been this child's."""
    may = may_for(user, Permission.RECORD_LIFE_EVENT, child)
    ending = ending_to_take_back(child) if may else None
    if ending is None:
        return []
    waiting = resumption_of(ending.plan, on)
    if waiting is not None:
        note = f"Asked for by {waiting.asked_by.full_name}"
        href = reverse("plan_resumption", args=[waiting.ref])
        return [TaskLine("That the plan runs again waits for a second person", href, note)]
    note = f"Its end was never this child’s. {told(ending)}"
    return [TaskLine(ASK, reverse("plan_resumption_new", args=[ending.ref]), note)]


def waiting_line(user: User, child: Child, on: dt.date) -> TaskLine | None:
    """That the plan of a loaded child which ended last runs again waits for a second person, and where for
    who may read it.
    """
    own = [plan for plan in child.plans.all() if not plan.held_for_other_authority]
    last = max(own, key=lambda plan: plan.start_date, default=None)
    waiting = resumption_of(last, on) if last and last.end_reason in REASONS else None
    if waiting is None:
        return None
    words = f"That the plan runs again waits for a second person. Asked for by {waiting.asked_by.full_name}"
    may = can(user, Permission.RECORD_LIFE_EVENT)
    href = reverse("plan_resumption", args=[waiting.ref]) if may else ""
    return TaskLine(f"{words} on {uk_date(waiting.asked_at)}.", href)


def settled(ending: PlanEnding, on: dt.date) -> TaskLine | None:
    """Why nothing is left to ask for, and where that is told; None where the plan may run again."""
    plan = ending.plan
    if plan.end_date is None:
        return TaskLine("This plan runs again already.", reverse("child", args=[plan.child.ref]), RECORD)
    if waiting := resumption_of(plan, on):
        return TaskLine(
            f"{waiting.asked_by.full_name} has asked for this. It waits for a second person.",
            reverse("plan_resumption", args=[waiting.ref]),
            "What was asked for",
        )
    if plan.end_reason != ending.end_reason:
        return TaskLine("The plan has another end since.", reverse("child", args=[plan.child.ref]), RECORD)
    return None


def correct_href(ending: PlanEnding) -> str:
    """Where it is corrected on which day, or where to, that happened which ended the plan."""
    child, event = ending.plan.child, ending.event
    facts = reverse("child_facts", args=[child.ref])
    return f"{facts}#child-{child.pk}" if event.kind == LifeKind.DIED else f"{facts}#life_event-{event.pk}"


def told(ending: PlanEnding) -> str:
    """The plan ended on 3 September 2018: died."""
    reason = ending.plan.end_reason or ending.end_reason
    why = lower_first(words.end_reason(reason, is_unborn=ending.plan.child.is_unborn))
    return f"The plan ended on {uk_date(ending.plan.end_date or ending.end_date)}: {why}."


def asked_rows(ending: PlanEnding, answers: Mapping[str, Any]) -> list[SummaryRow]:
    """What is asked for, to be checked."""
    return [
        SummaryRow("Plan since", uk_date(ending.plan.start_date)),
        SummaryRow("How it ended", told(ending)),
        SummaryRow("Why it runs again", label(Why, answers["why"])),
        SummaryRow("How you know", answers["words"]),
    ]


def waiting_table(found: Iterable[PlanResumption]) -> Table:
    """What a second person must confirm."""
    rows = [_row(one) for one in found]
    return Table("Plans to run again", COLUMNS, rows, "Nothing waits.", row_heads=True, stack=True)


def _row(one: PlanResumption) -> list[Any]:
    return [
        Cell(one.plan.child.display_name, href=reverse("plan_resumption", args=[one.ref])),
        was(one),
        f"{one.asked_by}, {uk_date(one.asked_at)}",
        uk_date(one.last_date),
    ]


def was(one: PlanResumption) -> str:
    """Died, 3 September 2018."""
    why = words.end_reason(one.was_end_reason, is_unborn=one.plan.child.is_unborn)
    return f"{why}, {uk_date(one.was_end_date)}"


def rows(one: PlanResumption) -> list[SummaryRow]:
    """All that a second person must know."""
    found = [
        SummaryRow("Plan since", uk_date(one.plan.start_date)),
        SummaryRow("How it ended", was(one)),
        SummaryRow("What happened, as it was told", life_events.told(one.ending.event, one.plan.child)),
        SummaryRow("Why it runs again", label(Why, one.why)),
        SummaryRow("How it is known", one.words),
        SummaryRow("Asked for by", f"{one.asked_by}, {uk_moment(one.asked_at)}"),
    ]
    if not one.closed_at:
        return [*found, SummaryRow("Lapses after", uk_date(one.last_date))]
    ended = f"{Outcome(one.outcome).label} by {one.closed_by}, {uk_moment(one.closed_at)}"
    why = [SummaryRow("Why", one.closed_reason)] if one.closed_reason else []
    return [*found, SummaryRow("What came of it", ended), *why]


def entry(one: PlanResumption) -> tuple[str, list[str]]:
    """As the timeline tells it: the end as it was told, who took it back and who confirmed that."""
    return "Plan runs again", [
        f"As it was told: it ended. {was(one)}. That was never this child’s.",
        f"{label(Why, one.why)}. {one.words}",
        f"Asked for by {one.asked_by.full_name}, confirmed by {words_of(one)}.",
    ]


def runs_again(one: PlanResumption) -> str:
    """That a plan runs again, for who corrects it: how it had ended, and who took that back."""
    asked = f"Asked for by {one.asked_by.full_name}, confirmed by {words_of(one)}."
    ended = f"As it was told it ended: {lower_first(was(one))}. That was never this child’s."
    return f"It runs again. {ended} {asked}"


def words_of(one: PlanResumption) -> str:
    return f"{one.closed_by.full_name} on {uk_date(one.closed_at)}" if one.closed_by else ""
