"""Excluding somebody from a conference: who decides, what may not be done against it, how it goes along."""

import datetime as dt
from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction

from conferences.models import Attendance, Exclusion, Invitation, Letter
from conferences.operations import exclusions as operations
from conferences.operations import invitations
from conferences.operations.copies import make_copies, mark_copy_sent, release_copy
from conferences.operations.exclusions_outcome import decide_outcome
from conferences.operations.invitations import Guest
from conferences.operations.letters import make_letters
from conferences.operations.recording import Attendee, open_record, save_common
from conferences.operations.recording_outcomes import adjourn
from conferences.operations.recording_signing import sign
from conferences.operations.requests import withdraw
from conferences.operations.scheduling import move
from conferences.queries.copies import offers
from conferences.queries.exclusions import kept_from
from conferences.queries.letters import not_proposed, recipients
from conferences.rules.documents import SentHow
from conferences.rules.exclusions import Answer, Extent, Given, LiftReason, ToldHow
from conferences.rules.invitations import Channel, OffReason, Reply
from conferences.rules.workflow import MoveReason, OutcomeReason
from safeguarding.refusals import Refused
from safeguarding.versions import StaleVersion
from tests.cast import person
from tests.factories import ExclusionFactory, InvitationFactory, RelationshipFactory, excluded
from tests.papers import WRITE, WRITE_COPY
from tests.rules.test_exclusions import ASKED, DECIDED
from tests.scheduling import NOW, booked, place
from tests.views.meetings import AFTER, BEGINS, CLINIC, NONE, fill, meeting

pytestmark = pytest.mark.django_db
LATER = NOW + dt.timedelta(days=1)
DAY = dt.datetime(2018, 11, 26, 10, 40, tzinfo=dt.UTC)


@pytest.fixture
def conference():
    return booked()


@pytest.fixture
def father(conference):
    asked = conference.request.children.get()
    return RelationshipFactory(child=asked.child, person__full_name="Jay Exemplar", kind="FATHER").person


def ask(conference, who, told=ASKED, by=None, at=NOW):
    return operations.ask_exclusion(
        request=conference.request, person=who, name="", told=told, by=by or person("BUSINESS_SUPPORT"), at=at
    )


def decide(one, by, told=DECIDED, at=NOW, **more):
    return operations.decide_exclusion(exclusion=one, told=told, by=by, at=at, **more)


def test_no_confidential_address_of_the_family_stands_in_what_somebody_is_told(conference, father):
    at_home = {"address": "7 Refuge Lane", "postcode": "ZZ7 7ZZ", "address_is_confidential": True}
    asked = conference.request.children.get()
    RelationshipFactory(child=asked.child, **{f"person__{name}": value for name, value in at_home.items()})
    one = ask(conference, father)
    hidden = replace(DECIDED, letter_why="You waited at 7 Refuge Lane.", teller="Wes of ZZ7 7ZZ")
    with pytest.raises(Refused, match="confidential in this family") as refused:
        decide(one, conference.chair, hidden)
    assert [problem.field for problem in refused.value.problems] == ["letter_why", "teller"]
    # The reasons are the unit's own, and told to nobody.
    decide(one, conference.chair, replace(DECIDED, reasons="He waited at 7 Refuge Lane."))


def rows():
    return list(Exclusion.objects.unscoped("test"))


def test_whoever_invites_asks_and_the_chair_alone_decides(conference, father):
    one = ask(conference, father)
    assert (one.name, one.answer, one.person) == ("Jay Exemplar", "", father)
    for other in (person("CHAIR"), person("BUSINESS_SUPPORT")):
        with pytest.raises(Refused) as refused:
            decide(one, other)
        assert refused.value.status == 403
    assert kept_from(conference.request) == []
    decided = decide(one, conference.chair)
    assert (decided.answer, decided.instead, decided.decided_by) == ("WHOLE", "WRITTEN", conference.chair)
    assert [kept.name for kept in kept_from(conference.request)] == ["Jay Exemplar"]


def test_sent_twice_it_is_there_once_and_another_of_the_same_person_is_refused(conference, father):
    support = person("BUSINESS_SUPPORT")
    assert ask(conference, father, by=support) == ask(conference, father, by=support, at=LATER)
    with pytest.raises(Refused, match="already an exclusion of this person"):
        ask(conference, father, replace(ASKED, facts="Otherwise"))
    assert len(rows()) == 1


