"""At another time its people are asked again; in another room, or with another chair, they are not."""

import datetime as dt

import pytest

from conferences.models import Invitation
from conferences.operations.scheduling import cancel, move
from conferences.rules.workflow import CancelReason, MoveReason
from safeguarding.models import AuditEntry
from tests.cast import person
from tests.factories import InvitationFactory, RoomFactory
from tests.scheduling import IN_TIME, NOW, booked, open_request, place

pytestmark = pytest.mark.django_db
ANSWERED = {"reply": "COMING", "needs": ["INTERPRETER"], "arranged": ["INTERPRETER"]}


@pytest.fixture
def meeting():
    found = booked(open_request())
    family = {"agency_kind": "", "is_report_asked": False, "put_on_at": NOW}
    InvitationFactory(request=found.request, name="M", **family, **ANSWERED)
    return found


def moved(meeting, **fields):
    values = place(**({"room": meeting.room, "chair": meeting.chair} | fields))
    return move(booking=meeting, **values, reason=MoveReason.FAMILY, by=person("CHAIR"), at=NOW)


def stands(meeting):
    return (
        Invitation.objects.unscoped("test")
        .filter(request=meeting.request)
        .values_list("reply", "needs", "arranged")
        .get()
    )


def test_another_room_asks_nobody_again(meeting):
    moved(meeting, room=RoomFactory(seats=20))
    assert stands(meeting) == ("COMING", ["INTERPRETER"], ["INTERPRETER"])
    assert not AuditEntry.objects.filter(event="invitations.asked_again").exists()


def test_another_time_asks_everybody_again_and_their_needs_stand(meeting):
    moved(meeting, day=IN_TIME + dt.timedelta(days=1))
    assert stands(meeting) == ("WAITING", ["INTERPRETER"], [])
    assert AuditEntry.objects.get(event="invitations.asked_again").detail == {"people": 1}


def test_a_new_meeting_at_another_time_asks_everybody_again_but_who_answered_since(meeting):
    late = {"name": "L", "agency_kind": "", "is_report_asked": False, "put_on_at": NOW}
    cancel(booking=meeting, reason=CancelReason.OTHER, by=person("CHAIR"), at=NOW)
    InvitationFactory(request=meeting.request, **late, **ANSWERED, told_at=NOW + dt.timedelta(hours=1))
    booked(meeting.request, day=IN_TIME + dt.timedelta(days=1))
    rows = Invitation.objects.unscoped("test").order_by("pk").values_list("reply", "arranged")
    assert list(rows) == [("WAITING", []), ("COMING", ["INTERPRETER"])]


def test_a_new_meeting_at_the_same_time_asks_nobody_again(meeting):
    cancel(booking=meeting, reason=CancelReason.OTHER, by=person("CHAIR"), at=NOW)
    booked(meeting.request)
    assert stands(meeting) == ("COMING", ["INTERPRETER"], ["INTERPRETER"])
