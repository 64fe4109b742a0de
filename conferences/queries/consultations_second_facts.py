"""A family's record as it stood before a day: for whoever looks at a decision without knowing what followed.

What is loaded with the children is cut, in memory alone: rows of the day or later go, and so do ends that lay
ahead. Nothing that is cut may be saved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from conferences.models import ChildInNeedPlan, Consultation, NeedEpisode, Plan
from conferences.queries.look_ups import Looked
from conferences.queries.recording import decided_part
from safeguarding.clock import day_of
from safeguarding.models import Child

# What is loaded with a child (consultations_facts.RECORD), and the day on which each happened.
HAPPENED: dict[str, Callable[[Any], date | None]] = {
    "conferences": lambda one: one.conference.held_date,
    "plans": lambda one: one.start_date,
    "plans_elsewhere": lambda one: one.start_date or one.end_date,
    "allocations": lambda one: one.start_date,
    "need_episodes": lambda one: one.referral_date,
    "in_need_plans": lambda one: one.start_date,
    "enquiries": lambda one: one.started_date,
    # As it was told last: how it went on is written over what was known of it.
    "supports": lambda one: day_of(one.told_at),
}


def cut(children: Iterable[Child], day: date) -> None:
    """Leave these children, loaded with their record, as they were known before the day."""
    for child in children:
        for name, happened in HAPPENED.items():
            _keep(child, name, partial(_happened_before, happened, day))
        for plan in child.plans.all():
            _cut_plan(plan, day)
        for spell in child.need_episodes.all():
            _open_again(spell, day)
        for support in child.in_need_plans.all():
            _open_again(support, day)
        for enquiry in child.enquiries.all():
            _keep(enquiry, "discussions", lambda one: _is_before(one.held_date, day))


def earlier_alone(consultations: Iterable[Consultation], day: date) -> list[Consultation]:
    """Those that were answered before the day for good, and whose conference was held before it."""
    return [one for one in consultations if _is_known(one, day)]


def looked_before(looked: Iterable[Looked], day: date) -> list[Looked]:
    """What was looked up before the day, as it was found then."""
    return [
        replace(one, today=one.then, moved_to=None) for one in looked if day_of(one.look_up.looked_at) < day
    ]


def _is_known(one: Consultation, day: date) -> bool:
    answers = list(one.answers.all())
    part = decided_part(one.requested_child) if one.requested_child else None
    held = part.conference_child.conference.held_date if part and part.conference_child else None
    return (
        day_of(one.raised_at) < day
        and all(day_of(given.answered_at) < day for given in answers)
        and _is_before(held, day)
        and all(_is_before(review.held_date, day) for given in answers for review in given.reviews.all())
    )


def _cut_plan(plan: Plan, day: date) -> None:
    for name in ("categories", "core_groups", "follow_ups"):
        _keep(plan, name, lambda one: _is_before(_day_of_part(one), day))
    held = sorted(plan.categories.all(), key=lambda one: one.from_date)
    if held:
        plan.latest_category = held[-1].category
    if plan.end_date is not None and plan.end_date >= day:
        plan.end_date, plan.end_reason, plan.step_down = None, "", ""


def _day_of_part(one: Any) -> date | None:
    return getattr(one, "from_date", None) or getattr(one, "held_date", None)


def _open_again(one: NeedEpisode | ChildInNeedPlan, day: date) -> None:
    name = "closure_date" if isinstance(one, NeedEpisode) else "end_date"
    ended = getattr(one, name)
    if ended is not None and ended >= day:
        setattr(one, name, None)


def _happened_before(happened: Callable[[Any], date | None], day: date, one: Any) -> bool:
    return _is_before(happened(one), day)


def _is_before(happened: date | None, day: date) -> bool:
    return happened is None or happened < day


def _keep(record: Any, name: str, is_kept: Callable[[Any], bool]) -> None:
    loaded = record._prefetched_objects_cache
    loaded[name]._result_cache = [one for one in getattr(record, name).all() if is_kept(one)]
