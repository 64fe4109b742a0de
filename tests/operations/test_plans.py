"""Needs and actions of a plan: written with the record, changed between conferences, never without why."""

import datetime as dt
from dataclasses import replace

import pgtrigger
import pytest

from conferences.models import PlanAction, PlanNeed
from conferences.operations.corrections import Change
from conferences.operations.plans import Added, add_action, correct_action, correct_need
from conferences.operations.recording import save_part
from conferences.operations.recording_lines import Action, Need
from conferences.operations.recording_signing import sign
from conferences.queries.documents_corrected import mended_of
from conferences.queries.plans import latest_part, plan_page
from safeguarding.refusals import Refused
from tests import factories as make
from tests.cast import person
from tests.views.meetings import AFTER, BEGINS, NONE, fill, meeting

pytestmark = pytest.mark.django_db
LATER = AFTER + dt.timedelta(days=30)
DUE, SINCE, HELD = dt.date(2018, 7, 1), dt.date(2018, 5, 10), dt.date(2018, 4, 24)
BED = Need("A bed of her own", "Amy sleeps through the night")
BUY = Action(
    "Buy a bed", "Mother Samplewood", DUE, 1, "The bed stands in Amy’s room", "A visit", "A charity", HELD
)
CALL = Action("Phone the clinic", "Nan Samplewood", DUE)


@pytest.fixture
def plan():
    booking, amy, basil = meeting(person("CHAIR"))
    record = fill(booking, (basil, NONE, []))
    given = {"child_needs": [BED], "actions": [BUY, CALL]}
    save_part(part=amy, version=1, values=BEGINS, by=booking.chair, at=AFTER, **given)
    sign(record=record, by=booking.chair, at=AFTER)
    return amy.requested_child.child.plans.get()


def chair_of(plan):
    return plan.begun_at.conference.chair


def refused(act):
    with pytest.raises(Refused) as told:
        act()
    return {one.field: one.sentence for one in told.value.problems}


def add(plan, action=CALL, **given):
    told = {"since": SINCE, "words": "Agreed in the core group"} | given
    return add_action(plan=plan, told=Added(action, **told), by=chair_of(plan), at=LATER)


def test_a_need_and_its_actions_stand_in_the_plan(plan):
    need = PlanNeed.objects.unscoped("test").get()
    bought, called = PlanAction.objects.unscoped("test").order_by("pk")
    assert (need.need, need.outcome, bought.need, called.need) == (BED.need, BED.change, need, None)
    assert (bought.measure, bought.service, bought.agreed_date) == (BUY.measure, "A charity", HELD)
    assert latest_part(plan) == need.part


def test_what_a_need_or_an_action_lacks_is_told_at_its_row():
    booking, amy, _ = meeting(person("CHAIR"))
    fill(booking)
    given = {
        "child_needs": [BED, Need("", "AMY SLEEPS THROUGH THE NIGHT")],
        "actions": [Action("", "", None, 3)],
    }
    with pytest.raises(Refused) as told:
        save_part(part=amy, version=1, values=BEGINS, by=booking.chair, at=AFTER, **given)
    found = [(one.field, one.about) for one in told.value.problems]
    assert found == [("need", 1), ("change", 1), ("what", 0), ("who", 0), ("by_date", 0), ("for_need", 0)]


def test_nobody_agrees_to_an_action_later_than_today_or_than_it_is_due():
    booking, amy, _ = meeting(person("CHAIR"))
    fill(booking)
    late = Action("Buy a bed", "Mum", HELD, agreed_date=SINCE)
    given = {"version": 1, "values": BEGINS, "by": booking.chair}
    for at, sentence in ((AFTER, "today or earlier"), (LATER, "the date of the action")):
        with pytest.raises(Refused, match=sentence) as told:
            save_part(part=amy, actions=[late], at=at, **given)
        assert told.value.field == "agreed_date"


def test_a_day_of_agreeing_cannot_come_in_later_either(plan):
    tomorrow = LATER.date() + dt.timedelta(days=1)
    late = replace(CALL, agreed_date=tomorrow)
    assert set(refused(lambda: add(plan, late))) == {"agreed_date"}
    row, given = PlanAction.objects.unscoped("test").earliest("pk"), {"by": chair_of(plan), "at": LATER}
    change = Change({"agreed_date": tomorrow}, why="TYPED")
    assert set(refused(lambda: correct_action(row=row, change=change, **given))) == {"agreed_date"}


def test_an_action_comes_into_an_open_plan_with_a_new_need(plan):
    made = add(plan, new_need=Need("Somebody to talk to", "Amy tells her worries"))
    assert (made.plan, made.need.number, made.added_date) == (plan, 2, SINCE)
    assert not made.is_of_record and made.is_in_plan
    kept = plan_page(chair_of(plan), plan.ref)
    assert [one.words for one in kept.corrections[("PLAN_ACTION", made.pk)]] == ["Agreed in the core group"]


