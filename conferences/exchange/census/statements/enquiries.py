"""Need episodes, and the enquiries in them with the strategy discussion that started each."""

from conferences.exchange.census.statements.step import Step, day, differing, fault

# Ours to change: a record that came from a census. Fresh: no later census has told of it.
OURS = "s.ours AND s.fresh"
MATCH = """
    UPDATE {staged} s SET id = held.id, ours = held.source = 'CENSUS',
        fresh = coalesce(held.census_date <= %(reference)s, true)
    FROM {table} held, census_child who
    WHERE s.id IS NULL AND who.n = s.n AND held.child_id = who.id AND held.{key} = s.{told}
"""
TOUCH = """
    UPDATE {table} held SET census_date = %(reference)s FROM {staged} s
    WHERE held.id = s.id AND s.ours AND s.fresh AND held.census_date IS DISTINCT FROM %(reference)s
"""


def match(staged: str, table: str, key: str, told: str, which: str = "") -> Step:
    """Finds the record of each staged row (`which`), and whether it may be changed by this file."""
    return Step(MATCH.format(staged=staged, table=table, key=key, told=told) + which)


def touch(staged: str, table: str) -> Step:
    """Remembers on each record that this file told of it."""
    return Step(TOUCH.format(staged=staged, table=table))


def differs(staged: str, table: str, words: str, what: str) -> tuple[Step, Step]:
    """Says where a later file, or what was recorded here, stands against what this file tells."""
    rows = (
        f"{staged} t JOIN census_child s ON s.n = t.n JOIN {table} held ON held.id = t.id WHERE {words} <> ''"
    )
    return (
        fault(
            "NOTED",
            "LATER",
            "t.line",
            f"'{what}: a later file tells differently of ' || {words} || '.'",
            f"{rows} AND t.ours AND NOT t.fresh",
        ),
        fault(
            "NOTED",
            "HELD",
            "t.line",
            f"'{what}: recorded here with another ' || {words} || '.'",
            f"{rows} AND NOT t.ours",
        ),
    )


EPISODE_WORDS = differing(
    ("source of referral", "nullif(t.source, '')", "held.referral_source"),
    ("primary need", "nullif(t.need, '')", "held.primary_need"),
    ("closure", "t.closure", "held.closure_date"),
)
EPISODES = (
    match("census_episode", "conferences_needepisode", "referral_date", "referral"),
    fault(
        "NOTED",
        "GONE",
        "t.line",
        f"'The episode closed on ' || {day('held.closure_date')} || ' by an earlier file; this one has"
        " no closure.'",
        "census_episode t JOIN census_child s ON s.n = t.n JOIN conferences_needepisode held ON held.id"
        " = t.id"
        " WHERE t.ours AND t.fresh AND t.closure IS NULL AND held.closure_date IS NOT NULL",
    ),
    Step(
        """
        UPDATE conferences_needepisode held SET
            referral_source = CASE WHEN s.fresh THEN coalesce(nullif(s.source, ''), held.referral_source)
                ELSE coalesce(nullif(held.referral_source, ''), s.source) END,
            primary_need = CASE WHEN s.fresh THEN coalesce(nullif(s.need, ''), held.primary_need)
                ELSE coalesce(nullif(held.primary_need, ''), s.need) END,
            no_further_action = CASE WHEN s.fresh THEN s.no_further_action ELSE held.no_further_action END,
            closure_date = CASE WHEN s.closes THEN s.closure ELSE held.closure_date END,
            closure_reason = CASE WHEN s.closes THEN s.reason ELSE held.closure_reason END
        FROM (
            SELECT t.*, t.closure IS NOT NULL AND (t.fresh OR h.closure_date IS NULL) AS closes
            FROM census_episode t JOIN conferences_needepisode h ON h.id = t.id
        ) s
        WHERE held.id = s.id AND s.ours AND (
            (s.closes AND (held.closure_date, held.closure_reason) IS DISTINCT FROM (s.closure, s.reason))
            OR (s.fresh AND (
                held.no_further_action <> s.no_further_action
                OR (s.source <> '' AND s.source <> held.referral_source)
                OR (s.need <> '' AND s.need <> held.primary_need)))
            OR (held.referral_source = '' AND s.source <> '') OR (held.primary_need = '' AND s.need <> ''))
        """,
        counts=("need_episodes", "changed"),
    ),
    touch("census_episode", "conferences_needepisode"),
    *differs("census_episode", "conferences_needepisode", EPISODE_WORDS, "The need episode"),
    Step(
        """
        INSERT INTO conferences_needepisode (child_id, referral_date, referral_source, primary_need,
            no_further_action, closure_date, closure_reason, source, census_date)
        SELECT who.id, s.referral, s.source, s.need, s.no_further_action, s.closure, s.reason, 'CENSUS',
            %(reference)s
        FROM census_episode s JOIN census_child who ON who.n = s.n WHERE s.id IS NULL
        """,
        counts=("need_episodes", "added"),
    ),
    Step("""
        UPDATE census_episode s SET id = held.id FROM conferences_needepisode held, census_child who
        WHERE s.id IS NULL AND who.n = s.n AND held.child_id = who.id AND held.referral_date = s.referral
    """),
)

