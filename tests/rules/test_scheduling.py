"""The window of a conference, the slots offered in it, and what is refused with which sentence."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.rules.scheduling import (
    LONDON,
    ChairOffer,
    DueChild,
    RoomOffer,
    Taken,
    day_refused,
    ending,
    half_days,
    late_problems,
    moment,
    offers,
    time_refused,
    window,
    working_days,
)
from safeguarding.bankholidays import england, names

WILLOW, BEECH = RoomOffer(1, "Willow room", 14), RoomOffer(2, "Beech room", 6)
PAT, SAM = ChairOffer(11, "Pat Example"), ChairOffer(12, "Sam Example")
MONDAY = date(2018, 11, 26)


def due(day, name="Amber", why="15 working days"):
    return DueChild(name, day, why)


def taken(start, end, room=1, chair=11, day=MONDAY):
    return Taken(moment(day, start), moment(day, end), room, chair)


def offered(busy=(), rooms=(WILLOW, BEECH), chairs=(PAT, SAM), days=(MONDAY,), seats=8, **more):
    return offers(days, rooms, chairs, busy, seats=seats, **more)


def test_the_window_opens_on_the_next_working_day_and_ends_with_the_first_child_due():
    span = window(date(2018, 11, 23), [due(date(2018, 12, 14)), due(date(2018, 12, 7), "Basil")], england())
    assert (span.first, span.last, span.to) == (MONDAY, date(2018, 12, 7), date(2018, 12, 7))
    assert (span.names, span.is_past) == (("Basil",), False)


def test_a_room_is_offered_in_its_hours_and_says_why_it_is_not():
    beech = RoomOffer(2, "Beech room", 14, ("step-free",), opens=time(12), closes=time(16))
    morning, afternoon = offered(rooms=(WILLOW, beech))[:2]
    assert morning.room == WILLOW and "Beech room is not open then" in morning.lost
    assert afternoon.room == beech and afternoon.starts_at == moment(MONDAY, time(12))
    assert beech.words == "14 seats, step-free"


def test_a_window_opens_after_a_bank_holiday():
    assert window(date(2018, 12, 24), [due(date(2019, 1, 4))], england()).first == date(2018, 12, 27)


def test_a_window_that_is_past_offers_the_next_ten_working_days_each_of_them_late():
    span = window(MONDAY, [due(date(2018, 11, 26))], england())
    assert (span.is_past, span.first, span.to) == (True, date(2018, 11, 27), date(2018, 12, 10))
    assert all(span.is_late(day) for day in working_days(span.first, span.to, england()))


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (date(2018, 11, 24), "24 November 2018 is a Saturday. Conferences are held on working days"),
        (date(2018, 11, 25), "25 November 2018 is a Sunday. Conferences are held on working days"),
        (date(2018, 12, 25), "Tuesday 25 December 2018 is a bank holiday (Christmas Day)"),
        (date(2077, 1, 4), "outside the bank holidays this service knows"),
        (MONDAY, ""),
    ],
)
def test_no_conference_on_a_day_off(day, sentence):
    said = day_refused(day, england(), names())
    assert sentence in said and bool(said) == bool(sentence)


@pytest.mark.parametrize(
    ("start", "minutes", "sentence"),
    [
        (time(7, 30), 60, "8am or later"),
        (time(19, 0), 120, "end by 8pm"),
        (time(23, 0), 120, "end by 8pm"),
        (time(9, 0), -60, "end after it starts"),
        (time(8, 0), 120, ""),
        (time(18, 0), 120, ""),
    ],
)
def test_a_time_of_day_that_cannot_be(start, minutes, sentence):
    starts_at = moment(MONDAY, start)
    said = time_refused(starts_at, ending(starts_at, minutes), datetime(2018, 11, 1, tzinfo=UTC))
    assert sentence in said and bool(said) == bool(sentence)


def test_a_time_past_is_refused():
    starts_at = moment(MONDAY, time(9))
    assert time_refused(starts_at, ending(starts_at, 60), starts_at) == "The start must be in the future"


@pytest.mark.parametrize(
    ("reason", "agreed", "fields"),
    [
        ("", "", ["late_reason", "late_agreed_by"]),
        (" ", "A manager", ["late_reason"]),
        ("Snow", " ", ["late_agreed_by"]),
        ("Snow", "A", []),
    ],
)
def test_a_late_day_needs_its_reason_and_who_agreed(reason, agreed, fields):
    problems = late_problems(MONDAY, date(2018, 11, 23), reason, agreed)
    assert [problem.field for problem in problems] == fields
    assert late_problems(MONDAY, MONDAY, reason, agreed) == []


def test_nothing_taken_offers_the_first_time_of_each_half_day():
    slots = offered()
    starts = [slot.starts_at.astimezone(LONDON).time() for slot in slots]
    assert starts == [time(9), time(12)]
    assert slots[0].suits == "Pat Example is free; Willow room is free."


def test_a_room_taken_gives_way_to_another_and_says_so():
    slot = offered([taken(time(9), time(11), room=1, chair=99)])[0]
    assert slot.room == BEECH
    assert "Beech room is free, though it has only 6 seats" in slot.suits
    assert slot.lost == ("Willow room is taken",)


def test_the_chair_who_knows_the_children_comes_first_and_a_busy_one_is_named():
    knows = ChairOffer(12, "Sam Example", knows=True)
    assert "chaired these children’s last conference" in offered(chairs=(PAT, knows))[0].suits
    slot = offered([taken(time(9), time(12), room=9, chair=12)], chairs=(PAT, knows))[0]
    assert (slot.chair, slot.lost[0]) == (PAT, "Sam Example has another meeting")


def test_a_chair_at_work_in_the_case_is_never_offered():
    at_work = ChairOffer(11, "Pat Example", knows=True, works_the_case=True)
    assert {slot.chair for slot in offered(chairs=(at_work, SAM))} == {SAM}
    assert offered(chairs=(at_work,)) == []


def test_a_meeting_that_ends_when_another_begins_is_no_clash():
    slot = offered([taken(time(9), time(9, 30))], rooms=(WILLOW,), chairs=(PAT,))[0]
    assert slot.starts_at == moment(MONDAY, time(9, 30))


def test_no_more_are_offered_than_asked_for():
    days = tuple(working_days(MONDAY, date(2018, 12, 14), england()))
    assert len(offered(days=days, most=7)) == 7


@given(st.integers(0, 16), st.integers(1, 8), st.sampled_from([60, 120, 180]))
def test_no_slot_offered_meets_what_is_taken(at, halves, minutes):
    start = ending(moment(MONDAY, time(9)), 30 * at)
    busy = [Taken(start, ending(start, 30 * halves), room, chair) for room, chair in ((1, 11), (2, 99))]
    for slot in offered(busy, minutes=minutes):
        clashing = [t for t in busy if t.meets(slot.starts_at, slot.ends_at)]
        assert slot.room.pk not in {t.room for t in clashing} and slot.chair.pk not in {
            t.chair for t in clashing
        }


def test_the_grid_is_of_half_hours_from_nine_and_nothing_ends_after_half_past_four():
    morning, afternoon = half_days(MONDAY, 120)
    assert [s.time() for s in morning] == [
        time(9),
        time(9, 30),
        time(10),
        time(10, 30),
        time(11),
        time(11, 30),
    ]
    assert afternoon[-1].time() == time(14, 30)


def test_the_grid_shows_nine_on_the_wall_in_summer_and_winter():
    starts = [half_days(day, 120)[0][0].astimezone(UTC).hour for day in (date(2018, 6, 4), MONDAY)]
    assert starts == [8, 9]
