"""Feedback on its pages: given by a slip without signing in, and told in the unit."""

import datetime as dt
import re

import pytest
import time_machine
from django.urls import reverse

from conferences.models import FeedbackAnswer, FeedbackCode, FeedbackLanguage, FeedbackOffer, FeedbackReading
from conferences.operations.feedback_giving import digest_of
from conferences.queries.feedback_texts import _supplied
from safeguarding.models import AuditEntry
from tests.cast import person
from tests.factories import (
    FeedbackAnswerFactory,
    FeedbackCodeFactory,
    FeedbackOfferFactory,
    LearningHeardFactory,
)
from tests.scheduling import NOW
from tests.views.pages import text

pytestmark = pytest.mark.django_db
ON = NOW.date()
QUARTER = dt.date(2018, 7, 1)
CODE = "BCDFGHJKMN"


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def slip():
    return FeedbackCodeFactory(digest=digest_of(CODE))


@pytest.fixture
def manager(client):
    found = person("MANAGER")
    client.force_login(found)
    return found


def form_of(code=CODE, **query):
    return reverse("feedback_form", args=[code]) + "".join(f"?{key}={value}" for key, value in query.items())


def checked(code):
    one = _supplied()[code]
    return FeedbackLanguage.objects.create(
        code=code,
        name=one.name,
        own_name=one.own_name,
        is_rtl=one.is_rtl,
        texts=dict(one.texts),
        checked_by="Lingua",
        checked_date=ON,
        saved_by=person("MANAGER"),
        saved_at=NOW,
    )


# ----- Given -----------------------------------------------------------------------------------------------


def test_a_parent_types_the_code_answers_and_is_thanked(client, slip):
    page = client.post(reverse("feedback_code"), {"code": "bcdfg hjkmn"})
    assert page.status_code == 302 and page.url.startswith(form_of())
    page = client.get(page.url)
    assert "People listened to what I said." in text(page) and "Nobody can tell who you are" in text(page)
    page = client.post(form_of(), {"heard": "5", "told": "", "words": "We sat in a circle."}, follow=True)
    assert "Thank you" in text(page) and "heard" not in page.request["QUERY_STRING"]
    answer = FeedbackAnswer.objects.get()
    assert (answer.answer_5, answer.words) == (5, "We sat in a circle.")


def test_a_code_that_was_used_says_so_and_gives_the_words_back(client, slip):
    client.post(form_of(), {"heard": "5"})
    page = client.post(form_of(), {"heard": "1", "words": "Once more."})
    assert page.status_code == 404 and "it was used before" in text(page) and "Once more." in text(page)
    assert FeedbackAnswer.objects.count() == 1


def test_nothing_chosen_and_too_much_written_are_said_and_nothing_is_lost(client, slip):
    page = client.post(form_of(), {"heard": ""})
    assert "Answer one question, or write something." in text(page)
    page = client.post(form_of(), {"heard": "2", "words": "long " * 500})
    assert "Please write fewer than 2000 letters." in text(page)
    assert "long long" in text(page) and re.search(r'id="heard-2" value="2" checked', page.content.decode())
    assert not FeedbackAnswer.objects.exists() and FeedbackCode.objects.exists()


def test_a_number_that_is_not_on_the_scale_is_not_taken(client, slip):
    client.post(form_of(), {"heard": "9"})
    assert not FeedbackAnswer.objects.exists()


def test_what_a_browser_fills_in_by_itself_loses_nobody_s_answer(client, slip):
    page = client.post(form_of(), {"heard": "1", "website": "https://home.example"}, follow=True)
    assert "Thank you" in text(page) and FeedbackAnswer.objects.count() == 1


def test_too_many_wrong_codes_wait_and_a_right_one_does_not(client, slip):
    for _ in range(120):
        assert client.get(form_of("WRNGCDXXXX")).status_code == 404
    assert client.get(form_of("WRNGCDXXXX")).status_code == 429
    assert client.get(form_of()).status_code == 200


def test_the_pages_ask_for_no_script_and_show_nobody_who_is_signed_in(client, slip):
    client.force_login(person("CHAIR"))
    for address in (reverse("feedback_code"), form_of(), reverse("feedback_thanks")):
        page = client.get(address).content.decode()
        assert "<script" not in page and "Sample" not in page and "Sign out" not in page


