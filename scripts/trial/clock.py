"""When the trial takes place: now, or where no conference could begin now, on the next working day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from safeguarding.bankholidays import covered
from safeguarding.wording import uk_moment
from safeguarding.workingdays import Calendar

LONDON = ZoneInfo("Europe/London")
# A conference of an hour begins from 8am and ends by 8pm; the trial takes some minutes to come to it.
FIRST, LAST = dt.time(8), dt.time(18, 50)
MORNING = dt.time(10)
# What it puts on Python's path shifts the service's clock and nothing else.
SHIM = Path(__file__).with_name("ahead")


@dataclass(frozen=True)
class Clock:
    """`ahead` is how far the service and the people of the trial live in the time to come."""

    ahead: dt.timedelta = dt.timedelta()

    def now(self) -> dt.datetime:
        return (dt.datetime.now(dt.UTC) + self.ahead).astimezone(LONDON)

    @property
    def environment(self) -> dict[str, str]:
        """What a process of the service needs beside its own settings, to live by this clock."""
        if not self.ahead:
            return {}
        return {"PYTHONPATH": str(SHIM), "TRIAL_AHEAD_SECONDS": str(self.ahead.total_seconds())}

    @property
    def sentence(self) -> str:
        """That it is another time than now; "" where it is not."""
        if not self.ahead:
            return ""
        return (
            "No conference can begin now, so the trial takes place at"
            f" {uk_moment(self.now())}: its service's clock is set ahead."
        )


def fitting(at: dt.datetime, calendar: Calendar | None = None) -> Clock:
    """A clock that shows a time at which a conference can begin soon; `at` is the present, in London."""
    calendar = calendar or covered()
    works = calendar.is_working_day(at.date())
    if works and FIRST <= at.time() <= LAST:
        return Clock()
    is_early = works and at.time() < FIRST
    day = at.date() if is_early else calendar.add(at.date(), 1).due
    return Clock(dt.datetime.combine(day, MORNING, LONDON).astimezone(dt.UTC) - at.astimezone(dt.UTC))
