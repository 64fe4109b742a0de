"""Whether a text of the unit's learning names somebody of a family: whole words, whatever their capitals
and accents. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from conferences.rules.search import plain

SHORTEST = 3
WORDS = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


def name_in(names: Iterable[str], *texts: str) -> str:
    """The first word of the texts that is part of a name, as it is written there; "" where there is none."""
    known = {part for name in names for part in _parts(name) if len(part) >= SHORTEST}
    for text in texts:
        for word in WORDS.findall(text):
            if _plain(word) in known:
                found: str = word
                return found
    return ""


def whole_names(*texts: str) -> dict[tuple[str, ...], str]:
    """{the words of two that stand side by side, plain: as they are written}: what may be a name."""
    found: dict[tuple[str, ...], str] = {}
    for text in texts:
        for one, other in pairwise(WORDS.finditer(text)):
            written = text[one.start() : other.end()]
            words = tuple(_plain(f"{one.group()} {other.group()}").split())
            is_apart = text[one.end() : other.start()].strip()
            if not is_apart and all(len(word) >= SHORTEST for word in words):
                found.setdefault(words, written)
    return found


def is_name(words: Sequence[str], plain_name: str) -> bool:
    """Whether all the words are of a plain name, one of them its last: a given name and the family name."""
    known = plain_name.split()
    return known[-1:] != [] and known[-1] in words and set(words) <= set(known)


def _parts(name: str) -> list[str]:
    """Each word of a name, and each half of a double one."""
    words = [_plain(word) for word in WORDS.findall(name)]
    return [*words, *(half for word in words for half in word.split())]


def _plain(word: str) -> str:
    """As the search takes it, without capitals and accents, and without the s of whose it is."""
    return plain(re.sub(r"[’']s$", "", word))
