"""The pages of what goes before a conference; it stands with the meeting, its day and the record."""

import datetime as dt

import pytest
from django.urls import reverse

from conferences.models import FamilyContact
from tests.cast import person
from tests.factories import FamilyContactFactory, InvitationFactory, PersonFactory, ViewsBeforeFactory
from tests.scheduling import NOW, booked, open_request
from tests.views.pages import text

pytestmark = pytest.mark.django_db
DAY = NOW.date()


def day(name):
    return {f"{name}_day": DAY.day, f"{name}_month": DAY.month, f"{name}_year": DAY.year}


CONTACT = day("contact_date") | {
    "outcome": "MET",
    "maker": "CHAIR",
    "maker_name": "Chair Exemplar",
    "way": "VIDEO",
    "wants": "To speak first",
    "family_plan": "NONE",
}
VIEWS = day("gathered_date") | {
    "gatherer": "Worker Exemplar",
    "words": "I want quiet",
    "way": "TALK",
    "aloud": "YES",
    "none_why": "GATHERED",
}


@pytest.fixture
def chair(client):
    user = person("CHAIR")
    client.force_login(user)
    client.user = user
    return client


def mother(request, **fields):
    role = {"role": "Mother", "agency_kind": "", "is_report_asked": False}
    return InvitationFactory(request=request, name="Mother Exemplar", **role, **fields)


def test_a_contact_and_a_childs_words_are_told_and_shown_where_they_count(chair):
    request = open_request()
    one, asked = mother(request), request.children.get()
    meeting = booked(request, chair=chair.user)
    href = reverse("preparation", args=[request.ref])
    page = text(chair.get(reverse("meeting_day", args=[meeting.ref])))
    assert "No contact before the conference with: Mother Exemplar" in page
    assert "Nothing is recorded of what they said: " in page
    page = text(chair.get(href))
    assert "No contact is recorded yet" in page and "Nothing is recorded of what they said" in page
    add = reverse("contact_new", args=[request.ref])
    page = text(chair.post(add, CONTACT | {"whom": str(one.ref)}, follow=True))
    assert "The contact is recorded." in page and "Wants: To speak first." in page
    add = reverse("views_new", args=[request.ref])
    page = text(chair.post(add, VIEWS | {"child": str(asked.child.ref)}, follow=True))
    assert "“I want quiet” Worker Exemplar, in a talk with the child. They may be read aloud." in page
    said = "Contact with 1 of 1 of the family on the list; words of 1 of 1 child."
    assert said in text(chair.get(reverse("booking", args=[meeting.ref])))
    assert said in text(chair.get(reverse("request", args=[request.ref])))
    page = text(chair.get(reverse("meeting_day", args=[meeting.ref])))
    assert "“I want quiet”" in page and "Wants: To speak first." in page
    assert "No contact before the conference with" not in page
    page = text(chair.get(reverse("child_timeline", args=[asked.child.ref])))
    assert "A talk with one of the family before a conference" in page and "To speak first" not in page
    assert "What the child said before a conference" in page and "“I want quiet”" in page


def test_what_is_missing_is_said_beside_its_field_and_nothing_is_lost(chair):
    request = open_request()
    page = chair.post(reverse("contact_new", args=[request.ref]), {"wants": "To speak first"})
    assert "Select with whom" in text(page)
    one = mother(request)
    page = chair.post(
        reverse("contact_new", args=[request.ref]), {"whom": str(one.ref), "wants": "To speak first"}
    )
    assert "Enter the day of the contact" in text(page) and "To speak first" in page.content.decode()
    assert not FamilyContact.every.exists()


def test_it_is_told_otherwise_and_taken_back_with_the_reason(chair):
    request = open_request()
    contact = FamilyContactFactory(invitation=mother(request), contact_date=DAY, told_at=NOW)
    href = reverse("contact_change", args=[contact.ref])
    seen = chair.get(href).context["form"]["seen"].value()
    page = text(chair.post(href, CONTACT | {"seen": seen, "wants": "To be heard"}, follow=True))
    assert "The contact is changed." in page and "Wants: To be heard." in page
    page = text(chair.post(href, CONTACT | {"is_taken_back": "on"}))
    assert "Enter why it is taken back" in page
    page = text(chair.post(href, {"is_taken_back": "on", "back_words": "It was her sister"}, follow=True))
    assert "No contact is recorded yet" in page and "It was her sister" in page
    assert chair.get(href).status_code == 404
    views = ViewsBeforeFactory(asked=request.children.get(), gathered_date=DAY, told_at=NOW)
    href = reverse("views_change", args=[views.ref])
    page = text(chair.post(href, {"is_taken_back": "on", "back_words": "Said by her brother"}, follow=True))
    assert "Said by her brother" in page and "Nothing is recorded of what they said" in page


def test_what_is_safe_stands_before_the_act(chair):
    request = open_request()
    asked = request.children.get()
    safe = PersonFactory(family=asked.child.family, safe_contact="Text only, after school")
    one = mother(request, person=safe)
    said = "How it is safe to contact them: Text only, after school."
    assert said in text(chair.get(reverse("preparation", args=[request.ref])))
    assert said in text(chair.get(reverse("contact_new", args=[request.ref])))
    contact = FamilyContactFactory(invitation=one, contact_date=DAY, told_at=NOW)
    assert said in text(chair.get(reverse("contact_change", args=[contact.ref])))


def test_who_reads_alone_sees_no_way_to_record(client):
    client.force_login(person("STRATEGIC_LEAD"))
    request = open_request()
    mother(request)
    page = text(client.get(reverse("preparation", args=[request.ref])))
    assert "Mother Exemplar" in page and "Record a contact" not in page
    assert client.get(reverse("contact_new", args=[request.ref])).status_code == 403


def test_a_childs_words_stand_beside_what_is_said_at_the_conference(chair):
    request = open_request()
    asked = request.children.get()
    ViewsBeforeFactory(asked=asked, gathered_date=DAY, told_at=NOW)
    meeting = booked(request, chair=chair.user, day=DAY + dt.timedelta(days=7))
    chair.post(reverse("record", args=[meeting.ref]))
    page = chair.get(reverse("record_child", args=[meeting.ref, asked.child.ref]))
    assert "I want it to be quiet at home" in text(page)
    assert not page.context["form"]["voice"].value()
