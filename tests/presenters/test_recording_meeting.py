"""The day of a conference in words: needs, plans before, who is here, the quorum and what is missing."""

import datetime as dt
from dataclasses import replace

import pytest

from conferences.queries.invitations import Listed
from conferences.queries.preparation import Prepared
from conferences.queries.recording_meeting import MeetingDay
from conferences.views.presenters import recording_meeting as present
from tests.factories import (
    AttendanceFactory,
    BookingFactory,
    ChildFactory,
    HouseholdMemberFactory,
    InvitationFactory,
    MeetingRecordFactory,
    PlanFactory,
    RequestedChildFactory,
)
from tests.presenters.made import cells, made, person, said

HELD, EARLIER = dt.date(2018, 4, 24), dt.date(2018, 4, 20)


def day_of(*invited, record=None, chooses_minutes=True, **facts):
    amber = made(ChildFactory, given_names="Amber", family_name="Testcase")
    asked = made(RequestedChildFactory, child=amber)
    booking = made(BookingFactory, minute_taker=None if chooses_minutes else person("BUSINESS_SUPPORT"))
    booking.request._prefetched_objects_cache["children"] = [asked]
    known = Listed(booking.request, list(invited), [], "Enough agencies say that they come.", None)
    given = {"homes": {}, "plans": {}, "actions": [], "consultations": [], "unthought": [], "ties": []}
    given |= {"reports": {}, "arrivals": {}}
    given["prepared"] = Prepared(booking.request, booking, [], [], [], [])
    return MeetingDay(booking=booking, record=record, listed=known, **given | facts)


def invited(name, kind="", **fields):
    one = made(InvitationFactory, name=name, agency_kind=kind, is_report_asked=bool(kind), **fields)
    one.kind_name = "School or college" if kind else None
    return one


def record_of(*people):
    came = [
        made(AttendanceFactory, name=name, agency_kind="", is_family=True, mode=mode) for name, mode in people
    ]
    return made(MeetingRecordFactory, attendances=came, parts=[])


def test_it_is_called_by_its_children():
    assert present.title(day_of()) == "Amber Testcase"


def test_who_needs_something_is_told_with_what_and_nobody_else():
    needy = invited("Ann Testcase", needs_words="Speaks Inventish")
    needy.needs = ["INTERPRETER", "ACCESS"]
    rows = present.needs_rows(day_of(needy, invited("Bob Testcase")))
    assert said(rows) == {
        "Ann Testcase": "An interpreter and access: the building, hearing, sight or reading."
        " Speaks Inventish. Not arranged: an interpreter and access: the building, hearing, sight or reading."
    }


def test_those_who_live_in_one_home_are_told_together_without_an_address():
    amber = made(ChildFactory, given_names="Amber", family_name="Testcase")
    lives = made(HouseholdMemberFactory, child=amber, household__address="7 Fableway")
    rows = present.family_rows(day_of(homes={1: [lives]}))
    assert rows[1].key == "Living together" and rows[1].value == "Amber Testcase"
    assert "Fableway" not in str(rows)


def test_plans_before_are_told_with_their_days():
    day = day_of()
    child = day.booking.request.children.all()[0].child
    plans = [
        made(PlanFactory, child=child, start_date=dt.date(2015, 1, 5), end_date=dt.date(2015, 9, 1)),
        made(PlanFactory, child=child, start_date=dt.date(2018, 2, 5), latest_category="EMO"),
    ]
    assert present.plan_rows(day)[0].value == "No plan before"
    (row,) = present.plan_rows(replace(day, plans={child.pk: plans}))
    assert row.value == (
        "Neglect, 5 January 2015 to 1 September 2015; Emotional abuse, 5 February 2018 until now"
    )


def test_who_is_here_is_told_beside_the_answer_and_who_came_unasked_too():
    record = record_of(("Ann Testcase", "IN_PERSON"), ("Cat Testcase", "ABSENT"))
    shown = cells(
        present.people_table(
            day_of(invited("Edith Chalkdust", "SCHOOL"), invited("Ann Testcase"), record=record)
        )
    )
    assert [row[0].split()[0] for row in shown] == ["Ann", "Edith", "Cat"]
    assert [row[4] for row in shown][1] == "Not written down yet" and shown[2][2] == "Not on the list"


def test_before_anybody_is_here_the_quorum_is_as_it_is_foreseen():
    assert present.quorum(day_of(invited("Ann"))) == "Enough agencies say that they come."


@pytest.mark.parametrize(
    ("person_invited", "sentence"),
    [
        (invited("Edith Chalkdust", "SCHOOL", invited_date=EARLIER), "1 report not here: Edith Chalkdust"),
        (
            invited("Edith Chalkdust", "SCHOOL", invited_date=EARLIER, received_date=EARLIER),
            "Not shown to the family: the report of Edith Chalkdust",
        ),
        (invited("Ann Testcase"), "Not invited yet: Ann Testcase"),
    ],
)
def test_what_is_missing_is_named(person_invited, sentence):
    day = day_of(person_invited, chooses_minutes=False, record=record_of())
    assert [one.sentence for one in present.to_do(day, person("CHAIR"), HELD)] == [sentence]


def test_nothing_is_missing_where_all_is_there():
    came = invited("Ann Testcase", invited_date=EARLIER)
    day = day_of(came, chooses_minutes=False, record=record_of())
    assert present.to_do(day, person("CHAIR"), HELD) == []
    begun = [one.sentence for one in present.to_do(day_of(), person("CHAIR"), HELD)]
    assert begun[0] == "Nobody was chosen to take the minutes" and begun[-1] == "The record is not begun"


def test_who_arrives_apart_is_told_beside_their_name_with_the_time():
    first, then = invited("Ann Testcase", arrives="FIRST"), invited("Bob Testcase", arrives="USUAL")
    at = dt.datetime(2018, 4, 24, 8, 30, tzinfo=dt.UTC)
    day = day_of(first, then, arrivals={first.pk: at, then.pk: at + dt.timedelta(minutes=30)})
    rows = cells(present.people_table(day))
    assert "Arrives first, at 9:30am" in rows[0][0] and "Arrives after the first, at 10am" in rows[1][0]
