"""What a request for a conference must be before it is made: each refusal a sentence beside its field."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from conferences.models import ConferenceChild, ConferenceNeed, Enquiry, Plan, RequestedChild, TransferIn
from conferences.rules.requests import Standing, arrival_problem, kinds_that_fit, why_none
from conferences.rules.vocabulary import ConferenceKind
from conferences.rules.workflow import RequestState
from safeguarding.models import Child, Family

OPEN_STATES = (RequestState.REQUESTED, RequestState.BOOKED)


class RequestRefused(Exception):
    """The request cannot be made, or withdrawn, so; `sentence` is for the page, beside `field`.

    `child` is the one it is about, where it is about one.
    """

    def __init__(self, sentence: str, field: str = "", child: Child | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field
        self.child = child


@dataclass(frozen=True)
class Arrival:
    """A child's arrival on another authority's plan, not yet recorded; `from_authority`: DfE code, or ""."""

    from_authority: str
    notified_date: dt.date
    moved_date: dt.date | None = None
    papers_received_date: dt.date | None = None
    accepted_date: dt.date | None = None


@dataclass(frozen=True)
class ChildAsk:
    """One child of a request, and what its kind stands on: an enquiry, an arrival, or a plan."""

    child: Child
    kind: ConferenceKind
    enquiry: Enquiry | None = None
    transfer_in: TransferIn | Arrival | None = None
    plan: Plan | None = None


def guard_words(reason: str) -> str:
    """Why the conference is asked for, without the spaces around it."""
    if not reason.strip():
        raise RequestRefused("Enter why a conference is needed", "reason")
    return reason.strip()


def guard_children(asks: Sequence[ChildAsk], family: Family, on: dt.date) -> None:
    """Each child is of the family, once, and its kind fits where it stands on the day."""
    if not asks:
        raise RequestRefused("Select at least one child", "children")
    if len({ask.child.pk for ask in asks}) < len(asks):
        raise RequestRefused("A child can be in a request only once", "children")
    for ask in asks:
        if ask.child.family_id != family.pk:
            raise RequestRefused(f"{ask.child.display_name} is not of this family", "children", ask.child)
        _guard_standing(ask, on)
        KIND_GUARDS[ask.kind](ask, on)


def _guard_standing(ask: ChildAsk, on: dt.date) -> None:
    child = ask.child
    standing = Standing(
        birth_date=child.birth_date,
        death_date=child.death_date,
        on_plan=_open_plan(child, on) is not None,
        enquired=ask.enquiry is not None,
        asked_already=_asked_already(child),
    )
    if why := why_none(standing, on):
        raise RequestRefused(f"{child.display_name} {why}", "children", child)
    if ask.kind not in kinds_that_fit(standing):
        words = (
            "is on a plan, so only a review" if standing.on_plan else "is not on a plan of ours, so no review"
        )
        raise RequestRefused(f"{child.display_name} {words} can be requested", "kind", child)


def _guard_review(ask: ChildAsk, on: dt.date) -> None:
    if ask.plan is None or ask.plan != _open_plan(ask.child, on):
        raise RequestRefused(f"{ask.child.display_name} is no longer on this plan", "kind", ask.child)


def _guard_initial(ask: ChildAsk, on: dt.date) -> None:
    enquiry, name = ask.enquiry, ask.child.display_name
    if enquiry is None or enquiry.child_id != ask.child.pk or enquiry.started_date > on:
        raise RequestRefused(f"Select the enquiry about {name}", "kind", ask.child)
    if enquiry.conference_need == ConferenceNeed.NOT_NEEDED:
        raise RequestRefused(f"The enquiry about {name} ended without a conference", "kind", ask.child)
    met = ConferenceChild.objects.unscoped("Whether an enquiry in the asker's scope had its conference.")
    if met.filter(enquiry=enquiry, conference__held_date__lte=on).exists():
        raise RequestRefused(f"The enquiry about {name} has had its conference", "kind", ask.child)


def _guard_transfer(ask: ChildAsk, on: dt.date) -> None:
    told = ask.transfer_in
    if told is None:
        raise RequestRefused("Enter the day you were told of the move", "notified_date", ask.child)
    field, words = arrival_problem(
        on=on,
        notified=told.notified_date,
        moved=told.moved_date,
        papers=told.papers_received_date,
        accepted=told.accepted_date,
    )
    if words:
        raise RequestRefused(words, field, ask.child)
    met = ConferenceChild.objects.unscoped("Whether an arrival in the asker's scope had its conference.")
    held = met.filter(child=ask.child, transfer_in__notified_date=told.notified_date)
    if held.filter(conference__held_date__lte=on).exists():
        words = f"The transfer-in conference for {ask.child.display_name} was held already"
        raise RequestRefused(words, "kind", ask.child)


KIND_GUARDS = {
    ConferenceKind.REVIEW: _guard_review,
    ConferenceKind.INITIAL: _guard_initial,
    ConferenceKind.TRANSFER_IN: _guard_transfer,
}


def _open_plan(child: Child, on: dt.date) -> Plan | None:
    """The plan of our own that the child is on that day."""
    plans = Plan.objects.unscoped("The present plan of a child in the asker's scope.")
    begun = plans.filter(child=child, held_for_other_authority=False, start_date__lte=on)
    found: Plan | None = begun.filter(Q(end_date__isnull=True) | Q(end_date__gt=on)).first()
    return found


def _asked_already(child: Child) -> bool:
    asked = RequestedChild.objects.unscoped("Whether a conference is asked for already, by whomever.")
    return asked.filter(child=child, request__state__in=OPEN_STATES).exists()
