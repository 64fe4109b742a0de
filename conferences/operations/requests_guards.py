"""What a request for a conference must be before it is made: each problem a sentence beside its field."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db.models import Max, Q

from conferences.models import ConferenceChild, ConferenceNeed, Enquiry, Plan, RequestedChild, TransferIn
from conferences.rules.requests import Standing, arrival_problem, kinds_that_fit, waits, why_none
from conferences.rules.vocabulary import ConferenceKind
from conferences.rules.workflow import OPEN_REQUESTS
from safeguarding.models import Child, Family
from safeguarding.refusals import Problem


@dataclass(frozen=True)
class Arrival:
    """A child's arrival on another authority's plan, not yet recorded.

    `from_authority`: the DfE's code, "" for one outside England, None where nobody said.
    """

    from_authority: str | None
    notified_date: dt.date | None
    moved_date: dt.date | None = None
    papers_received_date: dt.date | None = None
    accepted_date: dt.date | None = None


@dataclass(frozen=True)
class ChildAsk:
    """One child of a request, and what its kind stands on: an enquiry, an arrival, or a plan.

    `kind` is None where none was chosen.
    """

    child: Child
    kind: ConferenceKind | None
    enquiry: Enquiry | None = None
    transfer_in: TransferIn | Arrival | None = None
    plan: Plan | None = None


def children_problems(asks: Sequence[ChildAsk], family: Family, on: dt.date) -> list[Problem]:
    """What keeps these children from being asked for on the day; nothing where nothing does.

    Each must be of the family, asked for once, and of a kind that fits where it stands.
    """
    if not asks:
        return [Problem("Select at least one child", "children")]
    if len({ask.child.pk for ask in asks}) < len(asks):
        return [Problem("A child can be in a request only once", "children")]
    return [problem for ask in asks for problem in _child_problems(ask, family, on)]


def _child_problems(ask: ChildAsk, family: Family, on: dt.date) -> list[Problem]:
    child = ask.child
    if child.family_id != family.pk:
        return [Problem(f"{child.display_name} is not in this family", "children", child.pk)]
    standing = _standing(ask, on)
    if why := why_none(standing, on):
        return [Problem(f"{child.display_name} {why}", "children", child.pk)]
    if ask.kind is None:
        return [Problem(f"Select what the conference is for {child.display_name}", "kind", child.pk)]
    if ask.kind not in kinds_that_fit(standing):
        only = (
            "is on a plan, so only a review" if standing.on_plan else "is not on a plan of ours, so no review"
        )
        return [Problem(f"{child.display_name} {only} can be requested", "kind", child.pk)]
    return KIND_PROBLEMS[ask.kind](ask, on)


def _standing(ask: ChildAsk, on: dt.date) -> Standing:
    child = ask.child
    return Standing(
        birth_date=child.birth_date,
        death_date=child.death_date,
        on_plan=_open_plan(child, on) is not None,
        enquired=ask.enquiry is not None,
        asked_already=_asked_already(child),
    )


def _review_problems(ask: ChildAsk, on: dt.date) -> list[Problem]:
    if ask.plan is None or ask.plan != _open_plan(ask.child, on):
        return [Problem(f"{ask.child.display_name} is no longer on this plan", "kind", ask.child.pk)]
    return []


def _initial_problems(ask: ChildAsk, on: dt.date) -> list[Problem]:
    enquiry, name = ask.enquiry, ask.child.display_name
    if enquiry is None or enquiry.child_id != ask.child.pk or enquiry.started_date > on:
        return [Problem(f"Select the enquiry about {name}", "kind", ask.child.pk)]
    if enquiry.voided_at is not None:
        return [Problem(f"The enquiry about {name} was recorded in error and is void", "kind", ask.child.pk)]
    if enquiry.conference_need == ConferenceNeed.NOT_NEEDED:
        return [Problem(f"The enquiry about {name} ended without a conference", "kind", ask.child.pk)]
    if not waits(enquiry.started_date, _plan_began(ask.child, on), on):
        return [Problem(f"A plan for {name} began after this enquiry, so it is done", "kind", ask.child.pk)]
    met = ConferenceChild.objects.unscoped("Whether an enquiry in the asker's scope had its conference.")
    if met.filter(enquiry=enquiry, conference__held_date__lte=on).exists():
        return [Problem(f"The enquiry about {name} has already had its conference", "kind", ask.child.pk)]
    return []


def _transfer_problems(ask: ChildAsk, on: dt.date) -> list[Problem]:
    told, child, name = ask.transfer_in, ask.child, ask.child.display_name
    if told is None or (isinstance(told, TransferIn) and told.child_id != child.pk):
        return [Problem(f"Select the arrival of {name}", "kind", child.pk)]
    missing = []
    if told.from_authority is None:
        missing.append(Problem(f"Select the authority that {name} comes from", "from_authority", child.pk))
    if told.notified_date is None:
        words = f"Enter the day you were told that {name} has moved here"
        return [*missing, Problem(words, "notified_date", child.pk)]
    field, words = arrival_problem(
        on=on,
        notified=told.notified_date,
        moved=told.moved_date,
        papers=told.papers_received_date,
        accepted=told.accepted_date,
    )
    wrong = [Problem(words, field, child.pk)] if words else _held_problems(child, told.notified_date, on)
    return [*missing, *wrong]


def _held_problems(child: Child, notified: dt.date, on: dt.date) -> list[Problem]:
    met = ConferenceChild.objects.unscoped("Whether an arrival in the asker's scope had its conference.")
    held = met.filter(child=child, transfer_in__notified_date=notified, conference__held_date__lte=on)
    if not held.exists():
        return []
    return [
        Problem(f"The transfer-in conference for {child.display_name} was already held", "kind", child.pk)
    ]


KIND_PROBLEMS: dict[ConferenceKind, Callable[[ChildAsk, dt.date], list[Problem]]] = {
    ConferenceKind.REVIEW: _review_problems,
    ConferenceKind.INITIAL: _initial_problems,
    ConferenceKind.TRANSFER_IN: _transfer_problems,
}


def _open_plan(child: Child, on: dt.date) -> Plan | None:
    """The plan of our own that the child is on that day."""
    plans = Plan.objects.unscoped("The present plan of a child in the asker's scope.")
    begun = plans.filter(child=child, held_for_other_authority=False, start_date__lte=on)
    found: Plan | None = begun.filter(Q(end_date__isnull=True) | Q(end_date__gt=on)).first()
    return found


def _plan_began(child: Child, on: dt.date) -> dt.date | None:
    """The latest day by then on which a plan of the child began."""
    plans = Plan.objects.unscoped("When the last plan of a child in the asker's scope began.")
    begun: dt.date | None = plans.filter(child=child, start_date__lte=on).aggregate(day=Max("start_date"))[
        "day"
    ]
    return begun


def _asked_already(child: Child) -> bool:
    asked = RequestedChild.objects.unscoped("Whether a conference is asked for already, by whomever.")
    return asked.filter(child=child, request__state__in=OPEN_REQUESTS).exists()
