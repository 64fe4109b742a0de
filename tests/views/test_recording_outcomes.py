"""The pages on which a meeting ends without a decision, and what the others then say of it."""

import datetime as dt
import uuid

import pytest
from django.urls import reverse

from conferences.models import Booking
from conferences.operations.recording import open_record, save_part
from conferences.operations.recording_outcomes import end_undecided
from conferences.rules.workflow import BookingState, OutcomeReason
from tests.cast import person
from tests.factories import ConferenceChildFactory, UserFactory
from tests.scheduling import booked
from tests.views.pages import text
from tests.views.scheduling import own_time

pytestmark = pytest.mark.django_db
AT = dt.datetime(2018, 11, 26, 10, 40, tzinfo=dt.UTC)
SAFE = "Nan stays with the children."


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch):
    for module in ("scheduling", "scheduling_people", "recording", "recording_parts", "recording_outcomes"):
        monkeypatch.setattr(f"conferences.views.{module}.now", lambda: AT)
    for module in ("scheduling", "recording", "recording_outcomes"):
        monkeypatch.setattr(f"conferences.views.{module}.today", lambda: AT.date())


@pytest.fixture
def chair(client):
    user = UserFactory(full_name="Clara Chairwell")
    client.force_login(user)
    return user


@pytest.fixture
def meeting(chair):
    one = booked(chair=chair)
    open_record(booking=one, by=chair, at=AT)
    return one


def at(name, booking):
    return reverse(name, args=[booking.ref])


def ended(meeting):
    part = meeting.record.parts.get()
    typed = {"voice": "I am tired", "outcome": "NO_PLAN", "reasons": "It seemed so"}
    save_part(part=part, version=1, values=typed, by=meeting.chair, at=AT)
    reason = OutcomeReason.SAFETY
    given = {"outcome": BookingState.ABANDONED, "reason": reason, "words": SAFE}
    return end_undecided(booking=meeting, **given, by=meeting.chair, at=AT)


def test_the_chair_s_page_leads_to_both_ways_and_the_minute_taker_s_to_none(client, meeting):
    page = client.get(at("record", meeting)).content.decode()
    assert at("record_end", meeting) in page and at("record_adjourn", meeting) in page
    typist = person("BUSINESS_SUPPORT")
    type(meeting).every.filter(pk=meeting.pk).update(minute_taker=typist)
    client.force_login(typist)
    page = client.get(at("record", meeting)).content.decode()
    assert at("record_end", meeting) not in page
    assert client.get(at("record_end", meeting)).status_code == 403


def test_an_abandoned_meeting_says_so_and_leads_to_its_new_date(client, meeting):
    sent = {"outcome": "ABANDONED", "why_abandoned": "SAFETY", "words": SAFE}
    answer = client.post(at("record_end", meeting), sent, follow=True)
    shown = text(answer)
    for words in ("Abandoned before anything was decided", "It was not safe to go on", SAFE):
        assert words in shown
    assert reverse("book", args=[meeting.request.ref]) in answer.content.decode()
    new_date = text(client.get(reverse("book", args=[meeting.request.ref])))
    assert "By Monday 10 December 2018" in new_date and "Monday 3 December 2018" in new_date


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({}, "Select how the meeting ended"),
        ({"outcome": "ABANDONED", "words": SAFE}, "Select why"),
        ({"outcome": "ABANDONED", "why_abandoned": "SAFETY"}, "what keeps the children safe"),
        ({"outcome": "INQUORATE", "why_inquorate": "TOO_FEW", "words": SAFE}, "Record first who attended"),
    ],
)
def test_what_is_missing_is_said_and_nothing_ends(client, meeting, sent, words):
    answer = client.post(at("record_end", meeting), sent)
    assert words in text(answer) and Booking.every.get(pk=meeting.pk).state == "BOOKED"
    if "words" in sent:
        assert SAFE in text(answer)


def test_what_was_written_is_read_with_its_meeting_and_the_draft_decision_is_none(client, meeting):
    ended(meeting)
    client.force_login(person("MANAGER"))
    shown = text(client.get(at("record", meeting)))
    assert "ended without a decision" in shown and "I am tired" in shown
    assert "It seemed so" not in shown and "no plan" not in shown.lower()


