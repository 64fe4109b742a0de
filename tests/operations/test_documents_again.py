"""What was put right after it was sent is sent again: it falls due, and ends in each way that it can."""

import datetime as dt

import pytest

from conferences.models import Duty, Exclusion, MeetingRecord, NextDates, PlanAction
from conferences.operations import documents_again as settling
from conferences.operations.copies import (
    call_copy_off,
    make_copies,
    make_copy_again,
    mark_copy_sent,
    release_copy,
)
from conferences.operations.corrections import Change
from conferences.operations.corrections_child import correct_child
from conferences.operations.corrections_next import Joins, add_member, correct_member
from conferences.operations.corrections_work import correct_copy
from conferences.operations.documents import make_letter_again
from conferences.operations.duties import scan
from conferences.operations.families_people import Contact, change_person
from conferences.operations.letters import call_letter_off, make_letters, mark_letter_sent
from conferences.operations.plans import correct_action
from conferences.queries import documents_again
from conferences.queries.copies import copy_since, offers
from conferences.queries.copies_closing import DIED
from conferences.queries.documents_corrected import Mended, MendedFacts, mended_of
from conferences.queries.letters import may_receive_with_why, signed_record
from conferences.rules.corrections import RecordKind
from conferences.rules.documents import PutRight, SentHow
from conferences.rules.exclusions import What
from safeguarding.models import Child
from safeguarding.operation import lock
from safeguarding.refusals import Refused
from safeguarding.workingdays import add_days
from tests.cast import person
from tests.golive import live_from
from tests.operations.test_documents_corrected import put_right
from tests.papers import WRITE, WRITE_COPY
from tests.views.meetings import AFTER, signed

pytestmark = pytest.mark.django_db
# The decision is put right on 1 May 2018 (tests.operations.test_corrections_decisions).
SENT, LATER = AFTER, AFTER + dt.timedelta(days=60)
MOTHER, FATHER = "Mother Samplewood", "Father Samplewood"


@pytest.fixture
def chair():
    return person("CHAIR")


@pytest.fixture
def support():
    return person("BUSINESS_SUPPORT")


@pytest.fixture
def record(chair):
    live_from(dt.date(2018, 1, 1))
    return signed(chair)[1]


def go(document, chair, support, at=SENT):
    release_copy(document=document, by=chair, at=at, words="It was read again")
    told = {"how": SentHow.POST, "sent_date": at.date(), "proof": ""}
    return mark_copy_sent(document=document, **told, by=support, at=at)


def copies(record, chair, support, keys=None):
    """Everybody to whom one is proposed, or these, were sent their copy."""
    made = make_copies(record=record, write=WRITE_COPY, by=support, at=SENT, keys=keys)
    sent = [go(one, chair, support) for one in made]
    return {one.person.full_name if one.person else one.agency_name: one for one in sent}


def anew(document, chair, support, at=LATER):
    newer = make_copy_again(document=document, changed="The category.", write=WRITE_COPY, by=support, at=at)
    return go(newer, chair, support, at)


def stands(record):
    return MeetingRecord.objects.unscoped("test").get(pk=record.pk)


def owed(record):
    rows = Duty.objects.unscoped("test").filter(booking=record.booking_id, kind="SEND_AGAIN")
    return rows.filter(closed_at=None).exists()


def rename(child, name, by, at=LATER):
    change = Change({"given_names": name}, "TYPED", "")
    correct_child(row=Child.every.get(pk=child), change=change, by=by, at=at)


def test_all_who_had_what_was_put_right_are_owed_the_new_version_and_who_had_not_are_not(
    record, chair, support
):
    sent = copies(record, chair, support)
    assert stands(record).again_since is None
    put_right(chair)
    since = stands(record).again_since
    assert since is not None and since > SENT.date() and owed(record)
    assert stands(record).again_date is None
    for name, document in sent.items():
        if name != FATHER:  # He has Basil's part alone, of which nothing was put right.
            assert owed(record)
            anew(document, chair, support)
    assert stands(record).again_date == LATER.date() and not owed(record)
    duty = Duty.objects.unscoped("test").filter(kind="SEND_AGAIN").first()
    assert (duty.closed_because, duty.met_by) == ("MET", support)


