"""Reports come, are chased and shown to the family; too few agencies are answered for; what falls due."""

import datetime as dt
from dataclasses import asdict

import pytest
from django.db import IntegrityError, transaction

from conferences.models import Duty, QuorumChoice, ReportChase
from conferences.models.invitations import TOLD_SINCE
from conferences.operations import invitations_reports as operations
from conferences.operations.duties import scan
from conferences.operations.invitations import GONE, tell_answer
from conferences.operations.requests import withdraw
from conferences.operations.scheduling import move
from conferences.queries.invitations_reports import choice_of, put_there_at
from conferences.rules.invitations import Channel, Reply
from conferences.rules.invitations_reports import ChaseTold, ReportTold
from conferences.rules.workflow import MoveReason
from safeguarding.clock import day_of
from safeguarding.refusals import Refused
from safeguarding.versions import marks_of
from tests.cast import person
from tests.factories import BookingMoveFactory, InvitationFactory, QuorumChoiceFactory, ReportChaseFactory
from tests.golive import live_from
from tests.scheduling import NOW, booked, open_request, place

pytestmark = pytest.mark.django_db
# The meeting is on Monday 26 November 2018: its reports come by Thursday 22, and are shown by Wednesday 21.
MEETS = dt.date(2018, 11, 26)


def at(day):
    return dt.datetime(2018, 11, day, 10, tzinfo=dt.UTC)


@pytest.fixture
def support():
    return person("BUSINESS_SUPPORT")


@pytest.fixture
def meeting():
    live_from(NOW.date())
    return booked(open_request(), chair=person("CHAIR"), day=MEETS)


@pytest.fixture
def school(meeting, support):
    return InvitationFactory(request=meeting.request, put_on_by=support, put_on_at=NOW, told_at=NOW)


def owed(kind):
    return list(Duty.every.filter(kind=kind, closed_at=None).values_list("due_date", flat=True))


def tell(school, by, when, **told):
    return operations.tell_report(invitation=school, told=ReportTold(**told), by=by, at=when)


def chase(school, by, when, channel=Channel.TELEPHONE, **told):
    given = ChaseTold(channel, day_of(when), **told)
    return operations.chase(invitations=[school], told=given, by=by, at=when)


def refused(act, **given):
    with pytest.raises(Refused) as found:
        act(**given)
    return [(one.field, one.sentence) for one in found.value.problems]


def test_a_late_report_is_chased_and_chased_again_until_it_comes(meeting, school, support):
    scan(on=dt.date(2018, 11, 22), at=at(22))
    assert owed("CHASE_REPORTS") == [dt.date(2018, 11, 23)]
    (one,) = chase(school, support, at(23), whom="Edith Chalkdust", words="It comes tomorrow.")
    assert owed("CHASE_REPORTS") == [MEETS]
    operations.tell_chase(chase=one, told=ChaseTold(None, None), is_taken_back=True, by=support, at=at(23))
    assert owed("CHASE_REPORTS") == [dt.date(2018, 11, 23)]
    tell(school, support, at(23), received_date=dt.date(2018, 11, 23))
    assert owed("CHASE_REPORTS") == []
    closed = Duty.every.filter(kind="CHASE_REPORTS", closed_because="MET")
    assert [one.met_by for one in closed] == [support]


def test_what_comes_not_at_all_is_chased_no_more_and_may_be_told_otherwise(meeting, school, support):
    scan(on=dt.date(2018, 11, 22), at=at(22))
    tell(school, support, at(22), none_why="They do not know the family.")
    assert owed("CHASE_REPORTS") == []
    tell(school, support, at(22))
    assert owed("CHASE_REPORTS") == [dt.date(2018, 11, 23)]


def test_who_tells_the_other_half_from_an_old_page_is_told_to_look_again(meeting, school, support):
    opened = marks_of(asdict(ReportTold()))
    tell(school, support, at(22), received_date=dt.date(2018, 11, 22))
    given = {"told": ReportTold(none_why="They do not know the family."), "seen": opened}
    found = refused(operations.tell_report, invitation=school, **given, by=support, at=at(22))
    assert [sentence for _, sentence in found] == [TOLD_SINCE]


