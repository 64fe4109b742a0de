"""At another time its people are asked again; in another room, or with another chair, they are not."""

import datetime as dt

import pytest

from conferences.models import Invitation
from conferences.operations import invitations as operations
from conferences.operations.scheduling import cancel, move
from conferences.rules.invitations import Reply
from conferences.rules.workflow import CancelReason, MoveReason
from safeguarding.models import AuditEntry
from safeguarding.versions import StaleVersion
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


def answer(reply, seen):
    (one,) = Invitation.objects.unscoped("test")
    given = {"needs": [], "needs_words": "", "seen": seen, "by": person("CHAIR"), "at": NOW}
    return operations.tell_answer(invitation=one, reply=reply, **given)


def opened():
    return operations.standing(Invitation.objects.unscoped("test").get(), operations.ANSWER).seen


def test_an_answer_from_a_page_that_was_opened_before_the_move_is_asked_for_the_new_time(meeting):
    Invitation.objects.unscoped("test").update(reply="WAITING", arranged=[])
    seen = opened()
    day = IN_TIME + dt.timedelta(days=1)
    moved(meeting, day=day)
    with pytest.raises(
        StaleVersion, match=r"another time since you opened this page: \w+ \d+ \w+ 2018,"
    ) as found:
        answer(Reply.COMING, seen)
    assert stands(meeting)[0] == "WAITING"
    answer(Reply.COMING, found.value.seen)
    assert stands(meeting)[0] == "COMING"


def test_an_answer_from_before_a_cancelling_is_asked_again_and_one_from_before_any_time_is_not(meeting):
    Invitation.objects.unscoped("test").update(reply="WAITING", arranged=[])
    seen = opened()
    cancel(booking=meeting, reason=CancelReason.OTHER, by=person("CHAIR"), at=NOW)
    with pytest.raises(StaleVersion, match="has no time any more"):
        answer(Reply.VIDEO, seen)
    seen = opened()
    booked(meeting.request, day=IN_TIME + dt.timedelta(days=2))
    answer(Reply.VIDEO, seen)
    assert stands(meeting)[0] == "VIDEO"
