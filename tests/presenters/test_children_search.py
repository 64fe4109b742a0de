"""The results of a search: why each child was found, and what stands beside the name."""

import datetime as dt

import pytest

from conferences.queries.children import MOST_SHOWN, Found, How, Match
from conferences.views.presenters.children_search import results, why
from tests.factories import ChildFactory, ChildNameFactory, PlanFactory
from tests.presenters.made import cells, made

ON = dt.date(2018, 10, 31)


def match(how: How = How.NAME, **fields: object) -> Match:
    return Match(**{"child": made(ChildFactory), "how": how, "other_name": None, "plan": None} | fields)


@pytest.mark.parametrize(
    ("how", "kind", "said"),
    [
        (How.NUMBER, "", "Found by this number"),
        (How.NAME, "", ""),
        (How.NEAR, "", "Spelt or sounds nearly the same"),
        (How.EARLIER_NAME, "EARLIER", "Found by an earlier name: Amy Oldname"),
        (How.EARLIER_NAME_BEGINS, "BIRTH", "What you typed begins the name at birth: Amy Oldname"),
        (How.EARLIER_NAME_NEAR, "KNOWN_AS", "Spelt or sounds nearly like another name: Amy Oldname"),
    ],
)
def test_a_result_says_why_it_was_found(how: How, kind: str, said: str) -> None:
    name = made(ChildNameFactory, kind=kind, given_names="Amy", family_name="Oldname") if kind else None
    assert why(match(how, other_name=name)) == said


def test_the_heading_counts_and_asks_to_narrow_where_there_is_more() -> None:
    one, many = results(Found((match(),), False), ON), results(Found((match(),), True), ON)
    assert (one.heading, one.more, one.nothing) == ("1 child found", "", False)
    assert many.heading == f"The {MOST_SHOWN} nearest" and "Narrow your search" in many.more
    assert results(Found((), False), ON).nothing


def test_a_plan_and_a_restriction_stand_beside_the_name() -> None:
    child = made(ChildFactory, given_names="Amber", family_name="Testcase", is_restricted=True)
    plan = made(PlanFactory, start_date=dt.date(2018, 5, 1))
    (row,) = cells(results(Found((match(child=child, plan=plan),), False), ON).table)
    assert row[0] == "Amber Testcase Restricted" and row[4] == "On a plan since 1 May 2018"


def test_another_authority_s_plan_is_not_called_ours() -> None:
    plan = made(PlanFactory, held_for_other_authority=True, start_date=dt.date(2018, 5, 1))
    (row,) = cells(results(Found((match(plan=plan),), False), ON).table)
    assert row[4] == "Another authority’s plan since 1 May 2018"


def test_a_child_without_a_family_says_so() -> None:
    (row,) = cells(results(Found((match(child=made(ChildFactory, family=None)),), False), ON).table)
    assert row[3] == "None recorded"
