"""What was recorded of the wrong child, or twice: kept, shown struck out, in no clock, and put back."""

import datetime as dt

import pytest
from django.urls import reverse

from conferences.models import (
    CoreGroup,
    Correction,
    Duty,
    Letter,
    PlanElsewhere,
    Request,
    ThinkingTime,
    ThinkingTimeEntry,
    TransferIn,
)
from conferences.operations import corrections_child as of_child
from conferences.operations import corrections_plans as of_plans
from conferences.operations import corrections_supports as of_supports
from conferences.operations import corrections_work as of_work
from conferences.operations.core_groups import record_core_group
from conferences.operations.corrections import NOT_BOTH, Change
from conferences.operations.follow_ups import record_follow_up
from conferences.operations.letters import make_letters, mark_letter_sent
from conferences.operations.thinking_time import Note, hold
from conferences.queries.children import find
from conferences.queries.children_chronology import chronology
from conferences.queries.clocks import clocks
from conferences.queries.letters import may_receive
from conferences.queries.plans_facts import plan_facts
from conferences.queries.recording import family_of
from conferences.rules.follow_ups import Which
from conferences.rules.search import Search
from conferences.views.presenters.children_timeline import entry_text
from safeguarding.refusals import Refused
from safeguarding.workingdays import add_days
from tests import factories as make
from tests.cast import person
from tests.papers import WRITE
from tests.scheduling import NOW, open_request
from tests.views.meetings import signed

pytestmark = pytest.mark.django_db
AT = dt.datetime(2018, 12, 3, 10, tzinfo=dt.UTC)
ON = AT.date()


def day(month, number, year=2018):
    return dt.date(year, month, number)


def said(is_so=True, why="OTHER_CHILD", words="The cousin’s, says the minute", **facts):
    return Change({"in_error": is_so, **facts}, why, words)


def refusal(act, **given):
    with pytest.raises(Refused) as found:
        act(**given, at=AT)
    return [(one.field, one.sentence) for one in found.value.problems]


@pytest.mark.parametrize(
    ("kind", "act", "told"),
    [
        (make.AllocationFactory, of_work.correct_allocation, {"end_date": day(4, 4, 2001)}),
        (make.RelationshipFactory, of_child.correct_relationship, {"end_date": day(4, 4, 2001)}),
        (make.ChildNameFactory, of_child.correct_name, {"given_names": "", "family_name": ""}),
        (make.NeedEpisodeFactory, of_child.correct_need, {"closure_date": day(4, 4, 2001)}),
        (make.TransferInFactory, of_child.correct_transfer_in, {"accepted_date": day(4, 4, 2001)}),
        (make.PlanElsewhereFactory, of_plans.correct_plan_elsewhere, {"end_date": day(4, 4, 2001)}),
        (make.SupportTriedFactory, of_supports.correct_support, {"offered_date": day(4, 4, 2001)}),
    ],
)
def test_what_is_in_error_is_not_told_otherwise_with_it(team, kind, act, told):
    child = make.ChildFactory()
    row = kind(child=child, team=team) if kind is make.AllocationFactory else kind(child=child)
    held(team, child)
    by = person("TEAM_MANAGER", team=team)
    assert ("in_error", NOT_BOTH) in refusal(act, row=row, change=said(**told), by=by)
    row.refresh_from_db()
    assert not row.in_error


def due(code, **subject):
    found = Duty.objects.unscoped("test").filter(kind=code, closed_at=None, **subject)
    return found.values_list("due_date", flat=True).first()


@pytest.fixture
def team():
    return make.TeamFactory()


def held(team, child):
    if not child.allocations.exists():
        make.AllocationFactory(child=child, team=team)
    return person("SOCIAL_WORKER", team=team)


def test_a_core_group_of_the_wrong_child_meets_nothing_and_is_put_back(team):
    signed(person("CHAIR"))
    plan = CoreGroup._meta.get_field("plan").related_model.objects.unscoped("test").get()
    worker = held(plan.child.allocations.get().team, plan.child)
    first = due("HOLD_FIRST_CORE_GROUP", plan=plan)
    record_core_group(plan=plan, held_date=add_days(plan.start_date, 3), notes="", by=worker, at=AT)
    group = CoreGroup.objects.unscoped("test").get()
    assert due("HOLD_FIRST_CORE_GROUP", plan=plan) is None and due("HOLD_CORE_GROUP", plan=plan)
    assert ("words", "Enter what was wrong") in refusal(
        of_plans.correct_core_group, row=group, change=said(words=""), by=worker
    )
    (made,) = of_plans.correct_core_group(row=group, change=said(), by=worker, at=AT)
    assert (made.field, made.was, made.now, made.why) == ("in_error", "", "yes", "OTHER_CHILD")
    assert due("HOLD_FIRST_CORE_GROUP", plan=plan) == first and not due("HOLD_CORE_GROUP", plan=plan)
    again = record_core_group(plan=plan, held_date=group.held_date, notes="", by=worker, at=AT)
    ((field, sentence),) = refusal(of_plans.correct_core_group, row=group, change=said(False), by=worker)
    assert (field, sentence) == ("held_date", "A core group on that day is already recorded")
    of_plans.correct_core_group(row=again, change=said(why="TWICE"), by=worker, at=AT)
    of_plans.correct_core_group(row=group, change=said(False), by=worker, at=AT)
    assert due("HOLD_CORE_GROUP", plan=plan)


