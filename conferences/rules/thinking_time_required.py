"""When thinking time is required before a conference, for one child of it, and why in words. Pure.

Source: Trafford 2018 (L) for re-plans; Swindon (L) for the 9 and 15 months of a plan; the other causes are
what councils' own practice names. Each number is a dated setting, and 0 asks for nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from conferences.rules.workflow import ThinkingTrigger
from safeguarding.wording import counted, sentence, uk_date
from safeguarding.workingdays import add_days, add_months

DAYS_IN_A_WEEK = 7
SETTINGS = {
    "plans": "THINK_EARLIER_PLANS",
    "months": "THINK_PLAN_MONTHS",
    "early_weeks": "THINK_PLAN_EARLY_WEEKS",
    "workers": "THINK_WORKER_CHANGES",
    "differences": "THINK_DISAGREEMENTS",
    "incidents": "THINK_INCIDENTS",
}


@dataclass(frozen=True)
class Limits:
    """How many of each it takes; 0, and no months, for never."""

    plans: int
    months: tuple[int, ...]
    early_weeks: int
    workers: int
    differences: int
    incidents: int


@dataclass(frozen=True)
class Facts:
    """What is known of a child who is asked for, as of its conference on the day `meets`.

    `plans` is None where no re-plan consultation was raised. `last_held` is the last conference of the plan
    under review, its beginning included; the days are those since the plan began, each list in order.
    `split_day`, which is one of the `difference_days`: when brothers and sisters were decided on differently.
    `workers_before`: how often the changes of worker made thinking time required of this plan before.
    """

    meets: date
    plans: int | None = None
    plans_on: date | None = None
    plan_start: date | None = None
    last_held: date | None = None
    worker_days: tuple[date, ...] = ()
    workers_before: int = 0
    difference_days: tuple[date, ...] = ()
    split_day: date | None = None
    incident_days: tuple[date, ...] = ()


@dataclass(frozen=True)
class Required:
    """One reason: since which day, how many it counted, and the words for it."""

    trigger: ThinkingTrigger
    since: date
    number: int
    why: str


def limits_of(values: Mapping[str, Any]) -> Limits:
    """The limits from the values of their settings, by key."""
    return Limits(**{name: values[key] for name, key in SETTINGS.items()})


def required(facts: Facts, limits: Limits, live: date | None) -> list[Required]:
    """Every reason that holds. What happened before the service went live counts for none, nor does anything
    but a re-plan before it is `live`: nobody keeps it current.
    """
    found = [*_replan(facts, limits), *_disagreement(facts, limits)]
    return found if live is None else [*found, *_of_plan(facts, limits, live)]


def _replan(facts: Facts, limits: Limits) -> Iterator[Required]:
    if facts.plans is None or facts.plans_on is None or not 0 < limits.plans <= facts.plans:
        return
    why = f"The child was on {counted(facts.plans, 'plan')} before."
    yield Required(ThinkingTrigger.REPLAN, facts.plans_on, facts.plans, why)


def _disagreement(facts: Facts, limits: Limits) -> Iterator[Required]:
    days = facts.difference_days
    if 0 < limits.differences <= len(days):
        why = sentence(*_differences(len(days), facts.split_day))
        yield Required(ThinkingTrigger.DISAGREEMENT, days[-1], len(days), why)


def _differences(number: int, split: date | None) -> Iterator[str]:
    """A split decision is a difference that nobody disputes."""
    disputed = number - (split is not None)
    if disputed:
        yield f"Whether the child needs a conference is disputed: {counted(disputed, 'disagreement')}."
    if split is not None:
        yield f"The brothers and sisters were decided on differently on {uk_date(split)}."


def _of_plan(facts: Facts, limits: Limits, live: date) -> Iterator[Required]:
    if facts.plan_start is None or facts.last_held is None:
        return
    yield from _long_plan(facts.plan_start, facts.last_held, facts.meets, limits, live)
    moves = [day for day in facts.worker_days if day >= live]
    if limits.workers and len(moves) >= limits.workers * (facts.workers_before + 1):
        why = f"The child’s worker changed {counted(len(moves), 'time')} in this plan."
        yield Required(ThinkingTrigger.WORKERS, moves[-1], len(moves), why)
    events = [day for day in facts.incident_days if day >= live and day > facts.last_held]
    if 0 < limits.incidents <= len(events):
        why = f"New section 47 enquiries began on {uk_date(events[-1])}, while the plan ran."
        yield Required(ThinkingTrigger.INCIDENT, events[-1], len(events), why)


def _long_plan(start: date, last_held: date, meets: date, limits: Limits, live: date) -> Iterator[Required]:
    """The last of the months that the plan comes to with this conference, and had not with the one before: a
    review held so many weeks early is still the one for them.
    """
    early = limits.early_weeks * DAYS_IN_A_WEEK
    days = [(months, add_months(start, months)) for months in limits.months if months]
    reached = [
        (months, day) for months, day in days if last_held < add_days(day, -early) <= meets and day >= live
    ]
    if reached:
        months, day = reached[-1]
        why = f"The plan that began on {uk_date(start)} comes to {counted(months, 'month')}."
        yield Required(ThinkingTrigger.LONG_PLAN, day, months, why)
