"""The pages of scheduling: what is offered, checked, kept, refused with its sentence, and never lost."""

import re
import uuid
from datetime import date, time

import pytest
from django.urls import reverse

from conferences.models import Booking, BookingMove, Request, SlotHold
from safeguarding.models import User
from tests.cast import person
from tests.factories import (
    AllocationFactory,
    BarFactory,
    ConferenceChildFactory,
    ConsultationFactory,
    LeaveFactory,
    RequestedChildFactory,
    RestrictedGrantFactory,
    RoomFactory,
    ThinkingRequirementFactory,
)
from tests.scheduling import DUE, LATE, NOW, booked, late_typed, open_request, place
from tests.views.pages import text
from tests.views.scheduling import own_time, slot

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def november_2018(monkeypatch):
    monkeypatch.setattr("conferences.views.scheduling.today", lambda: NOW.date())
    monkeypatch.setattr("conferences.views.scheduling.now", lambda: NOW)


@pytest.fixture
def support(client):
    user = person("BUSINESS_SUPPORT")
    client.force_login(user)
    return user


@pytest.fixture
def room():
    return RoomFactory(name="Willow room")


def address(asked):
    return reverse("book", args=[asked.ref])


def post(client, asked, data, step="check"):
    return client.post(address(asked), data | {"step": step})


def test_the_page_tells_the_window_and_how_it_was_counted(client, support, room):
    shown = text(client.get(address(open_request())))
    for words in (
        "Tuesday 13 November 2018",
        "Monday 3 December 2018 (for Amber",
        "15 working days from Monday 12 November",
    ):
        assert words in shown


def test_times_say_what_speaks_for_them_and_why_the_chair_who_knows_the_family_is_not_in_one(
    client, support, room
):
    asked, pat = open_request(), person("CHAIR")
    ConferenceChildFactory(
        child=asked.children.get().child, conference__chair=pat, held_date=date(2018, 1, 8)
    )
    shown = text(client.get(address(asked)))
    assert f"{pat.full_name} chaired these children’s conference last. Everybody has notice enough." in shown
    assert "It can still be moved before Monday 3 December 2018." in shown
    other = person("CHAIR")
    LeaveFactory(person=pat, deputy=other, first_date=NOW.date(), last_date=date(2018, 12, 7))
    shown = text(client.get(address(asked)))
    assert f"{other.full_name} does not know the family, and another chair does." in shown
    assert f"{pat.full_name} is away until 7 December 2018." in shown


def test_all_free_times_stand_in_a_table_and_none_where_there_is_none(client, support, room):
    asked = open_request()
    assert "All times at which" not in text(client.get(address(asked)))
    booked(room=room, chair=person("CHAIR"), day=date(2018, 11, 13), start=time(9))
    shown = text(client.get(address(asked)))
    assert "All times at which a room and a chair are free for 2 hours" in shown
    assert "Tuesday 13 November 2018 11am, 11:30am midday" in " ".join(shown.split())


def test_a_time_of_one_s_own_is_checked_with_what_speaks_against_it(client, support, room):
    room.seats = 3
    room.save()
    asked, own = open_request(), own_time(room, person("CHAIR"), start="3pm")
    small = "Willow room has only 3 seats for 9 people."
    page = text(post(client, asked, own))
    assert f"{small} Choose another room, or enter why this one all the same" in page
    page = text(post(client, asked, own | {"room_reason": "Four come, and the family asks for it"}))
    assert "What speaks against it" in page and small in page
    post(client, asked, own | {"room_reason": "Four come, and the family asks for it"}, "confirm")
    shown = text(meeting(client, Booking.every.get()))
    assert f"Why this room {small} Four come, and the family asks for it." in shown


def test_of_a_time_that_is_not_offered_nothing_is_promised(client, support, room):
    chair = person("CHAIR")
    page = text(post(client, open_request(), own_time(room, chair, day=LATE, **late_typed())))
    assert "It is later than Monday 3 December 2018, the last day by law." in page
    assert "It can still be moved" not in page
    page = text(post(client, open_request(), own_time(room, chair, day=NOW.date(), start="3pm")))
    assert "Those invited have 5 working days less notice than they should." in page
    assert "notice enough" not in page


