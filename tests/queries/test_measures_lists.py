"""The rows behind a figure, its filters, and that the one is always the other's count."""

import datetime as dt

import pytest

from conferences.queries.measures import UnknownPart, figures, figures_by_period, members, months
from conferences.rules.measures_catalogue import MEASURES, UnknownMeasure
from safeguarding.workingdays import Period
from tests.factories import BenchmarkFigureFactory, ImportedChildFactory, PolicySettingFactory
from tests.queries.measures_world import YEAR, at, child, day, initial, plan, reviewed, transfer

pytestmark = pytest.mark.django_db


@pytest.fixture
def some_of_everything():
    again = child()
    plan("1 Jan 2016", "1 May 2018", child=again)
    plan("1 Sep 2018", child=again, previous_plans_recorded=1)
    reviewed("2 Apr 2018", "1 Jul 2018", "1 Mar 2019", latest_category="EMO")
    plan("1 May 2018", held_for_other_authority=True)
    initial("20 Dec 2018", "14 Jan 2019")
    initial("20 Dec 2018", "19 Dec 2018")
    transfer("1 Jun 2018", "30 Aug 2018")


@pytest.mark.parametrize("code", MEASURES)
def test_a_figure_is_the_count_of_the_rows_behind_it(code, some_of_everything):
    figure = figures(YEAR, [code])[code]
    lists = {
        part: members(code, YEAR, part=part) for part in ("numerator", "denominator", "rest", "left_out")
    }
    assert len(lists["numerator"]) == figure.numerator
    assert len(lists["denominator"]) == len(lists["numerator"]) + len(lists["rest"])
    assert len(lists["left_out"]) == sum(figure.left_out.values())
    if figure.denominator is not None and not figure.waits:
        assert len(lists["denominator"]) == figure.denominator


@pytest.mark.parametrize("code", [code for code, measure in MEASURES.items() if measure.splits])
def test_every_band_opens_to_its_rows(code, some_of_everything):
    breakdown = figures(YEAR, [code])[code].breakdown
    for split, bands in breakdown.items():
        for band, number in bands.items():
            part = f"{split}.{band}" if split else band
            assert len(members(code, YEAR, part=part)) == number


def test_a_row_says_which_record_it_is_and_what_was_counted():
    conference = initial("20 Dec 2018", "16 Jan 2019")
    (row,) = members("icpc_in_15_days", YEAR, part="16-20")
    assert (row.child_id, row.conference_child_id) == (conference.child_id, conference.pk)
    assert (row.enquiry_id, row.day, row.number) == (conference.enquiry_id, day("16 Jan 2019"), 16)


def test_the_latest_rows_come_first():
    first, second = plan("1 May 2018"), plan("1 Jun 2018")
    rows = members("plans_started", YEAR)
    assert [row.plan_id for row in rows] == [second.pk, first.pk]


def test_an_unknown_figure_or_part_is_refused_in_a_sentence():
    with pytest.raises(UnknownMeasure, match="no figure called plans_shut"):
        members("plans_shut", YEAR)
    with pytest.raises(UnknownPart, match="plans_open has no part called 16-20"):
        members("plans_open", YEAR, part="16-20")


def test_a_file_keeps_the_figures_to_the_children_who_stand_in_it():
    inside, _outside = plan("1 May 2018"), plan("1 May 2018")
    file = ImportedChildFactory(child=inside.child, file__reference_date=YEAR.to).file
    figure = figures(YEAR, ["plans_started", "plans_open"], file=file.pk)
    assert figure["plans_started"].numerator == 1
    assert set(figure["plans_open"].breakdown["months"].values()) == {0, 1}
    assert [row.plan_id for row in members("plans_started", YEAR, file=file.pk)] == [inside.pk]


def test_many_periods_are_counted_as_each_alone(some_of_everything):
    periods = [YEAR, Period(dt.date(2018, 4, 1), dt.date(2018, 8, 31)), Period.year(2018)]
    together = figures_by_period(periods)
    alone = [figures_by_period([period])[0] for period in periods]
    assert together == alone


def test_all_the_figures_take_a_fixed_number_of_queries(some_of_everything, django_assert_num_queries):
    with django_assert_num_queries(9):
        figures(YEAR)


def test_months_that_lie_in_the_period_are_counted():
    plan("10 Apr 2018")
    assert months(day("1 Apr 2018"), day("30 May 2018")) == {day("30 Apr 2018"): 1}
    assert months(day("1 Apr 2018"), day("29 Apr 2018")) == {}


def test_the_rate_divides_by_the_population_of_the_authority_compared():
    plan("1 May 2018")
    BenchmarkFigureFactory(
        measure="population_0_17", statistic="NUMERATOR", place="358", year=2019, value="50000", source="ONS"
    )
    assert at("rate_per_10000", "31 Mar 2019").as_text() == "population not known"
    PolicySettingFactory(key="BENCHMARK_AUTHORITY", value="358")
    figure = at("rate_per_10000", "31 Mar 2019")
    assert figure.as_text() == "0.2 per 10,000"
    assert figure.denominator == 50_000
    assert figure.source.endswith("population: ONS")


def test_there_is_no_rate_for_a_year_without_a_population():
    plan("1 May 2018")
    assert at("rate_per_10000", "31 Mar 2019").value is None


def test_a_figure_that_is_not_counted_yet_is_there_and_has_no_numbers():
    figure = at("visits_on_time", "31 Mar 2019")
    assert figure.waits == "Waits for visits to the child to be recorded here"
    assert {figure.as_json()[key] for key in ("numerator", "denominator", "value")} == {None}
    assert members("visits_on_time", YEAR) == []
