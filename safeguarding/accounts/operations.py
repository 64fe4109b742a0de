"""What an administrator does to accounts: never to their own, and what changes rights ends sessions."""

from __future__ import annotations

import datetime as dt

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from safeguarding import audit
from safeguarding.models import Team, User
from safeguarding.operation import lock, operation, refuse_own
from safeguarding.refusals import NOT_FOUND, NOT_THERE, Problem, Refused, missing, refuse_all
from safeguarding.rights import SEES_OWN_TEAM, Permission, Role

NO_ADDRESS = "Enter an email address in the correct format, like name@example.com"
TAKEN = "Someone already has this email address"


@operation(
    needs=Permission.MANAGE_USERS,
    system=True,
    refuses={
        "user_email_once_whatever_its_capitals": (TAKEN, "email"),
        "safeguarding_user_email_key": (TAKEN, "email"),
    },
)
def add_user(*, email: str, full_name: str, role: str, team: Team | None, by: User, at: dt.datetime) -> User:
    """Make an account without a password: its owner sets one by a link (safeguarding.accounts.signin.links).

    Raises Refused: no name or address, the address is taken, no role, a role that needs a team.
    """
    address, name = email.strip().lower(), full_name.strip()
    refuse_all([*_problems_of_name(name, address), *_problems_of_role(role, team)])
    user = User.objects.create_user(address, None, full_name=name, role=role, team=team)
    EmailAddress.objects.create(user=user, email=address, verified=True, primary=True)
    audit.record("user.added", user, by=by, at=at, detail={"role": role, "team": team and team.pk})
    return user


@operation(needs=Permission.MANAGE_USERS)
def change_role(*, user: User, role: str, team: Team | None, by: User, at: dt.datetime) -> User:
    """Another role or team. What the person had open ends at once, for it was opened with other rights."""
    account = _lock_account(user, by)
    refuse_all(_problems_of_role(role, team))
    if (account.role, account.team) == (role, team):
        raise Refused("This is already their role and team", "role")
    detail = {"role": [account.role, role], "team": [account.team_id, team and team.pk]}
    account.role, account.team = role, team
    _end_sessions(account, at, "role", "team")
    audit.record("user.role_changed", account, by=by, at=at, detail=detail)
    return account


@operation(needs=Permission.MANAGE_USERS)
def switch_off(*, user: User, by: User, at: dt.datetime) -> User:
    """The person can no longer sign in; what is recorded of them stays."""
    account = _lock_account(user, by)
    if not account.is_active:
        raise Refused("This account is already switched off.")
    account.is_active = False
    _end_sessions(account, at, "is_active")
    audit.record("user.switched_off", account, by=by, at=at)
    return account


@operation(needs=Permission.MANAGE_USERS)
def switch_on(*, user: User, by: User, at: dt.datetime) -> User:
    """The person can sign in again, with the password and second check they had."""
    account = _lock_account(user, by)
    if account.is_active:
        raise Refused("This account is already in use.")
    account.is_active = True
    _end_sessions(account, at, "is_active")
    audit.record("user.switched_on", account, by=by, at=at)
    return account


@operation(needs=Permission.MANAGE_USERS)
def reset_second_check(*, user: User, by: User, at: dt.datetime) -> User:
    """Take off every second check and recovery code; the person sets one up at the next sign-in."""
    account = _lock_account(user, by)
    count, _ = Authenticator.objects.filter(user=account).delete()
    if not count:
        raise Refused("This person has no second check to remove.")
    _end_sessions(account, at)
    audit.record("user.second_check_reset", account, by=by, at=at, detail={"taken_off": count})
    return account


@operation(needs=Permission.MANAGE_USERS)
def note_link(*, user: User, way: str, by: User, at: dt.datetime) -> None:
    """Note that a link to set the password was given out; `way` is MAIL or SHOWN. The link is made at
    the edge.
    """
    account = _lock_account(user, by)
    if not account.is_active:
        raise Refused("This account is switched off: switch it on first.")
    audit.record("user.password_link_given", account, by=by, at=at, detail={"way": way})


def _lock_account(user: User, by: User) -> User:
    """The account, account until the change is made: never one's own, nor the system's."""
    refuse_own(by, user.pk, sentence="You cannot change your own account. Another administrator must do it.")
    account = lock(user, "team")
    if account.is_system:
        raise Refused(NOT_THERE, status=NOT_FOUND)
    return account


def _problems_of_name(name: str, address: str) -> list[Problem]:
    found = missing(
        full_name=(name, "Enter the person’s full name"),
        email=(address, "Enter the person’s email address"),
    )
    if address and not _is_address(address):
        found.append(Problem(NO_ADDRESS, "email"))
    if User.objects.filter(email__iexact=address).exists():
        found.append(Problem(TAKEN, "email"))
    return found


def _is_address(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


def _problems_of_role(role: str, team: Team | None) -> list[Problem]:
    if not role:
        return [Problem("Select a role", "role")]
    if Role(role) in SEES_OWN_TEAM and team is None:
        return [Problem("Choose a team: in this role a person sees their own team’s children", "team")]
    return []


def _end_sessions(user: User, at: dt.datetime, *changed: str) -> None:
    user.sessions_valid_from = at
    user.save(update_fields=[*changed, "sessions_valid_from"])
