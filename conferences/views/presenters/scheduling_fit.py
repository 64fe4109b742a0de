"""What the day of a conference must fit, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.urls import reverse

from conferences.models import BusyTime, Request
from conferences.queries.scheduling_fit import Told, busy_as_told
from conferences.rules.scheduling_fit import WORKING_WEEK, BusyKind
from safeguarding.labelled import label
from safeguarding.pagekit.components import Cell, Column, SummaryRow, Table
from safeguarding.wording import counted, joined, lower_first, uk_day, uk_moment, uk_time, upper_first

EACH_WEEK = tuple(f"{day}s" for day in WORKING_WEEK)
NOTHING = "Nothing is entered: no interpreter, no hours at which somebody has contact or cannot come."


def fit_row(request: Request, told: Told, *, may_change: bool = True) -> SummaryRow:
    """A line for the pages of a request, its meeting and its scheduling, with the way to the page for whoever
    may change it.
    """
    said = [*_lines(told), *(f"{when_words(one)}." for one in told.busy), *unmet_lines(told)]
    link = {"href": reverse("fit", args=[request.ref]), "action": "Change", "about": "what the day must fit"}
    return SummaryRow("What the day must fit", " ".join(said) or NOTHING, **(link if may_change else {}))


def _lines(told: Told) -> Iterable[str]:
    fit = told.fit
    if fit and fit.interpreter:
        yield f"An interpreter ({fit.interpreter}) for {fit.interpreter_for}."
    if fit and fit.apart_minutes:
        minutes = counted(fit.apart_minutes, "minute")
        yield f"Two parents arrive apart, the first {minutes} before the start."


def unmet_lines(told: Told) -> list[str]:
    """Who of the list needs an interpreter, while none is told of."""
    if not told.unmet:
        return []
    return [
        f"By the list an interpreter is needed for {joined(told.unmet)}, and no language is entered here."
    ]


def when_words(one: BusyTime) -> str:
    """Ash Example: contact with a child, Mondays 3pm to 5pm."""
    day = uk_day(one.day_date) if one.weekday is None else EACH_WEEK[one.weekday]
    why = lower_first(label(BusyKind, one.kind))
    return f"{one.who}: {why}, {day}, {hours_words(one)}"


def clash_lines(told: Told, starts_at: datetime, ends_at: datetime) -> list[str]:
    """What was told of the family's day and a meeting in the diary does not fit: told after it was booked, or
    booked all the same.
    """
    return [
        f"{when_words(one)}. The meeting is then: ask whether it can stay."
        for one in told.busy
        if busy_as_told(one).meets(starts_at, ends_at)
    ]


def hours_words(one: BusyTime) -> str:
    if one.from_time is None or one.to_time is None:
        return "the whole day"
    return f"{uk_time(one.from_time)} to {uk_time(one.to_time)}"


def busy_table(rows: Sequence[BusyTime], *, may_change: bool) -> Table:
    """When who is not free, with who told it, and a box each to take it off."""
    columns = [Column("Who"), Column("Why"), Column("When"), Column("Hours"), Column("Told by")]
    lines = [
        [
            Cell(one.who, href=reverse("busy_off", args=[one.request.ref, one.pk]) if may_change else ""),
            label(BusyKind, one.kind),
            f"Each {WORKING_WEEK[one.weekday]}" if one.weekday is not None else uk_day(one.day_date),
            upper_first(hours_words(one)),
            f"{one.told_by.full_name}, {uk_moment(one.told_at)}",
        ]
        for one in rows
    ]
    return Table(
        "When somebody of the family is not free",
        columns,
        lines,
        empty="Nobody is known to have contact, or not to be able to come, at any time.",
        row_heads=True,
        stack=True,
    )


def fit_initial(told: Told) -> dict[str, object]:
    """The form as it was last told."""
    fit = told.fit
    if fit is None:
        return {"apart_minutes": 0, "seen": ""}
    return {
        "interpreter": fit.interpreter,
        "interpreter_for": fit.interpreter_for,
        "apart_minutes": fit.apart_minutes,
        "seen": fit.told_at.isoformat(),
    }
