"""Copies of a signed record: made once, released by another, sent with how, replaced, and called off."""

import datetime as dt
from functools import partial

import pytest
from django.db import IntegrityError, connection, transaction

from conferences.models import Document, DocumentFile, Duty, MeetingRecord
from conferences.operations import copies_settled
from conferences.operations.copies import (
    call_copy_off,
    make_copies,
    make_copy_again,
    mark_copy_sent,
    release_copy,
)
from conferences.operations.corrections import Change
from conferences.operations.corrections_child import correct_relationship
from conferences.operations.corrections_work import correct_copy, correct_record_sent
from conferences.operations.duties import scan
from conferences.operations.duties_refresh import refresh
from conferences.operations.families_people import Contact, change_person
from conferences.operations.letters import make_letters, mark_letter_sent, release_letter
from conferences.operations.recording_signing import sign
from conferences.operations.recording_withheld import add_withheld
from conferences.queries.copies import changed_so_far, offers
from conferences.queries.documents import latest_of
from conferences.queries.letters import not_proposed, recipients, signed_record
from conferences.rules.documents import SentHow
from conferences.rules.exclusions import Given
from conferences.rules.recording_withheld import FromWhom, ToAgencies, WithheldReason, WithheldTold
from safeguarding.models import AgencyKind
from safeguarding.refusals import Refused
from safeguarding.workingdays import add_days
from tests.cast import person
from tests.factories import InvitationFactory, PolicySettingFactory, RelationshipFactory, excluded
from tests.golive import live_from
from tests.papers import WRITE, WRITE_COPY, pdf_text, word_text
from tests.views.meetings import AFTER, BEGINS, CLINIC, NONE, fill, meeting, signed

pytestmark = pytest.mark.django_db
LATER = AFTER + dt.timedelta(days=2)
# The people of tests.views.meetings, by the first of what only they may read.
MOTHER, FATHER = "Mother Samplewood", "Father Samplewood"


@pytest.fixture
def support():
    return person("BUSINESS_SUPPORT")


@pytest.fixture
def record():
    return signed(person("CHAIR"))[1]


def make(record, by, at=AFTER, **more):
    return make_copies(record=record, write=WRITE_COPY, by=by, at=at, **more)


def of(documents, name):
    return next(one for one in documents if name in (one.agency_name, one.person and one.person.full_name))


def files(document):
    rows = DocumentFile.objects.unscoped("test").filter(document=document)
    kept = {one.format: bytes(one.content) for one in rows}
    return word_text(kept["WORD"]), pdf_text(kept["PDF"])


def send(document, by, at=AFTER, day=None, **more):
    sat_with = "Worker Exemplar" if document.requested_child_id else ""
    told = {"how": SentHow.POST, "sent_date": day or at.date(), "proof": "", "sat_with": sat_with} | more
    return mark_copy_sent(document=document, by=by, at=at, **told)


def sent_day(record):
    return MeetingRecord.objects.unscoped("test").get(pk=record.pk).sent_date


def test_each_has_one_copy_and_the_same_press_makes_no_other(record, support):
    made = make(record, support)
    assert {one.agency_name for one in made if not one.person} == {
        "Worker Exemplar",
        "Teacher Exemplar",
        "Officer Exemplar",
    }
    assert {one.person.full_name for one in made if one.person} == {MOTHER, FATHER}
    assert make(record, support) == []


def test_nobody_has_a_copy_of_a_draft_and_no_stranger_one_of_a_record(record, support):
    booking, amy, _ = meeting(person("CHAIR"))
    with pytest.raises(Refused, match="when the chair has signed"):
        make(booking.record, support)
    with pytest.raises(Refused, match="may have a copy"):
        make(record, support, keys=[(10**9, "", "")])
    with pytest.raises(Refused, match="at least one person"):
        make(record, support, keys=[])


def test_proposed_are_those_whose_parental_responsibility_is_said(record, support):
    amy = record.parts.order_by("requested_child").first().requested_child.child
    RelationshipFactory(
        child=amy, person__full_name="Friend Samplewood", kind="OTHER", parental_responsibility="UNKNOWN"
    )
    InvitationFactory(request=record.booking.request, name="Nurse Exemplar", agency_kind="HEALTH_VISITING")
    InvitationFactory(request=record.booking.request, name="Speaker Exemplar", agency_kind="INTERPRETER")
    found = {
        one.recipient.lines[0]: one for one in offers(support, signed_record(support, record.booking.ref))
    }
    assert not found["Friend Samplewood"].is_ticked and "chair decides" in found["Friend Samplewood"].why_not
    assert found[MOTHER].is_ticked and found["Teacher Exemplar"].is_ticked
    assert not found["Nurse Exemplar"].is_ticked and "did not take part" in found["Nurse Exemplar"].why_not
    assert "Speaker Exemplar" not in found


