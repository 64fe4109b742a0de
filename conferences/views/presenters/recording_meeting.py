"""The day of a conference in words: what people need, why we are here, who is here, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from conferences.models import Invitation, Plan
from conferences.queries.recording_meeting import MeetingDay
from conferences.rules.invitations import Arrives, Need
from conferences.rules.quoracy import PRESENT
from conferences.rules.vocabulary import Category, ConferenceKind
from conferences.rules.workflow import AttendanceMode
from conferences.views.presenters import exclusions as exclusion_words
from conferences.views.presenters import preparation as preparation_words
from conferences.views.presenters import recording as record_words
from conferences.views.presenters import words
from conferences.views.presenters.invitations import reply_words, unarranged
from conferences.views.presenters.invitations_links import report_by_link
from safeguarding.access import Permission, can
from safeguarding.clock import day_of
from safeguarding.labelled import label
from safeguarding.models import HouseholdMember, User
from safeguarding.pagekit.components import Cell, Column, SummaryRow, Table, Tag
from safeguarding.wording import counted, joined, lower_first, uk_date, uk_meeting, uk_time, upper_first

NOBODY = "Nobody is on the list of who is invited."


@dataclass(frozen=True)
class ToDo:
    """What is missing, and where it is put right: "" where the reader may not."""

    sentence: str
    href: str = ""


def title(day: MeetingDay) -> str:
    """Whose conference it is: its children by name."""
    return joined([asked.child.display_name for asked in day.booking.request.children.all()])


def when(day: MeetingDay) -> str:
    booking = day.booking
    return f"{uk_meeting(booking.starts_at, booking.ends_at)}, {booking.room.name}"


def family_rows(day: MeetingDay) -> list[SummaryRow]:
    """Each child, and who lives in one home with them: no address."""
    asked = [
        SummaryRow(one.child.display_name, label(ConferenceKind, one.kind))
        for one in day.booking.request.children.all()
    ]
    return [*asked, *(SummaryRow("Living together", _together(members)) for members in day.homes.values())]


def _together(members: Sequence[HouseholdMember]) -> str:
    found = [one.child.display_name if one.child else one.person.full_name for one in members]  # type: ignore[union-attr]
    return joined(list(dict.fromkeys(found)))


def needs_rows(day: MeetingDay) -> list[SummaryRow]:
    """What each who is invited needs, of those who need something."""
    return [SummaryRow(one.name, _needs(one)) for one in day.listed.people if one.needs or one.needs_words]


def _needs(one: Invitation) -> str:
    coded = joined([lower_first(label(Need, code)) for code in one.needs])
    return ". ".join(filter(None, (upper_first(coded), one.needs_words, unarranged(one))))


def plan_rows(day: MeetingDay) -> list[SummaryRow]:
    """Each child's earlier plans, and the present one."""
    return [
        SummaryRow(
            one.child.display_name,
            "; ".join(_plan(plan) for plan in day.plans.get(one.child_id, ())) or "No plan before",
            href=reverse("child", args=[one.child.ref]),
            action="Read the record",
            about=f"of {one.child.display_name}",
        )
        for one in day.booking.request.children.all()
    ]


def _plan(plan: Plan) -> str:
    until = f"to {uk_date(plan.end_date)}" if plan.end_date else "until now"
    return f"{label(Category, plan.latest_category)}, {uk_date(plan.start_date)} {until}"


def actions_table(day: MeetingDay) -> Table:
    """What was agreed first for the last plan of each child: ask what became of it."""
    rows = [
        [one.what, one.plan.child.display_name, one.who, uk_date(one.by_date)]
        for one in day.actions
        if one.plan
    ]
    columns = [Column("What"), Column("For"), Column("Who"), Column("By when")]
    empty = "No actions of a last plan are recorded here."
    return Table("What the last plan’s first actions were", columns, rows, empty, row_heads=True, stack=True)