def test_what_an_added_action_lacks_is_told(plan):
    told = refused(lambda: add(plan, Action("", "", None), since=None, words=" ", new_need=Need("", "")))
    assert set(told) == {"what", "who", "by_date", "added_date", "words", "need", "change"}
    assert set(refused(lambda: add(plan, since=dt.date(2018, 4, 1)))) == {"added_date"}
    early = Action("Phone", "Nan", dt.date(2018, 5, 9))
    assert set(refused(lambda: add(plan, early))) == {"by_date"}


def test_an_action_is_for_a_need_that_stands(plan):
    need = PlanNeed.objects.unscoped("test").get()
    ends = {"ended_date": SINCE, "ended_words": "She has a bed"}
    given = {"by": chair_of(plan), "at": LATER}
    correct_need(row=need, change=Change(ends, why="OTHER", words="Looked at"), **given)
    need.refresh_from_db()
    assert set(refused(lambda: add(plan, need=need))) == {"for_need"}


@pytest.mark.parametrize(("end", "sentence"), [(dt.date(2018, 5, 20), "has ended"), (None, "No conference")])
def test_nothing_comes_into_a_plan_that_has_ended_or_that_no_conference_agreed(end, sentence):
    given = {"end_date": end} if end else {}
    one = make.PlanFactory(start_date=dt.date(2018, 3, 1), **given)
    with pytest.raises(Refused, match=sentence):
        add_action(plan=one, told=Added(CALL, SINCE, "Why"), by=person("CHAIR"), at=LATER)


def test_an_action_is_told_otherwise_and_ended_with_why(plan):
    row, given = PlanAction.objects.unscoped("test").earliest("pk"), {"by": chair_of(plan), "at": LATER}
    other = {"measure": "Amy has slept in it for 20 nights"}
    correct_action(row=row, change=Change(other, why="TYPED", words=""), **given)
    row.refresh_from_db()
    assert row.measure == other["measure"]
    told = refused(
        lambda: correct_action(row=row, change=Change({"ended_date": SINCE}, why="TYPED"), **given)
    )
    assert set(told) == {"ended_words"}
    late = Change({"by_date": dt.date(2018, 4, 1)}, why="TYPED")
    assert set(refused(lambda: correct_action(row=row, change=late, **given))) == {"by_date", "agreed_date"}
    record = row.part.record
    assert "A need or an action" in mended_of(record).since(AFTER, [plan.child_id])[0]


def test_whether_its_conference_agreed_a_line_never_changes(plan):
    given = {"by": chair_of(plan), "at": LATER}
    agreed, added = PlanAction.objects.unscoped("test").earliest("pk"), add(plan)
    agrees, adds = (Change({"added_date": day}, why="TYPED") for day in (None, SINCE))
    for told in (
        refused(lambda: correct_action(row=agreed, change=adds, **given)),
        refused(lambda: correct_action(row=added, change=agrees, **given)),
    ):
        assert "does not change" in told["added_date"]
    need = PlanNeed.objects.unscoped("test").get()
    change = Change({"added_date": SINCE}, why="TYPED")
    assert (
        "recorded in error" in refused(lambda: correct_need(row=need, change=change, **given))["added_date"]
    )
    other = Change({"added_date": dt.date(2018, 5, 12)}, why="TYPED")
    correct_action(row=added, change=other, **given)


def test_a_line_that_never_was_makes_no_conference_stand(plan):
    before = latest_part(plan)
    held = make.ConferenceFactory(family=plan.child.family, held_date=dt.date(2018, 5, 20))
    with pgtrigger.ignore():
        at = make.ConferenceChildFactory(conference=held, child=plan.child, plan=plan, kind="REVIEW")
        asked = make.RequestedChildFactory(child=plan.child, kind="REVIEW", plan=plan, enquiry=None)
        record = make.MeetingRecordFactory(booking__request=asked.request)
        part = make.ChildPartFactory(record=record, requested_child=asked, conference_child=at)
        make.PlanActionFactory(part=part, plan=plan, in_error=True)
    assert latest_part(plan) == before == plan_page(chair_of(plan), plan.ref).standing
    with pgtrigger.ignore():
        PlanAction.objects.unscoped("test").filter(part=part).update(in_error=False)
    assert latest_part(plan) == part == plan_page(chair_of(plan), plan.ref).standing


def test_another_s_record_is_changed_by_nobody_without_the_right(plan):
    with pytest.raises(Refused):
        told = Added(CALL, SINCE, "Why")
        add_action(plan=plan, told=told, by=person("BUSINESS_SUPPORT"), at=LATER)
