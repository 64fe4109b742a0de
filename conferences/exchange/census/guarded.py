"""The children of a file whose records are closed to somebody (safeguarding.access.closed): what the merge
does to them is counted apart, and told to nobody who may not see them.
"""

from __future__ import annotations

from typing import Any

# SQL: that the record of a child (its columns as c) may be closed to somebody.
IS_GUARDED = """(c.is_restricted OR EXISTS (
    SELECT FROM safeguarding_bar b WHERE b.family_id = c.family_id AND b.lifted_at IS NULL))"""
# The council's numbers that lead to such a record, those of records joined into it among them. Few are, of
# all children: they are found by themselves.
NUMBERS = """
    SELECT led.la_child_id FROM (
        SELECT id FROM safeguarding_child WHERE is_restricted
        UNION SELECT c.id FROM safeguarding_bar b JOIN safeguarding_child c ON c.family_id = b.family_id
        WHERE b.lifted_at IS NULL
    ) guarded CROSS JOIN LATERAL (
        SELECT la_child_id FROM safeguarding_child WHERE id = guarded.id
        UNION ALL SELECT la_child_id FROM safeguarding_child WHERE joined_into_id = guarded.id
    ) led
"""
# Those to whom the facts that are merged lead.
NOTE = f"""
    CREATE TEMP TABLE census_guarded ON COMMIT DROP AS
    SELECT c.id, s.n, s.number
    FROM census_child s JOIN safeguarding_child led ON led.la_child_id = s.number
        JOIN safeguarding_child c ON c.id = coalesce(led.joined_into_id, led.id)
    WHERE {IS_GUARDED}
"""
IN_FILE = f"""
    SELECT number FROM conferences_importedchild
    WHERE file_id = %s AND told IS NOT NULL AND NOT renumbered AND number IN ({NUMBERS}) ORDER BY number
"""
HELD = " UNION ALL ".join(
    f"SELECT '{kind}', child_id, count(*) FROM {table}"
    f" WHERE child_id IN (SELECT id FROM census_guarded) {which} GROUP BY child_id"
    for kind, table, which in (
        ("plans", "conferences_plan", ""),
        ("section_47", "conferences_enquiry", ""),
        ("conferences", "conferences_conferencechild", "AND kind <> 'REVIEW'"),
        ("review_dates", "conferences_conferencechild", "AND kind = 'REVIEW'"),
        ("need_episodes", "conferences_needepisode", ""),
        ("in_need_plans", "conferences_childinneedplan", ""),
    )
)
DONE = """
    SELECT u.kind, g.id, 'taken_away', count(*) FROM census_untold u JOIN census_guarded g ON g.n = u.n
    WHERE NOT u.stands GROUP BY u.kind, g.id
    UNION ALL
    SELECT c.kind, g.id, CASE c.how WHEN 'MOVED' THEN 'moved' ELSE 'changed' END, count(*)
    FROM conferences_importchange c JOIN census_guarded g ON g.number = c.number
    WHERE c.file_id = %(file)s AND c.id > %(last)s AND c.how IN ('CHANGED', 'ENDED', 'MOVED')
        AND c.kind <> 'children'
    GROUP BY 1, 2, 3
    UNION ALL
    SELECT DISTINCT 'children', id, 'changed', 1::bigint
    FROM census_changed WHERE id IN (SELECT id FROM census_guarded)
"""
TO_SEEING = """
    UPDATE conferences_importfault SET told_to = 'SEEING'
    WHERE file_id = %s AND beside_record AND told_to = ''
        AND la_child_id IN (SELECT number FROM census_guarded)
"""
# One child by one way of changing: (kind of fact, child's id, way), and how many.
Ways = dict[tuple[str, int, str], int]


class Guarded:
    """What one merge does to them: made before it, and asked after."""

    def __init__(self, cursor: Any, file: int, *, anybody_held: bool) -> None:
        self.file = file
        if anybody_held:
            cursor.execute(NOTE)
        self.are_there = anybody_held and cursor.rowcount > 0
        self.before = self._rows_of_each(cursor)
        cursor.execute("SELECT coalesce(max(id), 0) FROM conferences_importchange")
        self.last = cursor.fetchone()[0]

    def _rows_of_each(self, cursor: Any) -> dict[tuple[str, int], int]:
        if not self.are_there:
            return {}
        cursor.execute(HELD)
        return {(kind, child): count for kind, child, count in cursor.fetchall()}

    def done(self, cursor: Any) -> Ways:
        """How often each way of changing came to each of them; what was said of them is kept to whoever may
        see them.
        """
        if not self.are_there:
            return {}
        cursor.execute(TO_SEEING, [self.file])
        cursor.execute(DONE, {"file": self.file, "last": self.last})
        found: Ways = {(kind, child, way): count for kind, child, way, count in cursor.fetchall()}
        after = self._rows_of_each(cursor)
        for kind, child in {*self.before, *after}:
            more = after.get((kind, child), 0) - self.before.get((kind, child), 0)
            added = more + found.get((kind, child, "taken_away"), 0)
            if added:
                found[kind, child, "added"] = added
        return found


def numbers_in(cursor: Any, file: int) -> list[str]:
    """The numbers under which a file tells of such children, but those taken for another's new number."""
    cursor.execute(IN_FILE, [file])
    return [number for (number,) in cursor.fetchall()]
