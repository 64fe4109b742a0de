"""Second opinions: those to give without the decision, both views once one is given, and what was said."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.forms.consultations_second import SecondOpinionForm, TalkForm
from conferences.models import SecondOpinion
from conferences.operations import consultations_second as operations
from conferences.queries import consultations_second as queries
from conferences.queries.consultations_facts import family_facts
from conferences.queries.consultations_people import statements_in_force
from conferences.queries.replans import found_for
from conferences.views.presenters import consultations_second as presenter
from safeguarding.access import Permission, can, needs, person_of
from safeguarding.clock import now, today
from safeguarding.models import ReadKind, User
from safeguarding.pages.drafts import typed

TALKED_SHOWN = 20


@needs(Permission.GIVE_SECOND_OPINION, reads=ReadKind.LISTED)
@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """Those for this person to give, the differences to talk about, and those that were talked about."""
    user = person_of(request)
    values = {
        "back": reverse("calibration") if can(user, Permission.READ_CALIBRATION) else "",
        "own": presenter.own_table(queries.waiting_list(user), today()),
        "to_talk": presenter.talk_table(queries.to_talk_about(user)),
        "talked": presenter.talked_table(queries.talked_about(user, TALKED_SHOWN)),
    }
    return render(request, "conferences/consultations/seconds.html", values)


@needs(Permission.GIVE_SECOND_OPINION)
@require_http_methods(["GET", "HEAD", "POST"])
def second(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """One that waits for this person, blind, with its form; one that was given, beside the decision."""
    user = person_of(request)
    waiting = queries.to_give_by_ref(user, ref)
    if waiting is None:
        return _both(request, user, ref)
    form = _form(request, waiting)
    act = operations.give_second
    if form.attempt(lambda: act(second=waiting, opinion=form.given, by=user, at=now())):
        messages.success(request, "Your opinion is kept. The decision stands as it is.")
        return redirect("second_opinion", ref=ref)
    return _blind(request, user, waiting, form)


def _form(request: HttpRequest, waiting: SecondOpinion) -> SecondOpinionForm:
    child = waiting.answer.consultation.child
    return SecondOpinionForm(
        typed(request),
        name=child.given_names or child.display_name,
        statements=statements_in_force(today()),
        back=reverse("second_opinions"),
    )


def _blind(request: HttpRequest, user: User, waiting: SecondOpinion, form: SecondOpinionForm) -> HttpResponse:
    view = queries.blind_view(user, waiting)
    asked = [one.requested_child for one in view.view.children if one.requested_child is not None]
    facts = family_facts(user, view.view, found_for(user, asked), view.day, before=view.day)
    values = {
        "page": presenter.blind_page(view, facts),
        "form": form,
        "elsewhere": presenter.ELSEWHERE,
        "kept": presenter.KEPT,
    }
    return render(request, "conferences/consultations/second_blind.html", values)


def _both(request: HttpRequest, user: User, ref: uuid.UUID) -> HttpResponse:
    """Both views. What was typed for one that somebody else has given meanwhile is shown, to be copied."""
    given = queries.given_by_ref(user, ref)
    values: dict[str, object] = {"page": presenter.both_views(given), "refusal": [], "typed": []}
    if request.method != "POST":
        return render(request, "conferences/consultations/second_both.html", values)
    form = _form(request, given)
    if form.is_valid() and operations.is_same(given, form.given, user):
        return redirect("second_opinion", ref=ref)
    values |= {"refusal": [operations.GIVEN], "typed": form.typed()}
    return render(request, "conferences/consultations/second_both.html", values, status=409)


@needs(Permission.GIVE_SECOND_OPINION)
@require_http_methods(["GET", "HEAD", "POST"])
def talk(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """What was said of a second opinion that differs from the decision."""
    user = person_of(request)
    given = queries.given_by_ref(user, ref)
    form = TalkForm(typed(request), back=reverse("second_opinion", args=[ref]))
    act = operations.record_talk
    if form.attempt(lambda: act(second=given, **form.answers, by=user, at=now())):
        messages.success(request, "It is off the list of what to talk about.")
        return redirect("second_opinions")
    values = {
        "form": form,
        "heading": "What was said of it?",
        "names": given.answer.consultation.child.display_name,
        "about": presenter.in_short(given),
    }
    return render(request, "conferences/consultations/act.html", values)
