"""What is put right after letters and copies were made: they say so, each to its reader, and do not go."""

import datetime as dt

import pytest

from conferences.models import Conference, MeetingRecord
from conferences.operations.copies import make_copies, make_copy_again, mark_copy_sent, release_copy
from conferences.operations.corrections import Change
from conferences.operations.corrections_child import correct_child
from conferences.operations.corrections_conferences import correct_conference
from conferences.operations.letters import make_letters, mark_letter_sent
from conferences.queries.documents_corrected import mended_of
from conferences.queries.letters import signed_record
from conferences.rules.documents import SentHow
from safeguarding.refusals import Refused
from tests.cast import person
from tests.operations.test_corrections_decisions import agree
from tests.papers import WRITE, WRITE_COPY
from tests.views.meetings import AFTER, signed

pytestmark = pytest.mark.django_db
LATER = AFTER + dt.timedelta(days=60)
MOTHER, FATHER = "Mother Samplewood", "Father Samplewood"
AMY_S = "The decision for Amy Testcase was put right after this was made."


@pytest.fixture
def chair():
    return person("CHAIR")


@pytest.fixture
def support():
    return person("BUSINESS_SUPPORT")


@pytest.fixture
def record(chair):
    return signed(chair)[1]


def put_right(chair):
    """Amy's plan began under another category."""
    amy, _ = Conference.objects.unscoped("test").get().children.order_by("child")
    agree(amy, chair, person("STRATEGIC_LEAD"), category="EMO")


def named(made):
    return {one.person.full_name if one.person else one.agency_name: one for one in made}


def copies(record, support):
    made = named(make_copies(record=record, write=WRITE_COPY, by=support, at=AFTER))
    return made[MOTHER], made[FATHER]


def send(copy, support, at=LATER):
    how = {"how": SentHow.POST, "sent_date": at.date(), "proof": ""}
    return mark_copy_sent(document=copy, by=support, at=at, **how)


def test_a_copy_of_a_decision_put_right_is_made_anew_before_it_goes(record, chair, support):
    mothers, fathers = copies(record, support)
    put_right(chair)
    with pytest.raises(Refused, match=AMY_S):
        release_copy(document=mothers, by=chair, at=LATER)
    release_copy(document=fathers, by=chair, at=LATER)
    newer = make_copy_again(document=mothers, changed="The category.", write=WRITE_COPY, by=support, at=LATER)
    release_copy(document=newer, by=chair, at=LATER)
    assert send(newer, support).sent_date == LATER.date()


def test_a_letter_and_a_released_copy_of_it_do_not_go_today_and_what_went_before_is_told(
    record, chair, support
):
    mothers, _ = copies(record, support)
    release_copy(document=mothers, by=chair, at=AFTER)
    letter = named(make_letters(record=record, write=WRITE, by=support, at=AFTER))[MOTHER]
    put_right(chair)
    with pytest.raises(Refused, match=AMY_S):
        mark_letter_sent(letter=letter, sent_date=LATER.date(), by=support, at=LATER)
    with pytest.raises(Refused, match=AMY_S):
        send(mothers, support)
    how = {"how": SentHow.POST, "sent_date": AFTER.date(), "proof": ""}
    assert mark_copy_sent(document=mothers, by=support, at=LATER, **how).sent_date == AFTER.date()


def test_a_name_put_right_is_told_once_and_of_that_child_alone(record, chair, support):
    part = record.parts.order_by("requested_child").first()
    child = part.requested_child.child
    change = Change({"given_names": "Amelia", "family_name": "Testcases"}, "TYPED", "")
    correct_child(row=child, change=change, by=support, at=LATER)
    read = signed_record(chair, record.booking.ref)
    now = mended_of(read)
    said = ["Who Amelia Testcases is was put right after this was made."]
    assert now.since(AFTER, {child.pk, child.pk + 1}) == said
    assert now.since(LATER, {child.pk}) == now.since(AFTER, {child.pk + 1}) == []
    assert MeetingRecord.objects.unscoped("test").count() == 1


def test_a_letter_of_another_day_than_the_conference_s_own_does_not_go(record, chair, support):
    letter = named(make_letters(record=record, write=WRITE, by=support, at=AFTER))[MOTHER]
    held = record.booking.starts_at.date()
    correct_conference(
        row=Conference.objects.unscoped("test").get(),
        change=Change({"held_date": held - dt.timedelta(days=4)}, "TYPED", ""),
        by=chair,
        at=LATER,
    )
    with pytest.raises(Refused, match="The day of the conference about Amy Testcase was put right"):
        mark_letter_sent(letter=letter, sent_date=LATER.date(), by=support, at=LATER)
