"""What stands in the record beside each line of a file, and what came of comparing the two: SQL alone.

A restricted child, and an address in a family with a confidential one, are compared with what the last file
said and not with the record: so nobody learns by a file what they may not see, and nothing there is changed.
"""

from __future__ import annotations

from dataclasses import dataclass

from conferences.rules.children_feed import Item

TEMPORARY = ("feed_team", "feed_worker", "feed_beside", "feed_state")
DROP = f"DROP TABLE IF EXISTS {', '.join(TEMPORARY)}"
# A number of a record that was joined into another reaches the one that stays, once.
TOLD_TWICE = """
    UPDATE conferences_feedline l SET outcome = 'REFUSED',
        problem = 'The record under this number was joined into another of the same child, who is in this'
            || ' file too. What stands under this number was not taken.'
    FROM safeguarding_child gone
    WHERE l.feed_id = %(feed)s AND l.problem = '' AND gone.la_child_id = l.number
        AND gone.joined_into_id IS NOT NULL AND EXISTS (
            SELECT FROM conferences_feedline o JOIN safeguarding_child also ON also.la_child_id = o.number
            WHERE o.feed_id = l.feed_id AND o.problem = '' AND (
                also.id = gone.joined_into_id
                OR (also.joined_into_id = gone.joined_into_id AND o.line < l.line)
            )
        )
"""
FIND = (
    TOLD_TWICE,
    """
    CREATE TEMP TABLE feed_team ON COMMIT DROP AS
    SELECT t.text, min(s.id) AS id
    FROM (
        SELECT DISTINCT lower(team_text) AS text FROM conferences_feedline
        WHERE feed_id = %(feed)s AND team_text <> ''
    ) t
    LEFT JOIN safeguarding_team s ON lower(s.name) = t.text AND s.is_active AND NOT s.is_safeguarding_unit
    GROUP BY t.text
    """,
    """
    CREATE TEMP TABLE feed_worker ON COMMIT DROP AS
    SELECT w.text, count(u.id) AS people, min(u.id) AS id, min(s.id) AS team
    FROM (
        SELECT DISTINCT lower(worker_text) AS text FROM conferences_feedline
        WHERE feed_id = %(feed)s AND worker_text <> ''
    ) w
    LEFT JOIN safeguarding_user u ON w.text IN (lower(u.email), lower(u.full_name))
        AND u.is_active AND NOT u.is_system AND (u.role || u.further_roles) && %(holders)s::varchar[]
    LEFT JOIN safeguarding_team s ON s.id = u.team_id AND s.is_active AND NOT s.is_safeguarding_unit
    GROUP BY w.text
    """,
)
# As reading.py gives an address: a browser ends the lines of a form in another way.
SPACES = r"regexp_replace(h.address, '[ \t\u00a0]+', ' ', 'g')"
ADDRESS = rf"btrim(regexp_replace({SPACES}, ' ?[\r\n]+ ?', E'\n', 'g'), E' \n')"
# The record of a child whom a census told under this number, and the file under none of another: each once.
RENUMBERED = """
    SELECT DISTINCT ON (c.id) l.number, c.id AS child_id
    FROM conferences_feedline l
        JOIN conferences_importedchild i ON i.number = l.number AND i.renumbered
        JOIN conferences_importedfile f ON f.id = i.file_id AND f.status IN ('READ', 'REPLACED')
        JOIN safeguarding_child found ON found.id = i.child_id
        JOIN safeguarding_child c ON c.id = coalesce(found.joined_into_id, found.id)
    WHERE l.feed_id = %(feed)s AND l.problem = '' AND NOT EXISTS (
        SELECT FROM conferences_feedline o JOIN safeguarding_child own ON own.la_child_id = o.number
        WHERE o.feed_id = l.feed_id AND o.problem = '' AND c.id = coalesce(own.joined_into_id, own.id))
    ORDER BY c.id, f.reference_date DESC, f.id DESC, l.id
"""
# The record beside the line: `o_` is what is compared with it, `m_` what the last file said.
BESIDE = f"""
    CREATE TEMP TABLE feed_beside ON COMMIT DROP AS
    WITH home AS (
        SELECT m.child_id, count(*) AS homes, min({ADDRESS}) AS address, min(h.postcode) AS postcode
        FROM safeguarding_householdmember m JOIN safeguarding_household h ON h.id = m.household_id
        WHERE m.child_id IS NOT NULL AND m.end_date IS NULL GROUP BY m.child_id
    ), secret AS (
        SELECT family_id FROM safeguarding_household WHERE is_confidential
        UNION SELECT family_id FROM safeguarding_person WHERE address_is_confidential
    ), renumbered AS (
        {RENUMBERED}
    ), line AS (
        SELECT l.*, c.id AS known, c.family_id, c.death_date, coalesce(c.is_restricted, false) AS aside,
            coalesce(c.is_restricted, false) OR secret.family_id IS NOT NULL AS secret,
            m.child_id IS NOT NULL AS fed, m.settled,
            m.given_names AS m_given, m.family_name AS m_family, m.birth_date AS m_birth,
            m.expected_birth_date AS m_expected, m.sex AS m_sex, m.upn AS m_upn, m.family_ref AS m_ref,
            m.address AS m_address, m.postcode AS m_postcode, m.team_id AS m_team, m.worker_id AS m_worker,
            c.given_names AS c_given, c.family_name AS c_family, c.birth_date AS c_birth,
            c.expected_birth_date AS c_expected, c.sex AS c_sex, c.upn AS c_upn,
            a.team_id AS a_team, a.worker_id AS a_worker, home.address AS h_address,
            home.postcode AS h_postcode, coalesce(home.homes, 0) AS homes,
            t.id AS team_known, w.id AS worker_known, w.people, w.team AS worker_team,
            coalesce(t.id, CASE WHEN l.team_text = '' AND w.people = 1 THEN w.team END) AS f_team,
            w.people = 1 AND EXISTS (
                SELECT FROM safeguarding_bar b
                WHERE b.user_id = w.id AND b.family_id = c.family_id AND b.lifted_at IS NULL
            ) AS barred,
            l.upn <> '' AND EXISTS (
                SELECT FROM safeguarding_child u
                WHERE upper(u.upn) = upper(l.upn) AND u.upn <> ''
                    AND u.id IS DISTINCT FROM c.id AND u.joined_into_id IS NULL
            ) AS upn_taken
        FROM conferences_feedline l
        LEFT JOIN safeguarding_child numbered ON numbered.la_child_id = l.number
        LEFT JOIN renumbered ON renumbered.number = l.number AND numbered.id IS NULL
        LEFT JOIN safeguarding_child c
            ON c.id = coalesce(numbered.joined_into_id, numbered.id, renumbered.child_id)
        LEFT JOIN conferences_feedmemory m ON m.child_id = c.id
        LEFT JOIN safeguarding_allocation a ON a.child_id = c.id AND a.end_date IS NULL
        LEFT JOIN home ON home.child_id = c.id
        LEFT JOIN secret ON secret.family_id = c.family_id
        LEFT JOIN feed_team t ON t.text = lower(l.team_text)
        LEFT JOIN feed_worker w ON w.text = lower(l.worker_text)
        WHERE l.feed_id = %(feed)s AND l.problem = ''
    )
    SELECT line.*,
        CASE WHEN aside THEN coalesce(m_given, '') ELSE coalesce(c_given, '') END AS o_given,
        CASE WHEN aside THEN coalesce(m_family, '') ELSE coalesce(c_family, '') END AS o_family,
        CASE WHEN aside AND fed THEN m_birth WHEN aside THEN birth_date ELSE c_birth END AS o_birth,
        CASE WHEN aside AND fed THEN m_expected WHEN aside THEN expected_birth_date ELSE c_expected END
            AS o_expected,
        CASE WHEN aside AND fed THEN m_sex WHEN aside THEN sex ELSE c_sex END AS o_sex,
        CASE WHEN aside AND fed THEN m_upn WHEN aside THEN upn ELSE coalesce(c_upn, '') END AS o_upn,
        CASE WHEN secret THEN coalesce(m_address, '') ELSE coalesce(h_address, '') END AS o_address,
        CASE WHEN secret THEN coalesce(m_postcode, '') ELSE coalesce(h_postcode, '') END AS o_postcode,
        CASE WHEN aside THEN m_team ELSE a_team END AS o_team,
        CASE WHEN aside THEN m_worker ELSE a_worker END AS o_worker,
        CASE WHEN aside THEN fed ELSE family_id IS NOT NULL END AS has_family,
        CASE WHEN people = 1 AND worker_team = f_team AND NOT barred THEN worker_known END AS f_worker
    FROM line
"""


