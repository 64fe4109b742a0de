"""The words of the forms: each language says all of it, and none is offered unchecked."""

import datetime as dt
import json
from pathlib import Path

import pytest

from conferences.rules.feedback import QUESTIONS
from conferences.rules.feedback_texts import is_whole, key_shown, language_problems, places

FOLDER = Path(__file__).parents[2] / "conferences" / "data" / "feedback"
FILES = sorted(FOLDER.glob("*.json"))
ENGLISH = json.loads((FOLDER / "en.json").read_text())["texts"]
ON = dt.date(2018, 11, 12)


def told(**changed):
    texts = changed.pop("texts", ENGLISH)
    given = {"code": "so", "name": "Somali", "own_name": "Soomaali", "checked_by": "", "checked_date": None}
    return language_problems(**given | changed, texts=texts, english=ENGLISH, on=ON)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_language_that_comes_with_the_service_is_whole(path):
    one = json.loads(path.read_text())
    assert one["code"] == path.stem and is_whole(one["texts"], ENGLISH)
    assert one["texts"].keys() == ENGLISH.keys()


def test_there_is_english_and_one_that_is_written_from_right_to_left():
    found = {path.stem: json.loads(path.read_text())["is_rtl"] for path in FILES}
    assert found == {"en": False, "pl": False, "ro": False, "ur": True}


def test_every_question_has_its_words():
    asked = [f"q.{giver.value}.{name}" for giver, names in QUESTIONS.items() for name in names]
    assert [key for key in asked if key not in ENGLISH] == []


def test_easy_words_stand_in_the_place_of_the_usual_where_there_are_some():
    assert key_shown("q.PARENT.told", ENGLISH, easy=True) == "I knew what would happen."
    assert key_shown("q.CHILD.heard", ENGLISH, easy=True) == "People listened to me."
    assert key_shown("q.PARENT.told", ENGLISH, easy=False).startswith("Somebody told me")


def test_what_is_filled_in_stays_in_the_words():
    assert places("from {low} to {high}") == ["{high}", "{low}"]
    (found,) = told(texts=ENGLISH | {"slip.later": "Later"})
    assert found.field == "slip.later" and found.sentence == "Keep {day} as it is: it is filled in there"


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"code": "Somali"}, "code", "Enter the code of the language: two or three small letters, like so"),
        ({"code": "en"}, "code", "The English words come with the service, and stay"),
        ({"name": ""}, "name", "Enter the name of the language in English"),
        ({"own_name": " "}, "own_name", "Enter the name of the language in the language itself"),
        ({"checked_date": ON}, "checked_by", "Enter who checked it"),
        ({"checked_by": "Lingua"}, "checked_date", "Enter when it was checked"),
        (
            {"checked_by": "Lingua", "checked_date": dt.date(2018, 11, 13)},
            "checked_date",
            "The day must be today or earlier",
        ),
    ],
)
def test_what_is_missing_is_said_beside_its_field(changed, field, sentence):
    assert [(one.field, one.sentence) for one in told(**changed)] == [(field, sentence)]


def test_words_may_wait_until_the_language_is_checked():
    part = {"send": "Dir"}
    assert told(texts=part) == [] and not is_whole(part, ENGLISH)
    found = told(texts=part, checked_by="Lingua", checked_date=ON)
    assert {one.field for one in found} == ENGLISH.keys() - {"send"}
