"""Shares over decisions: what is told too early is counted apart, and nobody is ranked."""

import datetime as dt

import pytest

from conferences.rules.consultations import Answer
from conferences.rules.consultations_calibration import (
    FIGURES,
    NOBODY,
    By,
    Decided,
    Followed,
    Group,
    Share,
    grouped,
    time_to_decide,
)
from conferences.rules.measures_became import RUNS

DAY = dt.date(2018, 4, 9)
NORTH, SOUTH = Group("2", "North"), Group("1", "South")


def decided(**fields):
    values = {
        "consultation": 1,
        "child": 1,
        "answer": Answer.AGREE,
        "day": DAY,
        "days": 2,
        "team": NORTH,
        "asker": Group("a", "Ada"),
        "decider": Group("l", "Lead"),
        "gap": "UNDER_6",
    } | fields
    return Decided(**{"last": values["answer"], **values})


@pytest.mark.parametrize(
    ("begins", "on", "found"),
    [
        ([], dt.date(2018, 10, 8), Followed.TOO_EARLY),
        ([], dt.date(2018, 10, 9), Followed.NO),
        ([dt.date(2018, 5, 1)], dt.date(2018, 10, 8), Followed.TOO_EARLY),
        ([dt.date(2018, 5, 1)], dt.date(2018, 10, 9), Followed.YES),
        ([dt.date(2018, 10, 8)], dt.date(2018, 10, 9), Followed.YES),
        ([dt.date(2018, 10, 9)], dt.date(2018, 12, 10), Followed.NO),
        ([dt.date(2018, 4, 8)], dt.date(2018, 12, 10), Followed.NO),
        ([DAY], dt.date(2018, 12, 10), Followed.YES),
    ],
)
def test_what_followed_is_told_once_the_months_are_over(begins, on, found):
    assert decided(begins=tuple(begins)).followed(6, on) is found


def test_who_died_or_grew_up_is_neither_yes_nor_no():
    on = dt.date(2019, 1, 1)
    assert decided(died=dt.date(2018, 10, 8)).followed(6, on) is Followed.LEFT
    assert decided(born=dt.date(2000, 10, 8)).followed(6, on) is Followed.LEFT
    assert decided(born=dt.date(2000, 10, 9)).followed(6, on) is Followed.NO
    assert decided(died=dt.date(2018, 6, 1), begins=(dt.date(2018, 5, 1),)).followed(6, on) is Followed.YES


def test_a_refusal_is_counted_with_its_too_early_apart():
    way = {"answer": Answer.ANOTHER_WAY}
    on = dt.date(2018, 12, 1)
    rows = [
        decided(**way, begins=(dt.date(2018, 6, 1),)),
        decided(**way),
        decided(**way, day=dt.date(2018, 11, 1)),
        decided(**way, died=dt.date(2018, 5, 1)),
        decided(**way, gap=RUNS),
        decided(),
    ]
    assert FIGURES["refused_plan_soon"].share(rows, on) == Share(1, 2, 1, 1)
    assert FIGURES["refused_plan_late"].share(rows, on) == Share(0, 0, 4, 0)
    assert FIGURES["agreed_no_plan"].share(rows, on) == Share(1, 1)
    early = FIGURES["refused_plan_soon"].members(rows, on, "early")
    assert [one.day for one in early] == [dt.date(2018, 11, 1)]


def test_a_partners_right_is_nobodys_decision():
    rows = [decided(), decided(answer=Answer.PARTNER_RIGHT, days=90, asked_more=True)]
    assert time_to_decide(rows).longest == 2
    assert FIGURES["asked_more"].share(rows, DAY) == Share(0, 1)
    assert FIGURES["partner"].share(rows, DAY) == Share(1, 2)


def test_a_later_decision_counts_as_one_and_as_another_outcome():
    rows = [
        decided(replaced=True, last=Answer.AGREE),
        decided(replaced=True, last=Answer.ANOTHER_WAY),
        decided(answer=Answer.ANOTHER_WAY, replaced=True, last=Answer.PARTNER_RIGHT),
        decided(),
    ]
    assert FIGURES["replaced"].share(rows, DAY) == Share(3, 4)
    assert FIGURES["other_outcome"].share(rows, DAY) == Share(2, 4)
    assert FIGURES["overridden"].share(rows, DAY) == Share(1, 1)


def test_the_middle_of_an_even_number_lies_between():
    assert time_to_decide([decided(days=days) for days in (1, 2, 5, 9)]).middle == 3.5
    assert time_to_decide([decided(days=None)]).middle is None


def test_groups_stand_by_name_and_never_by_number():
    rows = [decided(team=SOUTH), decided(team=SOUTH), decided(team=NORTH), decided(team=NOBODY)]
    assert list(grouped(rows, By.TEAM)) == [NORTH, SOUTH, NOBODY]


def test_bands_stand_in_their_order():
    gaps = ["UNKNOWN", RUNS, "FROM_24", "UNDER_6"]
    found = grouped([decided(gap=gap) for gap in gaps], By.GAP)
    assert [group.key for group in found] == ["UNDER_6", "FROM_24", "UNKNOWN", RUNS]
