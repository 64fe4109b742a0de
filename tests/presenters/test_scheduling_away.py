"""What if a chair were away, in words."""

import datetime as dt

from conferences.operations.scheduling_away import Moved
from conferences.queries.scheduling_away import Fallen, WhatIf
from conferences.rules.scheduling import Away, ChairOffer, RoomOffer
from conferences.rules.scheduling_away import Proposal
from conferences.rules.slots import Slot
from conferences.views.presenters.scheduling_away import (
    done_words,
    gone_words,
    move_words,
    stuck_table,
    summary,
    unseen_words,
)
from tests.factories import BookingFactory
from tests.presenters.made import made, moment, person

DAY = dt.date(2018, 4, 23)
AWAY = Away(DAY, dt.date(2018, 5, 18))


def a_meeting():
    meeting = made(BookingFactory, starts_at=moment(DAY, 9), ends_at=moment(DAY, 10))
    meeting.pk = 7
    return meeting


def fallen(*, same=True, why=""):
    meeting = a_meeting()
    later = dt.timedelta() if same else dt.timedelta(days=1)
    room, chair = RoomOffer(1, "Willow room", 14), ChairOffer(2, "Pat Example")
    slot = Slot(meeting.starts_at + later, meeting.ends_at + later, room, chair, 0, ("Everybody has notice",))
    return Fallen(meeting, DAY, None if why else Proposal(slot, same), why)


def asked(*found, unseen=0):
    return WhatIf(person("CHAIR"), AWAY, found, unseen)


def test_how_many_fall_and_how_many_can_be_moved():
    words = summary(asked(fallen(), fallen(why="Nothing is free")))
    assert words.startswith("From 23 April 2018 to 18 May 2018, 2 meetings fall of")
    assert words.endswith("Of these 1 can be moved in time.")
    assert summary(asked()).startswith("No meeting of")


def test_what_is_out_of_sight_is_counted_only():
    assert unseen_words(asked()) == ""
    assert unseen_words(asked(unseen=1)).startswith("1 more meeting falls that you cannot move")


def test_a_move_at_the_same_time_names_the_chair_and_another_time_all_of_it():
    words, hint = move_words(fallen())
    assert words == "Meeting 7, Monday 23 April 2018, 10am to 11am: Pat Example chairs it"
    assert hint == "Everybody has notice."
    words, _ = move_words(fallen(same=False))
    assert words.endswith("to Tuesday 24 April 2018, 10am to 11am, Willow room, Pat Example")


def test_what_cannot_be_moved_is_listed_with_why_and_no_table_where_all_can():
    assert stuck_table([fallen()]) is None
    (row,) = stuck_table([fallen(why="Nothing is free")]).rows
    assert (row[0].text, row[-1]) == ("Meeting 7", "Nothing is free.")


def test_each_that_failed_says_why():
    done, failed = done_words([Moved(a_meeting(), ""), Moved(a_meeting(), "The room is taken")])
    assert (done, failed) == ("1 meeting is moved.", ["Meeting 7 is not moved. The room is taken."])


def test_each_that_is_proposed_no_more_says_which_it_is():
    found = fallen()
    first, second = gone_words([str(found.booking.ref), "no meeting"], asked(found))
    assert first.startswith("Meeting 7 is not moved.") and "changed after you opened this page" in first
    assert second.startswith("A meeting that does not fall any more is not moved.")