@dataclass(frozen=True)
class Compared:
    """How one item is compared, each a condition on feed_beside: `told` by the line; the `same` as ours;
    there is `none` of ours; ours is as the `last` file said; the line says `again` what that one said.
    """

    told: str
    same: str
    none: str
    last: str = "false"
    again: str = "false"


NAMED = "(family_name <> '' OR given_names <> '')"
ITEMS: dict[Item, Compared] = {
    Item.NAME: Compared(
        NAMED,
        "given_names IN ('', o_given) AND family_name IN ('', o_family)",
        "o_given = '' AND o_family = ''",
        "fed AND (o_given, o_family) = (m_given, m_family)",
        "fed AND given_names IN ('', m_given) AND family_name IN ('', m_family)",
    ),
    # What a census tells too is a question wherever it differs; an expected birth alone is the feed's.
    Item.BIRTH: Compared(
        "(birth_date IS NOT NULL OR (expected_birth_date IS NOT NULL AND o_birth IS NULL))",
        "CASE WHEN birth_date IS NULL THEN expected_birth_date IS NOT DISTINCT FROM o_expected"
        " ELSE birth_date IS NOT DISTINCT FROM o_birth END",
        "o_birth IS NULL AND birth_date IS NOT NULL",
        "fed AND o_birth IS NULL AND birth_date IS NULL AND o_expected IS NOT DISTINCT FROM m_expected",
        "fed AND (birth_date, expected_birth_date) IS NOT DISTINCT FROM (m_birth, m_expected)",
    ),
    Item.SEX: Compared("sex IN ('F', 'M')", "sex = o_sex", "o_sex IN ('', 'U')", again="fed AND sex = m_sex"),
    Item.UPN: Compared(
        "upn <> '' AND NOT upn_taken", "upn = o_upn", "o_upn = ''", again="fed AND upn = m_upn"
    ),
    Item.FAMILY: Compared(f"({NAMED} OR o_given || o_family <> '')", "has_family", "true"),
    Item.ADDRESS: Compared(
        f"address <> '' AND homes < 2 AND (has_family OR {NAMED} OR o_given || o_family <> '')",
        "address = o_address AND postcode IN ('', o_postcode)",
        "o_address = ''",
        "fed AND (o_address, o_postcode) = (m_address, m_postcode)",
        "fed AND address = m_address AND postcode IN ('', m_postcode)",
    ),
    Item.HOLDER: Compared(
        "f_team IS NOT NULL",
        "f_team = o_team AND (f_worker IS NULL OR f_worker IS NOT DISTINCT FROM o_worker)",
        "o_team IS NULL",
        "fed AND (o_team, o_worker) IS NOT DISTINCT FROM (m_team, m_worker)",
        "fed AND f_team = m_team AND (f_worker IS NULL OR f_worker IS NOT DISTINCT FROM m_worker)",
    ),
}


