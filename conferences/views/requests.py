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
from conferences.operations import requests as operations
from conferences.queries.consultations import failed_support, last_answer
from conferences.queries.consultations_agreed import agreed_unasked
from conferences.queries.consultations_record import consultations_of
from conferences.queries.days import days_asked, days_to_decide, tellings_of
from conferences.queries.invitations import listed as listed_people
from conferences.queries.preparation import prepared_with
from conferences.queries.replans import found_for
from conferences.queries.requests import (
    children_of,
    family_to_ask_for,
    request_for,
    requests_ahead,
    requests_of,
    sent_before,
)
from conferences.queries.scheduling_fit import told_fit
from conferences.queries.scheduling_parts import part_of_request
from conferences.rules.consultations import UNANSWERED
from conferences.rules.vocabulary import ConferenceKind
from conferences.rules.workflow import OPEN_REQUESTS
from conferences.views.pairs import matches_of
from conferences.views.presenters import invitations as present_invited
from conferences.views.presenters import requests as presenter
from conferences.views.presenters.consultations_agreed import agreed_answers
from conferences.views.presenters.consultations_record import account_next, decided
from conferences.views.presenters.consultations_state import failed_answers
from conferences.views.presenters.preparation import summary_rows as prepared_rows
from conferences.views.presenters.requests_left import first_answers
from conferences.views.presenters.scheduling_fit import fit_row
from conferences.views.scheduling_parts import or_part
from safeguarding.access import Permission, can, needs, person_of
from safeguarding.clock import now, today
from safeguarding.models import Child, ReadKind
from safeguarding.pagekit.checking import carried, check_answers
from safeguarding.pages.drafts import typed

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
        "table": presenter.listed(page.object_list, days_asked(children_of(page.object_list)), tab, today()),
        "page_obj": page,
        "moved_href": presenter.moved_href(person_of(request)),
    }
    return render(request, "conferences/requests/list.html", values)


def _begun_with(child: Child) -> dict[str, object]:
    """What the form begins with: what the child left a request by, was agreed to, or what failed."""
    agreed = agreed_unasked(child.pk)
    known = agreed_answers(agreed, last_answer(agreed)) if agreed else {}
    return first_answers(child) or known or failed_answers(child, failed_support(child))


@needs(Permission.ASK_CONFERENCE)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Ask, check, send. What was typed goes with the page, so that going back or a refusal loses nothing."""
    user, on, at = person_of(request), today(), now()
    family, children = family_to_ask_for(user, ref, on)
    back = reverse("family", args=[ref])
    again = next((one.child for one in children if str(one.child.ref) == request.GET.get("child")), None)
    first = {"form_key": uuid.uuid4(), **(_begun_with(again) if again else {})}
    form = RequestForm(typed(request), family=children, on=on, back=back, initial=first)
    values = {
        "form": form,
        "family": family,
        "back": back,
        "any": any(one.kinds for one in children),
        "enquiry_first": any(ConferenceKind.INITIAL not in one.kinds for one in children),
    }
    # Asked only now, so that it sees what was committed while the form was read.
    if made := sent_before(user, request.POST.get("form_key", "")):
        return _sent(request, made, is_new=False)
    words = ("form_key", "reason", "interim_safety")
    answers = check_answers(
        form,
        lambda: operations.request_conference(
            **{name: form.answers[name] for name in words},
            family=family,
            children=form.asks(),
            by=user,
            at=at,
        ),
    )
    if answers.to_check:
        return _check(request, form, values)
    if answers.done:
        return _sent(request, answers.done, is_new=answers.done.requested_at == at)
    values["ahead"] = presenter.ahead(requests_ahead(user, family))
    if not values["any"]:
        # Somebody asked meanwhile: there is no form to show the words in.
        values |= {"typed": form.typed(), "form": None}
    return render(request, "conferences/requests/new.html", values)


def _check(request: HttpRequest, form: RequestForm, values: dict[str, object]) -> HttpResponse:
    """What will be asked, each child with its due date."""
    asks = [(ask, operations.due_of(ask, form.on)) for ask in form.asks()]
    shown = values | {
        "checked": presenter.checked(asks, form.on),
        "rows": presenter.words_checked(form.cleaned_data),
        "carried": carried(form),
        "form": None,
    }
    return render(request, "conferences/requests/check.html", shown)


def _sent(request: HttpRequest, made: Request, *, is_new: bool) -> HttpResponse:
    if is_new:
        messages.success(request, "The conference is requested.")
    else:
        messages.info(request, "This request was sent already. It was made once, and here it is.")
    return redirect("request", ref=made.ref)


@needs(Permission.READ_REQUEST)
@require_safe
@or_part(part_of_request)
def show(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """One request: each child's clock, what the check of its history found, and what comes next."""
    user = person_of(request)
    found = request_for(user, ref)
    history = found_for(user, found.children.all())
    children = list(found.children.all())
    matches = matches_of(user, [asked.child for asked in children])
    consulted = consultations_of(user, found)
    decide = days_to_decide([one for one in consulted if one.state in UNANSWERED])
    page = presenter.request_page(
        found, history, days_asked(children), tellings_of(children), user, today(), matches
    )
    # Of a family in two teams each worker asks for the children that the worker sees.
    others = requests_ahead(user, found.family).exclude(pk=found.pk)
    is_open = found.state in OPEN_REQUESTS
    people = listed_people(user, found, today())
    values = {
        "page": page,
        "ahead": presenter.ahead(others),
        "decided": decided(consulted, user, decide, today()),
        "account_next": account_next(consulted, decide, user, today()) if is_open else None,
        "is_open": is_open,
        "invited": [
            *present_invited.summary_rows(people),
            *prepared_rows(prepared_with(user, people, None)),
            fit_row(found, told_fit(found), may_change=can(user, Permission.INVITE)),
        ],
    }
    return render(request, "conferences/requests/request.html", values)


@needs(Permission.WITHDRAW_REQUEST)
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Withdraw a request, with a reason."""
    user = person_of(request)
    found = request_for(user, ref)
    back = reverse("request", args=[ref])
    form = WithdrawForm(typed(request), back=back)
    if form.attempt(lambda: operations.withdraw(request=found, **form.answers, by=user, at=now())):
        messages.success(request, "The request is withdrawn.")
        return redirect(back)
    values = {"form": form, "back": back, "number": found.pk}
    return render(request, "conferences/requests/withdraw.html", values)
