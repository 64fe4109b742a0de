"""A child's own version: the chair's line, given with who sat with the child, or none because, by a day."""

import datetime as dt

import pytest

from conferences.models import Document, DocumentFile, Duty, OwnVersion
from conferences.operations.copies import (
    call_copy_off,
    make_copies,
    make_copy_again,
    mark_copy_sent,
    release_copy,
)
from conferences.operations.copies_own import give_none, take_none_back, tell_given, write_line
from conferences.operations.corrections import Change
from conferences.operations.corrections_work import correct_copy
from conferences.queries.clocks import clocks
from conferences.queries.copies import offers
from conferences.queries.releases import to_release
from conferences.rules.copies_own import NoOwn
from conferences.rules.deadlines import Code
from conferences.rules.documents import SentHow
from safeguarding.models import Child
from safeguarding.refusals import Refused
from tests.cast import person
from tests.papers import WRITE_COPY, word_text
from tests.views.meetings import AFTER, signed

pytestmark = pytest.mark.django_db
LATER = AFTER + dt.timedelta(days=1)


@pytest.fixture
def support():
    return person("BUSINESS_SUPPORT")


@pytest.fixture
def record():
    return signed(person("CHAIR"))[1]


def part_of(record, name):
    return record.parts.get(requested_child__child__given_names=name)


def make(record, user, name, at=AFTER):
    key = next(
        one.key for one in offers(user, record) if one.requested_child and one.recipient.lines[0] == name
    )
    return make_copies(record=record, write=WRITE_COPY, by=user, at=at, keys=[key])[0]


def given(record, support, name, **told):
    made = make(record, support, name)
    release_copy(document=made, by=record.booking.chair, at=AFTER, words="Read again")
    values = {"how": SentHow.BY_HAND, "sent_date": AFTER.date(), "proof": "", "sat_with": "Wes Worker"}
    return mark_copy_sent(document=made, by=support, at=AFTER, **values | told)


def clock():
    (found,) = clocks([Code.GIVE_OWN_VERSION])
    return found


def words_of(document):
    return word_text(
        bytes(DocumentFile.objects.unscoped("test").get(document=document, format="WORD").content)
    )


def is_open():
    return Duty.objects.unscoped("test").filter(kind="GIVE_OWN_VERSION", closed_at=None).exists()


def test_each_child_who_is_old_enough_is_given_theirs_or_none_because_and_the_duty_ends(record, support):
    assert record.owes_own and clock().met is None and is_open()
    given(record, support, "Amy")
    assert clock().met is None and is_open()
    give_none(part=part_of(record, "Basil"), reason=NoOwn.DECLINED, words="", by=support, at=LATER)
    assert clock().met == LATER.date() and not is_open()
    take_none_back(part=part_of(record, "Basil"), by=support, at=LATER)
    assert clock().met is None and is_open()
    take_none_back(part=part_of(record, "Basil"), by=support, at=LATER)


def test_a_record_of_an_earlier_release_and_one_of_young_children_owe_none(record):
    Child.objects.unscoped("test").update(birth_date=dt.date(2017, 1, 1))
    assert clocks([Code.GIVE_OWN_VERSION]) == []
    Child.objects.unscoped("test").update(birth_date=dt.date(2008, 1, 1))
    assert clock().due == dt.date(2018, 5, 23)
    record.owes_own = False
    record.save(update_fields=["owes_own"])
    assert clocks([Code.GIVE_OWN_VERSION]) == []


def test_it_is_said_who_sat_with_the_child_and_told_otherwise(record, support):
    with pytest.raises(Refused, match="who sat with the child"):
        given(record, support, "Amy", sat_with=" ")
    made = Document.objects.unscoped("test").get(requested_child__child__given_names="Amy")
    with pytest.raises(Refused, match="Record first"):
        tell_given(document=made, sat_with="Wes", child_said="", by=support, at=AFTER)
    mark_copy_sent(
        document=made,
        how=SentHow.BY_HAND,
        sent_date=AFTER.date(),
        proof="",
        sat_with="Wes  Worker",
        child_said="Can I see Nan?",
        by=support,
        at=AFTER,
    )
    tell_given(document=made, sat_with="Ada Sample", child_said="When do I see Nan?", by=support, at=LATER)
    made.refresh_from_db()
    assert (made.sat_with, made.child_said) == ("Ada Sample", "When do I see Nan?")
    assert "Can I see Nan?" in made.history.values_list("child_said", flat=True)
    with pytest.raises(Refused, match="who sat"):
        tell_given(document=made, sat_with="", child_said="", by=support, at=LATER)
    change = Change({"sent_date": None, "sent_how": "", "sent_proof": ""}, "TYPED", "")
    correct_copy(row=made, change=change, by=support, at=LATER)
    made.refresh_from_db()
    assert (made.sent_date, made.sat_with, made.child_said) == (None, "", "") and clock().met is None