def test_to_an_agency_whose_report_came_a_copy_is_proposed(record, support):
    told = {"request": record.booking.request, "agency_kind": "HEALTH_VISITING"}
    InvitationFactory(name="Nurse Exemplar", received_date=AFTER.date(), told_at=AFTER, **told)
    InvitationFactory(name="Silent Exemplar", **told)
    found = {one.agency_name: one for one in offers(support, signed_record(support, record.booking.ref))}
    assert found["Nurse Exemplar"].is_ticked and found["Nurse Exemplar"].why_not == ""
    assert not found["Silent Exemplar"].is_ticked


@pytest.mark.parametrize(
    ("who", "has", "never"),
    [
        (
            MOTHER,
            ["7 Motherlane", "Amy goes hungry", "invented nurse"],
            ["Fatherlane", "ZZ92", "Basil", "Kept"],
        ),
        (
            FATHER,
            ["8 Fatherlane", "Basil is safe"],
            ["Motherlane", "ZZ91", "Amy", "hungry", "nurse", "Mother", "Nan", "Kept", "Head, School"],
        ),
        ("Teacher Exemplar", ["Amy goes hungry", "Basil is safe", "Kept A"], ["lane", "ZZ9", "Kept B"]),
    ],
)
def test_in_the_files_stands_what_is_theirs_and_nothing_else(support, who, has, never):
    chair = person("CHAIR")
    booking, amy, basil = meeting(chair)
    told = {"told_by": "Officer Exemplar", "agency_kind": "POLICE", "reason": WithheldReason.DANGER}
    for what, agencies, agreed in (("Kept A", ToAgencies.SHARE, "Yes"), ("Kept B", None, "")):
        part = WithheldTold(
            what=what, whom=FromWhom.EVERYBODY, agencies=agencies, owner_agreed=agreed, **told
        )
        add_withheld(record=booking.record, told=part, by=chair, at=AFTER)
    record = fill(booking, (amy, BEGINS, [CLINIC]), (basil, NONE, []))
    sign(record=record, by=chair, at=AFTER)
    document = of(make(record, support), who)
    for words in files(document):
        assert [one for one in has if one not in words] == []
        assert [one for one in never if one in words] == []


def test_what_is_kept_from_one_parent_of_all_the_children_the_other_reads(support):
    chair = person("CHAIR")
    booking, amy, basil = meeting(chair)
    mother = amy.requested_child.child.relationships.get().person
    father = basil.requested_child.child.relationships.get().person
    RelationshipFactory(child=basil.requested_child.child, person=mother)
    RelationshipFactory(child=amy.requested_child.child, person=father, kind="FATHER")
    part = WithheldTold(
        what="Where she goes on Sunday",
        told_by=MOTHER,
        agency_kind="",
        reason=WithheldReason.DANGER,
        whom=FromWhom.PEOPLE,
        people=frozenset({father.pk}),
        agencies=ToAgencies.SHARE,
    )
    add_withheld(record=booking.record, told=part, by=chair, at=AFTER)
    record = fill(booking, (amy, BEGINS, [CLINIC]), (basil, NONE, []))
    sign(record=record, by=chair, at=AFTER)
    made = make(record, support)
    reads = {
        one.recipient.lines[0]: files(of(made, one.recipient.lines[0]))
        for one in offers(support, record)
        if not one.requested_child
    }
    assert all(part.what in words for words in reads[MOTHER])
    assert all(part.what not in words for words in reads[FATHER])


def test_a_copy_goes_only_after_somebody_else_released_it(record, support):
    copy = make(record, support)[0]
    assert copy.needs_release
    with pytest.raises(Refused, match="Somebody else than who made it"):
        send(copy, support)
    with pytest.raises(Refused, match="You made this copy") as refusal:
        release_copy(document=copy, by=support, at=AFTER)
    assert refusal.value.status == 403
    release_copy(document=copy, by=record.booking.chair, at=AFTER)
    assert send(copy, support).sent_how == "POST"


