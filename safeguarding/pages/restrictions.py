"""Pages that say who may see a restricted record, and who may never see a family. They show a child's
number only.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from safeguarding.access import Permission, needs, operations, person_of, restrictions
from safeguarding.accounts import people
from safeguarding.accounts.signin.fresh import signed_in_again
from safeguarding.clock import now, today
from safeguarding.models import Bar, Child, ReadKind, RestrictedGrant
from safeguarding.pagekit.components import Cell, Column, Table, Tag
from safeguarding.pages.drafts import typed
from safeguarding.pages.restriction_forms import BarForm, GrantForm, NumberForm, RestrictForm, UndoForm
from safeguarding.policy.values import whole
from safeguarding.second_person import removals
from safeguarding.wording import uk_date, uk_moment


def governed(request: HttpRequest, ref: UUID) -> Child:
    """The child whose access or log this person governs, or 404."""
    found = restrictions.governed_by_ref(person_of(request), ref)
    if found is None:
        raise Http404
    return found


@needs(Permission.RESTRICT_CHILD, reads=ReadKind.LISTED)
@require_http_methods(["GET", "POST"])
def restricted(request: HttpRequest) -> HttpResponse:
    """The restricted records by number, and a way to any record's access by its number."""
    form = NumberForm(request.POST or None, find=finder(request), button="Continue")
    if form.is_valid():
        return redirect("child_access", ref=form.cleaned_data["number"].ref)
    rows = [_restricted_row(child) for child in restrictions.restricted(person_of(request), now())]
    columns = [Column(words) for words in ("Child’s number", "Since", "By", "Reason", "People named")]
    table = Table("Restricted records", columns, rows, "No record is restricted.", row_heads=True, stack=True)
    return render(request, "safeguarding/restricted.html", {"form": form, "table": table})


def finder(request: HttpRequest) -> Callable[[str], Child | None]:
    """Finds a child by its number among those whose access the person governs."""
    return partial(restrictions.governed, person_of(request))


def _restricted_row(child: Any) -> list[Any]:
    link = Cell(child.la_child_id, href=reverse("child_access", args=[child.ref]))
    return [link, uk_date(child.restricted_at), child.restricted_by, child.restricted_reason, child.named]


@needs(Permission.RESTRICT_CHILD)
@require_safe
def child_access(request: HttpRequest, ref: UUID) -> HttpResponse:
    """Who may see one record."""
    child = governed(request, ref)
    context = {"child": child, "grants": _grants(child), "removal": removals.of_child(child, today())}
    return render(request, "safeguarding/child_access.html", context)


def _grants(child: Child) -> list[tuple[RestrictedGrant, Tag]]:
    """The people named, each with a word on whether they still are."""
    return [(grant, _standing(grant)) for grant in restrictions.grants(child)]


def _standing(grant: RestrictedGrant) -> Tag:
    if grant.ended_at:
        return Tag(f"Ended {uk_date(grant.ended_at)}", "grey")
    if grant.until_at <= now():
        return Tag("Expired", "grey")
    return Tag(f"Until midnight, {uk_date(restrictions.last_day(grant))}", "green")


@needs(Permission.RESTRICT_CHILD)
@require_http_methods(["GET", "POST"])
def child_restrict(request: HttpRequest, ref: UUID) -> HttpResponse:
    """Restrict a record."""
    child = governed(request, ref)
    back = reverse("child_access", args=[ref])
    form = RestrictForm(typed(request, governing=True), back=back)
    by, at = person_of(request), now()
    if form.attempt(lambda: operations.restrict(child=child, **form.answers, by=by, at=at)):
        messages.success(request, "The record is restricted. Now name the people who may see it.")
        return redirect(back)
    return _form(request, form, back, "Restrict this record", child)


@needs(Permission.RESTRICT_CHILD)
@require_http_methods(["GET", "POST"])
@signed_in_again
def child_unrestrict(request: HttpRequest, ref: UUID) -> HttpResponse:
    """Ask that a restricted record is opened again."""
    child = governed(request, ref)
    back = reverse("child_access", args=[ref])
    form = UndoForm(request.POST or None, back=back, button="Ask for it")
    by, at = person_of(request), now()
    if form.attempt(lambda: operations.ask_removal(child=child, **form.answers, by=by, at=at)):
        messages.success(
            request,
            "Asked for. The record stays restricted until a second person confirms it.",
        )
        return redirect(back)
    return _form(request, form, back, "Ask that this record is opened again", child)


