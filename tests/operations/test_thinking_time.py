"""Thinking time: who holds it, what is kept where, and what is refused."""

from datetime import date, timedelta

import pytest

from conferences.models import ReflectiveNote, ThinkingTime, ThinkingTimeEntry
from conferences.operations.thinking_time import Note, hold, take
from conferences.operations.thinking_time_actions import add_action
from conferences.operations.thinking_time_slots import plan
from conferences.operations.thinking_time_waivers import ask_waiver
from conferences.queries.clocks import clocks
from conferences.queries.thinking_time import booked_chair, is_owed
from conferences.rules.deadlines import Code
from conferences.rules.thinking_time import WaiverReason
from conferences.rules.workflow import ThinkingTrigger
from safeguarding.models import AuditEntry
from safeguarding.refusals import FORBIDDEN, NOT_FOUND, Refused
from tests.cast import person
from tests.factories import (
    BookingFactory,
    ChildFactory,
    ConferenceFactory,
    RequestedChildFactory,
    ThinkingTimeFactory,
    meet,
)
from tests.scheduling import NOW, booked, open_request

pytestmark = pytest.mark.django_db
NOTE = Note(pattern="Hope comes back each spring", own_response="I like the mother")


@pytest.fixture
def session():
    return ThinkingTimeFactory(request=open_request(), raised_at=NOW)


def children(session):
    return [asked.child for asked in session.request.children.order_by("pk")]


def held(session, by, **values):
    facts = {
        "held_date": NOW.date(),
        "minutes": 45,
        "facilitator": "Sam Example",
        "entries": dict.fromkeys(children(session), "Look at all three plans together."),
        "note": NOTE,
    } | values
    return hold(session=session, **facts, by=by, at=NOW)


def refused(session, by, **values):
    with pytest.raises(Refused) as caught:
        held(session, by, **values)
    return caught.value.field, caught.value.sentence


def refusal(act, **given):
    with pytest.raises(Refused) as caught:
        act(**given)
    return caught.value


def test_it_is_held_with_an_entry_a_child_and_a_note_apart(session):
    chair = person("CHAIR")
    RequestedChildFactory(request=session.request)
    kept = held(session, chair)
    assert (kept.state, kept.chair, kept.minutes) == ("HELD", chair, 45)
    entries = ThinkingTimeEntry.every.filter(session=session)
    assert {entry.child for entry in entries} == set(children(session)) and len(entries) == 2
    note = ReflectiveNote.objects.get(session=session)
    assert (note.pattern, note.written_by) == (NOTE.pattern, chair)


def test_the_audit_says_that_it_was_held_and_no_word_of_it(session):
    held(session, person("CHAIR"))
    entry = AuditEntry.objects.get(event="thinking_time.held")
    assert entry.detail == {"children": [child.pk for child in children(session)]}


def test_sent_again_by_the_same_chair_it_is_changed_not_doubled(session):
    chair = person("CHAIR")
    held(session, chair)
    held(session, chair, minutes=60, note=Note(pattern="On second thoughts"))
    assert ThinkingTime.every.get(pk=session.pk).minutes == 60
    assert ReflectiveNote.objects.get().pattern == "On second thoughts"
    assert ThinkingTimeEntry.every.count() == 1


def test_an_empty_note_is_none():
    session = ThinkingTimeFactory(request=open_request(), raised_at=NOW)
    held(session, person("CHAIR"), note=Note())
    assert not ReflectiveNote.objects.exists()


def test_before_a_booking_any_chair_holds_it_after_one_only_theirs(session):
    booking = booked(session.request)
    assert refused(session, person("CHAIR"))[1].startswith(
        f"{booking.chair.full_name} chairs this conference"
    )
    assert held(session, booking.chair).chair == booking.chair


def test_what_one_chair_held_no_other_changes(session):
    first = person("CHAIR")
    held(session, first)
    assert refused(session, person("CHAIR"))[1].startswith(f"{first.full_name} held this thinking time")
    assert ReflectiveNote.objects.get().written_by == first


@pytest.mark.parametrize("role", ["STRATEGIC_LEAD", "MANAGER", "SOCIAL_WORKER", "BUSINESS_SUPPORT"])
def test_only_chairs_hold_it(session, role):
    said = "Your role does not allow you to hold thinking time before a conference."
    assert refused(session, person(role))[1] == said


def test_a_chair_who_may_not_see_each_child_holds_none(session):
    RequestedChildFactory(request=session.request, child__restricted=True)
    facts = {"held_date": NOW.date(), "minutes": 45, "facilitator": "", "entries": {}, "note": NOTE}
    assert refusal(hold, session=session, **facts, by=person("CHAIR"), at=NOW).status == NOT_FOUND


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"held_date": date(2018, 11, 13)}, "held_date"),
        ({"held_date": date(2018, 11, 11)}, "held_date"),
        ({"held_date": None}, "held_date"),
        ({"minutes": None}, "minutes"),
        ({"minutes": 3}, "minutes"),
        ({"minutes": 481}, "minutes"),
        ({"entries": {}}, ""),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(session, values, field):
    assert refused(session, person("CHAIR"), **values)[0] == field
    assert not ThinkingTimeEntry.every.exists()


def test_everything_that_cannot_be_is_told_at_once(session):
    (child,) = children(session)
    facts = {"held_date": None, "minutes": 3, "facilitator": "", "entries": {child: " "}, "note": NOTE}
    told = refusal(hold, session=session, **facts, by=person("CHAIR"), at=NOW).problems
    assert [(one.field, one.about) for one in told] == [
        ("held_date", None),
        ("minutes", None),
        ("entry", child.pk),
    ]
    assert child.display_name in told[-1].sentence


