"""Requests for a conference in words: the list, the check before sending, and the request's own page."""

import datetime as dt

import pytest

from conferences.operations.requests import Arrival, ChildAsk
from conferences.queries.replans import Found
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_days import due_by
from conferences.rules.vocabulary import ConferenceKind
from conferences.views.presenters import requests
from safeguarding.bankholidays import england
from tests.factories import (
    BookingFactory,
    ChildFactory,
    ConsultationFactory,
    EarlierPlanFactory,
    EnquiryFactory,
    PlanElsewhereFactory,
    PlanFactory,
    RequestedChildFactory,
    RequestFactory,
    ThinkingTimeFactory,
)
from tests.presenters.made import cells, days_of, made, moment, person, said

ON = dt.date(2018, 4, 24)


def asked_of(**fields):
    return made(RequestedChildFactory, **fields)


def request_of(*asked, **fields):
    by = person("SOCIAL_WORKER")
    return made(RequestFactory, family__name="Fablethorpe", requested_by=by, children=list(asked), **fields)


def row_of(request):
    return cells(requests.listed([request], days_of(request.children.all()), "waiting", ON))[0]


def page_of(request, role="CHAIR", found=None):
    looked = {asked.pk: found or Found() for asked in request.children.all()}
    days, tellings = days_of(request.children.all()), dict.fromkeys(looked, ())
    return requests.request_page(request, looked, days, tellings, person(role), ON)


def test_a_request_is_told_with_its_kinds_and_the_earliest_day():
    later = asked_of(kind="REVIEW", due_date=dt.date(2018, 5, 8))
    request = request_of(asked_of(), later, asked_of())
    name, due, consultation, by = row_of(request)
    assert name == "Fablethorpe, 3 children Initial conference (2) and Review conference (1)"
    assert due == "30 April 2018 4 working days left"
    assert (consultation, by) == ("None needed", "9 April 2018 By Sample Social worker")


@pytest.mark.parametrize(("state", "live"), [("BOOKED", True), ("HELD", False), ("WITHDRAWN", False)])
def test_a_request_that_is_over_counts_no_days(state, live):
    request = request_of(asked_of(), state=state)
    assert (
        requests.listed([request], days_of(request.children.all()), "held", ON).rows[0][1].tag is not None
    ) == live
    assert (page_of(request).cards[0].tag is not None) == live


def test_of_several_consultations_where_the_family_stands_is_told():
    states = ("RAISED", "RAISED")
    asked = [made(ConsultationFactory, state=state).requested_child for state in states]
    assert row_of(request_of(*asked))[2] == "Waiting for the account 2 children"


def test_a_split_is_told_as_a_split():
    asked = [
        made(ConsultationFactory, state=state, requested_child__child__given_names=name).requested_child
        for name, state in (("Amber", "AGREED"), ("Wren", "ANOTHER_WAY"))
    ]
    told = row_of(request_of(*asked))[2]
    assert told.startswith("Split decision Conference agreed for Amber")
    assert "Another way decided for Wren" in told


def test_a_conference_ahead_is_led_to_with_its_day_or_as_waiting():
    booked, waiting = request_of(), request_of()
    booked.meets_at, waiting.meets_at = moment(ON, 9), None
    links = requests.ahead([booked, waiting])
    assert [link.text for link in links] == [
        "Conference scheduled for 24 April 2018 at 10am",
        "Conference requested on 9 April 2018, waiting to be scheduled",
    ]
    assert [link.href.endswith(str(one.ref)) for link, one in zip(links, (booked, waiting), strict=True)] == [
        True,
        True,
    ]


def test_each_list_has_its_tab_and_its_sentence_when_empty():
    tabs = requests.tabs("scheduled")
    assert [tab.text for tab in tabs if tab.current] == ["Scheduled"]
    keys = [tab.href.partition("?show=")[2] for tab in tabs]
    assert len({requests.listed([], {}, key, ON).empty for key in keys}) == len(keys) == 3
    assert requests.state_of("waiting") == "REQUESTED" and requests.state_of("elsewhere") is None


