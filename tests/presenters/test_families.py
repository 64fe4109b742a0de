"""A family's page in words: its children, its homes apart, and how to reach its people safely."""

import datetime as dt

from conferences.queries.families import FamilyStory
from conferences.queries.plans_history import history
from conferences.views.presenters.families import family_page
from tests.factories import (
    ChildFactory,
    FamilyFactory,
    HouseholdFactory,
    HouseholdMemberFactory,
    PersonFactory,
    PlanFactory,
    RelationshipFactory,
)
from tests.presenters.made import cells, made, said

ON = dt.date(2018, 10, 31)


def page_of(*, children=(), people=(), homes=(), shown=""):
    story = FamilyStory(made(FamilyFactory, name="Fablethorpe"), children, people, homes)
    return family_page(story, {child.pk: history(child, ON) for child in children}, shown, ON)


def home_of(child, **fields):
    members = [made(HouseholdMemberFactory, household=made(HouseholdFactory), child=child)]
    return made(HouseholdFactory, members=members, **fields)


def test_the_page_leads_to_itself_and_to_the_timeline():
    page = page_of()
    assert [(link.text, link.current) for link in page.links] == [
        ("Family", True),
        ("Plans", False),
        ("Timeline", False),
        ("History", False),
    ]
    assert [link.href.endswith("/timeline") for link in page.links] == [False, False, True, False]


def test_each_child_is_told_with_plan_and_every_home():
    child = made(ChildFactory, plans=[made(PlanFactory, latest_category="EMO")])
    homes = home_of(child, name="Mother's home"), home_of(child, name="Father's home")
    (row,) = cells(page_of(children=(child,), homes=homes).children)
    assert row[3] == "On a plan Neglect, later emotional abuse, since 9 April 2018"
    assert row[4] == "Mother's home and Father's home"


def test_a_child_without_plan_or_home_is_told_so():
    ended = made(PlanFactory, start_date=dt.date(2017, 1, 9), end_date=dt.date(2017, 6, 4))
    children = made(ChildFactory), made(ChildFactory, plans=[ended])
    rows = cells(page_of(children=children).children)
    assert [row[3] for row in rows] == ["No plan", "No plan The last ended 4 June 2017"]
    assert [row[4] for row in rows] == ["Not recorded", "Not recorded"]


def test_who_left_a_home_stands_apart_and_lives_there_no_more():
    child, grown = made(ChildFactory), made(PersonFactory, full_name="Parent Samplewood")
    home = made(HouseholdFactory)
    stays = made(HouseholdMemberFactory, household=home, person=grown, child__family=home.family)
    stays.child = None
    left = made(HouseholdMemberFactory, household=home, child=child, end_date=dt.date(2018, 5, 1))
    home._prefetched_objects_cache["members"] = [stays, left]
    page = page_of(children=(child,), homes=(home,))
    assert [one.name for one in page.homes[0].members] == ["Parent Samplewood"]
    assert [(one.name, one.days) for one in page.homes[0].earlier] == [
        (child.display_name, "until 1 May 2018")
    ]
    assert cells(page.children)[0][4] == "Not recorded"


def test_a_confidential_address_is_hidden_until_it_is_asked_for():
    home = made(HouseholdFactory, is_confidential=True)
    other = made(HouseholdFactory, is_confidential=True)
    hidden = page_of(homes=(home, other)).homes[0].place
    assert (hidden.words, hidden.hidden, hidden.field, hidden.value) == ("", True, "household", str(home.pk))
    shown, still = (one.place for one in page_of(homes=(home, other), shown=f"household:{home.pk}").homes)
    assert shown.words == "1 Invented Row, Fableshire, ZZ99 1AA" and shown.shown_now
    assert still.words == "" and still.hidden


def test_a_person_in_a_confidential_home_has_a_hidden_address():
    home = made(HouseholdMemberFactory, household=made(HouseholdFactory, is_confidential=True))
    grown = made(PersonFactory, address="1 Secret Row", homes=[home])
    page = page_of(people=(grown,))
    assert page.people[0].confidential and "Secret" not in str(page)
    shown = page_of(people=(grown,), shown=f"person:{grown.ref}").people[0].place
    assert (shown.words, shown.whose) == ("1 Secret Row", grown.full_name)


def test_a_confidential_address_that_nobody_recorded_offers_no_button():
    place = page_of(people=(made(PersonFactory, address_is_confidential=True),)).people[0].place
    assert (place.words, place.hidden) == ("Not recorded", False)


def test_a_person_is_told_with_ties_and_only_what_is_known():
    tie = made(RelationshipFactory, end_date=dt.date(2017, 5, 4), child=made(ChildFactory))
    grown = made(PersonFactory, telephone="01632 960000", relationships=[tie])
    (told,) = page_of(people=(grown,)).people
    assert told.ties == ["Mother, until 4 May 2017 of Amber (has parental responsibility)"]
    assert said(told.rows) == {"Telephone": "01632 960000"}
