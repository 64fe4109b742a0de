"""What the day of a conference must fit: told, told otherwise, taken off; and looked for by the finder."""

import datetime as dt

import pytest

from conferences.models import BusyTime, Notice, RequestFit
from conferences.operations.scheduling import book
from conferences.operations.scheduling_fit import CHANGED, OFF, OVER, add_busy, take_busy_off, tell_fit
from conferences.queries.scheduling import choices, request_in_scope
from conferences.queries.scheduling_fit import told_fit
from conferences.rules.scheduling_fit import BusyKind
from safeguarding.bankholidays import england
from safeguarding.refusals import FORBIDDEN, Refused
from tests.cast import person
from tests.factories import (
    BookingFactory,
    InvitationFactory,
    PolicySettingFactory,
    RequestedChildFactory,
    RoomFactory,
    ThinkingTimeFactory,
)
from tests.golive import live_from
from tests.scheduling import IN_TIME, NOW, booked, open_request, place

pytestmark = pytest.mark.django_db
WHY = "what a test told"


def refusal_of(act, *args, **more):
    with pytest.raises(Refused) as caught:
        act(*args, **more)
    return caught.value


def told(request, language="Polish", whom="The grandmother", minutes=0, by=None, **more):
    facts = {"interpreter": language, "interpreter_for": whom, "apart_minutes": minutes, "at": NOW} | more
    return tell_fit(request=request, **facts, by=by or person("BUSINESS_SUPPORT"))


def busy(request, by=None, **more):
    facts = {"kind": BusyKind.CONTACT, "who": "Ash", "weekday": 0, "day": None}
    facts |= {"begins": dt.time(9), "ends": dt.time(13), "at": NOW} | more
    return add_busy(request=request, **facts, by=by or person("BUSINESS_SUPPORT"))


def offered(request):
    user = person("BUSINESS_SUPPORT")
    found = request_in_scope(user, request.ref)
    return choices(found, user, on=NOW.date(), at=NOW, calendar=england())


def test_an_interpreter_is_told_told_otherwise_and_told_away():
    request = open_request()
    fit = told(request)
    again = told(request, "", "", 30, seen=fit.told_at.isoformat())
    assert (again.pk, again.interpreter, again.apart_minutes) == (fit.pk, "", 30)
    assert refusal_of(told, request, seen="").sentence == CHANGED


@pytest.mark.parametrize(
    ("given", "field"),
    [(("Polish", ""), "interpreter_for"), (("", "Ash"), "interpreter"), (("", "", 7), "apart_minutes")],
)
def test_what_is_half_told_is_refused_beside_its_field(given, field):
    assert [one.field for one in refusal_of(told, open_request(), *given).problems] == [field]
    assert not RequestFit.objects.unscoped(WHY).exists()


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"kind": None}, "kind"),
        ({"who": " "}, "who"),
        ({"weekday": None}, "weekday"),
        ({"day": IN_TIME}, "day"),
        ({"weekday": None, "day": dt.date(2018, 11, 9)}, "day"),
        ({"begins": None}, "begins"),
        ({"ends": None}, "ends"),
        ({"ends": dt.time(9)}, "ends"),
    ],
)
def test_a_time_that_is_none_is_refused_beside_its_field(more, field):
    assert [one.field for one in refusal_of(busy, open_request(), **more).problems] == [field]


def test_a_time_is_taken_off_once_and_nothing_is_told_of_a_request_that_is_over():
    request, sam = open_request(), person("BUSINESS_SUPPORT")
    one = busy(request)
    take_busy_off(busy=one, by=sam, at=NOW)
    assert refusal_of(take_busy_off, busy=one, by=sam, at=NOW).sentence == OFF
    assert told_fit(request).busy == () and BusyTime.objects.unscoped(WHY).count() == 1
    request.state, request.withdrawn_reason = "WITHDRAWN", "An invented reason"
    request.withdrawn_by, request.withdrawn_at = person("MANAGER"), NOW
    request.save()
    for act in (told, busy):
        assert refusal_of(act, request).sentence == OVER


def test_the_same_time_told_twice_stands_once():
    request = open_request()
    once = busy(request)
    assert busy(request) == once != busy(request, who="Elder")
    take_busy_off(busy=once, by=person("BUSINESS_SUPPORT"), at=NOW)
    assert busy(request) != once


def test_who_may_not_invite_tells_nothing():
    for act in (told, busy):
        assert refusal_of(act, open_request(), by=person("MANAGER")).status == FORBIDDEN


