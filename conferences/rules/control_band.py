"""The band that the number of open plans is expected to keep to, and the words for a month outside it.

Pure. Centre and width are a council's own settings (the report of October 2018: 4% either side of 250).
Where one is not set there is no band.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from safeguarding.labelled import Labelled
from safeguarding.wording import counted, number, uk_date


class Standing(Labelled):
    """Where a month's number stands."""

    WITHIN = "WITHIN", "within the band"
    ABOVE = "ABOVE", "above the band"
    BELOW = "BELOW", "below the band"


@dataclass(frozen=True)
class ControlBand:
    """`width` is a percentage of `centre`, either side. A number on the edge is within."""

    centre: int
    width: Decimal

    @property
    def lower(self) -> Decimal:
        return self.centre * (100 - self.width) / 100

    @property
    def upper(self) -> Decimal:
        return self.centre * (100 + self.width) / 100

    def standing(self, plans: int | None) -> Standing | None:
        """None where that is not known, or no plan is open: a council has some, so none is on record yet."""
        if not plans:
            return None
        if plans > self.upper:
            return Standing.ABOVE
        return Standing.BELOW if plans < self.lower else Standing.WITHIN

    def words(self) -> str:
        """240 to 260."""
        return f"{number(self.lower)} to {number(self.upper)}"


@dataclass(frozen=True)
class MonthEnd:
    """The plans open on the last day of a month, None where that is not known, and where that stands in the
    band; None without a band, or without a plan on record.
    """

    day: date
    plans: int | None
    standing: Standing | None

    @property
    def is_flagged(self) -> bool:
        return self.standing in (Standing.ABOVE, Standing.BELOW)


def flagged_in_words(months: list[MonthEnd], band: ControlBand) -> list[str]:
    """One line for each month outside: "31 August 2018: 275 plans, above the band of 240 to 260"."""
    return [
        f"{uk_date(month.day)}: {counted(month.plans or 0, 'plan')}, {month.standing.label} of {band.words()}"
        for month in months
        if month.is_flagged and month.standing
    ]
