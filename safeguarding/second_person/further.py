"""The rows of further roles: given and ended, each with its moment and by whom. For the operations alone."""

from __future__ import annotations

import datetime as dt

from safeguarding import audit
from safeguarding.models import HeldRole, User
from safeguarding.refusals import Problem, refuse_all
from safeguarding.rights import SEES_OWN_TEAM, Role

NEEDS_TEAM = "This role needs a team, and the person has none. Give them a team first"
NO_UNIT = (
    "{team} holds no children, and who works with children belongs to a team that does. Choose another team"
)
HAS_IT = "They have this role already"


def problems_of_further(account: User, role: str) -> list[Problem]:
    """What forbids a further role to an account that is held."""
    if not role:
        return [Problem("Select a role", "role")]
    if role in account.roles:
        return [Problem(HAS_IT, "role")]
    if Role(role) not in SEES_OWN_TEAM:
        return []
    if account.team is None:
        return [Problem(NEEDS_TEAM, "role")]
    unit = account.team.is_safeguarding_unit
    return [Problem(NO_UNIT.format(team=account.team.name), "role")] if unit else []


def give_further_role(account: User, role: str, by: User, at: dt.datetime) -> HeldRole:
    """Give it from now on, and end the sessions. Raises Refused where it does not fit the account."""
    refuse_all(problems_of_further(account, role))
    held = HeldRole.objects.create(person=account, role=role, from_at=at, given_by=by)
    audit.record("user.further_role_given", account, by=by, at=at, detail={"role": role})
    _end_sessions(account, at)
    return held


def end_held(account: User, role: str, by: User, at: dt.datetime) -> bool:
    """End a further role where it is held now, and the sessions with it; whether it was."""
    held = HeldRole.objects.filter(person=account, role=role, until_at__isnull=True).first()
    if held is None:
        return False
    held.until_at, held.ended_by = at, by
    held.save(update_fields=["until_at", "ended_by"])
    audit.record("user.further_role_ended", account, by=by, at=at, detail={"role": role})
    _end_sessions(account, at)
    return True


def _end_sessions(account: User, at: dt.datetime) -> None:
    """The roles are the database's to write: they are read anew."""
    account.sessions_valid_from = at
    account.save(update_fields=["sessions_valid_from"])
    account.refresh_from_db(fields=["further_roles"])
