"""Who saved which part of a record last, in words."""

import datetime as dt

from conferences.views.presenters import recording_saves as present
from tests.factories import BookingFactory, MeetingRecordFactory
from tests.presenters.made import made, person


def record(at=dt.datetime(2018, 4, 24, 12, tzinfo=dt.UTC), **fields):
    fields = {"version": 2, "parts": [], "saved_by": person(), "saved_at": at} | fields
    return made(MeetingRecordFactory, booking=made(BookingFactory), **fields)


def test_a_part_that_nobody_saved_says_so():
    assert present.words_by_key(record(version=1)) == {"common": "nothing saved yet"}


def test_who_and_when_are_said_and_the_day_where_it_is_another_than_the_meeting_s():
    one = record()
    (save,) = present.saves_of(one)
    assert save.words == f"saved by {one.saved_by.full_name} at 1pm"
    later = record(dt.datetime(2018, 4, 26, 12, tzinfo=dt.UTC))
    assert present.saved_words(later, later).endswith("at 1pm on 26 April 2018")


def test_the_mark_is_another_after_each_save_though_the_words_are_the_same():
    before, after = record(), record(version=3)
    assert present.words_by_key(before).keys() == present.words_by_key(after).keys()
    assert present.mark_of(before) != present.mark_of(after)