def test_adjourning_chooses_a_place_and_both_meetings_name_each_other(client, meeting):
    sent = own_time(meeting.room, meeting.chair, dt.date(2018, 11, 29), "2pm")
    sent |= {"reason": "TIME", "words": SAFE}
    answer = client.post(at("record_adjourn", meeting), sent, follow=True)
    following = Booking.every.exclude(pk=meeting.pk).get(request=meeting.request)
    assert "Its record goes on then" in text(answer)
    assert at("booking", meeting) in answer.content.decode()
    first = client.get(at("booking", meeting))
    assert "Adjourned to another day" in text(first) and at("booking", following) in first.content.decode()


def test_who_led_the_meeting_is_offered_to_go_on_with_it_and_not_who_chaired_the_one_before(client, meeting):
    before = ConferenceChildFactory(
        child=meeting.request.children.get().child,
        conference__chair=person("CHAIR"),
        held_date=dt.date(2018, 1, 8),
    ).conference.chair
    shown = text(client.get(at("record_adjourn", meeting)))
    assert "Clara Chairwell chaired these children’s conference last" in shown
    assert f"{before.full_name} chaired" not in shown


def test_an_adjourning_without_a_place_keeps_what_was_typed(client, meeting):
    sent = {"form_key": str(uuid.uuid4()), "reason": "TIME", "words": SAFE}
    answer = client.post(at("record_adjourn", meeting), sent)
    assert "Select a time" in text(answer) and SAFE in text(answer)


def test_a_meeting_whose_record_was_begun_says_that_it_is_adjourned_and_not_moved(client, meeting):
    client.force_login(person("BUSINESS_SUPPORT"))
    page = client.get(at("booking", meeting))
    assert "is not moved or cancelled" in text(page) and "Clara Chairwell, the chair, adjourns it" in text(
        page
    )
    for name in ("booking_move", "booking_cancel"):
        assert at(name, meeting) not in page.content.decode()
        assert "is not moved or cancelled" in text(client.get(at(name, meeting), follow=True))


def test_diary_calendar_and_timeline_say_how_it_ended(client, meeting):
    ended(meeting)
    assert "Abandoned" in text(client.get(reverse("diary"), {"week": "2018-11-26"}))
    assert "(abandoned)" in client.get(at("booking_ics", meeting)).content.decode()
    child = meeting.request.children.get().child
    told = text(client.get(reverse("child_timeline", args=[child.ref]), {"page": "all"}))
    assert "A conference that came to no decision: abandoned" in told and "It was not safe" in told


def test_how_it_ended_is_told_otherwise_and_the_page_opens_with_what_was_told(client, meeting):
    ended(meeting)
    page = client.get(at("record", meeting))
    assert at("record_otherwise", meeting) in page.content.decode()
    form = client.get(at("record_otherwise", meeting)).context["form"]
    assert (form["outcome"].value(), form["why_abandoned"].value(), form["words"].value()) == (
        "ABANDONED",
        "SAFETY",
        SAFE,
    )
    sent = {"outcome": "ABANDONED", "why_abandoned": "SAFETY", "words": "Nan stays until Friday."}
    assert "Nan stays until Friday." in text(client.post(at("record_otherwise", meeting), sent, follow=True))


def test_a_meeting_that_did_not_end_is_put_back_with_why_and_says_so(client, meeting):
    ended(meeting)
    sent = {"outcome": "PUT_BACK", "words": SAFE}
    answer = client.post(at("record_otherwise", meeting), sent)
    assert "Say how it came to be told that the meeting had ended" in text(answer)
    client.post(at("record_otherwise", meeting), sent | {"put_back_words": "The wrong meeting was chosen."})
    assert Booking.every.get(pk=meeting.pk).state == "BOOKED"
    shown = text(client.get(at("booking", meeting)))
    assert "was put back into the diary" in shown and "The wrong meeting was chosen." in shown
    assert "I am tired" in text(client.get(reverse("record_child", args=[meeting.ref, _part(meeting)])))


def _part(meeting):
    return meeting.record.parts.get().requested_child.child.ref


@pytest.mark.parametrize("who", ["CHAIR", "BUSINESS_SUPPORT", "MANAGER"])
def test_nobody_but_its_chair_is_led_to_tell_it_otherwise(client, meeting, who):
    ended(meeting)
    client.force_login(person(who))
    assert at("record_otherwise", meeting) not in client.get(at("record", meeting)).content.decode()
    assert client.get(at("record_otherwise", meeting)).status_code in (302, 403, 404)
    sent = {"outcome": "PUT_BACK", "put_back_words": "Mine"}
    client.post(at("record_otherwise", meeting), sent)
    assert Booking.every.get(pk=meeting.pk).state == "ABANDONED"
