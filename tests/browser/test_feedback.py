"""Feedback in a browser: a form on a phone in each language and style, without scripts; and the sheet."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from conferences.models import FeedbackAnswer, FeedbackLanguage
from conferences.operations.feedback_giving import digest_of
from conferences.queries.feedback_texts import _supplied
from safeguarding.clock import now, today
from tests.cast import person
from tests.factories import FeedbackAnswerFactory, FeedbackCodeFactory

pytestmark = pytest.mark.django_db(transaction=True)
CODE = "BCDFGHJKMN"


@pytest.fixture
def languages():
    for one in _supplied().values():
        if one.code != "en":
            FeedbackLanguage.objects.create(
                code=one.code,
                name=one.name,
                own_name=one.own_name,
                is_rtl=one.is_rtl,
                texts=dict(one.texts),
                checked_by="Lingua",
                checked_date=today(),
                saved_by=person("MANAGER"),
                saved_at=now(),
            )


@pytest.mark.parametrize("giver", ["PARENT", "CHILD", "PROFESSIONAL"])
def test_a_form_is_whole_in_each_language_and_style(
    strict_page, size, axe, no_overflow, screenshot, languages, giver
):
    FeedbackCodeFactory(digest=digest_of(CODE), giver=giver)
    for code in _supplied():
        for style in ("usual", "large", "easy"):
            strict_page.goto(f"{reverse('feedback_form', args=[CODE])}?l={code}&s={style}")
            expect(strict_page.get_by_role("heading", level=1)).to_be_visible()
            screenshot(f"feedback-{giver.lower()}-{code}-{style}-{size}")
            axe(strict_page)
            no_overflow(strict_page)


@pytest.mark.parametrize("scripts", [False])
def test_a_parent_answers_by_keyboard_without_scripts(page, scripts):
    FeedbackCodeFactory(digest=digest_of(CODE))
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(reverse("feedback_code"))
    page.get_by_label("The code on your slip").fill("bcdfg hjkmn")
    page.keyboard.press("Enter")
    page.get_by_role("group", name="I felt safe in the meeting.").get_by_role("radio").first.focus()
    page.keyboard.press("ArrowRight")
    page.get_by_label("Is there anything you want to say?").fill("It was calm.")
    page.get_by_role("button", name="Send").press("Enter")
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    answer = FeedbackAnswer.objects.get()
    assert (answer.answer_4, answer.words) == (2, "It was calm.")


def test_a_wrong_code_is_said(strict_page, size, axe, no_overflow):
    strict_page.expected = 404
    strict_page.goto(reverse("feedback_form", args=["WRNGCDXXXX"]))
    expect(strict_page.get_by_role("alert")).to_be_visible()
    axe(strict_page)
    no_overflow(strict_page)


def test_the_unit_s_pages_fit_and_are_accessible(
    strict_page, size, axe, no_overflow, screenshot, sign_in, languages
):
    quarter = FeedbackAnswerFactory.create_batch(6)[0].quarter
    words = FeedbackAnswerFactory(quarter=quarter, words="It was calm.")
    sign_in(person("STRATEGIC_LEAD"))
    for name, arguments in (
        ("feedback", []),
        ("feedback_group", ["parent", "soon"]),
        ("feedback_group", ["child", "later"]),
        ("feedback_words", []),
        ("feedback_read", [words.pk]),
        ("feedback_languages", []),
        ("feedback_language", ["ur"]),
        ("feedback_language_seen", ["ur"]),
    ):
        strict_page.goto(reverse(name, args=arguments))
        screenshot(f"{name}-{size}")
        axe(strict_page)
        no_overflow(strict_page)


def test_a_sheet_of_slips_fits_and_is_accessible(strict_page, size, axe, no_overflow, screenshot, sign_in):
    sign_in(person("BUSINESS_SUPPORT"))
    strict_page.goto(reverse("feedback_offered"))
    axe(strict_page)
    strict_page.goto(reverse("feedback_slips"))
    strict_page.get_by_label("Parents and carers").check()
    strict_page.get_by_label("Straight after").check()
    strict_page.get_by_role("button", name="Make the sheet").click()
    expect(strict_page.get_by_role("heading", name="A sheet of slips")).to_be_visible()
    screenshot(f"feedback-sheet-{size}")
    axe(strict_page)
    no_overflow(strict_page)
