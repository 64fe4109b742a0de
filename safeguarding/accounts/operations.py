"""What an administrator does to accounts: never to their own, and what changes rights ends sessions."""

from __future__ import annotations

import datetime as dt

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import transaction

from safeguarding import audit
from safeguarding.access import Permission, can
from safeguarding.models import Team, User
from safeguarding.rights import SEES_OWN_TEAM, Role


class UserChangeRefused(Exception):
    """The account cannot be made or changed so; the text is a sentence for the page, `field` where it
    belongs.
    """

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


@transaction.atomic
def add_user(*, email: str, full_name: str, role: str, team: Team | None, by: User, at: dt.datetime) -> User:
    """Make an account without a password: its owner sets one by a link (safeguarding.accounts.signin.links).

    Raises UserChangeRefused: the address is taken, the role needs a team.
    """
    _guard_right(by)
    _guard_team(role, team)
    address = email.strip().lower()
    if User.objects.filter(email__iexact=address).exists():
        raise UserChangeRefused("Somebody already has this e-mail address.", "email")
    user = User.objects.create_user(address, None, full_name=full_name.strip(), role=role, team=team)
    EmailAddress.objects.create(user=user, email=address, verified=True, primary=True)
    audit.record("user.added", user, by=by, at=at, detail={"role": role, "team": team and team.pk})
    return user


@transaction.atomic
def change_role(*, user: User, role: str, team: Team | None, by: User, at: dt.datetime) -> User:
    """Another role or team. What the person had open ends at once, for it was opened with other rights."""
    locked = _locked(user, by)
    _guard_team(role, team)
    if (locked.role, locked.team) == (role, team):
        raise UserChangeRefused("Nothing would change: the role and the team are these already.", "role")
    detail = {"role": [locked.role, role], "team": [locked.team_id, team and team.pk]}
    locked.role, locked.team = role, team
    _end_sessions(locked, at, "role", "team")
    audit.record("user.role_changed", locked, by=by, at=at, detail=detail)
    return locked


@transaction.atomic
def switch_off(*, user: User, by: User, at: dt.datetime) -> User:
    """The person can no longer sign in; what is recorded of them stays."""
    locked = _locked(user, by)
    if not locked.is_active:
        raise UserChangeRefused("This account is switched off already.")
    locked.is_active = False
    _end_sessions(locked, at, "is_active")
    audit.record("user.switched_off", locked, by=by, at=at)
    return locked


@transaction.atomic
def switch_on(*, user: User, by: User, at: dt.datetime) -> User:
    """The person can sign in again, with the password and second check they had."""
    locked = _locked(user, by)
    if locked.is_active:
        raise UserChangeRefused("This account is in use already.")
    locked.is_active = True
    _end_sessions(locked, at, "is_active")
    audit.record("user.switched_on", locked, by=by, at=at)
    return locked


@transaction.atomic
def reset_second_check(*, user: User, by: User, at: dt.datetime) -> User:
    """Take off every second check and recovery code; the person sets one up at the next sign-in."""
    locked = _locked(user, by)
    count, _ = Authenticator.objects.filter(user=locked).delete()
    if not count:
        raise UserChangeRefused("This person has no second check to take off.")
    _end_sessions(locked, at)
    audit.record("user.second_check_reset", locked, by=by, at=at, detail={"taken_off": count})
    return locked


@transaction.atomic
def note_link(*, user: User, way: str, by: User, at: dt.datetime) -> None:
    """Note that a link to set the password was given out; `way` is MAIL or SHOWN. The link is made at
    the edge.
    """
    locked = _locked(user, by)
    if not locked.is_active:
        raise UserChangeRefused("This account is switched off: switch it on first.")
    audit.record("user.password_link_given", locked, by=by, at=at, detail={"way": way})


def _locked(user: User, by: User) -> User:
    """The account, held until the change is made. An account that no longer is, or is the system's, is
    refused.
    """
    _guard_right(by)
    if user.pk == by.pk:
        raise UserChangeRefused("You cannot change your own account. Another administrator must do it.")
    return User.objects.select_for_update().get(pk=user.pk, is_system=False)


def _guard_right(by: User) -> None:
    if not (by.is_system or can(by, Permission.MANAGE_USERS)):
        raise UserChangeRefused("Your role may not change accounts.")


def _guard_team(role: str, team: Team | None) -> None:
    if Role(role) in SEES_OWN_TEAM and team is None:
        raise UserChangeRefused(
            "Choose a team: in this role a person sees their own team’s children.", "team"
        )


def _end_sessions(user: User, at: dt.datetime, *changed: str) -> None:
    user.sessions_valid_from = at
    user.save(update_fields=[*changed, "sessions_valid_from"])
