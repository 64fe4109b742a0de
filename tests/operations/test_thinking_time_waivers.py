"""No conference is signed without the thinking time it needs, or a waiver that a second person granted."""

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction

from conferences.models import Notice, ThinkingRequirement, ThinkingTime, ThinkingWaiver
from conferences.operations.recording_signing import sign
from conferences.operations.requests import withdraw
from conferences.operations.thinking_time import Note, hold
from conferences.operations.thinking_time_required import require
from conferences.operations.thinking_time_waivers import ask_waiver, grant_waiver, turn_down_waiver
from conferences.queries.clocks import clocks
from conferences.queries.second_person import anything_waits, waiting_for
from conferences.rules.deadlines import Code
from conferences.rules.thinking_time import WaiverReason
from conferences.rules.workflow import ThinkingTrigger
from conferences.views.presenters.thinking_time import late_line, state_tag
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


# ----- Recorded after the signing ------------------------------------------------------------------------


def went_on_without(record, chair, lead):
    """Signed with a waiver; the day after, the chair types that it was held before all the same."""
    grant_waiver(waiver=asked(record, chair), words="Think before the first review.", by=lead, at=BEFORE)
    sign(record=record, by=chair, at=AFTER)


def test_recorded_after_the_signing_it_is_late_and_what_was_waived_stays_waived(record, chair, lead):
    went_on_without(record, chair, lead)
    late = hold_it(record, chair, BEFORE.date(), AFTER + dt.timedelta(days=1))
    assert (late.is_late, late.recorded_at) == (True, AFTER + dt.timedelta(days=1))
    assert state_tag(late).text == "Waived" and "after the record was signed" in late_line(late)
    (clock,) = clocks([Code.HOLD_THINKING_TIME])
    assert (clock.met, clock.gone) == (None, BEFORE.date())


def test_recorded_before_the_signing_it_is_not_late(record, chair):
    held = hold_it(record, chair, BEFORE.date(), BEFORE)
    sign(record=record, by=chair, at=AFTER)
    held.refresh_from_db()
    assert (held.is_late, held.recorded_at) == (False, BEFORE)
    assert [clock.met for clock in clocks([Code.HOLD_THINKING_TIME])] == [BEFORE.date()]


def test_once_the_record_is_signed_what_was_thought_before_stays_and_the_note_may_grow(record, chair):
    hold_it(record, chair, BEFORE.date(), BEFORE)
    sign(record=record, by=chair, at=AFTER)
    earlier = BEFORE.date() - dt.timedelta(days=1)
    refused = refusal(hold_it, record=record, chair=chair, day=earlier, at=AFTER + dt.timedelta(hours=1))
    assert "stays as it was" in refused.sentence
    hold_it(record, chair, BEFORE.date(), AFTER + dt.timedelta(hours=1))


def test_the_database_keeps_when_it_was_recorded_and_says_itself_what_is_late(record, chair, lead):
    went_on_without(record, chair, lead)
    session = session_of(record)
    values = {"state": "HELD", "held_date": BEFORE.date(), "minutes": 45, "chair": chair}
    ThinkingTime.objects.unscoped("as the release before writes it").filter(pk=session.pk).update(**values)
    session.refresh_from_db()
    assert session.is_late and session.recorded_at is not None
    with pytest.raises(IntegrityError, match="thinkingtime_recorded_stays"), transaction.atomic():
        ThinkingTime.objects.unscoped("test").filter(pk=session.pk).update(is_late=False)


# ----- Another chair's -----------------------------------------------------------------------------------


def test_the_database_signs_nothing_with_what_another_chair_held(record, chair, monkeypatch):
    hold_it(record, chair, BEFORE.date(), BEFORE)
    ThinkingTime.objects.unscoped("test").filter(pk=session_of(record).pk).update(chair=person("CHAIR"))
    assert not_signed(record, chair)
    monkeypatch.setattr("conferences.operations.recording_signing.unthought", lambda booking: [])
    sign(record=record, by=chair, at=AFTER)
    with pytest.raises(IntegrityError, match="meetingrecord_thought_first"), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_signed_before_this_rule_it_was_signed_with_what_anybody_had_held(record, chair):
    hold_it(record, chair, BEFORE.date(), BEFORE)
    sign(record=record, by=chair, at=AFTER)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
    ThinkingTime.objects.unscoped("test").filter(pk=session_of(record).pk).update(chair=person("CHAIR"))
    assert [clock.met for clock in clocks([Code.HOLD_THINKING_TIME])] == [BEFORE.date()]


# ----- Who is told, and what is left of a waiver ---------------------------------------------------------


def told_of(change):
    return set(Notice.objects.filter(change=change).values_list("recipient", flat=True))


@pytest.mark.parametrize("change", ["WAIVED", "NOT_WAIVED"])
def test_who_asked_is_told_of_the_answer(record, chair, lead, change):
    waiver = asked(record, chair)
    if change == "WAIVED":
        grant_waiver(waiver=waiver, words="It cannot wait.", by=lead, at=BEFORE)
    else:
        turn_down_waiver(waiver=waiver, reason="There is an hour on Monday.", by=lead, at=BEFORE)
    assert told_of(change) == {chair.pk}


def test_withdrawn_by_who_asked_nobody_is_told(record, chair):
    turn_down_waiver(waiver=asked(record, chair), reason="I found an hour.", by=chair, at=BEFORE)
    assert not told_of("NOT_WAIVED")


def test_with_the_request_a_waiver_ends_and_waits_on_nobody_s_list(chair, lead):
    request = open_request()
    session = ThinkingTimeFactory(request=request, raised_at=NOW)
    waiver = ask_waiver(session=session, **WHY, by=chair, at=NOW)
    assert anything_waits(NOW.date())
    withdraw(request=request, reason="The family moved.", by=lead, at=NOW)
    waiver.refresh_from_db()
    assert (waiver.outcome, waiver.closed_reason) == (
        "WITHDRAWN",
        "The request for the conference was withdrawn.",
    )
    assert waiver not in waiting_for(lead, NOW.date()) and not anything_waits(NOW.date())
