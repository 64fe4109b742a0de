"""Words of a record that may be of another family: pasted from another child's, a name or a postcode stays.
Pure.

Wakefield (L): an address that was somebody else's stood in what went out, and nobody had looked for it. Two
words with capitals side by side may be a whole name; a first name alone is too common to say anything.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from conferences.rules.learning_names import Pair, is_name, pairs_in

POSTCODE = re.compile(r"(?<![^\W_])([A-Z]{1,2}[0-9][A-Z0-9]?)\s*([0-9][A-Z]{2})(?![^\W_])", re.IGNORECASE)


@dataclass(frozen=True)
class Strangers:
    """What is known of another family, each as it was typed."""

    names: tuple[str, ...] = ()
    postcodes: tuple[str, ...] = ()

    @property
    def sentences(self) -> list[str]:
        """One each, with the words as they were typed and no more: whose they are is not told."""
        names = [f"It has a name that is known of another family: “{one}”." for one in self.names]
        return [
            *names,
            *(f"It has a postcode that is known of another family: “{one}”." for one in self.postcodes),
        ]


def whole_names(*texts: str) -> list[Pair]:
    """Each two words side by side, both with a capital, that may be somebody's whole name (Wakefield, L)."""
    return [one for one in pairs_in(*texts) if all(word[0].isupper() for word in one.written.split())]


def postcodes_in(*texts: str) -> dict[str, str]:
    """{as it is recorded: as it was typed} of each postcode (Wakefield, L)."""
    found: dict[str, str] = {}
    for text in texts:
        for one in POSTCODE.finditer(text):
            found.setdefault(f"{one[1]} {one[2]}".upper(), one.group())
    return found


def known_of_others(pairs: Iterable[Pair], others: Collection[str], own: Collection[str]) -> list[str]:
    """The pairs that are a plain name of these `others`, and no name that belongs here (`own`), as they were
    typed (Wakefield, L).
    """
    found = (
        one.written
        for one in pairs
        if any(is_name(one, name) for name in others) and not any(is_name(one, name) for name in own)
    )
    return list(dict.fromkeys(found))
