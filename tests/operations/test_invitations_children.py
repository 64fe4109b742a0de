"""A child on the list of their own conference: put there, written to, and how they chose to take part."""

import datetime as dt

import pytest
from django.http import Http404

from conferences.documents.invitations import writer
from conferences.forms.recording import attendance_before
from conferences.models import Invitation, InvitationLetter, InvitationLetterFile
from conferences.operations import invitations as operations
from conferences.operations.invitations_letters import make_letters, mark_letters_sent
from conferences.operations.requests_children import LEFT, take_out
from conferences.queries.invitations import on_list
from conferences.queries.invitations_letters import letter_in_scope
from conferences.rules.documents import SentHow
from conferences.rules.invitations import Need, Reply, TakesPart
from safeguarding.access import scope
from safeguarding.models import Child
from safeguarding.refusals import Refused
from safeguarding.versions import StaleVersion
from tests.cast import person
from tests.factories import AllocationFactory, MeetingRecordFactory, RequestedChildFactory, excluded
from tests.papers import word_text
from tests.scheduling import NOW, booked

pytestmark = pytest.mark.django_db
WRITE = writer("Fableshire Council")


@pytest.fixture
def conference():
    return booked()


def born(conference, years):
    asked = conference.request.children.get()
    asked.child.birth_date = dt.date(2018 - years, 2, 1)
    asked.child.save(update_fields=["birth_date"])
    return asked


def put_on(conference, *asked):
    guests = [operations.Guest(one.child.display_name, "Child", "", asked=one) for one in asked]
    act = {"request": conference.request, "guests": guests}
    return operations.put_on(**act, by=person("BUSINESS_SUPPORT"), at=NOW)


def choose(one, choice, needs=(), words="", seen=None):
    told = {"takes_part": choice, "needs": needs, "needs_words": words, "seen": seen}
    return operations.tell_choice(invitation=one, **told, by=person("BUSINESS_SUPPORT"), at=NOW)


def write(conference, *people):
    act = {"request": conference.request, "invitations": people, "doubt_words": "", "write": WRITE}
    return make_letters(**act, by=person("BUSINESS_SUPPORT"), at=NOW)


def test_a_child_is_put_on_once_and_only_of_this_request(conference):
    asked = born(conference, 9)
    (one,) = put_on(conference, asked)
    assert one.requested_child == asked and put_on(conference, asked) == []
    with pytest.raises(Refused, match="only children of this request"):
        put_on(conference, RequestedChildFactory())


@pytest.mark.parametrize(("years", "word"), [(6, "draw it"), (9, "write a note"), (13, "I join by video")])
def test_the_letter_is_written_by_age_and_is_their_own(conference, years, word):
    asked = born(conference, years)
    (letter,) = write(conference, *put_on(conference, asked))
    content = InvitationLetterFile.objects.unscoped("test").get(letter=letter, format="WORD").content
    said = word_text(bytes(content))
    assert word in said and "You are not in trouble" in said and asked.child.given_names in said


def test_nobody_below_the_age_has_a_letter_and_it_is_said_why(conference):
    (one,) = put_on(conference, born(conference, 3))
    with pytest.raises(Refused, match="by play or drawing"):
        write(conference, one)


def test_how_a_child_takes_part_is_told_and_told_otherwise(conference):
    (one,) = put_on(conference, born(conference, 9))
    chosen = choose(one, TakesPart.ADVOCATE, [Need.ADVOCATE], "Auntie says it")
    assert (chosen.takes_part, chosen.reply, chosen.needs) == ("ADVOCATE", "DECLINED", ["ADVOCATE"])
    otherwise = choose(one, TakesPart.PART)
    assert (otherwise.takes_part, otherwise.reply) == ("PART", "COMING")
    assert [event.takes_part for event in one.history.order_by("pgh_id")] == ["", "ADVOCATE", "PART"]


