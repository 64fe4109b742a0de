"""The figures as lines of text, for a person at a terminal."""

from collections.abc import Iterator, Mapping
from datetime import date

from conferences.figures.published_version import public_rows
from conferences.rules.figures import UNDECIDED, Figure
from conferences.rules.measures_catalogue import measure
from safeguarding.wording import number, uk_date, uk_day
from safeguarding.workingdays import Period

TITLE_WIDTH = 62


def lines(figures: Mapping[str, Figure], period: Period, known: str) -> Iterator[str]:
    """A heading, then for each figure its value, its breakdown, and what was left out of it.

    `known` says which days anything is known for.
    """
    yield from _heading(period, known)
    for figure in figures.values():
        yield _line(measure(figure.code).title, figure.as_text() + _families(figure))
        if figure.besides:
            yield f"    besides: {figure.besides}"
        yield from _breakdown(figure)
        for reason, count in figure.left_out.items():
            what = "not known" if reason in UNDECIDED else "not measured"
            yield f"    {what}: {number(count)} - {reason.label}"


def public_lines(figures: Mapping[str, Figure], period: Period, known: str) -> Iterator[str]:
    """The same heading, then each figure and each band as the public may see it."""
    yield from _heading(period, known)
    yield from (_line(words, number) for words, number in public_rows(figures))


def _heading(period: Period, known: str) -> Iterator[str]:
    yield f"Figures from {uk_day(period.from_)} to {uk_day(period.to)}"
    yield f"Known: {known or 'nothing yet'}"
    yield ""


def _line(words: str, figure: str) -> str:
    return f"{words:<{TITLE_WIDTH}}  {figure}"


def _families(figure: Figure) -> str:
    """The number of families beside the figure, where it counts anybody and families are recorded."""
    return f", {figure.families_words}" if figure.families_words else ""


def _breakdown(figure: Figure) -> Iterator[str]:
    definition = measure(figure.code)
    splits = {split.key: split for split in definition.splits}
    for key, counts in figure.breakdown.items():
        split = splits.get(key)
        labels = {band.key: band.label for band in split.all_bands} if split else {}
        heading = f"{split.label}: " if split and key else ""
        for band, count in counts.items():
            yield _line(
                f"    {heading}{labels.get(band) or uk_date(date.fromisoformat(band))}",
                "not known" if count is None else number(count),
            )
