"""Which records may be of one child, found by index: pairs of ids, which the rule then looks at more closely.

Everybody is compared, whoever may see them; only ids leave here. Children without a name, as a census brings
them by the hundred thousand, are compared by their numbers alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from django.db import connection

from conferences.rules.same_child import (
    AFTER_EXPECTED_BY_NAME,
    BEFORE_EXPECTED_BY_NAME,
)
from conferences.rules.same_child_names import PLACEHOLDERS

Pairs = set[tuple[int, int]]
# A number that so many records have is a placeholder, whatever its shape.
MOST_OF_A_NUMBER = 10
NUMBERS = """
    SELECT id, upper(upn) AS number FROM safeguarding_child
    WHERE upn <> '' AND length(upn) = 13 AND joined_into_id IS NULL
    UNION
    SELECT id, upper(former_upn) FROM safeguarding_child
    WHERE former_upn <> '' AND length(former_upn) = 13 AND joined_into_id IS NULL
"""
BY_NUMBER = f"""
    WITH numbers AS NOT MATERIALIZED ({NUMBERS})
    SELECT one.id, other.id FROM numbers one JOIN numbers other ON other.number = one.number
    WHERE one.id < other.id {{among}}
"""
SHARED = f"""
    SELECT number FROM ({NUMBERS}) known GROUP BY number HAVING count(*) BETWEEN 2 AND {MOST_OF_A_NUMBER}
"""
# The council's own numbers are each there once, but for capital and small letters.
BY_COUNCIL_NUMBER = """
    SELECT one.id, other.id
    FROM safeguarding_child one JOIN safeguarding_child other
        ON upper(other.la_child_id) = upper(one.la_child_id) AND other.id <> one.id
    WHERE one.joined_into_id IS NULL AND other.joined_into_id IS NULL {among}
"""
# Every name of every child that has one, with its dates; {which} says which of them.
NAMES = """
    SELECT c.id, c.birth_date, c.expected_birth_date, c.plain_name, c.name_keys FROM safeguarding_child c
    WHERE c.plain_name <> '' AND c.joined_into_id IS NULL AND {which}
    UNION ALL
    SELECT c.id, c.birth_date, c.expected_birth_date, n.plain_name, n.name_keys
    FROM safeguarding_child c JOIN safeguarding_childname n ON n.child_id = c.id
    WHERE n.plain_name <> '' AND NOT n.in_error AND c.joined_into_id IS NULL AND {which}
"""
# Of the whole council at once: what is compared is worked out once, and its size is known.
KEEP_NAMED = (
    "DROP TABLE IF EXISTS pg_temp.named",
    "CREATE TEMP TABLE named ON COMMIT DROP AS"
    f" SELECT * FROM ({NAMES.format(which='true')}) names WHERE plain_name <> ALL(%(placeholders)s)",
    "CREATE INDEX ON named (id)",
    "CREATE INDEX ON named (birth_date)",
    "CREATE INDEX ON named (expected_birth_date)",
    "ANALYZE named",
    "SELECT safeguarding_analyze(ARRAY['safeguarding_child', 'safeguarding_relationship'])",
)
KEPT_NAMES = "SELECT c.* FROM named c WHERE {which}"
# Each name that is asked about, and by the index of its day the others near to it.
LIKE = """
    WITH one AS MATERIALIZED (
        SELECT * FROM ({names}) asked WHERE plain_name <> ALL(%(placeholders)s)
    )
    SELECT DISTINCT one.id, other.id FROM one {days} CROSS JOIN LATERAL ({others}) other
    WHERE other.id <> one.id AND (other.name_keys && one.name_keys OR other.plain_name = one.plain_name)
"""
DAYS_NEAR = """
    CROSS JOIN LATERAL (VALUES
        (one.birth_date), (one.birth_date + 1), (one.birth_date - 1),
        (CASE WHEN extract(day FROM one.birth_date) <= 12 THEN make_date(
            extract(year FROM one.birth_date)::int, extract(day FROM one.birth_date)::int,
            extract(month FROM one.birth_date)::int
        ) END)
    ) AS near (day)
