"""What happens in a child's life: what it changes at once, and how the plan comes to its end."""

from __future__ import annotations

import datetime as dt

import pytest

from conferences.models import Booking, Duty, LifeEvent, PlanEnding, Request
from conferences.operations.core_groups import record_core_group
from conferences.operations.corrections import Change
from conferences.operations.corrections_child import correct_child
from conferences.operations.corrections_life import correct_life_event
from conferences.operations.duties import scan
from conferences.operations.life_events import record_life_event
from conferences.operations.life_events_endings import ask_plan_end, confirm_plan_end, turn_down_plan_end
from conferences.operations.requests_children import leave
from conferences.queries.clocks import clocks
from conferences.queries.life_events import events_that_end, owed, owed_count, to_confirm
from conferences.queries.what_follows import watched
from conferences.rules.deadlines import Code
from conferences.rules.life_events import Happening, LifeKind
from conferences.rules.workflow import CancelReason
from conferences.views.presenters.life_events import lines
from conferences.views.presenters.what_follows import what_follows
from safeguarding.models import AuditEntry, ChildName
from safeguarding.refusals import FORBIDDEN, NOT_FOUND, Refused
from tests.cast import person
from tests.factories import (
    AllocationFactory,
    BookingFactory,
    ChildFactory,
    ConferenceChildFactory,
    HouseholdFactory,
    MeetingRecordFactory,
    PlanFactory,
    RequestedChildFactory,
    RequestFactory,
    TeamFactory,
    TransferInFactory,
)

pytestmark = pytest.mark.django_db
AT = dt.datetime(2018, 6, 4, 10, tzinfo=dt.UTC)
ON = AT.date()
START = dt.date(2018, 3, 5)


@pytest.fixture
def team():
    return TeamFactory()


@pytest.fixture
def plan(team):
    child = ChildFactory(birth_date=dt.date(2012, 2, 1))
    at = ConferenceChildFactory(child=child, held_date=START)
    found = PlanFactory(child=child, start_date=START, begun_at=at)
    AllocationFactory(child=child, team=team)
    return found


def told(kind: LifeKind, day: dt.date = ON, **fields: object) -> Happening:
    return Happening(kind, day, " The aunt wrote. ", **fields)  # type: ignore[arg-type]


def record(child, kind, team, *, role="SOCIAL_WORKER", home=None, **fields):
    by = person(role, team=team)
    return record_life_event(child=child, told=told(kind, **fields), home=home, by=by, at=AT)


def review_of(plan, starts: dt.datetime, *others):
    request = RequestFactory(family=plan.child.family, state="BOOKED")
    kind = {"kind": "REVIEW", "enquiry": None, "request": request}
    for one in (plan, *others):
        RequestedChildFactory(child=one.child, plan=one, **kind)
    return BookingFactory(request=request, starts_at=starts, ends_at=starts + dt.timedelta(hours=2))


# ----- At once ---------------------------------------------------------------------------------------------


def test_a_birth_keeps_the_record_and_the_plan_and_begins_the_review_after_it(team):
    expected = dt.date(2018, 6, 1)
    child = ChildFactory(unborn=True, expected_birth_date=expected, family_name="Probe", given_names="")
    plan = PlanFactory(child=child, start_date=START)
    AllocationFactory(child=child, team=team)
    born = {"sex": "F", "given_names": "Ivy", "nhs_number": "943 476 5919"}

    event = record(child, LifeKind.BORN, team, day=dt.date(2018, 5, 28), **born)

    child.refresh_from_db()
    assert (child.birth_date, child.expected_birth_date, child.sex) == (event.day, None, "F")
    assert (child.given_names, child.family_name, child.nhs_number) == ("Ivy", "Probe", "9434765919")
    assert event.expected_birth_date == expected
    assert not ChildName.objects.unscoped("test").exists()
    (clock,) = clocks([Code.REVIEW_AFTER_BIRTH])
    assert (clock.subject, clock.started, clock.met) == (plan.pk, event.day, None)
    assert clock.gone == dt.date(2036, 5, 28)


def test_a_new_name_leaves_the_old_one_beside_it(plan, team):
    child = plan.child
    before = (child.given_names, child.family_name)
    event = record(child, LifeKind.NEW_NAME, team, family_name="Newprobe")

    old = ChildName.objects.unscoped("test").get()
    assert (old.given_names, old.family_name, old.until_date) == (*before, ON)
    child.refresh_from_db()
    assert (child.given_names, child.family_name, event.name) == (before[0], "Newprobe", old)
    with pytest.raises(Refused, match="the child’s name already"):
        record(child, LifeKind.NEW_NAME, team, day=dt.date(2018, 6, 3), family_name="Newprobe")


