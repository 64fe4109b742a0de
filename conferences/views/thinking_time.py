"""The chair's thinking time: its page, taking it, and holding it."""

from __future__ import annotations

import uuid
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from conferences.forms.thinking_time import (
    ActionForm,
    CloseActionForm,
    HoldForm,
    SlotForm,
    TakeForm,
    held_before,
)
from conferences.models import ThinkingTime
from conferences.operations import thinking_time as operations
from conferences.operations import thinking_time_actions as actions
from conferences.operations import thinking_time_slots as slots
from conferences.queries.scheduling import booking_of, request_in_scope
from conferences.queries.thinking_time import (
    children_of,
    not_the_holder,
    own_note,
    own_session,
    session_in_scope,
    slot_of,
    standing_of,
)
from conferences.queries.thinking_time_before import (
    action_in_scope,
    actions_of,
    owners_for,
    story_of,
    thought_before,
)
from conferences.rules.thinking_time import PROMPTS
from conferences.views.presenters import thinking_time as present
from conferences.views.presenters import thinking_time_before as before_words
from conferences.views.presenters import words
from conferences.views.presenters.children_timeline import timeline
from safeguarding.access import Permission, needs, person_of, scope
from safeguarding.clock import now, today
from safeguarding.models import Child, User
from safeguarding.pagekit.refusals import Refusable
from safeguarding.pages.drafts import shows_saves, typed
from safeguarding.versions import StaleVersion

ACTION_WORDS = (
    "Actions are on the child’s record: whoever reads that can read them. They are shown at the meeting and "
    "when somebody thinks about this family again."
)
ENTRY = "entry_"
LEFT = (
    "A child has left this request since you opened the page. Nothing is saved yet. What you concluded for"
    " them stands here: copy what you need, then look at the form and send it again."
)
SLOT_WORDS = (
    "The time is kept free in your diary and your calendar. Others see that you have time to think then, and "
    "not about whom."
)


