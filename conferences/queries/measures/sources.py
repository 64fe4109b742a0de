"""The tables that the figures are counted from, once each: which plans, conferences and reviews there are.

Each is a named query of a WITH, in an order in which one may read those before it. `periods` holds every
period asked for, so that one statement counts one period or the months of ten years; `over_date` is the last
day of it that is over, for a limit has not passed while its day lasts. Council-wide: a
statutory figure is whole, and scope is applied to the lists opened from it.
"""

import re
from collections.abc import Iterable

from conferences.queries.clocks.enquiries import on_plan, over
from conferences.queries.clocks.sql import SHARED, number_of
from conferences.queries.measures.sources_agencies import AGENCIES
from conferences.queries.measures.sources_became import BECAME
from conferences.queries.measures.sources_meetings import MEETINGS
from conferences.queries.measures.sources_work import WORK
from conferences.rules.breakdowns import CATEGORY_NOT_KNOWN

# Of a child who is asked for by a file: stands in a source as {in_file c.id}, true where none is asked for.
IN_FILE = re.compile(r"\{in_file (\S+)\}")
FILE = r"\1 IN (SELECT child_id FROM conferences_importedchild WHERE file_id = %(file)s)"


# Children are looked up where they are asked for; the calendar, thousands of numbers, is read once.
HOW = {
    "children": "NOT MATERIALIZED",
    "calendar": "MATERIALIZED",
    "limits": "MATERIALIZED",
    "waiting": "MATERIALIZED",
    "look_up_months": "MATERIALIZED",
}


def _conferences(link: str) -> str:
    """SELECT of the child's conferences that are no reviews and were held by the end of a period."""
    return f"SELECT FROM initials i WHERE i.child_id = began.child_id AND held_date <= to_date AND {link}"


def _untold(after: str, before: str) -> str:
    """SQL: whether days between two days lie in a hole between what sources tell of, or before the first day
    that they tell of where they tell nothing of earlier reviews: so what happened then is not known.
    """
    return f"""((cardinality(%(hole_from)s::date[]) > 0 AND EXISTS (
        SELECT FROM unnest(%(hole_from)s::date[], %(hole_to)s::date[]) AS hole(from_date, to_date)
        WHERE hole.from_date < {before} AND hole.to_date > {after}))
        OR {after} < %(day_before)s::date AND NOT (SELECT is_told FROM told_before))"""


