"""All about children that waits for one person as the second: ends of plans, plans that run again, new
versions of decisions, records to open again, conferences without the thinking time they need.
"""

from __future__ import annotations

import datetime as dt

from conferences.models import DecisionChange, PlanEnding, PlanResumption, ThinkingWaiver
from conferences.queries.corrections_decisions import to_agree
from conferences.queries.life_events import to_confirm
from conferences.queries.life_events_resumptions import resumptions_to_confirm
from conferences.queries.thinking_time import waivers_to_decide
from safeguarding.models import RestrictionRemoval, User
from safeguarding.second_person.closing import confirmable
from safeguarding.second_person.removals import to_confirm as removals_to_confirm

Waiting = PlanEnding | PlanResumption | DecisionChange | RestrictionRemoval | ThinkingWaiver
FOUND = (to_confirm, resumptions_to_confirm, to_agree, removals_to_confirm, waivers_to_decide)


def waiting_for(user: User, on: dt.date) -> list[Waiting]:
    """What this person may confirm on a day, what lapses first at the top; a query for each kind."""
    found: list[Waiting] = [one for of_kind in FOUND for one in of_kind(user, on)]
    return sorted(found, key=lambda one: (one.last_date, one.asked_at))


def anything_waits(on: dt.date) -> bool:
    """Whether anything waits for anybody on a day; a query for each kind."""
    kinds = (PlanEnding, PlanResumption, DecisionChange, ThinkingWaiver)
    rows = [kind.objects.unscoped("whether anything waits for a second person") for kind in kinds]
    return any(confirmable(of_kind, on).exists() for of_kind in [*rows, RestrictionRemoval.objects.all()])


def waiting_count(user: User, on: dt.date) -> int:
    return sum(of_kind(user, on).count() for of_kind in FOUND)