def test_the_database_refuses_it_too(record, support):
    copy = make(record, support)[0]
    rows = Document.objects.unscoped("test").filter(pk=copy.pk)
    sent = {"sent_date": AFTER.date(), "sent_by": support, "sent_how": "POST"}
    for fields, name in (
        (sent, "document_released_before_it_goes"),
        ({"released_by": support, "released_at": AFTER}, "document_released_by_another"),
    ):
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            rows.update(**fields)


def test_where_the_council_asks_for_no_second_person_only_what_must_be_looked_at_waits(record, support):
    PolicySettingFactory(key="COPIES_RELEASED_BY_OTHERS", value="0", effective_date=dt.date(2018, 1, 1))
    assert not any(one.needs_release for one in make(record, support))
    booking, amy, basil = meeting(person("CHAIR"))
    odd = BEGINS | {"reasons": "Amy and Basil stay at 8 Fatherlane"}
    named = fill(booking, (amy, odd, [CLINIC]), (basil, NONE, []))
    sign(record=named, by=booking.chair, at=AFTER)
    made = make(named, support)
    assert of(made, MOTHER).told["cautions"] == ["CHILD", "ADDRESS"] and of(made, MOTHER).needs_release
    assert of(made, FATHER).told["cautions"] == [] and not of(made, FATHER).needs_release


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"how": None}, "how it was sent"),
        ({"day": AFTER.date() - dt.timedelta(days=1)}, "before it was made"),
        ({"day": AFTER.date() + dt.timedelta(days=1)}, "in the future"),
    ],
)
def test_how_and_when_it_went_must_be_so(record, support, told, words):
    copy = make(record, support)[0]
    release_copy(document=copy, by=record.booking.chair, at=AFTER)
    with pytest.raises(Refused, match=words):
        send(copy, support, **told)


def test_the_record_was_sent_on_the_day_of_the_last_of_its_copies(record, support):
    chair, made = record.booking.chair, make(record, support)
    for copy in made:
        release_copy(document=copy, by=chair, at=AFTER)
    for copy in made[:-2]:
        send(copy, support)
    send(made[-2], support, at=LATER)
    assert sent_day(record) is None
    call_copy_off(document=made[-1], reason="He is in the same home", by=support, at=LATER)
    assert sent_day(record) == LATER.date()
    with pytest.raises(Refused, match="will not be sent"):
        send(made[-1], support, at=LATER)
    with pytest.raises(Refused, match="already sent"):
        send(made[0], support, at=LATER)


def test_a_new_version_says_what_changed_and_the_day_of_the_first_stays(record, support):
    chair, made = record.booking.chair, make(record, support)
    mother = of(made, MOTHER)
    for copy in made:
        release_copy(document=copy, by=chair, at=AFTER)
        send(copy, support)
    again = partial(make_copy_again, document=mother, write=WRITE_COPY, by=support, at=LATER)
    with pytest.raises(Refused, match="Say what is other"):
        again(changed=" ")
    later = again(changed="Your address.")
    assert later.version == 2 and later.supersedes == mother and later.released_at is None
    word, pdf = files(later)
    said = "This copy takes the place of the one of 24 April 2018. What is other now: Your address."
    assert said in word and said in pdf
    with pytest.raises(Refused, match="newer version"):
        again(changed="Once more.")
    with pytest.raises(Refused, match="newer version"):
        release_copy(document=mother, by=chair, at=LATER)
    assert sent_day(record) == AFTER.date()


def test_whoever_may_not_have_one_any_more_gets_none(record, support):
    mother = of(make(record, support), MOTHER)
    release_copy(document=mother, by=record.booking.chair, at=AFTER)
    mother.person.relationships.update(in_error=True)
    for act in (
        partial(send, mother, support),
        partial(make_copy_again, document=mother, changed="x", write=WRITE_COPY, by=support, at=AFTER),
    ):
        with pytest.raises(Refused, match="Mother Samplewood may not have a copy"):
            act()


def test_the_letter_of_the_same_person_stays_apart(record, support):
    letters = make_letters(record=record, write=WRITE, by=support, at=AFTER)
    copy = of(make(record, support), MOTHER)
    letter = next(one for one in letters if one.person == copy.person)
    mark_letter_sent(letter=letter, sent_date=AFTER.date(), by=support, at=AFTER)
    copy.refresh_from_db()
    assert copy.sent_date is None and sent_day(record) is None


