"""The rows of accounts: what is needed of one, and how it is written. For the operations alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence

from allauth.account.models import EmailAddress

from safeguarding import audit
from safeguarding.directory.items import plain
from safeguarding.directory.naming import problems_of_address, problems_of_name
from safeguarding.models import Team, User
from safeguarding.operation import lock
from safeguarding.refusals import Problem, refuse_all
from safeguarding.rights import SEES_OWN_TEAM
from safeguarding.second_person.further import NO_UNIT, end_held


def need_account(
    email: str, full_name: str, role: str, team: Team | None, further: Sequence[str] = ()
) -> tuple[str, str]:
    """The address and the name as they are kept. Raises Refused with all that is wrong."""
    address, name = email.strip().lower(), plain(full_name)
    of_both = [*problems_of_name(name), *problems_of_address(address)]
    refuse_all([*of_both, *problems_of_role(role, team, further)])
    return address, name


def make_account(address: str, name: str, role: str, team: Team | None, by: User, at: dt.datetime) -> User:
    """An account whose owner sets the password by a link (safeguarding.accounts.signin.links)."""
    user = User.objects.create_user(address, None, full_name=name, role=role, team=team)
    EmailAddress.objects.create(user=user, email=address, verified=True, primary=True)
    audit.record("user.added", user, by=by, at=at, detail={"role": role, "team": team and team.pk})
    return user


def set_role(account: User, role: str, team: Team | None, by: User, at: dt.datetime) -> None:
    """Another main role: one that was held besides it is no further one any more."""
    end_held(account, role, by, at)
    detail = {"role": [account.role, role], "team": [account.team_id, team and team.pk]}
    account.role, account.team = role, team
    end_sessions(account, at, "role", "team")
    audit.record("user.role_changed", account, by=by, at=at, detail=detail)


def problems_of_role(role: str, team: Team | None, further: Collection[str] = ()) -> list[Problem]:
    if not role:
        return [Problem("Select a role", "role")]
    if team is None and not SEES_OWN_TEAM.isdisjoint({role, *further}):
        return [Problem("Choose a team: in this role a person sees their own team’s children", "team")]
    return problems_of_team(team, {role, *further})


def problems_of_team(team: Team | None, roles: Collection[str]) -> list[Problem]:
    """A team that was taken out of use has nobody, and the safeguarding unit nobody who works with its
    children. It is held until the account is written.
    """
    if team is None:
        return []
    held = lock(team)
    if not held.is_active:
        return [Problem(f"{team.name} is out of use. Choose another team", "team")]
    return (
        [Problem(NO_UNIT.format(team=team.name), "team")]
        if held.is_safeguarding_unit and SEES_OWN_TEAM & {*roles}
        else []
    )


def end_sessions(user: User, at: dt.datetime, *changed: str) -> None:
    user.sessions_valid_from = at
    user.save(update_fields=[*changed, "sessions_valid_from"])
