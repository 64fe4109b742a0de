"""How consultations are decided, counted over decisions: shares, time, and what followed. Pure.

A share says something about the cases as well as about whoever decides; nobody is ranked by it. What cannot
be told yet is counted apart, and never as a no. Source: what councils look at for consistency (L).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from conferences.rules.consultations import IN_SHORT, Answer
from conferences.rules.consultations_followed import LATE, SOON, are_over, is_within
from conferences.rules.measures_became import GAPS, RUNS
from conferences.rules.requests import GROWN_UP
from safeguarding.labelled import Labelled
from safeguarding.workingdays import reaches

AGREED = (Answer.AGREE, Answer.AGREE_LEGAL)


class By(Labelled):
    """What decisions are grouped by."""

    TEAM = "team", "Team"
    ASKER = "asker", "Who gave the account"
    DECIDER = "decider", "Who decided"
    GAP = "gap", "Time since the last plan ended"


class Followed(Labelled):
    """Whether a plan began within so many months of a decision."""

    YES = "YES", "A plan began"
    NO = "NO", "No plan began"
    TOO_EARLY = "TOO_EARLY", "Too early to tell"
    LEFT = "LEFT", "Died or grew up before it could be told"


@dataclass(frozen=True)
class Group:
    """One value that decisions are grouped by: its key in an address, and its words."""

    key: str
    words: str


@dataclass(frozen=True)
class Decided:
    """One child's first decision in a consultation, with what came before and after it.

    `days`: working days from the day it was raised, None outside the known bank holidays. `begins`: the days
    on which plans of the child began, of any authority. `gap` is a band of conferences.rules.measures_became;
    where the plan ran nothing is asked of what followed. `last`: the answer that stands now.
    """

    consultation: int
    child: int
    answer: Answer
    day: date
    days: int | None
    team: Group
    asker: Group
    decider: Group
    gap: str
    last: Answer
    # The first view of whoever decided, before they saw how others were decided; None where none was noted.
    leaned: Answer | None = None
    asked_more: bool = False
    escalated: bool = False
    replaced: bool = False
    begins: tuple[date, ...] = ()
    born: date | None = None
    died: date | None = None

    def group(self, by: By) -> Group:
        if by is By.GAP:
            return GAP_GROUPS[self.gap]
        return {By.TEAM: self.team, By.ASKER: self.asker, By.DECIDER: self.decider}[by]

    def followed(self, months: int, on: date) -> Followed:
        """Whether a plan began within so many months of the decision, as it is known on a day.

        Told of everybody only once the months are over, for who is on a plan again is known sooner than who
        is not.
        """
        if not are_over(self.day, months, on):
            return Followed.TOO_EARLY
        if any(is_within(self.day, begun, months) for begun in self.begins):
            return Followed.YES
        ends = [self.died, reaches(self.born, GROWN_UP) if self.born else None]
        left = any(end and (end < self.day or is_within(self.day, end, months)) for end in ends)
        return Followed.LEFT if left else Followed.NO


GAP_GROUPS = {band.key: Group(band.key, band.label) for band in GAPS}
PARTNER = Group("partner", "A partner agency, by its right")
NOBODY = Group("none", "Not recorded")


@dataclass(frozen=True)
class Share:
    """`part` of `whole`; `early` and `left` of the same are not counted in either."""

    part: int
    whole: int
    early: int = 0
    left: int = 0


@dataclass(frozen=True)
class Figure:
    """A share that can be opened: which decisions it is out of, and which it counts."""

    code: str
    words: str
    out_of: Callable[[Decided], bool]
    counts: Callable[[Decided, date], bool]
    months: int = 0

    def members(self, decisions: Iterable[Decided], on: date, part: str = "part") -> list[Decided]:
        """The decisions behind a part of it: counted ("part"), out of which ("whole"), "early" or "left"."""
        return [one for one in decisions if self.out_of(one) and self._is_in(one, on, part)]

    def share(self, decisions: Sequence[Decided], on: date) -> Share:
        numbers = [len(self.members(decisions, on, part)) for part in PARTS]
        return Share(*numbers)

    def _is_in(self, one: Decided, on: date, part: str) -> bool:
        told = one.followed(self.months, on) if self.months else Followed.YES
        if part in ("early", "left"):
            return told is (Followed.TOO_EARLY if part == "early" else Followed.LEFT)
        known = told in (Followed.YES, Followed.NO)
        return known and (part == "whole" or self.counts(one, on))


PARTS = {"part": "Counted", "whole": "Out of these", "early": "Too early to tell", "left": "Left before"}


def _is(*answers: Answer) -> Callable[[Decided, date], bool]:
    return lambda one, on: one.answer in answers


def _every(one: Decided) -> bool:
    return True


def _by_decider(one: Decided) -> bool:
    return one.answer is not Answer.PARTNER_RIGHT


def _began(months: int, wanted: Followed) -> Callable[[Decided, date], bool]:
    return lambda one, on: one.followed(months, on) is wanted


def _leaned(one: Decided) -> bool:
    return one.leaned is not None


def _otherwise(one: Decided, on: date) -> bool:
    return one.answer is not one.leaned


def _agreed(one: Decided) -> bool:
    return one.answer in AGREED and one.gap != RUNS


def _another(one: Decided) -> bool:
    return one.answer is Answer.ANOTHER_WAY and one.gap != RUNS


# Every decision, by what was decided first.
OUTCOMES = (
    Figure("agree", IN_SHORT[Answer.AGREE], _every, _is(Answer.AGREE)),
    Figure("agree_legal", IN_SHORT[Answer.AGREE_LEGAL], _every, _is(Answer.AGREE_LEGAL)),
    Figure("another_way", IN_SHORT[Answer.ANOTHER_WAY], _every, _is(Answer.ANOTHER_WAY)),
    Figure("partner", IN_SHORT[Answer.PARTNER_RIGHT], _every, _is(Answer.PARTNER_RIGHT)),
)
CHANGES = (
    Figure(
        "asked_more",
        "Decided after more information was asked for",
        _by_decider,
        lambda one, on: one.asked_more,
    ),
    Figure("escalated", "Decided after it was escalated", _by_decider, lambda one, on: one.escalated),
    Figure("otherwise", "Decided otherwise than at first leaned", _leaned, _otherwise),
    Figure(
        "otherwise_asked",
        "Decided otherwise than at first leaned, after more information was asked for",
        lambda one: _leaned(one) and one.asked_more,
        _otherwise,
    ),
    Figure("replaced", "Replaced by a later decision", _every, lambda one, on: one.replaced),
    Figure(
        "other_outcome",
        "Replaced, with another outcome",
        _every,
        lambda one, on: one.replaced and one.last is not one.answer,
    ),
    Figure(
        "overridden",
        "Another way decided, then a partner’s right used",
        lambda one: one.answer is Answer.ANOTHER_WAY,
        lambda one, on: one.last is Answer.PARTNER_RIGHT,
    ),
)
FOLLOWED = (
    Figure(
        "agreed_no_plan",
        f"Agreed, and no plan began within {SOON} months",
        _agreed,
        _began(SOON, Followed.NO),
        SOON,
    ),
    Figure(
        "refused_plan_soon",
        f"Another way, and a plan began within {SOON} months",
        _another,
        _began(SOON, Followed.YES),
        SOON,
    ),
    Figure(
        "refused_plan_late",
        f"Another way, and a plan began within {LATE} months",
        _another,
        _began(LATE, Followed.YES),
        LATE,
    ),
)
FIGURES: Mapping[str, Figure] = {one.code: one for one in (*OUTCOMES, *CHANGES, *FOLLOWED)}


@dataclass(frozen=True)
class Time:
    """Working days from raising to deciding: the middle and the longest of `number` that were counted."""

    number: int
    middle: float | None = None
    longest: int | None = None


def time_to_decide(decisions: Iterable[Decided]) -> Time:
    """Of what was decided here: a partner's right is none of the decider's time."""
    days = [one.days for one in decisions if one.days is not None and _by_decider(one)]
    return Time(len(days), median(days), max(days)) if days else Time(0)


def grouped(decisions: Iterable[Decided], by: By) -> dict[Group, list[Decided]]:
    """{group: its decisions}: by name, and bands of time in their order; never by how many or by a share."""
    found: dict[Group, list[Decided]] = {}
    for one in decisions:
        found.setdefault(one.group(by), []).append(one)
    return dict(sorted(found.items(), key=lambda item: _place(item[0], by)))


def _place(group: Group, by: By) -> tuple[bool, int, str, str]:
    place = [*GAP_GROUPS].index(group.key) if by is By.GAP else 0
    return group in (NOBODY, PARTNER), place, group.words.casefold(), group.key
