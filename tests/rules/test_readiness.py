"""How ready a conference is: by what is recorded, by its day, and never ready where nobody knows."""

import datetime as dt
from dataclasses import replace

import pytest

from conferences.rules.readiness import Part, readiness, urgency
from conferences.rules.readiness_parts import (
    ChildBefore,
    Counts,
    Facts,
    Guest,
    Numbers,
    Place,
    State,
    Whom,
    is_spoken,
)
from safeguarding.bankholidays import england

PUT, ON, MEETS = dt.date(2018, 4, 9), dt.date(2018, 4, 10), dt.date(2018, 4, 30)
NUMBERS = Numbers(1, 2, 1, 2, 2, 2, 2, Counts.UNIT)
MOTHER = Guest(since=PUT, is_invited=True, is_written=True, reply="COMING")
NEEDS_ACCESS = replace(MOTHER, needed=frozenset(["ACCESS"]))
CARE, SCHOOL, POLICE = (
    Guest(is_agency=True, counted_as=kind, since=PUT, is_invited=True, reply="COMING", is_report_asked=True)
    for kind in ("SOCIAL_CARE", "SCHOOL", "POLICE")
)
ALL = Facts(
    meets=MEETS,
    put_there=PUT,
    to_unit=dt.date(2018, 4, 26),
    to_family=dt.date(2018, 4, 25),
    guests=[MOTHER, CARE, SCHOOL, POLICE],
    children=[ChildBefore(is_heard=True)],
    spoken=[Whom([("MET", "CHAIR")])],
    place=Place(seats=12),
    has_minutes=True,
)


def stands(part, facts=ALL, on=ON, numbers=NUMBERS):
    found = {one.part: one for one in readiness(facts, numbers, on, england())}
    return found[part]


def with_guests(*guests, **more):
    return replace(ALL, guests=guests, **more)


def test_where_all_is_recorded_every_part_is_ready_or_not_needed():
    found = readiness(ALL, NUMBERS, ON, england())
    assert [one.part for one in found] == list(Part)
    assert {one.state for one in found} == {State.READY, State.NOT_NEEDED}
    assert not any(one.is_open for one in found)


def test_where_nothing_is_recorded_no_part_that_rests_on_it_is_ready():
    nothing = replace(ALL, guests=[], children=[ChildBefore()], spoken=[Whom()], has_minutes=False)
    found = {one.part: one.state for one in readiness(nothing, NUMBERS, PUT, england())}
    assert {part for part, state in found.items() if state is State.NOT_NEEDED} == {
        Part.CHILDREN,
        Part.EXCLUSIONS,
        Part.THINKING,
    }
    assert State.READY not in found.values()
    unknown = {part for part, state in found.items() if state is State.UNKNOWN}
    assert {Part.FAMILY, Part.AGENCIES, Part.QUORUM, Part.REPORTS, Part.NEEDS, Part.VIEWS} <= unknown


