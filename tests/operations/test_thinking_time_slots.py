"""Protected time in a chair's diary: no meeting is booked into it, and it is planned into no meeting."""

import datetime as dt
import uuid

import pytest
from django.db import IntegrityError, connection

from conferences.models import Duty, Notice
from conferences.operations.requests import withdraw
from conferences.operations.scheduling import book, move, pass_meeting_on
from conferences.operations.thinking_time import Note, hold
from conferences.operations.thinking_time_slots import give_up, plan
from conferences.queries.diary import week
from conferences.queries.scheduling import standing
from conferences.rules.scheduling import moment
from conferences.rules.workflow import MoveReason
from conferences.views.presenters.thinking_time import state_tag
from safeguarding.bankholidays import england
from safeguarding.clock import day_of
from safeguarding.refusals import Refused
from tests.cast import person
from tests.factories import BookingFactory, ThinkingSlotFactory, ThinkingTimeFactory
from tests.scheduling import IN_TIME, NOW, booked, open_request, place

pytestmark = pytest.mark.django_db
TEN, ELEVEN = moment(IN_TIME, dt.time(10)), moment(IN_TIME, dt.time(11))


@pytest.fixture
def chair():
    return person("CHAIR")


@pytest.fixture
def session():
    return ThinkingTimeFactory(request=open_request(), raised_at=NOW)


def planned(session, chair, starts_at=TEN, ends_at=ELEVEN):
    return plan(session=session, starts_at=starts_at, ends_at=ends_at, by=chair, at=NOW)


def refusal(act, **given):
    with pytest.raises(Refused) as caught:
        act(**given)
    return caught.value


def test_it_is_kept_and_a_later_time_takes_its_place(session, chair):
    first = planned(session, chair)
    later = planned(session, chair, TEN + dt.timedelta(hours=3), ELEVEN + dt.timedelta(hours=3))
    first.refresh_from_db()
    assert (first.cancelled_by, later.cancelled_at) == (chair, None)


def test_no_meeting_is_booked_into_it(session, chair):
    planned(session, chair)
    support, request = person("BUSINESS_SUPPORT"), open_request()
    given = {"form_key": uuid.uuid4(), "request": request, "by": support, "at": NOW}
    said = refusal(book, **given, **place(chair=chair))
    assert said.field == "chair" and "has just been taken" in said.sentence
    assert book(**given, **place(chair=chair, start=dt.time(11)))


def test_no_meeting_is_moved_into_it(session, chair):
    planned(session, chair)
    meeting = booked(chair=chair, start=dt.time(14))
    where = {"room": meeting.room, "chair": chair, "starts_at": TEN, "ends_at": ELEVEN}
    support = person("BUSINESS_SUPPORT")
    assert refusal(move, booking=meeting, **where, reason=MoveReason.FAMILY, by=support, at=NOW).field


def test_it_is_planned_into_no_meeting_and_no_other_time_to_think(session, chair):
    booked(chair=chair)
    assert refusal(planned, session=session, chair=chair).field == "start"
    other = ThinkingTimeFactory(request=open_request(), raised_at=NOW)
    planned(other, chair, ELEVEN + dt.timedelta(hours=3), ELEVEN + dt.timedelta(hours=4))
    again = refusal(
        planned,
        session=session,
        chair=chair,
        starts_at=ELEVEN + dt.timedelta(hours=3),
        ends_at=ELEVEN + dt.timedelta(hours=5),
    )
    assert again.field == "start"


@pytest.mark.parametrize(
    ("starts_at", "field"),
    [
        (None, "date"),
        (NOW - dt.timedelta(hours=1), "start"),
        (moment(dt.date(2018, 11, 24), dt.time(10)), "date"),
        (moment(dt.date(2018, 11, 27), dt.time(10)), "date"),
    ],
    ids=["none", "past", "Saturday", "after the conference"],
)
def test_a_time_that_cannot_be_is_refused(session, chair, starts_at, field):
    booked(session.request, chair=chair, start=dt.time(14))
    ends_at = starts_at and starts_at + dt.timedelta(minutes=45)
    said = refusal(planned, session=session, chair=chair, starts_at=starts_at, ends_at=ends_at)
    assert field in {said.field, *(problem.field for problem in said.problems)}


def test_only_the_chair_of_the_conference_plans_it(session, chair):
    booked(session.request, chair=person("CHAIR"), start=dt.time(14))
    assert "chairs this conference" in refusal(planned, session=session, chair=chair).sentence


def test_given_up_the_time_is_free_again(session, chair):
    slot = planned(session, chair)
    give_up(slot=slot, by=chair, at=NOW)
    assert booked(chair=chair)
    assert "already" in refusal(give_up, slot=slot, by=chair, at=NOW).sentence


