"""A grown-up's and a home's history in one table each, the latest first."""

import datetime as dt

from conferences.queries.families import FamilyStory
from conferences.queries.families_history import FamilyHistory
from conferences.views.presenters.families_history import home_tables, people_tables
from safeguarding.directory.words import Change
from tests.factories import (
    ChildFactory,
    FamilyFactory,
    HouseholdFactory,
    HouseholdMemberFactory,
    PersonFactory,
    RelationshipFactory,
)
from tests.presenters.made import cells, made


def change(day: int, what: str = "Changed", *items: str) -> Change:
    return Change(dt.datetime(2018, 10, day, 9, tzinfo=dt.UTC), what, items, "Sample")


def test_what_was_done_to_a_tie_or_a_stay_stands_between_what_was_done_to_the_record():
    child = made(ChildFactory, given_names="Jade")
    grown = made(PersonFactory, full_name="Rowan Oak")
    tie = made(RelationshipFactory, child=child, person=grown, kind="MOTHER")
    home = made(HouseholdFactory, name="Mill")
    stay = made(HouseholdMemberFactory, household=home, child=child, person=None)
    grown._prefetched_objects_cache["relationships"] = [tie]
    home._prefetched_objects_cache["members"] = [stay]
    history = FamilyHistory(
        FamilyStory(made(FamilyFactory), (child,), (grown,), (home,)),
        {grown.pk: [change(3, "Changed", "Name: A to B"), change(1, "Added")]},
        {tie.pk: [change(2, "Added")]},
        {home.pk: []},
        {stay.pk: [change(4, "Added")]},
    )
    (people,), (homes,) = people_tables(history), home_tables(history)
    assert (people.caption, homes.caption) == ("Rowan Oak", "Mill")
    assert [row[1:3] for row in cells(people)] == [
        ["Changed", "Name: A to B"],
        ["Added Mother of Jade", ""],
        ["Added", ""],
    ]
    assert homes.rows[0][1].note == child.display_name
