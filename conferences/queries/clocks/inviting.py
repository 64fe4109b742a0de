"""The clocks of the list of a meeting: inviting, chasing and showing reports, and too few for a quorum."""

from conferences.queries.clocks.meetings import OF_REQUEST
from conferences.queries.clocks.sql import PUT_IN, due, local_day, setting, working_day_before
from conferences.rules.deadlines import CATALOGUE, Code
from conferences.rules.deadlines_inviting import (
    BEFORE_IT,
    SPEAK_AGE,
    SPEAK_BY,
    SPEAK_TRIES,
    SPEAK_WHO,
    TO_FAMILY,
    TO_UNIT,
)
from conferences.rules.readiness_parts import MAKERS
from safeguarding.register.agencykinds import SOCIAL_CARE

# When a meeting was put where it stands: whoever was invited before that was invited to another time or room.
# Another chair on the day moves nothing.
PUT_THERE_AT = """greatest(b.booked_at, (
        SELECT max(m.moved_at) FROM conferences_bookingmove m
        WHERE m.booking_id = b.id AND m.chair_reason = ''))"""
PUT_THERE = local_day(PUT_THERE_AT)
# Who of the family is excluded from all of it is invited by nobody and not spoken with before it; a child who
# is too young to be written to need not be invited.
EXCLUDED_FROM_ALL = """EXISTS (
        SELECT FROM conferences_exclusion e
        WHERE e.request_id = i.request_id AND e.lifted_at IS NULL AND e.answer = 'WHOLE'
            AND (CASE WHEN e.person_id IS NULL OR i.person_id IS NULL THEN lower(e.name) = lower(i.name)
                ELSE e.person_id = i.person_id END))"""
KEPT_OUT = f"(i.agency_kind = '' AND i.requested_child_id IS NULL AND {EXCLUDED_FROM_ALL})"
OF_AGE = f"""coalesce({setting(SPEAK_AGE, "meets.day")}
                <= extract(year FROM age(meets.day::timestamp, k.birth_date::timestamp)), FALSE)"""
TOO_YOUNG = f"""EXISTS (
        SELECT FROM conferences_requestedchild rc JOIN safeguarding_child k ON k.id = rc.child_id
        WHERE rc.id = i.requested_child_id AND NOT {OF_AGE})"""
INVITED = f"""
    CROSS JOIN LATERAL (SELECT {PUT_THERE} AS day) AS there
    CROSS JOIN LATERAL (
        SELECT count(*) AS people, max(i.invited_date) AS last,
            count(*) FILTER (WHERE i.invited_date >= there.day) AS invited,
            min({local_day("i.put_on_at")}) FILTER (
                WHERE i.invited_date IS NULL OR i.invited_date < there.day) AS since
        FROM conferences_invitation i
        WHERE i.request_id = r.id AND i.off_at IS NULL AND NOT {KEPT_OUT} AND NOT {TOO_YOUNG}
    ) AS list
    CROSS JOIN LATERAL (SELECT greatest(there.day, list.since) AS day) AS from_when
"""
# What leaves a meeting's list to itself.
OVER = f"least({local_day('coalesce(b.cancelled_at, b.outcome_at)')}, {local_day('b.starts_at')})"
MEETS = f"""
    FROM conferences_booking b JOIN conferences_request r ON r.id = b.request_id
    CROSS JOIN LATERAL (SELECT {local_day("b.starts_at")} AS day) AS meets
"""


def reports_by(keys: tuple[str, str]) -> str:
    """SQL joining, as `wanted`, the day by which reports of a meeting are somewhere: the earlier of those of
    an initial and of a review conference, where it is both.
    """
    initial, review = (working_day_before("meets.day", setting(key, "meets.day")) for key in keys)
    return f"""
    CROSS JOIN LATERAL (
        SELECT coalesce(least(
            CASE WHEN bool_or(rc.kind <> 'REVIEW') THEN {initial} END,
            CASE WHEN bool_or(rc.kind = 'REVIEW') THEN {review} END), meets.day) AS day
        FROM conferences_requestedchild rc WHERE rc.request_id = r.id
    ) AS wanted
    """


