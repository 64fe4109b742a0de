"""The tiles at the head of the performance page: a figure, n of N, and a word that says how it stands."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from conferences.figures.benchmark_words import others_words
from conferences.figures.charts import sparkline
from conferences.figures.performance_facts import Facts
from conferences.rules.control_band import Standing
from conferences.rules.figures import Figure
from conferences.rules.measures_catalogue import MEASURES
from safeguarding.pagekit.components import Tag, Tile
from safeguarding.wording import NONE_TO_COUNT, number, percent, upper_first

# The figure, its target's key ("" for none) and whether more is better.
SHOWN: tuple[tuple[str, str, bool], ...] = (
    ("repeat_plans", "TARGET_REPEAT_PLANS_PERCENT", False),
    ("open_two_years", "TARGET_OPEN_TWO_YEARS_PERCENT", False),
    ("ended_two_years", "", False),
    ("icpc_in_15_days", "TARGET_ICPC_IN_15_DAYS_PERCENT", True),
    ("reviews_on_time", "TARGET_REVIEWS_ON_TIME_PERCENT", True),
    ("icpc_overdue", "", False),
    ("reviews_held_on_time", "", True),
)
NOT_KNOWN = "–"
STANDING_TAGS = {
    Standing.WITHIN: Tag("Within the band", "green"),
    Standing.ABOVE: Tag("Above the band", "orange"),
    Standing.BELOW: Tag("Below the band", "orange"),
}


def tiles(known: Facts, address: Callable[[str], str]) -> list[Tile]:
    """The tiles in the order of the page."""
    shown = [_percentage(known, *row, address) for row in SHOWN]
    return [_open(known, address), *shown]


def _open(known: Facts, address: Callable[[str], str]) -> Tile:
    figure = known.figures["plans_open"]
    run, stands = known.run, known.band.standing(figure.numerator) if known.band else None
    band = f"{known.band.words()} expected" if known.band else "No band is set"
    return Tile(
        label=MEASURES["plans_open"].title,
        figure=NOT_KNOWN if figure.unknown else number(figure.numerator),
        href=address("plans_open"),
        of=f"in {figure.families_words}" if figure.families_words else "",
        tag=STANDING_TAGS[stands] if stands and not figure.unknown else None,
        note=figure.unknown or band,
        sparkline=sparkline([None if m.plans is None else float(m.plans) for m in run]),
    )


def _percentage(known: Facts, code: str, target: str, more: bool, address: Callable[[str], str]) -> Tile:
    figure = known.figures[code]
    tag, note = _standing(known, figure, target, more)
    note = ". ".join(filter(None, (note, figure.besides)))
    return Tile(
        label=MEASURES[code].title,
        figure=_shown(figure),
        href=address(code),
        of="" if figure.unknown or figure.denominator is None else _of(figure.numerator, figure.denominator),
        tag=tag,
        note=note,
        sparkline=_years(known, code),
    )


def _of(part: int, whole: int) -> str:
    return f"{number(part)} of {number(whole)}" if whole else upper_first(NONE_TO_COUNT)


def _shown(figure: Figure) -> str:
    if figure.unknown:
        return NOT_KNOWN
    return number(figure.numerator) if figure.denominator is None else percent(figure.value, none="–")


def _standing(known: Facts, figure: Figure, target: str, more: bool) -> tuple[Tag | None, str]:
    """A word against the target where there is one; the neighbours beside it where they are published."""
    if figure.unknown:
        return None, figure.unknown
    compared = known.compared(figure.code)
    note = others_words(compared) if compared else ""
    if target and known.limits[target] is None:
        return None, f"{note}. No target is set" if note else "No target is set"
    if not target or figure.value is None:
        return None, note
    aim = Decimal(str(known.limits[target]))
    met = figure.value >= aim if more else figure.value <= aim
    word = ("At or above" if met else "Below") if more else ("At or below" if met else "Above")
    tag = Tag(f"{word} {number(aim)}% target", "green" if met else "orange")
    return tag, note


def _years(known: Facts, code: str) -> str:
    values = [year.figure.value for year in known.years.get(code, [])]
    return sparkline([None if value is None else float(value) for value in values])
