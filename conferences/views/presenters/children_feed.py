"""A file of children, what it would do and what is asked, as the pages show it."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse

from conferences.exchange.feed.report import why
from conferences.forms.children_feed import Choice
from conferences.models import ChildrenFeed, FeedLine, FeedOutcome, FeedStatus
from conferences.queries.children_feed import MOVED, NOTED, FeedRow, Question
from conferences.rules.children_feed import Item
from safeguarding.labelled import label
from safeguarding.models.child import name_shown
from safeguarding.pagekit.components import Cell, Column, Link, SummaryRow, Table, Tag
from safeguarding.register.codes import Sex
from safeguarding.wording import lower_first, number, uk_date, uk_moment, upper_first

COLOURS = {
    FeedStatus.WAITING: "blue",
    FeedStatus.READING: "blue",
    FeedStatus.SHOWN: "yellow",
    FeedStatus.GOING_IN: "blue",
    FeedStatus.TAKEN_IN: "green",
    FeedStatus.REFUSED: "red",
    FeedStatus.LEFT: "grey",
}
# The lists of a file: its kind, its name, the count that it belongs to.
LISTS = (
    (FeedOutcome.REFUSED.value, "Refused", "refused"),
    (NOTED, "Taken in part", "noted"),
    (FeedOutcome.ADDED.value, "Added", "added"),
    (FeedOutcome.NAMED.value, "Named", "named"),
    (FeedOutcome.CHANGED.value, "Changed", "changed"),
    (MOVED, "Team or worker", "moved"),
    (FeedOutcome.UNCHANGED.value, "Unchanged", "unchanged"),
)
# Those whose lines are kept once the file is taken in.
KEPT = (FeedOutcome.REFUSED.value, NOTED)
NOT_SHOWN = "Not shown"
HIDDEN = "Something in the record of a child whom you may not see stands against it."


def status_tag(feed: ChildrenFeed) -> Tag:
    status = FeedStatus(feed.status)
    return Tag(str(status.label), COLOURS[status])


def feeds_table(feeds: Sequence[ChildrenFeed]) -> Table:
    """Files handed in before, the latest first."""
    columns = [Column(words) for words in ("File", "Handed in", "By", "Status")]
    rows = [
        [
            Cell(feed.file_name, href=reverse("children_feed_file", args=[feed.ref])),
            uk_moment(feed.handed_in_at),
            str(feed.handed_in_by),
            Cell(tag=status_tag(feed)),
        ]
        for feed in feeds
    ]
    return Table(
        "Files handed in", columns, rows, "No file has been handed in yet.", row_heads=True, stack=True
    )


def summary(feed: ChildrenFeed) -> list[SummaryRow]:
    """Who handed it in and took it in, when, and why where something was asked."""
    handed_in = f"{uk_moment(feed.handed_in_at)} by {feed.handed_in_by}"
    rows = [SummaryRow("File", feed.file_name), SummaryRow("Handed in", handed_in)]
    if feed.taken_in_at:
        rows.append(SummaryRow("Taken in", f"{uk_moment(feed.taken_in_at)} by {feed.taken_in_by}"))
    return [*rows, *([SummaryRow("Reason", feed.reason)] if feed.reason else [])]


def counts_table(feed: ChildrenFeed) -> Table:
    """How many lines there are of each kind."""
    rows = [[words, number(feed.counts.get(count, 0))] for _, words, count in LISTS]
    lines = number(feed.counts.get("rows", 0))
    return Table(
        f"Lines of the file: {lines}", [Column("What"), Column("Lines", numeric=True)], rows, row_heads=True
    )


def lists(feed: ChildrenFeed, kind: str) -> list[Link]:
    """The lists that there are, each with its count."""
    base = reverse("children_feed_file", args=[feed.ref])
    return [
        Link(f"{words} ({number(feed.counts[count])})", f"{base}?kind={code}#lines", code == kind)
        for code, words, count in LISTS
        if feed.counts.get(count) and (code in KEPT or feed.status == FeedStatus.SHOWN)
    ]


def lines_table(rows: Sequence[FeedRow], kind: str) -> Table:
    """A page of lines: the child by number, by name where the reader may see who it is."""
    columns = [Column("Child number"), Column("Line"), Column("Name"), Column("What")]
    caption = next((words for code, words, _ in LISTS if code == kind), "Lines")
    return Table(
        caption,
        columns,
        [[_number(row), number(row.line), _name(row), _what(row, kind)] for row in rows],
        "There are none.",
        row_heads=True,
        stack=True,
    )


def _number(row: FeedRow) -> Cell:
    if row.child is not None:
        return Cell(row.number, href=reverse("child", args=[row.child.ref]))
    return Cell(row.number or (NOT_SHOWN if row.is_barred else "–"))


def _name(row: FeedRow) -> str:
    """As the file has it; as the record has it where the file has none."""
    if row.name:
        return row.name
    if row.child is not None and (row.child.given_names or row.child.family_name):
        return row.child.display_name
    is_known = row.child is not None or (row.is_new and row.outcome != FeedOutcome.ADDED)
    return "–" if is_known else NOT_SHOWN


def _what(row: FeedRow, kind: str) -> str:
    """Why it is refused or left out; else what of it is written."""
    if kind in KEPT:
        if row.is_barred:
            return HIDDEN
        is_hidden = row.child is None and not row.is_new
        finding = HIDDEN if is_hidden and row.finding else row.finding
        return why(row.problem, row.remark, finding)
    if row.outcome == FeedOutcome.UNCHANGED:
        return "–"
    return upper_first(", ".join(_item(item, row) for item in row.writes))


def _item(item: str, row: FeedRow) -> str:
    if item != Item.HOLDER:
        return lower_first(label(Item, item))
    return f"to {_holder(row.team, row.worker)}"


# ----- Questions -------------------------------------------------------------------------------------------


def choices(questions: Sequence[Question]) -> list[Choice]:
    """Each item that is a question, with ours and the file's in words."""
    return [
        Choice(one.line, item, _ours(one, item) or "nothing", _theirs(one.line, item))
        for one in questions
        for item in one.line.asks
    ]


