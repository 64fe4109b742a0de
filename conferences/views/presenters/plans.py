"""The plans of a life in words: the present one, the table of all, and what was counted elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from conferences.models import ConferenceChild, NextDates, Plan, PlanCategory, PlanElsewhere
from conferences.queries.children_chronology import Event, EventKind
from conferences.queries.plans_days import PlanDays
from conferences.queries.plans_history import PlanHistory, PlanOfLife
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_days import Due
from conferences.rules.vocabulary import EndReason, StepDown
from conferences.views.presenters import words
from conferences.views.presenters.due import due_tag
from conferences.views.presenters.recording_next import core_group_words, review_words
from safeguarding.access import Permission, can
from safeguarding.labelled import label
from safeguarding.models import Allocation, Child, User
from safeguarding.pagekit.components import Cell, Column, SummaryRow, Table, Tag
from safeguarding.wording import counted, joined, lower_first, number, sentence, uk_date, uk_day, upper_first

PLAN_COLUMNS = [
    Column("Plan"),
    Column("How long"),
    Column("Category"),
    Column("Reviews", numeric=True),
    Column("How it ended"),
]
ELSEWHERE_COLUMNS = [Column("Where"), Column("When"), Column("Category"), Column("How it is known")]
AFTER_BIRTH = ". It is the review after the birth, which comes first"
BESIDES = {Code.HOLD_REVIEW: "Without the birth", Code.REVIEW_AFTER_BIRTH: "Review after the birth"}
# So many days of core groups are told; of more the timeline tells.
NO_DAY = "No day chosen yet. Choose one under “Put something right or record a life event”."
MOST_DAYS = 6


@dataclass(frozen=True)
class PresentPlan:
    """The card at the head of the record: what the plan is, and when it must be looked at again."""

    heading: str
    rows: list[SummaryRow]


def present(
    history: PlanHistory,
    days: PlanDays,
    allocation: Allocation | None,
    on: date,
    planned: NextDates | None = None,
) -> PresentPlan | None:
    """The open plan as a summary, or None."""
    life = history.present
    if life is None:
        return None
    told = life.told_to is not None
    rows = [
        *told_rows(life),
        SummaryRow("Since", f"{uk_date(life.plan.start_date)} ({life.length}{_to(life)})"),
        SummaryRow("Category", category_story(life)),
        *ending_rows(days.ending, on, told),
        *review_rows(days.reviews, on, told),
        *core_group_rows(life, days.core_group, on, told),
        *planned_rows(life, planned),
        SummaryRow("Last conference", last_conference(life)),
        SummaryRow("Chair", chair(life)),
        SummaryRow("Team and worker", team_and_worker(allocation)),
    ]
    held = life.plan.held_for_other_authority
    return PresentPlan("Another authority’s plan, held here" if held else on_a_plan(life), rows)


def on_a_plan(life: PlanOfLife) -> str:
    """On a child protection plan; or on 31 March 2024, where nobody has known since."""
    then = f" on {uk_date(life.told_to)}" if life.told_to else ""
    return f"On a child protection plan{then}"


def _to(life: PlanOfLife) -> str:
    return " to that day" if life.told_to else ""


def told_rows(life: PlanOfLife) -> list[SummaryRow]:
    """What is known of an open plan that only a file told of, and what is not."""
    if life.told_to is None:
        return []
    told = f"To {uk_date(life.told_to)}, by a census file. Whether it goes on is not recorded here."
    return [SummaryRow("Known", told)]


def ending_rows(due: Due | None, on: date, told: bool = False) -> list[SummaryRow]:
    """By when somebody ends a plan that something ended, counted from that."""
    rows = [("To be ended", _by(due, on, told)), ("Counted from", due.explanation)] if due else []
    return [SummaryRow(name, value) for name, value in rows]


def review_rows(reviews: Sequence[Due], on: date, told: bool = False) -> list[SummaryRow]:
    """When the next review is due, why then, how that stands, and how it was counted; then the day by which
    it would be due besides: one review meets both. `told`: by what a file tells, of a day that is over.
    """
    if not reviews:
        return []
    first, *others = reviews
    why = AFTER_BIRTH if first.code is Code.REVIEW_AFTER_BIRTH else ""
    return [
        SummaryRow("Next review due", f"{_by(first, on, told)}{why}"),
        SummaryRow("How it is counted", sentence(first.explanation)),
        *[SummaryRow(BESIDES[due.code], f"By {uk_day(due.date)}") for due in others],
    ]


def core_group_rows(life: PlanOfLife, due: Due | None, on: date, told: bool = False) -> list[SummaryRow]:
    """When its core group met, by when it must meet next, and how that was counted."""
    met = [uk_date(group.held_date) for group in life.plan.core_groups.all() if not group.in_error]
    said = joined(met) if len(met) <= MOST_DAYS else f"{number(len(met))}, the last on {met[-1]}"
    rows = [SummaryRow("Core groups", said)] if met else []
    if due is None:
        return rows
    which = "First core group due" if due.code is Code.HOLD_FIRST_CORE_GROUP else "Next core group due"
    return [
        *rows,
        SummaryRow(which, _by(due, on, told)),
        SummaryRow("How that is counted", sentence(due.explanation)),
    ]


def planned_rows(life: PlanOfLife, planned: NextDates | None) -> list[SummaryRow]:
    """The days that its last conference chose: for a core group until one met after that conference."""
    if planned is None:
        return []
    held = planned.part.conference_child.conference.held_date if planned.part.conference_child else None
    met = [one.held_date for one in life.plan.core_groups.all() if not one.in_error]
    rows = [SummaryRow("Review conference planned for", review_words(planned) or NO_DAY)]
    if not any(held and day > held for day in met):
        rows.insert(0, SummaryRow("Core group planned for", core_group_words(planned) or NO_DAY))
    return rows


def _by(due: Due, on: date, told: bool) -> str:
    """By Monday 30 April 2018: 3 working days left; `told`: by what a file tells of a day that is over."""
    if told:
        return f"By {uk_day(due.date)}, by what was known then"
    tag = due_tag(due.date, on)
    return f"By {uk_day(due.date)}: {lower_first(tag.text)}" if tag else f"By {uk_day(due.date)}"


def core_group_href(user: User, child: Child, history: PlanHistory) -> str:
    """Where a core group of the present plan is recorded, for those who may; none is held after a death."""
    life = history.present
    if life is None or child.death_date or not can(user, Permission.RECORD_CORE_GROUP):
        return ""
    return words.address("core_group_new", life.plan.ref)


def core_group_joins_href(user: User, child: Child, plan: Plan | None, planned: NextDates | None) -> str:
    """Where somebody is put into the core group that the last conference left, for those who may."""
    if plan is None or planned is None or child.death_date or not can(user, Permission.WRITE_RECORD):
        return ""
    return words.address("core_group_joins", plan.ref)


def follow_up_href(user: User, child: Child, ended: Plan | None) -> str:
    """Where a follow-up of the plan that ended last is recorded, for those who may; nobody asks after a
    death.
    """
    if ended is None or child.death_date or not can(user, Permission.RECORD_FOLLOW_UP):
        return ""
    return words.address("follow_up_new", ended.ref)


def consult_href(user: User, child: Child) -> str:
    """Where a consultation about the child is raised by hand, for those who may."""
    may = child.family_id and can(user, Permission.CONSULT)
    return words.address("consultation_raise", child.ref) if may else ""


def elsewhere_href(user: User, child: Child) -> str:
    """Where a plan with another authority is recorded, for those who may."""
    may = can(user, Permission.RECORD_PLAN_ELSEWHERE)
    return words.address("plan_elsewhere_new", child.ref) if may else ""


def category_story(life: PlanOfLife) -> str:
    """Neglect; or Neglect at first, emotional abuse since 4 June 2018."""
    first = words.category(life.plan.initial_category)
    latest = words.category(life.plan.latest_category)
    told = [_change(change) for change in life.changes]
    if told:
        return f"{first} at first; {'; '.join(told)}"
    return first if first == latest else f"{first} at first, {lower_first(latest)} now"


def _change(change: PlanCategory) -> str:
    when = "since" if change.date_is_exact else "known by"
    return f"{lower_first(words.category(change.category))} {when} {uk_date(change.from_date)}"


def last_conference(life: PlanOfLife) -> str:
    last = life.last_conference
    if last is None:
        return "None recorded"
    return f"{last.get_kind_display()}, {uk_date(last.conference.held_date)}"


def chair(life: PlanOfLife) -> str:
    last = life.last_conference
    return (words.name_of(last.conference.chair) if last else "") or words.NOT_KNOWN


def team_and_worker(allocation: Allocation | None) -> str:
    if allocation is None:
        return "Not allocated"
    worker = words.name_of(allocation.worker)
    return f"{allocation.team.name}, {worker}" if worker else f"{allocation.team.name}, no worker named"


def table(history: PlanHistory) -> Table:
    """Every plan of the child's life that is held here, the latest first."""
    rows = [_row(life) for life in sorted((*history.plans, *history.held), key=_start, reverse=True)]
    empty = "No child protection plan of this child here is recorded."
    return Table("Plans of this child’s life", PLAN_COLUMNS, rows, empty=empty, row_heads=True, stack=True)


