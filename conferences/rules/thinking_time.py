"""The chair's thinking time: when it must be held, by whom, and the questions that help. Pure.

Source: Trafford 2018 and Research in Practice (L): look at the pattern, not at the latest incident.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from safeguarding.labelled import Labelled
from safeguarding.wording import uk_date

SHORTEST_MINUTES = 5
LONGEST_MINUTES = 480


class WaiverReason(Labelled):
    """Why a conference should go on without the thinking time it needs."""

    CANNOT_WAIT = "CANNOT_WAIT", "There was no time to think before the conference, and it cannot be put off"
    LATELY = "LATELY", "The chair held thinking time about this family not long ago"
    HANDED_OVER = "HANDED_OVER", "Another chair held thinking time, and has told this one what they concluded"
    NOT_NEEDED = "NOT_NEEDED", "The reason for which it is required does not apply to this family"
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
        "What has come back? What would you see with today’s incident hidden?",
    ),
    Prompt(
        "other_explanations",
        "What else might explain it?",
        "Three explanations: one kind to the family, one about us. What do we not know?",
    ),
    Prompt(
        "childs_life",
        "What is an ordinary day like for each child?",
        "Who wakes them? At home, at school, at night. Who do they turn to?",
    ),
    Prompt("strengths", "What works in this family?", "When did it work, and who saw it stop?"),
    Prompt(
        "good_enough",
        "What would good enough look like?",
        "Seen by whom? What may stay as it is?",
    ),
    Prompt(
        "professional_system",
        "How do we work together around this family?",
        "Who is missing, who is loudest? Where are we split, and what are we afraid of?",
    ),
    Prompt(
        "own_response",
        "How do you feel about this family, and how does that affect your view?",
        "Fear, hope, liking, tiredness. How do class, race, disability, gender and our power shape it?",
    ),
    Prompt(
        "change_mind",
        "What would change your mind?",
        "And if nothing changes in six months?",
    ),
)


class SessionKind(Labelled):
    """With whom somebody thinks. Source: Trafford 2018; Research in Practice."""

    ALONE = "ALONE", "Alone"
    GROUP = "GROUP", "In a group of chairs"
    PARTNERS = "PARTNERS", "With partner agencies"
    CONSULTANT = "CONSULTANT", "With a consultant or supervisor"


class ThinkingModel(Labelled):
    """The shape of a session (process 3). None need be followed."""

    BELLS = "BELLS", "Bells that Ring: presenter, consultant, observers, action planner"
    KOLB = "KOLB", "Kolb’s cycle: experience, reflection, analysis, action"
    REFLECTIVE = "REFLECTIVE", "A reflective group with a facilitator"
    DILEMMA = "DILEMMA", "Framing the dilemma, on one page"
    HYPOTHESES = "HYPOTHESES", "Hypotheses, as in a unit’s supervision"
    OWN = "OWN", "None of these"


# So many words in one row, the same on the file and in the private note, are hardly there by chance.
SHARED_WORDS = 10
WORD = re.compile(r"\w+")


def shared_run(private: Iterable[str], on_file: str) -> str:
    """The beginning of what stands word for word in a private text and on the file, where the same words run
    on for long; "" where none do. Capitals, spaces and signs are passed over.
    """
    known = {run for text in private for run in _runs(_words(text))}
    words = _words(on_file)
    return next((" ".join(run) for run in _runs(words) if run in known), "")


def _words(text: str) -> list[str]:
    return WORD.findall(text.casefold())


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[n : n + SHARED_WORDS]) for n in range(len(words) - SHARED_WORDS + 1))


def held_day_refused(held: date | None, raised: date, ended: date | None, on: date) -> str:
    """Why thinking time cannot have been held on a day, as a sentence; nothing where it can.

    `ended`: the day of the conference, or of the withdrawal, once it has come. A conference that was held
    before anybody asked for it counts as asked for by its day, and the thinking time before it as well.
    """
    if held is None:
        return "Enter the day it was held"
    raised = min(raised, ended) if ended else raised
    if held > on:
        return "The day it was held cannot be in the future"
    if held < raised:
        return f"The day it was held cannot be before it was requested, {uk_date(raised)}"
    if ended is not None and held > ended:
        return f"The day it was held cannot be after the conference or the request, {uk_date(ended)}"
    return ""


def waits_until(last: date, meets: date | None, on: date) -> date:
    """The last day on which a waiver helps: it lapses after `last`, and the conference does not wait for it.

    Once the conference was, it is waited for until it lapses: the record cannot be signed without it.
    """
    return last if meets is None or meets < on else min(last, meets)


def minutes_refused(minutes: int | None) -> str:
    """Why a length in minutes cannot be, as a sentence; nothing where it can."""
    if minutes is None:
        return "Enter how many minutes it took"
    if SHORTEST_MINUTES <= minutes <= LONGEST_MINUTES:
        return ""
    return f"How long it took must be {SHORTEST_MINUTES} to {LONGEST_MINUTES} minutes"


def holder_refused(by: int, booked_chair: tuple[int, str] | None, held_by: tuple[int, str] | None) -> str:
    """Why this chair may not hold it, nor change what was held, as a sentence; nothing where they may.

    Thinking time is its chair's own (process 3): who chairs the conference holds it, also where another chair
    did before it was handed over, and what that one held stays as they left it. Any chair holds it before one
    is booked; then only who held it adds to it.
    """
    if booked_chair is not None:
        if booked_chair[0] == by:
            return ""
        if held_by is not None and held_by[0] == by:
            return f"{booked_chair[1]} chairs this conference now, so what you held stays as it was."
        return f"{booked_chair[1]} chairs this conference, so only they can hold the thinking time."
    if held_by is not None and held_by[0] != by:
        return f"{held_by[1]} held this thinking time, so only they can change it."
    return ""
