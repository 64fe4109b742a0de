"""SQL: who may do a duty and may see its child, so that none is held by somebody who cannot."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable

from django.db import connection

from conferences.models.promises_consultations import ASKERS
from conferences.models.promises_consultations_second import CONCERNED
from conferences.rules.deadlines import CATALOGUE, Code, Deadline, Holder
from conferences.rules.workflow import BookingState
from safeguarding.rights import SEES_OWN_TEAM, SEES_WHOLE_UNIT, Role, holds

# The roles that a user u holds now, the main one first.
HELD = "(u.role || u.further_roles)"


def holds_any(roles: Iterable[str]) -> str:
    """That a user u holds one of the roles."""
    named = ", ".join(f"'{role}'" for role in sorted(roles))
    return f"{HELD} && ARRAY[{named}]::varchar[]"


# Besides, whoever knows what was decided because they act on it: who leads the support or meets a condition
# of anything decided on the family, and who chairs its conference.
# conferences.queries.consultations_second.knowing() says the same for one.
KNOWING = f"""{CONCERNED}
        UNION ALL SELECT l.lead_id FROM conferences_consultationanswer AS l
            JOIN conferences_consultation AS lk ON lk.id = l.consultation_id
            WHERE lk.within_id = k.within_id
        UNION ALL SELECT i.owner_id FROM conferences_consultationcondition AS i
            JOIN conferences_consultationanswer AS ia ON ia.id = i.answer_id
            JOIN conferences_consultation AS ik ON ik.id = ia.consultation_id
            WHERE ik.within_id = k.within_id
        UNION ALL SELECT b.chair_id FROM conferences_booking AS b
            JOIN conferences_familyconsultation AS f ON f.request_id = b.request_id
            WHERE f.id = k.within_id AND b.state <> '{BookingState.CANCELLED}'"""
# Who has a part in what a second opinion o is on.
OF_SECOND = f"""JOIN conferences_consultationanswer a ON a.id = o.answer_id
            JOIN conferences_consultation k ON k.id = a.consultation_id
            CROSS JOIN LATERAL ({KNOWING}) AS concerned"""
SECONDS = CATALOGUE[Code.SECOND_OPINION].able

# That a user u sees a child c at %(at)s, as safeguarding.access.sight settles it for one person.
SEES = f"""
    ((NOT c.is_restricted AND ({holds_any(SEES_WHOLE_UNIT)} OR ({holds_any(SEES_OWN_TEAM)} AND EXISTS (
        SELECT FROM safeguarding_allocation a
        WHERE a.child_id = c.id AND a.team_id = u.team_id AND a.end_date IS NULL
    )))) OR EXISTS (
        SELECT FROM safeguarding_restrictedgrant g WHERE g.child_id = c.id AND g.user_id = u.id
            AND g.granted_at <= %(at)s AND g.until_at > %(at)s AND g.ended_at IS NULL
    )) AND NOT EXISTS (
        SELECT FROM safeguarding_bar b
        WHERE b.family_id = c.family_id AND b.user_id = u.id AND b.lifted_at IS NULL
    )
"""


def sees(child: str) -> str:
    """That a user u sees the child whose id stands in a column."""
    return f"EXISTS (SELECT FROM safeguarding_child c WHERE c.id = {child} AND {SEES})"


def may_hold(row: Deadline, child: str) -> str:
    """That a user u is here, may do what a deadline asks for, and sees its child."""
    return f"u.is_active AND {holds_any(row.able)} AND {sees(child)}"


def held_as(row: Deadline) -> str:
    """The role in which a user u who may hold a deadline does, as Deadline.held_as() for one person."""
    able = ", ".join(f"'{role}'" for role in row.able)
    first = f"held.role <> '{Role.CHAIR}', " if row.holder is Holder.CHAIR else ""
    own = ", ".join(f"'{role}'" for role in row.able if holds(role, row.acts))
    first += f"held.role NOT IN ({own}), " if row.in_place else ""
    return f"""(
        SELECT held.role FROM unnest({HELD}) WITH ORDINALITY AS held (role, place)
        WHERE held.role IN ({able}) ORDER BY {first}held.place LIMIT 1
    )"""


def may_decide(duty: str) -> str:
    """That a user u is none of those who asked for what a duty (its alias) wants decided, as
    conferences.queries.consultations.askers() settles it for one consultation; nor one who has a part in what
    a second opinion is wanted on, as conferences.queries.consultations_second.knowing() does.
    """
    return f"""NOT ({duty}.kind = '{Code.DECIDE_CONSULTATION}' AND EXISTS (
        SELECT FROM conferences_consultation k CROSS JOIN LATERAL ({ASKERS}) AS asker
        WHERE k.id = {duty}.consultation_id AND asker.who = u.id
    )) AND NOT ({duty}.kind = '{Code.SECOND_OPINION}' AND EXISTS (
        SELECT FROM conferences_secondopinion o {OF_SECOND} WHERE k.id = {duty}.consultation_id
            AND concerned.who = u.id
    ))"""


def may_give_second(opinion: str) -> str:
    """That a user u may give a second opinion (its alias): here, with the right, without a part in it, and
    seeing each child of the family at %(at)s.
    """
    return f"""u.is_active AND NOT u.is_system AND {holds_any(SECONDS)} AND NOT EXISTS (
        SELECT FROM conferences_secondopinion o {OF_SECOND} WHERE o.id = {opinion}.id
            AND concerned.who = u.id
    ) AND NOT EXISTS (
        SELECT FROM conferences_consultationanswer a
            JOIN conferences_consultation k ON k.id = a.consultation_id
            JOIN conferences_consultation s ON s.within_id = k.within_id
            JOIN safeguarding_child c ON c.id = s.child_id
        WHERE a.id = {opinion}.answer_id AND NOT ({SEES})
    )"""


def of_nobody(row: Deadline, children: Collection[int], at: dt.datetime) -> set[int]:
    """Those of these children (ids) for whom nobody here may do what a deadline asks for: nobody who holds
    the right sees them at a moment.
    """
    able = f"NOT u.is_system AND {may_hold(row, 'child_id')}"
    statement = f"""SELECT child_id FROM unnest(%(children)s::bigint[]) AS child_id
        WHERE NOT EXISTS (SELECT FROM safeguarding_user u WHERE {able})"""
    with connection.cursor() as cursor:
        cursor.execute(statement, {"children": list(children), "at": at})
        return {child for (child,) in cursor.fetchall()}
