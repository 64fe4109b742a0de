"""Initial and transfer-in conferences, and reviews: a meeting for each child and day.

The census does not say who met together, so it makes no joint meetings.
"""

from conferences.exchange.census.statements.hanging import end_duties, hanging, meeting_stays
from conferences.exchange.census.statements.kinds import TOUCHED, nearest
from conferences.exchange.census.statements.step import Step, counted, day, fault, of_held, place_of

STAGED = "census_conference t JOIN census_child s ON s.n = t.n"
HELD = "conferences_conferencechild cc JOIN conferences_conference c ON c.id = cc.conference_id"
# An initial conference of an episode that has no enquiry for it is a transfer in, from its referral.
IS_TRANSFER = "t.enquiry_start IS NULL AND t.referral IS NOT NULL"
IS_FIRST = "cc.kind IN ('INITIAL', 'TRANSFER_IN')"
# On another day than files tell, and not because somebody corrected that day here.
OTHERWISE = "(c.held_date <> t.held AND c.file_held_date IS DISTINCT FROM t.held)"

RESOLVE = (
    Step("""
        UPDATE census_conference t SET enquiry_id = e.id
        FROM census_enquiry e WHERE e.n = t.n AND e.start_date = t.enquiry_start
    """),
    Step(f"""
        UPDATE census_conference t SET transfer_id = tr.id
        FROM census_child s, conferences_transferin tr
        WHERE s.n = t.n AND NOT s.is_new AND tr.child_id = s.id AND tr.notified_date = t.referral
            AND NOT tr.in_error AND {IS_TRANSFER}
    """),
    Step(f"""
        UPDATE census_conference t SET id = cc.id FROM census_child s, {HELD}
        WHERE s.n = t.n AND NOT s.is_new AND cc.child_id = s.id AND {IS_FIRST} AND c.held_date = t.held
    """),
    # One whose day was corrected here is the same that the files tell of its old day.
    Step(f"""
        UPDATE census_conference t SET id = cc.id FROM census_child s, {HELD}
        WHERE t.id IS NULL AND s.n = t.n AND NOT s.is_new AND cc.child_id = s.id AND {IS_FIRST}
            AND c.file_held_date = t.held
    """),
    fault(
        "NOTED",
        "HELD",
        "t",
        f"'The conference of ' || {day('t.held')} || ' is held here as of ' || {day('c.held_date')}"
        " || ', as somebody corrected it.'",
        f"{STAGED} JOIN {HELD} ON cc.id = t.id WHERE c.file_held_date = t.held AND c.held_date <> t.held",
    ),
)
# The same section 47 or transfer with another day is the same conference.
SAME = tuple(
    Step(f"""
        UPDATE census_conference t SET id = cc.id FROM conferences_conferencechild cc
        WHERE t.id IS NULL AND cc.{held} = t.{told}
            AND NOT EXISTS (SELECT FROM census_conference o WHERE o.id = cc.id)
    """)
    for held, told in (("enquiry_id", "enquiry_id"), ("transfer_in_id", "transfer_id"))
)
OURS = Step("""
    UPDATE census_conference t SET ours = c.source = 'CENSUS' AND (
        SELECT count(*) FROM conferences_conferencechild o WHERE o.conference_id = c.id) = 1
    FROM conferences_conferencechild cc JOIN conferences_conference c ON c.id = cc.conference_id
    WHERE cc.id = t.id
""")
UNTOLD = Step(f"""
    INSERT INTO census_untold (kind, id, n, day)
    SELECT 'conferences', cc.id, s.n, c.held_date
    FROM census_child s JOIN conferences_conferencechild cc ON cc.child_id = s.id
        JOIN conferences_conference c ON c.id = cc.conference_id
    WHERE NOT s.is_new AND NOT s.legacy AND c.source = 'CENSUS' AND {IS_FIRST}
        AND NOT EXISTS (SELECT FROM census_conference t WHERE t.id = cc.id)
""")
MOVED = nearest(
    "census_conference",
    "conferences",
    """
    SELECT t.ctid AS told, u.id, abs(u.day - t.held) AS apart, u.day
    FROM census_conference t JOIN census_untold u ON u.n = t.n AND u.kind = 'conferences'
    WHERE t.id IS NULL
    """,
)
KIND = "CASE WHEN t.transfer_id IS NULL THEN 'INITIAL' ELSE 'TRANSFER_IN' END"
LINKS = f"({KIND}, t.enquiry_id, t.transfer_id) IS DISTINCT FROM (cc.kind, cc.enquiry_id, cc.transfer_in_id)"
DIFFERS = Step(f"""
    INSERT INTO census_differs (kind, id, n, line, col, day, cols, ends)
    SELECT 'conferences', c.id, t.n, {place_of("t")}, t.held,
        array_remove(ARRAY[CASE WHEN {OTHERWISE} THEN 'held_date' END,
            CASE WHEN {LINKS} THEN 'links' END], NULL), false
    FROM census_conference t JOIN census_child s ON s.n = t.n JOIN {HELD} ON cc.id = t.id
    WHERE t.ours AND NOT s.is_new AND NOT s.outdated AND ({OTHERWISE} OR {LINKS})
""")
OF_UNTOLD = (
    "SELECT cc.conference_id AS id, ARRAY['held_date'] AS cols"
    " FROM census_untold u JOIN conferences_conferencechild cc ON cc.id = u.id WHERE u.kind = '{kind}'"
)


