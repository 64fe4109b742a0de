"""What may be told of help that was tried: what each answer needs, and the days that it can have."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.rules.children import Birth
from conferences.rules.supports import (
    DidChange,
    KnownFrom,
    SupportKind,
    Told,
    Uptake,
    WhyNot,
    goes_on,
    problems,
)

ON = date(2018, 4, 11)
BORN = {"Amber Sample": Birth(date(2012, 5, 1))}
HELD = Told(
    kind=SupportKind.FAMILY_GROUP_CONFERENCE,
    uptake=Uptake.TAKEN_UP,
    known_from=KnownFrom.OURS,
    aim="An aunt has the child each weekend",
    offered_date=date(2018, 1, 8),
    started_date=date(2018, 2, 5),
    ended_date=date(2018, 2, 5),
    did_change=DidChange.PARTLY,
)
DECLINED = replace(
    HELD, uptake=Uptake.DECLINED, started_date=None, ended_date=None, did_change="", why_not=WhyNot.NO_PLACE
)


def said(told, births=BORN, on=ON):
    return [(one.field, one.sentence) for one in problems(told, births=births, on=on)]


def test_what_is_whole_is_refused_nothing():
    waiting = replace(DECLINED, uptake=Uptake.WAITING, why_not="")
    undated = replace(HELD, offered_date=None, started_date=None, ended_date=None)
    assert [said(one) for one in (HELD, DECLINED, waiting, undated)] == [[], [], [], []]


def test_what_is_missing_is_said_beside_each_field():
    assert [field for field, _ in said(Told(None, None, None, " "))] == [
        "kind",
        "uptake",
        "aim",
        "known_from",
    ]


@pytest.mark.parametrize(
    ("told", "field", "sentence"),
    [
        (replace(HELD, kind=SupportKind.SERVICE), "name", "Enter the name of the service or support"),
        (replace(HELD, did_change=""), "did_change", "Select whether it changed this"),
        (replace(DECLINED, why_not=""), "why_not", "Select why it was not taken up"),
        (replace(DECLINED, why_not=WhyNot.OTHER), "why_words", "Enter the reason"),
        (
            replace(DECLINED, started_date=date(2018, 2, 5)),
            "started_date",
            "It was not taken up, so leave this day empty",
        ),
        (
            replace(DECLINED, uptake=Uptake.WAITING, why_not="", offered_date=None),
            "offered_date",
            "Enter the day it was offered",
        ),
        (
            replace(HELD, ended_date=date(2018, 2, 4)),
            "ended_date",
            "The day it ended must be the day it started or later",
        ),
        (
            replace(HELD, started_date=None, ended_date=date(2018, 1, 7)),
            "ended_date",
            "The day it ended must be the day it was offered or later",
        ),
        (
            replace(HELD, ended_date=ON + timedelta(days=1)),
            "ended_date",
            "The day it ended must be today or earlier",
        ),
        (
            replace(HELD, offered_date=date(2010, 1, 8)),
            "offered_date",
            "The day it was offered is long before the child’s birth, 1 May 2012",
        ),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(told, field, sentence):
    assert said(told) == [(field, sentence)]


def test_of_several_children_the_one_is_named_who_was_not_born():
    births = BORN | {"Basil Sample": Birth(date(2019, 1, 7), is_expected=True)}
    assert said(HELD, births)[0] == (
        "offered_date",
        "The day it was offered is long before Basil Sample’s expected birth, 7 January 2019",
    )


def test_what_belongs_to_another_answer_is_left_out():
    typed = replace(HELD, name="A service", why_not=WhyNot.OTHER, why_words="A reason")
    assert typed.fitting == HELD
    typed = replace(DECLINED, did_change=DidChange.YES, why_words="A reason")
    assert typed.fitting == DECLINED
    assert replace(HELD, uptake=Uptake.WAITING, why_not="OTHER").fitting.did_change == ""


@pytest.mark.parametrize(
    ("uptake", "ended", "change", "is_so"),
    [
        ("WAITING", None, "", True),
        ("TAKEN_UP", None, "YES", True),
        ("TAKEN_UP", ON, "NOT_KNOWN", True),
        ("TAKEN_UP", ON, "NO", False),
        ("DECLINED", None, "", False),
        ("NEVER_STARTED", None, "", False),
    ],
)
def test_more_is_told_until_its_end_and_what_it_changed_are_known(uptake, ended, change, is_so):
    assert goes_on(uptake, ended, change) is is_so


DAYS = st.one_of(st.none(), st.dates(date(2015, 1, 1), date(2020, 1, 1)))


@given(DAYS, DAYS, DAYS)
def test_days_are_refused_where_one_is_to_come_or_they_are_out_of_order(offered, started, ended):
    told = replace(HELD, offered_date=offered, started_date=started, ended_date=ended)
    given_days = [day for day in (offered, started, ended) if day]
    fits = all(day <= ON for day in given_days) and given_days == sorted(given_days)
    assert (said(told) == []) is fits
