"""Contact before a conference and a child’s words: told, told otherwise, taken back, and refused."""

import datetime as dt
from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction

from conferences.models import FamilyContact, Invitation, ViewsBefore
from conferences.operations import preparation as operations
from conferences.operations.invitations import GONE, OFF, take_off
from conferences.operations.requests import withdraw
from conferences.operations.requests_children import take_out
from conferences.queries.preparation import between, prepared_of
from conferences.queries.scheduling import request_in_scope
from conferences.rules.invitations import OffReason
from conferences.rules.preparation import ContactFacts, ViewsFacts
from safeguarding.refusals import Refused
from safeguarding.versions import StaleVersion
from tests.cast import person
from tests.factories import AllocationFactory, FamilyContactFactory, InvitationFactory, RequestedChildFactory
from tests.scheduling import NOW, booked, open_request

pytestmark = pytest.mark.django_db
DAY = NOW.date()
TALK = ContactFacts("MET", DAY, "CHAIR", "Chair Exemplar", "TELEPHONE", wants="To be heard")
NONE = ViewsFacts(DAY, "Worker Exemplar", none_why="TOO_YOUNG")
WORDS = ViewsFacts(DAY, "Worker Exemplar", "I want quiet", "TALK", "YES")
HOUR = dt.timedelta(hours=1)


@pytest.fixture
def support():
    return person("BUSINESS_SUPPORT")


@pytest.fixture
def mother():
    role = {"role": "Mother", "agency_kind": "", "is_report_asked": False}
    return InvitationFactory(request=open_request(), name="Mother Exemplar", **role)


def record(whom, by, told=TALK, request=None, at=NOW):
    return operations.record_contact(request=request or whom.request, whom=whom, told=told, by=by, at=at)


def test_a_contact_a_declined_one_and_two_tries_stand_each_by_itself(support, mother):
    tried = replace(TALK, outcome="FAILED", wants="")
    made = [record(mother, support, told) for told in (TALK, replace(TALK, outcome="DECLINED"), tried)]
    assert record(mother, support, tried) == made[-1], "The same form was sent twice."
    made.append(record(mother, support, tried, at=NOW + HOUR))
    found = prepared_of(support, request_in_scope(support, mother.request.ref))
    assert found.of(mother) == made


def test_a_child_is_contacted_and_heard(support, mother):
    asked = mother.request.children.get()
    one = record(asked, support)
    views = operations.record_views(asked=asked, told=WORDS, by=support, at=NOW)
    assert operations.record_views(asked=asked, told=WORDS, by=support, at=NOW) == views
    found = prepared_of(support, request_in_scope(support, mother.request.ref))
    assert found.of(asked) == [one] and found.said_by(asked) == [views] and found.of(mother) == []


def test_nobody_an_agency_and_who_is_off_the_list_are_refused(support, mother):
    with pytest.raises(Refused, match=operations.NOBODY):
        record(None, support, request=mother.request)
    with pytest.raises(Refused, match=operations.NOT_FAMILY):
        record(InvitationFactory(request=mother.request), support)
    with pytest.raises(Refused):
        record(
            InvitationFactory(request=open_request(), agency_kind="", is_report_asked=False),
            support,
            request=mother.request,
        )
    take_off(invitation=mother, reason=OffReason.MISTAKE, by=support, at=NOW)
    with pytest.raises(Refused, match=OFF):
        record(mother, support)
    with pytest.raises(Refused, match=operations.NO_CHILD):
        operations.record_views(asked=None, told=WORDS, by=support, at=NOW)


def test_a_child_on_the_list_is_prepared_as_a_child(support, mother):
    asked = mother.request.children.get()
    row = InvitationFactory(request=mother.request, name="Amy", agency_kind="", is_report_asked=False)
    Invitation.objects.unscoped("test").filter(pk=row.pk).update(requested_child=asked)
    row.refresh_from_db()
    with pytest.raises(Refused, match="among its children"):
        record(row, support)
    found = prepared_of(support, request_in_scope(support, mother.request.ref))
    assert [one.pk for one in found.family] == [mother.pk]


def test_what_somebody_wants_is_still_known_when_they_come_on_the_list_again(support, mother):
    one = record(mother, support)
    take_off(invitation=mother, reason=OffReason.MISTAKE, words="", by=support, at=NOW)
    again = InvitationFactory(
        request=mother.request, name="mother Exemplar", agency_kind="", is_report_asked=False
    )
    found = prepared_of(support, request_in_scope(support, mother.request.ref))
    assert found.of(again) == [one]


def test_nothing_is_recorded_of_a_request_that_was_withdrawn(support, mother):
    asked = mother.request.children.get()
    withdraw(request=mother.request, reason="Not needed", by=person("STRATEGIC_LEAD"), at=NOW)
    for act in (
        lambda: record(mother, support),
        lambda: operations.record_views(asked=asked, told=WORDS, by=support, at=NOW),
    ):
        with pytest.raises(Refused, match=GONE):
            act()


def test_a_day_after_the_meeting_is_refused_by_operation_and_database(support, mother):
    meeting = booked(mother.request, chair=person("CHAIR"), day=DAY + dt.timedelta(days=14))
    late = meeting.starts_at.date() + dt.timedelta(days=1)
    assert between(mother.request, late).meets == meeting.starts_at.date()
    after = meeting.starts_at + dt.timedelta(days=2)
    with pytest.raises(Refused, match="the day of the conference"):
        operations.record_contact(
            request=mother.request, whom=mother, told=replace(TALK, contact_date=late), by=support, at=after
        )
    with pytest.raises(IntegrityError, match="family_contact_by_the_meeting"), transaction.atomic():
        FamilyContactFactory(invitation=mother, contact_date=late, told_at=after)
    asked = mother.request.children.get()
    with pytest.raises(IntegrityError, match="views_before_by_the_meeting"), transaction.atomic():
        ViewsBefore.objects.create(
            asked=asked,
            gathered_date=late,
            gatherer="W",
            words="Q",
            way="TALK",
            aloud="YES",
            told_by=support,
            told_at=after,
        )


