"""How a due date stands: its words and its colour, on either side of the edge."""

import datetime as dt

import pytest

from conferences.views.presenters.due import due_tag

FRIDAY = dt.date(2018, 11, 30)


@pytest.mark.parametrize(
    ("on", "words", "colour"),
    [
        (dt.date(2018, 11, 26), "4 working days left", "blue"),
        (dt.date(2018, 11, 27), "3 working days left", "yellow"),
        (FRIDAY, "Due today", "yellow"),
        (dt.date(2018, 12, 1), "Late", "red"),
        (dt.date(2018, 12, 3), "1 working day late", "red"),
    ],
)
def test_a_due_date_is_far_near_or_late(on: dt.date, words: str, colour: str) -> None:
    tag = due_tag(FRIDAY, on)
    assert tag and (tag.text, tag.colour) == (words, colour)


def test_nothing_is_said_of_a_day_whose_bank_holidays_are_not_known() -> None:
    assert due_tag(dt.date(1990, 1, 5), dt.date(1990, 1, 2)) is None
