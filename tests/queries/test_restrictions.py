"""Restricted records that are the work of somebody who is not named for them, for who names people."""

import datetime as dt

import pytest
from django.urls import reverse

from conferences.queries.restrictions import waits_for_names
from safeguarding.access import operations
from tests import factories as make
from tests.accounts.people import freshly
from tests.cast import person
from tests.scheduling import NOW, booked
from tests.views.pages import text

pytestmark = pytest.mark.django_db
UNTIL = dt.date(2018, 12, 30)


@pytest.fixture
def lead():
    return person("STRATEGIC_LEAD")


@pytest.fixture
def meeting(lead):
    """A meeting of two children, one of whom is then restricted."""
    one = booked(minute_taker=person("BUSINESS_SUPPORT"))
    child = one.request.children.get().child
    sibling = make.ChildFactory(family=child.family)
    make.RequestedChildFactory(child=sibling, request=one.request)
    operations.restrict(child=child, reason="A parent works here.", by=lead, at=NOW)
    return one


def child_of(meeting):
    return next(row.child for row in meeting.request.children.all() if row.child.is_restricted)


def lacking(user, at=NOW):
    return {(who.person, who.what) for one in waits_for_names(user, at) for who in one.people}


def name(child, user, lead):
    values = {"child": child, "user": user, "reason": "Their work.", "until": UNTIL}
    return operations.grant(**values, by=lead, at=NOW)


def test_whoever_has_to_do_with_its_meeting_is_to_be_named_until_they_are(meeting, lead):
    child = child_of(meeting)
    asker = meeting.request.requested_by
    assert lacking(lead) == {
        (meeting.chair, "chairs"),
        (meeting.minute_taker, "takes the minutes of"),
        (asker, "asked for a conference"),
    }
    name(child, meeting.chair, lead)
    assert (meeting.chair, "chairs") not in lacking(lead)
    name(child, meeting.minute_taker, lead)
    assert lacking(lead) == {(asker, "asked for a conference")}


def test_it_waits_again_once_nobody_is_named_any_more(meeting, lead):
    for who in (meeting.chair, meeting.minute_taker):
        name(child_of(meeting), who, lead)
    later = dt.datetime(2018, 12, 31, 9, tzinfo=dt.UTC)
    assert (meeting.chair, "chairs") in lacking(lead, later)


def test_who_works_with_the_child_is_told_beside(meeting, lead):
    worker = make.UserFactory(role="SOCIAL_WORKER")
    child_of(meeting).allocations.update(worker=worker)
    assert (worker, "works with the child") in lacking(lead)


def test_nothing_waits_for_an_open_record_or_one_without_work(lead):
    booked()
    make.ChildFactory(restricted=True)
    assert waits_for_names(lead, NOW) == []


def test_what_falls_due_for_nobody_waits_though_there_is_no_meeting(lead):
    child = make.ChildFactory(restricted=True)
    make.DutyFactory(child=child)
    (one,) = waits_for_names(lead, NOW)
    assert (one.child, one.duties, one.people) == (child, 1, [])


def test_a_meeting_that_is_over_waits_for_nobody(meeting, lead):
    over = {"state": "CANCELLED", "cancelled_by": lead, "cancelled_at": NOW, "cancel_reason": "OTHER"}
    type(meeting).every.filter(pk=meeting.pk).update(**over)
    type(meeting.request).every.filter(pk=meeting.request_id).update(state="REQUESTED")
    assert not any(who.meeting for one in waits_for_names(lead, NOW) for who in one.people)


def test_who_is_barred_cannot_be_named_and_it_says_so(meeting, lead, client):
    make.BarFactory(user=meeting.chair, family=child_of(meeting).family)
    client.force_login(lead)
    page = client.get(reverse("restricted_waiting"))
    assert "Barred from the family" in text(page)
    assert f"?user={meeting.chair.pk}" not in page.content.decode()


def test_the_page_names_no_child_and_leads_to_naming(meeting, lead, client):
    client.force_login(lead)
    page = client.get(reverse("restricted_waiting"))
    child = child_of(meeting)
    shown = text(page)
    assert child.la_child_id in shown and f"Chairs meeting {meeting.pk}" in shown
    assert child.given_names not in shown and child.family_name not in shown
    assert f"{reverse('child_grant', args=[child.ref])}?user={meeting.chair.pk}" in page.content.decode()
    assert "1 restricted record is somebody’s work who is not named" in text(client.get(reverse("my_work")))


def test_naming_opens_with_the_person_chosen(meeting, lead, client):
    client = freshly(client, lead)
    address = reverse("child_grant", args=[child_of(meeting).ref])
    page = client.get(f"{address}?user={meeting.chair.pk}", follow=True)
    assert page.context["form"]["user"].value() in (meeting.chair.pk, str(meeting.chair.pk))


@pytest.mark.parametrize("role", ["CHAIR", "BUSINESS_SUPPORT", "MANAGER", "SOCIAL_WORKER"])
def test_nobody_else_learns_of_it(meeting, client, role):
    client.force_login(person(role))
    assert client.get(reverse("restricted_waiting")).status_code == 403


def test_a_record_of_a_family_that_one_is_barred_from_waits_for_another(meeting, lead):
    make.BarFactory(user=lead, family=child_of(meeting).family)
    assert waits_for_names(lead, NOW) == []
