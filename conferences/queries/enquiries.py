"""Enquiries as one person may see them, and what stands on one: its discussions, requests and conference."""

from __future__ import annotations

import datetime as dt
from collections.abc import (
    Collection,
    Sequence,
)
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from conferences.models import (
    ConferenceChild,
    ConferenceNeed,
    Enquiry,
    EnquiryChange,
    Plan,
    RequestedChild,
    StrategyDiscussion,
)
from conferences.rules.children import Life
from conferences.rules.enquiries import EnquiryChangeKind, Known, Talks
from conferences.rules.requests import waits
from conferences.rules.workflow import RequestState
from safeguarding.access import get, scope
from safeguarding.models import Child, User
from safeguarding.models.user import in_roles
from safeguarding.rights import Role

# Social care's own managers: a chair does not lead the case (S), so none is among them.
AGREES = (Role.TEAM_MANAGER, Role.MANAGER, Role.STRATEGIC_LEAD)
WHY = "what stands on an enquiry in scope"


@dataclass(frozen=True)
class Builds:
    """What stands on an enquiry: its requests that are not withdrawn, and its conference."""

    requests: Sequence[RequestedChild]
    conference: ConferenceChild | None

    @property
    def held(self) -> dt.date | None:
        day: dt.date | None = self.conference.conference.held_date if self.conference else None
        return day


def enquiry_of(user: User, child: UUID, number: int) -> Enquiry:
    """The enquiry about a child, void or not, with all that its page tells. Http404 out of scope."""
    talks = StrategyDiscussion.objects.unscoped("the discussions of an enquiry in scope")
    changes = EnquiryChange.objects.unscoped("what was told otherwise of an enquiry in scope")
    rows = Enquiry.objects.select_related("child__family", "voided_by").prefetch_related(
        Prefetch("discussions", talks), Prefetch("changes", changes.select_related("changed_by", "agreed_by"))
    )
    found: Enquiry = get(user, rows, child__ref=child, pk=number)
    return found


def enquiries_of(user: User, child: Child) -> QuerySet[Enquiry]:
    """The enquiries about a child, the void ones too, the latest first."""
    found: QuerySet[Enquiry] = scope(user, Enquiry).filter(child=child).order_by("-started_date", "-pk")
    return found


def builds_on(enquiry: Enquiry) -> Builds:
    """What stands on an enquiry in scope, whoever may see it."""
    asked = RequestedChild.objects.unscoped(WHY).filter(enquiry=enquiry)
    met = ConferenceChild.objects.unscoped(WHY).filter(enquiry=enquiry).select_related("conference")
    standing = asked.exclude(request__state=RequestState.WITHDRAWN).select_related("request")
    return Builds(list(standing), met.first())


def known(enquiry: Enquiry) -> Known:
    """What an outcome of an enquiry in scope is held against."""
    builds = builds_on(enquiry)
    return Known(enquiry.started_date, bool(enquiry.outcome), bool(builds.requests), builds.held)


def talks_of(enquiry: Enquiry) -> Talks:
    """The discussions of an enquiry in scope, and what their days are held against."""
    others = StrategyDiscussion.objects.unscoped(WHY).filter(enquiry=enquiry, started_enquiry=False)
    child = enquiry.child
    return Talks(
        started=enquiry.started_date,
        others=list(others.values_list("held_date", flat=True)),
        life=days_of(child),
        taken=starts_of(child) - {enquiry.started_date},
        held=builds_on(enquiry).held,
        decided=enquiry.outcome_date,
    )


def outcome_of(enquiry: Enquiry) -> dict[str, Any]:
    """How an enquiry in scope is told to have ended, by the fields of the form that tells it."""
    last = latest_change(enquiry, EnquiryChangeKind.OUTCOME)
    told = {"agreed_by": last.agreed_by, "words": last.words} if last else {"agreed_by": None, "words": ""}
    return {"outcome": enquiry.outcome, "day": enquiry.outcome_date, **told}


def start_of(enquiry: Enquiry) -> dict[str, Any]:
    """Which day the start of an enquiry is, as outcome_of()."""
    return {"started": enquiry.started_date}


def latest_change(enquiry: Enquiry, kind: EnquiryChangeKind) -> EnquiryChange | None:
    """What was told last of an enquiry in scope, of this kind."""
    rows = EnquiryChange.objects.unscoped("what was told otherwise of an enquiry in scope")
    found: EnquiryChange | None = (
        rows.filter(enquiry=enquiry, kind=kind.value).select_related("changed_by", "agreed_by").last()
    )
    return found


def starts_of(child: Child) -> set[dt.date]:
    """The days from which enquiries about a child in scope stand."""
    rows = Enquiry.objects.unscoped("the other enquiries about a child in scope")
    return set(rows.filter(child=child, voided_at=None).values_list("started_date", flat=True))


def days_of(child: Child) -> Life:
    """A child’s own days, against which the start of an enquiry is held. No query."""
    return Life(child.birth_date, child.expected_birth_date, child.death_date)


def open_enquiry_of(child: Child, on: dt.date) -> Enquiry | None:
    """The enquiry about a child in scope that waits for a conference or an outcome; the latest."""
    waiting = still_open([child.pk], on)
    return waiting[-1] if waiting else None


def who_may_agree(by: User) -> QuerySet[User]:
    """The managers who may have agreed that no conference is needed: all but who records it."""
    people = User.objects.filter(in_roles(*AGREES), is_active=True, is_system=False)
    return people.exclude(pk=by.pk).order_by("full_name")


def child_of_number(user: User, number: str) -> Child | None:
    """The child with this council number whose record this person may see."""
    found: Child | None = scope(user, Child).filter(la_child_id__iexact=number.strip()).first()
    return found


def is_needed(enquiry: Enquiry) -> bool:
    """Whether a conference is owed, as far as its outcome tells."""
    return enquiry.conference_need != ConferenceNeed.NOT_NEEDED


def still_open(children: Collection[int], on: dt.date) -> list[Enquiry]:
    """The enquiries about these children (ids) that wait for a conference or an outcome, the oldest first:
    two queries.
    """
    rows = Enquiry.objects.unscoped("Whether an enquiry about a child in scope is open.").filter(
        child__in=children, voided_at=None, outcome="", conferences=None
    )
    begun = Plan.objects.unscoped("Whether a plan began after an enquiry in scope.").filter(
        child__in=children, start_date__lte=on
    )
    latest = dict(begun.order_by("start_date").values_list("child", "start_date"))
    found = rows.exclude(conference_need=ConferenceNeed.NOT_NEEDED).order_by("started_date", "pk")
    return [one for one in found if waits(one.started_date, latest.get(one.child_id), on)]
