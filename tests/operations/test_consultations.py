"""A family's consultation: versions that stay, one act for all, a deputy by dates, and nobody's own."""

import datetime as dt
import uuid
from dataclasses import replace

import pytest

from conferences.models import (
    ConsultationAccount,
    ConsultationAnswer,
    ConsultationCondition,
    FamilyConsultation,
)
from conferences.operations import consultations_after as after
from conferences.operations import consultations_deciding as deciding
from conferences.operations.consultations import AccountWords, ChildWords, give_account
from conferences.operations.consultations_raising import raise_by_hand
from conferences.operations.consultations_thresholds import save_statement
from conferences.operations.requests_children import take_out
from conferences.rules.consultations import Answer, BookedDespite, SupportOutcome, Way, family_standing
from safeguarding.models import AuditEntry
from safeguarding.refusals import FORBIDDEN, Refused
from safeguarding.versions import StaleVersion
from safeguarding.workingdays import add_days
from tests.cast import person
from tests.factories import (
    AgencyFactory,
    BarFactory,
    BookingFactory,
    ChildFactory,
    ConsultationFactory,
    LeaveFactory,
    PlanFactory,
    ThresholdStatementFactory,
    answered,
)
from tests.operations.asking import AT, ON, asker
from tests.scheduling import booked, hours_on, open_request

pytestmark = pytest.mark.django_db
WORDS = AccountWords("Police were called.", "He has moved back in.")
AGREE = deciding.ChildAnswer(Answer.AGREE, "The harm has come back.")
WAY = deciding.ChildAnswer(
    Answer.ANOTHER_WAY,
    "Support has not been tried.",
    "A child in need plan.",
    Way.NAMED_SUPPORT,
    lead_words="The invented centre",
    review_date=ON + dt.timedelta(days=61),
)


@pytest.fixture
def three():
    """Amber, Rowan and Wren in one request, and a worker of their team."""
    amber = ConsultationFactory()
    request = amber.requested_child.request
    family = {"requested_child__request": request, "requested_child__child__family": request.family}
    return [amber, ConsultationFactory(**family), ConsultationFactory(**family)]


@pytest.fixture
def worker(three):
    return asker("SOCIAL_WORKER", *(one.child for one in three))


def give(three, by, **more):
    own = {one.pk: ChildWords("It is loud.") for one in three}
    return give_account(consultations=three, words=WORDS, of_children=own, by=by, at=AT, **more)


def decide(three, said, **more):
    values = {"by": more.pop("by", None) or person("STRATEGIC_LEAD"), "at": AT} | more
    answers = {one.pk: answer for one, answer in zip(three, said, strict=True)}
    return deciding.decide(consultations=three, answers=answers, **values)


def refusal_of(act, *args, **more):
    with pytest.raises(Refused) as refused:
        act(*args, **more)
    return refused.value


def states(three):
    for one in three:
        one.refresh_from_db()
    return [one.state for one in three]


def test_each_account_is_a_version_and_the_answer_names_its_own(three, worker):
    first = give(three, worker)
    more = deciding.ChildAnswer(Answer.MORE_INFORMATION, "b", "a", wanted_by_date=dt.date(2018, 4, 13))
    asked = decide(three, [more] * 3)
    second = give(three, worker)
    given = decide(three, [AGREE] * 3)
    assert (first.number, second.number) == (1, 2)
    assert {one.account_id for one in asked} == {first.pk} and {one.account_id for one in given} == {
        second.pk
    }
    rows = ConsultationAccount.objects.unscoped("test")
    assert rows.count() == 2 and second.children.count() == 3


def test_the_same_account_sent_twice_is_there_once(three, worker):
    assert give(three, worker).pk == give(three, worker).pk


