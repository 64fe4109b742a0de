"""What the unit learned, for the committee: ideas, trials with the figure before and after, what was said and
done. Small numbers are hidden as in the figures for publication; nobody is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from conferences.models import LearningDecision, LearningIdea, LearningReading, LearningTrial
from conferences.queries.learning import ForCommittee, idea_state
from conferences.rules.learning import Evidence, Group, IdeaFrom, IdeaOutcome, OutcomeWhy
from conferences.views.presenters.learning import NOT_DONE, NOT_TOLD, where
from conferences.views.presenters.learning_trials import (
    NO_PROOF,
    WAITS,
    days_words,
    hoped,
    value_words,
)
from safeguarding.clock import day_of
from safeguarding.labelled import label
from safeguarding.pagekit.components import Cell, Column, Table
from safeguarding.wording import counted, joined, uk_date
from safeguarding.workingdays import Period

HEAD = (
    "part",
    "what",
    "from",
    "day",
    "figure",
    "before",
    "before_days",
    "after",
    "after_days",
    "outcome",
    "why",
)
NOTHING = "Nothing of this period is recorded."


@dataclass(frozen=True)
class Paper:
    """The page: one sentence that sums up, then a table each."""

    summary: str
    ideas: Table
    trials: Table
    decisions: Table
    heard: Table
    no_proof: str


def paper(found: ForCommittee) -> Paper:
    return Paper(
        _summary(found),
        _ideas(list(found.ideas)),
        _trials(list(found.trials)),
        _decisions(list(found.decisions)),
        _heard(found),
        NO_PROOF,
    )


def _summary(found: ForCommittee) -> str:
    counts = (
        counted(len(found.ideas), "idea"),
        counted(len(found.trials), "trial"),
        counted(len(found.decisions), "decision"),
        f"{counted(len(found.heard), 'thing')} that families and others said",
    )
    done = sum(bool(one.did) for one in found.heard)
    answered = f"; {done} of these {'has' if done == 1 else 'have'} been acted on" if found.heard else ""
    return f"In this period: {joined(counts)}{answered}."


def _table(caption: str, names: Sequence[str], rows: list[list[Cell]]) -> Table:
    columns = [Column(name) for name in names]
    return Table(caption, columns, rows, empty=NOTHING, row_heads=True, stack=True)


def _ideas(ideas: list[LearningIdea]) -> Table:
    rows = [
        [
            Cell(one.title),
            Cell(where(one) or label(IdeaFrom, one.came_from), note=uk_date(one.day)),
            Cell(label(Evidence, one.evidence)),
            Cell(idea_state(one).label),
        ]
        for one in ideas
    ]
    return _table("Ideas", ("Idea", "Where from", "Evidence", "Where it stands"), rows)


def _trials(trials: list[LearningTrial]) -> Table:
    rows = [
        [Cell(one.idea.title, note=hoped(one)), *(_value(one, reading) for reading in ends(one))]
        for one in trials
    ]
    return _table("Trials, and the figure before and after", ("Trial", "Before", "After"), rows)


def ends(trial: LearningTrial) -> tuple[LearningReading | None, LearningReading | None]:
    """The reading before the trial, and the last one after it began."""
    readings = list(trial.readings.all())
    first = next((one for one in readings if one.is_before), None)
    later = [one for one in readings if not one.is_before]
    return first, later[-1] if later else None


def _value(trial: LearningTrial, reading: LearningReading | None) -> Cell:
    if reading is None:
        return Cell(WAITS)
    return Cell(value_words(trial.measure, reading, public=True), note=days_words(trial.measure, reading))


def _decisions(decisions: list[LearningDecision]) -> Table:
    rows = [
        [
            Cell(one.idea.title),
            Cell(label(IdeaOutcome, one.outcome), note=uk_date(day_of(one.decided_at))),
            Cell(label(OutcomeWhy, one.why), note=one.words),
        ]
        for one in decisions
    ]
    return _table("What was decided", ("Idea", "Decision", "Why"), rows)


def _heard(found: ForCommittee) -> Table:
    rows = [
        [
            Cell(one.said, note=f"{label(Group, one.group)}, {uk_date(one.heard_date)}"),
            Cell(one.did or NOT_DONE, note=uk_date(one.did_date) if one.did_date else ""),
            Cell(one.told_back or NOT_TOLD, note=uk_date(one.told_back_date) if one.told_back_date else ""),
        ]
        for one in found.heard
    ]
    return _table("You said, we did", ("They said", "We did", "Who was told, and how"), rows)


# ----- The file --------------------------------------------------------------------------------------------


def csv_lines(found: ForCommittee, period: Period) -> Iterator[list[str]]:
    """The same as rows of text, with the period and the caution."""
    span = f"{period.from_.isoformat()} to {period.to.isoformat()}"
    yield list(HEAD)
    yield _plain(["note", NO_PROOF, "", span])
    for idea in found.ideas:
        yield _plain(
            [
                "idea",
                idea.title,
                where(idea) or label(IdeaFrom, idea.came_from),
                idea.day.isoformat(),
                *[""] * 5,
                idea_state(idea).label,
                label(Evidence, idea.evidence),
            ]
        )
    for trial in found.trials:
        yield _plain(
            ["trial", trial.idea.title, "", trial.start_date.isoformat(), hoped(trial), *_ends(trial)]
        )
    for one in found.decisions:
        day = day_of(one.decided_at).isoformat()
        outcome = [label(IdeaOutcome, one.outcome), f"{label(OutcomeWhy, one.why)}: {one.words}"]
        yield _plain(["decision", one.idea.title, "", day, *[""] * 5, *outcome])
    for said in found.heard:
        group, day = label(Group, said.group), said.heard_date.isoformat()
        yield _plain(
            ["you said", said.said, group, day, *[""] * 5, said.did or NOT_DONE, said.told_back or NOT_TOLD]
        )


def _ends(trial: LearningTrial) -> list[str]:
    told: list[str] = []
    for reading in ends(trial):
        told += (
            [value_words(trial.measure, reading, public=True), days_words(trial.measure, reading)]
            if reading
            else [WAITS, ""]
        )
    return told


def _plain(cells: list[str]) -> list[str]:
    """As long as the head."""
    return [*cells, *[""] * (len(HEAD) - len(cells))]
