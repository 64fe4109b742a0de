"""Child protection plans with their categories, and child in need plans.

A plan that would share a day with one that stays is refused here; among the files the fold has seen to it.
"""

from conferences.exchange.census.statements.hanging import end_duties, hanging, meeting_stays
from conferences.exchange.census.statements.kinds import (
    NO_ERROR,
    Column,
    Kind,
    change,
    differs,
    held_here,
    in_episode,
    in_error,
    match,
    moves,
    settle,
    touched,
    untold,
    wanted,
    withdraw,
)
from conferences.exchange.census.statements.step import Step, counted, day, differing, fault, of_held
from conferences.rules.vocabulary import Category, choices

PLAN = Kind(
    name="plans",
    staged="census_plan",
    table="conferences_plan",
    key="start_date",
    told="start_date",
    what="The plan",
    columns=(
        Column("end_date", "t.end_date", "end", is_day=True),
        Column("initial_category", "t.initial", "initial category", codes=choices(Category)),
        Column("latest_category", "t.latest", "latest category", codes=choices(Category)),
        Column("previous_plans_recorded", "t.previous", "number of previous plans"),
        Column("episode_id", "t.episode_id"),
    ),
    memory="file_start_date",
    extra=("end_reason", "step_down"),
    alike="h.initial_category = t.initial",
)
STAGED = "census_plan t JOIN census_child s ON s.n = t.n"
STARTS_HERE = fault(
    "NOTED",
    "HELD",
    "t",
    f"'The plan of ' || {day('t.start_date')} || ' is recorded here from ' || {day('held.start_date')}"
    " || ', as somebody corrected it.'",
    f"{STAGED} JOIN conferences_plan held ON held.id = t.id WHERE held.file_start_date = t.start_date"
    " AND held.start_date <> t.start_date",
)
PLAN_WORDS = differing(
    ("end", "t.end_date", "held.end_date"),
    ("latest category", "t.latest", "held.latest_category"),
    ("number of previous plans", "t.previous", "held.previous_plans_recorded"),
    ("initial category", "t.initial", "held.initial_category"),
)
# What hangs from a plan goes with it, if it came from a file; anything else keeps the plan.
HANGS = f"""
    {hanging("conferences.plan", {"conferencechild.plan", "plancategory.plan", "lookup.plan"})}
    OR EXISTS (SELECT FROM conferences_plancategory k WHERE k.plan_id = u.id
        AND k.conference_child_id IS NOT NULL)
    OR EXISTS (SELECT FROM conferences_conferencechild r WHERE r.plan_id = u.id AND {meeting_stays("r.id")})
"""
OF_GONE = "SELECT u.id FROM census_untold u WHERE u.kind = 'plans' AND NOT u.stands"
GONE = (
    Step(f"UPDATE census_untold u SET stands = true WHERE kind = 'plans' AND ({HANGS})"),
    Step("""
        INSERT INTO census_untold (kind, id, n, day)
        SELECT 'review_dates', r.id, u.n, c.held_date
        FROM census_untold u JOIN conferences_conferencechild r ON r.plan_id = u.id
            JOIN conferences_conference c ON c.id = r.conference_id
        WHERE u.kind = 'plans' AND NOT u.stands
    """),
    Step(f"DELETE FROM conferences_plancategory WHERE plan_id IN ({OF_GONE})"),
    # What the service looked up of its end by itself is nobody's work.
    Step(f"DELETE FROM conferences_lookup WHERE plan_id IN ({OF_GONE})", of_held=True),
    Step(f"""
        WITH gone AS (
            DELETE FROM conferences_conferencechild WHERE plan_id IN ({OF_GONE}) RETURNING conference_id
        )
        DELETE FROM conferences_conference c USING gone WHERE c.id = gone.conference_id
        """),
    *end_duties("plan_id", OF_GONE),
    *withdraw(PLAN, "false"),
)
# The days that a plan is to have once it is changed.
NEW_START, NEW_END = (wanted(column) for column in PLAN.all_columns[:2])
IS_FREE = f"""
    NOT EXISTS (SELECT FROM conferences_plan o WHERE o.child_id = h.child_id AND o.id <> h.id
        AND NOT o.held_for_other_authority
        AND daterange(o.start_date, o.end_date, '[]') && daterange({NEW_START}, {NEW_END}, '[]'))
    AND coalesce({NEW_END} > {NEW_START}, true)
"""
ENDED = f""",
    end_reason = CASE WHEN {NEW_END} IS NULL THEN '' WHEN h.end_reason = '' THEN 'NOT_RECORDED'
        ELSE h.end_reason END
"""
DONE = Step("""
    UPDATE census_differs d SET done = true FROM census_plan t JOIN conferences_plan h ON h.id = t.id
    WHERE d.kind = 'plans' AND d.id = t.id
        AND NOT ('start_date' = ANY(d.cols) AND h.start_date <> t.start_date)
        AND NOT ('end_date' = ANY(d.cols) AND h.end_date IS DISTINCT FROM t.end_date)
""")
REACHES = "census_differs d JOIN census_child s ON s.n = d.n WHERE d.kind = 'plans' AND NOT d.done"
# One plan may have to make room before another can be moved.
CHANGE = (
    change(PLAN, ENDED, IS_FREE),
    DONE,
    change(PLAN, ENDED, f"NOT d.done AND {IS_FREE}"),
    DONE,
    change(PLAN, ENDED, f"NOT d.done AND {IS_FREE}"),
    DONE,
    fault(
        "REFUSED",
        "8940",
        "d",
        f"'With its new days the plan of ' || {day('d.day')}"
        " || ' would reach into another plan that is held. Its new facts were not taken.'",
        f"{REACHES} AND d.cols <> '{{}}'",
    ),
    Step(f"""
        DELETE FROM conferences_importchange c
        WHERE c.file_id = %(file)s AND c.kind = 'plans'
            AND (c.number, c.day) IN (SELECT s.number, d.day FROM {REACHES} AND d.cols <> '{{}}')
    """),
)
CLASH = f"""
    {STAGED} JOIN LATERAL (
        SELECT o.start_date, o.end_date FROM conferences_plan o
        WHERE o.child_id = s.id AND NOT o.held_for_other_authority
            AND daterange(o.start_date, o.end_date, '[]') && daterange(t.start_date, t.end_date, '[]')
        ORDER BY o.start_date LIMIT 1
    ) o ON true
    WHERE t.id IS NULL AND NOT s.is_new
"""
THE_OTHER = (
    f"'the plan of ' || {day('o.start_date')} || coalesce(' to ' || {day('o.end_date')}, ', still open') ||"
    " ' that is held'"
)
REFUSE = (
    fault(
        "REFUSED",
        "8935",
        "t",
        f"'The plan of ' || {day('t.start_date')} || ' is open, and so is ' || {THE_OTHER} || '. It was"
        " not taken.'",
        f"{CLASH} AND t.end_date IS NULL AND o.end_date IS NULL",
    ),
    fault(
        "REFUSED",
        "8940",
        "t",
        f"'The plan of ' || {day('t.start_date')} || ' shares days with ' || {THE_OTHER}"
        " || '; both end days count. It was not taken, nor were its review dates.'",
        CLASH,
    ),
    Step(
        f"DELETE FROM census_plan p USING (SELECT t.n, t.start_date FROM {CLASH}) c"
        " WHERE p.n = c.n AND p.start_date = c.start_date"
    ),
)
ADD = (
    Step(
        """
        WITH added AS (
            INSERT INTO conferences_plan (ref, child_id, episode_id, begun_at_id, start_date, end_date,
                end_reason, step_down, initial_category, latest_category, previous_plans_recorded,
                held_for_other_authority, source, census_date)
            SELECT t.ref, s.id, e.id, began.id, t.start_date, t.end_date,
                CASE WHEN t.end_date IS NULL THEN '' ELSE 'NOT_RECORDED' END, '', t.initial, t.latest,
                t.previous, false, 'CENSUS', coalesce(t.told_by, %(reference)s)
            FROM census_plan t JOIN census_child s ON s.n = t.n
                LEFT JOIN census_episode e ON e.n = t.n AND e.referral = t.referral
                LEFT JOIN census_conference began ON began.n = t.n AND began.held = t.start_date
                    AND NOT EXISTS (SELECT 1 FROM conferences_plan o WHERE o.begun_at_id = began.id)
            WHERE t.id IS NULL
            RETURNING id, child_id, start_date
        )
        UPDATE census_plan t SET id = added.id, is_new = true, ours = true
        FROM added JOIN census_child s ON s.id = added.child_id
        WHERE t.id IS NULL AND t.n = s.n AND t.start_date = added.start_date
        """,
        counts=("plans", "added"),
    ),
)
# A plan whose category somebody decided here keeps its categories.
DECIDED = """
    EXISTS (SELECT FROM conferences_plancategory k WHERE k.plan_id = t.id
        AND k.conference_child_id IS NOT NULL)
"""
AS_TOLD = f"""
    FROM census_plan t JOIN census_child s ON s.n = t.n JOIN conferences_plan p ON p.id = t.id
    WHERE t.ours AND NOT s.is_new AND NOT s.outdated AND NOT {DECIDED}
        AND (p.start_date, p.initial_category, p.latest_category) = (t.start_date, t.initial, t.latest)
"""
CATEGORIES = (
    # The census says the latest category, not since when: the day is when it was known by.
    Step("""
        INSERT INTO census_category (n, plan_start, category, day, exact)
        SELECT t.n, t.start_date, t.initial, t.start_date, true FROM census_plan t
        WHERE t.told_by IS NULL
        UNION ALL
        SELECT t.n, t.start_date, t.latest, least(%(reference)s, t.end_date), false FROM census_plan t
        WHERE t.told_by IS NULL AND t.latest <> t.initial
            AND least(%(reference)s, t.end_date) > t.start_date
    """),
    Step("""
        INSERT INTO conferences_plancategory (plan_id, category, from_date, date_is_exact)
        SELECT t.id, k.category, k.day, k.exact
        FROM census_plan t JOIN census_category k ON k.n = t.n AND k.plan_start = t.start_date
        WHERE t.is_new
    """),
    Step(
        of_held=True,
        sql=f"""
        WITH plans AS (SELECT t.id, t.n, t.start_date {AS_TOLD})
        DELETE FROM conferences_plancategory k USING plans
        WHERE k.plan_id = plans.id AND NOT EXISTS (
            SELECT FROM census_category c WHERE c.n = plans.n AND c.plan_start = plans.start_date
                AND (c.category, c.day, c.exact) = (k.category, k.from_date, k.date_is_exact))
    """,
    ),
    Step(f"""
        INSERT INTO conferences_plancategory (plan_id, category, from_date, date_is_exact)
        SELECT t.id, k.category, k.day, k.exact
        FROM (SELECT t.id, t.n, t.start_date {AS_TOLD} AND NOT t.is_new) t
            JOIN census_category k ON k.n = t.n AND k.plan_start = t.start_date
        ON CONFLICT (plan_id, from_date) DO NOTHING
    """),
)
STEPS = (
    match(PLAN),
    match(PLAN, "file_start_date"),
    STARTS_HERE,
    untold(PLAN),
    *moves(PLAN),
    in_episode(PLAN),
    differs(PLAN),
    *touched(PLAN),
    *settle(PLAN),
    *of_held(
        held_here(PLAN, PLAN_WORDS),
        *GONE,
        *CHANGE,
        *counted(PLAN.name),
        *REFUSE,
    ),
    *ADD,
    *CATEGORIES,
)
# Plans that were held before begin at the conference of their day, as far as files tell of both.
BEGAN = """
    SELECT cc.id, cc.child_id, c.held_date FROM conferences_conferencechild cc
        JOIN conferences_conference c ON c.id = cc.conference_id
    WHERE cc.child_id = s.id AND cc.kind IN ('INITIAL', 'TRANSFER_IN')
"""
BEGUN_AT = of_held(
    Step("""
        UPDATE conferences_plan p SET begun_at_id = NULL
        FROM census_child s, conferences_conferencechild cc, conferences_conference c
        WHERE p.child_id = s.id AND NOT s.is_new AND p.source = 'CENSUS' AND cc.id = p.begun_at_id
            AND c.id = cc.conference_id AND c.source = 'CENSUS' AND c.held_date <> p.start_date
    """),
    Step(f"""
        UPDATE conferences_plan p SET begun_at_id = began.id
        FROM census_child s, LATERAL ({BEGAN}) began
        WHERE p.child_id = s.id AND NOT s.is_new AND p.begun_at_id IS NULL AND p.source = 'CENSUS'
            AND began.held_date = p.start_date
            AND NOT EXISTS (SELECT 1 FROM conferences_plan o WHERE o.begun_at_id = began.id)
    """),
)
IN_NEED_PLAN = Kind(
    name="in_need_plans",
    staged="census_in_need",
    table="conferences_childinneedplan",
    key="start_date",
    told="start_date",
    what="The child in need plan",
    columns=(
        Column("end_date", "t.end_date", "end", is_day=True),
        Column("episode_id", "t.episode_id"),
    ),
    which=NO_ERROR,
)
IN_NEED = (
    *in_error(IN_NEED_PLAN),
    match(IN_NEED_PLAN),
    untold(IN_NEED_PLAN),
    *moves(IN_NEED_PLAN),
    in_episode(IN_NEED_PLAN),
    differs(IN_NEED_PLAN),
    *touched(IN_NEED_PLAN),
    *settle(IN_NEED_PLAN),
    held_here(IN_NEED_PLAN, differing(("end", "t.end_date", "held.end_date"))),
    change(IN_NEED_PLAN),
    *counted(IN_NEED_PLAN.name),
    Step(
        """
        INSERT INTO conferences_childinneedplan (child_id, episode_id, start_date, end_date, source,
            census_date)
        SELECT who.id, e.id, s.start_date, s.end_date, 'CENSUS', coalesce(s.told_by, %(reference)s)
        FROM census_in_need s JOIN census_child who ON who.n = s.n
            LEFT JOIN census_episode e ON e.n = s.n AND e.referral = s.referral
        WHERE s.id IS NULL
        """,
        counts=("in_need_plans", "added"),
    ),
    *withdraw(IN_NEED_PLAN, hanging("conferences.childinneedplan")),
)