def test_a_split_is_decided_in_one_act_and_sent_twice_is_once(three, worker):
    give(three, worker)
    lead, act = person("STRATEGIC_LEAD"), uuid.uuid4()
    first = decide(three, [AGREE, AGREE, WAY], by=lead, act=act)
    again = decide(three, [AGREE, AGREE, WAY], by=lead, act=act)
    assert [one.pk for one in first] == [one.pk for one in again]
    assert states(three) == ["AGREED", "AGREED", "ANOTHER_WAY"]
    three[0].within.refresh_from_db()
    assert three[0].within.is_over


def test_an_answer_while_the_account_is_rewritten_is_said(three, worker):
    give(three, worker)
    stale = refusal_of(decide, three, [AGREE] * 3, seen="0.0")
    assert isinstance(stale, StaleVersion) and "What you wrote is kept" in stale.sentence
    assert decide(three, [AGREE] * 3, seen=stale.seen)


def test_whoever_gave_any_version_decides_for_no_child_of_the_family(three, worker):
    give(three, worker)
    worker.role = "STRATEGIC_LEAD"
    worker.save(update_fields=["role"])
    assert refusal_of(decide, three[2:], [AGREE], by=worker).status == FORBIDDEN


def test_a_deputy_decides_on_the_days_of_the_leave_and_on_no_other(three, worker):
    give(three, worker)
    lead, deputy = person("STRATEGIC_LEAD"), person("STRATEGIC_LEAD")
    leave = LeaveFactory(person=lead, deputy=deputy, first_date=ON - dt.timedelta(9), last_date=ON)
    late = refusal_of(decide, three, [AGREE] * 3, by=deputy, for_another=lead, at=AT + dt.timedelta(days=1))
    assert (late.field, late.status) == ("for_another", FORBIDDEN)
    assert decide(three, [AGREE] * 3, by=deputy, for_another=leave.person)[0].for_another == lead


def test_nobody_decides_for_somebody_who_may_not_decide(three, worker):
    give(three, worker)
    manager, lead = person("MANAGER"), person("STRATEGIC_LEAD")
    LeaveFactory(person=manager, deputy=lead, first_date=ON - dt.timedelta(9), last_date=ON)
    error = refusal_of(decide, three, [AGREE] * 3, by=lead, for_another=manager)
    assert (error.field, error.status) == ("for_another", FORBIDDEN)
    assert "does not decide consultations" in error.sentence


def test_a_later_decision_replaces_with_its_reason_and_both_stay(three, worker):
    give(three, worker)
    first = decide(three, [AGREE] * 3)
    assert "to replace it, say why" in refusal_of(decide, three[:1], [WAY]).sentence
    (later,) = decide(three[:1], [WAY], because="The court decided.")
    assert later.supersedes_id == first[0].pk and states(three)[0] == "ANOTHER_WAY"


def test_a_partner_s_right_goes_before_any_decision_and_needs_no_account(three, worker):
    give(three[:1], worker)
    decide(three[:1], [WAY])
    partner = deciding.Partner(AgencyFactory(), "The invented head", ON)
    given = deciding.record_partner_right(
        consultations=three, partner=partner, reasons="They saw it.", by=person("BUSINESS_SUPPORT"), at=AT
    )
    assert states(three) == ["AGREED"] * 3 and {one.answer for one in given} == {"PARTNER_RIGHT"}
    assert [one.account is None for one in given] == [False, True, True]


@pytest.mark.parametrize("day", [ON + dt.timedelta(days=1), dt.date(ON.year - 2, ON.month, ON.day)])
def test_a_partner_did_not_ask_tomorrow_or_years_ago(three, day):
    partner = deciding.Partner(AgencyFactory(), "The invented head", day)
    given = {"partner": partner, "reasons": "They saw it.", "by": person("BUSINESS_SUPPORT"), "at": AT}
    assert refusal_of(deciding.record_partner_right, consultations=three, **given).field == "agency_date"


def test_an_escalated_question_is_decided_after_all(three, worker):
    give(three, worker)
    decide(three, [deciding.ChildAnswer(Answer.ESCALATE, "Too big.", to_whom="The director")] * 3)
    assert states(three) == ["ESCALATED"] * 3
    decide(three, [AGREE] * 3)
    assert states(three) == ["AGREED"] * 3


