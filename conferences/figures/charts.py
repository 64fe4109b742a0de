"""Charts drawn on the server: a specification becomes SVG once and is kept by its content.

The same drawing serves the page and every document. Each chart has a wide and a narrow drawing, because a
wide one shrunk to a phone has letters nobody can read. Pictures are hidden from screen readers: the page says
the same in words.
"""

from __future__ import annotations

import hashlib
import json
import re
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import altair as alt
import vl_convert
from django.core.cache import cache
from django.utils.safestring import SafeString, mark_safe

from conferences.figures.theme import ALERT, BAND, CONFIG, GREY, INK, NAVY, TEAL
from conferences.rules.control_band import ControlBand, MonthEnd
from safeguarding.wording import number, percent, uk_short_month

KEPT_SECONDS = 30 * 24 * 60 * 60
# Part of every key: raise it when the drawing changes, so that no old picture is shown.
DRAWING = 8
WIDE, NARROW = 720, 300
# Splits the words of a label into lines.
BREAK = "|"
# What a bar takes beside another, and a line of the words before it.
BAR, LINE = 26, 22
# A column lower than this cannot hold its value's words: they stand above it.
HOLDS_WORDS = 30
# What the widest of the page's fonts takes for a letter of 16 px. The drawing is measured with another font,
# so a label's room is counted in letters.
LETTER = 10


@dataclass(frozen=True)
class Bar:
    """One bar: its group (a duration), its series (open, ended, neighbours) and its percentage."""

    group: str
    series: str
    percent: Decimal


@dataclass(frozen=True)
class Column:
    """One column: a year's words, our value, and the value to compare with (None: not published). Where there
    is no value, `none` says why.
    """

    label: str
    value: Decimal | None
    compared: Decimal | None
    none: str = "no figure"


@dataclass(frozen=True)
class Picture:
    """A chart to be drawn: which, from what, and for which width. Its key needs no drawing, so a kept one is
    quick.
    """

    draw: Callable[..., alt.TopLevelMixin]
    data: tuple[Any, ...]
    narrow: bool = False

    @property
    def key(self) -> str:
        content = f"{self.draw.__name__} {self.data!r} {self.narrow}"
        return f"chart:{DRAWING}:{hashlib.sha256(content.encode()).hexdigest()}"

    def svg(self) -> str:
        chart = self.draw(*self.data, narrow=self.narrow)
        # To hold it against Altair's schema takes half as long as the drawing; the tests do.
        return _render(json.dumps(chart.to_dict(validate=False), default=str), self.key[-8:])


def both(draw: Callable[..., alt.TopLevelMixin], *data: Any) -> list[Picture]:
    """The wide and the narrow picture of one chart."""
    return [Picture(draw, data), Picture(draw, data, narrow=True)]


def svgs(pictures: Sequence[Picture]) -> list[SafeString]:
    """The drawings, in order; those not drawn before are drawn and kept. One query reads the kept ones."""
    keys = [picture.key for picture in pictures]
    kept: dict[str, str] = cache.get_many(keys)
    fresh = {p.key: p.svg() for p in pictures if p.key not in kept}
    if fresh:
        cache.set_many(fresh, KEPT_SECONDS)
    # Drawn by us from numbers and our own words; vl-convert escapes what it writes.
    return [mark_safe((kept | fresh)[key]) for key in keys]


def _render(text: str, mark: str) -> str:
    svg = vl_convert.vegalite_to_svg(text, vl_version="6.1")
    # Several drawings stand on one page: their ids must differ, and the page's own size must rule.
    svg = re.sub(r'\bid="([^"]+)"', rf'id="{mark}-\1"', svg)
    svg = re.sub(r"url\(#([^)]+)\)", rf"url(#{mark}-\1)", svg)
    head, body = svg.split(">", 1)
    head = re.sub(r' (width|height|class)="[^"]*"', "", head)
    return f'{head} class="app-svg" focusable="false">{body}'


