"""The form of a slip and the slip itself: in each language, from right to left, in easy words."""

import datetime as dt
import re

import pytest

from conferences.forms.feedback import GivingForm
from conferences.queries.feedback_texts import _supplied, english
from conferences.rules.feedback import QUESTIONS, Giver, Wave
from conferences.views.presenters.feedback_form import Look, form_page, look_for, sheet, square

LANGUAGES = list(_supplied().values())
URDU = _supplied()["ur"]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.code)
@pytest.mark.parametrize("giver", list(Giver))
def test_every_form_stands_in_every_language(language, giver):
    for style in ("usual", "easy"):
        page = form_page(Look(language, style), giver, Wave.LATER)
        assert len(page.questions) == len(QUESTIONS[giver])
        said = [page.title, page.intro, page.scale, *(one.words for one in page.questions)]
        assert all(said) and not any("{" in text for text in said)
        ends = [option.end for option in page.questions[0].options]
        assert ends == [language.texts["low"], "", "", "", language.texts["high"]]


def test_what_is_asked_for_is_shown_and_english_otherwise():
    found = look_for(LANGUAGES, "ur", "large", "usual")
    assert (found.language.code, found.language.direction, found.style) == ("ur", "rtl", "large")
    other = look_for(LANGUAGES, "xx", "<script>", "easy")
    assert (other.language.code, other.style) == ("en", "easy")


def test_each_language_is_named_in_itself_with_its_direction():
    links = look_for(LANGUAGES, "ur", "", "usual").lang_codes
    told = [(link.text, code, direction, link.current) for link, code, direction in links]
    assert ("اردو", "ur", "rtl", True) in told and ("Polski", "pl", "ltr", False) in told


def test_what_was_chosen_and_typed_stays_with_what_is_wrong():
    texts = english().texts
    form = GivingForm({"heard": "", "words": "a" * 2001, "told": "4"}, giver=Giver.PARENT, texts=texts)
    assert form.is_valid()
    form.add_error("words", texts["too_long"])
    page = form_page(Look(english(), "usual"), Giver.PARENT, Wave.SOON, form)
    assert [one.number for one in page.questions[0].options if one.is_chosen] == [4]
    assert page.typed == "a" * 2001 and page.problems == [(texts["too_long"], "words")]


def test_a_slip_says_its_code_its_address_and_from_when():
    look = Look(URDU, "large")
    page = sheet(look, ["2345BCDFGH"], "https://unit.example/say", dt.date(2018, 11, 26))
    assert page.address == "unit.example/say" and "26/11/2018" in page.later
    assert page.slips[0].code == "2345B CDFGH"
    assert sheet(look, [], "https://unit.example/say", None).later == ""


def test_a_square_is_dark_and_light_with_a_margin():
    drawn = square("https://unit.example/say/2345BCDFGH?l=ur&s=large")
    size = int(re.search(r'viewBox="0 0 (\d+)', drawn)[1])
    cells = [(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)h1", drawn)]
    assert min(min(one) for one in cells) == 4 and max(max(one) for one in cells) == size - 5
    assert "style=" not in drawn and 'aria-hidden="true"' in drawn
