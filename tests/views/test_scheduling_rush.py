"""Many people send the page of one slot at once: one gets the meeting, the others keep what they typed."""

import threading
import uuid
from collections import Counter
from datetime import date

import pgtrigger
import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from conferences.models import Booking, Request
from tests.cast import person
from tests.factories import RoomFactory
from tests.scheduling import NOW, open_request
from tests.views.scheduling import own_time

pytestmark = pytest.mark.django_db(transaction=True)
# Fewer hands than a process has connections (DATABASE_POOL_SIZE), as a web server has.
HANDS = 8


@pytest.fixture(autouse=True)
def november_2018(monkeypatch):
    monkeypatch.setattr("conferences.views.scheduling.today", lambda: NOW.date())
    monkeypatch.setattr("conferences.views.scheduling.now", lambda: NOW)


def send(user, tries, answers):
    """One person after another, each on a page of their own, says how the page answered."""
    client = Client()
    client.force_login(user)
    try:
        for address, data in tries:
            answer = client.post(address, data | {"step": "confirm", "form_key": str(uuid.uuid4())})
            kept = 'value="2:30pm"' in answer.content.decode()
            taken = "has just been taken" in answer.content.decode()
            answers.append((answer.status_code, kept, taken))
    finally:
        connection.close()


def round_of(user, tries):
    answers = []
    hands = [
        threading.Thread(target=send, args=(user, tries[at::HANDS], answers))
        for at in range(min(HANDS, len(tries)))
    ]
    [hand.start() for hand in hands]
    [hand.join() for hand in hands]
    return Counter(answers)


def rush(shared, people, rounds):
    user, waiting = (
        person("BUSINESS_SUPPORT"),
        [open_request(due=date(2018, 12, 31)) for _ in range(people)],
    )
    room, chair = RoomFactory(), person("CHAIR")
    places = [(room, person("CHAIR")) if shared == "room" else (RoomFactory(), chair) for _ in range(people)]
    found = []
    for _ in range(rounds):
        tries = [
            (reverse("book", args=[asked.ref]), own_time(*at, start="2:30pm"))
            for asked, at in zip(waiting, places, strict=True)
        ]
        found.append(round_of(user, tries))
        assert Booking.every.count() == 1
        with transaction.atomic():
            with pgtrigger.ignore("conferences.Booking:booking_stays"):
                Booking.every.all().delete()
            Request.every.filter(state="BOOKED").update(state="REQUESTED")
    return found


WON, TOLD = (302, False, False), (200, True, True)
SIZES = [(24, 2), pytest.param((200, 4), marks=pytest.mark.bench)]


@pytest.mark.parametrize("shared", ["room", "chair"])
@pytest.mark.parametrize("size", SIZES)
def test_one_is_led_to_the_meeting_and_the_others_are_told_and_lose_nothing(shared, size):
    people, rounds = size
    assert rush(shared, people, rounds) == [Counter({WON: 1, TOLD: people - 1})] * rounds
