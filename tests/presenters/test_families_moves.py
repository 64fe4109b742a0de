"""What follows where children leave a family or two become one, in words."""

import datetime as dt

from conferences.queries.families import FamilyStory
from conferences.queries.families_moves import GoesWith
from conferences.views.presenters.families_moves import Going, follows, moves_table
from tests.factories import (
    ChildFactory,
    EnquiryFactory,
    FamilyFactory,
    FamilyMoveFactory,
    HouseholdFactory,
    HouseholdMemberFactory,
    PersonFactory,
    PlanFactory,
)
from tests.presenters.made import cells, made


def story_of(*children, people=(), homes=()):
    return FamilyStory(made(FamilyFactory, name="Fablethorpe"), children, people, homes)


def hanging(child, plan=None, enquiries=(), told_to=None):
    return GoesWith(child, plan, told_to, tuple(enquiries), ())


def test_of_a_plan_that_a_file_alone_tells_it_is_said_to_when_it_is_known():
    goes = made(ChildFactory)
    held = made(PlanFactory, child=goes, start_date=dt.date(2018, 4, 9))
    told = [hanging(goes, plan=held, told_to=dt.date(2019, 3, 31))]
    page = follows(story_of(goes), None, Going([goes], [], None, "Oak", is_all=True), told, [], "Why")
    assert cells(page.children)[0][2] == "On a plan on 31 March 2019, the last day known, since 9 April 2018"


def test_who_goes_and_who_stays_is_told_with_what_hangs_from_them():
    goes, stays, grown = made(ChildFactory), made(ChildFactory), made(PersonFactory, full_name="Rowan Oak")
    home = made(HouseholdFactory, name="Mother’s home")
    members = [made(HouseholdMemberFactory, household=home, child=one) for one in (goes, stays)]
    home._prefetched_objects_cache["members"] = members
    told = [
        hanging(goes, plan=made(PlanFactory, child=goes, start_date=dt.date(2018, 4, 9))),
        hanging(stays, enquiries=[made(EnquiryFactory, child=stays, started_date=dt.date(2018, 8, 1))]),
    ]
    going = Going([goes], [], None, " Oakley ", is_all=False)
    page = follows(story_of(goes, stays, people=(grown,), homes=(home,)), None, going, told, [], "Why")
    assert [row.value for row in page.rows] == ["Fablethorpe", "Oakley (new)", "Why"]
    assert [row[1:] for row in cells(page.children)] == [
        ["Moves", "On a plan since 9 April 2018", "None ahead"],
        ["Stays", "No plan", "Enquiry of 1 August 2018"],
    ]
    assert cells(page.people) == [["Rowan Oak", "Stays"]]
    assert cells(page.homes) == [
        ["Mother’s home", "Stays, and those who leave have a record of it of their own"]
    ]
    assert page.notes[0].startswith("Whoever is barred from this family is barred from the new one too")


def test_of_two_families_it_is_told_who_is_there_already_and_who_stands_in_both():
    goes, there = made(ChildFactory), made(ChildFactory)
    other = story_of(there, people=(made(PersonFactory, full_name="Rowan Oak"),))
    going = Going([goes], [], other.family, "", is_all=True)
    page = follows(story_of(goes), other, going, [hanging(goes), hanging(there)], ["Rowan Oak"], "Why")
    assert [row[1] for row in cells(page.children)] == ["Moves", "Is there already"]
    assert cells(page.people) == [["Rowan Oak", "Is there already"]]
    assert cells(page.homes) == []
    assert page.notes[1].startswith("Rowan Oak stands in both families.")


def test_a_move_is_told_with_both_families_and_why():
    move = made(FamilyMoveFactory, from_family__name="Oakley", reason="He lives apart")
    (row,) = cells(moves_table([move]))
    assert row[1] == f"Moved to another family Oakley to {move.to_family.name}"
    assert row[2] == "He lives apart"
