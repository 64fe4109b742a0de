"""A child's own version of a record: the chair's line to the child, that none is given, how it was given."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.forms.copies_own import NoOwnBackForm, NoOwnForm, OwnLineForm, OwnToldForm
from conferences.models import ChildPart
from conferences.operations import copies_own as operations
from conferences.queries.copies import copy_in_scope, is_own
from conferences.queries.copies_own import part_in_scope, told_of
from conferences.views.presenters import copies_own as present
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now
from safeguarding.models import User
from safeguarding.pages.drafts import typed
from safeguarding.pages.posted import posted

METHODS = ["GET", "HEAD", "POST"]
BACK = "take_back"


@needs(Permission.RECORD_CONFERENCE)
@require_http_methods(METHODS)
def own_line(request: HttpRequest, ref: uuid.UUID, child: uuid.UUID) -> HttpResponse:
    """What the meeting's chair says to one child in that child's own version."""
    user, part = person_of(request), _part(person_of(request), ref, child)
    told, back = told_of(user, part), reverse("record_copies", args=[ref])
    form = OwnLineForm(typed(request), told=told, back=back)
    act = partial(operations.write_line, part=part, by=user, at=now())
    words = present.line_reading(told.line if told else "")
    return _form(
        request, form, lambda: act(**form.answers), part, back, "What you say to this child", words=words
    )


@needs(Permission.SEND_LETTERS)
@require_http_methods(METHODS)
def own_none(request: HttpRequest, ref: uuid.UUID, child: uuid.UUID) -> HttpResponse:
    """Why a child is given no version of their own; where that is recorded, that they are given one."""
    user, part = person_of(request), _part(person_of(request), ref, child)
    told, back = told_of(user, part), reverse("record_copies", args=[ref])
    form = NoOwnForm(typed(request), told=told, back=back)
    stands = bool(told and told.none_at)
    undo = NoOwnBackForm(posted(request) if BACK in request.POST else None, back=back)
    if BACK in request.POST:
        take_back = partial(operations.take_none_back, part=part, by=user, at=now())
        if undo.attempt(take_back):
            messages.success(request, "The child is to be given their own version.")
            return redirect(back)
    act = partial(operations.give_none, part=part, by=user, at=now())
    heading = "No version of their own will be given"
    return _form(
        request,
        form,
        lambda: act(**form.told),
        part,
        back,
        heading,
        words=present.none_words(told),
        after=undo if stands else None,
    )


@needs(Permission.SEND_LETTERS)
@require_http_methods(METHODS)
def own_told(request: HttpRequest, ref: uuid.UUID, document: int) -> HttpResponse:
    """Who sat with a child who was given their own version, and what the child said, told otherwise."""
    found, back = copy_in_scope(person_of(request), ref, document), reverse("record_copies", args=[ref])
    if not is_own(found) or found.sent_date is None:
        raise Http404
    form = OwnToldForm(typed(request), document=found, back=back)
    act = partial(operations.tell_given, document=found, by=person_of(request), at=now())
    part = found.requested_child
    return _form(request, form, lambda: act(**form.answers), part, back, "How it was given")


def _part(user: User, ref: uuid.UUID, child: uuid.UUID) -> ChildPart:
    found = part_in_scope(user, ref, child)
    if found is None:
        raise Http404
    return found


def _form(
    request: HttpRequest,
    form: Any,
    act: Callable[[], object],
    of: Any,
    back: str,
    heading: str,
    **more: Any,
) -> HttpResponse:
    if form.attempt(act):
        messages.success(request, "It is recorded.")
        return redirect(back)
    child = of.requested_child.child if isinstance(of, ChildPart) else of.child
    values = {"form": form, "back": back, "heading": heading, "name": child.display_name} | more
    return render(request, "conferences/copies/own.html", values)
