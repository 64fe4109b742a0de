"""Which figures count the children whose records are closed to their reader: restricted, or of a family that
the reader is barred from. Pure.

Whoever may choose the days, a band or a file, and sees a count that is one more than their list, has learnt
of a child. So only what nobody can narrow counts everybody: the totals of a whole year.
"""

from collections.abc import Mapping

from conferences.rules.figures import Figure
from safeguarding.workingdays import Period, year_ending

WORDS = (
    "The totals of a year to 31 March count every child. Figures for other dates or of a file, splits,"
    " numbers of families, month ends and lists leave out children whose records are closed to you."
)

AS_NEW = (
    "What a file tells of a restricted record, or of a family that somebody is barred from, counts as added,"
    " whether or not it was known here."
)


def counts_closed(period: Period, *, of_file: bool = False) -> bool:
    """Whether the totals of this period count records that are closed to the reader."""
    return not of_file and period == Period.year(year_ending(period.to))


def bands_with_closed(whole: Mapping[str, Figure], seen: Mapping[str, Figure]) -> frozenset[str]:
    """The bands ("code:split.band") that would tell of a closed record: those in which the figures of the
    whole council and those without such records differ. Months are no band.
    """
    return frozenset(
        f"{code}:{split}.{band}"
        for code, figure in whole.items()
        for split in figure.breakdown
        if split != "months"
        for band, count in figure.bands(split).items()
        if code in seen and count != seen[code].bands(split).get(band)
    )
