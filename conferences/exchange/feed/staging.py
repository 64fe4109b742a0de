"""The lines of a file by one COPY, which holds no more of them than the one it writes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, BinaryIO

from django.db import connection

from conferences.exchange.feed.reading import Line, lines
from conferences.models import ChildrenFeed, FeedOutcome
from safeguarding.refusals import Refused

TEXTS = ("upn", "given_names", "family_name", "sex", "family_ref", "address", "postcode", "team", "worker")
COPY = """
    COPY conferences_feedline (feed_id, line, number, problem, remark, outcome, birth_date,
        expected_birth_date, upn, given_names, family_name, sex, family_ref, address, postcode, team_text,
        worker_text, finding, writes, asks, takes) FROM STDIN
"""
NOTHING: tuple[Any, ...] = ("", [], [], [])
EVERY = 5_000
# A number that stands twice says of neither line that it is the right one. Of whom a line is refused,
# nothing is kept but its number.
TWICE = """
    WITH d AS MATERIALIZED (
        SELECT number, array_agg(line ORDER BY line) AS lines, count(*) AS times FROM conferences_feedline
        WHERE feed_id = %(feed)s AND number <> '' GROUP BY number HAVING count(*) > 1
    )
    UPDATE conferences_feedline l SET outcome = 'REFUSED', given_names = '', family_name = '', address = '',
        postcode = '', birth_date = NULL, expected_birth_date = NULL, upn = '', family_ref = '',
        problem = concat_ws(' ', nullif(l.problem, ''), 'The number stands in lines '
            || array_to_string(d.lines[1:5], ', ') || CASE WHEN d.times > 5 THEN ' and more' ELSE '' END
            || ': none of them is taken.')
    FROM d WHERE l.feed_id = %(feed)s AND l.number = d.number
"""
# Of which of the two children it is, nobody can say.
UPN_TWICE = """
    WITH d AS MATERIALIZED (
        SELECT upn, array_agg(line ORDER BY line) AS lines, count(*) AS times FROM conferences_feedline
        WHERE feed_id = %(feed)s AND problem = '' AND upn <> '' GROUP BY upn HAVING count(*) > 1
    )
    UPDATE conferences_feedline l SET upn = '',
        remark = concat_ws(' ', nullif(l.remark, ''), 'The pupil number stands in lines '
            || array_to_string(d.lines[1:5], ', ') || CASE WHEN d.times > 5 THEN ' and more' ELSE '' END
            || ': it was left out.')
    FROM d WHERE l.feed_id = %(feed)s AND l.upn = d.upn
"""


def stage(feed: ChildrenFeed, file: BinaryIO, on: dt.date, on_progress: Callable[[int], None]) -> int:
    """Keep every line of the file beside its row; how many. Raises Refused: then the caller undoes it."""
    count = 0
    with connection.cursor() as cursor:
        with cursor.copy(COPY) as target:
            for line in lines(file, on):
                target.write_row(_row(feed, line))
                count += 1
                if count % EVERY == 0:
                    on_progress(count)
        if not count:
            raise Refused("The file names no children: it has a first row and nothing else", "file")
        # Before anything is asked of them: a planner that last saw an empty table looks at each for each.
        cursor.execute("SELECT safeguarding_analyze(ARRAY['conferences_feedline'])")
        cursor.execute(TWICE, {"feed": feed.pk})
        cursor.execute(UPN_TWICE, {"feed": feed.pk})
    return count


def _row(feed: ChildrenFeed, line: Line) -> tuple[Any, ...]:
    outcome = FeedOutcome.REFUSED if line.problems else FeedOutcome.UNCHANGED
    told = (feed.pk, line.line, line.number, " ".join(line.problems), " ".join(line.remarks), outcome.value)
    if line.problems:
        return (*told, None, None, *[""] * len(TEXTS), *NOTHING)
    days = (line.days.get("birth_date"), line.days.get("expected_birth_date"))
    return (*told, *days, *(line.texts.get(name, "") for name in TEXTS), *NOTHING)
