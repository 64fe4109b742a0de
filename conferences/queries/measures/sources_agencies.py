"""What the page of agencies and families is counted from: each kind of agency at each conference held, each
of the family in its record, and the conferences that did without a quorum.
"""

from conferences.queries.clocks.inviting import PUT_THERE, REPORT_SHOWN, reports_by
from conferences.queries.clocks.sql import due, local_day
from conferences.queries.measures.sources_meetings import FIRST_CHILD
from conferences.queries.measures.sources_work import PRESENT_MODES
from conferences.rules.deadlines import CATALOGUE, Code
from conferences.rules.deadlines_inviting import TO_FAMILY
from safeguarding.register.agencykinds import SOCIAL_CARE
from safeguarding.register.codes import RelationshipKind as Kind

PARENTS = ", ".join(f"'{kind.value}'" for kind in (Kind.MOTHER, Kind.FATHER, Kind.STEP_PARENT, Kind.GUARDIAN))
INVITE_BY = due(CATALOGUE[Code.INVITE].limit, f"greatest(there.day, {local_day('i.put_on_at')})")

AGENCIES: dict[str, tuple[tuple[str, ...], str]] = {
    # With whether a list was kept, and whether who came was signed.
    "listed_meetings": (
        ("held_meetings",),
        f"""
        SELECT held.*, mr.id AS record_id, {PUT_THERE} AS put_there, EXISTS (
            SELECT FROM conferences_invitation i WHERE i.request_id = held.request_id
        ) AND held.entered_reason = '' AS has_list
        FROM held_meetings held JOIN conferences_booking b ON b.id = held.meeting
            LEFT JOIN conferences_meetingrecord mr ON mr.booking_id = b.id AND mr.state = 'SIGNED'
        """,
    ),
    # Several of one kind are one: invited in time where one of them was, and so on.
    "agencies_listed": (
        ("listed_meetings", "calendar", "limits"),
        f"""
        SELECT held.meeting, i.agency_kind AS kind,
            bool_or(coalesce(i.invited_date BETWEEN there.day AND {INVITE_BY}, FALSE)) AS invited,
            bool_or(i.is_report_asked OR i.received_date IS NOT NULL) AS asked,
            bool_or(i.received_date IS NOT NULL) AS sent,
            bool_or(i.received_date IS NOT NULL AND NOT shown.is_never) AS to_show,
            bool_and(coalesce(shown.day <= wanted.day, FALSE))
                FILTER (WHERE i.received_date IS NOT NULL AND NOT shown.is_never) AS shown
        FROM listed_meetings held
            JOIN conferences_invitation i ON i.request_id = held.request_id AND i.off_at IS NULL
            CROSS JOIN LATERAL (SELECT held.put_there AS day) AS there
            CROSS JOIN LATERAL (SELECT held.day) AS meets
            CROSS JOIN LATERAL (SELECT held.request_id AS id) AS r
            {REPORT_SHOWN} {reports_by(TO_FAMILY)}
        WHERE held.has_list AND i.agency_kind <> ''
        GROUP BY held.meeting, i.agency_kind
        """,
    ),
    "agencies_came": (
        ("listed_meetings",),
        f"""
        SELECT held.meeting, a.agency_kind AS kind, bool_or(a.mode IN ({PRESENT_MODES})) AS came,
            bool_or(a.mode = 'WRITTEN') AS wrote
        FROM listed_meetings held JOIN conferences_attendance a ON a.record_id = held.record_id
        WHERE a.agency_kind <> '' GROUP BY held.meeting, a.agency_kind
        """,
    ),
    "agencies_at_meetings": (
        ("listed_meetings", "agencies_listed", "agencies_came", "signed_meetings"),
        f"""
        SELECT held.child_id, held.day, k.code AS kind, listed.meeting IS NOT NULL AS is_listed,
            coalesce(listed.invited, FALSE) AS invited, held.record_id IS NOT NULL AS is_signed,
            coalesce(came.came, FALSE) AS came, coalesce(listed.asked, FALSE) AS asked,
            coalesce(listed.sent, FALSE) OR coalesce(came.wrote, FALSE) AS sent,
            coalesce(listed.to_show, FALSE) AS to_show, coalesce(listed.shown, FALSE) AS shown,
            coalesce(NOT q.quorate, FALSE) AND NOT coalesce(came.came, FALSE) AS missing
        FROM listed_meetings held CROSS JOIN safeguarding_agencykind k
            LEFT JOIN agencies_listed listed ON listed.meeting = held.meeting AND listed.kind = k.code
            LEFT JOIN agencies_came came ON came.meeting = held.meeting AND came.kind = k.code
            LEFT JOIN signed_meetings q ON q.meeting = held.meeting
        WHERE held.has_list AND k.counts
            AND (listed.meeting IS NOT NULL OR coalesce(came.came OR came.wrote, FALSE)
                OR k.code = '{SOCIAL_CARE}' AND NOT q.quorate)
        """,
    ),
    # Who is related to closed children alone is told with them.
    "family_at_meetings": (
        ("listed_meetings",),
        f"""
        SELECT held.child_id, held.day, a.mode, coalesce(ties.is_parent, FALSE) AS is_parent
        FROM listed_meetings held JOIN conferences_attendance a ON a.record_id = held.record_id
            CROSS JOIN LATERAL (
                SELECT bool_or(kind IN ({PARENTS})) FILTER (WHERE NOT is_closed) AS is_parent,
                    coalesce(bool_and(is_closed), FALSE) AS is_closed
                FROM (
                    SELECT t.kind, {{closed}} AS is_closed FROM safeguarding_relationship t
                    WHERE t.person_id = a.person_id AND NOT t.in_error AND t.child_id IN (
                        SELECT rc.child_id FROM conferences_requestedchild rc
                        WHERE rc.request_id = held.request_id)
                ) AS tie
            ) AS ties
        WHERE a.is_family AND NOT ties.is_closed
        """,
    ),
    # Those that were held all the same, by whether who was needed came, and those that were not held for it.
    "without_quorum": (
        ("signed_meetings", "periods", "children"),
        f"""
        SELECT child_id, day, missing AS why, TRUE AS is_held FROM signed_meetings WHERE NOT quorate
        UNION ALL
        SELECT c.child_id, met.day,
            CASE b.outcome_reason WHEN 'NO_SOCIAL_CARE' THEN 'CARE' WHEN 'TOO_FEW' THEN 'OTHERS'
                ELSE 'OTHER' END, FALSE
        FROM conferences_booking b
            CROSS JOIN LATERAL (SELECT {local_day("b.starts_at")} AS day) AS met
            JOIN periods ON met.day BETWEEN from_date AND to_date
            JOIN children c ON c.child_id = {FIRST_CHILD}
        WHERE b.state = 'INQUORATE'
        """,
    ),
}
