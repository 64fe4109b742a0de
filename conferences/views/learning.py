"""The register of ideas: the list, one idea, adding and changing it, a consultation’s note, a decision."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.forms.learning import DecideForm, IdeaForm, NarrowForm, idea_before
from conferences.models import LearningIdea
from conferences.operations import learning as operations
from conferences.queries import learning as queries
from conferences.views.learning_names import tell_of_names
from conferences.views.presenters import learning as presenter
from conferences.views.presenters import learning_trials as trials
from safeguarding.access import Permission, can, needs, person_of
from safeguarding.clock import now, today
from safeguarding.models import User
from safeguarding.pages.drafts import shows_saves, typed
from safeguarding.versions import StaleVersion

FORM = "conferences/life_events/form.html"
OF_CONSULTATION = (
    "What the unit can learn from this consultation, for people who do not know the family. The consultation"
    " is linked for those alone who see it."
)


@needs(Permission.READ_LEARNING)
@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """Every idea, in pages and narrowed; of an empty register, what to do first."""
    user = person_of(request)
    form = NarrowForm(request.GET or None)
    narrowed = form.narrowed if form.is_bound else queries.Narrowed()
    page = queries.ideas(narrowed, request.GET.get("page"))
    is_narrowed = narrowed != queries.Narrowed()
    keeps = can(user, Permission.KEEP_LEARNING)
    values = {
        "form": form,
        "page": page,
        "is_narrowed": is_narrowed,
        "table": presenter.ideas_table(page, is_narrowed=is_narrowed),
        "is_empty": not is_narrowed and not page.paginator.count,
        "to_decide": presenter.undecided_table(queries.undecided()) if keeps else None,
        "own": presenter.own_table(queries.reviews_of(user, today(), keeps=keeps), today()),
        "may_add": can(user, Permission.ADD_IDEA),
        "keeps": keeps,
    }
    return render(request, "conferences/learning/list.html", values)


@needs(Permission.READ_LEARNING)
@require_safe
def idea(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """One idea: what was learned, its trials, what was decided, and how it was told before."""
    user, on = person_of(request), today()
    found = queries.idea_whole(ref)
    keeps = can(user, Permission.KEEP_LEARNING)
    mine = operations.may_change(user, found)
    shown = trials.trials_shown(
        list(found.trials.all()),
        public=not can(user, Permission.READ_MEASURES),
        reviews=mine,
        keeps=keeps,
        on=on,
    )
    consultation = queries.consultation_of(user, found)
    values = {
        "idea": found,
        "tag": presenter.state_tag(queries.idea_state(found)),
        "rows": presenter.idea_rows(found),
        "trials": shown,
        "decisions": presenter.decision_entries(found.decisions.all()),
        "versions": presenter.version_entries(found, queries.versions_of(found)),
        "no_proof": trials.NO_PROOF if shown else "",
        "consultation": reverse("consultation", args=[consultation.ref]) if consultation else "",
        "may_change": mine,
        "may_begin": keeps and all(one.ended_date for one in found.trials.all()),
        "has_owner": found.owner is not None,
        "keeps": keeps,
        "has_decision": bool(found.decisions.all()),
    }
    return render(request, "conferences/learning/idea.html", values)


@needs(Permission.ADD_IDEA)
@require_http_methods(["GET", "HEAD", "POST"])
def idea_new(request: HttpRequest) -> HttpResponse:
    """A visit, or an idea from somewhere else or from the unit's own work."""
    user, back = person_of(request), reverse("learning")
    form = IdeaForm(typed(request), back=back, initial={"day": today()})
    if made := form.attempt(lambda: operations.add_idea(**form.given, by=user, at=now())):
        return _to(request, made, "The idea is in the register.", form)
    values = {"form": form, "back": back, "heading": "Add an idea or a visit", "name": "Learning"}
    return render(request, FORM, values)


@needs(Permission.ADD_IDEA)
@require_http_methods(["GET", "HEAD", "POST"])
def from_consultation(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """What was learned from a consultation in sight, without a name of its family."""
    user = person_of(request)
    within = queries.consultation_in_scope(user, ref)
    back = reverse("consultation", args=[ref])
    form = IdeaForm(typed(request), back=back, of_consultation=True, initial={"day": today()})
    if made := form.attempt(
        lambda: operations.add_idea(consultation=within, **form.given, by=user, at=now())
    ):
        return _to(request, made, "What was learned is in the register.", form)
    values = {"form": form, "back": back, "heading": "Note for learning", "words": OF_CONSULTATION}
    return render(request, FORM, values | {"name": f"Re-plan consultation {within.pk}"})


def idea_now(user: User, ref: uuid.UUID) -> StaleVersion | None:
    """An idea as it stands, for who changes it too."""
    found = queries.idea_whole(ref)
    return operations.standing_idea(found) if operations.may_change(user, found) else None


@shows_saves(idea_now)
@needs(Permission.ADD_IDEA)
@require_http_methods(["GET", "HEAD", "POST"])
def idea_change(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """An idea told otherwise; what it said before is kept."""
    user, found = person_of(request), queries.idea_whole(ref)
    if not operations.may_change(user, found):
        raise Http404
    back = reverse("learning_idea", args=[ref])
    of_one = found.consultation_id is not None
    stands = operations.standing_idea(found)
    initial = idea_before(found) | {"seen": stands.seen}
    form = IdeaForm(typed(request), back=back, of_consultation=of_one, initial=initial)
    form.join_if_put_back(stands)
    if made := form.attempt(lambda: operations.change_idea(held=found, **form.changed, by=user, at=now())):
        return _to(request, made, "The idea is changed. What it said before is kept.", form)
    values = {"form": form, "back": back, "heading": "Change the idea", "name": found.title}
    return render(request, FORM, values, status=form.status)


@needs(Permission.KEEP_LEARNING)
@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Adopted or not, and why."""
    user, found = person_of(request), queries.idea_whole(ref)
    back = reverse("learning_idea", args=[ref])
    form = DecideForm(typed(request), replaces=bool(found.decisions.all()), back=back)
    if form.attempt(lambda: operations.decide_idea(idea=found, **form.answers, by=user, at=now())):
        messages.success(request, "The decision is saved.")
        tell_of_names(request, form)
        return redirect(back)
    words = "A trial that goes on is over with the decision." if _is_on_trial(found) else ""
    values = {"form": form, "back": back, "heading": "Decide", "name": found.title, "words": words}
    return render(request, FORM, values)


def _is_on_trial(found: LearningIdea) -> bool:
    return any(one.ended_date is None for one in found.trials.all())


def _to(request: HttpRequest, made: LearningIdea, words: str, form: IdeaForm) -> HttpResponse:
    """The page of an idea, with what was done."""
    messages.success(request, words)
    tell_of_names(request, form)
    return redirect("learning_idea", ref=made.ref)
