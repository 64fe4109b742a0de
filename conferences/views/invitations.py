"""Who is invited to a conference: the list, putting people on it, inviting them, answers and reports."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.forms.invitations import AnswerForm, ChoiceForm, InvitedForm, OffForm, OfOne, PutOnForm
from conferences.models import Invitation
from conferences.operations import invitations as operations
from conferences.operations import invitations_again as again
from conferences.operations import recording
from conferences.queries.copies_agencies import restricted_of
from conferences.queries.invitations import (
    Invited,
    invitation_in_scope,
    invited_in_scope,
    kinds_in_use,
    suggested_for,
)
from conferences.queries.invitations_letters import letters_of
from conferences.queries.invitations_links import links_of, reports_of
from conferences.queries.invitations_showings import showings_of
from conferences.views.presenters import invitations as present
from conferences.views.presenters.copies_agencies import lines as agencies_lines
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now, today
from safeguarding.pagekit.typed import is_put_back
from safeguarding.pages.drafts import typed
from safeguarding.wording import counted

METHODS = ["GET", "HEAD", "POST"]
F = TypeVar("F", bound=OfOne)


@needs(Permission.READ_REQUEST)
@require_safe
def invited(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """The list: who was invited, answered and reported, and whether enough agencies will come."""
    user = person_of(request)
    found = invited_in_scope(user, ref, today())
    sent, links = reports_of(user, found.people), links_of(user, found.people)
    letters = letters_of(user, found.request, today())
    page = present.page(found, user, today(), letters, sent, links, showings_of(user, found.request))
    meeting = letters.meeting
    agencies = (
        agencies_lines(meeting, restricted_of(user, found.request), may_say=recording.decides(meeting, user))
        if meeting
        else []
    )
    return render(request, "conferences/invitations/list.html", {"page": page, "agencies": agencies})


@needs(Permission.INVITE)
@require_http_methods(METHODS)
def invited_add(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Put people on the list: of the family, the workers, who came last time, and others by name."""
    user = person_of(request)
    found, back = invited_in_scope(user, ref, today()), reverse("invited", args=[ref])
    if not present.is_open(found.request):
        return tell(request, back, operations.OVER)
    suggested = suggested_for(user, found)
    form = PutOnForm(typed(request), suggested=suggested, kinds=kinds_in_use(), on=today(), back=back)
    act = partial(operations.put_on, request=found.request, by=user, at=now())
    if (made := form.attempt(lambda: act(guests=form.chosen))) is not None:
        messages.success(request, f"{counted(len(made), 'person', 'people')} put on the list.")
        return redirect(back)
    return form_page(request, form, back, "Put people on the list", found)


@needs(Permission.INVITE)
@require_http_methods(METHODS)
def invited_sent(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Several people were invited: how and when."""
    user = person_of(request)
    found, back = invited_in_scope(user, ref, today()), reverse("invited", args=[ref])
    if present.is_gone(found.request):
        return tell(request, back, operations.GONE)
    waiting = found.to_invite or list(found.people)
    if not waiting:
        return tell(request, back, present.NOBODY)
    form = InvitedForm(typed(request), people=waiting, back=back)
    act = partial(operations.tell_invited, by=user, at=now())
    if told := form.attempt(lambda: act(**form.told)):
        messages.success(request, f"Recorded: {counted(len(told), 'person', 'people')} invited.")
        return redirect(back)
    return form_page(request, form, back, "Record who was invited", found)


@needs(Permission.INVITE)
@require_http_methods(METHODS)
def invitation_answer(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """What one person answered and needs, or how a child chose to take part."""
    found = invitation_in_scope(person_of(request), ref)
    if found.requested_child_id:
        choice = form_of_one(ChoiceForm, request, found, operations.CHOICE)
        return record_of_one(request, found, choice, operations.tell_choice, "How they take part")
    form = form_of_one(AnswerForm, request, found, operations.ANSWER)
    return record_of_one(request, found, form, operations.tell_answer, "What they answered")


def form_of_one(kind: type[F], request: HttpRequest, found: Invitation, names: Sequence[str]) -> F:
    """The form with what stands now; a draft that is put back sees what was told since, and that it was for
    another time.
    """
    stands = operations.standing(found, names)
    initial = stands.theirs | {"seen": stands.seen}
    form = kind(typed(request), initial=initial, back=list_of(found))
    seen = str(form.data.get("seen") or "") if is_put_back(form.data) else stands.seen
    if seen != stands.seen and (moved := again.other_time(seen, names, found.request)):
        stands = operations.standing(found, names, moved)
    form.join_if_put_back(stands)
    return form


def record_of_one(
    request: HttpRequest,
    found: Invitation,
    form: OfOne,
    told: Callable[..., Invitation],
    heading: str,
) -> HttpResponse:
    """The answer to a form of what one person told, and the list when it is kept."""
    back = list_of(found)
    if present.is_gone(found.request):
        return tell(request, back, operations.GONE)
    act = partial(told, invitation=found, by=person_of(request), at=now())
    if form.attempt(lambda: act(**form.told)):
        messages.success(request, f"{heading}: recorded.")
        return redirect(back)
    return form_page(request, form, back, heading, found)


@needs(Permission.INVITE)
@require_http_methods(METHODS)
def invitation_off(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Take one person off the list, with the reason."""
    user, found = person_of(request), invitation_in_scope(person_of(request), ref)
    back = list_of(found)
    if not present.is_open(found.request):
        return tell(request, back, operations.OVER)
    form = OffForm(typed(request), back=back)
    act = partial(operations.take_off, invitation=found, by=user, at=now())
    if form.attempt(lambda: act(**form.told)):
        messages.success(request, "One person is taken off the list.")
        return redirect(back)
    return form_page(request, form, back, "Take off the list", found)


def list_of(found: Invitation) -> str:
    """The address of the list that somebody stands on."""
    return reverse("invited", args=[found.request.ref])


def tell(request: HttpRequest, back: str, words: str) -> HttpResponse:
    """Back to the list, with why nothing can be done here."""
    messages.info(request, words)
    return redirect(back)


def form_page(
    request: HttpRequest, form: object, back: str, heading: str, found: Invited | Invitation
) -> HttpResponse:
    """A form's page, headed by whose list it is or by the person; 409 where somebody else saved first."""
    name = found.name if isinstance(found, Invitation) else present.title(found)
    values = {"form": form, "back": back, "heading": heading, "name": name}
    return render(request, "conferences/life_events/form.html", values, status=getattr(form, "status", 200))
