"""What came of a census file, for a terminal and for a program: the same content in both.

Nobody knows who reads it, so it tells of a child whose record is closed to anybody as if not here yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from conferences.exchange.census.same_child import asked_openly
from conferences.models import ChangeHow, FaultKind, ImportChange, ImportedFile, ImportFault
from conferences.queries.imports import told_faults
from conferences.rules.closed_records import AS_NEW
from safeguarding.access.closed import guarded_numbers
from safeguarding.wording import counted, uk_date

NAMES = {
    "children": "Children",
    "plans": "Child protection plans",
    "section_47": "Section 47 enquiries",
    "conferences": "Initial conferences",
    "review_dates": "Review conferences",
    "need_episodes": "Need episodes",
    "in_need_plans": "Child in need plans",
}
ONE = {
    "children": "the child",
    "plans": "child protection plan",
    "section_47": "section 47 enquiry",
    "conferences": "initial conference",
    "review_dates": "review conference",
    "need_episodes": "need episode",
    "in_need_plans": "child in need plan",
}
FIGURES = {
    "read": "read",
    "added": "added",
    "changed": "changed",
    "moved": "moved",
    "taken_away": "taken away",
}


def as_data(file: ImportedFile) -> dict[str, Any]:
    """{"file", "ref", "status", "authority", "year", "reference_date", "read", "added", "changed", "moved",
    "taken_away", "changes", "asked", "faults"}.
    """
    of = {what: {kind: file.counts[kind].get(what, 0) for kind in file.counts} for what in FIGURES}
    faults = faults_told(file).iterator(chunk_size=2_000)
    return {
        "file": file.file_name,
        "ref": str(file.ref),
        "status": file.status,
        "authority": file.authority,
        "year": file.collection_year,
        "reference_date": file.reference_date and file.reference_date.isoformat(),
        **of,
        "changes": [change_as_data(change) for change in changes_told(file).iterator(chunk_size=2_000)],
        "asked": [
            {"child": q.other_number, "record": q.number, "sentence": q.sentence} for q in asked_openly(file)
        ],
        "faults": [fault_as_data(f) for f in faults],
    }


def changes_told(file: ImportedFile) -> QuerySet[ImportChange]:
    return file.changes.exclude(number__in=guarded_numbers())


def faults_told(file: ImportedFile) -> QuerySet[ImportFault]:
    return told_faults(file, guarded_numbers()).order_by("line", "id")


def fault_as_data(fault: ImportFault) -> dict[str, Any]:
    return {
        "line": fault.line,
        "column": fault.col,
        "path": fault.path,
        "child": fault.la_child_id,
        "rule": fault.rule,
        "kind": fault.kind,
        "sentence": fault.sentence,
    }


def change_as_data(change: ImportChange) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "how": change.how,
        "child": change.number,
        "day": change.day and change.day.isoformat(),
        "was": change.was,
        "now": change.now,
        "line": change.line,
    }


def as_lines(file: ImportedFile) -> Iterator[str]:
    """The counts as a small table, then what was changed, then every fault: "line 123, column 9,
    Child[4]/CINdetails[1], child TR01000004, rule 8940: ...".
    """
    reference = uk_date(file.reference_date) if file.reference_date else "no reference date"
    yield f"{file.file_name}: authority {file.authority or 'not named'}, reference date {reference}"
    yield ""
    yield f"{'':<24}" + "".join(f"{words:>12}" for words in FIGURES.values())
    for kind, name in NAMES.items():
        counts = file.counts[kind]
        yield f"{name:<24}" + "".join(f"{counts.get(what, 0):>12,}" for what in FIGURES)
    yield ""
    yield AS_NEW
    yield from change_lines(file)
    yield from question_lines(file)
    yield from fault_lines(file)


def change_lines(file: ImportedFile) -> Iterator[str]:
    for how in ChangeHow:
        changes = changes_told(file).filter(how=how)
        count = changes.count()
        if count:
            yield ""
            yield matched_words(count) if how == ChangeHow.RENUMBERED else f"{how.label}: {count:,}"
            yield from (change_line(change) for change in changes.iterator(chunk_size=2_000))


def matched_words(count: int) -> str:
    return f"Matched {counted(count, 'child', 'children')} under a new number"


def question_lines(file: ImportedFile) -> Iterator[str]:
    """Of whom it is asked whether they are known under another number."""
    asked = list(asked_openly(file))
    if asked:
        children = len({question.other_number for question in asked})
        yield ""
        yield f"To be asked of a person, on the page of the file: {counted(children, 'child', 'children')}"
        yield from (question.sentence for question in asked)


def change_line(change: ImportChange) -> str:
    of = f" of {uk_date(change.day)}" if change.day else ""
    became = f": {change.was}" if change.was else ""
    if change.now:
        became = f": {change.was} is now {change.now}"
    return f"child {change.number}, {ONE[change.kind]}{of}{became}"


def fault_lines(file: ImportedFile) -> Iterator[str]:
    for kind in (FaultKind.REFUSED, FaultKind.BENT, FaultKind.NOTED):
        faults = faults_told(file).filter(kind=kind)
        count = faults.count()
        if count:
            yield ""
            yield f"{kind.label}: {count:,}"
            yield from (as_line(f) for f in faults.iterator(chunk_size=2_000))


def as_line(fault: ImportFault) -> str:
    child = f", child {fault.la_child_id}" if fault.la_child_id else ""
    path = f", {fault.path}" if fault.path else ""
    return f"line {fault.line}, column {fault.col}{path}{child}, rule {fault.rule}: {fault.sentence}"
