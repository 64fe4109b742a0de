"""What follows a decision on a family: a partner's right, disagreement, conditions, another way; and a
consultation raised by hand.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.forms.consultations_after import (
    ConditionForm,
    DissentForm,
    PartnerForm,
    RaiseForm,
    ReviewForm,
    TakeBackForm,
)
from conferences.models import Consultation, ConsultationCondition
from conferences.operations import consultations_after as operations
from conferences.operations import consultations_deciding as deciding
from conferences.operations import consultations_raising as raising
from conferences.operations import consultations_taken_back as taking_back
from conferences.queries.consultations import (
    closed_with,
    condition_for,
    family_view,
    mark_of,
    part_for,
    set_with,
)
from conferences.queries.consultations_agreed import asks_due, right_refused
from conferences.rules.workflow import CONSULTATION, Event, may
from conferences.views.consultations_page import join_change
from conferences.views.presenters import consultations as presenter
from conferences.views.presenters.consultations_acts import ended_rows
from conferences.views.presenters.consultations_agreed import taken_back
from conferences.views.presenters.consultations_since import changes_since
from safeguarding.access import Permission, can, get, needs, person_of, scope
from safeguarding.clock import now, today
from safeguarding.models import Child
from safeguarding.pagekit.components import SummaryRow
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pages.drafts import typed
from safeguarding.refusals import CONFLICT, Refused
from safeguarding.wording import sentence

GET_OR_POST = ["GET", "HEAD", "POST"]
RIGHT_ASKED = "The partner’s right is on the record. The conference goes ahead."
RIGHT_UNASKED = (
    "The partner’s right is on the record. No conference is asked for yet: it stands on the list of the"
    " children’s team."
)
NOT_BOTH = "Say that it was done, or why it is not needed any more, and not both"


@needs(Permission.RECORD_PARTNER_RIGHT)
@require_http_methods(GET_OR_POST)
def partner(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """A partner agency wants a conference, whatever was decided."""
    user = person_of(request)
    view = family_view(user, ref)
    back = reverse("consultation", args=[view.within.ref])
    refused = right_refused(view.children)
    children = [
        one
        for one in view.children
        if one.pk not in refused and may(CONSULTATION, one.state, Event.USE_RIGHT, *user.roles)
    ] or list(view.children)
    initial = {"act": uuid.uuid4(), "children": [str(one.ref) for one in children]}
    form = PartnerForm(typed(request), children=children, back=back, initial=initial)
    act = deciding.record_partner_right
    done = form.attempt(lambda: act(consultations=form.chosen, **form.given, by=user, at=now()))
    if done:
        waits = asks_due([one.consultation for one in done], today())
        messages.success(request, RIGHT_UNASKED if waits else RIGHT_ASKED)
        return redirect(back)
    return _form(request, form, "A partner agency wants a conference", children)


@needs(Permission.CONSULT)
@require_http_methods(GET_OR_POST)
def withdraw(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """What was raised by hand, or agreed and not asked for, is taken back."""
    user = person_of(request)
    view = family_view(user, ref)
    back = reverse("consultation", args=[view.within.ref])
    children = taken_back(view.children, user, asks_due(view.children, today())) or list(view.children)
    # Of several each is chosen by hand, or what is agreed for one goes with what another asked in vain.
    initial = {"children": [str(one.ref) for one in children] if len(children) == 1 else []}
    form = TakeBackForm(typed(request), children=children, back=back, initial=initial)
    act = taking_back.take_back
    if form.attempt(lambda: act(consultations=form.chosen, **form.given, by=user, at=now())):
        messages.success(request, "The consultation is withdrawn. Those whom it concerns are told.")
        return redirect(back)
    return _form(request, form, "Withdraw the consultation", children)


@needs(Permission.CONSULT)
@require_http_methods(GET_OR_POST)
def disagree(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Somebody disagrees with a decision, or with the question."""
    user = person_of(request)
    view = family_view(user, ref)
    back = reverse("consultation", args=[view.within.ref])
    initial = {"act": uuid.uuid4(), "children": [str(one.ref) for one in view.children]}
    initial["seen"] = mark_of(view.children)
    form = DissentForm(typed(request), children=view.children, back=back, initial=initial)
    join_change(form, view)
    act = partial(operations.record_dissent, of=view.children, by=user, at=now())
    done = form.attempt(lambda: act(consultations=form.chosen, **form.given))
    if done:
        messages.success(request, "The disagreement stands beside the decision.")
        return redirect(back)
    values = {
        "form": form,
        "heading": "Record that somebody disagrees",
        "names": presenter.names(view.children),
        "about": "",
        "since": changes_since(view, form.older, today()),
    }
    return render(request, "conferences/consultations/act.html", values, status=form.status)