def test_a_condition_is_met_once_for_all_for_whom_it_was_set(three, worker):
    give(three, worker)
    row = deciding.Condition("Offer it again.", worker, "", ON + dt.timedelta(days=5))
    decide(three, [AGREE] * 3, conditions=[row])
    one, *others = ConsultationCondition.objects.unscoped("test").order_by("pk")
    after.meet_condition(condition=one, met_date=ON, words="They came.", by=worker, at=AT)
    assert (
        not ConsultationCondition.objects.unscoped("test").filter(closed_at=None).exists()
        and len(others) == 2
    )
    entries = AuditEntry.objects.filter(event="consultation.condition", done_by=worker)
    assert {entry.subject_id for entry in entries} == {child.pk for child in three}
    again = {"condition": one, "met_date": ON, "words": "", "by": worker, "at": AT}
    assert "is closed already" in refusal_of(after.meet_condition, **again).sentence


def test_a_condition_is_closed_for_one_child_alone_where_it_differs(three, worker):
    give(three, worker)
    row = deciding.Condition("Offer it again.", worker, "", ON + dt.timedelta(days=5))
    other = deciding.Condition("Offer it again.", None, "The centre", ON + dt.timedelta(days=5))
    decide(three, [AGREE] * 3, conditions=[row, other])
    rows = ConsultationCondition.objects.unscoped("test").filter(owner=worker)
    one = rows.get(answer__consultation=three[0])
    met = {"condition": one, "met_date": ON, "words": "", "by": worker, "at": AT}
    refused = refusal_of(after.meet_condition, **met, children=[])
    assert (refused.sentence, refused.field) == ("Select a child", "children")
    after.meet_condition(**met, children=three[:1])
    assert list(
        rows.filter(closed_at=None).values_list("answer__consultation", flat=True).order_by("pk")
    ) == [child.pk for child in three[1:]]
    assert "is closed already" in refusal_of(after.meet_condition, **met).sentence
    again = met | {"children": three[:1]}
    assert "is closed already" in refusal_of(after.meet_condition, **again).sentence
    after.meet_condition(**met | {"condition": rows.get(answer__consultation=three[1])})
    assert not rows.filter(closed_at=None).exists()
    left = ConsultationCondition.objects.unscoped("test").filter(closed_at=None)
    assert left.count() == 3 and not left.exclude(owner_words="The centre").exists()


def test_closing_the_request_of_the_last_child_takes_no_meeting_out_of_the_diary_unasked(three, worker):
    give(three, worker)
    decide(three, [WAY, WAY, WAY])
    request = three[0].requested_child.request
    meeting = BookingFactory(request=request, **hours_on(add_days(ON, 7)))
    for one in three[:2]:
        after.close_request(consultation=one, by=worker, at=AT)
    refused = refusal_of(after.close_request, consultation=three[2], by=worker, at=AT)
    assert refused.sentence == after.CANCEL_FIRST
    meeting.refresh_from_db()
    request.refresh_from_db()
    assert (meeting.state, request.state) == ("BOOKED", "BOOKED")


def test_another_way_closes_the_request_of_that_child_alone_and_is_reviewed(three, worker):
    give(three, worker)
    decide(three, [AGREE, AGREE, WAY])
    ended = after.close_request(consultation=three[2], by=worker, at=AT)
    three[0].requested_child.request.refresh_from_db()
    assert (ended.state, three[0].requested_child.request.state) == ("WITHDRAWN", "REQUESTED")
    assert "Another way was decided" in ended.withdrawn_reason
    found = after.SupportFound(ON, SupportOutcome.FAILED, "It is loud again.")
    assert after.review_support(consultation=three[2], found=found, by=worker, at=AT).outcome == "FAILED"
    over = refusal_of(after.review_support, consultation=three[2], found=found, by=worker, at=AT)
    assert over.sentence == after.ENDED


