"""Words that may be names of people, in a line beside the texts in which they stand."""

from __future__ import annotations

from collections.abc import Sequence

from safeguarding.wording import joined

MOST = 12


def alone_line(names: Sequence[str]) -> str:
    """What is said once a text is saved; "" where nothing was found."""
    if not names:
        return ""
    verb, kind = ("are", "given names") if len(names) > 1 else ("is", "a given name")
    return f"{_quoted(names)} {verb} {kind} of people on record or at work here. Does the text name somebody?"


def paper_line(names: Sequence[str]) -> str:
    """What is said above what leaves the unit; "" where nothing was found."""
    if not names:
        return ""
    return f"Look for these words before you send this on, for they may be names of people: {_quoted(names)}."


def _quoted(names: Sequence[str]) -> str:
    shown = [f"“{name}”" for name in names[:MOST]]
    more = len(names) - len(shown)
    return joined([*shown, f"{more} more"] if more else shown)
