"""What a list of people asks of its room, and what a room is known to lack."""

from hypothesis import given
from hypothesis import strategies as st

from conferences.rules.invitations import Need, Reply
from conferences.rules.scheduling import RoomOffer
from conferences.rules.scheduling_room import Listed, RoomWish, room_lacks, room_wish

ACCESS = frozenset({Need.ACCESS.value})
AGENCY = Listed(Reply.COMING, is_agency=True)


def test_while_no_agency_is_on_the_list_there_are_seats_for_the_usual_number():
    assert room_wish([], 3) == RoomWish(11)
    assert room_wish([Listed(Reply.COMING)] * 2, 1).seats == 9


def test_a_list_with_agencies_says_how_many_sit_there_beside_chair_and_minute_taker():
    people = [AGENCY, AGENCY, Listed(Reply.WAITING), Listed(Reply.DECLINED), Listed(Reply.REPORT)]
    assert room_wish(people, 3).seats == 5
    assert room_wish([AGENCY] * 15, 1).seats == 17


def test_who_joins_on_a_screen_takes_no_seat_and_needs_video_and_their_access_is_not_the_room_s():
    screen = Listed(Reply.VIDEO, ACCESS, is_on_screen=True)
    assert room_wish([AGENCY, screen], 1) == RoomWish(3, access=False, video=True)
    assert room_wish([AGENCY, Listed(Reply.COMING, ACCESS)], 1) == RoomWish(4, access=True)


def test_what_somebody_needs_who_does_not_come_is_not_asked_of_the_room():
    for reply in (Reply.DECLINED, Reply.REPORT, Reply.TELEPHONE):
        assert room_wish([AGENCY, Listed(reply, ACCESS)], 1) == RoomWish(3, access=False)
    assert room_wish([AGENCY, Listed(Reply.WAITING, ACCESS)], 1).access


def test_what_is_known_to_be_lacking_is_told_and_what_nobody_has_said_is_not():
    room = RoomOffer(1, "Willow room", 6, step_free=False, loop=None, video=False)
    assert room_lacks(room, RoomWish(8, access=True, video=True)) == [
        "Willow room has only 6 seats for 8 people",
        "Willow room has no way in without steps, which somebody needs",
        "Willow room has no video, which somebody needs",
    ]
    assert room_lacks(room, RoomWish(6)) == []


@given(st.lists(st.sampled_from([AGENCY, Listed(Reply.COMING), Listed(Reply.DECLINED)])), st.integers(1, 6))
def test_one_more_who_comes_never_asks_for_fewer_seats_once_an_agency_is_there(people, children):
    with_agency = [AGENCY, *people]
    more = [*with_agency, Listed(Reply.COMING)]
    assert room_wish(more, children).seats == room_wish(with_agency, children).seats + 1