WAITS = "i.received_date IS NULL AND i.none_why = ''"
# A report that was chased before its day is late from its day all the same; nobody chases one before the
# meeting stands where it does, and who sends it is on its list.
CHASED = f"""
    CROSS JOIN LATERAL (
        SELECT count(*) AS reports, count(*) FILTER (WHERE {WAITS}) AS late, max(i.received_date) AS came,
            coalesce(min(last.day) FILTER (WHERE {WAITS}), max(last.day)) AS day
        FROM conferences_invitation i CROSS JOIN LATERAL (
            SELECT greatest(wanted.day, {PUT_THERE}, {local_day("i.put_on_at")},
                max(k.chased_date)) AS day FROM conferences_reportchase k
            WHERE k.invitation_id = i.id AND k.taken_back_at IS NULL
        ) AS last
        WHERE i.request_id = r.id AND i.off_at IS NULL AND i.is_report_asked
    ) AS list
"""
# Somebody of the family who was taken off the list and put on again is the same person.
THE_SAME = """(CASE WHEN i.person_id IS NULL THEN o.person_id IS NULL AND lower(o.name) = lower(i.name)
    ELSE o.person_id = i.person_id END)"""
IS_OF_FAMILY = "i.agency_kind = '' AND i.requested_child_id IS NULL"
# Of a report p: the grown-ups of the family who are to be shown it, how many of them were, did not want it or
# are not to see it, and when the last was.
READERS = f"""
        SELECT count(*) AS people, count(*) FILTER (WHERE told.is_told) AS told, max(told.day) AS last
        FROM conferences_invitation i CROSS JOIN LATERAL (
            SELECT count(*) > 0 AS is_told, min(w.shown_date) FILTER (WHERE w.way <> 'NOT_THEIRS') AS day
            FROM conferences_reportshowing w JOIN conferences_invitation o ON o.id = w.reader_id
            WHERE w.invitation_id = p.id AND w.taken_back_at IS NULL AND o.requested_child_id IS NULL
                AND {THE_SAME}
        ) AS told
        WHERE i.request_id = p.request_id AND i.off_at IS NULL AND {IS_OF_FAMILY}
            AND NOT {EXCLUDED_FROM_ALL}
"""
# As `shown` of a report i: since which day the family was shown it, and whether it never will be. What was
# told of the family before it was told of each, counts for all (conferences.rules.invitations_showings).
REPORT_SHOWN = f"""
    CROSS JOIN LATERAL (
        SELECT CASE WHEN i.shared_way = 'NEVER' THEN NULL
                WHEN i.shared_date IS NOT NULL OR i.received_date IS NULL THEN i.shared_date
                WHEN readers.told = readers.people THEN readers.last END AS day,
            i.shared_way = 'NEVER' OR (i.shared_date IS NULL AND i.received_date IS NOT NULL
                AND readers.people > 0 AND readers.told = readers.people AND readers.last IS NULL) AS is_never
        FROM (SELECT i.id, i.request_id) AS p CROSS JOIN LATERAL ({READERS}) AS readers
    ) AS shown
"""
UNSHOWN = "shown.day IS NULL AND NOT shown.is_never"
SHOWN = f"""
    CROSS JOIN LATERAL (
        SELECT count(*) AS reports, count(*) FILTER (WHERE {UNSHOWN}) AS unshown,
            coalesce(min(i.received_date) FILTER (WHERE {UNSHOWN}), max(i.received_date)) AS came,
            coalesce(max(shown.day), max(i.received_date)) AS last
        FROM conferences_invitation i {REPORT_SHOWN}
        WHERE i.request_id = r.id AND i.off_at IS NULL AND i.received_date IS NOT NULL
    ) AS list
"""
# Answers count as attendance does (conferences.rules.quoracy).
ALONE = f"k.counts_with = '' OR k.code = '{SOCIAL_CARE}'"
COMING = f"""
    CROSS JOIN LATERAL (
        SELECT count(DISTINCT agency.code) FILTER (WHERE agency.code <> '{SOCIAL_CARE}') AS others,
            coalesce(bool_or(agency.code = '{SOCIAL_CARE}'), FALSE) AS care
        FROM conferences_invitation i JOIN safeguarding_agencykind k ON k.code = i.agency_kind AND k.counts
            CROSS JOIN LATERAL (SELECT CASE WHEN {ALONE} THEN k.code ELSE k.counts_with END AS code) AS agency
        WHERE i.request_id = r.id AND i.off_at IS NULL AND i.reply IN ('COMING', 'VIDEO', 'TELEPHONE')
    ) AS coming
"""
IS_QUORATE = f"coming.care AND coming.others >= {setting('QUORUM_OTHER_AGENCIES', 'meets.day')}"
DAYS_BEFORE = setting(BEFORE_IT, "meets.day")
# It is put before the chair the working day before it is due.
QUORUM_DAYS = f"""
    CROSS JOIN LATERAL (
        SELECT {working_day_before("meets.day", DAYS_BEFORE)} AS due,
            coalesce({working_day_before("meets.day", f"({DAYS_BEFORE} + 1)")}, meets.day) AS first
    ) AS days
    CROSS JOIN LATERAL (
        SELECT max(c.told_at) AS at FROM conferences_quorumchoice c
        WHERE c.booking_id = b.id AND c.told_at >= {PUT_THERE_AT}
    ) AS chosen
"""

