"""Exclusions in words: what was asked for and decided, what is left, and who may do it."""

import datetime as dt
from types import SimpleNamespace

import pytest

from conferences.queries.exclusions import ExclusionFacts
from conferences.rules.local_days import EXCLUSIONS, LocalDay
from conferences.views.presenters import exclusions as present
from tests.factories import (
    BookingFactory,
    ExclusionFactory,
    InvitationFactory,
    RequestedChildFactory,
    RequestFactory,
)
from tests.presenters.made import made, person

DAYS = [LocalDay(next(iter(EXCLUSIONS)), dt.date(2018, 3, 2), "3 working days before")]
DECIDED = {
    "answer": "WHOLE",
    "reasons": "Safety",
    "instead": "WRITTEN",
    "instead_words": "By Friday",
    "letter_why": "So that all can speak",
    "teller": "Worker Exemplar",
    "decided_at": dt.datetime(2018, 3, 6, 10, tzinfo=dt.UTC),
}


def named(name, role):
    user = person(role)
    user.full_name = name
    return user


def meeting(chair):
    asked = made(RequestedChildFactory, child__given_names="Amber", child__family_name="Fableton")
    request = made(RequestFactory, state="BOOKED", children=[asked])
    return made(BookingFactory, request=request, chair=chair)


def one(booking, **fields):
    if fields.get("answer"):
        fields = {"decided_by": booking.chair} | fields
    return made(ExclusionFactory, request=booking.request, **fields)


def page(booking, reader, exclusion, *, days=(), invited=False):
    found = ExclusionFacts(exclusion, booking)
    return present.page(found, booking.request, reader, days=days, invited=invited)


def rows(found):
    return {row.key: str(row.value) for row in found}


def acts(found):
    return [link.text for link in found.acts]


def test_the_chair_is_offered_to_decide_and_others_are_told_who_does():
    chair, support = named("Ann Chair", "CHAIR"), named("Sam Support", "BUSINESS_SUPPORT")
    booking = meeting(chair)
    asked = one(booking)
    own, theirs = page(booking, chair, asked), page(booking, support, asked)
    assert acts(own) == ["Decide", "Change what is asked for", "Lift the exclusion"] and own.note == ""
    assert acts(theirs) == ["Change what is asked for", "Lift the exclusion"]
    assert theirs.note.endswith("That is Ann Chair.")
    waits = present.page(ExclusionFacts(asked, None), booking.request, chair, days=(), invited=False)
    assert "not in the diary yet" in waits.note and "Decide" not in acts(waits)


def test_what_is_asked_for_too_late_says_so():
    booking = meeting(person("CHAIR"))
    late = page(booking, booking.chair, one(booking, asked_date=dt.date(2018, 3, 5)), days=DAYS)
    assert "Late: it was to reach the chair by" in rows(late.asked)["Asked for on"]
    in_time = page(booking, booking.chair, one(booking, asked_date=dt.date(2018, 3, 2)), days=DAYS)
    assert "Late" not in rows(in_time.asked)["Asked for on"]
    assert present.by_when(DAYS).startswith("A request to exclude a family member reaches the chair by")
    assert present.by_when([]) == ""


def test_a_decision_says_how_they_take_part_and_what_is_left():
    booking = meeting(person("CHAIR"))
    found = page(booking, booking.chair, one(booking, **DECIDED), invited=True)
    told = rows(found.decided)
    assert told["How they take part"] == "In writing. By Friday" and told["Told"] == "Not yet"
    assert told["What they get afterwards"] == "The chair has not decided yet"
    assert found.note == "They are not told yet. Worker Exemplar tells them."
    assert "is invited and excluded" in found.warnings[0]
    assert acts(found)[:3] == [
        "Change the decision",
        "Record that they were told",
        "Decide what they get afterwards",
    ]


def test_what_they_get_is_said_with_who_decided_it():
    chair = named("Ann Chair", "CHAIR")
    booking = meeting(chair)
    given = {"gets_letter": "YES", "gets_record": "NO", "outcome_words": "Their right", "outcome_by": chair}
    one_of = one(booking, **DECIDED, **given, outcome_at=DECIDED["decided_at"])
    said = rows(page(booking, chair, one_of).decided)["What they get afterwards"]
    assert said.startswith("They get the decision letter. Ann Chair, ") and said.endswith("Their right.")


def test_one_that_was_lifted_offers_nothing_more():
    booking = meeting(person("CHAIR"))
    at = DECIDED["decided_at"]
    lifted = one(booking, lift_reason="CHANGED", lifted_by=booking.chair, lifted_at=at)
    found = page(booking, booking.chair, lifted)
    assert acts(found) == [] and found.tag.text == "Lifted" and found.note == ""
    assert rows(found.decided)["Lifted"] == "What it was asked or decided for has changed."


@pytest.mark.parametrize(
    ("fields", "key", "line"),
    [
        ({}, "Exclusion asked for", "Jay Exemplar: the chair has not decided."),
        (
            DECIDED,
            "Excluded",
            "Jay Exemplar: excluded from the whole conference. How they take part: in writing. By Friday.",
        ),
    ],
)
def test_the_pages_of_the_meeting_have_a_line_of_each(fields, key, line):
    booking = meeting(person("CHAIR"))
    (row,) = present.excluded_rows([one(booking, **fields)])
    assert (row.key, row.value) == (key, line)
    assert present.excluded_rows([one(booking, **DECIDED | {"answer": "NOT", "instead": ""})]) == []


def test_what_is_left_to_do_is_listed_for_the_day():
    booking = meeting(person("CHAIR"))
    exclusions = [one(booking, name="Kay"), one(booking, **DECIDED)]
    people = [made(InvitationFactory, name="Jay Exemplar", agency_kind="")]
    found = present.undone(SimpleNamespace(exclusions=exclusions, people=people))
    assert [sentence.split(":")[0] for sentence, _ in found] == [
        "The exclusion of Kay is not decided",
        "Not told yet of the exclusion",
        "Jay Exemplar is invited and excluded from the whole conference. Take them off the list, and tell"
        " them",
    ]
    assert present.attendance_lines(exclusions) == [
        "Jay Exemplar: excluded from the whole conference. How they take part: in writing. By Friday."
    ]
    table = present.excluded_table(exclusions)
    assert [row[0].text for row in table.rows] == ["Kay", "Jay Exemplar"]
