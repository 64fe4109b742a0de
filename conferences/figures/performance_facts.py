"""What the performance page is made of, as its tiles and charts read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from conferences.queries.benchmarks import Benchmark
from conferences.queries.measures.series import YearFigure
from conferences.rules.control_band import ControlBand, MonthEnd
from conferences.rules.coverage import Coverage
from conferences.rules.figures import Figure
from safeguarding.workingdays import Period, year_ending

# How many years are drawn, and how far back a published comparison is looked for.
YEARS = 5


@dataclass(frozen=True)
class Facts:
    """All that the page needs, read in a fixed number of queries."""

    period: Period
    figures: Mapping[str, Figure]
    run: list[MonthEnd]
    band: ControlBand | None
    years: Mapping[str, list[YearFigure]]
    published: Mapping[tuple[str, str, int], Benchmark]
    limits: Mapping[str, object]
    known: Coverage

    @property
    def year(self) -> int:
        return year_ending(self.period.to)

    def compared(self, code: str, part: str = "") -> Benchmark | None:
        """The latest published comparison of this figure that the period had reached, if there is any."""
        whole = self.year if self.period.to == Period.year(self.year).to else self.year - 1
        for year in range(whole, self.year - YEARS - 1, -1):
            found = self.published.get((code, part, year))
            if found and (found.neighbours is not None or found.england is not None):
                return found
        return None
