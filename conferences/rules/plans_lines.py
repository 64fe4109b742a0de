"""When a need or an action may come into a plan between its conferences, and when it may end. Pure."""

from __future__ import annotations

from datetime import date

from safeguarding.refusals import Problem
from safeguarding.wording import uk_date
from safeguarding.workingdays import reaches

ADULT = 18
WHY_ENDED = "Enter why it ended"
WHEN_ENDED = "Enter until when it is in the plan"


def line_day_problems(
    added: date | None, ended: date | None, words: str, *, held: date, on: date
) -> list[Problem]:
    """What cannot be of the days of a line. `held`: the day of the conference that agreed the plan as it
    stands; what ended says why.
    """
    found = []
    for day, field, what in ((added, "added_date", "came into the plan"), (ended, "ended_date", "ended")):
        if day and day > on:
            found.append(Problem(f"The day on which it {what} must be today or earlier", field))
        elif day and day < held:
            found.append(Problem(f"It {what} on or after {uk_date(held)}, the day of the conference", field))
    if added and ended and ended < added:
        found.append(Problem(f"It cannot have ended before {uk_date(added)}, when it came in", "ended_date"))
    if ended and not words.strip():
        found.append(Problem(WHY_ENDED, "ended_words"))
    if words.strip() and not ended:
        found.append(Problem(WHEN_ENDED, "ended_date"))
    return found


def due_problem(by_date: date | None, *, earliest: date, why: str, born: date | None) -> str:
    """Why an action cannot be due on a day, as a sentence; "" where it can. `earliest` is the first day on
    which it can be, and `why` what that day is.
    """
    if by_date is None:
        return ""
    if by_date < earliest:
        return f"Date of the action must be on or after {uk_date(earliest)}, {why}"
    if born and by_date >= reaches(born, ADULT):
        return f"The child is 18 on {uk_date(reaches(born, ADULT))}, and a plan ends by then"
    return ""


def agreed_problem(agreed: date | None, by_date: date | None, on: date) -> str:
    """Why nobody can have agreed on a day to do an action, as a sentence; "" where they can."""
    if agreed and agreed > on:
        return "The day on which they agreed must be today or earlier"
    if agreed and by_date and agreed > by_date:
        return "Who does it agreed on or before the date of the action"
    return ""
