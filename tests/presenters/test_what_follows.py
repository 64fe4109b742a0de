"""What an act changes in words: plans, days, the request and meeting of a child, and figures of a year."""

import datetime as dt
from dataclasses import replace

import pytest

from conferences.queries.clocks import Clock
from conferences.queries.what_follows import PlanStanding, Standing
from conferences.rules.deadlines import Code
from conferences.rules.figures import Figure, Unit
from conferences.views.presenters.what_follows import NO_FIGURE, NOTHING_DUE, what_follows
from safeguarding.workingdays import Period

ON, DUE = dt.date(2018, 10, 31), dt.date(2018, 10, 29)
PLAN = PlanStanding(dt.date(2018, 9, 3), None, "", "NEG", "NEG")
MEETING = dt.datetime(2018, 11, 5, 10, tzinfo=dt.UTC)


def stands(plans=None, clocks=(), asked=None, meetings=None, figures=None):
    return Standing(plans or {}, clocks, asked or {}, meetings or {}, figures or {})


def clock(due=DUE, met=None, gone=None, started=dt.date(2018, 10, 8)):
    return Clock(Code.HOLD_CONFERENCE, 7, [1], started, due, met, gone, None, True)


def notes(before, after):
    return what_follows(before, after, ON).notes


def days(before, after):
    return what_follows(stands(clocks=before), stands(clocks=after), ON).days.rows


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"start": dt.date(2018, 9, 4)}, "begins on 4 September 2018 instead."),
        ({"initial_category": "EMO"}, "begins under emotional abuse instead."),
        ({"latest_category": "PHY"}, "is now under physical abuse."),
        ({"end": dt.date(2018, 10, 30), "end_reason": "DIED"}, "ends on 30 October 2018: died."),
        (
            {"end": dt.date(2018, 10, 30), "end_reason": "DIED", "is_unborn": True},
            "ends on 30 October 2018: the pregnancy ended.",
        ),
    ],
)
def test_what_becomes_of_a_plan(changed, words):
    now = PlanStanding(**{**vars(PLAN), **changed})
    said = notes(stands(plans={1: PLAN}), stands(plans={1: now}))
    assert said == [f"The child protection plan of 3 September 2018 {words}"]


def test_a_plan_begins_is_gone_and_runs_again():
    assert notes(stands(), stands(plans={1: PLAN})) == [
        "A child protection plan begins on 3 September 2018 (neglect)."
    ]
    assert notes(stands(plans={1: PLAN}), stands()) == [
        "The child protection plan of 3 September 2018 is no longer on record."
    ]
    ended = PlanStanding(**{**vars(PLAN), "end": ON, "end_reason": "RISK_REDUCED"})
    assert notes(stands(plans={1: ended}), stands(plans={1: PLAN})) == [
        "The child protection plan of 3 September 2018 runs again: what ended it no longer stands."
    ]


def test_a_request_and_a_meeting_that_are_the_child_s_no_longer():
    before = stands(asked={1: ("REVIEW", "BOOKED")}, meetings={4: MEETING})
    assert notes(before, stands()) == [
        "The request for a conference that is open for the child ends.",
        "The meeting of 5 November 2018 at 10am is no longer the child’s.",
    ]
    assert notes(stands(), before) == [
        "The child is in the request for a conference.",
        "The meeting of 5 November 2018 at 10am is the child’s too.",
    ]
    left = replace(stands(), left={1})
    assert notes(replace(before, meetings={}), left) == [
        "The child leaves the request for a conference, which goes on for the others."
    ]
    put_back = stands(asked={1: ("REVIEW", "REQUESTED")}, meetings={4: MEETING})
    assert notes(before, put_back) == ["The request that is open waits to be scheduled again."]


def test_a_day_moves_is_late_is_no_longer_owed():
    assert days([clock()], [clock(due=dt.date(2018, 10, 31))]) == [
        ("Hold the initial conference", "Due 29 October 2018", "Due 31 October 2018")
    ]
    assert days([clock(met=DUE)], [clock(met=dt.date(2018, 10, 30))])[0][1:] == (
        "Due 29 October 2018, done or in the diary for 29 October 2018, in time",
        "Due 29 October 2018, done 30 October 2018, late",
    )
    assert (
        days([clock()], [clock(gone=ON)])[0][2] == "Due 29 October 2018, no longer owed from 31 October 2018"
    )
    assert days([clock()], [])[0][2] == "Not owed"
    assert days([], [clock(due=None)])[0][1:] == (
        "Not owed",
        "Due on a day outside the known bank holidays",
    )


def test_what_was_no_longer_owed_and_is_not_there_is_no_change():
    assert days([clock(gone=DUE)], []) == []


def test_figures_that_are_counted_otherwise_with_their_year():
    period = Period.year(2018)

    def counted(part):
        return Figure("plans_open", part, None, None, Unit.COUNT, period, "")

    before = {(2018, "plans_open"): counted(250), (2017, "plans_open"): counted(240)}
    after = {(2018, "plans_open"): counted(249), (2017, "plans_open"): counted(240)}
    found = what_follows(stands(figures=before), stands(figures=after), ON).figures
    assert [row[1:] for row in found.rows] == [("2017 to 2018", "250", "249")]


def test_a_plan_under_another_category_moves_a_part_of_a_figure():
    key, code = (2018, "open_by_category"), "open_by_category"

    def counted(**parts):
        figure = Figure(code, 250, None, None, Unit.COUNT, Period.year(2018), "")
        return stands(figures={key: replace(figure, breakdown={"latest": parts})})

    found = what_follows(counted(NEG=120, EMO=130), counted(NEG=119, EMO=131), ON).figures
    title = "Open plans by category of abuse: category on the day"
    assert found.rows == [
        (f"{title}, neglect", "2017 to 2018", "120", "119"),
        (f"{title}, emotional abuse", "2017 to 2018", "130", "131"),
    ]


def test_what_changes_nothing_says_so():
    same = {(2018, "plans_open"): Figure("plans_open", 1, None, None, Unit.COUNT, Period.year(2018), "")}
    found = what_follows(stands(figures=same), stands(figures=same), ON)
    assert (found.is_nothing, found.days.empty, found.figures.empty) == (True, NOTHING_DUE, NO_FIGURE)
    assert what_follows(stands(), stands(), ON).figures is None


def test_of_two_children_each_day_says_whose_it_is():
    one, other = clock(), clock()._replace(subject=8, children=[2])
    names = {1: "Annabel Mistakenby", 2: "Arabella Mistakenby"}
    before, after = (replace(stands(clocks=[one_of]), names=names) for one_of in (one, other))

    said = [row[:1] + row[2:] for row in what_follows(before, after, ON).days.rows]

    assert said == [
        ("Hold the initial conference, Annabel Mistakenby", "Not owed"),
        ("Hold the initial conference, Arabella Mistakenby", "Due 29 October 2018"),
    ]


def test_a_child_in_need_plan_that_is_recorded_is_told():
    now = replace(stands(), in_need={1: (dt.date(2018, 10, 1), dt.date(2018, 10, 20))})

    assert notes(stands(), now) == [
        "A child in need plan is recorded from 1 October 2018 to 20 October 2018."
    ]


def test_a_child_in_need_plan_whose_first_day_is_corrected_does_not_end_by_it():
    first, last = dt.date(2018, 10, 1), dt.date(2018, 10, 20)
    before, after = (replace(stands(), in_need={1: days}) for days in ((first, last), (ON, last)))

    assert notes(before, after) == [
        "The child in need plan of 1 October 2018 begins on 31 October 2018 instead."
    ]