def test_nobody_and_strangers_are_refused_beside_what_is_missing(conference):
    with pytest.raises(Refused) as refused:
        ask(conference, None, replace(ASKED, asker=""))
    assert [one.field for one in refused.value.problems] == ["person", "asker"]
    with pytest.raises(Refused, match="related to the children"):
        ask(conference, RelationshipFactory().person)


def test_what_is_asked_for_changes_until_it_is_decided_and_two_see_both(conference, father):
    one, support = ask(conference, father), person("BUSINESS_SUPPORT")
    seen = operations.standing(one, operations.ASKED).seen
    act = {"exclusion": one, "seen": seen, "at": LATER}
    operations.change_exclusion(told=replace(ASKED, facts="One"), by=support, **act)
    with pytest.raises(StaleVersion) as stale:
        operations.change_exclusion(told=replace(ASKED, facts="Two"), by=conference.chair, **act)
    assert stale.value.theirs["facts"] == "One"
    part = replace(ASKED, extent=Extent.PART, part="The end")
    operations.change_exclusion(told=part, by=support, **act)
    assert (rows()[0].facts, rows()[0].part) == ("One", "The end")
    decide(one, conference.chair)
    with pytest.raises(Refused, match="stays as it was"):
        operations.change_exclusion(told=ASKED, by=support, **act)


def test_who_was_told_is_told_anew_of_another_decision_and_not_of_better_words(conference, father):
    one, support = ask(conference, father), person("BUSINESS_SUPPORT")
    tell = {"exclusion": one, "how": ToldHow.LETTER, "by": support, "at": LATER}
    with pytest.raises(Refused, match="has not decided to exclude"):
        operations.tell_excluded(told_date=NOW.date(), **tell)
    decide(one, conference.chair)
    with pytest.raises(Refused, match="before it was decided"):
        operations.tell_excluded(told_date=NOW.date() - dt.timedelta(days=1), **tell)
    operations.tell_excluded(told_date=NOW.date(), **tell)
    decide(one, conference.chair, replace(DECIDED, reasons="Said better"), at=LATER)
    assert rows()[0].told_date == NOW.date()
    decide(one, conference.chair, replace(DECIDED, answer=Answer.PART, part="The end"), at=LATER)
    assert (rows()[0].answer, rows()[0].told_date, rows()[0].told_by) == ("PART", None, None)
    decide(one, conference.chair, replace(DECIDED, answer=Answer.NOT), at=LATER)
    assert (rows()[0].instead, rows()[0].letter_why) == ("", "")


def test_nobody_who_is_excluded_from_all_of_it_is_invited(conference, father):
    support = person("BUSINESS_SUPPORT")
    listed = InvitationFactory(
        request=conference.request, person=father, name="Jay Exemplar", agency_kind="", is_report_asked=False
    )
    excluded(conference, person=father)
    guest = Guest("jay exemplar", "Partner", "")
    told = {"channel": Channel.LETTER, "invited_date": NOW.date(), "by": support, "at": NOW}
    answer = {"invitation": listed, "needs": [], "needs_words": "", "by": support, "at": NOW}
    acts = (
        lambda: invitations.put_on(request=conference.request, guests=[guest], by=support, at=NOW),
        lambda: invitations.tell_invited(invitations=[listed], **told),
        lambda: invitations.tell_answer(reply=Reply.VIDEO, **answer),
    )
    for act in acts:
        with pytest.raises(Refused, match="excluded from the whole conference"):
            act()
    invitations.tell_answer(reply=Reply.DECLINED, **answer)
    one = Invitation.objects.unscoped("test").filter(pk=listed.pk)
    writes = (
        lambda: one.update(reply="COMING"),
        lambda: one.update(invited_date=NOW.date(), channel="LETTER", told_at=NOW),
        lambda: InvitationFactory(request=conference.request, name="Jay Exemplar", agency_kind=""),
    )
    for write in writes:
        with pytest.raises(IntegrityError, match="invitation_of_nobody_excluded"), transaction.atomic():
            write()
    off = invitations.take_off(invitation=listed, reason=OffReason.EXCLUDED, by=support, at=NOW)
    assert off.off_reason == "EXCLUDED"


