"""What the figures about a conference’s own day are counted from: how children took part, agencies’ reports,
and whether it was late.

A meeting is one row, told under the first of its children. What was not asked or kept then is left out, and
said so.
"""

from conferences.queries.clocks.inviting import REPORT_SHOWN, reports_by
from conferences.queries.clocks.law import LAW
from conferences.rules.deadlines_inviting import TO_FAMILY
from conferences.rules.measures_meetings import (
    FOUR,
    IN_TIME,
    IN_WORDS,
    LATE,
    NONE_COMES,
    NOT_CAME,
    NOT_SAID,
    NOT_SHOWN,
)

# Of a meeting b: the first of its children, under whom it stands; of those whose records are open to the
# reader, where one is, so that a sibling who is closed to them takes no meeting away.
FIRST_CHILD = """(
            SELECT rc.child_id FROM conferences_requestedchild rc
            WHERE rc.request_id = b.request_id ORDER BY ({closed})::int, rc.id LIMIT 1
        )"""
# The same of a clock k.
FIRST_OF_CLOCK = """(
            SELECT child_id FROM unnest(k.children) WITH ORDINALITY AS of_it (child_id, place)
            ORDER BY ({closed})::int, place LIMIT 1
        )"""
# By the days of law alone a conference is asked for: conferences.queries.clocks.law.
LAST_DAY = f"""
    SELECT min(law.day) AS day, bool_or(law.started IS NOT NULL) AS is_known
    FROM conferences_requestedchild rc {LAW} WHERE rc.request_id = held.request_id
"""

MEETINGS: dict[str, tuple[tuple[str, ...], str]] = {
    "held_meetings": (
        ("periods", "children"),
        f"""
        SELECT b.id AS meeting, b.request_id, c.child_id, c.family, period, m.held_date AS day,
            b.late_why, b.late_reason, b.entered_reason
        FROM conferences_booking b JOIN conferences_conference m ON m.id = b.conference_id
            JOIN periods ON m.held_date BETWEEN from_date AND to_date
            JOIN children c ON c.child_id = {FIRST_CHILD}
        """,
    ),
    # Each report that was asked for, and each that came unasked: of who is still on the list. One who was
    # taken off it by mistake, or for whom another comes, has nothing to send.
    "reports_asked": (
        ("held_meetings", "calendar", "limits"),
        f"""
        SELECT i.id AS report, held.child_id, held.family, held.period, held.day,
            CASE WHEN shown.day <= wanted.day THEN '{IN_TIME}'
                 WHEN shown.day IS NOT NULL THEN '{LATE}'
                 WHEN i.received_date IS NOT NULL THEN '{NOT_SHOWN}'
                 WHEN i.none_why <> '' THEN '{NONE_COMES}' ELSE '{NOT_CAME}' END AS became,
            CASE WHEN held.entered_reason <> '' THEN 'ENTERED_LATER'
                 WHEN shown.is_never THEN 'NOT_TO_BE_SHOWN' END AS left_out
        FROM held_meetings held
            JOIN conferences_invitation i ON i.request_id = held.request_id AND i.off_at IS NULL
                AND (i.is_report_asked OR i.received_date IS NOT NULL)
            CROSS JOIN LATERAL (SELECT held.day) AS meets
            CROSS JOIN LATERAL (SELECT held.request_id AS id) AS r
            {REPORT_SHOWN} {reports_by(TO_FAMILY)}
        """,
    ),
    # As it was signed. Who has no date of birth is not born yet.
    "children_met": (
        ("periods", "children"),
        f"""
        SELECT cc.id AS conference_child_id, cc.child_id, c.family, period, m.held_date AS day,
            p.participation AS how,
            extract(year FROM age(m.held_date, c.birth_date))::int AS years,
            CASE WHEN p.id IS NULL THEN 'NOT_KNOWN_HERE'
                 WHEN p.participation IN ('', 'PN0') THEN 'NOT_ASKED_THEN' END AS left_out
        FROM conferences_conferencechild cc JOIN conferences_conference m ON m.id = cc.conference_id
            JOIN periods ON m.held_date BETWEEN from_date AND to_date
            JOIN children c ON c.child_id = cc.child_id
            LEFT JOIN conferences_childpart p ON p.conference_child_id = cc.id
        WHERE c.birth_date + make_interval(years => {FOUR}) <= m.held_date
        """,
    ),
    # After the last day by law of the first of its children whose day came.
    "meetings_by_law": (
        ("held_meetings", "calendar"),
        f"""
        SELECT held.meeting, held.child_id, held.family, held.period, held.day,
            held.day > last.day AS is_late, held.day - last.day AS days,
            CASE WHEN held.day > last.day THEN
                CASE WHEN held.late_why <> '' THEN held.late_why
                     WHEN held.late_reason <> '' THEN '{IN_WORDS}' ELSE '{NOT_SAID}' END END AS why,
            CASE WHEN last.day IS NULL AND last.is_known THEN 'OUTSIDE_CALENDAR'
                 WHEN last.day IS NULL THEN 'NO_START' END AS left_out
        FROM held_meetings held CROSS JOIN LATERAL ({LAST_DAY}) AS last
        """,
    ),
}
