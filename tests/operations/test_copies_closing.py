"""Letters that a plan has ended: to whom, made as copies are, and when they are owed, and owed no more."""

import datetime as dt
from dataclasses import replace
from random import Random

import pgtrigger
import pytest
from django.db import IntegrityError, transaction

from conferences.models import Document, DocumentFile, Duty, MeetingRecord
from conferences.operations.copies import call_copy_off, make_copy_again, mark_copy_sent, release_copy
from conferences.operations.copies_closing import make_closing_letters
from conferences.operations.copies_settled import settle_records
from conferences.operations.corrections import Change
from conferences.operations.corrections_decisions import Wish, agree_decision, ask_decision
from conferences.operations.corrections_work import correct_copy
from conferences.operations.duties import scan
from conferences.operations.duties_refresh import refresh
from conferences.operations.recording import open_record
from conferences.operations.recording_signing import sign
from conferences.queries.copies import copy_since
from conferences.queries.copies_closing import CLOSING, closing_offers, closing_proposed
from conferences.queries.corrections_decisions import version_of
from conferences.queries.documents_corrected import mended_of
from conferences.queries.letters import signed_record
from conferences.queries.releases import to_release
from conferences.rules.documents import SentHow
from safeguarding.refusals import Refused
from safeguarding.workingdays import add_days
from tests.cast import person
from tests.factories import (
    BookingFactory,
    ChildFactory,
    PersonFactory,
    PlanFactory,
    RelationshipFactory,
    RequestedChildFactory,
    excluded,
)
from tests.golive import live_from
from tests.papers import WRITE_COPY, pdf_text, word_text
from tests.views.meetings import AFTER, CLINIC, fill, signed

pytestmark = pytest.mark.django_db
LATER = AFTER + dt.timedelta(days=2)
MOTHER, FATHER = "Mother Samplewood", "Father Samplewood"
AGENCIES = {"Worker Exemplar", "Teacher Exemplar", "Officer Exemplar"}
SAID = {"voice": "I like Nan’s", "participation": "PN6"}
ENDS = SAID | {
    "outcome": "PLAN_ENDS",
    "end_reason": "RISK_REDUCED",
    "ending_rationale": "Each outcome was seen",
    "step_down": "CIN_PLAN",
    "reasons": "Amy is fed and well now",
}
GOES_ON = SAID | {"outcome": "PLAN_CONTINUES", "category": "NEG", "reasons": "Basil is still alone at night"}


def child_of(booking, name, parent, **fields):
    """A child on a plan, with one parent of their own, whose review this is."""
    child = ChildFactory(family=booking.request.family, given_names=name, family_name="Testcase")
    plan = PlanFactory(child=child, start_date=dt.date(2018, 1, 15))
    RelationshipFactory(child=child, person=parent, kind=fields.pop("kind", "MOTHER"), **fields)
    RequestedChildFactory(request=booking.request, child=child, kind="REVIEW", plan=plan, enquiry=None)
    return child


def parents_of(family):
    return (
        PersonFactory(family=family, full_name=MOTHER, address="7 Motherlane", postcode="ZZ91 1MM"),
        PersonFactory(family=family, full_name=FATHER, address="8 Fatherlane", postcode="ZZ92 2FF"),
    )


def review(chair):
    """Amy, of her mother, and Basil, of his father, each on a plan; their record opened and empty."""
    booking = BookingFactory(chair=chair)
    mother, father = parents_of(booking.request.family)
    child_of(booking, "Amy", mother)
    child_of(booking, "Basil", father, kind="FATHER")
    record = open_record(booking=booking, by=chair, at=AFTER)
    first, second = record.parts.order_by("requested_child")
    return booking, first, second


def ended(chair, *out):
    """Signed: Amy's plan ends, Basil's goes on; who is excluded from all of it is `out` (names)."""
    booking, amy, basil = review(chair)
    for name in out:
        excluded(booking, person=booking.request.family.people.get(full_name=name), name=name)
    record = fill(booking, (amy, ENDS, [CLINIC]), (basil, GOES_ON, []))
    sign(record=record, by=chair, at=AFTER)
    return MeetingRecord.objects.unscoped("test").get(pk=record.pk)


@pytest.fixture
def support():
    return person("BUSINESS_SUPPORT")


@pytest.fixture
def record():
    return ended(person("CHAIR"))


