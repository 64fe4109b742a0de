"""The figure of a trial as it is counted for a period on a day, and as it was kept."""

from __future__ import annotations

from datetime import date, datetime

from conferences.models import LearningReading, LearningTrial
from conferences.queries.measures import figures, known_days
from conferences.rules.coverage import known_for, sources_words
from conferences.rules.figures import Figure, LeftOut, valued
from conferences.rules.learning import after
from conferences.rules.measures_catalogue import measure
from safeguarding.access.closed import guarded_ids
from safeguarding.clock import day_of
from safeguarding.workingdays import Period


def reading_of(
    trial: LearningTrial, day: date, period: Period, *, is_before: bool, at: datetime
) -> LearningReading:
    """The trial’s figure of a period as it is counted now, to be kept. Counted as the page of the figure
    counts it, for nobody in particular: children whose records are closed to somebody stand in the totals of
    a whole year alone.
    """
    on, known, code = day_of(at), known_days(None), trial.measure
    found = figures(period, [code], on=on, known=known, closed=guarded_ids())[code]
    numbers = {} if found.blank else {"numerator": found.numerator, "denominator": found.denominator}
    return LearningReading(
        trial=trial,
        day=day,
        is_before=is_before,
        from_date=period.from_,
        to_date=period.to,
        **numbers,
        undecided=0 if found.blank else found.undecided,
        undecided_of=0 if found.blank else found.undecided_of,
        not_known=found.blank,
        coverage=sources_words(known_for(measure(code), known), on),
        read_at=at,
    )


def reading_that_is_due(trial: LearningTrial, at: datetime) -> LearningReading | None:
    """What the review that has come looks at, while it is not kept; None before its day, and once it is."""
    day = trial.next_review_date
    if day is None or day > day_of(at) or any(one.day == day for one in trial.readings.all()):
        return None
    return reading_of(trial, day, after(day, trial.months), is_before=False, at=at)


def figure_of(code: str, reading: LearningReading) -> Figure:
    """A kept reading as a figure, for all that shows one."""
    unit = measure(code).unit
    numerator, denominator = reading.numerator or 0, reading.denominator
    undecided = {LeftOut.NO_END_KNOWN: reading.undecided} if reading.undecided else {}
    blank = bool(reading.not_known or reading.undecided)
    return Figure(
        code=code,
        numerator=numerator,
        denominator=denominator,
        value=None if blank else valued(unit, numerator, denominator),
        unit=unit,
        period=Period(reading.from_date, reading.to_date),
        source=measure(code).source,
        left_out=undecided,
        unknown=reading.not_known,
        undecided_of=reading.undecided_of,
    )
