"""When a conference may have been held that is entered afterwards. Pure.

Own: no published source says how late one may be entered. R3 holds for it (docs/rules.md), and no clock is
counted from the day on which it was typed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from conferences.rules.scheduling import hours_refused
from safeguarding.refusals import Problem
from safeguarding.wording import LONDON, uk_date, uk_day
from safeguarding.workingdays import add_days, add_months

# A meeting entered so much later is asked about once more: its year may be mistyped.
LONG_AGO_MONTHS = 3


@dataclass(frozen=True)
class Since:
    """A day before which a conference cannot have been held, or (`is_after`) not on it either, and what was
    on it: "when the section 47 enquiry began".
    """

    day: date
    what: str
    is_after: bool = False

    @property
    def first(self) -> date:
        return add_days(self.day, 1) if self.is_after else self.day

    @property
    def sentence(self) -> str:
        if self.is_after:
            return f"The conference must have been held after {uk_date(self.day)}, {self.what}"
        return f"The conference cannot have been held before {uk_date(self.day)}, {self.what}"


def entered_problems(
    starts_at: datetime, ends_at: datetime, since: Sequence[Since], at: datetime
) -> list[Problem]:
    """Why a conference cannot have been held then; `at` is the moment of asking."""
    day = starts_at.astimezone(LONDON).date()
    if starts_at > at:
        ahead = "The conference must have been held already. If it is still to come, schedule it instead"
        is_today = day == at.astimezone(LONDON).date()
        return [Problem(ahead, "start" if is_today else "date")]
    found = [Problem(one.sentence, "date") for one in sorted(since, key=first_of) if day < one.first][-1:]
    hours = hours_refused(starts_at, ends_at)
    return [*found, *([Problem(hours, "start")] if hours else [])]


def first_of(since: Since) -> date:
    return since.first


def long_ago(day: date, on: date) -> str:
    """What to think about where a conference that is entered was held long ago; "" where it was not."""
    if add_months(day, LONG_AGO_MONTHS) >= on:
        return ""
    return (
        f"This conference was held on {uk_day(day)}, more than {LONG_AGO_MONTHS} months ago. Check the day. "
        "What falls due after it is counted from that day, and may be late at once."
    )


def before_asked(day: date, asked: date) -> str:
    """That a conference was held before it was asked for here; "" where it was not."""
    if day >= asked:
        return ""
    return (
        f"The request was sent on {uk_day(asked)}, after this conference. Check the day. It counts as asked "
        "for and scheduled by the day on which the conference was held."
    )