def test_a_time_is_held_while_it_is_checked_and_offered_to_nobody_else(client, support, room):
    first, second, data = open_request(), open_request(), slot(room=room)
    assert "This time is held for you until 10:10am." in text(post(client, first, data))
    assert data["slot"] in client.get(address(first)).content.decode()
    other = person("BUSINESS_SUPPORT")
    client.force_login(other)
    assert f'value="{data["slot"]}"' not in client.get(address(second)).content.decode()
    page = text(post(client, second, data | {"form_key": str(uuid.uuid4())}))
    assert f"{support.full_name} is booking Willow room for that time, and has it until 10:10am." in page
    client.force_login(support)
    post(client, first, data, "confirm")
    assert Booking.every.count() == 1 and not SlotHold.objects.exists()


def test_a_chair_on_leave_is_refused_where_somebody_chooses_them_all_the_same(client, support, room):
    chair = person("CHAIR")
    days = {"first_date": NOW.date(), "last_date": date(2018, 12, 7)}
    LeaveFactory(person=chair, deputy=person("CHAIR"), **days)
    page = text(post(client, open_request(), own_time(room, chair)))
    assert f"{chair.full_name} is away from 12 November 2018 to 7 December 2018" in page
    assert not Booking.every.exists()


def test_a_slot_is_checked_and_then_scheduled(client, support, room):
    asked, data = open_request(), slot(room=room)
    page = post(client, asked, data)
    assert "Check your answers" in text(page) and not Booking.every.exists()
    assert f'name="slot" value="{data["slot"]}"' in page.content.decode()
    answer = post(client, asked, data, "confirm")
    booking = Booking.every.get()
    assert answer.url == reverse("booking", args=[booking.ref])
    assert (booking.room, booking.booked_by, booking.request.state) == (room, support, "BOOKED")


def test_a_time_of_one_s_own_is_scheduled(client, support, room):
    asked, chair = open_request(), person("CHAIR")
    for step in ("check", "confirm"):
        post(client, asked, own_time(room, chair, start="2.30pm"), step)
    booking = Booking.every.get()
    assert booking.starts_at == place(start=time(14, 30), room=room, chair=chair)["starts_at"]


def test_the_answers_can_be_changed_and_are_kept(client, support, room):
    data = own_time(room, person("CHAIR"), start="2:30pm", late_reason="The mother is ill")
    page = post(client, open_request(), data, "change").content.decode()
    assert 'value="2:30pm"' in page and "The mother is ill" in page
    assert "govuk-error-summary" not in page


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"slot": ""}, "Select a time"),
        ({"slot": "rubbish"}, "is not on the list any more"),
        ({"slot": "2018-99-99T10:00/120/1/1"}, "That time is no longer offered: select another"),
        ({"date_day": ""}, "Date must include a day"),
        ({"date_day": "", "date_month": "", "date_year": ""}, "Enter the date of the conference"),
        ({"date_day": "24"}, "24 November 2018 is a Saturday. Conferences are held on working days"),
        ({"date_day": "26", "date_month": "12"}, "is a bank holiday (Boxing Day)"),
        ({"date_day": "12", "start": "9am"}, "The start must be in the future"),
        ({"start": ""}, "Enter a start time"),
        ({"start": "13pm"}, "Start time must be a time, like 9:30am or 2pm"),
        ({"start": "9"}, "Start time must be a time, like 9:30am or 2pm"),
        ({"start": "7am"}, "The conference must start at 8am or later and end by 8pm"),
        ({"length": ""}, "Select how long it takes"),
        ({"room": ""}, "Select a room"),
        ({"chair": ""}, "Select a chair"),
        ({"date_day": "4", "date_month": "12"}, "Select why it is held after Monday 3 December 2018"),
        (
            {"date_day": "4", "date_month": "12", "late_why": "EVENT", "late_reason": "Snow"},
            "Select the social care manager who agreed that it is held late",
        ),
        (
            {"date_day": "4", "date_month": "12", "late_why": "OTHER"},
            "Enter the other reason why it is held late",
        ),
        (
            {"date_day": "4", "date_month": "12", "late_why": "RAIN"},
            "is not on the list any more",
        ),
    ],
)
def test_each_mistake_has_its_sentence_and_nothing_typed_is_lost(client, support, room, change, sentence):
    data = own_time(room, person("CHAIR")) | {"late_reason": ""} | change
    page = post(client, open_request(), data)
    assert sentence in text(page)
    assert "govuk-error-summary" in page.content.decode()
    for name in ("start", "late_reason"):
        assert not data[name] or data[name] in page.content.decode()
    assert not Booking.every.exists()


