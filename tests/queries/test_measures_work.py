"""The figures of the unit's own work: by hand, and against loops over the rows after every step of a life."""

import datetime as dt

import pytest
from django.db import transaction

from conferences.queries.clocks import reader
from conferences.queries.measures import figures, members
from conferences.rules.figures import NOT_COUNTED, LeftOut
from safeguarding.workingdays import Period, add_days
from tests.cast import person
from tests.factories import (
    AttendanceFactory,
    BookingFactory,
    ChildPartFactory,
    ConferenceChildFactory,
    ConferenceFactory,
    ConsultationAnswerFactory,
    ConsultationFactory,
    CoreGroupFactory,
    EnquiryFactory,
    LetterFactory,
    MeetingRecordFactory,
    PlanFactory,
    RequestedChildFactory,
    ThinkingTimeFactory,
    ThinkingWaiverFactory,
    answered,
)
from tests.queries.clocks_ledger import ledger
from tests.queries.clocks_steps import STEPS, life
from tests.queries.measures_meetings_oracle import meetings_oracle
from tests.queries.measures_work_oracle import work_oracle
from tests.queries.measures_world import YEAR, day

pytestmark = pytest.mark.django_db
LIVES = [range(100, 116), pytest.param(range(300), marks=pytest.mark.bench)]
STEPS_OF_A_LIFE = 8
# What these lives do not come to.
BY_HAND = ("quorate", "replans_consulted")
NOON = dt.datetime(2018, 4, 24, 12, tzinfo=dt.UTC)
WORK = (
    "first_core_group_in_10_days",
    "decisions_sent_on_time",
    "records_sent_on_time",
    "quorate",
    "consultations_in_time",
    "replans_consulted",
    "thinking_time_before",
)


def told(code, period=YEAR) -> str:
    return figures(period, [code])[code].as_text()


def left_out(code) -> dict[LeftOut, int]:
    return dict(figures(YEAR, [code])[code].left_out)


def signed(**fields):
    """The signed record of a meeting of one child that was held on 24 April 2018."""
    asked = RequestedChildFactory()
    held = ConferenceFactory(held_date=day("24 Apr 2018"))
    booking = BookingFactory(request=asked.request, state="HELD", conference=held)
    record = MeetingRecordFactory(
        booking=booking, state="SIGNED", signed_by=booking.chair, signed_at=NOON, **fields
    )
    at = ConferenceChildFactory(conference=held, child=asked.child, enquiry=asked.enquiry)
    ChildPartFactory(record=record, requested_child=asked, conference_child=at)
    return record, at


def in_full(figure) -> object:
    """What it counts, in which bands of its first split, and what it left out."""
    bands = next(iter(figure.breakdown.values()), {})
    left = {reason.value: number for reason, number in figure.left_out.items()}
    return figure.numerator, figure.denominator, {band: n for band, n in bands.items() if n}, left


@pytest.mark.parametrize("code", WORK)
def test_what_this_service_holds_nothing_of_is_blank_and_not_0_of_0(code):
    PlanFactory(start_date=day("1 Feb 2016"), end_date=day("1 May 2017"))
    figure = figures(YEAR, [code])[code]
    assert figure.as_text() == NOT_COUNTED
    assert [figure.as_json()[key] for key in ("numerator", "denominator", "value")] == [None] * 3


def test_first_core_groups():
    for held in ("8 May 2018", "9 May 2018", None):
        _, at = signed()
        plan = PlanFactory(child=at.child, begun_at=at, start_date=day("24 Apr 2018"))
        if held:
            CoreGroupFactory(plan=plan, held_date=day(held))
    PlanFactory(start_date=day("1 May 2018"))
    # Ten working days from 24 April, over the bank holiday on 7 May, are 9 May.
    assert told("first_core_group_in_10_days") == "2 of 3 (66.7%)"
    assert left_out("first_core_group_in_10_days") == {LeftOut.NOT_KNOWN_HERE: 1}
    until = Period(day("1 Apr 2018"), day("8 May 2018"))
    assert told("first_core_group_in_10_days", until) == NOT_COUNTED


