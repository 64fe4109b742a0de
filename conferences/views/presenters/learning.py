"""What the unit learns, in words: the register, one idea with all told of it, what was said and done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.urls import reverse

from conferences.models import LearningDecision, LearningHeard, LearningIdea, LearningTrial
from conferences.queries.learning import idea_state
from conferences.rules.learning import Evidence, Group, IdeaFrom, IdeaOutcome, IdeaState, OutcomeWhy
from conferences.views.presenters import words
from safeguarding.clock import day_of
from safeguarding.labelled import label
from safeguarding.pagekit.components import Cell, Column, Entry, SummaryRow, Table, Tag
from safeguarding.register.authorities import latest_authority
from safeguarding.wording import lower_first, sentence, uk_date, upper_first

COLOURS = {
    IdeaState.NEW: "grey",
    IdeaState.TRYING: "blue",
    IdeaState.ADOPTED: "green",
    IdeaState.NOT_ADOPTED: "orange",
}
NOBODY = "Nobody yet"
NONE_FITS = "Nothing in the register is what it is narrowed to."
NOTHING_YET = "Nothing is in the register yet."
NOTHING_HEARD = "Nothing is recorded yet."
NOT_DONE = "Nothing is recorded as done yet"
NOT_TOLD = "Nobody is recorded as told yet"


def state_tag(state: IdeaState) -> Tag:
    return Tag(state.label, COLOURS[state])


def where(idea: LearningIdea) -> str:
    """Fablehaven Council; "" where it is of nobody elsewhere."""
    known = latest_authority(idea.authority) if idea.authority else None
    name = known.name if known else ""
    return ", ".join(part for part in (name, idea.where_words) if part)


def ideas_table(ideas: Iterable[LearningIdea], *, is_narrowed: bool) -> Table:
    """A line an idea: what, where from, where it stands, whose it is."""
    return Table(
        "Ideas and visits",
        [Column(name) for name in ("Idea", "Where from", "Day", "Where it stands", "Who follows it up")],
        [_line(one) for one in ideas],
        empty=NONE_FITS if is_narrowed else NOTHING_YET,
        caption_hidden=True,
        row_heads=True,
        stack=True,
    )


def _line(idea: LearningIdea) -> list[Cell]:
    return [
        Cell(idea.title, href=reverse("learning_idea", args=[idea.ref])),
        Cell(where(idea) or label(IdeaFrom, idea.came_from)),
        Cell(uk_date(idea.day)),
        Cell("", tag=state_tag(idea_state(idea))),
        Cell(idea.owner.full_name if idea.owner else NOBODY),
    ]


def idea_rows(idea: LearningIdea) -> list[SummaryRow]:
    """What was learned, where, by whom, and what speaks for it."""
    evidence = label(Evidence, idea.evidence)
    rows = [
        SummaryRow("What was learned", words.typed(idea.learned)),
        SummaryRow("Where from", label(IdeaFrom, idea.came_from)),
    ]
    if place := where(idea):
        rows.append(SummaryRow("Where", place))
    rows.append(SummaryRow("Day", uk_date(idea.day)))
    if idea.who_went:
        rows.append(SummaryRow("Who went", idea.who_went))
    document = f"{evidence}: {idea.evidence_words}" if idea.evidence_words else evidence
    return [
        *rows,
        SummaryRow("Evidence", document),
        SummaryRow("Who follows it up", idea.owner.full_name if idea.owner else NOBODY),
        SummaryRow("Added by", f"{idea.added_by.full_name}, {uk_date(day_of(idea.added_at))}"),
    ]


def version_entries(idea: LearningIdea, versions: Sequence[LearningIdea]) -> list[Entry]:
    """How it was told before it was changed, the latest first; nothing of one that was never changed."""
    return [
        Entry(one.title, f"As it stood on {uk_date(day_of(one.saved_at))}", [one.learned])
        for one in versions[1:]
    ]


def decision_entries(decisions: Iterable[LearningDecision]) -> list[Entry]:
    """What was decided, the latest first; one that was replaced says by which."""
    return [_decision(one) for one in reversed(list(decisions))]


def _decision(one: LearningDecision) -> Entry:
    later = getattr(one, "replaced_by", None)
    lines = [f"{label(OutcomeWhy, one.why)}.", one.words]
    if one.replaces:
        day = uk_date(day_of(one.replaces.decided_at))
        what = lower_first(label(IdeaOutcome, one.replaces.outcome))
        lines.append(f"It takes the place of “{what}” of {day}: {sentence(one.replaces_reason)}")
    if later:
        lines.append(f"Replaced on {uk_date(day_of(later.decided_at))}.")
    return Entry(
        label(IdeaOutcome, one.outcome),
        uk_date(day_of(one.decided_at)),
        lines,
        byline=one.decided_by.full_name,
        is_struck=later is not None,
    )


# ----- On My work ------------------------------------------------------------------------------------------


def own_table(trials: Sequence[LearningTrial], on: date) -> Table | None:
    """The trials whose review is this person's and due soon, today or before."""
    if not trials:
        return None
    columns = [Column("Trial"), Column("Review due")]
    rows = [[Cell(one.idea.title, href=_review(one, on)), _due(one, on)] for one in trials]
    return Table("Trials of ideas to review", columns, rows, row_heads=True, stack=True)


def undecided_table(trials: Sequence[LearningTrial]) -> Table | None:
    """The trials of which enough was seen: they wait for a decision."""
    if not trials:
        return None
    columns = [Column("Idea"), Column("Trial since")]
    rows = [
        [Cell(one.idea.title, href=reverse("learning_decide", args=[one.idea.ref])), uk_date(one.start_date)]
        for one in trials
    ]
    return Table("Ideas to decide", columns, rows, row_heads=True, stack=True)


def _review(trial: LearningTrial, on: date) -> str:
    is_due = trial.next_review_date is not None and trial.next_review_date <= on
    name, ref = ("learning_review", trial.ref) if is_due else ("learning_idea", trial.idea.ref)
    return reverse(name, args=[ref])


def _due(trial: LearningTrial, on: date) -> Cell:
    day = trial.next_review_date
    if day is None:
        return Cell("")
    if day < on:
        return Cell("", tag=Tag("Late", "red"), note=uk_date(day))
    return Cell("", tag=Tag("Today", "yellow"), note=uk_date(day)) if day == on else Cell(uk_date(day))


# ----- You said, we did ------------------------------------------------------------------------------------


def heard_table(rows: Iterable[LearningHeard], *, may_answer: bool) -> Table:
    """You said, we did, and who was told."""
    names = ("They said", "We did", "Who was told, and how")
    return Table(
        "You said, we did",
        [Column(name) for name in names],
        [_heard_line(one, may_answer=may_answer) for one in rows],
        empty=NOTHING_HEARD,
        caption_hidden=True,
        row_heads=True,
        stack=True,
    )


def _heard_line(one: LearningHeard, *, may_answer: bool) -> list[Cell]:
    href = reverse("learning_heard_answer", args=[one.ref]) if may_answer else ""
    told = f"{label(Group, one.group)}, {uk_date(one.heard_date)}. {upper_first(one.how_heard)}"
    return [
        Cell(one.said, href=href, note=sentence(told)),
        Cell(one.did or NOT_DONE, note=uk_date(one.did_date) if one.did_date else ""),
        Cell(one.told_back or NOT_TOLD, note=uk_date(one.told_back_date) if one.told_back_date else ""),
    ]
