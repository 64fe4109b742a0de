"""A meeting ready to be recorded, with two children of separated parents, for the tests of its pages."""

from __future__ import annotations

import datetime as dt

from conferences.models import Booking, ChildPart, MeetingRecord
from conferences.operations.recording import Action, Attendee, open_record, save_common, save_part
from conferences.operations.recording_signing import sign
from safeguarding.models import User
from tests.factories import (
    AllocationFactory,
    BookingFactory,
    ChildFactory,
    PersonFactory,
    PlanFactory,
    RelationshipFactory,
    RequestedChildFactory,
    UserFactory,
)

AFTER = dt.datetime(2018, 4, 24, 12, tzinfo=dt.UTC)
QUORUM = [
    Attendee("Worker Exemplar", "Social worker", "SOCIAL_CARE", "IN_PERSON"),
    Attendee("Teacher Exemplar", "Head", "SCHOOL", "IN_PERSON"),
    Attendee("Officer Exemplar", "Officer", "POLICE", "VIDEO"),
]
BEGINS = {
    "voice": "I like Nan’s",
    "participation": "PN6",
    "outcome": "PLAN_BEGINS",
    "category": "NEG",
    "reasons": "Amy goes hungry",
}
NONE = {
    "voice": "Nothing yet",
    "participation": "PN6",
    "outcome": "NO_PLAN",
    "reasons": "Basil is safe with his father",
}
CLINIC = Action("See the invented nurse", "Mother Samplewood", dt.date(2018, 5, 8))


def meeting(chair: User, **fields: object) -> tuple[Booking, ChildPart, ChildPart]:
    """Amy (of mother and father) and Basil (of his father), asked for; their record opened and empty."""
    booking = BookingFactory(chair=chair, **fields)
    family = booking.request.family
    amy = ChildFactory(family=family, given_names="Amy", family_name="Testcase")
    basil = ChildFactory(family=family, given_names="Basil", family_name="Testcase")
    mother = PersonFactory(
        family=family,
        full_name="Mother Samplewood",
        address="7 Motherlane",
        postcode="ZZ91 1MM",
        address_is_confidential=True,
    )
    father = PersonFactory(
        family=family, full_name="Father Samplewood", address="8 Fatherlane", postcode="ZZ92 2FF"
    )
    RelationshipFactory(child=amy, person=mother)
    RelationshipFactory(child=basil, person=father, kind="FATHER")
    AllocationFactory(child=amy, worker=UserFactory(role="SOCIAL_WORKER", full_name="Worker Exemplar"))
    for child in (amy, basil):
        RequestedChildFactory(request=booking.request, child=child)
    record = open_record(booking=booking, by=chair, at=AFTER)
    first, second = record.parts.order_by("requested_child")
    return booking, first, second


def review_meeting(chair: User) -> tuple[Booking, ChildPart]:
    """One child on a plan, whose first review this is."""
    booking = BookingFactory(chair=chair)
    child = ChildFactory(family=booking.request.family, given_names="Amy", family_name="Testcase")
    plan = PlanFactory(child=child, start_date=dt.date(2018, 1, 15))
    RequestedChildFactory(request=booking.request, child=child, kind="REVIEW", plan=plan, enquiry=None)
    return booking, open_record(booking=booking, by=chair, at=AFTER).parts.get()


def fill(booking: Booking, *filled: tuple[ChildPart, dict, list]) -> MeetingRecord:
    """Save a quorum and the parts."""
    chair = booking.chair
    record = save_common(record=booking.record, version=1, values={}, attendances=QUORUM, by=chair, at=AFTER)
    for part, values, actions in filled:
        save_part(part=part, version=1, values=values, actions=actions, by=chair, at=AFTER)
    return record


def signed(chair: User) -> tuple[Booking, MeetingRecord]:
    """Signed: a plan begins for Amy, none for Basil."""
    booking, amy, basil = meeting(chair)
    record = fill(booking, (amy, BEGINS, [CLINIC]), (basil, NONE, []))
    sign(record=record, by=chair, at=AFTER)
    return booking, MeetingRecord.objects.unscoped("test").get(pk=record.pk)
