"""The clocks of what a consultation's decision leads to: its conditions, the reviews of another way, and the
second opinion where it was drawn for one.
"""

from conferences.queries.clocks.enquiries import over
from conferences.queries.clocks.plans import GROWN
from conferences.queries.clocks.sql import due, local_day
from conferences.rules.consultations import OF_A_PLAN as CAUSES
from conferences.rules.consultations import Answer
from conferences.rules.deadlines import CATALOGUE, Code

OF_A_PLAN = ", ".join(f"'{cause.value}'" for cause in CAUSES)
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
# The last answer of each, where it agreed to a conference for which no request was open: the next one carries
# it; or where it was another way and a review found that it failed, from that on. The review of a plan that
# lasts has its own clock, but for a partner agency that wants it now.
AGREED = f"""
    SELECT x.id, x.child_id, x.withdrawn_at, coalesce(v.recorded_at, a.answered_at) AS answered_at,
        v.id IS NOT NULL AS has_failed, rc.history_checked_at AS carried_at, r.withdrawn_at AS ended_at,
        coalesce(r.requested_by_id, x.asked_by_id, allocated.worker_id) AS owner
    FROM conferences_consultation x
        CROSS JOIN LATERAL (
            SELECT g.id, g.answer, g.answered_at FROM conferences_consultationanswer g
            WHERE g.consultation_id = x.id ORDER BY g.id DESC LIMIT 1
        ) AS a
        LEFT JOIN conferences_supportreview v
            ON v.answer_id = a.id AND v.outcome = 'FAILED' AND x.state = 'ANOTHER_WAY'
        LEFT JOIN conferences_requestedchild rc ON rc.id = x.requested_child_id
        LEFT JOIN conferences_request r ON r.id = rc.request_id
        LEFT JOIN LATERAL (
            SELECT w.worker_id FROM safeguarding_allocation w
            WHERE w.child_id = x.child_id AND w.end_date IS NULL LIMIT 1
        ) AS allocated ON TRUE
    WHERE (x.cause NOT IN ({OF_A_PLAN}) OR a.answer = '{Answer.PARTNER_RIGHT}')
        AND (v.id IS NOT NULL OR x.state = 'AGREED'
        AND (r.id IS NULL OR r.withdrawn_at < a.answered_at OR rc.history_checked_at >= a.answered_at))
"""
# A request for the child that stands, or a conference since: those of before are another matter. Where
# support failed, also a request since that was withdrawn: that was said with its reason, to whom it concerns.
ASKED_SINCE = f"""
    CROSS JOIN LATERAL (
        SELECT min({local_day("q.history_checked_at")}) AS day
        FROM conferences_requestedchild q JOIN conferences_request qr ON qr.id = q.request_id
            LEFT JOIN conferences_booking b ON b.request_id = qr.id AND b.state = 'HELD'
        WHERE q.child_id = i.child_id AND CASE qr.state
            WHEN 'WITHDRAWN' THEN i.has_failed AND q.history_checked_at >= i.answered_at
            WHEN 'HELD' THEN q.history_checked_at >= i.answered_at OR b.starts_at >= i.answered_at
            ELSE TRUE END
    ) AS asked
"""
TOLD = local_day("i.answered_at")
DECISIONS: dict[Code, str] = {
    Code.ASK_AGREED: f"""
        SELECT i.id AS subject, ARRAY[i.child_id] AS children, {TOLD} AS started,
            {due(CATALOGUE[Code.ASK_AGREED].limit, TOLD)} AS due,
            CASE WHEN asked.day IS NOT NULL THEN greatest(asked.day, {TOLD}) END AS met,
            least({local_day("i.withdrawn_at")}, c.death_date, {GROWN},
                CASE WHEN i.carried_at >= i.answered_at THEN {local_day("i.ended_at")} END) AS gone,
            i.owner, TRUE AS is_ready
        FROM ({AGREED}) AS i JOIN safeguarding_child c ON c.id = i.child_id {ASKED_SINCE}
    """,
    Code.MEET_CONDITION: f"""
        SELECT x.id AS subject, ARRAY[x.child_id] AS children, {ANSWERED} AS started,
            {due(CATALOGUE[Code.MEET_CONDITION].limit, "i.due_date")} AS due, i.met,
            least(i.withdrawn, replaced.day, c.death_date, {GROWN}, {local_day("x.withdrawn_at")},
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
