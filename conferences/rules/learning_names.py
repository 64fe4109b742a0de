"""Whether a text of the unit's learning names somebody of a family: whole words, whatever their capitals
and accents. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

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


def _parts(name: str) -> list[str]:
    """Each word of a name, and each half of a double one."""
    words = [_plain(word) for word in WORDS.findall(name)]
    return [*words, *(half for word in words for half in word.split())]


def _plain(word: str) -> str:
    """As the search takes it, without capitals and accents, and without the s of whose it is."""
    return plain(re.sub(r"[’']s$", "", word))
