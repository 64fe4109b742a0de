"""Who the children are: found by the council's number, added, changed by a later file, filled by an older."""

from conferences.exchange.census.statements.step import Step, day, differing, fault

TWICE = (
    "census_child s JOIN safeguarding_child c ON c.la_child_id = s.number AND c.joined_into_id IS NOT NULL"
)
TOLD_TOO = """
    EXISTS (
        SELECT FROM census_child o
            LEFT JOIN safeguarding_child own ON own.id = o.id AND own.la_child_id = o.number
        WHERE o.id = s.id AND o.n <> s.n AND (own.id IS NOT NULL OR o.n < s.n)
    )
"""
MATCH = (
    # A number of a record that was joined into another of the same child reaches the one that stays.
    Step("""
        UPDATE census_child s SET id = coalesce(c.joined_into_id, c.id)
        FROM safeguarding_child c WHERE c.la_child_id = s.number
    """),
    fault(
        "REFUSED",
        "JOINED",
        "s.line",
        "'The record under this number was joined into another of the same child, who is in this file too."
        " What stands under this number was not taken.'",
        f"{TWICE} WHERE {TOLD_TOO}",
    ),
    Step(f"DELETE FROM census_child WHERE n IN (SELECT s.n FROM {TWICE} WHERE {TOLD_TOO})"),
    Step("""
        UPDATE census_child s SET told = known.told, fresh = known.told <= %(reference)s
        FROM (
            SELECT i.child_id, max(f.reference_date) AS told
            FROM census_child here JOIN conferences_importedchild i ON i.child_id = here.id
                JOIN conferences_importedfile f ON f.id = i.file_id
            WHERE f.status = 'READ' GROUP BY i.child_id
        ) known
        WHERE known.child_id = s.id
    """),
)
NOBODY_BORN = "s.id IS NULL AND s.birth IS NULL AND s.expected IS NULL"
REFUSE = (
    fault(
        "REFUSED",
        "8525Q",
        "s.line",
        "'The child is not known here, and the file gives neither birth date nor expected birth date."
        " The child’s"
        " record was not taken.'",
        f"census_child s WHERE {NOBODY_BORN}",
    ),
    Step(f"DELETE FROM census_child s WHERE {NOBODY_BORN}"),
)
ADD = (
    Step(
        """
        INSERT INTO safeguarding_child (
            ref, la_child_id, upn, former_upn, upn_unknown, nhs_number, given_names, family_name, birth_date,
            expected_birth_date, death_date, sex, ethnicity, communication_needs, interpreter_language,
            is_restricted, restricted_reason
        )
        SELECT gen_random_uuid(), number, upn, former_upn, upn_unknown, '', '', '', birth, expected,
            death, sex,
            ethnicity, '', '', false, ''
        FROM census_child WHERE id IS NULL
        """,
        counts=("children", "added"),
    ),
    Step("""
        UPDATE census_child s SET id = c.id, is_new = true
        FROM safeguarding_child c WHERE s.id IS NULL AND c.la_child_id = s.number
    """),
    Step("CREATE UNIQUE INDEX ON census_child (id)"),
    Step("ANALYZE census_child"),
)

