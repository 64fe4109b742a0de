"""The year ahead in words."""

import datetime as dt

from conferences.queries.scheduling_capacity import WeekAhead, YearAhead
from conferences.rules.scheduling_capacity import Demand, Late, Supply, rate_of
from conferences.views.presenters.scheduling_capacity import (
    first_break,
    full_words,
    months,
    rate_words,
    why,
)

FIRST = dt.date(2018, 4, 30)


def a_week(late=0, **supply):
    facts = {"chairs": 4, "rooms": 9, "booked": 1} | supply
    return WeekAhead(FIRST, Demand(reviews=3, initial=1), Supply(**facts), late)


def a_year(*weeks, full=(), by_week=()):
    return YearAhead(weeks, rate_of(by_week), full, 2, 2, None)


def test_a_week_that_breaks_is_said_with_what_it_lacks():
    words = first_break(a_year(a_week(2, away=1, days=4)))
    assert words == (
        "The week of Monday 30 April 2018 is the first that breaks: 2 conferences that must be held by its"
        " end cannot be. It has 4 sessions, as many as its chairs can hold. 1 meeting stands in the diary"
        " already. 1 chair is on leave for some of it. It has only 4 working days."
    )
    assert "as many as its rooms can hold" in why(a_week(rooms=3))
    assert "holds what is due" in first_break(a_year(a_week()))


def test_the_rate_is_told_with_its_range_and_none_as_none():
    words = rate_words(rate_of([0, 1, 2, 4]))
    assert "7 initial conferences came: 1.8 a week, 0 in the emptiest and 4 in the fullest" in words
    assert "none is expected" in rate_words(rate_of([]))


def test_what_would_break_if_every_week_were_full():
    assert full_words(a_year(a_week())) == ""
    held = full_words(a_year(a_week(), by_week=[0, 3]))
    assert "would still hold what is due" in held
    broken = full_words(a_year(a_week(), by_week=[0, 3], full=[Late(0, 1)]))
    assert broken.endswith("the week of Monday 30 April 2018 would break first.")


def test_a_table_a_month_in_which_a_week_begins():
    other = WeekAhead(dt.date(2018, 5, 7), Demand(), Supply(4, 4, 0), 1)
    first, second = months(a_year(a_week(), other))
    assert (first.caption, second.caption) == ("April 2018", "May 2018")
    assert second.rows[0][-1].tag.text == "1 too many" and first.rows[0][-1].text == "Holds"