def _finish(chart: Any, width: int, height: int, right: int = 8) -> alt.TopLevelMixin:
    """`right` px of padding stand beside the plot for what a wide font needs there."""
    padding = {**CONFIG["padding"], "right": right}
    finished: alt.TopLevelMixin = chart.properties(width=width, height=height).configure(
        **CONFIG | {"padding": padding}
    )
    return finished


def _split(limit: int, extent: float = 0) -> dict[str, Any]:
    """An axis's labels in the lines that _lines made, in at least `extent` px."""
    room = {"minExtent": extent} if extent else {}
    return {"labelLimit": limit, "labelExpr": f"split(datum.label, '{BREAK}')", "ticks": False, **room}


def run_chart(
    months: Sequence[MonthEnd], band: ControlBand | None, *, narrow: bool = False
) -> alt.TopLevelMixin:
    """Plans open at each month end, with the band they are expected in and the months outside it named.

    The line breaks where a month is not known.
    """
    shown = [float(m.plans) for m in months if m.plans is not None]
    shown += [float(band.lower), float(band.upper)] if band else []
    low, high = min(shown), max(shown)
    scale = alt.Scale(
        domain=[max(0, low - (high - low) * 0.25), high + (high - low) * 0.2], nice=True, zero=False
    )
    rows = [
        {"day": m.day.isoformat(), "count": m.plans, "outside": m.is_flagged, "said": said}
        for m, said in zip(months, _month_labels(months, narrow), strict=True)
    ]
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        x=alt.X("day:T", title=None, axis=_months_axis(months, narrow)),
        y=alt.Y("count:Q", title=None, scale=scale, axis=alt.Axis(tickCount=5, domain=False, ticks=False)),
    )
    layers = [
        *(_band_layers(band, narrow) if band else []),
        base.mark_line(color=NAVY, strokeWidth=3, invalid="break-paths-show-path-domains"),
        base.transform_filter("!datum.outside && datum.count !== null").mark_point(
            color=NAVY, filled=True, size=30, opacity=1
        ),
        base.transform_filter("datum.outside").mark_point(
            color=ALERT, filled=True, shape="diamond", size=180, opacity=1
        ),
        base.mark_text(color=ALERT, fontWeight="bold", align="right", dx=-14).encode(text="said:N"),
    ]
    return _finish(
        alt.layer(*layers), NARROW if narrow else WIDE, 260 if narrow else 320, 16 if narrow else 40
    )


