"""Whether a text of the unit's learning names somebody: one rule for the family that it was learned from, for
everybody on record and for who works here, whatever the capitals and accents. Pure.

A whole name (a given name beside a family name, either first) is asked about. A given name alone may be
another's, or no name at all: it is told of, and holds nothing up.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from conferences.rules.search import plain

SHORTEST = 3
WORDS = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
POSSESSIVE = re.compile(r"[’']s$")
# What ends a sentence, so that the next word begins with a capital whatever it is.
ENDS = re.compile(r"(?:^|[.!?:;\n“\"(•–-])\s*$")
# Given names that are more often a word of this field's texts: names only where nothing else calls for the
# capital, and of a known family only with one.
COMMON = """
    art bill bob case chance chase dawn dean drew faith frank grace grant hope hunter joy king law major mark
    mason max miles page pat prince ray read rich rob rose sky star sue will young
"""
# Written with a capital wherever they stand.
CAPITAL = (
    "april may june august summer autumn sunday christian israel jordan kent devon chester lincoln preston"
)
ALSO_WORDS, NEVER_ALONE = frozenset(COMMON.split()), frozenset(CAPITAL.split())


@dataclass(frozen=True)
class Pair:
    """Two words side by side that may be a name: `first` and `then` plain, as they are `written`; with a
    comma between them the family name comes first.
    """

    first: tuple[str, ...]
    then: tuple[str, ...]
    written: str
    has_comma: bool = False


def name_in(names: Iterable[str], *texts: str) -> str:
    """The first word of the texts that is part of a name of a known family, as it is written there, without
    the s of whose it is; "" where there is none.
    """
    known = {part for name in names for part in _parts(name) if len(part) >= SHORTEST}
    for text in texts:
        for word in WORDS.findall(text):
            is_word = plain(word) in ALSO_WORDS and word[0].islower()
            if _plain(word) in known and not is_word:
                return _written(word)
    return ""


def pairs_in(*texts: str) -> list[Pair]:
    """Each two words side by side of which one may be a given name and the other the family name, once."""
    found: dict[tuple[tuple[str, ...], tuple[str, ...], bool], Pair] = {}
    for text in texts:
        for one, other in pairwise(WORDS.finditer(text)):
            between = text[one.end() : other.start()].strip()
            words = [one.group(), other.group()]
            if between not in ("", ",") or not all(map(_is_long, words)):
                continue
            if between and not all(word[0].isupper() for word in words):
                continue
            first, then = (tuple(_plain(word).split()) for word in words)
            if not any(word[0].isupper() for word in words) and {*first, *then} & (ALSO_WORDS | NEVER_ALONE):
                continue
            written = _written(text[one.start() : other.end()])
            found.setdefault((first, then, bool(between)), Pair(first, then, written, bool(between)))
    return list(found.values())


def words_in(*texts: str) -> dict[str, str]:
    """{plain: as it is written} of each word that may be a given name alone: with a capital that no sentence
    begins with, or one that is no common word.
    """
    found: dict[str, str] = {}
    for text in texts:
        for match in WORDS.finditer(text):
            word = match.group()
            begins = bool(ENDS.search(text[: match.start()][-40:]))
            key = _plain(word)
            if len(key) < SHORTEST or not word[0].isupper() or key in NEVER_ALONE:
                continue
            for half in key.split() if not (begins and key in ALSO_WORDS) else ():
                found.setdefault(half, _written(word))
    return found


def by_word(pairs: Iterable[Pair]) -> dict[str, list[Pair]]:
    """Pairs under each of their words."""
    found: dict[str, list[Pair]] = {}
    for pair in pairs:
        for word in {*pair.first, *pair.then}:
            found.setdefault(word, []).append(pair)
    return found


def whole_name(under: Mapping[str, Collection[Pair]], plain_name: str) -> str:
    """The first of the pairs (by_word()) that is this plain name, as it is written; "" where none is."""
    known = plain_name.split()
    near = under.get(known[-1], ()) if known else ()
    return next((pair.written for pair in near if is_name(pair, plain_name)), "")


def is_name(pair: Pair, plain_name: str) -> bool:
    """Whether the two are of a plain name, one of them with its last word: given name and family name."""
    known = plain_name.split()
    words = {*pair.first, *pair.then}
    if not known or known[-1] not in words or not words <= set(known):
        return False
    return known[-1] in pair.first if pair.has_comma else True


def first_names(given_names: str) -> list[str]:
    """The plain words of given names that may stand alone for somebody."""
    return [word for word in plain(given_names).split() if len(word) >= SHORTEST]


def _is_long(word: str) -> bool:
    """A short word is no name, unless it has a capital."""
    return len(_plain(word)) >= SHORTEST or word[0].isupper()


def _parts(name: str) -> list[str]:
    """Each word of a name, and each half of a double one."""
    words = [_plain(word) for word in WORDS.findall(name)]
    return [*words, *(half for word in words for half in word.split())]


def _written(word: str) -> str:
    return POSSESSIVE.sub("", word)


def _plain(word: str) -> str:
    """As the search takes it, without capitals and accents, and without the s of whose it is."""
    return plain(_written(word))
