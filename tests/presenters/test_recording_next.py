"""What a conference leaves for a plan in words."""

import datetime as dt

from conferences.queries.recording_next import NextShown
from conferences.views.presenters import recording_next as present
from tests.factories import CoreGroupMemberFactory, NextDatesFactory
from tests.presenters.made import made, person


def dates(**fields):
    return made(NextDatesFactory, part=None, saved_by=person(), **fields)


def member(**fields):
    return made(CoreGroupMemberFactory, part=None, **fields)


def rows(shown):
    return {row.key: str(row.value) for row in present.next_rows(shown)}


def test_the_days_with_their_hour_and_who_leads_are_said():
    lead = member(name="Worker Exemplar", agency_kind="SOCIAL_CARE", is_lead=True)
    told = rows(NextShown(dates(), [lead, member()]))
    assert told == {
        "Core group": "Worker Exemplar, lead worker<br>Nurse Exemplar, School nurse",
        "First core group": "Thursday 3 May 2018 at 10am",
        "Next review conference": "Thursday 12 July 2018 at 2pm",
    }


def test_a_day_that_nobody_chose_is_said_and_what_was_not_asked_is_left_out():
    told = rows(NextShown(dates(review_date=None, review_time=None, late_words="Why"), (), is_first=False))
    assert told["Next review conference"] == told["Core group"] == "Not recorded"
    assert (
        told["Next core group"].startswith("Thursday") and told["Why it is later than the last day"] == "Why"
    )
    assert present.next_rows(NextShown()) == present.next_rows(None) == []


def test_a_day_and_its_hour():
    assert present.day_and_time(dt.date(2018, 5, 3), dt.time(9, 30)) == "Thursday 3 May 2018 at 9:30am"
    assert present.day_and_time(None, None) == ""
