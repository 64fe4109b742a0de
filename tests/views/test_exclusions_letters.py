"""The letter of an exclusion on its pages: made, opened as it was kept, sent."""

import pytest
from django.urls import reverse

from conferences.models import ExclusionLetter, ExclusionLetterFile
from safeguarding.clock import today
from tests.cast import person
from tests.factories import ExclusionLetterFactory, excluded
from tests.papers import pdf_text
from tests.scheduling import ahead, booked
from tests.views.pages import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def one(client):
    client.force_login(person("BUSINESS_SUPPORT"))
    return excluded(ahead(booked()), letter_why="So that everybody can speak freely")


def page(name, one, *more):
    return reverse(name, args=[one.ref, *more])


def test_support_makes_it_reads_it_and_records_that_it_went(client, one):
    assert "none of the facts or reasons" in text(client.get(page("exclusion_letter", one)))
    made = text(client.post(page("exclusion_letter", one), {"version": ""}, follow=True))
    assert "The letter is made." in made and "The letter to them" in made
    answer = client.get(page("exclusion_letter_file", one, 1, "pdf"))
    assert answer["Content-Type"] == "application/pdf" and one.name not in answer["Content-Disposition"]
    said = pdf_text(answer.content)
    assert "So that everybody can speak freely" in said and one.facts not in said
    day = today()
    typed = {"sent_date_day": day.day, "sent_date_month": day.month, "sent_date_year": day.year}
    assert "Select how it was sent" in text(client.post(page("exclusion_letter_sent", one, 1), typed))
    client.post(page("exclusion_letter_sent", one, 1), typed | {"how": "POST"})
    assert "by letter. Recorded by" in text(client.get(page("exclusion", one)))


def test_somebody_known_by_name_alone_has_no_letter_until_it_is_said_how_it_comes(client):
    client.force_login(person("BUSINESS_SUPPORT"))
    one = excluded(ahead(booked()), way="", way_words="")
    assert "no letter reaches them" in text(client.get(page("exclusion", one)))
    assert "no letter reaches them" in text(client.get(page("exclusion_letter", one), follow=True))
    answer = client.post(page("exclusion_way", one), {"way": "POST", "words": ""})
    assert "Enter the address" in text(answer)
    client.post(page("exclusion_way", one), {"way": "POST", "words": "2 Sample Road\nZZ2 2ZZ"})
    assert "To an address that we know: 2 Sample Road, ZZ2 2ZZ" in text(client.get(page("exclusion", one)))
    client.post(page("exclusion_letter", one), {"version": ""})
    assert "2 Sample Road" in pdf_text(client.get(page("exclusion_letter_file", one, 1, "pdf")).content)


def test_how_it_went_is_corrected_where_it_stands(client, one):
    client.post(page("exclusion_letter", one), {"version": ""})
    day = today()
    typed = {"sent_date_day": day.day, "sent_date_month": day.month, "sent_date_year": day.year}
    client.post(page("exclusion_letter_sent", one, 1), typed | {"how": "POST"})
    assert "Correct how and when the letter was sent" in text(
        client.get(page("exclusion_letter_sent", one, 1))
    )
    client.post(page("exclusion_letter_sent", one, 1), typed | {"how": "BY_HAND"})
    assert ExclusionLetter.objects.unscoped("test").get().sent_how == "BY_HAND"
    why = {"back_words": "It lay in the tray"}
    client.post(page("exclusion_letter_sent", one, 1), typed | {"how": "BY_HAND"} | why)
    shown = text(client.get(page("exclusion", one)))
    assert "It was recorded as sent in error" in shown and "It lay in the tray" in shown
    assert "Record that it was sent" in shown
    assert "why was it recorded?" not in text(client.get(page("exclusion_letter_sent", one, 1)))


def test_the_same_post_twice_takes_a_letter_back_once_and_never_sends_it(client, one):
    client.post(page("exclusion_letter", one), {"version": ""})
    href, day = page("exclusion_letter_sent", one, 1), today()
    typed = {"sent_date_day": day.day, "sent_date_month": day.month, "sent_date_year": day.year}
    client.post(href, typed | {"how": "POST"})
    back = typed | {"how": "POST", "back_words": "It lay in the tray"}
    assert client.post(href, back).status_code == 302
    again = text(client.post(href, back))
    assert "This letter was not sent" in again and "It lay in the tray" in again
    assert ExclusionLetter.objects.unscoped("test").get().sent_date is None


def test_a_new_version_is_asked_what_is_other(client, one):
    client.post(page("exclusion_letter", one), {"version": ""})
    assert "Say what is other in this version" in text(
        client.post(page("exclusion_letter", one), {"version": "1", "changed": ""})
    )
    client.post(page("exclusion_letter", one), {"version": "1", "changed": "The hour."})
    assert ExclusionLetter.objects.unscoped("test").count() == 2
    shown = text(client.get(page("exclusion", one)))
    assert "Replaced" in shown and "Other than before: The hour." in shown
    assert "Make a new version of their letter" in shown


def test_a_file_that_is_not_what_was_kept_is_not_given(client, one, monkeypatch):
    ExclusionLetterFactory(exclusion=one)
    monkeypatch.setattr("conferences.views.letters_kept.is_whole", lambda content, kept: False)
    answer = client.get(page("exclusion_letter_file", one, 1, "docx"))
    assert answer.status_code == 409 and "not the one that was kept" in text(answer)
    assert ExclusionLetterFile.objects.unscoped("test").count() == 1
    assert client.get(page("exclusion_letter_file", one, 1, "pdf")).status_code == 404
    assert client.get(page("exclusion_letter_file", one, 1, "txt")).status_code == 404
