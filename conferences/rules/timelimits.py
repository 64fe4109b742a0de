"""The time limits of statute, and how a day stands to its limit. Pure.

Only limits of grade S stand here; a council's own are dated settings (safeguarding.policy.limits). What runs
for which of them is said in the catalogue (conferences.rules.deadlines); docs/rules.md lists every rule.
"""

from dataclasses import dataclass
from datetime import date

from safeguarding.wording import counted
from safeguarding.workingdays import Calendar

# R1: from the strategy discussion that started the section 47 enquiry, which is day 0; not the first
# discussion nor the last. R5: from the initial conference. R11: from being told of the move.
INITIAL_CONFERENCE_WORKING_DAYS = 15
FIRST_CORE_GROUP_WORKING_DAYS = 10
TRANSFER_IN_WORKING_DAYS = 15


@dataclass(frozen=True)
class ReviewClock:
    """The two clocks of a review: the guidance's calendar months and the published measure's days.

    `event` is what they run from, in words.
    """

    rule: str
    months: int
    days: int
    event: str


# The days are the DfE's measure of reviews on time as its tables of twelve years show it, inferred and not
# printed anywhere: measures read them from here, so that a correction is made once. A later review counts
# from the day the last was held, not the day it was due: an early one starts the six months anew.
FIRST_REVIEW = ReviewClock("R7", months=3, days=91, event="the initial conference")
LATER_REVIEW = ReviewClock("R8", months=6, days=183, event="the last review conference")


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
