"""Children whom a file tells under numbers that are not known here, found under the numbers that are.

Candidates are found set by set, by pupil number, council number and the days of facts; the rule judges them
(conferences.rules.new_numbers). No second record is made of a child who is found: the facts go to the first.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from django.db import connection

from conferences.exchange.census.guarded import IS_GUARDED
from conferences.exchange.census.heading import first_day
from conferences.exchange.census.staging import OF_A_CHILD, copy
from conferences.rules.new_numbers import Likeness, Pair, Verdict, other_words, same_words, verdict
from conferences.rules.same_child import Identity

# What the file tells: number and rows, as it is being read, and as it was kept.
READ = "SELECT number, told::jsonb AS told FROM census_telling"
KEPT = "SELECT number, told FROM conferences_importedchild WHERE file_id = %(file)s AND told IS NOT NULL"
# A number whose record is another one: as somebody answered, or as files told before of this very number.
ANSWERED = """
    INSERT INTO census_known (number, child, why)
    SELECT DISTINCT ON (q.other_number) q.other_number, coalesce(c.joined_into_id, c.id), 'ANSWERED'
    FROM conferences_importquestion q JOIN safeguarding_child c ON c.la_child_id = q.number
    WHERE q.file_id = %(file)s AND q.kind = 'SAME_CHILD' AND q.answer = 'SAME' ORDER BY q.other_number, q.id
"""
BEFORE = """
    INSERT INTO census_known (number, child, why)
    SELECT number, child, CASE WHEN in_force THEN 'BEFORE' ELSE 'AGAIN' END
    FROM (
        SELECT DISTINCT ON (t.number) t.number, coalesce(c.joined_into_id, c.id) AS child, i.renumbered,
            f.status = 'READ' AND NOT (f.authority, f.reference_date) = (%(authority)s, %(reference)s)
                AS in_force
        FROM ({source}) t
            JOIN conferences_importedchild i ON i.number = t.number AND i.child_id IS NOT NULL
            JOIN conferences_importedfile f ON f.id = i.file_id AND f.id <> %(file)s
                AND f.status IN ('READ', 'REPLACED')
            JOIN safeguarding_child c ON c.id = i.child_id
        ORDER BY t.number, abs(f.reference_date - %(reference)s), f.id DESC
    ) nearest
    WHERE renumbered ON CONFLICT DO NOTHING