# Of the exclusions that stand: those that wait for the chair, or of which nobody was told.
WAITS_FOR = "(e.answer = '' OR (e.answer <> 'NOT' AND e.told_date IS NULL))"
EXCLUDED = f"""
    CROSS JOIN LATERAL (
        SELECT count(*) AS people, min({local_day("e.put_at")}) FILTER (WHERE {WAITS_FOR}) AS since,
            max({local_day("e.put_at")}) AS latest, count(*) FILTER (WHERE {WAITS_FOR}) AS waiting,
            max(coalesce(e.told_date, {local_day("e.decided_at")})) AS last
        FROM conferences_exclusion e WHERE e.request_id = r.id AND e.lifted_at IS NULL
    ) AS kept
    CROSS JOIN LATERAL (
        SELECT greatest({local_day("b.booked_at")}, coalesce(kept.since, kept.latest)) AS day
    ) AS from_when
"""

# Whose contact counts, by the answers of the limit in their order (conferences.rules.readiness_parts).
COUNTS = " OR ".join(
    f"{setting(SPEAK_WHO, 'meets.day')} = {place} AND c.maker IN ({', '.join(repr(m.value) for m in makers)})"
    for place, makers in enumerate(MAKERS.values())
)


def done_by(which: str) -> str:
    """SQL for the day on which contact with one person was made, declined, or tried so often; `which` says
    which contacts c are theirs.
    """
    return f"""(
        SELECT least(min(c.contact_date) FILTER (WHERE c.outcome <> 'FAILED'),
            (array_agg(c.contact_date ORDER BY c.contact_date, c.id) FILTER (WHERE c.outcome = 'FAILED'))[
                {setting(SPEAK_TRIES, "meets.day")}]) AS day
        FROM conferences_familycontact c LEFT JOIN conferences_invitation o ON o.id = c.invitation_id
        WHERE c.request_id = r.id AND c.taken_back_at IS NULL AND ({COUNTS}) AND {which}
    )"""


SPOKEN = f"""
    CROSS JOIN LATERAL (SELECT {PUT_THERE} AS day) AS there
    CROSS JOIN LATERAL (
        SELECT {working_day_before("meets.day", setting(SPEAK_BY, "meets.day"))} AS day
    ) AS before
    CROSS JOIN LATERAL (
        SELECT count(*) AS people, count(done) AS done,
            max(done) AS last, min(known) FILTER (WHERE done IS NULL) AS since
        FROM (
            SELECT {local_day("i.put_on_at")} AS known, {done_by(THE_SAME)} AS done
            FROM conferences_invitation i
            WHERE i.request_id = r.id AND i.off_at IS NULL AND {IS_OF_FAMILY} AND NOT {KEPT_OUT}
            UNION ALL
            SELECT {PUT_IN}, {done_by("c.asked_id = rc.id")}
            FROM conferences_requestedchild rc JOIN safeguarding_child k ON k.id = rc.child_id
            WHERE rc.request_id = r.id AND {OF_AGE}
        ) AS person
    ) AS spoken
    CROSS JOIN LATERAL (
        SELECT count(*) AS people FROM conferences_invitation i
        WHERE i.request_id = r.id AND i.off_at IS NULL AND {IS_OF_FAMILY}
    ) AS family
    CROSS JOIN LATERAL (SELECT greatest(there.day, spoken.since) AS day) AS from_when
"""

