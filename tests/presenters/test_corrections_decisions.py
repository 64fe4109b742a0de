"""Versions of a decision in words: what each replaces, who asked, who agreed."""

import datetime as dt
from dataclasses import replace

from conferences.operations.corrections_decisions import Wish
from conferences.queries.corrections_decisions import Version
from conferences.queries.what_follows import PlanStanding, Standing
from conferences.views.presenters import corrections_decisions as presenter
from tests.factories import ChildFactory, DecisionChangeFactory, UserFactory
from tests.presenters.made import made

AT = dt.datetime(2018, 4, 9, 12, tzinfo=dt.UTC)


def change(**facts):
    return made(DecisionChangeFactory, **facts)


def agreed():
    by = made(UserFactory, full_name="Second Sample")
    return change(outcome="CONFIRMED", closed_by=by, closed_at=AT)


def test_a_version_says_what_it_replaces_and_who_agreed():
    line = presenter.version_line(agreed())
    assert line == (
        "Version 2, agreed by Second Sample on 9 April 2018, replaces: a child protection plan begins"
        " (neglect)."
    )


def test_the_timeline_tells_the_decision_that_holds_and_why():
    title, lines = presenter.timeline_entry(agreed())
    assert title == "Decision set right: Initial conference, 9 April 2018"
    assert lines[0] == "Now: no child protection plan."
    assert lines[2] == "It was typed wrongly. The wrong box was ticked."


def test_the_second_person_reads_both_and_how_it_ended():
    rows = {row.key: str(row.value) for row in presenter.change_rows(change())}
    assert "Replaces: A child protection plan begins" in rows["Decision"]
    assert "None" in rows["Category"] and "Replaces: Neglect" in rows["Category"]
    assert rows["Lapses after"] == "23 April 2018"
    rows = {row.key: str(row.value) for row in presenter.change_rows(agreed())}
    assert rows["How it ended"].startswith("Agreed by Second Sample") and "Lapses after" not in rows


def test_a_wish_shows_only_what_there_is():
    was = Version("PLAN_CONTINUES", "NEG", "Because")
    rows = presenter.wish_rows(
        was, Wish(Version("PLAN_CONTINUES", "PHY", "Because"), "TOLD", "Told by school"), made(ChildFactory)
    )
    assert [row.key for row in rows] == [
        "Decision",
        "Category",
        "Reasons",
        "Why",
        "How it came to be signed wrongly",
    ]
    assert "Replaces" not in str(rows[0].value) and "Replaces: Neglect" in str(rows[1].value)


def test_what_waits_is_a_line_that_leads_to_it():
    table = presenter.waiting_table([change()])
    assert table.rows[0][0].href and presenter.waiting_table([]).empty == "Nothing waits."


def test_a_child_in_need_plan_that_ended_otherwise_is_said_to_stay_ended_where_a_plan_goes():
    day, began = dt.date(2018, 4, 24), dt.date(2018, 3, 5)
    plan = PlanStanding(day, None, "", "NEG", "NEG")
    before = Standing({1: plan}, (), {}, {}, {}, in_need={5: (began, day)})
    after = replace(before, plans={})
    assert presenter.stays_ended(before, after, day) == [
        "The child in need plan of 5 March 2018 stays ended. Correct it where it went on."
    ]
    runs = replace(after, in_need={5: (began, None)})
    assert presenter.stays_ended(before, runs, day) == presenter.stays_ended(before, before, day) == []
