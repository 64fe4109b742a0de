"""What may stand on a screen that everybody in the room reads. Pure.

Sussex (2025, L): what would put somebody in danger is kept from whoever must not read it; a confidential
address that was typed by mistake must not be read aloud by a screen before anybody sees the mistake.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from conferences.rules.contributions import Contribution
from conferences.rules.copies_places import has_place


def is_safe(words: str, hidden: Collection[str]) -> bool:
    """Whether no confidential address stands in words (Sussex, L)."""
    return not has_place(words, hidden)


def safe_lines(lines: Sequence[Contribution], hidden: Collection[str]) -> list[Contribution]:
    """The lines in which none stands (Sussex, L); no line, where one stands across several."""
    safe = [one for one in lines if is_safe(_all_of(one), hidden)]
    return safe if is_safe("\n".join(map(_all_of, safe)), hidden) else []


def _all_of(one: Contribution) -> str:
    return f"{one.who.name}: {one.words}" if one.who else one.words
