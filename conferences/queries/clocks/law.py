"""The day by law of a child of a request: by its enquiry, its arrival, or the review of its plan."""

from conferences.queries.clocks.plans import BEGUN, BEGUN_DAY
from conferences.queries.clocks.sql import due, local_day
from conferences.rules.deadlines import CATALOGUE, Code

# A review that was held is due from the one before it; one that lies ahead, from the last that was held.
HELD_DAY = f"""
    (SELECT {local_day("h.starts_at")} FROM conferences_booking h
     WHERE h.request_id = rc.request_id AND h.state = 'HELD')
"""
REVIEWED = f"""
    SELECT begun.day, begun.is_first FROM conferences_plan p {BEGUN}
    CROSS JOIN LATERAL (
        SELECT {BEGUN_DAY} AS day, TRUE AS is_first
        UNION ALL
        SELECT m.held_date, FALSE FROM conferences_conferencechild cc
            JOIN conferences_conference m ON m.id = cc.conference_id
        WHERE cc.plan_id = p.id AND cc.kind = 'REVIEW' AND m.held_date > {BEGUN_DAY}
            AND m.held_date < coalesce({HELD_DAY}, 'infinity')
    ) AS begun
    WHERE p.id = rc.plan_id ORDER BY begun.day DESC LIMIT 1
"""


def _by(code: Code, start: str) -> str:
    return due(CATALOGUE[code].limit, start)


# Joins that give `law.started` and `law.day` beside a row rc of conferences_requestedchild.
LAW = f"""
    LEFT JOIN conferences_enquiry asked_on ON asked_on.id = rc.enquiry_id
    LEFT JOIN conferences_transferin arrived ON arrived.id = rc.transfer_in_id
    LEFT JOIN LATERAL ({REVIEWED}) AS reviewed ON TRUE
    CROSS JOIN LATERAL (
        SELECT coalesce(asked_on.started_date, arrived.notified_date, reviewed.day) AS started,
            CASE WHEN rc.enquiry_id IS NOT NULL THEN {_by(Code.HOLD_CONFERENCE, "asked_on.started_date")}
                WHEN rc.transfer_in_id IS NOT NULL THEN {_by(Code.HOLD_TRANSFER_IN, "arrived.notified_date")}
                ELSE {_by(Code.HOLD_REVIEW, "reviewed.day")} END AS day
    ) AS law
"""
