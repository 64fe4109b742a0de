"""The clocks of requests, consultations, thinking time and meetings."""

from conferences.models.promises_consultations import ASKERS
from conferences.queries.clocks.law import LAW
from conferences.queries.clocks.sql import ARRANGED, birthday, due, local_day
from conferences.rules.consultations import DECIDED
from conferences.rules.deadlines import CATALOGUE, Code
from conferences.rules.workflow import UNDECIDED
from safeguarding.rights import Permission as P
from safeguarding.rights import Role, holds

CHILDREN = "(SELECT array_agg(rc.child_id ORDER BY rc.id) FROM conferences_requestedchild rc WHERE {of})"
OF_REQUEST = CHILDREN.format(of="rc.request_id = r.id")
# What stands: at most one a request. One held without any was held before this service had a diary.
BOOKING = "LEFT JOIN conferences_booking b ON b.request_id = r.id AND b.state IN ('BOOKED', 'HELD')"
WITHDRAWN = local_day("r.withdrawn_at")
# What ended without a decision was in the diary: its new date is a deadline of its own.
ENDED = ", ".join(f"'{state.value}'" for state in UNDECIDED)

REQUESTS: dict[Code, str] = {
    Code.SCHEDULE_REQUEST: f"""
        SELECT r.id AS subject, {OF_REQUEST} AS children, asked.day AS started,
            {due(CATALOGUE[Code.SCHEDULE_REQUEST].limit, "asked.day")} AS due,
            CASE WHEN arranged.day IS NOT NULL THEN greatest(asked.day, arranged.day) END AS met,
            CASE WHEN r.state = 'HELD' AND b.id IS NULL THEN asked.day ELSE {WITHDRAWN} END AS gone,
            NULL::bigint AS owner, TRUE AS is_ready
        FROM conferences_request r {BOOKING}
            LEFT JOIN LATERAL (
                SELECT min({ARRANGED("u")}) AS at FROM conferences_booking u
                WHERE u.request_id = r.id AND u.state IN ({ENDED})
            ) AS undecided ON TRUE
            CROSS JOIN LATERAL (SELECT {local_day("r.requested_at")} AS day) AS asked
            CROSS JOIN LATERAL (
                SELECT {local_day(f"least(undecided.at, {ARRANGED('b')})")} AS day
            ) AS arranged
    """,
}

DECISIVE = ", ".join(f"'{answer.value}'" for answer in DECIDED)
CONSULTATION = f"""
    FROM conferences_consultation c JOIN safeguarding_child ch ON ch.id = c.child_id
        LEFT JOIN conferences_plan p ON p.id = c.plan_id
        LEFT JOIN conferences_requestedchild rc ON rc.id = c.requested_child_id
        LEFT JOIN conferences_request r ON r.id = rc.request_id {BOOKING}
        LEFT JOIN LATERAL (
            SELECT a.wanted_by_date, a.answered_at FROM conferences_consultationanswer a
            WHERE a.consultation_id = c.id AND a.answer = 'MORE_INFORMATION' ORDER BY a.id DESC LIMIT 1
        ) AS more ON TRUE
        LEFT JOIN LATERAL (
            SELECT min({local_day("a.answered_at")}) AS day FROM conferences_consultationanswer a
            WHERE a.consultation_id = c.id AND a.answer IN ({DECISIVE})
        ) AS decided ON TRUE
"""
# Where nobody requested a conference and nobody gave an account yet, whoever works with the child is asked.
WORKER = """
    LEFT JOIN LATERAL (
        SELECT w.worker_id FROM safeguarding_allocation w
        WHERE w.child_id = c.child_id AND w.end_date IS NULL LIMIT 1
    ) AS allocated ON TRUE
"""
RAISED = f"SELECT c.id AS subject, ARRAY[c.child_id] AS children, {local_day('c.raised_at')} AS started"
# Closed without an answer: taken back, with the request, by the conference that was held first, or, where it
# was raised without a request, as its plan ended or the child died or grew up.
DECIDE_DAY = due(CATALOGUE[Code.DECIDE_CONSULTATION].limit, local_day("c.raised_at"))
LEFT = f"least(p.end_date, ch.death_date, {birthday('ch.birth_date')})"
TAKEN_BACK = local_day("c.withdrawn_at")
CLOSED_DAY = f"coalesce({TAKEN_BACK}, {WITHDRAWN}, {local_day('b.starts_at')}, {LEFT}, {DECIDE_DAY})"
CLOSED = f"CASE WHEN c.state = 'CLOSED' THEN {CLOSED_DAY} END AS gone"
GIVEN = f"""CASE WHEN c.asked_at > coalesce(more.answered_at, '-infinity')
                THEN {local_day("c.asked_at")} END"""