def test_none_is_not_said_of_who_was_given_theirs_and_theirs_is_not_given_while_none_stands(record, support):
    given(record, support, "Amy")
    with pytest.raises(Refused, match="was given their own version on 24 April 2018"):
        give_none(part=part_of(record, "Amy"), reason=NoOwn.DECLINED, words="", by=support, at=AFTER)
    give_none(part=part_of(record, "Basil"), reason=NoOwn.DECLINED, words="", by=support, at=AFTER)
    with pytest.raises(Refused, match="take that back first"):
        given(record, support, "Basil")
    basils = Document.objects.unscoped("test").get(requested_child__child__given_names="Basil")
    change = Change({"sent_date": AFTER.date(), "sent_how": "BY_HAND", "sent_proof": ""}, "TYPED", "")
    with pytest.raises(Refused, match="take that back first"):
        correct_copy(row=basils, change=change, by=support, at=LATER)


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        (None, "Select why none will be given"),
        (NoOwn.HARM, "what harm it would do"),
        (NoOwn.NOBODY, "until which day"),
    ],
)
def test_a_reason_that_says_nothing_by_itself_needs_its_words(record, support, reason, sentence):
    with pytest.raises(Refused) as refused:
        give_none(part=part_of(record, "Amy"), reason=reason, words=" ", by=support, at=AFTER)
    assert sentence in str(refused.value.problems)
    assert not OwnVersion.objects.unscoped("test").exclude(none_reason="").exists()


def test_why_none_is_told_otherwise_and_keeps_the_day_on_which_it_was_said(record, support):
    part = part_of(record, "Amy")
    give_none(part=part, reason=NoOwn.DECLINED, words="", by=support, at=AFTER)
    told = give_none(part=part, reason=NoOwn.HARM, words="Her father reads her things", by=support, at=LATER)
    assert (told.none_reason, told.none_at) == ("HARM", AFTER)
    assert set(told.history.values_list("none_reason", flat=True)) == {"", "DECLINED", "HARM"}


def test_the_chair_s_line_stands_in_that_child_s_version_alone(record, support):
    chair = record.booking.chair
    write_line(part=part_of(record, "Amy"), line="I liked your drawing.", by=chair, at=AFTER)
    amys, basils = make(record, support, "Amy"), make(record, support, "Basil")
    assert "I liked your drawing." in words_of(amys)
    assert "I liked your drawing." not in words_of(basils)
    for one in make_copies(record=record, write=WRITE_COPY, by=support, at=AFTER):
        assert "I liked your" not in words_of(one)


def test_a_line_that_is_other_makes_a_new_version_and_nobody_else_writes_it(record, support):
    chair, part = record.booking.chair, part_of(record, "Amy")
    made = make(record, support, "Amy")
    write_line(part=part, line="Well done.", by=chair, at=AFTER)
    with pytest.raises(Refused, match="says to the child was changed"):
        release_copy(document=made, by=chair, at=AFTER)
    again = make_copy_again(document=made, changed="A line.", write=WRITE_COPY, by=support, at=AFTER)
    assert "Well done." in words_of(again)
    release_copy(document=again, by=chair, at=AFTER)
    write_line(part=part, line="", by=chair, at=LATER)
    told = OwnVersion.objects.unscoped("test").get(part=part)
    assert (told.line, told.line_by, told.line_at) == ("", None, None)
    with pytest.raises(Refused, match="Only the chair of this meeting"):
        write_line(part=part, line="Hello", by=person("CHAIR"), at=AFTER)
    call_copy_off(document=again, reason="Another", by=support, at=LATER)
    assert is_open()


def test_a_line_has_no_confidential_address_and_is_of_a_signed_record(record):
    with pytest.raises(Refused, match="address"):
        write_line(
            part=part_of(record, "Amy"), line="Come to 7 Motherlane", by=record.booking.chair, at=AFTER
        )


def test_nobody_is_asked_to_release_the_version_of_a_child_who_died(record, support):
    made = make(record, support, "Amy")
    assert made in to_release(record.booking.chair)
    Child.every.filter(given_names="Amy").update(death_date=AFTER.date())
    assert made not in to_release(record.booking.chair)