# `family` is the family's id, or the child's own below zero where no family is recorded.
SOURCES: dict[str, tuple[tuple[str, ...], str]] = {
    "periods": (
        (),
        """
        SELECT from_date, to_date, over_date, number::int AS period
        FROM unnest(%(starts)s::date[], %(ends)s::date[], %(overs)s::date[]) WITH ORDINALITY
            AS asked(from_date, to_date, over_date, number)
        """,
    ),
    "children": (
        (),
        """
        SELECT c.id AS child_id, coalesce(c.family_id, -c.id) AS family, c.birth_date, c.death_date
        FROM safeguarding_child c WHERE {in_file c.id}
        """,
    ),
    **{name: ((), text) for name, text in SHARED.items()},
    "plans": (
        ("children",),
        """
        SELECT p.id AS plan_id, p.child_id, c.family, p.begun_at_id, p.start_date, p.end_date,
            p.initial_category, p.latest_category, coalesce(p.previous_plans_recorded, 0) AS recorded,
            row_number() OVER before - 1 AS held_here, lag(p.end_date) OVER before AS last_end,
            CASE WHEN p.held_for_other_authority THEN 'OTHER_AUTHORITY' END AS left_out
        FROM conferences_plan p JOIN children c USING (child_id)
        WHERE p.start_date <= %(until)s
        WINDOW before AS (PARTITION BY p.child_id, p.held_for_other_authority ORDER BY p.start_date)
        """,
    ),
    # When plans begin and end, for how many are open on many days.
    "spans": (
        (),
        """
        SELECT child_id, start_date, end_date FROM conferences_plan
        WHERE NOT held_for_other_authority AND start_date <= %(until)s AND {in_file child_id}
        """,
    ),
    "open_plans": (
        ("plans", "periods"),
        """
        SELECT plans.*, period, to_date AS day, to_date - start_date AS days
        FROM plans JOIN periods ON start_date <= to_date AND (end_date IS NULL OR end_date > to_date)
        """,
    ),
    # Where the category changed after the start. A census tells what it was on its reference date, not since
    # when: in between it is known up to the census before.
    "categories_on_day": (
        ("open_plans",),
        """
        SELECT period, plan_id,
            coalesce((array_agg(category ORDER BY from_date DESC) FILTER (WHERE from_date <= day))[1],
                min(initial_category)) AS category,
            (array_agg(NOT date_is_exact AND day > start_date AND NOT EXISTS (
                SELECT FROM unnest(%(references)s::date[]) AS census(told_date)
                WHERE told_date >= day AND told_date < from_date
            ) ORDER BY from_date) FILTER (WHERE from_date > day))[1] AS is_between
        FROM (
            SELECT period, plan_id, day, start_date, initial_category, category, from_date, date_is_exact
            FROM open_plans JOIN conferences_plancategory k USING (plan_id) WHERE k.from_date > start_date
        ) AS changes GROUP BY period, plan_id
        """,
    ),
    "open_categories": (
        ("open_plans", "categories_on_day"),
        f"""
        SELECT o.*, CASE WHEN is_between THEN '{CATEGORY_NOT_KNOWN.key}'
            ELSE coalesce(category, latest_category) END AS category_on_day
        FROM open_plans o LEFT JOIN categories_on_day USING (period, plan_id)
        """,
    ),
    "started_plans": (
        ("plans", "periods"),
        """
        SELECT plans.*, period, start_date AS day, greatest(recorded, held_here) AS earlier
        FROM plans JOIN periods ON start_date BETWEEN from_date AND to_date
        """,
    ),
    "ended_plans": (
        ("plans", "periods"),
        """
        SELECT plans.*, period, end_date AS day, end_date - start_date AS days
        FROM plans JOIN periods ON end_date BETWEEN from_date AND to_date
        """,
    ),
    # A review on or before the start of its plan is a fault of the record: it is listed, and no other review
    # is counted from it.
    "reviews": (
        ("plans",),
        """
        SELECT cc.id AS conference_child_id, p.plan_id, p.child_id, p.family, p.start_date, p.begun_at_id,
            m.held_date, lag(m.held_date) OVER before AS last_held,
            CASE WHEN m.held_date <= p.start_date THEN 'REVIEW_BEFORE_PLAN' ELSE p.left_out END AS left_out
        FROM conferences_conferencechild cc
            JOIN conferences_conference m ON m.id = cc.conference_id
            JOIN plans p ON p.plan_id = cc.plan_id
        WHERE cc.kind = 'REVIEW' AND m.held_date <= %(until)s
        WINDOW before AS (PARTITION BY p.plan_id, m.held_date <= p.start_date ORDER BY m.held_date, cc.id)
        """,
    ),
    # Some suppliers return the reviews of the year alone, and no earlier ones of a plan that runs on. Told by
    # most plans of which a review was due by the day before the first that is known: whether they have one.
    "told_before": (
        ("plans", "reviews"),
        """
        SELECT 2 * count(*) FILTER (WHERE plan_id IN (
            SELECT plan_id FROM reviews WHERE held_date <= %(day_before)s::date AND held_date > start_date
        )) >= count(*) AS is_told
        FROM plans
        WHERE left_out IS NULL AND start_date <= %(day_before)s::date - %(first_review_days)s
            AND (end_date IS NULL OR end_date > %(day_before)s::date)
        """,
    ),
    # The measure's own clock, in days: conferences.rules.timelimits holds the numbers and why.
    "punctuality": (
        ("open_plans", "reviews", "told_before"),
        f"""
        SELECT o.period, o.plan_id, min(o.day - held_date) AS since_last,
            bool_and(in_time) AND min(o.day - held_date) <= %(later_review_days)s AS on_time,
            bool_or(NOT in_time AND NOT {_untold("before", "held_date")})
            OR min(o.day - held_date) > %(later_review_days)s
                AND NOT bool_and({_untold("held_date", "o.day")}) AS surely_late
        FROM open_plans o JOIN reviews r ON r.plan_id = o.plan_id AND r.held_date <= o.day
            CROSS JOIN LATERAL (SELECT coalesce(last_held, r.start_date) AS before,
                CASE WHEN last_held IS NULL THEN held_date - r.start_date <= %(first_review_days)s
                    ELSE held_date - last_held <= %(later_review_days)s END AS in_time) AS step
        WHERE r.held_date > r.start_date AND o.days >= %(first_review_days)s
        GROUP BY o.period, o.plan_id
        """,
    ),
    "reviewed_plans": (
        ("open_plans", "punctuality", "told_before"),
        f"""
        SELECT o.period, o.day, o.plan_id, o.child_id, o.family, since_last,
            coalesce(on_time, FALSE) AS on_time,
            NOT coalesce(on_time, FALSE) AND NOT coalesce(surely_late,
                NOT {_untold("o.start_date", "o.day")}) AS is_doubtful,
            coalesce(o.left_out, CASE WHEN days < %(first_review_days)s THEN 'NOT_YET_DUE' END) AS left_out
        FROM open_plans o LEFT JOIN punctuality USING (period, plan_id)
        """,
    ),
    "initials": (
        (),
        """
        SELECT cc.id AS conference_child_id, cc.child_id, cc.enquiry_id, cc.transfer_in_id, m.held_date
        FROM conferences_conferencechild cc JOIN conferences_conference m ON m.id = cc.conference_id
        WHERE cc.kind <> 'REVIEW' AND m.held_date <= %(until)s
        """,
    ),
    # The operational clock: the earlier of calendar months and days, as conferences.rules.timelimits says.
    "held_reviews": (
        ("reviews", "told_before", "initials", "periods"),
        f"""
        SELECT r.*, period, held_date AS day, held_date - due_date AS days,
            held_date > due_date AND {_untold("before", "held_date")} AS is_doubtful
        FROM (
            SELECT r.*, coalesce(last_held, begun_date) AS before,
                CASE WHEN last_held IS NULL THEN least(
                    (begun_date + make_interval(months => %(first_review_months)s))::date,
                    begun_date + %(first_review_days)s
                ) ELSE least(
                    (last_held + make_interval(months => %(later_review_months)s))::date,
                    last_held + %(later_review_days)s
                ) END AS due_date
            FROM reviews r LEFT JOIN initials i
                    ON i.conference_child_id = CASE WHEN last_held IS NULL THEN begun_at_id END
                CROSS JOIN LATERAL (SELECT coalesce(i.held_date, start_date) AS begun_date) AS begun
        ) r JOIN periods ON held_date BETWEEN from_date AND to_date
        """,
    ),
    # Initial and transfer-in conferences, by the day their 15 working days began.
    "held_initials": (
        ("initials", "children", "periods", "calendar"),
        f"""
        SELECT i.*, c.family, period, held_date AS day,
            {number_of("held_date")} - {number_of("began_date")} AS working_days,
            EXISTS (SELECT FROM conferences_plan p
                    WHERE p.begun_at_id = i.conference_child_id AND NOT p.held_for_other_authority)
            OR EXISTS (
                SELECT FROM conferences_decision d
                WHERE d.conference_child_id = i.conference_child_id AND d.outcome = 'PLAN_BEGINS'
            ) AS made_plan,
            CASE WHEN began_date IS NULL THEN 'NO_START'
                 WHEN began_date > held_date THEN 'BEFORE_START'
                 WHEN {number_of("held_date")} - {number_of("began_date")} IS NULL
                 THEN 'OUTSIDE_CALENDAR' END AS left_out
        FROM initials i JOIN periods ON held_date BETWEEN from_date AND to_date
            JOIN children c USING (child_id)
            LEFT JOIN conferences_enquiry e ON e.id = i.enquiry_id
            LEFT JOIN conferences_transferin t ON t.id = i.transfer_in_id
            CROSS JOIN LATERAL (SELECT coalesce(e.started_date, t.notified_date) AS began_date) AS clock
        """,
    ),
    # What may be owed an initial conference: an enquiry not marked as needing none, or a transfer in, with
    # none held. A conference of the child on or after the start stands for one that is not linked to it.
    # Nearly all are held: so these few are found first, each way by itself, and the rest is asked of them.
    "waiting": (
        ("initials", "periods"),
        f"""
        SELECT began.*, period, to_date FROM (
            SELECT id AS enquiry_id, NULL::bigint AS transfer_in_id, child_id, started_date AS began_date,
                CASE WHEN conference_need = 'NOT_NEEDED' THEN outcome_date END AS outcome_date
            FROM conferences_enquiry
            WHERE voided_at IS NULL AND (conference_need <> 'NOT_NEEDED' OR outcome_date IS NOT NULL)
            UNION ALL
            SELECT NULL, id, child_id, notified_date, NULL FROM conferences_transferin WHERE NOT in_error
        ) AS began JOIN periods ON began_date < to_date
        WHERE NOT EXISTS ({_conferences("held_date >= began_date")})
            AND NOT EXISTS ({_conferences("i.enquiry_id = began.enquiry_id")})
            AND NOT EXISTS ({_conferences("i.transfer_in_id = began.transfer_in_id")})
        """,
    ),
    # Of a child who was on no plan already, until its outcome, another plan, the child's death or 18th
    # birthday. Past day 15 is after the due date, though only a weekend lies between: so the day before is
    # what is counted to.
    "overdue": (
        ("waiting", "children", "calendar"),
        f"""
        SELECT DISTINCT ON (period, child_id) o.*, family, to_date AS day, working_days,
            CASE WHEN working_days IS NULL THEN 'OUTSIDE_CALENDAR' END AS left_out
        FROM waiting o JOIN children USING (child_id)
            CROSS JOIN LATERAL ({over("o.child_id", "o.began_date")}) AS over
            CROSS JOIN LATERAL (
                SELECT {number_of("(to_date - 1)")} - {number_of("began_date")} AS working_days
            ) AS clock
        WHERE coalesce(working_days >= %(initial_working_days)s, TRUE)
            AND coalesce(least(over.day, outcome_date) > to_date, TRUE)
            AND NOT EXISTS ({on_plan("o.child_id", "o.began_date")})
        ORDER BY period, child_id, began_date, enquiry_id
        """,
    ),
    **WORK,
    **MEETINGS,
    **AGENCIES,
    **BECAME,
}


def with_clause(names: Iterable[str], *, file: int | None) -> str:
    """The named queries that `names` and theirs need, each once, ready to stand before a SELECT."""
    needed = {name: None for name in SOURCES if name in _closure(names)}
    texts = [f"{name} AS {HOW.get(name, '')} ({SOURCES[name][1]})" for name in needed]
    return "WITH " + IN_FILE.sub("TRUE" if file is None else FILE, ",\n".join(texts))


def _closure(names: Iterable[str]) -> set[str]:
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(SOURCES[name][0])
    return found
