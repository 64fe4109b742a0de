"""The page of a plan in words: what the child needs and what will be different, who does what, how it is
known, and what could be said better.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.template.defaultfilters import linebreaksbr
from django.urls import reverse

from conferences.models import ChildPart, PlanAction, PlanNeed
from conferences.queries.plans import PlanShown
from conferences.rules.corrections import BY_KIND, RecordKind
from conferences.rules.plans_smarter import JUDGED_LATER, Advice, Words, advice_on
from conferences.rules.vocabulary import Category, EndReason
from conferences.views.presenters.corrections import correction_line
from conferences.views.presenters.plans import plan_href
from conferences.views.presenters.recording_next import core_group_words, group_words, review_words
from safeguarding.labelled import label
from safeguarding.pagekit.components import Column, SummaryRow, Table
from safeguarding.wording import counted, joined, uk_date
from safeguarding.workingdays import days_between, span

NOT_SAID = "Not said"
NO_DAY = "No day chosen yet"
NOTHING = "No conference that was recorded here wrote a need or an action of this plan."
NOTHING_NOW = "Nothing is in the plan now."
ONLY_OUTLINE = "Until a need or an action is written, this is the outline of the plan."
LATER = f"{joined(list(JUDGED_LATER))}: each action is looked at in core groups and conferences."


@dataclass(frozen=True)
class ActionShown:
    """One action: what it is, its facts, what could be said better, and where it is changed, if at all."""

    what: str
    rows: list[SummaryRow]
    advice: list[Advice]
    notes: list[str]
    href: str = ""
    ended: str = ""

    @property
    def advice_title(self) -> str:
        return f"{counted(len(self.advice), 'thing')} could be said better"


@dataclass(frozen=True)
class NeedShown:
    """A need with what will be different, and its actions; `need` is "" for actions that are for none."""

    heading: str
    need: str
    outcome: str
    actions: list[ActionShown]
    notes: list[str]
    href: str = ""
    ended: str = ""


@dataclass(frozen=True)
class Version:
    """What one conference agreed, in words."""

    heading: str
    needs: list[tuple[str, str]]
    actions: list[str]


@dataclass(frozen=True)
class PlanPage:
    """A plan as its page has it. `ended` are needs and actions that are in it no more; `nothing` says that
    none is in it, and is "" where one is.
    """

    name: str
    heading: str
    href: str
    rows: list[SummaryRow]
    needs: list[NeedShown]
    ended: list[NeedShown]
    nothing: str
    outline: str
    is_outline: bool
    advice_line: str
    versions: list[Version]
    group_rows: list[SummaryRow]
    add_href: str = ""


def plan_page(shown: PlanShown, on: date, *, changes: bool) -> PlanPage:
    """`changes`: whether the reader may change it between conferences."""
    plan, part = shown.plan, shown.standing
    is_open = plan.end_date is None
    needs, ended = _needs(shown, part, changes=changes and is_open) if part else ([], [])
    actions = [action for need in needs for action in need.actions]
    name, is_written = plan.child.display_name, any(_lines(one) for one in shown.parts)
    return PlanPage(
        name=name,
        heading=f"Plan of {name}",
        href=plan_href(plan),
        rows=_facts(shown, on),
        needs=needs,
        ended=ended,
        nothing="" if needs else NOTHING_NOW if is_written else NOTHING,
        outline=shown.outline,
        is_outline=bool(shown.outline) and not is_written,
        advice_line=_advice_line(actions) if is_open else "",
        versions=[_version(one) for one in _written(shown)[:2]],
        group_rows=_group_rows(shown),
        add_href=reverse("plan_action_new", args=[plan.ref]) if changes and is_open and part else "",
    )


def _facts(shown: PlanShown, on: date) -> list[SummaryRow]:
    plan = shown.plan
    last = plan.end_date or on
    lasted, days = str(span(plan.start_date, last)), counted(days_between(plan.start_date, last), "day")
    rows = [
        SummaryRow("Since", uk_date(plan.start_date)),
        SummaryRow("On the plan", days if lasted == days else f"{lasted}, {days}"),
        SummaryRow("Category", label(Category, plan.latest_category)),
    ]
    if plan.end_date:
        why = f": {label(EndReason, plan.end_reason).lower()}" if plan.end_reason else ""
        rows.append(SummaryRow("Ended", f"{uk_date(plan.end_date)}{why}"))
    return [*rows, SummaryRow("Agreed by", _agreed_by(shown))]


def _agreed_by(shown: PlanShown) -> str:
    part = shown.standing
    if part is None:
        return "No conference that was recorded here"
    said = f"The conference on {uk_date(_meeting_day(part))}"
    if part is not shown.parts[0]:
        return f"{said}. The conference on {uk_date(_meeting_day(shown.parts[0]))} wrote nothing else."
    return said


def _meeting_day(part: ChildPart) -> date:
    assert part.conference_child is not None  # It is of a plan.
    return part.conference_child.conference.held_date


def _group_rows(shown: PlanShown) -> list[SummaryRow]:
    met = [uk_date(one.held_date) for one in shown.core_groups]
    rows = [SummaryRow("Who is of it", group_words(shown.members) if shown.members else "Nobody chosen yet")]
    rows.append(SummaryRow("It met", joined(met) if met else "No core group is recorded"))
    if shown.plan.end_date is None:
        rows.append(SummaryRow("Core group planned for", core_group_words(shown.planned) or NO_DAY))
        rows.append(SummaryRow("Review conference planned for", review_words(shown.planned) or NO_DAY))
    return rows


# ----- Needs and actions -----------------------------------------------------------------------------------


def _needs(shown: PlanShown, part: ChildPart, *, changes: bool) -> tuple[list[NeedShown], list[NeedShown]]:
    """Those that are in the plan, and those that are in it no more. An action that goes on when its need
    does not stands with those for none.
    """
    stand, gone = [], []
    needs = {need.pk: need for need in part.needs.all()}
    loose = [one for one in part.actions.all() if one.need_id is None]
    for need in needs.values():
        actions = [one for one in part.actions.all() if one.need_id == need.pk]
        own = [one for one in actions if one.is_in_plan]
        out = [one for one in actions if not one.is_in_plan]
        if need.is_in_plan:
            stand.append(_need(shown, need, own, changes=changes))
        else:
            loose += own
        if out or not need.is_in_plan:
            gone.append(_need(shown, need, out, changes=changes))
    for group, found in ((stand, True), (gone, False)):
        if some := [one for one in loose if one.is_in_plan is found]:
            shown_actions = [
                _action(shown, one, needs.get(one.need_id or 0), changes=changes) for one in some
            ]
            group.append(NeedShown(_loose_heading(needs, some), "", "", shown_actions, []))
    return stand, gone


def _loose_heading(needs: Mapping[int, PlanNeed], actions: Sequence[PlanAction]) -> str:
    if any(one.need_id for one in actions):
        return "Actions for no need that is in the plan"
    return "Actions for no need" if needs else "Actions"


def _need(shown: PlanShown, need: PlanNeed, actions: Sequence[PlanAction], *, changes: bool) -> NeedShown:
    return NeedShown(
        heading=f"Need {need.number}",
        need=need.need,
        outcome=need.outcome,
        actions=[_action(shown, one, need, changes=changes) for one in actions],
        notes=_notes(shown, RecordKind.PLAN_NEED, need.pk),
        href=_href(shown, RecordKind.PLAN_NEED, need.pk) if changes else "",
        ended=_ended(need),
    )


def _action(shown: PlanShown, one: PlanAction, need: PlanNeed | None, *, changes: bool) -> ActionShown:
    said = {
        "Who": one.who,
        "By when": uk_date(one.by_date),
        "How we will know": linebreaksbr(one.measure) if one.measure else NOT_SAID,
        "What will show it": linebreaksbr(one.evidence),
        "Service": one.service,
        "They agreed": uk_date(one.agreed_date),
        "In the plan since": uk_date(one.added_date),
    }
    return ActionShown(
        what=one.what,
        rows=[SummaryRow(key, value) for key, value in said.items() if value],
        advice=_advice(shown, one, need) if one.is_in_plan and shown.plan.end_date is None else [],
        notes=_notes(shown, RecordKind.PLAN_ACTION, one.pk),
        href=_href(shown, RecordKind.PLAN_ACTION, one.pk) if changes else "",
        ended=_ended(one),
    )


def _ended(one: PlanNeed | PlanAction) -> str:
    if one.in_error:
        return "Recorded in error"
    return f"Ended on {uk_date(one.ended_date)}: {one.ended_words}" if one.ended_date else ""


def _notes(shown: PlanShown, kind: RecordKind, row: int) -> list[str]:
    facts = {fact.field: fact for fact in BY_KIND[kind.value].facts}
    return [correction_line(one, facts[one.field]) for one in shown.corrected(kind, row)]


def _href(shown: PlanShown, kind: RecordKind, row: int) -> str:
    return reverse("child_correct", args=[shown.plan.child.ref, kind.value.lower(), row])


# ----- What could be said better ---------------------------------------------------------------------------


def words_of_action(one: PlanAction, need: PlanNeed | None, looked_at: date | None = None) -> Words:
    """An action as the rule reads it."""
    outcome = need.outcome if need else ""
    return Words(
        one.what, one.who, one.by_date, one.measure, one.evidence, one.agreed_date, outcome, looked_at
    )


def _advice(shown: PlanShown, one: PlanAction, need: PlanNeed | None) -> list[Advice]:
    looked_at = shown.planned.review_date if shown.planned else None
    return advice_on(words_of_action(one, need, looked_at))


def _advice_line(actions: Sequence[ActionShown]) -> str:
    if not actions:
        return ""
    some = sum(1 for one in actions if one.advice)
    if not some:
        return f"{counted(len(actions), 'action')}: each says what, who, how it is known and by when."
    return f"{some} of {counted(len(actions), 'action')} could be said better: advice, which stops nothing."


def part_advice(part: ChildPart) -> list[tuple[str, list[Advice]]]:
    """What could be said better in the actions of a part that is written, with what each is."""
    needs = {need.pk: need for need in part.needs.all()}
    found = [
        (one.what, advice_on(words_of_action(one, needs.get(one.need_id or 0)))) for one in part.actions.all()
    ]
    return [(what, advice) for what, advice in found if advice]


# ----- Versions --------------------------------------------------------------------------------------------


def _written(shown: PlanShown) -> list[ChildPart]:
    return [part for part in shown.parts if any(one.is_of_record for one in _lines(part))]


def _lines(part: ChildPart) -> list[PlanNeed | PlanAction]:
    return [*part.needs.all(), *part.actions.all()]


def _version(part: ChildPart) -> Version:
    """What a conference agreed; what came in later or was never so is not of it."""
    needs = [one for one in part.needs.all() if one.is_of_record]
    actions = [one for one in part.actions.all() if one.is_of_record]
    return Version(
        heading=f"Agreed on {uk_date(_meeting_day(part))}",
        needs=[(one.need, one.outcome) for one in needs],
        actions=[f"{one.what} ({one.who}, by {uk_date(one.by_date)})" for one in actions],
    )


def lines_table(part: ChildPart, caption: str) -> Table:
    """The needs of a part, as they were saved."""
    rows = [[one.need, one.outcome] for one in part.needs.all()]
    columns = [Column("What the child needs"), Column("What will be different")]
    return Table(caption, columns, rows, "No need is recorded.", caption_size="s", row_heads=True, stack=True)