def _start(life: PlanOfLife) -> str:
    return life.plan.start_date.isoformat()


def _row(life: PlanOfLife) -> list[Cell]:
    plan = life.plan
    start, end = uk_date(plan.start_date), uk_date(plan.end_date) if plan.end_date else "now"
    dates = f"{start}, open on {uk_date(life.told_to)}" if life.told_to else f"{start} to {end}"
    gap = f"{life.gap} after the plan before it ended" if life.gap else ""
    open_tag = Tag("Open", "blue") if life.is_open and not life.told_to else None
    whose = "Another authority’s plan, held here" if plan.held_for_other_authority else gap
    return [
        Cell(dates, plan_href(plan), tag=open_tag, note=whose),
        Cell(str(life.length)),
        Cell(words.categories(plan)),
        Cell(len(life.reviews)),
        Cell(ending(life), note=_after(life)),
    ]


def ending(life: PlanOfLife) -> str:
    """The reason as recorded; words for a census, which gives none."""
    if life.is_open:
        return "Not known since" if life.told_to else "Has not ended"
    reason = life.plan.end_reason
    if not reason or reason == EndReason.NOT_RECORDED:
        return "Reason not recorded"
    return words.end_reason(reason, is_unborn=life.plan.child.is_unborn)


def _after(life: PlanOfLife) -> str:
    """Then: Child in need plan. Followed up on 20 November 2026."""
    then = f"Then: {label(StepDown, life.plan.step_down)}" if life.plan.step_down else ""
    days = [uk_date(one.held_date) for one in life.plan.follow_ups.all() if not one.in_error]
    return ". ".join(part for part in (then, f"Followed up on {joined(days)}" if days else "") if part)


