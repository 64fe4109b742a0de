"""What help was tried in words: on the child's page, on the timeline, and beside a consultation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.urls import reverse

from conferences.models import SupportTried
from conferences.rules.supports import DidChange, KnownFrom, SupportKind, Uptake, WhyNot, goes_on
from safeguarding.access import Permission
from safeguarding.labelled import label
from safeguarding.models import Child, User
from safeguarding.operation import may_for
from safeguarding.pagekit.components import Cell, Column, Table, TaskLine
from safeguarding.wording import counted, lower_first, sentence, uk_date, upper_first

EMPTY = "No help beside plans is recorded. That does not say that none was tried."
COLUMNS = ("What was tried", "When", "How far it came", "What it was to change", "Whether it did")
CHANGED = {
    DidChange.YES: "changed what it was to change",
    DidChange.PARTLY: "changed it in part",
    DidChange.NO: "did not change it",
    DidChange.NOT_KNOWN: "not known whether it changed anything",
}


def kind_words(support: SupportTried) -> str:
    """Family group conference; Commissioned service: Harbour Steps."""
    kind = label(SupportKind, support.kind)
    return f"{kind}: {support.name}" if support.name else kind


def recorded_words(made: Sequence[SupportTried]) -> str:
    """What is said when it is recorded."""
    return f"It is recorded for {counted(len(made), 'child', 'children')}."


def when(support: SupportTried) -> str:
    """Offered 5 March 2018, started 9 April 2018; as far as it is known."""
    days = (
        ("offered", support.offered_date),
        ("started", support.started_date),
        ("ended", support.ended_date),
    )
    told = [f"{what} {uk_date(day)}" for what, day in days if day]
    return ", ".join(told) if told else "no day is known"


def uptake_words(support: SupportTried) -> str:
    """It was declined: the family did not want it."""
    words = label(Uptake, support.uptake)
    if not support.why_not:
        return words
    is_own = support.why_not == WhyNot.OTHER
    return f"{words}: {support.why_words if is_own else lower_first(label(WhyNot, support.why_not))}"


def tried_words(support: SupportTried) -> str:
    """The whole in a sentence, for what was tried beside a consultation."""
    told = [f"{kind_words(support)}, {when(support)}", lower_first(uptake_words(support))]
    if support.did_change:
        told.append(CHANGED[DidChange(support.did_change)])
    return ": ".join(told[:2]) + (f"; {told[2]}" if len(told) > 2 else "")


def supports_table(user: User, child: Child) -> Table:
    """What was tried for a child whose record is loaded; what is to go on leads to where that is told."""
    may = may_for(user, Permission.RECORD_SUPPORT, child)
    standing = [one for one in child.supports.all() if not one.in_error]
    return Table(
        "Help that was tried",
        [Column(name) for name in COLUMNS],
        [_line(one, may=may) for one in standing],
        empty=EMPTY,
        row_heads=True,
        stack=True,
    )


def _line(support: SupportTried, *, may: bool) -> list[Cell]:
    is_open = goes_on(support.uptake, support.ended_date, support.did_change)
    href = reverse("support_goes_on", args=[support.ref]) if may and is_open else ""
    changed = label(DidChange, support.did_change) if support.did_change else "It was not begun"
    return [
        Cell(kind_words(support), href=href, note="Say how it went on" if href else ""),
        Cell(upper_first(when(support))),
        Cell(uptake_words(support), note=f"Known from: {lower_first(label(KnownFrom, support.known_from))}"),
        Cell(support.aim),
        Cell(changed),
    ]


def new_href(user: User, child: Child) -> str:
    """Where it is recorded, for those who may; "" for the others."""
    may = may_for(user, Permission.RECORD_SUPPORT, child)
    return reverse("support_new", args=[child.ref]) if may else ""


def lines(user: User, child: Child, on: dt.date) -> Sequence[TaskLine]:
    """In the list of what may be recorded of a child."""
    href = new_href(user, child)
    note = "Early help, a family group conference, the legal gateway or a service"
    return [TaskLine("Record help that was tried", href, note)] if href else []


# ----- On the timeline -------------------------------------------------------------------------------------


def _aim(support: SupportTried) -> str:
    return f"To change: {sentence(support.aim)}"


def offered_text(support: SupportTried) -> tuple[str, list[str]]:
    told = [] if support.uptake == Uptake.TAKEN_UP else [sentence(uptake_words(support))]
    return f"{kind_words(support)} offered", [_aim(support), *told]


def started_text(support: SupportTried) -> tuple[str, list[str]]:
    return f"{kind_words(support)} started", [] if support.offered_date else [_aim(support)]


def ended_text(support: SupportTried) -> tuple[str, list[str]]:
    told = CHANGED[DidChange(support.did_change)] if support.did_change else ""
    return f"{kind_words(support)} ended", [f"{upper_first(told)}."] if told else []
