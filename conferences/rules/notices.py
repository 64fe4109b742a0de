"""What somebody is told of beside what falls due, and the words of the e-mails that tell it. Pure.

No e-mail names a child or counts children: it says what is to be done, by when, and where to read about whom.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from safeguarding.labelled import Labelled
from safeguarding.wording import counted, joined, number, uk_day, upper_first

MOST_LINES = 20


class Change(Labelled):
    """What was changed that concerns others than whoever did it."""

    BOOKED = "BOOKED", "A conference is in the diary"
    ENTERED = "ENTERED", "A conference that was held is entered, and waits for its record"
    MOVED = "MOVED", "A conference has moved"
    CANCELLED = "CANCELLED", "A conference is cancelled"
    INQUORATE = "INQUORATE", "A conference was not quorate, and needs a new date"
    ADJOURNED = "ADJOURNED", "A conference is adjourned to another day"
    ABANDONED = "ABANDONED", "A conference was abandoned, and needs a new date"
    PUT_BACK = "PUT_BACK", "A conference did not end without a decision after all: it is in the diary again"
    CHAIR_CHANGED = "CHAIR_CHANGED", "A conference has another chair"
    REPORT_CAME = "REPORT_CAME", "An agency’s report for a conference has come"
    LINK_LOCKED = "LINK_LOCKED", "An agency’s link for a report is closed after wrong codes: make a new one"
    MINUTES = "MINUTES", "A conference has another minute taker"
    FIT = "FIT", "What the day of a conference must fit was told otherwise"
    CHILDREN = "CHILDREN", "A conference is for other children than before"
    ANSWERED = "ANSWERED", "A re-plan consultation is answered"
    MORE_ASKED = "MORE_ASKED", "More is asked for a re-plan consultation"
    WAIVED = "WAIVED", "A waiver of thinking time is granted: the conference can go on without"
    NOT_WAIVED = "NOT_WAIVED", "A waiver of thinking time is refused: it is still required"
    TAKEN_BACK = "TAKEN_BACK", "A re-plan consultation is withdrawn"
    THINKING_FREED = "THINKING_FREED", "Time that you kept to think is free again in your diary"
    MAY_COME_BACK = "MAY_COME_BACK", "A child who left a request may come back to it"
    WITHDRAWN = "WITHDRAWN", "A request for a conference is withdrawn"
    OPENED_AGAIN = "OPENED_AGAIN", "A record that you are named for is open to others again"
    DAY_MOVED = "DAY_MOVED", "The day by which a conference is due has moved"
    FILE_NAMED = "FILE_NAMED", "A census file changed a record that is closed to others"
    FILE_UNNAMED = "FILE_UNNAMED", "A census file changed a restricted record for which nobody is named"
    WENT_LIVE = "WENT_LIVE", "The service went live"


class MessageKind(Labelled):
    """How an e-mail goes."""

    DIGEST = "DIGEST", "The morning’s list"
    AT_ONCE = "AT_ONCE", "At once"
    SERVICE = "SERVICE", "About the service itself"


class Section(Labelled):
    """The parts of an e-mail in their order."""

    BEFORE = "BEFORE", "Begun before go-live"
    SECOND = "SECOND", "Waiting for a second person"
    REVIEW = "REVIEW", "Ideas on trial"
    ACTION = "ACTION", "From thinking time"
    PASSED_UP = "PASSED_UP", "Passed up to you"
    CHANGED = "CHANGED", "Changed"
    NEW = "NEW", "New on your list"


@dataclass(frozen=True)
class Line:
    """One line: its words, and the address of the page where it is read or done. `day` is its heading's."""

    section: Section
    words: str
    link: str
    day: str = ""

    @property
    def heading(self) -> str:
        return self.day or self.section.label


@dataclass(frozen=True)
class Counts:
    """How many lines stand on somebody's My work: late, due today, and due in the rest of the week.

    `passed_up` are those of the e-mail that are passed up to them.
    """

    late: int
    today: int
    week: int
    passed_up: int = 0


def due_words(due: dt.date, on: dt.date) -> str:
    """Due by Thursday 3 December 2026."""
    if due == on:
        return "Due today"
    return f"Due by {uk_day(due)}" if due > on else f"Was due on {uk_day(due)}"


def before_words(count: int, since: dt.date) -> str:
    """Due before Monday 7 December 2026: 533 lines of your lists, without reminders."""
    return f"Due before {uk_day(since)}: {counted(count, 'line')} of your lists, without reminders"


def second_words(count: int) -> str:
    """2 things wait for you as the second person."""
    return f"{counted(count, 'thing waits', 'things wait')} for you as the second person"


def review_words(count: int) -> str:
    """2 reviews of trials are due."""
    return f"{counted(count, 'review of a trial is', 'reviews of trials are')} due"


def action_words(count: int) -> str:
    """2 actions of yours are to be done."""
    return f"{counted(count, 'action of yours is', 'actions of yours are')} to be done"


def subject_line(kind: MessageKind, counts: Counts) -> str:
    """Child protection conferences: 4 passed up to you, 3 late and 2 due today."""
    if kind is MessageKind.AT_ONCE:
        return "Child protection conferences: something is for today"
    said = ((counts.passed_up, "passed up to you"), (counts.late, "late"), (counts.today, "due today"))
    parts = [f"{number(n)} {what}" for n, what in said if n]
    return f"Child protection conferences: {joined(parts) or 'your list'}"


def body(
    kind: MessageKind, on: dt.date, counts: Counts, lines: Sequence[Line], more: int, my_work: str
) -> str:
    """The text of an e-mail of a day: the counts, the lines by heading, how many more, and My work."""
    parts = [uk_day(on)]
    if kind is MessageKind.DIGEST:
        parts.append(f"On your list: {_counted(counts)}.")
    parts += _sections(lines)
    parts.append(f"And {number(more)} more on My work: {my_work}" if more else f"My work: {my_work}")
    parts.append("Emails name no child. Sign in to see whom each line is about.")
    return "\n\n".join(parts) + "\n"


def _counted(counts: Counts) -> str:
    week = f"{counted(counts.week, 'more', 'more', none='nothing')} later this week"
    return joined([f"{number(counts.late)} late", f"{number(counts.today)} due today", week])


def _sections(lines: Sequence[Line]) -> Iterator[str]:
    for heading, own in groupby(lines, key=attrgetter("heading")):
        yield "\n".join([heading, *(f"* {upper_first(line.words)}\n  {line.link}" for line in own)])
