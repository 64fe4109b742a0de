"""Re-plan consultations: the list, the page of one, the asker's account, and the Strategic Lead's answer."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.forms.replans import AccountForm, AnswerForm
from conferences.models import Consultation
from conferences.operations.replans import (
    OWN_REQUEST,
    ConsultationRefused,
    OwnRequest,
    SomebodyWasFirst,
    answer,
    ask,
)
from conferences.queries.replans import (
    consultation_for,
    decided_lately,
    found_for,
    published_repeats,
    sees_request,
    undecided,
)
from conferences.rules.workflow import CONSULTATION, Event, may
from conferences.views.presenters import replans as presenter
from conferences.views.sent_again import CHANGE, CONFIRM, STEP, hidden
from safeguarding.access import Permission, can, needs, person_of
from safeguarding.clock import now, today
from safeguarding.models import ReadKind, User
from safeguarding.pagekit.rows import quiet


@needs(Permission.READ_REQUEST, reads=ReadKind.LISTED)
@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """Those that wait, in the order of days left, and those decided lately."""
    user = person_of(request)
    values = {
        "undecided": presenter.undecided(undecided(user), today()),
        "decided": presenter.decided(decided_lately(user)),
    }
    return render(request, "conferences/replans/list.html", values)


@needs(Permission.READ_REQUEST)
@require_safe
def show(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """The consultation, with the form of whoever is next."""
    user = person_of(request)
    consultation = consultation_for(user, ref)
    return _page(request, consultation, _form_for(user, consultation))


@needs(Permission.ASK_CONFERENCE)
@require_http_methods(["GET", "HEAD", "POST"])
def ask_(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """The asker's account. Asked for without one, as after signing in again, it leads back to the page."""
    user = person_of(request)
    consultation = consultation_for(user, ref)
    if request.method != "POST":
        return redirect("consultation", ref=ref)
    form = _account(consultation, request)
    if not form.is_valid():
        return _page(request, consultation, form)
    try:
        ask(consultation=consultation, **form.cleaned_data, by=user, at=now())
    except ConsultationRefused as refusal:
        return _refused(request, ref, form, refusal)
    messages.success(request, "The account is with the Strategic Lead.")
    return redirect("consultation", ref=ref)


@needs(Permission.DECIDE_CONSULTATION)
@require_http_methods(["GET", "HEAD", "POST"])
def answer_(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """The Strategic Lead's answer: written, checked, confirmed."""
    user = person_of(request)
    consultation = consultation_for(user, ref)
    if request.method != "POST":
        return redirect("consultation", ref=ref)
    form = _answer(consultation, request)
    step = request.POST.get(STEP, "")
    if step == CHANGE:
        quiet(form)
        return _page(request, consultation, form)
    if not form.is_valid():
        return _page(request, consultation, form)
    if step != CONFIRM and _form_for(user, consultation) is not None:
        return _check(request, consultation, form)
    try:
        _give(consultation, form, user)
    except ConsultationRefused as refusal:
        return _refused(request, ref, form, refusal)
    messages.success(request, "Your answer is on the record.")
    return redirect("consultation", ref=ref)


def _give(consultation: Consultation, form: AnswerForm, user: User) -> None:
    answer(
        consultation=consultation,
        answer=form.cleaned_data["answer"],
        reasons=form.cleaned_data["reasons"],
        instead=form.instead,
        wanted_by_date=form.cleaned_data["wanted_by_date"],
        by=user,
        at=now(),
    )


def _check(request: HttpRequest, consultation: Consultation, form: AnswerForm) -> HttpResponse:
    given = form.cleaned_data
    rows = presenter.answer_rows(given["answer"], form.instead, given["wanted_by_date"], given["reasons"])
    values = {
        "number": consultation.pk,
        "name": consultation.requested_child.child.display_name,
        "rows": rows,
        "hidden": hidden(request.POST),
        "back": reverse("consultation", args=[consultation.ref]),
    }
    return render(request, "conferences/replans/check.html", values)


def _form_for(user: User, consultation: Consultation) -> Form | None:
    """The form of whoever is next, where that is this person."""
    if may(CONSULTATION, consultation.state, Event.ASK, user.role) and can(user, Permission.ASK_CONFERENCE):
        return _account(consultation)
    if may(CONSULTATION, consultation.state, Event.AGREE, user.role) and not _is_own(user, consultation):
        return _answer(consultation)
    return None


def _account(consultation: Consultation, request: HttpRequest | None = None) -> AccountForm:
    names = AccountForm.base_fields
    return AccountForm(
        request.POST if request else None,
        back=reverse("consultations"),
        action=reverse("consultation_ask", args=[consultation.ref]),
        initial={name: getattr(consultation, name) for name in names},
    )


def _answer(consultation: Consultation, request: HttpRequest | None = None) -> AnswerForm:
    return AnswerForm(
        request.POST if request else None,
        back=reverse("consultations"),
        action=reverse("consultation_answer", args=[consultation.ref]),
    )


def _is_own(user: User, consultation: Consultation) -> bool:
    asked_by = consultation.requested_child.request.requested_by_id
    return user.pk in (consultation.asked_by_id, asked_by)


def _refused(
    request: HttpRequest, ref: uuid.UUID, form: AccountForm | AnswerForm, refusal: ConsultationRefused
) -> HttpResponse:
    """Beside its field; or, where it can no longer be sent, with everything typed shown to be copied."""
    consultation = consultation_for(person_of(request), ref)
    status = 409 if isinstance(refusal, SomebodyWasFirst) else 403 if isinstance(refusal, OwnRequest) else 200
    if status == 200:
        form.refuse(refusal.sentence, refusal.field)
        return _page(request, consultation, form)
    typed = {name: str(form.cleaned_data.get(name) or "") for name in form.fields}
    labels = {name: str(field.label) for name, field in form.fields.items()}
    lost: dict[str, object] = {"refusal": refusal.sentence, "unsaved": presenter.unsaved(typed, labels)}
    return _page(request, consultation, None, lost, status)


def _page(
    request: HttpRequest,
    consultation: Consultation,
    form: Form | None,
    lost: dict[str, object] | None = None,
    status: int = 200,
) -> HttpResponse:
    user, on = person_of(request), today()
    asked = consultation.requested_child
    page = presenter.consultation_page(
        consultation,
        found_for(user, [asked])[asked.pk],
        published_repeats(on),
        sees_request=sees_request(user, asked),
        on=on,
    )
    decides = may(CONSULTATION, consultation.state, Event.AGREE, user.role)
    own = OWN_REQUEST if decides and _is_own(user, consultation) else ""
    values: dict[str, object] = {
        "page": page,
        "form": form,
        "asks": isinstance(form, AccountForm),
        "own": own,
        "refusal": "",
        "unsaved": [],
    }
    return render(request, "conferences/replans/consultation.html", values | (lost or {}), status=status)
