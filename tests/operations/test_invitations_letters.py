"""Letters of invitation: made for several at once, kept, made anew, and people invited by their sending."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from conferences.documents.invitations import writer
from conferences.models import Booking, InvitationLetter, InvitationLetterFile
from conferences.operations import invitations_letters as operations
from conferences.operations.invitations import take_off, tell_invited
from conferences.operations.scheduling import cancel, move
from conferences.queries.invitations import listed
from conferences.queries.invitations_letters import BY_NAME, letters_in_hand
from conferences.rules.documents import DocumentFormat, SentHow, digest
from conferences.rules.invitations import Arrives, Channel, OffReason
from conferences.rules.workflow import CancelReason, MoveReason
from safeguarding.models import Person
from safeguarding.refusals import Refused
from tests.cast import person
from tests.factories import (
    ChildFactory,
    InvitationFactory,
    RelationshipFactory,
    RequestFitFactory,
    excluded,
)
from tests.papers import pdf_text, word_text
from tests.scheduling import NOW, booked, place

pytestmark = pytest.mark.django_db
WRITE = writer("Fableshire Council")
LATER = NOW + dt.timedelta(days=1)


@pytest.fixture
def conference():
    return booked()


def relative(conference, name="Mo Exemplar", **fields):
    child = conference.request.children.get().child
    values = {"person__full_name": name, "person__address": f"1 {name} Road", "person__postcode": "ZZ1 1ZZ"}
    found = RelationshipFactory(child=child, **values | fields).person
    return InvitationFactory(
        request=conference.request,
        person=found,
        name=name,
        role="Mother",
        agency_kind="",
        is_report_asked=False,
        put_on_at=NOW,
    )


@pytest.fixture
def mother(conference):
    return relative(conference)


@pytest.fixture
def school(conference):
    return InvitationFactory(request=conference.request, put_on_at=NOW)


def make_all(conference, *people, why="", at=NOW):
    act = {"request": conference.request, "invitations": people, "doubt_words": why, "write": WRITE}
    return operations.make_letters(**act, by=person("BUSINESS_SUPPORT"), at=at)


def make(one, version=None, changed="", why="", at=NOW):
    act = {"invitation": one, "version": version, "changed": changed, "doubt_words": why, "write": WRITE}
    return operations.make_letter(**act, by=person("BUSINESS_SUPPORT"), at=at)


def send(*letters, at=NOW, day=None, how=SentHow.POST, proof=""):
    told = {"how": how, "sent_date": day or at.date(), "proof": proof}
    return operations.mark_letters_sent(letters=letters, **told, by=person("BUSINESS_SUPPORT"), at=at)


def files(letter):
    return {one.format: one for one in InvitationLetterFile.objects.unscoped("test").filter(letter=letter)}


def words(letter):
    return word_text(bytes(files(letter)["WORD"].content))


def moved(conference, day=dt.date(2018, 11, 27)):
    stands = Booking.objects.unscoped("test").get(pk=conference.pk)
    where = place(chair=conference.chair, room=conference.room, day=day)
    move(booking=stands, reason=MoveReason.FAMILY, by=person("BUSINESS_SUPPORT"), at=LATER, **where)


def test_letters_to_all_are_made_in_both_formats_and_each_has_its_sum(conference, mother, school):
    first, second = make_all(conference, mother, school)
    kept = files(first)
    assert set(kept) == {form.value for form in DocumentFormat}
    assert all(file.sha256 == digest(bytes(file.content)) for file in kept.values())
    said, of_school = words(first), words(second)
    assert "Dear Mo Exemplar" in said and "1 Mo Exemplar Road" in said
    assert "Mo Exemplar" not in of_school and "Your report" in of_school
    assert conference.chair.full_name in pdf_text(bytes(kept["PDF"].content))


def test_an_interpreter_is_noted_with_the_language(conference):
    mother = relative(conference, person__interpreter_language="Welsh")
    type(mother).every.filter(pk=mother.pk).update(needs=["INTERPRETER", "TRANSPORT"])
    mother.refresh_from_db()
    (letter,) = make_all(conference, mother)
    assert "an interpreter for Welsh and transport" in words(letter)


def test_the_same_form_sent_twice_makes_one_letter_each(conference, mother):
    assert len(make_all(conference, mother)) == 1
    assert make_all(conference, mother) == []
    with pytest.raises(Refused, match="made meanwhile"):
        make(mother)
    with pytest.raises(Refused, match="Select at least one"):
        make_all(conference)


def test_with_its_sending_somebody_is_invited_and_not_twice(conference, mother, school):
    letters = make_all(conference, mother, school)
    send(*letters, how=SentHow.BY_HAND, proof="Handed over at home")
    for one in (mother, school):
        one.refresh_from_db()
        assert (one.channel, one.invited_date) == ("IN_PERSON", NOW.date())
    letters[0].refresh_from_db()
    assert letters[0].sent_proof == "Handed over at home"
    with pytest.raises(Refused, match="already sent"):
        send(letters[0])


def test_how_it_went_is_corrected_and_the_list_goes_along(conference, mother):
    (letter,) = make_all(conference, mother)
    told = {"how": SentHow.SECURE_EMAIL, "sent_date": LATER.date(), "by": person("BUSINESS_SUPPORT")}
    with pytest.raises(Refused, match="was not sent yet"):
        operations.correct_letter_sent(letter=letter, **told, at=LATER)
    send(letter)
    operations.correct_letter_sent(letter=letter, **told, at=LATER)
    mother.refresh_from_db()
    assert (mother.channel, mother.invited_date) == ("EMAIL", LATER.date())
    letter.refresh_from_db()
    assert letter.history.count() == 3


def test_a_moved_meeting_makes_it_stale_and_a_new_version_says_what_is_other(conference, mother):
    (letter,) = make_all(conference, mother)
    send(letter)
    assert letters_in_hand(conference.request).since(mother.pk) == []
    moved(conference)
    (other,) = letters_in_hand(conference.request).since(mother.pk)
    assert "names another day" in other and "26 November 2018" in other
    (second,) = make_all(conference, mother, at=LATER)
    said = words(second)
    assert "takes the place of the one of 12 November 2018" in said and "27 November 2018" in said
    assert "It was to be on Monday 26 November 2018" in second.changed
    assert second.version == 2 and "26 November 2018, 10am" in words(letter)
    with pytest.raises(Refused, match="newer version"):
        send(letter, at=LATER)


def test_a_letter_that_is_not_right_any_more_does_not_go_but_what_went_before_did(conference, mother):
    (letter,) = make_all(conference, mother)
    moved(conference)
    with pytest.raises(Refused, match="names another day"):
        send(letter, at=LATER)
    assert send(letter, at=LATER, day=NOW.date())[0].sent_date == NOW.date()


def test_moved_there_and_back_it_is_again_as_it_was(conference, mother):
    send(*make_all(conference, mother))
    moved(conference)
    make_all(conference, mother, at=LATER)
    moved(conference, dt.date(2018, 11, 26))
    (third,) = make_all(conference, mother, at=LATER)
    assert third.changed == operations.AS_BEFORE


def test_a_cancelled_meeting_is_said_and_no_letter_is_made(conference, mother):
    make_all(conference, mother)
    told = {"reason": CancelReason.OTHER, "note": "-", "by": person("BUSINESS_SUPPORT")}
    cancel(booking=conference, **told, at=LATER)
    assert "not in the diary any more" in letters_in_hand(conference.request).since(mother.pk)[0]
    with pytest.raises(Refused, match="once it is in the diary"):
        make_all(conference, mother, at=LATER)


def test_a_letter_of_a_conference_that_has_begun_comes_too_late(conference, mother):
    with pytest.raises(Refused, match="too late"):
        make(mother, at=conference.starts_at)


def test_nobody_who_is_excluded_from_all_of_it_is_invited(conference, mother):
    letter = make(mother)
    excluded(conference, person=mother.person, name=mother.name)
    with pytest.raises(Refused, match="excluded from the whole"):
        make(mother, version=1, changed="The day")
    with pytest.raises(Refused, match="excluded from the whole"):
        make_all(conference, mother)
    with pytest.raises(Refused, match="excluded from the whole"):
        send(letter)


@pytest.mark.parametrize(
    "fields", [{"person__safe_contact": "By text only"}, {"parental_responsibility": "NO"}]
)
def test_who_is_in_doubt_gets_one_only_with_a_reason(conference, fields):
    one = relative(conference, **fields)
    for act in (lambda: make_all(conference, one), lambda: make(one)):
        with pytest.raises(Refused, match="Enter who decided") as refused:
            act()
        assert refused.value.field == "doubt_words"
    (letter,) = make_all(conference, one, why="The chair: it goes by hand")
    assert letter.is_in_doubt and "by hand" not in words(letter)


def test_a_letter_made_before_something_was_in_doubt_does_not_go_today(conference, mother):
    letter = make(mother)
    Person.every.filter(pk=mother.person_id).update(safe_contact="By text only")
    with pytest.raises(Refused, match="Make a new version of it first"):
        send(letter)
    again = {"version": 1, "changed": "The room", "why": "The chair: it is handed over"}
    assert send(make(mother, **again))[0].sent_date == NOW.date()


def test_somebody_of_the_family_known_by_name_alone_is_in_doubt(conference):
    family = {"request": conference.request, "agency_kind": "", "is_report_asked": False}
    one = InvitationFactory(name="Ed Exemplar", role="Friend", **family)
    assert letters_in_hand(conference.request).doubts[one.pk] == [BY_NAME]
    with pytest.raises(Refused, match="Enter who decided"):
        make_all(conference, one)
    (letter,) = make_all(conference, one, why="The chair: he lives apart")
    assert send(letter)[0].sent_date == NOW.date()


def test_while_two_arrive_apart_each_letter_waits_until_it_is_said_when(conference, mother):
    RequestFitFactory(request=conference.request, interpreter="", interpreter_for="", apart_minutes=45)
    with pytest.raises(Refused, match="Say first when this person arrives"):
        make(mother)
    support = person("BUSINESS_SUPPORT")
    operations.say_arrival(invitation=mother, arrives=Arrives.FIRST, by=support, at=NOW)
    letter = make(mother)
    assert "Please come at 8:45am" in words(letter)
    operations.say_arrival(invitation=mother, arrives=Arrives.USUAL, by=support, at=NOW)
    assert "another time" in letters_in_hand(conference.request).since(mother.pk)[0]


def test_what_somebody_writes_holds_no_confidential_address(conference, mother):
    relative(
        conference,
        "Fay Exemplar",
        person__address="7 Refuge Lane",
        person__postcode="ZZ7 7ZZ",
        person__address_is_confidential=True,
    )
    make(mother)
    with pytest.raises(Refused, match="confidential") as refused:
        make(mother, version=1, changed="Not at 7 Refuge Lane any more")
    assert refused.value.field == "changed"


def test_a_confidential_address_that_no_words_tell_is_kept_all_the_same(conference, mother, school):
    fields = {"person__address": "Rose House, Fableton", "person__postcode": ""}
    hidden = relative(conference, "Fay Exemplar", person__address_is_confidential=True, **fields)
    first, second = make_all(conference, mother, hidden)
    assert school.name not in words(first) and school.name in words(second)


def test_what_somebody_writes_names_no_other_child_of_the_family(conference, mother):
    family = conference.request.family
    ChildFactory(family=family, given_names="Anna-Lena", family_name="Example")
    make(mother)
    with pytest.raises(Refused, match="name of a child") as refused:
        make(mother, version=1, changed="It is for anna-lena too")
    assert refused.value.field == "changed"


def test_what_went_before_somebody_was_taken_off_went_and_nothing_goes_after(conference, mother):
    letter = make(mother)
    off = {"reason": OffReason.MISTAKE, "by": person("BUSINESS_SUPPORT")}
    take_off(invitation=mother, **off, at=LATER)
    after = LATER + dt.timedelta(days=1)
    with pytest.raises(Refused, match="taken off the list on 13 November 2018") as refused:
        send(letter, at=after)
    assert refused.value.field == "sent_date"
    assert send(letter, at=after, day=NOW.date())[0].sent_date == NOW.date()
    told = {"how": SentHow.BY_HAND, "by": person("BUSINESS_SUPPORT"), "letter": letter, "at": after}
    with pytest.raises(Refused, match="taken off the list"):
        operations.correct_letter_sent(**told, sent_date=after.date())
    operations.correct_letter_sent(**told, sent_date=LATER.date())
    mother.refresh_from_db()
    assert mother.invited_date is None
    with pytest.raises(Refused, match="not on the list any more"):
        make(mother, version=1, changed="The day", at=after)
    assert InvitationLetter.objects.unscoped("test").count() == 1


def test_they_are_invited_by_the_first_letter_that_told_of_this_day(conference, mother):
    send(make(mother))
    send(make(mother, version=1, changed="The door", at=LATER), at=LATER)
    mother.refresh_from_db()
    assert mother.invited_date == NOW.date()


def test_a_letter_does_not_take_the_place_of_what_was_told_before_by_another_way(conference, mother):
    told = {"channel": Channel.TELEPHONE, "invited_date": NOW.date(), "by": person("BUSINESS_SUPPORT")}
    tell_invited(invitations=[mother], **told, at=NOW)
    send(make(mother), at=LATER)
    mother.refresh_from_db()
    assert (mother.channel, mother.invited_date) == ("TELEPHONE", NOW.date())


def test_a_correction_of_one_of_two_that_went_on_a_day_leaves_who_is_invited_by_the_other(conference, mother):
    first = make(mother)
    send(first)
    send(make(mother, version=1, changed="The door"))
    told = {"how": SentHow.POST, "sent_date": LATER.date(), "by": person("BUSINESS_SUPPORT")}
    operations.correct_letter_sent(letter=first, **told, at=LATER)
    mother.refresh_from_db()
    assert mother.invited_date == NOW.date()


def test_nobody_is_invited_by_a_letter_that_was_made_before_the_meeting_was_moved(conference, mother):
    letter = make(mother, at=LATER - dt.timedelta(hours=1))
    moved(conference, dt.date(2018, 11, 28))
    (sent,) = send(letter, at=LATER + dt.timedelta(days=1), day=LATER.date())
    mother.refresh_from_db()
    assert sent.sent_date == LATER.date() and mother.invited_date is None
    told = {"how": SentHow.BY_HAND, "sent_date": LATER.date(), "by": person("BUSINESS_SUPPORT")}
    operations.correct_letter_sent(letter=letter, **told, at=LATER + dt.timedelta(days=1))
    mother.refresh_from_db()
    assert mother.invited_date is None
    known = listed(person("CHAIR"), conference.request, LATER.date())
    assert [one.pk for one in known.uninvited] == [mother.pk]
    send(make(mother, version=1, changed="The day", at=LATER), at=LATER)
    mother.refresh_from_db()
    assert mother.invited_date == LATER.date()


def test_what_went_before_somebody_was_excluded_went_and_they_are_not_invited(conference, mother, school):
    letters = make_all(conference, mother, school)
    excluded(conference, person=mother.person, name=mother.name)
    sent = send(*letters, at=LATER, day=NOW.date())
    mother.refresh_from_db()
    school.refresh_from_db()
    assert [one.sent_date for one in sent] == [NOW.date()] * 2
    assert (mother.invited_date, school.invited_date) == (None, NOW.date())


def test_how_a_letter_went_is_corrected_though_its_reader_is_excluded_by_now(conference, mother):
    (letter,) = send(make(mother))
    excluded(conference, person=mother.person, name=mother.name)
    told = {"how": SentHow.POST, "sent_date": LATER.date(), "by": person("BUSINESS_SUPPORT")}
    operations.correct_letter_sent(letter=letter, **told, at=LATER)
    letter.refresh_from_db()
    assert letter.sent_date == LATER.date()


def back(letter, why="It lay in the tray", at=LATER):
    told = {"how": None, "sent_date": None, "by": person("BUSINESS_SUPPORT")}
    return operations.correct_letter_sent(letter=letter, back_words=why, **told, at=at)


def test_a_letter_that_did_not_go_invited_nobody_and_may_go_after_all(conference, mother):
    (letter,) = send(make(mother))
    taken = back(letter)
    mother.refresh_from_db()
    assert (mother.channel, mother.invited_date) == ("", None)
    assert (taken.sent_date, taken.sent_how, taken.back_words) == (None, "", "It lay in the tray")
    assert taken.taken_back_by is not None and taken.taken_back_at == LATER
    with pytest.raises(Refused, match="was not sent yet"):
        back(letter)
    (again,) = send(letter, at=LATER)
    mother.refresh_from_db()
    assert again.sent_date == mother.invited_date == LATER.date()


def test_who_was_invited_by_another_letter_too_stays_invited_by_that(conference, mother):
    send(make(mother))
    (second,) = send(make(mother, version=1, changed="The door", at=LATER), at=LATER)
    back(second)
    mother.refresh_from_db()
    assert mother.invited_date == NOW.date()


def test_who_has_no_letter_that_counts_since_the_move_is_not_invited(conference, mother):
    before = LATER - dt.timedelta(hours=1)
    (letter,) = make_all(conference, mother, at=before)
    send(letter, at=before)
    moved(conference)
    after = LATER + dt.timedelta(hours=1)
    second = make(mother, version=1, changed="The day.", at=after)
    send(second, at=after + dt.timedelta(days=1))
    mother.refresh_from_db()
    assert mother.invited_date == (after + dt.timedelta(days=1)).date()
    back(second, at=after + dt.timedelta(days=2))
    mother.refresh_from_db()
    assert (mother.channel, mother.invited_date) == ("", None)


def test_the_database_takes_no_sending_back_without_why(conference, mother):
    (letter,) = send(make(mother))
    rows = InvitationLetter.objects.unscoped("test").filter(pk=letter.pk)
    with pytest.raises(IntegrityError, match="invitationletter_stays_as_made"), transaction.atomic():
        rows.update(sent_date=None, sent_how="", sent_by=None, sent_at=None)
