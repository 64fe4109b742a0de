"""The clock of the children's own versions of a signed record."""

from conferences.queries.clocks.inviting import MEETS, OF_AGE
from conferences.queries.clocks.meetings import OF_REQUEST
from conferences.queries.clocks.sql import due, local_day
from conferences.rules.deadlines import CATALOGUE, Code

# Each child of the record who is old enough: given by the first version that went, or why none; or who died.
OWED = f"""
    JOIN conferences_meetingrecord mr ON mr.booking_id = b.id AND mr.owes_own
    CROSS JOIN LATERAL (
        SELECT count(*) AS children, max(settled) AS last, max(died) AS died,
            count(*) FILTER (WHERE settled IS NULL AND died IS NULL) AS waiting
        FROM (
            SELECT k.death_date AS died, coalesce(given.day, {local_day("o.none_at")}) AS settled
            FROM conferences_childpart p
                JOIN conferences_requestedchild rc ON rc.id = p.requested_child_id
                JOIN safeguarding_child k ON k.id = rc.child_id
                LEFT JOIN conferences_ownversion o ON o.part_id = p.id
                CROSS JOIN LATERAL (
                    SELECT min(d.sent_date) AS day FROM conferences_document d
                    WHERE d.record_id = mr.id AND d.requested_child_id = p.requested_child_id
                ) AS given
            WHERE p.record_id = mr.id AND k.birth_date <= meets.day AND {OF_AGE}
        ) AS child
    ) AS own
"""

OWN_VERSIONS: dict[Code, str] = {
    Code.GIVE_OWN_VERSION: f"""
        SELECT b.id AS subject, {OF_REQUEST} AS children, meets.day AS started,
            {due(CATALOGUE[Code.GIVE_OWN_VERSION].limit, "meets.day")} AS due,
            CASE WHEN own.waiting = 0 THEN own.last END AS met,
            CASE WHEN own.waiting = 0 AND own.last IS NULL THEN own.died END AS gone,
            NULL::bigint AS owner, TRUE AS is_ready
        {MEETS} {OWED}
        WHERE own.children > 0
    """,
}
