"""A check that is neither true nor false lets its row pass: none may be so, whatever its columns hold."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

import pytest
from django.db import connection

# But for a number that may be missing and is not below nought where it is there.
CHECKS = """
    SELECT conrelid::regclass::text, conname, pg_get_expr(conbin, conrelid), conrelid, conkey
    FROM pg_constraint
    WHERE contype = 'c' AND cardinality(conkey) > 0 AND conname !~ '_check$'
        AND conrelid::regclass::text ~ '^(safeguarding|conferences)_'
    ORDER BY 1, 2
"""
COLUMNS = """
    SELECT attname, format_type(atttypid, NULL), attnotnull FROM pg_attribute
    WHERE attrelid = %s AND attnum = ANY(%s) ORDER BY attnum
"""
# Two or three values of each type, besides the codes that the check itself names.
VALUES = {
    "boolean": ["true", "false"],
    "date": ["'2018-04-09'", "'2018-04-10'"],
    "timestamp with time zone": ["'2018-04-09'", "'2018-04-10'"],
    "time without time zone": ["'9:00'", "'10:00'"],
    "jsonb": ["'{}'", "'[1]'"],
    "character varying[]": ["'{}'", "'{x}'"],
    "bigint[]": ["'{}'", "'{1}'"],
    "uuid": [f"'{'0' * 32}'"],
    # PostgreSQL 18 makes bytes of numbers, 15 does not.
    "bytea": [r"'\x'", r"'\x00'"],
}
NUMBERS = ["0", "1", "2"]
CODE = re.compile(r"'((?:[^']|'')*)'::")
# A column in brackets of its own or none, with one code or with several.
COMPARED = re.compile(
    r"(?<!\w)\(+(\w+)\)?(?:::text)? (?:=|<>) (?:(?:ANY|ALL) \(+ARRAY\[([^\]]*)\]|('(?:[^']|'')*'::))"
)


def checks() -> Iterator[tuple[str, str, str, list[tuple[str, str, bool]]]]:
    """Table, name, expression, and the columns that it reads, of each check of ours."""
    with connection.cursor() as cursor:
        cursor.execute(CHECKS)
        for table, name, text, relation, numbers in cursor.fetchall():
            cursor.execute(COLUMNS, [relation, numbers])
            yield table, name, text, cursor.fetchall()


def codes_of(text: str) -> Mapping[str, list[str]]:
    """{column: the codes that it is compared with}. Where one of the codes is compared with anything but a
    plain column, each column may hold any of them.
    """
    named: dict[str, list[str]] = defaultdict(list)
    for column, several, one in COMPARED.findall(text):
        named[column] += CODE.findall(several or one)
    every = CODE.findall(text)
    if sum(map(len, named.values())) != len(every):
        return defaultdict(lambda: every)
    return named


def tried(kind: str, is_given: bool, codes: list[str]) -> list[str]:
    """What a column may hold, as SQL."""
    if kind in ("character varying", "text"):
        values = [f"'{code}'" for code in [*sorted(set(codes))[:6], "", "x"]]
    else:
        values = VALUES.get(kind, NUMBERS)
    return values if is_given else [*values, "NULL"]


def passes_on_unknown(text: str, columns: list[tuple[str, str, bool]]) -> list[tuple[object, ...]]:
    """Rows for which the check is unknown, one of them."""
    codes, sources = codes_of(text), []
    for at, (name, kind, given) in enumerate(columns):
        values = ", ".join(f"({one}::{kind})" for one in tried(kind, given, codes[name]))
        sources.append(f'(VALUES {values}) AS t{at}("{name}")')
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {', '.join(sources)} WHERE ({text}) IS NULL LIMIT 1")
        found: list[tuple[object, ...]] = cursor.fetchall()
    return found


@pytest.mark.django_db
def test_no_check_passes_because_something_is_unknown() -> None:
    wrong = {
        f"{table}.{name}": row
        for table, name, text, columns in checks()
        if (row := passes_on_unknown(text, columns))
    }
    assert wrong == {}


@pytest.mark.django_db
def test_a_planted_check_that_passes_on_an_unknown_is_found() -> None:
    columns = [("state", "text", True), ("minutes", "integer", False)]
    assert passes_on_unknown("state <> 'HELD'::text OR minutes > 0", columns) == [("HELD", None)]
    assert not passes_on_unknown("state <> 'HELD'::text OR (minutes IS NOT NULL AND minutes > 0)", columns)


def test_a_column_is_tried_with_the_codes_that_it_is_compared_with() -> None:
    text = "(((state)::text = 'HELD'::text) OR (why <> ALL (ARRAY['A'::text, 'B'::text])))"
    assert codes_of(text) == {"state": ["HELD"], "why": ["A", "B"]}
    every = codes_of(f"{text} AND (COALESCE(state, why) = 'C'::text)")
    assert every["state"] == every["why"] == ["HELD", "A", "B", "C"]
