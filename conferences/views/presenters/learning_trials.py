"""Trials in words: what is tried, the figure before and after with n of N, and what reviews saw in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from conferences.models import LearningReading, LearningTrial
from conferences.queries.learning_figures import figure_of
from conferences.rules.learning import Movement
from conferences.rules.measures_catalogue import MEASURES
from conferences.rules.publishing import hidden_cells, public_text
from safeguarding.clock import day_of
from safeguarding.labelled import label
from safeguarding.pagekit.components import Cell, Column, Link, SummaryRow, Table
from safeguarding.wording import counted, lower_first, sentence, uk_date

NO_PROOF = (
    "A difference between before and after is no proof of what caused it: other things changed in the same"
    " time, and small numbers move by themselves."
)
WAITS = "Not looked up yet"


@dataclass(frozen=True)
class TrialShown:
    """One trial of the page of its idea."""

    heading: str
    rows: list[SummaryRow]
    readings: Table
    links: list[Link]


def measure_title(code: str) -> str:
    """The title of a figure, or its code where the service has it no more."""
    return MEASURES[code].title if code in MEASURES else code


def value_words(code: str, reading: LearningReading, *, public: bool) -> str:
    """30 of 112 (26.8%); for those who may not see small numbers, c of 112; or why it has none."""
    if code not in MEASURES:
        return "Not known: this figure is counted no more"
    figure = figure_of(code, reading)
    if figure.blank:
        return figure.blank
    if not public:
        return figure.as_text()
    return public_text(figure, hidden_cells({code: figure}))


def days_words(code: str, reading: LearningReading) -> str:
    """The days that a reading counts: of a count at a date, that date."""
    at_end = code in MEASURES and MEASURES[code].at_end
    last = uk_date(reading.to_date)
    return f"On {last}" if at_end else f"{uk_date(reading.from_date)} to {last}"


def hoped(trial: LearningTrial) -> str:
    """Plans reviewed on time, to go up."""
    return f"{measure_title(trial.measure)}, to go {lower_first(label(Movement, trial.movement))}"


def trials_shown(
    trials: Sequence[LearningTrial], *, public: bool, reviews: bool, keeps: bool, on: date
) -> list[TrialShown]:
    """Each trial, the latest first; `reviews` and `keeps`: whether the reader may review it, or stop it."""
    return [
        TrialShown(
            _heading(one),
            _rows(one),
            readings_table(one, public=public),
            [] if one.ended_date else _links(one, reviews=reviews, keeps=keeps, on=on),
        )
        for one in reversed(trials)
    ]


def _heading(trial: LearningTrial) -> str:
    ended = f", ended on {uk_date(trial.ended_date)}" if trial.ended_date else ""
    return f"Trial since {uk_date(trial.start_date)}{ended}"


def _rows(trial: LearningTrial) -> list[SummaryRow]:
    rows = [
        SummaryRow("What is tried", trial.what),
        SummaryRow("What it is to move", hoped(trial)),
        SummaryRow("Compared", f"{counted(trial.months, 'month')} before and after"),
    ]
    if trial.next_review_date:
        rows.append(SummaryRow("Next review", uk_date(trial.next_review_date)))
    elif trial.stopped_because:
        rows.append(SummaryRow("Why it was stopped", trial.stopped_because))
    elif not trial.ended_date:
        rows.append(SummaryRow("Next review", "None: it waits for a decision"))
    return rows


def readings_table(trial: LearningTrial, *, public: bool, due: LearningReading | None = None) -> Table:
    """Before, then each review: the days, the figure, what was seen in it. `due` is not kept yet."""
    readings = [*trial.readings.all(), *([due] if due else [])]
    return Table(
        measure_title(trial.measure),
        [Column(name) for name in ("When", "Days counted", "Figure", "What was seen")],
        [_reading(trial.measure, one, public=public) for one in readings],
        caption_size="s",
        row_heads=True,
        stack=True,
    )


def _reading(code: str, reading: LearningReading, *, public: bool) -> list[Cell]:
    review = getattr(reading, "review", None)
    when = "Before" if reading.is_before else f"Review of {uk_date(reading.day)}"
    seen = Cell("" if reading.is_before else "Not reviewed yet")
    if review:
        who = f"{review.reviewed_by.full_name}, {uk_date(day_of(review.reviewed_at))}"
        seen = Cell(review.words, note=sentence(who))
    known = f"Days known: {reading.coverage}" if reading.coverage else ""
    return [
        Cell(when, note=f"Looked up on {uk_date(day_of(reading.read_at))}"),
        Cell(days_words(code, reading), note=known),
        Cell(value_words(code, reading, public=public)),
        seen,
    ]


def _links(trial: LearningTrial, *, reviews: bool, keeps: bool, on: date) -> list[Link]:
    day, found = trial.next_review_date, []
    if reviews and day and day <= on:
        found.append(Link("Review the trial", reverse("learning_review", args=[trial.ref])))
    elif reviews and day:
        found.append(Link("Change the day of the review", reverse("learning_move", args=[trial.ref])))
    if keeps:
        found.append(Link("Stop the trial without a decision", reverse("learning_stop", args=[trial.ref])))
    return found
