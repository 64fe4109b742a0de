"""What the day must fit, in words."""

import datetime as dt

from conferences.queries.scheduling_fit import Told
from conferences.views.presenters.scheduling_fit import NOTHING, busy_table, fit_initial, fit_row, when_words
from tests.factories import BusyTimeFactory, RequestFactory, RequestFitFactory
from tests.presenters.made import made


def test_nothing_told_is_said_to_be_nothing():
    row = fit_row(made(RequestFactory), Told(None, (), ()))
    assert row.value == NOTHING and fit_initial(Told(None, (), ())) == {"apart_minutes": 0, "seen": ""}


def test_a_time_each_week_and_one_of_a_whole_day():
    assert when_words(made(BusyTimeFactory)) == "Ash Example: contact with a child, Mondays, 3pm to 5pm"
    once = made(
        BusyTimeFactory,
        kind="CANNOT",
        weekday=None,
        day_date=dt.date(2018, 4, 9),
        from_time=None,
        to_time=None,
    )
    assert when_words(once) == "Ash Example: cannot come, Monday 9 April 2018, the whole day"


def test_all_that_is_told_stands_in_one_line_and_the_form_opens_with_it():
    fit = made(RequestFitFactory, apart_minutes=30)
    told = Told(fit, (made(BusyTimeFactory),), ())
    words = fit_row(made(RequestFactory), told).value
    assert words.startswith("An interpreter (Polish) for The invented grandmother. Two parents arrive apart")
    assert words.endswith("Mondays, 3pm to 5pm.")
    assert fit_initial(told)["interpreter"] == "Polish"


def test_who_may_change_nothing_sees_no_link():
    (row,) = busy_table([made(BusyTimeFactory)], may_change=False).rows
    assert not getattr(row[0], "href", "")
