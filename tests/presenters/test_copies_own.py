"""The children's own versions as a table, and in a child's story."""

import datetime as dt
import uuid
from types import SimpleNamespace

import pytest

from conferences.queries.copies_own import OwnStanding
from conferences.views.presenters.copies_own import (
    given_text,
    given_words,
    line_reading,
    none_text,
    none_words,
    own_table,
)
from tests.presenters.made import person

DAY, REF = dt.date(2018, 4, 24), uuid.uuid4()
NOON = dt.datetime(2018, 4, 24, 12, tzinfo=dt.UTC)


def told(**fields):
    values = {"line": "", "none_at": None, "none_reason": "", "none_words": "", "none_by": None}
    return SimpleNamespace(**values | fields)


def version(**fields):
    values = {"pk": 7, "sent_date": None, "sent_how": "", "sat_with": "", "child_said": ""}
    return SimpleNamespace(**values | fields)


GIVEN = version(sent_date=DAY, sent_how="BY_HAND", sat_with="Wes Worker", child_said="Thank you")
NONE = told(none_at=NOON, none_reason="HARM", none_words="He is watched", none_by=person("BUSINESS_SUPPORT"))


def row(versions=(), of=None, due=DAY, is_chair=False):
    child = SimpleNamespace(display_name="Amy Testcase", ref=uuid.uuid4())
    part = SimpleNamespace(requested_child=SimpleNamespace(child=child))
    (cells,) = own_table([OwnStanding(part, versions, of, due)], REF, is_chair=is_chair).rows
    return [f"{cell.text} {cell.note}".strip() for cell in cells]


@pytest.mark.parametrize(
    ("versions", "of", "said"),
    [
        ((), None, "Due by Tuesday 24 April 2018"),
        ((version(),), None, "Made, and not given yet"),
        ((GIVEN,), None, "Wes Worker sat with them"),
        ((), NONE, "None will be given"),
    ],
)
def test_a_child_s_row_says_how_theirs_stands(versions, of, said):
    assert said in row(versions, of)[1]


def test_only_the_chair_is_led_to_the_line_and_its_reading_age_stands_beside_it():
    of = told(line="I liked your drawing.")
    assert "Reading age" in row((), of)[2] and row((), of)[2].startswith("I liked")
    assert row((), of, is_chair=True)[2].startswith("Change what you say")
    assert row()[2] == "Nothing" and row(is_chair=True)[2] == "Say something"
    assert line_reading("") == ""


def test_who_was_given_theirs_is_not_said_to_get_none():
    assert row((GIVEN,))[3] == "It was given" and row()[3] == "None will be given"
    assert row((), NONE)[3].startswith("Change it or take it back")


def test_the_story_tells_that_it_was_given_and_why_not():
    assert given_text(GIVEN)[1] == [given_words(GIVEN)] and "The child said: Thank you" in given_words(GIVEN)
    assert none_text(NONE)[1] == [none_words(NONE)] and "It would harm them. He is watched." in none_words(
        NONE
    )
    assert none_words(told()) == none_words(None) == ""
