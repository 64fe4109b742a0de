"""Requests for a conference: the lists, asking with a check before it is sent, one's page, withdrawing."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.forms.requests import RequestForm, WithdrawForm
from conferences.models import Request
from conferences.operations.requests import RequestRefused, due_of, request_once, withdraw
from conferences.queries.replans import found_for
from conferences.queries.requests import family_to_ask_for, request_for, requests_of, sent_before
from conferences.views.presenters import requests as presenter
from conferences.views.sent_again import CHANGE, CONFIRM, STEP, hidden
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now, today
from safeguarding.models import Family, ReadKind
from safeguarding.pagekit.rows import quiet

A_PAGE = 25


@needs(Permission.READ_REQUEST, reads=ReadKind.LISTED)
@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """The requests in one state, in the order of their clocks."""
    tab = request.GET.get("show", "waiting")
    state = presenter.state_of(tab)
    if state is None:
        raise Http404
    page = Paginator(requests_of(person_of(request), state), A_PAGE).get_page(request.GET.get("page"))
    values = {
        "tabs": presenter.tabs(tab),
        "table": presenter.listed(page.object_list, tab, today()),
        "page_obj": page,
    }
    return render(request, "conferences/requests/list.html", values)


@needs(Permission.ASK_CONFERENCE)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Ask, check, send. What was typed goes with the page, so that going back or a refusal loses nothing."""
    on = today()
    family, children = family_to_ask_for(person_of(request), ref, on)
    back = reverse("family", args=[ref])
    form = RequestForm(
        request.POST or None, family=children, on=on, back=back, initial={"form_key": uuid.uuid4()}
    )
    values = {"form": form, "family": family, "back": back, "any": any(one.kinds for one in children)}
    step = request.POST.get(STEP, "")
    # Asked only now, so that it sees what was committed while the form was read.
    if made := sent_before(person_of(request), request.POST.get("form_key", "")):
        return _sent_already(request, made)
    if step == CHANGE:
        quiet(form)
    elif form.is_valid():
        answer = _sent(request, form, family) if step == CONFIRM else _check(request, form, values)
        if answer is not None:
            return answer
    return render(request, "conferences/requests/new.html", values)


def _check(request: HttpRequest, form: RequestForm, values: dict[str, object]) -> HttpResponse | None:
    """What will be asked, each child with its due date; None where a due date cannot be counted."""
    try:
        asks = [(ask, due_of(ask, form.on)) for ask in form.asks()]
    except RequestRefused as refusal:
        form.take_back(refusal)
        return None
    shown = values | {
        "checked": presenter.checked(asks, form.on),
        "rows": presenter.words_checked(form.cleaned_data),
        "hidden": hidden(request.POST),
        "form": None,
    }
    return render(request, "conferences/requests/check.html", shown)


def _sent(request: HttpRequest, form: RequestForm, family: Family) -> HttpResponse | None:
    """The request's page; None where it was refused, with the refusal in the form."""
    try:
        made, is_new = request_once(
            form_key=form.cleaned_data["form_key"],
            family=family,
            children=form.asks(),
            reason=form.cleaned_data["reason"],
            interim_safety=form.cleaned_data["interim_safety"],
            by=person_of(request),
            at=now(),
        )
    except RequestRefused as refusal:
        form.take_back(refusal)
        return None
    if not is_new:
        return _sent_already(request, made)
    messages.success(request, "The conference is requested.")
    return redirect("request", ref=made.ref)


def _sent_already(request: HttpRequest, made: Request) -> HttpResponse:
    messages.info(request, "This request was sent already. It was made once, and here it is.")
    return redirect("request", ref=made.ref)


@needs(Permission.READ_REQUEST)
@require_safe
def show(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """One request: each child's clock, what the check of its history found, and what comes next."""
    user = person_of(request)
    found = request_for(user, ref)
    history = found_for(user, found.children.all())
    page = presenter.request_page(found, history, user, today())
    return render(request, "conferences/requests/request.html", {"page": page})


@needs(Permission.READ_REQUEST)
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Withdraw a request, with a reason."""
    user = person_of(request)
    found = request_for(user, ref)
    back = reverse("request", args=[ref])
    form = WithdrawForm(request.POST or None, back=back)
    if form.is_valid():
        try:
            withdraw(request=found, reason=form.cleaned_data["reason"], by=user, at=now())
        except RequestRefused as refusal:
            form.refuse(refusal.sentence, refusal.field)
        else:
            messages.success(request, "The request is withdrawn.")
            return redirect(back)
    values = {"form": form, "back": back, "number": found.pk}
    return render(request, "conferences/requests/withdraw.html", values)