def test_a_child_moves_into_another_home_of_the_family(plan, team):
    home = HouseholdFactory(family=plan.child.family)
    event = record(plan.child, LifeKind.MOVED_WITHIN, team, home=home)
    assert (event.stay.household, event.stay.child, event.stay.start_date) == (home, plan.child, ON)
    assert not PlanEnding.objects.unscoped("test").exists()
    with pytest.raises(Refused, match="Select the home"):
        record(plan.child, LifeKind.MOVED_WITHIN, team, day=dt.date(2018, 6, 1))


def test_nothing_is_owed_for_a_child_who_died_and_nothing_more_is_recorded(plan, team):
    record(plan.child, LifeKind.DIED, team, day=dt.date(2018, 6, 1))

    open_ones = [clock for clock in clocks() if clock.is_open(ON)]
    assert [clock.code for clock in open_ones] == [Code.END_PLAN]
    with pytest.raises(Refused, match="cannot be recorded"):
        record(plan.child, LifeKind.LEFT_UK, team)


def test_the_meeting_of_the_others_stands_when_one_of_them_dies(plan, team):
    other = PlanFactory(child__family=plan.child.family, start_date=START)
    meeting = review_of(plan, dt.datetime(2018, 6, 11, 9, tzinfo=dt.UTC), other)

    record(plan.child, LifeKind.DIED, team)

    meeting.refresh_from_db()
    assert meeting.state == "BOOKED"
    assert [one.child for one in meeting.request.children.all()] == [other.child]
    parted = Request.objects.unscoped("test").get(parted_from=meeting.request)
    assert (parted.state, parted.withdrawn_reason) == ("WITHDRAWN", "The child died.")
    assert [one.child for one in parted.children.all()] == [plan.child]


def test_the_meeting_of_the_only_child_leaves_the_diary(plan, team):
    meeting = review_of(plan, dt.datetime(2018, 6, 11, 9, tzinfo=dt.UTC))
    record(plan.child, LifeKind.DIED, team)
    meeting.refresh_from_db()
    meeting.request.refresh_from_db()
    assert (meeting.state, meeting.request.state) == ("CANCELLED", "WITHDRAWN")
    # The room and the chair are free at that time.
    BookingFactory(room=meeting.room, starts_at=meeting.starts_at, ends_at=meeting.ends_at)


def test_a_begun_record_keeps_a_meeting_in_the_diary_but_not_from_a_death(plan, team):
    booking = review_of(plan, AT - dt.timedelta(hours=1))
    MeetingRecordFactory(booking=booking)
    asked = booking.request.children.get()
    gone = {"reason": "The plan ended.", "writer": person("TEAM_MANAGER", team=team), "at": AT}
    with pytest.raises(Refused, match="has been started, so it cannot be cancelled. It is signed first"):
        leave(asked, CancelReason.NOT_NEEDED, **gone)
    record(plan.child, LifeKind.DIED, team, day=ON - dt.timedelta(days=1))
    booking.refresh_from_db()
    assert booking.state == "CANCELLED"
    events = set(AuditEntry.objects.values_list("event", flat=True))
    assert {"booking.cancelled", "request.withdrawn"} < events and "request.child_left" not in events


def test_a_meeting_before_the_death_is_still_recorded(plan, team):
    meeting = review_of(plan, dt.datetime(2018, 5, 28, 9, tzinfo=dt.UTC))
    record(plan.child, LifeKind.DIED, team, day=dt.date(2018, 6, 1))
    meeting.refresh_from_db()
    assert meeting.state == "BOOKED"
    ending = PlanEnding.objects.unscoped("test").get()
    with pytest.raises(Refused, match="review of 28 May 2018 is not signed"):
        confirm_plan_end(ending=ending, by=person("TEAM_MANAGER", team=team), at=AT)


# ----- The end of a plan -----------------------------------------------------------------------------------