# A partner agency's right to a conference waits for no account.
UNASKED = f"""CASE WHEN c.state = 'CLOSED' THEN {CLOSED_DAY}
                WHEN c.state = 'AGREED' AND ({GIVEN}) IS NULL THEN decided.day END AS gone"""

# Nobody decides their own. Where each who decides asked, it is that of the first who decides in their place.
HELD_BY = "u.is_active AND NOT u.is_system AND (u.role || u.further_roles) && ARRAY[{roles}]::varchar[]"
NOT_ASKED = f"""NOT EXISTS (
            SELECT FROM conferences_consultation k CROSS JOIN LATERAL ({ASKERS}) AS asker
            WHERE k.id = c.id AND asker.who = u.id)"""


def _first(right: P) -> str:
    """SQL: the first person here who holds a right and did not ask for the consultation c."""
    roles = ", ".join(f"'{role.value}'" for role in Role if holds(role, right))
    return f"""(
            SELECT min(u.id) FROM safeguarding_user u WHERE {HELD_BY.format(roles=roles)} AND {NOT_ASKED})"""


DECIDER = f"""CASE WHEN c.state IN ('ASKED', 'ESCALATED') AND {_first(P.DECIDE_CONSULTATION)} IS NULL
                THEN {_first(P.DECIDE_IN_PLACE)} END"""

CONSULTATIONS: dict[Code, str] = {
    Code.GIVE_ACCOUNT: f"""
        {RAISED}, coalesce(more.wanted_by_date, {DECIDE_DAY}) AS due,
            {GIVEN} AS met,
            {UNASKED}, coalesce(r.requested_by_id, c.asked_by_id, allocated.worker_id) AS owner,
            TRUE AS is_ready
        {CONSULTATION} {WORKER}
    """,
    Code.DECIDE_CONSULTATION: f"""
        {RAISED}, {DECIDE_DAY} AS due, decided.day AS met, {CLOSED}, {DECIDER} AS owner,
            c.state IN ('ASKED', 'ESCALATED') AS is_ready
        {CONSULTATION}
    """,
}

# Before the meeting; and a meeting booked late puts off no thinking.
THINKING_DUE = f"least({local_day('b.starts_at')}, first.day)"
WAIVED = f"""(SELECT {local_day("w.closed_at")} FROM conferences_thinkingwaiver w
                WHERE w.session_id = t.id AND w.outcome = 'CONFIRMED')"""
# By the chair of the meeting, this session or their own in its place. What was recorded after the signing
# counts for nothing before it. A record signed without a waiver was signed with what anybody had held.
THOUGHT = """(
            SELECT min(o.held_date) FROM conferences_thinkingtime o
            WHERE (o.id = t.id OR o.follows_id = t.id) AND NOT o.in_error AND NOT o.is_late
                AND (b.id IS NULL OR o.chair_id = b.chair_id OR (r.state = 'HELD' AND NOT EXISTS (
                    SELECT FROM conferences_thinkingwaiver w
                    WHERE w.session_id = t.id AND w.outcome = 'CONFIRMED')))
        )"""
AGREED = f"""
    SELECT a.session_id AS session, a.due_date, min({local_day("a.added_at")}) AS started,
        CASE WHEN bool_and(a.closed_at IS NOT NULL) THEN max(a.done_date) END AS met,
        CASE WHEN bool_and(a.closed_at IS NOT NULL AND a.done_date IS NULL)
            THEN max({local_day("a.closed_at")}) END AS gone,
        CASE WHEN count(DISTINCT coalesce(a.owner_id, 0)) FILTER (WHERE a.closed_at IS NULL) = 1
            THEN max(a.owner_id) FILTER (WHERE a.closed_at IS NULL) END AS owner
    FROM conferences_thinkingaction a GROUP BY a.session_id, a.due_date
"""
THINKING: dict[Code, str] = {
    Code.HOLD_THINKING_TIME: f"""
        SELECT t.id AS subject, {OF_REQUEST} AS children, {local_day("t.raised_at")} AS started,
            {THINKING_DUE} AS due, thought.day AS met,
            CASE WHEN thought.day IS NULL THEN coalesce({WAIVED}, CASE WHEN r.state IN ('WITHDRAWN', 'HELD')
                THEN coalesce({WITHDRAWN}, {THINKING_DUE}) END) END AS gone,
            b.chair_id AS owner, b.id IS NOT NULL AS is_ready
        FROM conferences_thinkingtime t JOIN conferences_request r ON r.id = t.request_id {BOOKING}
            CROSS JOIN LATERAL (
                SELECT min(law.day) AS day FROM conferences_requestedchild rc {LAW} WHERE rc.request_id = r.id
            ) AS first
            CROSS JOIN LATERAL (SELECT {THOUGHT} AS day) AS thought
        WHERE t.is_required AND NOT t.in_error
    """,
    # What is agreed for one day is one clock: done with the last of it. It is somebody's where one person has
    # all that waits, else of who held the session, who closes any; so is what somebody outside has.
    Code.DO_ACTION: f"""
        SELECT t.id AS subject, {OF_REQUEST} AS children, i.started,
            {due(CATALOGUE[Code.DO_ACTION].limit, "i.due_date")} AS due, i.met, i.gone,
            coalesce(i.owner, t.chair_id) AS owner, TRUE AS is_ready
        FROM ({AGREED}) AS i JOIN conferences_thinkingtime t ON t.id = i.session
            JOIN conferences_request r ON r.id = t.request_id
        WHERE NOT t.in_error
    """,
}

