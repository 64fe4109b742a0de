"""The charts' words in a browser: whole, in whatever font the page has, for the wide page and for a phone."""

import datetime as dt
from decimal import Decimal

import pytest

from conferences.figures.charts import Bar, Column, Picture, columns_chart, durations_chart, run_chart
from conferences.rules.breakdowns import DURATIONS
from conferences.rules.control_band import ControlBand, MonthEnd

BAND = ControlBand(250, Decimal(4))
ENDS = [dt.date(2018, month, 28) for month in range(1, 13)]
MONTHS = [MonthEnd(day, 240 + at * 2, BAND.standing(240 + at * 2)) for at, day in enumerate(ENDS)]
BARS = [
    Bar(duration.label, series, Decimal("45.2"))
    for duration in DURATIONS
    for series in ("Open plans", "Ended plans", "Neighbours, open (2025)")
]
YEARS = [
    Column(label, Decimal("99.1"), Decimal("96.4")) for label in ("2024", "2025", "2026", "2027 to date")
]
DRAWN = {
    "run": (run_chart, (MONTHS, BAND)),
    "durations": (durations_chart, (BARS,)),
    "columns": (columns_chart, (YEARS, "Statistical neighbours, median")),
}
OUTSIDE = """svg => {
  const room = svg.getBoundingClientRect();
  return [...svg.querySelectorAll("text")].filter(text => {
    const box = text.getBoundingClientRect();
    return box.width && (box.left < room.left - 1 || box.right > room.right + 1 || box.top < room.top - 1);
  }).map(text => text.textContent);
}"""


@pytest.mark.parametrize("name", DRAWN)
def test_no_word_of_a_chart_is_cut_off(page, size, name):
    draw, data = DRAWN[name]
    svg = Picture(draw, data, narrow=size == "narrow").svg()
    width = 330 if size == "narrow" else 960
    page.set_content(f"<style>svg {{ display: block; width: {width}px }}</style>{svg}")
    assert page.locator("svg").evaluate(OUTSIDE) == []
