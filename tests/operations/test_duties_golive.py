"""Before the service is live nothing is raised and nothing goes out; on its day, one line for all before."""

import datetime as dt
from importlib import import_module

import pytest
from django.core import mail
from django.db import connection
from django.urls import reverse

from conferences.models import Duty, Escalation, Message, Notice
from conferences.operations.duties import scan
from conferences.operations.duties_notices import send_due
from conferences.operations.duties_reconciliation import reconcile_once
from conferences.operations.duties_refresh import refresh_children
from conferences.operations.notices import tell
from conferences.operations.notices_messages import write_messages
from conferences.operations.service_horizon import ask_for_holidays
from conferences.rules.notices import Change
from safeguarding.bankholidays import england
from safeguarding.models import GoLive
from tests import factories as make
from tests.golive import live_from

pytestmark = pytest.mark.django_db
# A Monday. The enquiries' days fell in April; day 15 after 11 May is go-live day itself.
LIVE, LONG_BEFORE, BREAKS_THAT_DAY = dt.date(2018, 6, 4), dt.date(2018, 4, 9), dt.date(2018, 5, 11)
EVE = LIVE - dt.timedelta(hours=24)
MANY = 505


def at(hour: int, day: dt.date = LIVE) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour), tzinfo=dt.UTC)


class Unit:
    """A team and its unit, each of whom may be told; and somebody of another team."""

    def __init__(self) -> None:
        self.team = make.TeamFactory()
        self.worker = make.UserFactory(role="SOCIAL_WORKER", team=self.team)
        self.manager = make.UserFactory(role="TEAM_MANAGER", team=self.team)
        self.stranger = make.UserFactory(role="TEAM_MANAGER", team=make.TeamFactory())
        self.lead, self.head = make.UserFactory(role="STRATEGIC_LEAD"), make.UserFactory(role="MANAGER")

    def enquiries(self, number: int, started: dt.date = LONG_BEFORE) -> list:
        """Of so many children of the team's worker, for whom nobody asked for a conference."""
        found = make.EnquiryFactory.create_batch(number, started_date=started)
        for one in found:
            make.AllocationFactory(child=one.child, worker=self.worker, team=self.team)
        return found


@pytest.fixture
def unit(db) -> Unit:
    live_from(LIVE)
    return Unit()


def left() -> tuple[int, ...]:
    rows = [model.objects.unscoped("test") for model in (Duty, Escalation)]
    return tuple(found.count() for found in [*rows, Notice.objects, Message.objects])


def bodies() -> dict[int, str]:
    return dict(Message.objects.values_list("recipient", "body"))


@pytest.mark.parametrize("day", [None, LIVE])
def test_nothing_is_raised_and_nothing_goes_out_before_the_day(unit, day):
    live_from(day)
    (enquiry,) = unit.enquiries(1)
    waiting = make.MessageFactory(recipient=unit.worker, made_at=at(2, EVE))
    booking = make.BookingFactory()
    before = left()
    assert (scan(on=EVE, at=at(2, EVE)).raised, reconcile_once(clock=lambda: at(3, EVE))) == (0, None)
    refresh_children([enquiry.child_id], at=at(4, EVE))
    tell(Change.BOOKED, booking, [unit.worker.pk], at=at(5, EVE))
    assert write_messages(at=at(9, EVE)) == send_due(clock=lambda: at(10, EVE)) == 0
    near_the_end = dt.datetime.combine(england().asked_from, dt.time(9), tzinfo=dt.UTC)
    live_from(None)
    assert ask_for_holidays(at=near_the_end) == 0
    assert left() == before and mail.outbox == []
    waiting.refresh_from_db()
    assert waiting.attempts == 0


