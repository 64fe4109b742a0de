"""What a census file would change, or changed, as its page shows it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from django.urls import reverse

from conferences.exchange.census.report import NAMES, ONE
from conferences.models import ChangeHow, FaultKind, FileStatus, ImportedFile, ImportQuestion, QuestionKind
from conferences.queries.imports import FaultRow
from conferences.queries.imports_changes import ChangeRow, QuestionGroup, QuestionRow
from conferences.rules.figures import Unit, partly_known
from conferences.rules.measures_catalogue import MEASURES
from conferences.rules.measures_definition import Measure
from conferences.views.presenters.imports import faults_table_of
from safeguarding.models import Child
from safeguarding.pagekit.components import Cell, Column, Link, SummaryRow, Table
from safeguarding.wording import count_of, lower_first, number, uk_date, upper_first

Counts = Mapping[tuple[str, str], int]
Pairs = Mapping[str, Sequence[float | None]]
# The columns of the table of counts; what is added is told by count.
HOWS = (ChangeHow.CHANGED, ChangeHow.ENDED, ChangeHow.MOVED, ChangeHow.WITHDRAWN)
SHORT = {
    ChangeHow.STANDS: "Left as it is",
    ChangeHow.UNTOLD: "Not told",
    ChangeHow.RENUMBERED: "Known under another number",
}
# What a file does not tell has no new state; how it stood where no end or closure says it.
AS_IT_STOOD = {ChangeHow.WITHDRAWN: "recorded", ChangeHow.STANDS: "recorded", ChangeHow.UNTOLD: "open"}
# Beside the changes "Changed" would say two things.
FAULTS = {FaultKind.REFUSED: "Not taken", FaultKind.BENT: "Taken with a change", FaultKind.NOTED: "To check"}
QUESTIONS = "QUESTIONS"
NOT_KNOWN = "Not known"


def how_words(how: str) -> str:
    known = ChangeHow(how)
    return SHORT.get(known, str(known.label))


def counts_table(file: ImportedFile, counts: Counts) -> Table:
    """What would be added, changed, ended, moved and taken away, by kind of record."""
    columns = [Column("Record"), Column("Added", numeric=True)]
    columns += [Column(how_words(how), numeric=True) for how in HOWS]
    rows = [
        [name, number(file.counts[kind]["added"]), *(number(counts.get((kind, how), 0)) for how in HOWS)]
        for kind, name in NAMES.items()
        if kind in file.counts
    ]
    return Table("Records", columns, rows, row_heads=True, stack=True)


def lists(
    file: ImportedFile, counts: Counts, faults: Mapping[str, int], questions: int, chosen: str
) -> list[Link]:
    """Each way of changing and each kind of fault that there is, with its count."""
    base = reverse("import_changes", args=[file.ref])
    of_how = {how.value: sum(n for (_, one), n in counts.items() if one == how) for how in ChangeHow}
    found = [(how, how_words(how), count) for how, count in of_how.items()]
    found.insert(0, (QUESTIONS, "Questions", questions))
    found += [(kind.value, words, faults.get(kind, 0)) for kind, words in FAULTS.items()]
    return [
        Link(f"{words} ({number(count)})", f"{base}?show={code}#rows", code == chosen)
        for code, words, count in found
        if count
    ]


def changes_table(rows: list[ChangeRow], how: str) -> Table:
    """A page of changes: of whom, what, and what it was and is now, or how it stood where it is gone."""
    said = ("How it stood",) if how in AS_IT_STOOD else ("Was", "Now")
    columns = [Column(words) for words in ("Child", "Record", *said)]
    return Table(
        str(ChangeHow(how).label),
        columns,
        [_change_row(row) for row in rows],
        "Nothing to show.",
        row_heads=True,
        stack=True,
    )


def _change_row(row: ChangeRow) -> list[Cell | str]:
    change = row.change
    href = reverse("child", args=[row.child.ref]) if row.child else ""
    what = fact_words(change.kind, change.day)
    if change.how in AS_IT_STOOD:
        stood = upper_first(change.was or AS_IT_STOOD[ChangeHow(change.how)])
        return [Cell(change.number, href=href), what, stood]
    # Of a fact that moved the day alone is told: what it is says the column.
    was, now = (words.removeprefix("day ") for words in (change.was, change.now))
    return [Cell(change.number, href=href), what, was or "Nothing", now or "Nothing"]


def faults_table(rows: list[FaultRow], kind: str, *, is_own: bool) -> Table:
    """A page of what was refused, bent or noted. `is_own`: whether the reader handed the file in."""
    return faults_table_of(rows, FAULTS[FaultKind(kind)], is_own=is_own)


def questions_table(file: ImportedFile, rows: list[QuestionRow]) -> Table:
    """A page of what the file leaves open: of whom, what is asked, and what stands until it is answered."""
    columns = [Column(words) for words in ("Child", "Record", "Question", "Answer")]
    shown = [
        [
            Cell(row.question.number, href=reverse("child", args=[row.child.ref])),
            fact_words(row.question.fact, row.question.day),
            Cell(row.question.sentence, href=reverse("import_question", args=[file.ref, row.question.pk])),
            answer_words(row.question),
        ]
        for row in rows
    ]
    return Table("Questions", columns, shown, "No question is open.", row_heads=True, stack=True)


def group_links(file: ImportedFile, groups: Sequence[QuestionGroup]) -> list[Link]:
    """The way to one answer for all questions of a kind, where there are several."""
    return [
        Link(
            f"Give one answer to {number(group.count)} questions: {group_words(group.kind, group.fact)}",
            reverse("import_questions", args=[file.ref, group.kind, group.fact]),
        )
        for group in groups
        if group.count > 1
    ]


def group_words(kind: str, fact: str) -> str:
    """child protection plans, left open by an earlier file, and not told"""
    return f"{lower_first(NAMES.get(fact, 'Records'))}, {lower_first(str(QuestionKind(kind).label))}"


def answer_words(question: ImportQuestion) -> str:
    """What was answered; until then, what stands."""
    words = dict(question.choices)
    if not question.answer:
        return f"Not yet. Until then: {lower_first(question.choices[0][1])}"
    ended = f": {uk_date(question.answer_day)}" if question.answer_day else ""
    return f"{words.get(question.answer, question.answer)}{ended}"


def fact_words(kind: str, day: dt.date | None) -> str:
    what = "Child’s details" if kind == "children" else upper_first(ONE.get(kind, "record"))
    return f"{what} of {uk_date(day)}" if day else what


def figures_table(figures: Mapping[str, Pairs]) -> Table:
    """The year's figures that the file would change, before and after; a rate says no more than its count."""
    before, after = figures.get("before", {}), figures.get("after", {})
    rows = [
        [measure.title, figure_words(measure, before.get(code)), figure_words(measure, after.get(code))]
        for code, measure in MEASURES.items()
        if measure.unit is not Unit.RATE and before.get(code) != after.get(code)
    ]
    columns = [Column("Figure"), Column("Now"), Column("With this file")]
    none = "No figure would change."
    return Table("Figures of the census year", columns, rows, none, row_heads=True, stack=True)