def test_a_plan_ends_when_a_second_person_confirms_it(plan, team):
    review_of(plan, dt.datetime(2018, 6, 11, 9, tzinfo=dt.UTC))
    asker, manager = person("SOCIAL_WORKER", team=team), person("TEAM_MANAGER", team=team)
    record_life_event(child=plan.child, told=told(LifeKind.LEFT_UK), by=asker, at=AT)
    (ending,) = to_confirm(manager, ON)
    plan.refresh_from_db()
    assert plan.end_date is None
    assert owed(manager, ON) == []

    confirm_plan_end(ending=ending, by=manager, at=AT)

    plan.refresh_from_db()
    assert (plan.end_date, plan.end_reason, plan.step_down) == (ON, "LEFT_UK", "CLOSED")
    assert not to_confirm(manager, ON).exists()
    assert Booking.objects.unscoped("test").get().state == "CANCELLED"
    assert Request.objects.unscoped("test").get().state == "WITHDRAWN"
    assert [clock for clock in clocks() if clock.is_open(ON)] == []


def test_nobody_confirms_what_they_asked_for(plan, team):
    manager = person("TEAM_MANAGER", team=team)
    record_life_event(child=plan.child, told=told(LifeKind.LEFT_UK), by=manager, at=AT)
    ending = PlanEnding.objects.unscoped("test").get()
    assert not to_confirm(manager, ON).exists()
    with pytest.raises(Refused) as refused:
        confirm_plan_end(ending=ending, by=manager, at=AT)
    assert refused.value.status == FORBIDDEN
    assert to_confirm(person("STRATEGIC_LEAD"), ON).get() == ending


@pytest.mark.parametrize(("role", "status"), [("SOCIAL_WORKER", FORBIDDEN), ("TEAM_MANAGER", NOT_FOUND)])
def test_others_confirm_nothing(plan, team, role, status):
    record(plan.child, LifeKind.LEFT_UK, team)
    ending = PlanEnding.objects.unscoped("test").get()
    with pytest.raises(Refused) as refused:
        confirm_plan_end(ending=ending, by=person(role, team=TeamFactory()), at=AT)
    assert refused.value.status == status


def test_a_move_ends_the_plan_once_the_other_authority_met(plan, team):
    away = {"authority": "383", "day": dt.date(2018, 5, 14)}
    event = record(plan.child, LifeKind.MOVED_AWAY, team, **away)
    assert (event.authority_name, event.conference_date) == ("Leeds", None)
    manager = person("TEAM_MANAGER", team=team)
    assert [one.event for one in owed(manager, ON)] == [event]
    assert [c.code for c in clocks([Code.HOLD_REVIEW]) if c.is_open(ON)] == [Code.HOLD_REVIEW]
    worker = person("SOCIAL_WORKER", team=team)
    asked = {"event": event, "step_down": "", "evidence": "Their letter", "by": worker, "at": AT}
    with pytest.raises(Refused, match="cannot end before 14 May 2018"):
        ask_plan_end(ends=dt.date(2018, 5, 13), **asked)

    ending = ask_plan_end(ends=dt.date(2018, 6, 1), **asked)
    confirm_plan_end(ending=ending, by=manager, at=AT)

    plan.refresh_from_db()
    event.refresh_from_db()
    assert (plan.end_date, plan.end_reason, plan.step_down) == (
        dt.date(2018, 6, 1),
        "MOVED",
        "OTHER_AUTHORITY",
    )
    assert event.conference_date == dt.date(2018, 6, 1)


BEFORE = START - dt.timedelta(days=4)


def test_a_move_before_the_plan_began_ends_it_once_the_other_authority_met(plan, team):
    met = START + dt.timedelta(days=20)
    record(plan.child, LifeKind.MOVED_AWAY, team, day=BEFORE, authority="383", ends=met)
    ending = PlanEnding.objects.unscoped("test").get()
    assert (ending.plan, ending.end_date) == (plan, met)
    end_clock = [clock for clock in clocks([Code.END_PLAN]) if clock.subject == plan.pk]
    assert [clock.started for clock in end_clock] == [met]


@pytest.mark.parametrize("came_back", [False, True])
def test_an_earlier_move_is_offered_until_the_child_comes_back(plan, team, came_back):
    worker = person("SOCIAL_WORKER", team=team)
    event = record(plan.child, LifeKind.MOVED_AWAY, team, day=BEFORE, authority="383")
    assert owed_count(worker, ON) == 0
    if came_back:
        TransferInFactory(child=plan.child, notified_date=BEFORE + dt.timedelta(days=1))
    assert events_that_end(plan.child) == ([] if came_back else [event])
    asked = {"event": event, "step_down": "", "evidence": "They rang", "by": worker, "at": AT}
    with pytest.raises(Refused, match="A plan must end after the day it began") as early:
        ask_plan_end(ends=START, **asked)
    assert early.value.field == "ends"
    ending = ask_plan_end(ends=START + dt.timedelta(days=9), **asked)
    turn_down_plan_end(ending=ending, reason="Not yet", by=worker, at=AT)
    assert owed_count(worker, ON) == 0


