"""Runs the figures' SQL with the parameters they share. Raw, because the ORM cannot say it."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connection

from conferences.queries.measures.rows import NUMBERS, ROWS
from conferences.queries.measures.sources import with_clause
from safeguarding.bankholidays import england
from safeguarding.workingdays import Calendar, Period

Row = tuple[Any, ...]


def run(
    codes: Sequence[str],
    periods: Sequence[Period],
    *,
    file: int | None,
    then: str,
    parameters: Mapping[str, Any] | None = None,
) -> list[Row]:
    """The answer of `then`, a SELECT that reads `members`: the rows behind these figures in these periods."""
    rows = [ROWS[code] for code in codes]
    selects = "\nUNION ALL\n".join(row.select(code) for code, row in zip(codes, rows, strict=True))
    sources = with_clause({row.source for row in rows}, file=file)
    given = _parameters(periods, file) | _days(sources) | dict(parameters or {})
    with connection.cursor() as cursor:
        cursor.execute(f"{sources},\nmembers AS ({selects})\n{then}", given)
        fetched: list[Row] = cursor.fetchall()
    return fetched


def _parameters(periods: Sequence[Period], file: int | None) -> dict[str, Any]:
    return NUMBERS | {
        "starts": [period.from_ for period in periods],
        "ends": [period.to for period in periods],
        "file": file,
    }


def _days(sources: str) -> dict[str, Any]:
    """The working-day numbers of the whole calendar, only where they are asked for: there are thousands."""
    return _numbered(england()) if "%(numbers)s" in sources else {}


def _numbered(calendar: Calendar) -> dict[str, Any]:
    ordinals = calendar.ordinals(calendar.first, calendar.last)
    return {"first_day": calendar.first, "numbers": [number for _, number in ordinals]}
