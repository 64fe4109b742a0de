"""The days before which a conference that is entered afterwards cannot have been held."""

from __future__ import annotations

from conferences.models import Booking, ConferenceChild, Request, RequestedChild
from conferences.rules.scheduling_entered import Since
from conferences.rules.workflow import UNDECIDED
from safeguarding.clock import day_of


def earliest_days(request: Request) -> list[Since]:
    """Of a request in scope: what its children are asked for, their last conference, and its own meeting that
    ended without a decision. Three queries.
    """
    rows = RequestedChild.objects.unscoped("what the children of a request in scope are asked for")
    asked = list(rows.filter(request=request).select_related("enquiry", "transfer_in", "plan"))
    return [*map(_begun, asked), *_last_conference(asked), *_last_meeting(request)]


def _begun(asked: RequestedChild) -> Since:
    if asked.enquiry:
        return Since(asked.enquiry.started_date, "when the section 47 enquiry began")
    if asked.transfer_in:
        return Since(asked.transfer_in.notified_date, "when it was told that the family moved here")
    assert asked.plan is not None  # A review is of a plan: requestedchild_stands_on_what_its_kind_needs.
    return Since(asked.plan.start_date, "the day on which the plan began", is_after=True)


def _last_conference(asked: list[RequestedChild]) -> list[Since]:
    rows = ConferenceChild.objects.unscoped("when children of a request in scope last had a conference")
    last = rows.filter(child__in=[one.child_id for one in asked]).order_by("-conference__held_date")
    day = last.values_list("conference__held_date", flat=True).first()
    return [Since(day, "the day of a child’s last conference", is_after=True)] if day else []


def _last_meeting(request: Request) -> list[Since]:
    rows = Booking.objects.unscoped("the meeting of a request in scope that ended without a decision")
    last = rows.filter(request=request, state__in=UNDECIDED).order_by("-starts_at").first()
    return [Since(day_of(last.starts_at), "when it met without a decision", is_after=True)] if last else []
