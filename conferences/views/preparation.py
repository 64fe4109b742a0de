"""What goes before a conference: contacts with each of the family, and the children’s own words."""

from __future__ import annotations

import uuid
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.forms.preparation import ContactChangeForm, ContactForm, ViewsChangeForm, ViewsForm
from conferences.models import Request
from conferences.operations import preparation as operations
from conferences.operations.invitations import GONE
from conferences.queries.exclusions import exclusions_of
from conferences.queries.preparation import contact_in_scope, prepared_in_scope, views_in_scope
from conferences.queries.readiness import board_of
from conferences.views.presenters import preparation as present
from conferences.views.presenters.invitations import is_gone
from conferences.views.presenters.readiness import table
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now, today
from safeguarding.pages.drafts import typed

METHODS = ["GET", "HEAD", "POST"]


@needs(Permission.READ_REQUEST)
@require_safe
def preparation(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """How it stands with each of the family and each child before the conference."""
    user = person_of(request)
    found, on = prepared_in_scope(user, ref), today()
    board = board_of(found.booking, on)
    values = {"page": present.page(found, user), "ready": table(board, user, on) if board else None}
    return render(request, "conferences/preparation/preparation.html", values)


@needs(Permission.INVITE)
@require_http_methods(METHODS)
def contact_new(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """A contact with somebody of the family or a child, or a try of one."""
    user = person_of(request)
    found = prepared_in_scope(user, ref)
    back = page_of(found.request)
    if is_gone(found.request):
        return _tell(request, back, GONE)
    chosen = request.GET.get("of", "")
    form = ContactForm(typed(request), people=present.people(found), chosen=chosen, back=back)
    act = partial(operations.record_contact, request=found.request, by=user, at=now())
    if form.attempt(lambda: act(**form.told)):
        return _tell(request, back, "The contact is recorded.", is_done=True)
    return _form(request, form, back, "Contact before the conference", present.title(found))


@needs(Permission.INVITE)
@require_http_methods(METHODS)
def contact_change(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Tell a contact otherwise, or take it back."""
    user = person_of(request)
    found = contact_in_scope(user, ref)
    back = page_of(found.request)
    stands = operations.standing(found)
    form = ContactChangeForm(typed(request), initial=stands.theirs | {"seen": stands.seen}, back=back)
    form.join_if_put_back(stands)

    def act() -> object:
        if form.answers["is_taken_back"]:
            words = form.answers["back_words"]
            return operations.take_contact_back(contact=found, words=words, by=user, at=now())
        return operations.tell_contact(contact=found, **form.told, by=user, at=now())

    if form.attempt(act):
        return _tell(request, back, "The contact is changed.", is_done=True)
    words = present.cautions_of(found, exclusions_of(user, found.request))
    return _form(request, form, back, "Contact before the conference", present.of_whom(found), words)


@needs(Permission.INVITE)
@require_http_methods(METHODS)
def views_new(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """What a child said before the conference, or why there are no words."""
    user = person_of(request)
    found = prepared_in_scope(user, ref)
    back = page_of(found.request)
    if is_gone(found.request):
        return _tell(request, back, GONE)
    children = {present.key(one): one for one in found.children}
    form = ViewsForm(typed(request), children=children, chosen=request.GET.get("of", ""), back=back)
    act = partial(operations.record_views, by=user, at=now())
    if form.attempt(lambda: act(**form.told)):
        return _tell(request, back, "What the child said is recorded.", is_done=True)
    return _form(request, form, back, "What a child says before the conference", present.title(found))


@needs(Permission.INVITE)
@require_http_methods(METHODS)
def views_change(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Tell otherwise what a child said, or take it back."""
    user = person_of(request)
    found = views_in_scope(user, ref)
    back = page_of(found.asked.request)
    stands = operations.standing(found)
    form = ViewsChangeForm(typed(request), initial=stands.theirs | {"seen": stands.seen}, back=back)
    form.join_if_put_back(stands)

    def act() -> object:
        if form.answers["is_taken_back"]:
            words = form.answers["back_words"]
            return operations.take_views_back(views=found, words=words, by=user, at=now())
        return operations.tell_views(views=found, **form.told, by=user, at=now())

    if form.attempt(act):
        return _tell(request, back, "What the child said is changed.", is_done=True)
    return _form(request, form, back, "What a child says before the conference", present.of_whom(found))


def page_of(request: Request) -> str:
    """The address of what goes before the conference of a request."""
    return reverse("preparation", args=[request.ref])


def _tell(request: HttpRequest, back: str, words: str, *, is_done: bool = False) -> HttpResponse:
    (messages.success if is_done else messages.info)(request, words)
    return redirect(back)


def _form(
    request: HttpRequest, form: object, back: str, heading: str, name: str, words: str = ""
) -> HttpResponse:
    """A form's page; 409 where somebody else saved first."""
    values = {"form": form, "back": back, "heading": heading, "name": name, "words": words}
    return render(request, "conferences/life_events/form.html", values, status=getattr(form, "status", 200))
