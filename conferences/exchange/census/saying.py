"""Where the files together tell otherwise than the one that is read, in sentences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from conferences.exchange.census.faults import NOTED, REFUSED, Fault
from conferences.exchange.census.folding import Dated
from conferences.exchange.census.folding_state import State
from conferences.exchange.census.tellings import ChildRow, Telling
from conferences.rules.vocabulary import Category
from safeguarding.labelled import label
from safeguarding.wording import lower_first, uk_date


def differences(current: Telling, state: State, *, later: bool) -> list[Fault]:
    """Of one child: what was not taken because of another file; where a `later` file has the last word; and
    what an earlier file told and this one leaves out.
    """
    number = current.child.number
    found = [*_not_taken(current, state)]
    if later:
        found += [*_told_later(current, state)]
    found += [*_initial_stands(current, state)]
    path = f"Child[{current.n}]"
    return [
        Fault(kind, at.line, at.col, path, number, rule, sentence, beside_record=True)
        for kind, at, rule, sentence in found
    ]


Said = tuple[str, Dated, str, str]
Pairs = tuple[tuple[str, str | None, str | None], ...]


def _not_taken(current: Telling, state: State) -> Iterator[Said]:
    for plan, earlier in state.uncertain:
        if plan not in current.plans:
            continue
        other = state.plans.get(earlier)
        held = f"{_day(earlier)}{f' to {_day(other.end)}' if other and other.end else ', still open'}"
        if other and not other.end and not plan.end:
            yield (
                REFUSED,
                plan,
                "8935",
                f"The plan of {_day(plan.start)} is open, and so is the plan of {held} that another file"
                " tells. It was not taken.",
            )
        yield (
            REFUSED,
            plan,
            "8940",
            f"The plan of {_day(plan.start)} shares days with the plan of {held} that another file tells;"
            " both end days count. It was not taken, nor were its review dates.",
        )
    for plan in state.reached:
        if plan in current.plans:
            yield (
                REFUSED,
                plan,
                "8940",
                f"With its new days the plan of {_day(plan.start)} would reach into another plan that"
                " another file tells. Its new facts were not taken.",
            )


def _told_later(current: Telling, state: State) -> Iterator[Said]:
    words = _child_words(current.child, state.child)
    if words:
        sentence = f"A later file tells differently of {words}."
        yield NOTED, current.child, "LATER", sentence
    for e in current.episodes:
        now = state.episodes.get(e.referral)
        if now:
            pairs: Pairs = (
                ("source of referral", e.source, now.source),
                ("primary need", e.need, now.need),
                ("closure", e.closure, now.closure),
            )
            yield from _later(e, "The need episode", pairs)
    for s47 in current.enquiries:
        held = state.enquiries.get(s47.start)
        if held:
            pairs = (
                ("need of a conference", "" if s47.need == "UNDECIDED" else s47.need, held.need),
                ("target date", s47.target, held.target),
            )
            yield from _later(s47, "The section 47", pairs)
    for plan in current.plans:
        kept = state.plans.get(plan.start)
        if kept and plan not in state.reached:
            counts = ["" if n is None else str(n) for n in (plan.previous, kept.previous)]
            pairs = (
                ("end", plan.end or "open", kept.end or "open"),
                ("latest category", plan.latest, kept.latest),
                ("number of previous plans", counts[0], counts[1]),
            )
            yield from _later(plan, "The plan", pairs if kept.end or plan.end else pairs[1:])
    days = {c.held for c in state.conferences.values()}
    for c in current.conferences:
        if c.held not in days:
            yield (
                NOTED,
                c,
                "LATER",
                f"The conference of {_day(c.held)} is held here as of another day, by a later file.",
            )
    for in_need in current.in_need:
        last = state.in_need.get(in_need.start)
        if last:
            pairs = (("end", in_need.end or "open", last.end or "open"),)
            yield from _later(in_need, "The child in need plan", pairs)


def _later(at: Dated, what: str, pairs: Pairs) -> Iterator[Said]:
    words = ", ".join(name for name, told, held in pairs if told and told != held)
    if words:
        yield NOTED, at, "LATER", f"{what}: a later file tells differently of {words}."


def _child_words(told: ChildRow, held: ChildRow | None) -> str:
    if held is None:
        return ""
    pairs = (
        ("birth date", told.birth, held.birth),
        ("expected birth date", None if held.birth else told.expected, held.expected),
        ("date of death", told.death, held.death),
        ("sex", "" if told.sex == "U" else told.sex, held.sex),
        ("ethnicity", told.ethnicity, held.ethnicity),
        ("pupil number", told.upn, held.upn),
    )
    return ", ".join(name for name, one, other in pairs if one and one != other)


def _initial_stands(current: Telling, state: State) -> Iterator[Said]:
    for plan in current.plans:
        held = state.plans.get(plan.start)
        if held and held.initial != plan.initial and plan not in state.reached:
            yield (
                NOTED,
                plan,
                "HELD",
                f"The plan’s initial category is {_category(plan.initial)} in the file and"
                f" {_category(held.initial)} in an earlier one. An initial category never changes, so the"
                " earlier one was kept.",
            )


def _category(code: str) -> str:
    return lower_first(label(Category, code))


def _day(text: str) -> str:
    return uk_date(dt.date.fromisoformat(text))
