"""A meeting that ended without a decision, in words, and its other sittings."""

import datetime as dt

import pytest
from django.urls import reverse

from conferences.views.presenters import recording_outcomes as present
from tests.factories import BookingFactory
from tests.presenters.made import cells, made, person, said


def ended(**fields):
    return made(BookingFactory, undecided=True, chair=person(), **fields)


@pytest.mark.parametrize(
    ("state", "reason", "how", "why"),
    [
        ("INQUORATE", "TOO_FEW", "Not quorate, so it was not held", "Too few other agencies came"),
        ("ADJOURNED", "TIME", "Adjourned to another day", "There was not enough time"),
        ("ABANDONED", "SAFETY", "Abandoned before anything was decided", "It was not safe to go on"),
    ],
)
def test_how_it_ended_is_said_with_who_said_so_why_and_what_follows(state, reason, how, why):
    rows = said(present.outcome_rows(ended(state=state, outcome_reason=reason)))
    assert rows["How it ended"].startswith(how) and "Sample" in rows["How it ended"]
    assert rows["Why"] == why and "grandmother" in rows["What was done, and until the new date"]


def test_a_meeting_that_stands_says_nothing_of_it():
    assert present.outcome_rows(made(BookingFactory)) == []


@pytest.mark.parametrize(
    ("on", "may"), [(dt.date(2018, 4, 23), False), (dt.date(2018, 4, 24), True), (dt.date(2018, 5, 1), True)]
)
def test_it_is_ended_from_its_day_on_and_only_while_it_stands(on, may):
    assert present.may_end(made(BookingFactory), on) is may
    assert not present.may_end(ended(), on)


def test_the_other_sittings_are_named_with_how_they_stand():
    (row,) = cells(present.sittings_table([ended()], person()))
    assert row[-1] == "Adjourned" and "24 April 2018" in row[1]


@pytest.mark.parametrize(("role", "page"), [("CHAIR", "booking"), ("REVIEWER", "record")])
def test_who_may_not_open_a_meeting_is_led_to_its_record(role, page):
    one = ended()
    (row,) = present.sittings_table([one], person(role)).rows
    assert row[0].href == reverse(page, args=[one.ref])