@pytest.mark.parametrize("code", ["pl", "ro", "ur"])
def test_a_form_is_asked_in_a_language_once_it_is_checked(client, slip, code):
    texts = _supplied()[code].texts
    assert texts["title.PARENT"] not in client.get(form_of(l=code)).content.decode()
    checked(code)
    page = client.get(form_of(l=code)).content.decode()
    direction = "rtl" if code == "ur" else "ltr"
    assert f'<html lang="{code}" dir="{direction}"' in page and texts["title.PARENT"] in page
    wrong = client.post(form_of(l=code), {}).content.decode()
    assert texts["nothing"] in wrong


def test_a_child_gets_easy_words_and_faces_unless_asked_otherwise(client):
    FeedbackCodeFactory(digest=digest_of(CODE), giver="CHILD")
    page = client.get(form_of()).content.decode()
    assert "feedback-face" in page and "feedback--large" in page and "Not safe? Ring 999" in page
    assert "feedback-face" not in client.get(form_of(s="usual")).content.decode()


# ----- Slips -----------------------------------------------------------------------------------------------


def test_a_sheet_is_printed_with_a_square_for_each_code(client):
    client.force_login(person("BUSINESS_SUPPORT"))
    day = {"held_day": "12", "held_month": "11", "held_year": "2018"}
    sent = {"giver": "PARENT", "wave": "LATER", "language": "en", "style": "large", "number": "3", **day}
    page = client.post(reverse("feedback_slips"), sent)
    codes = re.findall(r"data-code>(\w{5} \w{5})<", page.content.decode())
    assert len(codes) == 3 == page.content.decode().count("feedback-square")
    assert (
        "Please answer on 26/11/2018 or later." in text(page) and "feedback--large" in page.content.decode()
    )
    assert FeedbackCode.objects.filter(digest=digest_of(codes[0]), wave="LATER").exists()
    assert "2018" not in str([entry.detail for entry in AuditEntry.objects.all()])


def test_a_sheet_is_in_languages_that_were_checked_alone(client):
    client.force_login(person("BUSINESS_SUPPORT"))
    assert "Urdu" not in text(client.get(reverse("feedback_slips")))
    checked("ur")
    assert "Urdu" in text(client.get(reverse("feedback_slips")))
    page = client.post(
        reverse("feedback_slips"), {"giver": "CHILD", "wave": "SOON", "language": "ur", "number": "1"}
    ).content.decode()
    assert 'lang="ur" dir="rtl"' in page and _supplied()["ur"].texts["slip.ask"] in page


def test_a_chair_prints_no_slips_of_their_own_conferences(client):
    client.force_login(person("CHAIR"))
    assert client.get(reverse("feedback_slips")).status_code == 403
    page = client.get(reverse("feedback")).content.decode()
    assert reverse("feedback_slips") not in page and reverse("feedback_offered") in page


def test_what_a_sheet_lacks_stands_beside_its_field(client):
    client.force_login(person("BUSINESS_SUPPORT"))
    page = text(client.post(reverse("feedback_slips"), {"number": "100"}))
    assert "Select who is asked" in page and "Select when they are asked" in page


def test_what_was_handed_out_is_recorded_and_set_right(client):
    client.force_login(person("BUSINESS_SUPPORT"))
    page = client.get(reverse("feedback_offered"))
    assert "Nothing is recorded as handed out in this quarter." in text(page)
    sent = {"giver": "PARENT", "wave": "SOON", "number": "2"}
    page = client.post(reverse("feedback_offered"), sent, follow=True)
    assert "What was handed out is recorded." in text(page) and "12 November 2018" in text(page)
    offer = FeedbackOffer.objects.get()
    client.post(reverse("feedback_offer_change", args=[offer.pk]), {"number": "3"})
    offer.refresh_from_db()
    assert offer.number == 3


# ----- Told ------------------------------------------------------------------------------------------------


def test_nothing_back_and_too_few_are_said_apart(client):
    client.force_login(person("CHAIR"))
    group = reverse("feedback_group", args=["parent", "soon"])
    assert "No quarter is over yet" in text(client.get(reverse("feedback")))
    assert "No quarter is over yet" in text(client.get(group))
    FeedbackOfferFactory(quarter=QUARTER, recorded_at=NOW, number=9)
    assert "Nothing came back yet; 9 slips handed out" in text(client.get(group))
    FeedbackAnswerFactory.create_batch(4, quarter=QUARTER)
    page = text(client.get(group))
    assert (
        "Too few came back to show; 9 slips handed out" in page and "4" not in page.split("Too few")[1][:60]
    )


