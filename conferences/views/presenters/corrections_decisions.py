"""Versions of a decision in words: what was signed, what it should be, who asked and who agreed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from conferences.models import (
    Conference,
    ConferenceChild,
    CoreGroup,
    DecisionChange,
    FollowUp,
    PlanEnding,
    PlanResumption,
    Request,
)
from conferences.operations.corrections_decisions import Wish
from conferences.queries.corrections_decisions import Stone, Version
from conferences.queries.what_follows import Standing
from conferences.rules.corrections import RecordKind, Why
from conferences.rules.vocabulary import (
    Category,
    ConferenceKind,
    DecisionOutcome,
    EndReason,
    StepDown,
    end_reasons,
)
from conferences.views.presenters.requests_left import stays_away
from safeguarding.labelled import label
from safeguarding.models import Child, Outcome
from safeguarding.pagekit.components import Cell, Column, SummaryRow, Table
from safeguarding.wording import lower_first, sentence, uk_date, uk_moment, upper_first

FACTS = (
    ("outcome", "Decision", DecisionOutcome),
    ("category", "Category", Category),
    ("reasons", "Reasons", None),
    ("end_reason", "Why the plan ends", EndReason),
    ("step_down", "Where support goes", StepDown),
)


def title_of(at: ConferenceChild) -> str:
    """Initial conference, 24 April 2018."""
    return f"{label(ConferenceKind, at.kind)}, {uk_date(at.conference.held_date)}"


def stays_ended(before: Standing, after: Standing, day: dt.date) -> list[str]:
    """The child in need plans that ended on the day of a plan that goes, and do not run on by that: what else
    ended them is not known here.
    """
    gone = before.plans.keys() - after.plans.keys()
    ended = [start for start, end in after.in_need.values() if end == day]
    return stays_away(None, ended) if gone else []


def wish_rows(was: Version, wish: Wish, child: Child) -> list[SummaryRow]:
    """What a new version would be, with what it replaces, and why."""
    return [*_fact_rows(was, wish.version, child), *_reason_rows(wish.why, wish.words)]


def _fact_rows(
    was: Any, new: Any, child: Child, was_prefix: str = "", new_prefix: str = ""
) -> list[SummaryRow]:
    rows = []
    for name, words, known in FACTS:
        codes = end_reasons(is_unborn=child.is_unborn) if known is EndReason else known
        before, after = getattr(was, f"{was_prefix}{name}"), getattr(new, f"{new_prefix}{name}")
        if before or after:
            note = "" if before == after else f"Replaces: {_words(codes, before)}"
            rows.append(SummaryRow(words, Cell(_words(codes, after), note=note).html))
    return rows


def _words(codes: Any, text: str) -> str:
    return (label(codes, text) if codes else text) or "None"


def _reason_rows(why: str, words: str) -> list[SummaryRow]:
    return [SummaryRow("Why", label(Why, why)), SummaryRow("How it came to be signed wrongly", words)]


def change_rows(one: DecisionChange) -> list[SummaryRow]:
    """Everything about a new version, for the page of the second person."""
    rows = [
        SummaryRow("Conference", title_of(one.conference_child)),
        SummaryRow("Version", one.version),
        *_fact_rows(one, one, one.conference_child.child, "was_", "new_"),
        *_reason_rows(one.why, one.words),
        SummaryRow("Asked for by", f"{one.asked_by}, {uk_moment(one.asked_at)}"),
    ]
    if not one.closed_at:
        return [*rows, SummaryRow("Lapses after", uk_date(one.last_date))]
    how = "Agreed" if one.outcome == Outcome.CONFIRMED else label(Outcome, one.outcome)
    ending = SummaryRow("How it ended", f"{how} by {one.closed_by}, {uk_moment(one.closed_at)}")
    return [*rows, ending, *([SummaryRow("Why it ended so", one.closed_reason)] if one.closed_reason else [])]


@dataclass(frozen=True)
class StoneLink:
    """What stands in the way, and where it is read or put right."""

    text: str
    href: str


def stone_links(child: Child, stones: Iterable[Stone]) -> list[StoneLink]:
    """All that stands in the way of another decision, each with its page."""
    return [StoneLink(upper_first(sentence(one.words)), _stone_href(child, one.row)) for one in stones]


PAGES = {Request: "request", PlanEnding: "plan_ending", PlanResumption: "plan_resumption"}
KINDS = {
    CoreGroup: RecordKind.CORE_GROUP,
    FollowUp: RecordKind.FOLLOW_UP,
    Conference: RecordKind.CONFERENCE,
}


def _stone_href(child: Child, row: Any) -> str:
    if name := PAGES.get(type(row)):
        return reverse(name, args=[row.ref])
    return f"{reverse('child_facts', args=[child.ref])}#{KINDS[type(row)].lower()}-{row.pk}"


def waiting_table(rows: Iterable[DecisionChange]) -> Table:
    """What waits for a second person."""
    columns = [Column(words) for words in ("Child", "Conference", "Asked for by", "Lapses after")]
    lines = [
        [
            Cell(one.conference_child.child.display_name, href=reverse("decision_change", args=[one.ref])),
            title_of(one.conference_child),
            f"{one.asked_by}, {uk_date(one.asked_at)}",
            uk_date(one.last_date),
        ]
        for one in rows
    ]
    return Table("Waiting for a second person", columns, lines, "Nothing waits.", row_heads=True, stack=True)


def _decision_words(outcome: str, category: str) -> str:
    """The plan continues (neglect)."""
    named = f" ({lower_first(label(Category, category))})" if category else ""
    return f"{lower_first(label(DecisionOutcome, outcome))}{named}"


def version_line(one: DecisionChange) -> str:
    """Version 2, agreed by X on D, replaces: the plan continues (neglect)."""
    was = _decision_words(one.was_outcome, one.was_category)
    return f"Version {one.version}, agreed by {one.closed_by} on {uk_date(one.closed_at)}, replaces: {was}."


def timeline_entry(one: DecisionChange) -> tuple[str, list[str]]:
    """A new version in the child's story."""
    now = _decision_words(one.new_outcome, one.new_category)
    lines = [f"Now: {now}.", version_line(one), f"{label(Why, one.why)}. {sentence(one.words)}"]
    return f"Decision set right: {title_of(one.conference_child)}", lines
