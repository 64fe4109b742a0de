"""The three follow-ups after a plan ended, and the day on which one can have been held. Pure."""

from datetime import date

from safeguarding.labelled import Labelled
from safeguarding.wording import uk_date


class Which(Labelled):
    """Which of the three; each has its own local limit in months."""

    FIRST = "FIRST", "First follow-up"
    SECOND = "SECOND", "Second follow-up"
    THIRD = "THIRD", "Third follow-up"


def held_day_refused(held: date | None, ended: date, on: date) -> str:
    """Why a follow-up cannot have been held on a day, as a sentence; nothing where it can."""
    if held is None:
        return "Enter the day of the follow-up"
    if held > on:
        return "The day of the follow-up cannot be in the future"
    if held <= ended:
        return f"The follow-up must be after the plan ended, {uk_date(ended)}"
    return ""