def test_the_check_says_each_limit_that_the_booking_passes(client, support, room):
    asked, chair = open_request(), person("CHAIR")
    child = asked.children.get()
    ConsultationFactory(requested_child=child)
    ThinkingRequirementFactory(requested_child=child)
    page = text(post(client, asked, own_time(room, chair)))
    name = child.child.display_name
    for words in (
        "The conference is not in the diary yet.",
        f"The re-plan consultation is not decided yet for {name}.",
        "Thinking time is required before this conference and is not held yet",
        f"{name}: The child was on 1 plan before.",
    ):
        assert words in page
    assert not Booking.every.exists()
    late = own_time(room, chair, LATE, **late_typed())
    assert "The conference is 1 working day after the last day by law" in text(post(client, asked, late))


def test_what_is_wrong_is_told_in_the_order_of_the_page(client, support, room):
    page = post(client, open_request(), own_time(room, person("CHAIR"), day=LATE, start="7am"))
    assert list(page.context["form"].errors) == ["start", "late_why", "late_manager", "late_chair"]
    shown = text(page)
    assert shown.index("must start at 8am") < shown.index("Select why it is held after")


def test_a_chair_who_works_the_case_is_refused_beside_the_chair(client, support, room):
    asked, chair = open_request(), person("CHAIR")
    child = asked.children.get().child
    child.allocations.all().delete()
    AllocationFactory(child=child, worker=chair)
    page = post(client, asked, own_time(room, chair))
    assert f"{chair.full_name} works with one of these children" in text(page)
    assert 'href="#id_chair_0"' in page.content.decode()


def test_a_slot_taken_meanwhile_is_said_beside_it_and_stays_on_the_page(client, support, room):
    asked, data = open_request(), slot(room=room)
    booked(room=room)
    page = post(client, asked, data, "confirm")
    assert "Willow room has just been taken for that time" in text(page)
    assert f'value="{data["slot"]}"' in page.content.decode() and "No longer offered." in text(page)
    assert 'href="#id_slot_0"' in page.content.decode()


def test_one_s_own_time_taken_meanwhile_is_said_beside_the_room(client, support, room):
    booked(room=room)
    page = post(client, open_request(), own_time(room, person("CHAIR"), start="11am"), "confirm")
    assert "Willow room has just been taken for that time" in text(page)
    assert 'href="#id_room_0"' in page.content.decode()


def test_a_form_sent_twice_makes_one_meeting_and_says_so(client, support, room):
    asked, data = open_request(), slot(room=room)
    post(client, asked, data, "confirm")
    again = client.post(address(asked), data | {"step": "confirm"}, follow=True)
    assert f"This conference is scheduled: it is meeting {Booking.every.get().pk}." in text(again)


def test_when_the_window_is_past_the_page_says_so_and_asks_why(client, support, room):
    person("CHAIR")
    shown = text(client.get(address(open_request(due=date(2018, 11, 9)))))
    assert "The last day allowed by law was Friday 9 November 2018" in shown
    assert "Why is it after the last day?" in shown
    assert "Tuesday 13 November 2018, 10am to midday: Willow room" in shown
    assert "notice enough" not in shown and "It can still be moved" not in shown


def test_when_nothing_is_free_the_page_says_so(client, support):
    assert "No room and chair are free together in this time" in text(client.get(address(open_request())))


def test_a_barred_chair_is_not_offered(client, support, room):
    asked, barred = open_request(), person("CHAIR", email="barred@fableshire.example")
    BarFactory(user=barred, family=asked.family)
    page = client.get(address(asked)).content.decode()
    assert f'name="chair" value="{barred.pk}"' not in page
    assert f'name="room" value="{room.pk}"' in page


def test_a_request_out_of_scope_is_not_there(client, support):
    hidden = open_request(child__restricted=True)
    assert client.get(address(hidden)).status_code == 404
    RestrictedGrantFactory(child=hidden.children.get().child, user=support)
    assert client.get(address(hidden)).status_code == 200


@pytest.mark.parametrize("role", ["SOCIAL_WORKER", "STRATEGIC_LEAD", "MANAGER", "SYSTEM_ADMINISTRATOR"])
def test_roles_that_do_not_schedule_are_refused(client, role):
    client.force_login(person(role))
    assert client.get(address(open_request())).status_code == 403


