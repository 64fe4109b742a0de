"""What happened in a child's life, and the plans that end without a review, in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse

from conferences.models import LifeEvent, Plan, PlanEnding
from conferences.queries.children_days import present_of
from conferences.queries.life_events import (
    Owed,
    arrives,
    ending_of,
    events_that_end,
    homes_of,
    open_plan,
)
from conferences.rules.children import Life
from conferences.rules.life_events import Happening, LifeKind, birthday, end_of_plan, kinds_for
from conferences.rules.vocabulary import StepDown
from conferences.views.presenters import words
from safeguarding.access import Permission
from safeguarding.labelled import label
from safeguarding.models import Child, Household, Outcome, User
from safeguarding.operation import may_for
from safeguarding.pagekit.components import Cell, Column, SummaryRow, Table, TaskLine
from safeguarding.register.codes import Sex
from safeguarding.wording import lower_first, sentence, uk_date, uk_moment

HINTS: dict[LifeKind, str] = {
    LifeKind.BORN: "The record, the plan and the number stay. The review after the birth runs from it",
    LifeKind.NEW_NAME: "The old name stays beside it, and search finds both",
    LifeKind.MOVED_AWAY: "The plan ends once the other authority has held its conference",
    LifeKind.LOOKED_AFTER: "The plan ends without a review, when a second person confirms it",
    LifeKind.OTHER_ORDER: "The plan ends without a review, when a manager confirms it. A supervision order"
    " waits for the next review",
    LifeKind.DIED: "Nothing more falls due, and meetings ahead are not held for the child",
}
# Of a child on no plan nothing is said of one.
HINTS_WITHOUT_PLAN: dict[LifeKind, str] = {
    LifeKind.BORN: "The record and the number stay",
    LifeKind.NEW_NAME: HINTS[LifeKind.NEW_NAME],
    LifeKind.DIED: HINTS[LifeKind.DIED],
}


def hint(kind: LifeKind, life: Life) -> str:
    """What follows from it in general, "" where nothing does."""
    return (HINTS if life.plan_start else HINTS_WITHOUT_PLAN).get(kind, "")


def lines(user: User, child: Child, on: dt.date) -> Sequence[TaskLine]:
    """What can be recorded of the child now."""
    if not may_for(user, Permission.RECORD_LIFE_EVENT, child):
        return []
    life = present_of(child)
    return [
        TaskLine(kind_words(kind, child), event_href(child, kind), hint(kind, life))
        for kind in kinds_for(life, on)
        if _is_open(kind, user, child)
    ]


def _is_open(kind: LifeKind, user: User, child: Child) -> bool:
    """Whether its form can be sent: there is another home, and a birthday or a death that nobody recorded."""
    if kind is LifeKind.MOVED_WITHIN:
        return bool(homes_of(user, child))
    return (
        kind not in (LifeKind.EIGHTEEN, LifeKind.DIED)
        or not child.life_events.filter(kind=kind, in_error=False).exists()
    )


def event_href(child: Child, kind: LifeKind) -> str:
    return reverse("life_event_new", args=[child.ref, slug(kind)])


def slug(kind: LifeKind) -> str:
    """As the kind stands in an address: moved-away."""
    return kind.value.lower().replace("_", "-")


def kind_of(text: str) -> LifeKind | None:
    """The kind of an address, or None."""
    return next((kind for kind in LifeKind if slug(kind) == text), None)


def kind_words(kind: LifeKind, child: Child) -> str:
    """What happened to this child: the death of one who is not born is the end of the pregnancy."""
    return words.PREGNANCY_ENDED if kind is LifeKind.DIED and child.is_unborn else kind.label


def plan_lines(user: User, child: Child, on: dt.date) -> Sequence[TaskLine]:
    """The end of the plan that runs: what waits for a second person, and what can be asked for."""
    plan = open_plan(child)
    if plan is None or not may_for(user, Permission.RECORD_LIFE_EVENT, child):
        return []
    waiting = ending_of(plan, on)
    if waiting is not None:
        note = f"{_why(waiting)}. Asked for by {waiting.asked_by.full_name}"
        href = reverse("plan_ending", args=[waiting.ref])
        return [TaskLine("The end of the plan waits for a second person", href, note)]
    return [
        TaskLine(
            "Ask that the plan ends",
            reverse("plan_ending_new", args=[event.ref]),
            sentence(told(event, child)),
        )
        for event in events_that_end(child)
    ]


def family_lines(user: User, child: Child, on: dt.date) -> Sequence[TaskLine]:
    """A sibling, a home, an arrival, an earlier plan: each on its own page."""
    family = child.family
    found = []
    if family and may_for(user, Permission.ADD_CHILD, child):
        add, home = reverse("family_child_new", args=[family.ref]), reverse("home_new", args=[family.ref])
        found += [
            TaskLine("Add a brother or sister", add, "Found, or born or expected since"),
            TaskLine("Add a home of the family", home, "A child moves there once it is recorded"),
        ]
    if family and arrives(child, on) and may_for(user, Permission.ASK_CONFERENCE, child):
        href, note = reverse("request_new", args=[family.ref]), "On another authority’s plan"
        found.append(TaskLine("Request a transfer-in conference", href, note))
    if may_for(user, Permission.RECORD_PLAN_ELSEWHERE, child):
        href, note = reverse("plan_elsewhere_new", args=[child.ref]), "The plan history is checked again"
        found.append(TaskLine("Record an earlier plan with another authority", href, note))
    return found


def told(event: LifeEvent, child: Child) -> str:
    """Moved to another authority for good, 14 May 2018 (Leeds)."""
    where = f" ({words.authority(event.authority_name, event.authority)})" if event.authority_name else ""
    return f"{kind_words(LifeKind(event.kind), child)}, {uk_date(event.day)}{where}"


# ----- Plans that end without a review ---------------------------------------------------------------------

WAITING = [Column(text) for text in ("Child", "Why the plan ends", "On", "Asked for by", "Lapses after")]
OWED = [Column(text) for text in ("Child", "What happened", "What to do")]
CONFERENCE_FIRST = "Wait for the other authority’s conference, then ask"


def waiting_table(endings: Iterable[PlanEnding]) -> Table:
    """What a second person must confirm."""
    rows = [_ending(one) for one in endings]
    empty = "Nothing waits."
    return Table("Waiting for a second person", WAITING, rows, empty, row_heads=True, stack=True)


def _why(one: PlanEnding) -> str:
    return words.end_reason(one.end_reason, is_unborn=one.plan.child.is_unborn)


def _ending(one: PlanEnding) -> list[Any]:
    link = Cell(one.plan.child.display_name, href=reverse("plan_ending", args=[one.ref]))
    why = _why(one)
    return [
        link,
        why,
        uk_date(one.end_date),
        f"{one.asked_by}, {uk_date(one.asked_at)}",
        uk_date(one.last_date),
    ]


def owed_table(found: Iterable[Owed]) -> Table:
    """Plans without an end though something ends them, with the day to which one is known to have run."""
    rows = [_owed(one) for one in found]
    empty = "There is no such plan."
    return Table(
        "Plans without an end, though something ends them, and nobody asked yet",
        OWED,
        rows,
        empty,
        row_heads=True,
        stack=True,
    )


def _owed(one: Owed) -> list[Any]:
    child, event = one.plan.child, one.event
    known = f"Known to have run to {uk_date(one.told_to)}, not since" if one.told_to else ""
    link = Cell(child.display_name, href=reverse("child_changes", args=[child.ref]), note=known)
    if event is not None:
        is_move = event.kind == LifeKind.MOVED_AWAY
        href, note = reverse("plan_ending_new", args=[event.ref]), CONFERENCE_FIRST if is_move else ""
        return [link, told(event, child), Cell("Ask that the plan ends", href=href, note=note)]
    if child.death_date:
        died = f"{kind_words(LifeKind.DIED, child)}, {uk_date(child.death_date)}"
        return [link, died, Cell("Record it", href=event_href(child, LifeKind.DIED))]
    assert child.birth_date is not None
    href = event_href(child, LifeKind.EIGHTEEN)
    return [link, f"18 since {uk_date(birthday(child.birth_date))}", Cell("Record it", href=href)]


def ending_rows(one: PlanEnding) -> list[SummaryRow]:
    """All that a second person must know of an ending."""
    rows = [
        SummaryRow("Plan since", uk_date(one.plan.start_date)),
        SummaryRow("What happened", told(one.event, one.plan.child)),
        SummaryRow("Why the plan ends", _why(one)),
        SummaryRow("The plan ends on", uk_date(one.end_date)),
        SummaryRow("How it is known", one.evidence),
    ]
    if one.step_down:
        rows.append(SummaryRow("Where support goes", label(StepDown, one.step_down)))
    rows.append(SummaryRow("Asked for by", f"{one.asked_by}, {uk_moment(one.asked_at)}"))
    if not one.closed_at:
        return [*rows, SummaryRow("Lapses after", uk_date(one.last_date))]
    ended = f"{Outcome(one.outcome).label} by {one.closed_by}, {uk_moment(one.closed_at)}"
    why = [SummaryRow("Why", one.closed_reason)] if one.closed_reason else []
    return [*rows, SummaryRow("How it ended", ended), *why]


def who_ended(plan: Plan) -> str:
    """Who asked for the end of a plan without a review and who confirmed it; "" of other ends."""
    done = next((one for one in plan.endings.all() if one.outcome == Outcome.CONFIRMED), None)
    if done is None or done.closed_by is None:
        return ""
    return f"Asked for by {done.asked_by.full_name}, confirmed by {done.closed_by.full_name}."


def waiting_line(plan: Plan | None, on: dt.date) -> str:
    """The end of this plan waits; "" where it does not."""
    ending = ending_of(plan, on) if plan else None
    if ending is None:
        return ""
    why, day = lower_first(_why(ending)), uk_date(ending.end_date)
    return f"The end of this plan on {day} waits for a second person to confirm it: {why}."


# ----- One event -------------------------------------------------------------------------------------------


def saved(event: LifeEvent, ending: PlanEnding | None) -> str:
    """What was done, and what waits."""
    said = "This is recorded."
    if ending is not None:
        return f"{said} The plan ends on {uk_date(ending.end_date)} once a second person confirms it."
    if event.kind == LifeKind.MOVED_AWAY and event.conference_date is None:
        return f"{said} A plan goes on here until the other authority has held its conference."
    return said


def entry(event: LifeEvent) -> tuple[str, list[str]]:
    """As the timeline tells it: what happened, and who recorded it when."""
    parts = []
    if event.expected_birth_date:
        parts.append(f"The birth was expected on {uk_date(event.expected_birth_date)}.")
    if event.authority_name:
        parts.append(f"To {words.authority(event.authority_name, event.authority)}.")
    if event.conference_date:
        parts.append(f"Its conference was held on {uk_date(event.conference_date)}.")
    if event.name:
        old = f"{event.name.given_names} {event.name.family_name}".strip()
        parts.append(f"Known until then as {old}.")
    who = f"Recorded by {event.recorded_by.full_name} on {uk_date(event.recorded_at)}."
    title = kind_words(LifeKind(event.kind), event.child)
    return title, [*parts, sentence(event.evidence), who]


def first_end(event: LifeEvent) -> dict[str, object]:
    """What the form of a plan's end begins with: of a move nobody knows the day."""
    return {} if event.kind == LifeKind.MOVED_AWAY else {"ends": event.day}


