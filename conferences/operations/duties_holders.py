"""SQL: who may do a duty and may see its child, so that none is held by somebody who cannot."""

from __future__ import annotations

from conferences.queries.replans import ASKED
from conferences.rules.deadlines import Code, Deadline
from safeguarding.rights import SEES_OWN_TEAM, Role, holds

OF_TEAMS = ", ".join(f"'{role}'" for role in sorted(SEES_OWN_TEAM))
# That a user u sees a child c at %(at)s, as safeguarding.access.sight settles it for one person.
SEES = f"""
    ((NOT c.is_restricted AND (u.role NOT IN ({OF_TEAMS}) OR EXISTS (
        SELECT FROM safeguarding_allocation a
        WHERE a.child_id = c.id AND a.team_id = u.team_id AND a.end_date IS NULL
    ))) OR EXISTS (
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
    able = ", ".join(f"'{role}'" for role in Role if holds(role, row.acts))
    return f"u.is_active AND u.role IN ({able}) AND {sees(child)}"


def may_decide(duty: str) -> str:
    """That a user u is none of those who asked for what a duty (its alias) wants decided, as
    conferences.queries.replans.askers() settles it for one consultation.
    """
    return f"""NOT ({duty}.kind = '{Code.DECIDE_CONSULTATION}' AND EXISTS (
        SELECT FROM conferences_consultation q
            JOIN conferences_requestedchild qc ON qc.id = q.requested_child_id
            JOIN conferences_request qr ON qr.id = qc.request_id
        WHERE q.id = {duty}.consultation_id AND (u.id IN (q.asked_by_id, qr.requested_by_id) OR EXISTS (
            SELECT FROM safeguarding_auditentry given
            WHERE given.subject_model = 'conferences.consultation' AND given.subject_id = q.id
                AND given.event = '{ASKED}' AND given.done_by_id = u.id
        ))
    ))"""
