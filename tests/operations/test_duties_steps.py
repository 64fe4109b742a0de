"""Acknowledged, put off, given to somebody else: by whom, until when, to whom; and the scan keeps it."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from conferences.models import Duty, DutyStep, Request
from conferences.operations.duties import scan
from conferences.operations.duties_steps import acknowledge, give, pass_duty_on, put_off
from conferences.operations.scheduling import book, cancel
from conferences.queries.duties_duty import takers
from conferences.queries.duties_lines import Part
from conferences.queries.duties_list import my_work
from conferences.rules.workflow import CancelReason
from safeguarding import audit
from safeguarding.models import AuditEntry
from safeguarding.refusals import CONFLICT, FORBIDDEN, NOT_FOUND, Refused
from tests.cast import person
from tests.factories import (
    AllocationFactory,
    BarFactory,
    ChildFactory,
    ConsultationFactory,
    DutyFactory,
    EnquiryFactory,
    EscalationFactory,
    FamilyFactory,
    LeaveFactory,
    PlanFactory,
    RestrictedGrantFactory,
    TeamFactory,
)
from tests.operations.asking import initial, make
from tests.scheduling import place

pytestmark = pytest.mark.django_db
AT = dt.datetime(2018, 4, 11, 10, tzinfo=dt.UTC)
ON = AT.date()
DUE = dt.date(2018, 4, 18)
WHY = "The invented worker is at court."


@pytest.fixture
def team():
    return TeamFactory()


@pytest.fixture
def worker(team):
    return person("SOCIAL_WORKER", team=team)


@pytest.fixture
def manager(team):
    return person("TEAM_MANAGER", team=team)


def of_team(worker, **fields):
    """A core group that a worker of the team owes, of a child whom the team holds."""
    child = fields.pop("child", None) or ChildFactory()
    AllocationFactory(child=child, team=worker.team, worker=worker)
    facts = {"kind": "HOLD_CORE_GROUP", "booking": None, "plan": PlanFactory(child=child), "due_date": DUE}
    facts |= {"owner": worker, "owner_role": worker.role}
    return DutyFactory(child=child, **facts | fields)


def refusal(act, **given):
    with pytest.raises(Refused) as caught:
        act(**given, at=AT)
    return caught.value


# ----- Acknowledged ----------------------------------------------------------------------------------------


def test_it_is_acknowledged_by_name_and_in_the_audit(worker):
    (step,) = acknowledge(duty=of_team(worker), words="", by=worker, at=AT)
    assert (step.kind, step.done_by, step.done_at) == ("ACKNOWLEDGED", worker, AT)
    assert AuditEntry.objects.get().event == "duty.acknowledged"


def test_siblings_in_one_line_are_acknowledged_together(worker):
    family = FamilyFactory()
    first, second = (of_team(worker, child=ChildFactory(family=family)) for _ in range(2))
    other = of_team(worker, child=ChildFactory(family=family), due_date=DUE + dt.timedelta(days=1))
    assert {step.duty for step in acknowledge(duty=first, words="", by=worker, at=AT)} == {first, second}
    assert not other.steps.exists()


def test_somebody_elses_is_not_ones_to_acknowledge(worker, team):
    colleague = person("SOCIAL_WORKER", team=team)
    assert refusal(acknowledge, duty=of_team(worker), words="", by=colleague).status == CONFLICT
    assert refusal(acknowledge, duty=of_team(worker), words="", by=person("REVIEWER")).status == NOT_FOUND


def test_a_deputy_acts_for_who_is_away_and_only_then(worker, team):
    deputy, duty = person("SOCIAL_WORKER", team=team), of_team(worker)
    leave = LeaveFactory(person=worker, deputy=deputy, first_date=ON, last_date=ON)
    assert acknowledge(duty=duty, words="", by=deputy, at=AT)
    type(leave).objects.update(first_date=ON + dt.timedelta(days=1), last_date=DUE)
    assert refusal(acknowledge, duty=duty, words="", by=deputy).status == CONFLICT


def test_what_was_passed_up_is_acknowledged_with_what_is_done_about_it(worker, manager):
    duty = of_team(worker)
    untold = {"acknowledged_by": None, "acknowledged_at": None, "words": ""}
    passed = EscalationFactory(duty=duty, to_role="TEAM_MANAGER", to_user=manager, **untold)
    assert refusal(acknowledge, duty=duty, words=" ", by=manager).field == "words"
    acknowledge(duty=duty, words="A colleague visits.", by=manager, at=AT)
    passed.refresh_from_db()
    assert (passed.acknowledged_by, passed.words) == (manager, "A colleague visits.")
    assert manager.full_name in refusal(acknowledge, duty=duty, words="Again.", by=manager).sentence
    assert acknowledge(duty=duty, words="A colleague visits.", by=manager, at=AT) == []
    assert duty.steps.count() == 1


def passed_to_whose_it_is():
    """A consultation that is the Strategic Lead's to decide, and passed up to them too."""
    raised = ConsultationFactory()
    of = {"child": raised.requested_child.child, "booking": None, "consultation": raised}
    duty = DutyFactory(kind="DECIDE_CONSULTATION", owner_role="STRATEGIC_LEAD", due_date=DUE, **of)
    untold = {"acknowledged_by": None, "acknowledged_at": None, "words": ""}
    EscalationFactory(duty=duty, to_role="STRATEGIC_LEAD", **untold)
    return duty


