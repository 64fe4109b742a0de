"""The visitor of `make trial`: reads a page as a browser does, and sends what is on it alone."""

import datetime as dt
from types import SimpleNamespace

import pytest

from scripts.trial import people
from scripts.trial.clock import LONDON, MORNING, Clock, fitting
from scripts.trial.page import Page
from scripts.trial.service import Service
from scripts.trial.visitor import TrialError, filled, multipart

FORM = """
<h1>Fable</h1><a class="x" href="/next">Go  <span>on</span></a>
<form method="post" action="/there"><input type="hidden" name="token" value="t">
<input id="a" type="radio" name="team" value="1"><label for="a">North team</label>
<input id="b" type="radio" name="team" value="2" checked><label for="b">South team</label>
<select name="kind"><option value="">Choose</option><option value="POL">Police</option></select>
<textarea name="notes">
Two &amp; three</textarea><input type="file" name="file">
<template><input name="unseen" value="1"></template>
<button name="step" value="confirm">Send it</button></form>
"""
WRONG = (
    '<div class="govuk-error-summary"><div class="govuk-error-summary__body"><ul><li><a href="#a">'
    "Enter a name</a></li></ul></div></div>"
)


@pytest.fixture
def form():
    return Page(FORM, 200, "/here").forms[0]


def test_what_stands_on_the_page_is_sent(form):
    data, files = filled(form, form.button("Send it"), {})
    assert data == [
        ("token", "t"),
        ("team", "2"),
        ("kind", ""),
        ("notes", "Two & three"),
        ("step", "confirm"),
    ]
    assert files == []


def test_a_choice_may_be_named_by_its_words(form):
    data, _ = filled(form, form.button("Send it"), {"team": "North team", "kind": "Police"})
    assert ("team", "1") in data and ("kind", "POL") in data and ("team", "2") not in data


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [({"other": "1"}, "no field other"), ({"unseen": "1"}, "no field unseen"), ({"team": "West"}, "West")],
)
def test_what_is_not_on_the_page_is_not_sent(form, answers, sentence):
    with pytest.raises(TrialError, match=sentence):
        filled(form, form.button("Send it"), answers)


def test_a_file_is_sent_as_it_is(form):
    body, kind = multipart(*filled(form, form.button("Send it"), {"file": ("a.csv", b"\xff\r\n")}))
    assert b'name="file"; filename="a.csv"' in body and b"\xff\r\n" in body
    assert body.count(kind.rpartition("=")[2].encode()) == 7


def test_a_page_says_what_is_wrong():
    assert Page(WRONG, 200, "/").wrong == "Enter a name"
    assert Page("<h1>Not here</h1>", 404, "/").wrong == "The answer is 404: Not here"
    assert Page(FORM, 200, "/").wrong == ""
    assert Page(FORM, 200, "/").links == [("Go on", "/next")]


def test_an_app_shows_the_code_of_the_moment(monkeypatch):
    """RFC 6238, appendix B, its last six digits."""
    monkeypatch.setattr(people, "time", SimpleNamespace(time=lambda: 1111111109))
    assert people.code("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ") == "081804"


def test_the_start_lines_are_the_readmes(tmp_path):
    lines = Service(tmp_path, 4321, 25, Clock()).lines()
    assert set(lines) == {"web", "worker", "beat"}
    assert "127.0.0.1:4321" in lines["web"] and f"{tmp_path}/beat-schedule" in lines["beat"]


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (dt.datetime(2026, 11, 26, 19), dt.date(2026, 11, 27)),
        (dt.datetime(2026, 11, 26, 3), dt.date(2026, 11, 26)),
        (dt.datetime(2026, 11, 28, 12), dt.date(2026, 11, 30)),
        (dt.datetime(2026, 12, 25, 12), dt.date(2026, 12, 29)),
        (dt.datetime(2026, 3, 28, 12), dt.date(2026, 3, 30)),
    ],
)
def test_where_no_conference_can_begin_it_is_the_next_working_morning(at, day):
    """The evening, the small hours, a weekend, a bank holiday, and a clock put forward in between."""
    at = at.replace(tzinfo=LONDON)
    clock = fitting(at)
    shown = (at.astimezone(dt.UTC) + clock.ahead).astimezone(LONDON)
    assert shown == dt.datetime.combine(day, MORNING, LONDON)
    assert "clock is set ahead" in clock.sentence and "TRIAL_AHEAD_SECONDS" in clock.environment


def test_in_working_hours_no_clock_is_touched():
    clock = fitting(dt.datetime(2026, 11, 26, 12, tzinfo=LONDON))
    assert clock == Clock() and clock.environment == {} and clock.sentence == ""