def people_table(day: MeetingDay) -> Table:
    """Who is invited, the family first, with their answer; and who is here, once that is written down."""
    here = {one.name.casefold(): one for one in day.record.attendances.all()} if day.record else {}
    people = sorted(day.listed.people, key=lambda one: bool(one.agency_kind))
    rows = []
    for one in people:
        came = here.pop(one.name.casefold(), None)
        report = _report(one, day)
        who = Cell(one.name, note=". ".join(filter(None, (one.role, _arrives(one, day)))))
        rows.append([who, _from(one), reply_words(one), report, _here(one, came)])
    for other in here.values():
        rows.append(
            [
                Cell(other.name, note=other.role),
                record_words.came_from(other),
                "Not on the list",
                "",
                _came(other),
            ]
        )
    columns = [Column("Who"), Column("From"), Column("Answer"), Column("Report"), Column("Here")]
    return Table("Who is invited, and who is here", columns, rows, NOBODY, row_heads=True, stack=True)


def _arrives(one: Invitation, day: MeetingDay) -> str:
    """When somebody arrives who must not meet another at the door."""
    if one.pk not in day.arrivals:
        return ""
    order = "first" if one.arrives == Arrives.FIRST else "after the first"
    return f"Arrives {order}, at {uk_time(day.arrivals[one.pk])}"


def _report(one: Invitation, day: MeetingDay) -> Cell:
    if one.pk in day.reports:
        return report_by_link(one, day.reports, makes=False)
    return Cell(f"Came on {uk_date(one.received_date)}" if one.received_date else "")


def _from(one: Invitation) -> str:
    return str(getattr(one, "kind_name", None) or "Family") if one.agency_kind else "Family"


def _here(one: Invitation, came: object) -> Cell:
    """How a child took part stands in their own part of the record."""
    return Cell("In their part of the record") if one.requested_child_id else _came(came)


def _came(one: object) -> Cell:
    mode = getattr(one, "mode", "")
    if not mode:
        return Cell("Not written down yet")
    said = label(AttendanceMode, mode)
    return Cell(tag=Tag(said, "green")) if mode in PRESENT else Cell(said)


def quorum(day: MeetingDay) -> str:
    """How the quorum stands: by who is here once that is written down, until then as it is foreseen."""
    sentence = record_words.quoracy_sentence(day.record) if day.record else ""
    return sentence or day.listed.forecast or NOBODY


def to_do(day: MeetingDay, user: User, on: date) -> list[ToDo]:
    """What is missing on the day."""
    booking, found = day.booking, []
    links = {"booking_minutes": Permission.SCHEDULE, "invited": Permission.READ_DIARY}
    href = {
        name: words.address(name, _ref(day, name)) if can(user, right) else ""
        for name, right in links.items()
    }
    if booking.minute_taker is None:
        found.append(ToDo("Nobody was chosen to take the minutes", href["booking_minutes"]))
    if not day.listed.people:
        found.append(ToDo(NOBODY.rstrip("."), href["invited"]))
    found += [
        ToDo(sentence, reverse("exclusion", args=[one.ref]) if one else href["invited"])
        for sentence, one in exclusion_words.undone(day.listed)
    ]
    before = reverse("preparation", args=[booking.request.ref])
    found += [ToDo(sentence, before) for sentence in preparation_words.undone(day.prepared)]
    waits = [one.name for one in day.listed.to_invite]
    if waits:
        found.append(ToDo(f"Not invited yet: {joined(waits)}", href["invited"]))
    late = [one.name for one in day.listed.late_reports]
    if late:
        found.append(ToDo(f"{counted(len(late), 'report')} not here: {joined(late)}", href["invited"]))
    came = [(one, day.reports[one.pk]) for one in day.listed.people if one.pk in day.reports]
    unread = [one for one, report in came if report.is_seen and not report.read_at]
    found += [
        ToDo(
            f"Not read by the chair: the report of {one.name}",
            reverse("agency_report", args=[one.ref, day.reports[one.pk].version]),
        )
        for one in unread
    ]
    unseen = [one.name for one in day.listed.unshown_reports]
    if unseen:
        found.append(ToDo(f"Not shown to the family: the report of {joined(unseen)}", href["invited"]))
    found += [
        ToDo("Thinking time is not held", reverse("record", args=[booking.ref])) for _ in day.unthought[:1]
    ]
    if on >= day_of(booking.starts_at) and day.record is None:
        found.append(ToDo("The record is not begun", reverse("record", args=[booking.ref])))
    return found


def _ref(day: MeetingDay, name: str) -> object:
    return day.booking.request.ref if name == "invited" else day.booking.ref
