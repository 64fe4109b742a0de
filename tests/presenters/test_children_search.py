"""The results of a search in words: how many, why each was found, and what must be seen at once."""

import datetime as dt

import pytest

from conferences.queries.children import MOST_SHOWN, Found, How, Match
from conferences.views.presenters.children_search import matches, results, why
from tests.factories import ChildFactory, ChildNameFactory, PlanFactory
from tests.presenters.made import cells, made

ON = dt.date(2018, 10, 31)


def match(child=None, how=How.NAME, name=None, plan=None):
    return Match(child or made(ChildFactory), how, name, plan)


@pytest.mark.parametrize(
    ("number", "more", "heading"),
    [
        (0, False, "No children found"),
        (1, False, "1 child found"),
        (2, False, "2 children found"),
        (2, True, f"The {MOST_SHOWN} nearest"),
    ],
)
def test_the_heading_tells_how_many_and_names_nobody(number, more, heading):
    shown = results(Found(tuple(match() for _ in range(number)), more), ON)
    assert shown.heading == heading and shown.nothing == (not number)
    assert bool(shown.more) == more


def test_a_child_is_told_with_family_and_plan_each_led_to():
    child = made(ChildFactory, birth_date=dt.date(2012, 5, 4), is_restricted=True)
    table = results(Found((match(child, plan=made(PlanFactory)),), False), ON).table
    name, born, number, family, plan = cells(table)[0]
    assert name == f"{child.display_name} Restricted" and born == "4 May 2012 (6 years old)"
    assert (number, family, plan) == (child.la_child_id, child.family.name, "On a plan since 9 April 2018")
    assert [cell.href for cell in table.rows[0] if cell.href] == [
        f"/children/{child.ref}",
        f"/families/{child.family.ref}",
    ]


def test_whoever_may_not_open_a_family_is_not_led_to_one():
    child = made(ChildFactory)
    table = matches([match(child)], ON, "Records", opens_families=False)
    assert cells(table)[0][3] == child.family.name
    assert [cell.href for cell in table.rows[0] if cell.href] == [f"/children/{child.ref}"]


def test_a_child_without_family_or_plan_is_told_so():
    table = results(Found((match(made(ChildFactory, family=None)),), False), ON).table
    assert cells(table)[0][3:] == ["None recorded", "No plan"]


def test_a_plan_held_for_another_authority_is_told_apart():
    held = made(PlanFactory, held_for_other_authority=True)
    table = results(Found((match(plan=held),), False), ON).table
    assert cells(table)[0][4] == "Another authority’s plan since 9 April 2018"


def test_why_a_child_was_found_names_the_other_name():
    name = made(ChildNameFactory, kind="BIRTH")
    assert why(match(how=How.NUMBER)) == "Found by this number"
    assert why(match(how=How.NAME)) == ""
    assert why(match(how=How.EARLIER_NAME_BEGINS, name=name)) == (
        "What you typed begins the name at birth: Amber Formerly"
    )
