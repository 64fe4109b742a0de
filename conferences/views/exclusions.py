"""Excluding somebody from a conference: asked for, decided by its chair, told, and what they get then."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.forms.exclusions import (
    AskedForm,
    DecisionForm,
    InPlaceForm,
    LiftForm,
    NewForm,
    OutcomeForm,
    OutcomeInPlaceForm,
    ToldForm,
    WhyForm,
)
from conferences.models import Exclusion
from conferences.operations import exclusions as operations
from conferences.operations import exclusions_lifted as lifted
from conferences.operations import exclusions_outcome as outcomes
from conferences.queries.exclusions import (
    ExclusionFacts,
    excludable,
    exclusion_in_scope,
    meeting_of,
    on_list_still,
    tellings_before,
)
from conferences.queries.exclusions_letters import letters_of, words_since
from conferences.queries.scheduling import request_in_scope
from conferences.queries.scheduling_days import days_around_day
from conferences.rules.exclusions import EXCLUDED
from conferences.views.presenters import exclusions as present
from conferences.views.presenters.exclusions_letters import letters_table
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import day_of, now, today
from safeguarding.pages.drafts import typed
from safeguarding.pages.posted import posted
from safeguarding.versions import StaleVersion
from safeguarding.wording import joined

METHODS = ["GET", "HEAD", "POST"]


@needs(Permission.INVITE)
@require_http_methods(METHODS)
def exclusion_ask(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Ask the chair to exclude somebody of the family."""
    user = person_of(request)
    asked, back = request_in_scope(user, ref), reverse("invited", args=[ref])
    if not present.is_open(asked):
        return _tell(request, back, operations.OVER)
    form = NewForm(typed(request), people=excludable(user, asked), back=back, initial={"asked_date": today()})
    act = partial(operations.ask_exclusion, request=asked, by=user, at=now())
    if made := form.attempt(lambda: act(**form.whom, told=form.told)):
        messages.success(request, "The chair is asked. It stands on their work until they have decided.")
        return redirect("exclusion", ref=made.ref)
    names = joined([one.child.display_name for one in asked.children.all()])
    return _form(request, form, back, "Ask to exclude somebody", names, words=_by_when(request, ref))


def _by_when(request: HttpRequest, ref: uuid.UUID) -> str:
    """By when an exclusion of the conference is asked for, where it is in the diary."""
    asked = request_in_scope(person_of(request), ref)
    meeting = meeting_of(person_of(request), asked)
    return present.by_when(days_around_day(asked, day_of(meeting.starts_at))) if meeting else ""