def test_scheduling_asks_the_database_a_fixed_number_of_times(client, support, django_assert_max_num_queries):
    asked = open_request()
    for _ in range(5):
        RequestedChildFactory(request=asked, due_date=DUE)
        booked()
    # Four for the times offered: the limits, who is away, who works when, and what others hold. Three for
    # what the day must fit, one for thinking time that is owed, two for who could take the minutes. Two for
    # who may agree to a late day.
    with django_assert_max_num_queries(40):
        client.get(address(asked))


def meeting(client, booking):
    return client.get(reverse("booking", args=[booking.ref]))


def test_the_meeting_s_page_tells_when_where_who_and_how_long_before_its_last_day(client, support):
    booking = booked()
    shown = text(meeting(client, booking))
    for words in (
        f"Meeting {booking.pk}",
        "Monday 26 November 2018, 10am to midday",
        booking.room.name,
        booking.chair.full_name,
        "5 working days before the last day by law, Monday 3 December 2018",
        booking.request.children.get().child.display_name,
    ):
        assert words in shown


def test_the_meeting_s_title_names_no_child(client, support):
    booking = booked()
    title = re.search("<title>(.*?)</title>", meeting(client, booking).content.decode(), re.S)[1]
    assert booking.request.children.get().child.family_name not in title
    assert f"Meeting {booking.pk}" in title


def test_a_meeting_is_moved_with_its_reason_and_the_page_tells_where_it_stood(client, support):
    booking = booked()
    data = own_time(booking.room, booking.chair, day=date(2018, 11, 28))
    answer = client.post(
        reverse("booking_move", args=[booking.ref]),
        data | {"reason": "FAMILY", "note": "A funeral"},
        follow=True,
    )
    shown = text(answer)
    assert "The meeting is moved." in shown and "Wednesday 28 November 2018" in shown
    assert "It was Monday 26 November 2018, 10am to midday" in shown and "A funeral" in shown
    assert BookingMove.every.get().reason == "FAMILY"


def test_a_move_without_a_reason_or_to_a_day_off_is_refused_and_keeps_the_note(client, support):
    booking = booked()
    data = own_time(booking.room, booking.chair, day=date(2018, 11, 25)) | {"note": "A funeral"}
    page = client.post(reverse("booking_move", args=[booking.ref]), data)
    assert "Select why it is moved" in text(page) and "A funeral" in text(page)
    assert "is a Sunday" in text(page)
    page = client.post(reverse("booking_move", args=[booking.ref]), data | {"reason": "FAMILY"})
    assert "is a Sunday" in text(page)
    assert not BookingMove.every.exists()


def test_a_meeting_whose_chair_has_left_asks_for_another(client, support):
    booking = booked()
    assert "chairs no more" not in text(meeting(client, booking))
    User.objects.filter(pk=booking.chair_id).update(is_active=False)
    assert "chairs no more. Move this meeting to another chair." in text(meeting(client, booking))


def test_who_moves_from_a_page_that_is_out_of_date_sees_where_the_meeting_is_now(client, support):
    booking = booked()
    where = reverse("booking_move", args=[booking.ref])
    mark = {"seen": client.get(where).context["form"]["seen"].value(), "reason": "FAMILY"}
    client.post(where, own_time(booking.room, booking.chair, day=date(2018, 11, 28)) | mark)
    later = own_time(booking.room, booking.chair, day=date(2018, 11, 29)) | mark
    page = client.post(where, later)
    assert "moved this meeting since you opened this page. It is now Wednesday 28 November" in text(page)
    fresh = page.context["form"]["seen"].value()
    assert "The meeting is moved." in text(client.post(where, later | {"seen": fresh}, follow=True))


def test_a_move_tells_at_once_what_the_time_and_the_reason_lack(client, support):
    booking = booked()
    data = own_time(booking.room, booking.chair) | {"start": "", "room": ""}
    shown = text(client.post(reverse("booking_move", args=[booking.ref]), data))
    for words in ("Select why it is moved", "Enter a start time", "Select a room"):
        assert words in shown
    assert "Select a time" not in shown


