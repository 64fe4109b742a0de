"""Signs by which a text is another than it looks: those that nobody sees, and letters that look like others.
Pure.
"""

from __future__ import annotations

import re
import unicodedata

# Control characters, and the marks by which a text is read in another direction than it is written.
HIDDEN = re.compile(r"[\x00-\x09\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Those of no width: two names that differ by them alone look the same.
NO_WIDTH = re.compile(
    r"[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u2800\u3164"
    r"\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
)
# The alphabets that share the look of letters with ours.
ALIKE = frozenset(
    ["LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "COPTIC", "CHEROKEE", "LISU", "FULLWIDTH", "MATHEMATICAL"]
)
WORD_ENDS = re.compile(r"[\s\-‐–/.,;&()'’]+")


def is_unseen(text: str) -> bool:
    """Whether the text holds a sign that nobody sees."""
    return bool(HIDDEN.search(text) or NO_WIDTH.search(text))


def without_unseen(text: str, *, lines: bool) -> str:
    """The text as it is seen. Words in several `lines` keep the signs that join letters: an emoji’s parts,
    some scripts.
    """
    seen = HIDDEN.sub("", re.sub(r"[\t\x85]", " ", text))
    return seen if lines else NO_WIDTH.sub("", seen)


def is_mixed(text: str) -> bool:
    """Whether a word of the text has letters of two alphabets that look alike."""
    return any(len(_alphabets(word)) > 1 for word in WORD_ENDS.split(text) if not word.isascii())


def _alphabets(word: str) -> set[str]:
    return {unicodedata.name(letter, "").split(" ")[0] for letter in word if letter.isalpha()} & ALIKE