def test_a_meeting_in_the_diary_stands_under_the_due_day():
    request = request_of(asked_of(), bookings=[made(BookingFactory)])
    assert row_of(request)[1].endswith("Scheduled for 24 April 2018 at 10am")


def test_an_enquiry_recorded_says_by_when_a_conference_is_due():
    enquiries = [made(EnquiryFactory, discussion=None) for _ in range(2)]
    due = due_by(Code.HOLD_CONFERENCE, enquiries[0].started_date, england())
    told = requests.enquiry_recorded(enquiries, due)
    assert told.startswith("2 enquiries recorded. An initial conference, if one is needed, is due by ")
    assert "Monday 30 April 2018: 15 working days from " in told
    assert requests.enquiry_recorded(enquiries[:1], None) == "1 enquiry recorded."


def test_each_child_is_checked_with_what_its_kind_stands_on():
    enquiry, child = made(EnquiryFactory, discussion=None), made(ChildFactory)
    due = due_by(Code.HOLD_CONFERENCE, enquiry.started_date, england())
    initial = ChildAsk(child, ConferenceKind.INITIAL, enquiry=enquiry)
    review = ChildAsk(child, ConferenceKind.REVIEW, plan=made(PlanFactory))
    first, second = requests.checked([(initial, due), (review, None)], ON)
    assert said(first.rows)["Enquiry"] == "Started Monday 9 April 2018"
    assert said(first.rows)["Conference due"] == "By Monday 30 April 2018 (4 working days left)"
    assert said(second.rows) == {"Kind": "Review conference", "Plan": "Neglect, since 9 April 2018"}


def test_what_was_typed_is_checked_and_what_was_not_is_said():
    rows = said(requests.words_checked({"reason": "<b>Worse", "interim_safety": ""}))
    assert list(rows.values()) == ["&lt;b&gt;Worse", "Nothing entered"]


@pytest.mark.parametrize(
    ("code", "place"), [("358", "Trafford"), ("", "Outside England"), (None, "Outside England")]
)
def test_an_arrival_is_checked_with_where_from_and_when(code, place):
    ask = ChildAsk(made(ChildFactory), None, transfer_in=Arrival(code, ON))
    rows = said(requests.checked([(ask, None)], ON)[0].rows)
    assert rows == {"Comes from": place, "Told of the move": "24 April 2018"}


@pytest.mark.parametrize(
    ("role", "state", "books", "withdraws"),
    [
        ("CHAIR", "REQUESTED", True, False),
        ("SOCIAL_WORKER", "REQUESTED", False, True),
        ("REVIEWER", "REQUESTED", False, False),
        ("CHAIR", "BOOKED", False, False),
        ("SOCIAL_WORKER", "BOOKED", False, False),
    ],
)
def test_only_what_may_be_done_now_is_offered(role, state, books, withdraws):
    page = page_of(request_of(asked_of(), state=state), role)
    assert (bool(page.book), bool(page.withdraw)) == (books, withdraws)


def test_a_withdrawn_request_says_by_whom_when_and_why():
    over = {"withdrawn_by": person("MANAGER"), "withdrawn_at": moment(ON, 9), "withdrawn_reason": "Moved."}
    page = page_of(request_of(state="WITHDRAWN", **over))
    assert page.withdrawn == "Withdrawn by Sample Manager on 24 April 2018 at 10am: Moved."
    assert page_of(request_of()).withdrawn == ""


