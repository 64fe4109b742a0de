"""When a conference that is entered afterwards may have been held."""

from datetime import UTC, date, datetime

from conferences.rules.scheduling import ending, moment
from conferences.rules.scheduling_entered import Since, before_asked, entered_problems, long_ago

AT = datetime(2018, 11, 26, 12, tzinfo=UTC)
BEGAN = Since(date(2018, 11, 12), "when the section 47 enquiry began")
MET = Since(date(2018, 11, 14), "the day of a child’s last conference", is_after=True)


def said(day, start="10:00", minutes=120, since=(BEGAN, MET)):
    starts_at = moment(day, datetime.strptime(start, "%H:%M").time())
    found = entered_problems(starts_at, ending(starts_at, minutes), since, AT)
    return [(one.field, one.sentence) for one in found]


def test_any_time_since_what_it_is_about_may_be_told():
    assert said(date(2018, 11, 15)) == [] and said(date(2018, 11, 26), "12:00") == []


def test_one_ahead_is_scheduled_and_not_entered_and_says_whether_the_day_or_the_time_is_wrong():
    ahead = "The conference must have been held already. If it is still to come, schedule it instead"
    assert said(date(2018, 11, 27)) == [("date", ahead)]
    assert said(date(2018, 11, 26), "12:01") == [("start", ahead)]


def test_the_latest_day_that_speaks_against_it_is_told_once():
    after = "The conference must have been held after 14 November 2018, the day of a child’s last conference"
    assert said(date(2018, 11, 14)) == [("date", after)] == said(date(2018, 11, 9))
    before = "The conference cannot have been held before 12 November 2018, when the section 47 enquiry began"
    assert said(date(2018, 11, 9), since=(BEGAN,)) == [("date", before)]
    assert said(date(2018, 11, 12), since=(BEGAN,)) == []


def test_its_hours_are_those_of_any_conference():
    assert [field for field, _ in said(date(2018, 11, 15), "07:30")] == ["start"]
    assert [field for field, _ in said(date(2018, 11, 15), "19:00")] == ["start"]


def test_one_of_long_ago_and_one_before_its_request_are_asked_about():
    assert long_ago(date(2018, 8, 26), AT.date()) == ""
    assert "more than 3 months ago" in long_ago(date(2018, 8, 25), AT.date())
    assert before_asked(date(2018, 11, 12), date(2018, 11, 12)) == ""
    assert "sent on Monday 12 November 2018, after this" in before_asked(
        date(2018, 11, 9), date(2018, 11, 12)
    )