def test_what_was_not_sent_before_it_was_put_right_is_owed_to_nobody_again(record, chair, support):
    make_copies(record=record, write=WRITE_COPY, by=support, at=SENT)
    make_letters(record=record, write=WRITE, by=support, at=SENT)
    put_right(chair)
    scan(on=LATER.date(), at=LATER)
    assert stands(record).again_since is None and not owed(record)


def test_a_letter_is_sent_again_and_one_that_will_not_be_is_owed_no_more(record, chair, support):
    letters = make_letters(record=record, write=WRITE, by=support, at=SENT)
    mothers, fathers = sorted(letters, key=lambda one: one.person.full_name, reverse=True)
    mark_letter_sent(letter=mothers, sent_date=SENT.date(), by=support, at=SENT)
    mark_letter_sent(letter=fathers, sent_date=SENT.date(), by=support, at=SENT)
    put_right(chair)
    assert owed(record)
    told = {"changed": "The category.", "write": WRITE, "by": support, "at": LATER}
    make_letter_again(letter=mothers, version=1, **told)
    assert owed(record)
    call_letter_off(letter=mothers, reason="She was told by telephone", by=support, at=LATER)
    assert not owed(record) and stands(record).again_date is None
    assert stands(record).again_gone_at == LATER
    # Made after all, it is owed until it went.
    later = LATER + dt.timedelta(days=3)
    make_letter_again(letter=mothers, version=2, **(told | {"at": later}))
    assert owed(record) and stands(record).again_gone_at is None
    mark_letter_sent(letter=mothers, sent_date=later.date(), by=support, at=later)
    assert stands(record).again_date == later.date() and not owed(record)


def test_what_is_put_back_as_it_was_sent_is_owed_to_nobody(record, chair, support):
    copies(record, chair, support)
    child = record.parts.order_by("requested_child").first().requested_child.child_id
    rename(child, "Amelia", support)
    assert owed(record) and stands(record).again_since == LATER.date()
    back = LATER + dt.timedelta(days=2)
    rename(child, "Amy", support, at=back)
    assert not owed(record)
    assert (stands(record).again_date, stands(record).again_gone_at) == (None, back)
    # And put right once more it is owed once more, from that day on.
    rename(child, "Amelia", support, at=back + dt.timedelta(days=1))
    assert owed(record) and stands(record).again_since == add_days(back.date(), 1)


def told_but_mother(record, chair, support, keys=None):
    """All but the mother were sent what was put right; gives her."""
    sent = copies(record, chair, support, keys)
    put_right(chair)
    for name, document in sent.items():
        if name not in (FATHER, MOTHER):
            anew(document, chair, support)
    assert owed(record)
    return sent[MOTHER].person


def is_unsafe(mother, support, at=LATER):
    told = Contact(MOTHER, safe_contact="Through her sister", address=mother.address)
    change_person(person=mother, contact=told, by=support, at=at)


def test_who_is_unsafe_to_write_to_since_keeps_nothing_open(record, chair, support):
    is_unsafe(told_but_mother(record, chair, support), support)
    assert not owed(record) and stands(record).again_date == LATER.date()


def test_somebody_for_whom_it_was_weighed_when_it_went_is_sent_it_again(record, chair, support):
    may_have = offers(support, signed_record(support, record.booking.ref))
    mother = next(one.person for one in may_have if one.recipient.lines[0] == MOTHER)
    is_unsafe(mother, support, at=SENT)
    told_but_mother(record, chair, support, [one.key for one in may_have if not one.requested_child])
    scan(on=LATER.date(), at=LATER)
    assert owed(record)


def test_who_was_excluded_since_keeps_nothing_open(record, chair, support, monkeypatch):
    told_but_mother(record, chair, support)
    why = lambda kept, who, what: "They get no copy." if who.full_name == MOTHER else ""  # noqa: E731
    monkeypatch.setattr(documents_again, "why_not_given", why)
    scan(on=LATER.date(), at=LATER)
    assert not owed(record) and stands(record).again_date == LATER.date()


def test_a_new_version_that_did_not_go_after_all_is_owed_again(record, chair, support):
    sent = copies(record, chair, support)
    put_right(chair)
    done = [anew(document, chair, support) for name, document in sent.items() if name != FATHER]
    assert not owed(record)
    since, later = stands(record).again_since, LATER + dt.timedelta(days=1)
    change = Change({"sent_date": None, "sent_how": "", "sent_proof": ""}, "TYPED", "It came back")
    correct_copy(row=done[0], change=change, by=support, at=later)
    assert owed(record) and stands(record).again_date is None
    assert since < LATER.date() == stands(record).again_since


