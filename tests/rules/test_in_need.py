"""R28: a child in need plan beside a child protection plan, and its days."""

import datetime as dt

import pytest

from conferences.rules.children import Birth
from conferences.rules.in_need import end_problems, start_problems

ON = dt.date(2018, 6, 4)
BORN = dt.date(2012, 2, 1)
PROTECTION = [(dt.date(2017, 1, 9), dt.date(2017, 9, 4)), (dt.date(2018, 3, 5), None)]


def said(start, end=None, **known):
    facts = {
        "birth": Birth(BORN),
        "death": None,
        "protection": PROTECTION[:1],
        "in_need": [],
        "on": ON,
    } | known
    return " ".join(one.sentence for one in start_problems(start, end, **facts))


@pytest.mark.parametrize(
    ("start", "end", "known", "words"),
    [
        (None, None, {}, "Enter the day it began"),
        (dt.date(2018, 6, 5), None, {}, "today or in the past"),
        (dt.date(2011, 1, 1), None, {}, "long before the child’s birth, 1 February 2012"),
        (dt.date(2018, 6, 1), None, {"death": dt.date(2018, 5, 1)}, "died on 1 May 2018"),
        (dt.date(2017, 9, 3), None, {}, "child protection plan of 9 January 2017 that ended on 4 September"),
        (dt.date(2018, 4, 1), None, {"protection": PROTECTION}, "that has not ended"),
        (dt.date(2018, 1, 1), None, {"protection": PROTECTION}, "that has not ended"),
        (
            dt.date(2018, 1, 1),
            None,
            {"in_need": [(dt.date(2017, 10, 1), None)]},
            "child in need plan of 1 Oct",
        ),
        (dt.date(2018, 1, 1), dt.date(2017, 12, 1), {}, "The plan began on 1 January 2018"),
    ],
)
def test_days_that_cannot_be_are_told(start, end, known, words):
    assert words in said(start, end, **known)


def test_one_may_have_begun_before_the_birth():
    assert said(dt.date(2011, 9, 1), protection=[]) == ""


def test_one_may_begin_on_the_day_another_ended_and_end_as_one_begins():
    assert said(dt.date(2017, 9, 4), dt.date(2018, 3, 5), protection=PROTECTION) == ""


def test_an_end_needs_a_day_after_the_start():
    assert end_problems(None, BORN, ON)[0].sentence == "Enter the day it ended"
    assert end_problems(ON, BORN, ON) == []