def make(record, by, at=AFTER, **more):
    return make_closing_letters(record=record, write=WRITE_COPY, by=by, at=at, **more)


def name_of(document):
    return document.person.full_name if document.person else document.agency_name


def files(document):
    rows = DocumentFile.objects.unscoped("test").filter(document=document)
    kept = {one.format: bytes(one.content) for one in rows}
    return word_text(kept["WORD"]), pdf_text(kept["PDF"])


def send(document, by, at=AFTER, **more):
    if document.released_at is None:
        release_copy(document=document, by=document.record.booking.chair, at=at)
    told = {"how": SentHow.POST, "sent_date": at.date(), "proof": ""} | more
    return mark_copy_sent(document=document, by=by, at=at, **told)


def standing(record):
    kept = MeetingRecord.objects.unscoped("test").get(pk=record.pk)
    return kept.closing_date, kept.closing_gone_at


def due(record):
    rows = Duty.objects.unscoped("test").filter(booking=record.booking_id, kind="SEND_CLOSING")
    return rows.filter(closed_at=None).exists()


# ----- Who gets one, and what stands in it -----------------------------------------------------------------


def test_those_of_the_child_whose_plan_ended_and_agencies_get_one_once(record, support):
    made = make(record, support)
    assert {name_of(one) for one in made} == {MOTHER, *AGENCIES}
    assert {one.kind for one in made} == {CLOSING} and make(record, support) == []
    assert all(one.needs_release for one in made)
    for one in made:
        for words in files(one):
            assert "Amy Testcase" in words and "Amy is fed and well now" in words
            assert "See the invented nurse" in words and "a child in need plan" in words
            for never in ("Basil", "alone at night", "I like Nan", "Fatherlane", "ZZ92"):
                assert never not in words
            assert ("7 Motherlane" in words) is (one.person is not None)


def test_nobody_gets_one_of_a_draft_or_where_every_plan_goes_on_and_no_stranger_ever(record, support):
    booking, _, _ = review(person("CHAIR"))
    with pytest.raises(Refused, match="when the chair has signed"):
        make(booking.record, support)
    with pytest.raises(Refused, match="No child protection plan ended"):
        make(signed(person("CHAIR"))[1], support)
    with pytest.raises(Refused, match="at least one person"):
        make(record, support, keys=[])
    with pytest.raises(Refused, match="may have a letter"):
        make(record, support, keys=[(10**9, "", "")])


def test_the_database_keeps_no_letter_of_a_plan_that_goes_on(record, support):
    father = record.booking.request.family.people.get(full_name=FATHER)
    facts = {"record": record, "kind": CLOSING, "made_by": support, "made_at": AFTER}
    with pytest.raises(IntegrityError, match="closing_of_a_plan_that_ended"), transaction.atomic():
        Document.objects.create(person=father, **facts)
    other = signed(person("CHAIR"))[1]
    agency = facts | {"record": other, "agency_kind": "SCHOOL", "agency_name": "Head"}
    with pytest.raises(IntegrityError, match="closing_of_a_plan_that_ended"), transaction.atomic():
        Document.objects.create(**agency)


def test_whoever_is_excluded_gets_none_until_the_chair_says_that_they_get_the_letter(support):
    record = ended(person("CHAIR"), MOTHER)
    found = {one.recipient.lines[0]: one for one in closing_offers(support, again(support, record))}
    assert not found[MOTHER].is_ticked and MOTHER not in {name_of(one) for one in make(record, support)}
    with pytest.raises(Refused, match="does not get this yet"):
        make(record, support, keys=[found[MOTHER].key])


def test_somebody_unsafe_to_write_to_or_whose_child_died_is_proposed_none(record, support):
    mother = record.booking.request.family.people.get(full_name=MOTHER)
    mother.safe_contact = "By hand, at the nursery"
    mother.save()
    assert MOTHER not in {one.recipient.lines[0] for one in closing_proposed(again(support, record))}
    mother.safe_contact = ""
    mother.save()
    amy = record.parts.get(outcome="PLAN_ENDS").requested_child.child
    type(amy).every.filter(pk=amy.pk).update(death_date=dt.date(2018, 4, 24))
    found = {one.recipient.lines[0]: one for one in closing_offers(support, again(support, record))}
    assert not found[MOTHER].is_ticked and "died" in found[MOTHER].why_not


def again(user, record):
    return signed_record(user, record.booking.ref)


