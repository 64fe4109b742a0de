"""The pages of the copies of a record: made, looked at by another, sent, replaced, served as kept."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from conferences.models import Document, DocumentFile, Letter, MeetingRecord
from tests.cast import person
from tests.views.meetings import AFTER, signed
from tests.views.pages import text

pytestmark = pytest.mark.django_db
SENT = {"how": "POST", "sent_date_day": "24", "sent_date_month": "4", "sent_date_year": "2018", "proof": ""}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(AFTER, tick=False):
        yield


@pytest.fixture
def booking():
    return signed(person("CHAIR"))[0]


@pytest.fixture
def support(client):
    user = person("BUSINESS_SUPPORT")
    client.force_login(user)
    return user


def page(booking, *more, name="record_copies"):
    return reverse(name, args=[booking.ref, *more])


def ticked(client, booking):
    return client.get(page(booking)).context["form"].initial["recipients"]


def kept():
    return list(Document.objects.unscoped("test").filter(kind="RECORD"))


def test_copies_are_made_released_and_sent(client, booking, support):
    assert "No copy has been made yet." in text(client.get(page(booking)))
    answer = client.post(page(booking), {"recipients": ticked(client, booking)}, follow=True)
    assert "5 copies made." in text(answer) and "5 copies still to send." in text(answer)
    assert "Somebody else releases it" in text(answer)
    one = kept()[0]
    own = text(client.get(page(booking, one.pk, name="record_copy_release")))
    assert "You made this copy" in own and "I have read it" not in own
    assert client.post(page(booking, one.pk, name="record_copy_release"), {"release": "1"}).status_code == 403
    client.force_login(booking.chair)
    for one in kept():
        client.post(page(booking, one.pk, name="record_copy_release"), {"release": "1"})
    client.force_login(support)
    for one in kept():
        answer = client.post(page(booking, one.pk, name="record_copy_sent"), SENT, follow=True)
    shown = text(answer)
    # 10 working days from Tuesday 24 April 2018, Monday 7 May not counted.
    assert (
        "The record was sent on 24 April 2018. Its accuracy may be challenged until Wednesday 9 May" in shown
    )
    assert "By post" in shown and "still to send" not in shown


def test_a_copy_is_served_as_it_was_kept(client, booking, support):
    client.post(page(booking), {"recipients": ticked(client, booking)[:1]})
    (one,) = kept()
    for file in DocumentFile.objects.unscoped("test").filter(document=one):
        suffix = {"WORD": "docx", "PDF": "pdf", "BIG": "large-print"}[file.format]
        ending = suffix.replace("large-print", "large-print.pdf")
        answer = client.get(reverse("document_file", args=[booking.ref, one.pk, suffix]))
        assert answer.content == bytes(file.content)
        assert f'filename="record-{one.pk}.{ending}"' in answer["Content-Disposition"]


def test_a_new_version_takes_the_place_of_the_one_before(client, booking, support):
    client.post(page(booking), {"recipients": ticked(client, booking)[:1]})
    (one,) = kept()
    again = page(booking, one.pk, name="record_copy_again")
    assert "Say what is other in this version" in text(client.post(again, {"changed": ""}))
    client.post(again, {"changed": "The name of the school."})
    shown = text(client.get(page(booking)))
    assert "Replaced by version 2 on 24 April 2018. Do not send it." in shown
    assert "Other than before: The name of the school." in shown


def test_a_copy_that_is_not_sent_says_why(client, booking, support):
    client.post(page(booking), {"recipients": ticked(client, booking)[:1]})
    (one,) = kept()
    off = page(booking, one.pk, name="record_copy_off")
    assert "Say why it will not be sent" in text(client.post(off, {"reason": ""}))
    shown = text(client.post(off, {"reason": "It is not safe now"}, follow=True))
    assert "It will not be sent" in shown and "It is not safe now" in shown


def test_what_is_in_doubt_is_released_with_a_reason(client, booking, support):
    client.post(page(booking), {"recipients": ticked(client, booking)})
    father = booking.request.family.people.get(full_name="Father Samplewood")
    father.safe_contact = "Only by telephone at the invented works"
    father.save()
    one = next(one for one in kept() if one.person == father)
    client.force_login(booking.chair)
    release = page(booking, one.pk, name="record_copy_release")
    shown = text(client.get(release))
    assert "Only by telephone at the invented works" in shown and "Read first how it is safe" in shown
    shown = text(client.post(release, {"release": "1", "words": ""}))
    assert "Say why it may go" in shown
    client.post(release, {"release": "1", "words": "He collects it himself"})
    assert "He collects it himself" in text(client.get(page(booking)))
    assert "has no copy yet" not in text(client.get(page(booking)))


def test_until_each_parent_has_a_copy_the_page_says_who_has_none(client, booking, support):
    school = next(one for one in ticked(client, booking) if "SCHOOL" in one)
    client.post(page(booking), {"recipients": [school]})
    shown = text(client.get(page(booking)))
    assert "Mother Samplewood has no copy yet." in shown and "Father Samplewood has no copy yet." in shown


def test_a_moved_person_s_copy_says_so(client, booking, support):
    client.post(page(booking), {"recipients": ticked(client, booking)})
    mother = booking.request.family.people.get(full_name="Mother Samplewood")
    mother.address = "1 Otherlane"
    mother.save()
    assert text(client.get(page(booking))).count("The address was changed after this was made.") == 1


def test_a_record_that_was_marked_as_sent_before_copies_were_kept_stays_so(client, booking, support):
    day = dt.date(2018, 4, 24)
    MeetingRecord.every.filter(booking=booking).update(sent_date=day, sent_by=support)
    shown = text(client.get(page(booking)))
    assert "The record was sent on 24 April 2018." in shown and "no document of it is kept" in shown


def test_a_letter_is_no_copy_and_whoever_sends_none_sees_no_page(client, booking, support):
    client.post(page(booking), {"recipients": ticked(client, booking)[:1]})
    (one,) = kept()
    client.post(
        reverse("letters", args=[booking.ref]), {"people": [str(booking.request.family.people.first().ref)]}
    )
    letter = Document.objects.unscoped("test").get(kind="DECISION_LETTER")
    assert client.get(page(booking, letter.pk, name="record_copy_sent")).status_code == 404
    client.force_login(person("STRATEGIC_LEAD"))
    assert client.get(page(booking)).status_code == 403
    assert client.get(page(booking, one.pk, name="record_copy_release")).status_code == 403


def waiting(client):
    return text(client.get(reverse("releases")))


def test_my_work_says_what_waits_for_a_release_to_whoever_may_give_it(client, booking, support):
    client.post(page(booking), {"recipients": ticked(client, booking)[:2]})
    assert "to release" not in text(client.get(reverse("my_work")))
    assert "Nothing waits for you to release it." in waiting(client)
    client.force_login(person("BUSINESS_SUPPORT"))
    assert "2 copies and letters to release" in text(client.get(reverse("my_work")))
    client.force_login(person("CHAIR"))
    assert "Nothing waits for you to release it." in waiting(client)
    client.force_login(booking.chair)
    assert "2 copies and letters to release" in text(client.get(reverse("my_work")))
    shown = waiting(client)
    assert "Copy for Father Samplewood" in shown and "Read all of it." in shown
    for one in kept():
        client.post(page(booking, one.pk, name="record_copy_release"), {"release": "1"})
    assert "Nothing waits for you to release it." in waiting(client)


def test_a_letter_in_doubt_stands_in_the_list_with_its_page(client, booking, support):
    father = booking.request.family.people.get(full_name="Father Samplewood")
    father.safe_contact = "By hand"
    father.save()
    client.post(reverse("letters", args=[booking.ref]), {"people": [str(father.ref)]})
    client.force_login(booking.chair)
    answer = client.get(reverse("releases"))
    assert "Letter to Father Samplewood" in text(answer)
    (letter,) = Letter.objects.unscoped("test").all()
    assert reverse("letter_release", args=[booking.ref, letter.pk]) in answer.content.decode()
