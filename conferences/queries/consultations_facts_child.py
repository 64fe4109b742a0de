"""One child of a consultation: the earlier plans, what followed each, and what happened since.

Put together of what consultations_facts loaded, so that it asks the database nothing. What is not recorded is
None or empty here, and never a zero.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from conferences.models import (
    ChildInNeedPlan,
    ChildPart,
    ConferenceChild,
    Consultation,
    EarlierPlan,
    Enquiry,
    NeedEpisode,
    Plan,
    PlanAction,
    PlanElsewhere,
    StrategyDiscussion,
    SupportTried,
)
from conferences.queries.clocks import Clock
from conferences.queries.imports_told import ToldDays
from conferences.queries.look_ups import Looked
from conferences.queries.plans_facts import found_in
from conferences.queries.plans_history import PlanOfLife, history
from conferences.queries.replans import Found
from conferences.rules.deadlines import Code
from conferences.rules.replans import FoundIn
from safeguarding.models import Allocation, Child

CORE_GROUPS = (Code.HOLD_FIRST_CORE_GROUP, Code.HOLD_CORE_GROUP)


@dataclass(frozen=True)
class Punctuality:
    """Of those that were held, how many by their day; and how many fell due and of which none is recorded."""

    held: int = 0
    on_time: int = 0
    unmet: int = 0


@dataclass(frozen=True)
class KnownPlan:
    """One plan that is known of a child. `life`: of ours or of a file; `elsewhere`: another authority's;
    `as_found` alone: one that was found when the history was checked and is on record no more.

    `began` and `ended` are what was written of the child at its first and at its last conference, where a
    record was signed here. `support`: the child in need plan that began as it ended or after; `closed`: when
    and how social care's spell ended after it.
    """

    found_in: FoundIn
    start: date | None
    end: date | None
    life: PlanOfLife | None = None
    elsewhere: PlanElsewhere | None = None
    as_found: EarlierPlan | None = None
    workers: tuple[Allocation, ...] = ()
    reviews: Punctuality = Punctuality()
    core_groups: Punctuality = Punctuality()
    began: ChildPart | None = None
    ended: ChildPart | None = None
    actions: tuple[PlanAction, ...] = ()
    support: ChildInNeedPlan | None = None
    closed: NeedEpisode | None = None

    @property
    def plan(self) -> Plan | None:
        return self.life.plan if self.life else None

    @property
    def last(self) -> ConferenceChild | None:
        """The child at the plan's last conference."""
        return self.life.last_conference if self.life else None


@dataclass(frozen=True)
class Since:
    """What happened after a day: the end of the last plan, or the beginning of the one that runs."""

    day: date
    is_running: bool
    referrals: tuple[NeedEpisode, ...]
    enquiries: tuple[Enquiry, ...]
    conferences: tuple[ConferenceChild, ...]
    workers: tuple[Allocation, ...]


@dataclass(frozen=True)
class ChildFacts:
    """What is known of one child; `plans` and `earlier` the latest first. `asked`: the day of the question.

    `hidden`: plans under another record of the child that the person may not open. `last_met`: the last
    conference before it whose decision is recorded, and `last_part` what was written there of the child.
    """

    child: Child
    asked: date
    plans: tuple[KnownPlan, ...] = ()
    hidden: int = 0
    since: Since | None = None
    last_met: ConferenceChild | None = None
    last_part: ChildPart | None = None
    earlier: tuple[Consultation, ...] = ()
    in_need: tuple[ChildInNeedPlan, ...] = ()
    supports: tuple[SupportTried, ...] = ()
    discussions: tuple[StrategyDiscussion, ...] = ()
    looked: tuple[Looked, ...] = ()

    def looked_after(self, *, plan: int | None = None, consultation: int | None = None) -> list[Looked]:
        """What was looked up after the end of a plan, or after the decisions of a consultation (ids)."""
        return [
            one
            for one in self.looked
            if (plan is not None and one.look_up.plan_id == plan)
            or (one.look_up.answer is not None and one.look_up.answer.consultation_id == consultation)
        ]

    @property
    def last(self) -> KnownPlan | None:
        """The plan that ran when it was asked, or else the last before."""
        return next((plan for plan in self.plans if (plan.start or date.min) <= self.asked), None)


@dataclass(frozen=True)
class Loaded:
    """All that the facts of a family are put together from."""

    told: ToldDays
    on: date
    clocks: Mapping[int, list[Clock]]
    parts: Mapping[int, ChildPart]
    actions: Mapping[int, list[PlanAction]]


def child_facts(
    child: Child,
    asked: date,
    same: Sequence[Child],
    found: Found,
    hidden: int,
    earlier: Sequence[Consultation],
    loaded: Loaded,
) -> ChildFacts:
    plans = [plan for one in (child, *same) for plan in _plans(one, loaded, is_other=one is not child)]
    gone = [_gone(one) for one in found.shown if _is_gone(one)]
    ordered = sorted([*plans, *gone], key=_begun)
    met = [one for record in (child, *same) for one in record.conferences.all()]
    last = max((one for one in met if _is_decided(one, asked)), key=_meeting_day, default=None)
    return ChildFacts(
        child=child,
        asked=asked,
        plans=tuple(reversed(ordered)),
        hidden=hidden,
        since=_since(child, ordered, met, asked, loaded.on),
        last_met=last,
        last_part=loaded.parts.get(last.pk) if last else None,
        earlier=tuple(earlier),
        in_need=tuple(sorted(_in_need(child), key=lambda plan: plan.start_date)),
        supports=tuple(one for record in (child, *same) for one in _supports(record)),
        discussions=tuple(sorted(_discussions(child, loaded.on), key=lambda one: one.held_date)),
    )