def test_a_corrected_day_of_the_record_is_that_of_its_copies(record, support):
    chair, made = record.booking.chair, make(record, support, at=LATER)
    day = LATER + dt.timedelta(days=3)
    for copy in made:
        release_copy(document=copy, by=chair, at=LATER)
        send(copy, support, at=day)
    row = MeetingRecord.objects.unscoped("test").select_related("booking").get(pk=record.pk)
    correct = partial(correct_record_sent, row=row, by=support, at=day)
    with pytest.raises(Refused, match="before it was made on 26 April 2018"):
        correct(change=Change({"sent_date": AFTER.date()}, "TYPED", ""))
    correct(change=Change({"sent_date": LATER.date()}, "TYPED", ""))
    assert sent_day(record) == LATER.date()
    kept = Document.objects.unscoped("test").filter(record=record, kind="RECORD")
    assert set(kept.values_list("sent_date", flat=True)) == {LATER.date()}


# ----- What is other since it was made ---------------------------------------------------------------------


def goes_not(copy, record, step):
    """It is neither released nor sent."""
    support = person("BUSINESS_SUPPORT")
    with pytest.raises(Refused) as refused:
        if step == "release":
            release_copy(document=copy, by=record.booking.chair, at=LATER)
        else:
            send(copy, support, at=LATER)
    assert "Make a new version of it first." in refused.value.sentence


@pytest.fixture(params=["release", "send"])
def step(request):
    return request.param


def made_for(name, step):
    _, record = signed(person("CHAIR"))
    copy = of(make(record, person("BUSINESS_SUPPORT")), name)
    if step == "send":
        release_copy(document=copy, by=record.booking.chair, at=AFTER)
    return record, copy


def test_a_copy_with_an_old_address_goes_not(step):
    record, copy = made_for(MOTHER, step)
    copy.person.address = "1 Refuge Hidden"
    copy.person.save(update_fields=["address"])
    goes_not(copy, record, step)


def test_a_copy_goes_not_once_its_reader_belongs_to_other_children(step):
    record, copy = made_for(FATHER, step)
    others = [part.requested_child.child for part in record.parts.all()]
    for child in others:
        if not child.relationships.filter(person=copy.person).exists():
            RelationshipFactory(child=child, person=copy.person, kind="FATHER")
    goes_not(copy, record, step)


def test_what_went_yesterday_is_told_whatever_is_other_since():
    record, copy = made_for(MOTHER, "send")
    copy.person.address = "1 Refuge Hidden"
    copy.person.save(update_fields=["address"])
    sent = send(copy, person("BUSINESS_SUPPORT"), at=LATER, day=AFTER.date())
    assert sent.sent_date == AFTER.date()


def test_no_copy_went_before_it_was_released():
    _, record = signed(person("CHAIR"))
    copy = make(record, person("BUSINESS_SUPPORT"))[0]
    release_copy(document=copy, by=record.booking.chair, at=LATER)
    with pytest.raises(Refused, match="before it was released"):
        send(copy, person("BUSINESS_SUPPORT"), at=LATER, day=AFTER.date())


def test_words_of_a_version_that_was_called_off_stand_in_no_later_one():
    record, copy = made_for(FATHER, "send")
    support = person("BUSINESS_SUPPORT")
    send(copy, support)
    given = {"write": WRITE_COPY, "by": support, "at": LATER}
    with pytest.raises(Refused, match="An address that is confidential stands in this"):
        make_copy_again(document=copy, changed="The mother lives at 7, Mother-Lane.", **given)
    bad = make_copy_again(document=copy, changed="Amy told what happened.", **given)
    assert bad.told["cautions"] == ["CHILD"] and changed_so_far(bad) != ""
    call_copy_off(document=bad, reason="It names another child", by=record.booking.chair, at=LATER)
    assert changed_so_far(bad) == ""
    good = make_copy_again(document=bad, changed="Your own words were added.", **given)
    words = files(good)[0]
    assert "Amy" not in words and "Your own words were added." in words


def test_whoever_came_to_belong_to_the_family_later_is_offered_none():
    _, record = signed(person("CHAIR"))
    child = record.parts.first().requested_child.child
    later = add_days(AFTER.date(), 30)
    tie = RelationshipFactory(child=child, person__full_name="Later Samplewood", start_date=later)
    assert tie.person.full_name not in {one.recipient.lines[0] for one in offered(record)}


def offered(record):
    support = person("BUSINESS_SUPPORT")
    return offers(support, signed_record(support, record.booking.ref))


def test_a_parent_who_came_under_an_agency_has_no_agency_s_copy():
    _, record = signed(person("CHAIR"))
    parent = of(make(record, person("BUSINESS_SUPPORT")), FATHER).person
    row = record.attendances.filter(is_family=False).first()
    type(row).every.filter(pk=row.pk).update(name=parent.full_name.upper())
    assert all(one.agency_name.upper() != parent.full_name.upper() for one in offered(record))


