"""In which hours a chair works: the latest pattern that began holds, and a day without hours is none."""

from datetime import date, time

from conferences.rules.scheduling import moment
from conferences.rules.scheduling_hours import Pattern, hours_refused, pattern_on, pattern_problems

MONDAY, TUESDAY, SATURDAY = date(2018, 4, 9), date(2018, 4, 10), date(2018, 4, 14)
ALL_DAY, MORNING = (time(9), time(17)), (time(9), time(13))
FULL = Pattern(date(2018, 1, 1), (ALL_DAY,) * 5)
PART = Pattern(TUESDAY, (None, MORNING, None, None, None))


def refused(day, start, end, patterns=(FULL, PART)):
    return hours_refused("Pat Example", patterns, moment(day, start), moment(day, end))


def test_the_latest_pattern_that_began_holds_in_whatever_order_they_come():
    for patterns in ((FULL, PART), (PART, FULL)):
        assert pattern_on(patterns, MONDAY) is FULL
        assert pattern_on(patterns, TUESDAY) is PART
    assert pattern_on((PART,), MONDAY) is None


def test_it_is_said_when_they_work():
    assert refused(MONDAY, time(9), time(17)) == ""
    assert refused(MONDAY, time(8, 30), time(10)) == "Pat Example works from 9am to 5pm on Mondays"
    assert refused(TUESDAY, time(11), time(13)) == ""
    assert refused(TUESDAY, time(11), time(13, 30)) == "Pat Example works from 9am to 1pm on Tuesdays"
    assert refused(date(2018, 4, 11), time(9), time(10)) == "Pat Example does not work on Wednesdays"
    assert refused(SATURDAY, time(9), time(10)) == "Pat Example does not work on Saturdays"


def test_who_has_no_pattern_yet_works_at_any_hour():
    assert refused(MONDAY, time(7), time(22), ()) == refused(MONDAY, time(7), time(22), (PART,)) == ""


def test_what_is_wrong_with_hours_is_said_beside_its_field():
    none = (None, None)
    days = [(time(9), None), (None, time(12)), (time(12), time(12)), none, ALL_DAY]
    assert [(one.field, one.sentence) for one in pattern_problems(days)] == [
        ("monday_to", "Enter when Monday ends, or leave both empty"),
        ("tuesday_from", "Enter when Tuesday begins, or leave both empty"),
        ("wednesday_to", "Wednesday must end after it begins"),
    ]
    (nothing,) = pattern_problems([none] * 5)
    assert nothing.field == "monday_from"
