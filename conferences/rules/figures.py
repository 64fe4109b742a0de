"""What a performance figure is: counts, the value they give, and their words.

Pure. The counts come from conferences.queries.measures; the definitions stand in
conferences.rules.measures_catalogue.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from conferences.rules.deadlines_days import review_clocks
from safeguarding.labelled import Labelled
from safeguarding.wording import count_of, decimal, half_up, number, share
from safeguarding.workingdays import Period

PER_CHILDREN = 10_000


class Unit(Labelled):
    """What a value is counted in; the codes are those of the figures' JSON."""

    COUNT = "count", "Number"
    PERCENT = "percent", "Percentage"
    RATE = "per 10,000", "Rate per 10,000 children"


class LeftOut(Labelled):
    """Why a row that looks as if it belonged to a figure was not measured by it."""

    OTHER_AUTHORITY = "OTHER_AUTHORITY", "Held here for a time for another authority"
    NO_START = "NO_START", "No enquiry or notification is recorded, so its 15 days have no start"
    BEFORE_START = "BEFORE_START", "The conference is recorded as held before its 15 days began"
    OUTSIDE_CALENDAR = "OUTSIDE_CALENDAR", "A date lies outside the bank holidays this service knows"
    NOT_YET_DUE = (
        "NOT_YET_DUE",
        f"Open for less than {review_clocks().first.days} days, so the first review may still be to come",
    )
    REVIEW_BEFORE_PLAN = "REVIEW_BEFORE_PLAN", "The review is recorded on or before the day the plan began"
    LIMIT_NOT_PASSED = "LIMIT_NOT_PASSED", "Its time limit had not passed by the end of the period"
    ENDED_BEFORE_DUE = "ENDED_BEFORE_DUE", "The plan ended before its time limit had passed"
    CLOSED_UNANSWERED = "CLOSED_UNANSWERED", "Closed without an answer"
    NOT_KNOWN_HERE = "NOT_KNOWN_HERE", "It was not asked for or signed in this service, so it is not known"
    NO_END_KNOWN = "NO_END_KNOWN", "Earlier plans are known by their number only, not when the last one ended"


# What a figure says that this service holds nothing of in the period.
NOT_COUNTED = "Not counted by this service yet: nothing on record fell due in the period"
REASONS: dict[str, LeftOut] = {reason.value: reason for reason in LeftOut}


@dataclass(frozen=True)
class Figure:
    """One figure for one period, with what stands behind it.

    `denominator` is None for a count. `value` is None where there is nothing to divide by. `breakdown` is
    {split: {band: count}}, the split "" where there is only one. `families` is None where no family of
    the children counted is recorded. `left_out` counts the rows not measured, by reason. `waits` says what
    a figure that is not counted yet waits for; its numbers then mean nothing.
    """

    code: str
    numerator: int
    denominator: int | None
    value: Decimal | None
    unit: Unit
    period: Period
    source: str
    breakdown: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    families: int | None = None
    left_out: Mapping[LeftOut, int] = field(default_factory=dict)
    waits: str = ""

    def as_text(self) -> str:
        """30 of 112 (26.8%); 533; 38.6 per 10,000; or what it waits for."""
        if self.waits:
            return self.waits
        if self.unit is Unit.COUNT:
            return number(self.numerator)
        if self.unit is Unit.RATE:
            return "population not known" if self.value is None else f"{decimal(self.value)} per 10,000"
        return count_of(self.numerator, self.denominator or 0)

    def as_json(self) -> dict[str, object]:
        """{"numerator", "denominator", "value", "unit"} and "breakdown" where the figure has one.

        A figure that is not counted yet has null for its numbers, and "waits" says for what.
        """
        if self.waits:
            nothing = dict.fromkeys(("numerator", "denominator", "value"))
            return {**nothing, "unit": self.unit.value, "waits": self.waits}
        value = self.numerator if self.unit is Unit.COUNT else self.value
        shown: dict[str, object] = {
            "numerator": self.numerator,
            "denominator": self.denominator,
            "value": float(value) if isinstance(value, Decimal) else value,
            "unit": self.unit.value,
        }
        if self.breakdown:
            parts = {split: dict(bands) for split, bands in self.breakdown.items()}
            shown["breakdown"] = parts[""] if set(parts) == {""} else parts
        return shown


def rate(numerator: int, population: int | None) -> Decimal | None:
    """Per 10,000 children, to one decimal, half up; None where the population is not known."""
    return half_up(Decimal(PER_CHILDREN * numerator) / population) if population else None


def valued(unit: Unit, numerator: int, denominator: int | None) -> Decimal | None:
    """The value of a figure by its unit. A count is its own value."""
    if unit is Unit.COUNT:
        return Decimal(numerator)
    return rate(numerator, denominator) if unit is Unit.RATE else share(numerator, denominator)
