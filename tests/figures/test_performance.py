"""The performance page's words and pictures: one number reads the same wherever it stands."""

import json
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from conferences.figures.benchmark_words import neighbours_note
from conferences.figures.charts import Bar, Column, columns_chart, durations_chart, run_chart, sparkline
from conferences.figures.performance_charts import durations_draft, run_draft, year_draft
from conferences.figures.performance_facts import Facts
from conferences.figures.performance_tiles import tiles
from conferences.queries.benchmarks import Benchmark
from conferences.queries.measures.series import YearFigure
from conferences.rules.breakdowns import DURATIONS
from conferences.rules.control_band import ControlBand, MonthEnd
from conferences.rules.coverage import Coverage
from conferences.rules.figures import Figure, Unit, valued
from safeguarding.pagekit.components import Cell
from safeguarding.workingdays import Period

YEAR = Period.year(2018)
CODES = (
    "plans_open",
    "repeat_plans",
    "open_two_years",
    "ended_two_years",
    "icpc_in_15_days",
    "reviews_on_time",
    "icpc_overdue",
    "reviews_held_on_time",
)


def figure(code: str, part: int, whole: int | None, **more: Any) -> Figure:
    unit = Unit.COUNT if whole is None else Unit.PERCENT
    return Figure(code, part, whole, valued(unit, part, whole), unit, YEAR, "DfE", **more)


def benchmark(code: str, neighbours: str, **more: Any) -> Benchmark:
    found = Benchmark(code, 2018, None, None, "", Decimal(neighbours), 8, 10, 2016, None, ())
    return replace(found, **more)


def facts(neighbours: str = "77.65", **figures: Figure) -> Facts:
    by_code = {code: figure(code, 80, 100) for code in CODES} | {
        "plans_open": figure("plans_open", 250, None)
    }
    compared = {(code, "", 2018): benchmark(code, neighbours) for code in CODES}
    parts = {
        ("open_by_duration", band.key, 2018): benchmark("open_by_duration", neighbours) for band in DURATIONS
    }
    return Facts(
        period=YEAR,
        figures=by_code | figures,
        run=[],
        band=ControlBand(250, Decimal("4")),
        years={code: [YearFigure(2018, False, (by_code | figures)[code])] for code in CODES},
        published=compared | parts,
        limits={
            "TARGET_REPEAT_PLANS_PERCENT": Decimal("22.00"),
            "TARGET_OPEN_TWO_YEARS_PERCENT": Decimal(3),
            "TARGET_ICPC_IN_15_DAYS_PERCENT": Decimal("90"),
            "TARGET_REVIEWS_ON_TIME_PERCENT": Decimal("95.5"),
        },
        known=Coverage(),
    )


def durations(*counts: int) -> Figure:
    keys = [band.key for band in DURATIONS]
    return figure("open_by_duration", sum(counts), None, breakdown={"": dict(zip(keys, counts, strict=True))})


def texts(chart: Any) -> list[str]:
    """The words drawn beside the bars or columns."""
    data = chart.to_dict()
    rows = [row for name in data["datasets"] for row in data["datasets"][name]] if "datasets" in data else []
    return [row["said"] for row in rows if "said" in row] or _inline(data)


def _inline(data: dict[str, Any]) -> list[str]:
    found = []
    for layer in [data, *data.get("layer", [])]:
        found += [row["said"] for row in layer.get("data", {}).get("values", []) if "said" in row]
    return list(dict.fromkeys(found))


def test_the_neighbours_read_the_same_on_tile_and_in_table():
    known = facts(neighbours="77.7")
    notes = [tile.note for tile in tiles(known, str) if tile.label.startswith("Second")]
    draft = year_draft(known, "repeat_plans")
    assert notes == ["Neighbours 77.7% (median of 8 of 10, list of 2016) (2018)"]
    assert draft is not None and draft.table.rows[0][2] == Cell("77.7%", note="8 of 10, list of 2016")


def test_england_and_the_region_stand_beside_the_neighbours():
    others = {"england": Decimal("24.7"), "region": Decimal("20.1"), "region_name": "North West"}
    found = benchmark("repeat_plans", "77.7", **others)
    known = replace(facts(), published={("repeat_plans", "", 2018): found})
    [tile] = [tile for tile in tiles(known, str) if tile.label.startswith("Second")]
    assert tile.note.startswith("Neighbours 77.7% (median of 8 of 10, list of 2016), England 24.7%, ")
    assert tile.note.endswith("North West 20.1% (2018)")
    draft = year_draft(known, "repeat_plans")
    assert draft is not None and draft.table.rows[0][3:] == ["24.7%", "20.1%"]
    assert [column.label for column in draft.table.columns][3:] == ["England", "North West"]


def test_a_note_says_of_how_many_neighbours_on_which_list_a_median_is():
    years = [
        benchmark("repeat_plans", "20", year=2017, neighbours_shown=7),
        benchmark("repeat_plans", "20"),
        benchmark("repeat_plans", "20", year=2019, neighbours_model=2019, neighbours_shown=10),
    ]
    assert neighbours_note(years) == (
        "Neighbours: the median in 2017 to 2018 of 7 to 8 of 10 on the list of 2016 and in 2019 of 10 of 10 "
        "on the list of 2019; the others have no published figure, or one hidden because it is small."
    )
    assert neighbours_note(years[2:]) == "Neighbours: the median in 2019 of 10 of 10 on the list of 2019."
    assert neighbours_note([None]) == ""


