"""The part of a joint meeting in words: its time and place, the children in sight, and what is left out."""

import datetime as dt

from conferences.queries.scheduling_parts import MeetingPart
from conferences.views.presenters import scheduling_parts as present
from safeguarding.policy.words import in_words
from tests.factories import BookingFactory, RequestedChildFactory, RequestFactory, RoomFactory
from tests.presenters.made import days_of, made, person, said

ON = dt.date(2018, 4, 23)


def part_of(**fields):
    asked = [made(RequestedChildFactory, child__given_names="Amber", child__family_name="Testington")]
    request = made(RequestFactory, children=asked)
    room = made(RoomFactory, name="Oak", site="Invented House")
    booking = made(BookingFactory, request=request, room=room, chair=person())
    return MeetingPart(
        **{"request": request, "booking": booking, "asked": asked, "days": days_of(asked), "parts": []}
        | fields
    )


def test_a_meeting_is_told_by_its_number_time_room_and_chair():
    part = part_of()
    assert present.title(part) == f"Meeting {part.booking.pk}"
    rows = said(present.place_rows(part))
    assert (rows["Where"], rows["Chair"]) == ("Oak, Invented House", "Sample Independent chair")


def test_a_request_that_is_not_booked_says_so():
    part = part_of(booking=None)
    assert present.title(part) == f"Request {part.request.pk}"
    assert said(present.place_rows(part)) == {"When": "Not in the diary yet"}


def test_the_children_in_sight_lead_to_their_records():
    part = part_of()
    ((first, *_),) = present.children_table(part).rows
    assert first.text == "Amber Testington" and str(part.asked[0].child.ref) in first.href


def test_what_is_left_out_is_said_and_to_the_chair_what_that_means():
    part = part_of()
    assert present.sentences(part, person(), ON) == [present.ONLY]
    assert present.sentences(part, part.booking.chair, ON) == [present.ONLY, in_words(present.CHAIRS, ON)]


def test_nothing_is_decided_before_the_record_is_signed():
    assert present.decided(part_of()) == []
