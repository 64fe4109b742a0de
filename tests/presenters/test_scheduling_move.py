"""What stands on the page of a meeting that may change its place: lacks, what alone, its file, in words."""

import pytest

from conferences.rules.scheduling_room import RoomWish
from conferences.rules.slots_taken import Wish
from conferences.views.presenters import scheduling_move
from tests.factories import BookingFactory, RoomFactory
from tests.presenters.made import made, person, said
from tests.presenters.test_scheduling import LAST, choices


def booking_in(room=None, **fields):
    return made(BookingFactory, room=room or made(RoomFactory, name="Oak", seats=4), chair=person(), **fields)


def test_what_the_room_lacks_is_told_in_sentences_and_nothing_where_it_lacks_nothing():
    offered = choices()
    object.__setattr__(offered, "wish", Wish(RoomWish(6, video=True), 120, LAST))
    booking = booking_in(made(RoomFactory, name="Oak", seats=4, has_video=False))
    told = "Oak has only 4 seats for 6 people. Oak has no video, which somebody needs."
    assert scheduling_move.lacking(booking, offered) == told
    assert scheduling_move.lacking(booking_in(made(RoomFactory, seats=9, has_video=True)), offered) == ""


def test_what_may_be_changed_alone_is_linked_and_the_way_back_from_it():
    assert scheduling_move.alone_links("") == [
        ("?only=room", "Change only the room"),
        ("?only=chair", "Change only the chair"),
        ("?only=time", "Change only the time"),
    ]
    assert scheduling_move.alone_links("room") == [
        ("?only=chair", "Change only the chair"),
        ("?only=time", "Change only the time"),
        ("?", "Change any of it"),
    ]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Add to a calendar, or bring it up to date"),
        ({"state": "HELD"}, "Add to a calendar, or bring it up to date"),
        ({"state": "CANCELLED"}, "Take it out of a calendar"),
        ({"state": "ABANDONED", "never_began": True}, "Take it out of a calendar"),
    ],
)
def test_the_link_to_the_calendar_file_says_what_the_file_does(fields, words):
    assert scheduling_move.calendar_words(booking_in(**fields)) == words


def test_why_the_room_was_chosen_stands_where_it_was_said():
    told = {"room_lacks": "Oak has only 4 seats for 6 people.", "room_reason": "Four come"}
    rows = scheduling_move.room_rows(booking_in(**told))
    assert said(rows) == {"Why this room": "Oak has only 4 seats for 6 people. Four come."}
    assert scheduling_move.room_rows(booking_in()) == []