def test_what_an_agency_was_called_off_is_not_kept_open_by_its_copy(record, chair, support):
    sent = copies(record, chair, support)
    put_right(chair)
    for name, document in sent.items():
        if name == FATHER:
            continue
        newer = make_copy_again(
            document=document, changed="The category.", write=WRITE_COPY, by=support, at=LATER
        )
        call_copy_off(document=newer, reason="They were told in person", by=support, at=LATER)
    assert not owed(record) and stands(record).again_gone_at == LATER


def test_a_scan_finds_what_nobody_compared(record, chair, support):
    copies(record, chair, support)
    put_right(chair)
    rows = MeetingRecord.objects.unscoped("test").filter(pk=record.pk)
    rows.update(again_since=None)
    scan(on=LATER.date(), at=LATER)
    assert stands(record).again_since is not None and owed(record)


# ----- What each of them was told --------------------------------------------------------------------------


def correct_line(record, support, **facts):
    action = PlanAction.objects.unscoped("test").get(part__record=record)
    correct_action(row=action, change=Change(facts, "TYPED", ""), by=record.booking.chair, at=LATER)


def test_an_action_put_right_is_owed_to_those_who_were_sent_the_old_one(record, chair, support):
    sent = copies(record, chair, support)
    correct_line(record, support, who="Father Samplewood")
    assert owed(record) and stands(record).again_since == LATER.date()
    for name, document in sent.items():
        if name != FATHER:
            anew(document, chair, support)
    assert stands(record).again_date == LATER.date() and not owed(record)


def own_version(record, chair, support):
    """Amy was given her own version."""
    may_have = offers(support, signed_record(support, record.booking.ref))
    key = next(one.key for one in may_have if one.recipient.lines[0] == "Amy" and one.requested_child)
    (made,) = make_copies(record=record, write=WRITE_COPY, by=support, at=SENT, keys=[key])
    release_copy(document=made, by=chair, at=SENT, words="It was read again")
    told = {"how": SentHow.BY_HAND, "sent_date": SENT.date(), "proof": "", "sat_with": "Wes Worker"}
    return mark_copy_sent(document=made, **told, by=support, at=SENT)


def test_a_child_s_own_version_is_not_put_right_by_what_it_does_not_tell(record, chair, support):
    amys = own_version(record, chair, support)
    correct_line(record, support, who="Father Samplewood")
    put_right(chair)
    assert not owed(record)
    read = signed_record(chair, record.booking.ref)
    may_have = {one.key: one for one in offers(support, read)}
    children = frozenset(part.requested_child.child_id for part in read.parts.all())
    assert copy_since(amys, may_have, children, mended_of(read)) == []
    rename(amys.requested_child.child_id, "Amelia", support)
    assert owed(record)


def test_a_child_s_own_version_tells_what_was_decided():
    was, at = ("PLAN_BEGINS", "NEG", "Why", "", ""), LATER
    told = [
        Mended(1, PutRight.DECISION, at, (), was, ("PLAN_BEGINS", "EMO", "Why", "", "")),
        Mended(2, PutRight.DECISION, at, (), was, ("NO_PLAN", "", "Why", "", "")),
    ]
    found = MendedFacts(tuple(told), {1: "Amy", 2: "Basil"}).of_own()
    assert [one.child for one in found.other(SENT, {1, 2})] == [2]


def test_a_letter_is_not_put_right_by_what_it_does_not_tell_of_an_action(record, chair, support):
    letters = make_letters(record=record, write=WRITE, by=support, at=SENT)
    for one in letters:
        mark_letter_sent(letter=one, sent_date=SENT.date(), by=support, at=SENT)
    correct_line(record, support, measure="She slept through", service="A charity")
    assert not owed(record)
    correct_line(record, support, by_date=dt.date(2018, 6, 1))
    assert owed(record)


