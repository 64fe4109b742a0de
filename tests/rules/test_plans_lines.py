"""When a line of a plan may come in, and end, and when an action may be due."""

import datetime as dt

import pytest

from conferences.rules.plans_lines import agreed_problem, due_problem, line_day_problems

HELD, ON = dt.date(2018, 4, 24), dt.date(2018, 6, 1)
IN, OUT = dt.date(2018, 5, 1), dt.date(2018, 5, 20)


@pytest.mark.parametrize(
    ("added", "ended", "words", "fields"),
    [
        (None, None, "", []),
        (IN, OUT, "Done", []),
        (IN, None, "", []),
        (dt.date(2018, 4, 1), None, "", ["added_date"]),
        (dt.date(2018, 7, 1), None, "", ["added_date"]),
        (OUT, IN, "Done", ["ended_date"]),
        (None, OUT, " ", ["ended_words"]),
        (None, None, "Done", ["ended_date"]),
    ],
)
def test_days_that_cannot_be_are_told_at_their_field(added, ended, words, fields):
    assert [one.field for one in line_day_problems(added, ended, words, held=HELD, on=ON)] == fields


def test_an_action_is_due_once_it_is_agreed_and_before_the_child_is_18():
    born = dt.date(2000, 6, 10)
    given = {"earliest": HELD, "why": "the day of the meeting", "born": born}
    assert due_problem(None, **given) == due_problem(dt.date(2018, 6, 9), **given) == ""
    assert "on or after 24 April 2018, the day of the meeting" in due_problem(dt.date(2018, 4, 23), **given)
    assert "is 18 on 10 June 2018" in due_problem(dt.date(2018, 6, 10), **given)
    assert due_problem(dt.date(2018, 6, 10), **given | {"born": None}) == ""


def test_nobody_agrees_later_than_today_or_than_the_action_is_due():
    assert agreed_problem(None, IN, ON) == agreed_problem(IN, None, ON) == agreed_problem(ON, ON, ON) == ""
    assert "today or earlier" in agreed_problem(ON, None, HELD)
    assert "before the date of the action" in agreed_problem(OUT, IN, ON)
