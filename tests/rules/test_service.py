"""The days on which more bank holidays are asked for, and in which words."""

import datetime as dt

import pytest

from conferences.rules.service import body, subject_line, told_on
from safeguarding.workingdays import Calendar

CALENDAR = Calendar(frozenset(), dt.date(2018, 1, 1), dt.date(2020, 12, 31))


@pytest.mark.parametrize(
    ("on", "day"),
    [
        (dt.date(2019, 6, 29), None),
        (dt.date(2019, 6, 30), dt.date(2019, 6, 30)),
        (dt.date(2019, 7, 29), dt.date(2019, 6, 30)),
        (dt.date(2019, 7, 30), dt.date(2019, 7, 30)),
        (dt.date(2020, 12, 31), dt.date(2020, 12, 30)),
        (dt.date(2021, 6, 1), dt.date(2020, 12, 30)),
    ],
)
def test_more_are_asked_for_18_months_before_and_each_month_after(on, day):
    assert told_on(CALENDAR, on) == day


def test_the_words_say_to_when_what_follows_and_what_to_do():
    assert subject_line(CALENDAR).endswith("bank holidays are known to 31 December 2020")
    text = body(CALENDAR, "https://conferences.example/service")
    assert "cannot be counted" in text and "GOV.UK" in text and "https://conferences.example/service" in text
