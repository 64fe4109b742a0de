"""Another chair takes over on the day: one step, with a reason, and everybody concerned told."""

import datetime as dt
from datetime import time

import pytest

from conferences.models import BookingMove, Notice
from conferences.operations.recording import open_record, save_common
from conferences.operations.recording_signing import sign
from conferences.operations.scheduling_takeover import take_over
from conferences.rules.scheduling import takeover_refused
from conferences.rules.workflow import ChairReason
from safeguarding.bankholidays import england
from safeguarding.refusals import Refused
from tests.cast import person
from tests.factories import AllocationFactory, BarFactory, LeaveFactory, TeamFactory
from tests.golive import live_from
from tests.scheduling import NOW, booked
from tests.views.meetings import AFTER, BEGINS, CLINIC, NONE, fill, meeting

pytestmark = pytest.mark.django_db
TODAY = {"day": NOW.date(), "start": time(14)}


def pass_on(booking, chair, **more):
    values = {
        "reason": ChairReason.ILL,
        "seen": booking.chair_id,
        "at": NOW,
        "by": person("BUSINESS_SUPPORT"),
    }
    return take_over(booking=booking, chair=chair, **(values | more))


def refused(booking, chair, **more):
    with pytest.raises(Refused) as caught:
        pass_on(booking, chair, **more)
    found = caught.value
    return [p.sentence for p in found.problems] or [found.sentence]


def test_the_meeting_stays_where_it_is_and_the_former_chair_is_kept_with_the_reason():
    one, other = booked(**TODAY), person("CHAIR")
    former, where = one.chair, (one.room, one.starts_at)
    passed = pass_on(one, other, note="A fever.")
    kept = BookingMove.every.get(booking=one)
    assert (passed.chair, passed.room, passed.starts_at) == (other, *where)
    assert (kept.from_chair, kept.reason, kept.chair_reason, kept.note) == (
        former,
        "CHAIR",
        "ILL",
        "A fever.",
    )


@pytest.mark.parametrize(
    ("at", "words"),
    [
        # The meeting is on Monday 26 November 2018.
        (dt.datetime(2018, 11, 22, 12, tzinfo=dt.UTC), "from Friday 23 November 2018 on"),
        (dt.datetime(2018, 11, 23, 9, tzinfo=dt.UTC), ""),
        (dt.datetime(2018, 11, 26, 23, 30, tzinfo=dt.UTC), ""),
        (dt.datetime(2018, 11, 27, 0, 5, tzinfo=dt.UTC), "is over"),
    ],
)
def test_it_is_done_from_the_working_day_before_to_the_end_of_its_day(at, words):
    starts_at = dt.datetime(2018, 11, 26, 10, tzinfo=dt.UTC)
    said = takeover_refused(starts_at, at, england())
    assert words in said and bool(said) == bool(words)
    if words:
        assert words in refused(booked(), person("CHAIR"), at=at)[0]


def test_who_and_why_are_asked_together():
    assert len(refused(booked(**TODAY), None, reason=None)) == 2


def test_a_chair_on_leave_takes_nothing_over():
    one, away = booked(**TODAY), person("CHAIR")
    LeaveFactory(person=away, first_date=NOW.date(), last_date=NOW.date())
    assert "is away from 12 November 2018" in refused(one, away)[0]


def test_a_chair_who_is_taken_works_the_case_or_may_not_see_a_child_takes_nothing_over():
    one, busy, at_work, barred = booked(**TODAY), person("CHAIR"), person("CHAIR"), person("CHAIR")
    booked(chair=busy, **TODAY)
    child = one.request.children.get().child
    child.allocations.all().delete()
    AllocationFactory(child=child, worker=at_work, team=TeamFactory())
    BarFactory(user=barred, family=one.request.family)
    assert "taken" in refused(one, busy)[0] and "works with" in refused(one, at_work)[0]
    assert "cannot chair" in refused(one, barred)[0]
    for role in ("BUSINESS_SUPPORT", "MANAGER"):
        assert "cannot chair" in refused(one, person(role))[0]


def test_two_who_take_over_at_once_are_told_of_each_other():
    one, first = booked(**TODAY), person("CHAIR")
    seen = one.chair_id
    pass_on(one, first)
    one.refresh_from_db()
    assert "since you opened this page" in refused(one, person("CHAIR"), seen=seen)[0]
    assert "already" in refused(one, first, seen=first.pk)[0]


def test_everybody_concerned_is_told_and_the_mail_names_nobody():
    live_from(NOW.date())
    taker = person("BUSINESS_SUPPORT")
    one, other = booked(minute_taker=taker, **TODAY), person("CHAIR")
    worker = person("SOCIAL_WORKER")
    one.request.children.get().child.allocations.update(worker=worker)
    former = one.chair_id
    pass_on(one, other)
    told = Notice.objects.filter(booking=one, change="CHAIR_CHANGED").values_list("recipient", flat=True)
    assert set(told) == {former, other.pk, taker.pk, worker.pk, one.request.requested_by_id}


def test_the_record_begun_goes_with_it_and_who_typed_stays():
    typed = person("BUSINESS_SUPPORT")
    one, amy, basil = meeting(person("CHAIR"), minute_taker=typed)
    former, other = one.chair, person("CHAIR")
    save_common(record=one.record, version=1, values={"family_view": "Nan helps"}, by=typed, at=AFTER)
    passed = pass_on(one, other, at=AFTER)
    with pytest.raises(Refused):
        save_common(record=one.record, version=2, values={"family_view": "x"}, by=former, at=AFTER)
    record = open_record(booking=passed, by=other, at=AFTER)
    assert (record.pk, record.family_view, record.saved_by) == (one.record.pk, "Nan helps", typed)
    type(record).every.filter(pk=record.pk).update(version=1)
    fill(passed, (amy, BEGINS, [CLINIC]), (basil, NONE, []))
    conference = sign(record=record, by=other, at=AFTER)
    assert conference.chair == other