def test_whoever_is_recorded_later_without_a_first_day_is_proposed_nothing_and_reads_no_confidential_part(
    support,
):
    """Nobody could keep a part from them, for nobody knew of them when the record was signed."""
    chair = person("CHAIR")
    booking, amy, basil = meeting(chair)
    part = WithheldTold(
        what="Where she goes on Sunday",
        told_by=MOTHER,
        agency_kind="",
        reason=WithheldReason.DANGER,
        whom=FromWhom.PEOPLE,
        people=frozenset({basil.requested_child.child.relationships.get().person.pk}),
        agencies=ToAgencies.SHARE,
        owner_agreed="",
    )
    add_withheld(record=booking.record, told=part, by=chair, at=AFTER)
    fill(booking, (amy, BEGINS, [CLINIC]), (basil, NONE, []))
    sign(record=booking.record, by=chair, at=AFTER)
    later = RelationshipFactory(
        child=amy.requested_child.child, person__full_name="Later Samplewood", start_date=None
    ).person
    RelationshipFactory(child=basil.requested_child.child, person=later, start_date=None)
    record = signed_record(support, booking.ref)
    found = {one.recipient.lines[0]: one for one in offers(support, record)}
    assert not found["Later Samplewood"].is_ticked
    assert "not recorded as somebody of all of these children" in found["Later Samplewood"].why_not
    copy = of(make(record, support, keys=[(later.pk, "", "")]), "Later Samplewood")
    assert all("Sunday" not in words and "Amy" in words for words in files(copy))
    assert "not recorded" in not_proposed(
        next(one for one in recipients(support, record) if one.person == later)
    )


def test_of_a_record_that_kept_nobody_the_family_reads_no_confidential_part(support):
    """A release before this one signed it: it is not known from whom each part was kept."""
    _, record = signed(person("CHAIR"))
    record.belonged = None
    (mother, *_) = [one for one in offers(support, record) if one.recipient.lines[0] == MOTHER]
    assert mother.is_ticked and not mother.recipient.reads_confidential


def in_doubt(support, **fields):
    """A copy for the father in which his other child is named."""
    record, copy = made_for(FATHER, "send")
    send(copy, support)
    given = {"write": WRITE_COPY, "by": support, "at": LATER}
    return record, make_copy_again(document=copy, changed="Amy told what happened.", **given)


def test_what_is_in_doubt_goes_only_with_a_reason_which_stays(support):
    record, copy = in_doubt(support)
    release = partial(release_copy, document=copy, by=record.booking.chair, at=LATER)
    for words in ("", "  "):
        with pytest.raises(Refused, match="Say why it may go"):
            release(words=words)
    release(words="His own daughter of that name is meant")
    rows = Document.objects.unscoped("test").filter(pk=copy.pk)
    assert rows.get().release_words == "His own daughter of that name is meant"
    with pytest.raises(IntegrityError, match="stays"), transaction.atomic():
        rows.update(release_words="Another reason")


def test_the_database_asks_for_the_reason_too(support):
    record, copy = in_doubt(support)
    rows = Document.objects.unscoped("test").filter(pk=copy.pk)
    released = {"released_by": record.booking.chair, "released_at": LATER}
    with pytest.raises(IntegrityError, match="document_released_with_why"), transaction.atomic():
        rows.update(**released)
        settle()


def test_whoever_is_not_proposed_a_copy_has_one_released_only_with_a_reason(support, record):
    father = offered_to(record, FATHER).person
    copy = of(make(record, support), FATHER)
    father.safe_contact = "Never by post: an invented neighbour opens it."
    father.save()
    with pytest.raises(Refused, match="Say why it may go"):
        release_copy(document=copy, by=record.booking.chair, at=AFTER)
    release_copy(document=copy, by=record.booking.chair, at=AFTER, words="Given to him at the office")


def offered_to(record, name):
    return next(one for one in offered(record) if one.recipient.lines[0] == name)


