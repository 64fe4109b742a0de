"""What may be put right or recorded of a child, and what happened in its life: asked, shown, then done."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.forms.life_events import LifeEventForm, PlanEndForm, first_values
from conferences.operations import life_events as operations
from conferences.operations import life_events_endings as endings
from conferences.queries.children_days import present_of
from conferences.queries.life_events import ending_of, event_in_scope, homes_of, open_plan
from conferences.queries.what_follows import watched
from conferences.rules.life_events import LifeKind, kinds_for, unusual
from conferences.views.presenters import children_changes
from conferences.views.presenters import life_events as presenter
from conferences.views.presenters.what_follows import what_follows
from safeguarding.access import Permission, get, needs, person_of
from safeguarding.clock import now, today
from safeguarding.models import Child
from safeguarding.pagekit.checking import carried, check_answers
from safeguarding.pages.drafts import typed
from safeguarding.wording import sentence


@needs(Permission.READ_CHILD)
@require_safe
def child_changes(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """All that this person may record of the child or put right."""
    user, on = person_of(request), today()
    child = get(user, Child, ref=ref)
    values = {
        "name": child.display_name,
        "back": reverse("child", args=[ref]),
        "groups": children_changes.groups(user, child, on),
    }
    return render(request, "conferences/children/changes.html", values)


@needs(Permission.RECORD_LIFE_EVENT)
@require_http_methods(["GET", "HEAD", "POST"])
def life_event_new(request: HttpRequest, ref: uuid.UUID, kind: str) -> HttpResponse:
    """What happened, with what follows from it before it is recorded."""
    user, on = person_of(request), today()
    child = get(user, Child, ref=ref)
    which, life = presenter.kind_of(kind), present_of(child)
    if which is None:
        raise Http404
    back = reverse("child_changes", args=[ref])
    if which not in kinds_for(life, on):
        messages.info(request, "This cannot be recorded of this child now.")
        return redirect(back)
    form = LifeEventForm(
        typed(request),
        kind=which,
        is_unborn=child.is_unborn,
        on_plan=life.plan_start is not None,
        homes=homes_of(user, child) if which is LifeKind.MOVED_WITHIN else (),
        back=back,
        initial=first_values(which, life),
    )
    answers = check_answers(
        form,
        lambda: watched(
            lambda: operations.record_life_event(child=child, **form.given, by=user, at=now()),
            [child],
            user,
            on,
        ),
    )
    heading = presenter.kind_words(which, child)
    values: dict[str, object] = {"name": child.display_name, "heading": heading, "back": back}
    if answers.done:
        plan = open_plan(child)
        waiting = ending_of(plan, on) if plan else None
        messages.success(request, presenter.saved(answers.done.done, waiting))
        return redirect("child", ref=ref)
    if answers.to_check:
        seen = answers.to_check
        values |= {
            "rows": presenter.checked_rows(form.given["told"], child, form.given["home"]),
            "warning": unusual(form.given["told"], life),
            "follows": what_follows(seen.before, seen.after, on),
            "waits": presenter.waits_words(form.given["told"], life, on),
            "carried": carried(form),
        }
        return render(request, "conferences/life_events/check.html", values)
    values["words"] = sentence(presenter.hint(which, life))
    values["form"] = form
    return render(request, "conferences/life_events/form.html", values)


@needs(Permission.RECORD_LIFE_EVENT)
@require_http_methods(["GET", "HEAD", "POST"])
def plan_ending_new(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Ask that the plan ends by what was recorded before."""
    user = person_of(request)
    event = event_in_scope(user, ref)
    back = reverse("child_changes", args=[event.child.ref])
    kind = LifeKind(event.kind)
    form = PlanEndForm(typed(request), kind=kind, back=back, initial=presenter.first_end(event))
    done = form.attempt(lambda: endings.ask_plan_end(event=event, **form.given, by=user, at=now()))
    if done:
        messages.success(request, presenter.saved(event, done))
        return redirect(back)
    values = {
        "form": form,
        "name": event.child.display_name,
        "heading": "Ask that the plan ends",
        "back": back,
        "words": f"{presenter.told(event, event.child)}. A second person, who manages, confirms it.",
    }
    return render(request, "conferences/life_events/form.html", values)
