"""Recording who of the family was shown which report: at once for both parents, otherwise, taken back."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from conferences.models import ReportShowing
from tests.cast import person
from tests.factories import ChildFactory, InvitationFactory, RelationshipFactory, RequestedChildFactory
from tests.scheduling import NOW, booked, open_request
from tests.views.pages import text

pytestmark = pytest.mark.django_db
DAY = {"shown_date_day": "22", "shown_date_month": "11", "shown_date_year": "2018"}
LATER = NOW + dt.timedelta(days=13)


@pytest.fixture(autouse=True)
def then():
    with time_machine.travel(LATER, tick=False):
        yield


@pytest.fixture
def asked(client):
    client.force_login(person("BUSINESS_SUPPORT"))
    request = open_request()
    booked(request)
    return request


@pytest.fixture
def school(asked):
    return InvitationFactory(request=asked, received_date=dt.date(2018, 11, 16), told_at=LATER)


@pytest.fixture
def parents(asked):
    of = {"request": asked, "agency_kind": "", "is_report_asked": False, "role": ""}
    return [InvitationFactory(name=name, **of) for name in ("Ida Guestling", "Tom Guestling")]


def at(name, thing):
    return reverse(name, args=[thing.ref])


def test_both_parents_are_recorded_in_one_step(client, asked, school, parents):
    page = client.get(at("invited", asked))
    path = at("reports_shown", asked)
    assert path in page.content.decode() and "Not shown to the family yet" in text(page)
    form = client.get(path)
    # One report waits: it is ticked. Nobody of the family is.
    assert form.context["form"].initial["reports"] == [str(school.ref)]
    typed = {"reports": [str(school.ref)], "words": "With an interpreter on the telephone", **DAY}
    answer = text(client.post(path, typed))
    assert "Select who of the family" in answer and "With an interpreter on the telephone" in answer
    typed |= {
        "readers": [str(one.ref) for one in parents],
        "way": "READ",
        "shown_by": "Ann",
        "language": "Welsh",
    }
    said = text(client.post(path, typed, follow=True))
    assert "Recorded: 2 showings of reports." in said and "Not yet" not in said
    assert "Each of the family was shown or offered it, the last on 22 November 2018" in said
    assert "In Welsh" in said and "It was read through with them" in said


def test_beside_each_reader_stands_of_whom_they_may_not_read_and_how_they_are_safe(client, asked, school):
    amy = asked.children.get().child
    basil = ChildFactory(family=amy.family, given_names="Basil", family_name="Guestling")
    RequestedChildFactory(request=asked, child=basil)
    found = {"person__full_name": "Ida Guestling", "person__safe_contact": "Only by day"}
    ida = RelationshipFactory(child=amy, **found).person
    tom = RelationshipFactory(child=basil, kind="FATHER", person__full_name="Tom Guestling").person
    of = {"request": asked, "agency_kind": "", "is_report_asked": False}
    listed = [InvitationFactory(name=one.full_name, person=one, **of) for one in (ida, tom)]
    said = text(client.get(at("reports_shown", asked)))
    warns = ": a report that tells of them is not for this person to see."
    assert f"Not related to Basil{warns} How it is safe to contact them: Only by day." in said
    assert f"Not related to {amy.given_names}{warns}" in said
    RelationshipFactory(child=amy, person=listed[1].person, kind="FATHER")
    assert f"Not related to {amy.given_names}{warns}" not in text(client.get(at("reports_shown", asked)))


def test_who_was_left_out_because_something_else_stands_is_said(client, asked, school, parents):
    typed = {"reports": [str(school.ref)], "readers": [str(parents[0].ref)], **DAY}
    path = at("reports_shown", asked)
    said = text(client.post(path, typed | {"way": "GIVEN", "shown_by": "Ann"}, follow=True))
    assert "Recorded before" not in said
    both = {"readers": [str(one.ref) for one in parents], "way": "READ", "shown_by": "Ann"}
    said = text(client.post(path, typed | both, follow=True))
    left = f"Ida Guestling and the report of {school.name}"
    assert f"1 showing of a report. Recorded before, in other words, and not changed: {left}." in said


def test_the_one_who_is_left_is_named(client, asked, school, parents):
    typed = {"reports": [str(school.ref)], "readers": [str(parents[0].ref)], **DAY}
    client.post(at("reports_shown", asked), typed | {"way": "GIVEN", "shown_by": "Ann"})
    said = text(client.get(at("invited", asked)))
    assert "Not shown yet to Tom Guestling" in said and "Not yet" in said
    typed |= {"readers": [str(parents[1].ref)], "way": "DECLINED"}
    said = text(client.post(at("reports_shown", asked), typed, follow=True))
    assert "They did not want to read it" in said and "Not shown yet" not in said


def test_one_is_told_otherwise_and_taken_back(client, asked, school, parents):
    typed = {"reports": [str(school.ref)], "readers": [str(parents[0].ref)], **DAY}
    client.post(at("reports_shown", asked), typed | {"way": "GIVEN", "shown_by": "Ann"})
    path = at("showing_change", ReportShowing.every.get())
    assert path in client.get(at("invited", asked)).content.decode()
    given = DAY | {"way": "SENT", "shown_by": "Ann"}
    said = text(client.post(path, given, follow=True))
    assert "What was told is changed." in said and "It was sent to them" in said
    assert "Enter why it is taken back" in text(client.post(path, given | {"is_taken_back": "on"}))
    back = given | {"is_taken_back": "on", "taken_back_why": "The wrong parent."}
    said = text(client.post(path, back, follow=True))
    assert "Taken back." in said and "It was sent to them" not in said
    assert "Taken back." in text(client.post(path, back, follow=True))
    assert "This was taken back already" in text(client.post(path, given))
    assert client.get(path).status_code == 404


def test_the_page_of_a_report_asks_no_more_when_they_were_shown_it(client, asked, school, parents):
    page = text(client.get(at("invitation_report", school)))
    assert "Will the family be shown it?" in page and "Who showed it to them?" not in page
    # What was told of the family as a whole before is put right there.
    old = {"shared_date": dt.date(2018, 11, 19), "shared_way": "READ", "shared_by": "Ann"}
    type(school).every.filter(pk=school.pk).update(**old)
    page = text(client.get(at("invitation_report", school)))
    assert "How was the family shown it?" in page and "Who showed it to them?" in page
    assert "Shown to the family on 19 November 2018" in text(client.get(at("invited", asked)))


def test_without_a_report_or_a_reader_it_is_said(client, asked):
    path = at("reports_shown", asked)
    assert "No report is asked for" in text(client.get(path, follow=True))
    InvitationFactory(request=asked)
    assert "Nobody of the family" in text(client.get(path, follow=True))
    assert path not in client.get(at("invited", asked)).content.decode()


def test_who_may_only_read_is_led_nowhere_to_write(client, asked, school, parents):
    client.force_login(person("MANAGER"))
    page = client.get(at("invited", asked))
    assert "Not yet" in text(page) and at("reports_shown", asked) not in page.content.decode()
    assert client.get(at("reports_shown", asked)).status_code == 403
