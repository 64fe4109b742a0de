"""The list of who is invited, in words: who, invited when, answered what, needs what, reported when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse

from conferences.forms.invitations import said_of
from conferences.models import AgencyReport, Booking, Invitation, ReportShowing, Request
from conferences.queries.invitations import Invited, Listed, title_of
from conferences.queries.invitations_letters import Letters
from conferences.queries.invitations_showings import is_to_show
from conferences.rules.invitations import Channel, Need, OffReason, Reply, TakesPart, is_invited
from conferences.rules.invitations_links import LinkState
from conferences.rules.workflow import OPEN_REQUESTS, RequestState
from conferences.views.presenters.exclusions import excluded_rows, excluded_table, warnings
from conferences.views.presenters.invitations_letters import (
    arrival_cell,
    is_apart,
    letter_cell,
    off_letter_cell,
    unsent,
)
from conferences.views.presenters.invitations_links import report_by_link
from conferences.views.presenters.invitations_reports import chases_table, choice_words, report_cell
from conferences.views.presenters.invitations_showings import showings_table
from safeguarding.access import Permission, can
from safeguarding.labelled import label
from safeguarding.models import User
from safeguarding.pagekit.components import Cell, Column, SummaryRow, Table, Tag
from safeguarding.wording import joined, lower_first, uk_date, uk_day, uk_meeting, uk_moment, upper_first

NOBODY, NO_AGENCY = "Nobody is on the list yet.", "No agency is on the list yet."
# No choice of a child is a bad one.
CHILD_COLOUR = "blue"
REPLY_COLOURS = {
    Reply.COMING: "green",
    Reply.VIDEO: "green",
    Reply.TELEPHONE: "green",
    Reply.REPORT: "grey",
    Reply.DECLINED: "red",
}


@dataclass(frozen=True)
class InvitedPage:
    """What the page of a list shows. The links are "" where the reader may not, or nothing is left to do."""

    title: str
    back: str
    rows: Sequence[SummaryRow]
    forecast: str
    children: Table | None
    family: Table | None
    agencies: Table | None
    chases: Table | None
    showings: Table | None
    off: Table | None
    excluded: Table | None
    warnings: Sequence[str]
    ask: str
    put_on: str
    sent: str
    chase: str
    show: str
    over: str
    letters: str
    letters_sent: str


def is_open(request: Request) -> bool:
    """Whether people are put on its list and taken off."""
    return request.state in OPEN_REQUESTS


def is_gone(request: Request) -> bool:
    """Whether nothing is recorded any more about who was invited."""
    return bool(request.state == RequestState.WITHDRAWN)


def title(found: Invited) -> str:
    """Whose list it is: its children by name."""
    return title_of(found.request)


def page(
    found: Invited,
    user: User,
    on: date,
    letters: Letters,
    sent: Mapping[int, AgencyReport],
    links: Mapping[int, LinkState],
    showings: Sequence[ReportShowing] = (),
) -> InvitedPage:
    """The list for a reader on a day, with its letters, what was sent by links, and whom it was shown to."""
    writes = can(user, Permission.INVITE) and not is_gone(found.request)
    sends = can(user, Permission.SEND_LETTERS) and not is_gone(found.request)
    more = Extra(found, letters, writes, sends)
    ref = found.request.ref
    children = [one for one in found.people if one.requested_child_id]
    family = [one for one in found.people if not (one.agency_kind or one.requested_child_id)]
    agencies = [one for one in found.people if one.agency_kind]
    return InvitedPage(
        title=title(found),
        back=_back(found),
        rows=_rows(found),
        forecast=found.forecast,
        children=_children(children, more) if children else None,
        family=_family(family, more) if family else None,
        agencies=_agencies(agencies, more, on, sent, links) if agencies else None,
        chases=chases_table(found.chases, writes) if found.chases else None,
        showings=showings_table(found, showings, sent, writes),
        off=_off(found.taken_off, more) if found.taken_off else None,
        excluded=excluded_table(found.exclusions) if found.exclusions else None,
        warnings=warnings(found.people, found.exclusions),
        ask=reverse("exclusion_ask", args=[ref]) if writes and is_open(found.request) else "",
        put_on=reverse("invited_add", args=[ref]) if writes and is_open(found.request) else "",
        sent=reverse("invited_sent", args=[ref]) if writes and found.people else "",
        chase=reverse("reports_chased", args=[ref]) if writes and found.late_reports else "",
        show=reverse("reports_shown", args=[ref]) if writes and _is_shown(found) else "",
        over="" if is_open(found.request) else _over(found.request),
        letters=reverse("invited_letters", args=[ref]) if sends and _letters_due(letters) else "",
        letters_sent=reverse("invited_letters_sent", args=[ref]) if sends and unsent(letters) else "",
    )


def _is_shown(found: Invited) -> bool:
    """Whether there is somebody of the family, and a report for them."""
    return any(map(is_to_show, found.people)) and bool(found.readers)


def _back(found: Invited) -> str:
    """The meeting where there is one, else the request."""
    if found.meeting is not None:
        return reverse("booking", args=[found.meeting.ref])
    return reverse("request", args=[found.request.ref])


def _over(request: Request) -> str:
    what = "withdrawn" if is_gone(request) else "held"
    return f"The conference was {what}, so nobody is put on the list or taken off."


def _rows(found: Invited) -> list[SummaryRow]:
    meeting = found.meeting
    when = uk_meeting(meeting.starts_at, meeting.ends_at) if meeting else "Not in the diary yet"
    rows = [SummaryRow("When", when)]
    if meeting is not None:
        rows.append(SummaryRow("Where", meeting.room.name))
    if found.choice is not None:
        rows.append(SummaryRow("Why it goes on with too few agencies", choice_words(found.choice)))
    rows += [SummaryRow(day.what, f"By {uk_day(day.day)}, {day.explanation}") for day in found.report_days]
    return rows


@dataclass(frozen=True)
class Extra:
    """A list with its letters, and whether its reader keeps it and sends them."""

    found: Invited
    letters: Letters
    writes: bool
    sends: bool

    @property
    def changes(self) -> bool:
        """Whether somebody is taken off."""
        return self.writes and is_open(self.found.request)

    def answer_href(self, one: Invitation) -> str:
        """Where what somebody answered is recorded; "" to who only reads."""
        return reverse("invitation_answer", args=[one.ref]) if self.writes else ""


def _letters_due(letters: Letters) -> bool:
    return any(letters.is_due(one.pk) for one in letters.people)


def _children(people: Sequence[Invitation], of: Extra) -> Table:
    return _table("Children", _columns(of), [_common(one, of) for one in people])


def _family(people: Sequence[Invitation], of: Extra) -> Table:
    rows, columns = [_common(one, of) for one in people], _columns(of)
    if is_apart(of.letters):
        columns.insert(2, Column("Arrives"))
        for one, cells in zip(people, rows, strict=True):
            cells.insert(2, arrival_cell(one, of.letters, of.writes))
    return _table("The family", columns, rows)


def _agencies(
    people: Sequence[Invitation],
    of: Extra,
    on: date,
    sent: Mapping[int, AgencyReport],
    links: Mapping[int, LinkState],
) -> Table:
    rows = []
    makes = of.sends and of.found.meeting is not None
    for one in people:
        cells = _common(one, of)
        # Few of an agency need anything: it stands with their answer, so that the report has room.
        cells[3:5] = [
            replace(_answer(one, of.answer_href(one)), note=_needs_of_agency(one)),
            report_cell(one, of.found, of.writes, on),
            report_by_link(one, sent, makes, links.get(one.pk)),
        ]
        rows.append(cells)
    columns = _columns(of)
    columns[4:5] = [Column("Report"), Column("By its link")]
    return _table("Agencies", columns, rows)


def _needs_of_agency(one: Invitation) -> str:
    told = _needs(one)
    return (
        f"Needs: {lower_first(str(told.text))}. {told.note}".strip() if one.needs or one.needs_words else ""
    )


def _table(caption: str, columns: list[Column], rows: list[list[object]]) -> Table:
    return Table(caption, columns, rows, row_heads=True, stack=True)


def _columns(of: Extra) -> list[Column]:
    columns = [Column(title) for title in ("Who", "Invited", "Letter", "Answer", "Needs")]
    return [*columns, *([Column("On the list")] if of.changes else [])]


def _common(one: Invitation, of: Extra) -> list[object]:
    cells: list[object] = [
        Cell(one.name, note=said_of(one)),
        _invited(one, of.found.put_there),
        letter_cell(one, of.letters, of.sends),
        _answer(one, of.answer_href(one)),
        _needs(one),
    ]
    if of.changes:
        cells.append(Cell("Take off", href=reverse("invitation_off", args=[one.ref]), about=one.name))
    return cells


def _invited(one: Invitation, put_there: date | None) -> Cell:
    if one.invited_date is None:
        return Cell(tag=Tag("Not invited yet", "orange"))
    said = Cell(uk_date(one.invited_date), note=label(Channel, one.channel))
    if is_invited(one.invited_date, put_there):
        return said
    return replace(said, tag=Tag("Before it was moved", "orange"))


def reply_words(one: Invitation) -> str:
    """What somebody answered; of a child, how they chose to take part."""
    return label(TakesPart, one.takes_part) if one.takes_part else label(Reply, one.reply)


def _answer(one: Invitation, href: str) -> Cell:
    if one.reply == Reply.WAITING:
        return Cell("Record the answer", href=href, about=one.name) if href else Cell("None yet")
    tag = Tag(reply_words(one), CHILD_COLOUR if one.takes_part else REPLY_COLOURS[Reply(one.reply)])
    return Cell("Change" if href else "", href=href, about=f"the answer of {one.name}", tag=tag)


def _needs(one: Invitation) -> Cell:
    needs = joined([lower_first(label(Need, code)) for code in one.needs])
    if not needs:
        return Cell(one.needs_words or "Nothing recorded")
    return Cell(upper_first(needs), note=" ".join(filter(None, (one.needs_words, unarranged(one)))))


def unarranged(one: Invitation) -> str:
    """For which of somebody’s needs nothing is arranged, as a sentence; "" where there is none."""
    left = [lower_first(label(Need, code)) for code in one.needs if code not in one.arranged]
    return f"Not arranged: {joined(left)}." if left else ""


def _off(people: Sequence[Invitation], more: Extra) -> Table:
    """Who was taken off; that a letter went to them before is recorded all the same."""
    has_letters = any(more.letters.newest(one.pk) for one in people)
    rows: list[list[object]] = [
        [
            one.name,
            Cell(label(OffReason, one.off_reason), note=one.off_words),
            f"{uk_moment(one.off_at)}, {one.off_by.full_name}" if one.off_at and one.off_by else "",
            *([off_letter_cell(one, more.letters, more.sends)] if has_letters else []),
        ]
        for one in people
    ]
    columns = [Column("Who"), Column("Why"), Column("When and by whom")]
    columns += [Column("Letter")] if has_letters else []
    return Table("Taken off the list", columns, rows, row_heads=True, stack=True)


@dataclass(frozen=True)
class QuorumPage:
    """What the page shows on which a chair decides what is done about too few agencies."""

    title: str
    forecast: str
    rows: Sequence[SummaryRow]
    move: str
    list: str


def quorum_page(found: Invited, booking: Booking) -> QuorumPage:
    """Of a meeting in the diary, with each agency's answer."""
    agencies = [one for one in found.people if one.agency_kind]
    answers = [SummaryRow(one.name, f"{said_of(one)}: {label(Reply, one.reply)}") for one in agencies]
    return QuorumPage(
        title=title(found),
        forecast=found.forecast or NO_AGENCY,
        rows=[*_rows(found), *answers],
        move=reverse("booking_move", args=[booking.ref]),
        list=reverse("invited", args=[found.request.ref]),
    )


def summary_rows(found: Listed) -> list[SummaryRow]:
    """A line for the page of the meeting or request: how many are invited and answered, and the quorum."""
    href = reverse("invited", args=[found.request.ref])
    link = {"href": href, "action": "See the list", "about": "of who is invited"}
    kept = excluded_rows(found.exclusions)
    if not found.people:
        return [SummaryRow("Invited", NOBODY, **link), *kept]
    total, invited = len(found.people), len(found.people) - len(found.uninvited)
    answered = sum(one.reply != Reply.WAITING for one in found.people)
    said = f"On the list: {total}; invited: {invited}; answered: {answered}."
    return [SummaryRow("Invited", " ".join(filter(None, (said, found.forecast))), **link), *kept]