def test_what_is_refused_can_be_asked_again_and_a_death_is_owed_till_then(plan, team):
    event = record(plan.child, LifeKind.DIED, team)
    manager, lead = person("TEAM_MANAGER", team=team), person("STRATEGIC_LEAD")
    ending = PlanEnding.objects.unscoped("test").get()
    with pytest.raises(Refused, match="Enter why you refuse it"):
        turn_down_plan_end(ending=ending, reason=" ", by=manager, at=AT)
    turn_down_plan_end(ending=ending, reason="Which child?", by=manager, at=AT)
    assert [one.event for one in owed(lead, ON)] == [event]
    with pytest.raises(Refused, match="This was refused by"):
        confirm_plan_end(ending=ending, by=lead, at=AT)

    again = {"event": event, "ends": ON, "step_down": "", "evidence": "It is this one", "at": AT}
    ask_plan_end(**again, by=manager)
    with pytest.raises(Refused, match="waits for a second person already"):
        ask_plan_end(**again, by=lead)


def test_an_order_that_was_refused_is_owed_no_more(plan, team):
    record(plan.child, LifeKind.OTHER_ORDER, team, step_down="CIN_PLAN")
    manager = person("TEAM_MANAGER", team=team)
    ending = to_confirm(manager, ON).get()
    turn_down_plan_end(ending=ending, reason="It waits for the review", by=manager, at=AT)
    assert owed(manager, ON) == []


def test_who_did_not_ask_withdraws_nothing(plan, team):
    record(plan.child, LifeKind.LEFT_UK, team)
    ending = PlanEnding.objects.unscoped("test").get()
    with pytest.raises(Refused, match="Only who asked"):
        turn_down_plan_end(ending=ending, reason="No", by=person("SOCIAL_WORKER", team=team), at=AT)


def test_what_lapsed_is_closed_when_it_is_asked_again(plan, team):
    event = record(plan.child, LifeKind.LEFT_UK, team)
    later = AT + dt.timedelta(days=40)
    lapsed = PlanEnding.objects.unscoped("test").get()
    with pytest.raises(Refused, match="This lapsed after"):
        confirm_plan_end(ending=lapsed, by=person("TEAM_MANAGER", team=team), at=later)
    asked = {"event": event, "ends": ON, "step_down": "", "evidence": "Again"}
    ask_plan_end(**asked, by=person("SOCIAL_WORKER", team=team), at=later)
    lapsed.refresh_from_db()
    assert lapsed.outcome == "LAPSED"


def test_a_child_who_is_18_is_owed_the_end_of_the_plan(team):
    child = ChildFactory(birth_date=dt.date(2000, 6, 4))
    plan = PlanFactory(child=child, start_date=START)
    AllocationFactory(child=child, team=team)
    manager = person("TEAM_MANAGER", team=team)
    assert owed(manager, dt.date(2018, 6, 3)) == []
    assert [(one.plan, one.event) for one in owed(manager, ON)] == [(plan, None)]
    record(child, LifeKind.EIGHTEEN, team, step_down="CLOSED")
    confirm_plan_end(ending=to_confirm(manager, ON).get(), by=manager, at=AT)
    plan.refresh_from_db()
    assert (plan.end_date, plan.end_reason) == (ON, "EIGHTEEN")


