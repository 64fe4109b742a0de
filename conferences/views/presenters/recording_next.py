"""What a conference leaves for a child's plan, in words: its core group, the next dates, what is missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from conferences.models import ChildPart, CoreGroupMember, MeetingRecord, NextDates
from conferences.queries.recording_next import NextShown
from conferences.rules.contributions import Contribution
from conferences.rules.recording_next import (
    NEXT_REVIEW,
    has_next,
    missing_words,
)
from conferences.views.presenters.recording import BEGUN, COMPLETE, NOTHING, Missing, Task, name_of, said_by
from safeguarding.pagekit.components import SummaryRow, Tag
from safeguarding.refusals import Problem
from safeguarding.versions import StaleVersion
from safeguarding.wording import joined, uk_day, uk_time

NOT_CHOSEN = "Not recorded"


def next_href(record: MeetingRecord, part: ChildPart) -> str:
    return reverse("record_next", args=[record.booking.ref, part.requested_child.child.ref])


def next_tasks(record: MeetingRecord, shown: Mapping[int, NextShown]) -> list[Task]:
    """A task a child; none for a child for whom it was decided that there is no plan."""
    return [
        Task(
            f"next-{part.pk}",
            f"{name_of(part)}: core group and next dates",
            next_href(record, part),
            _state(shown[part.pk]),
        )
        for part in record.parts.all()
        if has_next(part.outcome)
    ]


def _state(shown: NextShown) -> Tag:
    if shown.told.is_empty:
        return NOTHING
    return BEGUN if missing_words(shown.told, shown.group) else COMPLETE


def next_rows(shown: NextShown | None) -> list[SummaryRow]:
    """Who is of the core group, and when; nothing where it was not asked, as of a child without a plan."""
    if shown is None or (shown.dates is None and not shown.members):
        return []
    dates = shown.dates
    rows = [SummaryRow("Core group", group_words(shown.members))]
    rows.append(SummaryRow(shown.group, core_group_words(dates) or NOT_CHOSEN))
    rows.append(SummaryRow(NEXT_REVIEW, review_words(dates) or NOT_CHOSEN))
    late = dates.late_words if dates else ""
    return [*rows, SummaryRow("Why it is later than the last day", late)] if late else rows


def group_words(members: Sequence[CoreGroupMember]) -> str:
    """A line for each, the lead worker first."""
    return said_by([Contribution(member_words(one)) for one in members]) if members else NOT_CHOSEN


def member_words(one: CoreGroupMember) -> str:
    lead = "lead worker" if one.is_lead else one.role
    return ", ".join(filter(None, (one.name, lead)))


def core_group_words(dates: NextDates | None) -> str:
    return day_and_time(dates.core_group_date, dates.core_group_time) if dates else ""


def review_words(dates: NextDates | None) -> str:
    return day_and_time(dates.review_date, dates.review_time) if dates else ""


def day_and_time(day: dt.date | None, at: dt.time | None) -> str:
    """Thursday 3 May 2018 at 10am."""
    return f"{uk_day(day)} at {uk_time(at)}" if day and at else ""


@dataclass(frozen=True)
class NextGroup:
    """What is recorded of one child, and where it is changed."""

    name: str
    href: str
    rows: Sequence[SummaryRow]


def next_groups(record: MeetingRecord, shown: Mapping[int, NextShown]) -> list[NextGroup]:
    """Of each child of whom something is recorded and for whom there may be a plan."""
    found = [
        NextGroup(name_of(part), next_href(record, part), next_rows(shown[part.pk]))
        for part in record.parts.all()
        if has_next(part.outcome)
    ]
    return [one for one in found if one.rows]


def missing_next(record: MeetingRecord, problems: Sequence[Problem]) -> list[Missing]:
    """What of it keeps the record from being signed, each with the page where it is put right."""
    parts = {part.requested_child.child_id: part for part in record.parts.all()}
    return [
        Missing(f"{name_of(parts[one.about])}: {one.sentence}", next_href(record, parts[one.about]))
        for one in problems
        if one.about is not None
    ]


def advice(record: MeetingRecord, shown: Mapping[int, NextShown]) -> list[Missing]:
    """What is not said yet of what comes next: the record can be signed without it."""
    found = []
    for part in record.parts.all():
        lacks = missing_words(shown[part.pk].told, shown[part.pk].group)
        if part.outcome and has_next(part.outcome) and lacks:
            words = f"{name_of(part)}: not recorded yet: {joined(lacks)}"
            found.append(Missing(words, next_href(record, part)))
    return found


def saved_line(stands: StaleVersion, part: ChildPart) -> str:
    """Who saved it last, where somebody did."""
    if not any(stands.theirs.values()):
        return ""
    return f"Saved by {stands.saved_by.full_name}."
