"""What became of facts that no file tells any longer, and what is held open that this file does not tell."""

from conferences.exchange.census.guarded import IS_GUARDED, NUMBERS
from conferences.exchange.census.statements.kinds import GONE
from conferences.exchange.census.statements.questions import STEPS as QUESTIONS
from conferences.exchange.census.statements.questions import ask
from conferences.exchange.census.statements.step import Step, day
from conferences.models import QuestionKind

# Said only by the latest file: an older one cannot know what came later.
OLDER = """h.source = 'CENSUS' AND %(whole)s AND NOT EXISTS (
    SELECT FROM conferences_importedfile f WHERE f.status = 'READ' AND f.reference_date > %(reference)s)
    AND NOT EXISTS (SELECT FROM {staged} t WHERE t.id = h.id AND t.line > 0)"""
OPEN_PLAN = f"h.end_date IS NULL AND {OLDER.format(staged='census_plan')}"
OPEN_EPISODE = (
    f"h.closure_date IS NULL AND NOT h.no_further_action AND {OLDER.format(staged='census_episode')}"
    " AND NOT h.in_error"
)
# Said by a file that comes after a later one, of what it leaves open and no later one tells of. Of a child
# whose record is closed to somebody only what this file tells counts, as if the child were not here yet.
IS_LATER = "f.status = 'READ' AND f.id <> %(file)s AND f.reference_date > %(reference)s"
LAST_TOLD = f"""h.source = 'CENSUS' AND %(whole)s AND h.end_date IS NULL
    AND EXISTS (SELECT FROM census_plan t WHERE t.id = h.id AND t.line > 0)
    AND EXISTS (SELECT FROM conferences_importedfile f WHERE {IS_LATER})
    AND NOT EXISTS (
        SELECT FROM conferences_importedchild i JOIN conferences_importedfile f ON f.id = i.file_id
        WHERE {IS_LATER} AND i.child_id IN (
                SELECT o.id FROM safeguarding_child o WHERE h.child_id IN (o.id, o.joined_into_id))
            AND (i.told IS NULL OR EXISTS (
                SELECT FROM jsonb_array_elements(i.told -> 'census_plan') told_plan
                WHERE told_plan ->> 2 = h.start_date::text)))"""
OPEN_OF_GUARDED = f"""
    SELECT own.number, told_plan ->> 2
    FROM (
        SELECT number, told::jsonb FROM census_telling
        UNION SELECT number, told FROM conferences_importedchild WHERE file_id = %(file)s
    ) own CROSS JOIN LATERAL jsonb_array_elements(own.told -> 'census_plan') told_plan
    WHERE %(whole)s AND told_plan ->> 3 IS NULL AND own.number IN ({NUMBERS})
        AND EXISTS (SELECT FROM conferences_importedfile f WHERE {IS_LATER})
"""
ONE_LEFT = """'One plan that this file leaves open is in no later file.'
    || ' It stays open until somebody says how it ended. Figures of later years count it as open, or are'
    || ' not known until then.'"""
LEFT = """to_char(count(*), 'FM999,999') || ' plans that this file leaves open are in no later file.'
    || ' They stay open until somebody says how they ended. Figures of later years count them as open, or'
    || ' are not known until then.'"""
UNTOLD = (
    *GONE,
    *QUESTIONS,
    ask(
        QuestionKind.UNTOLD,
        "'plans'",
        "c.la_child_id, h.start_date, NULL::date",
        f"'The plan of ' || {day('h.start_date')} || ' was left open by an earlier file, and this one does"
        " not tell of it.'",
        f"conferences_plan h JOIN safeguarding_child c ON c.id = h.child_id WHERE {OPEN_PLAN}",
    ),
    ask(
        QuestionKind.UNTOLD,
        "'plans'",
        "c.la_child_id, h.start_date, NULL::date",
        f"'This file leaves the plan of ' || {day('h.start_date')} || ' open, and no later file'"
        " || ' tells of it.'",
        f"conferences_plan h JOIN safeguarding_child c ON c.id = h.child_id WHERE {LAST_TOLD}",
    ),
    Step(f"""
        INSERT INTO conferences_importfault (file_id, kind, line, col, path, la_child_id, rule, sentence,
            beside_record)
        SELECT %(file)s, 'NOTED', %(line)s, 1, '', '', 'GONE',
            CASE WHEN count(*) = 1 THEN {ONE_LEFT} ELSE {LEFT} END, true
        FROM (
            SELECT c.la_child_id, h.start_date::text
            FROM conferences_plan h JOIN safeguarding_child c ON c.id = h.child_id
            WHERE {LAST_TOLD} AND NOT {IS_GUARDED}
            UNION ALL {OPEN_OF_GUARDED}
        ) AS left_open HAVING count(*) > 0
    """),
    Step(f"""
        INSERT INTO conferences_importfault (file_id, kind, line, col, path, la_child_id, rule, sentence,
            beside_record)
        SELECT %(file)s, 'NOTED', %(line)s, 1, '', '', 'GONE',
            CASE WHEN count(*) = 1
                THEN 'One plan that an earlier file left open is not in this file. It stays open.'
                ELSE to_char(count(*),
                    'FM999,999') || ' plans that an earlier file left open are not in this file.'
                    || ' They stay open.' END, true
        FROM conferences_plan h JOIN safeguarding_child c ON c.id = h.child_id
        WHERE {OPEN_PLAN} AND NOT {IS_GUARDED} HAVING count(*) > 0
    """),
    *(
        Step(f"""
            INSERT INTO conferences_importchange (file_id, kind, how, number, day, was, now, line)
            SELECT %(file)s, '{kind}', 'UNTOLD', c.la_child_id, h.{day}, '', '', 0
            FROM {table} h JOIN safeguarding_child c ON c.id = h.child_id WHERE {is_open}
            ORDER BY c.la_child_id, h.{day}
        """)
        for kind, table, day, is_open in (
            ("plans", "conferences_plan", "start_date", OPEN_PLAN),
            ("need_episodes", "conferences_needepisode", "referral_date", OPEN_EPISODE),
        )
    ),
)
RENUMBERED = Step("""
    INSERT INTO conferences_importchange (file_id, kind, how, number, day, was, now, line)
    SELECT %(file)s, 'children', 'RENUMBERED', c.la_child_id, NULL, 'number ' || c.la_child_id,
        'number ' || k.number || CASE k.why WHEN 'RULE' THEN '. ' || k.words
            WHEN 'ANSWERED' THEN ', as somebody said' ELSE ', as in the file that this one replaces' END,
        k.line
    FROM census_known k JOIN safeguarding_child c ON c.id = k.child WHERE k.why <> 'BEFORE'
    ORDER BY c.la_child_id
""")
STEPS = (
    RENUMBERED,
    *UNTOLD,
    # A child who was taken away with one file and comes with another stands in all that tell of them.
    Step("""
        UPDATE conferences_importedchild i SET child_id = s.id
        FROM census_child s, conferences_importedfile f
        WHERE i.number = s.number AND i.child_id IS NULL AND s.id IS NOT NULL AND f.id = i.file_id
            AND (f.status IN ('READ', 'REPLACED') OR f.id = %(file)s)
            AND NOT EXISTS (SELECT FROM census_untold u WHERE u.kind = 'children' AND u.n = s.n)
    """),
)
