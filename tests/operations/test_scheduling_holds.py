"""A time is held for one person, for some minutes, and for nobody longer than that."""

import datetime as dt
import threading

import pytest
from django.db import connection

from conferences.models import Booking, SlotHold
from conferences.operations.scheduling import move
from conferences.operations.scheduling_holds import hold_slot
from conferences.rules.workflow import MoveReason
from safeguarding.refusals import FORBIDDEN, Refused
from tests.cast import person
from tests.factories import PolicySettingFactory, RoomFactory
from tests.scheduling import NOW, booked, place

pytestmark = pytest.mark.django_db
LATER = NOW + dt.timedelta(minutes=10)


def refusal_of(act, *args, **more):
    with pytest.raises(Refused) as caught:
        act(*args, **more)
    return caught.value


def hold(where, by=None, at=NOW):
    return hold_slot(**where, by=by or person("BUSINESS_SUPPORT"), at=at)


def test_another_person_is_told_who_has_it_and_until_when():
    where, sam = place(), person("BUSINESS_SUPPORT")
    hold(where, sam)
    error = refusal_of(booked, **without_times(where))
    assert error.sentence.startswith(f"{sam.full_name} is booking {where['room'].name} for that time")
    assert "until 10:10am" in error.sentence and error.field == "room"
    chair = refusal_of(hold, where | {"room": RoomFactory()})
    assert (chair.field, where["chair"].full_name in chair.sentence) == ("chair", True)


def without_times(where):
    return {"room": where["room"], "chair": where["chair"]}


def test_its_holder_books_it_and_the_hold_is_gone():
    where, sam = place(), person("BUSINESS_SUPPORT")
    hold(where, sam)
    assert booked(**without_times(where), by=sam).room == where["room"]
    assert not SlotHold.objects.exists()


def test_it_ends_by_the_clock_and_half_open():
    where = place()
    hold(where)
    assert refusal_of(hold, where, at=LATER - dt.timedelta(seconds=1))
    assert hold(where, at=LATER).until_at == LATER + dt.timedelta(minutes=10)


def test_the_next_time_of_the_same_person_takes_its_place():
    first, sam = place(), person("BUSINESS_SUPPORT")
    hold(first, sam)
    hold(place(), sam)
    assert SlotHold.objects.get().holder == sam
    assert hold(first)


def test_what_is_held_is_no_place_to_move_to():
    meeting, where = booked(), place(day=dt.date(2018, 11, 27))
    hold(where)
    error = refusal_of(
        move, booking=meeting, **where, reason=MoveReason.FAMILY, by=person("BUSINESS_SUPPORT"), at=NOW
    )
    assert "Choose another time, or ask them" in error.sentence


def test_a_council_may_hold_none():
    PolicySettingFactory(key="SLOT_HOLD_MINUTES", value="0", effective_date=NOW.date())
    where = place()
    assert hold(where) is None and hold(where) is None and not SlotHold.objects.exists()


def test_who_does_not_schedule_holds_nothing():
    assert refusal_of(hold, place(), by=person("SOCIAL_WORKER")).status == FORBIDDEN


@pytest.mark.django_db(transaction=True)
def test_of_twenty_who_choose_the_same_time_at_once_one_holds_it():
    where, told = place(), []
    people = [person("BUSINESS_SUPPORT", email=f"s{n}@fableshire.example") for n in range(20)]

    def choose(who):
        try:
            told.append(hold(where, who) is not None)
        except Exception as refusal:
            told.append(type(refusal).__name__)
        finally:
            connection.close()

    hands = [threading.Thread(target=choose, args=[who]) for who in people]
    [hand.start() for hand in hands]
    [hand.join() for hand in hands]
    assert told.count(True) == 1 and set(told) == {True, "Refused"} and len(told) == 20
    assert SlotHold.objects.count() == 1 and not Booking.every.exists()