def test_only_whose_diary_it_is_gives_it_up(session, chair):
    slot = planned(session, chair)
    assert "Only whose diary" in refusal(give_up, slot=slot, by=person("CHAIR"), at=NOW).sentence


def test_what_is_offered_for_a_meeting_leaves_it_out(session, chair):
    planned(session, chair)
    taken = standing(TEN, ELEVEN)
    assert [(one.chair, one.room) for one in taken] == [(chair.pk, 0)]


def test_the_diary_shows_it_and_its_link_to_its_chair_alone(session, chair):
    planned(session, chair)
    for reader, ref in ((chair, session.ref), (person("BUSINESS_SUPPORT"), None)):
        shown = week(reader, IN_TIME, by_chair=True, calendar=england())
        found = [one for line in shown.lines for day in line.days for one in day if one.is_thinking]
        assert [(one.starts_at, one.ref) for one in found] == [(TEN, ref)]
    assert not any(
        one.is_thinking
        for line in week(chair, IN_TIME, by_chair=False, calendar=england()).lines
        for day in line.days
        for one in day
    )


@pytest.mark.parametrize("first", ["slot", "meeting"])
def test_the_database_keeps_them_apart(session, chair, first):
    span = {"chair": chair, "starts_at": TEN, "ends_at": ELEVEN}
    make = [
        lambda: ThinkingSlotFactory(session=session, **span),
        lambda: BookingFactory(request=open_request(), **span),
    ]
    for act in make if first == "slot" else make[::-1]:
        act()
    with pytest.raises(IntegrityError, match="beside"), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def stands(slot):
    slot.refresh_from_db()
    return slot.cancelled_at is None


def moved(meeting, chair, starts_at, ends_at):
    where = {"room": meeting.room, "chair": chair, "starts_at": starts_at, "ends_at": ends_at}
    move(booking=meeting, **where, reason=MoveReason.CHAIR, by=person("BUSINESS_SUPPORT"), at=NOW)


def test_a_meeting_that_another_chairs_frees_the_time(session, chair):
    meeting = booked(session.request, chair=chair, start=dt.time(14))
    slot, other = planned(session, chair), ThinkingTimeFactory(request=open_request(), raised_at=NOW)
    kept = planned(other, chair, ELEVEN, ELEVEN + dt.timedelta(hours=1))
    moved(meeting, person("CHAIR"), meeting.starts_at, meeting.ends_at)
    assert (stands(slot), stands(kept)) == (False, True)


def test_a_meeting_that_another_takes_over_frees_the_time(session, chair):
    meeting = booked(session.request, chair=chair, start=dt.time(14))
    slot = planned(session, chair)
    pass_meeting_on(meeting, person("CHAIR"), "", writer=person("MANAGER"), at=NOW)
    assert not stands(slot)


def test_a_meeting_that_another_chairs_from_the_first_frees_the_time(session, chair):
    slot = planned(session, chair)
    booked(session.request, chair=person("CHAIR"), start=dt.time(14))
    assert not stands(slot)


@pytest.mark.parametrize(("days", "is_kept"), [(1, True), (-3, False)], ids=["later", "to before it"])
def test_a_meeting_that_moves_keeps_the_time_that_comes_before_it(session, chair, days, is_kept):
    meeting = booked(session.request, chair=chair, start=dt.time(14))
    slot, by = planned(session, chair), dt.timedelta(days=days)
    moved(meeting, chair, meeting.starts_at + by, meeting.ends_at + by)
    assert stands(slot) == is_kept


def test_a_request_that_is_over_frees_the_time(session, chair):
    slot = planned(session, chair)
    withdraw(request=session.request, reason="Moved away", by=person("STRATEGIC_LEAD"), at=NOW)
    assert not stands(slot)
    told = Notice.objects.filter(change="THINKING_FREED")
    assert [one.recipient for one in told] == [chair]
    session.request.refresh_from_db()
    assert state_tag(session).text == "Not needed any more"
    assert not Duty.objects.unscoped("test").filter(thinking_time=session, closed_at=None).exists()


def test_thinking_that_was_held_frees_the_time_ahead_and_keeps_what_was_used(session, chair):
    other = ThinkingTimeFactory(request=session.request, trigger="ASKED", raised_at=NOW)
    ahead, used = planned(session, chair), planned(other, chair, ELEVEN, ELEVEN + dt.timedelta(hours=1))
    for one, at in ((session, NOW), (other, ELEVEN + dt.timedelta(hours=2))):
        child = one.request.children.get().child
        given = {"minutes": 60, "facilitator": "", "entries": {child: "Neglect, not one incident."}}
        hold(session=one, held_date=day_of(at), **given, note=Note(), by=chair, at=at)
    assert (stands(ahead), stands(used)) == (False, True)
