"""Who is owed a notice of what falls due: whoever's it is, then the next person up, each once."""

import datetime as dt

import pytest

from conferences.models import Duty, Escalation, Notice
from conferences.operations.duties import scan
from conferences.operations.notices_messages import write_messages
from conferences.queries.duties_lines import Part
from conferences.queries.duties_parts import NO_FILTERS, duties_of_part, own_duties
from conferences.queries.service import untellable
from safeguarding.models import User
from tests.factories import (
    AllocationFactory,
    BarFactory,
    BookingFactory,
    ChildFactory,
    ChildPartFactory,
    ConferenceChildFactory,
    ConsultationFactory,
    EnquiryFactory,
    LeaveFactory,
    PlanFactory,
    RequestedChildFactory,
    RestrictedGrantFactory,
    TeamFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
# The enquiry's discussion was on Monday 9 April: day 15 is Monday 30 April, the request due on Wednesday 18.
BEGUN, ASK_BY, HOLD_BY = dt.date(2018, 4, 9), dt.date(2018, 4, 18), dt.date(2018, 4, 30)


def look(on):
    return scan(on=on, at=dt.datetime.combine(on, dt.time(5), tzinfo=dt.UTC))


def april(day):
    return dt.date(2018, 4, day)


class Unit:
    """One of each who may be told."""

    def __init__(self) -> None:
        self.team = TeamFactory()
        self.worker = UserFactory(role="SOCIAL_WORKER", team=self.team)
        self.manager = UserFactory(role="TEAM_MANAGER", team=self.team)
        UserFactory(role="TEAM_MANAGER", team=TeamFactory())
        self.support = UserFactory(role="BUSINESS_SUPPORT")
        self.lead = UserFactory(role="STRATEGIC_LEAD")
        self.head = UserFactory(role="MANAGER")

    def child_of(self, child):
        AllocationFactory(child=child, worker=self.worker, team=self.team)
        return child

    def enquiry(self, **fields):
        enquiry = EnquiryFactory(started_date=BEGUN, **fields)
        self.child_of(enquiry.child)
        return enquiry


@pytest.fixture
def unit(db):
    return Unit()


def told(kind, **fields):
    """(rung, who) of the notices of a kind of duty, in the order in which they were owed."""
    rows = Notice.objects.filter(duty__kind=kind, **fields).order_by("pk")
    return [(notice.rung, notice.recipient) for notice in rows.select_related("recipient")]


def test_a_local_day_climbs_from_the_worker_by_team_to_the_lead(unit):
    unit.enquiry()
    for day in range(10, 30):
        look(april(day))
    assert told("REQUEST_CONFERENCE") == [
        ("AHEAD", unit.worker),
        ("TODAY", unit.worker),
        ("LATE", unit.manager),
        ("STILL_LATE", unit.lead),
    ]


def test_a_statutory_day_is_passed_up_before_it_and_after(unit):
    RequestedChildFactory(enquiry__started_date=BEGUN)
    for day in range(10, 31):
        look(april(day))
    look(dt.date(2018, 5, 1))
    assert told("HOLD_CONFERENCE") == [
        ("AHEAD", unit.support),
        ("NEAR", unit.lead),
        ("TODAY", unit.support),
        ("LATE", unit.head),
    ]
    rungs = Escalation.objects.unscoped("test").filter(duty__kind="HOLD_CONFERENCE")
    assert [(e.rung, e.to_role, e.to_user) for e in rungs] == [
        ("NEAR", "STRATEGIC_LEAD", unit.lead),
        ("LATE", "MANAGER", unit.head),
    ]


def test_a_rung_is_told_on_its_own_day(unit):
    unit.enquiry()
    look(april(10))
    look(april(17))
    assert told("REQUEST_CONFERENCE") == [("AHEAD", unit.worker)]
    look(ASK_BY)
    assert told("REQUEST_CONFERENCE", rung="TODAY") == [("TODAY", unit.worker)]


def test_what_is_first_seen_late_is_told_by_the_last_rung_alone_to_each_side(unit):
    unit.enquiry()
    look(april(27))
    assert set(told("REQUEST_CONFERENCE")) == {("TODAY", unit.worker), ("STILL_LATE", unit.lead)}


def test_a_meeting_in_the_diary_inside_the_limit_alarms_nobody(unit):
    asked = RequestedChildFactory(enquiry__started_date=BEGUN)
    day = dt.datetime(2018, 4, 30, 9, tzinfo=dt.UTC)
    booking = BookingFactory(request=asked.request, starts_at=day, ends_at=day + dt.timedelta(hours=2))
    for number in range(10, 30):
        look(april(number))
    assert told("HOLD_CONFERENCE") == [("AHEAD", booking.chair)]


def test_a_meeting_booked_past_the_limit_is_passed_up(unit):
    asked = RequestedChildFactory(enquiry__started_date=BEGUN)
    day = dt.datetime(2018, 5, 10, 9, tzinfo=dt.UTC)
    BookingFactory(request=asked.request, starts_at=day, ends_at=day + dt.timedelta(hours=2))
    look(april(26))
    assert ("NEAR", unit.lead) in told("HOLD_CONFERENCE")


def test_a_rung_with_nobody_to_receive_it_goes_to_the_next_one_up(unit):
    enquiry = EnquiryFactory(started_date=BEGUN)
    AllocationFactory(child=enquiry.child, worker=None, team=unit.team)
    look(april(10))
    assert told("REQUEST_CONFERENCE") == [("AHEAD", unit.manager)]
    unit.manager.__class__.objects.filter(pk=unit.manager.pk).update(is_active=False)
    look(april(19))
    assert told("REQUEST_CONFERENCE", rung="LATE") == [("LATE", unit.lead)]


def test_a_restricted_child_is_told_of_to_those_named_alone(unit):
    enquiry = unit.enquiry(child__restricted=True)
    RestrictedGrantFactory(
        child=enquiry.child,
        user=unit.lead,
        granted_at=dt.datetime(2018, 4, 1, tzinfo=dt.UTC),
        until_at=dt.datetime(2018, 6, 1, tzinfo=dt.UTC),
    )
    look(april(10))
    look(april(25))
    assert {who for _, who in told("REQUEST_CONFERENCE")} == {unit.lead}


def named(child, user, **fields):
    first, until = (dt.datetime(2018, month, 1, tzinfo=dt.UTC) for month in (4, 6))
    span = {"granted_at": first, "until_at": until}
    return RestrictedGrantFactory(child=child, user=user, **span | fields)


def test_a_restricted_child_with_nobody_of_the_ladder_named_goes_to_who_is_and_may_do_it(unit):
    enquiry = unit.enquiry(child__restricted=True)
    other = UserFactory(role="SOCIAL_WORKER", team=TeamFactory())
    for user in (other, UserFactory(role="CHAIR"), UserFactory(role="REVIEWER")):
        named(enquiry.child, user)
    look(april(10))
    look(april(19))
    assert told("REQUEST_CONFERENCE") == [("AHEAD", other), ("TODAY", other), ("LATE", other)]
    # Who takes no note of what is passed up is told of it, and asked for no acknowledgement.
    assert not Escalation.objects.unscoped("test").exists()


def test_what_is_passed_up_of_it_is_acknowledged_by_a_manager_who_is_named(unit):
    enquiry = unit.enquiry(child__restricted=True)
    manager = UserFactory(role="TEAM_MANAGER", team=TeamFactory())
    named(enquiry.child, manager)
    look(april(19))
    assert set(told("REQUEST_CONFERENCE")) == {("TODAY", manager), ("LATE", manager)}
    assert Escalation.objects.unscoped("test").get().to_user == manager


@pytest.mark.parametrize("role", ["CHAIR", "SOCIAL_WORKER"])
def test_what_nobody_can_be_told_of_is_counted_for_who_looks_after_the_service(unit, role):
    enquiry = unit.enquiry(child__restricted=True)
    unit.enquiry()
    look(april(10))
    assert told("REQUEST_CONFERENCE") == [("AHEAD", unit.worker)]
    on = dt.datetime(2018, 4, 10, 6, tzinfo=dt.UTC)
    assert untellable(on) == 1
    grant = named(enquiry.child, UserFactory(role=role))
    assert untellable(on) == (role == "CHAIR")
    bar = BarFactory(family=enquiry.child.family, user=grant.user, barred_by=unit.lead)
    assert untellable(on) == 1
    type(bar).objects.update(lifted_at=on, lifted_by=unit.lead)
    assert untellable(grant.until_at) == 1


def test_whoever_is_barred_from_the_family_is_passed_over(unit):
    enquiry = unit.enquiry()
    BarFactory(family=enquiry.child.family, user=unit.manager, barred_by=unit.lead)
    look(april(10))
    look(april(19))
    assert told("REQUEST_CONFERENCE", rung="LATE") == [("LATE", unit.lead)]


def morning(day):
    return write_messages(at=dt.datetime.combine(day, dt.time(7), tzinfo=dt.UTC))


def test_what_its_reader_may_not_see_any_longer_goes_to_the_next_one_up(unit):
    enquiry = unit.enquiry()
    look(april(18))
    look(april(19))
    BarFactory(family=enquiry.child.family, user=unit.manager, barred_by=unit.lead)
    morning(april(19))
    look(april(19))
    assert told("REQUEST_CONFERENCE", out_of_sight_at=None) == [
        ("TODAY", unit.worker),
        ("LATE", unit.lead),
    ]
    passed = Escalation.objects.unscoped("test").get()
    assert (passed.to_role, passed.to_user) == ("STRATEGIC_LEAD", unit.lead)
    before = list(Notice.objects.values())
    look(april(19))
    assert list(Notice.objects.values()) == before


def test_whoever_may_see_it_again_is_told_again(unit):
    enquiry = unit.enquiry()
    bar = BarFactory(family=enquiry.child.family, user=unit.lead, barred_by=unit.head)
    unit.manager.__class__.objects.filter(role__in=["TEAM_MANAGER", "MANAGER"]).update(is_active=False)
    type(bar).objects.update(lifted_at=bar.barred_at, lifted_by=unit.head)
    look(april(19))
    type(bar).objects.update(lifted_at=None, lifted_by=None)
    morning(april(19))
    type(bar).objects.update(lifted_at=bar.barred_at, lifted_by=unit.head)
    look(april(20))
    (notice,) = Notice.objects.filter(recipient=unit.lead)
    assert (notice.rung, notice.out_of_sight_at, notice.owed_at.date()) == ("LATE", None, april(20))


def test_a_deputy_who_may_not_see_the_child_is_not_told(unit):
    enquiry = unit.enquiry()
    deputy = UserFactory(role="SOCIAL_WORKER", team=unit.team)
    BarFactory(family=enquiry.child.family, user=deputy, barred_by=unit.lead)
    LeaveFactory(person=unit.worker, deputy=deputy, first_date=april(9), last_date=april(20))
    look(april(10))
    assert told("REQUEST_CONFERENCE") == [("AHEAD", unit.worker)]


def test_a_deputy_is_told_as_well_while_somebody_is_on_leave(unit):
    unit.enquiry()
    deputy = UserFactory(role="SOCIAL_WORKER", team=unit.team)
    LeaveFactory(person=unit.worker, deputy=deputy, first_date=april(16), last_date=april(20))
    look(april(10))
    look(ASK_BY)
    assert told("REQUEST_CONFERENCE", rung="AHEAD") == [("AHEAD", unit.worker)]
    assert {who for _, who in told("REQUEST_CONFERENCE", rung="TODAY")} == {unit.worker, deputy}


def test_a_consultation_does_not_wait_in_silence(unit):
    asked = RequestedChildFactory(enquiry__started_date=BEGUN)
    ConsultationFactory(
        requested_child=asked,
        decide_by_date=april(18),
        state="ASKED",
        asked_by=UserFactory(),
        asked_at=dt.datetime(2018, 4, 11, 9, tzinfo=dt.UTC),
        raised_at=dt.datetime(2018, 4, 10, 9, tzinfo=dt.UTC),
        why_now="x",
        what_is_different="y",
    )
    day = dt.datetime(2018, 4, 26, 9, tzinfo=dt.UTC)
    BookingFactory(request=asked.request, starts_at=day, ends_at=day + dt.timedelta(hours=2))
    for number in range(12, 26):
        look(april(number))
    assert told("DECIDE_CONSULTATION") == [
        ("AHEAD", unit.lead),
        ("TODAY", unit.lead),
        ("LATE", unit.head),
        ("MEETING_NEAR", unit.lead),
        ("MEETING_NEXT", unit.head),
    ]


def test_what_the_chairs_hold_together_each_of_them_is_told_before_anybody_above(unit):
    """A follow-up of a plan whose child has no worker any longer."""
    UserFactory(role="CHAIR")
    child = ChildFactory()
    plan = PlanFactory(child=child, start_date=dt.date(2017, 1, 9), end_date=april(2))
    of = {"child": child, "kind": "REVIEW", "plan": plan}
    before = dt.datetime(2018, 3, 12, 9, tzinfo=dt.UTC)
    asked = RequestedChildFactory(enquiry=None, due_rule="R7", request__requested_at=before, **of)
    ChildPartFactory(
        record__booking__request=asked.request,
        requested_child=asked,
        conference_child=ConferenceChildFactory(held_date=april(2), **of),
        outcome="PLAN_ENDS",
        end_reason="RISK_REDUCED",
    )
    for day in (dt.date(2018, 6, 20), dt.date(2018, 7, 2), dt.date(2018, 7, 3)):
        look(day)
    chairs = list(User.objects.filter(role="CHAIR", is_active=True).order_by("pk"))
    assert len(chairs) > 1
    ahead, today = ([(rung, chair) for chair in chairs] for rung in ("AHEAD", "TODAY"))
    assert told("FIRST_FOLLOW_UP") == [*ahead, *today, ("LATE", unit.lead)]


def test_a_record_whose_chair_has_left_is_told_to_nobody_who_cannot_write_it(unit):
    other, gone = UserFactory(role="CHAIR"), UserFactory(role="CHAIR", is_active=False)
    day = dt.datetime(2018, 4, 10, 9, tzinfo=dt.UTC)
    asked = RequestedChildFactory(enquiry__started_date=BEGUN)
    BookingFactory(request=asked.request, starts_at=day, ends_at=day + dt.timedelta(hours=2), chair=gone)
    look(april(11))
    assert told("FINISH_RECORD") == [("AHEAD", unit.lead)] and not Notice.objects.filter(recipient=other)
    unsigned = duties_of_part(unit.lead, Part.UNSIGNED, april(11), NO_FILTERS, None)
    assert not own_duties(other, None).exists() and [one.kind for one in unsigned] == ["FINISH_RECORD"]


def test_what_is_put_off_is_told_on_its_day_and_passed_up_all_the_same(unit):
    unit.enquiry()
    look(april(10))
    Duty.objects.filter(kind="REQUEST_CONFERENCE").update(put_off_until_date=april(24))
    look(april(19))
    assert told("REQUEST_CONFERENCE") == [("AHEAD", unit.worker), ("LATE", unit.manager)]
    look(april(24))
    assert ("TODAY", unit.worker) in told("REQUEST_CONFERENCE")


def test_the_new_holder_is_told_and_looking_again_tells_nobody(unit):
    asked = RequestedChildFactory(enquiry__started_date=BEGUN)
    look(april(10))
    day = dt.datetime(2018, 4, 26, 9, tzinfo=dt.UTC)
    booking = BookingFactory(request=asked.request, starts_at=day, ends_at=day + dt.timedelta(hours=2))
    look(april(10))
    before = Notice.objects.count()
    look(april(10))
    assert told("HOLD_CONFERENCE") == [("AHEAD", unit.support), ("AHEAD", booking.chair)]
    assert Notice.objects.count() == before


def test_what_is_done_before_it_is_told_is_not_told(unit):
    enquiry = unit.enquiry()
    look(april(10))
    RequestedChildFactory(child=enquiry.child, enquiry=enquiry)
    look(april(10))
    assert told("REQUEST_CONFERENCE") == []


def test_many_duties_take_as_many_statements_as_few(unit, django_assert_max_num_queries):
    look(april(25))
    for _ in range(3):
        PlanFactory(start_date=dt.date(2018, 1, 10))
    with django_assert_max_num_queries(60) as few:
        look(april(25))
    for _ in range(12):
        PlanFactory(start_date=dt.date(2018, 1, 10))
    with django_assert_max_num_queries(60) as many:
        look(april(25))
    assert len(many) == len(few) and Notice.objects.count() > 12


def test_an_escalation_is_made_once_however_often_it_is_looked_for(unit):
    unit.enquiry()
    for _ in range(3):
        look(april(19))
    assert Escalation.objects.unscoped("test").count() == 1
