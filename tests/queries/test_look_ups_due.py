"""What a turn of looking up costs: it grows with what is due, and not with all that ever ended."""

import datetime as dt
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conferences.queries.look_ups_due import due_look_ups
from conferences.queries.look_ups_facts import record_of
from tests.factories import ChildFactory, PlanFactory, answered

pytestmark = pytest.mark.django_db
D = dt.date
ON, LIVE = D(2018, 8, 4), D(2017, 1, 2)
MANY, FEWER = 20_000, 2_000
# Plans of a few days each, one after the other, all long over.
LONG_OVER = """
INSERT INTO conferences_plan (ref, child_id, start_date, end_date, end_reason, step_down, initial_category,
    latest_category, held_for_other_authority, source)
SELECT gen_random_uuid(), %s, date '1500-01-01' + 4 * n, date '1500-01-01' + 4 * n + 2, 'NOT_RECORDED', '',
    'NEG', 'NEG', false, 'CENSUS'
FROM generate_series(1, %s) AS n
"""
# The same answer again and again, as long ago as no look-up asks for.
LONG_ANSWERED = """
INSERT INTO conferences_consultationanswer
SELECT (jsonb_populate_record(one, jsonb_build_object(
    'id', one.id + n, 'ref', gen_random_uuid(), 'act', gen_random_uuid(),
    'answered_at', timestamptz '1990-01-01' + n * interval '1 hour'
))).*
FROM conferences_consultationanswer AS one, generate_series(1, %s) AS n WHERE one.consultation_id = %s
"""


def ended():
    return PlanFactory(start_date=D(2017, 5, 1), end_date=D(2018, 5, 4))


def rows_read(statements):
    """{table: rows that were looked at there} by these statements."""
    found = {}
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {statement}")
            told = cursor.fetchone()[0]
            _count((json.loads(told) if isinstance(told, str) else told)[0]["Plan"], found)
    return found


def _count(node, found):
    if name := node.get("Relation Name"):
        looked = node["Actual Rows"] + node.get("Rows Removed by Filter", 0)
        found[name] = found.get(name, 0) + looked * node["Actual Loops"]
    for under in node.get("Plans", ()):
        _count(under, found)


def test_what_is_long_over_is_not_read():
    ended()
    child = ChildFactory()
    with connection.cursor() as cursor:
        cursor.execute(LONG_OVER, [child.pk, MANY])
        cursor.execute("ANALYZE conferences_plan")
    with CaptureQueriesContext(connection) as queries:
        assert len(due_look_ups(ON, LIVE)) == 1
    read = rows_read([one["sql"] for one in queries.captured_queries])
    assert read["conferences_plan"] <= 10, read


def test_answers_of_long_ago_are_not_read():
    answered("AGREED")
    old = answered("AGREED")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(LONG_ANSWERED, [FEWER, old.pk])
        cursor.execute("SET LOCAL session_replication_role = DEFAULT")
        cursor.execute("ANALYZE conferences_consultationanswer")
    with CaptureQueriesContext(connection) as queries:
        assert len(due_look_ups(ON, LIVE)) == 2
    read = rows_read([one["sql"] for one in queries.captured_queries])
    assert read["conferences_consultationanswer"] <= 10, read


def test_more_that_is_due_asks_no_more_queries():
    def asked(act):
        with CaptureQueriesContext(connection) as queries:
            act()
        return len(queries)

    def turn():
        return asked(lambda: due_look_ups(ON, LIVE)), asked(
            lambda: record_of({one.child for one in due_look_ups(ON, LIVE)}, ON)
        )

    ended(), answered("AGREED")
    once = turn()
    for _ in range(4):
        ended(), answered("AGREED")
    assert turn() == once
