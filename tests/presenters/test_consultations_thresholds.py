"""Threshold statements in words: which hold, which did, which will."""

import datetime as dt

from conferences.views.presenters.consultations_thresholds import statements_table
from tests.factories import ThresholdStatementFactory
from tests.presenters.made import cells, made, person

ON = dt.date(2018, 4, 11)


def test_each_version_says_whether_it_holds():
    who = {"saved_by": person("STRATEGIC_LEAD")}
    rows = [
        made(ThresholdStatementFactory, key="4.2", from_date=ON, **who),
        made(ThresholdStatementFactory, key="4.2", until_date=ON, **who),
        made(ThresholdStatementFactory, key="4.7", from_date=dt.date(2018, 5, 1), **who),
    ]
    holds = [row[2] for row in cells(statements_table(rows, ON))]
    assert holds == [
        "From 11 April 2018 In force",
        "From 1 April 2018, until 11 April 2018 Before",
        "From 1 May 2018 Later",
    ]