@needs(Permission.FOLLOW_DECISION)
@require_http_methods(GET_OR_POST)
def condition(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """A condition was met, or is withdrawn; of one that is closed, how, by whom and when."""
    user = person_of(request)
    found = condition_for(user, ref)
    one = found.answer.consultation
    back = reverse("consultation", args=[one.within.ref])
    if ended := ended_rows(found, set_with(user, found)):
        return _ended(request, found, ended, back)
    children = closed_with(user, found)
    form = ConditionForm(
        typed(request),
        children=children,
        may_withdraw=can(user, Permission.DECIDE_CONSULTATION),
        back=back,
        initial={"children": [str(child.ref) for child in children]},
    )
    if form.attempt(_closing(form, found, request)):
        messages.success(request, "The condition is closed.")
        return redirect(back)
    return _form(request, form, "A condition of the decision", children, found.what)


def _ended(
    request: HttpRequest, found: ConsultationCondition, rows: list[SummaryRow], back: str
) -> HttpResponse:
    """How a condition ended, and what was typed to close it, to be copied."""
    form = ConditionForm(typed(request), children=(), may_withdraw=True, back=back)
    is_sent = request.method == "POST"
    values = {
        "heading": "A condition of the decision",
        "names": found.answer.consultation.child.display_name,
        "about": sentence(found.what),
        "rows": rows,
        "refusal": [operations.CLOSED_CONDITION] if is_sent else [],
        "typed": form.typed() if form.is_bound else [],
        "back": back,
    }
    status = CONFLICT if is_sent else 200
    return render(request, "conferences/consultations/condition.html", values, status=status)


def _closing(
    form: ConditionForm, found: ConsultationCondition, request: HttpRequest
) -> Callable[[], ConsultationCondition]:
    by, at = person_of(request), now()

    def close() -> ConsultationCondition:
        answers = form.answers
        reason = answers.get("reason", "").strip()
        if reason and (answers["met_date"] or answers["words"].strip()):
            raise Refused(NOT_BOTH, "reason")
        if reason:
            return operations.withdraw_condition(
                condition=found, reason=reason, children=form.alone, by=by, at=at
            )
        facts = {"met_date": answers["met_date"], "words": answers["words"], "children": form.alone}
        return operations.meet_condition(condition=found, **facts, by=by, at=at)

    return close


@needs(Permission.FOLLOW_DECISION)
@require_http_methods(GET_OR_POST)
def review(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """How another way goes for a child."""
    user = person_of(request)
    one = part_for(user, ref)
    back = reverse("consultation", args=[one.within.ref])
    form = ReviewForm(typed(request), back=back)
    act = operations.review_support
    if form.attempt(lambda: act(consultation=one, found=form.given, by=user, at=now())):
        messages.success(request, "The review is on the record.")
        return redirect(back)
    return _form(request, form, "Review another way", [one])


@needs(Permission.WITHDRAW_REQUEST)
@require_http_methods(["POST"])
def close(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """The request ends for a child for whom another way was decided."""
    user = person_of(request)
    one = part_for(user, ref)
    operations.close_request(consultation=one, by=user, at=now())
    messages.success(request, "The request is closed for this child.")
    return redirect("consultation", ref=one.within.ref)


@needs(Permission.CONSULT)
@require_http_methods(GET_OR_POST)
def raise_by_hand(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """A consultation without a request, from a child's page."""
    user = person_of(request)
    child = get(user, Child, ref=ref)
    family = list(scope(user, Child).filter(family=child.family_id).order_by("birth_date", "pk"))
    back = reverse("child", args=[child.ref])
    form = RaiseForm(
        typed(request), family=family or [child], back=back, initial={"children": [str(child.ref)]}
    )
    raised = form.attempt(lambda: raising.raise_by_hand(**form.given, by=user, at=now()))
    if raised:
        messages.success(request, "The consultation is raised.")
        return redirect("consultation", ref=raised.ref)
    values = {"form": form, "heading": "Raise a consultation", "names": child.display_name, "about": ""}
    return render(request, "conferences/consultations/act.html", values)


def _form(
    request: HttpRequest,
    form: KeepsDraft,
    heading: str,
    children: tuple[Consultation, ...] | list[Consultation],
    about: str = "",
) -> HttpResponse:
    values = {"form": form, "heading": heading, "names": presenter.names(children), "about": about}
    return render(request, "conferences/consultations/act.html", values)
