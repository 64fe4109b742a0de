"""How ready a conference is, in words."""

import datetime as dt
from dataclasses import replace

from conferences.queries.readiness import Board
from conferences.rules.readiness import OWNERS, Part, Ready
from conferences.rules.readiness_parts import State
from conferences.views.presenters.readiness import by_when, card, day_row, near_link, summary, table
from tests.factories import BookingFactory, UserFactory
from tests.presenters.made import made

ON, DUE = dt.date(2018, 4, 9), dt.date(2018, 4, 11)


def part(state, code=Part.MINUTES, left=2):
    return Ready(code, state, "Nobody is chosen.", OWNERS[code], DUE, left)


def board(*parts, left=3):
    booking = made(BookingFactory)
    booking.request._prefetched_objects_cache = {"children": []}
    return Board(booking, parts, left)


def test_what_is_not_needed_is_not_counted():
    parts = [part(State.READY), part(State.LATE), part(State.NOT_NEEDED), part(State.UNKNOWN)]
    assert summary(board(*parts)) == "In 3 working days. 1 of 3 parts ready, 1 late, 1 not needed."
    assert summary(board(part(State.READY), left=0)) == "In 0 working days. 1 of 1 parts ready."
    over = replace(board(part(State.LATE), left=-1), is_past=True)
    assert "-1" not in summary(over) and "how it went is not recorded" in summary(over)
    assert "nothing is counted" in summary(board(left=None))


def test_the_days_left_are_said():
    assert by_when(part(State.WAITING)) == "by 11 April 2018 (2 working days left)"
    assert by_when(part(State.LATE, left=-1)) == "by 11 April 2018 (1 working day ago)"


def test_who_may_not_do_it_is_led_to_where_it_stands():
    found = board(part(State.LATE, Part.CONTACT), part(State.READY), part(State.NOT_NEEDED, Part.THINKING))
    chair, lead = made(UserFactory, role="CHAIR"), made(UserFactory, role="STRATEGIC_LEAD")
    (line,) = card(found, chair, ON).lines
    assert line.href.endswith("/preparation/contact") and line.whose.startswith("Independent chair")
    (line,) = card(found, lead, ON).lines
    assert line.href.endswith("/preparation")
    rows = table(found, lead, ON).rows
    assert [row[3] != "" for row in rows] == [True, False, False]


def test_the_day_says_what_is_late():
    (row,) = day_row(board(part(State.LATE)), made(BookingFactory))
    assert row.value.endswith("Late: Somebody takes the minutes.")
    assert day_row(None, made(BookingFactory)) == []


def test_my_work_says_how_many_are_near():
    assert near_link(2, 5, True).text.endswith("2 conferences of yours in the next 5 working days")
