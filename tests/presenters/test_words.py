"""The words that the pages about children share."""

import datetime as dt

import pytest

from conferences.views.presenters import words
from tests.factories import ChildFactory, PlanFactory
from tests.presenters.made import made

ON = dt.date(2018, 10, 31)


@pytest.mark.parametrize(
    ("born", "said"),
    [
        (dt.date(2018, 10, 19), "12 days old"),
        (dt.date(2018, 9, 30), "1 month old"),
        (dt.date(2016, 11, 1), "23 months old"),
        (dt.date(2016, 10, 31), "2 years old"),
    ],
)
def test_a_young_child_s_age_is_told_in_days_and_months(born: dt.date, said: str) -> None:
    assert words.age(born, ON) == said


def test_a_birth_is_told_as_expected_as_past_or_with_a_death() -> None:
    unborn = made(ChildFactory, birth_date=None, expected_birth_date=dt.date(2018, 12, 1))
    died = made(ChildFactory, birth_date=dt.date(2012, 5, 4), death_date=dt.date(2017, 6, 3))
    assert words.born(unborn, ON) == "Expected 1 December 2018"
    assert words.born(died, ON) == "4 May 2012, died 3 June 2017 (5 years old)"
    assert words.when_born(made(ChildFactory), ON) == "Born 4 May 2012 (6 years old)"


def test_a_category_that_changed_is_told_with_the_one_it_was() -> None:
    changed = made(PlanFactory, initial_category="NEG", latest_category="EMO")
    assert words.categories(changed) == "Neglect, later emotional abuse"
    assert words.categories(made(PlanFactory)) == "Neglect"


def test_an_authority_is_named_as_told_else_by_its_code_else_in_words() -> None:
    assert words.authority("Elsewhere Council", "358") == "Elsewhere Council"
    assert words.authority("", "358") == "Trafford"
    assert words.authority("", "") == "another authority"


def test_what_must_be_seen_at_once_is_tagged() -> None:
    child = made(ChildFactory, is_restricted=True, birth_date=None, expected_birth_date=ON)
    assert [tag.text for tag in words.tags(child)] == ["Restricted", "Not yet born"]
    assert words.tags(made(ChildFactory)) == []


def test_what_was_typed_can_do_no_harm_and_keeps_its_lines() -> None:
    assert words.typed("<b>one\ntwo") == "&lt;b&gt;one<br>two"


def test_a_page_that_is_not_there_has_no_address() -> None:
    assert words.address("no_such_page") == "" and words.address("my_work") == "/"
