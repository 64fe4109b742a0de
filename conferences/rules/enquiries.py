"""How section 47 enquiries end, why their start is told otherwise, and why a record of them is void. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from conferences.rules.children import Birth, Life
from conferences.rules.life_events import birthday
from conferences.rules.requests import earliest_enquiry
from safeguarding.labelled import Labelled
from safeguarding.refusals import Problem
from safeguarding.wording import uk_date
from safeguarding.workingdays import add_months


class EnquiryOutcome(Labelled):
    """What enquiries led to. Source: Working Together (S), by the outcomes of the standard safeguarding
    dataset (ssd s47_outcome). All but the first end the clock of the conference (census ICPCnotRequired).
    """

    CONFERENCE = "CONFERENCE", "An initial child protection conference"
    SERVICES = "SERVICES", "Services for a child in need (section 17)"
    ASSESSMENT = "ASSESSMENT", "The assessment continues"
    LEGAL_ACTION = "LEGAL_ACTION", "Legal action"
    NO_ACTION = "NO_ACTION", "No further action"


class StartReason(Labelled):
    """Why another day is the start of enquiries (1.3: it moves a statutory figure, so it has a code)."""

    ANOTHER = "ANOTHER", "Another of the discussions was the one that started the enquiries"
    WRONG_DATE = "WRONG_DATE", "The date of the discussion that started them was recorded wrongly"
    ANEW = "ANEW", "A further discussion decided anew to start enquiries, for example before a birth"


class VoidReason(Labelled):
    """Why a record of enquiries is void: there were none about this child, or they are recorded elsewhere."""

    WRONG_CHILD = "WRONG_CHILD", "It was recorded for the wrong child"
    TWICE = "TWICE", "It was recorded twice"
    NONE_STARTED = "NONE_STARTED", "No section 47 enquiries were started"


class Stays(Labelled):
    """Which of two enquiries about one child stays, where both are open: there is one at a time (8839, C)."""

    OWN = "OWN", "The one that is open already. Nothing new is recorded for that child"
    THIS = "THIS", "This one. The one that is open already is void, as recorded twice"


class EnquiryChangeKind(Labelled):
    """What was told otherwise of enquiries that stand recorded."""

    OUTCOME = "OUTCOME", "Outcome"
    START = "START", "Start"
    VOIDED = "VOIDED", "Void"
    RESTORED = "RESTORED", "Put back"


# Of no source: a conference is due 15 working days after the start (R1), and one a year later is a slip of
# the year.
MOST_MONTHS = 12
# The codes of those after which no conference is owed.
ENDS_WITHOUT = [code.value for code in EnquiryOutcome if code is not EnquiryOutcome.CONFERENCE]


@dataclass(frozen=True)
class Outcome:
    """How enquiries ended, as it is told: None and "" where nothing was entered. `agreed_by`: a user's id."""

    outcome: str
    day: dt.date | None
    agreed_by: int | None
    words: str


@dataclass(frozen=True)
class Known:
    """What an outcome is held against: the start, whether one is told already, the requests and the meeting.

    `held`: the day of the conference that was held on the enquiries.
    """

    started: dt.date
    is_told: bool
    is_asked: bool
    held: dt.date | None


def outcome_problems(told: Outcome, known: Known, *, by: int, on: dt.date) -> list[Problem]:
    """R4 (L): that no conference is needed is agreed by a manager other than who records it, with the reason.

    Nothing where the outcome can be as it is told.
    """
    if told.outcome not in EnquiryOutcome.__members__:
        return [Problem("Select how the enquiries ended", "outcome")]
    found = [*_day_problems(told.day, known, on)]
    if told.outcome in ENDS_WITHOUT:
        found += _without(told, known, by)
    elif known.is_told and not told.words.strip():
        found.append(Problem("Enter why the outcome is another than the one recorded", "words"))
    return found


def _day_problems(day: dt.date | None, known: Known, on: dt.date) -> list[Problem]:
    if day is None:
        return [Problem("Enter the day of the outcome", "day")]
    if day > on:
        return [Problem("The day of the outcome must be today or in the past", "day")]
    if day < known.started:
        words = f"The enquiries started on {uk_date(known.started)}. Their outcome cannot be before that day"
        return [Problem(words, "day")]
    return []