def keep_touched(kind: str) -> tuple[Step, ...]:
    """A day that a person wrote stays, and so does a meeting that a person recorded."""
    differ = TOUCHED.format(
        which=f"SELECT id, cols FROM census_differs WHERE kind = '{kind}'", table="conferences_conference"
    )
    gone = TOUCHED.format(which=OF_UNTOLD.format(kind=kind), table="conferences_conference")
    return (
        Step(f"""
            UPDATE census_differs d SET kept = w.cols FROM ({differ}) w
            WHERE d.kind = '{kind}' AND w.id = d.id
        """),
        Step(f"""
            UPDATE census_untold u SET stands = true
            FROM ({gone}) w, conferences_conferencechild cc
            WHERE u.kind = '{kind}' AND cc.id = u.id AND cc.conference_id = w.id
        """),
    )


def settle(kind: str) -> tuple[Step, ...]:
    """The meetings that move, and those that stand as a person recorded them."""
    return (
        fault(
            "NOTED",
            "HELD",
            "d",
            f"'The conference of ' || {day('d.day')} || ' is held here as of ' || {day('c.held_date')}"
            " || ', as it was recorded here.'",
            "census_differs d JOIN census_child s ON s.n = d.n JOIN conferences_conference c ON c.id = d.id"
            f" WHERE d.kind = '{kind}' AND 'held_date' = ANY(d.kept)",
        ),
        Step(f"""
            UPDATE census_differs d SET cols = ARRAY(SELECT unnest(d.cols) EXCEPT SELECT unnest(d.kept))
            WHERE kind = '{kind}' AND kept <> '{{}}'
        """),
        Step(f"""
            INSERT INTO conferences_importchange (file_id, kind, how, number, day, was, now, line)
            SELECT %(file)s, '{kind}', CASE WHEN 'held_date' = ANY(d.cols) THEN 'MOVED' ELSE 'CHANGED' END,
                s.number, d.day,
                CASE WHEN 'held_date' = ANY(d.cols) THEN 'day ' || {day("c.held_date")}
                    ELSE 'of another section 47 or none' END,
                CASE WHEN 'held_date' = ANY(d.cols) THEN 'day ' || {day("d.day")}
                    ELSE 'of the section 47 that the file tells' END, d.line
            FROM census_differs d JOIN census_child s ON s.n = d.n
                JOIN conferences_conference c ON c.id = d.id
            WHERE d.kind = '{kind}' AND d.cols <> '{{}}'
        """),
        Step(
            f"""
            UPDATE conferences_conference c SET held_date = d.day FROM census_differs d
            WHERE d.kind = '{kind}' AND c.id = d.id AND 'held_date' = ANY(d.cols)
                AND d.id %% %(parts)s = %(part)s
        """,
            of_held=True,
            in_parts=True,
        ),
        *counted(kind),
    )


