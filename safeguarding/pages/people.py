"""Pages of accounts: who works here, and what an administrator does to an account."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from safeguarding.access import Permission, needs, person_of
from safeguarding.accounts import operations, people, teams
from safeguarding.accounts.signin.fresh import signed_in_again
from safeguarding.clock import day_of, now, today
from safeguarding.models import AuditEntry, ChangeKind, User
from safeguarding.pagekit.components import Cell, Column, SummaryRow, Table, Tag
from safeguarding.pages.account_changes import WAITS, WILL_WAIT, send_link
from safeguarding.pages.people_forms import AddUserForm, FindPersonForm
from safeguarding.pages.people_further import further_table
from safeguarding.policy.words import role_words, said_of
from safeguarding.second_person import accounts as changes
from safeguarding.wording import uk_moment, upper_first

A_PAGE = 50
EVENTS = {
    "user.added": "Account created",
    "user.name_changed": "Name changed",
    "user.address_changed": "Email address changed",
    "user.role_changed": "Role or team changed",
    "user.further_role_given": "Further role given",
    "user.further_role_ended": "Further role ended",
    "user.switched_off": "Switched off",
    "user.work_handed_on": "Open work handed on",
    "user.switched_on": "Switched on",
    "user.second_check_reset": "Second check removed",
    "user.password_reset": "Password taken off",
    "user.password_link_given": "Link to set the password sent",
    "user.change_asked": "Change asked for",
    "user.change_confirmed": "Change confirmed",
    "user.change_refused": "Change refused",
    "user.change_withdrawn": "Change withdrawn",
}
# What changed is in the account's history, as notes hold no names.
RESPELT = {"user.name_changed": "full_name", "user.address_changed": "email"}


@needs(Permission.MANAGE_USERS)
@require_safe
def user_list(request: HttpRequest) -> HttpResponse:
    """The accounts, by name."""
    form = FindPersonForm(request.GET or None)
    wanted = form.cleaned_data if form.is_bound and form.is_valid() else {}
    found = people.people(wanted.get("q", ""), wanted.get("state", ""))
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    columns = [Column(words) for words in ("Name", "Role", "Team", "Account", "Last sign-in", "Second check")]
    table = Table(
        "People",
        columns,
        [_row(user, today()) for user in page],
        "No one matches this search.",
        row_heads=True,
        stack=True,
    )
    values = {"form": form, "table": table, "page": page, "alone": changes.administrators() < changes.ENOUGH}
    return render(request, "safeguarding/users.html", values)


def _row(user: Any, on: dt.date) -> list[Any]:
    return [
        Cell(user.full_name, href=reverse("user", args=[user.ref]), note=user.email),
        upper_first(said_of(user, on)),
        user.team.name if user.team else "None",
        Cell(tag=_state(user)),
        uk_moment(user.last_login) or "Never",
        "Set up" if user.has_second_check else "Not set up",
    ]


def _state(user: User) -> Tag:
    return Tag("In use", "green") if user.is_active else Tag("Switched off", "grey")


@needs(Permission.MANAGE_USERS)
@require_safe
def user_page(request: HttpRequest, ref: UUID) -> HttpResponse:
    """One account: what it is, what may be done to it, and what was."""
    user = _account(ref)
    context = {
        "account": user,
        "rows": _summary(user, today()),
        "further": further_table(user, today(), may_end=user.pk != person_of(request).pk),
        "history": _history(user),
        "own": user.pk == person_of(request).pk,
        "waits": changes.of_account(user, today()),
        "has_password": user.has_usable_password(),
    }
    return render(request, "safeguarding/user.html", context)


def _account(ref: UUID) -> Any:
    found = people.people().filter(ref=ref).first()
    if found is None:
        raise Http404
    return found


def _summary(user: Any, on: dt.date) -> list[SummaryRow]:
    return [
        SummaryRow("Email address", user.email),
        SummaryRow("Role", role_words(user.role, on).first),
        SummaryRow("Team", user.team.name if user.team else "None"),
        SummaryRow("Account", _state(user).text),
        SummaryRow("Last sign-in", uk_moment(user.last_login) or "Never"),
        SummaryRow("Second check", "Set up" if user.has_second_check else "Not set up"),
    ]


def _history(user: User) -> Table:
    entries = list(people.done_to(user))
    stood = people.as_they_stood(user, entries)
    rows = [
        [
            uk_moment(entry.done_at),
            EVENTS.get(entry.event, entry.event),
            _respelt(entry, stood) or _change(entry),
            entry.done_by.full_name,
        ]
        for entry in entries
    ]
    columns = [Column("When"), Column("What"), Column("From and to"), Column("By")]
    return Table("Account history", columns, rows, "Nothing yet.", stack=True)


def _respelt(entry: AuditEntry, stood: dict[int, Any]) -> str:
    """The name or the address, before and after; "" where neither changed."""
    field, ids = RESPELT.get(entry.event), entry.detail.get("history", ())
    return " to ".join(getattr(stood[pk], field) for pk in ids) if field else ""


def _change(entry: AuditEntry) -> str:
    """In the words of that day."""
    roles, on = entry.detail.get("role"), day_of(entry.done_at)
    if not roles and "kind" in entry.detail:
        return ChangeKind(entry.detail["kind"]).label
    if isinstance(roles, list) and roles[0] != roles[1]:
        return f"{role_words(roles[0], on).first} to {role_words(roles[1], on).first}"
    return role_words(roles, on).first if isinstance(roles, str) else "–"


@needs(Permission.MANAGE_USERS)
@require_http_methods(["GET", "POST"])
@signed_in_again
def user_add(request: HttpRequest) -> HttpResponse:
    """A new account."""
    form = AddUserForm(request.POST or None, teams=teams.teams(), on=today(), back=reverse("people"))
    asked = form.attempt(lambda: operations.ask_user(**form.answers, by=person_of(request), at=now()))
    if asked:
        messages.success(request, f"Asked for. {WAITS}")
        return redirect("account_change", ref=asked.ref)
    return render(request, "safeguarding/user_form.html", {"form": form, "heading": "Add a person"})


def _confirm(
    request: HttpRequest, ref: UUID, words: tuple[str, str, str], done: str, operation: Callable[..., object]
) -> HttpResponse:
    """Ask with `words` (heading, what follows, button); on POST do it, and say `done`."""
    user = _account(ref)
    if request.method == "POST":
        operation(user=user, by=person_of(request), at=now())
        messages.success(request, done)
        return redirect("user", ref=ref)
    heading, follows, button = words
    context = {
        "account": user,
        "heading": f"{heading} {user.full_name}?",
        "follows": follows,
        "button": button,
    }
    return render(request, "safeguarding/user_confirm.html", context)


@needs(Permission.MANAGE_USERS)
@require_http_methods(["GET", "POST"])
@signed_in_again
def user_on(request: HttpRequest, ref: UUID) -> HttpResponse:
    """Ask that an account is switched on again."""
    follows = f"They can then sign in with the password they had. {WILL_WAIT}"
    words = ("Ask to switch on the account of", follows, "Ask for it")
    return _confirm(request, ref, words, f"Asked for. {WAITS}", operations.ask_switch_on)


@needs(Permission.MANAGE_USERS)
@require_http_methods(["GET", "POST"])
@signed_in_again
def user_reset_check(request: HttpRequest, ref: UUID) -> HttpResponse:
    """Ask that every second check of somebody who lost theirs is taken off."""
    follows = (
        "Speak to them first, and be sure that it is them: whoever has their password could sign in next and "
        f"set up a second check of their own. They are told by email. {WILL_WAIT}"
    )
    words = ("Ask to remove the second check from", follows, "Ask for it")
    return _confirm(request, ref, words, f"Asked for. {WAITS}", operations.ask_second_check_reset)


@needs(Permission.MANAGE_USERS)
@require_http_methods(["GET", "POST"])
@signed_in_again
def user_reset_password(request: HttpRequest, ref: UUID) -> HttpResponse:
    """Ask that somebody's password is taken off and that they get a link to set another."""
    follows = (
        "The password they have will no longer open anything, and they are signed out. They get a link by "
        f"email to set a new one. {WILL_WAIT}"
    )
    words = ("Ask for a new password for", follows, "Ask for it")
    return _confirm(request, ref, words, f"Asked for. {WAITS}", operations.ask_password)


@needs(Permission.MANAGE_USERS)
@require_http_methods(["GET", "POST"])
@signed_in_again
def user_link(request: HttpRequest, ref: UUID) -> HttpResponse:
    """Send the link to set a first password once more, to its person alone; whoever had to sign in again on
    the way presses the button again.
    """
    if request.method == "GET":
        return redirect("user", ref=ref)
    user = _account(ref)
    operations.note_link(user=user, by=person_of(request), at=now())
    send_link(request, user)
    return redirect("user", ref=ref)
