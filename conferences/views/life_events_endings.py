"""Plans that end without a review: what waits for a second person, and what nobody asked for yet."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.forms.life_events import TurnDownEndForm
from conferences.operations import life_events_endings as operations
from conferences.queries.life_events import endings, owed, still_to_confirm, to_confirm
from conferences.queries.life_events_resumptions import resumptions_waiting
from conferences.queries.what_follows import watched
from conferences.views.presenters import life_events as presenter
from conferences.views.presenters.life_events_resumptions import waiting_table
from conferences.views.presenters.what_follows import what_follows
from safeguarding.access import Permission, get, needs, person_of
from safeguarding.clock import now, today
from safeguarding.models import ReadKind
from safeguarding.operation import refuse_without
from safeguarding.pagekit.checking import check_answers
from safeguarding.pagekit.refusals import Refusable
from safeguarding.pages.drafts import typed
from safeguarding.wording import uk_date


@needs(Permission.RECORD_LIFE_EVENT, reads=ReadKind.LISTED)
@require_safe
def plan_endings(request: HttpRequest) -> HttpResponse:
    """The plans in sight that are to end without a review."""
    user, on = person_of(request), today()
    values = {
        "waiting": presenter.waiting_table(still_to_confirm(user, on)),
        "resuming": waiting_table(resumptions_waiting(user, on)),
        "owed": presenter.owed_table(owed(user, on)),
    }
    return render(request, "conferences/life_events/endings.html", values)


@needs(Permission.RECORD_LIFE_EVENT)
@require_http_methods(["GET", "HEAD", "POST"])
def plan_ending(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """One of them; a second person sees what follows, and then ends the plan."""
    user, on = person_of(request), today()
    if request.method == "POST":
        # Before anything is read: whoever lacks the right learns nothing of what is there.
        refuse_without(user, Permission.CONFIRM_PLAN_END)
    found = get(user, endings(user), ref=ref)
    form = Refusable(request.POST if request.method == "POST" else None)
    answers = check_answers(
        form,
        lambda: watched(
            lambda: operations.confirm_plan_end(ending=found, by=user, at=now()), [found.plan.child], user, on
        ),
    )
    if answers.done:
        messages.success(request, f"The plan has ended on {uk_date(answers.done.done.end_date)}.")
        return redirect("child", ref=found.plan.child.ref)
    waits = found.closed_at is None and found.last_date >= on
    seen = answers.to_check
    values = {
        "ending": found,
        "child": found.plan.child,
        "rows": presenter.ending_rows(found),
        "waits": waits,
        "is_own": found.asked_by_id == user.pk,
        "may_confirm": waits and to_confirm(user, on).filter(pk=found.pk).exists(),
        "hindered": " ".join(str(one) for one in form.non_field_errors()),
        "follows": what_follows(seen.before, seen.after, on) if seen else None,
    }
    return render(request, "conferences/life_events/ending.html", values)


@needs(Permission.RECORD_LIFE_EVENT)
@require_http_methods(["GET", "HEAD", "POST"])
def plan_ending_end(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Withdraw what one asked for, or refuse what another did."""
    user, back = person_of(request), reverse("plan_ending", args=[ref])
    found = get(user, endings(user), ref=ref)
    verb = "Withdraw" if found.asked_by_id == user.pk else "Refuse"
    form = TurnDownEndForm(typed(request), button=verb, back=back)
    if form.attempt(lambda: operations.turn_down_plan_end(ending=found, **form.answers, by=user, at=now())):
        messages.success(request, "The plan goes on.")
        return redirect("plan_endings")
    values = {
        "form": form,
        "back": back,
        "name": found.plan.child.display_name,
        "heading": f"{verb} that this plan ends?",
        "words": "",
    }
    return render(request, "conferences/life_events/form.html", values)
