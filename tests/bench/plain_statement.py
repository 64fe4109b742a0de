"""What an analyst would write in SQL over our tables: the figures of a year, families too, in one statement.

The measure of our figures' speed (make bench), and another opinion on them. It counts one year alone, and
knows no lists, closed records, holes between sources or limits that change; each source is made once.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from conferences.queries.clocks.reader import calendar_parameters
from conferences.rules.figures import Figure
from safeguarding.bankholidays import england
from safeguarding.workingdays import Period
from tests.bench.copies import rows_of

DAYS = {"3_months_or_less": (0, 91), "3_to_6_months": (92, 183), "6_to_12_months": (184, 364)}
DAYS |= {"1_to_2_years": (365, 729), "2_years_or_more": (730, 99_999)}
WAITS = {"0-10": (0, 10), "11-15": (11, 15), "16-20": (16, 20), "21+": (21, 99_999)}
CATEGORIES = ("NEG", "PHY", "SAB", "EMO", "MUL")


def of(code: str, counted: str = "TRUE", among: str = "") -> Iterator[str]:
    """The columns of one figure: its rows, those `among` which they are, and whose they are."""
    yield f'count(*) FILTER (WHERE {counted}) AS "{code}"'
    if among:
        yield f'count(*) FILTER (WHERE {among}) AS "{code} of"'
    yield f'count(DISTINCT family) FILTER (WHERE {counted} AND family > 0) AS "{code} families"'
    yield f'count(DISTINCT family) FILTER (WHERE {counted} AND family < 0) AS "{code} without"'


def bands(name: str, number: str, edges: Mapping[str, tuple[int, int]]) -> Iterable[str]:
    for band, (lowest, highest) in edges.items():
        yield f'count(*) FILTER (WHERE {number} BETWEEN {lowest} AND {highest}) AS "{name} {band}"'


def categories(name: str, column: str) -> Iterable[str]:
    return (f"count(*) FILTER (WHERE {column} = '{one}') AS \"{name} {one}\"" for one in CATEGORIES)


def left_out(code: str, which: str, why: str) -> str:
    return f'count(*) FILTER (WHERE {which}) AS "{code} {why}"'


NUMBER = "(SELECT numbers FROM calendar)[{} - %(first_day)s::date + 1]".format
OPEN_AT = "start_date <= {0} AND (end_date IS NULL OR end_date > {0})".format
HELD = """SELECT FROM conferences_conferencechild cc JOIN conferences_conference m ON m.id = cc.conference_id
            WHERE cc.child_id = e.child_id AND cc.kind <> 'REVIEW' AND m.held_date <= %(to)s"""
TABLES = f"""
calendar AS MATERIALIZED (SELECT %(numbers)s::int[] AS numbers),
plan AS MATERIALIZED (
    SELECT p.id, p.child_id, p.begun_at_id, p.start_date, p.end_date, p.initial_category, p.latest_category,
        coalesce(c.family_id, -c.id) AS family, row_number() OVER before - 1 AS held,
        greatest(p.previous_plans_recorded, row_number() OVER before - 1) AS earlier,
        lag(p.end_date) OVER before AS last_end,
        p.end_reason, c.birth_date, c.death_date
    FROM conferences_plan p JOIN safeguarding_child c ON c.id = p.child_id
    WHERE NOT p.held_for_other_authority WINDOW before AS (PARTITION BY p.child_id ORDER BY p.start_date)
),
open AS MATERIALIZED (
    SELECT *, %(to)s::date - start_date AS days FROM plan WHERE {OPEN_AT("%(to)s::date")}
),
changed AS (
    SELECT DISTINCT ON (plan_id) plan_id, category FROM conferences_plancategory
    WHERE from_date <= %(to)s ORDER BY plan_id, from_date DESC
),
started AS (SELECT * FROM plan WHERE start_date BETWEEN %(from)s AND %(to)s),
ended AS (
    SELECT *, end_date - start_date AS days FROM plan WHERE end_date BETWEEN %(from)s AND %(to)s
),
review AS MATERIALIZED (
    SELECT cc.plan_id, p.family, m.held_date, p.start_date, p.begun_at_id,
        lag(m.held_date) OVER (PARTITION BY cc.plan_id ORDER BY m.held_date) AS before
    FROM conferences_conferencechild cc JOIN conferences_conference m ON m.id = cc.conference_id
        JOIN plan p ON p.id = cc.plan_id
    WHERE cc.kind = 'REVIEW' AND m.held_date > p.start_date AND m.held_date <= %(to)s
),
kept AS (
    SELECT plan_id, %(to)s::date - max(held_date) <= 183 AND bool_and(CASE WHEN before IS NULL
        THEN held_date - start_date <= 91 ELSE held_date - before <= 183 END) AS on_time
    FROM review GROUP BY plan_id
),
punctual AS (
    SELECT open.*, days >= 91 AS is_due, days >= 91 AND coalesce(on_time, FALSE) AS on_time
    FROM open LEFT JOIN kept ON plan_id = id
),
held AS (
    SELECT r.family, r.held_date <= CASE WHEN before IS NULL
        THEN least((begun + interval '3 months')::date, begun + 91)
        ELSE least((before + interval '6 months')::date, before + 183) END AS in_time
    FROM review r LEFT JOIN conferences_conferencechild b ON before IS NULL AND b.id = r.begun_at_id
        LEFT JOIN conferences_conference m ON m.id = b.conference_id
        CROSS JOIN LATERAL (SELECT coalesce(m.held_date, r.start_date) AS begun) AS start
    WHERE r.held_date >= %(from)s
),
initial AS MATERIALIZED (
    SELECT coalesce(c.family_id, -c.id) AS family, m.held_date < began AS is_before,
        {NUMBER("m.held_date")} - {NUMBER("began")} AS days,
        p.id IS NOT NULL OR EXISTS (SELECT FROM conferences_decision d
            WHERE d.conference_child_id = cc.id AND d.outcome = 'PLAN_BEGINS') AS made_plan
    FROM conferences_conferencechild cc JOIN conferences_conference m ON m.id = cc.conference_id
        JOIN safeguarding_child c ON c.id = cc.child_id
        LEFT JOIN conferences_enquiry e ON e.id = cc.enquiry_id
        LEFT JOIN conferences_transferin t ON t.id = cc.transfer_in_id
        LEFT JOIN conferences_plan p ON p.begun_at_id = cc.id AND NOT p.held_for_other_authority
        CROSS JOIN LATERAL (SELECT coalesce(e.started_date, t.notified_date) AS began) AS start
    WHERE cc.kind <> 'REVIEW' AND m.held_date BETWEEN %(from)s AND %(to)s
),
overdue AS (
    SELECT DISTINCT ON (e.child_id) coalesce(c.family_id, -c.id) AS family
    FROM conferences_enquiry e JOIN safeguarding_child c ON c.id = e.child_id
    WHERE e.voided_at IS NULL AND e.started_date < %(to)s
        AND (e.conference_need <> 'NOT_NEEDED' OR e.outcome_date > %(to)s)
        AND {NUMBER("(%(to)s::date - 1)")} - {NUMBER("e.started_date")} >= 15
        AND NOT EXISTS (SELECT FROM plan p WHERE p.child_id = e.child_id AND p.start_date <= %(to)s
            AND (p.end_date IS NULL OR p.end_date > e.started_date))
        AND NOT EXISTS ({HELD} AND cc.enquiry_id = e.id)
        AND NOT EXISTS ({HELD} AND m.held_date >= e.started_date)
        AND coalesce(least(c.death_date, (c.birth_date + interval '18 years')::date) > %(to)s, TRUE)
),
look_up AS (
    SELECT due + 7 > %(to)s::date AS may_wait
    FROM plan CROSS JOIN unnest(%(months)s::int[], %(months_before)s::int[]) AS at(months, before)
        CROSS JOIN LATERAL (SELECT (end_date + make_interval(months => months))::date AS due OFFSET 0) AS day
    WHERE end_date BETWEEN %(from)s::date - interval '1 year' AND %(to)s
        AND end_reason NOT IN ('ERROR', 'SET_ASIDE', 'DIED', 'EIGHTEEN') AND due BETWEEN %(from)s AND %(to)s
        AND coalesce(least(death_date, (birth_date + interval '18 years')::date)
            > (end_date + make_interval(months => before))::date, TRUE)
        AND NOT EXISTS (SELECT FROM conferences_lookup l WHERE l.plan_id = plan.id AND l.months = at.months)
)
"""
MONTH = 'count(*) FILTER (WHERE {}) AS "plans_open {}"'.format
# From each table once.
SELECTS = {
    "open": (
        *of("plans_open"),
        *of("open_two_years", "days >= 730", "TRUE"),
        *bands("open_by_duration", "days", DAYS),
    ),
    "open LEFT JOIN changed ON plan_id = id": (
        *categories("open_by_category initial", "initial_category"),
        *categories("open_by_category latest", "coalesce(category, initial_category)"),
    ),
    "started": (
        *of("plans_started"),
        *of("repeat_plans", "earlier > 0", "TRUE"),
        *of("repeat_within_24_months", "start_date < (last_end + interval '24 months')::date", "TRUE"),
        *categories("started_by_category initial", "initial_category"),
        left_out("first_core_group_in_10_days", "TRUE", "NOT_KNOWN_HERE"),
        left_out("replans_consulted", "earlier > 0", "NOT_KNOWN_HERE"),
    ),
    "ended": (
        *of("plans_ended"),
        *of("ended_two_years", "days >= 730", "TRUE"),
        *bands("ended_by_duration", "days", DAYS),
    ),
    "punctual": (
        *of("reviews_on_time", "on_time", "is_due"),
        left_out("reviews_on_time", "NOT is_due", "NOT_YET_DUE"),
    ),
    "held": (*of("reviews_held_on_time", "in_time", "TRUE"),),
    "initial": (
        *of("icpc_in_15_days", "days <= 15 AND NOT is_before", "NOT is_before"),
        *bands("icpc_in_15_days", "days", WAITS),
        *of("icpc_to_plan", "made_plan", "TRUE"),
    ),
    "overdue": (*of("icpc_overdue"),),
    "look_up": (
        left_out("look_ups_in_time", "NOT may_wait", "of"),
        left_out("look_ups_in_time", "may_wait", "LIMIT_NOT_PASSED"),
    ),
}
# What is the same number under another name: counted once, and told twice.
SAME = {
    f"{code}{part}": f"{of_code}{part}"
    for code, of_code in {
        "rate_per_10000": "plans_open",
        "open_by_duration": "plans_open",
        "open_by_category": "plans_open",
        "started_by_category": "plans_started",
        "ended_by_duration": "plans_ended",
    }.items()
    for part in ("", " families", " without")
} | {
    "look_ups_known NOT_LOOKED_UP": "look_ups_in_time of",
    "look_ups_known LIMIT_NOT_PASSED": "look_ups_in_time LIMIT_NOT_PASSED",
}


def plain_statement(year: Period, months: Iterable[date], look_ups: tuple[int, ...]) -> dict[str, int]:
    """{"code part": count} without zeros. `months` are the last days of the year's months, `look_ups` the
    months after which it is looked up.
    """
    stock = ", ".join(MONTH(OPEN_AT(f"DATE '{day}'"), day) for day in months)
    selects = {name: ", ".join(columns) for name, columns in SELECTS.items()} | {"plan": stock}
    asked = " UNION ALL ".join(
        f"SELECT row_to_json(counted)::text FROM (SELECT {columns} FROM {name}) AS counted"
        for name, columns in selects.items()
    )
    given = calendar_parameters(england()) | {"from": year.from_, "to": year.to, "months": list(look_ups)}
    given["months_before"] = [0, *look_ups[:-1]]
    rows = rows_of(f"WITH {TABLES} {asked}", given)
    found = {name: count for (row,) in rows for name, count in json.loads(row).items() if count}
    return found | {copy: found[name] for copy, name in SAME.items() if name in found}


def as_plain(figures: Mapping[str, Figure]) -> dict[str, int]:
    """Our figures in the same shape, all of them."""
    found: dict[str, int] = {}
    for code, figure in figures.items():
        found[code], found[f"{code} of"] = figure.numerator, figure.denominator or 0
        found[f"{code} families"], found[f"{code} without"] = figure.families or 0, figure.without_family
        for split, parts in figure.breakdown.items():
            named = "" if split in ("", "months") else f" {split}"
            found |= {f"{code}{named} {band}": count or 0 for band, count in parts.items()}
        found |= {f"{code} {reason.name}": count for reason, count in figure.left_out.items()}
    return {name: count for name, count in found.items() if count}
