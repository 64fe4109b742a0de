"""The figures again, slowly and plainly: written from the definitions' words, to catch the SQL where it errs.

It shares nothing with the rules or the queries: its numbers are written out, its working days are counted one
by one.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial

from safeguarding.bankholidays import names

HOLIDAYS = frozenset(names())
DURATIONS = (
    (91, "3_months_or_less"),
    (183, "3_to_6_months"),
    (364, "6_to_12_months"),
    (729, "1_to_2_years"),
    (10**6, "2_years_or_more"),
)
WORKING_DAYS = ((10, "0-10"), (15, "11-15"), (20, "16-20"), (10**6, "21+"))
CATEGORIES = ("NEG", "PHY", "SAB", "EMO", "MUL")
Result = tuple[int, int | None, dict[str, dict[str, int]]]


@dataclass
class APlan:
    start: date
    end: date | None
    initial: str
    latest: str
    recorded: int | None
    others: bool
    reviews: list[date] = field(default_factory=list)
    # (from which day, the category, whether it is known that it was from this day)
    changes: list[tuple[date, str, bool]] = field(default_factory=list)


@dataclass
class AnInitial:
    """An enquiry or a transfer in, with the conference that followed it, if one did."""

    began: date
    held: date | None
    needed: bool
    transfer: bool
    plan_made: bool
    decided: date | None = None
    void: bool = False


@dataclass
class AChild:
    plans: list[APlan]
    initials: list[AnInitial]
    born: date | None = None
    died: date | None = None


def working_days(start: date, end: date) -> int:
    count, day = 0, start
    while day < end:
        day += timedelta(days=1)
        count += day.weekday() < 5 and day not in HOLIDAYS
    return count


def later(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a month too short for it."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month, last)
        except ValueError:
            continue
    raise AssertionError


def is_known(day: date, references: Sequence[date], here: date | None) -> bool:
    """Whether a day lies in the year before one of the reference dates, or on or after the day `here`."""
    in_census = any(day <= reference < later(day, 12) for reference in references)
    return in_census or (here is not None and day >= here)


def every_day_known(from_: date, to: date, references: Sequence[date], here: date | None) -> bool:
    days = (from_ + timedelta(days=n) for n in range((to - from_).days + 1))
    return all(is_known(day, references, here) for day in days)


def banded(numbers: list[int], bands) -> dict[str, int]:
    found = Counter(next(key for highest, key in bands if number <= highest) for number in numbers)
    return {key: found[key] for _, key in bands}


# What is counted of the last day alone; for the others every day of the period must be known.
AT_END = {
    "plans_open",
    "rate_per_10000",
    "open_two_years",
    "open_by_duration",
    "open_by_category",
    "icpc_overdue",
    "reviews_on_time",
}
ALWAYS = date(1950, 1, 1)


def oracle(
    children: list[AChild], from_: date, to: date, references: Sequence[date] = (), here: date | None = ALWAYS
) -> dict[str, Result | None]:
    """{code: (numerator, denominator, breakdown)} by the words of the definitions; None: not known.

    `references` are the censuses' reference dates, `here` the day since when all is recorded.
    """
    all_days, last_day = (every_day_known(day, to, references, here) for day in (from_, to))
    return {
        code: result if (last_day if code in AT_END else all_days) else None
        for code, result in _counted(children, from_, to, references, here).items()
    }


def _counted(
    children: list[AChild], from_: date, to: date, references: Sequence[date], here: date | None
) -> dict[str, Result]:
    ours = [(child, plan) for child in children for plan in child.plans if not plan.others]
    open_ = [p for _, p in ours if p.start <= to and (p.end is None or p.end > to)]
    started = [(c, p) for c, p in ours if from_ <= p.start <= to]
    ended = [p for _, p in ours if p.end and from_ <= p.end <= to]
    open_days = [(to - p.start).days for p in open_]
    ended_days = [(p.end - p.start).days for p in ended if p.end]
    initial = {key: sum(p.initial == key for p in open_) for key in CATEGORIES}
    latest = Counter(category_on(p, to, references) for p in open_)
    first = {key: sum(p.initial == key for _, p in started) for key in CATEGORIES}
    return {
        "plans_open": (len(open_), None, {}),
        # Out of nothing: these populations of children are invented, and no one of the council is published.
        "rate_per_10000": (len(open_), None, {}),
        "plans_started": (len(started), None, {}),
        "plans_ended": (len(ended), None, {}),
        "repeat_plans": (sum(earlier(c, p) > 0 for c, p in started), len(started), {}),
        "repeat_within_24_months": (
            sum(soon(c, p) for c, p in started),
            len(started),
            {"": {"not_known": sum(in_question(c, p, references, here) for c, p in started)}},
        ),
        "open_two_years": (sum(days >= 730 for days in open_days), len(open_), {}),
        "ended_two_years": (sum(days >= 730 for days in ended_days), len(ended), {}),
        "open_by_duration": (len(open_), None, {"": banded(open_days, DURATIONS)}),
        "ended_by_duration": (len(ended), None, {"": banded(ended_days, DURATIONS)}),
        "open_by_category": (
            len(open_),
            None,
            {"initial": initial, "latest": {key: latest[key] for key in CATEGORIES} | _unclear(latest)},
        ),
        "started_by_category": (len(started), None, {"initial": first}),
        **_conferences(children, from_, to),
        **_reviews(
            [p for _, p in ours],
            open_,
            from_,
            to,
            partial(in_hole, references=references, here=here, plans=[p for _, p in ours]),
        ),
    }


def earlier(child: AChild, plan: APlan) -> int:
    here = sum(not other.others and other.start < plan.start for other in child.plans)
    return max(here, plan.recorded or 0)


def soon(child: AChild, plan: APlan) -> bool:
    ends = [p.end for p in child.plans if not p.others and p.start < plan.start and p.end]
    return bool(ends) and later(max(ends), 24) > plan.start


def in_question(child: AChild, plan: APlan, references: Sequence[date], here: date | None) -> bool:
    """Whether an earlier plan that is not held may have ended within the 24 months before the start."""
    held = sum(not other.others and other.start < plan.start for other in child.plans)
    if earlier(child, plan) <= held or soon(child, plan):
        return False
    window = (plan.start - timedelta(days=n) for n in range(731 + 1))
    days = [day for day in window if later(day, 24) > plan.start]
    return not all(is_known(day, references, here) for day in days)


def category_on(plan: APlan, day: date, references: Sequence[date]) -> str:
    """The category of a day: NOT_KNOWN between a census that tells of another one and the census before."""
    if not plan.changes:
        return plan.latest
    so_far = [plan.initial, *(category for since, category, _ in plan.changes if since <= day)]
    since, _, is_exact = next((change for change in plan.changes if change[0] > day), (day, "", True))
    told = any(day <= reference < since for reference in references)
    return so_far[-1] if is_exact or told or day == plan.start else "NOT_KNOWN"


def _unclear(counts: Counter[str]) -> dict[str, int]:
    return {"NOT_KNOWN": counts["NOT_KNOWN"]} if counts["NOT_KNOWN"] else {}


def _conferences(children: list[AChild], from_: date, to: date) -> dict[str, Result]:
    held = [i for c in children for i in c.initials if i.held and from_ <= i.held <= to]
    counted = [working_days(i.began, i.held) for i in held if i.held and i.held >= i.began]
    return {
        "icpc_in_15_days": (sum(n <= 15 for n in counted), len(counted), {"": banded(counted, WORKING_DAYS)}),
        "icpc_to_plan": (sum(i.plan_made for i in held), len(held), {}),
        "icpc_overdue": (sum(any(waits(c, i, to) for i in c.initials) for c in children), None, {}),
    }


def waits(child: AChild, initial: AnInitial, to: date) -> bool:
    """Past day 15 at `to`, needed, of a child on no plan then, and no conference held for it or since.

    Nor did a plan begin since, nor has the child died or turned 18.
    """
    if initial.void or initial.began >= to or any(was_on(p, initial.began) for p in child.plans):
        return False
    if not initial.needed and (initial.decided is None or initial.decided <= to):
        return False
    ends = [p.start for p in child.plans if not p.others and p.start > initial.began]
    ends += [child.died] if child.died else []
    ends += [later(child.born, 18 * 12)] if child.born else []
    if any(day <= to for day in ends):
        return False
    day_15 = initial.began
    while working_days(initial.began, day_15) < 15:
        day_15 += timedelta(days=1)
    answered = [i.held for i in child.initials if i.held and (i.held >= initial.began or i is initial)]
    return day_15 < to and not any(held <= to for held in answered)


def was_on(plan: APlan, day: date) -> bool:
    return not plan.others and plan.start < day and (plan.end is None or plan.end > day)


Hole = Callable[[date, date], bool]


def in_hole(
    after: date, before: date, references: Sequence[date], here: date | None, plans: Sequence[APlan]
) -> bool:
    """Whether a day between the two is not known, though a later one is; and an earlier one, or no review is
    told of before all that is known.
    """
    firsts = [later(reference, -12) + timedelta(days=1) for reference in references] + (
        [here] if here else []
    )
    lasts = [*references, *([date.max] if here else [])]
    if not firsts:
        return False
    between = (after + timedelta(days=n) for n in range(1, (before - after).days))
    first = min(firsts)
    return any(
        not is_known(day, references, here)
        and day < max(lasts)
        and (first < day or not tells_before(plans, first))
        for day in between
    )


def tells_before(plans: Sequence[APlan], first: date) -> bool:
    """Whether of most plans that had to be reviewed before a day and ran on it such a review is told."""
    due = [p for p in plans if (first - p.start).days > 91 and (p.end is None or p.end >= first)]
    told = [p for p in due if any(p.start < review < first for review in p.reviews)]
    return 2 * len(told) >= len(due)


def _reviews(
    plans: list[APlan], open_: list[APlan], from_: date, to: date, in_hole: Hole
) -> dict[str, Result]:
    asked = [p for p in open_ if (to - p.start).days >= 91]
    held = [
        (before, review, first) for p in plans for before, review, first in _steps(p) if from_ <= review <= to
    ]
    due = [
        min(later(b, 3), b + timedelta(days=91)) if first else min(later(b, 6), b + timedelta(days=183))
        for b, _, first in held
    ]
    late = [step for step, limit in zip(held, due, strict=True) if step[1] > limit]
    doubtful = sum(in_hole(before, review) for before, review, _ in late)
    unsure = sum(not _on_time(p, to) and not _surely_late(p, to, in_hole) for p in asked)
    return {
        "reviews_on_time": (sum(_on_time(p, to) for p in asked), len(asked), {"": {"not_known": unsure}}),
        "reviews_held_on_time": (len(held) - len(late), len(held), {"": {"not_known": doubtful}}),
    }


def _surely_late(plan: APlan, to: date, in_hole: Hole) -> bool:
    """Late by a gap of which every day is known."""
    steps = [step for step in _steps(plan) if step[1] <= to]
    if not steps:
        return not in_hole(plan.start, to)
    gaps = [
        (before, review) for before, review, first in steps if (review - before).days > (91 if first else 183)
    ]
    last = steps[-1][1]
    gaps += [(last, to)] if (to - last).days > 183 else []
    return any(not in_hole(*gap) for gap in gaps)


def _steps(plan: APlan) -> list[tuple[date, date, bool]]:
    reviews = sorted(review for review in plan.reviews if review > plan.start)
    befores = [plan.start, *reviews]
    return [
        (before, review, at == 0) for at, (before, review) in enumerate(zip(befores, reviews, strict=False))
    ]


def _on_time(plan: APlan, to: date) -> bool:
    steps = [step for step in _steps(plan) if step[1] <= to]
    gaps = all((review - before).days <= (91 if first else 183) for before, review, first in steps)
    return bool(steps) and gaps and (to - steps[-1][1]).days <= 183
