"""A change is told to those whom it concerns, not to whoever made it; what is passed up is acknowledged."""

import datetime as dt
from datetime import date, time

import pytest

from conferences.models import Escalation, Notice
from conferences.operations.notices import tell
from conferences.operations.notices_escalations import acknowledge_escalation
from conferences.operations.requests import withdraw
from conferences.operations.scheduling import cancel, move
from conferences.rules.consultations import Answer
from conferences.rules.notices import Change
from conferences.rules.workflow import CancelReason, MoveReason
from safeguarding.models import AuditEntry
from safeguarding.refusals import FORBIDDEN, Refused
from tests.cast import person
from tests.factories import (
    AllocationFactory,
    ConsultationFactory,
    DutyFactory,
    EscalationFactory,
    LeaveFactory,
    RoomFactory,
    TeamFactory,
    UserFactory,
)
from tests.operations.asking import answer
from tests.scheduling import IN_TIME, NOW, booked, open_request, place

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(db):
    """A request that a worker asked for, of a child whom another works with."""
    request = open_request()
    request.children.get().child.allocations.update(worker=UserFactory(role="SOCIAL_WORKER"))
    return request


def worker_of(request):
    return request.children.get().child.allocations.get().worker


def told(change):
    return {notice.recipient for notice in Notice.objects.filter(change=change)}


def moved(booking, by, **fields):
    values = place(**({"room": booking.room, "chair": booking.chair} | fields))
    return move(booking=booking, **values, reason=MoveReason.FAMILY, by=by, at=NOW)


def test_a_booking_is_told_to_its_chair_the_asker_and_the_worker(asked):
    by = person("BUSINESS_SUPPORT")
    booking = booked(asked, by)
    assert told("BOOKED") == {booking.chair, asked.requested_by, worker_of(asked)}
    assert {n.due_date for n in Notice.objects.filter(change="BOOKED")} == {IN_TIME}


def test_whoever_does_it_is_not_told(asked):
    chair = person("CHAIR")
    booked(asked, chair, chair=chair)
    assert chair not in told("BOOKED") and told("BOOKED")


def test_another_chair_is_told_to_the_old_and_the_new(asked):
    booking, new = booked(asked), person("CHAIR")
    old = booking.chair
    moved(booking, person("BUSINESS_SUPPORT"), chair=new)
    assert told("CHAIR_CHANGED") == {old, new, asked.requested_by, worker_of(asked)}
    assert told("MOVED") == set()


def test_another_time_is_told_to_all_once(asked):
    booking, new = booked(asked), person("CHAIR")
    old = booking.chair
    moved(booking, person("BUSINESS_SUPPORT"), chair=new, start=time(14), room=RoomFactory())
    assert told("MOVED") == {asked.requested_by, worker_of(asked)}
    assert told("CHAIR_CHANGED") == {old, new}


def test_a_meeting_that_is_cancelled_or_withdrawn_is_told(asked):
    booking = booked(asked)
    support = person("BUSINESS_SUPPORT")
    cancel(booking=booking, reason=CancelReason.NOT_NEEDED, by=support, at=NOW)
    assert told("CANCELLED") == {booking.chair, asked.requested_by, worker_of(asked)}
    asked.refresh_from_db()
    withdraw(request=asked, reason="Not needed", by=person("STRATEGIC_LEAD"), at=NOW)
    assert told("WITHDRAWN") == {asked.requested_by, worker_of(asked)}


@pytest.mark.parametrize(
    ("given", "change"), [(Answer.AGREE, "ANSWERED"), (Answer.MORE_INFORMATION, "MORE_ASKED")]
)
def test_an_answer_is_told_to_whoever_asked(asked, given, change):
    consultation = ConsultationFactory(
        requested_child=asked.children.get(),
        state="ASKED",
        asked_by=asked.requested_by,
        asked_at=NOW,
        why_now="x",
        what_is_different="y",
    )
    lead = person("STRATEGIC_LEAD")
    wanted = date(2018, 11, 23)
    answer(
        consultation=consultation,
        answer=given,
        reasons="x",
        instead="y",
        wanted_by_date=wanted,
        by=lead,
        at=NOW,
    )
    assert told(change) == {asked.requested_by, worker_of(asked)}


def test_a_deputy_is_told_as_well(asked):
    deputy = UserFactory(role="SOCIAL_WORKER")
    LeaveFactory(
        person=asked.requested_by,
        deputy=deputy,
        first_date=NOW.date(),
        last_date=NOW.date() + dt.timedelta(9),
    )
    tell(Change.WITHDRAWN, asked, [asked.requested_by_id], at=NOW)
    assert told("WITHDRAWN") == {asked.requested_by, deputy}


def test_a_change_told_twice_at_one_moment_is_told_once(asked):
    for _ in range(2):
        tell(Change.DAY_MOVED, asked.children.get(), [asked.requested_by_id], at=NOW)
    assert Notice.objects.filter(change="DAY_MOVED").count() == 1


# ----- What was passed up --------------------------------------------------------------------------------


def passed_up(**fields):
    return EscalationFactory(**{"acknowledged_by": None, "acknowledged_at": None, "words": "", **fields})


def test_what_was_passed_up_is_acknowledged_by_name_in_words():
    lead, one = person("STRATEGIC_LEAD"), passed_up()
    acknowledge_escalation(escalation=one, words=" I ask the chair. ", by=lead, at=NOW)
    again = Escalation.objects.unscoped("test").get()
    assert (again.acknowledged_by, again.acknowledged_at, again.words) == (
        lead,
        NOW,
        "I ask the chair.",
    )
    assert AuditEntry.objects.get(event="escalation.acknowledged").done_by == lead


@pytest.mark.parametrize(
    ("role", "fields", "words", "says"),
    [
        ("MANAGER", {}, "x", "passed up to the Strategic Lead"),
        ("STRATEGIC_LEAD", {}, " ", "Enter what you do about it"),
        ("CHAIR", {}, "x", "Your role does not allow"),
    ],
)
def test_it_is_not_acknowledged_by_another_role_or_without_words(role, fields, words, says):
    with pytest.raises(Refused) as refusal:
        acknowledge_escalation(escalation=passed_up(**fields), words=words, by=person(role), at=NOW)
    assert says in refusal.value.sentence


def test_it_is_acknowledged_once_and_the_first_name_stands():
    one, first = passed_up(), person("STRATEGIC_LEAD")
    acknowledge_escalation(escalation=one, words="x", by=first, at=NOW)
    with pytest.raises(Refused, match=first.full_name):
        acknowledge_escalation(escalation=one, words="y", by=person("STRATEGIC_LEAD"), at=NOW)


def test_a_team_manager_acknowledges_of_the_own_team_alone():
    team = TeamFactory()
    manager, one = person("TEAM_MANAGER", team=team), passed_up(duty=DutyFactory(), to_role="TEAM_MANAGER")
    with pytest.raises(Refused) as refusal:
        acknowledge_escalation(escalation=one, words="x", by=manager, at=NOW)
    assert refusal.value.status != FORBIDDEN
    AllocationFactory(child=one.duty.child, team=team)
    assert acknowledge_escalation(escalation=one, words="x", by=manager, at=NOW).acknowledged_by == manager