def test_a_child_s_card_tells_the_plans_that_were_found():
    unknown = {"start_date": None, "end_date": None, "category": "", "authority_name": "Neighbourshire"}
    days = {"start_date": dt.date(2015, 1, 5), "end_date": dt.date(2016, 2, 1)}
    ours = made(EarlierPlanFactory, plan=made(PlanFactory, **days))
    told = made(EarlierPlanFactory, found_in="ELSEWHERE", **unknown)
    found = Found((ours, told), hidden=1)
    (card,) = page_of(request_of(asked_of()), found=found).cards
    assert card.found == [
        "Neglect, 5 January 2015 to 1 February 2016. Our own record.",
        "Category not known, start not known to end not known. Neighbourshire.",
        "1 earlier plan in a record you may not open.",
    ]
    assert said(card.rows)["Earlier plans"] == "3 earlier plans found, checked on 9 April 2018."


def test_a_history_that_was_checked_again_says_when_it_was_last():
    (card,) = page_of(request_of(asked_of(history_checked_again_at=moment(ON, 9)))).cards
    assert said(card.rows)["Earlier plans"] == "No earlier plans found, checked again on 24 April 2018."


def test_a_child_that_was_put_in_later_says_when_and_one_asked_for_at_first_does_not():
    (first,) = page_of(request_of(asked_of())).cards
    (later,) = page_of(request_of(asked_of(history_checked_at=moment(ON, 9)))).cards
    assert "Put in later" not in said(first.rows)
    assert said(later.rows)["Put in later"] == "24 April 2018"


def test_a_census_that_counted_more_plans_is_told():
    (card,) = page_of(request_of(asked_of(recorded_previous_plans=2))).cards
    assert said(card.rows)["Earlier plans"] == (
        "No earlier plans found, checked on 9 April 2018. "
        "A census counted 2 earlier plans: ask where the others were."
    )


def test_the_request_s_own_rows_tell_thinking_time_and_meeting():
    held = made(ThinkingTimeFactory, state="HELD", held_date=ON)
    booking = made(BookingFactory, room__name="Oak", chair=person())
    request = request_of(thinking_time=[held, made(ThinkingTimeFactory)], bookings=[booking])
    rows = page_of(request).rows
    thinking = [row.value for row in rows if row.key == "Chair’s thinking time"]
    assert thinking == [
        "Held 24 April 2018. The child was on a plan before.",
        "To be held before the conference. The child was on a plan before.",
    ]
    over = page_of(request_of(thinking_time=[made(ThinkingTimeFactory)], state="WITHDRAWN")).rows
    assert said(over)["Chair’s thinking time"].startswith("Not held, and not needed any more.")
    assert rows[-1].value == "24 April 2018 at 10am, Oak, chaired by Sample Independent chair"
    assert rows[-1].href.endswith(str(booking.ref))


@pytest.mark.parametrize(("state", "words"), [("REQUESTED", "Not yet"), ("WITHDRAWN", "No")])
def test_a_request_without_a_meeting_says_so(state, words):
    rows = said(page_of(request_of(state=state)).rows)
    assert rows["Scheduled"] == words and rows["Safety until then"] == "Nothing recorded"


def test_an_earlier_plan_stays_as_it_was_found_and_says_what_was_corrected_since():
    days = {"start_date": dt.date(2015, 1, 5), "end_date": dt.date(2016, 2, 1)}
    same, moved = made(PlanFactory, **days), made(PlanFactory, **days | {"end_date": dt.date(2016, 3, 1)})
    assert requests.told_since(made(EarlierPlanFactory, plan=same, **days)) == []
    told = requests.told_since(made(EarlierPlanFactory, plan=moved, **days))
    assert told == ["Corrected since: from 5 January 2015 to 1 March 2016."]
    gone = requests.told_since(made(EarlierPlanFactory, plan=None, found_in="OWN", **days))
    assert gone == ["It is no longer on record: its decision was set right since."]
    none = made(PlanElsewhereFactory, in_error=True)
    told = requests.told_since(
        made(EarlierPlanFactory, plan=None, plan_elsewhere=none, found_in="ELSEWHERE", **days)
    )
    assert told == ["It was said since to be recorded in error."]
