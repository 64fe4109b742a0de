"""Decision letters as they were kept: what was sent stays, and a change is a new version."""

import datetime as dt
from functools import partial
from io import BytesIO

import pytest
from django.db import connection
from django.urls import reverse
from pypdf import PdfReader

from conferences.models import DayTold, Document, DocumentFile, Letter
from conferences.operations.corrections import Change
from conferences.operations.corrections_work import correct_letter
from conferences.operations.documents import MADE_SINCE, make_letter_again
from conferences.operations.letters import make_letters, mark_letter_sent
from conferences.operations.recording_signing import sign
from safeguarding.models import AuditEntry
from safeguarding.refusals import Refused
from tests.cast import person
from tests.factories import DocumentFactory, LetterFactory
from tests.holidays import new_holiday
from tests.papers import WRITE, pdf_text, word_text
from tests.views.meetings import AFTER, BEGINS, CLINIC, NONE, fill, meeting, signed
from tests.views.pages import text

__all__ = ["new_holiday"]
pytestmark = pytest.mark.django_db
LATER = dt.datetime(2018, 4, 27, 9, tzinfo=dt.UTC)


@pytest.fixture
def support(client, db):
    user = person("BUSINESS_SUPPORT")
    client.force_login(user)
    return user


@pytest.fixture
def made(support):
    """The letters of a meeting, made the day it was held: its booking, and that to the mother."""
    booking, record = signed(person("CHAIR"))
    make_letters(record=record, write=WRITE, by=support, at=AFTER)
    return booking, Letter.objects.unscoped("test").get(record=record, person__full_name="Mother Samplewood")


def versions(letter):
    rows = Document.objects.unscoped("test").filter(record=letter.record_id, person=letter.person_id)
    return list(rows.order_by("version"))


def got(client, booking, document, suffix):
    return client.get(reverse("document_file", args=[booking.ref, document.pk, suffix]))


def move(letter):
    """The mother moves after her letter was made."""
    letter.person.address = "99 Newlane"
    letter.person.postcode = "ZZ93 3NW"
    letter.person.save()


def test_a_letter_says_the_same_in_word_and_in_pdf(client, made):
    booking, letter = made
    (kept,) = versions(letter)
    word = word_text(got(client, booking, kept, "docx").content)
    pdf = pdf_text(got(client, booking, kept, "pdf").content)
    for words in ("7 Motherlane", "Amy Testcase needs a child protection plan", "Amy goes hungry"):
        assert words in word and words in pdf


def test_a_pdf_is_tagged_has_a_title_and_its_language_and_names_nobody_in_its_properties(client, made):
    booking, letter = made
    reader = PdfReader(BytesIO(got(client, booking, versions(letter)[0], "pdf").content))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root and root["/Lang"] == "en-GB"
    assert reader.metadata.title == "Decision of a child protection conference"
    assert reader.metadata.author == "Fableshire Council"
    assert "Mother" not in str(reader.metadata) and "Amy" not in str(reader.metadata)


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_an_address_of_later_is_not_in_what_was_made_before(client, made, suffix):
    booking, letter = made
    (kept,) = versions(letter)
    before = got(client, booking, kept, suffix).content
    move(letter)
    after = got(client, booking, kept, suffix)
    read = word_text if suffix == "docx" else pdf_text
    assert after.content == before and "7 Motherlane" in read(after.content)
    page = text(client.get(reverse("letters", args=[booking.ref])))
    assert "The address was changed after this was made." in page


def test_a_tie_that_ended_since_is_said(client, made):
    booking, letter = made
    letter.person.relationships.update(end_date=dt.date(2018, 4, 1))
    page = text(client.get(reverse("letters", args=[booking.ref])))
    assert "not recorded any more as somebody of a child of the conference" in page


def test_a_new_version_says_what_it_replaces_and_what_is_other_and_the_old_one_stays(client, made, support):
    booking, letter = made
    mark_letter_sent(letter=letter, sent_date=AFTER.date(), by=support, at=AFTER)
    (first,) = versions(letter)
    before = got(client, booking, first, "docx").content
    move(letter)
    again = reverse("letter_again", args=[booking.ref, letter.pk])
    assert "The address was changed after this was made." in text(client.get(again))
    answer = client.post(again, {"version": "1", "changed": "Your new address."}, follow=True)
    _, second = versions(letter)
    assert (second.version, second.supersedes, second.changed) == (2, first, "Your new address.")
    word = word_text(got(client, booking, second, "docx").content)
    said = "takes the place of the one of 24 April 2018. What is other now: Your new address."
    assert said in word and said in pdf_text(got(client, booking, second, "pdf").content)
    assert "99 Newlane" in word and "7 Motherlane" not in word
    assert got(client, booking, first, "docx").content == before
    page = text(answer)
    assert "The new version is made." in page and "Replaced by version 2" in page
    assert page.count("Enter the day the letter to Mother Samplewood was sent") == 1