@pytest.mark.parametrize("seed", range(12))
def test_of_conferences_by_chance_nobody_reads_of_a_plan_that_goes_on_or_while_excluded(seed, support):
    """Children, decisions, ties, exclusions and what is told in confidence are drawn; the letters are read
    back as they were kept.
    """
    rng, chair = Random(f"closing {seed}"), person("CHAIR")
    booking = BookingFactory(chair=chair)
    family = booking.request.family
    people = [
        PersonFactory(family=family, full_name=f"Parent{n} Samplewood", address=f"{n}7 Lane{n}x")
        for n in range(3)
    ]
    ties = {}
    for n in range(rng.randint(1, 3)):
        own = rng.sample(people, rng.randint(1, 2))
        child = child_of(booking, f"Child{n}x", own[0])
        for one in own[1:]:
            RelationshipFactory(child=child, person=one, kind="FATHER")
        ties[child.pk] = own
    record = open_record(booking=booking, by=chair, at=AFTER)
    decided, filled = {}, []
    for part in record.parts.order_by("requested_child"):
        decided[part.requested_child.child_id] = ends = rng.random() < 0.5
        word = f"canary{part.requested_child.child_id}x"
        values = (ENDS if ends else GOES_ON) | {"reasons": word, "voice": f"said{word}"}
        filled.append((part, values, []))
    fill(booking, *filled)
    out = [one for one in people if rng.random() < 0.3]
    for one in out:
        excluded(booking, person=one, name=one.full_name)
    sign(record=MeetingRecord.objects.unscoped("test").get(pk=record.pk), by=chair, at=AFTER)
    owed = {one.full_name for pk, own in ties.items() if decided[pk] for one in own if one not in out}
    if not any(decided.values()):
        with pytest.raises(Refused):
            make(record, support)
        return
    made = make(record, support)
    assert {name_of(one) for one in made if one.person} == owed
    for one in made:
        reads = {pk for pk, own in ties.items() if not one.person or one.person in own}
        for words in files(one):
            for pk, is_ended in decided.items():
                assert (f"canary{pk}x" in words) is (is_ended and pk in reads)
            assert "said" not in words.replace("what the conference said", "")


# ----- How it goes -----------------------------------------------------------------------------------------


def test_it_is_released_by_another_sent_with_how_and_replaced(record, support):
    letter = next(one for one in make(record, support) if one.person)
    with pytest.raises(Refused, match="You made this letter"):
        release_copy(document=letter, by=support, at=AFTER)
    told = {"how": SentHow.POST, "sent_date": AFTER.date(), "proof": ""}
    with pytest.raises(Refused, match="looks at this letter and releases it first"):
        mark_copy_sent(document=letter, by=support, at=AFTER, **told)
    assert letter in to_release(record.booking.chair)
    sent = send(letter, support)
    assert sent.sent_how == "POST"
    with pytest.raises(Refused, match="This letter was already sent"):
        send(sent, support)
    newer = make_copy_again(document=sent, changed="A name.", write=WRITE_COPY, by=support, at=LATER)
    assert (newer.kind, newer.version) == (CLOSING, 2)
    assert "takes the place of the one of" in files(newer)[0]
    with pytest.raises(Refused, match="A newer version"):
        release_copy(document=sent, by=record.booking.chair, at=LATER)


# ----- When they are owed ----------------------------------------------------------------------------------


@pytest.fixture
def live(record):
    live_from(dt.date(2018, 4, 1))
    refresh(record.booking, met_by=None, at=AFTER)
    return record


def test_they_are_due_from_the_signing_and_met_by_the_last_that_went(live, support):
    assert due(live) and standing(live) == (None, None)
    letters = make(live, support)
    for one in letters[:-1]:
        send(one, support)
    assert due(live)
    send(letters[-1], support, LATER)
    assert standing(live) == (LATER.date(), None) and not due(live)


def test_where_one_who_is_proposed_has_none_they_stay_due(live, support):
    keys = [one.key for one in closing_proposed(again(support, live)) if one.person is None]
    for one in make(live, support, keys=keys):
        send(one, support)
    assert due(live)
    (mothers,) = make(live, support)
    call_copy_off(document=mothers, reason="She asked for none.", by=support, at=AFTER)
    assert standing(live)[0] == AFTER.date() and not due(live)