def _without(told: Outcome, known: Known, by: int) -> list[Problem]:
    """What keeps enquiries from ending without a conference."""
    found = []
    if known.held:
        words = f"The conference on these enquiries was held on {uk_date(known.held)}, so it was needed"
        found.append(Problem(words, "outcome"))
    elif known.is_asked:
        words = "A request for this conference is open. Withdraw it first, then say that none is needed"
        found.append(Problem(words, "outcome"))
    if told.agreed_by is None:
        found.append(Problem("Select the manager who agreed that no conference is needed", "agreed_by"))
    elif told.agreed_by == by:
        found.append(Problem("Select a manager other than yourself: two people decide this", "agreed_by"))
    if not told.words.strip():
        found.append(Problem("Enter why no conference is needed", "words"))
    return found


@dataclass(frozen=True)
class Talks:
    """The strategy discussions of enquiries as they stand. `others`: days of those that did not start them.

    `life`: the child's own days; `taken`: the starts of the child's other enquiries; `held`, `decided`: the
    days of their conference and of their outcome.
    """

    started: dt.date
    others: Sequence[dt.date]
    life: Life
    taken: Collection[dt.date]
    held: dt.date | None
    decided: dt.date | None


def start_problem(reason: StartReason, day: dt.date, talks: Talks, on: dt.date) -> str:
    """R1, R10 (1.3): why enquiries cannot have started on a day, as a sentence; "" where they can have."""
    if day == talks.started:
        return f"The enquiries are recorded from {uk_date(day)} already"
    if reason is StartReason.ANEW and day < talks.started:
        return "A decision to start enquiries anew must be after the one before it"
    if reason is StartReason.ANEW and talks.held:
        return f"The conference was held on {uk_date(talks.held)}. Record new enquiries instead"
    if reason is StartReason.WRONG_DATE and day in talks.others:
        return f"Another discussion of {uk_date(day)} is recorded. Choose it as the one that started them"
    if day in talks.taken:
        return f"Other enquiries about this child from {uk_date(day)} are recorded already"
    if talks.held and day > talks.held:
        return f"The conference was held on {uk_date(talks.held)}, before this day"
    if talks.held and day < add_months(talks.held, -MOST_MONTHS):
        return (
            f"The conference was held on {uk_date(talks.held)}, more than a year after this day. Check the"
            " year: if it is right, other enquiries led to the conference"
        )
    if talks.decided and day > talks.decided:
        return f"The outcome is recorded as of {uk_date(talks.decided)}, before this day"
    return first_day_problem(day, talks.life, on)


def discussion_problem(day: dt.date | None, talks: Talks, on: dt.date) -> str:
    """Why no further discussion of that day can be recorded, as a sentence; "" where it can.

    It may lie before the one that started the enquiries, too (1.3).
    """
    if day is None:
        return "Enter the date of the strategy discussion"
    if day == talks.started or day in talks.others:
        return f"A strategy discussion of {uk_date(day)} is recorded already"
    return _day_problem(day, talks.life, on)


def first_day_problem(day: dt.date, life: Life, on: dt.date) -> str:
    """Section 47 of the Children Act 1989 (S): why enquiries about a child cannot have started on a day, as a
    sentence; "" where they can have. They are about a child who lives and is not 18; a further discussion may
    be held later.
    """
    if life.death_date and day > life.death_date:
        return f"The child died on {uk_date(life.death_date)}, so no enquiry starts after that"
    if life.birth_date and day >= birthday(life.birth_date):
        return f"The child was 18 on {uk_date(birthday(life.birth_date))}, so no enquiry starts from then on"
    return _day_problem(day, life, on)


def _day_problem(day: dt.date, life: Life, on: dt.date) -> str:
    if day > on:
        return "The strategy discussion must be today or in the past"
    birth = Birth.of(life.birth_date, life.expected)
    if birth and day < earliest_enquiry(birth):
        return f"{uk_date(day)} is more than 40 weeks before the child’s {birth.words}"
    return ""
