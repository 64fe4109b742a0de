"""Published figures read beside our own: England, the region, the neighbours' median, the authority."""

import csv
from collections.abc import Iterator
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction

from conferences.queries.benchmarks import (
    benchmark,
    benchmarks,
    latest_benchmark,
    model_for,
    population,
    published_counts,
)
from tests.factories import BenchmarkFigureFactory, StatisticalNeighbourFactory
from tests.shared_data import shared_file

pytestmark = pytest.mark.django_db

TRAFFORD = "358"


@pytest.fixture(scope="module", autouse=True)
def loaded(django_db_setup: None, django_db_blocker) -> Iterator[None]:  # type: ignore[no-untyped-def]
    """The project's own figures, loaded once for all tests here, which only read them."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_benchmarks", stdout=StringIO())
        yield
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    ("measure", "year", "england", "region", "own"),
    [
        ("plans_open", 2018, "53790", "8290", "259"),
        ("rate_per_10000", 2018, "45.9", "53.8", "47.5"),
        ("repeat_plans", 2018, "20.2", "20.7", "29.1"),
        ("open_two_years", 2018, "1.8", "1.9", "6.6"),
        ("ended_two_years", 2018, "3.4", "3.8", "10.1"),
        ("icpc_in_15_days", 2018, "76.9", "77.9", "83.3"),
        ("reviews_on_time", 2018, "90.5", "90.8", "84.6"),
        ("repeat_plans", 2024, "24.7", "24.7", "39.8"),
        ("icpc_in_15_days", 2025, "81.4", "76.8", "87.1"),
        ("ended_two_years", 2025, "4.4", "4.2", "7.8"),
    ],
)
def test_figures_are_those_the_dfe_published(
    measure: str, year: int, england: str, region: str, own: str
) -> None:
    found = benchmark(measure, year, TRAFFORD)

    assert (found.england, found.region, found.own) == (Decimal(england), Decimal(region), Decimal(own))
    assert found.region_name == "North West" and found.sources


def test_the_neighbours_median_leaves_out_the_hidden_and_says_how_many() -> None:
    found = benchmark("open_two_years", 2025, TRAFFORD)
    with shared_file("benchmarks/cp_benchmarks_england_nw_trafford_neighbours.csv").open() as file:
        rows = [r for r in csv.DictReader(file) if r["measure"] == "2_years_or_more_percent"]
    ten = {"919", "356", "825", "931", "936", "305", "895", "873", "916", "334"}
    cells = [
        r["value"] for r in rows if r["year"] == "2025" and r["old_la_code"] in ten and "d5" in r["source"]
    ]
    shown = sorted(Decimal(cell) for cell in cells if cell != "c")

    assert (found.neighbours_shown, found.neighbours_known, found.neighbours_model) == (len(shown), 10, 2025)
    assert found.neighbours == (shown[(len(shown) - 1) // 2] + shown[len(shown) // 2]) / 2


def test_a_median_is_of_figures_as_they_are_and_is_rounded_once() -> None:
    """Of 76.949 and 76.949 it is 76.9; of each rounded to two decimals before it would be 77.0."""
    codes = [f"{n:03}" for n in range(1, 3)]
    with transaction.atomic():
        for rank, code in enumerate(codes, start=1):
            StatisticalNeighbourFactory(authority="999", neighbour=code, model_year=2018, rank=rank)
            BenchmarkFigureFactory(
                measure="icpc_in_15_days", statistic="VALUE", place=code, year=2031, value=Decimal("76.949")
            )
        assert benchmark("icpc_in_15_days", 2031, "999").neighbours == Decimal("76.9")
        transaction.set_rollback(True)


def test_each_year_uses_the_neighbours_of_its_own_model() -> None:
    years = benchmarks("repeat_plans", [2018, 2024, 2025], TRAFFORD)

    assert [line.neighbours_model for line in years] == [2021, 2021, 2025]


def test_before_the_first_model_the_first_stands_in() -> None:
    models = {2021: ["919"], 2025: ["356"]}

    assert (model_for(2018, models), model_for(2022, models), model_for(2030, models)) == (2021, 2021, 2025)
    assert model_for(2018, {}) is None


def test_several_years_take_two_queries(django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    with django_assert_num_queries(2):
        assert len(benchmarks("repeat_plans", list(range(2013, 2026)), TRAFFORD)) == 13


def test_an_authority_without_figures_has_england_alone() -> None:
    found = benchmark("repeat_plans", 2018, "000")

    assert (found.own, found.region, found.neighbours, found.neighbours_known) == (None, None, None, 0)
    assert found.england == Decimal("20.2")


def test_a_year_without_figures_is_empty_not_an_error() -> None:
    found = benchmark("repeat_plans", 2031, TRAFFORD)

    assert (found.england, found.own, found.sources) == (None, None, ())


def test_population_is_the_estimate_where_one_is_held() -> None:
    assert population(TRAFFORD, 2025) == 56737


@pytest.mark.parametrize("year", range(2013, 2026))
def test_population_gives_the_published_rate_back(year: int) -> None:
    people = population(TRAFFORD, year)
    rate, plans = benchmark("rate_per_10000", year, TRAFFORD).own, benchmark("plans_open", year, TRAFFORD).own

    assert people and rate and plans
    assert abs(plans * 10000 / people - rate) <= Decimal("0.05")


def test_bands_of_duration_are_read_by_part() -> None:
    assert benchmark("open_by_duration", 2018, TRAFFORD, part="3_months_or_less").own == Decimal("29.7")
    assert published_counts("open_by_duration", 2018, TRAFFORD, part="3_months_or_less") == (77, None)


def test_a_count_out_of_its_total_is_known() -> None:
    assert published_counts("repeat_plans", 2018, TRAFFORD) == (76, 261)


def test_the_latest_year_of_a_measure_is_known() -> None:
    latest = latest_benchmark("repeat_plans", TRAFFORD)
    assert latest == benchmark("repeat_plans", 2025, TRAFFORD)
    assert latest_benchmark("no_such_measure", TRAFFORD) is None
