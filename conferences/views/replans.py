"""Re-plan consultations: the list, the page of one, the asker's account, and the Strategic Lead's answer."""

from __future__ import annotations

import uuid
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.forms.replans import AccountForm, AnswerForm
from conferences.models import Consultation
from conferences.operations import replans as operations
from conferences.queries.days import days_asked, days_to_decide
from conferences.queries.replans import (
    askers,
    consultation_for,
    decided_lately,
    found_for,
    last_chairs,
    published_repeats,
    sees_request,
    undecided,
)
from conferences.rules.consultations import ConsultationState
from conferences.rules.workflow import CONSULTATION, Event, may
from conferences.views.pairs import matches_of
from conferences.views.presenters import replans as presenter
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now, today
from safeguarding.models import ReadKind, User
from safeguarding.pagekit.checking import carried, check_answers
from safeguarding.pagekit.joining import JoinsTexts
from safeguarding.pages.drafts import shows_saves, typed
from safeguarding.policy.words import in_words
from safeguarding.versions import StaleVersion

NOT_ANY_MORE = "This cannot be done any more. Someone else may have done this first."


@needs(Permission.READ_REQUEST, reads=ReadKind.LISTED)
@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """Those that wait, in the order of days left, and those decided lately."""
    user = person_of(request)
    waiting = list(undecided(user))
    held = days_asked([one.requested_child for one in waiting])
    values = {
        "undecided": presenter.undecided(waiting, days_to_decide(waiting), held, today()),
        "decided": presenter.decided(decided_lately(user)),
    }
    return render(request, "conferences/replans/list.html", values)


@needs(Permission.READ_REQUEST)
@require_safe
def show(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """The consultation, with the form of whoever is next."""
    user = person_of(request)
    consultation = consultation_for(user, ref)
    next_form = _next(user, consultation)
    return _page(request, consultation, _form(request, consultation, next_form) if next_form else None)


def account_now(user: User, ref: uuid.UUID) -> StaleVersion | None:
    """The account as it stands, for who writes it too."""
    return operations.standing(consultation_for(user, ref))


@shows_saves(account_now)
@needs(Permission.ASK_CONFERENCE)
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """The asker's account. Asked for without one, as after signing in again, it leads back to the page."""
    user = person_of(request)
    consultation = consultation_for(user, ref)
    if request.method != "POST":
        return redirect("consultation", ref=ref)
    form = _account(request, consultation)
    if form.attempt(lambda: operations.ask(consultation=consultation, **form.answers, by=user, at=now())):
        messages.success(request, in_words("The account is with the {STRATEGIC_LEAD}.", today()))
        return redirect("consultation", ref=ref)
    return _again(request, ref, form)


@needs(Permission.DECIDE_CONSULTATION)
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """The Strategic Lead's answer: written, checked, confirmed."""
    user = person_of(request)
    consultation = consultation_for(user, ref)
    if request.method != "POST":
        return redirect("consultation", ref=ref)
    form = _answer(request, consultation)
    act = partial(operations.answer, consultation=consultation, by=user, at=now())
    answers = check_answers(form, lambda: act(**form.given, **form.opened))
    if answers.to_check:
        return _check(request, consultation, form)
    if answers.done:
        messages.success(request, "Your answer is on the record.")
        return redirect("consultation", ref=ref)
    return _again(request, ref, form)


def _check(request: HttpRequest, consultation: Consultation, form: AnswerForm) -> HttpResponse:
    values = {
        "number": consultation.pk,
        "name": consultation.requested_child.child.display_name,
        "rows": presenter.answer_rows(**form.given),
        "carried": carried(form),
        "back": reverse("consultation", args=[consultation.ref]),
    }
    return render(request, "conferences/replans/check.html", values)


def _next(user: User, consultation: Consultation) -> type[JoinsTexts] | None:
    """The form of whoever is next, where that is this person."""
    if may(CONSULTATION, consultation.state, Event.ASK, *user.roles):
        return AccountForm
    if may(CONSULTATION, consultation.state, Event.AGREE, *user.roles) and not _is_own(user, consultation):
        return AnswerForm
    return None


def _form(request: HttpRequest, consultation: Consultation, form: type[JoinsTexts]) -> JoinsTexts:
    return (_account if form is AccountForm else _answer)(request, consultation)


def _account(request: HttpRequest, consultation: Consultation) -> AccountForm:
    standing, texts = operations.standing(consultation), AccountForm.TEXTS
    form = AccountForm(
        typed(request, "consultation_ask"),
        back=reverse("consultations"),
        action=reverse("consultation_ask", args=[consultation.ref]),
        on=today(),
        initial={name: getattr(consultation, name) for name in texts} | _seen(standing),
    )
    form.join_if_put_back(standing)
    return form


def _answer(request: HttpRequest, consultation: Consultation) -> AnswerForm:
    return AnswerForm(
        typed(request, "consultation_answer"),
        back=reverse("consultations"),
        action=reverse("consultation_answer", args=[consultation.ref]),
        initial=_seen(operations.standing(consultation)),
    )


def _seen(standing: StaleVersion | None) -> dict[str, str]:
    return {"seen": standing.seen if standing else ""}


def _is_own(user: User, consultation: Consultation) -> bool:
    return user.pk in askers(consultation)


def _again(request: HttpRequest, ref: uuid.UUID, form: JoinsTexts) -> HttpResponse:
    """The form with its problems; or, where it can no longer be sent, everything typed, to be copied."""
    user = person_of(request)
    consultation = consultation_for(user, ref)
    if type(form) is _next(user, consultation):
        return _page(request, consultation, form, status=form.status)
    said = [f"{sentence}." for sentence in form.non_field_errors()]
    lost: dict[str, object] = {"refusal": said or [NOT_ANY_MORE], "typed": form.typed()}
    return _page(request, consultation, None, lost, status=409)


def _page(
    request: HttpRequest,
    consultation: Consultation,
    form: JoinsTexts | None,
    lost: dict[str, object] | None = None,
    status: int = 200,
) -> HttpResponse:
    user, on = person_of(request), today()
    asked = consultation.requested_child
    found = found_for(user, [asked])[asked.pk]
    page = presenter.consultation_page(
        consultation,
        found,
        last_chairs(user, found),
        published_repeats(on),
        decide=days_to_decide([consultation])[consultation.pk],
        held=days_asked([asked])[asked.pk],
        sees_request=sees_request(user, asked),
        on=on,
    )
    decides = may(CONSULTATION, consultation.state, Event.AGREE, *user.roles)
    own = decides and form is None and _is_own(user, consultation)
    values: dict[str, object] = {
        "page": page,
        "matches": matches_of(user, [asked.child])[asked.child_id],
        "form": form,
        "yours": _heading(form, consultation),
        "decides": isinstance(form, AnswerForm),
        "own": operations.OWN_REQUEST if own else "",
        "refusal": [],
        "typed": [],
    }
    return render(request, "conferences/replans/consultation.html", values | (lost or {}), status=status)


def _heading(form: JoinsTexts | None, consultation: Consultation) -> str:
    if isinstance(form, AnswerForm):
        return "Your decision"
    is_given = consultation.state == ConsultationState.ASKED
    return "Add to the account" if is_given else "Your account"
