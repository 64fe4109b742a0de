"""On which day a plan's core group can have met. Pure."""

from datetime import date


def held_day_refused(held: date | None, began: date, ended: date | None, on: date) -> str:
    """Why a core group cannot have met on a day, as a sentence; nothing where it can."""
    if held is None:
        return "Enter the day the core group met"
    if held > on:
        return "The date of the core group cannot be in the future"
    if held <= began:
        return "The core group must have met after the conference that began the plan"
    if ended and held > ended:
        return "The plan had ended by then"
    return ""