def test_a_review_is_later_than_the_one_before(three, worker):
    give(three, worker)
    decide(three, [WAY, AGREE, AGREE])
    goes_on = SupportOutcome.GOES_ON
    found = after.SupportFound(ON, goes_on, "Well.", ON + dt.timedelta(days=30))
    facts = {"consultation": three[0], "by": worker, "at": AT}
    after.review_support(found=found, **facts)
    refused = refusal_of(after.review_support, found=found, **facts)
    assert [problem.field for problem in refused.problems] == ["held_date"]
    assert "must be later" in refused.sentence


def test_one_of_three_is_withdrawn_and_the_others_wait_and_are_decided(three, worker):
    give(three, worker)
    take_out(asked=three[0].requested_child, reason="He moved to an aunt.", by=worker, at=AT)
    states(three)
    assert [one.state for one in three] == ["CLOSED", "ASKED", "ASKED"]
    decide(three[1:], [AGREE, WAY])
    states(three)
    assert [one.state for one in three] == ["CLOSED", "AGREED", "ANOTHER_WAY"]
    assert family_standing([one.state for one in three]).number == 2


def test_information_is_wanted_by_the_conference_s_day_and_another_way_is_reviewed_later(three, worker):
    give(three, worker)
    due = three[0].requested_child.due_date
    late = deciding.ChildAnswer(
        Answer.MORE_INFORMATION, "Ask.", "The school.", wanted_by_date=due + dt.timedelta(days=30)
    )
    past = replace(WAY, review_date=ON)
    refused = refusal_of(decide, three[:2], [late, past])
    told = [(problem.field, problem.about) for problem in refused.problems]
    assert told == [("wanted_by_date", three[0].pk), ("review_date", three[1].pk)]
    assert [one.answers.count() for one in three] == [0, 0, 0]


@pytest.mark.parametrize(
    ("day", "said"),
    [(dt.date(2028, 4, 12), "the local limit is 3 months"), (dt.date(2018, 4, 14), "is not a working day")],
    ids=["in ten years", "Saturday"],
)
def test_another_way_is_reviewed_soon_and_on_a_working_day(three, worker, day, said):
    give(three, worker)
    told = refusal_of(decide, three[:1], [replace(WAY, review_date=day)]).problems
    assert [(one.field, said in one.sentence) for one in told] == [("review_date", True)]
    decide(three, [WAY] * 3)
    found = after.SupportFound(ON, SupportOutcome.GOES_ON, "Better.", day)
    refused = refusal_of(after.review_support, consultation=three[0], found=found, by=worker, at=AT)
    assert refused.field == "next_review_date" and said in refused.sentence


def test_a_condition_is_due_within_a_year_on_a_working_day(three, worker):
    give(three, worker)
    for day in (dt.date(2028, 4, 12), dt.date(2018, 4, 14)):
        condition = deciding.Condition("A family group conference", None, "The invented team", day)
        told = refusal_of(decide, three[:1], [AGREE], conditions=[condition]).problems
        assert [one.field for one in told] == ["condition_due"]


def test_a_review_that_goes_on_has_a_next_day(three, worker):
    give(three, worker)
    decide(three, [WAY] * 3)
    found = after.SupportFound(ON, SupportOutcome.GOES_ON, "Better.")
    facts = {"consultation": three[0], "by": worker, "at": AT}
    assert refusal_of(after.review_support, found=found, **facts).field == "next_review_date"


def test_who_disagrees_stands_beside_the_answer_once(three, worker):
    facts = {"consultations": three, "agency": None, "words": "I would have met.", "by": worker, "at": AT}
    act = uuid.uuid4()
    assert len(after.record_dissent(act=act, **facts)) == len(after.record_dissent(act=act, **facts)) == 3