def test_two_who_tell_different_choices_see_both(conference):
    (one,) = put_on(conference, born(conference, 9))
    seen = operations.standing(one, operations.CHOICE).seen
    choose(one, TakesPart.ALL, seen=seen)
    with pytest.raises(StaleVersion):
        choose(one, TakesPart.NONE, seen=seen)


def test_a_grown_up_answers_and_a_child_chooses(conference):
    (one,) = put_on(conference, born(conference, 9))
    act = {"invitation": one, "needs": (), "needs_words": "", "by": person("BUSINESS_SUPPORT"), "at": NOW}
    with pytest.raises(Refused, match="A child chooses"):
        operations.tell_answer(reply=Reply.COMING, **act)
    with pytest.raises(Refused, match="Select what they chose") as refused:
        operations.tell_choice(takes_part=None, **act)
    assert refused.value.field == "takes_part"
    guest = operations.Guest("Mo Exemplar", "Friend", "")
    (adult,) = operations.put_on(
        request=conference.request, guests=[guest], by=person("BUSINESS_SUPPORT"), at=NOW
    )
    with pytest.raises(Refused, match="Only a child"):
        choose(adult, TakesPart.ALL)


def test_a_child_is_in_no_row_of_the_attendance(conference):
    put_on(conference, born(conference, 9))
    listed = on_list(person("CHAIR"), conference.request)
    record = MeetingRecordFactory(booking=conference)
    assert len(listed) == 1 and attendance_before(record, listed, [], [], NOW.date()) == []


def test_a_child_who_leaves_the_request_leaves_its_list(conference):
    asked = born(conference, 9)
    team = asked.child.allocations.get().team
    sibling = RequestedChildFactory(request=conference.request, child__family=conference.request.family)
    AllocationFactory(child=sibling.child, team=team)
    put_on(conference, asked)
    take_out(asked=asked, reason="Not about them", by=person("SOCIAL_WORKER", team=team), at=NOW)
    one = Invitation.objects.unscoped("test").get()
    assert one.off_at and one.off_words == LEFT


def test_a_restricted_child_who_left_is_read_by_nobody_who_may_not_see_them(conference):
    asked, support = born(conference, 9), person("BUSINESS_SUPPORT")
    child, team = asked.child, asked.child.allocations.get().team
    sibling = RequestedChildFactory(request=conference.request, child__family=conference.request.family)
    AllocationFactory(child=sibling.child, team=team)
    (letter,) = write(conference, *put_on(conference, asked))
    grown_up = operations.Guest("Mo Exemplar", "Friend", "")
    operations.put_on(request=conference.request, guests=[grown_up], by=support, at=NOW)
    take_out(asked=asked, reason="Not about them", by=person("SOCIAL_WORKER", team=team), at=NOW)
    assert letter_in_scope(support, letter.invitation.ref, 1) == letter
    told = {"is_restricted": True, "restricted_reason": "x", "restricted_at": NOW}
    Child.every.filter(pk=child.pk).update(**told, restricted_by=person("STRATEGIC_LEAD"))
    read = person("BUSINESS_SUPPORT")
    assert [one.name for one in scope(read, Invitation)] == ["Mo Exemplar"]
    assert not scope(read, InvitationLetter).exists()
    assert not scope(read, InvitationLetterFile).exists()
    with pytest.raises(Http404):
        letter_in_scope(read, letter.invitation.ref, 1)


def test_a_child_who_is_called_as_somebody_excluded_is_not_them(conference):
    asked = born(conference, 9)
    excluded(conference, name=asked.child.display_name)
    (one,) = put_on(conference, asked)
    (letter,) = write(conference, one)
    told = {"how": SentHow.BY_HAND, "sent_date": NOW.date(), "by": person("BUSINESS_SUPPORT")}
    mark_letters_sent(letters=[letter], **told, at=NOW)
    one.refresh_from_db()
    assert one.invited_date == NOW.date()
