"""Finding a child: every way people know one by, the surest first, and never one they may not see."""

from datetime import date

import pytest

from conferences.queries.children import How, find
from conferences.rules.search import Search, read
from tests.cast import person
from tests.factories import (
    AllocationFactory,
    BarFactory,
    ChildFactory,
    ChildNameFactory,
    PlanFactory,
    RestrictedGrantFactory,
    TeamFactory,
)

pytestmark = pytest.mark.django_db
ON = date(2018, 10, 31)


def looked_for(typed, user=None, **more):
    words, numbers, born = read(typed, ON)
    return find(user or person("CHAIR"), Search(words, numbers, born, **more), on=ON)


def hows(typed, user=None):
    return [(match.child.given_names, match.how) for match in looked_for(typed, user).matches]


@pytest.mark.parametrize(
    "typed",
    ["Sophia Fablethorpe", "fablethorpe SOPHIA", "Fablethorpe, Sophia", "Sophia", "fáblethorpe"],
)
def test_a_name_is_found_in_any_order_with_or_without_capitals_and_accents(typed):
    ChildFactory(given_names="Sophia", family_name="Fablethorpe")
    assert hows(typed) == [("Sophia", How.NAME)]


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("Sofia Fabelthorp", "Sophia"),
        ("Steven", "Stephen"),
        ("Katherine", "Catherine"),
        ("Aisha", "Ayesha"),
        ("Jon", "John"),
        ("Anber", "Amber"),
        ("Abmer", "Amber"),
        ("Zoe", "Zöe"),
    ],
)
def test_a_name_misheard_or_mistyped_is_found(typed, held):
    ChildFactory(given_names=held, family_name="Fablethorpe")
    ChildFactory(given_names="Quentin", family_name="Zymurgy")
    assert [match.child.given_names for match in looked_for(typed).matches] == [held]


@pytest.mark.parametrize(
    ("typed", "held"), [("Testington", "Demoington"), ("Joe", "Jon"), ("Anna", "Andrew")]
)
def test_a_name_that_is_only_somewhat_alike_is_not_found(typed, held):
    ChildFactory(given_names=held, family_name="Zymurgy")
    assert hows(typed) == []


@pytest.mark.parametrize(
    ("typed", "given", "family"),
    [
        ("smythprobe", "Amber", "Smyth-Probe"),
        ("delaprobe", "Amber", "De La Probe"),
        ("annemarie", "Anne-Marie", "Fablethorpe"),
        ("maryjane", "Mary Jane", "Fablethorpe"),
        ("amber smythprobe", "Amber", "Smyth-Probe"),
        ("maryjane smythprobe", "Mary Jane", "Smyth Probe"),
        ("Smyth-Probe", "Amber", "Smythprobe"),
        ("De La Probe", "Amber", "Delaprobe"),
        ("Anne-Marie", "Annemarie", "Fablethorpe"),
        ("Mary Jane", "Maryjane", "Fablethorpe"),
        ("Amber De La Probe", "Amber", "Delaprobe"),
        ("Mary Jane Smyth-Probe", "Maryjane", "Smythprobe"),
    ],
)
@pytest.mark.parametrize("earlier", [False, True])
def test_a_name_is_found_joined_and_apart(typed, given, family, earlier):
    other = ChildFactory(given_names="Quentin", family_name="Zymurgy")
    names = {"given_names": given, "family_name": family}
    child = ChildNameFactory(child=other, **names).child if earlier else ChildFactory(**names)
    assert [match.child for match in looked_for(typed).matches] == [child]


def test_the_first_letters_of_a_name_are_enough():
    ChildFactory(given_names="Bartholomew", family_name="Fablethorpe")
    assert hows("Bar Fab") == [("Bartholomew", How.NAME_BEGINS)]


def test_an_initial_narrows_a_family_name():
    ChildFactory(given_names="Amber", family_name="Fablethorpe")
    ChildFactory(given_names="Quentin", family_name="Fablethorpe")
    assert hows("Q Fablethorpe") == [("Quentin", How.NAME_BEGINS)]


def test_a_middle_name_that_is_not_held_does_not_hide_the_child():
    ChildFactory(given_names="Amber", family_name="Fablethorpe")
    assert hows("Amber Rosalind Fablethorpe") == [("Amber", How.NEAR)]


def test_the_exact_name_comes_before_an_earlier_one_and_that_before_a_near_one():
    near = ChildFactory(given_names="Ambra", family_name="Fablethorpe")
    earlier = ChildFactory(given_names="Jade", family_name="Othername")
    ChildNameFactory(child=earlier, given_names="Amber", family_name="Fablethorpe")
    exact = ChildFactory(given_names="Amber", family_name="Fablethorpe")
    found = looked_for("Amber Fablethorpe").matches
    assert [match.child for match in found] == [exact, earlier, near]
    assert found[1].other_name.family_name == "Fablethorpe"


def test_a_child_with_both_names_alike_is_shown_once():
    child = ChildFactory(given_names="Amber", family_name="Fablethorpe")
    ChildNameFactory(child=child, given_names="Amber", family_name="Fablethorp")
    assert hows("Amber Fablethorpe") == [("Amber", How.NAME)]


