"""What the figures of the unit's own work are counted from: the clocks, by the one reader of them.

A meeting is one row, told under the first of its children. What this service holds no record of is left out,
and said so: absence is not zero.
"""

from conferences.queries.clocks import CLOCKS, clock_name
from conferences.queries.clocks.sql import setting
from conferences.queries.measures.sources_meetings import FIRST_CHILD, FIRST_OF_CLOCK
from conferences.rules.deadlines import Code
from conferences.rules.quoracy import PRESENT
from safeguarding.register.agencykinds import SOCIAL_CARE

READ = (
    Code.HOLD_FIRST_CORE_GROUP,
    Code.SEND_LETTERS,
    Code.SEND_RECORD,
    Code.DECIDE_CONSULTATION,
    Code.HOLD_THINKING_TIME,
)
ENOUGH = f"(came.others >= {setting('QUORUM_OTHER_AGENCIES', 'm.held_date')})"
PRESENT_MODES = ", ".join(f"'{mode}'" for mode in sorted(PRESENT))


def _clock(code: Code) -> tuple[tuple[str, ...], str]:
    return ("calendar", "limits"), CLOCKS[code]


def _after_meetings(code: Code) -> tuple[tuple[str, ...], str]:
    """Meetings of the period with what is due after them, once its limit has passed."""
    return (
        (clock_name(code), "periods", "children"),
        f"""
        SELECT k.subject AS meeting, c.child_id, c.family, period, k.started AS day,
            coalesce(k.met <= k.due, FALSE) AS on_time,
            CASE WHEN k.due IS NULL THEN 'OUTSIDE_CALENDAR'
                 WHEN k.due > over_date THEN 'LIMIT_NOT_PASSED' END AS left_out
        FROM {clock_name(code)} k JOIN periods ON k.started BETWEEN from_date AND to_date
            JOIN children c ON c.child_id = {FIRST_OF_CLOCK}
        WHERE k.gone IS NULL
        """,
    )


