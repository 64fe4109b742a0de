"""Many people book one slot at once: one of them gets it, the rest are told, and nobody waits for ever."""

from __future__ import annotations

import threading
import time as clock
import uuid
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pgtrigger
import pytest
from django.db import connection, connections, transaction

from conferences.models import Booking, Request
from conferences.operations.scheduling import book
from safeguarding.models import User
from safeguarding.refusals import Refused
from safeguarding.workingdays import add_days
from tests.cast import person
from tests.factories import RoomFactory
from tests.scheduling import NOW, open_request, place

pytestmark = pytest.mark.django_db(transaction=True)
FIRST_DAY = date(2018, 11, 26)
# Connections of the server that the rush may hold at once: the people queue for them, as behind a pool.
AT_ONCE = 40


def attempt(values: dict[str, object], ready: threading.Barrier | None) -> str:
    """One person's try, on a connection of their own: won, told, or what went wrong."""
    try:
        if ready is not None:
            ready.wait()
        book(form_key=uuid.uuid4(), **values, at=NOW)  # type: ignore[arg-type]
        return "won"
    except Refused as refusal:
        return "told" if "has just been taken" in refusal.sentence else refusal.sentence
    except Exception as error:  # Whatever else it is would be a page of error 500.
        return type(error).__name__
    finally:
        connections["default"].close()


def requests_waiting(people: int) -> list[Request]:
    return [open_request(due=date(2018, 12, 31)) for _ in range(people)]


def round_of(tries: list[dict[str, object]]) -> Counter[str]:
    """Everybody at once."""
    ready = threading.Barrier(min(AT_ONCE, len(tries)))
    with ThreadPoolExecutor(max_workers=AT_ONCE) as crowd:
        first = len(tries) - len(tries) % ready.parties
        told = [crowd.submit(attempt, one, ready if at < first else None) for at, one in enumerate(tries)]
        return Counter(one.result() for one in told)


def rush(shared: str, people: int, rounds: int) -> list[Counter[str]]:
    """Rounds in which everybody wants the same room, or the same chair, at the same time."""
    by, waiting = person("BUSINESS_SUPPORT"), requests_waiting(people)
    rooms, chairs = [RoomFactory() for _ in range(people)], [person("CHAIR") for _ in range(people)]
    found = []
    for number in range(rounds):
        slot = place(add_days(FIRST_DAY, number % 5), room=rooms[0], chair=chairs[0])
        tries = [
            slot | {"request": asked, "by": by} | _own(shared, rooms[at], chairs[at])
            for at, asked in enumerate(waiting)
        ]
        found.append(round_of(tries))
        assert Booking.every.count() == 1
        _again()
    return found


def _own(shared: str, room: object, chair: User) -> dict[str, object]:
    return {"chair": chair} if shared == "room" else {"room": room}


def _again() -> None:
    """Empty the diary for the next round."""
    with transaction.atomic():
        with pgtrigger.ignore("conferences.Booking:booking_stays"):
            Booking.every.all().delete()
        Request.every.filter(state="BOOKED").update(state="REQUESTED")


def deadlocks() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
        return int(cursor.fetchone()[0])


@pytest.mark.parametrize("shared", ["room", "chair"])
def test_one_of_many_gets_the_slot_and_the_rest_are_told(shared):
    before = deadlocks()
    assert rush(shared, people=40, rounds=2) == [Counter(told=39, won=1)] * 2
    assert deadlocks() == before


def test_a_hundred_posts_of_one_form_make_one_booking():
    values = place() | {"request": open_request(), "by": person("CHAIR")}
    key = uuid.uuid4()

    def post(_: int) -> int:
        try:
            return book(form_key=key, **values, at=NOW).pk
        finally:
            connections["default"].close()

    with ThreadPoolExecutor(max_workers=AT_ONCE) as crowd:
        numbers = set(crowd.map(post, range(100)))
    assert numbers == {Booking.every.get().pk}


@pytest.mark.bench
@pytest.mark.parametrize("shared", ["room", "chair"])
def test_two_hundred_people_twenty_rounds(shared):
    before, began = deadlocks(), clock.monotonic()
    found = rush(shared, people=200, rounds=20)
    took = clock.monotonic() - began
    print(f"\n{shared}: 200 people, 20 rounds, {took:.1f} s; {sum(found, Counter())}")
    assert found == [Counter(told=199, won=1)] * 20
    assert deadlocks() == before