def test_letters_and_records_are_sent_in_time():
    for letters, record_sent in ((["25 Apr 2018"], "16 May 2018"), (["25 Apr 2018", "26 Apr 2018"], None)):
        record, _ = signed()
        for sent in letters:
            LetterFactory(record=record, sent_date=day(sent), sent_by=record.signed_by)
        if record_sent:
            type(record).objects.filter(pk=record.pk).update(
                sent_date=day(record_sent), sent_by=record.signed_by
            )
    assert told("decisions_sent_on_time") == "1 of 2 (50.0%)"
    assert told("records_sent_on_time") == "1 of 2 (50.0%)"


@pytest.mark.parametrize(
    ("code", "due"),
    [
        ("first_core_group_in_10_days", "9 May 2018"),
        ("decisions_sent_on_time", "25 Apr 2018"),
        ("records_sent_on_time", "16 May 2018"),
        ("consultations_in_time", "12 Apr 2018"),
    ],
)
def test_what_is_due_today_has_not_failed_yet(code, due):
    """Nor has what is due in the rest of a period that is not over; what was due on its last day has."""
    _, at = signed()
    PlanFactory(child=at.child, begun_at=at, start_date=day("24 Apr 2018"))
    ConsultationFactory(decide_by_date=day("12 Apr 2018"))
    for until in (day(due), day("31 Mar 2019")):
        period = Period(day("1 Apr 2018"), until)
        today = figures(period, [code], on=day(due))[code]
        assert (today.as_text(), today.left_out) == (NOT_COUNTED, {LeftOut.LIMIT_NOT_PASSED: 1})
        assert members(code, period, part="rest", on=day(due)) == []
        assert figures(period, [code], on=add_days(day(due), 1))[code].as_text() == "0 of 1 (0.0%)"


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        (["SOCIAL_CARE", "SCHOOL", "POLICE"], "1 of 1 (100.0%)"),
        (["SOCIAL_CARE", "SCHOOL", "SCHOOL"], "0 of 1 (0.0%)"),
        (["HEALTH_VISITING", "SCHOOL", "POLICE"], "0 of 1 (0.0%)"),
        (["SOCIAL_CARE", "SCHOOL", "INTERPRETER"], "0 of 1 (0.0%)"),
        ([], "0 of 1 (0.0%)"),
    ],
)
def test_quorate_conferences(kinds, words):
    record, _ = signed()
    for kind in kinds:
        AttendanceFactory(record=record, agency_kind=kind)
    AttendanceFactory(record=record, agency_kind="HEALTH_VISITING", mode="WRITTEN")
    AttendanceFactory(record=record, agency_kind="", name="Parent Samplewood", is_family=True)
    assert told("quorate") == words


def test_consultations_are_decided_in_time():
    for decided in ("12 Apr 2018", "13 Apr 2018"):
        one = ConsultationFactory(decide_by_date=day("12 Apr 2018"))
        at = dt.datetime.combine(day(decided), dt.time(15), tzinfo=dt.UTC)
        ConsultationAnswerFactory(consultation=one, answered_at=at)
    ConsultationFactory(decide_by_date=day("12 Apr 2018"))
    ConsultationFactory(decide_by_date=day("12 Apr 2018"), state="CLOSED")
    assert told("consultations_in_time") == "1 of 3 (33.3%)"
    assert left_out("consultations_in_time") == {LeftOut.CLOSED_UNANSWERED: 1}


@pytest.mark.parametrize(("state", "words"), [("AGREED", "1 of 1 (100.0%)"), ("CLOSED", "0 of 1 (0.0%)")])
def test_repeat_plans_are_consulted_on(state, words):
    before = PlanFactory(start_date=day("1 Feb 2016"), end_date=day("1 May 2017"))
    enquiry = EnquiryFactory(child=before.child)
    asked = RequestedChildFactory(child=before.child, enquiry=enquiry)
    answered(state, requested_child=asked)
    at = ConferenceChildFactory(child=before.child, enquiry=enquiry, held_date=day("24 Apr 2018"))
    plan = PlanFactory(child=before.child, begun_at=at, start_date=day("24 Apr 2018"))
    assert told("replans_consulted") == words
    (row,) = members("replans_consulted", YEAR, part="denominator")
    assert row.plan_id == plan.pk