def test_a_copy_in_which_an_address_stands_that_became_confidential_is_never_released_or_sent(support):
    chair = person("CHAIR")
    booking, amy, basil = meeting(chair)
    other = amy.requested_child.child.relationships.get().person
    other.address_is_confidential = False
    other.save()
    told = NONE | {"voice": "I go to 7 Motherlane on Sundays."}
    fill(booking, (amy, BEGINS, [CLINIC]), (basil, told, []))
    sign(record=booking.record, by=chair, at=AFTER)
    copy = of(make(signed_record(support, booking.ref), support), FATHER)
    assert copy.told["cautions"] == ["ADDRESS"]
    copy = release_copy(document=copy, by=chair, at=AFTER, words="He knows where she lives")
    other.address_is_confidential = True
    other.save()
    with pytest.raises(Refused, match="An address that is confidential stands in this copy"):
        send(copy, support)
    (again,) = [
        make_copy_again(document=copy, changed="It was read again.", write=WRITE_COPY, by=support, at=LATER)
    ]
    assert "HIDDEN" in again.told["cautions"]
    with pytest.raises(Refused, match="cannot go"):
        release_copy(document=again, by=chair, at=LATER, words="He knows it")
    released = {"released_by": chair, "released_at": LATER, "release_words": "He knows it"}
    with pytest.raises(IntegrityError, match="document_holds_no_hidden_address"), transaction.atomic():
        Document.objects.unscoped("test").filter(pk=again.pk).update(**released)
        settle()
    call_copy_off(document=again, reason="Her address stands in it", by=chair, at=LATER)


def settle():
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_a_record_is_sent_when_each_of_the_family_to_whom_a_copy_is_proposed_has_theirs(support, record):
    school = next(one for one in offered(record) if one.agency_kind == "SCHOOL")
    (copy,) = make(record, support, keys=[school.key])
    release_copy(document=copy, by=record.booking.chair, at=AFTER)
    send(copy, support)
    assert sent_day(record) is None
    for copy in make(record, support, keys=[offered_to(record, name).key for name in (MOTHER, FATHER)]):
        release_copy(document=copy, by=record.booking.chair, at=AFTER)
        send(copy, support)
    assert sent_day(record) == AFTER.date()


def test_a_corrected_day_is_not_before_a_release_nor_before_another_copy_went(record, support):
    chair, made = record.booking.chair, make(record, support, at=AFTER)
    first, second, third = (LATER + dt.timedelta(days=days) for days in (0, 1, 4))
    for at, copy in zip((first, third, *[second] * len(made[2:])), made, strict=True):
        release_copy(document=copy, by=chair, at=second if at == third else AFTER)
        send(copy, support, at=at)
    row = MeetingRecord.objects.unscoped("test").select_related("booking").get(pk=record.pk)
    correct = partial(correct_record_sent, row=row, by=support, at=third)
    with pytest.raises(Refused, match="before it was released on 27 April 2018"):
        correct(change=Change({"sent_date": first.date()}, "TYPED", ""))
    correct(change=Change({"sent_date": second.date()}, "TYPED", ""))
    assert sent_day(record) == second.date()


def test_a_record_did_not_go_before_the_other_copies_of_it(record, support):
    chair, made = record.booking.chair, make(record, support, at=AFTER)
    day = LATER + dt.timedelta(days=2)
    for at, copy in zip((day, *[LATER] * len(made[1:])), made, strict=True):
        release_copy(document=copy, by=chair, at=AFTER)
        send(copy, support, at=at)
    row = MeetingRecord.objects.unscoped("test").select_related("booking").get(pk=record.pk)
    with pytest.raises(Refused, match="The last copy of the record was sent on 26 April 2018"):
        change = Change({"sent_date": AFTER.date()}, "TYPED", "")
        correct_record_sent(row=row, change=change, by=support, at=day)


def test_the_database_lets_no_copy_go_before_its_release_or_after_a_newer_version(support, record):
    copy = of(make(record, support), MOTHER)
    release_copy(document=copy, by=record.booking.chair, at=LATER)
    rows = Document.objects.unscoped("test").filter(pk=copy.pk)
    sent = {"sent_by": support, "sent_how": "POST"}
    with pytest.raises(IntegrityError, match="document_went_released_and_newest"), transaction.atomic():
        rows.update(sent_date=AFTER.date(), **sent)
        settle()
    make_copy_again(document=copy, changed="It was read again.", write=WRITE_COPY, by=support, at=LATER)
    with pytest.raises(IntegrityError, match="document_went_released_and_newest"), transaction.atomic():
        rows.update(sent_date=add_days(LATER.date(), 1), **sent)
        settle()


def stands(record):
    return MeetingRecord.objects.unscoped("test").get(pk=record.pk)


def owed(record):
    return (
        Duty.objects.unscoped("test")
        .filter(booking=record.booking_id, kind="SEND_RECORD", closed_at=None)
        .exists()
    )


