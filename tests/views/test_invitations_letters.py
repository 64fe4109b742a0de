"""Letters of invitation on their pages: made for the list or one, opened as they were kept, sent."""

import datetime as dt

import pytest
from django.urls import reverse

from conferences.models import Invitation, InvitationLetter
from safeguarding.clock import today
from safeguarding.models import Child
from tests.cast import person
from tests.factories import InvitationFactory, InvitationLetterFactory, RelationshipFactory, RequestFitFactory
from tests.papers import pdf_text
from tests.scheduling import ahead, booked
from tests.views.pages import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(client):
    client.force_login(person("BUSINESS_SUPPORT"))
    return ahead(booked())


@pytest.fixture
def mother(meeting):
    child = meeting.request.children.get().child
    found = RelationshipFactory(child=child, person__full_name="Mo Exemplar").person
    return InvitationFactory(
        request=meeting.request, person=found, name="Mo Exemplar", agency_kind="", is_report_asked=False
    )


def page(name, of, *more):
    return reverse(name, args=[of.ref, *more])


def sent_today(**more):
    day = today()
    return {"sent_date_day": day.day, "sent_date_month": day.month, "sent_date_year": day.year} | more


def test_support_makes_all_reads_one_and_records_that_they_went(client, meeting, mother):
    one = InvitationFactory(request=meeting.request)
    asked = meeting.request
    assert "Make letters" in text(client.get(page("invited", asked)))
    shown = text(client.get(page("invited_letters", asked)))
    assert "No address is recorded, so have it handed to them" in shown
    told = {"people": [str(mother.ref), str(one.ref)]}
    made = text(client.post(page("invited_letters", asked), told, follow=True))
    assert "2 letters made" in made and "Record that letters were sent" in made
    answer = client.get(page("invitation_letter_file", mother, 1, "pdf"))
    assert answer["Content-Type"] == "application/pdf" and "Mo" not in answer["Content-Disposition"]
    assert "Dear Mo Exemplar" in pdf_text(answer.content)
    chosen = {"letters": [f"{mother.ref}:1", f"{one.ref}:1"]}
    lacks = text(client.post(page("invited_letters_sent", asked), sent_today()))
    assert "Select at least one letter" in lacks
    lacks = text(client.post(page("invited_letters_sent", asked), sent_today(**chosen)))
    assert "Select how it was sent" in lacks
    told = sent_today(how="POST", proof="Post book, 3", **chosen)
    went = text(client.post(page("invited_letters_sent", asked), told, follow=True))
    assert "2 letters sent, and those people invited" in went and "Sent on" in went
    mother.refresh_from_db()
    assert (mother.channel, mother.invited_date) == ("LETTER", today())
    assert "Post book, 3" in text(client.get(page("invitation_letter", mother)))
    assert "No letter waits to be sent" in text(client.get(page("invited_letters_sent", asked), follow=True))
    assert "has one that is right" in text(client.get(page("invited_letters", asked), follow=True))


def test_the_same_post_twice_takes_a_letter_back_once_and_never_sends_it(client, mother):
    client.post(page("invitation_letter", mother), {"version": ""})
    letter = InvitationLetter.objects.unscoped("test").get()
    href = page("invitation_letter_sent", mother, letter.version)
    client.post(href, sent_today(how="POST"))
    back = sent_today(how="POST", proof="", back_words="It lay in the tray")
    assert client.post(href, back).status_code == 302
    again = text(client.post(href, back))
    assert "This letter was not sent" in again and "It lay in the tray" in again
    letter.refresh_from_db()
    assert letter.sent_date is None


def test_a_new_version_is_asked_what_is_other_and_how_it_went_is_corrected(client, mother):
    client.post(page("invitation_letter", mother), {"version": ""})
    client.post(page("invitation_letter_sent", mother, 1), sent_today(how="POST"))
    correct = text(client.get(page("invitation_letter_sent", mother, 1)))
    assert "Correct how and when the letter was sent" in correct
    client.post(page("invitation_letter_sent", mother, 1), sent_today(how="BY_HAND"))
    assert InvitationLetter.objects.unscoped("test").get().sent_how == "BY_HAND"
    lacks = text(client.post(page("invitation_letter", mother), {"version": "1", "changed": ""}))
    assert "Say what is other in this version" in lacks
    client.post(page("invitation_letter", mother), {"version": "1", "changed": "The room has two doors."})
    shown = text(client.get(page("invitation_letter", mother)))
    assert "Replaced" in shown and "Other than before: The room has two doors." in shown