def test_thinking_time_comes_before_the_conference():
    for held in ("24 Apr 2018", "25 Apr 2018"):
        record, _ = signed()
        session = ThinkingTimeFactory(
            request=record.booking.request,
            state="HELD",
            held_date=day(held),
            minutes=45,
            chair=record.booking.chair,
        )
    ThinkingWaiverFactory(session=session, outcome="CONFIRMED", closed_by=person("MANAGER"), closed_at=NOON)
    assert told("thinking_time_before") == "1 of 2 (50.0%)"


def test_thinking_time_recorded_after_the_signing_changes_no_past_figure_and_has_a_row_of_its_own():
    record, _ = signed()
    ThinkingTimeFactory(
        request=record.booking.request,
        state="HELD",
        held_date=day("24 Apr 2018"),
        recorded_at=record.signed_at + dt.timedelta(days=30),
        minutes=45,
        chair=record.booking.chair,
    )
    figure = figures(YEAR, ["thinking_time_before"])["thinking_time_before"]
    assert figure.as_text() == "0 of 1 (0.0%)"
    assert {k: n for k, n in figure.bands("without").items() if n} == {"RECORDED_LATE": 1}


def test_a_conference_that_required_thinking_time_twice_is_counted_once_by_its_first_reason():
    for days in (("23 Apr 2018", "24 Apr 2018"), ("23 Apr 2018", "25 Apr 2018")):
        record, _ = signed()
        for trigger, held in zip(("LONG_PLAN", "DISAGREEMENT"), days, strict=True):
            session = ThinkingTimeFactory(
                request=record.booking.request,
                trigger=trigger,
                state="HELD",
                held_date=day(held),
                minutes=45,
                chair=record.booking.chair,
            )
    ThinkingWaiverFactory(session=session, outcome="CONFIRMED", closed_by=person("MANAGER"), closed_at=NOON)
    figure = figures(YEAR, ["thinking_time_before"])["thinking_time_before"]
    assert figure.as_text() == "1 of 2 (50.0%)"
    assert {k: n for k, n in figure.bands("required").items() if n} == {"LONG_PLAN": 2}
    assert {k: n for k, n in figure.bands("without").items() if n} == {"LONG_PLAN": 1}


@pytest.mark.parametrize("lives", LIVES, ids=len)
def test_after_every_step_of_a_life_they_are_what_loops_count(lives, monkeypatch):
    seen, met = dict.fromkeys(WORK, 0), dict[str, int]()
    for seed in lives:
        with transaction.atomic():
            world = life(seed)
            monkeypatch.setattr(reader, "england", lambda world=world: world.calendar)
            period = Period(world.began - dt.timedelta(days=300), world.began + dt.timedelta(days=420))
            for _ in range(STEPS_OF_A_LIFE):
                world.step(STEPS)
                expected = work_oracle(ledger(world.calendar), period.from_, period.to, 2)
                found = figures(period, WORK)
                assert {c: (f.numerator, f.denominator) for c, f in found.items()} == expected, seed
                seen = {code: seen[code] + expected[code][1] for code in WORK}
                of_meetings = meetings_oracle(world.calendar, period.from_, period.to)
                found = figures(period, of_meetings)
                assert {code: in_full(figure) for code, figure in found.items()} == of_meetings, seed
                met = {code: met.get(code, 0) + one[1] for code, one in of_meetings.items()}
            transaction.set_rollback(True)
        reader.calendar_parameters.cache_clear()
    assert [code for code, rows in seen.items() if not rows and code not in BY_HAND] == []
    # Few children of these lives are four years old when they are asked: test_measures_meetings counts those.
    assert [code for code, rows in met.items() if not rows and code != "participation"] == []