def _codes(condition_of: dict[Item, str]) -> str:
    """SQL for the codes of the items of which the condition is true."""
    cases = (f"CASE WHEN {said} THEN '{item.value}' END" for item, said in condition_of.items())
    return f"array_remove(ARRAY[{', '.join(cases)}]::varchar[], NULL)"


def _differs(one: Compared) -> str:
    return f"{one.told} AND ({one.same}) IS NOT TRUE"


WRITES = _codes(
    {
        item: f"{_differs(one)} AND (({one.none}) OR ({one.last}) OR '{item.value}' = ANY(takes))"
        for item, one in ITEMS.items()
    }
)
ASKS = _codes(
    {
        item: f"known IS NOT NULL AND {_differs(one)} AND NOT ({one.none}) AND ({one.last}) IS NOT TRUE AND"
        f" NOT (({one.again}) IS TRUE AND '{item.value}' = ANY(coalesce(settled, '{{}}')))"
        for item, one in ITEMS.items()
    }
)
# What was settled and has not come up again.
QUIET = _codes(
    {
        item: f"'{item.value}' = ANY(coalesce(settled, '{{}}'))"
        f" AND (NOT ({one.told}) OR (({one.again}) IS TRUE AND ({one.same}) IS NOT TRUE))"
        for item, one in ITEMS.items()
    }
)
PARENT_YOUNGER = """
    EXISTS (
        SELECT FROM safeguarding_relationship r JOIN safeguarding_person p ON p.id = r.person_id
        WHERE r.child_id = known AND r.kind IN ('MOTHER', 'FATHER') AND NOT r.in_error
            AND p.birth_date >= coalesce(b.birth_date, b.expected_birth_date)
    )
"""
NAMESAKE = """
    EXISTS (
        SELECT FROM safeguarding_child n
        WHERE n.birth_date = b.birth_date AND NOT n.is_restricted
            AND lower(n.family_name) = lower(b.family_name) AND lower(n.given_names) = lower(b.given_names)
    )
"""
# Each refusal: when, and in which words.
REFUSALS = {
    "known IS NULL AND b.family_name = ''": "The child is not known here, and the family name is missing.",
    "known IS NULL AND b.birth_date IS NOT NULL AND b.given_names = ''": (
        "The child is not known here, and the given names are missing."
    ),
    "known IS NULL AND b.birth_date IS NULL AND b.expected_birth_date IS NULL": (
        "The child is not known here, and neither the date of birth nor the expected date is given."
    ),
    "known IS NULL AND b.birth_date < %(oldest)s": (
        "The child is not known here, and the date of birth is no child’s: look at the year."
    ),
    "known IS NOT NULL AND o_birth IS NULL AND b.birth_date < %(oldest)s": (
        "The child is not born yet by the record, and the date of birth is no child’s: look at the year."
    ),
    "o_birth IS NULL AND b.expected_birth_date IS DISTINCT FROM o_expected"
    " AND b.expected_birth_date NOT BETWEEN %(earliest)s AND %(latest)s": (
        "The expected date must lie within the next 42 weeks."
    ),
    "known IS NULL AND upn_taken": "A child with this pupil number is recorded under another child number.",
    "NOT aside AND b.birth_date > death_date": "The date of birth is after the recorded date of death.",
    f"NOT aside AND known IS NOT NULL AND {PARENT_YOUNGER}": (
        "The child would be born before a parent who is recorded here."
    ),
}
# Each remark likewise.
REMARKS = {
    "team_text <> '' AND team_known IS NULL": (
        "There is no team in use of this name that holds children: the child stays with whoever holds it."
    ),
    "worker_text <> '' AND people = 0": (
        "Nobody who holds children signs in with this e-mail address or name: the worker was left out."
    ),
    "people > 1": "More than one person has this name: the worker was left out. Write the e-mail address.",
    "people = 1 AND worker_team IS NULL": (
        "The worker belongs to no team that holds children: the worker was left out."
    ),
    "people = 1 AND team_known <> worker_team": (
        "The worker belongs to another team than the one in the file: the worker was left out."
    ),
    "people = 1 AND barred AND NOT aside": "This worker cannot be given this child and was left out.",
    "known IS NOT NULL AND upn_taken AND upn <> o_upn": (
        "Another child has this pupil number: it was left out."
    ),
    "NOT aside AND address <> '' AND homes > 1": (
        "The child has more than one home here: the address was left out."
    ),
    "NOT aside AND family_ref <> '' AND m_ref <> '' AND family_ref <> m_ref": (
        "The family reference is another than in the last file. Families stay as they are here."
    ),
    f"known IS NULL AND {NAMESAKE}": (
        "A child of this name and day of birth is recorded already under another number: is it the same?"
    ),
}


