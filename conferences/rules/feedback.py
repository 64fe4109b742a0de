"""What families, children and professionals are asked after a conference, and how it is counted. Pure.

Nothing here knows of a child, a meeting or a day: an answer is of a kind of giver, of a time of asking and of
a quarter. Answers are told of pools of whole quarters that are over, which never overlap, so that nobody
learns by taking one number from another (decision 0106).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from conferences.rules.suppression import Sum, suppress
from safeguarding.labelled import Labelled
from safeguarding.refusals import Problem
from safeguarding.wording import uk_month
from safeguarding.workingdays import add_days, add_months

LOWEST, HIGHEST = 1, 5
SCALE = tuple(range(LOWEST, HIGHEST + 1))
LONGEST_WORDS = 2000
MONTHS_IN_QUARTER = 3
# Neither letters nor numbers that are read as another, and no vowels: no word comes about.
ALPHABET = "23456789BCDFGHJKMNPQRTVWXZ"
CODE_LENGTH = 10
IN_FIVES = 5


class Giver(Labelled):
    """Who gives feedback. Groups are never counted together."""

    PARENT = "PARENT", "Parents and carers"
    CHILD = "CHILD", "Children and young people"
    PROFESSIONAL = "PROFESSIONAL", "Professionals"


class Wave(Labelled):
    """When they are asked: each counts apart."""

    SOON = "SOON", "Straight after"
    LATER = "LATER", "Two weeks later"


class Theme(Labelled):
    """What words are about, as their reader sees it."""

    TOLD = "TOLD", "Being told beforehand"
    REPORTS = "REPORTS", "Reports, and when they came"
    WORDS = "WORDS", "Words that are understood"
    SAFE = "SAFE", "Feeling safe"
    HEARD = "HEARD", "Being heard"
    PLAN = "PLAN", "The plan, and what comes after"
    PLACE = "PLACE", "The room, the time, the way there"
    OTHER = "OTHER", "Something else"


class Reading(Labelled):
    """What a reader decides of some words."""

    SHOWN = "SHOWN", "Show them"
    TELLS_WHO = "TELLS_WHO", "Do not show them: they tell who wrote, or whom they are about"
    HARM = "HARM", "Do not show them: somebody may be at risk, and it is passed on"
    NO_WORDS = "NO_WORDS", "Do not show them: they say nothing about a conference"


# The questions of each kind of giver, in their order: each has its column, and its words in every language.
QUESTIONS: dict[Giver, tuple[str, ...]] = {
    Giver.PARENT: ("told", "report", "clear", "safe", "heard", "plan"),
    Giver.CHILD: ("why", "chose", "heard", "safe", "result"),
    Giver.PROFESSIONAL: ("notice", "reports", "free", "family", "plan"),
}
MOST_QUESTIONS = max(map(len, QUESTIONS.values()))
NOTHING = "nothing"


def quarter_of(day: dt.date) -> dt.date:
    """The first day of the quarter of a day: the only time that an answer keeps."""
    return dt.date(day.year, (day.month - 1) // MONTHS_IN_QUARTER * MONTHS_IN_QUARTER + 1, 1)


def next_quarter(quarter: dt.date) -> dt.date:
    return add_months(quarter, MONTHS_IN_QUARTER)


def quarter_end(quarter: dt.date) -> dt.date:
    return add_days(next_quarter(quarter), -1)


def code_of(typed: str) -> str:
    """A code as it is kept, however it was typed: in small letters, with gaps."""
    return "".join(sign for sign in typed.upper() if sign.isalnum())[: CODE_LENGTH * 2]


def code_shown(code: str) -> str:
    """ABCDE FGHJK"""
    return " ".join(code[at : at + IN_FIVES] for at in range(0, len(code), IN_FIVES))


# ----- What is given ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Given:
    """What somebody gave back: a number of the scale for each question, or None; and words, or none."""

    scores: Mapping[str, int | None]
    words: str = ""


def given_problems(given: Given) -> list[Problem]:
    """Something must be there, and the words no longer than a page. The sentences are keys of the texts."""
    found = []
    if not given.words and not any(given.scores.values()):
        found.append(Problem("nothing", NOTHING))
    if len(given.words) > LONGEST_WORDS:
        found.append(Problem("too_long", "words"))
    return found


# ----- Pools of whole quarters -----------------------------------------------------------------------------


@dataclass(frozen=True)
class Pool:
    """Quarters that are counted together, from the first day to the last; with enough answers, or not yet."""

    from_date: dt.date
    to_date: dt.date
    returned: int
    offered: int
    is_enough: bool

    @property
    def words(self) -> str:
        """July to September 2018."""
        return f"{uk_month(self.from_date)} to {uk_month(self.to_date)}"


def pools(
    returned: Mapping[dt.date, int],
    offered: Mapping[dt.date, int],
    smallest: Callable[[dt.date], int],
    on: dt.date,
) -> list[Pool]:
    """The quarters that are over by `on`, the earliest first, each joined to the next until together they
    have as many answers as are told at the least. The last may not have them yet.
    """
    known = sorted({*returned, *offered})
    found: list[Pool] = []
    quarter = first = known[0] if known else quarter_of(on)
    back = out = 0
    while quarter < quarter_of(on):
        back, out = back + returned.get(quarter, 0), out + offered.get(quarter, 0)
        is_enough = back >= smallest(quarter_end(quarter))
        if is_enough:
            found.append(Pool(first, quarter_end(quarter), back, out, True))
            first, back, out = next_quarter(quarter), 0, 0
        quarter = next_quarter(quarter)
    if first < quarter:
        found.append(Pool(first, add_days(quarter, -1), back, out, False))
    return found


# ----- The spread of answers -------------------------------------------------------------------------------

ALL, LEFT_OUT = "all", "none"
PARTS = (*map(str, SCALE), LEFT_OUT)


@dataclass(frozen=True)
class Spread:
    """How many gave each answer to a question; None for what is hidden. `is_told` is False where all is."""

    question: str
    cells: Mapping[str, int | None]

    @property
    def is_told(self) -> bool:
        return any(count for count in self.cells.values())


def spread(question: str, scores: Iterable[int | None], smallest: int) -> Spread:
    """The answers of a pool to one question: no number below `smallest`, and none to be worked out."""
    cells = dict.fromkeys((*PARTS, ALL), 0)
    for score in scores:
        cells[str(score) if score else LEFT_OUT] += 1
        cells[ALL] += 1
    hidden = suppress(cells, [Sum(ALL, PARTS)], smallest=smallest)
    # How many there are in all stands above: where the sum must be hidden, so must every part.
    gone = set(PARTS) if ALL in hidden else hidden
    return Spread(question, {key: None if key in gone else cells[key] for key in PARTS})


def theme_counts(themes: Iterable[Iterable[str]], smallest: int) -> dict[Theme, int | None]:
    """How many words are about each theme, of those that are about any; None for a number that is hidden."""
    found = dict.fromkeys(Theme, 0)
    for several in themes:
        for theme in several:
            found[Theme(theme)] += 1
    cells = {theme.value: count for theme, count in found.items()}
    hidden = suppress(cells, smallest=smallest)
    return {theme: None if theme in hidden else count for theme, count in found.items() if count}
