"""A child's own version of a record: offered by age, released by another, given, replaced; the record is sent
without it.
"""

import datetime as dt

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse

from conferences.models import Document, DocumentFile, MeetingRecord
from conferences.operations.copies import make_copies, make_copy_again, mark_copy_sent, release_copy
from conferences.operations.documents_readings import CHILD, tell_reading
from conferences.queries.copies import complete_day, every_copy, kept_copies, offers
from conferences.rules.documents import ReadHow, SentHow
from safeguarding.models import Child
from safeguarding.refusals import Refused
from tests.cast import person
from tests.papers import WRITE_COPY, word_text
from tests.views.meetings import AFTER, signed
from tests.views.pages import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def support():
    return person("BUSINESS_SUPPORT")


@pytest.fixture
def record():
    return signed(person("CHAIR"))[1]


def own(user, record):
    return {one.recipient.lines[0]: one for one in offers(user, record) if one.requested_child}


def make(record, user, name):
    key = own(user, record)[name].key
    (made,) = make_copies(record=record, write=WRITE_COPY, by=user, at=AFTER, keys=[key])
    return made


def give(document, user):
    told = {"how": SentHow.BY_HAND, "sent_date": AFTER.date(), "proof": "", "sat_with": "Worker Exemplar"}
    return mark_copy_sent(document=document, by=user, at=AFTER, **told)


def test_it_is_made_released_by_another_given_and_replaced_and_the_record_waits_for_the_others(
    record, support
):
    made = make(record, support, "Amy")
    assert made.requested_child.child.given_names == "Amy" and made.person is None
    file = DocumentFile.objects.unscoped("test").get(document=made, format="WORD")
    words = word_text(bytes(file.content))
    assert "You have a" in words and "Samplewood" not in words and "Basil" not in words
    with pytest.raises(Refused, match="releases it first"):
        give(made, support)
    release_copy(document=made, by=record.booking.chair, at=AFTER)
    give(made, support)
    record.refresh_from_db()
    assert record.sent_date is None and kept_copies(record) == {}
    assert complete_day(kept_copies(record)) is None and len(every_copy(record)) == 1
    again = make_copy_again(document=made, changed="A name.", write=WRITE_COPY, by=support, at=AFTER)
    assert (again.version, again.supersedes, again.requested_child) == (2, made, made.requested_child)
    with pytest.raises(Refused, match="newer version"):
        release_copy(document=made, by=record.booking.chair, at=AFTER)


def test_the_record_was_sent_though_a_child_s_own_version_waits(record, support):
    make(record, support, "Amy")
    for one in make_copies(record=record, write=WRITE_COPY, by=support, at=AFTER):
        release_copy(document=one, by=record.booking.chair, at=AFTER)
        mark_copy_sent(document=one, how=SentHow.POST, sent_date=AFTER.date(), proof="", by=support, at=AFTER)
    assert MeetingRecord.objects.unscoped("test").get().sent_date == AFTER.date()


def test_who_is_too_young_or_not_born_has_none_and_the_page_says_so_of_who_is_born(record, support, client):
    Child.objects.unscoped("test").filter(given_names="Amy").update(birth_date=dt.date(2017, 1, 1))
    coming = {"birth_date": None, "expected_birth_date": dt.date(2018, 6, 1)}
    Child.objects.unscoped("test").filter(given_names="Basil").update(**coming)
    record = MeetingRecord.objects.unscoped("test").get()
    assert own(support, record) == {}
    client.force_login(support)
    with time_machine.travel(AFTER, tick=False):
        page = text(client.get(reverse("record_copies", args=[record.booking.ref])))
    assert page.count("has no version of their own") == 1 and "Amy Testcase has no version" in page


def test_an_interpreter_s_reading_is_not_recorded_of_it(record, support):
    made = make(record, support, "Amy")
    told = {"how": ReadHow.INTERPRETER, "language": "Polish", "who": "Iris", "read_date": AFTER.date()}
    with pytest.raises(Refused, match=CHILD):
        tell_reading(document=made, by=support, at=AFTER, **told)


@pytest.mark.parametrize("wrong", [{"needs_release": False}, {"agency_kind": "SCHOOL", "agency_name": "T"}])
def test_the_database_refuses_one_that_nobody_releases_or_that_is_for_an_agency_too(record, support, wrong):
    asked = own(support, record)["Amy"].requested_child
    values = {"record": record, "kind": "RECORD", "requested_child": asked, "made_by": support}
    with pytest.raises(IntegrityError, match="document_to_a_person"), transaction.atomic():
        Document.objects.create(**(values | {"made_at": AFTER, "needs_release": True} | wrong))


def test_the_page_makes_one_and_lists_it_as_the_child_s_own(record, support, client):
    client.force_login(support)
    page = reverse("record_copies", args=[record.booking.ref])
    with time_machine.travel(AFTER, tick=False):
        form = client.get(page).context["form"]
        (value,) = (value for value, one in form.by_value.items() if one.recipient.lines[0] == "Amy")
        assert value not in form.initial["recipients"]
        shown = text(client.post(page, {"recipients": [value]}, follow=True))
    assert "1 copy made." in shown and "The child’s own version." in shown
    assert "still to send" not in shown
