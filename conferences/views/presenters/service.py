"""Whether the service is seen to work, in words: its parts, its emails, its daily checks, its holidays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from conferences.models import Message, Reconciliation, ReconciliationDifference
from conferences.queries.service import Mail
from conferences.rules.deadlines import CATALOGUE, Code
from conferences.rules.service import ADD_BANK_HOLIDAYS
from safeguarding.golive.day import BEFORE_ALL
from safeguarding.heartbeats.verdict import AHEAD, State, Verdict, reason
from safeguarding.models import GoLive, Part
from safeguarding.pagekit.components import Cell, Column, SummaryRow, Table, Tag
from safeguarding.policy.words import in_words
from safeguarding.wording import counted, joined, number, sentence, uk_date, uk_day, uk_moment, upper_first
from safeguarding.workingdays import Calendar

COLOURS = {State.WORKS: "green", State.WAITS: "yellow", State.STILL: "red", State.UNKNOWN: "grey"}
NOTES = {
    State.WAITS: "The worker is busy with something long, or has just begun.",
    State.UNKNOWN: "Only what stands still above could tell.",
}
NEVER = "Never"
NO_DAY = "Not yet, and no day is set. Until then no duty is raised and no email sent about work"
NO_CHECK = "No check was made yet. The first is made within a quarter of an hour of the worker’s start."
NO_CHECK_BEFORE = "No check is made before the service is live."
NONE = "None"
UNTELLABLE = "Duties nobody can be told of"
NAME_SOMEBODY = "They are about restricted children: ask the {STRATEGIC_LEAD} to name who may see them."


def parts_table(found: Sequence[Verdict]) -> Table:
    columns = [Column(words) for words in ("Part", "How it stands", "Last at work", "Note")]
    return Table(
        "What works unseen",
        columns,
        [_part_row(one) for one in found],
        row_heads=True,
        stack=True,
    )


def _part_row(one: Verdict) -> list[Cell | str]:
    tag = Tag(one.state.label, COLOURS[one.state])
    return [one.part.label, Cell(tag=tag), uk_moment(one.seen.worked_at) or NEVER, _note(one)]


def _note(one: Verdict) -> str:
    if one.is_ahead:
        return sentence(upper_first(AHEAD))
    if one.seen.wrong:
        return f"Last try: {reason(one.seen.wrong)}."
    if one.part is Part.SCAN and one.seen.worked_at:
        return f"It took {_seconds(one.seen.took_ms)}."
    return NOTES.get(one.state, "")


def _seconds(milliseconds: int) -> str:
    seconds = round(milliseconds / 1000)
    return counted(seconds, "second") if seconds else "less than a second"


def mail_rows(mail: Mail) -> list[SummaryRow]:
    return [
        SummaryRow("Waiting to be sent", number(mail.waiting)),
        SummaryRow("Oldest waiting since", uk_moment(mail.oldest_at) or NONE),
        SummaryRow("Sent today", number(mail.sent_today)),
        SummaryRow("Sent this week", number(mail.sent_this_week)),
        SummaryRow("Given up", number(mail.parked)),
        SummaryRow("Left out this week, as the reader may not see the child", number(mail.left_out)),
    ]


def untellable_rows(duties: int, on: dt.date) -> list[SummaryRow]:
    """The duties that nobody can be told of, by number, and what helps."""
    if not duties:
        return [SummaryRow(UNTELLABLE, NONE)]
    return [SummaryRow(UNTELLABLE, f"{number(duties)}. {in_words(NAME_SOMEBODY, on)}")]


@dataclass(frozen=True)
class ParkedLine:
    """An email that was given up: to whom, which, since when, why, and the address that sends it again."""

    to: str
    address: str
    what: str
    since: str
    why: str
    tries: str
    href: str


def parked_lines(messages: Sequence[Message]) -> list[ParkedLine]:
    return [_parked_line(one) for one in messages]


def _parked_line(one: Message) -> ParkedLine:
    return ParkedLine(
        to=str(one.recipient),
        address=one.recipient.email,
        what=f"{one.get_kind_display()}, {uk_date(one.day)}",
        since=uk_moment(one.parked_at),
        why=one.parked_because,
        tries=counted(one.attempts, "try", "tries"),
        href=reverse("message_again", args=[one.ref]),
    )


def live_row(row: GoLive | None, on: dt.date, *, sets: bool) -> SummaryRow:
    """Since when, or from when, duties are raised and emails sent; for who `sets` it, the way there."""
    if row is None:
        words = NO_DAY
    elif row.day > on:
        words = f"Not yet. Duties and emails begin on {uk_day(row.day)}"
    else:
        words = "Yes" if row.day == BEFORE_ALL else f"Since {uk_day(row.day)}"
    return SummaryRow("Live", words, reverse("go_live") if sets else "", "Go-live day")


def checks_table(checks: Sequence[Reconciliation], *, is_live: bool = True) -> Table:
    return Table(
        "Daily checks",
        [Column("Day"), Column("Duties compared", numeric=True), Column("Differences")],
        [[uk_date(one.day), number(one.compared), _differences(one)] for one in checks],
        NO_CHECK if is_live else NO_CHECK_BEFORE,
        row_heads=True,
        stack=True,
    )


def _differences(one: Reconciliation) -> Cell:
    caught_up = counted(one.caught_up, "change", "changes")
    note = f"The scan before it caught up with {caught_up}." if one.caught_up else ""
    found = list(one.differences.all())
    if not found:
        return Cell(NONE, note=note)
    words = joined([_difference(part) for part in found])
    return Cell(words, tag=Tag("Look", "red"), note=note)


def _difference(one: ReconciliationDifference) -> str:
    what = CATALOGUE[Code(one.kind)].words
    how = "not raised" if one.is_missing else "raised, but not due"
    ids = joined([str(pk) for pk in one.subjects])
    subject = CATALOGUE[Code(one.kind)].subject.label
    return f"{what}: {number(one.number)} {how} ({subject}: {ids})"


def horizon_row(calendar: Calendar, on: dt.date) -> SummaryRow:
    """To which day bank holidays are known, and from when more are asked for."""
    known = f"To {uk_date(calendar.last)}"
    if on >= calendar.asked_from:
        return SummaryRow("Bank holidays known", f"{known}. {ADD_BANK_HOLIDAYS.words} now.")
    return SummaryRow(
        "Bank holidays known", f"{known}. More are asked for from {uk_date(calendar.asked_from)}."
    )