@pytest.mark.parametrize(
    ("part", "facts", "state", "says"),
    [
        (Part.FAMILY, with_guests(replace(MOTHER, is_invited=False), CARE), State.WAITING, "1 person"),
        (Part.FAMILY, with_guests(replace(MOTHER, is_written=False)), State.WAITING, "without a letter"),
        (Part.CHILDREN, replace(ALL, children=[ChildBefore(is_of_age=True)]), State.UNKNOWN, "1 child"),
        (
            Part.CHILDREN,
            with_guests(
                Guest(is_child=True, is_of_age=True, is_invited=True),
                children=[ChildBefore(is_of_age=True, is_on_list=True)],
            ),
            State.WAITING,
            "how they take part",
        ),
        (Part.CHILDREN, with_guests(MOTHER, Guest(is_child=True)), State.NOT_NEEDED, "of an age"),
        (Part.FAMILY, with_guests(replace(MOTHER, is_excluded=True)), State.NOT_NEEDED, "excluded"),
        (
            Part.CONTACT,
            with_guests(replace(MOTHER, is_excluded=True), spoken=[]),
            State.NOT_NEEDED,
            "excluded",
        ),
        (Part.AGENCIES, with_guests(MOTHER, replace(CARE, is_invited=False)), State.WAITING, "1 person"),
        (Part.QUORUM, with_guests(CARE, SCHOOL, replace(POLICE, reply="WAITING")), State.WAITING, "if those"),
        (Part.QUORUM, with_guests(CARE, replace(SCHOOL, reply="REPORT")), State.WAITING, "Too few"),
        (Part.QUORUM, with_guests(CARE, goes_on=True), State.READY, "with a reason"),
        (
            Part.REPORTS,
            with_guests(replace(CARE, is_waited_for=True), SCHOOL),
            State.WAITING,
            "1 of 2 reports",
        ),
        (Part.REPORTS, with_guests(replace(CARE, is_report_asked=False)), State.NOT_NEEDED, "No agency"),
        (Part.SHARED, with_guests(replace(CARE, is_to_be_shown=True)), State.WAITING, "Not shown"),
        (Part.SHARED, with_guests(replace(CARE, is_waited_for=True)), State.WAITING, "Not here"),
        (Part.NEEDS, with_guests(replace(MOTHER, reply="WAITING")), State.UNKNOWN, "until they answer"),
        (
            Part.NEEDS,
            with_guests(
                replace(MOTHER, needed=frozenset(["ACCESS", "INTERPRETER"]), met=frozenset(["ACCESS"]))
            ),
            State.WAITING,
            "Not arranged: an interpreter.",
        ),
        (
            Part.NEEDS,
            with_guests(replace(MOTHER, needed=frozenset(["INTERPRETER"]))),
            State.WAITING,
            "for which language",
        ),
        (Part.NEEDS, replace(ALL, needs_interpreter=True), State.WAITING, "an interpreter"),
        (Part.VIEWS, replace(ALL, children=[ChildBefore()]), State.UNKNOWN, "1 child"),
        (Part.VIEWS, replace(ALL, children=[ChildBefore(is_unborn=True)]), State.NOT_NEEDED, "born"),
        (Part.EXCLUSIONS, replace(ALL, exclusions=[(ON, False), (ON, True)]), State.WAITING, "told yet: 1"),
        (Part.EXCLUSIONS, replace(ALL, exclusions=[(ON, True)]), State.READY, "told"),
        (Part.ROOM, replace(ALL, place=Place(seats=5)), State.WAITING, "5 seats, and 6 may come"),
        (
            Part.ROOM,
            with_guests(NEEDS_ACCESS, place=Place(9, is_step_free=False)),
            State.WAITING,
            "no way in without steps",
        ),
        (
            Part.ROOM,
            with_guests(NEEDS_ACCESS, place=Place(9, is_step_free=True)),
            State.UNKNOWN,
            "whether it has a hearing loop",
        ),
        (Part.ROOM, replace(ALL, place=Place(seats=12, is_closed=True)), State.WAITING, "closed"),
        (Part.ROOM, with_guests(replace(MOTHER, is_on_screen=True), place=Place(9)), State.UNKNOWN, "video"),
        (
            Part.ROOM,
            with_guests(replace(MOTHER, is_on_screen=True, is_excluded=True), place=Place(9)),
            State.READY,
            "There are seats",
        ),
        (
            Part.ROOM,
            with_guests(replace(NEEDS_ACCESS, reply="DECLINED"), place=Place(9)),
            State.READY,
            "There are seats",
        ),
        (
            Part.ROOM,
            replace(ALL, place=Place(9, has_waiting_room=False, are_apart=True)),
            State.WAITING,
            "no wait",
        ),
        (Part.MINUTES, replace(ALL, has_minutes=False), State.WAITING, "Nobody is chosen"),
        (Part.THINKING, replace(ALL, thinking=False), State.WAITING, "not held"),
        (Part.THINKING, replace(ALL, thinking=True), State.READY, "Held"),
    ],
)
def test_what_is_missing_is_said_with_its_count(part, facts, state, says):
    one = stands(part, facts)
    assert (one.state, says in one.words) == (state, True), one


