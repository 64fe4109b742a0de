"""No conference is signed without the thinking time it needs, or a waiver that a second person granted."""

import datetime as dt

import pytest
from django.db import IntegrityError, connection

from conferences.models import ThinkingRequirement, ThinkingTime, ThinkingWaiver
from conferences.operations.recording_signing import sign
from conferences.operations.thinking_time import Note, hold
from conferences.operations.thinking_time_required import require
from conferences.operations.thinking_time_waivers import ask_waiver, grant_waiver, turn_down_waiver
from conferences.queries.second_person import waiting_for
from conferences.rules.thinking_time import WaiverReason
from conferences.rules.workflow import ThinkingTrigger
from safeguarding.refusals import FORBIDDEN, Refused
from tests.cast import person
from tests.factories import HeldRoleFactory, ThinkingTimeFactory
from tests.scheduling import NOW, booked, open_request
from tests.views.meetings import AFTER, BEGINS, CLINIC, NONE, fill, meeting

pytestmark = pytest.mark.django_db
BEFORE = AFTER - dt.timedelta(days=1)
WHY = {"why": WaiverReason.CANNOT_WAIT, "words": "The invented father comes home tomorrow."}


@pytest.fixture
def chair():
    return person("CHAIR")


@pytest.fixture
def lead():
    return person("STRATEGIC_LEAD")


@pytest.fixture
def record(chair):
    """Whole, but for the thinking time that is required."""
    booking, amy, basil = meeting(chair)
    ThinkingTimeFactory(request=booking.request, raised_at=BEFORE)
    return fill(booking, (amy, BEGINS, [CLINIC]), (basil, NONE, []))


def session_of(record):
    return ThinkingTime.objects.unscoped("test").get(request=record.booking.request)


def asked(record, chair, at=BEFORE):
    return ask_waiver(session=session_of(record), **WHY, by=chair, at=at)


def hold_it(record, chair, day, at):
    children = [one.child for one in record.booking.request.children.all()]
    return hold(
        session=session_of(record),
        held_date=day,
        minutes=45,
        facilitator="",
        entries=dict.fromkeys(children, "Look at the pattern."),
        note=Note(),
        by=chair,
        at=at,
    )


def refusal(act, **given):
    with pytest.raises(Refused) as caught:
        act(**given)
    return caught.value


def not_signed(record, chair):
    refused = refusal(sign, record=record, by=chair, at=AFTER)
    return [problem.sentence for problem in refused.problems]


def test_without_it_the_record_is_not_signed_and_says_what_to_do(record, chair):
    assert not_signed(record, chair) == [
        "Hold the thinking time that is required before this conference, or ask for a waiver"
    ]


def test_held_it_is_signed(record, chair):
    hold_it(record, chair, BEFORE.date(), BEFORE)
    assert sign(record=record, by=chair, at=AFTER).chair == chair


def test_it_cannot_be_held_after_the_day_of_the_conference(record, chair):
    later = AFTER + dt.timedelta(days=2)
    assert (
        "cannot be after the conference"
        in refusal(hold_it, record=record, chair=chair, day=later.date(), at=later).sentence
    )


def test_granted_it_is_signed_and_who_and_why_stay(record, chair, lead):
    waiver = asked(record, chair)
    assert not_signed(record, chair)
    granted = grant_waiver(waiver=waiver, words="Think before the first review.", by=lead, at=BEFORE)
    assert (granted.outcome, granted.closed_by, granted.closed_reason) == (
        "CONFIRMED",
        lead,
        "Think before the first review.",
    )
    assert sign(record=record, by=chair, at=AFTER)


def test_refused_it_stays_owed_and_may_be_asked_again(record, chair, lead):
    waiver = asked(record, chair)
    refused = turn_down_waiver(waiver=waiver, reason="There is an hour on Monday.", by=lead, at=BEFORE)
    assert refused.outcome == "REFUSED" and not_signed(record, chair)
    assert asked(record, chair).pk != waiver.pk
    assert ThinkingWaiver.objects.unscoped("test").filter(outcome="REFUSED").count() == 1


