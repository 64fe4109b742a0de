"""Which counts of a set of figures the public may see: small ones hidden, also where figures share a number.

Pure. A figure of n out of N is a table of two cells, those counted and the rest; the same plans stand behind
several figures, so that a number hidden in one must not be shown by another.
"""

from collections.abc import Collection, Iterator, Mapping

from conferences.rules.breakdowns import DURATIONS, WORKING_DAYS
from conferences.rules.figures import Figure
from conferences.rules.suppression import Sum, shown, suppress

# Cells that are the same number. "code" is a numerator, "code/of" a denominator, "code:split.band" a band.
SAME = (
    ("plans_open", "rate_per_10000"),
    ("plans_open", "open_two_years/of"),
    ("plans_open", "open_by_duration"),
    ("plans_open", "open_by_category"),
    ("plans_started", "repeat_plans/of"),
    ("plans_started", "repeat_within_24_months/of"),
    ("plans_started", "started_by_category"),
    ("plans_ended", "ended_two_years/of"),
    ("plans_ended", "ended_by_duration"),
    ("open_two_years", "open_by_duration:.2_years_or_more"),
    ("ended_two_years", "ended_by_duration:.2_years_or_more"),
    ("look_ups_known/rest", "look_ups_known:.NOT_KNOWN"),
)
# Sums beside those that each figure has of its own: a cell, and the cells it is made of. A plan is open for
# 91 days or more or lies in the first band; on day 91 it is both, so that a reader is off by a few at most.
MADE_OF = (
    ("icpc_in_15_days", tuple(f"icpc_in_15_days:.{band.key}" for band in WORKING_DAYS[:2])),
    ("icpc_in_15_days/rest", tuple(f"icpc_in_15_days:.{band.key}" for band in WORKING_DAYS[2:])),
    ("plans_open", ("reviews_on_time/of", f"open_by_duration:.{DURATIONS[0].key}")),
)
# For how many it is not known may itself be a small number.
PARTLY_UNKNOWN = "Not known for every plan"
BANDS_OF_DENOMINATOR = frozenset({"icpc_in_15_days", "look_ups_known"})


def hidden_cells(figures: Mapping[str, Figure], telling: Collection[str] = ()) -> frozenset[str]:
    """The cells of these figures to hide from the public, by the names of SAME: the small ones, and those
    `telling` of a record that is closed to the reader, unless a total is the same number.
    """
    cells = {key: count for figure in figures.values() for key, count in _cells(figure)}
    sums = [total for figure in figures.values() for total in _sums(figure)]
    sums += [Sum(one, (other,)) for one, other in SAME]
    sums += [Sum(total, parts) for total, parts in MADE_OF]
    totals = {cell for same in SAME for cell in same}
    return suppress(cells, [total for total in sums if set(total.cells) <= set(cells)], set(telling) - totals)


def public_text(figure: Figure, hidden: frozenset[str]) -> str:
    """The figure as the public sees it: "30 of 112 (26.8%)", or "c of 112" where the count is hidden."""
    if figure.undecided:
        return PARTLY_UNKNOWN
    if not {figure.code, f"{figure.code}/of"} & hidden:
        return figure.as_text()
    count = shown(figure.numerator, hidden=figure.code in hidden)
    if figure.denominator is None or figure.code == "rate_per_10000":
        return count
    return f"{count} of {shown(figure.denominator, hidden=f'{figure.code}/of' in hidden)}"


def public_breakdown(figure: Figure, hidden: frozenset[str]) -> dict[str, dict[str, str]]:
    """{split: {band: "77" or "c"}}."""
    return {
        split: {
            band: shown(count, hidden=_band(figure, split, band) in hidden)
            for band, count in figure.bands(split).items()
        }
        for split in figure.breakdown
    }


def _is_share(figure: Figure) -> bool:
    return figure.denominator is not None and figure.code != "rate_per_10000"


def _band(figure: Figure, split: str, band: str) -> str:
    return f"{figure.code}:{split}.{band}"


def _cells(figure: Figure) -> Iterator[tuple[str, int]]:
    yield figure.code, figure.numerator
    if _is_share(figure):
        yield f"{figure.code}/of", figure.denominator or 0
        yield f"{figure.code}/rest", (figure.denominator or 0) - figure.numerator
    for split in figure.breakdown:
        yield from ((_band(figure, split, band), count) for band, count in figure.bands(split).items())


def _sums(figure: Figure) -> Iterator[Sum]:
    if _is_share(figure):
        yield Sum(f"{figure.code}/of", (figure.code, f"{figure.code}/rest"))
    total = f"{figure.code}/of" if figure.code in BANDS_OF_DENOMINATOR else figure.code
    for split, bands in figure.breakdown.items():
        if split != "months":
            yield Sum(total, tuple(_band(figure, split, band) for band in bands))
