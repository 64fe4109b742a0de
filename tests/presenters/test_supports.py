"""Help that was tried in words: its kind, its days, how far it came, and on the timeline."""

import datetime as dt

import pytest

from conferences.views.presenters import supports
from tests.factories import SupportTriedFactory
from tests.presenters.made import made


def help_tried(**facts):
    return made(SupportTriedFactory, **facts)


def test_a_service_is_called_by_its_name():
    assert supports.kind_words(help_tried()) == "Family group conference"
    assert supports.kind_words(help_tried(kind="SERVICE", name="Invented Steps")) == (
        "Commissioned service: Invented Steps"
    )


def test_the_days_are_told_as_far_as_they_are_known():
    assert (
        supports.when(help_tried(ended_date=dt.date(2018, 6, 4))) == "offered 5 March 2018, ended 4 June 2018"
    )
    assert supports.when(help_tried(offered_date=None)) == "no day is known"


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "It is offered and has not started yet"),
        ({"uptake": "TAKEN_UP"}, "It was taken up"),
        ({"uptake": "DECLINED", "why_not": "NOT_WANTED"}, "It was declined: the family did not want it"),
        (
            {"uptake": "NEVER_STARTED", "why_not": "OTHER", "why_words": "Ida was ill"},
            "It never started: Ida was ill",
        ),
    ],
)
def test_how_far_it_came(facts, words):
    assert supports.uptake_words(help_tried(**facts)) == words


def test_the_timeline_says_what_it_was_to_change_once_and_whether_it_did():
    whole = help_tried(uptake="TAKEN_UP", did_change="NO", aim="Amy sleeps at home")
    assert supports.offered_text(whole) == (
        "Family group conference offered",
        ["To change: Amy sleeps at home."],
    )
    assert supports.started_text(whole) == ("Family group conference started", [])
    assert supports.ended_text(whole) == ("Family group conference ended", ["Did not change it."])
    undated = help_tried(offered_date=None, aim="Amy sleeps at home")
    assert supports.started_text(undated)[1] == ["To change: Amy sleeps at home."]
    declined = help_tried(uptake="DECLINED", why_not="NOT_SAFE")
    assert supports.offered_text(declined)[1][1] == "It was declined: it was not safe to go on with it."
