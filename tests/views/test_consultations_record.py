"""A consultation stands on the record: on timelines, the request, the meeting and what its chair writes."""

import datetime as dt

import pytest
from django.urls import reverse

from conferences.rules.scheduling import moment
from safeguarding.clock import today
from tests.cast import person
from tests.factories import (
    BookingFactory,
    ChildPartFactory,
    ConsultationAnswerFactory,
    ConsultationConditionFactory,
    ConsultationDissentFactory,
    ConsultationFactory,
    MeetingRecordFactory,
    RequestedChildFactory,
)
from tests.views.pages import text

pytestmark = pytest.mark.django_db
REASONS = "The invented harm has come back."


def today_at_ten():
    return {"starts_at": moment(today(), dt.time(10)), "ends_at": moment(today(), dt.time(11))}


@pytest.fixture
def answer():
    """An answer with a condition and a disagreement, to an account whose words stand on no timeline."""
    one = ConsultationFactory(why_now="Canary of the account.")
    given = ConsultationAnswerFactory(consultation=one, answer="AGREE", reasons=REASONS)
    ConsultationConditionFactory(answer=given)
    ConsultationDissentFactory(consultation=one)
    return given


@pytest.fixture
def chair(client):
    user = person("CHAIR")
    client.force_login(user)
    return user


def test_the_timelines_of_the_child_and_the_family_tell_it(client, chair, answer):
    child = answer.consultation.child
    for address in (
        reverse("child_timeline", args=[child.ref]),
        reverse("family_timeline", args=[child.family.ref]),
    ):
        page = text(client.get(address))
        for words in (
            "Re-plan consultation raised",
            "Account for a re-plan consultation",
            "Version 1, given by",
            "Re-plan consultation: Agree that a conference is held",
            REASONS,
            "Condition: Offer the family group conference again.",
            "Disagreement about a re-plan decision",
        ):
            assert words in page
        assert "Canary of the account." not in page


def test_the_request_and_the_meeting_tell_what_was_decided(client, chair, answer):
    request = answer.consultation.requested_child.request
    booking = BookingFactory(request=request, chair=chair)
    for address in (reverse("request", args=[request.ref]), reverse("booking", args=[booking.ref])):
        page = text(client.get(address))
        assert REASONS in page and "Offer the family group conference again." in page


def test_the_chair_has_it_where_the_conference_is_prepared_and_recorded(client, chair, answer):
    asked = answer.consultation.requested_child
    booking = BookingFactory(request=asked.request, chair=chair, **today_at_ten())
    assert REASONS in text(client.get(reverse("record", args=[booking.ref])))
    record = MeetingRecordFactory(booking=booking)
    ChildPartFactory(record=record, requested_child=asked)
    for address in (
        reverse("record", args=[booking.ref]),
        reverse("record_check", args=[booking.ref]),
        reverse("record_child", args=[booking.ref, asked.child.ref]),
    ):
        assert REASONS in text(client.get(address))


def test_a_brothers_decision_does_not_stand_on_a_childs_part(client, chair, answer):
    asked = answer.consultation.requested_child
    brother = RequestedChildFactory(request=asked.request)
    other = ConsultationFactory(requested_child=brother)
    ConsultationAnswerFactory(consultation=other, reasons="The brother is with his aunt.")
    booking = BookingFactory(request=asked.request, chair=chair, **today_at_ten())
    record = MeetingRecordFactory(booking=booking)
    for one in (asked, brother):
        ChildPartFactory(record=record, requested_child=one)
    page = text(client.get(reverse("record_child", args=[booking.ref, asked.child.ref])))
    assert REASONS in page and "The brother is with his aunt." not in page


def test_a_conference_without_a_consultation_says_nothing_of_one(client, chair):
    asked = RequestedChildFactory()
    assert "Re-plan consultation" not in text(client.get(reverse("request", args=[asked.request.ref])))
