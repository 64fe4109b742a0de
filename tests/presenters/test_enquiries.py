"""An enquiry in words: what became of it, what this person may tell otherwise, and each change."""

import datetime as dt

import pytest

from conferences.queries.enquiries import Builds
from conferences.views.presenters.enquiries import acts, change_text, enquiry_page, outcome_words
from tests.factories import (
    EnquiryChangeFactory,
    EnquiryFactory,
    RequestedChildFactory,
    StrategyDiscussionFactory,
    UserFactory,
)
from tests.presenters.made import made, person

NOBODY = Builds([], None)


def enquiry(**fields):
    talk = made(StrategyDiscussionFactory, held_date=dt.date(2018, 4, 9))
    return made(EnquiryFactory, discussion=None, discussions=[talk], changes=[], **fields)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Not recorded yet"),
        ({"conference_need": "NOT_NEEDED"}, "Conference not needed (the day is not known)"),
        ({"outcome": "LEGAL_ACTION", "outcome_date": dt.date(2018, 4, 11)}, "Legal action, 11 April 2018"),
    ],
)
def test_what_became_of_it(fields, words):
    assert outcome_words(enquiry(**fields)) == words


@pytest.mark.parametrize(
    ("role", "count"), [("TEAM_MANAGER", 4), ("SOCIAL_WORKER", 2), ("STRATEGIC_LEAD", 2), ("CHAIR", 0)]
)
def test_each_is_offered_what_their_role_may_do(role, count):
    about = enquiry()
    assert len(acts(about, about.child, person(role))) == count


def test_a_void_one_says_so_and_is_only_put_back():
    at, by = dt.datetime(2018, 4, 11, 10, tzinfo=dt.UTC), made(UserFactory, full_name="Sample Manager")
    void = enquiry(voided_at=at, voided_by=by, voided_reason="TWICE", voided_words="There already.")
    page = enquiry_page(void, NOBODY, person("TEAM_MANAGER"))
    assert page.void.startswith("This enquiry is void: it was recorded twice (Sample Manager,")
    assert [act.text for act in page.acts] == ["Put this enquiry back"]


def test_a_request_that_stands_on_it_is_led_to():
    asked = made(RequestedChildFactory)
    page = enquiry_page(enquiry(), Builds([asked], None), person("TEAM_MANAGER"))
    assert str(asked.request.ref) in page.stands[0].href
    assert page.rows[-1].value.startswith("Requested ")


def test_a_change_of_the_start_tells_both_days_the_reason_and_who():
    change = made(
        EnquiryChangeFactory,
        kind="START",
        reason="ANEW",
        day_before=dt.date(2018, 4, 9),
        day=dt.date(2018, 4, 16),
        words="Nearer the birth",
        changed_by__full_name="Sample Manager",
    )
    title, lines = change_text(change)
    assert title == "Start of a section 47 enquiry changed"
    assert lines[0] == "From 9 April 2018 to 16 April 2018."
    assert lines[2:] == ["Nearer the birth.", "By Sample Manager, 9 April 2018."]