def test_both_versions_keep_the_day_each_was_sent_and_the_letter_the_first(made, support):
    booking, letter = made
    mark_letter_sent(letter=letter, sent_date=AFTER.date(), by=support, at=AFTER)
    make_letter_again(letter=letter, version=1, changed="A word.", write=WRITE, by=support, at=LATER)
    early = partial(mark_letter_sent, letter=letter, by=support, at=LATER)
    with pytest.raises(Refused, match="cannot have been sent before it was made on 27 April 2018"):
        early(sent_date=dt.date(2018, 4, 26))
    early(sent_date=LATER.date())
    assert [one.sent_date for one in versions(letter)] == [AFTER.date(), LATER.date()]
    letter.refresh_from_db()
    assert letter.sent_date == AFTER.date()
    with pytest.raises(Refused, match="already sent on 27 April 2018"):
        early(sent_date=LATER.date())


def test_the_day_of_a_letter_is_corrected_with_its_first_version_alone(made, support):
    _, letter = made
    send = partial(mark_letter_sent, letter=letter, sent_date=LATER.date(), by=support, at=LATER)
    send()
    make_letter_again(letter=letter, version=1, changed="A word.", write=WRITE, by=support, at=LATER)
    send()
    letter.refresh_from_db()
    correct_letter(row=letter, change=Change({"sent_date": AFTER.date()}, "TYPED", ""), by=support, at=LATER)
    assert [one.sent_date for one in versions(letter)] == [AFTER.date(), LATER.date()]


def test_a_version_that_was_replaced_before_it_went_was_never_sent(client, made, support):
    booking, letter = made
    second = make_letter_again(letter=letter, version=1, changed="A word.", write=WRITE, by=support, at=LATER)
    assert "takes the place" not in word_text(got(client, booking, second, "docx").content)
    mark_letter_sent(letter=letter, sent_date=LATER.date(), by=support, at=LATER)
    assert [one.sent_date for one in versions(letter)] == [None, LATER.date()]
    assert "Never sent" in text(client.get(reverse("letters", args=[booking.ref])))


def test_a_version_says_all_that_is_other_since_the_one_that_went(client, made, support):
    booking, letter = made
    mark_letter_sent(letter=letter, sent_date=AFTER.date(), by=support, at=AFTER)
    again = partial(make_letter_again, letter=letter, write=WRITE, by=support, at=LATER)
    again(version=1, changed="Your new address")
    third = again(version=2, changed="The day of the core group.")
    said = "the one of 24 April 2018. What is other now: Your new address. The day of the core group."
    assert said in word_text(got(client, booking, third, "docx").content)
    mark_letter_sent(letter=letter, sent_date=LATER.date(), by=support, at=LATER)
    fourth = again(version=3, changed="A name.")
    said = "the one of 27 April 2018. What is other now: A name."
    assert said in word_text(got(client, booking, fourth, "docx").content)


def test_what_is_other_must_be_said_and_two_who_make_one_at_once_make_one(client, made):
    booking, letter = made
    again = reverse("letter_again", args=[booking.ref, letter.pk])
    assert "Say what is other in this version" in text(client.post(again, {"version": "1", "changed": " "}))
    for _ in range(2):
        answer = client.post(again, {"version": "1", "changed": "A word."}, follow=True)
    assert MADE_SINCE in text(answer) and len(versions(letter)) == 2


def test_a_letter_tells_the_days_it_told_though_one_moved_before_it_was_marked(made, support, new_holiday):
    _, letter = made
    new_holiday("2018-05-02", "An invented day")
    mark_letter_sent(letter=letter, sent_date=AFTER.date(), by=support, at=LATER)
    told = DayTold.objects.unscoped("test").filter(letter=letter, code="HOLD_FIRST_CORE_GROUP")
    assert [one.due_date for one in told] == [dt.date(2018, 5, 9)]


