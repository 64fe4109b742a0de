"""What a conference leaves for a plan: which days it may choose, who leads, and what is missing."""

import datetime as dt
from dataclasses import replace

import pytest

from conferences.rules.recording_next import (
    CORE_GROUP,
    FIRST_GROUP,
    NEXT_REVIEW,
    REVIEW,
    Candidate,
    LastDay,
    NextTold,
    begins,
    has_next,
    missing_words,
    next_problems,
    people_problems,
    proposed,
)

HELD = dt.date(2018, 4, 24)
LAST = [
    LastDay(CORE_GROUP, FIRST_GROUP, dt.date(2018, 5, 9), "ten working days"),
    LastDay(REVIEW, NEXT_REVIEW, dt.date(2018, 7, 24), "three months"),
]
WHOLE = NextTold(dt.date(2018, 5, 9), dt.time(10), dt.date(2018, 7, 24), dt.time(14))


def fields(*, forbidden=False, last=LAST, **other):
    off = {dt.date(2018, 5, 5): "nobody works on that day"}
    found = next_problems(
        replace(WHOLE, **other), HELD, last, lambda day: off.get(day, ""), is_late_forbidden=forbidden
    )
    return [one.field for one in found]


@pytest.mark.parametrize(
    ("other", "where"),
    [
        ({}, []),
        ({"core_group_date": dt.date(2018, 5, 5)}, ["core_group_date"]),
        ({"core_group_date": HELD}, ["core_group_date"]),
        ({"core_group_date": None}, ["core_group_date"]),
        ({"core_group_time": None}, ["core_group_time"]),
        ({"review_time": None}, ["review_time"]),
        ({"review_date": dt.date(2018, 5, 9)}, ["review_date"]),
        ({"review_date": dt.date(2018, 7, 25)}, ["late_words"]),
        ({"review_date": dt.date(2018, 7, 25), "late_words": "Why"}, []),
        ({"core_group_date": None, "core_group_time": None}, []),
    ],
)
def test_a_day_that_cannot_be_stands_beside_its_field(other, where):
    assert fields(**other) == where


def test_where_a_later_day_is_forbidden_no_reason_helps():
    assert fields(review_date=dt.date(2018, 7, 25), late_words="Why", forbidden=True) == ["review_date"]


def test_where_no_day_is_left_in_time_a_late_one_has_a_reason_also_where_that_is_forbidden():
    overdue = [replace(LAST[0], day=dt.date(2018, 4, 20), is_past=True), LAST[1]]
    assert fields(last=overdue, forbidden=True) == ["late_words"]
    assert fields(last=overdue, forbidden=True, late_words="The worker left") == []
    late = {"review_date": dt.date(2018, 7, 25), "late_words": "Why"}
    assert fields(last=overdue, forbidden=True, **late) == ["review_date"]


def test_a_plan_begins_but_at_a_review_and_no_plan_has_nothing_next():
    assert begins("INITIAL", "") and begins("TRANSFER_IN", "PLAN_BEGINS")
    assert not begins("REVIEW", "") and not begins("REVIEW", "PLAN_CONTINUES")
    assert has_next("") and has_next("PLAN_CONTINUES")
    assert not has_next("NO_PLAN") and not has_next("PLAN_ENDS")


def test_only_people_of_the_list_are_chosen_and_social_care_leads():
    known = [Candidate("P1", "Mother"), Candidate("W2", "Worker", agency_kind="SOCIAL_CARE")]
    assert people_problems(NextTold(members=frozenset({"P1"}), lead="W2"), known) == []
    wrong = people_problems(NextTold(members=frozenset({"P9"}), lead="P1"), known)
    assert [one.field for one in wrong] == ["members", "lead"]


def test_what_is_missing_is_named():
    assert missing_words(replace(WHOLE, members=frozenset({"P1"}), lead="W2"), FIRST_GROUP) == []
    assert missing_words(NextTold(), FIRST_GROUP)[-1] == "the day of the next review conference"


def test_parents_and_the_worker_are_proposed_but_nobody_excluded_and_never_the_child():
    known = [
        Candidate("C", "Amy"),
        Candidate("P1", "Mother", is_parent=True),
        Candidate("P2", "Father", is_parent=True, is_excluded=True),
        Candidate("W3", "Worker", agency_kind="SOCIAL_CARE", worker=3),
    ]
    assert proposed(known, NextTold()) == NextTold(members=frozenset({"P1", "W3"}), lead="W3")
    before = NextTold(members=frozenset({"P2", "P9"}), lead="W9")
    assert proposed(known, before) == NextTold(members=frozenset({"P1", "W3"}), lead="W3")
    before = NextTold(members=frozenset({"C", "P1", "P2"}))
    assert proposed(known[:3], before).members == {"P1"}
