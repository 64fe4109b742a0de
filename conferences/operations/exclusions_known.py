"""What somebody knows of an exclusion: that they are excluded, or that it stands no more."""

from __future__ import annotations

from typing import Any

from conferences.models import Exclusion
from conferences.rules.exclusions import EXCLUDED

UNTOLD = {"told_how": "", "told_date": None, "told_by": None, "told_at": None}
NOT_LET_IN = dict.fromkeys(("let_in_how", "let_in_not"), "") | dict.fromkeys(
    ("let_in_date", "let_in_by", "let_in_at")
)


def known_before(held: Exclusion, answer: str) -> dict[str, Any]:
    """What is left of the tellings where something else is decided (`answer`): nobody was told of that, and
    whoever was told before, and not that it stands no more, knows what stood then.
    """
    rest: dict[str, Any] = dict(UNTOLD)
    if held.told_date:
        rest |= {"was_told_date": held.told_date}
    if answer in EXCLUDED:
        rest |= NOT_LET_IN
        if held.let_in_date:
            rest |= {"was_told_date": None}
    return rest