def elsewhere(history: PlanHistory) -> Table | None:
    """Plans of other authorities, as far as they are known; no table where there are none."""
    if not history.elsewhere:
        return None
    rows = [_elsewhere(plan) for plan in history.elsewhere]
    return Table("Plans elsewhere", ELSEWHERE_COLUMNS, rows, row_heads=True, stack=True)


def _elsewhere(plan: PlanElsewhere) -> list[Cell]:
    start = uk_date(plan.start_date) or "start not known"
    end = uk_date(plan.end_date) or "end not known"
    return [
        Cell(words.authority(plan.authority_name, plan.authority)),
        Cell(f"{upper_first(start)} to {end}"),
        Cell(words.category(plan.category) if plan.category else words.NOT_KNOWN),
        Cell(plan.how_known),
    ]


def difference(history: PlanHistory) -> str:
    """A sentence where the count that came with the plan is not what is held; nothing where they agree."""
    if not history.counts_differ:
        return ""
    assert history.recorded_before is not None
    said = f"{counted(history.recorded_before, 'plan')} before this one"
    held = counted(history.here_before, "plan")
    known = f"{held} is held here" if history.here_before == 1 else f"{held} are held here"
    others = f", and {counted(len(history.elsewhere), 'plan')} elsewhere" if history.elsewhere else ""
    return f"The census counted {said}; {known}{others}. Ask where the others were before relying on this."


def summary(history: PlanHistory) -> str:
    """One sentence about the plans of a life: On a plan for the 2nd time; 1 plan, ended 4 June 2017."""
    total = len(history.plans)
    if history.present is not None:
        if history.present.plan.held_for_other_authority:
            return "On another authority’s plan, held here."
        since = f"since {uk_date(history.present.plan.start_date)}"
        return (
            f"{on_a_plan(history.present)}, {since}."
            if history.told_to
            else f"On a child protection plan {since}."
        )
    to = f", as far as is known: to {uk_date(history.told_to)}" if history.told_to else ""
    if not total:
        return f"No child protection plan here is recorded{to}."
    ended = uk_date(history.plans[0].plan.end_date)
    now = f"Not on a plan{to}" if to else "Not on a plan now"
    return f"{now}. {counted(total, 'plan')} here, the last ended {ended}."


def record_of(attended: ConferenceChild) -> str:
    """The address of a conference’s record; "" where it was not recorded here, or the reader sees not all
    whom it was about.
    """
    meeting = getattr(attended.conference, "booking", None)
    return words.address("record", meeting.ref) if meeting else ""


def held_at(attended: ConferenceChild) -> str:
    return uk_date(attended.conference.held_date)


LINKS = {EventKind.CONFERENCE: "Read the record of this conference", EventKind.PLAN_BEGAN: "See this plan"}


def plan_href(plan: Plan | None) -> str:
    """The page of a plan; "" where there is none."""
    return reverse("plan", args=[plan.ref]) if plan else ""


def leads_to(event: Event, *, of_many: bool) -> str:
    """Where an event of a timeline leads; of plans that began together the family's own page does."""
    if event.kind is EventKind.PLAN_BEGAN and not of_many:
        return plan_href(event.record)
    return record_of(event.record) if event.kind is EventKind.CONFERENCE else ""