def test_a_page_that_showed_an_older_version_records_no_newer_one_as_sent(client, meeting, mother):
    client.post(page("invitation_letter", mother), {"version": ""})
    sent = page("invited_letters_sent", meeting.request)
    assert f'value="{mother.ref}:1"' in client.get(sent).content.decode()
    client.post(page("invitation_letter", mother), {"version": "1", "changed": "The room."})
    for chosen in (f"{mother.ref}:1", str(mother.ref), "else"):
        told = sent_today(letters=[chosen], how="POST", proof="Post book, 3")
        refused = text(client.post(sent, told))
        assert "sent, or made anew, meanwhile" in refused and "Post book, 3" in refused
    assert not InvitationLetter.objects.unscoped("test").exclude(sent_date=None).exists()
    client.post(sent, sent_today(letters=[f"{mother.ref}:2"], how="POST"))
    went = InvitationLetter.objects.unscoped("test").exclude(sent_date=None)
    assert [one.version for one in went] == [2]


def test_a_letter_that_names_another_day_is_said_on_the_list(client, meeting, mother):
    client.post(page("invitation_letter", mother), {"version": ""})
    meeting.starts_at = meeting.starts_at.replace(hour=13)
    meeting.ends_at = meeting.ends_at.replace(hour=15)
    meeting.save()
    shown = text(client.get(page("invited", meeting.request)))
    assert "To be made anew" in shown and "It names another day or time" in shown
    assert "It was to be on" in text(client.get(page("invitation_letter", mother)))


def test_who_arrives_first_is_told_on_the_list(client, meeting, mother):
    RequestFitFactory(request=meeting.request, interpreter="", interpreter_for="", apart_minutes=45)
    shown = text(client.get(page("invited", meeting.request)))
    assert "Say when" in shown and "Two of the family arrive apart." in shown
    assert "Two of the family arrive apart." in text(client.get(page("invited_letters", meeting.request)))
    lacks = text(client.post(page("invitation_arrival", mother), {}))
    assert "Select when they arrive" in lacks and "Their letter says 8:45am" in lacks
    done = text(client.post(page("invitation_arrival", mother), {"arrives": "FIRST"}, follow=True))
    assert "It is recorded when they arrive" in done and "8:45am" in done
    assert Invitation.objects.unscoped("test").get().arrives == "FIRST"


def test_a_file_that_is_not_what_was_kept_is_not_given(client, mother, monkeypatch):
    InvitationLetterFactory(invitation=mother)
    monkeypatch.setattr("conferences.views.letters_kept.is_whole", lambda content, kept: False)
    answer = client.get(page("invitation_letter_file", mother, 1, "docx"))
    assert answer.status_code == 409 and "not the one that was kept" in text(answer)
    assert client.get(page("invitation_letter_file", mother, 1, "pdf")).status_code == 404


def test_who_keeps_the_list_and_sends_nothing_reads_how_it_stands(client, meeting, mother):
    InvitationLetterFactory(invitation=mother)
    client.force_login(person("STRATEGIC_LEAD"))
    shown = text(client.get(page("invited", meeting.request)))
    assert "not sent" in shown and "Record that letters were sent" not in shown
    assert client.get(page("invitation_letter", mother)).status_code == 403


def test_a_child_is_put_on_written_to_and_chooses(client, meeting):
    asked = meeting.request.children.get()
    Child.every.filter(pk=asked.child_id).update(birth_date=today() - dt.timedelta(days=9 * 366))
    told = {"people": [f"c{asked.pk}"], "name": "", "role": "", "kind": ""}
    client.post(page("invited_add", meeting.request), told)
    one = Invitation.objects.unscoped("test").get()
    assert one.requested_child == asked
    client.post(page("invited_letters", meeting.request), {"people": [str(one.ref)]})
    said = pdf_text(client.get(page("invitation_letter_file", one, 1, "pdf")).content)
    assert "A meeting about you" in said and "You are not in trouble" in said
    answer = page("invitation_answer", one)
    assert "Sends words, a drawing or a form" in text(client.get(answer))
    assert "Select what they chose" in text(client.post(answer, {"takes_part": ""}))
    client.post(answer, {"takes_part": "WORDS", "needs_words": "She draws it"})
    listed = text(client.get(page("invited", meeting.request)))
    assert "Children" in listed and "Sends words, a drawing or a form" in listed
    day = text(client.get(page("meeting_day", meeting)))
    assert "Sends words, a drawing or a form" in day and "In their part of the record" in day


def test_that_it_went_is_recorded_of_somebody_who_was_taken_off_after(client, meeting, mother):
    client.post(page("invitation_letter", mother), {"version": ""})
    client.post(page("invitation_off", mother), {"reason": "MISTAKE"})
    listed = client.get(page("invited", meeting.request))
    assert "Record that it was sent" in text(listed)
    href = page("invitation_letter_sent", mother, 1)
    assert href in listed.content.decode()
    went = client.post(href, sent_today(how="POST"), follow=True)
    assert "They are not on the list any more." in text(went) and "Sent on" in text(went)
    mother.refresh_from_db()
    assert mother.invited_date is None