def test_nobody_who_is_excluded_from_all_of_it_is_recorded_as_there(conference, father):
    excluded(conference, person=father)
    record = open_record(booking=conference, by=conference.chair, at=DAY)
    here = Attendee("Jay Exemplar", "Father", "", "IN_PERSON", person=father)
    save = {"record": record, "version": record.version, "values": {}, "by": conference.chair, "at": DAY}
    with pytest.raises(Refused, match="excluded from the whole conference") as refused:
        save_common(attendances=[Attendee("Ann", "", "", "ABSENT"), here], **save)
    (problem,) = refused.value.problems
    assert (problem.field, problem.about) == ("mode", 1)
    save_common(attendances=[replace(here, mode="WRITTEN")], **save)
    came = Attendance.objects.unscoped("test").filter(record=record)
    with pytest.raises(IntegrityError, match="attendance_of_nobody_excluded"), transaction.atomic():
        came.update(mode="VIDEO")
        transaction.get_connection().check_constraints()


def test_who_is_recorded_as_there_is_not_excluded_from_all_of_it(conference, father):
    one = ask(conference, father)
    record = open_record(booking=conference, by=conference.chair, at=DAY)
    here = Attendee("Jay Exemplar", "Father", "", "IN_PERSON", person=father)
    save = {"record": record, "version": record.version, "values": {}, "by": conference.chair, "at": DAY}
    save_common(attendances=[here], **save)
    with pytest.raises(Refused, match="Correct the attendance first"):
        decide(one, conference.chair, at=DAY)
    part = replace(DECIDED, answer=Answer.PART, part="From eleven")
    assert decide(one, conference.chair, part, at=DAY).answer == "PART"


def test_it_goes_along_where_the_meeting_is_moved_and_adjourned(conference, father):
    one = excluded(conference, person=father)
    where = place(chair=conference.chair, day=dt.date(2018, 11, 27))
    support = person("BUSINESS_SUPPORT")
    moved = move(booking=conference, reason=MoveReason.FAMILY, by=support, at=LATER, **where)
    at = dt.datetime(2018, 11, 27, 10, 40, tzinfo=dt.UTC)
    open_record(booking=moved, by=moved.chair, at=at)
    where = place(room=moved.room, chair=moved.chair, day=dt.date(2018, 11, 29), start=dt.time(14))
    why = {"reason": OutcomeReason.TIME, "words": "Nan stays with the children until then."}
    again = adjourn(booking=moved, form_key=one.ref, **why, **where, by=moved.chair, at=at)
    assert [kept.person for kept in kept_from(again.request)] == [father.pk]


def test_the_chair_lifts_what_was_decided_and_it_stays_on_record(conference, father):
    one, support = ask(conference, father), person("BUSINESS_SUPPORT")
    lift = {"exclusion": one, "reason": LiftReason.OTHER, "at": LATER}
    with pytest.raises(Refused, match="Enter the reason"):
        operations.lift_exclusion(by=support, **lift)
    decide(one, conference.chair)
    with pytest.raises(Refused, match="Only the chair"):
        operations.lift_exclusion(words="No more.", by=support, **lift)
    lifted = operations.lift_exclusion(words="No more.", by=conference.chair, **lift)
    assert (lifted.lift_words, kept_from(conference.request)) == ("No more.", [])
    assert operations.lift_exclusion(words="Twice.", by=conference.chair, **lift).lift_words == "No more."
    with pytest.raises(Refused, match="was lifted"):
        decide(one, conference.chair)
    assert ask(conference, father).pk != one.pk


def test_what_is_only_asked_for_is_taken_back_by_whoever_invites(conference, father):
    one = ask(conference, father)
    support = person("BUSINESS_SUPPORT")
    operations.lift_exclusion(exclusion=one, reason=LiftReason.TAKEN_BACK, by=support, at=LATER)
    assert rows()[0].lift_reason == "TAKEN_BACK"