ENQUIRY_WORDS = differing(
    ("need of a conference", "nullif(t.need, 'UNDECIDED')", "held.conference_need"),
    ("target date", "t.target", "held.recorded_target_date"),
)
STANDS = "AND held.voided_at IS NULL"
OF_ENQUIRY = "census_enquiry", "conferences_enquiry"
HELD_ENQUIRY = (
    "census_enquiry t JOIN census_child s ON s.n = t.n JOIN conferences_enquiry held ON held.id = t.id"
)
# What was told otherwise here stays so: another start, an outcome, and that an enquiry is void.
FOUND = (
    match(*OF_ENQUIRY, "started_date", "start_date", STANDS),
    match(*OF_ENQUIRY, "file_start_date", "start_date", STANDS),
    Step("""
        UPDATE census_enquiry s SET voided = held.voided_at::date
        FROM conferences_enquiry held, census_child who
        WHERE s.id IS NULL AND who.n = s.n AND held.child_id = who.id AND held.voided_at IS NOT NULL
            AND s.start_date IN (held.started_date, held.file_start_date)
    """),
    fault(
        "NOTED",
        "HELD",
        "t.line",
        f"'The section 47 of ' || {day('t.start_date')} || ' is void here since ' || {day('t.voided')}"
        " || ': it stays void. A conference that the file tells with it was taken without it.'",
        "census_enquiry t JOIN census_child s ON s.n = t.n WHERE t.voided IS NOT NULL",
    ),
    fault(
        "NOTED",
        "HELD",
        "t.line",
        f"'The section 47 of ' || {day('t.start_date')} || ' is recorded here from '"
        f" || {day('held.started_date')} || ', as somebody corrected it.'",
        f"{HELD_ENQUIRY} WHERE held.started_date <> t.start_date",
    ),
    fault(
        "NOTED",
        "HELD",
        "t.line",
        "'The section 47: recorded here with another need of a conference.'",
        f"{HELD_ENQUIRY} WHERE t.ours AND t.fresh AND held.outcome <> ''"
        " AND t.need NOT IN ('UNDECIDED', held.conference_need)",
    ),
)
ENQUIRIES = (
    *FOUND,
    fault(
        "NOTED",
        "GONE",
        "t.line",
        "'An earlier file has a conference for this section 47. This one has none.'",
        f"{HELD_ENQUIRY} WHERE t.ours AND t.fresh AND held.outcome = ''"
        " AND held.conference_need = 'NEEDED' AND t.need <> 'NEEDED'",
    ),
    Step(
        """
        UPDATE conferences_enquiry held SET
            conference_need = CASE WHEN s.fresh AND held.conference_need <> 'NEEDED'
                AND held.outcome = '' THEN s.need ELSE held.conference_need END,
            recorded_target_date = CASE WHEN s.fresh THEN coalesce(s.target, held.recorded_target_date)
                ELSE coalesce(held.recorded_target_date, s.target) END
        FROM census_enquiry s
        WHERE held.id = s.id AND s.ours AND (
            (s.fresh AND held.conference_need <> 'NEEDED' AND held.conference_need <> s.need
                AND held.outcome = '')
            OR (s.target IS NOT NULL AND held.recorded_target_date IS NULL)
            OR (s.fresh AND s.target <> held.recorded_target_date))
        """,
        counts=("section_47", "changed"),
    ),
    *differs("census_enquiry", "conferences_enquiry", ENQUIRY_WORDS, "The section 47"),
    # The trigger asks that an enquiry starts with its discussion: both in one statement.
    Step(
        """
        WITH added AS (
            INSERT INTO conferences_enquiry (child_id, episode_id, started_date, conference_need,
                recorded_target_date, source, census_date)
            SELECT who.id, e.id, s.start_date, s.need, s.target, 'CENSUS', %(reference)s
            FROM census_enquiry s JOIN census_child who ON who.n = s.n
                LEFT JOIN census_episode e ON e.n = s.n AND e.referral = s.referral
            WHERE s.id IS NULL AND s.voided IS NULL
            RETURNING id, started_date
        )
        INSERT INTO conferences_strategydiscussion (enquiry_id, held_date, started_enquiry, notes)
        SELECT id, started_date, true, '' FROM added
        """,
        counts=("section_47", "added"),
    ),
    Step("""
        UPDATE census_enquiry s SET id = held.id, ours = true, fresh = true
        FROM conferences_enquiry held, census_child who
        WHERE s.id IS NULL AND who.n = s.n AND held.child_id = who.id AND held.started_date = s.start_date
            AND held.voided_at IS NULL
    """),
    touch("census_enquiry", "conferences_enquiry"),
)