def test_the_finder_looks_at_contact_at_the_interpreter_and_takes_longer():
    RoomFactory(seats=20)
    person("CHAIR")
    request = open_request()
    before = offered(request)
    told(request)
    busy(request)
    after = offered(request)
    assert (before.wish.minutes, after.wish.minutes) == (120, 150)
    assert after.wish.fit.interpreter == "Polish" and len(after.wish.fit.lacks_interpreter) == 5
    assert not any("contact" in words for slot in after.slots for words in slot.against)
    early = next(slot for slot in after.free if slot.starts_at.weekday() == 0)
    assert "Ash has contact then" in early.against


def test_the_finder_says_where_agencies_have_no_time_for_their_reports():
    RoomFactory(seats=20)
    person("CHAIR")
    PolicySettingFactory(
        key="REPORT_TO_UNIT_INITIAL_WORKING_DAYS", value="5", effective_date=dt.date(2018, 1, 1)
    )
    found = offered(open_request())
    assert sorted(found.wish.lacks_reports.values()) == [1, 2, 3, 4, 5, 6]
    assert not any("reports" in words for slot in found.slots for words in slot.against)
    assert any("too late for their reports" in words for slot in found.free for words in slot.against)
    assert "Agencies have time for their reports" in found.slots[0].good


def test_the_finder_looks_for_somebody_whose_work_the_minutes_are():
    RoomFactory(seats=20)
    person("CHAIR")
    request = open_request()
    sam = person("BUSINESS_SUPPORT")
    names = {taker.name for taker in offered(request).wish.takers}
    assert sam.full_name in names
    assert "Somebody is free to take the minutes" in offered(request).slots[0].good


def test_a_move_is_offered_only_where_who_takes_the_minutes_is_free():
    sam, where = person("BUSINESS_SUPPORT"), place()
    first = booked(room=where["room"], minute_taker=sam)
    other = BookingFactory(
        starts_at=first.starts_at + dt.timedelta(days=1),
        ends_at=first.ends_at + dt.timedelta(days=1),
        minute_taker=sam,
    )
    found = request_in_scope(sam, first.request.ref)
    moved = choices(found, sam, on=NOW.date(), at=NOW, calendar=england(), besides=first)
    assert moved.wish.minutes_by.pk == sam.pk
    spans = [(slot.starts_at, slot.ends_at) for slot in moved.free]
    assert spans and not any(start < other.ends_at and other.starts_at < end for start, end in spans)


def test_owed_thinking_time_makes_the_next_day_dearer_until_it_is_held():
    request = open_request()
    assert offered(request).wish.thought_from is None
    session = ThinkingTimeFactory(request=request, chair=None, held_date=None, is_required=True)
    assert offered(request).wish.thought_from == dt.date(2018, 11, 14)
    assert session.is_required


def test_who_needs_an_interpreter_by_the_list_is_named_until_one_is_told_of():
    request = open_request()
    InvitationFactory(request=request, name="Elm Example", needs=["INTERPRETER"])
    assert told_fit(request).unmet == ("Elm Example",)
    told(request)
    assert told_fit(request).unmet == ()


def test_an_unborn_child_s_time_begins_with_a_week_of_the_pregnancy():
    child = {"child__birth_date": None, "child__expected_birth_date": dt.date(2019, 7, 1)}
    asked = RequestedChildFactory(**child, enquiry__started_date=NOW.date())
    wish = offered(asked.request).wish
    assert wish.birth_from == dt.date(2018, 12, 17)


def test_a_time_of_one_s_own_says_what_it_meets():
    room, chair = RoomFactory(seats=20), person("CHAIR")
    request = open_request()
    busy(request)
    sam = person("BUSINESS_SUPPORT")
    where = place(room=room, chair=chair)
    booking = book(request=request, form_key=request.form_key, **where, by=sam, at=NOW)
    assert booking.pk
    found = offered(request).said_of(booking)
    assert found and "Ash has contact then" in found.against


def test_who_holds_a_meeting_is_told_that_its_day_must_fit_something_else_now():
    live_from(dt.date(2018, 1, 1))
    booking = booked(minute_taker=person("BUSINESS_SUPPORT"))
    told(booking.request)
    notices = Notice.objects.filter(change="FIT", booking=booking)
    everybody = {booking.chair_id, booking.minute_taker_id, booking.booked_by_id}
    assert set(notices.values_list("recipient", flat=True)) == everybody
    fit = RequestFit.objects.unscoped("test").get()
    told(booking.request, by=booking.chair, seen=fit.told_at.isoformat(), at=NOW + dt.timedelta(hours=1))
    assert notices.count() == len(everybody), "Nothing else is told than before."
    busy(booking.request, by=booking.chair, at=NOW + dt.timedelta(hours=2))
    assert notices.filter(recipient=booking.chair).count() == 1, "Not whoever told it."
    assert notices.count() == 2 * len(everybody) - 1
