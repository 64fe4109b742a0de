"""A team's children in words: who has whom, whom one may take on, and what waits to be looked at."""

import datetime as dt

from conferences.queries.allocations import Candidate
from conferences.views.presenters.allocations import found_table, identity_rows, taken_on_table, team_table
from tests.factories import AllocationFactory, ChildFactory, TakenOnFactory
from tests.presenters.made import cells, made, moment, person, said

BORN = dt.date(2012, 5, 4)


def held(worker=None, on_plan=False):
    one = made(AllocationFactory, worker=worker, start_date=dt.date(2018, 4, 3))
    one.on_plan = on_plan
    return one


def test_a_child_without_a_worker_says_so():
    table = team_table([held(), held(person("SOCIAL_WORKER"), on_plan=True)], 2)
    first, second = cells(table)
    assert "Nobody yet" in first[1] and "None" in first[3]
    assert "Sample Social worker" in second[1] and "On a plan" in second[3] and "3 April 2018" in second[2]
    assert table.caption == "Children of the team (2)"


def test_only_a_child_whom_nobody_holds_can_be_taken_on():
    child = made(ChildFactory, given_names="Amber", birth_date=BORN)
    found = [Candidate(child, ""), Candidate(child, "West Team"), Candidate(child, "East Team")]
    first, second, own = cells(found_table(found, BORN, "East Team"))
    assert "Take on" in first[3] and "4 May 2012" in first[1]
    assert "West Team holds this child: ask its manager to hand over" in second[3]
    assert "Give or hand over" in own[3] and "Your team holds this child" in own[3]


def test_an_unborn_child_is_known_by_its_expected_day():
    rows = said(identity_rows(made(ChildFactory, unborn=True)))
    assert rows["Expected"] == "1 September 2018" and "Date of birth" not in rows


def test_what_was_taken_on_is_told_by_number_with_who_looked_at_it():
    child = made(ChildFactory, given_names="Amberlin")
    waiting = made(TakenOnFactory, child=child)
    done = made(TakenOnFactory, child=child, reviewed_by=person("STRATEGIC_LEAD"), reviewed_at=moment(BORN))
    (row,) = cells(taken_on_table("To look at", [waiting], "", to_review=True))
    assert child.la_child_id in row[0] and "Look at it" in row[4] and "Amberlin" not in " ".join(row)
    (row,) = cells(taken_on_table("Looked at", [done], "", to_review=False))
    assert "Sample Strategic Lead" in row[4]
