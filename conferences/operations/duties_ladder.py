"""Who is owed a notice of each duty that stands, by the rungs of its ladder: a few statements over all.

What is owed already is owed once; a rung with nobody to receive it goes to the next person up.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import connection

from conferences.operations.duties_holders import HELD, SEES, holds_any, may_decide
from conferences.rules.deadlines import DEADLINES, Reach
from conferences.rules.deadlines_ladder import Level
from conferences.rules.deadlines_steps import NOTES, OF_ONE_CHAIR, TAKES
from safeguarding.bankholidays import england
from safeguarding.rights import Role

LEVELS = tuple(Level)
# Where those of a role hold a duty together, each of them is told; a team reads its lists, and what is one
# chair's no other chair may do.
TOLD_TOGETHER = [
    str(row.code) for row in DEADLINES if row.reach is Reach.UNIT and row.code not in OF_ONE_CHAIR
]
# The last rung that is reached of each duty, for whoever's it is and for those above, and not owed yet. A
# meeting in the diary inside the limit breaks nothing; what is put off waits for its day, but is passed up.
# A rung is counted from the duty's day or from the meeting's: from one before go-live nothing is told.
UNTOLD = """
    DROP TABLE IF EXISTS duty_untold, duty_told;
    CREATE TEMPORARY TABLE duty_untold ON COMMIT DROP AS
    WITH rung AS (
        SELECT * FROM unnest(%(kinds)s::text[], %(codes)s::text[], %(levels)s::int[], %(teams)s::bool[],
            %(ups)s::bool[], %(from_meetings)s::bool[], %(days)s::date[]) WITH ORDINALITY
            AS rung (kind, code, level, is_team, is_up, from_meeting, last_day, place)
    ), reached AS (
        SELECT DISTINCT ON (d.id, r.is_up) d.id AS duty_id, d.kind, d.child_id, d.consultation_id, d.owner_id,
            d.owner_role, d.due_date, r.code, r.level, r.is_team, r.is_up
        FROM conferences_duty d JOIN duty_standing s ON {same} JOIN rung r ON r.kind = d.kind
        WHERE d.closed_at IS NULL
            AND %(live)s <= CASE WHEN r.from_meeting THEN s.meeting ELSE d.due_date END AND (
            r.last_day IS NULL
            OR ((s.met IS NULL OR s.met > d.due_date) AND NOT r.from_meeting AND d.due_date <= r.last_day)
            OR (r.from_meeting AND s.meeting <= r.last_day)
        ) AND (r.level > 0 OR d.put_off_until_date IS NULL OR d.put_off_until_date <= %(on)s)
        ORDER BY d.id, r.is_up, r.place DESC
    )
    SELECT * FROM reached r WHERE NOT EXISTS (
        SELECT FROM conferences_notice n WHERE n.duty_id = r.duty_id AND n.rung = r.code
            AND n.out_of_sight_at IS NULL
            AND (r.level > 0 OR r.owner_id IS NULL OR n.recipient_id = r.owner_id)
    );
    CREATE TEMPORARY TABLE duty_told (
        duty_id bigint, code text, is_up boolean, due_date date, recipient_id bigint, role text
    ) ON COMMIT DROP;
"""
TAKEN_AS = f"""(
    SELECT held.role FROM unnest({HELD}) WITH ORDINALITY AS held (role, place)
    WHERE t.kind || ' ' || held.role = ANY(%(takes)s) ORDER BY held.place LIMIT 1
)"""
# Who stands on each level, for a duty t of a child c, and in which role.
STANDS_ON = (
    (Level.HOLDER, "t.owner_role", "u.id = t.owner_id"),
    (
        Level.HOLDER,
        "t.owner_role",
        f"t.owner_id IS NULL AND t.owner_role = ANY({HELD}) AND t.kind = ANY(%(together)s)",
    ),
    (
        Level.TEAM_MANAGER,
        f"'{Role.TEAM_MANAGER}'",
        f"""
        t.is_team AND {holds_any([Role.TEAM_MANAGER])} AND u.team_id = (
            SELECT a.team_id FROM safeguarding_allocation a WHERE a.child_id = c.id AND a.end_date IS NULL
            LIMIT 1
        )
    """,
    ),
    (Level.STRATEGIC_LEAD, f"'{Role.STRATEGIC_LEAD}'", holds_any([Role.STRATEGIC_LEAD])),
    (Level.MANAGER, f"'{Role.MANAGER}'", holds_any([Role.MANAGER])),
    # Of a restricted child for whom nobody of the ladder is named, whoever is and may take it.
    (Level.MANAGER, TAKEN_AS, f"c.is_restricted AND {TAKEN_AS} IS NOT NULL"),
)
RECIPIENTS = f"""
    INSERT INTO duty_told
    SELECT t.duty_id, t.code, t.is_up, t.due_date, u.id, {{role}}
    FROM duty_untold t JOIN safeguarding_child c ON c.id = t.child_id
        JOIN safeguarding_user u ON u.is_active AND NOT u.is_system AND {{stands_on}} AND {SEES}
            AND {may_decide("t")}
    WHERE t.level <= %(level)s
        AND NOT EXISTS (SELECT FROM duty_told o WHERE o.duty_id = t.duty_id AND o.code = t.code)