def test_a_second_press_adds_nothing_and_other_words_are_added():
    duty, lead = passed_to_whose_it_is(), person("STRATEGIC_LEAD")
    for _ in range(2):
        acknowledge(duty=duty, words="I ask the chair.", by=lead, at=AT)
    assert duty.steps.count() == AuditEntry.objects.filter(event="duty.acknowledged").count() == 1
    acknowledge(duty=duty, words="The chair answered.", by=lead, at=AT)
    assert [step.words for step in duty.steps.all()] == ["I ask the chair.", "The chair answered."]


@pytest.mark.django_db(transaction=True)
def test_two_presses_at_once_are_one_acknowledgement():
    duty, lead = passed_to_whose_it_is(), person("STRATEGIC_LEAD")

    def press(_: int) -> int:
        try:
            return len(acknowledge(duty=duty, words="I ask the chair.", by=lead, at=AT))
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as pool:
        assert sorted(pool.map(press, range(3))) == [0, 0, 1]
    assert duty.steps.count() == 1


def test_what_is_done_is_acknowledged_no_longer(worker):
    duty = of_team(worker, closed_at=AT, closed_because="MET")
    assert "no longer due" in refusal(acknowledge, duty=duty, words="", by=worker).sentence


# ----- Put off ---------------------------------------------------------------------------------------------


def test_it_is_put_off_with_the_reason(worker):
    duty, until = of_team(worker), dt.date(2018, 4, 20)
    (step,) = put_off(duty=duty, until_date=until, words=WHY, by=worker, at=AT)
    duty.refresh_from_db()
    assert (duty.put_off_until_date, step.until_date, step.words) == (until, until, WHY)


@pytest.mark.parametrize(
    ("until", "words", "sentence", "field"),
    [
        (None, WHY, "Enter the day until which it is put off", "until_date"),
        (ON, WHY, "The day must be after today", "until_date"),
        (DUE, " ", "Enter why it is put off", "words"),
    ],
)
def test_without_a_day_to_come_or_a_reason_it_is_not_put_off(worker, until, words, sentence, field):
    refused = refusal(put_off, duty=of_team(worker), until_date=until, words=words, by=worker)
    assert (refused.sentence, refused.field) == (sentence, field)


