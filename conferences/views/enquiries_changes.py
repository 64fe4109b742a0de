"""An enquiry's page, and what is told otherwise of it: written, shown with what follows, then done."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.forms import enquiries_changes as forms
from conferences.models import Enquiry
from conferences.operations import enquiries_changes as operations
from conferences.operations import enquiries_void
from conferences.queries.enquiries import (
    builds_on,
    child_of_number,
    enquiry_of,
    outcome_of,
    start_of,
    talks_of,
    who_may_agree,
)
from conferences.queries.what_follows import watched
from conferences.views.presenters.enquiries import answer_rows, enquiry_page, right_child_rows
from conferences.views.presenters.what_follows import what_follows
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now, today
from safeguarding.models import Child, User
from safeguarding.pagekit.checking import carried, check_answers
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.joining import JoinsTexts
from safeguarding.pages.drafts import typed
from safeguarding.versions import seen_as

write = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True)
class Words:
    """What a page of change is called, says above its form, sends and says when it is done."""

    heading: str
    text: str
    button: str
    done: str


OUTCOME = Words(
    "How the enquiries ended",
    "Where no conference is needed, its clock ends on the day that you enter, and nothing is owed from then"
    " on. If a conference turns out to be needed after all, the outcome can be changed here.",
    "Record the outcome",
    "The outcome is recorded.",
)
START = Words(
    "Change the start of the enquiry",
    "The 15 working days to the conference run from the strategy discussion that started the enquiries. To"
    " change it moves a statutory figure: your reason is kept with your name.",
    "Change the start",
    "The start is changed.",
)
DISCUSSION = Words(
    "Record a further strategy discussion",
    "A further discussion leaves the clock of the conference where it is. Where it decided anew to start"
    " enquiries, change the start instead.",
    "Record the discussion",
    "The discussion is recorded.",
)
VOID = Words(
    "Make this enquiry void",
    "A void enquiry stays in the history, and is left out of every deadline, list and figure. It can be put"
    " back.",
    "Make it void",
    "The enquiry is void.",
)
RESTORE = Words(
    "Put this enquiry back",
    "Its clock runs again as if it had never been void.",
    "Put it back",
    "The enquiry is put back.",
)


@needs(Permission.READ_CHILD)
@require_safe
def enquiry(request: HttpRequest, ref: uuid.UUID, number: int) -> HttpResponse:
    """All that is known of an enquiry, and what this person may tell otherwise."""
    user = person_of(request)
    found = enquiry_of(user, ref, number)
    values = {
        "page": enquiry_page(found, builds_on(found), user),
        "back": reverse("child", args=[ref]),
    }
    return render(request, "conferences/enquiries/enquiry.html", values)


@needs(Permission.CONCLUDE_ENQUIRY)
@write
def enquiry_outcome(request: HttpRequest, ref: uuid.UUID, number: int) -> HttpResponse:
    """What the enquiries led to; where no conference is needed, who agreed and why."""
    user, found = _open(request, ref, number)
    mark, back = seen_as(outcome_of(found)), _page(found)
    form = forms.OutcomeForm(typed(request), managers=who_may_agree(user), on=today(), mark=mark, back=back)
    return _answer(request, found, form, operations.tell_outcome, OUTCOME)


@needs(Permission.CORRECT_ENQUIRY)
@write
def enquiry_start(request: HttpRequest, ref: uuid.UUID, number: int) -> HttpResponse:
    """Another discussion, another date of it, or a further decision, with a coded reason."""
    _, found = _open(request, ref, number)
    mark, back = seen_as(start_of(found)), _page(found)
    form = forms.StartForm(typed(request), others=talks_of(found).others, mark=mark, back=back)
    return _answer(request, found, form, operations.change_start, START)


@needs(Permission.ASK_CONFERENCE)
@write
def enquiry_discussion(request: HttpRequest, ref: uuid.UUID, number: int) -> HttpResponse:
    """A discussion held before or after the one that started the enquiries."""
    _, found = _open(request, ref, number)
    form = forms.DiscussionForm(typed(request), back=_page(found))
    return _answer(request, found, form, operations.record_discussion, DISCUSSION)


@needs(Permission.CORRECT_ENQUIRY)
@write
def enquiry_void(request: HttpRequest, ref: uuid.UUID, number: int) -> HttpResponse:
    """Recorded in error: for the wrong child, twice, or where none were started."""
    user, found = _open(request, ref, number)
    form = forms.VoidForm(typed(request), find=lambda text: child_of_number(user, text), back=_page(found))
    return _answer(request, found, form, enquiries_void.void, VOID)


@needs(Permission.CORRECT_ENQUIRY)
@write
def enquiry_restore(request: HttpRequest, ref: uuid.UUID, number: int) -> HttpResponse:
    """A void enquiry put back, with the reason."""
    _, found = _open(request, ref, number)
    form = forms.RestoreForm(typed(request), back=_page(found))
    return _answer(request, found, form, enquiries_void.restore, RESTORE)


def _open(request: HttpRequest, ref: uuid.UUID, number: int) -> tuple[User, Enquiry]:
    user = person_of(request)
    return user, enquiry_of(user, ref, number)


def _page(enquiry: Enquiry) -> str:
    return reverse("enquiry", args=[enquiry.child.ref, enquiry.pk])


def _answer(
    request: HttpRequest, enquiry: Enquiry, form: KeepsDraft, act: Callable[..., Any], words: Words
) -> HttpResponse:
    """The form, then what follows from it, then the enquiry's page with what was done."""
    user, at, on = person_of(request), now(), today()

    def done() -> Any:
        given = form.given  # type: ignore[attr-defined]
        children = _children(enquiry, given.get("right_child"))
        return watched(lambda: act(enquiry=enquiry, **given, by=user, at=at), children, user, on)

    answers = check_answers(form, done)
    if answers.done:
        messages.success(request, words.done)
        return redirect(_page(enquiry))
    page = enquiry_page(enquiry, builds_on(enquiry), user)
    values = {"page": page, "words": words, "form": form, "back": _page(enquiry)}
    if answers.to_check:
        follows = what_follows(answers.to_check.before, answers.to_check.after, on)
        values |= {
            "rows": [*answer_rows(form), *right_child_rows(form.given.get("right_child"))],  # type: ignore[attr-defined]
            "follows": follows,
            "text": words.button,
            "carried": carried(form),
        }
        return render(request, "conferences/enquiries/check.html", values)
    status = form.status if isinstance(form, JoinsTexts) else 200
    return render(request, "conferences/enquiries/change.html", values, status=status)


def _children(enquiry: Enquiry, other: Child | None) -> Sequence[Child]:
    return [enquiry.child, other] if other else [enquiry.child]
