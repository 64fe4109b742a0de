"""Published figures beside ours in words: England, the region, and of how many neighbours the median is."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from conferences.queries.benchmarks import Benchmark
from safeguarding.wording import joined, number, percent


def others_words(found: Benchmark) -> str:
    """Neighbours 77.7% (median of 8 of 10, list of 2021), England 76.0%, North West 75.1% (2018)"""
    told = [f"{name} {words}" for name, words in _places(found)]
    return f"{', '.join(told)} ({found.year})" if told else ""


def _places(found: Benchmark) -> Iterable[tuple[str, str]]:
    if found.neighbours is not None:
        how = f"median of {so_many([found])}, list of {found.neighbours_model}"
        yield "Neighbours", f"{percent(found.neighbours)} ({how})"
    if found.england is not None:
        yield "England", percent(found.england)
    if found.region is not None:
        yield found.region_name, percent(found.region)


def so_many(found: Collection[Benchmark]) -> str:
    """8 of 10, or 7 to 10 of 10 where the figures are of different numbers of them."""
    shown = [one.neighbours_shown for one in found]
    known = max(one.neighbours_known for one in found)
    least, most = min(shown), max(shown)
    return f"{number(most) if least == most else f'{number(least)} to {number(most)}'} of {number(known)}"


def neighbours_note(found: Iterable[Benchmark | None]) -> str:
    """Which neighbours a median is of: one sentence, with the years of each list; "" where there is none."""
    shown = [one for one in found if one is not None and one.neighbours is not None]
    lists = sorted({one.neighbours_model or 0 for one in shown})
    told = []
    for model in lists:
        of_list = [one for one in shown if one.neighbours_model == model]
        years = sorted({one.year for one in of_list})
        span = str(years[0]) if len(years) == 1 else f"{years[0]} to {years[-1]}"
        told.append(f"in {span} of {so_many(of_list)} on the list of {model}")
    if not told:
        return ""
    hidden = any(one.neighbours_shown < one.neighbours_known for one in shown)
    others = "; the others have no published figure, or one hidden because it is small" if hidden else ""
    return f"Neighbours: the median {joined(told)}{others}."
