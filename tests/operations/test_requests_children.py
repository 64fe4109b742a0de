"""A sibling put into an open request, and a child taken out of one that others stay in."""

from __future__ import annotations

import datetime as dt

import pytest

from conferences.models import Consultation, Request, RequestedChild, ThinkingTime
from conferences.operations.requests import ChildAsk
from conferences.operations.requests_children import add_to_request, take_out
from conferences.queries.clocks import clocks
from conferences.rules.deadlines import Code
from safeguarding.refusals import FORBIDDEN, Refused
from tests.cast import person
from tests.factories import (
    AllocationFactory,
    BookingFactory,
    ChildFactory,
    MeetingRecordFactory,
    PlanFactory,
    meet,
)
from tests.operations.asking import AT, asker_of, child_with_earlier_plan, initial, make

pytestmark = pytest.mark.django_db
LATER = AT + dt.timedelta(days=2)


@pytest.fixture
def request_():
    return make(initial(ChildFactory()))


def sibling_of(request, *, replan=False):
    family = {"family": request.family}
    child = child_with_earlier_plan(PlanFactory, **family) if replan else ChildFactory(**family)
    team = request.children.get().child.allocations.get().team
    AllocationFactory(child=child, team=team)
    return child


def put_in(request, ask, **given):
    values = {"reason": " Found on the visit. ", "by": asker_of(request), "at": LATER}
    return add_to_request(request=request, ask=ask, **(values | given))


def test_a_sibling_comes_in_with_an_own_day_history_consultation_and_thinking_time(request_):
    child = sibling_of(request_, replan=True)
    asked = put_in(request_, initial(child))

    assert (asked.kind, asked.due_rule, asked.history_checked_at) == ("INITIAL", "R1", LATER)
    assert asked.earlier_plans.count() == 1
    assert Consultation.objects.unscoped("test").get().requested_child == asked
    assert ThinkingTime.objects.unscoped("test").get().request == request_
    request_.refresh_from_db()
    assert request_.reason.endswith("\n\nFound on the visit.")
    (clock,) = clocks([Code.SCHEDULE_REQUEST])
    assert child.pk in clock.children


def test_the_meeting_stays_where_it_is(request_):
    meeting = BookingFactory(request=request_)
    MeetingRecordFactory(booking=meeting)
    request_.state = "BOOKED"
    request_.save()
    asked = put_in(request_, initial(sibling_of(request_)))
    meeting.refresh_from_db()
    assert (meeting.state, meeting.request.children.count()) == ("BOOKED", 2)
    assert asked.parts.get().record.booking == meeting


@pytest.mark.parametrize("state", ["HELD", "WITHDRAWN"])
def test_a_request_that_is_over_takes_nobody(request_, state):
    ask = initial(sibling_of(request_))
    by = asker_of(request_)
    if state == "HELD":
        meet(request_)
    else:
        request_.state = state
        request_.withdrawn_by, request_.withdrawn_at, request_.withdrawn_reason = by, AT, "Over"
    request_.save()
    with pytest.raises(Refused, match="not open any more"):
        put_in(request_, ask, by=by)


def test_what_does_not_fit_is_refused_as_when_asking(request_):
    child = sibling_of(request_)
    ask = initial(child)
    with pytest.raises(Refused, match="Select the child"):
        put_in(request_, None)
    with pytest.raises(Refused, match="Enter why"):
        put_in(request_, ask, reason=" ")
    with pytest.raises(Refused, match="Select what the conference is for"):
        put_in(request_, ChildAsk(child, None))
    with pytest.raises(Refused, match="another request that is still open"):
        put_in(request_, ChildAsk(request_.children.get().child, None))
    with pytest.raises(Refused) as refused:
        put_in(request_, ask, by=person("CHAIR"))
    assert refused.value.status == FORBIDDEN


def test_who_leaves_takes_along_what_was_asked_for_them(request_):
    child = sibling_of(request_, replan=True)
    asked = put_in(request_, initial(child))
    given = {"reason": "Lives elsewhere", "by": asker_of(request_), "at": LATER}

    ended = take_out(asked=asked, **given)

    assert (ended.state, ended.parted_from, ended.withdrawn_reason) == (
        "WITHDRAWN",
        request_,
        "Lives elsewhere",
    )
    assert [one.child for one in ended.children.all()] == [child]
    assert Consultation.objects.unscoped("test").get().state == "CLOSED"
    # Thinking was owed for the plans of this child alone.
    assert ThinkingTime.objects.unscoped("test").get().request == ended
    request_.refresh_from_db()
    assert (request_.state, request_.children.count()) == ("REQUESTED", 1)
    assert [c.code for c in clocks() if c.code == Code.HOLD_THINKING_TIME and c.is_open(LATER.date())] == []
    with pytest.raises(Refused, match="not open any more"):
        take_out(asked=RequestedChild.objects.unscoped("test").get(pk=asked.pk), **given)


def test_the_only_child_is_not_taken_out(request_):
    with pytest.raises(Refused, match="only child of the request"):
        take_out(asked=request_.children.get(), reason="No", by=asker_of(request_), at=LATER)
    assert Request.objects.unscoped("test").count() == 1
