"""One earlier plan in words: what it was to change, how it was kept, how it ended, what followed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from conferences.queries.consultations_facts_child import KnownPlan, Punctuality
from conferences.rules.replans import FoundIn, gap_band
from conferences.rules.vocabulary import Category, EndReason, StepDown
from conferences.views.presenters import words
from conferences.views.presenters.requests import told_since
from safeguarding.labelled import label
from safeguarding.models import Allocation
from safeguarding.pagekit.components import Cell, Entry, SummaryRow, Tag
from safeguarding.wording import joined, lower_first, sentence, uk_date, upper_first
from safeguarding.workingdays import span

NOT_RECORDED = "Not recorded"
NO_PLAN = "None is known"
RUNS = "It runs"


def is_running(plan: KnownPlan) -> bool:
    """Whether a plan of ours, or one that we hold, has not ended."""
    return plan.life is not None and plan.end is None


def ran(plan: KnownPlan, asked: date) -> bool:
    """Whether a plan of ours, or one that we hold, ran on a day: it had begun and not ended."""
    return plan.life is not None and (plan.end is None or plan.end > asked)


def run_words(plan: KnownPlan) -> str:
    """Of a plan that ran when it was asked: since when, and until when."""
    began = f"A plan began on {uk_date(plan.start)}"
    if plan.end is not None:
        return f"{began} and ran until {uk_date(plan.end)}"
    return f"{began}{words.known_to(plan.life.told_to if plan.life else None) or ' and runs'}"


def where(plan: KnownPlan) -> str:
    """Here, elsewhere, or under an earlier name or number of the child."""
    if plan.found_in is FoundIn.OTHER_RECORD:
        return "under another record"
    return "elsewhere" if plan.found_in is FoundIn.ELSEWHERE else "here"


def in_short(plan: KnownPlan | None) -> Cell:
    """Neglect, 9 months; with its days, chair and social worker."""
    if plan is None:
        return Cell(NO_PLAN)
    chair, worker = _chair(plan), _worker(plan)
    people = [
        f"Chair: {chair or lower_first(NOT_RECORDED)}.",
        f"Worker: {worker or lower_first(NOT_RECORDED)}.",
    ]
    return Cell(f"{_category(plan)}{_length(plan)}", note=" ".join([f"{days(plan)}.", *people]))


def why_ended(plan: KnownPlan | None) -> Cell:
    if plan is None:
        return Cell("")
    return Cell(RUNS if is_running(plan) else _why(plan))


def what_followed(plan: KnownPlan | None) -> Cell:
    """The step-down, how long the child in need plan after it lasted, and when social care closed."""
    if plan is None or is_running(plan):
        return Cell("")
    told = plan.plan.step_down if plan.plan else ""
    return Cell(label(StepDown, told) if told else NOT_RECORDED, note=" ".join(_support(plan)))


def time_since(plan: KnownPlan | None, asked: date) -> Cell:
    """How long before the question the last plan ended, and in which band that is."""
    if plan is None or plan.end is None:
        return Cell("")
    if plan.end > asked:
        return Cell("It had not ended when this was raised")
    return Cell(str(span(plan.end, asked)), tag=Tag(gap_band(plan.end, asked).label, "grey"))


def punctuality(plan: KnownPlan | None) -> Cell:
    """How the reviews and core groups of the last plan were kept, as far as they are recorded."""
    if plan is None:
        return Cell("")
    if plan.life is None:
        return Cell(NOT_RECORDED)
    return Cell(_counted("Reviews", plan.reviews), note=_counted("Core groups", plan.core_groups))


def _counted(title: str, found: Punctuality) -> str:
    if not found.held:
        return f"{title}: none is recorded."
    told = f"{title}: {found.on_time} of {found.held} on time"
    return sentence(
        f"{told}; {found.unmet} fell due and {_is(found.unmet)} not recorded" if found.unmet else told
    )


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def last_rows(plan: KnownPlan | None) -> list[SummaryRow]:
    """What the last plan was to change, whether it did, and how it went afterwards."""
    if plan is None:
        return []
    return [
        SummaryRow("What the last plan was to change", _typed(wanted(plan))),
        SummaryRow("Whether it did", _typed(_changed(plan))),
        SummaryRow("Whether it held", _typed(_followed_up(plan))),
    ]


def _typed(lines: list[str]) -> object:
    return words.typed("\n".join(lines)) if lines else NOT_RECORDED


def wanted(plan: KnownPlan) -> list[str]:
    """What it was to change: the worries when it began, and its actions."""
    worries = [plan.began.worried_about] if plan.began and plan.began.worried_about else []
    actions = [f"{one.what} ({one.who}, by {uk_date(one.by_date)})" for one in plan.actions]
    return [*worries, *actions]


def _changed(plan: KnownPlan) -> list[str]:
    part = plan.ended
    told = []
    if part and part.working_well:
        told.append(f"Working well at its last conference: {part.working_well}")
    if part and part.worried_about:
        told.append(f"Worried about then: {part.worried_about}")
    if told and plan.actions:
        told.append("Whether each action was done is not recorded.")
    return told


def grave_first(plan: KnownPlan) -> list[str]:
    """Whether it changed that: what was worried about at its last conference, then what worked well."""
    part = plan.ended
    if part is None:
        return []
    worried, well = part.worried_about, part.working_well
    return [
        *([f"Worried about at its last conference: {worried}"] if worried else []),
        *([f"Working well: {well}"] if well else []),
    ]


def _followed_up(plan: KnownPlan) -> list[str]:
    held = [one for one in plan.plan.follow_ups.all() if not one.in_error] if plan.plan else []
    return [f"{one.get_which_display()}, {uk_date(one.held_date)}: {one.how_child_is}" for one in held]


def entry(plan: KnownPlan, asked: date, looked: Sequence[str] = ()) -> Entry:
    """One plan of the timeline; `looked`: what was looked up after it ended."""
    return Entry(
        title=_title(plan),
        when=days(plan),
        lines=[line for line in [*_lines(plan, asked), *looked] if line],
        byline=_chair(plan),
        tag=gap(plan, asked),
    )


def line(plan: KnownPlan) -> str:
    """Neglect, 5 January 2015 to 1 February 2016. Risk reduced: decided at a review conference."""
    told = sentence(f"{_category(plan)}, {lower_first(days(plan))}")
    return told if is_running(plan) else f"{told} {sentence(_why(plan))}"


def _title(plan: KnownPlan) -> str:
    if plan.end is not None:
        return "Plan ended"
    return "Plan" if is_running(plan) else "Plan, end not known"


def days(plan: KnownPlan) -> str:
    """5 January 2015 to 1 February 2016."""
    start = uk_date(plan.start) or "start not known"
    if is_running(plan):
        told_to = plan.life.told_to if plan.life else None
        return f"{upper_first(start)}, {f'known to {uk_date(told_to)}' if told_to else 'runs now'}"
    return f"{upper_first(start)} to {uk_date(plan.end) or 'end not known'}"


def gap(plan: KnownPlan, asked: date) -> Tag | None:
    """In which band it ended before the question."""
    if plan.end is None or plan.end > asked:
        return None
    return Tag(f"Gap: {gap_band(plan.end, asked).label}", "grey")


def _lines(plan: KnownPlan, asked: date) -> list[str]:
    return [
        sentence(f"{_category(plan)}{_length(plan)}"),
        "" if is_running(plan) else sentence(_why(plan)),
        *_then(plan),
        f"It ended {span(plan.end, asked)} before this was raised." if plan.end and plan.end <= asked else "",
        *_of_our_own(plan),
        *(told_since(plan.as_found) if plan.as_found else []),
        f"Found in: {_place(plan)}.",
    ]


def _then(plan: KnownPlan) -> list[str]:
    if is_running(plan):
        return []
    told = plan.plan.step_down if plan.plan else ""
    if not told:
        return ["What followed is not recorded.", *(_support(plan) if plan.support else [])]
    return [f"Then: {label(StepDown, told)}.", *_support(plan)]


def _of_our_own(plan: KnownPlan) -> list[str]:
    """How it was kept and by whom: of a plan elsewhere nothing is known of either."""
    if plan.life is None:
        return []
    workers = [one.worker.full_name for one in plan.workers if one.worker]
    names = joined(list(dict.fromkeys(workers)))
    return [
        _counted("Reviews", plan.reviews),
        _counted("Core groups", plan.core_groups),
        f"Workers: {names}." if names else "Workers: none is recorded.",
    ]


def _support(plan: KnownPlan) -> list[str]:
    """The child in need plan after it, and when the spell in need was closed."""
    told, after = [], plan.support
    if after is not None and after.end_date:
        told.append(
            f"Child in need plan for {span(after.start_date, after.end_date)}, to {uk_date(after.end_date)}."
        )
    elif after is not None:
        told.append(f"Child in need plan since {uk_date(after.start_date)}: its end is not recorded.")
    elif plan.plan and plan.plan.step_down == StepDown.CIN_PLAN:
        told.append("No child in need plan is recorded after it.")
    closed = plan.closed.closure_date if plan.closed else None
    if closed and plan.end:
        told.append(f"Closed to social care {_after(plan.end, closed)}.")
    return told


def _after(end: date, closed: date) -> str:
    return "on the same day" if closed == end else f"{span(end, closed)} later"


def _category(plan: KnownPlan) -> str:
    if plan.plan is not None:
        return words.categories(plan.plan)
    found = plan.elsewhere or plan.as_found
    return label(Category, found.category) if found and found.category else "Category not known"


def _length(plan: KnownPlan) -> str:
    if plan.life is not None:
        return f", {plan.life.length}"
    return f", {span(plan.start, plan.end)}" if plan.start and plan.end else ""


def _why(plan: KnownPlan) -> str:
    if plan.plan is not None and plan.plan.end_reason not in ("", EndReason.NOT_RECORDED):
        return words.end_reason(plan.plan.end_reason, is_unborn=plan.plan.child.is_unborn)
    if plan.as_found is not None and plan.as_found.how_ended:
        return plan.as_found.how_ended
    return "How it ended is not recorded"


def _chair(plan: KnownPlan) -> str:
    return words.name_of(plan.last.conference.chair) if plan.last else ""


def _worker(plan: KnownPlan) -> str:
    held: Allocation | None = next(reversed(plan.workers), None)
    return words.name_of(held.worker) if held else ""


def _place(plan: KnownPlan) -> str:
    if plan.elsewhere is not None:
        return words.authority(plan.elsewhere.authority_name, plan.elsewhere.authority)
    return lower_first(label(FoundIn, plan.found_in))