"""
# A number of a closed record is dealt with as one that nobody has: or a file would tell that somebody has it.
STRANGERS = f"""
    INSERT INTO census_stranger
    SELECT number, upper(told #>> '{{{{census_child,0,3}}}}'), upper(told #>> '{{{{census_child,0,4}}}}'),
        (told #>> '{{{{census_child,0,6}}}}')::date, (told #>> '{{{{census_child,0,7}}}}')::date,
        told #>> '{{{{census_child,0,9}}}}', told #>> '{{{{census_child,0,10}}}}', told
    FROM (
        SELECT t.number, t.told FROM ({{source}}) t
            LEFT JOIN safeguarding_child c ON c.la_child_id = t.number
            LEFT JOIN census_known k ON k.number = t.number
        WHERE (c.id IS NULL OR {IS_GUARDED}) AND k.number IS NULL OFFSET 0) strangers
"""
# Letters and digits alone, in capitals, without accents or leading zeros: council_number() of the rule.
PLAIN = (
    "regexp_replace(regexp_replace(upper(normalize({0}, NFKD)), '[^A-Z0-9]', '', 'g'),"
    " '(^|[A-Z])0+(?=[0-9])', '\\1', 'g')"
)
# A record of which the file tells already is none of a stranger's.
RECORDS = f"""
    INSERT INTO census_record
    SELECT c.id, c.la_child_id, {PLAIN.format("c.la_child_id")}, upper(c.upn), upper(c.former_upn),
        c.birth_date, c.expected_birth_date, c.sex, c.ethnicity, {IS_GUARDED}
    FROM safeguarding_child c
    WHERE c.joined_into_id IS NULL
        AND NOT EXISTS (SELECT FROM ({{source}}) t WHERE t.number = c.la_child_id)
        AND NOT EXISTS (SELECT FROM census_known k WHERE k.child = c.id)
"""
# What happened, by its day: kind, table of the record, its day and its last one, and where files tell it.
FACTS = (
    (
        "referral",
        "(SELECT * FROM conferences_needepisode WHERE NOT in_error) h",
        "h.referral_date",
        "h.closure_date",
        "census_episode",
    ),
    (
        "enquiry",
        "(SELECT * FROM conferences_enquiry WHERE voided_at IS NULL) h",
        "h.started_date",
        "h.started_date",
        "census_enquiry",
    ),
    (
        "conference",
        "conferences_conferencechild h JOIN conferences_conference m ON m.id = h.conference_id"
        " AND h.kind <> 'REVIEW'",
        "m.held_date",
        "m.held_date",
        "census_conference",
    ),
    ("plan", "conferences_plan h", "h.start_date", "h.end_date", "census_plan"),
)
# `covered`: on a day that a file in force covers, which should have told it too.
TRAITS = " UNION ALL ".join(
    f"SELECT s.number, '{kind}', (e ->> 2)::date, s.birth FROM census_stranger s,"
    f" jsonb_array_elements(s.told -> '{told}') e"
    for kind, _, _, _, told in FACTS
)
TRAITS = f"""
    INSERT INTO census_trait
    SELECT t.number, t.kind, t.day, t.birth, EXISTS (
        SELECT FROM unnest(%(firsts)s::date[], %(lasts)s::date[]) o (first, last)
        WHERE t.day BETWEEN o.first AND o.last)
    FROM ({TRAITS}) t (number, kind, day, birth)
"""
# `due`: in the days that this file covers, which should tell it too.
HELD = " UNION ALL ".join(
    f"SELECT r.id, '{kind}', {day}, r.birth, {day} <= %(reference)s AND coalesce({until}, 'infinity')"
    f" >= %(first)s FROM census_record r JOIN {table} ON h.child_id = r.id"
    for kind, table, day, until, _ in FACTS
)
SAME_FACT = "(h.kind, h.day) = (t.kind, t.day)"
PAIRS = (
    """
    INSERT INTO census_pair
    SELECT s.number, r.id FROM (
        SELECT number, upn FROM census_stranger UNION SELECT number, former FROM census_stranger) s
        JOIN (SELECT id, upn FROM census_record UNION SELECT id, former FROM census_record) r
            ON r.upn = s.upn
    WHERE s.upn <> '' ON CONFLICT DO NOTHING
    """,
    f"""
    INSERT INTO census_pair
    SELECT s.number, r.id FROM census_stranger s JOIN census_record r ON r.plain = {PLAIN.format("s.number")}
    WHERE r.plain <> '' ON CONFLICT DO NOTHING
    """,
    f"""
    INSERT INTO census_pair
    SELECT t.number, h.record
    FROM census_trait t CROSS JOIN LATERAL (VALUES
        (t.birth), (t.birth + 1), (t.birth - 1), (CASE WHEN extract(day FROM t.birth) <= 12 THEN make_date(
            extract(year FROM t.birth)::int, extract(day FROM t.birth)::int,
            extract(month FROM t.birth)::int) END)) AS near (birth)
        JOIN census_held h ON {SAME_FACT} AND h.birth = near.birth ON CONFLICT DO NOTHING
    """,
    *(
        f"""
    INSERT INTO census_pair
    SELECT t.number, h.record FROM census_trait t JOIN census_held h ON {SAME_FACT}
    WHERE {unborn}.birth IS NULL ON CONFLICT DO NOTHING
    """
        for unborn in ("t", "h")
    ),
    # What somebody said of a pair stands.
    """
    DELETE FROM census_pair p USING census_record r, conferences_importquestion q
    WHERE r.id = p.record AND q.file_id = %(file)s AND q.kind = 'SAME_CHILD' AND q.answer = 'APART'
        AND q.number = r.number AND q.other_number = p.number
    """,
)
EVIDENCE = f"""
    SELECT s.number, s.upn, s.former, s.birth, s.expected, s.sex,
        r.number, r.upn, r.former, r.birth, r.expected, r.sex,
        (SELECT count(DISTINCT (t.kind, t.day)) FROM census_trait t JOIN census_held h ON {SAME_FACT}
            WHERE t.number = p.number AND h.record = p.record),
        (SELECT count(*) FROM census_trait t WHERE t.number = p.number AND t.covered AND NOT EXISTS (
            SELECT FROM census_held h WHERE h.record = p.record AND {SAME_FACT}))
        + (SELECT count(*) FROM census_held h WHERE h.record = p.record AND h.due AND NOT EXISTS (
            SELECT FROM census_trait t WHERE t.number = p.number AND {SAME_FACT})),
        s.ethnicity <> '' AND s.ethnicity = r.ethnicity, r.is_closed
    FROM census_pair p JOIN census_stranger s ON s.number = p.number JOIN census_record r ON r.id = p.record
"""
FIND = (
    RECORDS,
    TRAITS,
    f"INSERT INTO census_held {HELD}",
    "CREATE INDEX ON census_trait (number)",
    "CREATE INDEX ON census_held (record)",
    *(f"ANALYZE census_{what}" for what in ("stranger", "record", "trait", "held")),
    *PAIRS,
    "ANALYZE census_pair",
)
LINES = """
    UPDATE census_known k SET line = coalesce((t.told #>> '{{census_child,0,0}}')::int, 0)
    FROM ({source}) t WHERE t.number = k.number
"""
KEEP = """
    UPDATE conferences_importedchild i SET child_id = k.child, renumbered = true
    FROM census_known k WHERE i.file_id = %(file)s AND i.number = k.number
"""
# What was staged of them is put together with what other files tell.
UNSTAGE = (
    """
    UPDATE census_telling t SET child = k.child, renumbered = true
    FROM census_known k WHERE k.number = t.number
    """,
    *(
        f"DELETE FROM {table} WHERE n IN (SELECT n FROM census_telling WHERE renumbered)"
        for table in OF_A_CHILD
    ),
)


def recognise(
    source: str,
    file: int,
    authority: str,
    reference: dt.date,
    in_force: Mapping[int, tuple[str, str]],
    children: int,
) -> None:
    """Find the records of a file's children who are told under numbers not known here, and note which are
    certain and which are to be asked of.

    `source`: READ, for what was just read and staged, or KEPT; `in_force`: {row's id: (first, last day)} of
    the other files.
    """
    known: dict[str, Any] = {
        "file": file,
        "authority": authority,
        "reference": reference,
        "first": first_day(reference),
        "firsts": [first for first, _ in in_force.values()],
        "lasts": [last for _, last in in_force.values()],
    }
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM safeguarding_child)")
        if not cursor.fetchone()[0]:
            return
        for statement in (ANSWERED, BEFORE, STRANGERS):
            cursor.execute(statement.format(source=source), known)
        if cursor.rowcount:
            for statement in FIND:
                cursor.execute(statement.replace("{source}", source), known)
            _note(verdict(_pairs(cursor), children))
        cursor.execute("SELECT EXISTS (SELECT FROM census_known)")
        if cursor.fetchone()[0]:
            for statement in (LINES.format(source=source), *(UNSTAGE if source == READ else (KEEP,))):
                cursor.execute(statement, known)


def _pairs(cursor: Any) -> Iterator[Pair]:
    cursor.execute(EVIDENCE)
    for row in cursor.fetchall():
        told, held = (_identity(row[at : at + 6]) for at in (0, 6))
        yield Pair(told, held, *row[12:])


def _identity(row: tuple[Any, ...]) -> Identity:
    number, upn, former, birth, expected, sex = row
    return Identity(
        number, upn=upn or "", former_upn=former or "", birth_date=birth, expected_date=expected, sex=sex
    )


def _note(found: Verdict) -> None:
    with connection.cursor() as cursor:
        copy(
            "census_same",
            "number, record, certain, words",
            [(one.told, one.held, True, f"The same {same_words(one)}") for one in found.certain]
            + [(one.told, one.held, False, _question(one)) for one in found.to_ask],
        )
        cursor.execute(
            """
            INSERT INTO census_known (number, child, why, words)
            SELECT a.number, r.id, 'RULE', a.words
            FROM census_same a JOIN census_record r ON r.number = a.record WHERE a.certain
            """
        )


def _question(one: Likeness) -> str:
    """What is asked of a person, with what speaks for and against it."""
    other = other_words(one)
    against = f" Not the same: {other}." if other else ""
    return (
        f"The file tells of a child under the number {one.told}, which is not known here, and not of"
        f" {one.held}. The same in both: {same_words(one) or 'nothing'}.{against}"
    )