def test_a_record_of_which_every_copy_is_called_off_goes_to_nobody_and_is_owed_no_more(record, support):
    live_from(dt.date(2018, 1, 1))
    scan(on=AFTER.date(), at=AFTER)
    assert owed(record)
    for copy in make(record, support):
        assert stands(record).unsent_at is None
        call_copy_off(document=copy, reason="It is not safe", by=support, at=LATER)
    told = stands(record)
    assert (told.unsent_by, told.unsent_at, told.unsent_reason) == (support, LATER, "It is not safe.")
    assert told.sent_date is None and not owed(record)
    again = make_copy_again(document=copy, changed="It is safe now", write=WRITE_COPY, by=support, at=LATER)
    assert stands(record).unsent_at is None and stands(record).unsent_reason == "" and owed(record)
    release_copy(document=again, by=record.booking.chair, at=LATER)
    send(again, support, at=LATER)
    assert stands(record).sent_date == LATER.date() and not owed(record)


@pytest.mark.parametrize("way", ["taken out", "reached safely"])
def test_the_record_was_sent_as_the_last_who_lacks_a_copy_is_proposed_none_any_more(record, support, way):
    may_have = offers(support, signed_record(support, record.booking.ref))
    father = next(one for one in may_have if one.recipient.lines[0] == FATHER)
    for copy in make(record, support, keys=[one.key for one in may_have if one.key != father.key]):
        release_copy(document=copy, by=record.booking.chair, at=AFTER)
        send(copy, support)
    assert sent_day(record) is None
    told = {"by": support, "at": LATER}
    if way == "taken out":
        gone = Change({"in_error": True}, "TOLD", "This is another man")
        correct_relationship(row=father.ties.ties[0], change=gone, **told)
    else:
        change_person(person=father.person, contact=Contact(FATHER, safe_contact="At work"), **told)
    assert sent_day(record) == AFTER.date()


def test_a_record_that_goes_to_nobody_waits_again_for_who_is_proposed_one_later(record, support):
    schools = AgencyKind.objects.filter(code="SCHOOL")
    schools.update(counts=False)
    for copy in make(record, support):
        call_copy_off(document=copy, reason="It is not safe", by=support, at=LATER)
    live_from(dt.date(2018, 1, 1))
    assert stands(record).unsent_at is not None
    # The teacher who came is of a kind that has copies after all.
    schools.update(counts=True)
    scan(on=LATER.date(), at=LATER)
    assert stands(record).unsent_at is None and owed(record)


def test_a_record_of_which_no_copy_was_made_stays_due_though_nobody_is_proposed(record, monkeypatch):
    monkeypatch.setattr(copies_settled, "proposed", lambda record: [])
    live_from(dt.date(2018, 1, 1))
    scan(on=AFTER.date(), at=AFTER)
    refresh(record.booking.request, met_by=None, at=AFTER)
    assert stands(record).unsent_at is None and owed(record)


# ----- What was told of a sending, told otherwise ----------------------------------------------------------


def correct(copy, facts, by, at=LATER):
    row = Document.objects.unscoped("test").select_related("record__booking").get(pk=copy.pk)
    return correct_copy(row=row, change=Change(facts, "TYPED", ""), by=by, at=at)


def all_sent(record, support):
    made = make(record, support)
    for copy in made:
        release_copy(document=copy, by=record.booking.chair, at=AFTER)
        send(copy, support)
    return made


def test_a_copy_goes_not_once_somebody_is_to_be_reached_safely_first():
    record, copy = made_for(MOTHER, "send")
    copy.person.safe_contact = "Telephone only, he opens the post"
    copy.person.save(update_fields=["safe_contact"])
    goes_not(copy, record, "send")
    support = person("BUSINESS_SUPPORT")
    again = make_copy_again(
        document=copy, changed="Nothing but the day.", write=WRITE_COPY, by=support, at=LATER
    )
    assert again.needs_release
    release_copy(document=again, by=record.booking.chair, words="She asked for it by hand", at=LATER)
    assert send(again, support, at=LATER).sent_date == LATER.date()


