"""How a due date stands, in a word with a colour: late, near, or with days left."""

from __future__ import annotations

from datetime import date

from conferences.rules.timelimits import standing
from safeguarding.bankholidays import england
from safeguarding.pagekit.components import Tag
from safeguarding.workingdays import OutsideCalendar

NEAR_WORKING_DAYS = 3


def due_tag(due: date, on: date) -> Tag | None:
    """3 working days left, in yellow; none where the bank holidays are not known."""
    try:
        left = england().between(on, due)
        words = standing(due, on, england())
    except OutsideCalendar:
        return None
    if due < on:
        return Tag(words, "red")
    return Tag(words, "yellow" if left <= NEAR_WORKING_DAYS else "blue")
