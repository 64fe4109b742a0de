"""A census file and what came of it, as the pages show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from conferences.exchange.census.heading import first_day
from conferences.exchange.census.report import FIGURES, NAMES
from conferences.exchange.census.rulebook import TITLES, by_effect, touches
from conferences.models import FaultKind, FileAsked, FileStatus, ImportedFile, ImportFault
from conferences.queries.imports import FaultPage, FaultRow, RuleCount
from safeguarding.pagekit.components import Cell, Column, Link, SummaryRow, Table, Tag
from safeguarding.register.authorities import latest_authority
from safeguarding.wording import number, uk_date, uk_moment, upper_first

COLOURS = {
    FileStatus.WAITING: "blue",
    FileStatus.READING: "blue",
    FileStatus.PROPOSED: "yellow",
    FileStatus.READ: "green",
    FileStatus.REFUSED: "red",
    FileStatus.DISCARDED: "grey",
    FileStatus.REPLACED: "grey",
    FileStatus.UNDONE: "grey",
}
KIND_COLOURS = {FaultKind.REFUSED: "red", FaultKind.BENT: "yellow", FaultKind.NOTED: "grey"}
# Short enough for a tag; the terminal has room for FaultKind's own words.
KIND_WORDS = {FaultKind.REFUSED: "Not taken", FaultKind.BENT: "Changed", FaultKind.NOTED: "To check"}
NOT_SHOWN = "Not shown"
# What became of a file that changes nothing any longer: a heading and a sentence.
LEFT = {
    FileStatus.DISCARDED: ("The file was discarded", "Nothing in the file was taken into the record."),
    FileStatus.UNDONE: (
        "The file was undone",
        "What the file had changed was taken back. The record is as the other files tell it.",
    ),
}


@dataclass(frozen=True)
class Work:
    """What a worker does with a file, in words: the page's heading, how far it is, and that it stopped."""

    heading: str
    so_far: str
    begun: str
    late: str
    stopped: str = ""


READING = Work(
    "Reading the file",
    "read so far.",
    "Reading has started.",
    "The file is here but has not been read yet. The part of this service that reads files may not be"
    " running. The file will be read as soon as it is.",
    "Reading stopped before the end of the file. Nothing was changed. The file is still here and will be read"
    " again from the start.",
)
PUT_TOGETHER = "put together so far. Then the record is written."
LATE = (
    "This has not been done yet, and nothing was changed. The part of this service that does it may not be"
    " running. It will be done as soon as it is."
)
WORK = {
    FileAsked.KEEP: Work("Keeping the file", PUT_TOGETHER, "Keeping has started.", LATE),
    FileAsked.DISCARD: Work("Discarding the file", PUT_TOGETHER, "Discarding has started.", LATE),
    FileAsked.UNDO: Work("Undoing the file", PUT_TOGETHER, "Undoing has started.", LATE),
    FileAsked.LOOK: Work("Following the answers", PUT_TOGETHER, "The answers are being followed.", LATE),
}


def work(file: ImportedFile) -> Work:
    return WORK[FileAsked(file.asked)] if file.asked else READING


def status_tag(file: ImportedFile) -> Tag:
    if file.asked:
        return Tag(str(FileAsked(file.asked).label), "blue")
    status = FileStatus(file.status)
    return Tag(str(status.label), COLOURS[status])


def kind_tag(kind: str) -> Tag:
    known = FaultKind(kind)
    return Tag(KIND_WORDS[known], KIND_COLOURS[known])


def files_table(files: list[ImportedFile]) -> Table:
    """Files handed in before, the latest first."""
    columns = [Column(words) for words in ("File", "Reference date", "Uploaded", "By", "Status")]
    return Table(
        "Uploaded files",
        columns,
        [_file_row(file) for file in files],
        "No file has been uploaded yet. Start with the latest census. Earlier years can follow.",
        row_heads=True,
        stack=True,
    )


def _file_row(file: ImportedFile) -> list[Cell | str]:
    at_work = file.asked or file.status in (FileStatus.WAITING, FileStatus.READING)
    href = reverse("import_progress" if at_work else "import_report", args=[file.ref])
    return [
        Cell(file.file_name, href=href),
        uk_date(file.reference_date) or "Not known",
        uk_moment(file.uploaded_at),
        str(file.uploaded_by),
        Cell(tag=status_tag(file)),
    ]


def summary(file: ImportedFile) -> list[SummaryRow]:
    """What the file says of itself, and who handed it in."""
    rows = [SummaryRow("File", file.file_name)]
    if file.status == FileStatus.READ or file.reference_date:
        authority = latest_authority(file.authority)
        named = f"{authority.name} ({file.authority})" if authority else file.authority or "Not named"
        rows += [
            SummaryRow("Local authority", named),
            SummaryRow("Census year", file.collection_year or "Not named"),
            SummaryRow("Reference date", uk_date(file.reference_date)),
        ]
    return [*rows, SummaryRow("Uploaded", f"{uk_moment(file.uploaded_at)} by {file.uploaded_by}")]


def counts_table(file: ImportedFile) -> Table:
    """What was read, added and changed, by kind of record."""
    columns = [Column("Record"), *(Column(upper_first(words), numeric=True) for words in FIGURES.values())]
    rows = [
        [name, *(number(file.counts[kind].get(what, 0)) for what in FIGURES)]
        for kind, name in NAMES.items()
        if kind in file.counts
    ]
    return Table("Records in the file", columns, rows, row_heads=True, stack=True)


