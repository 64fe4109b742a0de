"""My work: late, today, this week, later, waiting; in scope, in words, in the order of the clock."""

import datetime as dt
import re

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from safeguarding.bankholidays import england
from safeguarding.clock import today
from safeguarding.models import ReadLog
from safeguarding.workingdays import add_days
from tests.cast import cast, person
from tests.factories import (
    AllocationFactory,
    BookingFactory,
    ChildFactory,
    ConsultationFactory,
    DutyFactory,
    FamilyFactory,
    RequestedChildFactory,
    RestrictedGrantFactory,
    TeamFactory,
)


def shown(client, user) -> str:
    client.force_login(user)
    response = client.get(reverse("my_work"))
    assert response.status_code == 200
    # Without the names of what the lists can be narrowed to.
    html = re.sub(r"<select.*?</select>", "", response.content.decode(), flags=re.S)
    return re.sub(r"\s+", " ", strip_tags(html))


def duty(days: int, name: str = "Amber", **fields):
    child = fields.pop("child", None) or ChildFactory(given_names=name, family_name="Testington")
    return DutyFactory(child=child, due_date=add_days(today(), days), **fields)


def hold(asked, **fields):
    subject = {"booking": None, "enquiry": asked.enquiry}
    return duty(1, child=asked.child, kind="HOLD_CONFERENCE", **subject, **fields)


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["CHAIR", "STRATEGIC_LEAD", "MANAGER", "REVIEWER"])
def test_an_empty_page_says_that_nothing_is_due(client, role):
    assert "Nothing of yours is due today or late." in shown(client, person(role))


@pytest.mark.django_db
def test_every_role_has_a_page(client):
    for user in cast().values():
        assert "My work" in shown(client, user)


@pytest.mark.django_db
def test_what_is_late_and_due_today_comes_first_in_words(client):
    chair = person("CHAIR")
    duty(0, "Today", owner=chair)
    duty(-20, "Late", owner=chair)
    page = shown(client, chair)
    assert page.index("Late Testington") < page.index("Today Testington")
    assert "working days late" in page and "Due today" in page


@pytest.mark.django_db
def test_siblings_with_one_duty_on_one_day_are_one_line(client):
    chair, family = person("CHAIR"), FamilyFactory(name="Fablethorpe")
    for name in ("One", "Two"):
        duty(2, child=ChildFactory(given_names=name, family=family), owner=chair)
    page = shown(client, chair)
    assert page.count("Finish the record") == 1 and "2 children" in page


@pytest.mark.django_db
def test_a_duty_of_a_record_one_may_not_open_is_not_shown(client):
    chair = person("CHAIR")
    duty(0, child=ChildFactory(given_names="Hiddenname", restricted=True), owner=chair)
    assert "Hiddenname" not in shown(client, chair)


@pytest.mark.django_db
def test_a_role_sees_what_nobody_holds_and_others_do_not(client):
    duty(1, "Unheld", owner_role="BUSINESS_SUPPORT")
    assert "Unheld" in shown(client, person("BUSINESS_SUPPORT"))
    assert "Unheld" not in shown(client, person("CHAIR"))


@pytest.mark.django_db
def test_a_manager_of_a_team_sees_the_teams_work(client):
    team = TeamFactory()
    worker, manager = person("SOCIAL_WORKER", team=team), person("TEAM_MANAGER", team=team)
    child = ChildFactory(given_names="Teamchild")
    AllocationFactory(child=child, team=team, worker=worker)
    duty(1, child=child, owner=worker, kind="HOLD_FIRST_CORE_GROUP", owner_role="SOCIAL_WORKER")
    assert "Teamchild" in shown(client, manager)


@pytest.mark.django_db
def test_the_asker_waits_for_the_lead(client):
    team = TeamFactory()
    worker = person("SOCIAL_WORKER", team=team)
    asked = RequestedChildFactory(request__requested_by=worker)
    AllocationFactory(child=asked.child, team=team, worker=worker)
    one = ConsultationFactory(requested_child=asked)
    duty(
        2,
        child=asked.child,
        kind="DECIDE_CONSULTATION",
        booking=None,
        consultation=one,
        owner_role="STRATEGIC_LEAD",
    )
    page = shown(client, worker)
    assert page.index("Waiting for others") < page.index("Decide the re-plan consultation")


@pytest.mark.django_db
def test_a_line_leads_to_where_it_is_done(client):
    asked, support = RequestedChildFactory(), person("BUSINESS_SUPPORT")
    hold(asked, owner_role="BUSINESS_SUPPORT")
    client.force_login(support)
    assert reverse("request", args=[asked.request.ref]) in client.get(reverse("my_work")).content.decode()


@pytest.mark.django_db
def test_a_line_leads_to_the_child_alone_where_a_brother_is_hidden(client):
    asked, chair = RequestedChildFactory(), person("CHAIR")
    RequestedChildFactory(request=asked.request, child=ChildFactory(restricted=True))
    hold(asked, owner=chair)
    page = shown(client, chair)
    assert "Hold the initial conference" in page
    html = client.get(reverse("my_work")).content.decode()
    assert str(asked.request.ref) not in html and reverse("child", args=[asked.child.ref]) in html


@pytest.mark.django_db
def test_the_weeks_conferences_say_what_still_stands_before_them(client):
    chair = person("CHAIR")
    asked = RequestedChildFactory()
    ConsultationFactory(requested_child=asked)
    starts = dt.datetime.combine(england().add(today(), 2).due, dt.time(10), tzinfo=dt.UTC)
    BookingFactory(
        request=asked.request, chair=chair, starts_at=starts, ends_at=starts + dt.timedelta(hours=2)
    )
    assert "Consultation open" in shown(client, chair)


@pytest.mark.django_db
def test_whose_names_were_shown_is_written_down(client):
    chair = person("CHAIR")
    one = duty(1, owner=chair)
    shown(client, chair)
    assert ReadLog.objects.get(user=chair).child_id == one.child_id


@pytest.mark.django_db
def test_the_page_makes_as_many_queries_for_many_as_for_few(client, django_assert_max_num_queries):
    chair = person("CHAIR")
    duty(1, owner=chair)
    shown(client, chair)
    with django_assert_max_num_queries(60) as few:
        client.get(reverse("my_work"))
    for days in range(30):
        duty(days, owner=chair)
    client.get(reverse("my_work"))
    with django_assert_max_num_queries(60) as many:
        client.get(reverse("my_work"))
    assert len(many) == len(few)


@pytest.mark.django_db
def test_a_reviewer_is_led_to_the_sample_s_records_and_to_no_family(client):
    reviewer, child = person("REVIEWER"), ChildFactory(given_names="Sampled")
    RestrictedGrantFactory(user=reviewer, child=child)
    assert "Sampled" in shown(client, reviewer)
    html = client.get(reverse("my_work")).content.decode()
    assert reverse("child", args=[child.ref]) in html and "/families/" not in html


@pytest.mark.django_db
@pytest.mark.parametrize(("role", "tells"), [("BUSINESS_SUPPORT", True), ("SOCIAL_WORKER", False)])
def test_whoever_tells_people_of_days_is_led_to_those_that_moved(client, role, tells):
    client.force_login(person(role))
    page = client.get(reverse("my_work")).content.decode()
    assert (reverse("days_moved") in page) is tells
