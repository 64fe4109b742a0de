"""The page of one duty: why that day, the way to do it, what happened, and what else may be done with it."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from conferences.models import Duty
from safeguarding.clock import day_of
from tests.cast import person
from tests.factories import (
    AllocationFactory,
    BookingFactory,
    ChildFactory,
    DutyFactory,
    EnquiryFactory,
    FamilyFactory,
    LeaveFactory,
    MessageFactory,
    NoticeFactory,
    PlanFactory,
    RequestedChildFactory,
    TeamFactory,
    UserFactory,
)
from tests.views.pages import text

pytestmark = pytest.mark.django_db
AT = dt.datetime(2018, 4, 11, 10, tzinfo=dt.UTC)
DUE = dt.date(2018, 4, 12)


@pytest.fixture(autouse=True)
def wednesday():
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def worker():
    return person("SOCIAL_WORKER", team=TeamFactory())


@pytest.fixture
def duty(worker):
    """A conference is to be requested within the council's own limit."""
    enquiry = EnquiryFactory(child__given_names="Amber", started_date=dt.date(2018, 4, 9))
    AllocationFactory(child=enquiry.child, team=worker.team, worker=worker)
    facts = {"kind": "REQUEST_CONFERENCE", "booking": None, "enquiry": enquiry, "due_date": DUE}
    return DutyFactory(child=enquiry.child, **facts, owner=worker, owner_role=worker.role, raised_at=AT)


def page(client, user, duty, name="duty"):
    client.force_login(user)
    return client.get(reverse(name, args=[duty.ref]))


def sent(client, duty, name, **answers):
    return client.post(reverse(name, args=[duty.ref]), answers, follow=True)


def day(name, value):
    return {f"{name}_day": value.day, f"{name}_month": value.month, f"{name}_year": value.year}


def test_it_says_what_about_whom_and_why_that_day(client, worker, duty):
    shown = text(page(client, worker, duty))
    for words in (
        "Request the initial conference",
        "Amber",
        "Thursday 12 April 2018",
        "The council’s own limit",
    ):
        assert words in shown
    assert "the strategy discussion that started the section 47 enquiry" in shown


def test_the_button_leads_to_where_it_is_done(client, worker, duty):
    place = reverse("request_new", args=[duty.child.family.ref])
    html = page(client, worker, duty).content.decode()
    assert f'href="{place}" role="button"' in html
    lead = page(client, person("STRATEGIC_LEAD"), duty).content.decode()
    assert place not in lead and f'href="{reverse("child", args=[duty.child.ref])}" role="button"' in lead


def test_once_it_is_done_the_button_leads_to_the_request_and_not_to_asking_again(client, worker, duty):
    asked = RequestedChildFactory(enquiry=duty.enquiry, child=duty.child)
    Duty.objects.unscoped("test").filter(pk=duty.pk).update(closed_because="MET", closed_at=AT)
    html = page(client, worker, duty).content.decode()
    assert f'href="{reverse("request", args=[asked.request.ref])}" role="button"' in html
    assert reverse("request_new", args=[duty.child.family.ref]) not in html


def test_siblings_of_its_line_are_named_together(client, worker):
    family = FamilyFactory()
    for name in ("Amber", "Basil"):
        child = ChildFactory(given_names=name, family=family)
        AllocationFactory(child=child, team=worker.team)
        one = DutyFactory(child=child, due_date=DUE, owner=worker)
    shown = text(page(client, worker, one))
    assert "Amber" in shown and "Basil" in shown


def test_who_was_told_by_email_and_what_was_done_stand_in_the_chain(client, worker, duty):
    message = MessageFactory(recipient=worker, sent_at=AT)
    NoticeFactory(duty=duty, recipient=worker, message=message, due_date=DUE)
    client.force_login(worker)
    sent(client, duty, "duty_acknowledge", words="On my way.")
    shown = text(page(client, worker, duty))
    assert f"{worker.full_name} was told by email" in shown
    assert f"Acknowledged by {worker.full_name}" in shown and "On my way." in shown


def test_it_is_put_off_from_its_page(client, worker, duty):
    client.force_login(worker)
    answers = day("until_date", DUE) | {"words": "At court."}
    answer = sent(client, duty, "duty_put_off", **answers)
    assert "comes back on its day" in text(answer) and "Put off until" in text(answer)
    assert Duty.objects.unscoped("test").get().put_off_until_date == DUE


def test_no_way_leads_to_putting_off_what_leads_to_a_conference_that_the_law_wants_by_today(
    client, worker, duty
):
    way = reverse("duty_put_off", args=[duty.ref])
    assert way in page(client, worker, duty).content.decode()
    with time_machine.travel(dt.datetime(2018, 4, 30, 10, tzinfo=dt.UTC), tick=False):
        assert way not in page(client, worker, duty).content.decode()


