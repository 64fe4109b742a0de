"""Decision letters: each tells its recipient of their own children and bears their own address, no more."""

import datetime as dt
import re
import zipfile
from dataclasses import replace
from functools import partial
from io import BytesIO

import pytest
import time_machine
from django.urls import reverse

from conferences.models import DayTold, Document, DocumentFile, Letter
from conferences.operations import corrections_decisions
from conferences.operations.documents import make_letter_again
from conferences.operations.letters import call_letter_off, make_letters, mark_letter_sent
from conferences.operations.recording_signing import sign
from conferences.queries.corrections_decisions import version_of
from conferences.queries.letters import recipients
from safeguarding.clock import day_of, now, today
from safeguarding.refusals import Refused
from safeguarding.wording import uk_date
from safeguarding.workingdays import add_days
from tests.cast import person
from tests.factories import (
    BarFactory,
    BookingFactory,
    LetterFactory,
    MeetingRecordFactory,
    PersonFactory,
    PolicySettingFactory,
)
from tests.holidays import new_holiday
from tests.papers import WRITE, word_text
from tests.views.meetings import AFTER, BEGINS, CLINIC, NONE, fill, meeting, signed
from tests.views.pages import text
from tests.words import words_read_anew

__all__ = ["new_holiday"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def support(client, db):
    user = person("BUSINESS_SUPPORT")
    client.force_login(user)
    return user


@pytest.fixture
def meeting_signed(support):
    return signed(person("CHAIR"))


def everything(answer):
    return word_text(answer.content)


def made(booking, record, who):
    """The letter to somebody, as it comes down."""
    letter = Letter.objects.unscoped("test").get(record=record, person__full_name=who)
    return reverse("letter_docx", args=[booking.ref, letter.pk])


@pytest.fixture
def letters_made(client, meeting_signed):
    booking, record = meeting_signed
    people = [str(one.ref) for one in booking.request.family.people.all()]
    client.post(reverse("letters", args=[booking.ref]), {"people": people})
    return booking, record


def test_the_page_offers_each_grown_up_with_a_tie_to_a_child_decided_on(client, meeting_signed):
    booking, _ = meeting_signed
    PersonFactory(family=booking.request.family, full_name="Nobody Tied")
    PersonFactory(full_name="Of Another Family")
    shown = text(client.get(reverse("letters", args=[booking.ref])))
    assert "Mother of Amy Testcase. The address is confidential" in shown and "Father of Basil" in shown
    assert "Nobody Tied" not in shown and "Of Another Family" not in shown


def test_a_letter_tells_the_decision_why_and_what_comes_next(client, letters_made):
    booking, record = letters_made
    letter = everything(client.get(made(booking, record, "Mother Samplewood")))
    for words in (
        "7 Motherlane",
        "Amy Testcase needs a child protection plan",
        "neglect",
        "Amy goes hungry",
        "See the invented nurse",
        "social worker is Worker Exemplar",
        "first meeting is by Wednesday 9 May 2018",
        "again by Tuesday 24 July 2018",
        "right to complain about the decision: write to the safeguarding unit by Tuesday 22 May 2018",
    ):
        assert words in letter


@pytest.mark.parametrize(("after", "word"), [(0, "conference chair"), (1, "Independent chair")])
def test_a_letter_speaks_in_the_words_of_its_own_day(client, meeting_signed, support, after, word):
    booking, record = meeting_signed
    day = add_days(day_of(AFTER), after)
    PolicySettingFactory(key="WORD_FOR_CHAIR", value="conference chair", effective_date=day)
    with words_read_anew():
        make_letters(write=WRITE, record=record, by=support, at=AFTER)
    letter = everything(client.get(made(booking, record, "Mother Samplewood")))
    assert word.casefold() in letter.casefold()


@pytest.mark.parametrize(
    ("who", "never"),
    [
        ("Mother Samplewood", ["Fatherlane", "ZZ92", "Basil", "Father"]),
        ("Father Samplewood", ["Motherlane", "ZZ91", "Amy", "hungry", "nurse", "Mother", "Nan"]),
    ],
)
def test_nothing_of_the_other_parent_or_another_child_is_in_a_letter(client, letters_made, who, never):
    booking, record = letters_made
    letter = everything(client.get(made(booking, record, who)))
    assert [token for token in never if token in letter] == []


def test_what_a_word_file_cannot_hold_is_left_out_of_it(client, support):
    booking, amy, basil = meeting(person("CHAIR"))
    odd = BEGINS | {"reasons": "First\x0bline\x1f\r\nSecond <line> & more"}
    record = fill(booking, (amy, odd, [CLINIC]), (basil, NONE, []))
    sign(record=record, by=booking.chair, at=AFTER)
    make_letters(write=WRITE, record=record, by=support, at=AFTER)
    letter = everything(client.get(made(booking, record, "Mother Samplewood")))
    assert "Firstline" in letter and "Second &lt;line&gt; &amp; more" in letter


def test_the_file_s_name_and_properties_tell_nobody_s_name(client, letters_made):
    booking, record = letters_made
    answer = client.get(made(booking, record, "Mother Samplewood"))
    assert not re.search("Mother|Amy|Testcase", answer["Content-Disposition"])
    with zipfile.ZipFile(BytesIO(answer.content)) as file:
        properties = file.read("docProps/core.xml").decode()
    assert not re.search("Mother|Amy|Testcase|python-docx", properties)


def test_somebody_left_out_gets_no_letter_and_may_have_one_later(client, meeting_signed):
    booking, record = meeting_signed
    mother, father = booking.request.family.people.order_by("-full_name")
    client.post(reverse("letters", args=[booking.ref]), {"people": [str(mother.ref)]})
    assert [one.person for one in Letter.objects.unscoped("test").all()] == [mother]
    client.post(reverse("letters", args=[booking.ref]), {"people": [str(father.ref)]})
    assert Letter.objects.unscoped("test").filter(record=record).count() == 2


def test_letters_are_made_once_each(meeting_signed, support):
    _, record = meeting_signed
    for _ in range(3):
        assert len(make_letters(write=WRITE, record=record, by=support, at=AFTER)) == 2
    assert Letter.objects.unscoped("test").count() == 2


def test_nobody_without_a_tie_is_written_to(meeting_signed, support):
    booking, record = meeting_signed
    stranger = PersonFactory(family=booking.request.family)
    with pytest.raises(Refused, match="related to a child"):
        make_letters(write=WRITE, record=record, people=[stranger], by=support, at=AFTER)


def test_nobody_whose_tie_ended_since_is_written_to(meeting_signed, support):
    booking, record = meeting_signed
    mother = booking.request.family.people.get(full_name="Mother Samplewood")
    mother.relationships.update(end_date=dt.date(2018, 4, 1))
    with pytest.raises(Refused, match="related to a child"):
        make_letters(write=WRITE, record=record, people=[mother], by=support, at=AFTER)


def test_a_letter_of_a_record_that_is_not_signed_was_never_sent(support):
    booking, _, _ = meeting(person("CHAIR"))
    letter = LetterFactory(record=booking.record)
    with pytest.raises(Refused, match="when the chair has signed"):
        mark_letter_sent(letter=letter, sent_date=dt.date(2018, 4, 24), by=support, at=AFTER)


def test_letters_of_a_meeting_out_of_sight_since_are_not_there(meeting_signed, support):
    booking, record = meeting_signed
    letter, *_ = make_letters(write=WRITE, record=record, by=support, at=AFTER)
    BarFactory(user=support, family=booking.request.family)
    for act in (
        partial(make_letters, record=record, write=WRITE),
        partial(mark_letter_sent, letter=letter, sent_date=dt.date(2018, 4, 24)),
    ):
        with pytest.raises(Refused) as refusal:
            act(by=support, at=AFTER)
        assert refusal.value.status == 404


def test_no_letter_comes_of_a_record_that_is_not_signed(client, support):
    booking, amy, _ = meeting(person("CHAIR"))
    fill(booking, (amy, {"voice": "v"}, []))
    assert client.get(reverse("letters", args=[booking.ref])).status_code == 302
    with pytest.raises(Refused, match="signed"):
        make_letters(write=WRITE, record=booking.record, by=support, at=AFTER)


def sent(client, booking, letter, day, month="4", year="2018"):
    data = {"sent_date_day": day, "sent_date_month": month, "sent_date_year": year}
    return client.post(reverse("letter_sent", args=[booking.ref, letter.pk]), data, follow=True)


def test_a_letter_is_marked_as_sent_once(client, letters_made):
    booking, record = letters_made
    letter = (
        Letter.objects.unscoped("test").filter(record=record, person__full_name="Mother Samplewood").get()
    )
    asked = text(client.get(reverse("letter_sent", args=[booking.ref, letter.pk])))
    assert "Letter to Mother Samplewood, mother of Amy Testcase" in asked
    assert "The day is recorded" in text(sent(client, booking, letter, "25"))
    assert "was already sent on 25 April 2018" in text(sent(client, booking, letter, "26"))


def test_the_days_that_a_letter_told_are_kept_and_the_page_says_when_one_moved(
    client, letters_made, new_holiday
):
    booking, record = letters_made
    mother = Letter.objects.unscoped("test").get(record=record, person__full_name="Mother Samplewood")
    sent(client, booking, mother, "25")
    told = DayTold.objects.unscoped("test").filter(letter=mother).order_by("code")
    assert [(one.code, one.due_date) for one in told] == [
        ("HOLD_FIRST_CORE_GROUP", dt.date(2018, 5, 9)),
        ("HOLD_REVIEW", dt.date(2018, 7, 24)),
    ]
    new_holiday("2018-05-02", "An invented day")
    shown = text(client.get(reverse("letters", args=[booking.ref])))
    assert "by Thursday 10 May 2018. It was told as Wednesday 9 May 2018." in shown
    assert shown.count("An invented day") == 1


def test_a_letter_that_told_the_former_decision_says_so(client, letters_made):
    booking, record = letters_made
    mother = Letter.objects.unscoped("test").get(record=record, person__full_name="Mother Samplewood")
    sent(client, booking, mother, "25")
    page = reverse("letters", args=[booking.ref])
    assert "set right" not in text(client.get(page))
    part = record.parts.select_related("conference_child").order_by("pk")[0]
    decided, at = part.conference_child, now()
    wish = corrections_decisions.Wish(
        replace(version_of(decided), reasons="Told better"), "TYPED", "The wrong words were typed"
    )
    change = corrections_decisions.ask_decision(at_conference=decided, wish=wish, by=booking.chair, at=at)
    assert "set right" not in text(client.get(page))
    corrections_decisions.agree_decision(change=change, by=person("STRATEGIC_LEAD"), at=at)
    shown = text(client.get(page))
    assert shown.count(f"which was put right on {uk_date(today())}: make a new one and send it.") == 1
    assert "Send again what was put right" in shown


@pytest.mark.parametrize(
    ("day", "words"), [(("23",), "before the record was signed"), (("1", "1", "2099"), "future")]
)
def test_the_day_a_letter_went_lies_between_signing_and_now(client, letters_made, day, words):
    booking, record = letters_made
    letter = Letter.objects.unscoped("test").filter(record=record).first()
    assert words in text(sent(client, booking, letter, *day))


def test_a_letter_of_another_meeting_is_not_found_under_this_one(client, letters_made):
    booking, record = letters_made
    other = LetterFactory(record=MeetingRecordFactory(booking=BookingFactory()))
    assert client.get(reverse("letter_docx", args=[booking.ref, other.pk])).status_code == 404
    assert record.letters.count() == 2


def test_roles_without_the_right_are_refused(client, letters_made):
    booking, record = letters_made
    address = made(booking, record, "Mother Samplewood")
    client.force_login(person("STRATEGIC_LEAD"))
    assert client.get(address).status_code == 403


def test_who_must_be_thought_about_first_is_not_ticked_and_it_says_why(client, chair):
    booking, record = signed(chair)
    people = [one.person for one in recipients(chair, record)]
    people[0].safe_contact = "Not in writing."
    people[0].save(update_fields=["safe_contact"])
    people[1].relationships.update(parental_responsibility="NO")
    page = client.get(reverse("letters", args=[booking.ref]))
    ticked = page.context["form"]["people"].value()
    assert not {str(people[0].ref), str(people[1].ref)} & set(ticked)
    shown = text(page)
    assert "Read first how it is safe to contact them" in shown
    assert "no parental responsibility for any of these children" in shown


# ----- A letter in which something is in doubt --------------------------------------------------------------


def doubtful(support):
    """A letter for a father whom it is safe to write to only in one way."""
    booking, record = signed(person("CHAIR"))
    father = booking.request.family.people.get(full_name="Father Samplewood")
    father.safe_contact = "Only at the invented works"
    father.save()
    made = make_letters(write=WRITE, record=record, by=support, at=AFTER)
    return booking, next(one for one in made if one.person == father)


def test_a_letter_in_doubt_goes_only_after_a_second_person_said_why(client, support):
    booking, letter = doubtful(support)
    client.force_login(support)
    sent = reverse("letter_sent", args=[booking.ref, letter.pk])
    day = {"sent_date_day": "24", "sent_date_month": "4", "sent_date_year": "2018"}
    with time_machine.travel(AFTER, tick=False):
        page = reverse("letters", args=[booking.ref])
        assert "Somebody else looks at it and releases it" in text(client.get(page))
        assert "Somebody else than who made it looks at this letter" in text(client.post(sent, day))
        release = reverse("letter_release", args=[booking.ref, letter.pk])
        assert "You made this letter" in text(client.get(release))
        assert client.post(release, {"version": "1", "words": "Yes"}).status_code == 403
        client.force_login(booking.chair)
        assert "Only at the invented works" in text(client.get(release))
        assert "Say why it may go" in text(client.post(release, {"version": "1", "words": ""}))
        answer = client.post(release, {"version": "1", "words": "He fetches it"}, follow=True)
        assert "The letter to Father Samplewood is released." in text(answer)
        client.force_login(support)
        assert "He fetches it." in text(client.get(page))
        client.post(sent, day)
        assert "24 April 2018" in text(client.get(page))
    kept = Document.objects.unscoped("test").get(person=letter.person)
    assert (kept.released_by, kept.release_words) == (booking.chair, "He fetches it")


def test_a_letter_whose_reasons_name_a_sibling_or_a_confidential_address_waits(support):
    chair = person("CHAIR")
    booking, amy, basil = meeting(chair)
    told = NONE | {"reasons": "Amy goes to 8 Fatherlane."}
    sign(record=fill(booking, (amy, BEGINS, [CLINIC]), (basil, told, [])), by=chair, at=AFTER)
    letters = make_letters(write=WRITE, record=booking.record, by=support, at=AFTER)
    theirs = next(one for one in letters if one.person.full_name == "Father Samplewood")
    kept = Document.objects.unscoped("test").get(person=theirs.person)
    assert kept.told["cautions"] == ["CHILD"] and kept.needs_release
    other = next(one for one in letters if one != theirs)
    assert not Document.objects.unscoped("test").get(person=other.person).needs_release


def test_a_letter_to_an_old_address_goes_not_today(support):
    booking, record = signed(person("CHAIR"))
    letter, *_ = make_letters(write=WRITE, record=record, by=support, at=AFTER)
    letter.person.address = "1 Otherlane"
    letter.person.save()
    with pytest.raises(Refused, match="The address was changed after this was made"):
        mark_letter_sent(letter=letter, sent_date=AFTER.date(), by=support, at=AFTER)
    later = AFTER + dt.timedelta(days=1)
    mark_letter_sent(letter=letter, sent_date=AFTER.date(), by=support, at=later)


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        (
            "COMPLAINT_TO_WORDS",
            "the unit, 1 Invented Row, telephone 01632 960000",
            "write to the unit, 1 Invented",
        ),
        ("COMPLAINT_FIRST", "somebody else than the chair", "tell a manager, who is not the chair, first"),
    ],
)
def test_the_letter_says_the_council_s_own_way_to_complain(support, key, value, words):
    PolicySettingFactory(key=key, value=value, effective_date=dt.date(2018, 1, 1))
    _, record = signed(person("CHAIR"))
    letter, *_ = make_letters(write=WRITE, record=record, by=support, at=AFTER)
    kept = DocumentFile.objects.unscoped("test").get(document__person=letter.person, format="WORD")
    assert words in word_text(bytes(kept.content))


