"""Who the children are: found by the council's number, added, and told otherwise by the files together."""

from conferences.exchange.census.guarded import IS_GUARDED
from conferences.exchange.census.statements.hanging import hanging
from conferences.exchange.census.statements.step import Step, day, fault, of_held, said
from safeguarding.labelled import choices
from safeguarding.register.codes import Ethnicity, Sex, UpnUnknown

MATCH = (
    # A number of a record that was joined into another of the same child reaches the one that stays.
    Step("""
        UPDATE census_child s SET id = coalesce(c.joined_into_id, c.id)
        FROM safeguarding_child c WHERE c.la_child_id = s.number
    """),
    # What was told by files before what they told was kept cannot be taken away, nor be told by an older one.
    Step("""
        UPDATE census_child s SET legacy = true, outdated = known.told > %(reference)s
        FROM (
            SELECT i.child_id, max(f.reference_date) AS told
            FROM census_child here JOIN conferences_importedchild i ON i.child_id = here.id
                JOIN conferences_importedfile f ON f.id = i.file_id
            WHERE f.status = 'READ' AND i.told IS NULL GROUP BY i.child_id
        ) known
        WHERE known.child_id = s.id
    """),
    # Whom no file tells any longer, and files alone brought.
    Step("""
        UPDATE census_child s SET only_by_files = true
        WHERE s.nobody AND s.id IS NOT NULL AND NOT s.legacy AND NOT EXISTS (
            SELECT FROM safeguarding_childevent e LEFT JOIN pghistory_context x ON x.id = e.pgh_context_id
            WHERE e.pgh_obj_id = s.id AND NOT coalesce(x.metadata ? 'file', false))
    """),
)
NOBODY_BORN = "s.id IS NULL AND s.birth IS NULL AND s.expected IS NULL"
REFUSE = (
    fault(
        "REFUSED",
        "8525Q",
        "s",
        "'The child is not known here, and the file gives neither birth date nor expected birth date."
        " The child’s"
        " record was not taken.'",
        f"census_child s WHERE {NOBODY_BORN} AND s.n > 0",
    ),
    Step(f"DELETE FROM census_child s WHERE {NOBODY_BORN}"),
)
ADD = (
    Step(
        """
        WITH added AS (
            INSERT INTO safeguarding_child (
                ref, la_child_id, upn, former_upn, upn_unknown, nhs_number, given_names, family_name,
                birth_date, expected_birth_date, death_date, sex, ethnicity, communication_needs,
                interpreter_language, is_restricted, restricted_reason
            )
            SELECT ref, number, upn, former_upn, upn_unknown, '', '', '',
                birth, expected, death, sex, ethnicity, '',
                '', false, ''
            FROM census_child WHERE id IS NULL
            RETURNING id, la_child_id
        )
        UPDATE census_child s SET id = added.id, is_new = true
        FROM added WHERE s.id IS NULL AND s.number = added.la_child_id
        """,
        counts=("children", "added"),
    ),
    Step("CREATE UNIQUE INDEX IF NOT EXISTS census_child_by_id ON census_child (id)"),
    Step("ANALYZE census_child"),
)
# A pupil number is one child's for life: the same one under another number is the same child, or a mistake.
# That a child whose record is closed to somebody has it is not said: it would tell of that child.
SAME_UPN = fault(
    "NOTED",
    "1520",
    "s",
    "'The child’s unique pupil number is held by another child here, under another number of the council:'"
    " || ' they may be one child.'",
    f"""census_child s WHERE s.n > 0 AND s.upn <> '' AND EXISTS (
        SELECT FROM safeguarding_child o
            LEFT JOIN safeguarding_child c ON c.id = coalesce(o.joined_into_id, o.id)
        WHERE upper(o.upn) = upper(s.upn) AND o.upn <> ''
            AND o.id IS DISTINCT FROM s.id
            AND (o.joined_into_id IS NULL OR o.joined_into_id IS DISTINCT FROM s.id)
            AND NOT EXISTS (SELECT FROM census_child t WHERE t.id = o.id AND t.n > 0)
            AND NOT EXISTS (SELECT FROM conferences_importedchild i
                WHERE i.file_id = %(file)s AND i.number = o.la_child_id)
            AND NOT {IS_GUARDED})""",
)

