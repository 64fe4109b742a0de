"""What is proposed for a meeting whose chair is away: the same time first, else the best other time."""

from dataclasses import replace
from datetime import date, time

import pytest

from conferences.rules.scheduling import NO_ROOM, Away, ChairOffer, RoomOffer, Taken, moment
from conferences.rules.scheduling_away import Standing, away_problems, proposal, without
from conferences.rules.scheduling_room import RoomWish
from conferences.rules.slots_taken import Diary, Taker, Wish

MONDAY, TUESDAY, LAST = date(2018, 11, 26), date(2018, 11, 27), date(2018, 12, 14)
WILLOW = RoomOffer(1, "Willow room", 14)
PAT, SAM, KIM = ChairOffer(11, "Pat Example"), ChairOffer(12, "Sam Example"), ChairOffer(13, "Kim Example")
WISH = Wish(room=RoomWish(10), minutes=120, last=LAST)
STANDS = Standing(moment(MONDAY, time(10)), moment(MONDAY, time(11)), WILLOW, PAT.pk)
AWAY = Away(MONDAY, MONDAY)


def proposed(chairs=(PAT, SAM), busy=(), days=(MONDAY, TUESDAY), wish=WISH):
    return proposal(STANDS, days, [WILLOW], without(chairs, PAT.pk, AWAY), Diary(busy), wish)


def test_another_chair_takes_it_at_the_same_time_the_one_who_costs_least():
    found = proposed((PAT, SAM, KIM))
    assert found.is_same_time and found.slot.chair == KIM
    assert (found.slot.starts_at, found.slot.ends_at) == (STANDS.starts_at, STANDS.ends_at)
    knows = proposed((PAT, SAM, KIM), wish=replace(WISH, known=frozenset({SAM.pk})))
    assert knows.slot.chair == SAM


def test_where_nobody_can_then_it_goes_to_another_time_of_the_same_length():
    busy = [Taken(STANDS.starts_at, STANDS.ends_at, NO_ROOM, SAM.pk)]
    found = proposed(busy=busy)
    assert not found.is_same_time
    assert (found.slot.ends_at - found.slot.starts_at).total_seconds() == 3600
    alone = proposed((PAT,))
    assert (alone.slot.day, alone.slot.chair.pk) == (TUESDAY, PAT.pk)


def test_where_no_time_is_left_there_is_none():
    assert proposed((PAT,), days=(MONDAY,)) is None
    assert proposed((replace(SAM, works_the_case=True),)) is None


def test_who_takes_the_minutes_does_not_chair_it_and_is_free():
    wish = replace(WISH, minutes_by=Taker(SAM.pk, SAM.name))
    assert proposed((PAT, SAM, KIM), wish=wish).slot.chair == KIM
    busy = [Taken(STANDS.starts_at, STANDS.ends_at, NO_ROOM, 40)]
    taker = replace(WISH, minutes_by=Taker(40, "Kay Example"))
    assert not proposed(busy=busy, wish=taker).is_same_time


@pytest.mark.parametrize(
    ("first", "last", "fields"),
    [
        (None, None, ["chair", "first", "last"]),
        (TUESDAY, MONDAY, ["last"]),
        (date(2018, 1, 1), date(2018, 1, 2), ["last"]),
        (MONDAY, date(2019, 3, 1), ["last"]),
    ],
)
def test_days_that_cannot_be_are_refused_beside_their_field(first, last, fields):
    chair = None if first is None else PAT
    assert [one.field for one in away_problems(chair, first, last, MONDAY)] == fields


def test_days_that_can_be_are_not():
    assert away_problems(PAT, MONDAY, TUESDAY, MONDAY) == []
