"""What the figures of consultations and of what became of them are counted from: each decision that stands,
with what its conference came to; and each look-up that was due, whether or not it was made.
"""

from itertools import pairwise
from typing import Any

from conferences.queries.clocks.sql import birthday, local_day
from conferences.queries.consultations_gap import BEFORE, GAP
from conferences.rules.consultations import DECIDED
from conferences.rules.look_ups import BACK_ON_PLAN, IN_TIME_DAYS, MONTHS_KEY
from conferences.rules.measures_became import BACK_WITHIN_MONTHS
from safeguarding.policy.limits import CATALOGUE
from safeguarding.policy.values import limits_over_time

DECISIVE = ", ".join(f"'{answer.value}'" for answer in DECIDED)
# Nobody is looked up after a death or the 18th birthday.
GROWN = f"coalesce(least(k.death_date, {birthday('k.birth_date')}), 'infinity')"
# What the conference that it was about came to.
THEN = """CASE WHEN c.requested_child_id IS NULL THEN 'NO_REQUEST'
            WHEN met.made_plan THEN 'PLAN'
            WHEN met.is_decided THEN 'NO_PLAN'
            WHEN r.state = 'WITHDRAWN' THEN 'CLOSED'
            ELSE 'NOT_YET' END"""
MET = """
    SELECT bool_or(p.id IS NOT NULL OR d.outcome = 'PLAN_BEGINS') AS made_plan,
        bool_or(p.id IS NOT NULL OR d.id IS NOT NULL) AS is_decided
    FROM conferences_conferencechild cc
        LEFT JOIN conferences_plan p ON p.begun_at_id = cc.id AND NOT p.held_for_other_authority
        LEFT JOIN conferences_decision d ON d.conference_child_id = cc.id
    WHERE cc.child_id = c.child_id
        AND (cc.enquiry_id = rc.enquiry_id OR cc.transfer_in_id = rc.transfer_in_id)
"""
TEAM = """
    SELECT h.team_id FROM safeguarding_allocation h
    WHERE h.child_id = c.child_id AND NOT h.in_error AND h.start_date <= given.day
        AND (h.end_date IS NULL OR h.end_date >= given.day)
    ORDER BY h.start_date DESC, h.id DESC LIMIT 1
"""
IS_BACK = " OR ".join(f"""l.told @> '[{{"kind": "{kind.value}"}}]'""" for kind in BACK_ON_PLAN)
# What a look-up is after, one of the two, as one number: so that they are matched as a set.
ONE_OF = "coalesce({0}.answer_id, -{0}.plan_id)"
STANDS = f"""conferences_consultationanswer a
        JOIN conferences_consultation c ON c.id = a.consultation_id
        CROSS JOIN LATERAL (SELECT {local_day("a.answered_at")} AS day) AS given"""
LATER = "SELECT FROM conferences_consultationanswer l WHERE l.supersedes_id = a.id"

