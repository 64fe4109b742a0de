"""A day and what was told of it in words: the difference with its cause, and a meeting outside its limit."""

import datetime as dt

import pytest

from conferences.queries.days import Day, MovedDay
from conferences.rules.days import Told
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_days import due_by
from conferences.views.presenters import days
from safeguarding.bankholidays import england
from tests.factories import BookingFactory, ConsultationFactory, DayToldFactory, RequestedChildFactory
from tests.presenters.made import made, moment, person, said

TOLD, NOW = dt.date(2018, 4, 30), due_by(Code.HOLD_CONFERENCE, dt.date(2018, 4, 10), england())
BECAUSE = "New bank holiday: an invented one."


def day(because=BECAUSE, last=None, now=NOW):
    return Day(Told(TOLD, "15 working days from Monday 9 April 2018"), now, because, last)


def telling(**fields):
    return made(DayToldFactory, told_by=person("SOCIAL_WORKER"), **fields)


def test_a_day_that_stands_is_told_with_how_it_is_counted():
    assert said(days.day_rows(day(because=""))) == {
        "Conference due": "By Tuesday 1 May 2018",
        "How it was counted": "15 working days from Tuesday 10 April 2018.",
    }
    assert days.moved_note(day(because="")) == ""


def test_a_day_that_moved_says_what_was_told_by_whom_and_why():
    rows = said(days.day_rows(day(last=telling())))
    assert rows["What was told"] == (
        "By Monday 30 April 2018, on 9 April 2018 by Sample Social worker:"
        " 15 working days from Monday 9 April 2018."
    )
    assert rows["Why it moved"] == BECAUSE
    assert days.moved_note(day()) == f"It was told as Monday 30 April 2018. {BECAUSE}"


def test_what_moved_of_a_child_is_a_sentence_that_names_nobody():
    asked = made(RequestedChildFactory)
    (line,) = days.moved_lines([MovedDay(asked, None, day(), {})])
    expected = "Initial conference: by Tuesday 1 May 2018. It was told as Monday 30 April 2018."
    assert line == f"{expected} {BECAUSE}"


def test_where_nobody_is_known_to_have_told_it_the_day_stands_alone():
    assert days.told_line(day()) == "By Monday 30 April 2018: 15 working days from Monday 9 April 2018."
    assert days.told_line(Day(Told(TOLD, ""))) == "By Monday 30 April 2018."


def test_each_telling_anew_stays_to_be_read():
    rows = said(days.moved_rows(day(because=""), [telling(), telling(because=BECAUSE)]))
    assert rows == {
        "Told again": f"By Monday 30 April 2018, on 9 April 2018 by Sample Social worker. {BECAUSE}"
    }


@pytest.mark.parametrize(
    ("at", "fields", "is_outside"),
    [
        (1, {}, False),
        (2, {}, True),
        (2, {"late_reason": "Away", "late_agreed_by": "Lead"}, False),
        (2, {"late_why": "FAMILY"}, False),
        (2, {"state": "HELD"}, False),
    ],
)
def test_a_meeting_after_the_last_day_that_was_not_agreed_late_says_so(at, fields, is_outside):
    starts = moment(dt.date(2018, 5, at))
    told = days.outside_limit(made(BookingFactory, starts_at=starts, **fields), {1: day()})
    assert bool(told) == is_outside
    if told:
        assert "inside its limit: the last day by law is Tuesday 1 May 2018" in told and BECAUSE in told


def test_a_card_leads_to_the_request_and_its_button_sends_what_it_showed():
    asked = made(RequestedChildFactory)
    asked.request._prefetched_objects_cache["bookings"] = [made(BookingFactory)]
    card = days.moved_card(MovedDay(asked, None, day(), {asked.pk: day()}))
    assert said(card.rows)["What is due"] == "Initial conference" and card.href.endswith(
        str(asked.request.ref)
    )
    assert said(card.rows)["Meeting"] == "24 April 2018 at 10am" and card.outside == ""
    assert dict(card.fields) == {
        "asked": str(asked.request.ref),
        "child": str(asked.child.ref),
        "seen": "2018-05-01",
    }


def test_a_consultation_s_card_sends_the_consultation():
    raised = made(ConsultationFactory)
    asked = raised.requested_child
    asked.request._prefetched_objects_cache["bookings"] = []
    card = days.moved_card(MovedDay(asked, raised, day(), {}))
    assert said(card.rows)["What is due"] == "A decision on the consultation"
    assert dict(card.fields) == {"consultation": str(raised.ref), "seen": "2018-05-01"}