def checked_rows(told: Happening, child: Child, home: Household | None) -> list[SummaryRow]:
    """What was typed, to be checked."""
    rows = [
        ("What happened", kind_words(told.kind, child)),
        ("Day", uk_date(told.day)),
        ("Sex", label(Sex, told.sex) if told.sex else ""),
        ("New name", f"{told.given_names} {told.family_name}".strip()),
        ("NHS number", told.nhs_number),
        ("Home", home.name if home else ""),
        (
            "Authority",
            words.authority(told.authority_name, told.authority) if told.authority is not None else "",
        ),
        ("The plan ends on", uk_date(told.ends)),
        ("Where support goes", label(StepDown, told.step_down) if told.step_down else ""),
        ("How it is known", told.evidence),
    ]
    return [SummaryRow(name, value) for name, value in rows if value]


def waits_words(told: Happening, life: Life, on: dt.date) -> str:
    """What waits after it: a second person, or the other authority's conference; "" where nothing does."""
    ends = end_of_plan(told, life, on)
    if ends is not None:
        return (
            f"The plan ends on {uk_date(ends)}, without a review, once a second person confirms it. Until"
            " then it goes on."
        )
    if told.kind is LifeKind.MOVED_AWAY and life.plan_start:
        return (
            "The plan stays here until the other authority has held its conference. Record its day then, and"
            " ask that the plan ends."
        )
    return ""
