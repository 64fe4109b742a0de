"""When things happen in the demo's story: on working days, mostly in time and sometimes late. Pure."""

from dataclasses import dataclass
from datetime import date
from random import Random

from conferences.demo.choice import pick
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_days import due_by
from safeguarding.workingdays import Calendar, add_days, month_end, year_ending

LATE_REVIEWS = 0.06
FIRST_LATE_REVIEWS = 0.035
BROUGHT_FORWARD = 0.12
# Working days from the strategy discussion to the initial conference, each band with its share.
USUAL_SPANS = (((6, 10), 0.24), ((11, 15), 0.57), ((16, 20), 0.12), ((21, 29), 0.07))
SPANS = {
    2020: (((6, 10), 0.22), ((11, 15), 0.51), ((16, 20), 0.17), ((21, 32), 0.10)),
    2022: (((6, 10), 0.20), ((11, 15), 0.54), ((16, 20), 0.17), ((21, 32), 0.09)),
}


@dataclass(frozen=True)
class Timing:
    calendar: Calendar

    def working_days_of(self, month: date) -> list[date]:
        days = (add_days(month, n) for n in range(month_end(month).day))
        return [day for day in days if self.calendar.is_working_day(day)]

    def on_or_before(self, day: date) -> date:
        while not self.calendar.is_working_day(day):
            day = add_days(day, -1)
        return day

    def on_or_after(self, day: date) -> date:
        while not self.calendar.is_working_day(day):
            day = add_days(day, 1)
        return day

    def first_review(self, start: date, rng: Random) -> date:
        due = due_by(Code.HOLD_REVIEW, start, self.calendar).date
        if rng.random() < FIRST_LATE_REVIEWS:
            return self.on_or_after(add_days(due, rng.randint(3, 24)))
        return self.on_or_before(add_days(due, -rng.randint(0, 20)))

    def later_review(self, last: date, rng: Random) -> date:
        due = due_by(Code.HOLD_REVIEW, last, self.calendar, is_first=False).date
        draw = rng.random()
        if draw < LATE_REVIEWS:
            return self.on_or_after(add_days(due, rng.randint(3, 30)))
        if draw < LATE_REVIEWS + BROUGHT_FORWARD:
            return self.on_or_before(add_days(due, -rng.randint(50, 110)))
        return self.on_or_before(add_days(due, -rng.randint(0, 28)))

    def strategy_discussion_before(self, conference: date, rng: Random) -> date:
        """Day 0 of the conference's 15 working days."""
        bands = SPANS.get(year_ending(conference), USUAL_SPANS)
        return self.calendar.add(conference, -rng.randint(*pick(bands, rng))).due

    def working_days_after(self, day: date, n: int) -> date:
        return self.calendar.add(day, n).due