def test_the_manager_has_a_day_by_which_a_plan_is_ended_and_no_review_is_due_at_18(team):
    child = ChildFactory(birth_date=dt.date(2000, 5, 25))
    plan = PlanFactory(child=child, start_date=dt.date(2018, 1, 15))
    AllocationFactory(child=child, team=team)
    manager = person("TEAM_MANAGER", team=team)
    scan(on=dt.date(2018, 5, 24), at=AT)
    assert duties_of(child) == [("REQUEST_REVIEW", dt.date(2018, 3, 15))]  # It was missed, and stays so.

    scan(on=ON, at=AT)
    (duty,) = Duty.objects.unscoped("test").filter(closed_at=None)
    assert (duty.kind, duty.due_date, duty.owner_role) == ("END_PLAN", dt.date(2018, 6, 11), "TEAM_MANAGER")
    record(child, LifeKind.EIGHTEEN, team, day=dt.date(2018, 5, 25), step_down="CLOSED")
    assert [kind for kind, _ in duties_of(child)] == ["END_PLAN"]
    confirm_plan_end(ending=to_confirm(manager, ON).get(), by=manager, at=AT)
    duty.refresh_from_db()
    assert (duty.closed_because, duty.met_by, duties_of(child)) == ("MET", manager, [])
    assert [(c.started, c.met) for c in clocks([Code.END_PLAN])] == [(dt.date(2018, 5, 25), ON)]
    plan.refresh_from_db()
    assert plan.end_date == dt.date(2018, 5, 25)


def test_who_waits_for_the_second_person_owes_reviews_still_after_an_order(plan, team):
    """R11 and 1.8: the plan is this council's until somebody who may end it has said so."""
    scan(on=ON, at=AT)
    before = duties_of(plan.child)
    event = record(plan.child, LifeKind.OTHER_ORDER, team, step_down="CIN_PLAN")
    assert duties_of(plan.child) == sorted([*before, ("END_PLAN", dt.date(2018, 6, 18))])
    waits, by = event.endings.get(), person("STRATEGIC_LEAD")
    turn_down_plan_end(ending=waits, reason="A supervision order waits for the review.", by=by, at=AT)
    assert duties_of(plan.child) == before
    assert before


def test_a_move_ends_the_plan_once_the_other_authority_has_met(plan, team):
    away = {"day": dt.date(2018, 5, 1), "authority": "383"}
    event = record(plan.child, LifeKind.MOVED_AWAY, team, **away)
    assert clocks([Code.END_PLAN])[-1].started > ON  # The 18th birthday.
    worker = person("SOCIAL_WORKER", team=team)
    ask_plan_end(event=event, ends=dt.date(2018, 6, 1), step_down="", evidence="Minutes", by=worker, at=AT)
    assert [(c.started, c.is_open(ON)) for c in clocks([Code.END_PLAN])] == [(dt.date(2018, 6, 1), True)]
    assert all(c.gone is None or c.gone > ON for c in clocks([Code.HOLD_REVIEW]))


def test_a_plan_ends_by_a_death_that_only_a_file_told(plan, team):
    type(plan.child).every.filter(pk=plan.child_id).update(death_date=dt.date(2018, 6, 1))
    plan.child.refresh_from_db()
    with pytest.raises(Refused, match="The child died on 1 June 2018"):
        record(plan.child, LifeKind.DIED, team)
    record(plan.child, LifeKind.DIED, team, day=dt.date(2018, 6, 1))
    manager = person("TEAM_MANAGER", team=team)
    confirm_plan_end(ending=to_confirm(manager, ON).get(), by=manager, at=AT)
    plan.refresh_from_db()
    assert (plan.end_date, plan.end_reason) == (dt.date(2018, 6, 1), "DIED")


def duties_of(child):
    found = Duty.objects.unscoped("test").filter(child=child, closed_at=None)
    return sorted(found.values_list("kind", "due_date"))


def test_a_conference_held_since_keeps_the_plan_from_ending_before_it(plan, team):
    record(plan.child, LifeKind.LOOKED_AFTER, team, day=dt.date(2018, 5, 14))
    ConferenceChildFactory(
        child=plan.child, kind="REVIEW", enquiry=None, plan=plan, held_date=dt.date(2018, 6, 1)
    )
    with pytest.raises(Refused, match="The review of 1 June 2018 stands on this plan"):
        confirm_plan_end(ending=PlanEnding.objects.unscoped("test").get(), by=person("STRATEGIC_LEAD"), at=AT)


@pytest.mark.parametrize("role", ["CHAIR", "MANAGER", "BUSINESS_SUPPORT", "REVIEWER", "SYSTEM_ADMINISTRATOR"])
def test_others_record_nothing(plan, team, role):
    with pytest.raises(Refused) as refused:
        record(plan.child, LifeKind.LEFT_UK, team, role=role)
    assert refused.value.status == FORBIDDEN
    assert not LifeEvent.objects.unscoped("test").exists()


