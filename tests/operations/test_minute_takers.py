"""Who takes the minutes: chosen, free, told, and kept to what is theirs in the record."""

import datetime as dt
import uuid

import pytest

from conferences.models import Notice
from conferences.operations.recording import open_record, save_common, save_part
from conferences.operations.recording_signing import sign
from conferences.operations.scheduling import book, cancel, move, pass_meeting_on
from conferences.operations.scheduling_minutes import choose_minute_taker
from conferences.rules.workflow import CancelReason, MoveReason
from safeguarding.refusals import Refused
from safeguarding.versions import StaleVersion
from tests.cast import person
from tests.factories import BarFactory, LeaveFactory
from tests.golive import live_from
from tests.scheduling import IN_TIME, NOW, booked, open_request, place
from tests.views.meetings import AFTER, CLINIC, QUORUM, meeting

pytestmark = pytest.mark.django_db


@pytest.fixture
def bruno():
    return person("BUSINESS_SUPPORT")


def refused(deed, **values):
    with pytest.raises(Refused) as caught:
        deed(**values)
    return caught.value.field, caught.value.sentence


def choose(booking, who, **more):
    by = more.pop("by", None) or person("BUSINESS_SUPPORT")
    values = {"booking": booking, "minute_taker": who, "seen": booking.minute_taker_id, "at": NOW}
    return choose_minute_taker(**(values | more), by=by)


def test_a_conference_is_booked_with_who_takes_its_minutes(bruno):
    assert booked(minute_taker=bruno).minute_taker == bruno


def test_nobody_takes_minutes_of_two_meetings_at_once_and_may_follow_on(bruno):
    first = booked(minute_taker=bruno)
    at_once = place() | {"minute_taker": bruno, "at": NOW, "by": person("CHAIR")}
    field, sentence = refused(book, form_key=uuid.uuid4(), request=open_request(), **at_once)
    assert field == "minute_taker" and bruno.full_name in sentence
    assert booked(minute_taker=bruno, start=dt.time(12)).minute_taker == first.minute_taker


def test_nobody_takes_minutes_on_their_leave(bruno):
    away = person("BUSINESS_SUPPORT")
    LeaveFactory(person=away, first_date=IN_TIME, last_date=IN_TIME)
    at_once = place() | {"minute_taker": away, "at": NOW, "by": bruno}
    for deed, more in (
        (book, {"form_key": uuid.uuid4(), "request": open_request()} | at_once),
        (choose, {"booking": booked(), "who": away}),
    ):
        field, sentence = refused(deed, **more)
        assert field == "minute_taker" and "is away from 26 November 2018" in sentence


def test_a_chair_takes_no_minutes_of_another_meeting_at_once_nor_chairs_beside_them():
    types = person("CHAIR")
    booked(chair=types)
    assert refused(choose, booking=booked(), who=types)[0] == "minute_taker"
    booked(minute_taker=types, start=dt.time(14))
    at_once = place(start=dt.time(14), chair=types) | {"at": NOW, "by": person("CHAIR")}
    assert refused(book, form_key=uuid.uuid4(), request=open_request(), **at_once)[0] == "chair"


@pytest.mark.parametrize("role", ["SOCIAL_WORKER", "MANAGER", "STRATEGIC_LEAD"])
def test_a_role_that_takes_no_minutes_is_refused(role):
    assert refused(choose, booking=booked(), who=person(role))[0] == "minute_taker"


def test_whoever_is_barred_from_the_family_or_chairs_it_takes_no_minutes(bruno):
    one = booked()
    BarFactory(user=bruno, family=one.request.family)
    assert "cannot take these minutes" in refused(choose, booking=one, who=bruno)[1]
    assert "chairs this meeting" in refused(choose, booking=one, who=one.chair)[1]


def test_a_choice_made_since_is_not_written_over(bruno):
    one = booked()
    choose(one, bruno)
    assert "since you opened this page" in refused(choose, booking=one, who=person("CHAIR"), seen=None)[1]


def test_a_meeting_moves_with_who_takes_its_minutes_where_they_are_free(bruno):
    one = booked(minute_taker=bruno)
    other = booked(start=dt.time(14), minute_taker=bruno)
    where = place(start=dt.time(14), room=one.room, chair=one.chair)
    given = {"booking": one, "reason": MoveReason.FAMILY, "by": person("CHAIR"), "at": NOW}
    field, sentence = refused(move, **given, **where)
    assert field == "slot" and "Choose somebody else to take the minutes" in sentence
    choose(other, None)
    assert move(**given, **where).minute_taker == bruno


def test_the_minute_taker_who_takes_the_chair_takes_the_minutes_no_more():
    types = person("CHAIR")
    one = booked(minute_taker=types)
    passed = pass_meeting_on(one, types, "", writer=person("MANAGER"), at=NOW)
    assert (passed.chair, passed.minute_taker) == (types, None)