"""
# Where nobody of those it was passed up to sees the child any longer, it is passed up anew.
ESCALATE = """
    INSERT INTO conferences_escalation AS up (ref, duty_id, rung, to_role, to_user_id, raised_at, words)
    SELECT gen_random_uuid(), duty_id, code, min(role),
        CASE WHEN count(*) = 1 THEN min(recipient_id) END, %(at)s, ''
    FROM duty_told WHERE is_up AND role = ANY(%(notes)s) GROUP BY duty_id, code
    ON CONFLICT (duty_id, rung) DO UPDATE SET to_role = excluded.to_role, to_user_id = excluded.to_user_id
        WHERE up.acknowledged_at IS NULL
            AND (up.to_role, up.to_user_id) IS DISTINCT FROM (excluded.to_role, excluded.to_user_id)
"""
# To a person's deputy who sees the child as well. Who did not see it for a while is told when they do again.
# In the order of the ladder, which the chain on the duty's page shows.
OWE = f"""
    INSERT INTO conferences_notice AS before (duty_id, rung, change, recipient_id, due_date, owed_at)
    SELECT duty_id, code, '', recipient_id, due_date, %(at)s FROM (
        SELECT duty_id, code, is_up, recipient_id, due_date FROM duty_told
        UNION
        SELECT t.duty_id, t.code, t.is_up, u.id, t.due_date FROM duty_told t
            JOIN unnest(%(away)s::bigint[], %(deputies)s::bigint[]) AS leave (person, deputy)
                ON person = t.recipient_id
            JOIN conferences_duty d ON d.id = t.duty_id JOIN safeguarding_child c ON c.id = d.child_id
            JOIN safeguarding_user u ON u.id = deputy AND {SEES} AND {may_decide("d")}
    ) AS owed ORDER BY duty_id, is_up, recipient_id
    ON CONFLICT (duty_id, rung, recipient_id, due_date) WHERE duty_id IS NOT NULL
        DO UPDATE SET out_of_sight_at = NULL, owed_at = excluded.owed_at
        WHERE before.out_of_sight_at IS NOT NULL
"""
# Nobody is told of what is done, or when they are no longer here.
FORGET = """
    DELETE FROM conferences_notice n USING conferences_duty d
    WHERE n.message_id IS NULL AND n.out_of_sight_at IS NULL AND d.id = n.duty_id AND (
        d.closed_at IS NOT NULL
        OR NOT EXISTS (SELECT FROM safeguarding_user u WHERE u.id = n.recipient_id AND u.is_active)
    )
"""


def owe_notices(
    same: str, *, live: dt.date, on: dt.date, at: dt.datetime, deputies: Mapping[int, int]
) -> int:
    """Owe what the ladders of the standing duties ask for on a day; how many recipients were found.

    `same` is the SQL that joins a duty d to the row s that stands for it; `live` is the day of going live.
    `deputies` leads from who is away to who stands in. Run inside the scan's transaction.
    """
    with connection.cursor() as cursor:
        cursor.execute(FORGET)
        cursor.execute(UNTOLD.format(same=same), _rungs(on) | {"on": on, "live": live})
        cursor.execute("SELECT count(*) FROM duty_untold")
        if not cursor.fetchone()[0]:
            return 0
        cursor.execute("ANALYZE duty_untold")
        for level, role, stands_on in STANDS_ON:
            statement = RECIPIENTS.format(role=role, stands_on=stands_on)
            people = {"together": TOLD_TOGETHER, "takes": TAKES}
            cursor.execute(statement, {"at": at, "level": LEVELS.index(level), **people})
        cursor.execute(ESCALATE, {"at": at, "notes": NOTES})
        away = {"away": list(deputies), "deputies": list(deputies.values())}
        cursor.execute(OWE, {"at": at, **away})
        return int(cursor.rowcount)


def _rungs(on: dt.date) -> dict[str, list[Any]]:
    """Every rung of every deadline, in columns, with the last day for which it is reached."""
    rungs = [(row, rung) for row in DEADLINES for rung in row.ladder]
    last = [rung.last_day(on, england()) for _, rung in rungs]
    return {
        "kinds": [str(row.code) for row, _ in rungs],
        "codes": [str(rung.code) for _, rung in rungs],
        "levels": [LEVELS.index(rung.to) for _, rung in rungs],
        "teams": [row.reach is Reach.TEAM for row, _ in rungs],
        "ups": [rung.is_escalation for _, rung in rungs],
        "from_meetings": [rung.from_meeting for _, rung in rungs],
        "days": [day and day.isoformat() for day in last],
    }
