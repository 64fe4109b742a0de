"""The week in words: a block a meeting, by its number; what the reader may not see is merely taken."""

import datetime as dt
import uuid

import pytest

from conferences.queries.diary import Line, Meeting, Week
from conferences.views.presenters import diary

REF = uuid.UUID(int=7)
DAYS = tuple(dt.date(2018, 4, day) for day in range(23, 28))
NINE, ELEVEN = (dt.datetime(2018, 4, 24, hour, tzinfo=dt.UTC) for hour in (8, 10))
SEEN = Meeting(NINE, ELEVEN, "Invented Room", "Sample Chair", 12, REF)
UNSEEN = Meeting(NINE, ELEVEN, "Invented Room", "Sample Chair")
WEEK = Week(
    DAYS, (True, False, False, False, False), (Line("Oak", "14 seats", ((), (SEEN, UNSEEN), (), (), ())),)
)


def test_a_meeting_is_told_by_time_and_number_and_one_unseen_by_its_time_alone():
    seen, unseen = diary.rows(WEEK, by_chair=False)[0].days[1].blocks
    assert (seen.time, seen.text, seen.href) == ("9am to 11am", "Meeting 12", f"/meetings/{REF}")
    assert (unseen.time, unseen.text, unseen.href, unseen.with_) == ("9am to 11am", "Taken", "", "")


@pytest.mark.parametrize(("by_chair", "with_"), [(True, "Invented Room"), (False, "Sample Chair")])
def test_a_block_tells_what_its_line_does_not(by_chair, with_):
    (row,) = diary.rows(WEEK, by_chair=by_chair)
    assert row.days[1].blocks[0].with_ == with_


def test_each_day_stands_under_its_heading_and_a_day_off_is_marked():
    (row,) = diary.rows(WEEK, by_chair=False)
    assert [(day.heading, day.is_off) for day in row.days][:2] == [("Mon 23", True), ("Tue 24", False)]
    assert (row.name, row.note, [len(day.blocks) for day in row.days]) == ("Oak", "14 seats", [0, 2, 0, 0, 0])


def test_the_title_and_the_tabs_keep_to_the_week():
    tabs = diary.tabs(WEEK, DAYS[0], by_chair=True)
    assert diary.title(WEEK) == "Conferences, 23 to 27 April 2018"
    assert [(tab.text, tab.current) for tab in tabs] == [
        ("Week by room", False),
        ("Week by independent chair", True),
    ]
    assert all(tab.href.endswith("?week=2018-04-23") for tab in tabs)


@pytest.mark.parametrize(
    ("on", "leads_here"),
    [
        (dt.date(2018, 4, 22), True),
        (dt.date(2018, 4, 23), False),
        (dt.date(2018, 4, 29), False),
        (dt.date(2018, 4, 30), True),
    ],
)
def test_a_link_to_this_week_stands_only_where_it_is_another(on, leads_here):
    before, after, here = diary.week_links(WEEK, "/diary/", on)
    assert (before.text, before.href) == ("Week of 16 April", "/diary/?week=2018-04-16")
    assert (after.text, after.href) == ("Week of 30 April", "/diary/?week=2018-04-30")
    assert (here is not None) == leads_here