def test_who_joins_or_leaves_a_core_group_later_makes_nothing_of_what_was_sent_wrong():
    member = RecordKind.CORE_GROUP_MEMBER.value
    joined = Mended(1, PutRight.NEXT, LATER, (member, 7, "joined_date"), "", "2018-06-20")
    left = Mended(1, PutRight.NEXT, LATER, (member, 8, "ended_date"), "", "2018-06-20")
    stayed = Mended(1, PutRight.NEXT, LATER, (member, 9, "ended_date"), "2018-06-20", "")
    never = Mended(1, PutRight.NEXT, LATER, (member, 7, "in_error"), "", "yes")
    found = MendedFacts((joined, left, stayed, never), {1: "Amy"})
    assert found.errors(SENT, {1}) == [stayed, never]
    # What was made and not sent does not tell it.
    assert found.other(SENT, {1}) == [joined, left, stayed, never]


def test_who_joins_the_core_group_is_told_to_nobody_again(record, chair, support):
    sent = copies(record, chair, support)
    dates = NextDates.objects.unscoped("test").get(part__record=record)
    joins = Joins(name="Nell Nurse", role="Nurse", joined_date=LATER.date(), words="She sees Amy now")
    member = add_member(row=dates, told=joins, by=chair, at=LATER)
    assert not owed(record) and stands(record).again_since is None
    newer = make_copy_again(
        document=sent[MOTHER], changed="Who is of it", write=WRITE_COPY, by=support, at=LATER
    )
    assert owed(record)
    later = LATER + dt.timedelta(days=1)
    left = Change({"ended_date": later.date()}, "OTHER", "She moved away")
    correct_member(row=member, change=left, by=chair, at=later)
    # It is made anew: what goes now tells who is of it now.
    with pytest.raises(Refused, match="core group of Amy Testcase was put right"):
        go(newer, chair, support, later)


def test_a_record_of_which_nothing_changes_is_not_held_again(record, chair, support, monkeypatch):
    copies(record, chair, support)
    put_right(chair)
    held = []
    monkeypatch.setattr(settling, "lock", lambda one: held.append(one) or lock(one))
    settling.settle_again(None, writer=None, at=LATER)
    assert held == []
    MeetingRecord.objects.unscoped("test").filter(pk=record.pk).update(again_since=None)
    settling.settle_again(None, writer=None, at=LATER)
    assert held == [record] and stands(record).again_since is not None


def test_what_no_letter_tells_of_a_child_is_not_asked_about(record, chair, support):
    copies(record, chair, support)
    child = record.parts.order_by("requested_child").first().requested_child.child
    correct_child(
        row=child, change=Change({"communication_needs": "Pictures"}, "TYPED", ""), by=support, at=LATER
    )
    rows = MeetingRecord.objects.unscoped("test")
    assert not rows.filter(settling._may_differ()).exists()
    rename(child.pk, "Amelia", support)
    assert rows.filter(settling._may_differ()).exists()


def test_it_falls_due_from_when_somebody_may_be_told_and_is_not_born_overdue(record, chair, support):
    mother = told_but_mother(record, chair, support)
    is_unsafe(mother, support)
    assert not owed(record)
    safe = LATER + dt.timedelta(days=40)
    change_person(person=mother, contact=Contact(MOTHER, address=mother.address), by=support, at=safe)
    assert owed(record) and stands(record).again_since == safe.date()


def test_who_is_excluded_no_more_is_owed_it_from_then(record):
    mother, on = record.booking.request.family.people.get(full_name=MOTHER), add_days(LATER.date(), 9)
    lifted = Exclusion(person=mother, name=MOTHER, answer="WHOLE", lifted_at=LATER)
    gets = Exclusion(name=MOTHER, answer="WHOLE", outcome_at=LATER + dt.timedelta(days=20))
    other = Exclusion(name=FATHER, answer="WHOLE", lifted_at=LATER)
    assert documents_again._freed(mother, [lifted, gets, other], on) == [LATER.date(), on]
    assert documents_again._freed(None, [lifted], on) == []


def test_the_family_of_a_child_who_died_is_not_told_again_of_itself(record, chair, support):
    mother = told_but_mother(record, chair, support)
    amy = mother.relationships.get().child
    assert [one.sent.person for one in documents_again.untold_of(record)] == [mother]
    Child.every.filter(pk=amy.pk).update(death_date=LATER.date())
    now = signed_record(support, record.booking.ref)
    assert documents_again.untold_of(now) == []
    (one,) = [one for one in may_receive_with_why(now) if one.person == mother]
    assert documents_again._why_not(one, What.RECORD, []) == DIED