BECAME: dict[str, tuple[tuple[str, ...], str]] = {
    "decided_consultations": (
        ("periods", "children"),
        f"""
        SELECT a.id AS answer_id, c.child_id, k.family, period, given.day, a.answer, team.team_id,
            {GAP} AS gap, {THEN} AS came_to, NULL AS left_out
        FROM {STANDS}
            JOIN periods ON given.day BETWEEN from_date AND to_date
            JOIN children k ON k.child_id = c.child_id
            CROSS JOIN LATERAL (SELECT {local_day("c.raised_at")} AS day) AS raised
            LEFT JOIN conferences_requestedchild rc ON rc.id = c.requested_child_id
            LEFT JOIN conferences_request r ON r.id = rc.request_id
            CROSS JOIN LATERAL ({BEFORE}) AS last
            CROSS JOIN LATERAL ({MET}) AS met
            LEFT JOIN LATERAL ({TEAM}) AS team ON TRUE
        WHERE a.answer IN ({DECISIVE}) AND NOT EXISTS ({LATER})
        """,
    ),
    # After how many months, for what was since a day and before another; and after how many the time before.
    "look_up_months": (
        (),
        """
        SELECT from_day, until_day, months, make_interval(months => months) AS later,
            make_interval(months => before) AS before
        FROM unnest(%(look_up_from)s::date[], %(look_up_until)s::date[], %(look_up_months)s::int[],
            %(look_up_before)s::int[]) AS set_for(from_day, until_day, months, before)
        """,
    ),
    # After what a look-up is due: a decision that stands, or the end of a plan that was one.
    "look_up_subjects": (
        ("children",),
        f"""
        SELECT a.id AS answer_id, NULL::bigint AS plan_id, c.child_id, given.day AS since, a.answer AS what,
            k.family, {GROWN} AS grown
        FROM {STANDS} JOIN children k ON k.child_id = c.child_id
        WHERE a.answer IN ({DECISIVE}) AND NOT EXISTS ({LATER}) AND c.state IN ('AGREED', 'ANOTHER_WAY')
        UNION ALL
        SELECT NULL, p.id, p.child_id, p.end_date, p.step_down, k.family, {GROWN}
        FROM conferences_plan p JOIN children k ON k.child_id = p.child_id
        WHERE NOT p.held_for_other_authority
            AND p.end_reason NOT IN ('ERROR', 'SET_ASIDE', 'DIED', 'EIGHTEEN')
            AND p.end_date BETWEEN (%(since)s::date - make_interval(months => %(look_up_longest)s))::date
                AND %(until)s
        """,
    ),
    # Those that were made, as they were found, and those that were due and are not.
    "look_ups_due": (
        ("look_up_subjects", "look_up_months", "periods", "children"),
        f"""
        SELECT l.child_id, k.family, period, l.due_date AS day, l.answer_id, l.plan_id, l.months,
            coalesce(a.answer, p.step_down) AS what, l.found, l.told, l.not_known,
            {local_day("l.looked_at")} - l.due_date <= {IN_TIME_DAYS} AS in_time,
            {IS_BACK} AS is_back, NULL AS left_out
        FROM conferences_lookup l JOIN periods ON l.due_date BETWEEN from_date AND to_date
            JOIN children k ON k.child_id = l.child_id
            LEFT JOIN conferences_consultationanswer a ON a.id = l.answer_id
            LEFT JOIN conferences_plan p ON p.id = l.plan_id
        UNION ALL
        SELECT s.child_id, s.family, period, due.day, s.answer_id, s.plan_id, at.months, s.what, NULL, NULL,
            NULL, FALSE, FALSE, CASE WHEN due.day + {IN_TIME_DAYS} > over_date THEN 'LIMIT_NOT_PASSED' END
        FROM look_up_subjects s
            JOIN look_up_months at ON s.since >= from_day AND s.since < until_day
            CROSS JOIN LATERAL (SELECT (s.since + at.later)::date AS day OFFSET 0) AS due
            JOIN periods ON due.day BETWEEN from_date AND to_date
        WHERE s.grown > (s.since + at.before)::date AND NOT EXISTS (
                SELECT FROM conferences_lookup l
                WHERE l.months = at.months AND {ONE_OF.format("l")} = {ONE_OF.format("s")})
        """,
    ),
    # What was found so long after the end of a plan.
    "ends_looked_up": (
        ("look_ups_due",),
        f"""
        SELECT child_id, family, period, day, plan_id, is_back,
            CASE WHEN is_back THEN NULL WHEN not_known = 'AWAY' THEN 'MOVED_AWAY'
                WHEN not_known = 'SOURCE' THEN 'NOT_TOLD_SINCE' END AS left_out
        FROM look_ups_due
        WHERE plan_id IS NOT NULL AND found IS NOT NULL AND months = {BACK_WITHIN_MONTHS}
        """,
    ),
}


def look_up_parameters() -> dict[str, Any]:
    """The months after which it is looked up, as they were set over time: a row for each of them."""
    limits = limits_over_time([MONTHS_KEY])
    told = [("-infinity", CATALOGUE[MONTHS_KEY].default)]
    told += [(day.isoformat(), value) for day, value in reversed(limits.settings[MONTHS_KEY])]
    untils = [*(day for day, _ in told[1:]), "infinity"]
    rows = [
        (from_day, until, months, before)
        for (from_day, value), until in zip(told, untils, strict=True)
        for before, months in pairwise([0, *sorted(set(value))] if isinstance(value, tuple) else [])
    ]
    names = ("look_up_from", "look_up_until", "look_up_months", "look_up_before")
    longest = max((months for _, _, months, _ in rows), default=0)
    return {name: [row[at] for row in rows] for at, name in enumerate(names)} | {"look_up_longest": longest}