"""
BORN_NEAR = "c.birth_date = near.day"
# An expected birth beside births, beside other expected ones, and a birth beside expected ones.
EXPECTED_NEAR = tuple(
    f"c.{theirs} BETWEEN one.{mine} - {before} AND one.{mine} + {after}"
    for theirs, mine, before, after in (
        ("birth_date", "expected_birth_date", BEFORE_EXPECTED_BY_NAME, AFTER_EXPECTED_BY_NAME),
        ("expected_birth_date", "expected_birth_date", AFTER_EXPECTED_BY_NAME, AFTER_EXPECTED_BY_NAME),
        ("expected_birth_date", "birth_date", AFTER_EXPECTED_BY_NAME, BEFORE_EXPECTED_BY_NAME),
    )
)
# Under one family or of one mother: who is expected, and who was born on the same day.
DAYS = """
    (one.expected_birth_date IS NOT NULL OR other.expected_birth_date IS NOT NULL
        OR one.birth_date = other.birth_date)
    AND one.joined_into_id IS NULL AND other.joined_into_id IS NULL
    AND one.id <> other.id AND one.id = ANY(%(children)s)
"""
FAMILY = f"""
    SELECT one.id, other.id
    FROM safeguarding_child one JOIN safeguarding_child other ON other.family_id = one.family_id
    WHERE {DAYS}
"""
MOTHER = f"""
    SELECT one.id, other.id
    FROM safeguarding_child one
        JOIN safeguarding_relationship of ON of.child_id = one.id AND of.kind = 'MOTHER' AND NOT of.in_error
        JOIN safeguarding_relationship also ON also.person_id = of.person_id AND also.kind = 'MOTHER'
            AND NOT also.in_error
        JOIN safeguarding_child other ON other.id = also.child_id
    WHERE {DAYS}
"""


def _by_name(names: str) -> tuple[str, ...]:
    asked = names.format(which="c.id = ANY(%(children)s)")
    ways = ((DAYS_NEAR, BORN_NEAR), *(("", near) for near in EXPECTED_NEAR))
    return tuple(LIKE.format(names=asked, days=days, others=names.format(which=near)) for days, near in ways)


BY_FAMILY = (FAMILY, MOTHER)
NO_NAMES = sorted(PLACEHOLDERS | {f"{one} {other}" for one in PLACEHOLDERS for other in PLACEHOLDERS})


def by_numbers(numbers: Collection[str]) -> Pairs:
    """The pairs of records that share one of these pupil numbers, a former one too."""
    wanted = list(numbers)
    sql = BY_NUMBER.format(among="AND one.number = ANY(%(numbers)s)")
    return _pairs(sql, numbers=wanted) if wanted else set()


def by_shared_numbers() -> Pairs:
    """The pairs of all the records that share a pupil number: of the whole council at once."""
    return _pairs(BY_NUMBER.format(among=f"AND one.number IN ({SHARED})"))


def by_council_number(child: int) -> Pairs:
    """The pairs of a record with those whose council number differs in capital and small letters alone."""
    return _pairs(BY_COUNCIL_NUMBER.format(among="AND one.id = %(child)s"), child=child)


def by_council_numbers() -> Pairs:
    """As by_council_number(), of the whole council."""
    return _pairs(BY_COUNCIL_NUMBER.format(among="AND one.la_child_id <> upper(one.la_child_id)"))


def by_names(children: Collection[int]) -> Pairs:
    """The pairs of each of these records with whoever has a like name and a near date, or the same mother or
    family and an expected birth: six statements, however many are asked about.
    """
    values = {"children": list(children), "placeholders": NO_NAMES}
    return set().union(*(_pairs(sql, **values) for sql in (*_by_name(NAMES), *BY_FAMILY)))


def by_all_names(at_once: int) -> Iterator[Pairs]:
    """As by_names(), of the whole council in a transaction, `at_once` records at a time."""
    with connection.cursor() as cursor:
        for statement in KEEP_NAMED:
            cursor.execute(statement, {"placeholders": NO_NAMES} if "%(" in statement else None)
        cursor.execute("SELECT DISTINCT id FROM named ORDER BY id")
        children = [pk for (pk,) in cursor.fetchall()]
    for first in range(0, len(children), at_once):
        some = children[first : first + at_once]
        values = {"children": some, "placeholders": NO_NAMES}
        yield set().union(*(_pairs(sql, **values) for sql in (*_by_name(KEPT_NAMES), *BY_FAMILY)))


def _pairs(sql: str, **values: Any) -> Pairs:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return {(min(pair), max(pair)) for pair in cursor.fetchall()}
