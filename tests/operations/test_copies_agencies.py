"""A child whose record is restricted is left out of agencies’ copies, until the chair says otherwise."""

import datetime as dt

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from conferences.models import DocumentFile, RequestedChild
from conferences.operations.copies import make_copies, mark_copy_sent, release_copy
from conferences.operations.copies_agencies import say_for_agencies
from conferences.queries.copies import AGENCIES_READ_NOTHING, copy_since, offers
from conferences.queries.documents import NO_TIE_NOW
from conferences.queries.documents_corrected import mended_of
from conferences.queries.letters import signed_record
from conferences.rules.copies_agencies import ForAgencies
from conferences.rules.documents import SentHow
from safeguarding.models import AuditEntry, Child
from safeguarding.refusals import Refused
from tests.cast import person
from tests.factories import RestrictedGrantFactory
from tests.papers import WRITE_COPY, pdf_text, word_text
from tests.views.meetings import AFTER, NONE, signed

pytestmark = pytest.mark.django_db
LATER = AFTER + dt.timedelta(hours=1)


@pytest.fixture
def support():
    return person("BUSINESS_SUPPORT")


@pytest.fixture
def record():
    return signed(person("CHAIR"))[1]


def restrict(record, *people, at=AFTER, name="Basil"):
    child = next(
        part.requested_child.child
        for part in record.parts.select_related("requested_child__child")
        if part.requested_child.child.given_names == name
    )
    told = {"is_restricted": True, "restricted_reason": "Nobody must know where he is", "restricted_at": at}
    Child.every.filter(pk=child.pk).update(**told, restricted_by=person("STRATEGIC_LEAD"))
    for one in people:
        RestrictedGrantFactory(child=child, user=one)
    return RequestedChild.objects.unscoped("test").get(child=child)


def say(record, asked, answer=ForAgencies.YES, reason="The school keeps him safe", by=None, at=LATER):
    return say_for_agencies(
        booking=record.booking,
        asked=asked,
        answer=answer,
        reason=reason,
        by=by or record.booking.chair,
        at=at,
    )


def agencies(support, record):
    found = offers(support, signed_record(support, record.booking.ref))
    return {one.agency_name: one for one in found if one.agency_kind}


def words(document):
    rows = DocumentFile.objects.unscoped("test").filter(document=document)
    kept = {one.format: bytes(one.content) for one in rows}
    return word_text(kept["WORD"]) + pdf_text(kept["PDF"])


def test_no_word_of_a_restricted_child_is_in_an_agency_s_copy(record, support):
    restrict(record, support, record.booking.chair)
    made = make_copies(record=record, write=WRITE_COPY, by=support, at=AFTER)
    of_agencies = [one for one in made if one.agency_kind]
    assert len(of_agencies) == 3
    for one in of_agencies:
        said = words(one)
        assert "Amy" in said and "Basil" not in said and NONE["reasons"] not in said
    (father,) = (one for one in made if one.person and one.person.full_name.startswith("Father"))
    assert "Basil" in words(father)


def test_where_every_child_is_restricted_no_agency_has_a_copy_until_the_chair_says_so(record, support):
    restrict(record, support, record.booking.chair)
    amy = restrict(record, support, record.booking.chair, name="Amy")
    assert agencies(support, record) == {}
    say(record, amy)
    assert {one.recipient.children for one in agencies(support, record).values()} == {
        frozenset([amy.child_id])
    }


def test_a_copy_that_an_agency_may_read_no_more_says_so_and_must_not_go(record, support):
    made = make_copies(record=record, write=WRITE_COPY, by=support, at=AFTER)
    (mother,) = (one for one in made if one.person and one.person.full_name.startswith("Mother"))
    copy = next(one for one in made if one.agency_kind)
    release_copy(document=copy, by=record.booking.chair, at=AFTER)
    for name in ("Amy", "Basil"):
        restrict(record, support, record.booking.chair, at=LATER, name=name)
    decided = frozenset(part.requested_child.child_id for part in record.parts.all())
    assert copy_since(copy, {}, decided, mended_of(record)) == [AGENCIES_READ_NOTHING]
    assert copy_since(mother, {}, decided, mended_of(record)) == [NO_TIE_NOW]
    with pytest.raises(Refused, match="Agencies read nothing of these children now"):
        mark_copy_sent(
            document=copy, how=SentHow.POST, sent_date=LATER.date(), proof="", by=support, at=LATER
        )


def test_what_the_chair_says_counts_until_they_say_otherwise_or_it_is_restricted_anew(record, support):
    asked = restrict(record, support, record.booking.chair)
    (copy, *_) = (
        one for one in make_copies(record=record, write=WRITE_COPY, by=support, at=AFTER) if one.agency_kind
    )
    said = say(record, asked)
    assert said.for_agencies and said.for_agencies_by == record.booking.chair
    own = agencies(support, record)[copy.agency_name]
    assert asked.child_id in own.recipient.children
    decided = frozenset(part.requested_child.child_id for part in record.parts.all())
    assert copy_since(copy, {own.key: own}, decided, mended_of(record)) != []
    say(record, asked, ForAgencies.NO, "The father works there", at=LATER + dt.timedelta(hours=1))
    assert asked.child_id not in agencies(support, record)[copy.agency_name].recipient.children
    say(record, asked, at=LATER + dt.timedelta(hours=2))
    Child.every.filter(pk=asked.child_id).update(restricted_at=LATER + dt.timedelta(hours=3))
    assert asked.child_id not in agencies(support, record)[copy.agency_name].recipient.children
    assert AuditEntry.objects.filter(event="child.for_agencies").count() == 3
    events = apps.get_model("conferences", "RequestedChildEvent").objects.filter(pgh_obj_id=asked.pk)
    assert "The father works there" in events.values_list("for_agencies_reason", flat=True)


def test_said_twice_the_same_it_is_said_once(record, support):
    asked = restrict(record, support, record.booking.chair)
    say(record, asked)
    say(record, asked, at=LATER + dt.timedelta(hours=1))
    asked.refresh_from_db()
    assert (
        asked.for_agencies_at == LATER and AuditEntry.objects.filter(event="child.for_agencies").count() == 1
    )


def test_only_the_chair_says_so_of_a_restricted_child_and_with_why(record, support):
    asked = restrict(record, support, record.booking.chair)
    other = person("CHAIR")
    RestrictedGrantFactory(child=asked.child, user=other)
    with pytest.raises(Refused, match="Only the chair of this meeting"):
        say(record, asked, by=other)
    with pytest.raises(Refused, match="does not allow you"):
        say(record, asked, by=support)
    with pytest.raises(Refused, match="Enter why"):
        say(record, asked, reason=" ")
    with pytest.raises(Refused, match="Select whether"):
        say(record, asked, answer=None)
    amy = RequestedChild.objects.unscoped("test").get(child__given_names="Amy")
    with pytest.raises(Refused, match="is not restricted"):
        say(record, amy)


def test_postgresql_keeps_no_answer_without_who_when_and_why(record):
    row = RequestedChild.objects.unscoped("test").filter(child__given_names="Amy")
    chair = record.booking.chair
    for fields in (
        {"for_agencies": True},
        {"for_agencies_reason": "Why"},
        {"for_agencies_at": AFTER, "for_agencies_by": chair},
        {"for_agencies_at": AFTER, "for_agencies_reason": "Why"},
        {"for_agencies_by": chair, "for_agencies_reason": "Why"},
    ):
        with pytest.raises(IntegrityError, match="by_at_and_why"), transaction.atomic():
            row.update(**fields)
