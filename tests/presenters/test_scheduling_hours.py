"""The hours of chairs in words."""

import datetime as dt

from conferences.rules.scheduling_hours import Pattern
from conferences.views.presenters.scheduling_hours import initial_hours, pattern_words, saved_words

MORNINGS = Pattern(
    dt.date(2018, 1, 1), ((dt.time(9), dt.time(13)), None, (dt.time(9, 30), dt.time(12)), None, None)
)


def test_a_pattern_is_told_day_by_day_and_none_as_any_hour():
    assert pattern_words(MORNINGS) == "Mondays 9am to 1pm, Wednesdays 9:30am to midday"
    assert pattern_words(None) == "Any hour at which conferences are offered"


def test_the_form_opens_with_the_hours_that_hold_and_empty_where_there_are_none():
    assert initial_hours(MORNINGS) == {
        "monday_from": "9am",
        "monday_to": "1pm",
        "wednesday_from": "9:30am",
        "wednesday_to": "midday",
    }
    assert initial_hours(None) == {}


def test_once_saved_nothing_more_is_said_where_all_meetings_lie_inside():
    assert saved_words([]) == "The hours are saved."
