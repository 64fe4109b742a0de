"""The core group and the next dates on their pages, in the letter and the copy, and on the child’s page."""

import datetime as dt
from dataclasses import replace

import pytest
from django.urls import reverse

from conferences.documents.copies import record_copy
from conferences.documents.letters import decision_letter
from conferences.models import CoreGroupMember, MeetingRecord, NextDates
from conferences.operations.recording import save_part
from conferences.operations.recording_signing import sign
from conferences.queries.copies import CopyFacts, offers
from conferences.queries.copies_told import record_told
from conferences.queries.letters import letter_facts, signed_record
from conferences.rules.copies import copy_of
from tests.cast import person
from tests.factories import LetterFactory
from tests.views.meetings import AFTER, BEGINS, CLINIC, NONE, fill, meeting
from tests.views.pages import text

pytestmark = pytest.mark.django_db
DATES = {
    "core_group_date_day": "3",
    "core_group_date_month": "5",
    "core_group_date_year": "2018",
    "core_group_time": "10am",
    "review_date_day": "12",
    "review_date_month": "7",
    "review_date_year": "2018",
    "review_time": "2pm",
}


@pytest.fixture
def drafted(client, monkeypatch):
    for module in ("recording", "recording_next"):
        monkeypatch.setattr(f"conferences.views.{module}.now", lambda: AFTER)
    monkeypatch.setattr("conferences.views.recording.today", lambda: AFTER.date())
    booking, amy, basil = meeting(person("CHAIR"))
    fill(booking)
    save_part(
        part=amy,
        version=1,
        values=BEGINS | {"dissent": "Teacher: I do not agree, as school sees no harm"},
        actions=[CLINIC],
        by=booking.chair,
        at=AFTER,
    )
    save_part(part=basil, version=1, values=NONE, by=booking.chair, at=AFTER)
    client.force_login(booking.chair)
    return booking, amy


def page(booking, amy):
    return reverse("record_next", args=[booking.ref, amy.requested_child.child.ref])


def chosen(client, booking, amy):
    """What the page proposes, with the teacher and the dates."""
    form = client.get(page(booking, amy)).context["form"]
    known = {words.split(",")[0]: key for key, words in form.fields["members"].choices}
    members = [*form.initial["members"], known["Teacher Exemplar"]]
    carried = {name: form.initial[name] for name in ("seen", "lead")}
    return DATES | carried | {"members": members}


def blocks(paper):
    return "\n".join(line for block in paper.blocks for line in block.lines)


def test_people_and_dates_are_chosen_with_the_last_day_beside_them(client, drafted):
    booking, amy = drafted
    shown = text(client.get(page(booking, amy)))
    assert "The last day by law: Wednesday 9 May 2018" in shown and "Tuesday 24 July 2018" in shown
    sent = chosen(client, booking, amy)
    answer = client.post(page(booking, amy), sent | {"core_group_date_day": "5"})
    assert "First core group cannot be on Saturday 5 May 2018" in text(answer)
    assert client.post(page(booking, amy), sent).status_code == 302
    (dates,) = NextDates.objects.unscoped("test")
    assert (dates.core_group_date, dates.review_time) == (dt.date(2018, 5, 3), dt.time(14))
    names = set(CoreGroupMember.objects.unscoped("test").values_list("name", flat=True))
    assert names == {"Mother Samplewood", "Worker Exemplar", "Teacher Exemplar"}
    record = text(client.get(reverse("record", args=[booking.ref])))
    assert "Amy Testcase: core group and next dates" in record
    assert "Basil Testcase: core group" not in record
    check = text(client.get(reverse("record_check", args=[booking.ref])))
    assert "Thursday 3 May 2018 at 10am" in check and "What comes next is not all recorded" not in check
    screen = text(client.get(reverse("record_screen", args=[booking.ref])))
    assert "First core group: Thursday 3 May 2018 at 10am" in screen


def test_what_is_not_recorded_is_said_before_signing_and_does_not_keep_from_it(client, drafted):
    booking, _ = drafted
    check = text(client.get(reverse("record_check", args=[booking.ref])))
    assert "What comes next is not all recorded" in check and "Sign the record" in check


def test_letter_copy_and_the_childs_page_tell_the_day_and_hour(client, drafted):
    booking, amy = drafted
    client.post(page(booking, amy), chosen(client, booking, amy))
    sign(record=booking.record, by=booking.chair, at=AFTER)
    signed_page = text(client.get(reverse("record", args=[booking.ref])))
    assert "Thursday 12 July 2018 at 2pm" in signed_page and "Worker Exemplar, lead worker" in signed_page
    support = person("BUSINESS_SUPPORT")
    record = signed_record(support, booking.ref)
    mother = amy.requested_child.child.relationships.get().person
    letter = LetterFactory(record=MeetingRecord.every.get(), person=mother, made_by=support)
    said = blocks(decision_letter(letter_facts(support, letter, record), council="Fableshire Council"))
    assert "You are part of it. It meets first on Thursday 3 May 2018 at 10am." in said
    assert "looks at the plan again on Thursday 12 July 2018 at 2pm" in said
    assert "Who does not agree with the decision\nTeacher: I do not agree" in said
    told = record_told(support, record)
    (offer,) = [one for one in offers(support, record) if one.person == mother]
    copy = CopyFacts(offer.recipient, copy_of(told, offer.recipient), AFTER)
    said = blocks(record_copy(copy, council="Fableshire Council"))
    # She is the mother of one of the two children: that the teacher is of the group may be about the other.
    assert "Who is of the core group" in said and "Teacher Exemplar, Head" not in said
    whole = blocks(record_copy(replace(copy, copy=told), council="Fableshire Council"))
    assert "Who is of the core group" in whole and "Teacher Exemplar, Head" in whole
    child = text(client.get(reverse("child", args=[amy.requested_child.child.ref])))
    assert "Core group planned for" in child and "Thursday 12 July 2018 at 2pm" in child