@pytest.mark.parametrize("typed", ["FB77", "fb77", "943 476 5919", "A123456789012", "B123456789012"])
def test_every_number_finds_its_child_and_only_whole(typed):
    numbers = {"nhs_number": "9434765919", "upn": "A123456789012", "former_upn": "B123456789012"}
    ChildFactory(given_names="Jade", la_child_id="FB77", **numbers)
    ChildFactory(given_names="Amber", la_child_id="FB777")
    assert hows(typed) == [("Jade", How.NUMBER)]


def test_a_number_of_letters_alone_is_found_too():
    ChildFactory(given_names="Jade", la_child_id="QQWWEE")
    assert hows("qqwwee") == [("Jade", How.NUMBER)]


def test_a_date_finds_those_born_and_those_expected_on_it():
    ChildFactory(given_names="Amber", family_name="Aaa", birth_date=date(2017, 3, 3))
    ChildFactory(unborn=True, given_names="Baby", family_name="Bbb", expected_birth_date=date(2017, 3, 3))
    ChildFactory(given_names="Jade", birth_date=date(2017, 3, 4))
    assert hows("3 March 2017") == [("Amber", How.BORN), ("Baby", How.BORN)]


def test_a_name_and_a_date_must_both_fit():
    for day in (3, 4):
        ChildFactory(given_names="Amber", family_name=f"Fable{day}", birth_date=date(2017, 3, day))
    assert [match.child.birth_date.day for match in looked_for("Amber 4/3/2017").matches] == [4]


def test_the_date_narrows_earlier_names_too():
    child = ChildFactory(given_names="Jade", birth_date=date(2017, 3, 3))
    ChildNameFactory(child=child, given_names="Ruby", family_name="Formerly")
    assert hows("Ruby 3/3/2017") == [("Jade", How.EARLIER_NAME)]
    assert hows("Ruby 4/3/2017") == []


def test_an_age_narrows_a_year_more_or_less():
    ChildFactory(given_names="Amber", family_name="Fableold", birth_date=date(2002, 3, 3))
    ChildFactory(given_names="Amber", family_name="Fableyoung", birth_date=date(2012, 3, 3))
    found = looked_for("Amber", age=7).matches
    assert [match.child.family_name for match in found] == ["Fableyoung"]


def test_more_than_twenty_are_cut_and_said_so():
    ChildFactory.create_batch(21, given_names="Amber", family_name="Fablethorpe")
    found = looked_for("Amber Fablethorpe")
    assert (len(found.matches), found.more) == (20, True)


def test_twenty_are_shown_whole():
    ChildFactory.create_batch(20, given_names="Amber", family_name="Fablethorpe")
    found = looked_for("Amber Fablethorpe")
    assert (len(found.matches), found.more) == (20, False)


def test_the_plan_shown_is_the_open_one():
    child = ChildFactory(given_names="Amber", family_name="Fablethorpe")
    PlanFactory(child=child, start_date=date(2016, 1, 4), end_date=date(2016, 9, 1))
    present = PlanFactory(child=child, start_date=date(2018, 1, 8))
    assert looked_for("Amber Fablethorpe").matches[0].plan == present


@pytest.mark.parametrize("typed", ["Amber Fablethorpe", "Amber Formerly", "FB77", "4 May 2012", "Anber"])
def test_a_restricted_child_is_found_by_nobody_but_those_named(typed):
    child = ChildFactory(restricted=True, la_child_id="FB77", given_names="Amber", family_name="Fablethorpe")
    ChildNameFactory(child=child, given_names="Amber", family_name="Formerly")
    named = person("CHAIR")
    RestrictedGrantFactory(child=child, user=named)
    assert hows(typed) == []
    assert len(hows(typed, named)) == 1


def test_restricted_children_do_not_make_it_say_that_there_are_more():
    ChildFactory.create_batch(20, given_names="Amber", family_name="Fablethorpe")
    ChildFactory.create_batch(5, restricted=True, given_names="Amber", family_name="Fablethorpe")
    assert looked_for("Amber Fablethorpe").more is False


def test_a_barred_person_finds_none_of_the_family():
    child = ChildFactory(given_names="Amber", family_name="Fablethorpe")
    barred = person("STRATEGIC_LEAD")
    BarFactory(user=barred, family=child.family)
    assert hows("Amber Fablethorpe", barred) == []


def test_a_social_worker_finds_the_own_team_s_children_alone():
    team = TeamFactory()
    own = ChildFactory(given_names="Amber", family_name="Fablethorpe")
    AllocationFactory(child=own, team=team)
    AllocationFactory(child=ChildFactory(given_names="Jade", family_name="Fablethorpe"))
    assert hows("Fablethorpe", person("SOCIAL_WORKER", team=team)) == [("Amber", How.NAME)]


@pytest.mark.parametrize("count", [1, 20])
def test_the_number_of_queries_does_not_grow_with_the_hits(count, django_assert_num_queries):
    ChildFactory.create_batch(count, given_names="Amber", family_name="Fablethorpe")
    user = person("CHAIR")
    # Two for the savepoint, one for the threshold, present and other names, children, their plans and names.
    with django_assert_num_queries(9):
        find(user, Search(words=("amber", "fablethorpe")), on=ON)
