"""Initial and transfer-in conferences, and reviews: a meeting for each child and day.

The census does not say who met together, so it makes no joint meetings.
"""

from conferences.exchange.census.statements.step import Step, day, fault

STAGED = "census_conference t JOIN census_child s ON s.n = t.n"
HELD = "conferences_conferencechild cc JOIN conferences_conference c ON c.id = cc.conference_id"
# An initial conference of an episode that has no enquiry for it is a transfer in, from its referral.
IS_TRANSFER = "t.enquiry_start IS NULL AND t.referral IS NOT NULL"

RESOLVE = (
    Step("""
        UPDATE census_conference t SET enquiry_id = e.id, fresh = e.fresh AND e.ours
        FROM census_enquiry e WHERE e.n = t.n AND e.start_date = t.enquiry_start
    """),
    Step(f"""
        UPDATE census_conference t SET transfer_id = tr.id,
            fresh = tr.source = 'CENSUS' AND coalesce(s.told <= %(reference)s, true)
        FROM census_child s, conferences_transferin tr
        WHERE s.n = t.n AND tr.child_id = s.id AND tr.notified_date = t.referral AND {IS_TRANSFER}
    """),
    Step(f"""
        UPDATE census_conference t SET id = held.id FROM census_child s,
            (SELECT cc.id, cc.child_id, c.held_date FROM {HELD}
                WHERE cc.kind IN ('INITIAL', 'TRANSFER_IN')) held
        WHERE s.n = t.n AND held.child_id = s.id AND held.held_date = t.held
    """),
)
# The same day, now with the section 47 that an earlier file did not have.
LINK = Step(
    """
    UPDATE conferences_conferencechild cc SET enquiry_id = t.enquiry_id
    FROM census_conference t
    WHERE cc.id = t.id AND cc.kind = 'INITIAL' AND cc.enquiry_id IS NULL AND t.enquiry_id IS NOT NULL
        AND t.fresh
        AND NOT EXISTS (SELECT 1 FROM conferences_conferencechild o WHERE o.enquiry_id = t.enquiry_id)
    """,
    counts=("conferences", "changed"),
)
# The same section 47 or transfer with another day: a later file moves the meeting, an older one does not.
MOVED = """
    SELECT t.n, t.line, t.col, t.held, t.fresh, cc.id AS cc_id, c.id AS conference_id, c.held_date, c.source,
        (SELECT count(*) FROM conferences_conferencechild o WHERE o.conference_id = c.id) AS children
    FROM census_conference t JOIN conferences_conferencechild cc ON cc.{same} = t.{told}
        JOIN conferences_conference c ON c.id = cc.conference_id
    WHERE t.id IS NULL
"""
MOVED_BY_EITHER = " UNION ALL ".join(
    MOVED.format(same=same, told=told)
    for same, told in (("enquiry_id", "enquiry_id"), ("transfer_in_id", "transfer_id"))
)
MAY_MOVE = "m.fresh AND m.source = 'CENSUS' AND m.children = 1"
MOVE = (
    Step(f"CREATE TEMP TABLE census_moved ON COMMIT DROP AS {MOVED_BY_EITHER}"),
    fault(
        "NOTED",
        "LATER",
        "m.line",
        f"'The conference of ' || {day('m.held')} || ' is held here as of ' || {day('m.held_date')}"
        " || ', by a later file or as recorded here.'",
        f"census_moved m JOIN census_child s ON s.n = m.n WHERE NOT ({MAY_MOVE})",
    ),
    Step(
        f"""
        UPDATE conferences_conference c SET held_date = m.held FROM census_moved m
        WHERE c.id = m.conference_id AND {MAY_MOVE}
        """,
        counts=("conferences", "changed"),
    ),
    Step("""
        UPDATE census_conference t SET id = m.cc_id FROM census_moved m
        WHERE t.n = m.n AND t.line = m.line AND t.col = m.col AND t.held = m.held AND t.id IS NULL
    """),
    # A plan that began at a meeting of another day began elsewhere: it is linked anew further down.
    Step("""
        UPDATE conferences_plan p SET begun_at_id = NULL FROM census_moved m, conferences_conference c
        WHERE p.begun_at_id = m.cc_id AND c.id = m.conference_id AND c.held_date <> p.start_date
            AND p.source = 'CENSUS'
    """),
)
ADD = (
    Step(f"""
        INSERT INTO conferences_transferin (child_id, episode_id, from_authority, notified_date, source)
        SELECT s.id, e.id, '', t.referral, 'CENSUS'
        FROM {STAGED} LEFT JOIN census_episode e ON e.n = t.n AND e.referral = t.referral
        WHERE t.id IS NULL AND {IS_TRANSFER} AND t.transfer_id IS NULL
    """),
    Step(f"""
        UPDATE census_conference t SET transfer_id = tr.id FROM census_child s, conferences_transferin tr
        WHERE t.id IS NULL AND t.transfer_id IS NULL AND s.n = t.n AND tr.child_id = s.id
            AND tr.notified_date = t.referral AND {IS_TRANSFER}
    """),
    Step("""
        INSERT INTO conferences_conference (ref, held_date, source)
        SELECT t.ref, t.held, 'CENSUS' FROM census_conference t JOIN census_child s ON s.n = t.n
            WHERE t.id IS NULL
    """),
    Step(
        f"""
        INSERT INTO conferences_conferencechild (conference_id, child_id, kind, enquiry_id, transfer_in_id)
        SELECT c.id, s.id, CASE WHEN t.transfer_id IS NULL THEN 'INITIAL'
            ELSE 'TRANSFER_IN' END, t.enquiry_id,
            t.transfer_id
        FROM {STAGED} JOIN conferences_conference c ON c.ref = t.ref WHERE t.id IS NULL
        """,
        counts=("conferences", "added"),
    ),
)
FOUND = (
    Step("""
        UPDATE census_conference t SET id = cc.id
        FROM conferences_conference c JOIN conferences_conferencechild cc ON cc.conference_id = c.id
        WHERE t.id IS NULL AND c.ref = t.ref
    """),
    Step("ANALYZE census_conference"),
)
INITIAL = (*RESOLVE, LINK, *MOVE, *ADD, *FOUND)

REVIEWS = (
    Step("""
        CREATE TEMP TABLE census_new_review ON COMMIT DROP AS
        SELECT r.ref, r.held, s.id AS child_id, p.id AS plan_id
        FROM census_review r JOIN census_child s ON s.n = r.n
            JOIN census_plan p ON p.n = r.n AND p.start_date = r.plan_start
        WHERE p.id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM conferences_conferencechild cc
                JOIN conferences_conference c ON c.id = cc.conference_id
            WHERE cc.plan_id = p.id AND cc.kind = 'REVIEW' AND c.held_date = r.held)
    """),
    Step("""
        INSERT INTO conferences_conference (ref, held_date, source)
        SELECT ref, held, 'CENSUS' FROM census_new_review
    """),
    Step(
        """
        INSERT INTO conferences_conferencechild (conference_id, child_id, kind, plan_id)
        SELECT c.id, r.child_id, 'REVIEW', r.plan_id
        FROM census_new_review r JOIN conferences_conference c ON c.ref = r.ref
        """,
        counts=("review_dates", "added"),
    ),
)
