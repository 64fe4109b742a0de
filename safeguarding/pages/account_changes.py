"""The pages of what was asked for accounts and waits for a second person, and of how that ended."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from safeguarding.access import Permission, can, needs, person_of
from safeguarding.accounts import operations
from safeguarding.accounts.signin import links
from safeguarding.accounts.signin.fresh import signed_in_again
from safeguarding.clock import now, today
from safeguarding.models import AccountChange, ChangeKind, User
from safeguarding.models.second import Outcome
from safeguarding.pagekit.components import Cell, Column, SummaryRow, Table
from safeguarding.pages.drafts import typed
from safeguarding.pages.people_forms import TurnDownForm
from safeguarding.policy.words import role_words, said_of
from safeguarding.second_person import accounts as changes
from safeguarding.wording import uk_date, uk_moment, upper_first

WAITS = "It waits for a second person."
WILL_WAIT = "A second person must confirm it: another administrator, or their manager."
DONE = {
    ChangeKind.NEW: "Confirmed. The account has been created.",
    ChangeKind.ROLE: "Confirmed. They have been signed out and have the new rights when they sign in again.",
    ChangeKind.FURTHER: "Confirmed. They have been signed out and have the role when they sign in again.",
    ChangeKind.PASSWORD: "Confirmed. The password no longer opens anything.",
    ChangeKind.SECOND_CHECK: "Confirmed. The second check has been removed.",
    ChangeKind.ON: "Confirmed. The account has been switched on.",
    ChangeKind.ADDRESS: "Confirmed. They have been signed out and sign in with the new address.",
}


@needs(Permission.CONFIRM_ACCOUNT)
@require_safe
def account_changes(request: HttpRequest) -> HttpResponse:
    """What waits: for this person, for others; and what was closed lately."""
    user, on = person_of(request), today()
    own = {change.pk for change in changes.to_confirm(user, on)}
    waiting = list(changes.still_waiting(user, on))
    closed = changes.ended(user, on)[: changes.MOST_CLOSED]
    keeps = can(user, Permission.MANAGE_USERS)
    values = {
        "own": _waiting_table("For you to confirm", [one for one in waiting if one.pk in own]),
        "others": _waiting_table("For somebody else to confirm", [o for o in waiting if o.pk not in own]),
        "closed": _closed_table(closed),
        "keeps": keeps,
        "alone": keeps and changes.administrators() < changes.ENOUGH,
    }
    return render(request, "safeguarding/account_changes.html", values)


def _waiting_table(caption: str, rows: Iterable[AccountChange]) -> Table:
    columns = [Column(words) for words in ("Whose account", "What", "Asked for by", "Lapses after")]
    lines = [
        [_link(one), _what(one), f"{one.asked_by}, {uk_date(one.asked_at)}", uk_date(one.last_date)]
        for one in rows
    ]
    return Table(caption, columns, lines, "Nothing.", row_heads=True, stack=True)


def _closed_table(rows: Iterable[AccountChange]) -> Table:
    columns = [Column(words) for words in ("Whose account", "What", "Asked for by", "How it ended", "By")]
    lines = [[_link(one), _what(one), one.asked_by, _ending(one), one.closed_by or "–"] for one in rows]
    return Table(
        "Confirmed, refused, withdrawn or lapsed", columns, lines, "Nothing.", row_heads=True, stack=True
    )


def _link(change: AccountChange) -> Cell:
    return Cell(changes.name_of(change), href=reverse("account_change", args=[change.ref]))


def _what(change: AccountChange) -> str:
    return ChangeKind(change.kind).label


def _ending(change: AccountChange) -> str:
    if not change.closed_at:
        return Outcome.LAPSED.label
    return f"{Outcome(change.outcome).label}, {uk_date(change.closed_at)}"


def confirm_change(request: HttpRequest, change: AccountChange) -> HttpResponse:
    """Confirm it, and tell whom it is for where they must know."""
    old = change.account.email if change.account else ""
    account = operations.confirm(change=change, by=person_of(request), at=now())
    messages.success(request, DONE[ChangeKind(change.kind)])
    _tell(request, ChangeKind(change.kind), account, old)
    return redirect("account_changes")


def show_change(request: HttpRequest, change: AccountChange, **more: Any) -> HttpResponse:
    """The page of one change; `more` is the form and the rows of open work that passes with it."""
    user, on = person_of(request), today()
    waits = changes.is_waiting(change, on)
    values = {
        "change": change,
        "name": changes.name_of(change),
        "rows": _summary(change, on),
        "what": _what(change),
        "may_confirm": changes.to_confirm(user, on).filter(pk=change.pk).exists(),
        "is_own": waits and change.asked_by_id == user.pk,
        "waits": waits,
        **more,
    }
    return render(request, "safeguarding/account_change.html", values)


def _summary(change: AccountChange, on: dt.date) -> list[SummaryRow]:
    account, rows = change.account, [SummaryRow("What", _what(change))]
    if account and change.kind != ChangeKind.NEW:
        rows += [
            SummaryRow("Email address", account.email),
            SummaryRow("Role now", upper_first(said_of(account, on))),
        ]
        rows.append(SummaryRow("Team now", account.team.name if account.team else "None"))
    if change.kind == ChangeKind.NEW:
        rows.append(SummaryRow("Email address", change.email))
    if change.kind == ChangeKind.ADDRESS:
        rows.append(SummaryRow("Email address asked for", change.email))
    if change.role:
        rows.append(SummaryRow("Role asked for", role_words(change.role, on).first))
        if change.kind != ChangeKind.FURTHER:
            rows.append(SummaryRow("Team asked for", change.team.name if change.team else "None"))
    rows.append(SummaryRow("Asked for by", f"{change.asked_by}, {uk_moment(change.asked_at)}"))
    return rows + _end_rows(change)


def _end_rows(change: AccountChange) -> list[SummaryRow]:
    if not change.closed_at:
        return [SummaryRow("Lapses after", uk_date(change.last_date))]
    ended = f"{Outcome(change.outcome).label} by {change.closed_by}, {uk_moment(change.closed_at)}"
    rows = [SummaryRow("How it ended", ended)]
    return [*rows, SummaryRow("Why", change.closed_reason)] if change.closed_reason else rows


def _tell(request: HttpRequest, kind: ChangeKind, account: User, old: str) -> None:
    """Whom the account is gets the link, or hears what was done, at the `old` address too where it is
    another now; by e-mail, nobody else.
    """
    if kind in (ChangeKind.NEW, ChangeKind.PASSWORD):
        send_link(request, account)
    elif kind is ChangeKind.SECOND_CHECK:
        links.send_reset_notice(request, account)
    elif kind is ChangeKind.ADDRESS:
        for address in (old, account.email):
            if not links.send_address_notice(request, address):
                messages.error(request, f"The mail server did not take the email about it to {address}.")


def send_link(request: HttpRequest, account: User) -> None:
    """Send the link to set a password to its person, and say whether it left."""
    if links.send_welcome(request, account):
        messages.success(request, f"The link to set a password has been sent to {account.email}.")
    else:
        messages.error(
            request,
            "The mail server did not take the link to set a password. An administrator can send it again "
            f"from the page of {account.full_name}.",
        )


@needs(Permission.CONFIRM_ACCOUNT)
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in_again
def account_change_end(request: HttpRequest, ref: UUID) -> HttpResponse:
    """Withdraw what one asked for, or refuse what another did."""
    user, back = person_of(request), reverse("account_changes")
    change = get_object_or_404(changes.seen(user), ref=ref)
    is_own = change.asked_by_id == user.pk
    verb = "Withdraw" if is_own else "Refuse"
    form = TurnDownForm(typed(request), button=verb, back=reverse("account_change", args=[ref]))
    if form.attempt(lambda: operations.turn_down(change=change, **form.answers, by=user, at=now())):
        messages.success(request, "Withdrawn." if is_own else "Refused.")
        return redirect(back)
    heading = f"{verb} what was asked for {changes.name_of(change)}?"
    return render(request, "safeguarding/user_form.html", {"form": form, "heading": heading, "title": verb})