def figures_href(file: ImportedFile) -> str:
    """The address of the figures of this file alone, for the year that it tells, where it tells one."""
    asked = {"file": str(file.ref)}
    if file.reference_date:
        first = first_day(file.reference_date)
        asked |= {"from": first.isoformat(), "to": file.reference_date.isoformat()}
    return f"{reverse('measures')}?{urlencode(asked)}"


def kinds(file: ImportedFile, found: FaultPage, kind: str) -> list[Link]:
    """Everything, or one of the kinds, each with its count."""
    base = reverse("import_report", args=[file.ref])
    links = [Link(f"All ({number(_count(found.rules))})", f"{base}#faults", not kind)]
    for known in FaultKind:
        count = _count([r for r in found.rules if r.kind == known])
        if count:
            words = f"{KIND_WORDS[known]} ({number(count)})"
            links.append(Link(words, f"{base}?kind={known.value}#faults", kind == known))
    return links


def _count(rules: list[RuleCount]) -> int:
    return sum(rule.count for rule in rules)


def rules_table(file: ImportedFile, found: FaultPage, kind: str) -> Table:
    """Each rule broken, how often, and the way to its records: what touches a figure first, and of that what
    was not taken.
    """
    base = reverse("import_report", args=[file.ref])
    rows = [
        [
            Cell(rule.rule, href=f"{base}?{urlencode({'kind': rule.kind, 'rule': rule.rule})}#faults"),
            TITLES.get(rule.rule, rule.rule),
            touches(rule.rule),
            Cell(tag=kind_tag(rule.kind)),
            number(rule.count),
        ]
        for rule in sorted(found.rules, key=_to_mend)
        if not kind or rule.kind == kind
    ]
    columns = [Column(words) for words in ("Rule", "What it says", "Figures it touches", "Record")]
    columns.append(Column("How often", numeric=True))
    return Table("Rules broken", columns, rows, "No rule was broken.", row_heads=True, stack=True)


def _to_mend(rule: RuleCount) -> tuple[int, int, int]:
    return by_effect(rule.rule), list(FaultKind.values).index(rule.kind), -rule.count


def faults_table(found: FaultPage, rule: str) -> Table:
    """A page of faults in the order of the file."""
    return faults_table_of(found.rows, f"Rule {rule}: {TITLES[rule]}" if rule in TITLES else "Line by line")


def faults_table_of(faults: list[FaultRow], caption: str, *, is_own: bool = False) -> Table:
    """`is_own`: whether the reader handed the file in, and so knows what it tells of whomever."""
    columns = [Column("Place"), Column("Child"), Column("Rule"), Column("What was found"), Column("Record")]
    rows = [_fault_row(row, is_own=is_own and not row.fault.beside_record) for row in faults]
    return Table(caption, columns, rows, "Nothing to check.", row_heads=True, stack=True)


def _fault_row(row: FaultRow, *, is_own: bool = False) -> list[Cell | str]:
    fault, hidden = row.fault, row.hidden and not is_own
    # What is said of a child whom the reader may not see is said of nobody: the rule, without dates or codes.
    words = TITLES.get(fault.rule, fault.rule) if hidden else fault.sentence
    child = _child_cell(row) if hidden or row.child else Cell(fault.la_child_id)
    return [_place(fault, hidden), child, fault.rule, words, Cell(tag=kind_tag(fault.kind))]


CSV_COLUMNS = ["Line", "Column", "Path", "Child", "Rule", "What it says", "Figures it touches"]


def csv_href(file: ImportedFile, kind: str, rule: str) -> str:
    """The address of the same records as a file."""
    asked = {name: value for name, value in (("kind", kind), ("rule", rule)) if value}
    base = reverse("import_csv", args=[file.ref])
    return f"{base}?{urlencode(asked)}" if asked else base


def csv_rows(rows: Iterable[FaultRow]) -> Iterator[list[str]]:
    """The names of the columns, then a row for each record; of a child out of sight the rule alone."""
    yield [*CSV_COLUMNS, "What was found", "Record"]
    for row in rows:
        fault, hidden = row.fault, row.hidden
        child = row.child.la_child_id if row.child else NOT_SHOWN if hidden else ""
        title = TITLES.get(fault.rule, fault.rule)
        yield [
            *(str(fault.line), "" if hidden else str(fault.col), "" if hidden else fault.path),
            *(child, fault.rule, title, touches(fault.rule)),
            *("" if hidden else fault.sentence, KIND_WORDS[FaultKind(fault.kind)]),
        ]


def _place(fault: ImportFault, hidden: bool) -> str:
    """Line 1,204, column 7, Child[3]/CINdetails[1]; of a child who is not shown the line alone."""
    line = f"Line {number(fault.line)}"
    if hidden:
        return line
    return joined_place(line, f"column {number(fault.col)}", fault.path)


def joined_place(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _child_cell(row: FaultRow) -> Cell:
    if row.child is not None:
        return Cell(row.child.la_child_id, href=reverse("child", args=[row.child.ref]))
    return Cell(NOT_SHOWN if row.hidden else "")