def test_told_otherwise_it_is_as_told_last_and_two_see_both(support, mother):
    one = record(mother, support)
    seen = operations.standing(one).seen
    first = replace(TALK, wants="To speak first")
    operations.tell_contact(contact=one, told=first, seen=seen, by=support, at=NOW + HOUR)
    # Another question, opened before: joined.
    second = replace(TALK, seating="Near the door")
    told = operations.tell_contact(contact=one, told=second, seen=seen, by=support, at=NOW + HOUR)
    assert (told.wants, told.seating) == ("To speak first", "Near the door")
    with pytest.raises(StaleVersion):
        operations.tell_contact(
            contact=one, told=replace(TALK, wants="Nothing"), seen=seen, by=support, at=NOW + HOUR
        )
    views = operations.record_views(asked=mother.request.children.get(), told=WORDS, by=support, at=NOW)
    told = operations.tell_views(views=views, told=replace(WORDS, words="I like Nan"), by=support, at=NOW)
    assert told.words == "I like Nan"


def test_what_was_not_is_taken_back_with_why_and_stays(support, mother):
    one = record(mother, support)
    with pytest.raises(Refused, match=operations.NO_WHY):
        operations.take_contact_back(contact=one, words=" ", by=support, at=NOW)
    back = operations.take_contact_back(contact=one, words="It was her sister", by=support, at=NOW)
    assert back.back_words == "It was her sister"
    again = operations.take_contact_back(contact=one, words="Other", by=support, at=NOW)
    assert again.back_words == "It was her sister"
    with pytest.raises(Refused, match=operations.TAKEN_BACK):
        operations.tell_contact(contact=one, told=TALK, by=support, at=NOW)
    views = operations.record_views(asked=mother.request.children.get(), told=WORDS, by=support, at=NOW)
    operations.take_views_back(views=views, words="Said by her brother", by=support, at=NOW)
    with pytest.raises(Refused, match=operations.TAKEN_BACK):
        operations.tell_views(views=views, told=WORDS, by=support, at=NOW)
    found = prepared_of(support, request_in_scope(support, mother.request.ref))
    assert found.stands == [] == found.heard and len(found.contacts) == len(found.views) == 1


def asked_team(mother, asked):
    """The team that the first child is of, and now the second too."""
    team = mother.request.children.exclude(pk=asked.pk).get().child.allocations.get().team
    AllocationFactory(child=asked.child, team=team)
    return team


def test_a_child_who_is_taken_out_takes_the_contact_along(support, mother):
    asked = RequestedChildFactory(
        request=mother.request, child__family=mother.request.family, due_date=DAY, due_explanation="Invented"
    )
    one = record(asked, support)
    team = asked_team(mother, asked)
    worker = person("SOCIAL_WORKER", team=team)
    take_out(asked=asked, reason="Lives elsewhere", by=worker, at=NOW)
    one = FamilyContact.every.get(pk=one.pk)
    asked.refresh_from_db()
    assert one.request_id == asked.request_id != mother.request_id
    told = operations.tell_contact(contact=one, told=replace(TALK, wants="Quiet"), by=support, at=NOW)
    assert (told.wants, told.request.state) == ("Quiet", "WITHDRAWN")
    assert operations.take_contact_back(contact=told, words="Not them", by=support, at=NOW).taken_back_at


def test_what_was_told_before_a_request_was_withdrawn_is_told_otherwise(support, mother):
    one = record(mother, support)
    asked = mother.request.children.get()
    views = operations.record_views(asked=asked, told=WORDS, by=support, at=NOW)
    withdraw(request=mother.request, reason="Not needed", by=person("STRATEGIC_LEAD"), at=NOW)
    told = operations.tell_contact(contact=one, told=replace(TALK, wants="Quiet"), by=support, at=NOW)
    said = operations.tell_views(views=views, told=replace(WORDS, words="Nan"), by=support, at=NOW)
    assert (told.wants, said.words) == ("Quiet", "Nan")
    with pytest.raises(Refused, match=GONE):
        operations.record_views(asked=asked, told=replace(WORDS, words="New"), by=support, at=NOW)


def test_words_end_that_there_are_none_and_none_ends_no_words(support, mother):
    asked = mother.request.children.get()
    tell = {"by": support, "at": NOW}
    none = operations.record_views(asked=asked, told=NONE, **tell)
    words = operations.record_views(asked=asked, told=WORDS, **tell)
    none.refresh_from_db()
    assert none.taken_back_by == support and "Words of the child were gathered" in none.back_words
    with pytest.raises(Refused, match="Words of this child are recorded"):
        operations.record_views(asked=asked, told=replace(NONE, none_why="DECLINED"), **tell)
    assert operations.tell_views(views=words, told=NONE, **tell).none_why == "TOO_YOUNG"
    other = operations.record_views(asked=asked, told=replace(NONE, none_why="DECLINED"), **tell)
    back = operations.tell_views(views=words, told=WORDS, **tell)
    other.refresh_from_db()
    assert back.words == "I want quiet" and other.taken_back_at is not None
    with pytest.raises(Refused, match="Words of this child are recorded"):
        more = operations.record_views(asked=asked, told=replace(WORDS, words="Nan"), **tell)
        operations.tell_views(views=more, told=NONE, **tell)
