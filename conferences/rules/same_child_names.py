"""How near two names are: what people do to a name between two records of one child. Pure.

Names come as the search compares them: small letters, no accents or apostrophes, a space for a hyphen.
"""

from __future__ import annotations

from dataclasses import dataclass

from conferences.rules.short_names import is_form_of
from safeguarding.wording import upper_first

FEWEST_LETTERS = 4
"""In a shorter name another letter makes another name: Tia and Mia."""
WORDS = (
    "unknown, null, none, na, n a, tbc, tba, nk, nil, unnamed, unborn, baby, baby boy, baby girl, nokn, test,"
    " xx, xxx, not known, not given, not yet named, no name, to be confirmed"
)
PLACEHOLDERS = frozenset(WORDS.split(", "))
"""Words that stand where a name should, and name nobody."""


@dataclass(frozen=True)
class Name:
    """Given names and family name; `is_present` is false for a name the child had or also goes by."""

    given: str
    family: str
    is_present: bool = True

    @property
    def known_given(self) -> str:
        return "" if self.given in PLACEHOLDERS else self.given

    @property
    def known_family(self) -> str:
        return "" if self.family in PLACEHOLDERS else self.family


@dataclass(frozen=True)
class Nearness:
    """How many differences there are between two names, and what they are, in sentences."""

    differences: int
    words: tuple[str, ...]


def nearness(one: Name, other: Name) -> Nearness | None:
    """How near two whole names are; None where they are two names, or one of them is none."""
    mine, theirs = (one.known_given, one.known_family), (other.known_given, other.known_family)
    if not all((*mine, *theirs)):
        return None
    straight = _compare(mine, theirs)
    turned = _compare(mine, (theirs[1], theirs[0]))
    if turned is not None:
        why = "Given name and family name have changed places."
        turned = Nearness(turned.differences + 1, (why, *(turned.words if turned.differences else ())))
    return min((way for way in (straight, turned) if way), key=lambda way: way.differences, default=None)


def families_near(one: str, other: str) -> bool:
    """Whether two family names are the same, or one is a part of the other or a letter away."""
    return bool(one and other) and _family(one, other) is not None


def one_letter_apart(one: str, other: str) -> bool:
    """Whether one letter was changed, left out or put in, or two letters beside each other changed places."""
    if one == other or max(len(one), len(other)) < FEWEST_LETTERS or abs(len(one) - len(other)) > 1:
        return False
    if not (one + other).isalpha():
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return True
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def _compare(one: tuple[str, str], other: tuple[str, str]) -> Nearness | None:
    if one == other:
        return Nearness(0, ("The names are the same.",))
    if _joined(" ".join(one)) == _joined(" ".join(other)):
        return Nearness(0, ("The names differ only in where a space or a hyphen stands.",))
    given, family = _given(one[0], other[0]), _family(one[1], other[1])
    if given is None or family is None:
        return None
    words = tuple(word for word in (given, family) if word)
    return Nearness(len(words), words)


def _given(one: str, other: str) -> str | None:
    """What is different between given names: "" for nothing, None for two names."""
    if _joined(one) == _joined(other):
        return ""
    short, long = sorted((one, other), key=lambda name: len(name.split()))
    if _is_part(short, long):
        return "One record has a given name more."
    first, last = one.split()[0], other.split()[0]
    if is_form_of(first, last) and _rest_is_part(one, other):
        return f"{upper_first(first)} and {upper_first(last)} can be one given name."
    if one_letter_apart(_joined(one), _joined(other)) or (
        one_letter_apart(first, last) and _rest_is_part(one, other)
    ):
        return "The given names are one letter apart."
    return None


def _family(one: str, other: str) -> str | None:
    """As _given(), of family names."""
    if _joined(one) == _joined(other):
        return ""
    short, long = sorted((one, other), key=lambda name: len(name.split()))
    if _is_part(short, long):
        return "One family name is a part of the other."
    if one_letter_apart(_joined(one), _joined(other)):
        return "The family names are one letter apart."
    return None


def _rest_is_part(one: str, other: str) -> bool:
    mine, theirs = set(one.split()[1:]), set(other.split()[1:])
    return mine <= theirs or theirs <= mine


def _is_part(short: str, long: str) -> bool:
    """Whether all the words of a name stand in a longer one, some perhaps joined."""
    words = long.split()
    if set(short.split()) <= set(words):
        return True
    runs = {"".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)}
    return _joined(short) in runs


def _joined(name: str) -> str:
    return name.replace(" ", "")