def test_nothing_else_of_what_was_in_error_is_corrected(team):
    group = make.CoreGroupFactory(in_error=True)
    worker = held(team, group.plan.child)
    told = refusal(
        of_plans.correct_core_group, row=group, change=Change({"notes": "Other"}, "TYPED"), by=worker
    )
    assert "Nothing here differs" in told[0][1]


def test_a_follow_up_in_error_leaves_room_for_the_one_that_was(team):
    plan = make.PlanFactory(start_date=day(1, 15), end_date=day(3, 1), end_reason="RISK_REDUCED")
    worker = held(team, plan.child)
    facts = {"which": Which.FIRST, "held_date": day(6, 1), "how_child_is": "Well", "help_now": ""}
    wrong = record_follow_up(plan=plan, **facts, by=worker, at=AT)
    of_plans.correct_follow_up(row=wrong, change=said(), by=worker, at=AT)
    right = record_follow_up(plan=plan, **facts, by=worker, at=AT)
    assert {wrong.pk, right.pk} == set(plan.follow_ups.values_list("pk", flat=True))
    assert refusal(of_plans.correct_follow_up, row=wrong, change=said(False), by=worker) == [
        ("which", "This follow-up is already recorded")
    ]


def test_a_plan_elsewhere_in_error_counts_for_no_replan(team):
    plan = make.PlanElsewhereFactory()
    worker = held(team, plan.child)
    assert len(plan_facts(plan.child, {})) == 1
    of_plans.correct_plan_elsewhere(row=plan, change=said(), by=worker, at=AT)
    assert plan_facts(plan.child, {}) == []
    of_plans.correct_plan_elsewhere(row=plan, change=said(False), by=worker, at=AT)
    assert len(plan_facts(plan.child, {})) == 1 == PlanElsewhere.objects.unscoped("test").count()


def test_a_spell_in_need_in_error_leaves_what_lies_in_it_to_the_one_that_was(team):
    wrong = make.NeedEpisodeFactory(referral_date=day(1, 8))
    right = make.NeedEpisodeFactory(child=wrong.child, referral_date=day(2, 5))
    early = make.ChildInNeedPlanFactory(child=wrong.child, episode=wrong, start_date=day(1, 20))
    enquiry = make.EnquiryFactory(child=wrong.child, episode=wrong, started_date=day(4, 9))
    worker = held(team, wrong.child)
    of_child.correct_need(row=wrong, change=said(why="TWICE"), by=worker, at=AT)
    early.refresh_from_db()
    enquiry.refresh_from_db()
    assert (early.episode_id, enquiry.episode_id) == (None, right.pk)


def test_a_move_here_in_error_owes_no_conference_and_one_asked_for_stands_in_the_way(team):
    move = make.TransferInFactory(notified_date=day(11, 19))
    worker = held(team, move.child)
    of_child.correct_transfer_in(row=move, change=Change({"moved_date": ON}, "TYPED"), by=worker, at=AT)
    assert due("REQUEST_TRANSFER_IN", transfer_in=move)
    request = make.RequestFactory(family=move.child.family)
    make.RequestedChildFactory(
        request=request, child=move.child, kind="TRANSFER_IN", enquiry=None, transfer_in=move
    )
    ((field, sentence),) = refusal(of_child.correct_transfer_in, row=move, change=said(), by=worker)
    assert field == "in_error" and sentence.endswith("stands on this move. Withdraw it first")
    withdrawn = {"withdrawn_by": worker, "withdrawn_at": AT, "withdrawn_reason": "It never was"}
    Request.objects.unscoped("test").filter(pk=request.pk).update(state="WITHDRAWN", **withdrawn)
    of_child.correct_transfer_in(row=move, change=said(), by=worker, at=AT)
    assert due("REQUEST_TRANSFER_IN", transfer_in=move) is None
    assert TransferIn.objects.unscoped("test").get().in_error


