"""Whether a name, an address or a postcode stands in a text that somebody typed. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable


def has_name(words: str, names: Iterable[str]) -> bool:
    """Whether one of these names stands in a text by itself: Ann does not stand in Hannah."""
    return any(_names(words, one.casefold()) for one in names if one)


def _names(words: str, name: str) -> bool:
    return re.search(rf"\b{re.escape(name)}\b", words.casefold()) is not None


def has_place(words: str, places: Iterable[str]) -> bool:
    """Whether a part of an address, or a postcode, stands in a text, however it is spaced or written. By
    itself: 1 Elm Road is not 21 Elm Road.
    """
    text = words.casefold()
    return any(_stands(one, text) for one in {_bare(place) for place in places} - {""})


def _stands(bare: str, text: str) -> bool:
    letters = r"[\W_]*".join(map(re.escape, bare))
    return re.search(rf"(?<!\w){letters}(?!\w)", text) is not None


def _bare(words: str) -> str:
    return re.sub(r"[\W_]", "", words.casefold())