# Column of the child: what the files tell together, and what stands for nothing.
FIELDS = {
    "upn": ("s.upn", "''"),
    "former_upn": ("s.former_upn", "''"),
    "upn_unknown": ("s.upn_unknown", "''"),
    "birth_date": ("s.birth::text", "''"),
    "expected_birth_date": ("s.expected::text", "''"),
    "death_date": ("s.death::text", "''"),
    "sex": ("s.sex", "'U'"),
    "ethnicity": ("s.ethnicity", "''"),
}
WORDS = {
    "birth_date": "birth date",
    "expected_birth_date": "expected birth date",
    "death_date": "date of death",
    "sex": "sex",
    "ethnicity": "ethnicity",
    "upn": "pupil number",
    "former_upn": "former pupil number",
    "upn_unknown": "reason for no pupil number",
}
HELD_FIELDS = " UNION ALL ".join(
    f"SELECT '{name}' AS col, coalesce({told}, {nothing}) AS told,"
    f" coalesce(c.{name}::text, {nothing}) AS held, {nothing} AS nothing"
    for name, (told, nothing) in FIELDS.items()
)
NAMES = "ARRAY[" + ", ".join(f"'{name}'" for name in FIELDS) + "]"
TOLD_ALL = ", ".join(f"coalesce({told}, {nothing})" for told, nothing in FIELDS.values())
HELD_ALL = ", ".join(f"coalesce(c.{name}::text, {nothing})" for name, (_, nothing) in FIELDS.items())
# Each field that is told otherwise; whether a file wrote last what is held, and what a person had written.
WANTED = (
    Step(f"""
        CREATE TEMP TABLE census_field ON COMMIT DROP AS
        SELECT s.id, s.n, f.col, f.told, f.held, f.nothing, false AS by_file, NULL::text AS before,
            f.held AS wanted
        FROM census_child s JOIN safeguarding_child c ON c.id = s.id CROSS JOIN LATERAL ({HELD_FIELDS}) f
        WHERE NOT s.is_new AND NOT s.outdated AND NOT s.only_by_files
            AND ({TOLD_ALL}) IS DISTINCT FROM ({HELD_ALL}) AND f.told <> f.held
    """),
    Step("CREATE INDEX ON census_field (id)"),
    Step("""
        UPDATE census_field f SET by_file = wrote.by_file, before = wrote.before
        FROM (
            SELECT id, col, (array_agg(by_file ORDER BY at DESC))[1] AS by_file,
                (array_agg(value ORDER BY at DESC) FILTER (WHERE NOT by_file))[1] AS before
            FROM (
                SELECT f.id, f.col, e.pgh_id AS at, to_jsonb(e) ->> f.col AS value,
                    coalesce(x.metadata ? 'file', false) AS by_file,
                    lag(to_jsonb(e) ->> f.col) OVER changes AS was, row_number() OVER changes AS nth
                FROM census_field f JOIN safeguarding_childevent e ON e.pgh_obj_id = f.id
                    LEFT JOIN pghistory_context x ON x.id = e.pgh_context_id
                WINDOW changes AS (PARTITION BY f.id, f.col ORDER BY e.pgh_id)
            ) events
            WHERE nth = 1 OR value IS DISTINCT FROM was
            GROUP BY id, col
        ) wrote
        WHERE wrote.id = f.id AND wrote.col = f.col
    """),
    # A file's word fills what is not known and replaces another file's; taken back, what was before it is.
    Step("""
        UPDATE census_field f SET wanted = CASE
            WHEN told <> nothing AND (by_file OR held = nothing) THEN told
            WHEN told = nothing AND by_file AND NOT s.legacy THEN coalesce(before, nothing)
            ELSE held END
        FROM census_child s WHERE s.n = f.n
    """),
    Step(f"""
        CREATE TEMP TABLE census_wanted ON COMMIT DROP AS
        SELECT c.id, s.n, s.line, s.col, {
        ", ".join(
            f"(SELECT coalesce(max(f.wanted), coalesce(c.{name}::text, ''))"
            f" FROM census_field f WHERE f.id = c.id AND f.col = '{name}') AS {name}"
            for name in FIELDS
        )
    }
        FROM (SELECT DISTINCT id FROM census_field WHERE wanted <> held) f
            JOIN safeguarding_child c ON c.id = f.id JOIN census_child s ON s.id = c.id
    """),
    # A birth takes the expected date's place; a pupil number that of the reason for having none.
    Step("UPDATE census_wanted SET expected_birth_date = '' WHERE birth_date <> ''"),
    Step("UPDATE census_wanted SET upn_unknown = '' WHERE upn <> ''"),
    Step("""
        UPDATE census_wanted w SET birth_date = coalesce(c.birth_date::text, ''),
            expected_birth_date = coalesce(c.expected_birth_date::text, '')
        FROM safeguarding_child c WHERE c.id = w.id AND w.birth_date = '' AND w.expected_birth_date = ''
    """),
)
DEAD_BEFORE_BIRTH = "w.death_date <> '' AND w.birth_date <> '' AND w.death_date < w.birth_date"
NEW_ALL = ", ".join(f"w.{name}" for name in FIELDS)


