"""Which kinds of conference may be asked for a child, and which dates of an arrival fit together. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from conferences.rules.children import Birth
from conferences.rules.vocabulary import ConferenceKind
from safeguarding.workingdays import add_days, age

GROWN_UP = 18
# An enquiry about an unborn child cannot start before the pregnancy: 40 weeks, as maternity care counts.
PREGNANCY_DAYS = 280


@dataclass(frozen=True)
class Standing:
    """Where a child stands on the day of asking. `enquired`: an enquiry waits for its conference."""

    birth_date: date | None
    death_date: date | None
    on_plan: bool
    enquired: bool
    asked_already: bool


def kinds_that_fit(child: Standing) -> tuple[ConferenceKind, ...]:
    """The kinds that may be asked for: a review on a plan; else a transfer-in, and initial on an enquiry."""
    if child.asked_already:
        return ()
    if child.on_plan:
        return (ConferenceKind.REVIEW,)
    initial = (ConferenceKind.INITIAL,) if child.enquired else ()
    return (*initial, ConferenceKind.TRANSFER_IN)


def why_none(child: Standing, on: date) -> str:
    """Why no conference may be asked for the child, or nothing. Ends a sentence that begins with its name."""
    if child.death_date is not None:
        return "has died"
    if child.birth_date is not None and age(child.birth_date, on) >= GROWN_UP:
        return f"is {GROWN_UP} or over"
    return "is in another request that is still open" if child.asked_already else ""


def waits(started: date, plan_began: date | None, on: date) -> bool:
    """Whether an enquiry that had no conference still waits for one: not where a plan began after it.

    `plan_began`: the latest day on which a plan of the child began.
    """
    return started <= on and (plan_began is None or plan_began <= started)


def earliest_enquiry(birth: Birth) -> date:
    """The first day on which a strategy discussion about the child can have been held."""
    return add_days(birth.day, -PREGNANCY_DAYS)


def arrival_problem(
    *, on: date, notified: date, moved: date | None, papers: date | None, accepted: date | None
) -> tuple[str, str]:
    """The field and the sentence of the first date of an arrival that cannot be; ("", "") when all can."""
    named = (
        ("notified_date", "The day you were told of the move", notified),
        ("moved_date", "The day of the move", moved),
        ("papers_received_date", "The day the papers came", papers),
        ("accepted_date", "The day it was accepted", accepted),
    )
    for field, words, day in named:
        if day is not None and day > on:
            return field, f"{words} must be today or in the past"
    for field, words, day in named[2:]:
        if day is not None and day < notified:
            return field, f"{words} must be on or after the day you were told of the move"
    return "", ""
