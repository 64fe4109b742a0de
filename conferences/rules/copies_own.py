"""A child's own version of a record: why none will be given, and what is told of giving one. Pure."""

from __future__ import annotations

from safeguarding.labelled import Labelled
from safeguarding.refusals import Problem, missing


class NoOwn(Labelled):
    """Why a child who is old enough is given no version of their own (our own: no source lists reasons)."""

    UNDERSTANDING = "UNDERSTANDING", "They would not understand it yet"
    DECLINED = "DECLINED", "They did not want it"
    HARM = "HARM", "It would harm them"
    NOBODY = "NOBODY", "Nobody could be found to give it to them"


# What says nothing by itself: what the harm is, and who was asked until when.
WITH_WORDS = (NoOwn.HARM, NoOwn.NOBODY)
WORDS_FOR = {
    NoOwn.HARM: "Enter what harm it would do, and who thinks so",
    NoOwn.NOBODY: "Enter who was asked to give it, and until which day",
}
WHO_SAT = "Enter who sat with the child"


def none_problems(reason: NoOwn | None, words: str) -> list[Problem]:
    """What is missing where somebody says that a child is given no version of their own."""
    if reason is None:
        return [Problem("Select why none will be given", "reason")]
    return missing(words=(words.strip(), WORDS_FOR[reason])) if reason in WITH_WORDS else []