def legends(questions: Sequence[Question]) -> dict[int, str]:
    """{line's id: the child, as a heading}."""
    return {one.line.pk: f"Line {one.line.line}: {_child(one.line)}" for one in questions}


def _child(line: FeedLine) -> str:
    assert line.child is not None
    name, child = line.child.display_name, line.child.la_child_id
    return name if name.endswith(child) else f"{name}, {child}"


def _ours(question: Question, item: str) -> str:
    child = question.line.child
    assert child is not None
    match item:
        case Item.NAME:
            return name_shown(child.given_names, child.family_name, "", unborn=child.is_unborn)
        case Item.BIRTH:
            return _birth(child.birth_date, child.expected_birth_date)
        case Item.SEX:
            return label(Sex, child.sex)
        case Item.UPN:
            return child.upn
        case Item.ADDRESS:
            home = question.home and question.home.household
            return _address(home.address, home.postcode) if home else ""
    held = question.holding
    return _holder(held.team.name, held.worker.full_name if held.worker else "") if held else ""


def _theirs(line: FeedLine, item: str) -> str:
    match item:
        case Item.NAME:
            return f"{line.given_names} {line.family_name}".strip()
        case Item.BIRTH:
            return _birth(line.birth_date, line.expected_birth_date)
        case Item.SEX:
            return label(Sex, line.sex)
        case Item.UPN:
            return line.upn
        case Item.ADDRESS:
            return _address(line.address, line.postcode)
    return _holder(line.team.name if line.team else "", line.worker.full_name if line.worker else "")


def _birth(born: object, expected: object) -> str:
    return uk_date(born) if born else f"expected {uk_date(expected)}"  # type: ignore[arg-type]


def _address(address: str, postcode: str) -> str:
    return ", ".join(part for part in (*address.splitlines(), postcode) if part)


def _holder(team: str, worker: str) -> str:
    return f"{team}, {worker}" if worker else team