def test_five_hundred_overdue_are_one_email_for_each_person_and_one_line_in_it(unit):
    unit.enquiries(MANY)
    assert scan(on=EVE, at=at(2, EVE)).raised == 0
    assert scan(on=LIVE, at=at(2)).raised >= MANY
    assert not Escalation.objects.unscoped("test").exists()
    held = left()
    again = scan(on=LIVE, at=at(3))
    assert ((again.raised, again.closed), left()) == ((0, 0), held)
    people = [unit.worker, unit.manager, unit.lead, unit.head]
    assert write_messages(at=at(8)) == send_due(clock=lambda: at(9)) == len(people) == len(mail.outbox)
    for person in people:
        body = bodies()[person.pk]
        assert f"Due before Monday 4 June 2018: {MANY} lines of your lists" in body
        assert reverse("my_work_list", args=["before-go-live"]) in body and "On your list: 0 late" in body
        assert "New on your list" not in body and "Passed up to you" not in body
    for day in range(5, 9):
        scan(on=dt.date(2018, 6, day), at=at(2, dt.date(2018, 6, day)))
        assert write_messages(at=at(8, dt.date(2018, 6, day))) == 0
    assert not Notice.objects.filter(message=None).exists()


def test_what_is_due_on_the_day_or_later_is_told_as_always_though_its_facts_lie_before(unit):
    support = make.UserFactory(role="BUSINESS_SUPPORT")
    make.RequestedChildFactory(enquiry__started_date=BREAKS_THAT_DAY)
    for day in (LIVE, LIVE + dt.timedelta(hours=24)):
        scan(on=day, at=at(2, day))
        write_messages(at=at(8, day))
    told = Notice.objects.filter(duty__kind="HOLD_CONFERENCE").order_by("pk")
    assert [(one.rung, one.recipient) for one in told] == [
        ("TODAY", support),
        ("NEAR", unit.lead),
        ("LATE", unit.head),
    ]
    (body,) = Message.objects.filter(recipient=support).values_list("body", flat=True)
    assert "Due today\n* " in body and "1 due today" in body
    assert Escalation.objects.unscoped("test").count() == 2


def test_a_question_before_a_conference_still_to_come_is_passed_up_by_the_conferences_day(unit):
    asked = make.RequestedChildFactory(enquiry__started_date=BREAKS_THAT_DAY)
    day = at(9, dt.date(2018, 6, 6))
    make.BookingFactory(request=asked.request, starts_at=day, ends_at=day + dt.timedelta(hours=2))
    make.ConsultationFactory(
        requested_child=asked,
        decide_by_date=dt.date(2018, 5, 21),
        state="ASKED",
        asked_by=unit.worker,
        asked_at=at(9, dt.date(2018, 5, 14)),
        raised_at=at(9, dt.date(2018, 5, 14)),
        why_now="x",
        what_is_different="y",
    )
    scan(on=LIVE, at=at(2))
    told = Notice.objects.filter(duty__kind="DECIDE_CONSULTATION")
    assert [(one.rung, one.recipient) for one in told] == [("MEETING_NEAR", unit.lead)]


def test_the_first_scan_of_the_day_is_noted_and_whoever_has_nothing_is_told_nothing(unit):
    scan(on=LIVE, at=at(2))
    assert GoLive.objects.get().begun_at == at(2)
    later = make.UserFactory(role="SOCIAL_WORKER", team=unit.team)
    scan(on=LIVE, at=at(3))
    told = set(Notice.objects.filter(change="WENT_LIVE").values_list("recipient", flat=True))
    assert {unit.worker.pk, unit.stranger.pk} < told and later.pk not in told
    assert write_messages(at=at(8)) == 0 and not Notice.objects.exists()


def test_whoever_joins_later_has_one_line_too_once_anything_from_before_is_theirs(unit):
    """And is not told it again."""
    enquiries = unit.enquiries(2)
    scan(on=LIVE, at=at(2))
    write_messages(at=at(8))
    joined = make.UserFactory(role="SOCIAL_WORKER", team=unit.team)
    for one in enquiries:
        one.child.allocations.update(worker=joined)
    for days in (1, 2):
        day = LIVE + dt.timedelta(hours=24 * days)
        scan(on=day, at=at(2, day))
        assert write_messages(at=at(8, day)) == (days == 1)
    assert "Due before Monday 4 June 2018: 2 lines of your lists" in bodies()[joined.pk]


@pytest.mark.parametrize("made", [None, make.DutyFactory, make.MessageFactory])
def test_an_upgrade_leaves_a_service_live_that_was_at_work(made):
    live_from(None)
    if made:
        made()
    with connection.cursor() as cursor:
        cursor.execute(import_module("conferences.migrations.0032_at_work_already").LIVE)
    rows = list(GoLive.objects.values_list("day", "set_by"))
    assert rows == ([(dt.date(1900, 1, 1), None)] if made else [])