def _plans(child: Child, loaded: Loaded, *, is_other: bool) -> list[KnownPlan]:
    lived = history(child, loaded.on, loaded.told)
    own = [_known(child, life, loaded, is_other=is_other) for life in (*lived.plans, *lived.held)]
    elsewhere = [
        KnownPlan(
            FoundIn.OTHER_RECORD if is_other else FoundIn.ELSEWHERE,
            plan.start_date,
            plan.end_date,
            elsewhere=plan,
        )
        for plan in lived.elsewhere
    ]
    return own + elsewhere


def _known(child: Child, life: PlanOfLife, loaded: Loaded, *, is_other: bool) -> KnownPlan:
    plan = life.plan
    clocks = loaded.clocks.get(plan.pk, [])
    return KnownPlan(
        FoundIn.OTHER_RECORD if is_other else found_in(plan.source),
        plan.start_date,
        plan.end_date,
        life=life,
        workers=_workers(child, plan.start_date, plan.end_date or loaded.on),
        reviews=_punctuality(clocks, (Code.HOLD_REVIEW,), plan.end_date, loaded.on),
        core_groups=_punctuality(clocks, CORE_GROUPS, plan.end_date, loaded.on),
        began=loaded.parts.get(life.began_at.pk) if life.began_at else None,
        ended=loaded.parts.get(life.reviews[-1].pk) if life.reviews else None,
        actions=tuple(loaded.actions.get(plan.pk, ())),
        support=_support(child, plan.end_date),
        closed=_closed(child, plan.end_date),
    )


def _is_gone(found: EarlierPlan) -> bool:
    """Whether what was found when the history was checked stands on record no more."""
    elsewhere = found.plan_elsewhere
    return elsewhere.in_error if elsewhere else found.plan is None


def _gone(found: EarlierPlan) -> KnownPlan:
    return KnownPlan(FoundIn(found.found_in), found.start_date, found.end_date, as_found=found)


def _punctuality(clocks: Iterable[Clock], codes: Collection[Code], end: date | None, on: date) -> Punctuality:
    """How these were kept until a plan ended, or until today."""
    held = on_time = unmet = 0
    for clock in clocks:
        if clock.code not in codes or clock.due is None or not clock.was_owed:
            continue
        if clock.met is not None and clock.met <= on:
            held += 1
            on_time += clock.met <= clock.due
        elif clock.due < min(end or on, clock.gone or on, on):
            unmet += 1
    return Punctuality(held, on_time, unmet)


def _workers(child: Child, first: date, last: date) -> tuple[Allocation, ...]:
    """Who held the child with a social worker between two days, in the order of their days."""
    rows = [
        one
        for one in child.allocations.all()
        if one.worker_id and not one.in_error and one.start_date <= last
        if one.end_date is None or one.end_date >= first
    ]
    return tuple(sorted(rows, key=lambda one: (one.start_date, one.pk)))


def _support(child: Child, end: date | None) -> ChildInNeedPlan | None:
    """The first child in need plan that began as a plan ended or after, and before the next plan."""
    if end is None:
        return None
    later = min((p.start_date for p in child.plans.all() if p.start_date > end), default=None)
    after = [
        plan
        for plan in _in_need(child)
        if plan.start_date >= end and (later is None or plan.start_date < later)
    ]
    return min(after, key=lambda plan: plan.start_date, default=None)


def _in_need(child: Child) -> list[ChildInNeedPlan]:
    return [plan for plan in child.in_need_plans.all() if not plan.in_error]


def _supports(child: Child) -> list[SupportTried]:
    return [one for one in child.supports.all() if not one.in_error]


def _discussions(child: Child, on: date) -> list[StrategyDiscussion]:
    standing = [one for one in child.enquiries.all() if one.voided_at is None]
    held = [discussion for enquiry in standing for discussion in enquiry.discussions.all()]
    return [one for one in held if one.held_date <= on]


def _closed(child: Child, end: date | None) -> NeedEpisode | None:
    """The spell in need in which a plan ended, where that is over."""
    spells = [
        spell
        for spell in child.need_episodes.all()
        if end and not spell.in_error and spell.referral_date <= end
        if spell.closure_date and spell.closure_date >= end
    ]
    return min(spells, key=lambda spell: spell.closure_date or date.max, default=None)


def _since(
    child: Child, plans: Sequence[KnownPlan], met: Iterable[ConferenceChild], asked: date, on: date
) -> Since | None:
    """What happened since the last plan ended, or since the one began that ran as it was asked."""
    begun = [plan for plan in plans if plan.plan and plan.start and plan.start <= asked]
    running = [plan.start for plan in begun if plan.start and (plan.end is None or plan.end > asked)]
    ended = [plan.end for plan in plans if plan.end is not None and plan.end <= asked]
    day = max(running or ended, default=None)
    if day is None:
        return None
    return Since(
        day=day,
        is_running=bool(running),
        referrals=tuple(
            one for one in child.need_episodes.all() if not one.in_error and day < one.referral_date <= on
        ),
        enquiries=tuple(
            one for one in child.enquiries.all() if one.voided_at is None and day < one.started_date <= on
        ),
        conferences=tuple(one for one in met if day < _meeting_day(one) <= on),
        workers=_workers(child, day, on),
    )


def _begun(plan: KnownPlan) -> tuple[date, date]:
    return plan.start or plan.end or date.min, plan.end or date.max


def _meeting_day(one: ConferenceChild) -> date:
    return one.conference.held_date


def _is_decided(one: ConferenceChild, on: date) -> bool:
    return getattr(one, "decision", None) is not None and _meeting_day(one) <= on
