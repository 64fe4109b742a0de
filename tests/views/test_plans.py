"""The page of a plan, of a family's plans, and an action that comes in between conferences."""

import datetime as dt

import pytest
from django.urls import reverse

from conferences.models import PlanAction, PlanNeed
from conferences.operations.recording import open_record, save_part
from conferences.operations.recording_lines import Need
from conferences.operations.recording_signing import sign
from conferences.queries.plans import lines_standing
from tests import factories as make
from tests.cast import person
from tests.operations.test_plans import BED, BUY, CALL
from tests.views.meetings import AFTER, BEGINS, NONE, fill, meeting
from tests.views.pages import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(client):
    booking, amy, basil = meeting(person("CHAIR"))
    record = fill(booking, (basil, NONE, []))
    given = {"child_needs": [BED], "actions": [BUY, CALL]}
    save_part(part=amy, version=1, values=BEGINS, by=booking.chair, at=AFTER, **given)
    sign(record=record, by=booking.chair, at=AFTER)
    client.force_login(booking.chair)
    return amy.requested_child.child.plans.get()


def test_the_page_shows_needs_actions_and_what_could_be_said_better(
    client, plan, django_assert_max_num_queries
):
    with django_assert_max_num_queries(30):
        shown = text(client.get(reverse("plan", args=[plan.ref])))
    for words in (BED.need, BED.change, BUY.measure, BUY.evidence, BUY.service, "Agreed by", "24 April 2018"):
        assert words in shown
    assert "Say how we will know that it worked" in shown and "Actions for no need" in shown
    assert "1 of 2 actions could be said better" in shown
    assert "Core group and next dates" in shown and "Agreed on 24 April 2018" in shown


def test_a_plan_of_a_file_says_that_nothing_is_written(client):
    client.force_login(person("CHAIR"))
    shown = text(client.get(reverse("plan", args=[make.PlanFactory().ref])))
    assert "No conference that was recorded here wrote a need or an action" in shown
    assert "Add an action" not in shown


def test_the_child_s_record_and_the_family_lead_to_it(client, plan):
    address = reverse("plan", args=[plan.ref])
    assert address in client.get(reverse("child", args=[plan.child.ref])).content.decode()
    family = reverse("family_plans", args=[plan.child.family.ref])
    assert family in client.get(reverse("family", args=[plan.child.family.ref])).content.decode()
    page = client.get(family)
    assert address in page.content.decode() and BED.change in text(page)


def test_a_family_without_a_plan_says_so(client):
    client.force_login(person("CHAIR"))
    child = make.ChildFactory()
    shown = text(client.get(reverse("family_plans", args=[child.family.ref])))
    assert "No child of this family whom you may see is on a plan now" in shown


def test_an_action_is_added_between_conferences_and_told_so(client, plan):
    address = reverse("plan_action_new", args=[plan.ref])
    assert address in client.get(reverse("plan", args=[plan.ref])).content.decode()
    assert BED.change in text(client.get(address))
    assert "Enter what will be done" in text(client.post(address, {"what": ""}))
    day = {"added_date_day": 26, "added_date_month": 4, "added_date_year": 2018}
    due = {"by_date_day": 1, "by_date_month": 7, "by_date_year": 2018}
    told = {"what": "Read at bedtime", "who": "Nan", "for_need": "new", "need": "Rest", "change": "She rests"}
    shown = text(client.post(address, told | day | due | {"words": "The core group agreed"}, follow=True))
    assert "The action is in the plan" in shown and "Read at bedtime" in shown and "She rests" in shown
    made = PlanAction.objects.unscoped("test").get(what="Read at bedtime")
    assert made.added_date == dt.date(2018, 4, 26)


def test_who_may_not_change_it_reads_it_alone(client, plan):
    client.force_login(person("BUSINESS_SUPPORT"))
    shown = client.get(reverse("plan", args=[plan.ref])).content.decode()
    assert "Change or end" not in shown and "Add an action" not in shown
    assert client.get(reverse("plan_action_new", args=[plan.ref])).status_code == 403


def test_what_was_ended_is_told_apart(client, plan):
    row = PlanAction.objects.unscoped("test").get(what=CALL.what)
    address = reverse("child_correct", args=[plan.child.ref, "plan_action", row.pk])
    assert address in client.get(reverse("plan", args=[plan.ref])).content.decode()
    assert "In the plan until" in text(client.get(address))


