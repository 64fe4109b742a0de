"""What became of what decisions led to: told once its day is over, and never before."""

import datetime as dt

import pytest

from conferences.rules.consultations_led import Due, Kept, numbers, rows_of

DAY = dt.date(2018, 5, 4)
ON = dt.date(2018, 5, 10)
NEXT = DAY + dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("facts", "kept"),
    [
        ({"done": DAY}, Kept.IN_TIME),
        ({"done": NEXT}, Kept.LATER),
        ({"gone": NEXT}, Kept.NOT_NEEDED),
        ({"done": NEXT, "gone": NEXT}, Kept.LATER),
        ({"gone": ON + dt.timedelta(days=1)}, Kept.OVERDUE),
        ({}, Kept.OVERDUE),
    ],
    ids=["in time", "later", "not needed", "done and closed", "goes later", "open"],
)
def test_what_became_of_it_is_told_once_its_day_is_over(facts, kept):
    assert Due(1, DAY, **facts).kept(ON) is kept
    assert Due(1, ON, **facts).kept(ON) is None


def test_the_numbers_are_together_all_whose_day_is_over():
    found = [Due(1, DAY), Due(2, DAY, done=DAY), Due(3, ON), Due(4, DAY)]
    assert numbers(found, ON) == {Kept.OVERDUE: 2, Kept.IN_TIME: 1}
    assert rows_of(found, ON, None) == [1, 2, 4] and rows_of(found, ON, Kept.OVERDUE) == [1, 4]
    assert numbers([], ON) == {} and rows_of([], ON, None) == []