def test_the_same_is_recorded_once(plan, team):
    record(plan.child, LifeKind.OTHER_ORDER, team, step_down="CIN_PLAN")
    with pytest.raises(Refused, match="recorded already"):
        record(plan.child, LifeKind.OTHER_ORDER, team, step_down="CIN_PLAN")


def correct(child, team, **facts):
    return correct_child(
        row=child, change=Change(facts, "OTHER_CHILD"), by=person("SOCIAL_WORKER", team=team), at=AT
    )


def test_a_death_that_was_none_takes_the_end_that_waits_with_it(plan, team):
    record(plan.child, LifeKind.DIED, team)
    correct(plan.child, team, death_date=None)
    assert not PlanEnding.objects.unscoped("test").exists()
    record(plan.child, LifeKind.DIED, team)  # It can be told again, when it is true.
    assert PlanEnding.objects.unscoped("test").get().end_date == ON


def test_the_end_that_waits_moves_with_the_day_of_the_death(plan, team):
    record(plan.child, LifeKind.DIED, team)
    correct(plan.child, team, death_date=dt.date(2018, 6, 1))
    ending = PlanEnding.objects.unscoped("test").get()
    assert (ending.end_date, ending.event.day) == (dt.date(2018, 6, 1), dt.date(2018, 6, 1))


def test_who_is_not_18_after_all_keeps_the_plan(team):
    child = ChildFactory(birth_date=dt.date(2000, 5, 1))
    AllocationFactory(child=child, team=team)
    PlanFactory(child=child, start_date=START, begun_at=ConferenceChildFactory(child=child, held_date=START))
    record(child, LifeKind.EIGHTEEN, team, day=dt.date(2018, 5, 1), step_down="CLOSED")
    assert "Is 18" not in [line.text for line in lines(person("SOCIAL_WORKER", team=team), child, ON)]
    correct(child, team, birth_date=dt.date(2001, 5, 1))
    assert not PlanEnding.objects.unscoped("test").exists()
    assert not LifeEvent.objects.unscoped("test").exists()


def test_no_core_group_meets_after_a_death(plan, team):
    record(plan.child, LifeKind.DIED, team, day=dt.date(2018, 6, 1))
    worker = person("SOCIAL_WORKER", team=team)
    with pytest.raises(Refused, match="The child died on 1 June 2018"):
        record_core_group(plan=plan, held_date=ON, notes="", by=worker, at=AT)


def correct_event(event, team, **facts):
    change = Change(facts, "OTHER_CHILD", "The order names her cousin")
    return correct_life_event(row=event, change=change, by=person("SOCIAL_WORKER", team=team), at=AT)


def test_an_order_on_the_wrong_child_ends_no_plan_and_says_that_it_was_an_error(plan, team):
    event, lead = record(plan.child, LifeKind.LOOKED_AFTER, team), person("STRATEGIC_LEAD")
    seen = watched(lambda: correct_event(event, team, in_error=True), [plan.child], lead, ON)
    (note,) = what_follows(seen.before, seen.after, ON).notes
    assert note == "The end of the plan on 4 June 2018 no longer waits for a second person: the plan goes on."
    assert PlanEnding.objects.unscoped("test").get().outcome == "REFUSED"
    assert events_that_end(plan.child) == [] == owed(person("STRATEGIC_LEAD"), ON)
    with pytest.raises(Refused, match="recorded in error"):
        worker = person("SOCIAL_WORKER", team=team)
        ask_plan_end(event=event, ends=ON, step_down="", evidence="The court", by=worker, at=AT)


def test_the_end_that_waits_moves_with_the_day_of_an_order(plan, team):
    event = record(plan.child, LifeKind.LOOKED_AFTER, team)
    correct_event(event, team, day=dt.date(2018, 5, 30))
    assert PlanEnding.objects.unscoped("test").get().end_date == dt.date(2018, 5, 30)


def test_what_a_plan_ended_by_stands_until_its_end_is_corrected(plan, team):
    event = record(plan.child, LifeKind.LOOKED_AFTER, team, day=dt.date(2018, 6, 1))
    ending = PlanEnding.objects.unscoped("test").get()
    confirm_plan_end(ending=ending, by=person("TEAM_MANAGER", team=team), at=AT)
    with pytest.raises(Refused, match="A plan ended by this on 1 June 2018. Ask that the plan runs again"):
        correct_event(event, team, in_error=True)
    with pytest.raises(Refused, match="A plan ended by this on 1 June 2018"):
        correct_event(event, team, day=ON)