def figure_words(measure: Measure, pair: Sequence[float | None] | None) -> str:
    """30 of 112 (26.8%), or 533; "Not known" where it is not, or for how many of how many."""
    part, whole, *undecided = pair or (None, None)
    if part is None:
        return NOT_KNOWN
    if undecided and whole is not None:
        return partly_known(int(part), int(whole), *(int(count or 0) for count in undecided))
    if measure.unit is Unit.PERCENT and whole is not None:
        return count_of(int(part), int(whole))
    return number(int(part))


def standing_lines(stands: Sequence[tuple[str, str]], seen: Mapping[str, Child]) -> list[dict[str, str]]:
    """What keeps a file from being undone, of the children in the reader's sight."""
    return [
        {"number": child, "href": reverse("child", args=[seen[child].ref]), "what": what}
        for child, what in stands
        if child in seen
    ]


def replacing_rows(file: ImportedFile, replaced: list[ImportedFile]) -> list[SummaryRow]:
    """Which file this one replaces, or would, and which one replaced it."""
    rows = [SummaryRow("Replaces", words) for words in replaced_words(replaced)]
    if file.replaced_by:
        rows += [SummaryRow("Replaced by", words) for words in replaced_words([file.replaced_by])]
    return rows


def replaced_words(files: list[ImportedFile]) -> list[str]:
    """census.xml, uploaded on 1 May 2024"""
    return [f"{file.file_name}, uploaded on {uk_date(file.uploaded_at)}" for file in files]


def can_be_undone(file: ImportedFile) -> bool:
    return file.status in (FileStatus.READ, FileStatus.REPLACED)


def undoing_words(not_done: Mapping[str, object]) -> str:
    """Why a file was not undone; what stands in the way is named beside it, as far as the reader sees it."""
    if not_done.get("stands"):
        return "The file cannot be undone: work recorded here stands on what it told. Nothing was changed."
    return str(not_done.get("sentence", ""))