def test_nobody_waives_their_own(record, chair, lead):
    waiver = asked(record, chair)
    HeldRoleFactory(person=chair, role="STRATEGIC_LEAD")
    chair.refresh_from_db()
    said = refusal(grant_waiver, waiver=waiver, words="Mine", by=chair, at=BEFORE)
    assert said.status == FORBIDDEN and not_signed(record, chair)


def test_whoever_chairs_does_not_waive_what_another_asked_for(chair):
    both = person("STRATEGIC_LEAD", "CHAIR")
    request = open_request()
    session = ThinkingTimeFactory(request=request, raised_at=NOW)
    waiver = ask_waiver(session=session, **WHY, by=chair, at=NOW)
    booked(request, chair=both)
    assert (
        "You chair this conference"
        in refusal(grant_waiver, waiver=waiver, words="Mine", by=both, at=NOW).sentence
    )
    assert waiver not in waiting_for(both, NOW.date())


@pytest.mark.parametrize(
    ("change", "field"), [({"why": None}, "why"), ({"words": " "}, "words")], ids=["no reason", "no words"]
)
def test_a_waiver_says_why(record, chair, change, field):
    given = WHY | change
    said = refusal(ask_waiver, session=session_of(record), **given, by=chair, at=BEFORE)
    assert field in [problem.field for problem in said.problems] or said.field == field


def test_another_chair_does_not_ask_for_it(record):
    assert (
        "only they can ask"
        in refusal(ask_waiver, session=session_of(record), **WHY, by=person("CHAIR"), at=BEFORE).sentence
    )


def test_it_is_asked_for_once(record, chair):
    asked(record, chair)
    assert "asked for already" in refusal(asked, record=record, chair=chair).sentence


def test_granting_needs_a_reason(record, chair, lead):
    waiver = asked(record, chair)
    assert refusal(grant_waiver, waiver=waiver, words="", by=lead, at=BEFORE).field == "words"


def test_held_after_all_what_was_asked_is_not_needed(record, chair, lead):
    waiver = asked(record, chair)
    hold_it(record, chair, BEFORE.date(), BEFORE)
    waiver.refresh_from_db()
    assert (waiver.outcome, waiver.closed_by) == ("WITHDRAWN", chair)
    assert (
        "withdrawn by" in refusal(turn_down_waiver, waiver=waiver, reason="No", by=lead, at=BEFORE).sentence
    )
    assert "not owed" in refusal(grant_waiver, waiver=waiver, words="Yes", by=lead, at=BEFORE).sentence


def test_it_waits_in_the_list_of_whoever_may_decide(record, chair, lead):
    waiver = asked(record, chair)
    assert waiver in waiting_for(lead, BEFORE.date())
    assert waiver in waiting_for(person("MANAGER"), BEFORE.date())
    assert waiver not in waiting_for(chair, BEFORE.date())


def test_the_database_signs_nothing_without_it(record, chair, monkeypatch):
    monkeypatch.setattr("conferences.operations.recording_signing.unthought", lambda booking: [])
    sign(record=record, by=chair, at=AFTER)
    with pytest.raises(IntegrityError, match="meetingrecord_thought_first"), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_whoever_leads_the_unit_asks_for_thinking_time(lead):
    request = open_request()
    session = require(
        request=request, trigger=ThinkingTrigger.STUCK, words="Nothing has changed.", by=lead, at=NOW
    )
    row = ThinkingRequirement.objects.unscoped("test").get(session=session)
    assert (row.why, row.raised_by, session.is_required) == ("Nothing has changed.", lead, True)


def test_asked_for_by_hand_it_says_why(lead):
    said = refusal(require, request=open_request(), trigger=None, words="", by=lead, at=NOW)
    assert {problem.field for problem in said.problems} == {"trigger", "words"}
