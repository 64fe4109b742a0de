"""What may be told of a plan that a child had with another authority. Pure.

Source: CIN census N00116 (C): a plan counts as an earlier one wherever it was; its dates are often not known.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from conferences.rules.children import Birth, is_long_before
from safeguarding.refusals import Problem, missing


@dataclass(frozen=True)
class Told:
    """A plan as typed. `authority` is None where none was chosen, "" for one outside England, whose name is
    then needed.
    """

    authority: str | None
    authority_name: str
    start_date: date | None
    end_date: date | None
    category: str
    how_known: str


def problems(told: Told, *, birth: Birth | None, on: date) -> list[Problem]:
    """What is missing, and what cannot be, each beside its field."""
    needed = missing(
        authority=(None if told.authority is None else "chosen", "Select the authority"),
        how_known=(told.how_known, "Enter how the plan is known"),
    )
    if told.authority == "":
        needed += missing(authority_name=(told.authority_name, "Enter the name of the authority or country"))
    return [*needed, *_days(told, birth, on)]


def _days(told: Told, birth: Birth | None, on: date) -> list[Problem]:
    found = []
    for field, day in (("start_date", told.start_date), ("end_date", told.end_date)):
        named = "The day it began" if field == "start_date" else "The day it ended"
        if day and day > on:
            found.append(Problem(f"{named} must be today or earlier", field))
        elif day and birth and is_long_before(day, birth.day):
            found.append(Problem(f"{named} is long before the child’s {birth.words}", field))
    if told.start_date and told.end_date and told.end_date < told.start_date:
        found.append(Problem("The day it ended must be the day it began or later", "end_date"))
    return found
