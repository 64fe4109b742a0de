"""What an administrator does to accounts, never to their own; what gives more than there was, a second person
confirms. What changes rights ends sessions.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator

from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.directory.accounts import (
    end_sessions,
    make_account,
    need_account,
    problems_of_role,
    problems_of_team,
    set_role,
)
from safeguarding.directory.items import plain
from safeguarding.directory.naming import TAKEN, problems_of_address, problems_of_name, write_anew
from safeguarding.models import AccountChange, ChangeKind, Outcome, Team, User
from safeguarding.operation import lock, lock_rows, operation, refuse_own
from safeguarding.refusals import FORBIDDEN, NOT_FOUND, NOT_THERE, Refused, refuse_all
from safeguarding.rights import SEES_OWN_TEAM, Permission, Role, is_raised
from safeguarding.second_person.accounts import to_confirm
from safeguarding.second_person.closing import (
    OWN_ASKED,
    close,
    close_lapsed,
    confirm_by_another,
    end_unconfirmed,
    last_day,
    lock_waiting,
)
from safeguarding.second_person.further import end_held, give_further_role, problems_of_further
from safeguarding.versions import seen_as

OWN_ACCOUNT = "You cannot change your own account. Another administrator must do it."
WAITS_ALREADY = "An account with this email address waits for a second person already"
SOMETHING_WAITS = (
    "Something waits for a second person for this account already. Confirm or withdraw that first."
)


EMAIL_TAKEN: dict[str, str | tuple[str, str]] = {
    "user_email_once_whatever_its_capitals": (TAKEN, "email"),
    "safeguarding_user_email_key": (TAKEN, "email"),
    "accountchange_one_new_of_an_address": (WAITS_ALREADY, "email"),
}
ONE_AT_A_TIME: dict[str, str | tuple[str, str]] = {"accountchange_one_at_a_time": SOMETHING_WAITS}


@operation(needs=Permission.MANAGE_USERS, system=True, refuses=EMAIL_TAKEN)
def add_user(
    *,
    email: str,
    full_name: str,
    role: str,
    team: Team | None,
    further: Sequence[str] = (),
    by: User,
    at: dt.datetime,
) -> User:
    """Make an account at once, without a password: for the system alone, that is for the command line.

    Raises Refused: a person, no name or address, the address is taken, no role, a role that needs a team.
    """
    if not by.is_system:
        raise Refused("A new account needs a second person. Ask for it.", status=FORBIDDEN)
    address, name = need_account(email, full_name, role, team, further)
    user = make_account(address, name, role, team, by, at)
    for other in further:
        give_further_role(user, other, by, at)
    return user


@operation(needs=Permission.MANAGE_USERS, refuses=EMAIL_TAKEN)
def ask_user(
    *, email: str, full_name: str, role: str, team: Team | None, by: User, at: dt.datetime
) -> AccountChange:
    """Ask for an account. There is none until a second person confirms it.

    Raises Refused: no name or address, the address is taken or asked for, no role, a role that needs a team.
    """
    address, name = need_account(email, full_name, role, team)
    _refuse_waiting(address, by, at)
    wanted = AccountChange(kind=ChangeKind.NEW, email=address, full_name=name, role=role, team=team)
    return _ask(wanted, by, at)


@operation(needs=Permission.MANAGE_USERS, refuses=ONE_AT_A_TIME)
def change_role(
    *, user: User, role: str, team: Team | None, by: User, at: dt.datetime
) -> User | AccountChange:
    """Another role or team: at once where it gives nothing that the person had not, and what they had open
    ends; else it waits for a second person.
    """
    account = _lock_account(user, by)
    refuse_all(problems_of_role(role, team, account.further_roles))
    if (account.role, account.team) == (role, team):
        raise Refused("This is already their role and team", "role")
    after = {role, *account.further_roles}
    if is_raised((account.roles, account.team_id), (after, team.pk if team else None)):
        return _ask_for(account, AccountChange(kind=ChangeKind.ROLE, role=role, team=team), by, at)
    _withdraw_waiting(account, by, at)
    set_role(account, role, team, by, at)
    return account


@operation(needs=Permission.MANAGE_USERS, refuses=ONE_AT_A_TIME)
def ask_further_role(*, user: User, role: str, by: User, at: dt.datetime) -> AccountChange:
    """Ask that the person holds a role besides those they have: always for a second person to confirm.

    Raises Refused: no role, one that they have, one of a team for somebody without one.
    """
    account = _lock_account(user, by)
    _refuse_switched_off(account)
    refuse_all(problems_of_further(account, role))
    # Of a team's role the team's manager may be the second person.
    team = account.team if Role(role) in SEES_OWN_TEAM else None
    return _ask_for(account, AccountChange(kind=ChangeKind.FURTHER, role=role, team=team), by, at)


@operation(needs=Permission.MANAGE_USERS)
def end_further_role(*, user: User, role: str, by: User, at: dt.datetime) -> User:
    """End a further role at once; what waited for the account is withdrawn."""
    account = _lock_account(user, by)
    if not end_held(account, role, by, at):
        raise Refused("They do not have this role besides their own any more.")
    _withdraw_waiting(account, by, at)
    return account


@operation(needs=Permission.MANAGE_USERS)
def change_name(*, user: User, full_name: str, seen: str = "", by: User, at: dt.datetime) -> User:
    """Another full name, at once: it gives nothing. What was signed or sent under the old one keeps it.

    Raises Refused: no name, the same one, and where it was changed since it was `seen` (seen_as of it).
    """
    account = _lock_account(user, by)
    if seen and seen != seen_as({"full_name": account.full_name}):
        now = f"It was changed to {account.full_name} since you opened this"
        raise Refused(f"{now}. Save again if yours is right", "full_name")
    refuse_all(problems_of_name(full_name))
    name = plain(full_name)
    if name == account.full_name:
        raise Refused("This is already their name", "full_name")
    detail = write_anew(account, full_name=name)
    audit.record("user.name_changed", account, by=by, at=at, detail=detail)
    return account


@operation(needs=Permission.MANAGE_USERS)
def switch_off(*, user: User, by: User, at: dt.datetime) -> User:
    """The person can no longer sign in; what is recorded of them stays."""
    account = _lock_account(user, by)
    if not account.is_active:
        raise Refused("This account is already switched off.")
    _withdraw_waiting(account, by, at)
    account.is_active = False
    end_sessions(account, at, "is_active")
    audit.record("user.switched_off", account, by=by, at=at)
    return account


@operation(needs=Permission.MANAGE_USERS, refuses=ONE_AT_A_TIME)
def ask_switch_on(*, user: User, by: User, at: dt.datetime) -> AccountChange:
    """Ask that the person can sign in again, with the password and second check they had."""
    account = _lock_account(user, by)
    if account.is_active:
        raise Refused("This account is already in use.")
    return _ask_for(account, AccountChange(kind=ChangeKind.ON), by, at)


@operation(needs=Permission.MANAGE_USERS, refuses=ONE_AT_A_TIME)
def ask_password(*, user: User, by: User, at: dt.datetime) -> AccountChange:
    """Ask that the person sets a new password: confirmed, the old one no longer opens anything."""
    account = _lock_account(user, by)
    _refuse_switched_off(account)
    return _ask_for(account, AccountChange(kind=ChangeKind.PASSWORD), by, at)


@operation(needs=Permission.MANAGE_USERS, refuses=ONE_AT_A_TIME)
def ask_address(*, user: User, email: str, by: User, at: dt.datetime) -> AccountChange:
    """Ask that the person signs in with another address: a link to set a password then goes there.

    Raises Refused: no address, one that an account has or that waits for one already.
    """
    account, address = _lock_account(user, by), email.strip().lower()
    _refuse_switched_off(account)
    if address == account.email:
        raise Refused("This is already their email address", "email")
    refuse_all(problems_of_address(address))
    _refuse_waiting(address, by, at)
    return _ask_for(account, AccountChange(kind=ChangeKind.ADDRESS, email=address), by, at)


@operation(needs=Permission.MANAGE_USERS, refuses=ONE_AT_A_TIME)
def ask_second_check_reset(*, user: User, by: User, at: dt.datetime) -> AccountChange:
    """Ask that every second check is taken off; the person sets one up at the next sign-in."""
    account = _lock_account(user, by)
    if not Authenticator.objects.filter(user=account).exists():
        raise Refused("This person has no second check to remove.")
    return _ask_for(account, AccountChange(kind=ChangeKind.SECOND_CHECK), by, at)


@operation(needs=Permission.MANAGE_USERS)
def note_link(*, user: User, by: User, at: dt.datetime) -> None:
    """Note that the link to set a first password was sent to its person once more. It is made at the edge."""
    account = _lock_account(user, by)
    _refuse_switched_off(account)
    if account.has_usable_password():
        raise Refused("This person has a password. A new one needs a second person: ask for it.")
    audit.record("user.password_link_given", account, by=by, at=at, detail={"way": "MAIL"})


# ----- By a second person ----------------------------------------------------------------------------------


@operation(needs=Permission.CONFIRM_ACCOUNT, refuses=EMAIL_TAKEN)
def confirm(*, change: AccountChange, by: User, at: dt.datetime) -> User:
    """Do what was asked for an account: another administrator, or the person's manager.

    Raises Refused: closed or lapsed, asked for by oneself, for oneself, somebody else's to confirm, or what
    no longer fits the account as it stands. Gives the account, whose person is told by e-mail at the edge.
    """
    account = lock(change.account) if change.account else None
    held = lock_waiting(change, at)
    refuse_own(by, held.asked_by_id, sentence=OWN_ASKED)
    refuse_own(by, held.account_id, sentence="This is for your own account. Somebody else must confirm it.")
    _refuse_others(held, by, day_of(at))
    changed = _make_true(held, account, by, at)
    held.account = changed
    held.save(update_fields=["account"])
    confirm_by_another(held, by=by, at=at)
    audit.record("user.change_confirmed", changed, by=by, at=at, detail=_detail(held))
    return changed


@operation(needs=Permission.CONFIRM_ACCOUNT)
def turn_down(*, change: AccountChange, reason: str, by: User, at: dt.datetime) -> AccountChange:
    """Withdraw what one asked for, or refuse what another did, with the reason."""
    held = lock_waiting(change, at)
    if by.pk != held.asked_by_id:
        refuse_own(by, held.account_id, sentence="This is for your own account. Somebody else decides it.")
        _refuse_others(held, by, day_of(at))
    how = end_unconfirmed(held, reason=reason, by=by, at=at)
    event = f"user.change_{how.lower()}"
    audit.record(event, held.account or held, by=by, at=at, detail=_detail(held))
    return held


def _refuse_others(change: AccountChange, by: User, on: dt.date) -> None:
    if not to_confirm(by, on).filter(pk=change.pk).exists():
        sentence = "Only another administrator or the person’s manager can confirm this."
        raise Refused(sentence, status=FORBIDDEN)


def _make_true(change: AccountChange, account: User | None, by: User, at: dt.datetime) -> User:
    """The account as it was asked for."""
    if account is None:
        address, name = need_account(change.email, change.full_name, change.role, change.team)
        return make_account(address, name, change.role, change.team, by, at)
    kind = ChangeKind(change.kind)
    if kind is ChangeKind.ROLE:
        refuse_all(problems_of_role(change.role, change.team, account.further_roles))
        set_role(account, change.role, change.team, by, at)
    elif kind is ChangeKind.FURTHER:
        give_further_role(account, change.role, by, at)
    elif kind is ChangeKind.ON:
        refuse_all(problems_of_team(account.team, account.roles))
        account.is_active = True
        end_sessions(account, at, "is_active")
        audit.record("user.switched_on", account, by=by, at=at)
    elif kind is ChangeKind.PASSWORD:
        account.set_unusable_password()
        end_sessions(account, at, "password")
        audit.record("user.password_reset", account, by=by, at=at)
    elif kind is ChangeKind.ADDRESS:
        _set_address(account, change.email, by, at)
    else:
        _take_off_second_check(account, by, at)
    return account


def _set_address(account: User, address: str, by: User, at: dt.datetime) -> None:
    """A link that was sent to the old one opens nothing any more, as it holds the address in its key."""
    refuse_all(problems_of_address(address))
    detail = write_anew(account, email=address, sessions_valid_from=at)
    EmailAddress.objects.filter(user=account).delete()
    EmailAddress.objects.create(user=account, email=address, verified=True, primary=True)
    audit.record("user.address_changed", account, by=by, at=at, detail=detail)


def _take_off_second_check(account: User, by: User, at: dt.datetime) -> None:
    count, _ = Authenticator.objects.filter(user=account).delete()
    end_sessions(account, at)
    audit.record("user.second_check_reset", account, by=by, at=at, detail={"taken_off": count})


# ----- What they share -------------------------------------------------------------------------------------


def _ask_for(account: User, change: AccountChange, by: User, at: dt.datetime) -> AccountChange:
    """Ask for a change to an account that is held; one at a time."""
    waiting = AccountChange.objects.filter(account=account)
    close_lapsed(waiting, by=by, at=at)
    if waiting.filter(closed_at__isnull=True).exists():
        raise Refused(SOMETHING_WAITS)
    change.account = account
    return _ask(change, by, at)


def _refuse_waiting(address: str, by: User, at: dt.datetime) -> None:
    """An address is asked for once at a time."""
    same = AccountChange.objects.filter(email__iexact=address)
    close_lapsed(same, by=by, at=at)
    if same.filter(closed_at__isnull=True).exists():
        raise Refused(WAITS_ALREADY, "email")


def _ask(change: AccountChange, by: User, at: dt.datetime) -> AccountChange:
    change.asked_by, change.asked_at, change.last_date = by, at, last_day(at)
    change.save()
    audit.record("user.change_asked", change.account or change, by=by, at=at, detail=_detail(change))
    return change


def _detail(change: AccountChange) -> dict[str, Any]:
    wanted = {"role": change.role, "team": change.team_id} if change.role else {}
    return {"change": change.pk, "kind": change.kind, **wanted}


def _withdraw_waiting(account: User, by: User, at: dt.datetime) -> None:
    """What was asked for an account as it was is not done to it as it is."""
    for waiting in lock_rows(AccountChange.objects.filter(account=account, closed_at__isnull=True)):
        close(waiting, Outcome.WITHDRAWN, by=by, at=at, reason="The account was changed meanwhile.")
        audit.record("user.change_withdrawn", account, by=by, at=at, detail=_detail(waiting))


def _refuse_switched_off(account: User) -> None:
    if not account.is_active:
        raise Refused("This account is switched off: switch it on first.")


def _lock_account(user: User, by: User) -> User:
    """The account, account until the change is made: never one's own, nor the system's."""
    refuse_own(by, user.pk, sentence=OWN_ACCOUNT)
    account = lock(user)
    if account.is_system:
        raise Refused(NOT_THERE, status=NOT_FOUND)
    return account