def test_answers_of_a_quarter_that_is_over_are_told_with_what_is_hidden(client, manager):
    FeedbackOfferFactory(quarter=QUARTER, recorded_at=NOW, number=20)
    FeedbackAnswerFactory.create_batch(6, quarter=QUARTER, answer_1=5)
    FeedbackAnswerFactory(quarter=QUARTER, answer_1=1, words="Too long.")
    page = text(client.get(reverse("feedback_group", args=["parent", "soon"])))
    assert "July 2018 to September 2018: 7 of 20 (35.0%) came back." in page
    assert "c: hidden" in page and "Too long." not in page and "Some words wait to be read" in page


def test_the_quarter_that_goes_on_is_not_told(client, manager):
    FeedbackAnswerFactory.create_batch(9, quarter=dt.date(2018, 10, 1))
    page = text(client.get(reverse("feedback_group", args=["parent", "soon"])))
    assert "No quarter is over yet" in page and "9" not in page.split("All months")[1]


def test_words_are_read_covered_and_shown(client, manager):
    FeedbackAnswerFactory.create_batch(4, quarter=QUARTER)
    one = FeedbackAnswerFactory(quarter=QUARTER, words="Sample Chair was late.")
    person("CHAIR")
    page = client.get(reverse("feedback_words"))
    path = reverse("feedback_read", args=[one.pk])
    assert path in page.content.decode() and "To read" in text(page)
    page = client.get(path)
    assert (
        "These may be names: “Sample Chair”" in text(page) and 'value="Sample Chair"' in page.content.decode()
    )
    sent = {"outcome": "SHOWN", "themes": ["OTHER"]}
    page = client.post(path, sent)
    assert "may be somebody’s name" in text(page) and not FeedbackReading.objects.exists()
    client.post(path, sent | {"cover": "Sample Chair"})
    page = text(client.post(path, {"outcome": "TELLS_WHO"}))
    assert "Sample Manager decided on these words on" in page and "“Show them”" in page
    page = text(client.get(reverse("feedback_group", args=["parent", "soon"])))
    assert "[…] was late." in page and "Some words wait" not in page
    client.force_login(person("CHAIR"))
    assert "[…] was late." in text(client.get(reverse("feedback_group", args=["parent", "soon"])))


@pytest.mark.parametrize("name", ["feedback_words", "feedback_languages"])
def test_a_chair_reads_no_words_before_they_were_read_and_keeps_no_language(client, name):
    client.force_login(person("CHAIR"))
    assert client.get(reverse(name)).status_code == 403
    assert reverse(name) not in client.get(reverse("feedback")).content.decode()


@pytest.mark.parametrize("role", ["REVIEWER", "INFORMATION_GOVERNANCE", "SYSTEM_ADMINISTRATOR"])
def test_who_works_with_no_family_reads_none_of_it(client, role):
    client.force_login(person(role))
    assert client.get(reverse("feedback")).status_code == 403


def test_a_group_that_there_is_not_is_not_there(client, manager):
    assert client.get("/feedback/nobody/soon").status_code == 404


# ----- Languages -------------------------------------------------------------------------------------------


def test_a_manager_adds_a_language_and_sees_it(client, manager):
    assert client.get(reverse("feedback_languages"), {"code": "SO"}).url == "/feedback/languages/so"
    texts = dict(_supplied()["en"].texts)
    names = {"name": "Somali", "own_name": "Soomaali"}
    page = client.post(reverse("feedback_language", args=["so"]), names | texts, follow=True)
    assert "The words are saved." in text(page) and "Not checked" in text(page)
    page = client.get(reverse("feedback_language_seen", args=["so"]))
    assert "Not checked" in text(page) and "Nothing can be sent from here" in text(page)
    assert 'type="submit"' not in page.content.decode()


def test_what_comes_with_the_service_says_that_it_is_not_checked(client, manager):
    page = text(client.get(reverse("feedback_languages")))
    assert page.count("Not checked") == 3 and "The service’s own words" in page
    assert client.get(reverse("feedback_language", args=["en"])).status_code == 404


def test_what_is_told_leads_to_you_said_we_did(client, manager):
    FeedbackAnswerFactory.create_batch(5, quarter=QUARTER)
    LearningHeardFactory(group="PARENTS", said="The letter was hard to read.")
    page = client.get(reverse("feedback_group", args=["parent", "soon"]))
    assert "The letter was hard to read." in text(page)
    href = re.search(r'href="(/learning/[^"]*months=[^"]*)"', page.content.decode())[1].replace("&amp;", "&")
    assert "Feedback after conferences, July 2018 to September 2018" in client.get(href).content.decode()