INVITING: dict[Code, str] = {
    Code.INVITE: f"""
        SELECT b.id AS subject, {OF_REQUEST} AS children, from_when.day AS started,
            {due(CATALOGUE[Code.INVITE].limit, "from_when.day")} AS due,
            CASE WHEN list.people > 0 AND list.invited = list.people THEN list.last END AS met,
            least({local_day("coalesce(b.cancelled_at, b.outcome_at)")}, {local_day("b.starts_at")}) AS gone,
            NULL::bigint AS owner, TRUE AS is_ready
        {MEETS} {INVITED}
        WHERE b.entered_reason = ''
    """,
    Code.CHASE_REPORTS: f"""
        SELECT b.id AS subject, {OF_REQUEST} AS children, list.day AS started,
            {due(CATALOGUE[Code.CHASE_REPORTS].limit, "list.day")} AS due,
            CASE WHEN list.late = 0 THEN greatest(coalesce(list.came, wanted.day), list.day) END AS met,
            {OVER} AS gone, NULL::bigint AS owner, TRUE AS is_ready
        {MEETS} {reports_by(TO_UNIT)} {CHASED}
        WHERE b.entered_reason = '' AND list.reports > 0
    """,
    Code.SHARE_REPORTS: f"""
        SELECT b.id AS subject, {OF_REQUEST} AS children, list.came AS started,
            greatest(wanted.day, list.came) AS due,
            CASE WHEN list.unshown = 0 THEN greatest(list.last, list.came) END AS met,
            {OVER} AS gone, r.requested_by_id AS owner, TRUE AS is_ready
        {MEETS} {reports_by(TO_FAMILY)} {SHOWN}
        WHERE b.entered_reason = '' AND list.reports > 0
    """,
    Code.ANSWER_QUORUM: f"""
        SELECT b.id AS subject, {OF_REQUEST} AS children, days.first AS started, days.due AS due,
            {local_day("chosen.at")} AS met,
            CASE WHEN {IS_QUORATE} THEN days.first ELSE {OVER} END AS gone,
            b.chair_id AS owner, TRUE AS is_ready
        {MEETS} {COMING} {QUORUM_DAYS}
        WHERE b.entered_reason = ''
    """,
    Code.TELL_EXCLUDED: f"""
        SELECT b.id AS subject, {OF_REQUEST} AS children, from_when.day AS started,
            {due(CATALOGUE[Code.TELL_EXCLUDED].limit, "from_when.day")} AS due,
            CASE WHEN kept.waiting = 0 THEN kept.last END AS met,
            {OVER} AS gone, b.chair_id AS owner, TRUE AS is_ready
        FROM conferences_booking b JOIN conferences_request r ON r.id = b.request_id {EXCLUDED}
        WHERE b.entered_reason = '' AND kept.people > 0
    """,
    Code.SPEAK_BEFORE: f"""
        SELECT b.id AS subject, {OF_REQUEST} AS children, from_when.day AS started,
            CASE WHEN before.day IS NOT NULL THEN greatest(before.day, from_when.day) END AS due,
            CASE WHEN family.people > 0 AND spoken.done = spoken.people
                THEN greatest(spoken.last, from_when.day) END AS met,
            {OVER} AS gone, b.chair_id AS owner, TRUE AS is_ready
        {MEETS} {SPOKEN}
        WHERE b.entered_reason = ''
    """,
}
