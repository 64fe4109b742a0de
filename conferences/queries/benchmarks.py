"""The published figures beside our own: England, the region, the neighbours' median, the authority itself."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from statistics import median
from typing import NamedTuple

from django.db.models import Q, Subquery

from conferences.models import BenchmarkFigure, StatisticalNeighbour
from conferences.rules.published import DENOMINATOR, NUMERATOR, POPULATION, VALUE
from safeguarding.register.authorities import latest_authority
from safeguarding.wording import half_up

ENGLAND = "E92000001"
COUNTED = frozenset({"plans_open", "plans_started", "plans_ended", POPULATION})


class Published(NamedTuple):
    """One published figure of one place, and where it stands. A page reads hundreds: no model for each."""

    value: Decimal | None
    source: str


@dataclass(frozen=True)
class Benchmark:
    """One measure and year as published. None: not published, or hidden because it is small.

    `neighbours` is the median of the neighbours whose figure is shown: `neighbours_shown` of
    `neighbours_known` in the model of `neighbours_model` (None: no list of neighbours). It is of figures as
    they are, and rounded once, to one decimal, as every percentage and rate here. `sources` names every table
    and release that was used.
    """

    measure: str
    year: int
    england: Decimal | None
    region: Decimal | None
    region_name: str
    neighbours: Decimal | None
    neighbours_shown: int
    neighbours_known: int
    neighbours_model: int | None
    own: Decimal | None
    sources: tuple[str, ...]


def benchmark(measure_code: str, year: int, authority: str, *, part: str = "") -> Benchmark:
    """The published figures of a measure for the year ending in March of `year`.

    A count for measures that count, else the percentage or rate. `authority` is the DfE's three digits;
    `part` a band or category of a breakdown. Two queries.
    """
    return benchmarks(measure_code, [year], authority, part=part)[0]


def benchmarks(measure_code: str, years: list[int], authority: str, *, part: str = "") -> list[Benchmark]:
    """As benchmark(), for several years in two queries."""
    models = neighbours_by_model(authority)
    places = {ENGLAND, region_of(authority)[0], authority, *(n for codes in models.values() for n in codes)}
    rows = BenchmarkFigure.objects.filter(
        measure=measure_code, part=part, year__in=years, place__in=places, statistic=_statistic(measure_code)
    )
    by_year: dict[int, dict[str, Published]] = {year: {} for year in years}
    for year, place, value, source in rows.values_list("year", "place", "value", "source"):
        by_year[year][place] = Published(value, source)
    return [_benchmark(measure_code, year, authority, by_year[year], models) for year in years]


def latest_benchmark(measure_code: str, authority: str) -> Benchmark | None:
    """As benchmark(), for the last year that England's figure is known for; None without one. Two queries."""
    models = neighbours_by_model(authority)
    places = {ENGLAND, region_of(authority)[0], authority, *(n for codes in models.values() for n in codes)}
    figures = BenchmarkFigure.objects.filter(
        measure=measure_code, part="", statistic=_statistic(measure_code)
    )
    known = figures.filter(place=ENGLAND, value__isnull=False).order_by("-year").values("year")[:1]
    rows = figures.filter(year=Subquery(known), place__in=places).values_list(
        "year", "place", "value", "source"
    )
    found = {place: (year, Published(value, source)) for year, place, value, source in rows}
    if not found:
        return None
    year = found[ENGLAND][0]
    return _benchmark(measure_code, year, authority, {p: one for p, (_, one) in found.items()}, models)


def board(
    wanted: Collection[tuple[str, str]], years: list[int], authority: str
) -> dict[tuple[str, str, int], Benchmark]:
    """{(measure, part, year): Benchmark} for many measures and years at once, in two queries: for a page."""
    models = neighbours_by_model(authority)
    places = {ENGLAND, region_of(authority)[0], authority, *(n for codes in models.values() for n in codes)}
    measures = {measure for measure, _ in wanted}
    shown = Q(measure__in=measures & COUNTED, statistic=NUMERATOR) | Q(
        measure__in=measures - COUNTED, statistic=VALUE
    )
    rows = BenchmarkFigure.objects.filter(
        shown, part__in={part for _, part in wanted}, year__in=years, place__in=places
    )
    found: dict[tuple[str, str, int], dict[str, Published]] = defaultdict(dict)
    for measure, part, year, place, value, source in rows.values_list(
        "measure", "part", "year", "place", "value", "source"
    ):
        found[measure, part, year][place] = Published(value, source)
    return {
        (measure, part, year): _benchmark(measure, year, authority, found[measure, part, year], models)
        for measure, part in wanted
        for year in years
    }


def region_of(authority: str) -> tuple[str, str]:
    """ONS code and name of an authority's region; ("", "") for an authority nobody knows."""
    known = latest_authority(authority)
    return (known.region_ons, known.region) if known else ("", "")


def neighbours_by_model(authority: str) -> dict[int, list[str]]:
    """Each year's model with the neighbours it names, nearest first."""
    models: dict[int, list[str]] = {}
    rows = StatisticalNeighbour.objects.filter(authority=authority).order_by("model_year", "rank")
    for year, neighbour in rows.values_list("model_year", "neighbour"):
        models.setdefault(year, []).append(neighbour)
    return models


def population(authority: str, year: int) -> Decimal | None:
    """The 0-17 population by which the rate of a year is divided: the estimate of the mid-year before."""
    row = BenchmarkFigure.objects.filter(
        measure=POPULATION, part="", year=year, place=authority, statistic=NUMERATOR
    )
    return row.values_list("value", flat=True).first()


def published_counts(
    measure_code: str, year: int, place: str, *, part: str = ""
) -> tuple[Decimal | None, Decimal | None]:
    """Numerator and denominator as published for one place, for "n of N"."""
    rows = BenchmarkFigure.objects.filter(measure=measure_code, part=part, year=year, place=place)
    values = dict(rows.values_list("statistic", "value"))
    return values.get(NUMERATOR), values.get(DENOMINATOR)


def _statistic(measure_code: str) -> str:
    return NUMERATOR if measure_code in COUNTED else VALUE


def _benchmark(
    measure_code: str,
    year: int,
    authority: str,
    rows: dict[str, Published],
    models: dict[int, list[str]],
) -> Benchmark:
    region, region_name = region_of(authority)
    model = model_for(year, models)
    neighbours = models.get(model, []) if model else []
    shown = [rows[n].value for n in neighbours if n in rows]
    values = [value for value in shown if value is not None]
    return Benchmark(
        measure=measure_code,
        year=year,
        england=_value(rows, ENGLAND),
        region=_value(rows, region),
        region_name=region_name,
        neighbours=half_up(median(values)) if values else None,
        neighbours_shown=len(values),
        neighbours_known=len(neighbours),
        neighbours_model=model,
        own=_value(rows, authority),
        sources=tuple(sorted({row.source for row in rows.values()})),
    )


def model_for(year: int, models: dict[int, list[str]]) -> int | None:
    """The latest model of that year or before; before the first model, the first."""
    earlier = [model for model in models if model <= year]
    return max(earlier) if earlier else min(models, default=None)


def _value(rows: dict[str, Published], place: str) -> Decimal | None:
    value = rows[place].value if place in rows else None
    return None if value is None else half_up(value)
