"""The reports of a list in words: come or late, shown to the family or not, and how they were chased."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from django.urls import reverse

from conferences.models import Invitation, QuorumChoice, ReportChase
from conferences.queries.invitations import Invited
from conferences.queries.invitations_reports import is_waited_for
from conferences.queries.invitations_showings import report_shown
from conferences.rules.invitations import Channel, Shown
from conferences.rules.local_days import TO_FAMILY, TO_UNIT
from conferences.views.presenters.invitations_showings import shown_words
from safeguarding.labelled import label
from safeguarding.pagekit.components import Cell, Column, Table, Tag
from safeguarding.wording import lower_first, uk_date, uk_moment


def report_cell(one: Invitation, found: Invited, writes: bool, on: date) -> Cell:
    """How the report of somebody of an agency stands on a day."""
    href = reverse("invitation_report", args=[one.ref]) if writes else ""
    cell = partial(Cell, href=href, about=f": the report of {one.name}" if writes else "")
    if one.received_date is not None:
        return _came(one, found, on, cell)
    if one.none_why:
        return cell("No report comes", note=one.none_why)
    record = Cell("Record a report", href=href, about=f"of {one.name}") if href else Cell("")
    if not is_waited_for(one):
        return record if href else Cell("None asked for")
    due = found.day_for(TO_UNIT)
    tag = Tag("Late", "red") if due is not None and on > due else Tag("Asked for", "grey")
    note = [f"Due by {uk_date(due)}" if due else "", _chased(one, found.chases)]
    return replace(record, tag=tag, note=". ".join(filter(None, note)))


def _came(one: Invitation, found: Invited, on: date, cell: Callable[..., Cell]) -> Cell:
    came = f"Came on {uk_date(one.received_date)}"
    if one.shared_date:
        return cell(came, note=_shown(one))
    if one.shared_way == Shown.NEVER:
        return cell(came, note=f"Not to be shown to the family: {one.unshared_why}")
    words, due = shown_words(one, found.readers), found.day_for(TO_FAMILY)
    is_late = due is not None and on > due and not report_shown(one, found.readers).is_settled
    return cell(came, tag=Tag("Late to show", "red") if is_late else None, note=words)


def _shown(one: Invitation) -> str:
    who = f" by {one.shared_by}" if one.shared_by else ""
    language = f", in {one.shared_language}" if one.shared_language else ""
    way = f": {lower_first(label(Shown, one.shared_way))}" if one.shared_way else ""
    return f"Shown to the family on {uk_date(one.shared_date)}{who}{language}{way}"


def _chased(one: Invitation, chases: Sequence[ReportChase]) -> str:
    own = [chase for chase in chases if chase.invitation_id == one.pk]
    if not own:
        return ""
    times = {1: "once", 2: "twice"}.get(len(own), f"{len(own)} times")
    return f"Chased {times}, last on {uk_date(own[-1].chased_date)}"


def chases_table(chases: Sequence[ReportChase], writes: bool) -> Table:
    """Each time that a report was asked for once more, the first first."""
    columns = [
        Column("Whose report"),
        Column("When and how"),
        Column("Who was reached"),
        Column("What was said"),
    ]
    rows = [
        [
            one.invitation.name,
            Cell(uk_date(one.chased_date), note=label(Channel, one.channel)),
            _reached(one),
            Cell(one.words or "Nothing recorded", note=f"{one.told_by.full_name}, {uk_moment(one.told_at)}"),
            *([_change(one)] if writes else []),
        ]
        for one in chases
    ]
    if writes:
        columns.append(Column("Change"))
    return Table("Reports that were chased", columns, rows, row_heads=True, stack=True)


def _reached(one: ReportChase) -> Cell:
    tag = Tag("Their manager", "blue") if one.is_to_manager else None
    return Cell(one.whom or ("" if tag else "Nothing recorded"), tag=tag)


def _change(one: ReportChase) -> Cell:
    about = f"how {one.invitation.name} was chased on {uk_date(one.chased_date)}"
    return Cell("Change", href=reverse("chase_change", args=[one.ref]), about=about)


def choice_words(choice: QuorumChoice) -> str:
    """Why a meeting goes on, who said so, and when."""
    return f"{choice.reason} {choice.told_by.full_name}, {uk_moment(choice.told_at)}."
