"""What every answer of a consultation's page shows, whatever form it holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from conferences.models import FamilyConsultation, SecondOpinion
from conferences.operations import consultations_guards as guards
from conferences.queries.consultations import FamilyView, request_of
from conferences.queries.consultations_agreed import asks_due, right_refused
from conferences.queries.consultations_facts import FamilyFacts, family_facts
from conferences.queries.consultations_first_views import FirstViews, first_views
from conferences.queries.consultations_nearness import compared
from conferences.queries.consultations_second import given_of, waits_for
from conferences.queries.days import days_asked, days_to_decide
from conferences.queries.look_ups import next_looks
from conferences.queries.notices import meeting_day
from conferences.queries.replans import Found, found_for, published_repeats, sees_request
from conferences.rules.consultations import Answer
from conferences.views.pairs import matches_of
from conferences.views.presenters import consultations as presenter
from conferences.views.presenters.consultations_nearness import (
    compared_children,
    first_view_entries,
    kept_lines,
)
from conferences.views.presenters.consultations_second import linked_entry
from conferences.views.presenters.consultations_told import Line, told_then
from conferences.views.presenters.replans import context_line
from safeguarding.access import Permission, can
from safeguarding.clock import today
from safeguarding.labelled import values
from safeguarding.models import User
from safeguarding.pagekit.components import Entry
from safeguarding.pagekit.joining import JoinsTexts
from safeguarding.pagekit.refusals import Refusable
from safeguarding.pagekit.typed import is_put_back

# In the address of whoever reads a decision before they give the second opinion that is asked of them.
KNOWING = "knowing"
NOT_ANY_MORE = "This cannot be done any more. Someone else may have done this first."

# A decision, a first view or an account was begun while the child was asked about.
LEFT_OUT = (
    "{names} can no longer be answered for here: the request was withdrawn, or somebody decided. Nothing is"
    " saved yet. What you wrote stands here: copy what you need, then look at the form and send it again."
)
# What a page may have held for one child, in the order of its boxes, by the words before its number.
OF_ONE_CHILD = {
    "answer": "Decision",
    "leans": "First view",
    "instead": "The support",
    "information": "What you need to know",
    "child_words": "What the child says",
    "what_is_different": "What is different",
    "reasons": "Why",
    "words": "Why",
}


def left_out(view: FamilyView, form: Refusable) -> tuple[list[str], list[tuple[str, str]]]:
    """What was written for a child whom the form holds no more: what the page says of it, and the texts
    (label, text) to be copied.
    """
    found = [
        (one, label, str(form.data.get(f"{name}_{one.pk}") or "").strip())
        for one in view.children
        for name, label in OF_ONE_CHILD.items()
        if f"{name}_{one.pk}" not in form.fields
    ]
    lost = [(one, label, text) for one, label, text in found if text]
    gone = list(dict.fromkeys(one for one, _, _ in lost))
    typed = [
        (f"{label}, for {one.child.display_name}", Answer[text].label if text in values(Answer) else text)
        for one, label, text in lost
    ]
    return [LEFT_OUT.format(names=presenter.names(gone))] if gone else [], typed


def join_change(form: JoinsTexts, view: FamilyView) -> None:
    """Tell of an account or an answer that came since a draft was begun which is put back into the form."""
    if is_put_back(form.data):
        form.join_if_put_back(guards.change_since(view.children, form.data.get("seen")))


def second_first(request: HttpRequest, user: User, within: FamilyConsultation) -> SecondOpinion | None:
    """The second opinion that this person is to give before they read the decision, unless they ask for it;
    only where it is one.
    """
    may_give = can(user, Permission.GIVE_SECOND_OPINION) and KNOWING not in request.GET
    return waits_for(user, within) if may_give else None


def _seconds(user: User, view: FamilyView) -> list[Entry]:
    """The second opinions on these decisions, to those who may give such."""
    if not can(user, Permission.GIVE_SECOND_OPINION):
        return []
    return [linked_entry(one) for one in given_of(user, view.children).values()]


def known_then(user: User, view: FamilyView) -> dict[int, list[Line]]:
    """What the page tells a decider of each child, as it is kept with the answer."""
    found, facts = _known(user, view)
    shown = compared(user, view, first_views(user, view), facts, today())
    return told_then(_page(user, view, found, facts), view, kept_lines(shown))


def page_values(user: User, view: FamilyView, views: FirstViews, *, decides: bool) -> dict[str, Any]:
    """The page in words, and who else may be the same child; beside the form of a decision the nearest
    earlier ones.
    """
    on, (found, facts) = today(), _known(user, view)
    matches = matches_of(user, [one.child for one in view.children])
    return {
        "page": _page(user, view, found, facts),
        "matches": [line for one in view.children for line in matches[one.child.pk]],
        "first_views": first_view_entries(views),
        "compared": compared_children(compared(user, view, views, facts, on), views, on) if decides else [],
        "context": context_line(published_repeats(on)),
        "seconds": _seconds(user, view),
        "refusal": [],
        "typed": [],
    }


def _known(user: User, view: FamilyView) -> tuple[dict[int, Found], FamilyFacts]:
    """What the record knows of the children: what was found when each was asked for, and the facts."""
    found = found_for(user, [one.requested_child for one in view.children if one.requested_child is not None])
    return found, family_facts(user, view, found, today())


def _page(
    user: User, view: FamilyView, found: Mapping[int, Found], facts: FamilyFacts
) -> presenter.FamilyPage:
    on, request = today(), request_of(view)
    asked = [one.requested_child for one in view.children if one.requested_child is not None]
    shown = [one for one in asked if one.request_id == (request.pk if request else None)]
    return presenter.family_page(
        view,
        found,
        facts,
        decide=days_to_decide(view.children),
        held=days_asked(asked),
        booked=meeting_day(request) if request else None,
        sees_request=bool(shown) and sees_request(user, shown[0]),
        unasked=asks_due(view.children, on),
        rights=right_refused(view.children),
        user=user,
        on=on,
        to_come=next_looks(view.children, on),
    )