def test_what_is_not_ready_or_not_known_after_its_day_is_late_and_its_days_are_told():
    waits = replace(ALL, has_minutes=False, children=[ChildBefore()])
    due = dt.date(2018, 4, 26)
    for part in (Part.MINUTES, Part.VIEWS):
        assert (stands(part, waits, due).due, stands(part, waits, due).left) == (due, 0)
        assert stands(part, waits, due).state is not State.LATE
        late = stands(part, waits, due + dt.timedelta(days=1))
        assert (late.state, late.left, late.is_open) == (State.LATE, -1, True)
    assert stands(Part.MINUTES, ALL, due + dt.timedelta(days=1)).state is State.READY


def test_each_day_is_counted_by_its_own_limit():
    asked = replace(ALL, exclusions=[(dt.date(2018, 4, 16), False)])
    days = {one.part: one.due for one in readiness(asked, NUMBERS, ON, england())}
    assert days[Part.FAMILY] == days[Part.AGENCIES] == dt.date(2018, 4, 10)
    assert (days[Part.REPORTS], days[Part.SHARED]) == (ALL.to_unit, ALL.to_family)
    assert (days[Part.QUORUM], days[Part.CONTACT]) == (dt.date(2018, 4, 27), dt.date(2018, 4, 26))
    assert days[Part.EXCLUSIONS] == dt.date(2018, 4, 18)
    later = with_guests(MOTHER, replace(CARE, is_invited=False, since=dt.date(2018, 4, 20)))
    assert stands(Part.AGENCIES, later).due == dt.date(2018, 4, 23)
    assert stands(Part.FAMILY, later).due == dt.date(2018, 4, 10)


def test_nobody_is_late_with_what_cannot_be_done_yet():
    """For somebody excluded, before a report is there, and on a conference that was put there since."""
    kept = replace(MOTHER, is_excluded=True, is_invited=False, since=dt.date(2018, 4, 9))
    new = replace(MOTHER, is_invited=False, since=dt.date(2018, 4, 20))
    assert stands(Part.FAMILY, with_guests(kept, new)).due == dt.date(2018, 4, 23)
    last = dt.date(2018, 4, 27)
    waits = stands(Part.SHARED, with_guests(MOTHER, replace(CARE, is_waited_for=True)), last)
    assert (waits.state, waits.due) == (State.WAITING, MEETS)
    came = replace(CARE, is_to_be_shown=True, came=dt.date(2018, 4, 26))
    assert stands(Part.SHARED, with_guests(MOTHER, came), last).state is State.LATE
    assert stands(Part.SHARED, with_guests(MOTHER, came)).due == dt.date(2018, 4, 26)
    short = replace(ALL, put_there=last, has_minutes=False, spoken=[Whom(since=PUT)])
    for part in (Part.MINUTES, Part.CONTACT):
        assert (stands(part, short, last).state, stands(part, short, last).due) == (State.WAITING, last)
        assert stands(part, short, last + dt.timedelta(days=1)).state is State.LATE


def test_the_chairs_contact_is_told_declined_or_tried_by_whom_it_counts():
    tried = [("FAILED", "CHAIR"), ("FAILED", "SUPPORT")]
    worker = [("MET", "WORKER")]
    assert is_spoken(tried, 2, Counts.UNIT) and not is_spoken(tried, 3, Counts.UNIT)
    assert not is_spoken(tried, 2, Counts.CHAIR) and is_spoken([("DECLINED", "CHAIR")], 9, Counts.CHAIR)
    assert is_spoken(worker, 2, Counts.ANYBODY) and not is_spoken(worker, 2, Counts.UNIT)
    one = stands(Part.CONTACT, replace(ALL, spoken=[Whom([("MET", "CHAIR")]), Whom(worker), Whom()]))
    assert (one.state, "2 of 3 people" in one.words) == (State.WAITING, True)


def test_where_something_is_due_first_stands_first():
    quiet = readiness(ALL, NUMBERS, ON, england())
    soon = readiness(replace(ALL, has_minutes=False), NUMBERS, ON, england())
    late = readiness(with_guests(replace(MOTHER, is_invited=False), CARE), NUMBERS, ON, england())
    assert sorted([quiet, soon, late], key=lambda parts: urgency(parts, MEETS)) == [late, soon, quiet]
