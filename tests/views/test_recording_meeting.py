"""The page of a conference on its day: for those who record, and without an address."""

import datetime as dt

import pytest
from django.urls import reverse

from safeguarding.models import ReadLog
from tests.cast import person
from tests.factories import (
    HouseholdFactory,
    HouseholdMemberFactory,
    InvitationFactory,
    PlanActionFactory,
    PlanFactory,
)
from tests.views.meetings import BEGINS, CLINIC, NONE, fill, meeting
from tests.views.pages import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def day():
    booking, amy, basil = meeting(person("CHAIR"), minute_taker=person("BUSINESS_SUPPORT"))
    child = amy.requested_child.child
    mother = child.relationships.get().person
    home = HouseholdFactory(family=child.family, address="7 Motherlane")
    HouseholdMemberFactory(household=home, child=child)
    HouseholdMemberFactory(household=home, child=None, person=mother)
    plan = PlanFactory(child=child, start_date=dt.date(2016, 1, 11), end_date=dt.date(2016, 9, 2))
    PlanActionFactory(plan=plan, part=amy, what="Bedtimes by eight")
    needs = {"needs": ["INTERPRETER"], "needs_words": "Inventish"}
    InvitationFactory(
        request=booking.request,
        person=mother,
        name=mother.full_name,
        agency_kind="",
        is_report_asked=False,
        **needs,
    )
    InvitationFactory(request=booking.request, name="Teacher Exemplar")
    return booking, amy, basil


def page(client, booking):
    return client.get(reverse("meeting_day", args=[booking.ref]))


def test_the_day_says_what_people_need_why_we_are_here_and_what_is_missing(client, day):
    booking, _, _ = day
    client.force_login(booking.chair)
    shown = text(page(client, booking))
    for words in (
        "An interpreter. Inventish",
        "Amy Testcase and Mother Samplewood",
        "Neglect, 11 January 2016 to 2 September 2016",
        "Bedtimes by eight",
        "Not invited yet: Mother Samplewood and Teacher Exemplar",
    ):
        assert words in shown
    assert "Motherlane" not in shown and "ZZ91" not in shown


def test_once_people_are_written_down_the_quorum_is_theirs(client, day):
    booking, amy, basil = day
    fill(booking, (amy, BEGINS, [CLINIC]), (basil, NONE, []))
    client.force_login(booking.minute_taker)
    shown = text(page(client, booking))
    assert "Quorate" in shown and "The screen in the room" in shown
    assert "Officer Exemplar" in shown and "Not on the list" in shown


def test_it_is_a_look_at_its_children_for_those_who_record(client, day):
    booking, amy, _ = day
    client.force_login(booking.chair)
    assert page(client, booking).status_code == 200
    assert ReadLog.objects.filter(view_name="meeting_day", child=amy.requested_child.child).exists()
    client.force_login(person("SOCIAL_WORKER"))
    assert page(client, booking).status_code == 403
