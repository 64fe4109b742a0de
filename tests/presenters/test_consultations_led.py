"""What decisions and thinking time led to, in words: every number beside what it is out of."""

import datetime as dt

from conferences.rules.consultations_led import Due, Led
from conferences.views.presenters import consultations_led as presenter
from conferences.views.presenters.consultations_calibration import HEAD, Address
from tests.factories import ConsultationConditionFactory, ThinkingActionFactory
from tests.presenters.made import made

DAY, ON = dt.date(2018, 5, 4), dt.date(2018, 6, 10)
NOTHING = {Led.CONDITIONS: [], Led.ACTIONS: []}
SOME = NOTHING | {Led.CONDITIONS: [Due(1, DAY), Due(2, DAY, done=DAY), Due(3, ON)]}
SPAN = dt.date(2018, 4, 1), dt.date(2019, 3, 31)


def test_nothing_that_is_over_is_said_so():
    for found in (NOTHING, NOTHING | {Led.ACTIONS: [Due(1, ON)]}):
        table = presenter.led_table(found, Address("?a=1"), ON)
        assert table.rows == [] and table.empty == presenter.NONE_DUE


def test_each_number_is_n_of_n_and_opens():
    (row,) = presenter.led_table(SOME, Address("?a=1"), ON).rows
    assert [cell.text for cell in row] == [
        "Conditions of decisions",
        "2",
        "1 of 2 (50.0%)",
        "0 of 2 (0.0%)",
        "0 of 2 (0.0%)",
        "1 of 2 (50.0%)",
    ]
    assert row[1].href.endswith("?a=1&figure=conditions&part=whole") and not row[3].href
    assert row[5].href.endswith("?a=1&figure=conditions&part=overdue")


def test_the_file_has_the_numbers_in_its_columns():
    earlier = NOTHING | {Led.ACTIONS: [Due(4, DAY)]}
    rows = list(presenter.csv_rows(SOME, earlier, SPAN, ON))
    assert {len(row) for row in rows} == {len(HEAD)} and len(rows) == 10
    what = "Conditions of decisions that fell due in the period: open and overdue now"
    assert rows[3][2:7] == ["all", "", what, "1", "2"]
    before = "Actions from thinking time, due before this period and still open"
    assert rows[4][5] == "0" and rows[9][4:7] == [before, "1", ""]


def test_what_is_open_from_before_the_period_is_told_apart_and_opens():
    earlier = NOTHING | {Led.ACTIONS: [Due(4, DAY)]}
    (link,) = presenter.before_links(earlier, Address("?a=1"))
    assert link.text == "Actions from thinking time, due before this period and still open: 1"
    assert link.href.endswith("?a=1&figure=actions&part=before")


def test_the_list_says_what_became_of_each():
    closed = {"closed_at": dt.datetime(2018, 5, 4, 9, tzinfo=dt.UTC)}
    conditions = [
        made(ConsultationConditionFactory),
        made(ConsultationConditionFactory, met_date=DAY, **closed),
        made(ConsultationConditionFactory, withdrawn_reason="They moved.", **closed),
    ]
    rows = presenter.list_table(Led.CONDITIONS, conditions).rows
    assert [row[4].text for row in rows] == [
        "Not recorded as done",
        "Done on 4 May 2018",
        "Withdrawn: They moved.",
    ]
    actions = [
        made(ThinkingActionFactory, done_date=DAY, **closed),
        made(ThinkingActionFactory, closed_words="It moved.", **closed),
    ]
    rows = presenter.list_table(Led.ACTIONS, actions).rows
    assert [row[4].text for row in rows] == ["Done on 4 May 2018", "Not needed: It moved."]