@needs(Permission.RESTRICT_CHILD)
@require_http_methods(["GET", "POST"])
@signed_in_again
def child_grant(request: HttpRequest, ref: UUID) -> HttpResponse:
    """Name a person who may see a record."""
    child, by, at = governed(request, ref), person_of(request), now()
    back = reverse("child_access", args=[ref])
    days = whole("RESTRICTION_REVIEW_DAYS", today())
    form = GrantForm(
        typed(request, governing=True),
        users=people.who_read_records(),
        days=days,
        on=today(),
        back=back,
        initial={"user": request.GET.get("user")},
    )
    granted = form.attempt(lambda: operations.grant(child=child, **form.answers, by=by, at=at))
    if granted:
        messages.success(request, f"{granted.user.full_name} can see this record.")
        return redirect(back)
    return _form(request, form, back, "Name a person", child)


@needs(Permission.RESTRICT_CHILD)
@require_POST
def child_grant_end(request: HttpRequest, ref: UUID, pk: int) -> HttpResponse:
    """End a person's sight of a record at once."""
    found = restrictions.grants(governed(request, ref)).filter(pk=pk).first()
    if found is None:
        raise Http404
    operations.end_grant(grant=found, by=person_of(request), at=now())
    messages.success(request, f"{found.user.full_name} can no longer see this record.")
    return redirect("child_access", ref=ref)


@needs(Permission.BAR_PERSON, reads=ReadKind.LISTED)
@require_safe
def bars(request: HttpRequest) -> HttpResponse:
    """The bars that hold."""
    user = person_of(request)
    held = list(restrictions.bars(user))
    numbers = restrictions.numbers({bar.family_id for bar in held}, user)
    rows = [_bar_row(bar, numbers.get(bar.family_id, [])) for bar in held]
    columns = [
        Column(words) for words in ("Person", "Children of the family", "Why", "Since", "By", "Change")
    ]
    table = Table(
        "Barred people", columns, rows, "Nobody is barred from a family.", row_heads=True, stack=True
    )
    return render(request, "safeguarding/bars.html", {"table": table})


def _bar_row(bar: Bar, numbers: list[str]) -> list[Any]:
    lift = Cell("Lift", href=reverse("bar_lift", args=[bar.pk]))
    return [bar.user, ", ".join(numbers), bar.reason, uk_moment(bar.barred_at), bar.barred_by, lift]


@needs(Permission.BAR_PERSON)
@require_http_methods(["GET", "POST"])
def bar_add(request: HttpRequest) -> HttpResponse:
    """Bar a person from a family, named by the number of one of its children."""
    back = reverse("bars")
    data = typed(request, governing=True)
    form = BarForm(data, find=finder(request), users=people.who_read_records(), on=today(), back=back)
    barred = form.attempt(lambda: operations.bar(**form.bar, by=person_of(request), at=now()))
    if barred:
        messages.success(request, f"{barred.user.full_name} can no longer see this family.")
        return redirect(back)
    return _form(request, form, back, "Bar a person from a family")


@needs(Permission.BAR_PERSON)
@require_http_methods(["GET", "POST"])
@signed_in_again
def bar_lift(request: HttpRequest, pk: int) -> HttpResponse:
    """Lift a bar."""
    found = restrictions.bars(person_of(request)).filter(pk=pk).first()
    if found is None:
        raise Http404
    back = reverse("bars")
    form = UndoForm(request.POST or None, back=back, button="Lift the bar")
    by, at = person_of(request), now()
    if form.attempt(lambda: operations.lift_bar(bar=found, **form.answers, by=by, at=at)):
        messages.success(request, f"{found.user.full_name} is no longer barred from this family.")
        return redirect(back)
    return _form(request, form, back, f"Lift the bar of {found.user.full_name}")


def _form(
    request: HttpRequest, form: Form, back: str, heading: str, child: Child | None = None
) -> HttpResponse:
    number = child.la_child_id if child else ""
    context = {"form": form, "back": back, "heading": heading, "number": number}
    return render(request, "safeguarding/access_form.html", context)
