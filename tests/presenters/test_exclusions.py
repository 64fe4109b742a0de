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

AHEAD = dt.datetime(2018, 1, 1, 9, tzinfo=dt.UTC)
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


def page(booking, reader, exclusion, *, days=(), invited=False, before=(), at=AHEAD):
    found = ExclusionFacts(exclusion, booking)
    return present.page(found, booking.request, reader, at=at, days=days, invited=invited, before=before)


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
    found = ExclusionFacts(asked, None)
    waits = present.page(found, booking.request, chair, at=AHEAD, days=(), invited=False)
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
    assert found.note.startswith("They are not told yet. Worker Exemplar tells them.")
    assert "is invited and excluded" in found.warnings[0]
    assert acts(found)[:4] == [
        "Change the decision",
        "Say how a letter comes to them",
        "Record that they were told",
        "Decide what they get afterwards",
    ]


def test_what_they_get_is_said_with_who_decided_it():
    chair = named("Ann Chair", "CHAIR")
    booking = meeting(chair)
    given = {"gets_letter": "YES", "gets_record": "NO", "outcome_words": "Their right", "outcome_by": chair}
    one_of = one(booking, **DECIDED, **given, outcome_at=DECIDED["decided_at"])
    said = rows(page(booking, chair, one_of).decided)["What they get afterwards"]
    assert said.startswith("They get the decision letter. Ann Chair, ") and "Their right. They are" in said


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


BY_HAND = {"way": "HAND", "way_words": "Worker Exemplar"}


@pytest.mark.parametrize(
    ("way", "told", "row", "offered"),
    [
        ({}, "no letter reaches them: say how one comes to them", "Not recorded", False),
        ({"way": "NONE"}, "they have to be told in person. Record it once", "No letter can reach", False),
        (BY_HAND, "Worker Exemplar tells them.", "Somebody hands it to them: Worker Exemplar", True),
    ],
)
def test_of_somebody_known_by_name_alone_it_says_how_a_letter_comes_to_them(way, told, row, offered):
    booking = meeting(person("CHAIR"))
    found = page(booking, booking.chair, one(booking, **DECIDED | way))
    assert told in found.note
    assert rows(found.decided)["How a letter comes to them"].startswith(row)
    assert ("Make their letter" in acts(found)) is offered


def test_no_letter_is_offered_once_the_conference_has_begun():
    booking = meeting(person("CHAIR"))
    begun = page(booking, booking.chair, one(booking, **DECIDED | BY_HAND), at=booking.starts_at)
    assert "Make their letter" not in acts(begun)


def test_who_leads_the_unit_is_offered_to_decide_in_place_of_the_chair_and_it_is_said():
    lead = named("Lee Lead", "STRATEGIC_LEAD")
    booking = meeting(person("CHAIR"))
    asked = page(booking, lead, one(booking))
    assert acts(asked) == ["Decide in place of the chair"]
    assert asked.note.endswith("Where they cannot, you may decide in their place.")
    given = {"gets_letter": "YES", "gets_record": "NO", "outcome_words": "Their right", "outcome_by": lead}
    why = {"decided_by": lead, "decided_in_place": "Ill", "outcome_in_place": "Still ill"}
    at = {"outcome_at": DECIDED["decided_at"]}
    found = page(booking, lead, one(booking, **DECIDED | given | why | at))
    assert acts(found) == [
        "Change the decision in place of the chair",
        "Decide what they get afterwards, in place of the chair",
    ]
    told = rows(found.decided)
    assert told["In place of the chair"] == "Ill"
    assert "In place of the chair: Still ill." in told["What they get afterwards"]
    assert told["What they get afterwards"].endswith("tells them of the outcome does it in person.")


def test_a_telling_may_be_corrected_and_says_what_was_recorded_before():
    support = named("Sam Support", "BUSINESS_SUPPORT")
    booking = meeting(person("CHAIR"))
    told = {"told_how": "LETTER", "told_date": dt.date(2018, 3, 6), "told_by": support}
    before = one(booking, **DECIDED | told | {"told_how": "TELEPHONE"})
    found = page(booking, support, one(booking, **DECIDED | told), before=[before])
    assert rows(found.decided)["Told"] == "6 March 2018, by letter. Recorded by Sam Support."
    assert rows(found.decided)["Recorded before"].startswith("6 March 2018, by telephone.")
    assert "Correct when and how they were told" in acts(found)


def test_told_before_it_was_decided_says_why():
    booking = meeting(person("CHAIR"))
    told = {"told_how": "TELEPHONE", "told_date": dt.date(2018, 3, 5), "told_by": booking.chair}
    found = page(booking, booking.chair, one(booking, **DECIDED | told))
    assert "The conference was held before it was entered here" in rows(found.decided)["Told"]
