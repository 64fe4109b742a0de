"""Runs the figures' SQL with the parameters they share. Raw, because the ORM cannot say it."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.db import connection

from conferences.queries.clocks.reader import calendar_parameters, clock_parameters
from conferences.queries.measures.rows import NUMBERS, ROWS
from conferences.queries.measures.sources import with_clause
from conferences.queries.measures.sources_became import look_up_parameters
from conferences.rules.coverage import Coverage
from safeguarding.bankholidays import england
from safeguarding.counts import kept_rows
from safeguarding.workingdays import Period, add_days

Row = tuple[Any, ...]
CLOSED = "child_id = ANY(%(closed)s::bigint[])"


def run(
    codes: Sequence[str],
    periods: Sequence[Period],
    *,
    file: int | None,
    on: date | None,
    each: str,
    known: Coverage,
    closed: Collection[int] = (),
    parameters: Mapping[str, Any] | None = None,
) -> list[Row]:
    """The answers of `each` for every figure, one after another.

    `each` is a SELECT from {rows}, the rows behind a figure in these periods, and may name it as {code}; in
    it {closed} is true of the children whose records are `closed` to the reader (ids). One statement for all,
    so that they share what they are counted from. What is due on the day `on` may still be done; without one
    every period is over.
    """
    selects = [each.replace("{code}", code).replace("{rows}", ROWS[code].select()) for code in codes]
    sources = {ROWS[code].source for code in codes}
    with connection.cursor() as cursor:
        cursor.execute(*_statement(selects, sources, periods, file, on, known, closed, parameters or {}))
        fetched: list[Row] = cursor.fetchall()
    return fetched


def run_from(
    select: str,
    sources: Collection[str],
    period: Period,
    *,
    on: date | None,
    known: Coverage,
    closed: Collection[int] = (),
) -> list[Row]:
    """The answers of one SELECT from these `sources`, of one period."""
    with connection.cursor() as cursor:
        cursor.execute(*_statement([select], sources, [period], None, on, known, closed, {}))
        fetched: list[Row] = cursor.fetchall()
    return fetched


def run_counts(
    selects: Sequence[str],
    sources: Collection[str],
    periods: Sequence[Period],
    *,
    named: Mapping[str, str] | None = None,
    file: int | None,
    on: date | None,
    known: Coverage,
    closed: Collection[int] = (),
) -> list[Row]:
    """The answers of the `selects`, which only count from these `sources` and from queries `named` over them:
    kept until what they were counted from changes.
    """
    return kept_rows(*_statement(selects, sources, periods, file, on, known, closed, {}, named or {}))


def _statement(
    selects: Sequence[str],
    wanted: Collection[str],
    periods: Sequence[Period],
    file: int | None,
    on: date | None,
    known: Coverage,
    closed: Collection[int],
    parameters: Mapping[str, Any],
    named: Mapping[str, str] | None = None,
) -> tuple[str, dict[str, Any]]:
    closed_sql = CLOSED if closed else "FALSE"
    sources = with_clause(wanted, file=file)
    given = (
        _parameters(periods, file, on) | _days(sources) | _known(known) | _closed(closed) | dict(parameters)
    )
    queries = [sources, *(f"{name} AS ({text})" for name, text in (named or {}).items())]
    statement = "\n".join([",\n".join(queries), " UNION ALL ".join(selects)])
    return statement.replace("{closed}", closed_sql), given | dict(parameters)


def _parameters(periods: Sequence[Period], file: int | None, on: date | None) -> dict[str, Any]:
    over = add_days(on, -1) if on else date.max
    return NUMBERS | {
        "since": min(period.from_ for period in periods),
        "until": max(period.to for period in periods),
        "starts": [period.from_ for period in periods],
        "ends": [period.to for period in periods],
        "overs": [min(period.to, over) for period in periods],
        "file": file,
    }


def _known(known: Coverage) -> dict[str, Any]:
    holes = known.holes()
    return {
        "day_before": known.day_before or "-infinity",
        "hole_from": [hole.from_ for hole in holes],
        "hole_to": [hole.to for hole in holes],
        "known_from": [span.from_ for span in known.council],
        "known_to": [span.to for span in known.council],
        "references": list(known.references),
    }


def _closed(closed: Collection[int]) -> dict[str, Any]:
    return {"closed": sorted(closed)} if closed else {}


def _days(sources: str) -> dict[str, Any]:
    """The calendar, the limits and the zone that days are counted by, only where they are asked for: they are
    long.
    """
    looked = look_up_parameters() if "%(look_up_months)s" in sources else {}
    if "%(zone)s" in sources:
        looked |= {"zone": settings.TIME_ZONE}
    if "%(limit_keys)s" in sources:
        return clock_parameters() | looked
    return (calendar_parameters(england()) | looked) if "%(numbers)s" in sources else looked
