"""A small random world for the clocks' tests: a family's children, whoever works for them, and its calendar.

A step that no row suits, or that the database refuses, is not taken and another is tried.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from django.db import IntegrityError, connection, transaction

from safeguarding.bankholidays import england
from safeguarding.workingdays import OutsideCalendar, add_days
from tests import factories as make

# Before Christmas, about a month's end, over Easter, when the clocks change, and at the end of the holidays.
BEGINNINGS = ("2018-12-10", "2019-11-25", "2018-02-26", "2018-03-24", "2019-08-29", "2030-11-20")
# 23:30 in UTC is the next day in England in summer; 00:15 is the same day the year round.
TIMES = (dt.time(0, 15), dt.time(9), dt.time(14), dt.time(23, 30))
TRIES = 40


class NoRow(Exception):
    """No row suits the step."""


class World:
    """A few children of one family, whoever works for them, and the calendar as it stands."""

    def __init__(self, seed: int) -> None:
        self.random, self.aside = Random(seed), Random(seed)
        self.calendar = england()
        self.days: list[dt.date] = []
        self.began = dt.date.fromisoformat(self.random.choice(BEGINNINGS))
        self.family = make.FamilyFactory()
        self.team = make.TeamFactory()
        self.chairs = [self.person("CHAIR") for _ in range(2)]
        self.workers = [self.person("SOCIAL_WORKER") for _ in range(2)]
        self.support, self.lead = self.person("BUSINESS_SUPPORT"), self.person("STRATEGIC_LEAD")
        self.manager = make.UserFactory(role="TEAM_MANAGER", team=self.team, second_factor=False)
        self.rooms = [make.RoomFactory() for _ in range(3)]

    def person(self, role: str) -> Any:
        return make.UserFactory(role=role, second_factor=False)

    def step(self, steps: Sequence[Callable[[World], object]]) -> str:
        """One change; its name."""
        for _ in range(TRIES):
            chosen = self.random.choice(steps)
            if self.is_taken(chosen):
                return chosen.__name__
        raise AssertionError("No step suits this world.")

    def is_taken(self, step: Callable[[World], object]) -> bool:
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                step(self)
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
        # An operation refuses a moment beyond the known bank holidays, to which a life may come.
        except (NoRow, IntegrityError, OutsideCalendar):
            return False
        return True

    def any(self, model: Any, *where: Any, **which: object) -> Any:
        """A row of the model, of these; NoRow where there is none."""
        found = list(model.objects.unscoped("test").filter(*where, **which).distinct().order_by("pk"))
        if not found:
            raise NoRow
        return self.random.choice(found)

    def maybe(self) -> bool:
        return self.random.random() < 0.5

    def day(self, after: dt.date | None = None, to: int = 40) -> dt.date:
        """A day on or soon after another; else one of the half year, often one on which something was."""
        if after is None and self.days and self.random.random() < 0.3:
            return self.random.choice(self.days)
        return self.noted(add_days(after or self.began, self.random.randint(0, to if after else 200)))

    def noted(self, day: dt.date) -> dt.date:
        """The day, on which other things may then fall too: the edges of every rule."""
        self.days.append(day)
        return day

    def moment(self, day: dt.date) -> dt.datetime:
        return dt.datetime.combine(day, self.random.choice(TIMES), dt.UTC)


def save(row: Any, **fields: object) -> None:
    for name, value in fields.items():
        setattr(row, name, value)
    row.save(update_fields=list(fields))
