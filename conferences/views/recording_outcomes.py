"""A meeting that ends without a decision: not quorate, abandoned, or adjourned to a day."""

from __future__ import annotations

import uuid
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.forms.recording_outcomes import ENDS, AdjournForm, EndForm, OtherwiseForm
from conferences.models import Booking
from conferences.operations import recording as writing
from conferences.operations import recording_otherwise as otherwise
from conferences.operations import recording_outcomes as operations
from conferences.operations.invitations_again import AGAIN
from conferences.queries.scheduling import booking_in_scope, choices
from conferences.rules.workflow import BookingState
from conferences.views.presenters import recording as present
from conferences.views.presenters import recording_outcomes as present_outcomes
from conferences.views.scheduling import asked_minutes, choose_values
from safeguarding.access import Permission, needs, person_of
from safeguarding.bankholidays import england
from safeguarding.clock import now, today
from safeguarding.models import User
from safeguarding.pages.drafts import typed
from safeguarding.wording import uk_meeting

METHODS = ["GET", "HEAD", "POST"]


@needs(Permission.RECORD_CONFERENCE)
@require_http_methods(METHODS)
def record_end(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Say that too few agencies came, or that the meeting was abandoned."""
    user = person_of(request)
    found, back = booking_in_scope(user, ref), reverse("record", args=[ref])
    if not (writing.decides(found, user) and present_outcomes.may_end(found, today())):
        return redirect(back)
    form = EndForm(typed(request), back=back)
    act = partial(operations.end_undecided, booking=found, by=user, at=now())
    if form.attempt(lambda: act(**form.told)):
        messages.success(request, "The meeting has ended without a decision. It needs a new date.")
        return redirect("booking", ref=ref)
    values = {"form": form, "back": back, "booking": found, "meeting": present.meeting_rows(found)}
    return render(request, "conferences/recording/end.html", values)


@needs(Permission.RECORD_CONFERENCE)
@require_http_methods(METHODS)
def record_otherwise(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Say otherwise how a meeting ended without a decision, or that it did not end after all."""
    user = person_of(request)
    found, back = booking_in_scope(user, ref), reverse("record", args=[ref])
    if not present_outcomes.may_tell_otherwise(found, user):
        return redirect(back)
    ended = BookingState[found.state]
    ends = ENDS if ended in ENDS else (ended,)
    form = OtherwiseForm(typed(request), ends=ends, back=back, initial=_as_it_ended(found))
    if form.attempt(lambda: _told_anew(form, found, user)):
        if form.goes_back:
            messages.success(request, "The meeting is in the diary again, with its record as it was left.")
        else:
            messages.success(request, "How the meeting ended is saved.")
        return redirect(back)
    values = {"form": form, "back": back, "booking": found, "meeting": present.meeting_rows(found)}
    return render(request, "conferences/recording/otherwise.html", values)


def _as_it_ended(found: Booking) -> dict[str, str]:
    return {
        "outcome": found.state,
        f"why_{found.state.lower()}": found.outcome_reason,
        "words": found.outcome_words,
    }


def _told_anew(form: OtherwiseForm, found: Booking, user: User) -> Booking:
    if form.goes_back:
        words = form.answers["put_back_words"]
        return otherwise.put_back(booking=found, words=words, by=user, at=now())
    return otherwise.tell_otherwise(booking=found, **form.told, by=user, at=now())


@needs(Permission.RECORD_CONFERENCE)
@require_http_methods(METHODS)
def record_adjourn(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Adjourn the meeting to another day, at which its record goes on."""
    user = person_of(request)
    found, back = booking_in_scope(user, ref), reverse("record", args=[ref])
    if not (writing.decides(found, user) and present_outcomes.may_end(found, today())):
        return redirect(back)
    led = found.chair_id
    offered = choices(
        found.request,
        user,
        on=today(),
        at=now(),
        calendar=england(),
        besides=found,
        led_by=led,
        minutes=asked_minutes(request),
    )
    form = AdjournForm(typed(request), choices=offered, back=back)
    act = partial(operations.adjourn, booking=found, by=user, at=now())
    if following := form.attempt(lambda: act(**form.told)):
        when = uk_meeting(following.starts_at, following.ends_at)
        messages.success(request, f"The meeting is adjourned to {when}. Its record goes on then. {AGAIN}")
        return redirect("booking", ref=following.ref)
    page = choose_values(form, offered, found.request, back)
    return render(request, "conferences/recording/adjourn.html", page | {"booking": found})
