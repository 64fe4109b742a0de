"""Which days the figures are known for: the years of the census files and the time since go-live. Pure.

What a source tells of days outside its own time (a plan begun before its year and still open) is no count of
those days: of what had ended by then it says nothing.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from conferences.rules.measures_definition import Measure
from safeguarding.wording import counted, joined, uk_date
from safeguarding.workingdays import Period, add_days, add_months, year_ending

NEVER = "Not known: no census was read and no go-live day is set"
NOT_LIVE = "Not known: recorded in this service alone, and no go-live day is set"


@dataclass(frozen=True)
class Coverage:
    """The days known, as spans apart and in order; `own` those known from what is recorded here alone.

    `council` are the days for which the whole council is known, also where a question is kept to fewer days.
    `references` are the reference dates of the censuses, in order. `silent` says for each first day after
    days that nothing tells of how many plans and enquiries a census left open before them, of which no later
    census and nothing recorded here tells: while there are any, what stands then or later is not known.
    `refused` are the starts of plans that a census after such days tells and that are not held, because one
    left open before them shares a day with each and nobody has said yet when it ended.
    """

    spans: tuple[Period, ...] = ()
    own: tuple[Period, ...] = ()
    council: tuple[Period, ...] = ()
    references: tuple[date, ...] = ()
    silent: tuple[tuple[date, int], ...] = ()
    refused: tuple[date, ...] = ()

    def with_silent(self, silent: Iterable[tuple[date, int]], refused: Iterable[date] = ()) -> "Coverage":
        return replace(self, silent=tuple(silent), refused=tuple(refused))

    def refused_in(self, period: Period) -> int:
        """How many plans told to have begun in the period wait for an answer and are not counted."""
        return sum(period.from_ <= day <= period.to for day in self.refused)

    def silent_on(self, day: date) -> int:
        """How many facts that were left open may still stand on a day, or not."""
        return next((count for from_, count in reversed(self.silent) if from_ <= day), 0)

    def holds_stock(self, day: date) -> bool:
        """Whether it is known what stands on the day."""
        return self.holds(Period(day, day)) and not self.silent_on(day)

    def of_service(self) -> "Coverage":
        """The days known from what is recorded here alone."""
        return Coverage(self.own, self.own)

    def within(self, days: Period) -> "Coverage":
        """The same, of these days alone."""
        return replace(self, spans=tuple(self.parts(days)), own=tuple(self.of_service().parts(days)))

    def with_census(self, reference: date) -> "Coverage":
        """The same once a census of this reference date is kept."""
        return replace(
            self,
            spans=tuple(_joined([*self.spans, census_year(reference)])),
            council=tuple(_joined([*self.council, census_year(reference)])),
            references=tuple(sorted({*self.references, reference})),
        )

    @property
    def day_before(self) -> date | None:
        """The day before the first that is known of the whole council; None where none is."""
        return add_days(self.council[0].from_, -1) if self.council else None

    def holes(self) -> list[Period]:
        """The days of the whole council that nothing tells of, between those that something does."""
        spans = self.council
        return [
            Period(add_days(one.to, 1), add_days(other.from_, -1))
            for one, other in zip(spans, spans[1:], strict=False)
        ]

    def parts(self, period: Period) -> list[Period]:
        """The days of a period that are known, as spans in order."""
        return [
            Period(max(span.from_, period.from_), min(span.to, period.to))
            for span in self.spans
            if span.from_ <= period.to and span.to >= period.from_
        ]

    def holds(self, period: Period) -> bool:
        """Whether every day of it is known."""
        return self.parts(period) == [period]


def census_year(reference: date) -> Period:
    """The year that a census tells of: to its reference date, from the day after that of the year before."""
    return Period(add_days(add_months(reference, -12), 1), reference)


def not_over(reference: date, handed_in: date) -> str:
    """Why a census of this reference date cannot be kept; "" where that date had come when it was handed in.

    Kept, it would make days known that nobody has lived yet: "known to 31 March 2027" in November 2026.
    """
    if reference <= handed_in:
        return ""
    return (
        f"The file’s reference date, {uk_date(reference)}, had not come when it was handed in, and no file"
        " tells of days to come. It can be looked at, not kept. Keep one that is made once that day is over"
    )


def coverage(references: Collection[date], here: date | None) -> Coverage:
    """What the censuses of these reference dates and what is recorded here since a day tell of together.

    Without a day nothing is recorded here yet.
    """
    years = [census_year(reference) for reference in references]
    since = [] if here is None else [Period(here, date.max)]
    spans = tuple(_joined([*years, *since]))
    return Coverage(spans, tuple(since), spans, tuple(sorted(set(references))))


def _joined(spans: Iterable[Period]) -> list[Period]:
    """The same days as spans that neither overlap nor touch."""
    found: list[Period] = []
    for span in sorted(spans, key=lambda one: one.from_):
        if found and (found[-1].to == date.max or span.from_ <= add_days(found[-1].to, 1)):
            found[-1] = Period(found[-1].from_, max(found[-1].to, span.to))
        else:
            found.append(span)
    return found


def known_for(measure: Measure, known: Coverage) -> Coverage:
    """What is known for one figure: the unit's own work is in no census."""
    return known.of_service() if measure.is_of_service else known


