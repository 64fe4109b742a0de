"""What is due changes with the fact that it stands on: the scan that follows finds nothing left to do."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import connection, transaction
from kombu.exceptions import OperationalError

from conferences.models import Duty, Plan
from conferences.operations import duties_refresh
from conferences.operations.copies import make_copies, mark_copy_sent, release_copy
from conferences.operations.copies_own import give_none
from conferences.operations.core_groups import record_core_group
from conferences.operations.duties import SCAN_LOCK, Scanned, scan
from conferences.operations.duties_refresh import refresh, refresh_children
from conferences.operations.enquiries import record_enquiry
from conferences.operations.letters import make_letters, mark_letter_sent
from conferences.operations.requests import ChildAsk, withdraw
from conferences.operations.scheduling import book, cancel, move
from conferences.operations.thinking_time import Note, hold
from conferences.queries.clocks import reader
from conferences.queries.clocks.subjects import SUBJECTS
from conferences.rules.consultations import Answer
from conferences.rules.copies_own import NoOwn
from conferences.rules.deadlines import Subject
from conferences.rules.documents import SentHow
from conferences.rules.vocabulary import ConferenceKind
from conferences.rules.workflow import CancelReason, MoveReason
from safeguarding.clock import day_of
from safeguarding.models import Child
from tests.cast import person
from tests.factories import (
    ChildFactory,
    EnquiryFactory,
    PlanFactory,
)
from tests.operations.asking import AT, answer, ask, asker, asker_of, child_with_earlier_plan, initial, make
from tests.papers import WRITE, WRITE_COPY
from tests.queries.clocks_steps import STEPS, life
from tests.scheduling import place
from tests.views.meetings import AFTER, signed

pytestmark = pytest.mark.django_db
LIVES, STEPS_OF_A_LIFE = 8, 5
NOTHING = Scanned(0, 0)


def kinds(**fields) -> set[str]:
    rows = Duty.objects.unscoped("test").filter(**{"closed_at__isnull": True} | fields)
    return set(rows.values_list("kind", flat=True))


def is_up_to_date(at) -> bool:
    return scan(on=day_of(at), at=at) == NOTHING


def test_every_subject_of_the_catalogue_is_looked_for():
    assert set(SUBJECTS) == set(Subject)


def test_a_refresh_leaves_nothing_to_a_scan_after_any_step_of_a_life(monkeypatch):
    monkeypatch.setattr(duties_refresh, "england", reader.england)
    for seed in range(LIVES):
        with transaction.atomic():
            world, steps = life(seed), []
            monkeypatch.setattr(reader, "england", lambda world=world: world.calendar)
            for _ in range(STEPS_OF_A_LIFE):
                steps.append(world.step(STEPS))
                at = world.moment(world.day())
                refresh(*Child.objects.unscoped("test"), met_by=None, at=at)
                assert is_up_to_date(at), (seed, steps)
            transaction.set_rollback(True)
        reader.calendar_parameters.cache_clear()


# ----- Each operation --------------------------------------------------------------------------------------


def test_an_enquiry_asks_for_its_conference_at_once():
    child = ChildFactory()
    by = asker("SOCIAL_WORKER", child)
    facts = {"held_date": AT.date(), "further_discussions": [], "notes": ""}
    record_enquiry(children=[child], **facts, by=by, at=AT)
    assert kinds() == {"REQUEST_CONFERENCE"} and is_up_to_date(AT)


def test_a_request_and_its_withdrawal_show_at_once():
    request = make(initial(ChildFactory()))
    assert kinds() == {"HOLD_CONFERENCE", "SCHEDULE_REQUEST"} and is_up_to_date(AT)
    withdraw(request=request, reason="An invented mistake.", by=asker_of(request), at=AT)
    assert kinds() == {"REQUEST_CONFERENCE"} and is_up_to_date(AT)


def test_a_consultation_passes_from_the_asker_to_the_lead_and_back_at_once():
    child = child_with_earlier_plan(PlanFactory)
    request = make(initial(child))
    consultation = request.children.get().consultation
    assert kinds(owner=request.requested_by) == {"GIVE_ACCOUNT"}
    ask(
        consultation=consultation,
        why_now="A worry.",
        what_is_different="Help was asked for.",
        child_words="",
        options_tried="",
        by=request.requested_by,
        at=AT,
    )
    assert "GIVE_ACCOUNT" not in kinds() and "DECIDE_CONSULTATION" in kinds() and is_up_to_date(AT)
    answer(
        consultation=consultation,
        answer=Answer.MORE_INFORMATION,
        reasons="One thing is missing.",
        instead="What the school saw.",
        wanted_by_date=AT.date(),
        by=person("STRATEGIC_LEAD"),
        at=AT,
    )
    assert "GIVE_ACCOUNT" in kinds() and "DECIDE_CONSULTATION" not in kinds() and is_up_to_date(AT)


@pytest.fixture
def meeting():
    """In the diary for 13 April, after an earlier plan; thinking time waits."""
    request = make(initial(child_with_earlier_plan(PlanFactory)))
    by = person("BUSINESS_SUPPORT")
    return book(form_key=uuid4(), request=request, **place(dt.date(2018, 4, 13)), by=by, at=AT)


def test_a_meeting_in_the_diary_passes_the_work_to_its_chair_at_once(meeting):
    assert "SCHEDULE_REQUEST" not in kinds() and is_up_to_date(AT)
    assert kinds(owner=meeting.chair) == {
        *("HOLD_CONFERENCE", "HOLD_THINKING_TIME", "ANSWER_QUORUM", "SPEAK_BEFORE")
    }
    at, reason = {"by": meeting.booked_by, "at": AT}, MoveReason.FAMILY
    move(booking=meeting, **place(dt.date(2018, 4, 16)), reason=reason, **at)
    assert kinds(owner=meeting.chair) == set() and is_up_to_date(AT)
    cancel(booking=meeting, reason=CancelReason.OTHER, **at)
    assert "SCHEDULE_REQUEST" in kinds() and "HOLD_THINKING_TIME" not in kinds() and is_up_to_date(AT)


def test_thinking_time_that_is_held_is_off_the_list_at_once(meeting):
    session = meeting.request.thinking_time.get()
    entries = {one.child: "Look at both plans together." for one in meeting.request.children.all()}
    facts = {"held_date": AT.date(), "minutes": 45, "facilitator": "", "entries": entries, "note": Note()}
    hold(session=session, **facts, by=meeting.chair, at=AT)
    assert "HOLD_THINKING_TIME" not in kinds() and is_up_to_date(AT)


def test_a_signature_letters_and_a_core_group_show_at_once():
    booking, record = signed(person("CHAIR"))
    owed = {"SEND_LETTERS", "SEND_RECORD", "GIVE_OWN_VERSION", "HOLD_FIRST_CORE_GROUP"}
    assert kinds() == owed and is_up_to_date(AFTER)
    support = {"by": person("BUSINESS_SUPPORT"), "at": AFTER}
    for letter in make_letters(write=WRITE, record=record, **support):
        assert "SEND_LETTERS" in kinds() and is_up_to_date(AFTER)
        mark_letter_sent(letter=letter, sent_date=AFTER.date(), **support)
    for copy in make_copies(record=record, write=WRITE_COPY, **support):
        assert "SEND_RECORD" in kinds() and is_up_to_date(AFTER)
        release_copy(document=copy, by=booking.chair, at=AFTER)
        sent = {"how": SentHow.POST, "sent_date": AFTER.date(), "proof": ""}
        mark_copy_sent(document=copy, **sent, **support)
    for part in record.parts.all():
        assert "GIVE_OWN_VERSION" in kinds() and is_up_to_date(AFTER)
        give_none(part=part, reason=NoOwn.DECLINED, words="", **support)
    assert kinds() == {"HOLD_FIRST_CORE_GROUP"} and is_up_to_date(AFTER)
    plan, after = Plan.objects.unscoped("test").first(), AFTER + dt.timedelta(days=2)
    by = asker("SOCIAL_WORKER", plan.child)
    record_core_group(plan=plan, held_date=after.date(), notes="", by=by, at=after)
    assert "HOLD_FIRST_CORE_GROUP" not in kinds(child=plan.child) and is_up_to_date(after)


def test_what_somebody_met_is_kept_as_their_doing():
    enquiry = EnquiryFactory(started_date=AT.date())
    refresh(enquiry, met_by=None, at=AT)
    by = asker("SOCIAL_WORKER", enquiry.child)
    make(ChildAsk(enquiry.child, ConferenceKind.INITIAL, enquiry=enquiry), by=by)
    met = Duty.objects.unscoped("test").get(closed_because="MET")
    assert (met.kind, met.met_by, met.closed_at) == ("REQUEST_CONFERENCE", by, AT)


# ----- Beside a scan ---------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_nobody_waits_for_a_scan_that_runs_and_a_worker_is_asked_instead(monkeypatch):
    enquiry, asked = EnquiryFactory(started_date=AT.date()), []
    monkeypatch.setattr(duties_refresh.app, "send_task", lambda task, args, **_: asked.append((task, args)))
    with ThreadPoolExecutor(1) as scanning, transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SCAN_LOCK])
        scanning.submit(elsewhere, lambda: refresh(enquiry, met_by=None, at=AT)).result(timeout=20)
        assert kinds() == set()
    assert asked == [("conferences.tasks.refresh_duties", [[enquiry.child_id]])]
    refresh_children(asked[0][1][0], at=AT)
    assert kinds() == {"REQUEST_CONFERENCE"}


def elsewhere(act):
    """Done in a transaction and on a connection of another thread."""
    try:
        with transaction.atomic():
            act()
    finally:
        connection.close()


def test_a_fact_is_written_though_no_worker_can_be_asked(monkeypatch):
    def refuse(*_, **__):
        raise OperationalError

    monkeypatch.setattr(duties_refresh.app, "send_task", refuse)
    duties_refresh._ask([1])
