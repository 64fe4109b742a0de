"""The trials of an idea: begun, reviewed, put on another day, stopped."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.forms.learning import MoveForm, ReasonForm
from conferences.forms.learning_trials import ReviewForm, TrialForm
from conferences.operations import learning as ideas
from conferences.operations import learning_trials as operations
from conferences.queries.learning import idea_whole, trial_whole
from conferences.queries.learning_figures import reading_that_is_due
from conferences.views.learning_names import tell_of_names
from conferences.views.presenters.learning_trials import NO_PROOF, readings_table
from safeguarding.access import Permission, can, needs, person_of
from safeguarding.clock import now
from safeguarding.pages.drafts import typed
from safeguarding.pages.posted import posted

FORM = "conferences/life_events/form.html"
FROZEN = (
    "The figure of the months before is looked up and kept as you begin. It cannot be changed afterwards, so"
    " that nobody moves what is compared."
)


@needs(Permission.KEEP_LEARNING)
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """What is tried, which figure it is to move, and when it is reviewed."""
    user, found = person_of(request), idea_whole(ref)
    back = reverse("learning_idea", args=[ref])
    form = TrialForm(typed(request), back=back)
    if form.attempt(lambda: operations.start_trial(idea=found, **form.given, by=user, at=now())):
        messages.success(request, "The trial has begun. The figure before is kept beside it.")
        tell_of_names(request, form)
        return redirect(back)
    values = {"form": form, "back": back, "heading": "Begin a trial", "name": found.title, "words": FROZEN}
    return render(request, FORM, values)


@needs(Permission.ADD_IDEA)
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """The figure before and after, and what its owner sees in it."""
    user, found = person_of(request), trial_whole(ref)
    if not ideas.may_change(user, found.idea):
        raise Http404
    back = reverse("learning_idea", args=[found.idea.ref])
    form = ReviewForm(typed(request), back=back)
    if form.attempt(lambda: operations.review_trial(trial=found, **form.given, by=user, at=now())):
        messages.success(request, "The review is saved.")
        tell_of_names(request, form)
        return redirect(back)
    values = {
        "form": form,
        "back": back,
        "name": found.idea.title,
        "table": readings_table(
            found,
            public=not can(user, Permission.READ_MEASURES),
            due=reading_that_is_due(found, now()),
        ),
        "no_proof": NO_PROOF,
    }
    return render(request, "conferences/learning/review.html", values)


@needs(Permission.ADD_IDEA)
@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Another day for the review to come."""
    user, found = person_of(request), trial_whole(ref)
    if not ideas.may_change(user, found.idea):
        raise Http404
    back = reverse("learning_idea", args=[found.idea.ref])
    form = MoveForm(posted(request), back=back, initial={"review_date": found.next_review_date})
    if form.attempt(lambda: operations.move_review(trial=found, **form.answers, by=user, at=now())):
        messages.success(request, "The day of the review is changed.")
        return redirect(back)
    values = {"form": form, "back": back, "heading": "Change the day of the review", "name": found.idea.title}
    return render(request, FORM, values)


@needs(Permission.KEEP_LEARNING)
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """A trial ends without a decision: the wrong figure was chosen, or it cannot go on."""
    user, found = person_of(request), trial_whole(ref)
    back = reverse("learning_idea", args=[found.idea.ref])
    form = ReasonForm(typed(request), back=back)
    if form.attempt(lambda: operations.stop_trial(trial=found, **form.answers, by=user, at=now())):
        messages.success(request, "The trial is stopped. What was looked up stays.")
        tell_of_names(request, form)
        return redirect(back)
    values = {"form": form, "back": back, "heading": "Stop the trial", "name": found.idea.title}
    return render(request, FORM, values)