def test_where_nothing_is_published_for_others_there_is_no_column_for_them():
    draft = year_draft(replace(facts(), published={}), "repeat_plans")
    assert draft is not None and [column.label for column in draft.table.columns] == ["Year", "This council"]


def test_ours_is_above_neighbours_only_where_what_is_shown_is():
    level = facts("77.7", repeat_plans=figure("repeat_plans", 777, 1000))
    below = facts("77.6", repeat_plans=figure("repeat_plans", 777, 1000))
    drafts = [year_draft(known, "repeat_plans") for known in (level, below)]
    headlines = [draft.headline for draft in drafts if draft]
    assert headlines == [
        "Second or subsequent plans: not above neighbours in 1 year",
        "Second or subsequent plans: above neighbours in 2018",
    ]


def test_a_share_is_rounded_once_in_headline_table_and_picture():
    """31 of 69 is 44.927...: 44.9 to one decimal, never 45 by way of 44.9 or 44.93."""
    open_ = durations(18, 10, 10, 20, 11)
    draft = durations_draft(facts(open_by_duration=open_, ended_by_duration=durations(0, 0, 0, 0, 0)))
    assert draft is not None
    assert draft.headline.startswith("44.9% of open plans")
    assert [row[2] for row in draft.table.rows] == ["26.1%", "14.5%", "14.5%", "29.0%", "15.9%"]
    bars = durations_chart([Bar("3 months or less", "Open plans", Decimal("26.1"))])
    assert texts(bars) == ["26.1%"]


def test_targets_are_written_as_they_were_set():
    words = [tile.tag.text for tile in tiles(facts(), str) if tile.tag]
    assert words == [
        "Within the band",
        "Above 22% target",
        "Above 3% target",
        "Below 90% target",
        "Below 95.5% target",
    ]


@pytest.mark.parametrize(("families", "words"), [(1, "in 1 family"), (1204, "in 1,204 families"), (None, "")])
def test_families_stand_with_their_noun(families, words):
    known = facts(plans_open=figure("plans_open", 250, None, families=families))
    assert tiles(known, str)[0].of == words


def test_no_axis_goes_above_a_hundred_per_cent() -> None:
    chart = columns_chart([Column("2018", Decimal("99.0"), None)], "Neighbours").to_dict()
    assert chart["layer"][0]["encoding"]["y"]["scale"]["domain"] == [0, 100]


def key(chart) -> list[str]:
    return re.findall('━ [^"]+', json.dumps(chart.to_dict(), ensure_ascii=False))


def test_a_line_is_named_only_where_one_is_drawn():
    alone, beside = Column("2018", Decimal(40), None), Column("2019", Decimal(40), Decimal(30))
    assert key(columns_chart([alone], "Neighbours")) == []
    assert key(columns_chart([alone, beside], "Neighbours")) == ["━ Neighbours"]
    # On a phone the four latest years are drawn.
    assert key(columns_chart([beside, *[alone] * 4], "Neighbours", narrow=True)) == []


@pytest.mark.parametrize(
    ("value", "compared", "above"), [(0, None, 0), (1, None, 1), (0, 1, 1), (0, 9, 0), (30, None, None)]
)
def test_the_words_of_a_low_column_stand_above_it(value, compared, above):
    """In white they stand inside a high one, and would not be seen on the ground."""
    columns = [
        Column("2018", Decimal(40), None),
        Column("2019", Decimal(value), compared and Decimal(compared)),
    ]
    for narrow in (False, True):
        chart = columns_chart(columns, "Neighbours", narrow=narrow).to_dict()
        row = next(r for rows in chart["datasets"].values() for r in rows if r.get("label") == "2019")
        assert row["above"] == above


def test_each_length_has_room_for_its_words():
    two_lines = [Bar(duration.label, "Open plans", Decimal(20)) for duration in DURATIONS]
    for narrow in (False, True):
        chart = durations_chart(two_lines, narrow=narrow).to_dict()
        rows = [r["group"] for rows in chart["datasets"].values() for r in rows]
        most = max(row.count("|") + 1 for row in rows)
        assert most > 1 and chart["height"] >= 22 * most * len(DURATIONS)


def test_of_nothing_a_tile_says_that_there_is_none():
    shown = tiles(facts(ended_two_years=figure("ended_two_years", 0, 0)), str)[3]
    assert (shown.figure, shown.of) == ("–", "None to count")


def test_columns_say_the_value_of_the_table():
    draft = year_draft(facts(icpc_in_15_days=figure("icpc_in_15_days", 7765, 10000)), "icpc_in_15_days")
    assert draft is not None
    assert draft.table.rows[0][1] == "7,765 of 10,000 (77.7%)"
    assert texts(columns_chart(*draft.pictures[0].data)) == ["77.7%"]


