"""The clocks of what a consultation's decision leads to: its conditions, the reviews of another way, and the
second opinion where it was drawn for one.
"""

from conferences.queries.clocks.enquiries import over
from conferences.queries.clocks.plans import GROWN
from conferences.queries.clocks.sql import due, local_day
from conferences.rules.deadlines import CATALOGUE, Code

ANSWERED, DRAWN = local_day("a.answered_at"), local_day("o.drawn_at")
REPLACED = f"""
    LEFT JOIN LATERAL (
        SELECT {local_day("n.answered_at")} AS day FROM conferences_consultationanswer n
        WHERE n.supersedes_id = a.id
    ) AS replaced ON TRUE
"""
# What one decision wants by one day is one clock: met with the last of it, withdrawn with all of it. It is
# somebody's where one person has all that waits, else the team's.
SET = f"""
    SELECT k.answer_id AS answer, k.due_date,
        CASE WHEN bool_and(k.closed_at IS NOT NULL) THEN max(k.met_date) END AS met,
        CASE WHEN bool_and(k.withdrawn_reason <> '') THEN max({local_day("k.closed_at")}) END AS withdrawn,
        CASE WHEN count(DISTINCT coalesce(k.owner_id, 0)) FILTER (WHERE k.closed_at IS NULL) = 1
            THEN max(k.owner_id) FILTER (WHERE k.closed_at IS NULL) END AS owner
    FROM conferences_consultationcondition k GROUP BY k.answer_id, k.due_date
"""
# The reviews of another way in the order in which they were recorded: each is met by the next.
REVIEWS = f"""
    SELECT a.id AS answer, begun.started, begun.due,
        lead(begun.started) OVER (PARTITION BY a.id ORDER BY begun.n) AS met
    FROM conferences_consultationanswer a CROSS JOIN LATERAL (
        SELECT {ANSWERED} AS started, a.review_date AS due, 0 AS n
        UNION ALL
        SELECT v.held_date, v.next_review_date, v.id FROM conferences_supportreview v WHERE v.answer_id = a.id
    ) AS begun
    WHERE a.review_date IS NOT NULL
"""
DECISIONS: dict[Code, str] = {
    Code.MEET_CONDITION: f"""
        SELECT x.id AS subject, ARRAY[x.child_id] AS children, {ANSWERED} AS started,
            {due(CATALOGUE[Code.MEET_CONDITION].limit, "i.due_date")} AS due, i.met,
            least(i.withdrawn, replaced.day, c.death_date, {GROWN},
                CASE WHEN a.answer <> 'ANOTHER_WAY' THEN {local_day("r.withdrawn_at")} END) AS gone,
            i.owner, TRUE AS is_ready
        FROM ({SET}) AS i JOIN conferences_consultationanswer a ON a.id = i.answer
            JOIN conferences_consultation x ON x.id = a.consultation_id
            JOIN safeguarding_child c ON c.id = x.child_id
            LEFT JOIN conferences_requestedchild rc ON rc.id = x.requested_child_id
            LEFT JOIN conferences_request r ON r.id = rc.request_id {REPLACED}
    """,
    Code.REVIEW_SUPPORT: f"""
        SELECT x.id AS subject, ARRAY[x.child_id] AS children, i.started,
            {due(CATALOGUE[Code.REVIEW_SUPPORT].limit, "i.due")} AS due, i.met,
            least(replaced.day, over.day) AS gone, a.lead_id AS owner, TRUE AS is_ready
        FROM ({REVIEWS}) AS i JOIN conferences_consultationanswer a ON a.id = i.answer
            JOIN conferences_consultation x ON x.id = a.consultation_id {REPLACED}
            CROSS JOIN LATERAL ({over("x.child_id", ANSWERED)}) AS over
        WHERE i.due IS NOT NULL
    """,
    # Of nobody where nobody may give it: the calibration page says so.
    Code.SECOND_OPINION: f"""
        SELECT x.id AS subject, ARRAY[x.child_id] AS children, {DRAWN} AS started,
            {due(CATALOGUE[Code.SECOND_OPINION].limit, DRAWN)} AS due, {local_day("o.given_at")} AS met,
            least(c.death_date, {GROWN}) AS gone, o.reader_id AS owner, o.reader_id IS NOT NULL AS is_ready
        FROM conferences_secondopinion o JOIN conferences_consultationanswer a ON a.id = o.answer_id
            JOIN conferences_consultation x ON x.id = a.consultation_id
            JOIN safeguarding_child c ON c.id = x.child_id
    """,
}
