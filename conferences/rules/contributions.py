"""What was said of the whole family, under the headings of a restorative conference, and who said it. Pure.

Source of the headings: Portsmouth's restorative frame, Ealing and Southwark (L).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

# Each text of the common part of a record, in the order of the meeting.
FRAME = (
    "what_happened",
    "who_affected",
    "working_well",
    "worried_about",
    "family_view",
    "must_change",
    "family_will",
    "support_asked",
)
# What stands before a colon further along its line is no name.
LONGEST_NAME = 80


@dataclass(frozen=True)
class Speaker:
    """Somebody who took part, as the attendance names them."""

    name: str
    role: str
    is_family: bool
    # A child of the meeting, whom the attendance need not name.
    is_child: bool = False


@dataclass(frozen=True)
class Contribution:
    """One line under a heading. `who` is None where nobody is named."""

    words: str
    who: Speaker | None = None


def contributions(text: str, speakers: Sequence[Speaker]) -> list[Contribution]:
    """The lines of a text, the family's first, then the others', in the order in which they were written.

    "Ann: I am tired" is Ann's where the attendance has one such person, by the name, its first word or the
    role; any other line stays whole.
    """
    lines = [_read(line.strip(), speakers) for line in text.splitlines() if line.strip()]
    return sorted(lines, key=lambda one: not (one.who and one.who.is_family))


def _read(line: str, speakers: Sequence[Speaker]) -> Contribution:
    before, colon, words = line.partition(":")
    who = _who(before.strip().casefold(), speakers) if colon and len(before) <= LONGEST_NAME else None
    return Contribution(words.strip(), who) if who and words.strip() else Contribution(line)


def _who(called: str, speakers: Sequence[Speaker]) -> Speaker | None:
    """The one whom these words name, of the attendance before the children; None where they name nobody, or
    several.
    """
    for are_children in (False, True):
        for named in (_name, _first_name, _role):
            found = [one for one in speakers if one.is_child is are_children and named(one) == called]
            if found:
                return found[0] if called and len(found) == 1 else None
    return None


def _name(one: Speaker) -> str:
    return one.name.casefold()


def _first_name(one: Speaker) -> str:
    return one.name.partition(" ")[0].casefold()


def _role(one: Speaker) -> str:
    return one.role.casefold()
