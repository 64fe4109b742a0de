"""The SQL against the same definitions written out plainly, over populations that crowd around every edge."""

from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings

from conferences.queries.measures import figures_by_period
from conferences.rules.coverage import Coverage, coverage
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_days import due_by
from conferences.rules.figures import Figure
from safeguarding.bankholidays import england
from safeguarding.workingdays import Period
from tests.queries.measures_oracle import later, oracle
from tests.queries.measures_populations import asked, store

pytestmark = pytest.mark.django_db

IN_THE_DATABASE = settings(
    deadline=None,
    max_examples=80,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def counted(periods: list[Period], known: Coverage) -> list[dict[str, object]]:
    return [
        {code: _counted(figure) for code, figure in found.items() if not figure.waits}
        for found in figures_by_period(periods, known=known)
    ]


def _counted(figure: Figure) -> object:
    if figure.unknown:
        return None
    breakdown = dict(figure.breakdown)
    if figure.code in ("repeat_within_24_months", "reviews_on_time", "reviews_held_on_time"):
        breakdown = {"": {"not_known": figure.undecided}}
    return figure.numerator, figure.denominator, breakdown


@IN_THE_DATABASE
@given(asked())
def test_the_sql_counts_what_the_definitions_say(question):
    children, periods, references, here = question
    with transaction.atomic():
        store(children)
        found = counted(periods, coverage(references, here))
        transaction.set_rollback(True)
    for period, figures in zip(periods, found, strict=True):
        expected = oracle(children, period.from_, period.to, references, here)
        assert {code: figures[code] for code in expected} == expected


@pytest.mark.parametrize("span", ["2016-01-01", "2019-09-01"])
def test_the_due_dates_in_sql_are_those_of_the_rules_on_every_day(span):
    days = [date.fromisoformat(span) + timedelta(days=n) for n in range(800)]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT least((d + make_interval(months => 3))::date, d + 91),"
            " least((d + make_interval(months => 6))::date, d + 183) FROM unnest(%s::date[]) AS d",
            [days],
        )
        found = cursor.fetchall()
    assert found == [
        tuple(due_by(Code.HOLD_REVIEW, day, england(), is_first=first).date for first in (True, False))
        for day in days
    ]


def test_24_months_in_sql_are_those_counted_by_hand():
    days = [date(2016, 1, 1) + timedelta(days=n) for n in range(1500)]
    with connection.cursor() as cursor:
        cursor.execute("SELECT (d + make_interval(months => 24))::date FROM unnest(%s::date[]) AS d", [days])
        assert [row[0] for row in cursor.fetchall()] == [later(day, 24) for day in days]
