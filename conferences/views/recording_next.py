"""Writing what a conference leaves for each child's plan: the core group and the next dates."""

from __future__ import annotations

import uuid
from functools import partial

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.forms.recording_next import NextForm, shown_times
from conferences.models import ChildPart, MeetingRecord
from conferences.operations import recording_next as operations
from conferences.queries.recording import kinds_for
from conferences.queries.recording_next import candidates, group_before, limits_of
from conferences.rules.recording_next import begins, group_words, has_next, proposed
from conferences.views.presenters import recording as present
from conferences.views.presenters.recording_next import saved_line
from conferences.views.presenters.recording_saves import saves_of
from conferences.views.recording import draft_of
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import day_of, now
from safeguarding.models import User
from safeguarding.pages.drafts import shows_saves, typed
from safeguarding.versions import StaleVersion


def next_now(user: User, ref: uuid.UUID, child: uuid.UUID) -> StaleVersion | None:
    found = draft_of(user, ref)
    return operations.standing(_part(found, child)) if found else None


@shows_saves(next_now)
@needs(Permission.WRITE_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def record_next(request: HttpRequest, ref: uuid.UUID, child: uuid.UUID) -> HttpResponse:
    """One child's core group and next dates; the same for all children where somebody says so."""
    user, back = person_of(request), reverse("record", args=[ref])
    found = draft_of(user, ref)
    if found is None:
        return redirect("record", ref=ref)
    part = _part(found, child)
    if not has_next(part.outcome):
        messages.info(request, operations.NO_PLAN)
        return redirect(back)
    form, stands = _form(request, found, part, back)
    form.join_if_put_back(stands)
    act = partial(operations.save_next, part=part, by=user, at=now())
    if form.attempt(lambda: act(told=form.told, **form.of_all, **form.opened)):
        messages.success(request, f"The core group and the dates of {present.name_of(part)} are saved.")
        return redirect(back)
    values = {
        "form": form,
        "back": back,
        "name": present.name_of(part),
        "saved": saved_line(stands, part),
        "saves": saves_of(found),
        "booking": found.booking,
    }
    return render(request, "conferences/recording/next.html", values, status=form.status)


def _form(
    request: HttpRequest, found: MeetingRecord, part: ChildPart, back: str
) -> tuple[NextForm, StaleVersion]:
    held = day_of(found.booking.starts_at)
    known, stands = candidates(part, found.booking, held), operations.standing(part)
    siblings = operations.unsaved_others(part)
    before = stands.theirs
    if not any(before.values()):
        before = operations.typed_of(proposed(known, group_before(part)))
    form = NextForm(
        typed(request),
        initial=shown_times(before) | {"seen": stands.seen},
        known=known,
        kinds={kind.code: kind.name for kind in kinds_for(found)},
        last=limits_of([part], held).days(part),
        group=group_words(is_first=begins(part.requested_child.kind, part.outcome)),
        others=[present.name_of(one) for one in siblings],
        back=back,
    )
    return form, stands


def _part(found: MeetingRecord, child: uuid.UUID) -> ChildPart:
    for part in found.parts.all():
        if part.requested_child.child.ref == child:
            return part
    raise Http404
