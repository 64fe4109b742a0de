"""Leave: whose one may set, who stands in, two at a time refused; the deputy and nobody else acts."""

import datetime as dt

import pytest
from django.urls import reverse

from safeguarding.accounts.leave import deputies, others
from safeguarding.accounts.leave_operations import end_leave, set_leave
from safeguarding.clock import today
from safeguarding.models import AuditEntry, Leave
from safeguarding.refusals import FORBIDDEN, Refused
from safeguarding.workingdays import add_days
from tests.cast import person
from tests.factories import LeaveFactory, TeamFactory
from tests.views.pages import text

pytestmark = pytest.mark.django_db
AT = dt.datetime(2018, 4, 9, 9, tzinfo=dt.UTC)
FIRST, LAST = dt.date(2018, 4, 10), dt.date(2018, 4, 20)


def put(whose, deputy, by=None, first=FIRST, last=LAST):
    facts = {"first_date": first, "last_date": last, "deputy": deputy}
    return set_leave(person=whose, **facts, by=by or whose, at=AT)


def refusal(*args, **more):
    with pytest.raises(Refused) as caught:
        put(*args, **more)
    return caught.value


def test_a_deputy_stands_in_from_the_first_day_to_the_last():
    chair, deputy = person("CHAIR"), person("CHAIR")
    put(chair, deputy)
    days = (add_days(FIRST, -1), FIRST, LAST, add_days(LAST, 1))
    assert [deputies(day) for day in days] == [{}, {chair.pk: deputy.pk}, {chair.pk: deputy.pk}, {}]
    assert AuditEntry.objects.get().event == "leave.set"


def test_nobody_stands_in_once_it_is_taken_back_or_the_deputy_left():
    chair, deputy = person("CHAIR"), person("CHAIR")
    leave = put(chair, deputy)
    type(deputy).objects.filter(pk=deputy.pk).update(is_active=False)
    assert deputies(FIRST) == {}
    type(deputy).objects.filter(pk=deputy.pk).update(is_active=True)
    end_leave(leave=leave, by=chair, at=AT)
    assert deputies(FIRST) == {}
    with pytest.raises(Refused, match="already"):
        end_leave(leave=leave, by=chair, at=AT)


def test_a_deputy_is_of_the_same_role_and_team():
    team = TeamFactory()
    worker = person("SOCIAL_WORKER", team=team)
    for other in (person("CHAIR"), person("SOCIAL_WORKER", team=TeamFactory()), worker):
        assert refusal(worker, other).field == "deputy"
    assert put(worker, person("SOCIAL_WORKER", team=team))


def test_a_deputy_who_is_away_too_is_refused():
    first, second, third = (person("CHAIR") for _ in range(3))
    put(second, third)
    assert "away on 10 April 2018 too" in refusal(first, second).sentence


@pytest.mark.parametrize(
    ("first", "last", "field"),
    [
        (None, LAST, "first_date"),
        (FIRST, None, "last_date"),
        (LAST, FIRST, "last_date"),
        (dt.date(2018, 4, 2), dt.date(2018, 4, 6), "last_date"),
    ],
)
def test_days_that_are_missing_turned_round_or_over_are_refused(first, last, field):
    assert refusal(person("CHAIR"), person("CHAIR"), first=first, last=last).field == field


def test_two_at_a_time_are_refused():
    chair, deputy = person("CHAIR"), person("CHAIR")
    put(chair, deputy)
    assert refusal(chair, deputy, first=LAST, last=add_days(LAST, 3)).field == "first_date"


def test_others_leave_is_set_by_who_leads_their_work_alone():
    team, other = TeamFactory(), TeamFactory()
    worker, far = person("SOCIAL_WORKER", team=team), person("SOCIAL_WORKER", team=other)
    manager, lead, chair = person("TEAM_MANAGER", team=team), person("STRATEGIC_LEAD"), person("CHAIR")
    assert set(others(manager)) == {worker}
    assert set(others(lead)) == {manager, chair} and not others(worker) and not others(chair)
    colleague = person("SOCIAL_WORKER", team=team)
    assert put(worker, colleague, by=manager)
    for by in (lead, chair, colleague):
        assert refusal(worker, colleague, by=by).status == FORBIDDEN
    assert refusal(far, person("SOCIAL_WORKER", team=other), by=manager).status == FORBIDDEN


def day(name, value):
    return {f"{name}_day": value.day, f"{name}_month": value.month, f"{name}_year": value.year}


def test_it_is_set_and_taken_back_on_its_pages(client):
    chair, deputy = person("CHAIR"), person("CHAIR", email="stand@fableshire.example")
    client.force_login(chair)
    assert "No leave is set." in text(client.get(reverse("leave")))
    answers = day("first_date", today()) | day("last_date", today()) | {"deputy": str(deputy.ref)}
    answer = client.post(reverse("leave_add"), answers, follow=True)
    assert "The leave is set" in text(answer) and deputy.full_name in text(answer)
    client.post(reverse("leave_end", args=[Leave.objects.get().pk]))
    assert "No leave is set." in text(client.get(reverse("leave")))


def test_what_is_missing_stands_beside_its_field(client):
    chair = person("CHAIR")
    person("CHAIR")
    client.force_login(chair)
    page = text(client.post(reverse("leave_add"), {"deputy": ""}))
    assert "Enter the first day of the leave" in page and "Select who stands in" in page


def test_anothers_leave_has_no_page(client):
    client.force_login(person("CHAIR"))
    other = LeaveFactory(first_date=today(), last_date=today())
    assert client.get(reverse("leave_add_for", args=[other.person.ref])).status_code == 403
    assert client.get(reverse("leave_end", args=[other.pk])).status_code == 404
    client.force_login(person("TEAM_MANAGER", team=TeamFactory()))
    assert client.get(reverse("leave_add_for", args=[other.person.ref])).status_code == 404


def test_a_manager_is_led_to_the_leave_of_their_team(client):
    team = TeamFactory()
    worker, colleague = (person("SOCIAL_WORKER", team=team) for _ in range(2))
    client.force_login(person("TEAM_MANAGER", team=team))
    address = reverse("leave_add_for", args=[worker.ref])
    assert address in client.get(reverse("leave")).content.decode()
    answers = day("first_date", today()) | day("last_date", today()) | {"deputy": str(colleague.ref)}
    assert "The leave is set" in text(client.post(address, answers, follow=True))


def test_nobody_to_stand_in_is_said(client):
    lead = person("STRATEGIC_LEAD")
    client.force_login(lead)
    assert "Ask a system administrator to give somebody the role" in text(client.get(reverse("leave_add")))