def test_the_same_words_of_two_people_are_two_conditions(three, worker):
    give(three, worker)
    day = ON + dt.timedelta(days=5)
    whose = ((worker, ""), (None, "The invented nurse"))
    rows = [deciding.Condition("Visit each week.", owner, words, day) for owner, words in whose]
    decide(three, [AGREE] * 3, conditions=rows)
    held = ConsultationCondition.objects.unscoped("test")
    after.meet_condition(condition=held.filter(owner=worker)[0], met_date=ON, words="", by=worker, at=AT)
    assert set(held.filter(closed_at=None).values_list("owner_words", flat=True)) == {"The invented nurse"}
    assert held.filter(owner=worker, met_date=ON).count() == 3


def test_who_may_not_see_a_child_neither_leads_nor_owns_a_condition(three, worker):
    give(three, worker)
    day = ON + dt.timedelta(days=5)
    BarFactory(user=worker, family=three[0].child.family)
    named = replace(WAY, lead=worker, lead_words="")
    said = {"said": [named, AGREE, AGREE], "conditions": [deciding.Condition("Visit.", worker, "", day)]}
    error = refusal_of(decide, three, **said)
    told = [(one.field, one.about) for one in error.problems]
    assert told == [("lead", three[0].pk), ("condition_owner", 0)]
    assert "may not see" in error.problems[0].sentence
    type(worker.bars.get()).objects.update(lifted_by=person("INFORMATION_GOVERNANCE"), lifted_at=AT)
    assert decide(three, **said)


def test_it_is_raised_by_hand_for_children_with_a_plan_before_alone():
    with_plan = ChildFactory()
    without = ChildFactory(family=with_plan.family)
    PlanFactory(child=with_plan, start_date=dt.date(2015, 1, 5), end_date=dt.date(2016, 2, 1))
    worker = asker("SOCIAL_WORKER", with_plan, without)
    facts = {"words": "The school asked.", "by": worker, "at": AT}
    assert "No plan is known" in refusal_of(raise_by_hand, children=[without], **facts).sentence
    within = raise_by_hand(children=[with_plan], **facts)
    assert (within.request, within.raised_by, within.children.get().cause) == (None, worker, "BY_HAND")
    assert "waits already" in refusal_of(raise_by_hand, children=[with_plan], **facts).sentence
    assert FamilyConsultation.objects.unscoped("test").count() == 1


def test_who_is_decided_in_what_waits_for_others_is_not_raised_in_it_again():
    sister = ChildFactory()
    brother = ChildFactory(family=sister.family)
    for child in (sister, brother):
        PlanFactory(child=child, start_date=dt.date(2015, 1, 5), end_date=dt.date(2016, 2, 1))
    worker = asker("SOCIAL_WORKER", sister, brother)
    raised = {"words": "The school asked.", "by": worker, "at": AT}
    first = raise_by_hand(children=[sister, brother], **raised)
    parts = list(first.children.order_by("pk"))
    give(parts, worker)
    decide(parts[:1], [AGREE])
    error = refusal_of(raise_by_hand, children=[sister], **raised)
    assert error.field == "children" and "is in the consultation of 11 April 2018" in error.sentence
    decide(parts[1:], [AGREE])
    assert raise_by_hand(children=[sister], **raised) != first


def test_a_decision_before_any_account_was_given_is_refused_with_a_sentence(three):
    error = refusal_of(decide, three, [AGREE] * 3, seen="another page")
    assert "You can no longer do this: agree" in error.sentence
    agency = AgencyFactory()
    right = {"partner": deciding.Partner(agency, "Mx Sample", ON), "reasons": "They want one."}
    deciding.record_partner_right(consultations=three, **right, by=person("BUSINESS_SUPPORT"), at=AT)
    now = [type(one).objects.unscoped("test").get(pk=one.pk) for one in three]
    error = refusal_of(decide, now, [AGREE] * 3, because="It is held later.", seen="0.0")
    assert isinstance(error, StaleVersion) and error.saved_by.role == "BUSINESS_SUPPORT"


