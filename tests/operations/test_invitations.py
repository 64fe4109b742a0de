"""The list of who is invited: put on once, invited, answered, reported and taken off, and what is refused."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from conferences.models import Duty, Invitation
from conferences.operations import invitations as operations
from conferences.operations.duties import scan
from conferences.operations.invitations import Guest
from conferences.operations.requests import withdraw
from conferences.operations.scheduling import move
from conferences.queries.duties_meetings import first
from conferences.rules.invitations import Channel, Need, OffReason, Reply
from conferences.rules.workflow import MoveReason
from safeguarding.clock import day_of
from safeguarding.refusals import Refused
from safeguarding.versions import StaleVersion
from tests.cast import person
from tests.factories import InvitationFactory, PersonFactory, RelationshipFactory
from tests.golive import live_from
from tests.scheduling import NOW, booked, open_request, place

pytestmark = pytest.mark.django_db
LATER = NOW + dt.timedelta(days=3)
SCHOOL = Guest("Edith Chalkdust", "Headteacher", "SCHOOL", True)


@pytest.fixture
def support():
    return person("BUSINESS_SUPPORT")


@pytest.fixture
def request_():
    return open_request()


def mother_of(request):
    child = request.children.get().child
    mother = PersonFactory(family=child.family, full_name="Polly Exemplar")
    RelationshipFactory(child=child, person=mother, kind="MOTHER")
    return mother


def listed(request):
    return list(Invitation.objects.unscoped("test").filter(request=request))


def refused(act, **given):
    with pytest.raises(Refused) as found:
        act(**({"at": LATER} | given))
    return [(one.field, one.sentence) for one in found.value.problems]


def put_on(request, by, *guests):
    return operations.put_on(request=request, guests=guests, by=by, at=NOW)


def test_family_and_agencies_are_put_on_and_sent_twice_stand_once(request_, support):
    mother = mother_of(request_)
    family = Guest(
        mother.full_name, "Mother", "", person=mother, needed=(Need.INTERPRETER,), needs_words="Welsh"
    )
    assert len(put_on(request_, support, family, SCHOOL)) == 2
    assert put_on(request_, support, family, Guest("edith chalkdust ", "", "SCHOOL")) == []
    own, school = listed(request_)
    assert (own.person, own.agency_kind, own.needs, own.needs_words) == (mother, "", ["INTERPRETER"], "Welsh")
    assert (school.role, school.is_report_asked, school.told_by) == ("Headteacher", True, support)


def test_nobody_and_a_nameless_one_are_refused(request_, support):
    given = {"request": request_, "by": support}
    assert refused(operations.put_on, guests=[], **given) == [("", operations.NOBODY)]
    assert [one[0] for one in refused(operations.put_on, guests=[Guest("", "", None)], **given)] == [
        "name",
        "kind",
    ]
    assert [one[0] for one in refused(operations.put_on, guests=[Guest("A", "", "NONE")], **given)] == [
        "kind"
    ]
    asked = [Guest("A", "", "", True)]
    assert [one[0] for one in refused(operations.put_on, guests=asked, **given)] == ["is_report_asked"]


def test_a_stranger_is_refused_by_the_operation_and_by_the_database(request_, support):
    stranger = PersonFactory()
    with pytest.raises(Refused):
        put_on(request_, support, Guest(stranger.full_name, "", "", person=stranger))
    with pytest.raises(IntegrityError, match="invitation_of_its_own_children"), transaction.atomic():
        InvitationFactory(request=request_, person=stranger, agency_kind="", is_report_asked=False)


@pytest.mark.parametrize("is_named_first", [True, False])
def test_nobody_of_the_family_is_on_the_list_by_record_and_by_name(request_, support, is_named_first):
    mother = mother_of(request_)
    both = [Guest("polly exemplar ", "", ""), Guest(mother.full_name, "Mother", "", person=mother)]
    first, then = both if is_named_first else reversed(both)
    put_on(request_, support, first)
    ((field, said),) = refused(operations.put_on, request=request_, guests=[then], by=support)
    assert field == "name" and "on the list already" in said
    assert put_on(request_, support, Guest("Polly Exemplar", "", "SCHOOL"))


def test_several_are_invited_at_once_and_told_again_it_is_as_told_last(request_, support):
    people = put_on(request_, support, SCHOOL, Guest("Petra Truncheon", "", "POLICE"))
    for channel, day in ((Channel.LETTER, NOW.date()), (Channel.EMAIL, LATER.date())):
        operations.tell_invited(invitations=people, channel=channel, invited_date=day, by=support, at=LATER)
    assert {(one.channel, one.invited_date) for one in listed(request_)} == {("EMAIL", LATER.date())}


def test_being_invited_wants_people_a_way_and_a_day_that_can_be(request_, support):
    people = put_on(request_, support, SCHOOL)
    given = {"invitations": people, "channel": Channel.LETTER, "invited_date": NOW.date(), "by": support}
    act = operations.tell_invited
    assert [one[0] for one in refused(act, **given | {"invitations": []})] == ["people"]
    lacks = refused(act, **given | {"channel": None, "invited_date": None})
    assert [one[0] for one in lacks] == ["channel", "invited_date"]
    for day in (LATER.date() + dt.timedelta(days=1), NOW.date() - dt.timedelta(days=1)):
        assert [one[0] for one in refused(act, **given | {"invited_date": day})] == ["invited_date"]
    other = put_on(open_request(), support, SCHOOL)
    assert refused(act, **given | {"invitations": [*people, *other]})


def test_an_answer_is_told_again_and_two_who_told_different_ones_are_asked(request_, support):
    (one,) = put_on(request_, support, SCHOOL)
    seen = operations.standing(one, operations.ANSWER).seen
    given = {"invitation": one, "needs": [], "needs_words": "", "by": support, "at": LATER}
    operations.tell_answer(reply=Reply.VIDEO, seen=seen, **given)
    with pytest.raises(StaleVersion):
        operations.tell_answer(reply=Reply.DECLINED, seen=seen, **given)
    # What the other left as it was opened is no quarrel.
    operations.tell_answer(
        **given | {"needs": [Need.OTHER], "needs_words": "A quiet room"}, reply=Reply.WAITING, seen=seen
    )
    told = listed(request_)[0]
    assert (told.reply, told.needs, told.needs_words) == ("VIDEO", ["OTHER"], "A quiet room")
    assert refused(operations.tell_answer, **given, reply=None)[0][0] == "reply"
    assert (
        refused(operations.tell_answer, **given | {"needs": [Need.OTHER]}, reply=Reply.VIDEO)[0][0]
        == "needs_words"
    )


def test_what_is_arranged_is_told_need_by_need(request_, support):
    (one,) = put_on(request_, support, SCHOOL)
    given = {"invitation": one, "reply": Reply.COMING, "needs_words": "", "by": support, "at": LATER}
    act, both = operations.tell_answer, [Need.ACCESS, Need.INTERPRETER]
    assert [p[0] for p in refused(act, **given, needs=[], arranged=[Need.ACCESS])] == ["arranged"]
    told = act(**given, needs=both, arranged=[Need.ACCESS])
    assert (told.needs, told.arranged) == (["INTERPRETER", "ACCESS"], ["ACCESS"])


def test_who_is_taken_off_stays_with_the_reason_and_may_come_back(request_, support):
    (one,) = put_on(request_, support, SCHOOL)
    assert refused(operations.take_off, invitation=one, reason=None, by=support)[0][0] == "reason"
    assert refused(operations.take_off, invitation=one, reason=OffReason.OTHER, by=support)[0][0] == "words"
    assert refused(operations.take_off, invitation=one, reason=OffReason.EXCLUDED, by=support) == [
        ("reason", f"{one.name} is not excluded from the whole conference")
    ]
    for _ in range(2):
        off = operations.take_off(invitation=one, reason=OffReason.MISTAKE, by=support, at=LATER)
    assert (off.off_reason, off.off_by) == ("MISTAKE", support)
    given = {"invitation": one, "reply": Reply.COMING, "needs": [], "needs_words": "", "by": support}
    assert refused(operations.tell_answer, **given) == [("", operations.OFF)]
    assert len(put_on(request_, support, SCHOOL)) == 1 and len(listed(request_)) == 2


def test_of_a_request_that_was_withdrawn_nothing_more_is_told(request_, support):
    (one,) = put_on(request_, support, SCHOOL)
    withdraw(request=request_, reason="Not needed", by=person("STRATEGIC_LEAD"), at=LATER)
    assert refused(operations.put_on, request=request_, guests=[SCHOOL], by=support) == [
        ("", operations.OVER)
    ]
    assert refused(operations.take_off, invitation=one, reason=OffReason.MISTAKE, by=support)
    given = {"invitation": one, "reply": Reply.VIDEO, "needs": [], "needs_words": ""}
    assert refused(operations.tell_answer, **given, by=support) == [("", operations.GONE)]


def test_who_keeps_no_lists_is_refused(request_):
    with pytest.raises(Refused) as found:
        put_on(request_, person("MANAGER"), SCHOOL)
    assert found.value.status == 403


@pytest.mark.parametrize(
    "change",
    [
        {"name": ""},
        {"off_reason": "MISTAKE"},
        {"reply": "PERHAPS"},
        {"needs": ["A_CAR"]},
        {"agency_kind": "NONE"},
    ],
)
def test_the_database_refuses_what_a_list_cannot_hold(request_, change):
    with pytest.raises(IntegrityError), transaction.atomic():
        InvitationFactory(request=request_, **change)


def test_the_database_lets_nobody_off_the_list_without_a_trace(request_):
    one = InvitationFactory(request=request_)
    for act in (one.delete, lambda: Invitation.objects.unscoped("test").update(put_on_at=LATER)):
        with pytest.raises(IntegrityError, match="invitation_stays"), transaction.atomic():
            act()


def owed():
    return list(Duty.every.filter(kind="INVITE", closed_at=None).values_list("due_date", flat=True))


def invite(people, by, at):
    given = {"channel": Channel.LETTER, "invited_date": at.date()}
    operations.tell_invited(invitations=people, by=by, at=at, **given)


def test_inviting_falls_due_and_ends_by_itself_and_begins_anew_with_a_name_or_a_move(request_, support):
    live_from(NOW.date())
    meeting = booked(request_, chair=person("CHAIR"))
    scan(on=NOW.date(), at=NOW)
    due = dt.date(2018, 11, 13)
    assert owed() == [due]
    people = put_on(request_, support, SCHOOL)
    assert owed() == [due]
    invite(people, support, LATER)
    assert owed() == []
    more = operations.put_on(
        request=request_, guests=[Guest("Petra Truncheon", "", "POLICE")], by=support, at=LATER
    )
    scan(on=LATER.date(), at=LATER)
    assert owed() == [dt.date(2018, 11, 16)]
    operations.take_off(invitation=more[0], reason=OffReason.MISTAKE, by=support, at=LATER)
    assert owed() == []
    moved = LATER + dt.timedelta(days=4)
    where = place(chair=meeting.chair, day=dt.date(2018, 11, 28))
    move(booking=meeting, reason=MoveReason.FAMILY, by=support, at=moved, **where)
    assert owed() == [dt.date(2018, 11, 20)]
    invite(people, support, moved)
    assert owed() == []


def test_a_meeting_is_not_ready_while_somebody_is_to_be_invited():
    meeting = booked()
    day = day_of(meeting.starts_at)

    def is_to_invite():
        ((ahead,), _) = first(person("STRATEGIC_LEAD"), day, day, 5)
        return ahead.is_to_invite

    assert is_to_invite()
    by = {"by": person("BUSINESS_SUPPORT"), "at": NOW}
    (one,) = operations.put_on(
        request=meeting.request, guests=[Guest("Ida Guestling", "Nurse", "SCHOOL")], **by
    )
    assert is_to_invite()
    operations.tell_invited(invitations=[one], channel=Channel.EMAIL, invited_date=NOW.date(), **by)
    assert not is_to_invite()
