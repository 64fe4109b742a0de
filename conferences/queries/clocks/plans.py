"""The clocks of plans: reviews, asked for and held, core groups, and the review after a birth.

Each interval is a clock of its own: it runs from one review (or core group) and is met by the next.
"""

from conferences.queries.clocks.sql import PUT_IN, birthday, due, local_day
from conferences.rules.deadlines import CATALOGUE, Code

# From the conference at which it began, else from its start: rule 2885 makes them one day.
BEGUN = """
    LEFT JOIN conferences_conferencechild bc ON bc.id = p.begun_at_id
    LEFT JOIN conferences_conference bm ON bm.id = bc.conference_id
"""
BEGUN_DAY = "coalesce(bm.held_date, p.start_date)"
OURS = "NOT p.held_for_other_authority"
# Nothing is owed on a plan once the child has died or is 18, though its end waits to be confirmed.
LIVES = "conferences_plan p JOIN safeguarding_child c ON c.id = p.child_id"
GROWN = birthday("c.birth_date")
GONE = f"least(p.end_date, c.death_date, {GROWN}) AS gone, {GROWN} AS grown"
# A review on or before the start of its plan is a fault of the record and starts no clock. Two on one day, as
# where siblings' meetings were recorded apart, are one: else the first would be met as it starts.
REVIEWS = f"""
    SELECT p.id AS plan, p.child_id, p.end_date, {GONE}, begun.day AS started, begun.is_first,
        lead(begun.day) OVER (PARTITION BY p.id ORDER BY begun.day) AS met
    FROM {LIVES} {BEGUN}
    CROSS JOIN LATERAL (
        SELECT {BEGUN_DAY} AS day, TRUE AS is_first
        UNION
        SELECT m.held_date, FALSE FROM conferences_conferencechild cc
            JOIN conferences_conference m ON m.id = cc.conference_id
        WHERE cc.plan_id = p.id AND cc.kind = 'REVIEW' AND m.held_date > {BEGUN_DAY}
    ) AS begun
    WHERE {OURS}
"""
# The one that ends the plan starts no clock.
INTERVALS = f"FROM ({REVIEWS}) AS i WHERE (i.end_date IS NULL OR i.started < i.end_date)"
WORKER = """
    LEFT JOIN LATERAL (
        SELECT a.worker_id FROM safeguarding_allocation a
        WHERE a.child_id = i.child_id AND a.end_date IS NULL LIMIT 1
    ) AS allocated ON TRUE
"""
# The child was asked for, for the review of this interval: in it and not withdrawn, or before it and open
# still, for while one is open a second is refused. What led to the review from which it runs asked for no
# other, though it was put in on that very day.
ASKED = f"""
    LEFT JOIN LATERAL (
        SELECT min({PUT_IN}) AS day,
            min(b.chair_id) AS chair,
            min({local_day("b.starts_at")}) FILTER (WHERE {local_day("b.starts_at")} > i.started) AS meeting
        FROM conferences_requestedchild rc JOIN conferences_request r ON r.id = rc.request_id
            LEFT JOIN conferences_booking b ON b.request_id = r.id AND b.state = 'BOOKED'
        WHERE rc.plan_id = i.plan AND r.state <> 'WITHDRAWN'
            AND ({PUT_IN} >= i.started OR i.met IS NULL AND r.state <> 'HELD')
            AND (i.met IS NULL OR {PUT_IN} <= i.met)
            AND NOT EXISTS (SELECT FROM conferences_booking h WHERE h.request_id = r.id AND h.state = 'HELD'
                AND {local_day("h.starts_at")} <= i.started)
    ) AS asked ON TRUE
"""
ROW = "SELECT i.plan AS subject, ARRAY[i.child_id] AS children, i.started"
REVIEW_DUE = due(CATALOGUE[Code.HOLD_REVIEW].limit, "i.started")


def _gone(day: str) -> str:
    """From when it is owed no more: what would fall due on the 18th birthday or later is never owed."""
    return f"CASE WHEN {day} >= i.grown THEN least(i.started, i.gone) ELSE i.gone END AS gone"


# Only plans that a record signed here began: of others it is not known whether their core groups met.
FIRST_GROUPS = f"""
    SELECT p.id AS plan, p.child_id, p.end_date, {GONE}, {BEGUN_DAY} AS started,
        (SELECT min(g.held_date) FROM conferences_coregroup g
            WHERE g.plan_id = p.id AND NOT g.in_error) AS met
    FROM {LIVES} {BEGUN}
    WHERE {OURS} AND EXISTS (
        SELECT FROM conferences_childpart part WHERE part.conference_child_id = p.begun_at_id
    )
"""
LATER_GROUPS = f"""
    SELECT p.id AS plan, p.child_id, p.end_date, {GONE}, g.held_date AS started,
        lead(g.held_date) OVER (PARTITION BY p.id ORDER BY g.held_date, g.id) AS met
    FROM conferences_coregroup g JOIN ({LIVES}) ON p.id = g.plan_id WHERE {OURS} AND NOT g.in_error
"""
BIRTHS = f"""
    SELECT p.id AS plan, p.child_id, p.end_date, {GONE}, c.birth_date AS started,
        (SELECT min(m.held_date) FROM conferences_conferencechild cc
            JOIN conferences_conference m ON m.id = cc.conference_id
         WHERE cc.plan_id = p.id AND cc.kind = 'REVIEW'
            AND m.held_date > greatest(c.birth_date, {BEGUN_DAY})) AS met
    FROM {LIVES} {BEGUN}
    WHERE {OURS} AND c.birth_date > p.start_date
"""


def _of_worker(code: Code, rows: str) -> str:
    day = due(CATALOGUE[code].limit, "i.started")
    return f"""
        {ROW}, {day} AS due, i.met, {_gone(day)},
            allocated.worker_id AS owner, TRUE AS is_ready
        FROM ({rows}) AS i {WORKER} WHERE (i.end_date IS NULL OR i.started < i.end_date)
    """


def _with_joins(joins: str) -> str:
    return INTERVALS.replace(") AS i WHERE", f") AS i {joins} WHERE")


PLANS: dict[Code, str] = {
    Code.HOLD_REVIEW: f"""
        {ROW}, {REVIEW_DUE} AS due, least(i.met, asked.meeting) AS met, {_gone(REVIEW_DUE)},
            asked.chair AS owner, asked.day IS NOT NULL AS is_ready
        {_with_joins(ASKED)}
    """,
    Code.REQUEST_REVIEW: f"""
        {ROW}, {due(CATALOGUE[Code.REQUEST_REVIEW].limit, REVIEW_DUE)} AS due,
            least(asked.day, i.met) AS met, {_gone(REVIEW_DUE)},
            allocated.worker_id AS owner, TRUE AS is_ready
        {_with_joins(ASKED + WORKER)}
    """,
    Code.HOLD_FIRST_CORE_GROUP: _of_worker(Code.HOLD_FIRST_CORE_GROUP, FIRST_GROUPS),
    Code.HOLD_CORE_GROUP: _of_worker(Code.HOLD_CORE_GROUP, LATER_GROUPS),
    Code.REVIEW_AFTER_BIRTH: f"""
        {ROW}, {due(CATALOGUE[Code.REVIEW_AFTER_BIRTH].limit, "i.started")} AS due,
            least(i.met, asked.meeting) AS met, i.gone,
            asked.chair AS owner, asked.day IS NOT NULL AS is_ready
        FROM ({BIRTHS}) AS i {ASKED} WHERE (i.end_date IS NULL OR i.started < i.end_date)
    """,
}