def test_once_the_request_is_over_nobody_is_excluded_and_none_let_in(conference, father):
    one = excluded(booked(), name="Kay Exemplar")
    other = ExclusionFactory(request=conference.request, person=father, name="Jay Exemplar")
    withdraw_all = {"by": person("STRATEGIC_LEAD"), "at": LATER}
    conference.request.bookings.update(
        state="CANCELLED", cancel_reason="OTHER", cancelled_by=conference.chair, cancelled_at=LATER
    )
    type(conference.request).every.filter(pk=conference.request.pk).update(state="REQUESTED")
    conference.request.refresh_from_db()
    withdraw(request=conference.request, reason="Not needed.", **withdraw_all)
    for act in (
        lambda: ask(conference, None),
        lambda: operations.lift_exclusion(
            exclusion=other, reason=LiftReason.MISTAKE, by=conference.chair, at=LATER
        ),
    ):
        with pytest.raises(Refused, match="held or is not asked for"):
            act()
    assert one.is_in_force


@pytest.fixture
def signed():
    """A signed record whose mother was excluded from the whole conference."""
    booking, amy, basil = meeting(person("CHAIR"))
    mother = amy.requested_child.child.relationships.get().person
    one = excluded(booking, person=mother, name=mother.full_name)
    record = fill(booking, (amy, BEGINS, [CLINIC]), (basil, NONE, []))
    sign(record=record, by=booking.chair, at=AFTER)
    record.refresh_from_db()
    return booking, record, mother, one


def outcome(one, by, letter=Given.YES, record=Given.NO):
    given = {"letter": letter, "record": record, "words": "They may know what was decided."}
    return decide_outcome(exclusion=one, by=by, at=AFTER, **given)


def test_nothing_of_the_outcome_is_proposed_or_made_until_the_chair_decides(signed):
    booking, record, mother, one = signed
    chair = booking.chair
    own = next(to for to in recipients(chair, record) if to.person == mother)
    copy = next(to for to in offers(chair, record) if to.person == mother)
    assert "the chair decides first" in not_proposed(own)
    assert not copy.is_ticked and "a copy of the record" in copy.why_not
    acts = (
        lambda: make_letters(record=record, write=WRITE, people=[mother], by=chair, at=AFTER),
        lambda: make_copies(record=record, write=WRITE_COPY, keys=[copy.key], by=chair, at=AFTER),
    )
    for act in acts:
        with pytest.raises(Refused, match="the chair decides first"):
            act()
    with pytest.raises(IntegrityError, match="letter_to_nobody_excluded"), transaction.atomic():
        Letter.objects.create(record=record, person=mother, made_by=chair, made_at=AFTER)
    with pytest.raises(Refused, match="Only the chair"):
        outcome(one, person("CHAIR"))
    outcome(one, chair)
    letters = make_letters(record=record, write=WRITE, people=[mother], by=chair, at=AFTER)
    assert [letter.person for letter in letters] == [mother]
    with pytest.raises(Refused, match="decided that they do not get a copy"):
        acts[1]()


def test_the_record_was_sent_as_the_chair_decides_that_the_last_who_lacks_a_copy_gets_none(signed):
    booking, record, mother, one = signed
    chair, support = booking.chair, person("BUSINESS_SUPPORT")
    outcome(one, chair, record=Given.YES)
    grown = [to for to in offers(support, record) if not to.requested_child]
    keys = [to.key for to in grown if to.person != mother]
    for copy in make_copies(record=record, write=WRITE_COPY, keys=keys, by=support, at=AFTER):
        release_copy(document=copy, by=chair, at=AFTER)
        told = {"how": SentHow.POST, "sent_date": AFTER.date(), "proof": ""}
        mark_copy_sent(document=copy, **told, by=support, at=AFTER)
    record.refresh_from_db()
    assert record.sent_date is None
    outcome(one, chair, record=Given.NO)
    record.refresh_from_db()
    assert record.sent_date == AFTER.date()


def test_a_copy_for_somebody_excluded_waits_for_a_second_look_whatever_the_council_set(signed, settings):
    booking, record, mother, one = signed
    outcome(one, booking.chair, record=Given.YES)
    key = (mother.pk, "", "")
    (made,) = make_copies(record=record, write=WRITE_COPY, keys=[key], by=booking.chair, at=AFTER)
    assert made.needs_release and "EXCLUDED" in made.told["cautions"]