def test_a_child_in_need_plan_in_error_shares_its_days_and_is_put_back_where_they_are_free(team):
    plan = make.ChildInNeedPlanFactory(start_date=day(2, 1), end_date=day(3, 1))
    worker = held(team, plan.child)
    of_child.correct_in_need_plan(row=plan, change=said(), by=worker, at=AT)
    of_child.correct_in_need_plan(row=plan, change=said(False), by=worker, at=AT)
    of_child.correct_in_need_plan(row=plan, change=said(), by=worker, at=AT)
    make.PlanFactory(child=plan.child, start_date=day(2, 10), end_date=day(9, 1))
    ((field, _),) = refusal(of_child.correct_in_need_plan, row=plan, change=said(False), by=worker)
    assert field == "start_date"


def test_who_holds_a_child_in_error_holds_it_no_longer(team):
    by, now = person("TEAM_MANAGER", team=team), make.AllocationFactory(team=team)
    of_work.correct_allocation(row=now, change=said(), by=by, at=AT)
    now.refresh_from_db()
    assert (now.in_error, now.end_date) == (True, ON)
    assert [one.field for one in Correction.objects.unscoped("test")] == ["end_date", "in_error"]


def test_a_child_handed_over_wrongly_goes_back_before_it_is_said_to_be_an_error(team):
    first = make.AllocationFactory(end_date=day(6, 4))
    now = make.AllocationFactory(child=first.child, team=team, start_date=day(6, 4))
    by = person("TEAM_MANAGER", team=team)
    told = refusal(of_work.correct_allocation, row=now, change=said(), by=by)
    words = f"{first.team.name} held the child before. Hand the child over to it first"
    assert told == [("in_error", words)]


def test_what_was_thought_is_taken_from_a_file_by_who_wrote_it_alone():
    chair = person("CHAIR")
    entry = make.ThinkingTimeEntryFactory(written_by=chair)
    assert (
        "only they can change it"
        in refusal(of_work.correct_thinking_entry, row=entry, change=said(), by=person("CHAIR"))[0][1]
    )
    of_work.correct_thinking_entry(row=entry, change=said(), by=chair, at=AT)
    assert ThinkingTimeEntry.objects.unscoped("test").get().in_error


def test_the_timeline_strikes_out_what_was_in_error_and_says_who_said_so():
    group = make.CoreGroupFactory(in_error=True)
    make.CorrectionFactory(
        child=group.plan.child, kind="CORE_GROUP", row=group.pk, field="in_error", was="", now="yes"
    )
    told = [entry_text(event) for event in chronology(group.plan.child, ON)]
    assert "Core group, recorded in error" in [title for title, _ in told]
    assert "Recorded in error: core group" in [title for title, _ in told]


def test_thinking_time_of_the_wrong_family_is_none_and_is_owed_again():
    chair = person("CHAIR")
    request = open_request()
    session = make.ThinkingTimeFactory(request=request, raised_at=NOW)
    entries = {asked.child: "Look at all three plans." for asked in request.children.all()}
    facts = {"held_date": NOW.date(), "minutes": 45, "facilitator": "", "note": Note()}
    hold(session=session, entries=entries, **facts, by=chair, at=NOW)
    act = {"row": session, "by": chair, "at": NOW}

    of_work.correct_thinking_time(change=said(), **act)
    assert all(ThinkingTimeEntry.objects.unscoped("test").values_list("in_error", flat=True))
    (owed,) = ThinkingTime.objects.unscoped("test").filter(in_error=False)
    assert (owed.state, owed.trigger, owed.is_required) == ("DUE", session.trigger, True)
    assert [clock.subject for clock in clocks(["HOLD_THINKING_TIME"])] == [owed.pk]
    with pytest.raises(Refused, match="recorded in error"):
        hold(session=session, entries=entries, **facts, by=chair, at=NOW)

    of_work.correct_thinking_time(change=said(False), **act)
    (stands,) = ThinkingTime.objects.unscoped("test")
    assert (stands.pk, stands.in_error) == (session.pk, False)
    assert not any(ThinkingTimeEntry.objects.unscoped("test").values_list("in_error", flat=True))


def test_time_that_a_chair_took_of_their_own_is_put_back_beside_what_is_owed():
    chair = person("CHAIR")
    request = open_request()
    own, owed = (
        make.ThinkingTimeFactory(request=request, raised_at=NOW, is_required=required)
        for required in (False, True)
    )
    entries = {asked.child: "Look at all three plans." for asked in request.children.all()}
    facts = {"held_date": NOW.date(), "minutes": 45, "facilitator": "", "note": Note()}
    hold(session=own, entries=entries, **facts, by=chair, at=NOW)
    for change in (said(), said(False)):
        of_work.correct_thinking_time(row=own, change=change, by=chair, at=NOW)
    assert set(ThinkingTime.every.values_list("pk", "in_error")) == {(own.pk, False), (owed.pk, False)}