LINKED = "d.kind = 'conferences' AND cc.id = t.id AND d.id = cc.conference_id AND 'links' = ANY(d.cols)"
LINK = (
    # One that gives its section 47 up makes room first.
    Step(f"""
        UPDATE conferences_conferencechild cc SET kind = 'INITIAL', enquiry_id = NULL, transfer_in_id = NULL
        FROM census_conference t, census_differs d
        WHERE {LINKED} AND EXISTS (SELECT FROM census_conference o WHERE o.id <> cc.id
            AND (o.enquiry_id = cc.enquiry_id OR o.transfer_id = cc.transfer_in_id))
    """),
    Step(f"""
        UPDATE conferences_conferencechild cc SET kind = {KIND}, enquiry_id = t.enquiry_id,
            transfer_in_id = t.transfer_id
        FROM census_conference t, census_differs d
        WHERE {LINKED} AND NOT EXISTS (SELECT FROM conferences_conferencechild o WHERE o.id <> cc.id
            AND (o.enquiry_id = t.enquiry_id OR o.transfer_in_id = t.transfer_id))
    """),
)
TRANSFERS = (
    Step(f"""
        INSERT INTO conferences_transferin (child_id, episode_id, from_authority, notified_date, source)
        SELECT s.id, e.id, '', t.referral, 'CENSUS'
        FROM {STAGED} LEFT JOIN census_episode e ON e.n = t.n AND e.referral = t.referral
        WHERE {IS_TRANSFER} AND t.transfer_id IS NULL AND (t.id IS NULL OR t.ours)
    """),
    Step(f"""
        UPDATE census_conference t SET transfer_id = tr.id FROM census_child s, conferences_transferin tr
        WHERE t.transfer_id IS NULL AND s.n = t.n AND tr.child_id = s.id
            AND tr.notified_date = t.referral AND NOT tr.in_error AND {IS_TRANSFER}
    """),
)
ADD = (
    Step(
        f"""
        WITH met AS (
            INSERT INTO conferences_conference (ref, held_date, source)
            SELECT t.ref, t.held, 'CENSUS' FROM {STAGED} WHERE t.id IS NULL
            RETURNING id, ref
        ),
        came AS (
            INSERT INTO conferences_conferencechild (conference_id, child_id, kind, enquiry_id,
                transfer_in_id)
            SELECT met.id, s.id, {KIND}, t.enquiry_id, t.transfer_id FROM {STAGED} JOIN met ON met.ref = t.ref
            RETURNING id, conference_id
        )
        UPDATE census_conference t SET id = came.id FROM came JOIN met ON met.id = came.conference_id
        WHERE t.ref = met.ref
        """,
        counts=("conferences", "added"),
    ),
    Step("ANALYZE census_conference"),
)
INITIAL = (
    RESOLVE[0],
    *of_held(*RESOLVE[1:], *SAME, OURS, UNTOLD, *MOVED),
    *TRANSFERS,
    *of_held(DIFFERS, *keep_touched("conferences"), *settle("conferences"), *LINK),
    *ADD,
)


def gone(kind: str) -> tuple[Step, ...]:
    """Takes away the meetings that no file tells, unless somebody's work hangs from them."""
    return (
        Step(f"""
            UPDATE census_untold u SET stands = true WHERE kind = '{kind}' AND {meeting_stays("u.id")}
        """),
        # A plan of a file begins at another conference, or at none that is known.
        Step(f"""
            UPDATE conferences_plan p SET begun_at_id = NULL FROM census_untold u
            WHERE u.kind = '{kind}' AND NOT u.stands AND p.begun_at_id = u.id AND p.source = 'CENSUS'
        """),
        Step(f"""
            UPDATE census_untold u SET stands = true
            WHERE kind = '{kind}' AND EXISTS (SELECT FROM conferences_plan p WHERE p.begun_at_id = u.id)
        """),
        Step(f"""
            WITH parts AS (
                DELETE FROM conferences_conferencechild cc USING census_untold u
                WHERE u.kind = '{kind}' AND NOT u.stands AND cc.id = u.id RETURNING cc.conference_id
            )
            DELETE FROM conferences_conference c USING parts WHERE c.id = parts.conference_id
        """),
    )