def test_where_all_are_called_off_nothing_is_owed_until_one_is_made_after_all(live, support):
    letters = make(live, support)
    for one in letters:
        call_copy_off(document=one, reason="It was told in person.", by=support, at=AFTER)
    day, gone = standing(live)
    assert day is None and gone == AFTER and not due(live)
    newer = make_copy_again(document=letters[0], changed="x", write=WRITE_COPY, by=support, at=LATER)
    assert standing(live) == (None, None) and due(live)
    send(newer, support, LATER)
    assert standing(live) == (LATER.date(), None)


def test_what_an_earlier_release_signed_owes_none(record, support):
    live_from(dt.date(2018, 4, 1))
    old = ended(person("CHAIR"))
    with pgtrigger.ignore("conferences.MeetingRecord:meetingrecord_signed_stays"):
        MeetingRecord.every.filter(pk=old.pk).update(owes_telling=False)
    refresh(old.booking, met_by=None, at=AFTER)
    assert not due(old)


def test_whoever_comes_later_makes_nothing_due_again_and_the_night_asks_what_waits(live, support):
    for one in make(live, support):
        send(one, support)
    amy = live.parts.get(outcome="PLAN_ENDS").requested_child.child
    aunt = RelationshipFactory(child=amy, person__full_name="Aunt Samplewood", kind="OTHER").person
    refresh(live.booking, met_by=None, at=LATER)
    assert standing(live)[0] == AFTER.date() and not due(live)
    key = (aunt.pk, "", "")
    make(live, support, LATER, keys=[key])
    settle_records(None, writer=None, at=LATER)
    scan(on=LATER.date(), at=LATER)
    assert standing(live)[0] == AFTER.date() and not due(live)


def test_a_day_told_otherwise_is_followed_and_one_that_did_not_go_is_due_again(live, support):
    sent = []
    for one in make(live, support):
        release_copy(document=one, by=live.booking.chair, at=AFTER)
        one.refresh_from_db()
        sent.append(send(one, support, LATER))
    earlier = add_days(LATER.date(), -1)
    told = {"sent_date": earlier, "sent_how": "BY_HAND", "sent_proof": ""}
    change = Change(told, "TYPED", "")
    for one in sent:
        correct_copy(row=one, change=change, by=support, at=LATER)
    assert standing(live) == (earlier, None)
    none = Change({"sent_date": None, "sent_how": "", "sent_proof": ""}, "TYPED", "")
    correct_copy(row=sent[0], change=none, by=support, at=LATER)
    assert standing(live) == (None, None) and due(live)


def put_right(record, at, child="Amy", **facts):
    """The decision about Amy is another one, as two people say."""
    at_conference = record.parts.get(requested_child__child__given_names=child).conference_child
    wish = Wish(replace(version_of(at_conference), **facts), "TYPED", "The wrong box was ticked")
    change = ask_decision(at_conference=at_conference, wish=wish, by=record.booking.chair, at=at)
    agree_decision(change=change, by=person("STRATEGIC_LEAD"), at=at)


GOES = {"outcome": "PLAN_CONTINUES", "category": "NEG", "end_reason": "", "step_down": ""}


def since(user, record, document):
    signed_now = again(user, record)
    may_have = {one.key: one for one in closing_offers(user, signed_now)}
    parts = frozenset(part.requested_child.child_id for part in signed_now.parts.all())
    return copy_since(document, may_have, parts, mended_of(signed_now))


def test_a_plan_that_did_not_end_after_all_ends_the_duty_and_its_letters_hold_no_more(live, support):
    first, *rest = make(live, support)
    sent = send(first, support)
    put_right(live, LATER, **GOES)
    assert not due(live) and "holds no more" in since(support, live, sent)[0]
    with pytest.raises(Refused, match="as it is recorded now, so this letter must not go"):
        release_copy(document=rest[0], by=live.booking.chair, at=LATER)
    with pytest.raises(Refused, match="must not go"):
        make_copy_again(document=sent, changed="x", write=WRITE_COPY, by=support, at=LATER)
    with pytest.raises(Refused, match="No child protection plan ended"):
        make(live, support, LATER)


def test_a_plan_that_ended_for_another_reason_is_told_in_a_new_version(live, support):
    sent = [send(one, support) for one in make(live, support)]
    put_right(live, LATER, step_down="EARLY_HELP")
    assert "was put right after this was made" in " ".join(since(support, live, sent[0]))
    newer = make_copy_again(document=sent[0], changed="The help.", write=WRITE_COPY, by=support, at=LATER)
    assert "early help next" in files(newer)[0]
