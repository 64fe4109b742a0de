"""A meeting and its window in words: when and where, how it stands to its day by law, and how it moved."""

import datetime as dt

import pytest

from conferences.queries.scheduling import Choices
from conferences.queries.scheduling_days import Births
from conferences.rules.local_days import LocalDay
from conferences.rules.scheduling import Window
from conferences.rules.scheduling_room import RoomWish
from conferences.rules.slots_taken import Diary, Wish
from conferences.views.presenters import scheduling
from tests.factories import (
    BookingFactory,
    BookingMoveFactory,
    RequestedChildFactory,
    RequestFactory,
    RoomFactory,
    UserFactory,
)
from tests.presenters.made import cells, days_of, made, moment, person, said

LAST = dt.date(2018, 4, 30)
LATE = {"late_reason": "The family was away.", "late_agreed_by": "Sample Lead"}


def choices(first=dt.date(2018, 4, 10), last=LAST, free=("a slot",), names=("Amber", "Bryn")):
    span, wish = Window(first, last, "15 working days", names, last), Wish(RoomWish(8), 120, last)
    return Choices(span, (), (), free, (), (), {}, Diary(()), wish, (), ((), ()))


def booking_of(**fields):
    children = [made(RequestedChildFactory), made(RequestedChildFactory, due_date=dt.date(2018, 5, 8))]
    room = made(RoomFactory, name="Oak", site="Invented House")
    request = made(RequestFactory, state="BOOKED", children=children)
    return made(BookingFactory, **{"request": request, "room": room, "chair": person()} | fields)


def rows_of(booking):
    return scheduling.booking_rows(booking, days_of(booking.request.children.all()))


def test_the_window_names_whose_day_it_is_and_how_it_was_counted():
    assert said(scheduling.window_rows(choices())) == {
        "From": "Tuesday 10 April 2018",
        "To": "Monday 30 April 2018 (for Amber and Bryn)",
        "How it was counted": "15 working days.",
    }
    assert said(scheduling.window_rows(choices(names=())))["To"] == "Monday 30 April 2018"


def test_a_window_that_is_past_runs_from_no_day_to_an_earlier_one():
    assert said(scheduling.window_rows(choices(first=dt.date(2018, 5, 1), names=()))) == {
        "The last day by law was": "Monday 30 April 2018",
        "How it was counted": "15 working days.",
        "The soonest day now": "Tuesday 1 May 2018",
    }


def test_a_window_that_is_past_or_full_is_warned_of():
    assert scheduling.window_warning(choices()) == ""
    assert scheduling.window_warning(choices(free=())).startswith("No room and chair are free together")
    past = choices(first=dt.date(2018, 5, 1), free=())
    assert scheduling.window_warning(past).startswith("The last day allowed by law was Monday 30 April 2018.")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (dt.date(2018, 4, 23), "5 working days before the last day by law, Monday 30 April 2018"),
        (LAST, "On the last day by law, Monday 30 April 2018"),
        (dt.date(2018, 5, 1), "1 working day after the last day by law, Monday 30 April 2018"),
    ],
)
def test_a_day_is_told_by_how_it_stands_to_the_last_by_law(day, words):
    assert scheduling.before_last_day(day, LAST) == words


def test_a_day_after_a_last_day_with_no_working_day_between_is_after_it():
    friday, saturday = dt.date(2018, 4, 27), dt.date(2018, 4, 28)
    assert scheduling.before_last_day(saturday, friday).startswith("After the last day by law")


def test_a_meeting_is_told_against_the_earliest_of_its_children_s_days():
    rows = said(rows_of(booking_of()))
    assert rows["When"] == "Tuesday 24 April 2018, 10am to midday"
    assert rows["Where"] == "Oak, Invented House" and rows["Chair"] == "Sample Independent chair"
    assert rows["Time limit"] == "4 working days before the last day by law, Monday 30 April 2018"
    assert list(rows) == ["When", "Where", "Chair", "Minutes", "Time limit"]


def test_a_late_meeting_says_why_and_who_agreed_before_and_after_it_is_confirmed():
    booking = booking_of(**LATE)
    for rows in (rows_of(booking), scheduling.place_rows(booking, LAST)):
        told = said(rows)
        assert (told["Why it is late"], told["Who agreed"]) == tuple(LATE.values())