@pytest.mark.parametrize("days", [-1, 0, 1])
def test_what_the_law_wanted_by_today_is_not_put_off(client, worker, duty, days):
    due, is_over = day_of(AT) + dt.timedelta(days=days), days <= 0
    of_plan = {"kind": "HOLD_FIRST_CORE_GROUP", "enquiry": None, "plan": PlanFactory(child=duty.child)}
    Duty.objects.filter(pk=duty.pk).update(due_date=due, **of_plan)
    address, said = reverse("duty_put_off", args=[duty.ref]), "so it cannot be put off"
    assert (address in page(client, worker, duty).content.decode()) != is_over
    form = client.get(address, follow=True)
    assert ("Until which day?" in text(form), said in text(form)) == (not is_over, is_over)
    answer = sent(
        client, duty, "duty_put_off", **day("until_date", day_of(AT) + dt.timedelta(days=1)), words="x"
    )
    assert (said in text(answer)) == is_over
    assert (Duty.objects.unscoped("test").get().put_off_until_date is None) == is_over


def test_what_leads_to_a_conference_of_today_is_not_put_off(client, worker, duty):
    with time_machine.travel(AT.replace(day=30), tick=False):
        client.force_login(worker)
        shown = text(client.get(reverse("duty_put_off", args=[duty.ref]), follow=True))
    assert "The law sets Monday 30 April 2018 for this" in shown and "Until which day?" not in shown


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_lost(client, worker, duty):
    client.force_login(worker)
    answer = client.post(
        reverse("duty_put_off", args=[duty.ref]), day("until_date", day_of(AT)) | {"words": "At court."}
    )
    shown = answer.content.decode()
    assert "The day must be after today" in shown and "At court." in shown
    assert "30 April 2018 at the latest" in text(answer)


def test_how_long_it_may_be_put_off_stands_beside_the_day(client, worker, duty):
    Duty.objects.filter(pk=duty.pk).update(
        kind="HOLD_CORE_GROUP", enquiry=None, plan=PlanFactory(child=duty.child)
    )
    client.force_login(worker)
    shown = text(client.get(reverse("duty_put_off", args=[duty.ref])))
    assert "at the latest: nothing is put off for longer than 3 months" in shown


def test_a_manager_gives_it_to_somebody_of_the_team(client, worker, duty):
    manager, colleague = (person(role, team=worker.team) for role in ("TEAM_MANAGER", "SOCIAL_WORKER"))
    on_leave = UserFactory(role="SOCIAL_WORKER", team=worker.team, full_name="Sample Away")
    LeaveFactory(person=on_leave, deputy=colleague, first_date=day_of(AT), last_date=day_of(AT))
    form = text(page(client, manager, duty, "duty_give"))
    assert "Sample Team manager" in form and "Sample Independent" not in form
    assert "Sample Away (social worker, on leave)" in form and form.count("Sample Social worker (") == 1
    sent(client, duty, "duty_give", to=str(colleague.ref), words="Away.")
    assert Duty.objects.unscoped("test").get().owner == colleague


def test_a_page_offers_only_what_its_reader_may_do(client, worker, duty):
    manager = person("TEAM_MANAGER", team=worker.team)
    colleague = person("SOCIAL_WORKER", team=worker.team)
    links = {
        user.role + str(user == colleague): {
            name
            for name in ("duty_acknowledge", "duty_put_off", "duty_give")
            if reverse(name, args=[duty.ref]) in page(client, user, duty).content.decode()
        }
        for user in (worker, manager, colleague)
    }
    assert links == {
        "SOCIAL_WORKERFalse": {"duty_acknowledge", "duty_put_off"},
        "TEAM_MANAGERFalse": {"duty_give"},
        "SOCIAL_WORKERTrue": set(),
    }
    assert page(client, colleague, duty, "duty_give").status_code == 403


def test_what_the_chair_alone_may_do_is_given_with_the_meeting(client):
    booking = BookingFactory()
    asked = RequestedChildFactory(request=booking.request)
    chairs = {"owner": booking.chair, "owner_role": "CHAIR"}
    one = DutyFactory(child=asked.child, booking=booking, **chairs)
    shown = page(client, person("STRATEGIC_LEAD"), one)
    assert "Only the meeting’s chair can do this" in text(shown)
    assert reverse("duty_give", args=[one.ref]) not in shown.content.decode()


def test_a_duty_of_a_child_out_of_sight_is_not_found(client, duty):
    stranger = person("SOCIAL_WORKER", team=TeamFactory())
    for name in ("duty", "duty_acknowledge", "duty_put_off"):
        assert page(client, stranger, duty, name).status_code == 404


def test_what_is_over_says_so_and_offers_nothing(client, worker, duty):
    Duty.objects.filter(pk=duty.pk).update(closed_at=AT, closed_because="MET")
    shown = page(client, worker, duty)
    assert "Done" in text(shown) and "Put it off" not in text(shown)
