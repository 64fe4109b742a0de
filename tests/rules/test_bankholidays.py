"""The bank-holiday data: complete, named, and missed before it runs out."""

from datetime import date

import pytest

from safeguarding.bankholidays import england, names
from safeguarding.deployment.calendarcheck import calendar_warnings
from tests.shared_data import shared_file

ONE_OFF = {
    date(2011, 4, 29): "Wedding of Prince William and Catherine Middleton",
    date(2012, 6, 5): "Queen Elizabeth II's Diamond Jubilee",
    date(2022, 6, 3): "Queen Elizabeth II's Platinum Jubilee",
    date(2022, 9, 19): "Queen Elizabeth II's state funeral",
    date(2023, 5, 8): "Coronation of King Charles III",
}


@pytest.mark.parametrize(("day", "name"), ONE_OFF.items())
def test_one_off_holidays_are_known_by_name(day: date, name: str) -> None:
    assert names()[day] == name


@pytest.mark.parametrize("year", range(2005, 2031))
def test_every_year_has_its_eight_holidays_on_weekdays(year: int) -> None:
    weekdays = [d for d in names() if d.year == year and d.isoweekday() < 6]
    extra = sum(d.year == year for d in ONE_OFF)
    assert len(weekdays) == 8 + extra


def test_the_data_agrees_with_the_list_of_england() -> None:
    lines = shared_file("england_bank_holidays.txt").read_text().split()

    assert set(names()) == {date.fromisoformat(line) for line in lines}


def test_the_calendar_covers_2005_to_2030() -> None:
    assert (england().first, england().last) == (date(2005, 1, 1), date(2030, 12, 31))


def test_the_check_is_silent_while_eighteen_months_remain() -> None:
    assert calendar_warnings(england(), on=date(2029, 6, 30)) == []


def test_the_check_warns_eighteen_months_before_the_data_ends() -> None:
    [warning] = calendar_warnings(england(), on=date(2029, 7, 1))

    assert "31 December 2030" in warning.msg
    assert "bankholidays.json" in (warning.hint or "")