def test_a_letter_that_must_not_go_is_called_off_and_owed_no_more(client, support):
    booking, record = signed(person("CHAIR"))
    make_letters(write=WRITE, record=record, by=support, at=AFTER)
    father = booking.request.family.people.get(full_name="Father Samplewood")
    letter = Letter.objects.unscoped("test").get(person=father)
    off = reverse("letter_off", args=[booking.ref, letter.pk])
    client.force_login(support)
    with time_machine.travel(AFTER, tick=False):
        assert "It will not be sent" in text(
            client.get(reverse("letter_sent", args=[booking.ref, letter.pk]))
        )
        assert "Say why it will not be sent" in text(client.post(off, {"reason": " "}))
        shown = text(client.post(off, {"reason": "He must not know the day"}, follow=True))
        assert "The letter to Father Samplewood will not be sent. Sample Business support" in shown
        assert "He must not know the day" in shown
    assert not Letter.objects.unscoped("test").filter(person=father).exists()
    kept = Document.objects.unscoped("test").get(person=father)
    assert kept.off_reason == "He must not know the day"
    anew, *_ = make_letters(write=WRITE, record=record, people=[father], by=support, at=AFTER)
    newest = Document.objects.unscoped("test").get(person=father, version=2)
    assert newest.changed == "It was called off before it went." and anew.sent_date is None


