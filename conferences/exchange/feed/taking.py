"""The compared lines into the record, set by set. Nothing known is emptied, nobody is taken away."""

from __future__ import annotations

import datetime as dt

from django.db import connection

from conferences.exchange.feed.comparing import compare, forget, values_for
from conferences.models import ChildrenFeed

LOCKED = ("safeguarding_child", "safeguarding_allocation", "safeguarding_householdmember")
MANY = 200
# The lines that are written: a restricted child's are remembered and nothing more.
LINES = """
    conferences_feedline l JOIN feed_state s ON s.id = l.id AND s.outcome <> 'REFUSED' AND NOT s.aside
"""
FAMILIES = (
    # Children of one reference belong to the family that one of them has; where two have different ones,
    # nobody can say which.
    f"""
    CREATE TEMP TABLE feed_family ON COMMIT DROP AS
    WITH known AS (
        SELECT m.family_ref, c.family_id FROM conferences_feedmemory m
        JOIN safeguarding_child c ON c.id = m.child_id
        WHERE m.family_ref <> '' AND c.family_id IS NOT NULL
        UNION
        SELECT l.family_ref, c.family_id FROM {LINES} JOIN safeguarding_child c ON c.id = l.child_id
        WHERE l.family_ref <> '' AND c.family_id IS NOT NULL
    ), one AS (
        SELECT family_ref, min(family_id) AS family_id, count(*) AS families FROM known GROUP BY family_ref
    ), wanted AS (
        SELECT l.id, l.line, l.number, one.family_id AS known_id,
            CASE WHEN l.family_ref = '' OR one.families > 1 THEN 'number ' || l.number
                ELSE 'family ' || l.family_ref END AS key,
            coalesce(nullif(l.family_name, ''), nullif(c.family_name, ''), nullif(l.given_names, ''),
                nullif(c.given_names, ''), l.number) AS name,
            coalesce(one.families, 0) = 1 AS is_known
        FROM {LINES} LEFT JOIN one ON one.family_ref = l.family_ref
        LEFT JOIN safeguarding_child c ON c.id = l.child_id
        WHERE 'FAMILY' = ANY(s.writes)
    ), made AS (
        SELECT key, gen_random_uuid() AS ref, (array_agg(name ORDER BY line))[1] AS name,
            min(known_id) FILTER (WHERE is_known) AS family_id
        FROM wanted GROUP BY key
    )
    SELECT wanted.id, made.ref, made.name, made.family_id,
        row_number() OVER (PARTITION BY key) = 1 AS is_first
    FROM wanted JOIN made USING (key)
    """,
    "INSERT INTO safeguarding_family (ref, name) SELECT ref, name FROM feed_family"
    " WHERE is_first AND family_id IS NULL",
    "CREATE UNIQUE INDEX ON feed_family (id)",
    "ANALYZE feed_family",
    "SELECT safeguarding_analyze(ARRAY['safeguarding_family'])",
    "UPDATE feed_family w SET family_id = f.id FROM safeguarding_family f"
    " WHERE w.family_id IS NULL AND f.ref = w.ref",
)
CHILDREN = (
    f"""
    INSERT INTO safeguarding_childname (child_id, kind, given_names, family_name, until_date)
    SELECT c.id, 'EARLIER', c.given_names, c.family_name, %(on)s
    FROM {LINES} JOIN safeguarding_child c ON c.id = l.child_id
    WHERE 'NAME' = ANY(s.writes) AND NOT s.unnamed AND NOT EXISTS (
        SELECT FROM safeguarding_childname n
        WHERE n.child_id = c.id AND (n.given_names, n.family_name) = (c.given_names, c.family_name)
    )
    """,
    f"""
    UPDATE safeguarding_child c SET
        given_names = CASE WHEN 'NAME' = ANY(s.writes) AND l.given_names <> '' THEN l.given_names
            ELSE c.given_names END,
        family_name = CASE WHEN 'NAME' = ANY(s.writes) AND l.family_name <> '' THEN l.family_name
            ELSE c.family_name END,
        birth_date = CASE WHEN 'BIRTH' = ANY(s.writes) THEN coalesce(l.birth_date, c.birth_date)
            ELSE c.birth_date END,
        expected_birth_date = CASE WHEN 'BIRTH' = ANY(s.writes) THEN l.expected_birth_date
            ELSE c.expected_birth_date END,
        sex = CASE WHEN 'SEX' = ANY(s.writes) THEN l.sex ELSE c.sex END,
        upn = CASE WHEN 'UPN' = ANY(s.writes) THEN l.upn ELSE c.upn END,
        upn_unknown = CASE WHEN 'UPN' = ANY(s.writes) THEN '' ELSE c.upn_unknown END,
        family_id = coalesce(c.family_id, w.family_id)
    FROM {LINES} LEFT JOIN feed_family w ON w.id = l.id
    WHERE c.id = l.child_id AND s.writes && ARRAY['NAME', 'BIRTH', 'SEX', 'UPN', 'FAMILY']::varchar[]
    """,
    f"""
    INSERT INTO safeguarding_child (
        ref, la_child_id, upn, former_upn, upn_unknown, nhs_number, given_names, family_name, birth_date,
        expected_birth_date, sex, ethnicity, communication_needs, interpreter_language, is_restricted,
        restricted_reason, family_id
    )
    SELECT gen_random_uuid(), l.number, l.upn, '', '', '', l.given_names, l.family_name, l.birth_date,
        l.expected_birth_date, coalesce(nullif(l.sex, ''), 'U'), '', '', '', false, '', w.family_id
    FROM {LINES} LEFT JOIN feed_family w ON w.id = l.id WHERE s.is_new
    """,
    "UPDATE feed_state s SET child_id = c.id FROM conferences_feedline l JOIN safeguarding_child c"
    " ON c.la_child_id = l.number WHERE l.id = s.id AND s.is_new AND s.outcome <> 'REFUSED'",
    "SELECT safeguarding_analyze(ARRAY['safeguarding_child', 'safeguarding_childname'])",
)
HOMES = (
    f"""
    CREATE TEMP TABLE feed_home ON COMMIT DROP AS
    SELECT c.id AS child_id, c.family_id, c.family_name, l.address, l.postcode,
        EXISTS (SELECT FROM safeguarding_householdmember m WHERE m.child_id = c.id) AS moves
    FROM {LINES} JOIN safeguarding_child c ON c.id = s.child_id
    WHERE 'ADDRESS' = ANY(s.writes) AND NOT s.secret AND c.family_id IS NOT NULL
        AND NOT EXISTS (
            SELECT FROM safeguarding_household h WHERE h.family_id = c.family_id AND h.is_confidential
        )
        AND NOT EXISTS (
            SELECT FROM safeguarding_person p WHERE p.family_id = c.family_id AND p.address_is_confidential
        )
    """,
    "ANALYZE feed_home",
    """
    UPDATE safeguarding_householdmember m SET end_date = greatest(m.start_date, %(on)s)
    FROM feed_home w WHERE m.child_id = w.child_id AND m.end_date IS NULL
    """,
    """
    INSERT INTO safeguarding_household (family_id, name, address, postcode, is_confidential)
    SELECT w.family_id, coalesce(nullif(min(w.family_name), ''), 'Home'), w.address, w.postcode, false
    FROM feed_home w WHERE NOT EXISTS (
        SELECT FROM safeguarding_household h WHERE h.family_id = w.family_id AND NOT h.is_confidential
            AND (h.address, h.postcode) = (w.address, w.postcode)
    )
    GROUP BY w.family_id, w.address, w.postcode
    """,
    "SELECT safeguarding_analyze(ARRAY['safeguarding_household'])",
    """
    INSERT INTO safeguarding_householdmember (household_id, child_id, start_date)
    SELECT min(h.id), w.child_id, CASE WHEN w.moves THEN %(on)s::date END
    FROM feed_home w JOIN safeguarding_household h ON h.family_id = w.family_id AND NOT h.is_confidential
        AND (h.address, h.postcode) = (w.address, w.postcode)
    GROUP BY w.child_id, w.moves
    """,
)
HOLDERS = (
    f"""
    UPDATE safeguarding_allocation a SET end_date = greatest(a.start_date, %(on)s)
    FROM {LINES} WHERE a.child_id = s.child_id AND a.end_date IS NULL AND 'HOLDER' = ANY(s.writes)
    """,
    f"""
    INSERT INTO safeguarding_allocation (child_id, team_id, worker_id, start_date)
    SELECT s.child_id, s.team_id, s.worker_id, %(on)s FROM {LINES} WHERE 'HOLDER' = ANY(s.writes)
    """,
)
# What a file leaves empty was said by an earlier one. A question that is over stays so until the file says
# something else.
MEMORY = """
    INSERT INTO conferences_feedmemory AS m (
        child_id, feed_id, upn, given_names, family_name, birth_date, expected_birth_date, sex, family_ref,
        address, postcode, team_id, worker_id, settled
    )
    SELECT s.child_id, %(feed)s, l.upn, l.given_names, l.family_name, l.birth_date, l.expected_birth_date,
        l.sex, l.family_ref, l.address, l.postcode, s.team_id, s.worker_id,
        s.quiet || ARRAY(SELECT unnest(s.asks) EXCEPT SELECT unnest(s.writes))
    FROM conferences_feedline l JOIN feed_state s ON s.id = l.id WHERE s.outcome <> 'REFUSED'
    ON CONFLICT (child_id) DO UPDATE SET feed_id = excluded.feed_id,
        upn = coalesce(nullif(excluded.upn, ''), m.upn),
        given_names = coalesce(nullif(excluded.given_names, ''), m.given_names),
        family_name = coalesce(nullif(excluded.family_name, ''), m.family_name),
        birth_date = coalesce(excluded.birth_date, m.birth_date),
        expected_birth_date = CASE WHEN excluded.birth_date IS NULL
            THEN coalesce(excluded.expected_birth_date, m.expected_birth_date) END,
        sex = coalesce(nullif(excluded.sex, ''), m.sex),
        family_ref = coalesce(nullif(excluded.family_ref, ''), m.family_ref),
        address = coalesce(nullif(excluded.address, ''), m.address),
        postcode = CASE WHEN excluded.address = '' THEN m.postcode
            WHEN excluded.address <> m.address THEN excluded.postcode
            ELSE coalesce(nullif(excluded.postcode, ''), m.postcode) END,
        team_id = coalesce(excluded.team_id, m.team_id),
        worker_id = CASE WHEN excluded.team_id <> m.team_id THEN excluded.worker_id
            ELSE coalesce(excluded.worker_id, m.worker_id) END,
        settled = excluded.settled
"""
# Only what was refused or left out is kept of the lines, and of them nothing but the number and why.
CLEAR = (
    "DELETE FROM conferences_feedline WHERE feed_id = %(feed)s AND problem || remark || finding = ''",
    """
    UPDATE conferences_feedline SET given_names = '', family_name = '', birth_date = NULL,
        expected_birth_date = NULL, upn = '', sex = '', family_ref = '', address = '', postcode = '',
        team_text = '', worker_text = '', team_id = NULL, worker_id = NULL, writes = '{}', asks = '{}',
        takes = '{}'
    WHERE feed_id = %(feed)s
    """,
)
STEPS = (*FAMILIES, *CHILDREN, *HOMES, *HOLDERS, MEMORY)
FILLED = [
    "safeguarding_allocation",
    "safeguarding_householdmember",
    "conferences_feedmemory",
    "conferences_feedline",
]


def take(feed: ChildrenFeed, on: dt.date) -> dict[str, int]:
    """Compare anew, with nobody writing meanwhile, and write what each line is to do; the counts of it."""
    known = values_for(feed, on)
    with connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {', '.join(LOCKED)} IN SHARE ROW EXCLUSIVE MODE")
        counts, _ = compare(feed, on)
        for statement in (*STEPS, *CLEAR):
            cursor.execute(statement, known)
        if counts["rows"] >= MANY:
            cursor.execute("SELECT safeguarding_analyze(%s)", [FILLED])
        cursor.execute("DROP TABLE feed_family, feed_home")
    forget()
    return counts