@needs(Permission.READ_REQUEST)
@require_safe
def thinking_time(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """The session: why, who can read what, the children's entries, and to its writer the note."""
    user = person_of(request)
    session = session_in_scope(user, ref)
    note, slot, stands = own_note(session, user), slot_of(session), standing_of(session, user)
    values = {
        "session": session,
        "tag": present.state_tag(session, present.by_another(session, stands)),
        "rows": present.session_page_rows(session, slot, stands.meets),
        "may_plan": present.may_plan(user, session, stands, today()),
        "gives_up": slot is not None and slot.chair_id == user.pk,
        "hold_text": present.hold_text(session, user),
        "whose": present.whose_line(session, user, stands),
        "own": stands.own if stands.own != session else None,
        "children": children_of(session),
        "readers": present.READERS,
        "entries": present.entry_rows(session),
        "note": present.note_rows(note),
        "prompts": PROMPTS,
        "may_hold": present.may_hold(user, session, stands),
        "waivers": present.waivers_table(session, today()),
        "ask_href": present.ask_href(user, session, today(), stands),
        "before": before_words.recalled(thought_before(user, session.request, session), user, today()),
        "actions": before_words.actions_table(actions_of(user, session), user, today()),
        "may_act": present.may_act(user, session, stands),
        "back": _back(session),
    }
    return render(request, "conferences/thinking_time/session.html", values)


def turned_away(request: HttpRequest, session: ThinkingTime, sentence: str) -> HttpResponse:
    """To the session's page with why the form is not for this person: before anything is typed."""
    messages.error(request, sentence)
    return redirect("thinking_time", ref=session.ref)


def _back(session: ThinkingTime) -> str:
    """The request's page, else the meeting's, else the diary's."""
    booking = booking_of(session.request)
    request_href = words.address("request", session.request.ref)
    return request_href or (reverse("booking", args=[booking.ref]) if booking else reverse("my_work"))


def held_now(user: User, ref: uuid.UUID) -> StaleVersion | None:
    return operations.standing(session_in_scope(user, ref), user)


@shows_saves(held_now)
@needs(Permission.HOLD_THINKING_TIME)
@require_http_methods(["GET", "HEAD", "POST"])
def thinking_time_hold(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Record that it was held, or add to what oneself recorded."""
    user = person_of(request)
    session = session_in_scope(user, ref)
    children, back = children_of(session), reverse("thinking_time", args=[ref])
    mine = session.chair_id == user.pk
    data, own = typed(request), own_session(session, user) or session
    if data is None and own != session:
        return redirect("thinking_time_hold", ref=own.ref)
    # What was written here before their own was held is joined with it, and not lost.
    standing = operations.standing(own, user)
    initial: dict[str, Any] = {"held_date": today(), "seen": standing.seen if standing else ""}
    initial |= held_before(session, own_note(session, user)) if mine else {}
    form = HoldForm(data, children=children, back=back, initial=initial)
    form.join_if_put_back(standing)
    if not form.is_bound and (sentence := not_the_holder(session, user)):
        return turned_away(request, session, sentence)
    left = _of_who_left(person_of(request), form)
    held = None if left else form.attempt(partial(_hold, session, form, user))
    if held:
        messages.success(request, "Thinking time is recorded.")
        return redirect("thinking_time", ref=held.ref)
    values = {
        "form": form,
        "back": back,
        "readers": present.READERS,
        "story": timeline(story_of(user, session, today()), order="oldest", page="all", of_many=True),
        "family": session.request.family,
        "before": before_words.recalled(thought_before(user, session.request, session), user, today()),
        "late": present.late_warning(session),
        "refusal": [LEFT] if left else [],
        "typed": left,
    }
    status = 409 if left and request.method == "POST" else form.status
    return render(request, "conferences/thinking_time/hold.html", values, status=status)


def _hold(session: ThinkingTime, form: HoldForm, by: User) -> ThinkingTime:
    return operations.hold(session=session, **form.given, by=by, at=now())


def _of_who_left(user: User, form: HoldForm) -> list[tuple[str, str]]:
    """The conclusions (label, text) for children who left the request since they were written, sent now or in
    a draft that is put back.
    """
    sent = {
        name.removeprefix(ENTRY): str(text)
        for name, text in form.data.items()
        if name.startswith(ENTRY) and name not in form.fields and str(text).strip()
    }
    ids = [pk for pk in sent if pk.isdecimal() and len(pk) < 18]
    left = scope(user, Child).filter(pk__in=ids).order_by("pk") if ids else []
    return [(f"What you conclude for {child.display_name}", sent[str(child.pk)]) for child in left]


@needs(Permission.HOLD_THINKING_TIME)
@require_http_methods(["GET", "HEAD", "POST"])
def thinking_time_new(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """A chair takes time to think before a conference."""
    user = person_of(request)
    asked = request_in_scope(user, ref)
    back = words.address("request", ref) or reverse("my_work")
    form = TakeForm(request.POST or None, back=back)
    if session := form.attempt(lambda: operations.take(request=asked, **form.answers, by=user, at=now())):
        return redirect("thinking_time", ref=session.ref)
    return render(request, "conferences/thinking_time/take.html", {"form": form, "back": back})


@needs(Permission.HOLD_THINKING_TIME)
@require_http_methods(["GET", "HEAD", "POST"])
def thinking_time_plan(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Keep a time of one's own diary free for it; a time planned before is given up."""
    user = person_of(request)
    session, back = session_in_scope(user, ref), reverse("thinking_time", args=[ref])
    form = SlotForm(request.POST or None, back=back)
    if not form.is_bound and (sentence := not_the_holder(session, user)):
        return turned_away(request, session, sentence)
    if form.attempt(lambda: slots.plan(session=session, **form.given, by=user, at=now())):
        messages.success(request, "The time is in your diary. No conference can be booked with you then.")
        return redirect(back)
    values = {"form": form, "back": back, "heading": "Plan time to think", "words": SLOT_WORDS}
    return render(request, "conferences/thinking_time/form.html", values)


@needs(Permission.HOLD_THINKING_TIME)
@require_POST
def thinking_time_plan_end(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Give the time free again."""
    user = person_of(request)
    session = session_in_scope(user, ref)
    form = Refusable(request.POST)
    slot = slot_of(session)
    if slot is None or not form.attempt(lambda: slots.give_up(slot=slot, by=user, at=now())):
        messages.error(request, "There is no time of yours to give up.")
    else:
        messages.success(request, "The time is free again.")
    return redirect("thinking_time", ref=ref)


@needs(Permission.HOLD_THINKING_TIME)
@require_http_methods(["GET", "HEAD", "POST"])
def thinking_action_new(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Agree on something to be done."""
    user = person_of(request)
    session, back = session_in_scope(user, ref), reverse("thinking_time", args=[ref])
    form = ActionForm(typed(request), owners=owners_for(session, user), back=back)
    if form.attempt(lambda: actions.add_action(session=session, **form.answers, by=user, at=now())):
        messages.success(request, "The action is added. It stands on My work of whose it is.")
        return redirect(back)
    values = {"form": form, "back": back, "heading": "Add an action", "words": ACTION_WORDS}
    return render(request, "conferences/thinking_time/form.html", values)


@needs(Permission.READ_REQUEST)
@require_http_methods(["GET", "HEAD", "POST"])
def thinking_action(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Say what became of an action."""
    user = person_of(request)
    found = action_in_scope(user, ref)
    back = reverse("thinking_time", args=[found.session.ref])
    data = typed(request)
    if data is None and (refused := actions.close_refused(found, user)):
        messages.info(request, refused)
        return redirect(back)
    form = CloseActionForm(data, back=back)
    if form.attempt(lambda: actions.close_action(action=found, **form.answers, by=user, at=now())):
        messages.success(request, "What became of it is recorded.")
        return redirect(back)
    values = {"form": form, "back": back, "heading": "What became of this action?", "words": found.what}
    return render(request, "conferences/thinking_time/form.html", values)
