"""The hours of chairs in words: who works when, from which day, and what stands outside them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from django.urls import reverse

from conferences.models import WorkingHours
from conferences.queries.scheduling_hours import Outside, pattern_of
from conferences.rules.scheduling_hours import WEEK, Pattern, pattern_on
from safeguarding.models import User
from safeguarding.pagekit.components import Cell, Column, Table
from safeguarding.wording import counted, uk_day, uk_meeting, uk_time, upper_first

ANY_HOUR = "Any hour at which conferences are offered"


def pattern_words(pattern: Pattern | None) -> str:
    """Mondays 9am to 5pm, Tuesdays 9am to 1pm."""
    if pattern is None:
        return ANY_HOUR
    days = zip(WEEK, pattern.days, strict=True)
    return ", ".join(
        f"{upper_first(day)}s {uk_time(hours[0])} to {uk_time(hours[1])}" for day, hours in days if hours
    )


def chairs_table(
    chairs: Sequence[User], patterns: Mapping[int, Sequence[Pattern]], led: Collection[int], on: date
) -> Table:
    """Every chair in use, with their hours on a day and those that follow; a link for who may set them."""
    rows = []
    for chair in chairs:
        told = patterns.get(chair.pk, ())
        later = [f"From {uk_day(one.first)}: {pattern_words(one)}." for one in told if one.first > on]
        href = reverse("working_hours_of", args=[chair.ref]) if chair.pk in led else ""
        hours = Cell(pattern_words(pattern_on(told, on)), note=" ".join(later))
        rows.append([Cell(chair.full_name, href=href), hours])
    columns = [Column("Who"), Column("Works")]
    return Table(
        "Who works when", columns, rows, empty="Nobody chairs conferences yet.", row_heads=True, stack=True
    )


def told_table(rows: Sequence[WorkingHours]) -> Table:
    """The hours of one chair by the day from which they hold, with the way to take them back."""
    lines = [
        [
            Cell(uk_day(row.first_date)),
            pattern_words(pattern_of(row)),
            row.set_by.full_name,
            Cell("Take back", href=reverse("working_hours_end", args=[row.pk])),
        ]
        for row in rows
    ]
    columns = [Column("From"), Column("Works"), Column("Set by"), Column("Take back")]
    return Table(
        "Hours that are set",
        columns,
        lines,
        empty="No hours are set: conferences are offered at any hour.",
        row_heads=True,
        stack=True,
    )


def outside_table(found: Sequence[Outside]) -> Table | None:
    """The meetings that stand outside somebody's hours; None where there are none."""
    rows = [
        [
            Cell(
                f"Meeting {one.booking.pk}" if one.is_seen else "A meeting",
                href=reverse("booking", args=[one.booking.ref]) if one.is_seen else "",
            ),
            uk_meeting(one.booking.starts_at, one.booking.ends_at),
            one.why,
        ]
        for one in found
    ]
    columns = [Column("Meeting"), Column("When"), Column("Why")]
    return Table("Meetings outside these hours", columns, rows, row_heads=True, stack=True) if rows else None


def saved_words(outside: Sequence[Outside]) -> str:
    """What is said once hours are saved."""
    if not outside:
        return "The hours are saved."
    count = counted(len(outside), "meeting stands", "meetings stand")
    return f"The hours are saved. {count} outside them: they are not moved by themselves."


def initial_hours(pattern: Pattern | None) -> dict[str, str]:
    """The fields of the form as a pattern has them."""
    days = zip(WEEK, pattern.days if pattern else (), strict=False)
    return {
        f"{day}_{end}": uk_time(time)
        for day, hours in days
        if hours
        for end, time in zip(("from", "to"), hours, strict=True)
    }
