"""The clocks of what ends a plan without a review, and of the follow-ups after one that a record ended."""

from conferences.queries.clocks.plans import GROWN, LIVES, OURS, ROW, WORKER
from conferences.queries.clocks.sql import due, local_day
from conferences.rules.deadlines import CATALOGUE, Code
from conferences.rules.follow_ups import Which

SIGNED_HERE = """
    SELECT FROM conferences_childpart part
        JOIN conferences_requestedchild rc ON rc.id = part.requested_child_id
    WHERE rc.plan_id = p.id AND part.outcome = 'PLAN_ENDS' AND part.conference_child_id IS NOT NULL
"""


def _follow_up(code: Code, which: Which) -> str:
    """The team's, where a worker of the child is named; else the unit's."""
    rows = f"""
        SELECT p.id AS plan, p.child_id, p.end_date AS started,
            (SELECT f.held_date FROM conferences_followup f
             WHERE f.plan_id = p.id AND f.which = '{which}' AND NOT f.in_error) AS met,
            least(c.death_date, (
                SELECT min(n.start_date) FROM conferences_plan n
                WHERE n.child_id = p.child_id AND n.start_date > p.end_date
                    AND NOT n.held_for_other_authority
            )) AS gone
        FROM conferences_plan p JOIN safeguarding_child c ON c.id = p.child_id
        WHERE {OURS} AND p.end_date IS NOT NULL AND EXISTS ({SIGNED_HERE})
    """
    return f"""
        {ROW}, {due(CATALOGUE[code].limit, "i.started")} AS due, i.met, i.gone,
            allocated.worker_id AS owner, TRUE AS is_ready
        FROM ({rows}) AS i {WORKER}
    """


# The first day on which something ended the plan: a death, the 18th birthday, what was recorded and was not
# turned down since; a move, once the other authority held its conference (R11).
SINCE = "CASE WHEN l.kind = 'MOVED_AWAY' THEN l.conference_date ELSE l.day END"
CAUSE = f"""
    SELECT greatest(min(e.day), p.start_date) AS day FROM (
        VALUES (c.death_date), ({GROWN})
        UNION ALL
        SELECT {SINCE}
        FROM conferences_lifeevent l
        WHERE l.child_id = p.child_id AND {SINCE} >= p.start_date AND NOT l.in_error
            AND l.kind IN ('MOVED_AWAY', 'LOOKED_AFTER', 'OTHER_ORDER', 'LEFT_UK') AND NOT EXISTS (
                SELECT FROM conferences_planending n
                WHERE n.event_id = l.id AND n.outcome IN ('REFUSED', 'WITHDRAWN')
            )
    ) AS e (day) HAVING min(e.day) IS NOT NULL
"""
CONFIRMED = f"""
    SELECT min({local_day("n.closed_at")}) AS day FROM conferences_planending n
    WHERE n.plan_id = p.id AND n.outcome = 'CONFIRMED'
"""
END_PLAN = f"""
    SELECT p.id AS subject, ARRAY[p.child_id] AS children, cause.day AS started,
        {due(CATALOGUE[Code.END_PLAN].limit, "cause.day")} AS due, confirmed.day AS met,
        CASE WHEN confirmed.day IS NULL THEN p.end_date END AS gone, NULL::bigint AS owner, TRUE AS is_ready
    FROM {LIVES} CROSS JOIN LATERAL ({CAUSE}) AS cause CROSS JOIN LATERAL ({CONFIRMED}) AS confirmed
    WHERE {OURS} AND (p.end_date IS NULL OR p.end_date >= cause.day)
"""

ENDINGS: dict[Code, str] = {
    Code.END_PLAN: END_PLAN,
    Code.FIRST_FOLLOW_UP: _follow_up(Code.FIRST_FOLLOW_UP, Which.FIRST),
    Code.SECOND_FOLLOW_UP: _follow_up(Code.SECOND_FOLLOW_UP, Which.SECOND),
    Code.THIRD_FOLLOW_UP: _follow_up(Code.THIRD_FOLLOW_UP, Which.THIRD),
}
