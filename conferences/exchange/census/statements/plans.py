"""Child protection plans with their categories, and child in need plans.

A plan that would share a day with one that is held is refused here; within a file the checks have done so.
"""

from conferences.exchange.census.statements.enquiries import differs, match, touch
from conferences.exchange.census.statements.step import Step, day, differing, fault

MATCH = (match("census_plan", "conferences_plan", "start_date", "start_date"),)
STAGED = "census_plan t JOIN census_child s ON s.n = t.n"
GONE = fault(
    "NOTED",
    "GONE",
    "t.line",
    f"'The plan of ' || {day('t.start_date')} || ' ended on ' || {day('held.end_date')}"
    " || ' by an earlier file; this one has no end.'",
    f"{STAGED} JOIN conferences_plan held ON held.id = t.id"
    " WHERE t.ours AND t.fresh AND t.end_date IS NULL AND held.end_date IS NOT NULL",
)
INITIAL_STANDS = fault(
    "NOTED",
    "HELD",
    "t.line",
    "'The plan’s initial category is ' || t.initial || ' in the file and ' || held.initial_category"
    " || ' here. An initial category never changes, so the one here was kept.'",
    f"{STAGED} JOIN conferences_plan held ON held.id = t.id WHERE t.ours AND held.initial_category <>"
    " t.initial",
)
# What a held plan is to be; a missing end is filled by any file, a different one only by a later file.
WANTED = Step("""
    CREATE TEMP TABLE census_plan_wanted ON COMMIT DROP AS
    SELECT t.n, t.line, t.col, p.id, p.child_id, p.start_date,
        CASE WHEN t.fresh THEN coalesce(t.end_date, p.end_date)
            ELSE coalesce(p.end_date, t.end_date) END AS end_date,
        CASE WHEN t.fresh THEN t.latest ELSE p.latest_category END AS latest,
        CASE WHEN t.fresh THEN coalesce(t.previous, p.previous_plans_recorded)
            ELSE coalesce(p.previous_plans_recorded, t.previous) END AS previous
    FROM census_plan t JOIN conferences_plan p ON p.id = t.id WHERE t.ours
""")
REACHES_ANOTHER = """
    EXISTS (SELECT 1 FROM conferences_plan o WHERE o.child_id = w.child_id AND o.id <> w.id
        AND NOT o.held_for_other_authority AND o.start_date > w.start_date AND o.start_date <= w.end_date)
"""
CHANGE = (
    WANTED,
    fault(
        "REFUSED",
        "8940",
        "w.line",
        f"'With the end on ' || {day('w.end_date')} || ' the plan of ' || {day('w.start_date')}"
        " || ' would reach into a later plan that is held. Its new facts were not taken.'",
        f"census_plan_wanted w JOIN census_child s ON s.n = w.n WHERE {REACHES_ANOTHER}",
    ),
    Step(f"DELETE FROM census_plan_wanted w WHERE {REACHES_ANOTHER}"),
    Step(
        """
        UPDATE conferences_plan p SET end_date = w.end_date, latest_category = w.latest,
            previous_plans_recorded = w.previous,
            end_reason = CASE WHEN w.end_date IS NOT NULL AND p.end_reason = '' THEN 'NOT_RECORDED'
                ELSE p.end_reason END
        FROM census_plan_wanted w
        WHERE p.id = w.id AND (p.end_date, p.latest_category, p.previous_plans_recorded)
            IS DISTINCT FROM (w.end_date, w.latest, w.previous)
        """,
        counts=("plans", "changed"),
    ),
)
PLAN_WORDS = differing(
    ("end", "t.end_date", "held.end_date"),
    ("latest category", "t.latest", "held.latest_category"),
    ("number of previous plans", "t.previous", "held.previous_plans_recorded"),
)
CLASH = f"""
    {STAGED} JOIN LATERAL (
        SELECT o.start_date, o.end_date FROM conferences_plan o
        WHERE o.child_id = s.id AND NOT o.held_for_other_authority
            AND daterange(o.start_date, o.end_date, '[]') && daterange(t.start_date, t.end_date, '[]')
        ORDER BY o.start_date LIMIT 1
    ) o ON true
    WHERE t.id IS NULL
"""
THE_OTHER = (
    f"'the plan of ' || {day('o.start_date')} || coalesce(' to ' || {day('o.end_date')}, ', still open') ||"
    " ' that is held'"
)
REFUSE = (
    fault(
        "REFUSED",
        "8935",
        "t.line",
        f"'The plan of ' || {day('t.start_date')} || ' is open, and so is ' || {THE_OTHER} || '. It was"
        " not taken.'",
        f"{CLASH} AND t.end_date IS NULL AND o.end_date IS NULL",
    ),
    fault(
        "REFUSED",
        "8940",
        "t.line",
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
        INSERT INTO conferences_plan (ref, child_id, episode_id, begun_at_id, start_date, end_date,
            end_reason,
            step_down, initial_category, latest_category, previous_plans_recorded, held_for_other_authority,
            source, census_date)
        SELECT gen_random_uuid(), s.id, e.id, began.id, t.start_date, t.end_date,
            CASE WHEN t.end_date IS NULL THEN ''
                ELSE 'NOT_RECORDED' END, '', t.initial, t.latest, t.previous, false,
            'CENSUS', %(reference)s
        FROM census_plan t JOIN census_child s ON s.n = t.n
            LEFT JOIN census_episode e ON e.n = t.n AND e.referral = t.referral
            LEFT JOIN census_conference began ON began.n = t.n AND began.held = t.start_date
                AND NOT EXISTS (SELECT 1 FROM conferences_plan o WHERE o.begun_at_id = began.id)
        WHERE t.id IS NULL
        """,
        counts=("plans", "added"),
    ),
    Step("""
        UPDATE census_plan t SET id = p.id, is_new = true, ours = true, fresh = true
        FROM conferences_plan p, census_child s
        WHERE t.id IS NULL AND s.n = t.n AND p.child_id = s.id AND p.start_date = t.start_date
    """),
    touch("census_plan", "conferences_plan"),
)
CATEGORIES = (
    Step("""
        INSERT INTO conferences_plancategory (plan_id, category, from_date, date_is_exact)
        SELECT id, initial, start_date, true FROM census_plan WHERE is_new
    """),
    # The census says the latest category, not since when: the day is when it was known by.
    Step("""
        INSERT INTO conferences_plancategory (plan_id, category, from_date, date_is_exact)
        SELECT t.id, t.latest, known.day, false
        FROM census_plan t JOIN conferences_plan p ON p.id = t.id
            CROSS JOIN LATERAL (SELECT least(%(reference)s, p.end_date) AS day) known
        WHERE t.ours AND t.fresh AND known.day > t.start_date AND t.latest IS DISTINCT FROM (
            SELECT k.category FROM conferences_plancategory k WHERE k.plan_id = t.id
                AND k.from_date <= known.day
            ORDER BY k.from_date DESC LIMIT 1)
        ON CONFLICT (plan_id, from_date) DO NOTHING
    """),
)
STEPS = (
    *MATCH,
    GONE,
    INITIAL_STANDS,
    *CHANGE,
    *differs("census_plan", "conferences_plan", PLAN_WORDS, "The plan"),
    *REFUSE,
    *ADD,
    *CATEGORIES,
)
# Plans held before, whose conference only this file told.
BEGUN_AT = (
    Step("""
        UPDATE conferences_plan p SET begun_at_id = began.id
        FROM census_child s, LATERAL (
            SELECT cc.id, cc.child_id, c.held_date FROM conferences_conferencechild cc
                JOIN conferences_conference c ON c.id = cc.conference_id
            WHERE cc.child_id = s.id AND cc.kind IN ('INITIAL', 'TRANSFER_IN')
        ) began
        WHERE p.child_id = s.id AND NOT s.is_new AND p.begun_at_id IS NULL AND p.source = 'CENSUS'
            AND began.held_date = p.start_date
            AND NOT EXISTS (SELECT 1 FROM conferences_plan o WHERE o.begun_at_id = began.id)
    """),
)
IN_NEED_WORDS = differing(("end", "t.end_date", "held.end_date"))
IN_NEED = (
    match("census_in_need", "conferences_childinneedplan", "start_date", "start_date"),
    Step(
        """
        UPDATE conferences_childinneedplan held SET end_date = s.end_date FROM census_in_need s
        WHERE held.id = s.id AND s.ours AND s.end_date IS NOT NULL
            AND (held.end_date IS NULL OR (s.fresh AND held.end_date <> s.end_date))
        """,
        counts=("in_need_plans", "changed"),
    ),
    touch("census_in_need", "conferences_childinneedplan"),
    *differs("census_in_need", "conferences_childinneedplan", IN_NEED_WORDS, "The child in need plan"),
    Step(
        """
        INSERT INTO conferences_childinneedplan (child_id, episode_id, start_date, end_date, source,
            census_date)
        SELECT who.id, e.id, s.start_date, s.end_date, 'CENSUS', %(reference)s
        FROM census_in_need s JOIN census_child who ON who.n = s.n
            LEFT JOIN census_episode e ON e.n = s.n AND e.referral = s.referral
        WHERE s.id IS NULL
        """,
        counts=("in_need_plans", "added"),
    ),
)