def _months_axis(months: Sequence[MonthEnd], narrow: bool) -> alt.Axis:
    """Labels at the month ends themselves, few enough to be read."""
    room = 3 if narrow else 7
    step = max(1, -(-len(months) // room))
    shown = [m.day for m in list(months)[::-1][::step]][::-1]
    ends = [{"year": d.year, "month": d.month, "date": d.day} for d in shown]
    return alt.Axis(values=ends, format="%b %Y", grid=False, labelFlush=False, labelOverlap=False)


def _band_layers(band: ControlBand, narrow: bool) -> list[alt.Chart]:
    low, high = float(band.lower), float(band.upper)
    area = alt.Chart(alt.InlineData(values=[{"low": low, "high": high}])).mark_rect(color=BAND)
    centre = alt.Chart(alt.InlineData(values=[{"centre": band.centre}]))
    layers = [
        area.encode(y="low:Q", y2="high:Q"),
        centre.mark_rule(color=GREY, strokeDash=[6, 4], strokeWidth=1.5).encode(y="centre:Q"),
    ]
    if narrow:
        return layers
    words = [
        {"at": high, "text": f"{number(band.upper)} (+{number(band.width)}%)"},
        {"at": band.centre, "text": f"{number(band.centre)} expected"},
        {"at": low, "text": f"{number(band.lower)} (−{number(band.width)}%)"},
    ]
    label = alt.Chart(alt.InlineData(values=words)).mark_text(align="left", dx=8, color=GREY)
    return [*layers, label.encode(x=alt.value(WIDE), y="at:Q", text="text:N")]


def _month_labels(months: Sequence[MonthEnd], narrow: bool) -> list[str]:
    """Words for the months outside the band; where they are many, for the latest, or they would overlap."""
    flagged = [m.day for m in months if m.is_flagged]
    named = flagged[-1:] if narrow or len(flagged) > 3 else flagged
    return [f"{number(m.plans or 0)} in {uk_short_month(m.day)}" if m.day in named else "" for m in months]


def durations_chart(bars: Sequence[Bar], *, narrow: bool = False) -> alt.TopLevelMixin:
    """Percentages by duration, a bar a series; the third series (neighbours) is outlined, not filled."""
    letters = 13 if narrow else 21
    groups = list(dict.fromkeys(_lines(b.group, letters) for b in bars))
    series = list(dict.fromkeys(b.series for b in bars))
    fills, strokes = [NAVY, TEAL, "#ffffff"], [NAVY, TEAL, INK]
    rows = [
        {
            "group": _lines(b.group, letters),
            "series": b.series,
            "percent": float(b.percent),
            "said": percent(b.percent),
        }
        for b in bars
    ]
    colour = alt.Scale(domain=series, range=fills[: len(series)])
    outline = alt.Scale(domain=series, range=strokes[: len(series)])
    extent = LETTER * _longest(groups)
    axis = alt.Axis(**_split(260, extent), domain=True, grid=False)
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        y=alt.Y("group:N", sort=groups, title=None, axis=axis, scale=alt.Scale(paddingInner=0.3)),
        yOffset=alt.YOffset("series:N", sort=series),
        x=alt.X(
            "percent:Q",
            title=None,
            axis=None,
            scale=alt.Scale(domain=[0, max([*[float(b.percent) for b in bars], 10]) * 1.12]),
        ),
    )
    drawn = base.mark_bar(strokeWidth=1.5).encode(
        fill=alt.Fill("series:N", scale=colour, sort=series, legend=_key(len(series), extent, narrow)),
        stroke=alt.Stroke("series:N", scale=outline, sort=series, legend=None),
    )
    words = base.mark_text(align="left", dx=6, color=INK).encode(text="said:N")
    lines = max((group.count(BREAK) + 1 for group in groups), default=1)
    height = max(1, len(groups)) * max(BAR * len(series), LINE * lines)
    return _finish(alt.layer(drawn, words), 150 if narrow else 520, height, 24)


def _key(series: int, extent: float, narrow: bool) -> alt.Legend:
    """Above the bars; on a phone above the labels too, or a wide font's words would not fit."""
    if narrow:
        return alt.Legend(columns=1, orient="none", legendX=-extent, legendY=-24 * series - 8)
    return alt.Legend(columns=3)


def _lines(words: str, letters: int) -> str:
    return BREAK.join(textwrap.wrap(words, letters))


def _longest(labels: Sequence[str]) -> int:
    """Letters of the longest line."""
    return max((len(line) for label in labels for line in label.split(BREAK)), default=0)


def columns_chart(columns: Sequence[Column], compared: str, *, narrow: bool = False) -> alt.TopLevelMixin:
    """A column a year, its value at its foot, and a mark across it where the comparison lies.

    A year without a value keeps its place, and says why.
    """
    shown = list(columns)[-4:] if narrow else list(columns)
    letters = 8 if narrow else 20
    order = [_lines(c.label, letters) for c in shown]
    high = max([10, *(float(value) for c in shown for value in (c.value, c.compared) if value)])
    top, height = min(100, high * 1.15), 240 if narrow else 300
    rows = [_column_row(c, letters, HOLDS_WORDS * top / height) for c in shown]
    x = alt.X(
        "label:N",
        sort=order,
        title=None,
        axis=alt.Axis(**_split(200), labelAngle=0, grid=False, labelPadding=8),
    )
    y = alt.Y(
        "value:Q",
        title=None,
        scale=alt.Scale(domain=[0, top]),
        axis=alt.Axis(tickCount=5, format="d", labelExpr="datum.label + '%'", domain=False, ticks=False),
    )
    base = alt.Chart(alt.InlineData(values=rows)).encode(x=x)
    bars = base.mark_bar(color=NAVY, width={"band": 0.8 if narrow else 0.62}).encode(y=y)
    layers = [bars, *_column_words(base, narrow)]
    if any(c.compared is not None for c in shown):
        layers[1:1] = _compared_marks(base, narrow)
        layers.append(_compared_key(compared))
    return _finish(alt.layer(*layers), NARROW if narrow else WIDE, height)


def _compared_marks(base: alt.Chart, narrow: bool) -> list[alt.Chart]:
    """A line across each column where the comparison lies, white beneath it."""
    told, width = base.transform_filter("datum.compared !== null"), {"band": 0.95 if narrow else 0.8}
    beneath = told.mark_tick(color="#ffffff", thickness=7, width=width)
    marks = [beneath, told.mark_tick(color=ALERT, thickness=4, width=width)]
    return [mark.encode(y=alt.Y("compared:Q")) for mark in marks]


def _compared_key(compared: str) -> alt.Chart:
    legend = alt.Chart(alt.InlineData(values=[{"text": f"━ {compared}"}])).mark_text(
        align="left", color=ALERT, fontWeight="bold", baseline="bottom"
    )
    key: alt.Chart = legend.encode(x=alt.value(0), y=alt.value(-10), text="text:N")
    return key


def _column_words(base: alt.Chart, narrow: bool) -> list[alt.Chart]:
    """The value at the foot of each column, above a low one, or on the ground why there is none: in two lines
    on a phone.
    """
    size = 14 if narrow else 16
    foot = {"y": alt.datum(0), "text": "said:N"}
    strong: dict[str, Any] = {"baseline": "bottom", "fontWeight": "bold", "fontSize": size}
    held = base.transform_filter("datum.value !== null && datum.above === null").mark_text(
        dy=-10, color="#ffffff", **strong
    )
    above = base.transform_filter("datum.above !== null").mark_text(dy=-6, color=INK, **strong)
    none = base.transform_filter("datum.value === null").mark_text(
        baseline="line-bottom", dy=-10 - (size if narrow else 0), color=GREY, fontSize=size, lineBreak=BREAK
    )
    return [
        held.encode(**foot),
        above.encode(y=alt.Y("above:Q"), text="said:N"),
        none.encode(**foot),
    ]


def _column_row(column: Column, letters: int, least: float) -> dict[str, object]:
    """`above`: where its words stand if the column is lower than `least`; over a mark that is near."""
    value, compared = _height(column.value), _height(column.compared)
    above = value if value is not None and value < least else None
    if above is not None and compared is not None and above <= compared < above + least:
        above = compared
    return {
        "label": _lines(column.label, letters),
        "value": value,
        "compared": compared,
        "above": above,
        "said": _lines(percent(column.value, none=column.none), letters),
    }


def _height(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def sparkline(values: Sequence[float | None]) -> SafeString:
    """A line of the last values with a dot at the last known, drawn by hand: it has no words to set.

    It breaks where a value is None, and such values at either end take no room.
    """
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return SafeString("")
    shown = _trimmed(values)
    low, span = min(known), (max(known) - min(known)) or 1
    points = [
        None if v is None else (4 + i * 112 / (len(shown) - 1), 28 - (v - low) / span * 24)
        for i, v in enumerate(shown)
    ]
    lines = "".join(
        f'<polyline points="{" ".join(f"{x:g},{y:g}" for x, y in run)}" fill="none" stroke="{NAVY}" '
        'stroke-width="2" stroke-linecap="square"/>'
        for run in _unbroken(points)
    )
    x, y = next(point for point in reversed(points) if point)
    dot = f'<circle cx="{x:g}" cy="{y:g}" r="3.5" fill="{NAVY}"/>'
    head = '<svg class="app-sparkline" viewBox="0 0 120 32" aria-hidden="true" focusable="false">'
    return mark_safe(f"{head}{lines}{dot}</svg>")


def _trimmed(values: Sequence[float | None]) -> Sequence[float | None]:
    at = [place for place, value in enumerate(values) if value is not None]
    return values[at[0] : at[-1] + 1]


def _unbroken(points: Sequence[tuple[float, float] | None]) -> list[list[tuple[float, float]]]:
    """The runs of points between those that are missing."""
    runs: list[list[tuple[float, float]]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return [run for run in runs if run]
