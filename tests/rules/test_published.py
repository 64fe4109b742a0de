"""Published tables read in our terms: which column is which figure, and what follows from them."""

from decimal import Decimal

import pytest

from conferences.rules.published import (
    DENOMINATOR,
    NUMERATOR,
    POPULATION,
    VALUE,
    PublishedRecord,
    figures,
    number,
)


def record(table: str, columns: dict[str, str], **fields: object) -> PublishedRecord:
    place = {"geography": "AUTHORITY", "place": "358", "place_name": "Trafford", "year": 2018}
    return PublishedRecord(table=table, columns=columns, **{"release": 2024, **place, **fields})  # type: ignore[arg-type]


def value(records: list[PublishedRecord], measure: str, statistic: str, part: str = "") -> Decimal | None:
    found = figures(records)
    [figure] = [f for key, f in found.items() if key[0] == measure and key[4] == statistic and key[1] == part]
    return figure.value


def test_conferences_in_time_are_the_first_two_bands_of_all() -> None:
    c4 = record("c4", {"ICPC": "294", "Duration_0-10_days": "56", "Duration_11-15_days": "189"})

    assert value([c4], "icpc_in_15_days", NUMERATOR) == 245
    assert value([c4], "icpc_in_15_days", DENOMINATOR) == 294
    # Rounded where it is shown: a median of rounded figures would be rounded twice.
    assert value([c4], "icpc_in_15_days", VALUE) == Decimal("83.333333")


def test_a_hidden_band_hides_the_figure_made_of_it() -> None:
    c4 = record("c4", {"ICPC": "294", "Duration_0-10_days": "c", "Duration_11-15_days": "189"})
    found = figures([c4])

    assert value([c4], "icpc_in_15_days", VALUE) is None
    assert found["icpc_in_15_days", "", 2018, "358", VALUE].marker == "c"


def test_the_same_column_of_two_tables_is_two_measures() -> None:
    tables = [
        record("d5", {"2_years_or_more_percent": "6.6"}),
        record("d7", {"2_years_or_more_percent": "10.1"}),
    ]

    assert value(tables, "open_two_years", VALUE) == Decimal("6.6")
    assert value(tables, "ended_two_years", VALUE) == Decimal("10.1")


def test_a_later_release_of_the_same_figure_wins_in_either_order() -> None:
    old, new = record("d1", {"CPP_At31": "43190"}), record("d5", {"CPP_At31": "43140"}, release=2025)

    assert value([old, new], "plans_open", NUMERATOR) == 43140
    assert value([new, old], "plans_open", NUMERATOR) == 43140


def test_an_empty_cell_is_no_figure() -> None:
    assert figures([record("d1", {"CPP_start": ""})]) == {}


def test_population_is_what_every_published_rate_agrees_on() -> None:
    # 259 at 47.5 and 261 at 47.8 and 462 at 84.6 leave 54,578 to 54,584 children between them.
    d1 = record(
        "d1", {"CPP_At31": "259", "CPP_At31_rate": "47.5", "CPP_start": "261", "CPP_start_rate": "47.8"}
    )
    c4 = record("c4", {"Section47": "462", "Section47_rate": "84.6"})

    people = value([d1, c4], POPULATION, NUMERATOR)

    assert people is not None and 54578 <= people <= 54584
    assert (Decimal(259) * 10000 / people).quantize(Decimal("0.1")) == Decimal("47.5")


def test_an_estimate_of_population_stands_over_one_implied() -> None:
    implied = record("d1", {"CPP_At31": "155", "CPP_At31_rate": "27.3"})
    published = record("population", {"population_estimate": "56737"}, release=2023)

    assert value([published, implied], POPULATION, NUMERATOR) == 56737
    assert value([implied, published], POPULATION, NUMERATOR) == 56737


def test_a_table_stands_over_the_tool_that_repeats_it() -> None:
    lait = record("lait", {"Reviewed_within_timescales_percent": "95.0"})
    d6 = record("d6", {"Reviewed_within_timescales_percent": "95.1"})

    assert value([d6, lait], "reviews_on_time", VALUE) == Decimal("95.1")
    assert value([lait, d6], "reviews_on_time", VALUE) == Decimal("95.1")


def test_a_derived_figure_says_so() -> None:
    c4 = record("c4", {"ICPC": "294", "Duration_0-10_days": "56", "Duration_11-15_days": "189"})

    assert "added up, from DfE children in need table C4, 2024 release" in (
        figures([c4])["icpc_in_15_days", "", 2018, "358", VALUE].source
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,270", Decimal(1270)),
        ("17", Decimal(17)),
        ("0", Decimal(0)),
        ("c", None),
        ("", None),
        ("1.2.3", None),
    ],
)
def test_a_cell_is_a_number_or_none(text: str, expected: Decimal | None) -> None:
    assert number(text) == expected