MEETING = f"""
    FROM conferences_booking b JOIN conferences_request r ON r.id = b.request_id
        LEFT JOIN conferences_meetingrecord mr ON mr.booking_id = b.id
        CROSS JOIN LATERAL (SELECT {local_day("b.starts_at")} AS day) AS meeting
        LEFT JOIN LATERAL (
            SELECT count(*) AS made, count(l.sent_date) AS sent, max(l.sent_date) AS last
            FROM conferences_letter l WHERE l.record_id = mr.id
        ) AS letters ON TRUE
"""


def _after(
    code: Code,
    met: str,
    owner: str,
    ready: str,
    gone: str = "coalesce(b.cancelled_at, b.outcome_at)",
    where: str = "TRUE",
) -> str:
    """A clock that runs from the day of a meeting, of those meetings `where`."""
    return f"""
        SELECT b.id AS subject, {OF_REQUEST} AS children, meeting.day AS started,
            {due(CATALOGUE[code].limit, "meeting.day")} AS due, {met} AS met,
            {local_day(gone)} AS gone,
            {owner} AS owner, {ready} AS is_ready
        {MEETING}
        WHERE {where}
    """


# Of what an earlier release signed no letter that a plan has ended is owed.
ENDS_A_PLAN = """mr.owes_telling AND mr.state = 'SIGNED' AND EXISTS (
            SELECT FROM conferences_childpart c WHERE c.record_id = mr.id AND c.outcome = 'PLAN_ENDS')"""
SIGNED = "coalesce(mr.state = 'SIGNED', FALSE)"
MEETINGS: dict[Code, str] = {
    Code.SEND_LETTERS: _after(
        Code.SEND_LETTERS,
        "CASE WHEN letters.made > 0 AND letters.made = letters.sent THEN letters.last END",
        "NULL::bigint",
        SIGNED,
    ),
    Code.FINISH_RECORD: _after(Code.FINISH_RECORD, local_day("mr.signed_at"), "b.chair_id", "TRUE"),
    Code.SEND_RECORD: _after(
        Code.SEND_RECORD,
        "mr.sent_date",
        "NULL::bigint",
        SIGNED,
        "coalesce(b.cancelled_at, b.outcome_at, mr.unsent_at)",
    ),
    Code.SEND_CLOSING: _after(
        Code.SEND_CLOSING,
        "mr.closing_date",
        "NULL::bigint",
        "TRUE",
        "coalesce(b.cancelled_at, b.outcome_at, mr.closing_gone_at)",
        ENDS_A_PLAN,
    ),
    Code.SEND_AGAIN: f"""
        SELECT b.id AS subject, {OF_REQUEST} AS children, mr.again_since AS started,
            {due(CATALOGUE[Code.SEND_AGAIN].limit, "mr.again_since")} AS due, mr.again_date AS met,
            {local_day("coalesce(b.cancelled_at, b.outcome_at, mr.again_gone_at)")} AS gone,
            NULL::bigint AS owner, TRUE AS is_ready
        FROM conferences_meetingrecord mr JOIN conferences_booking b ON b.id = mr.booking_id
            JOIN conferences_request r ON r.id = b.request_id
        WHERE mr.again_since IS NOT NULL
    """,
    Code.BOOK_NEW_DATE: f"""
        SELECT b.id AS subject, {OF_REQUEST} AS children, meeting.day AS started,
            {due(CATALOGUE[Code.BOOK_NEW_DATE].limit, "meeting.day")} AS due, following.day AS met,
            {WITHDRAWN} AS gone, NULL::bigint AS owner, TRUE AS is_ready
        FROM conferences_booking b JOIN conferences_request r ON r.id = b.request_id
            CROSS JOIN LATERAL (SELECT {local_day("b.starts_at")} AS day) AS meeting
            LEFT JOIN LATERAL (
                SELECT {local_day(f"min({ARRANGED('n')})")} AS day FROM conferences_booking n
                WHERE n.request_id = b.request_id AND n.id > b.id AND n.state <> 'CANCELLED'
            ) AS following ON TRUE
        WHERE b.state IN ({ENDED})
    """,
}
