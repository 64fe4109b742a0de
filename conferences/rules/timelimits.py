"""The time limits of statute, each with the sentence that explains its date.

Pure: dates and the calendar come in, a Due goes out. Only limits of grade S stand here; a council's own
limits are dated settings (safeguarding.policy.keys). docs/rules.md lists every rule with its source.
"""

from dataclasses import dataclass
from datetime import date

from safeguarding.wording import counted, uk_day
from safeguarding.workingdays import Calendar, add_days, add_months

INITIAL_CONFERENCE_WORKING_DAYS = 15
FIRST_CORE_GROUP_WORKING_DAYS = 10
TRANSFER_IN_WORKING_DAYS = 15


@dataclass(frozen=True)
class Due:
    """A due date that can explain itself.

    `rule` is the number in docs/rules.md, `statute` what the guidance says, `explanation` how this date was
    counted. `working_days` is the limit in working days, None where it is counted in months and days.
    """

    date: date
    rule: str
    statute: str
    explanation: str
    working_days: int | None = None


@dataclass(frozen=True)
class ReviewClock:
    """The two clocks of a review: the guidance's calendar months and the published measure's days."""

    rule: str
    months: int
    days: int
    statute: str


# The days are the DfE's measure of reviews on time as its tables of twelve years show it, inferred and not
# printed anywhere: measures read them from here, so that a correction is made once.
FIRST_REVIEW = ReviewClock(
    "R7",
    months=3,
    days=91,
    statute="Working Together: the first review conference within 3 months of the initial conference",
)
LATER_REVIEW = ReviewClock(
    "R8",
    months=6,
    days=183,
    statute="Working Together: later review conferences at intervals of not more than 6 months",
)


def initial_conference_due(strategy_discussion: date, calendar: Calendar) -> Due:
    """R1 (S): 15 working days from the strategy discussion that started the section 47 enquiry, day 0.

    Not the first discussion nor the last: the one that started the enquiry. Source: Working Together, as
    repeated by Greater Manchester, Leicester, Solihull and Norfolk. Raises OutsideCalendar.
    """
    statute = (
        "Working Together: within 15 working days of the strategy discussion "
        "at which the section 47 enquiry was started"
    )
    return _in_working_days("R1", INITIAL_CONFERENCE_WORKING_DAYS, strategy_discussion, statute, calendar)


def first_core_group_due(conference: date, calendar: Calendar) -> Due:
    """R5 (S): the first core group within 10 working days of the initial conference, day 0.

    Source: Working Together, as repeated by Norfolk. Later core groups are local (R6). Raises
    OutsideCalendar.
    """
    statute = "Working Together: the first core group within 10 working days of the initial conference"
    return _in_working_days("R5", FIRST_CORE_GROUP_WORKING_DAYS, conference, statute, calendar)


def transfer_in_due(notification: date, calendar: Calendar) -> Due:
    """R11 (S): a transfer-in conference within 15 working days of being told of the move, day 0.

    Source: Working Together, as repeated by Tees, Norfolk and Bolton. Which day counts as being told is
    local; the caller hands it in. Raises OutsideCalendar.
    """
    statute = "Working Together: within 15 working days of being notified that the child has moved here"
    return _in_working_days("R11", TRANSFER_IN_WORKING_DAYS, notification, statute, calendar)


def first_review_due(initial_conference: date) -> Due:
    """R7 (S, C): the earlier of 3 calendar months and 91 days from the initial conference.

    Source: Working Together for the months; the DfE's measure of reviews on time for the days.
    """
    return _by_both_clocks(FIRST_REVIEW, initial_conference, "the initial conference")


def next_review_due(last_conference_held: date) -> Due:
    """R8 (S, C): the earlier of 6 calendar months and 183 days from the last review actually held.

    From the day it was held, not the day it was due: an early review starts the six months anew.
    """
    return _by_both_clocks(LATER_REVIEW, last_conference_held, "the last review conference")


def standing(due: date, on: date, calendar: Calendar) -> str:
    """How `due` stands on a day, in working days: "3 working days left", "Due today", "1 working day late".

    With only a weekend or a holiday between, no working day is left or lost, and it says so.
    """
    if on == due:
        return "Due today"
    left = calendar.between(on, due)
    if left > 0:
        return f"{counted(left, 'working day')} left"
    if left < 0:
        return f"{counted(-left, 'working day')} late"
    return "No working day left" if on < due else "Late"


def _in_working_days(rule: str, n: int, start: date, statute: str, calendar: Calendar) -> Due:
    count = calendar.add(start, n)
    return Due(count.due, rule, statute, calendar.explain(count), n)


def _by_both_clocks(clock: ReviewClock, start: date, event: str) -> Due:
    by_months, by_days = add_months(start, clock.months), add_days(start, clock.days)
    explanation = (
        f"{_which_governs(clock, by_months, by_days)}, from {event} on {uk_day(start)}; "
        f"{clock.months} months is {uk_day(by_months)}, {clock.days} days is {uk_day(by_days)}"
    )
    return Due(min(by_months, by_days), clock.rule, clock.statute, explanation)


def _which_governs(clock: ReviewClock, by_months: date, by_days: date) -> str:
    if by_months == by_days:
        return f"{clock.months} months, which is {clock.days} days"
    if by_months < by_days:
        return f"{clock.months} months, which comes before {clock.days} days"
    return f"{clock.days} days, which comes before {clock.months} months"
