"""How hard some words are to read: the age for them, their longest sentence, and words with a plainer one.

Advice to a writer, and never in anybody's way: GOV.UK (9) and Somerset (9 to 12) for the age, GOV.UK for 25
words a sentence; a formula misses jargon, so both are shown (documents.md 14, I). Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# Flesch and Kincaid's grade is a year at school.
GRADE_TO_AGE = 5
OLDEST_AGE, LONGEST_SENTENCE = 12, 25
# Sixty words of the work that a family may not know, each with a plainer one (I).
PLAINER = {
    "abscond": "go missing",
    "access to": "get",
    "to address": "sort out",
    "adhere": "keep to",
    "advocate": "someone who speaks up for you",
    "allegation": "what someone says happened",
    "appropriate": "right for (say what)",
    "assessment": "finding out",
    "attachment": "closeness",
    "boundaries": "house rules",
    "capacity": "able to",
    "case": "your family",
    "category": "main worry",
    "challenge": "ask hard questions",
    "chronology": "list of events",
    "commence": "start",
    "compliance": "doing what was agreed",
    "conference": "big meeting",
    "contact time": "family time",
    "contingency": "plan B",
    "core group": "small regular meeting",
    "cumulative": "adding up",
    "de-escalate": "calm down",
    "dissent": "disagree",
    "disclose": "tell",
    "disengage": "stop coming",
    "domestic abuse": "hurting or controlling at home",
    "early help": "extra support",
    "emotional harm": "being made to feel bad or scared",
    "engage": "meet and talk with",
    "escalate": "take to a manager",
    "evidence": "what shows it",
    "exposed to": "sees or hears",
    "facilitate": "help",
    "ICPC": "first big meeting",
    "implement": "do",
    "intervention": "help",
    "lead practitioner": "main worker",
    "legal planning": "talking to our lawyers",
    "liaise": "talk to",
    "minimise": "make it sound smaller",
    "monitor": "check (who, how often)",
    "multi-agency": "different services",
    "neglect": "not getting care needed",
    "non-engagement": "not meeting yet",
    "outcome": "what will be different",
    "placement": "where you live",
    "PLO": "last steps before court",
    "professionals": "workers",
    "protective factors": "things keeping you safe",
    "quorate": "enough services here",
    "refer": "ask (service) to help",
    "RCPC": "review meeting",
    "safeguard": "keep safe",
    "section 47": "safety check by law",
    "siblings": "brothers and sisters",
    "significant harm": "serious hurt",
    "statutory": "the law says",
    "step down": "less help needed",
    "threshold": "when we must act",
}
ENDS = "(?:s|es|d|ed|ing|n|r)?"


def _pattern(term: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(term)}{ENDS}\b", re.IGNORECASE)


PATTERNS = {term: _pattern(term) for term in PLAINER}


@dataclass(frozen=True)
class Reading:
    """What is told of some words: the reading age (None where nothing of them is a sentence), how many words
    their longest sentence has, and the words of the work in them, each with a plainer one.
    """

    age: float | None
    longest: int
    jargon: tuple[tuple[str, str], ...]


def reading_of(lines: Iterable[str]) -> Reading:
    """Of lines as they are read: what ends with no full stop (a name, an address, a day) is no sentence."""
    told = list(lines)
    read = [words for one in sentences(told) if (words := words_of(one))]
    whole = "\n".join(told)
    found = [(term, plain) for term, plain in PLAINER.items() if PATTERNS[term].search(whole)]
    return Reading(_age(read), max(map(len, read), default=0), tuple(found))


def sentences(lines: Iterable[str]) -> list[str]:
    """What is read as running text."""
    # A telephone number or a clock's point ends no sentence.
    every = (part.strip() for line in lines for part in re.split(r"(?<=[.?!])\s+|\n", line))
    return [part for part in every if part and part[-1] in ".?!"]


def syllables(word: str) -> int:
    bare = re.sub(r"(?:es|ed|e)$", "", word) or word
    return max(1, len(re.findall(r"[aeiouy]+", bare)))


def words_of(sentence: str) -> list[str]:
    return re.findall(r"[a-z]+(?:[’'-][a-z]+)*", sentence.lower())


def _age(read: Sequence[Sequence[str]]) -> float | None:
    if not read:
        return None
    count = sum(map(len, read))
    sounds = sum(syllables(word) for words in read for word in words)
    return 0.39 * count / len(read) + 11.8 * sounds / count - 15.59 + GRADE_TO_AGE