def test_another_child_has_no_entry_here(session):
    entries = dict.fromkeys((*children(session), ChildFactory()), "x")
    assert "not about that child" in refused(session, person("CHAIR"), entries=entries)[1]


LATER = NOW + timedelta(days=5)


def withdrawn(request):
    request.state, request.withdrawn_by, request.withdrawn_at = "WITHDRAWN", person("TEAM_MANAGER"), NOW
    request.withdrawn_reason = "Moved"
    request.save()


def met(request):
    meeting = ConferenceFactory(held_date=NOW.date())
    times = {"starts_at": NOW, "ends_at": NOW + timedelta(hours=2)}
    BookingFactory(request=request, state="HELD", conference=meeting, **times)
    request.state = "HELD"
    request.save()


@pytest.mark.parametrize("end", [withdrawn, met])
def test_thinking_before_a_conference_was_not_held_after_it(session, end):
    end(session.request)
    chair = booked_chair(session.request) or person("CHAIR")
    given = {
        "session": session,
        "minutes": 45,
        "facilitator": "",
        "entries": dict.fromkeys(children(session), "Look at all three plans together."),
        "note": NOTE,
        "by": chair,
        "at": LATER,
    }
    late = refusal(hold, **given, held_date=date(2018, 11, 13))
    assert late.field == "held_date" and "the conference or the request, 12 November 2018" in late.sentence
    assert hold(**given, held_date=NOW.date()).state == "HELD"


def test_a_chair_takes_time_once_for_a_reason():
    asked, chair = open_request(), person("CHAIR")
    first, second = (take(request=asked, trigger=ThinkingTrigger.STUCK, by=chair, at=NOW) for _ in range(2))
    assert first == second and (first.is_required, first.state) == (False, "DUE")


def test_time_is_taken_for_a_reason():
    given = {"request": open_request(), "trigger": None, "by": person("CHAIR"), "at": NOW}
    assert refusal(take, **given).field == "trigger"


def test_others_take_none_and_nobody_after_the_conference():
    asked = open_request()
    given = {"request": asked, "trigger": ThinkingTrigger.STUCK, "at": NOW}
    assert refusal(take, **given, by=person("MANAGER")).status == FORBIDDEN
    meet(asked)
    assert "nothing left to think about" in refusal(take, **given, by=person("CHAIR")).sentence


# ----- Handed over ---------------------------------------------------------------------------------------


@pytest.fixture
def passed_on(session):
    """Held by the first chair; then the conference is another's."""
    booking = booked(session.request)
    first, second = booking.chair, person("CHAIR")
    held(session, first)
    type(booking).objects.unscoped("test").filter(pk=booking.pk).update(chair=second)
    session.refresh_from_db()
    return session, first, second


def test_what_the_chair_before_held_counts_no_more_and_each_holds_their_own(passed_on):
    session, first, second = passed_on
    assert is_owed(session)
    own = held(session, second, note=Note(pattern="Mine"))
    assert (own.follows, own.chair, own.is_required) == (session, second, False)
    assert not is_owed(session)
    assert ReflectiveNote.objects.get(session=session).written_by == first
    assert held(session, second, minutes=60, note=Note(pattern="Mine again")).pk == own.pk
    assert ThinkingTime.every.get(pk=own.pk).minutes == 60


def test_what_the_chair_before_held_stays_as_they_left_it(passed_on):
    session, first, second = passed_on
    said = f"{second.full_name} chairs this conference now, so what you held stays as it was."
    assert refused(session, first, minutes=50)[1] == said
    action = {"what": "Ask", "owner": first, "owner_words": "", "due_date": NOW.date()}
    assert refusal(add_action, session=session, **action, by=first, at=NOW).sentence == said


def test_handed_back_what_was_held_counts_again(passed_on):
    session, first, _ = passed_on
    booking = session.request.bookings.get()
    type(booking).objects.unscoped("test").filter(pk=booking.pk).update(chair=first)
    assert not is_owed(session)


def test_the_duty_is_the_new_chair_s_until_they_held_their_own(passed_on):
    session, _, second = passed_on
    (clock,) = clocks([Code.HOLD_THINKING_TIME])
    assert (clock.met, clock.owner) == (None, second.pk)
    held(session, second)
    assert [one.met for one in clocks([Code.HOLD_THINKING_TIME])] == [NOW.date()]


def test_the_new_chair_plans_time_for_it_and_may_ask_for_a_waiver(passed_on):
    session, first, second = passed_on
    hours = [NOW + timedelta(hours=hour) for hour in (1, 2)]
    assert plan(session=session, starts_at=hours[0], ends_at=hours[1], by=second, at=NOW).chair == second
    why = {"why": WaiverReason.HANDED_OVER, "words": "The invented chair told me all of it."}
    said = refusal(ask_waiver, session=session, **why, by=first, at=NOW).sentence
    assert "only they can ask" in said
    assert ask_waiver(session=session, **why, by=second, at=NOW)


def test_a_chair_takes_no_time_for_another_s_conference(session):
    booked(session.request)
    said = refusal(take, request=session.request, trigger=ThinkingTrigger.STUCK, by=person("CHAIR"), at=NOW)
    assert "chairs this conference" in said.sentence
