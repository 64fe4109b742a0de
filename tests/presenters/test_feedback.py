"""Feedback in words: rates, empty states and hidden numbers."""

import datetime as dt
from urllib.parse import parse_qsl

import pytest

from conferences.models import FeedbackAnswer, FeedbackLanguage, FeedbackOffer
from conferences.queries.feedback import STREAMS, Told
from conferences.queries.feedback_texts import Language, english
from conferences.rules.feedback import Giver, Pool, Theme, Wave, spread
from conferences.views.presenters import feedback as present
from safeguarding.models import User

JULY, SEPTEMBER = dt.date(2018, 7, 1), dt.date(2018, 9, 30)
STREAM = (Giver.PARENT, Wave.SOON)
TEXTS = english().texts


def pool(returned=7, offered=20, *, is_enough=True):
    return Pool(JULY, SEPTEMBER, returned, offered, is_enough)


def told(**changed):
    spreads = (spread("heard", [5] * 6 + [1, 1, None], 5),)
    given = {"pool": pool(), "spreads": spreads, "words": (), "themes": {}, "waiting": 0}
    return Told(**given | changed)


def cells(table):
    return [[cell.text if hasattr(cell, "text") else cell for cell in row] for row in table.rows]


@pytest.mark.parametrize(
    ("returned", "offered", "words"),
    [
        (7, 20, "7 of 20 (35.0%)"),
        (7, 7, "7 of 7 (100.0%)"),
        (7, 5, "7, more than were recorded as handed out (5)"),
    ],
)
def test_a_rate_says_how_many_of_how_many(returned, offered, words):
    assert present.rate(pool(returned, offered)) == words


def test_nothing_back_is_told_from_too_few():
    assert present.nothing_or_few(pool(0, 9, is_enough=False)) == "Nothing came back yet; 9 slips handed out"
    few = present.nothing_or_few(pool(4, 1, is_enough=False))
    assert few == "Too few came back to show; 1 slip handed out" and "4" not in few
    assert present.nothing_or_few(pool(0, 0, is_enough=False)).endswith("no slips handed out")


def test_the_groups_are_apart_each_with_its_latest_months():
    found = {one: [] for one in STREAMS} | {STREAM: [pool(), pool(2, 9, is_enough=False)]}
    table = present.streams_table(found, dict.fromkeys(STREAMS, 3))
    lines = cells(table)
    assert lines[0] == [
        "Parents and carers, straight after",
        "July 2018 to September 2018",
        "7 of 20 (35.0%)",
        "3 slips",
    ]
    assert lines[1][1] == "No quarter is over yet" and len(lines) == 6
    assert table.rows[0][0].href == "/feedback/parent/soon"


def test_all_months_stand_with_those_that_are_told_as_links():
    table = present.pools_table(STREAM, [pool(), pool(2, 9, is_enough=False)])
    assert [row[0].href for row in table.rows] == ["", "/feedback/parent/soon?from=2018-07-01"]
    assert "over" in present.pools_table(STREAM, []).empty


def test_answers_stand_under_the_worded_ends_of_the_scale():
    table = present.spread_table(STREAM, told(), TEXTS)
    heads = [column.label for column in table.columns]
    assert heads == ["Question", "1: Not at all", "2", "3", "4", "5: Yes, very much", "Left out"]
    assert cells(table) == [["People listened to what I said.", "c", "0", "0", "0", "6", "c"]]


def test_themes_of_few_are_hidden():
    table = present.themes_table(told(themes={Theme.HEARD: 7, Theme.PLACE: None}))
    assert table.rows == [["Being heard", "7"], ["The room, the time, the way there", "c"]]


def test_what_was_handed_out_leads_to_where_it_is_changed():
    offer = FeedbackOffer(
        pk=4,
        giver="CHILD",
        wave="LATER",
        number=3,
        recorded_by=User(full_name="Sample Chair"),
        recorded_at=dt.datetime(2018, 11, 12, 10, tzinfo=dt.UTC),
    )
    (line,) = cells(present.offers_table([offer]))
    assert line == ["Children and young people", "Two weeks later", "3", "12 November 2018, Sample Chair"]
    assert present.offer_name(offer) == "Children and young people, two weeks later: slips handed out"
    assert "Nothing is recorded" in present.offers_table([]).empty


def test_words_stand_by_their_beginning_and_how_far_they_are():
    one = FeedbackAnswer(giver="PARENT", wave="SOON", quarter=JULY, words="a" * 80)
    (line,) = present.words_table([one], is_read=False).rows
    assert line[0].text == "a" * 60 + "…" and line[2].text == "From July 2018"
    assert line[3].tag.text == "To read" and present.read_as(one) == ""
    one.read_as = "HARM"
    (line,) = present.words_table([one], is_read=True).rows
    assert line[3].tag.text == "Not shown"


def language(**row):
    saved = FeedbackLanguage(**row) if row else None
    return Language("so", "Somali", "Soomaali", False, TEXTS, saved)


def test_a_language_says_whether_somebody_checked_it():
    checked = language(checked_by="Lingua", checked_date=JULY)
    assert present.language_line(checked).words == "Checked by Lingua, 1 July 2018"
    assert present.language_line(language()).tag.text == "Not checked"
    part = Language("so", "Somali", "Soomaali", False, {"send": "Dir"})
    assert present.language_line(part).tag.text == "Not whole"
    assert present.language_line(english()).words == "The service’s own words"


def test_english_is_seen_and_not_changed():
    table = present.languages_table([english(), language()], "en")
    assert [row[0].href for row in table.rows] == ["", "/feedback/languages/so"]


def test_what_was_said_is_recorded_with_the_group_and_the_months_filled_in():
    href = present.heard_href(STREAM, pool())
    query = dict(parse_qsl(href.partition("?")[2]))
    assert present.from_feedback(query) == {
        "group": "PARENTS",
        "how_heard": "Feedback after conferences, July 2018 to September 2018",
    }


@pytest.mark.parametrize(
    "query", [{}, {"group": "PARENTS"}, {"group": "X", "months": "July 2018 to July 2018"}]
)
def test_no_other_address_fills_anything_in(query):
    assert present.from_feedback(query) == {}
