"""The versions of a letter that is kept, in words, whatever it is of."""

import datetime as dt
from types import SimpleNamespace

from conferences.views.presenters.letters_kept import Versions, versions_table
from tests.presenters.made import cells, person

AT = dt.datetime(2018, 3, 6, 10, tzinfo=dt.UTC)


def version(number=1, **fields):
    values = {"changed": "", "left_out": "", "sent_date": None, "sent_by": None, "sent_how": ""} | fields
    values = {"taken_back_at": None} | values
    return SimpleNamespace(version=number, made_at=AT, made_by=person("BUSINESS_SUPPORT"), **values)


def rows(*kept, since=(), **fields):
    values = {"title": "Letters", "sends": True, "is_open": True} | fields
    ways = {
        "file": lambda one, suffix: f"/{one.version}.{suffix}",
        "sent": lambda one: f"/{one.version}/sent",
    }
    return versions_table(Versions(kept=kept, since=since, **values, **ways))


def test_the_newest_may_be_sent_and_says_what_is_other_since():
    table = rows(version(2, changed="the hour"), version(), since=["It names another day."])
    newest, before = cells(table)
    assert "It names another day." in newest[0] and "Other than before: the hour." in newest[1]
    assert newest[5] == "Record that it was sent" and table.rows[0][5].href == "/2/sent"
    assert before[0] == "1 Replaced" and before[5] == "Not sent"


def test_what_shows_that_it_went_stands_beside_it():
    went = {
        "sent_date": AT.date(),
        "sent_by": person("CHAIR"),
        "sent_how": "POST",
        "sent_proof": "Post book, 3",
    }
    ((*_, sent),) = cells(rows(version(**went)))
    assert sent.startswith("6 March 2018, by post") and "Post book, 3" in sent
    assert rows(version(**went), is_open=False).rows[0][5].href == ""


def test_why_it_may_go_where_something_was_in_doubt_stands_beside_it():
    ((_, made, *_),) = cells(rows(version(doubt_words="The chair: by hand")))
    assert "Why it may go: The chair: by hand." in made


def test_who_sends_none_is_given_no_files():
    ((_, _, word, pdf, large, sent),) = cells(rows(version(), sends=False))
    assert (word, pdf, large, sent) == ("", "", "", "Not sent")