def test_nothing_is_put_off_past_the_day_that_the_law_sets_for_it(worker):
    duty = of_team(worker, kind="HOLD_FIRST_CORE_GROUP")
    late = {"until_date": DUE + dt.timedelta(days=1), "words": WHY, "by": worker}
    assert "Wednesday 18 April 2018 or earlier" in refusal(put_off, duty=duty, **late).sentence
    assert put_off(duty=duty, **late | {"until_date": DUE}, at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        Duty.objects.filter(pk=duty.pk).update(put_off_until_date=late["until_date"])


def test_what_leads_to_a_conference_is_not_put_off_past_the_conferences_day(worker):
    enquiry = EnquiryFactory(started_date=dt.date(2018, 4, 9))
    asks = {"kind": "REQUEST_CONFERENCE", "plan": None, "enquiry": enquiry}
    duty = of_team(worker, child=enquiry.child, **asks)
    after = {"until_date": dt.date(2018, 5, 1), "words": WHY, "by": worker}
    assert "30 April 2018 or earlier" in refusal(put_off, duty=duty, **after).sentence
    assert put_off(duty=duty, **after | {"until_date": dt.date(2018, 4, 30)}, at=AT)


@pytest.mark.parametrize("until", [dt.date(2018, 7, 12), dt.date(9999, 12, 31)])
def test_what_the_law_sets_no_day_for_is_put_off_for_three_months_at_most(worker, until):
    duty, facts = of_team(worker), {"words": WHY, "by": worker}
    refused = refusal(put_off, duty=duty, until_date=until, **facts)
    assert refused.field == "until_date" and refused.sentence == (
        "The day must be Wednesday 11 July 2018 or earlier: nothing is put off for longer than 3 months"
    )
    assert put_off(duty=duty, until_date=dt.date(2018, 7, 11), **facts, at=AT)


def test_what_is_late_by_law_is_not_put_off_at_all(worker):
    duty = of_team(worker, kind="HOLD_FIRST_CORE_GROUP", due_date=ON)
    refused = refusal(put_off, duty=duty, until_date=DUE, words=WHY, by=worker)
    assert "cannot be put off" in refused.sentence


def test_a_step_is_never_changed(worker):
    (step,) = acknowledge(duty=of_team(worker), words="", by=worker, at=AT)
    for act in (lambda: DutyStep.objects.filter(pk=step.pk).update(words="x"), step.delete):
        with pytest.raises(Exception, match="dutystep_never_changed|Cannot"), transaction.atomic():
            act()


# ----- Given to somebody else ------------------------------------------------------------------------------


def given(duty, to, by, words=WHY):
    return give(duty=duty, to=to, words=words, by=by, at=AT)


def test_a_manager_gives_it_to_a_colleague_of_the_team(worker, manager, team):
    colleague, duty = person("SOCIAL_WORKER", team=team), of_team(worker)
    (step,) = given(duty, colleague, manager)
    duty.refresh_from_db()
    assert (duty.owner, duty.given_to, step.given_to, step.words) == (colleague, colleague, colleague, WHY)


def test_without_a_person_and_a_reason_nothing_is_given(worker, manager):
    refused = refusal(give, duty=of_team(worker), to=None, words="", by=manager)
    assert [problem.field for problem in refused.problems] == ["to", "words"]
    assert "already" in refusal(give, duty=of_team(worker), to=worker, words=WHY, by=manager).sentence


def test_it_is_given_to_nobody_who_may_not_do_it_or_not_see_the_child(worker, manager, team):
    lead = person("STRATEGIC_LEAD")
    duty = of_team(worker)
    barred = person("SOCIAL_WORKER", team=team)
    BarFactory(user=barred, family=duty.child.family)
    switched_off = person("SOCIAL_WORKER", team=team, is_active=False)
    for to in (person("CHAIR"), person("SOCIAL_WORKER", team=TeamFactory()), barred, switched_off):
        for by in (manager, lead):
            assert refusal(give, duty=duty, to=to, words=WHY, by=by).field == "to"


def test_what_is_about_a_restricted_child_goes_only_to_who_is_named_for_it(worker, team):
    lead, named = person("STRATEGIC_LEAD"), person("SOCIAL_WORKER", team=team)
    duty = of_team(worker, child=ChildFactory(restricted=True))
    span = {"granted_at": AT - dt.timedelta(days=1), "until_at": dt.datetime(2040, 1, 1, tzinfo=dt.UTC)}
    for user in (lead, named):
        RestrictedGrantFactory(user=user, child=duty.child, **span)
    assert refusal(give, duty=duty, to=person("SOCIAL_WORKER", team=team), words=WHY, by=lead).field == "to"
    assert given(duty, named, lead)


def test_only_the_lead_gives_what_is_the_units_and_nobody_what_is_the_chairs(worker, manager):
    lead, support = person("STRATEGIC_LEAD"), person("BUSINESS_SUPPORT")
    letters = of_team(worker, kind="SEND_LETTERS", owner=None, owner_role="BUSINESS_SUPPORT")
    assert refusal(give, duty=letters, to=support, words=WHY, by=manager).status == CONFLICT
    assert given(letters, support, lead)
    chair = person("CHAIR")
    record = of_team(worker, kind="FINISH_RECORD", owner=chair, owner_role="CHAIR")
    assert refusal(give, duty=record, to=person("CHAIR"), words=WHY, by=lead).status == CONFLICT
    assert refusal(give, duty=letters, to=support, words=WHY, by=worker).status == FORBIDDEN


def test_the_scan_keeps_what_was_given_and_moves_it_with_its_day(team, manager):
    worker, colleague = (person("SOCIAL_WORKER", team=team) for _ in range(2))
    enquiry = EnquiryFactory(started_date=dt.date(2018, 4, 9))
    AllocationFactory(child=enquiry.child, team=team, worker=worker)
    scan(on=ON, at=AT)
    duty = Duty.objects.unscoped("test").get(kind="REQUEST_CONFERENCE")
    given(duty, colleague, manager)
    scan(on=ON, at=AT)
    duty.refresh_from_db()
    assert duty.owner == colleague
    enquiry.discussions.update(held_date=dt.date(2018, 4, 10))
    type(enquiry).objects.filter(pk=enquiry.pk).update(started_date=dt.date(2018, 4, 10))
    scan(on=ON, at=AT + dt.timedelta(minutes=5))
    moved = Duty.objects.unscoped("test").get(kind="REQUEST_CONFERENCE", closed_at__isnull=True)
    assert moved.pk != duty.pk and (moved.owner, moved.given_to) == (colleague, colleague)


@pytest.mark.parametrize("change", [{"is_active": False}, {"role": "REVIEWER"}, {"team": None}])
def test_the_scan_takes_it_back_from_who_may_no_longer_do_it(team, manager, change):
    worker, colleague = (person("SOCIAL_WORKER", team=team) for _ in range(2))
    enquiry = EnquiryFactory(started_date=dt.date(2018, 4, 9))
    AllocationFactory(child=enquiry.child, team=team, worker=worker)
    scan(on=ON, at=AT)
    duty = Duty.objects.unscoped("test").get(kind="REQUEST_CONFERENCE")
    given(duty, colleague, manager)
    type(colleague).objects.filter(pk=colleague.pk).update(**change)
    scan(on=ON, at=AT)
    duty.refresh_from_db()
    assert (duty.owner, duty.given_to) == (worker, None)


def test_what_is_given_is_not_put_off_for_whoever_takes_it(team, worker, manager):
    duty, mate = of_team(worker), person("SOCIAL_WORKER", team=team)
    put_off(duty=duty, until_date=dt.date(2018, 4, 16), words=WHY, by=worker, at=AT)
    give(duty=duty, to=mate, words=WHY, by=manager, at=AT)
    duty.refresh_from_db()
    assert (duty.owner, duty.put_off_until_date) == (mate, None)


def test_what_was_given_to_be_booked_is_its_chairs_once_it_is_booked(meeting_of_support):
    duty, support = meeting_of_support
    chair, at = person("CHAIR"), {"by": support, "at": AT}
    place_of_it = place(dt.date(2018, 4, 13), chair=chair)
    booking = book(form_key=uuid4(), request=Request.objects.unscoped("test").get(), **place_of_it, **at)
    duty.refresh_from_db()
    assert (duty.owner, duty.given_to) == (chair, None)
    cancel(booking=booking, reason=CancelReason.OTHER, **at)
    duty.refresh_from_db()
    assert (duty.owner, duty.owner_role) == (None, "BUSINESS_SUPPORT")


def requested(lead):
    lead_asked = {"requested_child__request__requested_by": lead}
    return ConsultationFactory(**lead_asked, state="ASKED", **ACCOUNT | {"asked_by": person("SOCIAL_WORKER")})


def account_given(lead):
    return ConsultationFactory(state="ASKED", **ACCOUNT | {"asked_by": lead})


def account_given_before(lead):
    found = account_given(person("SOCIAL_WORKER"))
    audit.record("consultation.asked", found, by=lead, at=AT)
    return found


ACCOUNT = {"asked_at": AT, "why_now": "x", "what_is_different": "y"}


@pytest.mark.parametrize("asked", [requested, account_given, account_given_before])
def test_who_asked_in_an_earlier_role_is_neither_offered_nor_owed_the_decision(asked):
    asker, lead = person("STRATEGIC_LEAD"), person("STRATEGIC_LEAD")
    asked(asker)
    scan(on=ON, at=AT)
    duty = Duty.objects.unscoped("test").get(kind="DECIDE_CONSULTATION")
    assert list(takers(lead, [duty], AT)) == [lead]
    assert refusal(give, duty=duty, to=asker, words=WHY, by=lead).field == "to"
    assert not pass_duty_on(duty, asker, WHY, writer=person("SYSTEM_ADMINISTRATOR"), at=AT)
    assert refusal(put_off, duty=duty, until_date=DUE, words=WHY, by=asker).status == CONFLICT
    assert [one.recipient for one in duty.notices.all()] == [lead]
    assert [on_list(one, duty) for one in (asker, lead)] == [[Part.WAITING], [Part.WEEK]]


def on_list(user, duty):
    """The lists of My work on which it stands for somebody."""
    lists = my_work(user, on=ON).lists.items()
    return [part for part, one in lists if duty.kind in {line.kind for line in one.lines}]


def test_a_deputy_who_asked_does_not_decide_for_who_is_away():
    asker, lead = person("STRATEGIC_LEAD"), person("STRATEGIC_LEAD")
    requested(asker)
    scan(on=ON, at=AT)
    duty = Duty.objects.unscoped("test").get(kind="DECIDE_CONSULTATION")
    given(duty, lead, lead)
    LeaveFactory(person=lead, deputy=asker, first_date=ON, last_date=ON)
    scan(on=ON, at=AT)
    assert refusal(put_off, duty=duty, until_date=DUE, words=WHY, by=asker).status == CONFLICT
    assert Part.STAND_IN not in my_work(asker, on=ON).lists
    assert {one.recipient for one in duty.notices.all()} == {lead}


def test_what_was_given_to_who_asked_since_is_taken_back():
    lead = person("STRATEGIC_LEAD")
    consultation = requested(person("SOCIAL_WORKER"))
    scan(on=ON, at=AT)
    duty = Duty.objects.unscoped("test").get(kind="DECIDE_CONSULTATION")
    given(duty, lead, lead)
    audit.record("consultation.asked", consultation, by=lead, at=AT)
    scan(on=ON, at=AT)
    duty.refresh_from_db()
    assert (duty.owner, duty.given_to) == (None, None)


@pytest.fixture
def meeting_of_support():
    """The duty to hold a conference that is not booked, given to one of business support; and they."""
    make(initial(ChildFactory()))
    duty, support = Duty.objects.unscoped("test").get(kind="HOLD_CONFERENCE"), person("BUSINESS_SUPPORT")
    given(duty, support, person("STRATEGIC_LEAD"))
    return duty, support