# Arrivals that only files brought go with the last conference that stood on them.
ARRIVALS = f"""
    SELECT u.id FROM conferences_transferin u JOIN census_child s ON s.id = u.child_id
    WHERE NOT s.is_new AND NOT s.legacy AND u.source = 'CENSUS'
        AND NOT EXISTS (SELECT FROM census_conference t WHERE t.transfer_id = u.id)
        AND NOT u.in_error AND NOT EXISTS (
            SELECT FROM conferences_transferinevent e
                LEFT JOIN pghistory_context x ON x.id = e.pgh_context_id
            WHERE e.pgh_obj_id = u.id AND NOT coalesce(x.metadata ? 'file', false))
        AND NOT ({hanging("conferences.transferin")})
"""
GONE = of_held(
    *gone("conferences"),
    *end_duties("transfer_in_id", ARRIVALS),
    Step(f"DELETE FROM conferences_transferin WHERE id IN ({ARRIVALS})"),
)

REVIEWS = (
    Step("""
        UPDATE census_review r SET plan_id = p.id FROM census_plan p
        WHERE p.n = r.n AND p.start_date = r.plan_start
    """),
    *of_held(
        Step(f"""
        UPDATE census_review r SET id = cc.id FROM {HELD}
        WHERE cc.plan_id = r.plan_id AND cc.kind = 'REVIEW' AND c.held_date = r.held
    """),
        Step(f"""
        UPDATE census_review r SET id = cc.id FROM {HELD}
        WHERE r.id IS NULL AND cc.plan_id = r.plan_id AND cc.kind = 'REVIEW' AND c.file_held_date = r.held
    """),
        Step(f"""
        INSERT INTO census_untold (kind, id, n, day)
        SELECT 'review_dates', cc.id, s.n, c.held_date
        FROM census_child s JOIN conferences_plan p ON p.child_id = s.id AND NOT s.is_new
            JOIN ({HELD}) ON cc.plan_id = p.id
        WHERE NOT s.legacy AND c.source = 'CENSUS' AND cc.kind = 'REVIEW'
            AND NOT EXISTS (SELECT FROM census_review r WHERE r.id = cc.id)
    """),
        *nearest(
            "census_review",
            "review_dates",
            """
        SELECT t.ctid AS told, u.id, abs(u.day - t.held) AS apart, u.day
        FROM census_review t JOIN census_untold u ON u.n = t.n AND u.kind = 'review_dates'
            JOIN conferences_conferencechild cc ON cc.id = u.id AND cc.plan_id = t.plan_id
        WHERE t.id IS NULL
        """,
        ),
        Step(f"""
        INSERT INTO census_differs (kind, id, n, line, col, day, cols, ends)
        SELECT 'review_dates', c.id, t.n, {place_of("t")}, t.held, ARRAY['held_date'], false
        FROM census_review t JOIN {HELD} ON cc.id = t.id WHERE {OTHERWISE}
    """),
        *keep_touched("review_dates"),
        *settle("review_dates"),
        *gone("review_dates"),
    ),
    Step(
        """
        WITH met AS (
            INSERT INTO conferences_conference (ref, held_date, source)
            SELECT ref, held, 'CENSUS' FROM census_review WHERE id IS NULL AND plan_id IS NOT NULL
            RETURNING id, ref
        )
        INSERT INTO conferences_conferencechild (conference_id, child_id, kind, plan_id)
        SELECT met.id, s.id, 'REVIEW', r.plan_id
        FROM census_review r JOIN met ON met.ref = r.ref JOIN census_child s ON s.n = r.n
        """,
        counts=("review_dates", "added"),
    ),
)