def test_how_and_when_a_copy_went_is_told_otherwise_and_its_record_follows(record, support):
    made = all_sent(record, support)
    assert sent_day(record) == AFTER.date()
    correct(made[0], {"sent_date": LATER.date(), "sent_how": SentHow.BY_HAND.value}, support)
    made[0].refresh_from_db()
    assert (made[0].sent_date, made[0].sent_how, sent_day(record)) == (LATER.date(), "BY_HAND", LATER.date())
    correct(made[0], {"sent_date": AFTER.date()}, support)
    assert sent_day(record) == AFTER.date()
    with pytest.raises(Refused, match="in the future"):
        correct(made[0], {"sent_date": add_days(LATER.date(), 1)}, support)
    with pytest.raises(Refused, match="before it was made"):
        correct(made[0], {"sent_date": add_days(AFTER.date(), -1)}, support)


def test_a_copy_that_did_not_go_after_all_is_to_be_sent_again_and_its_record_too(record, support):
    live_from(dt.date(2018, 1, 1))
    made = all_sent(record, support)
    correct(made[0], {"sent_date": None, "sent_how": SentHow.POST.value}, support)
    made[0].refresh_from_db()
    assert (made[0].sent_date, made[0].sent_by, made[0].sent_how) == (None, None, "")
    assert sent_day(record) is None
    assert Duty.objects.unscoped("test").filter(kind="SEND_RECORD", closed_at=None).exists()
    send(made[0], support, at=LATER)
    assert sent_day(record) == LATER.date()
    correct(made[0], {"sent_date": None}, support)
    again = {"sent_date": LATER.date(), "sent_how": SentHow.POST.value}
    with pytest.raises(Refused, match="on the page of the copies"):
        correct(made[0], again, support)
    assert correct(made[0], again, support, at=LATER + dt.timedelta(days=1))
    assert sent_day(record) == LATER.date()
    correct(made[0], {"sent_date": None}, support)
    call_copy_off(document=made[0], reason="He moved", by=support, at=LATER)
    with pytest.raises(Refused, match="will not be sent"):
        correct(made[0], again, support, at=LATER + dt.timedelta(days=1))


def outcome(exclusion, gets, at):
    by = exclusion.request.bookings.get().chair
    told = {
        "gets_letter": gets,
        "gets_record": gets,
        "outcome_words": "So",
        "outcome_by": by,
        "outcome_at": at,
    }
    type(exclusion).every.filter(pk=exclusion.pk).update(**told)


def test_what_went_before_the_chair_decided_that_it_does_not_is_told_and_its_day_corrected():
    chair, support = person("CHAIR"), person("BUSINESS_SUPPORT")
    booking, amy, basil = meeting(chair)
    tie = basil.requested_child.child.relationships.get()
    one = excluded(booking, person=tie.person)
    fill(booking, (amy, BEGINS, [CLINIC]), (basil, NONE, []))
    sign(record=booking.record, by=chair, at=AFTER)
    outcome(one, Given.YES, AFTER)
    letter = make_letters(record=booking.record, write=WRITE, people=[tie.person], by=support, at=AFTER)[0]
    copy = make(booking.record, support, keys=[(tie.person_id, "", "")])[0]
    release_copy(document=copy, by=chair, words="The chair said so", at=AFTER)
    if latest_of(letter).needs_release:
        release_letter(letter=letter, version=1, words="The chair said so", by=chair, at=AFTER)
    outcome(one, Given.NO, LATER)
    with pytest.raises(Refused, match="does not get this"):
        mark_letter_sent(letter=letter, sent_date=LATER.date(), by=support, at=LATER)
    with pytest.raises(Refused, match="does not get this"):
        send(copy, support, at=LATER)
    assert (
        mark_letter_sent(letter=letter, sent_date=AFTER.date(), by=support, at=LATER).sent_date
        == AFTER.date()
    )
    assert send(copy, support, at=LATER, day=AFTER.date()).sent_date == AFTER.date()


def test_the_day_of_a_copy_is_taken_back_with_a_correction_alone(record, support):
    copy = all_sent(record, support)[0]
    rows = Document.objects.unscoped("test").filter(pk=copy.pk)
    with pytest.raises(IntegrityError, match="document_stays_as_made"), transaction.atomic():
        rows.update(sent_date=None, sent_by=None, sent_how="", sent_proof="")


def test_whoever_is_excluded_has_no_agency_s_copy_whatever_stood_beside_their_name():
    chair = person("CHAIR")
    booking, amy, basil = meeting(chair)
    excluded(booking, name="WORKER exemplar")
    fill(booking, (amy, BEGINS, [CLINIC]), (basil, NONE, []))
    sign(record=booking.record, by=chair, at=AFTER)
    names = {one.agency_name for one in offered(booking.record)}
    assert "Teacher Exemplar" in names and "Worker Exemplar" not in names