def test_a_letter_that_went_is_not_called_off_and_a_later_version_of_it_is(support):
    booking, record = signed(person("CHAIR"))
    letter, *_ = make_letters(write=WRITE, record=record, by=support, at=AFTER)
    mark_letter_sent(letter=letter, sent_date=AFTER.date(), by=support, at=AFTER)
    with pytest.raises(Refused, match="already sent"):
        call_letter_off(letter=letter, reason="It must not go", by=support, at=AFTER)
    make_letter_again(letter=letter, version=1, changed="A name.", write=WRITE, by=support, at=AFTER)
    call_letter_off(letter=letter, reason="The name was right", by=support, at=AFTER)
    assert Letter.objects.unscoped("test").filter(pk=letter.pk).exists()
    with pytest.raises(Refused, match="will not be sent, as was said before"):
        mark_letter_sent(letter=letter, sent_date=AFTER.date(), by=support, at=AFTER)


def test_no_confidential_address_is_typed_into_a_letter_and_none_goes_that_became_so(support):
    booking, record = signed(person("CHAIR"))
    made = make_letters(write=WRITE, record=record, by=support, at=AFTER)
    letter = next(one for one in made if one.person.full_name == "Father Samplewood")
    with pytest.raises(Refused, match="An address that is confidential stands in this"):
        make_letter_again(
            letter=letter, version=1, changed="She is at 7 Motherlane.", write=WRITE, by=support, at=AFTER
        )
