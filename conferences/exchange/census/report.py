"""What came of a census file, for a terminal and for a program: the same content in both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from conferences.models import FaultKind, ImportedFile, ImportFault
from safeguarding.wording import uk_date

NAMES = {
    "children": "Children",
    "plans": "Child protection plans",
    "section_47": "Section 47 enquiries",
    "conferences": "Initial conferences",
    "review_dates": "Review conferences",
    "need_episodes": "Need episodes",
    "in_need_plans": "Child in need plans",
}
FIGURES = ("read", "added", "changed")


def as_data(file: ImportedFile) -> dict[str, Any]:
    """{"file", "status", "authority", "year", "reference_date", "read", "added", "changed", "faults"}."""
    of = {what: {kind: file.counts[kind][what] for kind in file.counts} for what in FIGURES}
    faults = file.faults.order_by("line", "id").iterator(chunk_size=2_000)
    return {
        "file": file.file_name,
        "status": file.status,
        "authority": file.authority,
        "year": file.collection_year,
        "reference_date": file.reference_date and file.reference_date.isoformat(),
        **of,
        "faults": [fault_as_data(f) for f in faults],
    }


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


def as_lines(file: ImportedFile) -> Iterator[str]:
    """The counts as a small table, then every fault: "line 123, column 9, Child[4]/CINdetails[1], child
    TR01000004, rule 8940: ...".
    """
    reference = uk_date(file.reference_date) if file.reference_date else "no reference date"
    yield f"{file.file_name}: authority {file.authority or 'not named'}, reference date {reference}"
    yield ""
    yield f"{'':<24}{'read':>10}{'added':>10}{'changed':>10}"
    for kind, name in NAMES.items():
        counts = file.counts[kind]
        yield f"{name:<24}" + "".join(f"{counts[what]:>10,}" for what in FIGURES)
    yield from fault_lines(file)


def fault_lines(file: ImportedFile) -> Iterator[str]:
    for kind in (FaultKind.REFUSED, FaultKind.BENT, FaultKind.NOTED):
        faults = file.faults.filter(kind=kind).order_by("line", "id")
        count = faults.count()
        if count:
            yield ""
            yield f"{kind.label}: {count:,}"
            yield from (as_line(f) for f in faults.iterator(chunk_size=2_000))


def as_line(fault: ImportFault) -> str:
    child = f", child {fault.la_child_id}" if fault.la_child_id else ""
    path = f", {fault.path}" if fault.path else ""
    return f"line {fault.line}, column {fault.col}{path}{child}, rule {fault.rule}: {fault.sentence}"
