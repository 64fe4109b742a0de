"""What waits for a second person, in words: what it is, of which child, who asked, and until when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse

from conferences.models import DecisionChange, PlanEnding, PlanResumption, ThinkingWaiver
from conferences.queries.second_person import Waiting
from conferences.rules.thinking_time import waits_until
from conferences.views.presenters.thinking_time import meeting_day
from safeguarding.models import Child, RestrictionRemoval
from safeguarding.pagekit.components import Cell, Column, Table
from safeguarding.wording import joined, uk_date

ALL_WAITING = "All that waits for you as the second person"
# What it is, and its page.
KINDS: dict[type[Any], tuple[str, str]] = {
    PlanEnding: ("A plan ends without a review", "plan_ending"),
    PlanResumption: ("A plan runs again", "plan_resumption"),
    DecisionChange: ("A signed decision is another", "decision_change"),
    ThinkingWaiver: ("A conference goes on without its thinking time", "thinking_waiver"),
    RestrictionRemoval: ("A restricted record opens again", "restriction_removal"),
}
COLUMNS = [Column(words) for words in ("What waits", "Child", "Asked for by", "Lapses after")]


def waiting_table(found: Iterable[Waiting], on: date) -> Table:
    """What a second person must confirm, each with the page that says what follows."""
    rows = [_row(one, on) for one in found]
    return Table("Waiting for you", COLUMNS, rows, "Nothing waits for you.", row_heads=True, stack=True)


def _row(one: Waiting, on: date) -> list[Any]:
    what, page = KINDS[type(one)]
    asked = f"{one.asked_by}, {uk_date(one.asked_at)}"
    name = _name(one)
    whose = "" if isinstance(one, RestrictionRemoval) else f"for {name}, "
    link = Cell(what, href=reverse(page, args=[one.ref]), about=f"{whose}asked for by {asked}")
    return [link, name, asked, uk_date(_last(one, on))]


def _last(one: Waiting, on: date) -> date:
    """The last day on which it is confirmed; of a waiver none after the conference that is ahead."""
    if isinstance(one, ThinkingWaiver):
        return waits_until(one.last_date, meeting_day(one), on)
    return one.last_date


def _name(one: Waiting) -> str:
    """Whose it is; of a restricted record only its own page says so, to whoever confirms."""
    if isinstance(one, ThinkingWaiver):
        return joined([asked.child.display_name for asked in one.session.request.children.all()])
    return "A restricted record" if isinstance(one, RestrictionRemoval) else _child(one).display_name


def _child(one: PlanEnding | PlanResumption | DecisionChange) -> Child:
    return one.conference_child.child if isinstance(one, DecisionChange) else one.plan.child
