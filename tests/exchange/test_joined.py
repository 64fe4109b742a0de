"""Files that tell of a number whose record was joined into another reach the one that stays."""

import datetime as dt

import pytest

from conferences.models import Plan
from safeguarding.models import Child
from tests.exchange.census import child, episode, of_year, plan, said, taken
from tests.exchange.feed import fed, lines, row
from tests.factories import ChildFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept():
    return ChildFactory(la_child_id="FB009", given_names="Amber", family_name="Fable")


@pytest.fixture
def gone(kept):
    return ChildFactory(la_child_id="FB001", given_names="Amber", family_name="Fable", joined_into=kept)


def test_a_census_of_the_old_number_reaches_the_record_that_stays(kept, gone):
    taken(of_year(2024, child(episode(plan()), LAchildID="FB001")))
    assert Plan.every.get().child == kept and Child.every.count() == 2


def test_a_census_of_both_numbers_is_taken_once_and_says_so(kept, gone):
    xml = of_year(2024, child(episode(), LAchildID="FB001"), child(episode(plan()), LAchildID="FB009"))
    file = taken(xml)
    assert Plan.every.get().child == kept
    assert "joined into another of the same child" in said(file, "JOINED")[0]


def test_the_case_system_s_file_of_the_old_number_reaches_it_too(kept, gone):
    fed(row("FB001", born="2012-05-04", upn="H801200001001"))
    kept.refresh_from_db()
    gone.refresh_from_db()
    assert (kept.upn, gone.upn) == ("H801200001001", "") and kept.birth_date == dt.date(2012, 5, 4)


def test_the_case_system_s_file_of_both_numbers_is_taken_once(kept, gone):
    feed = fed(row("FB001", family="Other"), row("FB009"))
    kept.refresh_from_db()
    assert kept.family_name == "Fable" and feed.counts["refused"] == 1
    assert "joined into another" in lines(feed)[0].problem


def test_a_pupil_number_that_came_with_the_old_record_is_nobody_elses(kept, gone):
    Child.every.filter(pk=gone.pk).update(upn="H801200001001")
    feed = fed(row("FB009", upn="H801200001001"))
    assert feed.counts["refused"] == feed.counts["noted"] == 0
