"""The chair's thinking time: when it must be held, by whom, and the questions that help. Pure.

Source: Trafford 2018 and Research in Practice (L): look at the pattern, not at the latest incident.
"""

from dataclasses import dataclass
from datetime import date

from safeguarding.labelled import Labelled
from safeguarding.wording import uk_date

SHORTEST_MINUTES = 5
LONGEST_MINUTES = 480


class WaiverReason(Labelled):
    """Why a conference should go on without the thinking time it needs."""

    CANNOT_WAIT = "CANNOT_WAIT", "The conference cannot wait, and there was no time before it"
    LATELY = "LATELY", "The chair thought about this family lately"
    HANDED_OVER = "HANDED_OVER", "Another chair thought about it and handed it over"
    NOT_NEEDED = "NOT_NEEDED", "What it was required for is no question here"
    OTHER = "OTHER", "Another reason"


@dataclass(frozen=True)
class Prompt:
    """A question of the reflective note: the column it is kept in, its words, and a hint."""

    field: str
    question: str
    hint: str


PROMPTS: tuple[Prompt, ...] = (
    Prompt(
        "pattern",
        "What is the pattern, rather than the latest incident?",
        "What has come back? What happened after the last plan ended?",
    ),
    Prompt(
        "other_explanations",
        "What else might explain it?",
        "What would someone who disagrees with you say? What do we not know?",
    ),
    Prompt(
        "childs_life",
        "What is an ordinary day like for each child?",
        "At home, at school, at night. Who do they turn to?",
    ),
    Prompt(
        "own_response",
        "How do you feel about this family, and how does that affect your view?",
        "Hope, worry, liking, tiredness. Who in the network carries the most?",
    ),
)


def held_day_refused(held: date | None, raised: date, ended: date | None, on: date) -> str:
    """Why thinking time cannot have been held on a day, as a sentence; nothing where it can.

    `ended`: the day of the conference, or of the withdrawal, once it has come.
    """
    if held is None:
        return "Enter the day it was held"
    if held > on:
        return "The day it was held cannot be in the future"
    if held < raised:
        return f"The day it was held cannot be before it was requested, {uk_date(raised)}"
    if ended is not None and held > ended:
        return f"The day it was held cannot be after the conference or the request, {uk_date(ended)}"
    return ""


def minutes_refused(minutes: int | None) -> str:
    """Why a length in minutes cannot be, as a sentence; nothing where it can."""
    if minutes is None:
        return "Enter how many minutes it took"
    if SHORTEST_MINUTES <= minutes <= LONGEST_MINUTES:
        return ""
    return f"How long it took must be {SHORTEST_MINUTES} to {LONGEST_MINUTES} minutes"


def holder_refused(by: int, booked_chair: tuple[int, str] | None, held_by: tuple[int, str] | None) -> str:
    """Why this chair may not hold it, as a sentence; nothing where they may.

    The chair who is booked holds it, any chair before one is booked; once held, only who held it adds to it.
    """
    if held_by is not None and held_by[0] != by:
        return f"{held_by[1]} held this thinking time, so only they can change it."
    if held_by is None and booked_chair is not None and booked_chair[0] != by:
        return f"{booked_chair[1]} chairs this conference, so only they can hold the thinking time."
    return ""
