"""The words of a conference that was entered after it was held."""

import datetime as dt

from conferences.views.presenters.scheduling import state_tag
from conferences.views.presenters.scheduling_entered import entered_rows, warnings
from tests.factories import BookingFactory, RequestFactory, UserFactory

HELD = dt.datetime(2018, 11, 16, 10, tzinfo=dt.UTC)
TYPED = dt.datetime(2018, 11, 26, 12, tzinfo=dt.UTC)


def entered(requested_at=HELD, **facts):
    who = UserFactory.build(full_name="Sadie Supporter")
    request = RequestFactory.build(requested_at=requested_at, requested_by=UserFactory.build())
    told = {"booked_by": who, "booked_at": TYPED, "starts_at": HELD, "entered_reason": "DOWN"} | facts
    return BookingFactory.build(
        request=request, chair=UserFactory.build(), ends_at=HELD + dt.timedelta(hours=2), **told
    )


def said(**facts):
    return {row.key: str(row.value) for row in entered_rows(entered(**facts))}


def test_it_says_when_who_and_why_and_nothing_of_one_that_was_booked_ahead():
    assert said(entered_words="No network.") == {
        "Entered after it was held": "26 November 2018 at midday by Sadie Supporter",
        "Why only then": "The service could not be reached then. No network.",
    }
    assert said()["Why only then"] == "The service could not be reached then."
    assert said(entered_reason="") == {}


def test_until_it_is_signed_it_is_no_meeting_that_lies_ahead():
    assert state_tag(entered()).text == "Held, not recorded yet"
    assert state_tag(entered(entered_reason="")).text == "In the diary"


def test_what_to_think_about_is_said_only_where_there_is_something():
    assert warnings(entered(), TYPED.date()) == []
    [late] = warnings(entered(requested_at=TYPED), TYPED.date())
    assert "The request was sent on Monday 26 November 2018" in late
    [old] = warnings(entered(), dt.date(2019, 3, 1))
    assert "more than 3 months ago" in old