def test_a_report_that_came_is_to_be_shown_by_who_asked_for_the_conference(meeting, school, support):
    asker, held = meeting.request.requested_by, meeting.request.children.get().child.allocations.get()
    asker.role, asker.team = "SOCIAL_WORKER", held.team
    asker.save()
    tell(school, support, at(16), received_date=dt.date(2018, 11, 16))
    scan(on=dt.date(2018, 11, 19), at=at(19))
    duty = Duty.every.get(kind="SHARE_REPORTS", closed_at=None)
    assert (duty.due_date, duty.owner) == (dt.date(2018, 11, 21), asker)
    shown = {"shared_way": "READ", "shared_date": dt.date(2018, 11, 20), "shared_by": "Nora Thermometer"}
    tell(school, support, at(20), received_date=dt.date(2018, 11, 16), **shown)
    assert owed("SHARE_REPORTS") == []


def test_one_that_comes_late_is_shown_the_day_it_comes_or_why_not_is_said(meeting, school, support):
    tell(school, support, at(23), received_date=dt.date(2018, 11, 23))
    scan(on=dt.date(2018, 11, 23), at=at(23))
    assert owed("SHARE_REPORTS") == [dt.date(2018, 11, 23)]
    never = {"shared_way": "NEVER", "unshared_why": "The police ask so."}
    tell(school, support, at(23), received_date=dt.date(2018, 11, 23), **never)
    assert owed("SHARE_REPORTS") == []


def test_only_what_is_late_can_be_chased_by_its_own_list(school, support):
    other = InvitationFactory(request=open_request(), put_on_by=support)
    told = ChaseTold(Channel.EMAIL, NOW.date())
    given = {"told": told, "by": support, "at": at(23)}
    assert refused(operations.chase, invitations=[], **given) == [("people", "Select who was chased")]
    assert refused(operations.chase, invitations=[school, other], **given)
    missing = given | {"told": ChaseTold(None, None, True)}
    fields = [field for field, _ in refused(operations.chase, invitations=[school], **missing)]
    assert fields == ["channel", "chased_date", "whom"]
    tell(school, support, at(23), received_date=dt.date(2018, 11, 20))
    assert refused(operations.chase, invitations=[school], **given) == [("people", operations.NOT_LATE)]


def test_a_chase_is_told_otherwise_and_once_taken_back_stays_so(school, support):
    (one,) = chase(school, support, at(23))
    told = ChaseTold(Channel.EMAIL, dt.date(2018, 11, 22), True, "Una Ledgerly", "Again")
    operations.tell_chase(chase=one, told=told, by=support, at=at(23))
    stands = ReportChase.every.get()
    assert (stands.channel, stands.chased_date, stands.is_to_manager) == (
        "EMAIL",
        dt.date(2018, 11, 22),
        True,
    )
    for _ in range(2):
        operations.tell_chase(chase=one, told=told, is_taken_back=True, by=support, at=at(23))
    assert refused(operations.tell_chase, chase=one, told=told, by=support, at=at(23)) == [
        ("", operations.TAKEN_BACK)
    ]


def test_who_keeps_no_lists_chases_nobody_and_of_a_withdrawn_request_nobody_does(school, support):
    with pytest.raises(Refused) as found:
        chase(school, person("MANAGER"), at(23))
    assert found.value.status == 403
    school = InvitationFactory(request=open_request(), put_on_by=support)
    (one,) = chase(school, support, at(20))
    withdraw(request=school.request, reason="Not needed", by=person("STRATEGIC_LEAD"), at=at(21))
    told = ChaseTold(Channel.EMAIL, dt.date(2018, 11, 20))
    given = {"told": told, "by": support, "at": at(22)}
    assert refused(operations.chase, invitations=[school], **given) == [("", GONE)]
    assert refused(operations.tell_chase, chase=one, **given) == [("", GONE)]


