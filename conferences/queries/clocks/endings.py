"""The clocks after a plan ended: the follow-ups of those that a record signed here ended."""

from conferences.queries.clocks.plans import OURS, ROW, WORKER
from conferences.queries.clocks.sql import due
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
             WHERE f.plan_id = p.id AND f.which = '{which}') AS met,
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


ENDINGS: dict[Code, str] = {
    Code.FIRST_FOLLOW_UP: _follow_up(Code.FIRST_FOLLOW_UP, Which.FIRST),
    Code.SECOND_FOLLOW_UP: _follow_up(Code.SECOND_FOLLOW_UP, Which.SECOND),
    Code.THIRD_FOLLOW_UP: _follow_up(Code.THIRD_FOLLOW_UP, Which.THIRD),
}
