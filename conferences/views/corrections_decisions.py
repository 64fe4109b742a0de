"""New versions of signed decisions: asked for, seen by a second person with what follows, agreed or not."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.forms.corrections_decisions import DecisionChangeForm, TurnDownDecisionForm
from conferences.models import DecisionChange
from conferences.operations import corrections_decisions as operations
from conferences.queries.corrections_decisions import (
    at_conference_of,
    change_of,
    in_the_way,
    still_to_agree,
    to_agree,
    version_of,
)
from conferences.queries.what_follows import watched
from conferences.views.presenters import corrections_decisions as presenter
from conferences.views.presenters.what_follows import what_follows
from safeguarding.access import Permission, get, needs, person_of
from safeguarding.clock import now, today
from safeguarding.models import Child, ReadKind, User
from safeguarding.pagekit.checking import CONFIRM, STEP, carried, check_answers
from safeguarding.pagekit.refusals import Refusable
from safeguarding.pages.drafts import typed

SET_RIGHT = "Agreed. The new version is the decision. Send the letters again that told the former one."


@needs(Permission.CORRECT_DECISION)
@require_http_methods(["GET", "HEAD", "POST"])
def decision_change_new(request: HttpRequest, ref: uuid.UUID, row: int) -> HttpResponse:
    """Ask for another decision than the one that was signed on a child at a conference."""
    user, at = person_of(request), now()
    child = get(user, Child, ref=ref)
    held = at_conference_of(user, child, row)
    version = version_of(held) if held else None
    if held is None or version is None:
        raise Http404
    back = f"{reverse('child_facts', args=[ref])}#conference-{held.conference_id}"
    form = DecisionChangeForm(
        typed(request), kind=held.kind, version=version, back=back, is_unborn=child.is_unborn
    )

    def act() -> Any:
        is_sure = form.data.get(STEP) == CONFIRM
        do: Any = operations.ask_decision if is_sure else operations.foresee_decision
        return do(at_conference=held, wish=form.wish, by=user, at=at)

    answers = check_answers(form, act)
    if answers.done:
        messages.success(request, "Asked for. Until a second person agrees, the decision stands.")
        return redirect("decision_change", ref=answers.done.ref)
    heading = f"Set a decision right: {presenter.title_of(held)}"
    values: dict[str, Any] = {"name": child.display_name, "heading": heading, "back": back, "form": form}
    if answers.to_check:
        seen = answers.to_check
        values |= {
            "rows": presenter.wish_rows(version, form.wish, child),
            "follows": what_follows(seen.before, seen.after, today()),
            "stays_away": presenter.stays_ended(seen.before, seen.after, held.conference.held_date),
            "carried": carried(form),
            "text": "Ask a second person",
        }
        return render(request, "conferences/corrections/check.html", values)
    if form.errors:
        values["stones"] = presenter.stone_links(child, in_the_way(held, form.data.get("outcome", "")))
    return render(request, "conferences/corrections/decision.html", values)


@needs(Permission.CORRECT_DECISION, reads=ReadKind.LISTED)
@require_safe
def decision_changes(request: HttpRequest) -> HttpResponse:
    """The decisions in sight of which a new version waits for a second person."""
    table = presenter.waiting_table(still_to_agree(person_of(request), today()))
    return render(request, "conferences/corrections/decision_changes.html", {"table": table})


@needs(Permission.CORRECT_DECISION)
@require_http_methods(["GET", "HEAD", "POST"])
def decision_change(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """One of them; a second person sees what follows, and then agrees."""
    user, on = person_of(request), today()
    found = _found(user, ref)
    child = found.conference_child.child
    form = Refusable(request.POST if request.method == "POST" else None)
    answers = check_answers(
        form,
        lambda: watched(
            lambda: operations.agree_decision(change=found, by=user, at=now()), [child], user, on
        ),
    )
    if answers.done:
        messages.success(request, SET_RIGHT)
        return redirect("child", ref=child.ref)
    seen, waits = answers.to_check, found.closed_at is None and found.last_date >= on
    day = found.conference_child.conference.held_date
    values = {
        "change": found,
        "child": child,
        "rows": presenter.change_rows(found),
        "waits": waits,
        "is_own": found.asked_by_id == user.pk,
        "may_agree": waits and to_agree(user, on).filter(pk=found.pk).exists(),
        "hindered": " ".join(str(one) for one in form.non_field_errors()),
        "follows": what_follows(seen.before, seen.after, on) if seen else None,
        "stays_away": presenter.stays_ended(seen.before, seen.after, day) if seen else [],
    }
    if values["hindered"]:
        stones = in_the_way(found.conference_child, found.new_outcome)
        values["stones"] = presenter.stone_links(child, stones)
    return render(request, "conferences/corrections/decision_change.html", values)


@needs(Permission.CORRECT_DECISION)
@require_http_methods(["GET", "HEAD", "POST"])
def decision_change_end(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Withdraw what one asked for, or refuse what another did."""
    user, back = person_of(request), reverse("decision_change", args=[ref])
    found = _found(user, ref)
    verb = "Withdraw" if found.asked_by_id == user.pk else "Refuse"
    form = TurnDownDecisionForm(typed(request), button=verb, back=back)
    if form.attempt(lambda: operations.turn_down_decision(change=found, **form.answers, by=user, at=now())):
        messages.success(request, "The decision stands as it was signed.")
        return redirect("decision_changes")
    values = {
        "form": form,
        "back": back,
        "name": found.conference_child.child.display_name,
        "heading": f"{verb} the new version?",
    }
    return render(request, "conferences/corrections/decision.html", values)


def _found(user: User, ref: uuid.UUID) -> DecisionChange:
    found = change_of(user, ref)
    if found is None:
        raise Http404
    return found
