"""What decisions and thinking time led to, in words: n of N once the day is over, each number opening."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from django.urls import reverse

from conferences.models import ConsultationCondition, ThinkingAction
from conferences.rules.consultations_led import Due, Kept, Led, numbers
from conferences.views.presenters.consultations_calibration import CLOSED, Address
from conferences.views.presenters.thinking_time_before import whose
from safeguarding.pagekit.components import Cell, Column, Link, Table
from safeguarding.wording import count_of, counted, joined, lower_first, number, uk_date, upper_first

TITLE = "What decisions and thinking time led to, of what fell due in this period"
BEFORE = "before"
NONE_DUE = "No day of a condition or of an action from thinking time in this period is over."
ONCE_OVER = (
    "Of those whose day fell in this period and is over. A condition counts once for each child for whom it"
    " was set, an action once. Nothing is asked of a condition any more once it was withdrawn or its decision"
    " replaced, or the child died, grew up or left the request."
)


def led_table(found: Mapping[Led, Sequence[Due]], address: Address, on: date) -> Table:
    """A row for each kind of which any day is over; every number beside what it is out of."""
    told = [(kind, numbers(found[kind], on)) for kind in Led]
    rows = [_row(kind, kept, address) for kind, kept in told if kept]
    columns = [Column("What"), Column("Fell due", numeric=True)]
    columns += [Column(one.label, numeric=True) for one in Kept]
    return Table(TITLE, columns, rows, NONE_DUE, row_heads=True, stack=True)


def before_links(found: Mapping[Led, Sequence[Due]], address: Address) -> list[Link]:
    """What fell due before the period and is open still, which no number of the table tells."""
    return [
        Link(f"{before_words(kind)}: {number(len(rows))}", address.of(kind, BEFORE))
        for kind, rows in found.items()
        if rows
    ]


def before_words(kind: Led) -> str:
    return f"{kind.label}, due before this period and still open"


def _row(kind: Led, kept: Mapping[Kept, int], address: Address) -> list[Cell]:
    whole = sum(kept.values())
    about = lower_first(kind.label)
    return [
        Cell(kind.label),
        Cell(number(whole), address.of(kind, "whole"), about=about),
        *(_number_of(kind, one, kept.get(one, 0), whole, address) for one in Kept),
    ]


def _number_of(kind: Led, one: Kept, count: int, whole: int, address: Address) -> Cell:
    if not count:
        return Cell(count_of(count, whole))
    about = f"{lower_first(kind.label)}, {lower_first(one.label)}"
    return Cell(count_of(count, whole), address.of(kind, one), about=about)


def list_words(number_of: int) -> str:
    return f"{upper_first(counted(number_of, 'entry', 'entries'))}, by the day on which it was due. {CLOSED}"


def list_table(kind: Led, rows: Sequence[ConsultationCondition | ThinkingAction]) -> Table:
    """Each with whom it is about, whose it is, and what became of it."""
    columns = [Column(words) for words in ("Children", "What", "By whom", "Due", "What became of it")]
    lines = [_condition(one) if isinstance(one, ConsultationCondition) else _action(one) for one in rows]
    empty = "None on a child whose record you may open stands behind this."
    return Table(kind.label, columns, lines, empty, caption_hidden=True, row_heads=True, stack=True)


def _condition(one: ConsultationCondition) -> list[Cell]:
    about = one.answer.consultation
    told = f"Withdrawn: {one.withdrawn_reason}" if one.withdrawn_reason else _done(one.met_date)
    return [
        Cell(about.child.display_name, reverse("consultation", args=[about.within.ref])),
        Cell(one.what),
        Cell(one.owner.full_name if one.owner else one.owner_words),
        Cell(uk_date(one.due_date)),
        Cell(told),
    ]


def _action(one: ThinkingAction) -> list[Cell]:
    children = joined([asked.child.display_name for asked in one.session.request.children.all()])
    is_over = one.closed_at is not None and one.done_date is None
    return [
        Cell(children, reverse("thinking_time", args=[one.session.ref])),
        Cell(one.what),
        Cell(whose(one)),
        Cell(uk_date(one.due_date)),
        Cell(f"Not needed: {one.closed_words}" if is_over else _done(one.done_date)),
    ]


def _done(day: date | None) -> str:
    return f"Done on {uk_date(day)}" if day else "Not recorded as done"


def csv_rows(
    found: Mapping[Led, Sequence[Due]],
    earlier: Mapping[Led, Sequence[Due]],
    span: tuple[date, date],
    on: date,
) -> Iterator[list[str]]:
    """The numbers, as the page has them, in the columns of the calibration's file; `earlier`: what fell due
    before the period and is open still.
    """
    first = [day.isoformat() for day in span]
    for kind in Led:
        kept = numbers(found[kind], on)
        for one in Kept:
            words = f"{kind.label} that fell due in the period: {lower_first(one.label)}"
            yield [*first, "all", "", words, str(kept.get(one, 0)), str(sum(kept.values())), "", ""]
        yield [*first, "all", "", before_words(kind), str(len(earlier[kind])), "", "", ""]
