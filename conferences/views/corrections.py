"""The facts of a child's record, and the correction of one record: asked, shown with what follows, done."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.forms.corrections import CorrectionForm
from conferences.models import Correction
from conferences.operations import (
    corrections_child,
    corrections_conferences,
    corrections_life,
    corrections_next,
    corrections_plans,
    corrections_supports,
    corrections_work,
    plans,
)
from conferences.operations.corrections import Change
from conferences.queries.children_record import grant_of, is_in_sight
from conferences.queries.corrections import ChildFacts, facts_of, mark_of, not_theirs, open_facts
from conferences.queries.corrections import child_facts as load_facts
from conferences.queries.corrections_plans import children_at
from conferences.queries.life_events_resumptions import ending_to_take_back
from conferences.queries.requests_left import in_need_ended, left_by
from conferences.queries.what_follows import Watched, watched
from conferences.rules.corrections import BY_KIND, RecordKind, worded
from conferences.rules.life_events import LifeKind
from conferences.views.presenters.children import frame
from conferences.views.presenters.corrections import fact_groups, moved_rows, named_notes, title_of
from conferences.views.presenters.requests_left import stays_away
from conferences.views.presenters.what_follows import what_follows
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now, today
from safeguarding.models import Child, User
from safeguarding.operation import refuse_without
from safeguarding.pagekit.checking import carried, check_answers
from safeguarding.pages.drafts import typed
from safeguarding.refusals import FORBIDDEN, Refused

ACTS: dict[RecordKind, Callable[..., Any]] = {
    RecordKind.CHILD: corrections_child.correct_child,
    RecordKind.NAME: corrections_child.correct_name,
    RecordKind.RELATIONSHIP: corrections_child.correct_relationship,
    RecordKind.NEED: corrections_child.correct_need,
    RecordKind.TRANSFER_IN: corrections_child.correct_transfer_in,
    RecordKind.LIFE_EVENT: corrections_life.correct_life_event,
    RecordKind.IN_NEED_PLAN: corrections_child.correct_in_need_plan,
    RecordKind.PLAN: corrections_conferences.correct_plan,
    RecordKind.CATEGORY: corrections_conferences.correct_category,
    RecordKind.CONFERENCE: corrections_conferences.correct_conference,
    RecordKind.CORE_GROUP: corrections_plans.correct_core_group,
    RecordKind.FOLLOW_UP: corrections_plans.correct_follow_up,
    RecordKind.PLAN_ELSEWHERE: corrections_plans.correct_plan_elsewhere,
    RecordKind.SUPPORT: corrections_supports.correct_support,
    RecordKind.THINKING_TIME: corrections_work.correct_thinking_time,
    RecordKind.THINKING_ENTRY: corrections_work.correct_thinking_entry,
    RecordKind.RECORD_SENT: corrections_work.correct_record_sent,
    RecordKind.LETTER: corrections_work.correct_letter,
    RecordKind.COPY: corrections_work.correct_copy,
    RecordKind.NEXT_DATES: corrections_next.correct_next_dates,
    RecordKind.CORE_GROUP_MEMBER: corrections_next.correct_member,
    RecordKind.PLAN_NEED: plans.correct_need,
    RecordKind.PLAN_ACTION: plans.correct_action,
    RecordKind.ALLOCATION: corrections_work.correct_allocation,
}


@needs(Permission.READ_CHILD)
@require_safe
def child_facts(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Every fact that may be corrected, with what stood there before it was."""
    user = person_of(request)
    facts = load_facts(user, ref)
    child = facts.child
    values = {
        "frame": frame(child, user, "Record", grant_of(user, child, now()), today()),
        "groups": fact_groups(facts, user),
        "back": reverse("child", args=[ref]),
    }
    return render(request, "conferences/corrections/facts.html", values)


@needs(Permission.READ_CHILD)
@require_http_methods(["GET", "HEAD", "POST"])
def child_correct(request: HttpRequest, ref: uuid.UUID, kind: str, row: int) -> HttpResponse:
    """What one record should say. Whoever may record it may correct it."""
    user, of = person_of(request), _kind(kind)
    # Before anything is read: whoever lacks the right learns nothing of what is there.
    refuse_without(user, BY_KIND[of].right)
    facts = load_facts(user, ref)
    subject = _subject(facts, of, row, user)
    correctable = worded(open_facts(subject, BY_KIND[of]), is_unborn=facts.child.is_unborn)
    back = f"{reverse('child_facts', args=[ref])}#{kind}-{row}"
    form = CorrectionForm(
        typed(request),
        correctable=correctable,
        facts=facts_of(subject, correctable),
        mark=mark_of(subject, correctable),
        back=back,
    )
    children = children_at(user, subject) if of is RecordKind.CONFERENCE else [facts.child]

    def act() -> Watched[list[Correction]]:
        change, at = form.change, now()
        return watched(lambda: ACTS[of](row=subject, change=change, by=user, at=at), children, user, today())

    answers = check_answers(form, act)
    name, heading = facts.child.display_name, f"Correct: {title_of(of, subject)}"
    values: dict[str, Any] = {"name": name, "heading": heading, "back": back}
    if answers.done:
        messages.success(request, "Corrected. What stood there before is kept beside it.")
        return redirect(back if is_in_sight(user, facts.child) else "allocations")
    if answers.to_check:
        values |= _to_check(subject, answers.to_check, facts.child.is_unborn) | {"carried": carried(form)}
        values["stays_away"] = _stays_away(facts.child, of, form.change)
        return render(request, "conferences/corrections/check.html", values)
    return render(
        request, "conferences/corrections/correct.html", values | {"form": form}, status=form.status
    )


def _stays_away(child: Child, kind: RecordKind, change: Change) -> list[str]:
    """What does not come back by itself, where a death is taken away."""
    died = child.death_date if kind is RecordKind.CHILD else None
    if died is None or change.facts.get("death_date"):
        return []
    ending = ending_to_take_back(child)
    by_death = ending is not None and ending.event.kind == LifeKind.DIED
    plan_from = ending.plan.start_date if ending and by_death else None
    return stays_away(left_by(child), in_need_ended(child, died), plan_from=plan_from)


def _kind(slug: str) -> RecordKind:
    """The kind that an address names. Http404 where there is none."""
    found = next((kind for kind in RecordKind if kind.lower() == slug), None)
    if found is None:
        raise Http404
    return found


def _subject(facts: ChildFacts, kind: RecordKind, row: int, user: User) -> Any:
    """The record that is corrected. Http404 where the child has none such, or nothing of it is corrected
    here. Raises Refused (403) where it is another person's to correct.
    """
    found = facts.row(kind, row)
    if found is None or not open_facts(found, BY_KIND[kind]).facts:
        raise Http404
    if sentence := not_theirs(found, kind, user):
        raise Refused(sentence, status=FORBIDDEN)
    return found


def _to_check(subject: Any, seen: Watched[list[Correction]], is_unborn: bool) -> dict[str, Any]:
    follows = what_follows(seen.before, seen.after, today())
    follows = replace(follows, notes=[*named_notes(subject, seen.done), *follows.notes])
    return {"rows": moved_rows(seen.done, is_unborn=is_unborn), "follows": follows, "text": "Correct it"}
