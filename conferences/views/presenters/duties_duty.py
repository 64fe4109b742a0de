"""One duty in words: about whom, why this day, whose it is, what happened so far, and the way to do it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import format_html_join

from conferences.models import Duty, DutyStep, Escalation, Notice
from conferences.queries.days import Day
from conferences.queries.duties_duty import Chain
from conferences.rules.deadlines import CATALOGUE, Code, Deadline
from conferences.rules.deadlines_days import Due
from conferences.rules.deadlines_ladder import RungCode
from conferences.rules.deadlines_steps import Step
from conferences.views.presenters.days import moved_rows
from conferences.views.presenters.due import due_tag
from conferences.views.presenters.duties import PAGES, where_done
from safeguarding.clock import day_of
from safeguarding.pagekit.components import Entry, Link, SummaryRow, Tag
from safeguarding.policy.words import role_words
from safeguarding.rights import Permission
from safeguarding.wording import joined, uk_day, uk_moment, upper_first

# What the button to each page says.
BUTTONS = {
    "request": "Open the request",
    "invited": "Open the list of who is invited",
    "reports_chased": "Record that reports were chased",
    "booking_quorum": "Decide what is done",
    "preparation": "Open what goes before the conference",
    "request_new": "Request the conference",
    "child_changes": "Record what happened, and end the plan",
    "core_group_new": "Record the core group",
    "follow_up_new": "Record the follow-up",
    "consultation": "Open the consultation",
    "second_opinion": "Give the second opinion",
    "thinking_time": "Open the thinking time",
    "letters": "Open the letters",
    "record_copies": "Open the copies of the record",
    "closing_letters": "Open the letters that a plan has ended",
    "record": "Open the record",
}
NO_REMINDERS = "None: it was due before the service went live"
CLOSED = {"MET": "Done", "MOVED": "Another day now", "GONE": "No longer due"}


@dataclass(frozen=True)
class Happened:
    """One thing that happened, and when."""

    at: dt.datetime
    entry: Entry


def button(duty: Duty, kind: str, ref: str, rights: Collection[Permission]) -> Link:
    """The way to where it is done or read, by the place of this kind; else to the child."""
    if href := where_done(kind, ref, rights):
        page = PAGES[kind]
        return Link(BUTTONS[page], href)
    return Link("Open the child’s record", reverse("child", args=[duty.child.ref]))


def about(duties: Sequence[Duty]) -> str:
    """Amber Testington and Basil Testington."""
    return joined([one.child.display_name for one in duties])


def stands(duty: Duty, on: dt.date) -> Tag | None:
    if duty.closed_at:
        return Tag(CLOSED[duty.closed_because], "grey")
    return due_tag(duty.due_date, on)


def rows(
    duties: Sequence[Duty], why: Due | None, moved: Sequence[Day], on: dt.date, live: dt.date | None = None
) -> list[SummaryRow]:
    """What is known of it. The siblings of its line are named, each with the way to their record.

    `moved`: its day, where somebody was told another. `live`: since when the service is live.
    """
    first, row = duties[0], CATALOGUE[Code(duties[0].kind)]
    children = format_html_join(
        ", ",
        '<a class="govuk-link" href="{}">{}</a>',
        ((reverse("child", args=[one.child.ref]), one.child.display_name) for one in duties),
    )
    found = [
        SummaryRow("About", children),
        SummaryRow("Due by", uk_day(first.due_date)),
        SummaryRow("Why that day", _why(row, why)),
        *dict.fromkeys(told for day in moved for told in moved_rows(day)),
        SummaryRow("Set by", _set_by(row)),
        SummaryRow("Done by", upper_first(row.met_by)),
        SummaryRow("Whose it is", _whose(first, on)),
    ]
    if live and first.due_date < live and not first.closed_at:
        found.append(SummaryRow("Reminders", NO_REMINDERS))
    if first.put_off_until_date and first.put_off_until_date > on:
        found.append(SummaryRow("Put off until", uk_day(first.put_off_until_date)))
    return found


def _why(row: Deadline, why: Due | None) -> str:
    counted = f"{upper_first(why.explanation)}. " if why else ""
    return f"{counted}It runs from {row.runs_from}."


def _set_by(row: Deadline) -> str:
    return f"Law: {row.source}." if row.is_statutory else f"The council’s own limit. {row.source}."


def _whose(duty: Duty, on: dt.date) -> str:
    name = duty.owner.full_name if duty.owner else "Nobody in particular"
    return f"{name} ({role_words(duty.owner_role, on)})"


# ----- The chain -------------------------------------------------------------------------------------------


def entries(chain: Chain) -> list[Entry]:
    """What happened so far, the latest first; one acknowledgement of what was passed up is told once."""
    noted = {(Step.ACKNOWLEDGED, one.acknowledged_by, one.acknowledged_at) for one in chain.escalations}
    happened = [
        *(one for duty in chain.duties for one in _of_duty(duty)),
        *(one for notice in chain.notices for one in _of_notice(notice)),
        *(one for escalation in chain.escalations for one in _of_escalation(escalation)),
        *(_of_step(step) for step in chain.steps if (step.kind, step.done_by, step.done_at) not in noted),
    ]
    return [one.entry for one in sorted(happened, key=lambda one: one.at, reverse=True)]


def _of_duty(duty: Duty) -> Iterator[Happened]:
    yield _happened(duty.raised_at, f"Put on the list: due by {uk_day(duty.due_date)}")
    if duty.closed_at:
        yield _happened(duty.closed_at, CLOSED[duty.closed_because])


def _of_notice(notice: Notice) -> Iterator[Happened]:
    """An e-mail that left; what only waits to leave is not told."""
    if notice.message is not None and notice.message.sent_at:
        yield _happened(notice.message.sent_at, f"{notice.recipient.full_name} was told by email")


def _of_escalation(one: Escalation) -> Iterator[Happened]:
    """In the words of the day on which it was passed up."""
    role = role_words(one.to_role, day_of(one.raised_at))
    to = f"{one.to_user.full_name} ({role})" if one.to_user else role.one
    yield _happened(one.raised_at, f"Passed up to {to}, {RungCode(one.rung).label}")
    if one.acknowledged_at and one.acknowledged_by:
        yield _happened(one.acknowledged_at, f"Acknowledged by {one.acknowledged_by.full_name}", one.words)


def _of_step(step: DutyStep) -> Happened:
    by = step.done_by.full_name
    titles = {
        Step.ACKNOWLEDGED: f"Acknowledged by {by}",
        Step.PUT_OFF: f"Put off until {uk_day(step.until_date)} by {by}" if step.until_date else "",
        Step.GIVEN: f"Given to {step.given_to.full_name} by {by}" if step.given_to else "",
    }
    return _happened(step.done_at, titles[Step(step.kind)], step.words)


def _happened(at: dt.datetime, title: str, words: str = "") -> Happened:
    return Happened(at, Entry(title, uk_moment(at), [words] if words else []))