def test_a_review_that_writes_less_is_told_so_before_it_is_signed(client, plan):
    chair, family = plan.begun_at.conference.chair, plan.child.family
    starts = dt.datetime(2018, 5, 22, 9, tzinfo=dt.UTC)
    day = {"starts_at": starts, "ends_at": starts + dt.timedelta(hours=2)}
    booking = make.BookingFactory(chair=chair, request__family=family, **day)
    asked = {"request": booking.request, "child": plan.child, "kind": "REVIEW", "plan": plan, "enquiry": None}
    make.RequestedChildFactory(**asked)
    given = {"by": chair, "at": starts}
    part = open_record(booking=booking, **given).parts.get()
    goes_on = BEGINS | {"outcome": "PLAN_CONTINUES"}
    save_part(part=part, version=1, values=goes_on, actions=[CALL], **given)
    shown = text(client.get(reverse("record_check", args=[booking.ref])))
    name = plan.child.display_name
    assert f"The plan of {name} has 1 need and 2 actions; this record writes no needs and 1 action" in shown
    assert lines_standing(chair, [plan]) == {plan.pk: (1, 2)}


def sent(needs, for_need, **more):
    """A child's part as a browser sends it, with an action for a need; None stands for one taken away."""
    told = {f"{name}-INITIAL_FORMS": "0" for name in ("needs", "rows")} | {"needs-TOTAL_FORMS": len(needs)}
    for index, one in enumerate(needs):
        row = {"DELETE": "on"} if one is None else {"need": one.need, "change": one.change}
        told |= {f"needs-{index}-{key}": value for key, value in row.items()}
    due = {"by_date_day": 1, "by_date_month": 7, "by_date_year": 2018}
    action = {"what": "Mum to engage with services", "who": "Mum", "for_need": for_need} | due
    return told | {"rows-TOTAL_FORMS": 1} | {f"rows-0-{key}": v for key, v in action.items()} | more


def test_an_action_stays_with_its_need_when_another_is_taken_away(client):
    booking, amy, _ = meeting(person("CHAIR"))
    fill(booking)
    client.force_login(booking.chair)
    address = reverse("record_child", args=[booking.ref, amy.requested_child.child.ref])
    rest = Need("Rest", "She rests")
    gone = client.post(address, sent([None, BED, rest], for_need=1, version=amy.version))
    assert gone.status_code == 200 and "Select a need that stands above" in text(gone)
    assert "Need 2" in text(gone) and "Need 1 of" not in text(gone)
    assert client.post(address, sent([None, BED, rest], for_need=2, version=amy.version)).status_code == 302
    assert PlanAction.objects.unscoped("test").get().need.outcome == BED.change


def test_a_draft_of_before_needs_were_asked_takes_none_away(client):
    booking, amy, _ = meeting(person("CHAIR"))
    fill(booking)
    given = {"child_needs": [BED], "by": booking.chair, "at": AFTER}
    save_part(part=amy, version=amy.version, values=BEGINS, **given)
    amy.refresh_from_db()
    client.force_login(booking.chair)
    address = reverse("record_child", args=[booking.ref, amy.requested_child.child.ref])
    whole = sent([], for_need="", version=amy.version)
    old = {name: value for name, value in whole.items() if not name.startswith("needs")}
    again = client.post(address, old | {"rows-0-who": ""})
    body = again.content.decode()
    assert again.status_code == 200 and BED.change in body
    assert 'name="needs-TOTAL_FORMS" value="1"' in body
    assert client.post(address, old).status_code == 302
    assert PlanNeed.objects.unscoped("test").get().outcome == BED.change


def test_the_form_of_a_child_s_part_advises_after_it_was_saved(client):
    booking, amy, _ = meeting(person("CHAIR"))
    fill(booking)
    client.force_login(booking.chair)
    address = reverse("record_child", args=[booking.ref, amy.requested_child.child.ref])
    rows = sent([BED], for_need=1, version=amy.version)
    assert "can mean many things" not in text(client.get(address))
    assert client.post(address, rows).status_code == 302
    shown = text(client.get(address))
    assert "“engage with” can mean many things" in shown
    assert PlanAction.objects.unscoped("test").get().need.outcome == BED.change
