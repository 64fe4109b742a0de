"""The last word on each fact of one child, from what the files in force tell, in the order of their days.

The latest file that tells of a fact says how it is: that an end is left out says that there is none. What it
leaves blank (a code, a number, a birth) is as an earlier file told it. The initial category is the first
file's that told of the plan: it never changes. A fact of days that a later file covers, and which that one
does not tell, never was. Where days lie between two files of which none tells, what stood open before may
have ended in them and another begun: only what the earlier one could have told can be the same.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Container, Iterable
from typing import Protocol, TypeVar

from conferences.exchange.census.folding_state import (
    ENDED,
    FAR,
    MOVED,
    NEVER,
    ONE_PLAN,
    UNKNOWN,
    UNTOLD,
    ConferenceKey,
    State,
    Told,
    Uncertain,
)
from conferences.exchange.census.tellings import (
    ChildRow,
    ConferenceRow,
    EnquiryRow,
    PlanRow,
    Telling,
)


def fold(files: Iterable[Told]) -> State:
    """What the files, in any order, tell together."""
    state = State()
    for told in sorted(files, key=lambda told: (told.reference, told.file)):
        _forget_untold(state, told)
        if told.telling is not None:
            _end_as_answered(state, told, {plan.start for plan in told.telling.plans})
            _take(state, told, told.telling)
        _end_as_answered(state, told)
    return state


def _take(state: State, told: Told, telling: Telling) -> None:
    state.child = _child(state.child, telling.child)
    state.disabilities = telling.disabilities or state.disabilities
    _take_episodes(state, told, telling)
    _take_enquiries(state, told, telling)
    _take_conferences(state, telling)
    _take_plans(state, told, telling)
    _take_in_need(state, told, telling)


def _end_as_answered(state: State, told: Told, tells: Container[str] = ()) -> None:
    """Plans that the file does not tell, and of which somebody said that they ended, or never were: asked
    before what it `tells` is taken, which may have begun since, and after.
    """
    for answer in told.answers:
        plan = state.plans.get(answer.day)
        if answer.kind != UNTOLD or plan is None or answer.day in tells:
            continue
        if answer.answer == NEVER:
            _drop_plan(state, answer.day)
        elif answer.answer == ENDED and plan.end is None:
            state.plans[answer.day] = plan._replace(end=answer.answer_day)


# ----- What a later file of the same days does not tell ----------------------------------------------------


def _forget_untold(state: State, told: Told) -> None:
    """Only where the days of two files overlap is there anything that an earlier one could have told."""
    t = told.telling

    def covered(day: str) -> bool:
        return told.first <= day <= told.reference

    def untold(held: Iterable[str], there: Iterable[str]) -> list[str]:
        tells = set(there)
        return [day for day in held if covered(day) and day not in tells]

    for start in untold(state.plans, (p.start for p in t.plans) if t else ()):
        _drop_plan(state, start)
    if t:
        for plan in t.plans:
            held = state.reviews.get(plan.start, {})
            for day in untold(held, (r.held for r in t.reviews if r.plan_start == plan.start)):
                del held[day]
    for day in untold(state.in_need, (p.start for p in t.in_need) if t else ()):
        del state.in_need[day]
    for day in untold(state.enquiries, (e.start for e in t.enquiries) if t else ()):
        del state.enquiries[day]
    for day in untold(state.episodes, (e.referral for e in t.episodes) if t else ()):
        del state.episodes[day]
    held_days = {c.held for c in t.conferences} if t else set()
    for key, conference in list(state.conferences.items()):
        if covered(conference.held) and conference.held not in held_days:
            del state.conferences[key]
    if state.child and state.child.death and covered(state.child.death) and not (t and t.child.death):
        state.child = state.child._replace(death=None)


def _drop_plan(state: State, start: str) -> None:
    for facts in (state.plans, state.reviews, state.known_by):
        facts.pop(start, None)


# ----- Who the child is ------------------------------------------------------------------------------------


def _child(before: ChildRow | None, now: ChildRow) -> ChildRow:
    if before is None:
        return now
    birth = now.birth or before.birth
    upn = now.upn or before.upn
    return ChildRow(
        now.line,
        now.col,
        now.number,
        upn,
        now.former_upn or before.former_upn,
        "" if upn else now.upn_unknown or before.upn_unknown,
        birth,
        None if birth else now.expected or before.expected,
        now.death or before.death,
        before.sex if now.sex == UNKNOWN else now.sex,
        now.ethnicity or before.ethnicity,
    )


# ----- Spells in need, their section 47s and conferences ---------------------------------------------------


class Dated(Protocol):
    """A row of a telling, with its place in the file."""

    @property
    def line(self) -> int: ...
    @property
    def col(self) -> int: ...


D = TypeVar("D", bound=Dated)


def _moves(
    held: dict[str, D], told: dict[str, D], likely: Callable[[D, D], bool]
) -> tuple[dict[str, str], set[str]]:
    """{held day: told day} of what is one fact with another day, the nearest first; and told days for which
    two held ones are as near.
    """
    pairs = sorted(
        (_apart(one, other), one, other)
        for one in held.keys() - told.keys()
        for other in told.keys() - held.keys()
        if likely(held[one], told[other])
    )
    moved: dict[str, str] = {}
    unclear: set[str] = set()
    for apart, one, other in pairs:
        if one in moved or other in moved.values() or other in unclear:
            continue
        if any(a == apart and (o == one) != (n == other) for a, o, n in pairs):
            unclear.add(other)
        else:
            moved[one] = other
    return moved, unclear


def _apart(one: str, other: str) -> int:
    return abs((dt.date.fromisoformat(one) - dt.date.fromisoformat(other)).days)


def _same_time(state: State, kind: str, held: str, now: str, told: Told) -> bool:
    """Whether the held fact should be told by the file, or the one told now by those before it."""
    last = state.told_by[kind, held]
    return now <= last or _apart(last, told.first) <= 1 or last >= told.first


def _take_episodes(state: State, told: Told, telling: Telling) -> None:
    tells = {e.referral: e for e in telling.episodes}
    moved, _ = _moves(
        state.episodes,
        tells,
        lambda held, now: (
            now.referral < told.first <= (held.closure or FAR)
            and _same_time(state, "episode", held.referral, now.referral, told)
        ),
    )
    for was, now in moved.items():
        _move_episode(state, was, now)
    for referral, e in tells.items():
        before = state.episodes.get(referral)
        if before:
            e = e._replace(source=e.source or before.source, need=e.need or before.need)
        state.episodes[referral] = e
        state.told_by["episode", referral] = told.reference


def _move_episode(state: State, was: str, now: str) -> None:
    """The facts that lie in the spell go with it."""
    state.episodes[now] = state.episodes.pop(was)._replace(referral=now)
    for start, enquiry in state.enquiries.items():
        if enquiry.referral == was:
            state.enquiries[start] = enquiry._replace(referral=now)
    for start, plan in state.plans.items():
        if plan.referral == was:
            state.plans[start] = plan._replace(referral=now)
    for start, in_need in state.in_need.items():
        if in_need.referral == was:
            state.in_need[start] = in_need._replace(referral=now)
    if ("transfer", was) in state.conferences:
        held = state.conferences.pop(("transfer", was))
        state.conferences["transfer", now] = held._replace(referral=now)


def _take_enquiries(state: State, told: Told, telling: Telling) -> None:
    tells = {e.start: e for e in telling.enquiries}
    days = {c.enquiry_start: c.held for c in telling.conferences if c.enquiry_start}

    def likely(held: EnquiryRow, now: EnquiryRow) -> bool:
        conference = state.conferences.get(("enquiry", held.start))
        if conference and days.get(now.start) == conference.held:
            return True
        waits = held.need == "UNDECIDED" or (conference is not None and conference.held >= told.first)
        one_time = _same_time(state, "enquiry", held.start, now.start, told)
        return waits and one_time and now.start < told.first and held.referral == now.referral

    moved, _ = _moves(state.enquiries, tells, likely)
    for was, now in moved.items():
        state.enquiries[now] = state.enquiries.pop(was)._replace(start=now)
        if ("enquiry", was) in state.conferences:
            held = state.conferences.pop(("enquiry", was))
            state.conferences["enquiry", now] = held._replace(enquiry_start=now)
    for start, e in tells.items():
        before = state.enquiries.get(start)
        state.enquiries[start] = e._replace(target=e.target or before.target) if before else e
        state.told_by["enquiry", start] = told.reference


def _key(c: ConferenceRow) -> ConferenceKey:
    if c.enquiry_start:
        return "enquiry", c.enquiry_start
    return ("transfer", c.referral) if c.referral else ("day", c.held)


def _take_conferences(state: State, telling: Telling) -> None:
    for c in telling.conferences:
        key = _key(c)
        same_day = next((k for k, held in state.conferences.items() if held.held == c.held), None)
        if same_day is not None and same_day != key:
            if key[0] == "day":
                # The earlier file knew more: which section 47 the conference was of.
                continue
            del state.conferences[same_day]
        state.conferences[key] = c
    for kind, start in state.conferences:
        if kind == "enquiry" and start in state.enquiries:
            state.enquiries[start] = state.enquiries[start]._replace(need="NEEDED")


# ----- Plans -----------------------------------------------------------------------------------------------


def _take_plans(state: State, told: Told, telling: Telling) -> None:
    tells = {p.start: p for p in telling.plans}
    moved, _ = _moves(state.plans, tells, lambda held, now: _one_plan(state, held, now, told))
    for was, now in moved.items():
        _move_plan(state, was, now)
    for _, plan in sorted(tells.items()):
        _take_plan(state, told, plan, tells)
    left = {plan.start for plan in state.reached}
    for review in telling.reviews:
        if review.plan_start in state.plans and review.plan_start not in left:
            state.reviews[review.plan_start][review.held] = review.line


def _one_plan(state: State, held: PlanRow, now: PlanRow, told: Told) -> bool:
    """Whether they may be one plan: the file should tell of the held one and does not; in all that stands
    beside the start they agree.
    """
    goes_on = (held.end or FAR) >= told.first
    counts = held.previous is None or now.previous is None or held.previous >= now.previous
    reviewed = min(state.reviews[held.start], default=FAR)
    one_spell = held.referral == now.referral or now.start < told.first
    one_time = _same_time(state, "plan", held.start, now.start, told)
    beside = counts and held.initial == now.initial and reviewed > now.start and one_spell
    return goes_on and one_time and beside


def _move_plan(state: State, was: str, now: str) -> None:
    state.plans[now] = state.plans.pop(was)._replace(start=now)
    state.reviews[now] = state.reviews.pop(was)
    state.known_by[now] = state.known_by.pop(was)
    state.told_by["plan", now] = state.told_by["plan", was]


def _take_plan(state: State, told: Told, plan: PlanRow, tells: dict[str, PlanRow]) -> None:
    """The plan as this file tells it, unless a plan that only an earlier one tells has its days."""
    _settle_as_answered(state, told, plan)
    before = state.plans.get(plan.start)
    other = _other_plan(state, plan, tells)
    if other is not None and before is None:
        state.uncertain.append(Uncertain(plan, other))
        return
    if other is not None:
        state.reached.append(plan)
        return
    if before:
        previous = before.previous if plan.previous is None else plan.previous
        plan = plan._replace(
            initial=before.initial, previous=previous, referral=plan.referral or before.referral
        )
    state.plans[plan.start] = plan
    state.reviews.setdefault(plan.start, {})
    state.known_by.setdefault(plan.start, []).append((told.reference, plan.latest))
    state.told_by["plan", plan.start] = told.reference


def _settle_as_answered(state: State, told: Told, plan: PlanRow) -> None:
    """Somebody said that an earlier file's plan is this one, from another day, or never was."""
    for answer in told.answers:
        if answer.kind != ONE_PLAN or answer.other_day != plan.start or answer.day not in state.plans:
            continue
        if answer.answer == MOVED and plan.start not in state.plans:
            _move_plan(state, answer.day, plan.start)
            held = state.reviews[plan.start]
            state.reviews[plan.start] = {day: line for day, line in held.items() if day > plan.start}
        elif answer.answer in (MOVED, NEVER):
            _drop_plan(state, answer.day)


def _other_plan(state: State, plan: PlanRow, tells: dict[str, PlanRow]) -> str | None:
    """The start of a held plan that this file does not tell and that shares a day with the plan."""
    for start, held in state.plans.items():
        untold = start not in tells
        if untold and start <= (plan.end or FAR) and plan.start <= (held.end or FAR):
            return start
    return None


def _take_in_need(state: State, told: Told, telling: Telling) -> None:
    tells = {p.start: p for p in telling.in_need}
    moved, _ = _moves(
        state.in_need,
        tells,
        lambda held, now: (
            now.start < told.first <= (held.end or FAR)
            and _same_time(state, "in_need", held.start, now.start, told)
        ),
    )
    for was, now in moved.items():
        state.in_need[now] = state.in_need.pop(was)._replace(start=now)
    for start, p in tells.items():
        before = state.in_need.get(start)
        state.in_need[start] = p._replace(referral=p.referral or before.referral) if before else p
        state.told_by["in_need", start] = told.reference