def test_what_somebody_is_to_a_child_is_another_thing_and_its_history_says_what_stood_there(team):
    tie = make.RelationshipFactory(kind="FATHER", parental_responsibility="UNKNOWN")
    by = held(team, tie.child)
    facts = {"kind": "STEP_PARENT", "parental_responsibility": "NO", "start_date": day(1, 8)}
    of_child.correct_relationship(row=tie, change=Change(facts, "TOLD"), by=by, at=AT)
    tie.refresh_from_db()
    assert (tie.kind, tie.parental_responsibility, tie.start_date) == ("STEP_PARENT", "NO", day(1, 8))
    was = {one.field: one.was for one in Correction.objects.unscoped("test")}
    assert was == {"kind": "FATHER", "parental_responsibility": "UNKNOWN", "start_date": ""}


def test_a_parent_by_birth_is_older_than_the_child_and_a_tie_ends_after_it_began(team):
    tie = make.RelationshipFactory(
        kind="OTHER", person__birth_date=day(1, 8), child__birth_date=day(1, 2, 2012)
    )
    change = Change({"kind": "MOTHER", "start_date": day(3, 5), "end_date": day(3, 1)}, "TOLD")
    told = refusal(of_child.correct_relationship, row=tie, change=change, by=held(team, tie.child))
    assert [field for field, _ in told] == ["end_date", "kind"]


def test_a_name_that_never_was_the_childs_finds_nobody_and_is_struck_out(client, team):
    name = make.ChildNameFactory(given_names="Opal", family_name="Neverwood")
    by = held(team, name.child)
    assert found_by("Opal Neverwood", by) == [name.child]
    assert "Opal Neverwood" in names_on_page(client, by, name.child)
    of_child.correct_name(row=name, change=said(), by=by, at=AT)
    assert found_by("Opal Neverwood", by) == []
    assert "Opal Neverwood" not in names_on_page(client, by, name.child)
    facts = client.get(reverse("child_facts", args=[name.child.ref])).content.decode()
    assert "Neverwood" in facts and "The cousin’s, says the minute" in facts
    name.refresh_from_db()
    assert (name.in_error, name.family_name) == (True, "Neverwood")
    (one,) = Correction.objects.unscoped("test")
    assert (one.field, one.was, one.now, one.why) == ("in_error", "", "yes", "OTHER_CHILD")
    of_child.correct_name(row=name, change=said(False), by=by, at=AT)
    assert found_by("Opal Neverwood", by) == [name.child]


def found_by(words, by):
    return [match.child for match in find(by, Search(words=tuple(words.lower().split())), on=ON).matches]


def names_on_page(client, by, child):
    client.force_login(by)
    return client.get(reverse("child", args=[child.ref])).content.decode()


def test_a_letter_to_whom_the_tie_was_none_is_not_sent_and_is_owed_no_more():
    support = person("BUSINESS_SUPPORT")
    booking, record = signed(person("CHAIR"))
    child = booking.request.children.first().child
    tie = make.RelationshipFactory(child=child, person__family=child.family, kind="FATHER")
    letters = make_letters(write=WRITE, record=record, by=support, at=AT)
    theirs = next(one for one in letters if one.person == tie.person)
    by = person("SOCIAL_WORKER", team=child.allocations.get().team)
    tie.__class__.objects.unscoped("test").filter(pk=tie.pk).update(in_error=True)
    with pytest.raises(Refused, match="must not go") as refused:
        mark_letter_sent(letter=theirs, sent_date=ON, by=support, at=AT)
    assert refused.value.problems[0].field == "sent_date"
    tie.__class__.objects.unscoped("test").filter(pk=tie.pk).update(in_error=False)
    of_child.correct_relationship(row=tie, change=said(), by=by, at=AT)
    left = {one.person for one in Letter.objects.unscoped("test").filter(record=record)}
    assert left == {one.person for one in letters} - {tie.person}
    of_child.correct_relationship(row=tie, change=said(False), by=by, at=AT)
    assert tie.person in {one.person for one in make_letters(write=WRITE, record=record, by=support, at=AT)}


def test_who_was_never_anything_to_a_child_is_on_no_page_and_gets_no_letter(client):
    booking, record = signed(person("CHAIR"))
    child = booking.request.children.first().child
    tie = make.RelationshipFactory(child=child, person__family=child.family, kind="FATHER")
    by = person("SOCIAL_WORKER", team=child.allocations.get().team)
    assert tie.person in may_receive(record)
    of_child.correct_relationship(row=tie, change=said(), by=by, at=AT)
    assert tie.person not in may_receive(record) and tie.person not in [
        one.person for one in family_of(by, booking.request)
    ]
    client.force_login(by)
    assert tie.person.full_name not in client.get(reverse("child", args=[child.ref])).content.decode()
    facts = client.get(reverse("child_facts", args=[child.ref])).content.decode()
    assert f"Father: {tie.person.full_name}" in facts and "Said to be recorded in error by" in facts
