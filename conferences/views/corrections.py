"""The facts of a child's record, and the correction of one record: asked, shown with what follows, done."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.forms.corrections import CorrectionForm
from conferences.operations import corrections_child, corrections_plans
from conferences.queries.children_record import grant_of
from conferences.queries.corrections import child_facts as load_facts
from conferences.queries.corrections import facts_of, mark_of, row_of
from conferences.queries.what_follows import watched
from conferences.rules.corrections import BY_KIND, RecordKind
from conferences.views.presenters.children import frame
from conferences.views.presenters.corrections import fact_groups, moved_rows, title_of
from conferences.views.presenters.what_follows import what_follows
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now, today
from safeguarding.models import User
from safeguarding.operation import refuse_without
from safeguarding.pagekit.checking import carried, check_answers
from safeguarding.pages.drafts import typed

ACTS: dict[RecordKind, Callable[..., Any]] = {
    RecordKind.CHILD: corrections_child.correct_child,
    RecordKind.NAME: corrections_child.correct_name,
    RecordKind.NEED: corrections_child.correct_need,
    RecordKind.TRANSFER_IN: corrections_child.correct_transfer_in,
    RecordKind.IN_NEED_PLAN: corrections_child.correct_in_need_plan,
    RecordKind.CORE_GROUP: corrections_plans.correct_core_group,
    RecordKind.FOLLOW_UP: corrections_plans.correct_follow_up,
    RecordKind.PLAN_ELSEWHERE: corrections_plans.correct_plan_elsewhere,
}


@needs(Permission.READ_CHILD)
@require_safe
def child_facts(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Every fact that may be corrected, with what stood there before it was."""
    user = person_of(request)
    child = load_facts(user, ref)
    values = {
        "frame": frame(child, user, "Record", grant_of(user, child, now()), today()),
        "groups": fact_groups(child, user),
        "back": reverse("child", args=[ref]),
    }
    return render(request, "conferences/corrections/facts.html", values)


@needs(Permission.READ_CHILD)
@require_http_methods(["GET", "HEAD", "POST"])
def child_correct(request: HttpRequest, ref: uuid.UUID, kind: str, row: int) -> HttpResponse:
    """What one record should say. Whoever may record it may correct it."""
    user = person_of(request)
    child, subject, of = _subject(user, ref, kind, row)
    correctable = BY_KIND[of]
    refuse_without(user, correctable.right)
    facts = facts_of(subject, correctable)
    back = f"{reverse('child_facts', args=[ref])}#{of.lower()}-{row}"
    form = CorrectionForm(
        typed(request), correctable=correctable, facts=facts, mark=mark_of(subject, correctable), back=back
    )

    def act() -> Any:
        change = form.change
        return watched(
            lambda: ACTS[of](row=subject, change=change, by=user, at=now()), [child], user, today()
        )

    answers = check_answers(form, act)
    values = {"name": child.display_name, "heading": f"Correct: {title_of(of, subject)}", "back": back}
    if answers.done:
        messages.success(request, "Corrected. What stood there before is kept beside it.")
        return redirect(back)
    if answers.to_check:
        seen = answers.to_check
        values |= {
            "rows": moved_rows(seen.done),
            "follows": what_follows(seen.before, seen.after, today()),
            "carried": carried(form),
            "text": "Correct it",
        }
        return render(request, "conferences/corrections/check.html", values)
    status = 409 if form.saved and request.method == "POST" else 200
    return render(request, "conferences/corrections/correct.html", values | {"form": form}, status=status)


def _subject(user: User, ref: uuid.UUID, kind: str, row: int) -> tuple[Any, Any, RecordKind]:
    """The child, the record and its kind; Http404 where the child's record has none such."""
    of = next((one for one in ACTS if one.lower() == kind), None)
    child = load_facts(user, ref)
    found = row_of(child, of, row) if of else None
    if of is None or found is None:
        raise Http404
    return child, found, of