@needs(Permission.READ_REQUEST)
@require_safe
def exclusion(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """One exclusion: what was asked for and decided, how the person takes part, and what is left to do."""
    user, found = person_of(request), exclusion_in_scope(person_of(request), ref)
    asked = request_in_scope(user, found.exclusion.request.ref)
    days = days_around_day(asked, day_of(found.meeting.starts_at)) if found.meeting else []
    before, invited = tellings_before(found.exclusion), on_list_still(user, found.exclusion)
    kept, at = letters_of(user, found.exclusion), now()
    page = present.page(
        found, asked, user, at=at, days=days, invited=invited, before=before, has_letter=kept != []
    )
    table = letters_table(found, kept, user, at, words_since(kept[0], day_of(at))) if kept else None
    values = {"page": page, "letters": table}
    return render(request, "conferences/exclusions/exclusion.html", values)


@needs(Permission.INVITE)
@require_http_methods(METHODS)
def exclusion_change(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """What was asked for, told otherwise."""
    found, back = _found(request, ref)
    one = found.exclusion
    if refused := _over(one) or (operations.DECIDED if one.answer else ""):
        return _tell(request, back, refused)
    form = _opened(AskedForm, request, operations.standing(one, operations.ASKED), back)
    act = partial(operations.change_exclusion, exclusion=one, by=person_of(request), at=now())
    return _do(request, form, lambda: act(told=form.told, **form.opened), found, "Change what is asked for")


@needs(Permission.RECORD_CONFERENCE)
@require_http_methods(METHODS)
def exclusion_decide(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """The chair decides."""
    found, back = _found(request, ref)
    one = found.exclusion
    if refused := _over(one) or present.not_the_chair(found, person_of(request)):
        return _tell(request, back, refused)
    form = _opened(DecisionForm, request, operations.standing(one, operations.DECISION), back)
    act = partial(operations.decide_exclusion, exclusion=one, by=person_of(request), at=now())
    heading = "Decide on an exclusion"
    asked = present.asked_line(one)
    return _do(request, form, lambda: act(told=form.told, **form.opened), found, heading, words=asked)


@needs(Permission.EXCLUDE_IN_PLACE)
@require_http_methods(METHODS)
def exclusion_decide_in_place(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Who leads the unit decides where the chair cannot."""
    found, back = _found(request, ref)
    one = found.exclusion
    if refused := _over(one) or present.not_in_place(found, person_of(request)):
        return _tell(request, back, refused)
    stands = operations.standing(one, operations.DECISION_IN_PLACE)
    form = _opened(InPlaceForm, request, stands, back)
    act = partial(operations.decide_in_place, exclusion=one, by=person_of(request), at=now())
    heading = "Decide on an exclusion in place of the chair"
    asked = present.asked_line(one)
    return _do(
        request, form, lambda: act(told=form.told, why=form.why, **form.opened), found, heading, words=asked
    )


@needs(Permission.SEND_LETTERS)
@require_http_methods(METHODS)
def exclusion_told(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """The person was told."""
    found, back = _found(request, ref)
    one = found.exclusion
    if one.is_told_no_more:
        return _let_in(request, found, back)
    if refused := _lifted(one) or _undecided(one):
        return _tell(request, back, refused)
    form = ToldForm(posted(request), on=today(), back=back, before=(one.told_how, one.told_date))
    act = partial(operations.tell_excluded, exclusion=one, by=person_of(request), at=now())
    heading = "Correct when and how they were told" if one.told_date else "Record that they were told"
    return _do(request, form, lambda: act(**form.told), found, heading)


def _let_in(request: HttpRequest, found: ExclusionFacts, back: str) -> HttpResponse:
    """Whoever was told was told that it stands no more."""
    one = found.exclusion
    form = ToldForm(posted(request), on=today(), back=back, before=(one.let_in_how, one.let_in_date))
    act = partial(lifted.tell_let_in, exclusion=one, by=person_of(request), at=now())
    again = "Correct when and how they were told that it stands no more"
    heading = again if one.let_in_date else "Record that they were told that it stands no more"
    return _do(request, form, lambda: act(**form.told), found, heading)


@needs(Permission.SEND_LETTERS)
@require_http_methods(METHODS)
def exclusion_not_let_in(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Why nobody tells somebody that an exclusion stands no more."""
    found, back = _found(request, ref)
    one = found.exclusion
    if refused := _why_not_over(one):
        return _tell(request, back, refused)
    asks, stands = "Why does nobody tell them?", {"why": one.let_in_not}
    form = WhyForm(typed(request), back=back, asks=asks, initial=stands)
    act = partial(lifted.say_not_let_in, exclusion=one, by=person_of(request), at=now())
    return _do(request, form, lambda: act(why=form.why_words), found, "Say why nobody tells them")


def _why_not_over(one: Exclusion) -> str:
    if not one.is_told_no_more:
        return lifted.NOBODY_KNEW if one.over_at else lifted.NOT_LIFTED
    return lifted.LET_IN_ALREADY if one.let_in_date else ""


@needs(Permission.SEND_LETTERS)
@require_http_methods(METHODS)
def exclusion_untold(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """A telling that is recorded did not happen."""
    found, back = _found(request, ref)
    one = found.exclusion
    words = present.last_telling(one)
    if not words:
        return _tell(request, back, lifted.NOTHING_TOLD)
    asks, shown = "Why was it recorded, though it did not happen?", {"seen": lifted.telling_mark(one)}
    form = WhyForm(typed(request), back=back, asks=asks, initial=shown)
    act = partial(lifted.take_back_telling, exclusion=one, by=person_of(request), at=now())
    heading = "Take back a telling that did not happen"
    return _do(
        request,
        form,
        lambda: act(why=form.why_words, seen=form.answers["seen"]),
        found,
        heading,
        words=words,
    )


@needs(Permission.RECORD_CONFERENCE)
@require_http_methods(METHODS)
def exclusion_outcome(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Whether they get the decision letter and a copy of the record."""
    found, back = _found(request, ref)
    one = found.exclusion
    refused = _lifted(one) or _undecided(one) or present.not_the_chair(found, person_of(request))
    if refused:
        return _tell(request, back, refused)
    form = _opened(OutcomeForm, request, outcomes.standing_outcome(one, outcomes.OUTCOME), back)
    act = partial(outcomes.decide_outcome, exclusion=one, by=person_of(request), at=now())
    heading = "Decide what they get of the outcome"
    return _do(request, form, lambda: act(**form.told, **form.opened), found, heading)


@needs(Permission.EXCLUDE_IN_PLACE)
@require_http_methods(METHODS)
def exclusion_outcome_in_place(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """The same by who leads the unit, where the chair cannot."""
    found, back = _found(request, ref)
    one = found.exclusion
    if refused := _lifted(one) or _undecided(one) or present.not_in_place(found, person_of(request)):
        return _tell(request, back, refused)
    stands = outcomes.standing_outcome(one, outcomes.OUTCOME_IN_PLACE)
    form = _opened(OutcomeInPlaceForm, request, stands, back)
    act = partial(outcomes.decide_outcome_in_place, exclusion=one, by=person_of(request), at=now())
    heading = "Decide what they get of the outcome in place of the chair"
    return _do(request, form, lambda: act(**form.told, **form.opened), found, heading)


@needs(Permission.INVITE)
@require_http_methods(METHODS)
def exclusion_lift(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """An exclusion stands no more."""
    found, back = _found(request, ref)
    one = found.exclusion
    not_chair = present.not_the_chair(found, person_of(request)) if one.answer else ""
    if refused := _over(one) or not_chair:
        return _tell(request, back, refused)
    form = LiftForm(typed(request), back=back)
    act = partial(operations.lift_exclusion, exclusion=one, by=person_of(request), at=now())
    return _do(request, form, lambda: act(**form.told), found, "Lift an exclusion")


def _found(request: HttpRequest, ref: uuid.UUID) -> tuple[ExclusionFacts, str]:
    return exclusion_in_scope(person_of(request), ref), reverse("exclusion", args=[ref])


def _lifted(one: Exclusion) -> str:
    return operations.LIFTED if one.lifted_at else ""


def _over(one: Exclusion) -> str:
    return _lifted(one) or ("" if present.is_open(one.request) else operations.OVER)


def _undecided(one: Exclusion) -> str:
    return "" if one.answer in EXCLUDED else operations.UNDECIDED


def _opened(kind: type[Any], request: HttpRequest, stands: StaleVersion, back: str) -> Any:
    """The form with what stands now; a draft that is put back sees what was written since."""
    form = kind(typed(request), initial=stands.theirs | {"seen": stands.seen}, back=back)
    form.join_if_put_back(stands)
    return form


def _do(
    request: HttpRequest,
    form: Any,
    act: Callable[[], object],
    found: ExclusionFacts,
    heading: str,
    words: str = "",
) -> HttpResponse:
    back = reverse("exclusion", args=[found.exclusion.ref])
    if form.attempt(act):
        messages.success(request, f"{heading}: done.")
        return redirect(back)
    return _form(request, form, back, heading, found.exclusion.name, words=words)


def _tell(request: HttpRequest, back: str, words: str) -> HttpResponse:
    """Back, with why nothing can be done here."""
    messages.info(request, words)
    return redirect(back)


def _form(
    request: HttpRequest, form: Any, back: str, heading: str, name: str, words: str = ""
) -> HttpResponse:
    values = {"form": form, "back": back, "heading": heading, "name": name, "words": words}
    return render(request, "conferences/life_events/form.html", values, status=getattr(form, "status", 200))
