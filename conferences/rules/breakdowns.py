"""The bands that figures are broken down by, and the two years that they turn on. Pure.

Source: DfE tables C4, D5, D7 and their footnotes (C). Each constant stands here and nowhere else.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from conferences.rules.deadlines import Code
from conferences.rules.deadlines_days import working_days
from conferences.rules.vocabulary import Category

# "Two years or more" is "more than 729 days" in the footnotes of D5 and D7: days, whatever the leap years.
TWO_YEARS_DAYS = 730
REPEAT_WITHIN_MONTHS = 24


@dataclass(frozen=True)
class Band:
    """One part of a breakdown: its key in the JSON, its label, the last number it holds (None: no end)."""

    key: str
    label: str
    highest: int | None = None


@dataclass(frozen=True)
class Split:
    """One way of breaking a figure down. The key is "" where the figure has no other.

    `unknown` is the band of what cannot be told of the day, shown only where something lies in it.
    """

    key: str
    label: str
    bands: tuple[Band, ...]
    unknown: Band | None = None

    @property
    def all_bands(self) -> tuple[Band, ...]:
        return (*self.bands, *([self.unknown] if self.unknown else []))

    def bands_shown(self, counts: Mapping[str, int | None]) -> tuple[Band, ...]:
        """The bands to show where so many lie in each, by key."""
        return self.all_bands if self.unknown and counts.get(self.unknown.key) else self.bands


DURATIONS = (
    Band("3_months_or_less", "3 months or less", 91),
    Band("3_to_6_months", "More than 3 months, up to 6 months", 183),
    Band("6_to_12_months", "More than 6 months, under 1 year", 364),
    Band("1_to_2_years", "1 year, under 2 years", TWO_YEARS_DAYS - 1),
    Band("2_years_or_more", "2 years or more"),
)
WORKING_DAYS = (
    Band("0-10", "10 working days or fewer", 10),
    Band("11-15", "11 to 15 working days", working_days(Code.HOLD_CONFERENCE)),
    Band("16-20", "16 to 20 working days", 20),
    Band("21+", "21 working days or more"),
)
CATEGORIES = tuple(Band(category.value, category.label) for category in Category)

BY_DURATION = (Split("", "How long", DURATIONS),)
BY_WORKING_DAYS = (Split("", "Working days", WORKING_DAYS),)
BY_INITIAL = (Split("initial", "Initial category", CATEGORIES),)
# A census tells the latest category of its reference date, not since when.
CATEGORY_NOT_KNOWN = Band("NOT_KNOWN", "Not known on this day: a later census has another")
BY_CATEGORY = (*BY_INITIAL, Split("latest", "Category on the day", CATEGORIES, CATEGORY_NOT_KNOWN))


def band_of(number: int, bands: Sequence[Band]) -> Band:
    """The band that holds a number of days."""
    return next(band for band in bands if band.highest is None or number <= band.highest)


def keys(bands: Iterable[Band]) -> list[str]:
    return [band.key for band in bands]
