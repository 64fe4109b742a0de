"""You said, we did: what families and others said, what was done about it, and who was told."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.forms.learning import GroupForm, HeardForm, heard_before
from conferences.operations import learning as operations
from conferences.queries import learning as queries
from conferences.views.learning_names import tell_of_names
from conferences.views.presenters import learning as presenter
from conferences.views.presenters.feedback import from_feedback
from safeguarding.access import Permission, can, needs, person_of
from safeguarding.clock import now, today
from safeguarding.models import User
from safeguarding.pages.drafts import shows_saves, typed
from safeguarding.versions import StaleVersion

FORM = "conferences/life_events/form.html"


@needs(Permission.READ_LEARNING)
@require_safe
def heard(request: HttpRequest) -> HttpResponse:
    """What was said, in pages, of everybody or of one group."""
    user, form = person_of(request), GroupForm(request.GET or None)
    group = form.chosen if form.is_bound else ""
    page = queries.heard(group, request.GET.get("page"))
    keeps = can(user, Permission.KEEP_LEARNING)
    values = {
        "form": form,
        "page": page,
        "table": presenter.heard_table(page, may_answer=keeps),
        "is_empty": not group and not page.paginator.count,
        "may_add": can(user, Permission.ADD_IDEA),
    }
    return render(request, "conferences/learning/heard.html", values)


@needs(Permission.ADD_IDEA)
@require_http_methods(["GET", "HEAD", "POST"])
def heard_new(request: HttpRequest) -> HttpResponse:
    """What somebody said, by the group that they are of."""
    user, back = person_of(request), reverse("learning_heard")
    answers_it = can(user, Permission.KEEP_LEARNING)
    initial = {"heard_date": today(), **from_feedback(request.GET)}
    form = HeardForm(typed(request), answers_it=answers_it, back=back, initial=initial)
    if form.attempt(lambda: operations.hear(**form.given, by=user, at=now())):
        messages.success(request, "What was said is recorded.")
        tell_of_names(request, form)
        return redirect(back)
    values = {"form": form, "back": back, "heading": "Record what was said", "name": "You said, we did"}
    return render(request, FORM, values)


def heard_now(user: User, ref: uuid.UUID) -> StaleVersion | None:
    """What was said and done as it stands, for who answers it too."""
    held = queries.heard_of(ref)
    return operations.standing_heard(held) if can(user, Permission.KEEP_LEARNING) else None


@shows_saves(heard_now)
@needs(Permission.KEEP_LEARNING)
@require_http_methods(["GET", "HEAD", "POST"])
def heard_answer(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """What was done about it, and who was told."""
    user, back, held = person_of(request), reverse("learning_heard"), queries.heard_of(ref)
    stands = operations.standing_heard(held)
    initial = heard_before(held) | {"seen": stands.seen}
    form = HeardForm(typed(request), answers_it=True, back=back, initial=initial)
    form.join_if_put_back(stands)
    if form.attempt(lambda: operations.answer_heard(held=held, **form.changed, by=user, at=now())):
        messages.success(request, "It is saved.")
        tell_of_names(request, form)
        return redirect(back)
    values = {"form": form, "back": back, "heading": "What was done about it", "name": "You said, we did"}
    return render(request, FORM, values, status=form.status)
