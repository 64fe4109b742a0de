"""Writing the confidential section of a record, part by part."""

from __future__ import annotations

import uuid
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.forms.recording_withheld import WithheldForm
from conferences.models import MeetingRecord
from conferences.operations import recording_withheld as operations
from conferences.queries.recording import family_of, kinds_for
from conferences.queries.recording_withheld import people_to_choose, withheld_in_scope, withheld_of
from conferences.views.presenters.recording_withheld import confidential
from conferences.views.recording import draft_of
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now
from safeguarding.models import User
from safeguarding.pages.drafts import typed
from safeguarding.pages.posted import posted

METHODS = ["GET", "HEAD", "POST"]
TAKEN_OUT = "The confidential part is taken out of the record."


@needs(Permission.WRITE_RECORD)
@require_http_methods(METHODS)
def record_withheld(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """The confidential section, and a form that adds to it."""
    user = person_of(request)
    found = draft_of(user, ref)
    if found is None:
        return redirect("record", ref=ref)
    form = _form(request, user, found, back=reverse("record", args=[ref]))
    act = partial(operations.add_withheld, record=found, by=user, at=now())
    if form.attempt(lambda: act(told=form.told)):
        messages.success(request, "The confidential part is saved.")
        return redirect("record_withheld", ref=ref)
    values = {
        "form": form,
        "back": form.back,
        "confidential": confidential(withheld_of(user, found), ref),
        "changes_confidential": True,
    }
    return render(request, "conferences/recording/withheld.html", values)


@needs(Permission.WRITE_RECORD)
@require_http_methods(METHODS)
def record_withheld_part(request: HttpRequest, ref: uuid.UUID, part: uuid.UUID) -> HttpResponse:
    """One confidential part: changed, or taken out of the draft."""
    user, back = person_of(request), reverse("record_withheld", args=[ref])
    found = draft_of(user, ref)
    if found is None:
        return redirect("record", ref=ref)
    one = withheld_in_scope(user, ref, part)
    if (given := posted(request)) and "remove" in given:
        operations.remove_withheld(withheld=one, by=user, at=now())
        messages.success(request, TAKEN_OUT)
        return redirect(back)
    stands = operations.standing(one)
    form = _form(request, user, found, back=back, initial=stands.theirs | {"seen": stands.seen})
    form.join_if_put_back(stands)
    act = partial(operations.save_withheld, withheld=one, by=user, at=now())
    if form.attempt(lambda: act(told=form.told, **form.opened)):
        messages.success(request, "The confidential part is saved.")
        return redirect(back)
    values = {"form": form, "back": back}
    return render(request, "conferences/recording/withheld_part.html", values, status=form.status)


def _form(
    request: HttpRequest,
    user: User,
    found: MeetingRecord,
    *,
    back: str,
    initial: dict[str, object] | None = None,
) -> WithheldForm:
    people = people_to_choose(user, found, family_of(user, found.booking.request))
    return WithheldForm(
        typed(request), kinds=kinds_for(found), people=people, back=back, initial=initial or {}
    )
