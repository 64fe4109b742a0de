"""A chair's hours: set by who leads their work, told otherwise, taken back; nobody is booked outside them."""

import datetime as dt

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from conferences.models import WorkingHours
from conferences.operations.scheduling import move
from conferences.operations.scheduling_hours import end_hours, set_hours
from conferences.queries.scheduling_hours import meetings_outside
from conferences.rules.workflow import MoveReason
from safeguarding.models import AuditEntry
from safeguarding.refusals import FORBIDDEN, Refused
from tests.cast import person
from tests.factories import WorkingHoursFactory
from tests.scheduling import NOW, booked, place

pytestmark = pytest.mark.django_db
OFF = (None, None)
MORNINGS = [(dt.time(9), dt.time(13))] * 5
FRIDAYS = [OFF] * 4 + [(dt.time(9), dt.time(17))]
FIRST = dt.date(2018, 1, 1)


def put(chair, days=MORNINGS, first=FIRST, by=None):
    lead = by or person("STRATEGIC_LEAD")
    return set_hours(person=chair, first_date=first, days=days, by=lead, at=NOW)


def refusal_of(act, *args, **more):
    with pytest.raises(Refused) as caught:
        act(*args, **more)
    return caught.value


def test_hours_from_the_same_day_are_told_otherwise_and_their_history_stays():
    chair, lead = person("CHAIR"), person("STRATEGIC_LEAD")
    first = put(chair, by=lead)
    again = put(chair, FRIDAYS, by=lead)
    assert (again.pk, again.monday_from) == (first.pk, None)
    history = apps.get_model("conferences", "WorkingHoursEvent").objects.filter(pgh_obj=first.pk)
    assert set(history.values_list("monday_from", flat=True)) == {dt.time(9), None}
    assert [entry.event for entry in AuditEntry.objects.order_by("pk")] == ["hours.set"] * 2
    assert put(chair, first=dt.date(2018, 6, 4), by=lead).pk != first.pk


def test_only_who_leads_a_chair_sets_and_ends_their_hours():
    chair = person("CHAIR")
    for role in ("CHAIR", "BUSINESS_SUPPORT", "TEAM_MANAGER"):
        assert refusal_of(put, chair, by=person(role)).status == FORBIDDEN
    assert refusal_of(put, person("SOCIAL_WORKER")).status == FORBIDDEN
    hours = put(chair)
    assert refusal_of(end_hours, hours=hours, by=person("TEAM_MANAGER"), at=NOW).status == FORBIDDEN
    lead = person("STRATEGIC_LEAD")
    end_hours(hours=hours, by=lead, at=NOW)
    assert "already" in refusal_of(end_hours, hours=hours, by=lead, at=NOW).sentence
    assert put(chair).pk != hours.pk


def test_hours_that_lack_something_are_refused_beside_their_fields():
    error = refusal_of(put, person("CHAIR"), [(dt.time(9), None), *[OFF] * 4], first=None)
    assert [one.field for one in error.problems] == ["first_date", "monday_to"]
    assert not WorkingHours.objects.exists()


def test_the_database_refuses_half_a_day_and_hours_twice_from_a_day():
    row = WorkingHoursFactory()
    for columns in ({"friday_from": dt.time(9)}, {"monday_to": dt.time(8)}, {"monday_from": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            WorkingHours.objects.filter(pk=row.pk).update(**columns)
    with pytest.raises(IntegrityError), transaction.atomic():
        WorkingHoursFactory(person=row.person)


def test_nobody_is_booked_or_moved_outside_the_hours_of_a_chair():
    where = place()
    put(where["chair"], FRIDAYS)
    wanted = {"room": where["room"], "chair": where["chair"]}
    error = refusal_of(booked, **wanted)
    assert error.field == "chair" and "does not work on" in error.sentence
    other = booked(room=where["room"])
    again = {**wanted, "starts_at": other.starts_at, "ends_at": other.ends_at}
    lead = person("BUSINESS_SUPPORT")
    moved = refusal_of(move, booking=other, **again, reason=MoveReason.CHAIR, by=lead, at=NOW)
    assert moved.field == "chair"
    put(where["chair"], [(dt.time(8), dt.time(20))] * 5)
    assert move(booking=other, **again, reason=MoveReason.CHAIR, by=lead, at=NOW).chair == where["chair"]


def test_hours_that_are_set_later_move_nothing_and_say_what_stands_outside():
    meeting = booked()
    lead = person("STRATEGIC_LEAD")
    assert meetings_outside(lead, meeting.chair, NOW) == []
    put(meeting.chair, FRIDAYS, by=lead)
    (one,) = meetings_outside(lead, meeting.chair, NOW)
    assert (one.booking.pk, one.is_seen) == (meeting.pk, True) and "does not work" in one.why
