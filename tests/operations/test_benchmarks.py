"""Published figures taken into the database: once, by file, and replaced by later releases."""

import datetime as dt
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from conferences.models import BenchmarkFigure, StatisticalNeighbour
from conferences.operations.benchmarks import Loaded, load_benchmarks
from conferences.queries.benchmarks import benchmark, population
from conferences.rules.published import PublishedRecord
from safeguarding.audit import system_user
from safeguarding.models import AuditEntry

pytestmark = pytest.mark.django_db

TRAFFORD = "358"
NOON = dt.datetime(2018, 9, 3, 12, tzinfo=dt.UTC)


def command(*args: str) -> str:
    out = StringIO()
    call_command("load_benchmarks", *args, stdout=out)
    return out.getvalue()


def load(*records: PublishedRecord) -> Loaded:
    return load_benchmarks(records=records, by=system_user(), at=NOON)


def open_plans(value: str, release: int, table: str = "d5") -> PublishedRecord:
    return PublishedRecord(table, release, "AUTHORITY", TRAFFORD, "Trafford", 2018, {"CPP_At31": value})


@pytest.fixture
def loaded() -> None:
    command()


def test_the_projects_own_figures_load_once(loaded: None) -> None:
    figures, neighbours = BenchmarkFigure.objects.count(), StatisticalNeighbour.objects.count()
    again = command()

    assert "Figures: 0 added, 0 changed" in again and "Rows refused: 0" in again
    assert (BenchmarkFigure.objects.count(), StatisticalNeighbour.objects.count()) == (figures, neighbours)
    assert neighbours == 20


def test_a_later_release_replaces_and_an_older_one_does_not() -> None:
    assert load(open_plans("259", 2024)).added == 2
    assert load(open_plans("260", 2025)).changed == 2
    assert load(open_plans("259", 2024)).older == 2

    assert benchmark("plans_open", 2018, TRAFFORD).own == 260


def test_an_implied_population_never_replaces_an_estimate() -> None:
    estimate = PublishedRecord(
        "population", 2024, "AUTHORITY", TRAFFORD, "Trafford", 2025, {"population_estimate": "56737"}
    )
    rate = {"CPP_At31": "155", "CPP_At31_rate": "27.3"}
    load(estimate)
    load(PublishedRecord("d1", 2026, "AUTHORITY", TRAFFORD, "Trafford", 2025, rate))

    assert population(TRAFFORD, 2025) == 56737


def test_a_correction_within_a_release_replaces() -> None:
    load(open_plans("259", 2024))

    assert load(open_plans("258", 2024)).changed == 2


def test_a_hidden_figure_is_stored_as_hidden() -> None:
    load(open_plans("c", 2024))
    row = BenchmarkFigure.objects.get(measure="plans_open")

    assert (row.value, row.marker) == (None, "c")
    assert benchmark("plans_open", 2018, TRAFFORD).own is None


def test_loading_is_audited() -> None:
    load(open_plans("259", 2024))

    assert AuditEntry.objects.get(event="benchmarks.loaded").detail["added"] == 2


def test_a_newer_release_is_read_from_a_file(loaded: None, tmp_path: Path) -> None:
    path = tmp_path / "d3_cpps_subsequent_plan_2013_to_2026.csv"
    path.write_text(
        "time_period,geographic_level,region_code,region_name,old_la_code,la_name,"
        "CPP_start,CPP_subsequent,CPP_subsequent_percent\n"
        "2026,Local authority,E12000002,North West,358,Trafford,200,60,30\n"
        "2018,Local authority,E12000002,North West,358,Trafford,261,77,29.5\n"
        "2018,Local authority,E12000002,North West,000,Nowhere,1,1,100\n"
    )
    said = command(str(path))

    assert benchmark("repeat_plans", 2026, TRAFFORD).own == 30
    assert benchmark("repeat_plans", 2018, TRAFFORD).own == Decimal("29.5")
    assert "row 4: No local authority has the code '000'" in said and "Rows refused: 1" in said


def test_a_file_that_is_none_is_refused_by_the_command(tmp_path: Path) -> None:
    path = tmp_path / "d3_2026.csv"
    path.write_text("nothing\n")

    with pytest.raises(CommandError, match="The first row must name"):
        command(str(path))
    assert not BenchmarkFigure.objects.exists()