def asked_days(measure: Measure, period: Period) -> Period:
    """The days that must be known for a figure: of a count at a date that date, of a flow every day."""
    return Period(period.to, period.to) if measure.at_end else period


def not_known(measure: Measure, period: Period, known: Coverage) -> str:
    """Why a figure of a period is blank: "Known to 31 March 2024"; "" where its days are known."""
    days, own = asked_days(measure, period), known_for(measure, known)
    if own.holds(days):
        silent = known.silent_on(period.to) if measure.at_end and not measure.is_of_service else 0
        return silent_words(silent) if silent else ""
    return known_words(days, own) or (NOT_LIVE if measure.is_of_service else NEVER)


def silent_words(count: int) -> str:
    """Why a figure of what stands is blank after days that nothing tells of."""
    left = counted(count, "plan or enquiry", "plans and enquiries")
    be = "is" if count == 1 else "are"
    return f"Not known until {left} that a census left open {be} brought up to date here"


def refused_words(count: int) -> str:
    """What a figure of plans that began leaves out after days that nothing tells of; "" where nothing."""
    if not count:
        return ""
    plans, wait = ("1 plan", "it waits") if count == 1 else (f"{count} plans", "each waits")
    return f"{plans} that a census tells not counted: {wait} until it is said when the plan before it ended"


def known_words(period: Period, known: Coverage) -> str:
    """The days known in a period, or those nearest to it: "Known from 1 April 2023"; "" where there are none.

    "Known only for 1 April 2023 to 31 March 2024"; "Known to 31 March 2022 and again from 1 April 2023".
    """
    if parts := known.parts(period):
        return f"Known only for {joined([_span(part) for part in parts])}"
    before = [span for span in known.spans if span.to < period.from_]
    after = [span for span in known.spans if span.from_ > period.to]
    to = f"to {uk_date(before[-1].to)}" if before else ""
    from_ = f"from {uk_date(after[0].from_)}" if after else ""
    words = f"{to} and again {from_}" if to and from_ else to or from_
    return f"Known {words}" if words else ""


def _span(days: Period) -> str:
    one = days.from_ == days.to
    return uk_date(days.from_) if one else f"{uk_date(days.from_)} to {uk_date(days.to)}"


def sources_words(known: Coverage, on: date) -> str:
    """Every day known, as of a day: "1 April 2020 to 31 March 2021, and since 15 July 2024"."""
    told = [
        f"since {uk_date(span.from_)}" if span.to >= on else _span(span)
        for span in known.spans
        if span.from_ <= on
    ]
    return joined(told)


def nearest_known(period: Period, known: Coverage) -> Period | None:
    """Days near a period for which every figure of plans and conferences is known; None where no day is.

    The last known part of the period; else the last year known before it, or the first one after it.
    """
    if parts := known.parts(period):
        return parts[-1]
    if before := [span for span in known.spans if span.to < period.from_]:
        year = Period.year_to(before[-1].to)
        return Period(max(year.from_, before[-1].from_), year.to)
    if after := [span for span in known.spans if span.from_ > period.to]:
        return Period(after[0].from_, min(after[0].to, Period.year(year_ending(after[0].from_)).to))
    return None
