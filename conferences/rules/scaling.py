"""Views, scores and dissent about one child, each a line that begins with whose it is. Pure.

A score belongs to a person, a child and a meeting; it is shown with its reason beside the others', and there
is no average (Brighton, Norfolk, L). The chair decides, and a dissent stands beside the decision (City and
Hackney, L).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from conferences.rules.contributions import Contribution, Speaker, contributions
from safeguarding.refusals import Problem

LOWEST, HIGHEST = 0, 10
SCORE = re.compile(r"(10|[0-9])(?![0-9])[\s,.;:–-]*(.*)", re.DOTALL)
LIKE_SCORE = "“Sam: 4, it is quiet at night”"
LIKE_VIEW = "“Sam: a plan is needed, as nothing has changed”"
LIKE_DISSENT = "“Sam: I do not agree, as the school sees no harm”"


@dataclass(frozen=True)
class Score:
    """What one person scores, from 0 to 10, and why."""

    who: Speaker
    score: int
    why: str


def scores(text: str, speakers: Sequence[Speaker]) -> list[Score]:
    """The scores of a text, the family's first; lines that are none are left out."""
    return [one for one in map(_score, contributions(text, speakers)) if one is not None]


def _score(line: Contribution) -> Score | None:
    found = SCORE.fullmatch(line.words) if line.who else None
    return Score(line.who, int(found[1]), found[2].strip()) if found and line.who else None


def have_all_scored(found: Collection[Score], here: Collection[Speaker]) -> bool:
    """Whether everybody who is here has a score, and somebody is: until then nobody is shown another's."""
    return bool(here) and {one.who for one in found} >= set(here)


def line_problems(
    texts: dict[str, str], speakers: Sequence[Speaker], *, before_signing: bool = False
) -> list[Problem]:
    """What cannot be read of the texts `agency_views`, `scores` and `dissent`. Nothing is asked of them while
    nobody is recorded as having come, but before signing.
    """
    if not speakers and not before_signing:
        return []
    found = []
    for field, like in (("agency_views", LIKE_VIEW), ("dissent", LIKE_DISSENT)):
        strays = [one.words for one in contributions(texts[field], speakers) if one.who is None]
        if strays:
            found.append(
                Problem(f"Begin each line with a name of the attendance, as in {like}: {strays[0]}", field)
            )
    return [*found, *_score_problems(texts["scores"], speakers)]


def _line(one: Contribution) -> str:
    return f"{one.who.name}: {one.words}" if one.who else one.words


def _score_problems(text: str, speakers: Sequence[Speaker]) -> list[Problem]:
    lines = contributions(text, speakers)
    strays = [_line(one) for one in lines if _score(one) is None]
    if strays:
        words = (
            f"Write each score as a name of the attendance, a number from 0 to 10 and why, as in {LIKE_SCORE}"
        )
        return [Problem(f"{words}: {strays[0]}", "scores")]
    read = scores(text, speakers)
    unsaid = [f"Say why {one.who.name} scores {one.score}" for one in read if not one.why]
    twice = [one for one in read if sum(other.who == one.who for other in read) > 1]
    if twice:
        unsaid.append(f"{twice[0].who.name} has more than one score")
    return [Problem(words, "scores") for words in unsaid[:1]]