CODES = {"sex": Sex, "ethnicity": Ethnicity, "upn_unknown": UpnUnknown}


def in_words(name: str, value: str) -> str:
    """SQL of a field as a reader reads it: a date in full, a code in words; NULL where it is empty."""
    value = f"nullif({value}, '')"
    if name.endswith("_date"):
        return day(f"({value})::date")
    return said(value, choices(CODES[name]) if name in CODES else ())


WAS, NOW = (
    ", ".join(
        f"CASE WHEN w.{name} <> coalesce(c.{name}::text, {nothing}) THEN '{WORDS[name]} ' ||"
        f" coalesce({in_words(name, value)}, 'none') END"
        for name, (_, nothing) in FIELDS.items()
        for value in [f"coalesce(c.{name}::text, '')" if side == "was" else f"w.{name}"]
    )
    for side in ("was", "now")
)
CHANGE = (
    *WANTED,
    fault(
        "BENT",
        "8535Q",
        "w",
        f"'Together with what is held, the death on ' || {day('w.death_date::date')} || ' would be before the"
        f" birth on ' || {day('w.birth_date::date')} || '. Who the child is was left as it was.'",
        f"census_wanted w JOIN census_child s ON s.n = w.n WHERE {DEAD_BEFORE_BIRTH}",
    ),
    Step(f"DELETE FROM census_wanted w WHERE {DEAD_BEFORE_BIRTH}"),
    Step(f"""
        INSERT INTO conferences_importchange (file_id, kind, how, number, was, now, line)
        SELECT %(file)s, 'children', 'CHANGED', s.number, concat_ws(', ', {WAS}), concat_ws(', ', {NOW}),
            w.line
        FROM census_wanted w JOIN safeguarding_child c ON c.id = w.id JOIN census_child s ON s.n = w.n
        WHERE ({NEW_ALL}) IS DISTINCT FROM ({HELD_ALL})
    """),
    Step(
        f"""
        WITH done AS (
            UPDATE safeguarding_child c SET upn = w.upn, former_upn = w.former_upn,
                upn_unknown = w.upn_unknown, birth_date = nullif(w.birth_date, '')::date,
                expected_birth_date = nullif(w.expected_birth_date, '')::date,
                death_date = nullif(w.death_date, '')::date, sex = w.sex, ethnicity = w.ethnicity
            FROM census_wanted w
            WHERE c.id = w.id AND ({NEW_ALL}) IS DISTINCT FROM ({HELD_ALL})
                AND w.id %% %(parts)s = %(part)s
            RETURNING c.id
        )
        INSERT INTO census_changed SELECT id FROM done
    """,
        of_held=True,
        in_parts=True,
    ),
)
OTHER = (
    "concat_ws(', ', "
    + ", ".join(
        f"max('{words}') FILTER (WHERE f.col = '{name}')"
        for name, words in WORDS.items()
        if name not in ("former_upn", "upn_unknown")
    )
    + ")"
)
SAY = (
    fault(
        "NOTED",
        "HELD",
        "s",
        f"'The child is recorded here with another ' || {OTHER} || '.'",
        "census_field f JOIN census_child s ON s.n = f.n"
        " WHERE f.told <> f.nothing AND f.wanted = f.held AND s.n > 0"
        " AND NOT (f.col = 'expected_birth_date' AND s.birth IS NULL AND EXISTS ("
        " SELECT FROM safeguarding_child c WHERE c.id = s.id AND c.birth_date IS NOT NULL))"
        f" GROUP BY s.n, s.line, s.col, s.number HAVING {OTHER} <> ''",
    ),
    fault(
        "NOTED",
        "GONE",
        "s",
        f"'The file gives only an expected birth date; the child was born on ' || {day('c.birth_date')}"
        " || '.'",
        "census_child s JOIN safeguarding_child c ON c.id = s.id WHERE NOT s.is_new AND s.birth IS NULL"
        " AND s.expected IS NOT NULL AND c.birth_date IS NOT NULL AND s.n > 0",
    ),
)
# The disabilities that the files tell, unless somebody has recorded any here.
BY_A_PERSON = """
    EXISTS (
        SELECT FROM safeguarding_childdisabilityevent e
            LEFT JOIN pghistory_context x ON x.id = e.pgh_context_id
        WHERE e.child_id = s.id AND NOT coalesce(x.metadata ? 'file', false))
"""
DISABILITIES = (
    Step(f"""
        WITH gone AS (
            DELETE FROM safeguarding_childdisability d USING census_child s
            WHERE d.child_id = s.id AND NOT s.is_new AND NOT s.outdated AND NOT s.legacy
                AND NOT s.only_by_files
                AND NOT EXISTS (SELECT 1 FROM census_disability t WHERE t.n = s.n AND t.code = d.code)
                AND NOT {BY_A_PERSON}
            RETURNING d.child_id
        )
        INSERT INTO census_changed SELECT child_id FROM gone
    """),
    Step(f"""
        WITH come AS (
            INSERT INTO safeguarding_childdisability (child_id, code)
            SELECT s.id, t.code FROM census_disability t JOIN census_child s ON s.n = t.n
            WHERE s.is_new OR NOT s.outdated AND NOT EXISTS (
                SELECT FROM safeguarding_childdisability d WHERE d.child_id = s.id AND d.code = t.code
            ) AND NOT {BY_A_PERSON}
            ON CONFLICT (child_id, code) DO NOTHING
            RETURNING child_id
        )
        INSERT INTO census_changed
        SELECT come.child_id FROM come JOIN census_child s ON s.id = come.child_id WHERE NOT s.is_new
    """),
)
STEPS = (
    *MATCH,
    *REFUSE,
    SAME_UPN,
    *ADD,
    *of_held(*CHANGE, *SAY, DISABILITIES[0]),
    DISABILITIES[1],
)
# A child whom no file tells any longer goes, where files alone brought the child and nothing hangs.
PAIRS = ("childpair.one", "childpair.other")
HANGS = hanging("safeguarding.child", {"importedchild.child", "childdisability.child", *PAIRS}, "s.id")
# A pair that the scan found is nobody's work until somebody answers it.
ANSWERED_PAIR = """EXISTS (
    SELECT FROM conferences_childpair p JOIN conferences_pairanswer a ON a.pair_id = p.id
    WHERE s.id IN (p.one_id, p.other_id))"""
GONE = (
    Step(f"""
        INSERT INTO census_untold (kind, id, n, day, stands)
        SELECT 'children', s.id, s.n, NULL, {HANGS} OR {ANSWERED_PAIR} FROM census_child s
        WHERE s.only_by_files
    """),
    Step("""
        UPDATE conferences_importedchild i SET child_id = NULL FROM census_untold u
        WHERE u.kind = 'children' AND NOT u.stands AND i.child_id = u.id
    """),
    Step("""
        DELETE FROM conferences_childpair p USING census_untold u
        WHERE u.kind = 'children' AND NOT u.stands AND u.id IN (p.one_id, p.other_id)
    """),
    Step("""
        DELETE FROM safeguarding_childdisability d USING census_untold u
        WHERE u.kind = 'children' AND NOT u.stands AND d.child_id = u.id
    """),
    Step("""
        DELETE FROM safeguarding_child c USING census_untold u
        WHERE u.kind = 'children' AND NOT u.stands AND c.id = u.id
    """),
)
