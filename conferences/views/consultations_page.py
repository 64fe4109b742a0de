"""What every answer of a consultation's page shows, whatever form it holds."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from conferences.models import SecondOpinion
from conferences.queries.consultations import FamilyView
from conferences.queries.consultations_facts import family_facts
from conferences.queries.consultations_second import given_of, waits_for
from conferences.queries.days import days_asked, days_to_decide
from conferences.queries.look_ups import next_looks
from conferences.queries.notices import meeting_day
from conferences.queries.replans import found_for, published_repeats, sees_request
from conferences.views.pairs import matches_of
from conferences.views.presenters import consultations as presenter
from conferences.views.presenters.consultations_second import linked_entry
from conferences.views.presenters.replans import context_line
from safeguarding.access import Permission, can
from safeguarding.clock import today
from safeguarding.models import User
from safeguarding.pagekit.components import Entry

# In the address of whoever reads a decision before they give the second opinion that is asked of them.
KNOWING = "knowing"
NOT_ANY_MORE = "This cannot be done any more. Someone else may have done this first."


def second_first(request: HttpRequest, user: User, view: FamilyView) -> SecondOpinion | None:
    """The second opinion that this person is to give before they read the decision, unless they ask for it;
    only where it is one.
    """
    may_give = can(user, Permission.GIVE_SECOND_OPINION) and KNOWING not in request.GET
    return waits_for(user, view.within) if may_give else None


def _seconds(user: User, view: FamilyView) -> list[Entry]:
    """The second opinions on these decisions, to those who may give such."""
    if not can(user, Permission.GIVE_SECOND_OPINION):
        return []
    return [linked_entry(one) for one in given_of(user, view.children).values()]


def page_of(user: User, view: FamilyView) -> presenter.FamilyPage:
    """The page in words."""
    on = today()
    asked = [one.requested_child for one in view.children if one.requested_child is not None]
    found = found_for(user, asked)
    request = view.within.request
    return presenter.family_page(
        view,
        found,
        family_facts(user, view, found, on),
        decide=days_to_decide(view.children),
        held=days_asked(asked),
        booked=meeting_day(request) if request else None,
        sees_request=bool(asked) and sees_request(user, asked[0]),
        user=user,
        on=on,
        to_come=next_looks(view.children, on),
    )


def page_values(user: User, view: FamilyView) -> dict[str, Any]:
    """The page in words, and who else may be the same child."""
    matches = matches_of(user, [one.child for one in view.children])
    return {
        "page": page_of(user, view),
        "matches": [line for one in view.children for line in matches[one.child.pk]],
        "context": context_line(published_repeats(today())),
        "seconds": _seconds(user, view),
        "refusal": [],
        "typed": [],
    }