def told(booking, change):
    found = Notice.objects.filter(booking=booking, change=change)
    return set(found.values_list("recipient", flat=True))


def test_who_takes_them_now_and_who_took_them_are_told_and_hear_of_all_else(bruno):
    live_from(NOW.date())
    one, other = booked(minute_taker=bruno), person("BUSINESS_SUPPORT")
    assert bruno.pk in told(one, "BOOKED")
    choose(one, other)
    assert told(one, "MINUTES") == {bruno.pk, other.pk, one.chair_id}
    cancel(booking=one, reason=CancelReason.NOT_NEEDED, by=person("CHAIR"), at=NOW)
    assert other.pk in told(one, "CANCELLED") and bruno.pk not in told(one, "CANCELLED")


# ----- The record ------------------------------------------------------------------------------------------


@pytest.fixture
def typed(bruno):
    """A meeting with its chair and who takes its minutes, its record open."""
    return meeting(person("CHAIR"), minute_taker=bruno)


def test_who_takes_the_minutes_opens_the_record_on_its_day_and_not_before(bruno):
    one = booked(minute_taker=bruno)
    begun = open_record(booking=one, by=bruno, at=one.starts_at - dt.timedelta(hours=1))
    assert begun.saved_by == bruno
    two = booked(minute_taker=bruno, start=dt.time(14))
    assert "from the day" in refused(open_record, booking=two, by=bruno, at=NOW)[1]
    assert "can record it" in refused(open_record, booking=two, by=person("CHAIR"), at=two.starts_at)[1]


def test_they_type_attendance_the_whole_family_and_each_child(typed, bruno):
    booking, amy, _ = typed
    given = {"by": bruno, "at": AFTER}
    record = save_common(
        record=booking.record, version=1, values={"working_well": "Nan"}, attendances=QUORUM, **given
    )
    words = {"voice": "I like Nan’s", "worried_about": "Hungry"}
    part = save_part(part=amy, version=1, values=words, actions=[CLINIC], **given)
    assert (record.working_well, record.attendances.count()) == ("Nan", 3)
    assert (part.voice, part.actions.count(), part.saved_by) == ("I like Nan’s", 1, bruno)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("outcome", "PLAN_BEGINS"),
        ("category", "NEG"),
        ("reasons", "Harm is likely"),
        ("end_reason", "RISK_REDUCED"),
        ("step_down", "CIN_PLAN"),
    ],
)
def test_what_the_chair_decides_they_save_neither_alone_nor_beside_what_is_theirs(typed, bruno, field, value):
    _, amy, _ = typed
    values = {"voice": "I like Nan’s", field: value}
    with pytest.raises(Refused) as caught:
        save_part(part=amy, version=1, values=values, by=bruno, at=AFTER)
    assert caught.value.field == field and "Only the chair" in caught.value.sentence
    amy.refresh_from_db()
    assert (amy.voice, getattr(amy, field)) == ("", "")


def test_why_it_went_on_without_a_quorum_is_the_chair_s_to_say(typed, bruno):
    booking, _, _ = typed
    values = {"inquorate_reason": "Enough is known"}
    given = {"record": booking.record, "version": 1, "values": values, "at": AFTER}
    assert refused(save_common, **given, by=bruno)[0] == "inquorate_reason"
    assert save_common(**given, by=booking.chair).inquorate_reason == "Enough is known"


def test_a_decision_made_meanwhile_is_no_clash_to_them_and_stays(typed, bruno):
    booking, amy, _ = typed
    decided = {"outcome": "NO_PLAN", "reasons": "Safe"}
    save_part(part=amy, version=1, values=decided, by=booking.chair, at=AFTER)
    mark = "another page’s"
    with pytest.raises(StaleVersion) as stale:
        save_part(part=amy, version=1, values={"voice": "Mine"}, by=bruno, seen=mark, at=AFTER)
    assert set(stale.value.theirs) == {"voice"}
    part = save_part(part=amy, version=1, values={"voice": "Mine"}, by=bruno, seen=stale.value.seen, at=AFTER)
    assert (part.voice, part.outcome, part.reasons) == ("Mine", "NO_PLAN", "Safe")


def test_they_sign_nothing_even_with_a_chair_s_right(typed):
    booking, _, _ = typed
    types = person("CHAIR")
    type(booking).every.filter(pk=booking.pk).update(minute_taker=types)
    assert "Only the chair" in refused(sign, record=booking.record, by=types, at=AFTER)[1]


def test_whoever_took_the_minutes_before_types_no_more(typed, bruno):
    booking, _, _ = typed
    choose(booking, person("BUSINESS_SUPPORT"))
    values = {"working_well": "x"}
    assert (
        "can record it"
        in refused(save_common, record=booking.record, version=1, values=values, by=bruno, at=AFTER)[1]
    )
