"""The clocks of enquiries and of moves into the area: a conference is asked for, and held."""

from conferences.queries.clocks.sql import PUT_IN, birthday, due, local_day
from conferences.rules.deadlines import CATALOGUE, Code


def on_plan(child: str, day: str) -> str:
    """SELECT of the plan of this council that a child was on already, before a day and still on it."""
    return f"""
        SELECT p.start_date AS day FROM conferences_plan p
        WHERE p.child_id = {child} AND NOT p.held_for_other_authority
            AND p.start_date < {day} AND (p.end_date IS NULL OR p.end_date > {day})
    """


def over(child: str, start: str) -> str:
    """SELECT of the day from which a child is owed no initial conference any more, NULL where it is: the
    first plan of this council since, the child's death, the 18th birthday (1 March for 29 February).
    """
    return f"""
        SELECT min(greatest(e.day, {start})) AS day FROM safeguarding_child c CROSS JOIN LATERAL (
            VALUES (c.death_date), ({birthday("c.birth_date")}),
                ((SELECT min(p.start_date) FROM conferences_plan p WHERE p.child_id = c.id
                    AND NOT p.held_for_other_authority AND p.start_date > {start}))
        ) AS e (day) WHERE c.id = {child} AND e.day IS NOT NULL
    """


def _initial(
    hold: Code, ask: Code, table: str, started: str, link: str, not_owed: str, stands: str
) -> dict[Code, str]:
    """The two clocks of what an initial conference is owed to; `link` is how a conference names it,
    `not_owed` the day from which it needs none, `stands` what is true of one that is no record in error.

    A conference of the child on or after the start stands for one that is not linked to it.
    """
    facts = f"""
        FROM {table} o
        LEFT JOIN LATERAL (
            SELECT min(m.held_date) AS day FROM conferences_conferencechild cc
                JOIN conferences_conference m ON m.id = cc.conference_id
            WHERE cc.child_id = o.child_id AND cc.kind <> 'REVIEW'
                AND (m.held_date >= o.{started} OR cc.{link} = o.id)
        ) AS held ON TRUE
        LEFT JOIN LATERAL (
            SELECT min({PUT_IN}) AS day, min(b.chair_id) AS chair,
                min({local_day("b.starts_at")}) AS meeting
            FROM conferences_requestedchild rc JOIN conferences_request r ON r.id = rc.request_id
                LEFT JOIN conferences_booking b ON b.request_id = r.id AND b.state = 'BOOKED'
            WHERE rc.{link} = o.id AND r.state <> 'WITHDRAWN'
        ) AS asked ON TRUE
        LEFT JOIN LATERAL ({on_plan("o.child_id", f"o.{started}")}) AS on_plan ON TRUE
        CROSS JOIN LATERAL ({over("o.child_id", f"o.{started}")}) AS over
        LEFT JOIN LATERAL (
            SELECT a.worker_id FROM safeguarding_allocation a
            WHERE a.child_id = o.child_id AND a.end_date IS NULL LIMIT 1
        ) AS allocated ON TRUE
        WHERE {stands}
    """
    gone = f"""
        CASE WHEN on_plan.day IS NOT NULL THEN o.{started}
            WHEN held.day IS NULL OR held.day > least(over.day, {not_owed})
            THEN least(over.day, {not_owed}) END AS gone
    """
    row = f"SELECT o.id AS subject, ARRAY[o.child_id] AS children, o.{started} AS started"
    start = f"o.{started}"
    return {
        hold: f"{row}, {due(CATALOGUE[hold].limit, start)} AS due,"
        f" least(held.day, asked.meeting) AS met, {gone},"
        f" asked.chair AS owner, asked.day IS NOT NULL AS is_ready {facts}",
        ask: f"{row}, {due(CATALOGUE[ask].limit, start)} AS due, least(asked.day, held.day) AS met, {gone},"
        f" allocated.worker_id AS owner, TRUE AS is_ready {facts}",
    }


ENQUIRIES = _initial(
    Code.HOLD_CONFERENCE,
    Code.REQUEST_CONFERENCE,
    "conferences_enquiry",
    "started_date",
    "enquiry_id",
    "CASE WHEN o.conference_need = 'NOT_NEEDED' THEN coalesce(o.outcome_date, o.started_date) END",
    "o.voided_at IS NULL",
)
TRANSFERS = _initial(
    Code.HOLD_TRANSFER_IN,
    Code.REQUEST_TRANSFER_IN,
    "conferences_transferin",
    "notified_date",
    "transfer_in_id",
    "NULL::date",
    "NOT o.in_error",
)