def test_a_cancelled_meeting_says_why_and_its_request_waits_again(client, support):
    booking = booked()
    where = reverse("booking_cancel", args=[booking.ref])
    assert "Select why it is cancelled" in text(client.post(where, {"note": "x"}))
    shown = text(client.post(where, {"reason": "BOOKED_WRONGLY", "note": "Wrong week"}, follow=True))
    assert "Booked by mistake. Wrong week" in shown
    assert Request.every.get().state == "REQUESTED"
    again = client.get(where, follow=True)
    assert "This meeting is not in the diary any more" in text(again)


def test_a_social_worker_reads_the_meeting_and_is_offered_no_change(client):
    booking = booked()
    worker = person("SOCIAL_WORKER", team=booking.request.children.get().child.allocations.get().team)
    client.force_login(worker)
    page = meeting(client, booking).content.decode()
    assert "booking_move" not in page and "/move" not in page and "/cancel" not in page


def test_the_calendar_file_is_named_by_the_meeting(client, support):
    booking = booked()
    answer = client.get(reverse("booking_ics", args=[booking.ref]))
    assert answer["Content-Disposition"] == f'attachment; filename="meeting-{booking.pk}.ics"'
    assert answer["Content-Type"].startswith("text/calendar") and b"CLASS:PRIVATE" in answer.content


def test_the_meeting_s_page_asks_a_fixed_number_of_times(client, support, django_assert_max_num_queries):
    booking = booked()
    for _ in range(4):
        RequestedChildFactory(request=booking.request, due_date=DUE)
    with django_assert_max_num_queries(30):
        meeting(client, booking)


def test_a_late_meeting_tells_why_and_who_agreed(client, support, room):
    asked = open_request()
    data = own_time(room, person("CHAIR"), day=LATE, **late_typed(late_reason="Snow"))
    assert "1 working day after the last day by law" in text(post(client, asked, data))
    post(client, asked, data, "confirm")
    shown = text(meeting(client, Booking.every.get()))
    assert "Why it is late Weather, illness or another event. Snow" in shown
    assert "Who agreed Sample Team manager and Sample Independent chair" in shown


def test_the_meeting_s_page_says_what_the_local_limits_ask_before_it(client, support):
    booking = booked(day=date(2018, 11, 30))
    shown = text(meeting(client, booking))
    # 2 and 3 working days before Friday 30 November 2018.
    assert "reach the safeguarding unit Wednesday 28 November 2018 2 working days before" in shown
    assert "A request to exclude a family member reaches the chair Tuesday 27 November 2018" in shown
    assert "review conference are shared" not in shown


def test_an_unborn_child_s_day_is_told_where_the_meeting_is_scheduled_and_where_it_is_missed(client, support):
    asked = open_request()
    child = asked.children.get().child
    type(child).objects.unscoped("test").filter(pk=child.pk).update(
        birth_date=None, given_names="", sex="U", expected_birth_date=date(2019, 2, 1)
    )
    shown = text(client.get(address(asked)))
    assert "expected on 1 February 2019" in shown and "By Thursday 1 November 2018, 3 months before" in shown
    shown = text(meeting(client, booked(Request.every.get(pk=asked.pk))))
    assert "Thursday 1 November 2018 The meeting is later" in shown


def test_a_meeting_put_off_for_want_of_a_quorum_says_by_when_it_should_be_held(client, support, room):
    booking = booked(day=date(2018, 11, 19))
    data = own_time(room, person("CHAIR"), day=date(2018, 12, 3), reason="INQUORATE", note="")
    client.post(reverse("booking_move", args=[booking.ref]), data)
    shown = text(meeting(client, booking))
    # 10 working days from Monday 19 November 2018.
    assert "A new date, as too few agencies could come Monday 3 December 2018" in shown
    assert "The meeting is later" not in shown


def test_a_cancelled_meeting_asks_for_nothing(client, support):
    booking = booked()
    client.post(reverse("booking_cancel", args=[booking.ref]), {"reason": "NOT_NEEDED", "note": ""})
    assert "What the local limits ask" not in text(meeting(client, booking))


def test_no_time_is_offered_from_the_18th_birthday_on(client, support, room):
    asked, _ = open_request(), person("CHAIR")
    child = asked.children.get().child
    child.birth_date = date(2000, 11, 15)
    child.save()
    offered = client.get(address(asked)).context["form"].offered.slots
    assert offered and max(one.starts_at.date() for one in offered) < date(2018, 11, 15)
