"""A report as each of the family was shown it: what cannot be told, and when all of them were."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.rules.invitations_showings import (
    SHOWN,
    ReportShown,
    ShowingTold,
    ShowingWay,
    showing_problems,
    shown_to_all,
)

ASKED, ON = dt.date(2018, 11, 5), dt.date(2018, 11, 20)
DAY, LATER = dt.date(2018, 11, 16), dt.date(2018, 11, 19)
READ = ShowingTold(ShowingWay.READ, DAY, "Ann")


@pytest.mark.parametrize(
    ("told", "field"),
    [
        (ShowingTold(None, DAY, "Ann"), "way"),
        (ShowingTold(ShowingWay.READ, None, "Ann"), "shown_date"),
        (ShowingTold(ShowingWay.READ, DAY), "shown_by"),
        (ShowingTold(ShowingWay.DECLINED, DAY, language="Welsh"), "language"),
        (ShowingTold(ShowingWay.NOT_THEIRS, DAY), "words"),
        (ShowingTold(ShowingWay.READ, dt.date(2018, 11, 21), "Ann"), "shown_date"),
        (ShowingTold(ShowingWay.READ, dt.date(2018, 11, 4), "Ann"), "shown_date"),
    ],
)
def test_what_cannot_be_told(told, field):
    assert [problem.field for problem in showing_problems(told, ASKED, ON)] == [field]


@pytest.mark.parametrize(
    "told",
    [
        READ,
        ShowingTold(ShowingWay.SENT, ASKED, "Ann", "Welsh"),
        ShowingTold(ShowingWay.DECLINED, ON),
        ShowingTold(ShowingWay.NOT_THEIRS, ON, words="A supporter"),
    ],
)
def test_what_can(told):
    assert showing_problems(told, ASKED, ON) == []


@pytest.mark.parametrize(
    ("readers", "stands"),
    [
        ([], ReportShown()),
        ([[]], ReportShown()),
        ([[("READ", DAY)], []], ReportShown()),
        ([[("READ", DAY)], [("SENT", LATER)]], ReportShown(LATER)),
        ([[("READ", DAY)], [("DECLINED", LATER)]], ReportShown(LATER)),
        ([[("READ", DAY)], [("NOT_THEIRS", LATER)]], ReportShown(DAY)),
        ([[("NOT_THEIRS", DAY)]], ReportShown(is_never=True)),
        # Taken off the list and put on again: the first time counts.
        ([[("READ", LATER), ("GIVEN", DAY)]], ReportShown(DAY)),
    ],
)
def test_a_report_is_shown_once_each_was_shown_it(readers, stands):
    assert shown_to_all(readers) == stands
    assert stands.is_settled is (stands != ReportShown())


@given(st.lists(st.lists(st.tuples(st.sampled_from(SHOWN), st.dates()), max_size=3), max_size=4))
def test_nobody_more_makes_a_report_shown_earlier(readers):
    stands, with_one = shown_to_all(readers), shown_to_all([*readers, [("READ", DAY)]])
    if stands.day:
        assert with_one.day == max(stands.day, DAY)
    assert not shown_to_all([*readers, []]).is_settled