# What a child is to be: a later file's facts win, an older file's fill gaps; a birth is never undone.
WANTED = Step("""
    CREATE TEMP TABLE census_wanted ON COMMIT DROP AS
    SELECT c.id, s.n,
        CASE WHEN s.fresh THEN coalesce(nullif(s.upn, ''), c.upn)
            ELSE coalesce(nullif(c.upn, ''), s.upn) END AS upn,
        CASE WHEN s.fresh THEN coalesce(nullif(s.former_upn, ''), c.former_upn)
            ELSE coalesce(nullif(c.former_upn, ''), s.former_upn) END AS former_upn,
        CASE WHEN s.upn <> '' OR c.upn <> '' THEN ''
            WHEN s.fresh THEN coalesce(nullif(s.upn_unknown, ''), c.upn_unknown)
            ELSE coalesce(nullif(c.upn_unknown, ''), s.upn_unknown) END AS upn_unknown,
        CASE WHEN s.fresh THEN coalesce(s.birth, c.birth_date)
            ELSE coalesce(c.birth_date, s.birth) END AS birth,
        CASE WHEN s.birth IS NOT NULL OR c.birth_date IS NOT NULL THEN NULL
            WHEN s.fresh THEN coalesce(s.expected, c.expected_birth_date)
            ELSE c.expected_birth_date END AS expected,
        CASE WHEN s.fresh THEN coalesce(s.death, c.death_date)
            ELSE coalesce(c.death_date, s.death) END AS death,
        CASE WHEN s.fresh THEN coalesce(nullif(s.sex, 'U'), c.sex)
            ELSE coalesce(nullif(c.sex, 'U'), s.sex) END AS sex,
        CASE WHEN s.fresh THEN coalesce(nullif(s.ethnicity, ''), c.ethnicity)
            ELSE coalesce(nullif(c.ethnicity, ''), s.ethnicity) END AS ethnicity
    FROM census_child s JOIN safeguarding_child c ON c.id = s.id WHERE NOT s.is_new
""")
DEAD_BEFORE_BIRTH = "w.death < w.birth"
CHANGE = (
    WANTED,
    fault(
        "BENT",
        "8535Q",
        "s.line",
        f"'Together with what is held, the death on ' || {day('w.death')} || ' would be before the birth on '"
        f" || {day('w.birth')} || '. Who the child is was left as it was.'",
        f"census_wanted w JOIN census_child s ON s.n = w.n WHERE {DEAD_BEFORE_BIRTH}",
    ),
    Step("""
        WITH done AS (
            UPDATE safeguarding_child c SET upn = w.upn, former_upn = w.former_upn,
                upn_unknown = w.upn_unknown,
                birth_date = w.birth, expected_birth_date = w.expected, death_date = w.death, sex = w.sex,
                ethnicity = w.ethnicity
            FROM census_wanted w
            WHERE c.id = w.id AND (w.death IS NULL OR w.birth IS NULL OR w.death >= w.birth)
                AND (c.upn, c.former_upn, c.upn_unknown, c.birth_date, c.expected_birth_date,
                    c.death_date, c.sex,
                    c.ethnicity)
                IS DISTINCT
                    FROM (w.upn, w.former_upn, w.upn_unknown, w.birth, w.expected, w.death, w.sex,
                        w.ethnicity)
            RETURNING c.id
        )
        INSERT INTO census_changed SELECT id FROM done
    """),
)
DIFFERS = differing(
    ("birth date", "s.birth", "c.birth_date"),
    ("expected birth date", "CASE WHEN c.birth_date IS NULL THEN s.expected END", "c.expected_birth_date"),
    ("date of death", "s.death", "c.death_date"),
    ("sex", "nullif(s.sex, 'U')", "c.sex"),
    ("ethnicity", "nullif(s.ethnicity, '')", "c.ethnicity"),
    ("pupil number", "nullif(s.upn, '')", "c.upn"),
)
OTHERWISE = f"census_child s JOIN safeguarding_child c ON c.id = s.id WHERE {DIFFERS} <> '' AND NOT s.is_new"
SAY = (
    fault(
        "NOTED",
        "LATER",
        "s.line",
        f"'The file of ' || {day('s.told')} || ' is later and is different: ' || {DIFFERS} || '.'",
        f"{OTHERWISE} AND NOT s.fresh AND s.told IS NOT NULL",
    ),
    fault(
        "NOTED",
        "HELD",
        "s.line",
        f"'The child is recorded here with another ' || {DIFFERS} || '.'",
        f"{OTHERWISE} AND s.told IS NULL",
    ),
    fault(
        "NOTED",
        "GONE",
        "s.line",
        f"'The file gives only an expected birth date; the child was born on ' || {day('c.birth_date')}"
        " || '.'",
        "census_child s JOIN safeguarding_child c ON c.id = s.id WHERE s.fresh AND s.birth IS NULL"
        " AND s.expected IS NOT NULL AND c.birth_date IS NOT NULL",
    ),
)
# A later file's list of disabilities replaces the earlier one; an older file's is taken where there is none.
DISABILITIES = (
    Step("""
        WITH gone AS (
            DELETE FROM safeguarding_childdisability d USING census_child s
            WHERE d.child_id = s.id AND s.fresh
                AND EXISTS (SELECT 1 FROM census_disability t WHERE t.n = s.n)
                AND NOT EXISTS (SELECT 1 FROM census_disability t WHERE t.n = s.n AND t.code = d.code)
            RETURNING d.child_id
        )
        INSERT INTO census_changed SELECT child_id FROM gone
    """),
    Step("""
        WITH come AS (
            INSERT INTO safeguarding_childdisability (child_id, code)
            SELECT s.id, t.code FROM census_disability t JOIN census_child s ON s.n = t.n
            WHERE s.is_new OR s.fresh
                OR NOT EXISTS (SELECT 1 FROM safeguarding_childdisability d WHERE d.child_id = s.id)
            ON CONFLICT (child_id, code) DO NOTHING
            RETURNING child_id
        )
        INSERT INTO census_changed
        SELECT come.child_id FROM come JOIN census_child s ON s.id = come.child_id WHERE NOT s.is_new
    """),
)
STEPS = (*MATCH, *REFUSE, *ADD, *CHANGE, *SAY, *DISABILITIES)
