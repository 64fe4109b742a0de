"""The link of an agency, the page on which it gives its report, and the report that came, in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.urls import reverse

from conferences.forms.invitations_links import SAVE, GivingReportForm, typed_of
from conferences.models import AgencyReport, Booking, Invitation, ReportLink
from conferences.operations.invitations import OFF
from conferences.operations.invitations_giving import Opened, Saved
from conferences.operations.invitations_links import NO_MEETING, OF_AGENCY
from conferences.rules.feedback import code_shown
from conferences.rules.invitations_links import MOST_TRIES, Door, LinkState, Part, SharedWay
from safeguarding.access import Permission, can
from safeguarding.labelled import label
from safeguarding.models import User
from safeguarding.pagekit.components import Cell, SummaryRow, Tag
from safeguarding.wording import counted, lower_first, uk_date, uk_day, uk_meeting, uk_moment, uk_time

WRONG = "This code is wrong. Look again at what you were told"
MANY = "Too many wrong codes were typed. Wait some minutes"
SAVED = "Saved. You can close this page and go on later with the same link and code."
SAVED_TOO = "It was not sent. What you typed is saved."
UNTIL_IT_MET = "some days after the conference has met again: this one did not decide"
STANDS = "It is taken until the new one is opened, or its letter is recorded as sent"
NO_CODE = "None was made yet: it stands in no letter. Make one, and tell it by telephone or secure email"
NOT_SHOWN = "It came, and is not shown to you"
CLASH = (
    "Somebody saved something else here since you opened this page. Yours stands in the form, theirs below."
    " Save again to keep yours in its place."
)
CLASH_MEANWHILE = "Somebody else saved something here. What you type now is not saved: save it to see both."
SENT_MEANWHILE = "A report was sent from another window. What you type now is not saved: save it to keep it."
GONE_MEANWHILE = (
    "This link is taken no more, or has a new code, so what you type is not saved. Copy it before you leave"
    " this page, and speak with whoever gave you the link."
)
KEPT_STATUS = {Saved.YES: 200, Saved.CLASH: 409, Saved.SENT: 409, Saved.TOO_LONG: 413}
PROBLEMS = {
    Saved.CLASH: CLASH,
    Saved.TOO_LONG: "This is too long to be kept: shorten it, or send the rest to the chair by another way.",
}


MEANWHILE = {
    Saved.CLASH: CLASH_MEANWHILE,
    Saved.SENT: SENT_MEANWHILE,
    Saved.TOO_LONG: PROBLEMS[Saved.TOO_LONG],
}


def kept_values(saved: Saved, mark: str, at: dt.datetime) -> dict[str, Any]:
    """What a page that saves by itself is told."""
    return {
        "kept_at": uk_time(at) if saved is Saved.YES else "",
        "mark": mark,
        "signed_in": True,
        "saved": "",
        "say": MEANWHILE.get(saved, ""),
    }


@dataclass(frozen=True)
class GivingPage:
    """What the page of a link shows beside its form; `theirs` is what somebody else saved, by its heading."""

    when: str
    until: str
    sent: str
    note: str
    problem: str
    theirs: Sequence[tuple[str, str]] = ()


def giving_page(
    found: Opened,
    form: GivingReportForm,
    *,
    act: str,
    saved: Saved | None,
    typed: Mapping[str, str],
) -> GivingPage:
    """Of a link whose code is right."""
    clash, note = saved is Saved.CLASH, ""
    if saved is Saved.YES:
        note = SAVED if act == SAVE else SAVED_TOO
    elif found.draft and saved is None:
        note = "This is what you saved and did not send."
    return GivingPage(
        when=uk_meeting(*found.meets),
        until=uk_day(found.until) if found.until else UNTIL_IT_MET,
        sent=f"A report was sent on {uk_moment(found.sent_at)}." if found.sent_at else "",
        note=note,
        problem=PROBLEMS.get(saved, "") if saved else "",
        theirs=_differing(found.draft, typed, form) if clash else (),
    )


def _differing(
    theirs: Mapping[str, str], mine: Mapping[str, str], form: GivingReportForm
) -> list[tuple[str, str]]:
    return [
        (str(form.fields[name].label) if name in form.fields else "A day", text)
        for name, text in theirs.items()
        if mine.get(name, "").strip() != text.strip()
    ]


def texts_typed(sent: QueryDict) -> list[str]:
    """What somebody typed into a form that is not shown to them any more."""
    return [text for text in typed_of(sent).values() if len(text.split()) > 1]


def refused(found: Invitation, meeting: Booking | None) -> str:
    """Why no link is made for somebody; "" where one may be."""
    if not found.agency_kind:
        return OF_AGENCY
    if found.off_at is not None:
        return OFF
    return "" if meeting else NO_MEETING


# What is to be done about a link: its letter says that the code is told apart.
LINKS = {
    LinkState.NO_CODE: Tag("Code not told yet", "orange"),
    LinkState.LOCKED: Tag("Link closed: wrong codes", "red"),
}


def report_by_link(
    one: Invitation, sent: Mapping[int, Any], makes: bool, link: LinkState | None = None
) -> Cell:
    """Of somebody of an agency: the report that came by their link, or where a link is made."""
    report = sent.get(one.pk)
    if report is None:
        href = reverse("report_link", args=[one.ref]) if makes else ""
        return Cell(
            ("Its link" if link else "Give a link") if href else "Nothing came",
            href=href,
            about=f"{'of' if link else 'to'} {one.name}" if href else "",
            tag=LINKS.get(link) if link else None,
        )
    if not report.is_seen:
        return Cell(NOT_SHOWN)
    version = f"Version {report.version}" if report.version > 1 else ""
    return Cell(
        "Read the report",
        href=reverse("agency_report", args=[one.ref, report.version]),
        about=f"of {one.name}",
        tag=None if report.read_at else Tag("Not read by the chair", "orange"),
        note=version,
    )


@dataclass(frozen=True)
class LinkPage:
    """What the page of a link shows to who passes it on. `door` stands on it once."""

    name: str
    rows: Sequence[SummaryRow]
    door: Sequence[SummaryRow]
    is_taken: bool
    has_draft: bool
    may_have_code: bool
    letter: str


def link_page(
    found: Invitation, links: Sequence[ReportLink], door: Door | None, on: dt.date, code: str = ""
) -> LinkPage:
    """Of somebody of an agency, on a day: the newest link, and the one that stands until it is given."""
    link = links[0] if links else None
    once = []
    if door:
        once = [
            SummaryRow("Link", door.address),
            SummaryRow("Code", code_shown(door.code)),
            SummaryRow("Taken until", uk_day(door.until)),
        ]
    elif code:
        once = [SummaryRow("Code", code_shown(code))]
    rows = _link_rows(link, on)
    if len(links) > 1:
        rows.append(SummaryRow("The link before", STANDS))
    return LinkPage(
        name=found.name,
        rows=rows,
        door=once,
        is_taken=link is not None,
        has_draft=any(one.draft_at for one in links),
        may_have_code=may_have_code(links),
        letter=reverse("invitation_letter", args=[found.ref]),
    )


def may_have_code(links: Sequence[ReportLink]) -> bool:
    """Whether a new code can be made for the newest link."""
    return bool(links) and links[0].tries < MOST_TRIES


def _link_rows(link: ReportLink | None, on: dt.date) -> list[SummaryRow]:
    if link is None:
        return [SummaryRow("Link", "There is none")]
    state = f"Taken until {uk_day(link.ends_date)}"
    if link.tries >= MOST_TRIES:
        state = "Not taken any more: too many wrong codes were typed. Make a new one."
    elif link.ends_date < on:
        state = f"Not taken since {uk_day(link.ends_date)} was over"
    draft = f"Something was saved on {uk_moment(link.draft_at)}, and not sent" if link.draft_at else "No"
    wrong = counted(link.tries, "wrong code", "wrong codes", none="none")
    return [
        SummaryRow("Link", state),
        SummaryRow("Made", f"{uk_moment(link.made_at)}, {link.made_by.full_name}"),
        SummaryRow("Its code", f"Made on {uk_moment(link.code_at)}" if link.code_at else NO_CODE),
        SummaryRow("Begun on its page", draft),
        SummaryRow("Wrong codes since the last right one", wrong),
    ]


@dataclass(frozen=True)
class ReportPage:
    """What the page of a report shows. The links are "" where its reader may not, or it is done."""

    name: str
    back: str
    rows: Sequence[SummaryRow]
    texts: Sequence[tuple[str, str]]
    changed: str
    versions: Sequence[tuple[str, str]]
    sheet: str
    read: str
    is_read: bool


def report_page(
    found: AgencyReport, versions: Sequence[tuple[int, dt.datetime]], user: User, *, is_chair: bool
) -> ReportPage:
    """One version, for a reader; the others by number and moment."""
    may_read_sheet = bool(found.sheet) and can(user, Permission.WRITE_RECORD)
    marks = is_chair and can(user, Permission.RECORD_CONFERENCE)
    ref, lists = found.invitation.ref, can(user, Permission.READ_REQUEST)
    return ReportPage(
        name=found.invitation.name,
        back=reverse("invited", args=[found.invitation.request.ref]) if lists else "",
        rows=_report_rows(found),
        texts=[(part.label, found.texts[part.value]) for part in Part if part.value in found.texts],
        changed=found.changed,
        versions=[
            (f"Version {number}, {uk_moment(at)}", reverse("agency_report", args=[ref, number]))
            for number, at in versions
            if number != found.version
        ],
        sheet=reverse("agency_report_sheet", args=[ref, found.version]) if may_read_sheet else "",
        read=reverse("agency_report_read", args=[ref, found.version]) if marks else "",
        is_read=found.read_at is not None,
    )


def _report_rows(found: AgencyReport) -> list[SummaryRow]:
    rows = [
        SummaryRow("Sent", f"{uk_moment(found.sent_at)}, version {found.version}, by its link"),
        SummaryRow("Written by", f"{found.writer}, {found.writer_role}"),
        SummaryRow("Shared with the family", _shared(found)),
    ]
    if found.score is not None:
        rows.append(SummaryRow("On the scale", f"{found.score}. {found.score_why}"))
    read = f"{uk_moment(found.read_at)}, {found.read_by.full_name}" if found.read_at and found.read_by else ""
    return [*rows, SummaryRow("Read by the chair", read or "Not yet")]


def _shared(found: AgencyReport) -> str:
    if found.shared_date is None:
        return "Not yet, as the agency tells it"
    language = f", in {found.shared_language}" if found.shared_language else ""
    way = lower_first(label(SharedWay, found.shared_way))
    return f"{uk_date(found.shared_date)}, with {found.shared_with}{language}: {way}. As the agency tells it."


@dataclass(frozen=True)
class SheetPage:
    """The confidential sheet of a report."""

    name: str
    back: str
    sent: str
    sheet: str


def sheet_page(found: AgencyReport) -> SheetPage:
    """Of a report that has one."""
    return SheetPage(
        name=found.invitation.name,
        back=reverse("agency_report", args=[found.invitation.ref, found.version]),
        sent=f"Sent {uk_moment(found.sent_at)}, version {found.version}",
        sheet=found.sheet,
    )
