"""A line of the list of what may be done for a child, which every stage makes of its own acts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ChangeLine:
    """Something that may be done for a child: what, where, and what is said beside it."""

    text: str
    href: str
    note: str = ""
