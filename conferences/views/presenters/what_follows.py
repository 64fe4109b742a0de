"""What follows from an act, in words: for the page that is checked before it is done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from conferences.queries.clocks import Clock
from conferences.queries.what_follows import DayMoved, PlanStanding, Standing, days_moved, figures_moved
from conferences.rules.deadlines import CATALOGUE
from conferences.rules.figures import Figure
from conferences.rules.measures_catalogue import measure
from conferences.rules.vocabulary import Category
from conferences.views.presenters import words
from safeguarding.labelled import label
from safeguarding.pagekit.components import Column, Table
from safeguarding.wording import joined, lower_first, number, sentence, uk_date, uk_moment
from safeguarding.workingdays import year_ending

NOTHING_DUE = "No day by which something is due changes."
NO_FIGURE = "No performance figure of the last five years changes."
DAYS = [Column("What"), Column("Before"), Column("After")]
FIGURES = [Column("Figure"), Column("Year"), Column("Before"), Column("After")]
# The first day of a child in need plan, and the last, None while it runs.
Days = tuple[dt.date, dt.date | None]


@dataclass(frozen=True)
class WhatFollows:
    """`notes`: sentences on plans, requests and meetings. `figures` is None for who may not read them."""

    notes: list[str]
    days: Table
    figures: Table | None

    @property
    def is_nothing(self) -> bool:
        return not (self.notes or self.days.rows or self.figures and self.figures.rows)


def what_follows(before: Standing, after: Standing, on: dt.date) -> WhatFollows:
    """All that stands otherwise after an act than before it."""
    days = [_day(moved, on, before.names) for moved in days_moved(before, after, on)]
    figures = [
        (title, _year(year, on), *counts)
        for year, code, was, now in figures_moved(before, after)
        for title, *counts in _counted(code, was, now)
    ]
    return WhatFollows(
        _notes(before, after),
        Table("What is due", DAYS, days, NOTHING_DUE, row_heads=True, stack=True),
        Table("Performance figures", FIGURES, figures, NO_FIGURE, row_heads=True, stack=True)
        if before.figures
        else None,
    )


def _notes(before: Standing, after: Standing) -> list[str]:
    """What becomes of plans, requests and meetings; of more than one child each sentence says whose."""
    if len(before.names) < 2:
        return _of_one(before, after)
    return [
        f"{name}: {lower_first(note)}"
        for pk, name in before.names.items()
        for note in _of_one(before.of(pk), after.of(pk))
    ]


def _of_one(before: Standing, after: Standing) -> list[str]:
    return [
        *_plans(before, after),
        *_in_need(before, after),
        *_endings(before, after),
        *_requests(before, after),
        *_meetings(before, after),
    ]


def _counted(code: str, was: Figure, now: Figure) -> Iterator[tuple[str, str, str]]:
    """The figure, or where it stays the same the parts of it that do not."""
    one = measure(code)
    if was.as_text() != now.as_text():
        yield one.title, was.as_text(), now.as_text()
        return
    for split in one.splits:
        for band in split.all_bands:
            counts = [figure.bands(split.key).get(band.key, 0) for figure in (was, now)]
            if counts[0] != counts[1]:
                title = f"{one.title}: {lower_first(split.label)}, {lower_first(band.label)}"
                yield title, number(counts[0]), number(counts[1])


def _year(year: int, on: dt.date) -> str:
    words = f"{year - 1} to {year}"
    return f"{words}, to date" if year == year_ending(on) else words


# ----- Days ------------------------------------------------------------------------------------------------


def _day(moved: DayMoved, on: dt.date, names: Mapping[int, str]) -> tuple[str, str, str]:
    """What is due, and for whom where there is more than one child."""
    clock = moved.before or moved.after
    whose = [names[pk] for pk in (clock.children if clock else []) if pk in names] if len(names) > 1 else []
    words = CATALOGUE[moved.code].words
    what = f"{words}, {joined(whose)}" if whose else words
    return what, _stands(moved.before, on), _stands(moved.after, on)


def _stands(clock: Clock | None, on: dt.date) -> str:
    """Due 3 March 2026; due 3 March 2026, done 2 March 2026; no longer owed."""
    if clock is None:
        return "Not owed"
    due = f"Due {uk_date(clock.due)}" if clock.due else "Due on a day outside the known bank holidays"
    if clock.gone is not None and not clock.is_open(on) and (clock.met is None or clock.met > clock.gone):
        return f"{due}, no longer owed from {uk_date(clock.gone)}"
    return f"{due}, {_met(clock, clock.met)}" if clock.met else due


def _met(clock: Clock, met: dt.date) -> str:
    late = clock.due is not None and met > clock.due
    return f"done {uk_date(met)}, late" if late else f"done or in the diary for {uk_date(met)}, in time"


# ----- Plans, requests, meetings ---------------------------------------------------------------------------


def _plans(before: Standing, after: Standing) -> list[str]:
    notes = []
    for pk in {**before.plans, **after.plans}:
        was, now = before.plans.get(pk), after.plans.get(pk)
        if was is None and now is not None:
            notes.append(f"A child protection plan begins on {uk_date(now.start)} ({_category(now)}).")
        elif was is not None and now is None:
            notes.append(f"The child protection plan of {uk_date(was.start)} is no longer on record.")
        elif was is not None and now is not None and was != now:
            notes += _changed(was, now)
    return notes


def _changed(was: PlanStanding, now: PlanStanding) -> list[str]:
    plan = f"The child protection plan of {uk_date(was.start)}"
    notes = []
    if was.start != now.start:
        notes.append(f"{plan} begins on {uk_date(now.start)} instead.")
    if (was.end, was.end_reason) != (now.end, now.end_reason):
        notes.append(sentence(f"{plan} {_end(now)}"))
    if was.initial_category != now.initial_category:
        notes.append(f"{plan} begins under {_named(now.initial_category)} instead.")
    if was.latest_category != now.latest_category:
        notes.append(f"{plan} is now under {_named(now.latest_category)}.")
    return notes


def _in_need(before: Standing, after: Standing) -> list[str]:
    notes = []
    for pk, was in before.in_need.items():
        plan, now = f"The child in need plan of {uk_date(was[0])}", after.in_need.get(pk)
        if now is None:
            notes.append(f"{plan} is no longer on record.")
        elif now != was:
            notes += _moved_in_need(plan, was, now)
    for pk in after.in_need.keys() - before.in_need.keys():
        start, end = after.in_need[pk]
        to = f" to {uk_date(end)}" if end else ""
        notes.append(f"A child in need plan is recorded from {uk_date(start)}{to}.")
    return notes


def _moved_in_need(plan: str, was: Days, now: Days) -> Iterator[str]:
    if now[0] != was[0]:
        yield f"{plan} begins on {uk_date(now[0])} instead."
    if now[1] != was[1]:
        yield f"{plan} ends on {uk_date(now[1])}." if now[1] else f"{plan} runs on."


def _endings(before: Standing, after: Standing) -> list[str]:
    """What becomes of an end that waits; one that is confirmed ends its plan, which is told there."""
    notes = []
    ended = any(
        plan.end and not before.plans[pk].end for pk, plan in after.plans.items() if pk in before.plans
    )
    for pk, was in before.endings.items():
        end, now = f"The end of the plan on {uk_date(was)}", after.endings.get(pk)
        if now is None and not ended:
            notes.append(f"{end} no longer waits for a second person: the plan goes on.")
        elif now is not None and now != was:
            notes.append(f"{end} is on {uk_date(now)} instead, and waits for a second person still.")
    return notes


def _end(now: PlanStanding) -> str:
    if now.end is None:
        return "runs again: what ended it no longer stands"
    why = words.end_reason(now.end_reason, is_unborn=now.is_unborn)
    return f"ends on {uk_date(now.end)}: {lower_first(why)}"


def _category(plan: PlanStanding) -> str:
    return _named(plan.latest_category)


def _named(category: str) -> str:
    return lower_first(label(Category, category))


def _requests(before: Standing, after: Standing) -> list[str]:
    gone = before.asked.keys() - after.asked.keys()
    new = len(after.asked.keys() - before.asked.keys())
    put_back = sum(before.asked[pk] != after.asked[pk] for pk in before.asked.keys() & after.asked.keys())
    notes = []
    if gone.intersection(after.left):
        notes.append("The child leaves the request for a conference, which goes on for the others.")
    if gone.difference(after.left):
        notes.append("The request for a conference that is open for the child ends.")
    if new:
        notes.append("The child is in the request for a conference.")
    if put_back:
        notes.append("The request that is open waits to be scheduled again.")
    return notes


def _meetings(before: Standing, after: Standing) -> list[str]:
    gone = [before.meetings[pk] for pk in before.meetings.keys() - after.meetings.keys()]
    new = [after.meetings[pk] for pk in after.meetings.keys() - before.meetings.keys()]
    return [
        *(f"The meeting of {uk_moment(at)} is no longer the child’s." for at in sorted(gone)),
        *(f"The meeting of {uk_moment(at)} is the child’s too." for at in sorted(new)),
    ]