def coming(meeting, support, *kinds):
    for kind in kinds:
        one = InvitationFactory(request=meeting.request, name=f"Of {kind}", agency_kind=kind, put_on_at=NOW)
        given = {"needs": [], "needs_words": "", "by": support, "at": at(20)}
        tell_answer(invitation=one, reply=Reply.COMING, **given)


def test_too_few_answers_fall_to_the_chair_the_working_day_before_and_enough_end_it(meeting, support):
    coming(meeting, support, "SOCIAL_CARE", "SCHOOL")
    scan(on=dt.date(2018, 11, 22), at=at(22))
    duty = Duty.every.get(kind="ANSWER_QUORUM", closed_at=None)
    assert (duty.due_date, duty.owner) == (dt.date(2018, 11, 23), meeting.chair)
    coming(meeting, support, "POLICE")
    scan(on=dt.date(2018, 11, 22), at=at(22))
    assert owed("ANSWER_QUORUM") == []


def test_the_chair_goes_on_with_a_reason_until_the_meeting_is_moved(meeting, support):
    scan(on=dt.date(2018, 11, 22), at=at(22))
    act = operations.go_on
    given = {"booking": meeting, "at": at(22)}
    assert refused(act, **given, reason=" ", by=meeting.chair)[0][0] == "reason"
    other = person("CHAIR", email="other@fableshire.example")
    assert refused(act, **given, reason="It is urgent.", by=other) == [("", operations.OTHERS)]
    for _ in range(2):
        act(**given, reason="It is urgent.", by=meeting.chair)
    assert QuorumChoice.every.count() == 1 and owed("ANSWER_QUORUM") == []
    where = place(chair=meeting.chair, day=dt.date(2018, 11, 28))
    move(booking=meeting, reason=MoveReason.FAMILY, by=support, at=at(23), **where)
    scan(on=dt.date(2018, 11, 26), at=at(26))
    assert owed("ANSWER_QUORUM") == [dt.date(2018, 11, 27)]


def test_the_database_keeps_what_was_chased_and_chosen(school):
    one = ReportChaseFactory(invitation=school, chased_date=NOW.date(), told_at=NOW)
    with pytest.raises(IntegrityError, match="report_chase_stays"), transaction.atomic():
        one.delete()
    choice = QuorumChoiceFactory()
    with pytest.raises(IntegrityError, match="quorumchoice_never_changed"), transaction.atomic():
        choice.delete()


def test_who_comes_on_the_list_late_is_chased_from_that_day_and_not_late_at_once(meeting, support):
    late = InvitationFactory(request=meeting.request, put_on_by=support, put_on_at=at(23), told_at=at(23))
    scan(on=dt.date(2018, 11, 23), at=at(23))
    assert late.is_report_asked and owed("CHASE_REPORTS") == [MEETS]


def test_the_same_chase_sent_twice_is_there_once(meeting, school, support):
    (one,) = chase(school, support, at(23), words="It comes tomorrow.")
    (same,) = chase(school, support, at(23), words="It comes tomorrow.")
    (other,) = chase(school, support, at(23), words="It comes on Monday.")
    assert same == one and other != one


def test_the_same_reason_after_a_move_of_the_same_day_is_a_new_answer(meeting, support):
    given = {"booking": meeting, "reason": "The children cannot wait", "by": meeting.chair}
    first = operations.go_on(**given, at=at(20))
    assert operations.go_on(**given, at=at(20) + dt.timedelta(minutes=1)) == first
    later = at(20) + dt.timedelta(hours=2)
    BookingMoveFactory(booking=meeting, moved_at=later)
    assert choice_of(meeting.chair, meeting, put_there_at(meeting.request_id)) is None
    assert operations.go_on(**given, at=later + dt.timedelta(minutes=1)) != first
    assert choice_of(meeting.chair, meeting, put_there_at(meeting.request_id)) is not None
