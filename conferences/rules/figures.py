"""What a performance figure is: counts, the value they give, and their words.

Pure. The counts come from conferences.queries.measures; the definitions stand in
conferences.rules.measures_catalogue.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from conferences.rules.deadlines_days import review_clocks
from safeguarding.labelled import Labelled
from safeguarding.wording import count_of, counted, decimal, half_up, number, share, upper_first
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
    NO_END_KNOWN = "NO_END_KNOWN", "Not known when the last of the earlier plans ended"
    REVIEW_IN_HOLE = (
        "REVIEW_IN_HOLE",
        "Not known whether another review was held before it, on days that no source tells of",
    )
    NO_REQUEST = "NO_REQUEST", "Not raised by a request, so there is no conference that it was about"
    NO_CONFERENCE_YET = "NO_CONFERENCE_YET", "Too early: no conference has decided yet"
    CLOSED_WITHOUT = "CLOSED_WITHOUT", "The request was closed without a conference"
    NOT_AGREED = "NOT_AGREED", "Another way was decided"
    NOT_LOOKED_UP = "NOT_LOOKED_UP", "It was due and was not looked up"
    MOVED_AWAY = "MOVED_AWAY", "The child moved away"
    ENTERED_LATER = "ENTERED_LATER", "Entered after it was held: what was sent before it is not known here"
    NOT_TO_BE_SHOWN = "NOT_TO_BE_SHOWN", "The family is not to be shown it, for a reason that is recorded"
    NOT_ASKED_THEN = "NOT_ASKED_THEN", "How the child took part was not asked when the record was signed"
    NOT_TOLD_SINCE = "NOT_TOLD_SINCE", "No source tells of every day since"


# Left out because what would decide it is not known: such a row is neither a yes nor a no.
UNDECIDED = frozenset({LeftOut.NO_END_KNOWN, LeftOut.REVIEW_IN_HOLE, LeftOut.NOT_TOLD_SINCE})
# What a figure says that this service holds nothing of in the period.
NOT_COUNTED = "Not counted by this service yet: nothing on record fell due in the period"
REASONS: dict[str, LeftOut] = {reason.value: reason for reason in LeftOut}


def unknown_for(undecided: int, of: int) -> str:
    """not known for 3 of 129"""
    return f"not known for {number(undecided)} of {number(of)}"


def partly_known(numerator: int, denominator: int, undecided: int, of: int) -> str:
    """20 of 533, not known for 3 of 129; "Not known for 129 of 129" where none is decided."""
    words = unknown_for(undecided, of)
    return upper_first(words) if undecided == of else f"{number(numerator)} of {number(denominator)}, {words}"


@dataclass(frozen=True)
class Figure:
    """One figure for one period, with what stands behind it.

    `denominator` is None for a count. `value` is None where there is nothing to divide by. `breakdown` is
    {split: {band: count}}, the split "" where there is only one; a month not known has None. `families`
    counts those recorded, None where there is none, and `without_family` the children of whom none is.
    `left_out` counts the rows not measured, by reason. `undecided` of the `undecided_of` rows that could have
    been counted are neither a yes nor a no: then there is no value. `waits` says what a figure that is not
    counted yet waits for, `unknown` which days are known where those asked for are not; its numbers then mean
    nothing. `besides` says what a source tells that is not counted yet.
    """

    code: str
    numerator: int
    denominator: int | None
    value: Decimal | None
    unit: Unit
    period: Period
    source: str
    breakdown: Mapping[str, Mapping[str, int | None]] = field(default_factory=dict)
    families: int | None = None
    left_out: Mapping[LeftOut, int] = field(default_factory=dict)
    waits: str = ""
    unknown: str = ""
    without_family: int = 0
    undecided_of: int = 0
    besides: str = ""

    @property
    def blank(self) -> str:
        """Why it has no number, in words; "" where it has one."""
        return self.waits or self.unknown

    @property
    def undecided(self) -> int:
        return sum(count for reason, count in self.left_out.items() if reason in UNDECIDED)

    def bands(self, split: str = "") -> dict[str, int]:
        """{band: count} of a split; nothing where there is none."""
        return {band: count for band, count in self.breakdown.get(split, {}).items() if count is not None}

    def as_text(self) -> str:
        """30 of 112 (26.8%); 533; 38.6 per 10,000; "20 of 533, not known for 3 of 129"; or why not."""
        if self.blank:
            return self.blank
        if self.undecided:
            return partly_known(self.numerator, self.denominator or 0, self.undecided, self.undecided_of)
        if self.unit is Unit.COUNT:
            return number(self.numerator)
        if self.unit is Unit.RATE:
            return "population not known" if self.value is None else f"{decimal(self.value)} per 10,000"
        return count_of(self.numerator, self.denominator or 0)

    @property
    def undecided_words(self) -> str:
        """not known for 3 of 129"""
        return unknown_for(self.undecided, self.undecided_of)

    @property
    def families_words(self) -> str:
        """153 families and 20 children with none recorded; "" where none is or not all is known."""
        if self.blank or self.undecided or self.families is None:
            return ""
        alone = counted(self.without_family, "child", "children")
        without = f" and {alone} with none recorded" if self.without_family else ""
        return f"{counted(self.families, 'family', 'families')}{without}"

    def as_json(self) -> dict[str, object]:
        """{"numerator", "denominator", "value", "unit"} and "breakdown" where the figure has one.

        A blank figure has null for its numbers, and "waits" says for what or "unknown" which days are known.
        One with undecided rows has no value, "unknown" says of how many, and no numerator where it is all.
        """
        if self.blank:
            nothing = dict.fromkeys(("numerator", "denominator", "value"))
            why = {"waits": self.waits} if self.waits else {"unknown": self.unknown}
            return {**nothing, "unit": self.unit.value, **why, **self._parts()}
        besides = {"besides": self.besides} if self.besides else {}
        if self.undecided:
            known = None if self.undecided == self.undecided_of else self.numerator
            whole = {"numerator": known, "denominator": self.denominator, "value": None}
            said = {"unit": self.unit.value, "unknown": upper_first(self.undecided_words)}
            return {**whole, **said, **besides}
        value = self.numerator if self.unit is Unit.COUNT else self.value
        shown: dict[str, object] = {
            "numerator": self.numerator,
            "denominator": self.denominator,
            "value": float(value) if isinstance(value, Decimal) else value,
            "unit": self.unit.value,
        }
        return shown | self._parts() | besides

    def _parts(self) -> dict[str, object]:
        parts = {split: dict(bands) for split, bands in self.breakdown.items()}
        if not parts:
            return {}
        return {"breakdown": parts[""] if set(parts) == {""} else parts}


def rate(numerator: int, population: int | None) -> Decimal | None:
    """Per 10,000 children, to one decimal, half up; None where the population is not known."""
    return half_up(Decimal(PER_CHILDREN * numerator) / population) if population else None


def valued(unit: Unit, numerator: int, denominator: int | None) -> Decimal | None:
    """The value of a figure by its unit. A count is its own value."""
    if unit is Unit.COUNT:
        return Decimal(numerator)
    return rate(numerator, denominator) if unit is Unit.RATE else share(numerator, denominator)