def _words(sentences: dict[str, str]) -> str:
    cases = (f"CASE WHEN {when} THEN '{words}' END" for when, words in sentences.items())
    return f"concat_ws(' ', {', '.join(cases)})"


STATE = (
    f"""
    CREATE TEMP TABLE feed_state ON COMMIT DROP AS
    SELECT id, known AS child_id, aside, secret, f_team AS team_id, f_worker AS worker_id,
        known IS NULL AS is_new, o_given || o_family = '' AS unnamed, quiet,
        concat_ws(' ', nullif(refusal, ''), nullif(remarks, '')) AS finding,
        CASE WHEN refusal = '' THEN to_write ELSE '{{}}' END AS writes,
        CASE WHEN refusal = '' THEN to_ask ELSE '{{}}' END AS asks,
        CASE WHEN refusal <> '' THEN 'REFUSED' WHEN known IS NULL THEN 'ADDED'
            WHEN 'NAME' = ANY(to_write) AND o_given || o_family = '' THEN 'NAMED'
            WHEN to_write <> '{{}}' THEN 'CHANGED' ELSE 'UNCHANGED' END AS outcome
    FROM (
        SELECT b.*, {WRITES} AS to_write, {ASKS} AS to_ask, {QUIET} AS quiet, {_words(REFUSALS)} AS refusal,
            {_words(REMARKS)} AS remarks
        FROM feed_beside b
    ) compared
    """,
    "CREATE UNIQUE INDEX ON feed_state (id)",
    "ANALYZE feed_state",
)
MARK = """
    UPDATE conferences_feedline l SET child_id = s.child_id, team_id = s.team_id, worker_id = s.worker_id,
        outcome = s.outcome, finding = s.finding, writes = s.writes, asks = s.asks
    FROM feed_state s WHERE l.id = s.id
        AND (l.child_id, l.team_id, l.worker_id, l.outcome, l.finding, l.writes, l.asks)
        IS DISTINCT FROM (s.child_id, s.team_id, s.worker_id, s.outcome, s.finding, s.writes, s.asks)
"""
COUNTS = """
    SELECT json_build_object(
        'rows', count(*),
        'added', count(*) FILTER (WHERE outcome = 'ADDED'),
        'named', count(*) FILTER (WHERE outcome = 'NAMED'),
        'changed', count(*) FILTER (WHERE outcome = 'CHANGED'),
        'moved', count(*) FILTER (WHERE outcome IN ('NAMED', 'CHANGED') AND 'HOLDER' = ANY(writes)),
        'unchanged', count(*) FILTER (WHERE outcome = 'UNCHANGED'),
        'refused', count(*) FILTER (WHERE outcome = 'REFUSED'),
        'asked', count(*) FILTER (WHERE asks <> '{}'),
        'noted', count(*) FILTER (WHERE outcome <> 'REFUSED' AND remark || finding <> '')
    ) FROM conferences_feedline WHERE feed_id = %(feed)s
"""
OVERLAP = """
    WITH last AS (
        SELECT max(id) AS id FROM conferences_childrenfeed WHERE status = 'TAKEN_IN'
    ), gone AS (
        SELECT count(*) AS children, count(*) FILTER (WHERE l.id IS NULL AND NOT EXISTS (
            SELECT FROM feed_beside b WHERE b.known = c.id)) AS missing
        FROM last JOIN conferences_feedmemory m ON m.feed_id = last.id
        JOIN safeguarding_child c ON c.id = m.child_id
        LEFT JOIN conferences_feedline l ON l.feed_id = %(feed)s AND l.number = c.la_child_id
        WHERE c.joined_into_id IS NULL
    )
    SELECT count(*), count(known), (SELECT count(*) FROM safeguarding_child), (SELECT children FROM gone),
        (SELECT missing FROM gone), count(*) FILTER (WHERE o_family <> ''),
        count(*) FILTER (WHERE o_family <> '' AND family_name <> '' AND lower(family_name) <> lower(o_family))
    FROM feed_beside
"""
