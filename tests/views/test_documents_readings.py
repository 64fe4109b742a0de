"""The page that records who read a letter or a copy to somebody, and the file in large print."""

import pytest
import time_machine
from django.urls import reverse

from conferences.documents.copies import writer
from conferences.models import Document
from conferences.operations.copies import make_copies, release_copy
from safeguarding.models import Person
from tests.cast import person
from tests.views.meetings import AFTER, signed
from tests.views.pages import text

pytestmark = pytest.mark.django_db
READ = {
    "how": "INTERPRETER",
    "language": "Polish",
    "who": "Iris Exemplar",
    "read_date_day": "24",
    "read_date_month": "4",
    "read_date_year": "2018",
}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(AFTER, tick=False):
        yield


@pytest.fixture
def copy(client):
    support, (booking, record) = person("BUSINESS_SUPPORT"), signed(person("CHAIR"))[:2]
    people = Person.objects.unscoped("test").filter(full_name="Mother Samplewood")
    people.update(interpreter_language="Polish", communication_needs="Reads large print")
    for one in make_copies(record=record, write=writer("Fableshire Council"), by=support, at=AFTER):
        release_copy(document=one, by=booking.chair, at=AFTER)
    client.force_login(support)
    return Document.objects.unscoped("test").get(record=record, person__full_name="Mother Samplewood")


def address(copy, name="document_read", *more):
    return reverse(name, args=[copy.record.booking.ref, copy.pk, *more])


def copies_page(client, copy):
    return text(client.get(reverse("record_copies", args=[copy.record.booking.ref])))


def test_that_it_was_read_is_recorded_told_otherwise_and_taken_back(client, copy):
    page = copies_page(client, copy)
    assert "Reads large print: send that PDF. It is to be read to them in Polish" in page
    form = client.get(address(copy)).context["form"]
    assert form.initial["language"] == "Polish" and form.initial["read_date"] == AFTER.date()
    answer = client.post(address(copy), READ, follow=True)
    assert "Polish, 24 April 2018" in text(answer) and "Iris Exemplar. Recorded by" in text(answer)
    assert "It was not done after all" in text(client.get(address(copy)))
    client.post(address(copy), READ | {"how": "NOT_DONE"})
    assert "Record that it was read to them" in copies_page(client, copy)


def test_what_is_missing_is_said_and_nothing_is_lost(client, copy):
    answer = client.post(address(copy), READ | {"who": "", "read_date_year": "2019"})
    assert "Enter who read, signed or translated it" in text(answer)
    assert 'value="2019"' in answer.content.decode() and copy.read_how == ""


def test_an_agency_s_copy_has_no_such_page(client, copy):
    other = Document.objects.unscoped("test").filter(record=copy.record, person=None).first()
    assert client.get(address(other)).status_code == 404


def test_large_print_is_given_by_a_name_that_tells_nobody_s(client, copy):
    answer = client.get(address(copy, "document_file", "large-print"))
    assert answer["Content-Type"] == "application/pdf" and answer.content.startswith(b"%PDF")
    assert answer["Content-Disposition"] == f'attachment; filename="record-{copy.pk}.large-print.pdf"'
