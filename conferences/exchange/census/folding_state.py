"""What the files in force tell of one child, as the fold holds it: by kind and natural key."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from conferences.exchange.census.tellings import (
    ChildRow,
    ConferenceRow,
    EnquiryRow,
    EpisodeRow,
    InNeedRow,
    PlanRow,
    Telling,
)

FAR = "9999-12-31"
UNKNOWN = "U"
# Kinds of questions, and what may be answered to them.
UNTOLD, ONE_PLAN = "UNTOLD", "ONE_PLAN"
ENDED, NEVER, MOVED = "ENDED", "NEVER", "MOVED"
ConferenceKey = tuple[str, str]


class Answer(NamedTuple):
    """What a person answered to a question of a file about a plan held of `day`, and one told of another."""

    kind: str
    day: str
    other_day: str | None
    answer: str
    answer_day: str | None


class Told(NamedTuple):
    """One file in force: its row, the days that it covers, what it tells of the child, if anything, and what
    was answered to its questions.
    """

    file: int
    first: str
    reference: str
    telling: Telling | None
    answers: tuple[Answer, ...] = ()


class Category(NamedTuple):
    """A plan's category as known from a day on; exact only for the first one."""

    plan_start: str
    category: str
    day: str
    exact: bool


class Uncertain(NamedTuple):
    """A plan of a later file that may be the one from `earlier`, or another: both cannot have been."""

    plan: PlanRow
    earlier: str


@dataclass
class State:
    """What the files up to one of them tell of a child; facts by their natural keys."""

    child: ChildRow | None = None
    disabilities: list[str] = field(default_factory=list)
    episodes: dict[str, EpisodeRow] = field(default_factory=dict)
    enquiries: dict[str, EnquiryRow] = field(default_factory=dict)
    conferences: dict[ConferenceKey, ConferenceRow] = field(default_factory=dict)
    plans: dict[str, PlanRow] = field(default_factory=dict)
    reviews: dict[str, dict[str, int]] = field(default_factory=dict)
    known_by: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    in_need: dict[str, InNeedRow] = field(default_factory=dict)
    uncertain: list[Uncertain] = field(default_factory=list)
    reached: list[PlanRow] = field(default_factory=list)
    # The reference date of the latest file that tells of a fact, by kind and day.
    told_by: dict[tuple[str, str], str] = field(default_factory=dict)

    def categories(self) -> list[Category]:
        """Each plan's categories: the initial one, and each other as known by the day of a file."""
        found = []
        for start, plan in self.plans.items():
            found.append(Category(start, plan.initial, start, True))
            now = plan.initial
            for reference, latest in self.known_by[start]:
                day = min(reference, plan.end or FAR)
                if latest != now and day > start and day > found[-1].day:
                    found.append(Category(start, latest, day, False))
                    now = latest
        return found