def test_a_late_meeting_says_the_reason_of_the_list_and_both_who_agreed():
    manager = made(UserFactory, full_name="Sample Manager")
    booking = booking_of(late_why="REPORTS", late_manager=manager, late_chair=person())
    told = said(rows_of(booking))
    assert told["Why it is late"] == "Reports or an assessment were not ready."
    assert told["Who agreed"] == "Sample Manager and Sample Independent chair"


@pytest.mark.parametrize(("note", "why"), [("", "Another reason."), ("A flood.", "Another reason. A flood.")])
def test_a_cancelled_meeting_says_by_whom_and_why(note, why):
    at = {"cancelled_at": moment(dt.date(2018, 4, 20), 9), "cancelled_by": person("BUSINESS_SUPPORT")}
    rows = said(rows_of(booking_of(**at, cancel_reason="OTHER", cancel_note=note)))
    assert rows["Cancelled"] == "20 April 2018 at 10am by Sample Business support" and rows["Why"] == why


def test_each_child_is_told_with_the_last_day_and_how_it_was_counted():
    request = made(RequestFactory, children=[made(RequestedChildFactory)])
    (row,) = cells(scheduling.children_table(request, days_of(request.children.all())))
    assert row[1:] == [
        "Initial conference",
        "Monday 30 April 2018 15 working days from Monday 9 April 2018.",
    ]


def test_a_local_limit_that_the_meeting_misses_is_marked():
    days = [LocalDay("Reports", LAST, "2 working days before"), LocalDay("The meeting", LAST, "so", True)]
    table = scheduling.days_table(days)
    assert [row[1].tag and row[1].tag.text for row in table.rows] == [None, "The meeting is later"]
    rows = said(scheduling.birth_rows(Births(days[:1], None), LAST))
    assert rows == {"Reports": "By Monday 30 April 2018, 2 working days before (a local limit)"}


def test_a_conference_too_early_in_a_pregnancy_says_from_when_and_what_can_be_done():
    births = Births([LocalDay("The meeting", LAST, "so")], dt.date(2018, 4, 23))
    rows = said(scheduling.birth_rows(births, LAST))
    assert rows["Not too early in the pregnancy"] == "From Monday 23 April 2018 on (a local limit)."
    rows = said(scheduling.birth_rows(births, dt.date(2018, 4, 20)))
    assert "A further strategy discussion nearer the time" in rows["Not too early in the pregnancy"]


def test_the_places_that_a_meeting_left_are_told_latest_first():
    left = {"from_room": made(RoomFactory, name="Elm"), "from_chair": person(), "moved_by": person("MANAGER")}
    first, last = (
        made(BookingMoveFactory, **left),
        made(BookingMoveFactory, reason="ROOM", note="A leak.", **left),
    )
    latest, earliest = scheduling.moves(booking_of(moves=[first, last]))
    assert (latest.title, latest.byline) == ("The room cannot be used", "Sample Manager")
    assert latest.lines == [
        "It was Monday 23 April 2018, 10am to midday, in Elm, chaired by Sample Independent chair.",
        "A leak.",
    ]
    assert earliest.title == "To suit the family" and len(earliest.lines) == 1


@pytest.mark.parametrize(
    ("role", "state", "offered"),
    [
        ("BUSINESS_SUPPORT", "BOOKED", True),
        ("SOCIAL_WORKER", "BOOKED", False),
        ("BUSINESS_SUPPORT", "HELD", False),
        ("BUSINESS_SUPPORT", "CANCELLED", False),
    ],
)
def test_only_a_meeting_that_stands_is_moved_or_cancelled_and_by_who_may(role, state, offered):
    user, booking = person(role), booking_of(state=state)
    assert scheduling.may_move(user, booking) == scheduling.may_cancel(user, booking) == offered


def test_the_record_is_led_to_for_the_chair_of_a_meeting_that_stands():
    chair = person()
    assert scheduling.record_href(chair, booking_of(chair=chair)).endswith("/record")
    assert scheduling.record_href(person(), booking_of(chair=chair)) == ""
    assert scheduling.record_href(chair, booking_of(chair=chair, state="CANCELLED")) == ""


@pytest.mark.parametrize(
    ("state", "words", "colour"),
    [
        ("BOOKED", "In the diary", "blue"),
        ("HELD", "Held", "green"),
        ("CANCELLED", "Cancelled", "grey"),
    ],
)
def test_where_a_meeting_stands_has_word_and_colour(state, words, colour):
    tag = scheduling.state_tag(booking_of(state=state))
    assert (tag.text, tag.colour) == (words, colour)