def test_a_second_raising_by_hand_keeps_its_why_and_its_raiser_decides_nothing_of_it():
    sister = ChildFactory()
    brother = ChildFactory(family=sister.family)
    for child in (sister, brother):
        PlanFactory(child=child, start_date=dt.date(2015, 1, 5), end_date=dt.date(2016, 2, 1))
    worker, lead = asker("SOCIAL_WORKER", sister, brother), person("STRATEGIC_LEAD")
    person("MANAGER")
    raise_by_hand(children=[sister], words="The school asked.", by=worker, at=AT)
    within = raise_by_hand(children=[brother], words="The nursery asked.", by=lead, at=AT)
    within.refresh_from_db()
    assert within.words == f"The school asked.\n\n{lead.full_name}, 11 April 2018: The nursery asked."
    assert within.raised_by == worker and within.children.count() == 2
    parts = list(within.children.order_by("pk"))
    give(parts, worker)
    for part in parts:
        assert refusal_of(decide, [part], [AGREE], by=lead).status == FORBIDDEN
    assert decide(parts, [AGREE] * 2)


def test_a_condition_was_met_on_a_day_from_the_decision_to_today(three, worker):
    give(three, worker)
    row = deciding.Condition("Offer it again.", worker, "", ON + dt.timedelta(days=5))
    decide(three, [AGREE] * 3, conditions=[row])
    one = ConsultationCondition.objects.unscoped("test").first()
    for day in (dt.date(218, 4, 11), ON - dt.timedelta(days=1), ON + dt.timedelta(days=1)):
        facts = {"condition": one, "met_date": day, "words": "They came.", "by": worker, "at": AT}
        error = refusal_of(after.meet_condition, **facts)
        assert (error.sentence, error.field) == ("The day must be from 11 April 2018 to today", "met_date")


def test_an_answer_keeps_the_statement_that_was_in_force(three, worker):
    give(three, worker)
    old, lead = ThresholdStatementFactory(key="4.2"), person("STRATEGIC_LEAD")
    said = deciding.ChildAnswer(Answer.AGREE, "x", statements=(old,))
    decide(three, [said] * 3)
    save_statement(key="4.2", words="Otherwise", from_date=ON, by=lead, at=AT)
    old.refresh_from_db()
    given = ConsultationAnswer.objects.unscoped("test").first()
    assert given.tied.get().statement == old and old.until_date == ON


def test_a_child_who_goes_another_way_is_not_booked_unnoticed():
    request = open_request()
    one = answered("ANOTHER_WAY", requested_child=request.children.get())
    refusal = refusal_of(booked, request)
    assert refusal.field == "despite" and one.child.display_name in refusal.sentence
    assert booked(request, despite=BookedDespite.PARTNER).despite == "PARTNER"


# ----- An account that tells of a child out of sight --------------------------------------------------


def hide(child):
    by = person("STRATEGIC_LEAD")
    told = {"is_restricted": True, "restricted_reason": "x", "restricted_by": by, "restricted_at": AT}
    type(child).every.filter(pk=child.pk).update(**told)


def test_nobody_decides_on_an_account_that_they_may_not_read(three, worker):
    give(three, worker)
    hide(three[2].child)
    error = refusal_of(decide, three[:2], [AGREE] * 2)
    assert "tells of a child whose record you may not open" in error.sentence
    assert not ConsultationAnswer.objects.unscoped("test").exists()


def test_who_may_not_read_an_account_is_not_shown_it_by_a_clash(three, worker):
    give(three, worker)
    hide(three[2].child)
    other = asker("SOCIAL_WORKER", three[0].child)
    stale = refusal_of(give, three[:1], other, seen="")
    assert isinstance(stale, StaleVersion) and (stale.theirs, stale.seen) == ({}, "1")
    assert give(three[:1], other, seen="1").number == 2
    assert ConsultationAccount.objects.unscoped("test").count() == 2
