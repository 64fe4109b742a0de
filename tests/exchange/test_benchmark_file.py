"""Reading published figures from files: the DfE's columns, one figure a row, and rows that cannot be used."""

from pathlib import Path

import pytest

from conferences.exchange.benchmark_file import read_file
from safeguarding.refusals import Refused
from tests.shared_data import shared_file

WIDE = (
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,"
    "old_la_code,new_la_code,la_name,category"
)
TRAFFORD = "Local authority,E92000001,England,E12000002,North West,358,E08000009,Trafford,All"
NATION = "National,E92000001,England,,,,,,All"


def written(folder: Path, text: str, name: str = "d3_cpps_subsequent_plan_2013_to_2026.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_as_the_dfe_publishes_it_is_read_by_its_name(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        f"\ufeff{WIDE},CPP_start,CPP_subsequent,CPP_subsequent_percent\n"
        f"2026,Reporting year,{TRAFFORD},200,50,25\n2026,Reporting year,{NATION},60000,15000,25\n",
    )
    trafford, england = read_file(path).records

    assert (trafford.table, trafford.release, trafford.place, trafford.year) == ("d3", 2026, "358", 2026)
    assert (england.geography, england.place) == ("COUNTRY", "E92000001")
    assert trafford.columns["CPP_subsequent"] == "50"


def test_table_and_release_may_be_told(tmp_path: Path) -> None:
    path = written(tmp_path, f"{WIDE},CPP_At31\n2026,Reporting year,{TRAFFORD},150\n", name="download.csv")
    [record] = read_file(path, table="d5", release=2027).records

    assert (record.table, record.release) == ("d5", 2027)


def test_without_a_year_in_its_name_the_latest_year_is_the_release(tmp_path: Path) -> None:
    rows = "".join(f"{year},Reporting year,{TRAFFORD},150\n" for year in (2024, 2026, 2025))
    path = written(tmp_path, f"{WIDE},CPP_At31\n{rows}", name="d5_data.csv")

    assert {record.release for record in read_file(path).records} == {2026}


def test_a_population_counts_for_the_year_that_ends_the_next_march(tmp_path: Path) -> None:
    path = written(tmp_path, f"{WIDE},population_estimate\n2024,Reporting year,{TRAFFORD},56737\n", "ons.csv")
    [record] = read_file(path).records

    assert (record.table, record.year) == ("population", 2025)


def test_one_figure_a_row_is_joined_into_records(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "geography,old_la_code,new_la_code,year,measure,value,source\n"
        "Trafford,358,E08000009,2018,CPP_start,261,d3 (2025 release)\n"
        "Trafford,358,E08000009,2018,CPP_subsequent,76,d3 (2025 release)\n"
        "North West,,,2018,CPP_start,10740,d3 (2025 release)\n",
    )
    trafford, region = read_file(path).records

    assert trafford.columns == {"CPP_start": "261", "CPP_subsequent": "76"}
    assert (region.geography, region.place) == ("REGION", "E12000002")


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("Trafford,358,,18,CPP_start,261,d3 (2025 release)", "The year '18' is not one like 2025"),
        ("Trafford,999,,2018,CPP_start,261,d3 (2025 release)", "No local authority has the code '999'"),
        ("Northshire,,,2018,CPP_start,261,d3 (2025 release)", "No region is called 'Northshire'"),
        ("Trafford,358,,2018,CPP_start,many,d3 (2025 release)", "neither a number nor a marker"),
        ("Trafford,358,,2018,CPP_start,-5,d3 (2025 release)", "neither a number nor a marker"),
        ("Trafford,358,,2018,CPP_start,261,somewhere", "not a known table with its release"),
        ("Trafford,358,,2018,CPP_start", "more or fewer cells"),
        ("Trafford,358,,2018,CPP_start,261,d3 (2025 release),more", "more or fewer cells"),
    ],
)
def test_a_row_that_cannot_be_used_is_refused_by_number(tmp_path: Path, row: str, says: str) -> None:
    good = "England,,,2018,CPP_start,68770,d3 (2025 release)"
    header = "geography,old_la_code,new_la_code,year,measure,value,source"
    contents = read_file(written(tmp_path, f"{header}\n{good}\n{row}\n"))
    [(row_number, sentence)] = contents.refused

    assert row_number == 3 and says in sentence
    assert len(contents.records) == 1


def test_markers_of_the_dfe_are_kept(tmp_path: Path) -> None:
    path = written(tmp_path, f"{WIDE},CPP_start,CPP_subsequent\n2026,Reporting year,{TRAFFORD},low,c\n")
    [record] = read_file(path).records

    assert record.columns == {"CPP_start": "~", "CPP_subsequent": "c"}


@pytest.mark.parametrize(
    ("text", "name", "says"),
    [
        ("", "d3_2026.csv", "The first row must name the columns"),
        ("a,b\n1,2\n", "d3_2026.csv", "The first row must name the columns"),
        (f"{WIDE},CPP_start\n", "download.csv", "'download' is not one of"),
    ],
)
def test_a_file_of_another_kind_is_refused_in_a_sentence(
    tmp_path: Path, text: str, name: str, says: str
) -> None:
    with pytest.raises(Refused, match=says):
        read_file(written(tmp_path, text, name))


@pytest.mark.parametrize("raw", [b"\xff\xfe\x00binary", b'time_period,"unclosed\n'])
def test_a_file_that_is_no_csv_is_refused(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "d3_2026.csv"
    path.write_bytes(raw)

    with pytest.raises(Refused):
        read_file(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="could not be read"):
        read_file(tmp_path / "d3_2026.csv")


def test_the_file_of_many_figures_is_read_whole() -> None:
    path = shared_file("benchmarks/cp_benchmarks_england_nw_trafford_neighbours.csv")
    contents = read_file(path)

    assert contents.refused == []
    assert len({record.place for record in contents.records}) == 17