WORK: dict[str, tuple[tuple[str, ...], str]] = {
    **{clock_name(code): _clock(code) for code in READ},
    "first_groups": (
        (clock_name(Code.HOLD_FIRST_CORE_GROUP), "started_plans", "periods"),
        f"""
        SELECT s.plan_id, s.child_id, s.family, s.period, s.day,
            coalesce(k.met <= k.due, FALSE) AS on_time,
            CASE WHEN s.left_out IS NOT NULL THEN s.left_out
                 WHEN k.subject IS NULL THEN 'NOT_KNOWN_HERE'
                 WHEN k.due IS NULL THEN 'OUTSIDE_CALENDAR'
                 WHEN k.met IS NULL AND k.gone <= k.due THEN 'ENDED_BEFORE_DUE'
                 WHEN k.due > over_date THEN 'LIMIT_NOT_PASSED' END AS left_out
        FROM started_plans s JOIN periods USING (period)
            LEFT JOIN {clock_name(Code.HOLD_FIRST_CORE_GROUP)} k ON k.subject = s.plan_id
        """,
    ),
    "letters_due": _after_meetings(Code.SEND_LETTERS),
    "records_due": _after_meetings(Code.SEND_RECORD),
    # Who came is known once the chair has signed.
    "signed_meetings": (
        ("periods", "children", "limits"),
        f"""
        SELECT b.id AS meeting, c.child_id, c.family, period, m.held_date AS day,
            came.social_care AND {ENOUGH} AS quorate,
            CASE WHEN NOT came.social_care AND NOT {ENOUGH} THEN 'BOTH'
                 WHEN NOT came.social_care THEN 'CARE' WHEN NOT {ENOUGH} THEN 'OTHERS' END AS missing,
            NULL AS left_out
        FROM conferences_booking b JOIN conferences_conference m ON m.id = b.conference_id
            JOIN periods ON m.held_date BETWEEN from_date AND to_date
            JOIN conferences_meetingrecord r ON r.booking_id = b.id AND r.state = 'SIGNED'
            CROSS JOIN LATERAL (
                SELECT coalesce(bool_or(counted_as = '{SOCIAL_CARE}'), FALSE) AS social_care,
                    count(DISTINCT counted_as) FILTER (WHERE counted_as <> '{SOCIAL_CARE}') AS others
                FROM conferences_attendance a
                WHERE a.record_id = r.id AND counted_as <> '' AND mode IN ({PRESENT_MODES})
            ) AS came
            JOIN children c ON c.child_id = {FIRST_CHILD}
        """,
    ),
    "consultations_due": (
        (clock_name(Code.DECIDE_CONSULTATION), "periods", "children"),
        f"""
        SELECT k.subject AS consultation, c.child_id, c.family, period, k.due AS day,
            coalesce(k.met <= k.due, FALSE) AS on_time,
            CASE WHEN k.met IS NULL AND k.gone IS NOT NULL THEN 'CLOSED_UNANSWERED'
                 WHEN k.due > over_date THEN 'LIMIT_NOT_PASSED' END AS left_out
        FROM {clock_name(Code.DECIDE_CONSULTATION)} k JOIN periods ON k.due BETWEEN from_date AND to_date
            JOIN children c ON c.child_id = {FIRST_OF_CLOCK}
        """,
    ),
    "repeat_plans": (
        ("started_plans",),
        """
        SELECT s.plan_id, s.child_id, s.family, s.period, s.day, coalesce(asked.is_decided, FALSE) AS decided,
            CASE WHEN s.left_out IS NOT NULL THEN s.left_out
                 WHEN asked.is_decided IS NULL THEN 'NOT_KNOWN_HERE' END AS left_out
        FROM started_plans s JOIN conferences_conferencechild bc ON bc.id = s.begun_at_id
            CROSS JOIN LATERAL (
                SELECT bool_or(coalesce(c.state IN ('AGREED', 'ANOTHER_WAY'), FALSE)) AS is_decided
                FROM conferences_requestedchild rc
                    LEFT JOIN conferences_consultation c ON c.requested_child_id = rc.id
                WHERE rc.child_id = s.child_id
                    AND (rc.enquiry_id = bc.enquiry_id OR rc.transfer_in_id = bc.transfer_in_id)
            ) AS asked
        WHERE s.earlier > 0
        UNION ALL
        SELECT plan_id, child_id, family, period, day, FALSE, coalesce(left_out, 'NOT_KNOWN_HERE')
        FROM started_plans WHERE earlier > 0 AND begun_at_id IS NULL
        """,
    ),
    # The conference that it was to come before, of whichever of the children was there: one row for each,
    # however many sessions it asked for. `why` is the first reason; all that it asked for came before it.
    "thinking_asked": (
        (clock_name(Code.HOLD_THINKING_TIME), "periods", "children"),
        f"""
        SELECT t.request_id AS request, c.child_id, c.family, period, held.day,
            bool_and(coalesce(k.met <= held.day, FALSE)) AS before_it,
            (array_agg(t.trigger ORDER BY t.id))[1] AS why, NULL AS left_out,
            bool_or(EXISTS (
                SELECT FROM conferences_thinkingtime o
                WHERE t.id IN (o.id, o.follows_id) AND o.is_late AND o.held_date <= held.day
            )) AS is_late
        FROM {clock_name(Code.HOLD_THINKING_TIME)} k
            JOIN conferences_thinkingtime t ON t.id = k.subject
            CROSS JOIN LATERAL (
                SELECT min(m.held_date) AS day FROM conferences_requestedchild rc
                    JOIN conferences_conferencechild cc ON cc.child_id = rc.child_id
                        AND (cc.enquiry_id = rc.enquiry_id OR cc.transfer_in_id = rc.transfer_in_id
                            OR (cc.plan_id = rc.plan_id AND cc.kind = 'REVIEW'))
                    JOIN conferences_conference m ON m.id = cc.conference_id
                    LEFT JOIN conferences_booking b ON b.conference_id = m.id
                WHERE rc.request_id = t.request_id
                    AND (b.request_id = t.request_id OR (b.id IS NULL AND rc.plan_id IS NULL))
            ) AS held
            JOIN periods ON held.day BETWEEN from_date AND to_date
            JOIN children c ON c.child_id = {FIRST_OF_CLOCK}
        GROUP BY t.request_id, c.child_id, c.family, period, held.day
        """,
    ),
}