def test_nothing_is_measured_against_what_is_not_set():
    months = [MonthEnd(day, 250, None) for day in (date(2018, 7, 31), date(2018, 8, 31))]
    none = dict.fromkeys(facts().limits)
    known = replace(facts(), band=None, run=months, limits=none, published={})
    shown = tiles(known, str)
    assert {tile.tag for tile in shown} == {None}
    assert [tile.note for tile in shown if tile.label == "Child protection plans open"] == ["No band is set"]
    assert "No target is set" in {tile.note for tile in shown}
    draft = run_draft(known)
    assert draft.headline == "250 plans open at the end of August 2018"
    assert draft.sentence.endswith("No band is set, so none is drawn.")
    assert [column.label for column in draft.table.columns] == ["Month end", "Plans open"]
    layers = run_chart(months, None).to_dict()["layer"]
    assert "rect" not in [layer["mark"]["type"] for layer in layers]


def test_months_that_are_not_known_break_the_line_and_are_no_part_of_its_words():
    days = [date(2018, month, 28) for month in range(1, 7)]
    run = [
        MonthEnd(day, plans, None) for day, plans in zip(days, (None, 145, None, 150, 160, None), strict=True)
    ]
    draft = run_draft(replace(facts(), band=None, run=run))
    assert draft is not None and draft.headline == "160 plans open at the end of May 2018"
    assert draft.subtitle == "Plans open at month ends, February 2018 to May 2018"
    assert draft.sentence.startswith("From 145 to 160; 160 on 28 May 2018.")
    assert draft.notes == ("3 of the 6 month ends are not known, and are left out.",)
    one = run_draft(replace(facts(), band=None, run=run[:2]))
    assert one is not None and one.notes == ("1 of the 2 month ends is not known, and is left out.",)
    assert [row[1] for row in draft.table.rows] == [
        "not known",
        "145",
        "not known",
        "150",
        "160",
        "not known",
    ]
    assert [month.plans for month in draft.pictures[0].data[0]] == [145, None, 150, 160]


def test_a_run_of_months_that_are_not_known_is_no_chart():
    assert run_draft(replace(facts(), run=[MonthEnd(date(2018, 1, 31), None, None)])) is None


def test_a_sparkline_breaks_where_a_value_is_missing():
    assert sparkline([1, 2, None, 3]).count("<polyline") == 2
    assert sparkline([None, 1, 2, None]) == sparkline([1, 2])
    assert sparkline([None, 1, None]) == ""


def test_a_tile_of_days_that_are_not_known_says_to_which_day_and_stands_against_nothing():
    unknown = figure("repeat_plans", 0, 0, unknown="Known to 31 March 2016")
    open_ = figure("plans_open", 0, None, unknown="Known to 31 March 2016")
    shown = tiles(facts(repeat_plans=unknown, plans_open=open_), str)[:2]
    assert [(t.figure, t.of, t.tag, t.note) for t in shown] == [("–", "", None, "Known to 31 March 2016")] * 2


def test_a_year_that_is_not_known_keeps_its_place_in_the_picture_and_the_table():
    blank = replace(figure("repeat_plans", 0, 0), unknown="Known to 31 March 2018")
    known = facts(repeat_plans=figure("repeat_plans", 30, 100))
    years = [*known.years["repeat_plans"], YearFigure(2019, True, blank)]
    draft = year_draft(replace(known, years={"repeat_plans": years}), "repeat_plans")
    assert draft is not None and draft.sentence.startswith("2018: 30 of 100 (30.0%).")
    assert draft.table.rows[1][1] == "Known to 31 March 2018"
    assert texts(columns_chart(*draft.pictures[0].data)) == ["30.0%", "not known"]


def test_plans_that_ended_are_told_alone_where_how_many_are_open_is_not_known():
    unknown = replace(durations(0, 0, 0, 0, 0), breakdown={}, unknown="Known to 31 March 2016")
    ended = replace(durations(1, 0, 0, 1, 2), code="ended_by_duration")
    draft = durations_draft(facts(open_by_duration=unknown, ended_by_duration=ended))
    assert draft is not None and draft.headline == "75.0% of the plans that ended had lasted a year or more"
    assert draft.sentence.startswith("How many open is not known and 4 plans ended.")
    assert draft.table.rows[0][1:5] == ["not known", "not known", "1", "25.0%"]


def test_a_month_without_a_plan_on_record_is_not_below_the_band():
    band = ControlBand(250, Decimal(4))
    ends = [
        MonthEnd(date(2018, m, 28), plans, band.standing(plans)) for m, plans in ((1, 0), (2, 0), (3, 250))
    ]
    empty = run_draft(replace(facts(plans_open=figure("plans_open", 0, None)), run=ends[:2]))
    assert empty.headline == "No plan was on record at any of these month ends"
    assert tiles(facts(plans_open=figure("plans_open", 0, None)), str)[0].tag is None
    begun = run_draft(replace(facts(), run=ends))
    assert begun.headline == "Open plans never left 240 to 260 in 1 month"
    assert [row[2] for row in begun.table.rows] == ["none on record", "none on record", "within the band"]