def test_a_letter_of_before_is_kept_at_its_first_opening_and_the_page_says_so(client, support):
    booking, record = signed(person("CHAIR"))
    mother = booking.request.family.people.get(full_name="Mother Samplewood")
    letter = LetterFactory(
        record=record, person=mother, made_at=AFTER, sent_date=AFTER.date(), sent_by=support
    )
    page = reverse("letters", args=[booking.ref])
    assert "No file was kept then. It is made and kept when you first open it." in text(client.get(page))
    first = client.get(reverse("letter_docx", args=[booking.ref, letter.pk])).content
    move(letter)
    assert client.get(reverse("letter_docx", args=[booking.ref, letter.pk])).content == first
    (kept,) = versions(letter)
    assert kept.is_late and "7 Motherlane" in word_text(first) and "24 April 2018" in word_text(first)
    shown = text(client.get(page))
    assert "no file was kept then. This file was made from the record as it stood on" in shown
    assert "Enter the day the letter" not in shown and "24 April 2018" in shown


def test_a_new_version_of_a_letter_of_before_names_the_day_that_stood_on_it(client, support):
    booking, record = signed(person("CHAIR"))
    mother = booking.request.family.people.get(full_name="Mother Samplewood")
    letter = LetterFactory(
        record=record, person=mother, made_at=AFTER, sent_date=AFTER.date(), sent_by=support
    )
    again = partial(make_letter_again, letter=letter, changed="A word.", write=WRITE, by=support, at=LATER)
    second = again(version=None)
    said = "takes the place of the one of 24 April 2018."
    assert said in word_text(got(client, booking, second, "docx").content)


def test_a_letter_of_before_to_somebody_without_a_tie_is_not_made_anew(client, support):
    booking, record = signed(person("CHAIR"))
    mother = booking.request.family.people.get(full_name="Mother Samplewood")
    letter = LetterFactory(record=record, person=mother, made_at=AFTER)
    mother.relationships.update(end_date=dt.date(2018, 4, 1))
    answer = client.get(reverse("letter_docx", args=[booking.ref, letter.pk]))
    assert answer.status_code == 409 and "must not go" in text(answer) and versions(letter) == []


def test_a_file_that_is_not_the_one_that_was_kept_is_never_given(client, made, support):
    booking, letter = made
    (kept,) = versions(letter)
    file = DocumentFile.objects.unscoped("test").get(document=kept, format="WORD")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE conferences_documentfile DISABLE TRIGGER USER")
        cursor.execute("ALTER TABLE conferences_documentfile DROP CONSTRAINT documentfile_sum_of_its_bytes")
        cursor.execute(
            "UPDATE conferences_documentfile SET content = %s WHERE id = %s", [b"Another letter", file.pk]
        )
    answer = got(client, booking, kept, "docx")
    assert answer.status_code == 409 and b"Another letter" not in answer.content
    assert "This file is not the one that was kept" in text(answer)
    noted = AuditEntry.objects.get(event="document.damaged")
    assert (noted.subject_id, noted.done_by) == (file.pk, support)
    assert got(client, booking, kept, "pdf").status_code == 200


def test_a_name_that_the_typeface_lacks_has_no_pdf_and_the_page_says_so(client, support):
    booking, amy, basil = meeting(person("CHAIR"))
    record = fill(booking, (amy, BEGINS | {"reasons": "漢 is hungry"}, [CLINIC]), (basil, NONE, []))
    sign(record=record, by=booking.chair, at=AFTER)
    make_letters(record=record, write=WRITE, by=support, at=AFTER)
    letter = Letter.objects.unscoped("test").get(record=record, person__full_name="Mother Samplewood")
    (kept,) = versions(letter)
    assert "漢" in word_text(got(client, booking, kept, "docx").content)
    assert got(client, booking, kept, "pdf").status_code == 404
    assert "its typeface lacks a character" in text(client.get(reverse("letters", args=[booking.ref])))


def test_what_somebody_typed_is_no_command_of_the_pdf(client, support):
    booking, amy, basil = meeting(person("CHAIR"))
    typed = '#read("/etc/passwd") *no* $x$ \\ <a> @b'
    record = fill(booking, (amy, BEGINS | {"reasons": typed}, [CLINIC]), (basil, NONE, []))
    sign(record=record, by=booking.chair, at=AFTER)
    make_letters(record=record, write=WRITE, by=support, at=AFTER)
    letter = Letter.objects.unscoped("test").get(record=record, person__full_name="Mother Samplewood")
    assert typed in pdf_text(got(client, booking, versions(letter)[0], "pdf").content)


def test_a_document_of_another_meeting_or_in_no_format_is_not_found(client, made):
    booking, letter = made
    (kept,) = versions(letter)
    other = DocumentFactory()
    assert got(client, booking, other, "docx").status_code == 404
    assert got(client, booking, kept, "exe").status_code == 404


def test_roles_without_the_right_get_no_file(client, made):
    booking, letter = made
    client.force_login(person("STRATEGIC_LEAD"))
    assert got(client, booking, versions(letter)[0], "docx").status_code == 403
