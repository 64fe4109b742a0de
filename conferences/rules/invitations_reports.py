"""The reports of agencies: come or not, shown to the family or not, and chased. Pure.

R12 (L): that a report came to the unit, and that the family was shown it, are two facts, each with its day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from conferences.rules.invitations import Channel, Shown
from safeguarding.refusals import Problem, missing
from safeguarding.wording import uk_date


@dataclass(frozen=True)
class ReportTold:
    """When a report came to the unit, or why none comes; and when, how, by whom and in which language the
    family was shown it, or why it is not.
    """

    received_date: date | None = None
    none_why: str = ""
    shared_way: str = ""
    shared_date: date | None = None
    shared_by: str = ""
    shared_language: str = ""
    shared_how: str = ""
    unshared_why: str = ""

    @property
    def is_shown(self) -> bool:
        return self.shared_way not in ("", Shown.NEVER)


def report_problems(told: ReportTold, asked_on: date, on: date) -> list[Problem]:
    """What cannot be in what is told of a report on a day; `asked_on` is when its giver came on the list."""
    return [*_day_problems(told, asked_on, on), *_coming_problems(told), *_showing_problems(told)]


def _day_problems(told: ReportTold, asked_on: date, on: date) -> list[Problem]:
    found = []
    for field, day, what in (
        ("received_date", told.received_date, "Day the report came"),
        ("shared_date", told.shared_date, "Day the family was shown it"),
    ):
        if day and day > on:
            found.append(Problem(f"{what} must be today or earlier", field))
    if told.received_date and told.received_date < asked_on:
        sentence = f"Day the report came must be on or after {uk_date(asked_on)}, the day of the request"
        found.append(Problem(sentence, "received_date"))
    return found


def _coming_problems(told: ReportTold) -> list[Problem]:
    if told.received_date and told.none_why:
        return [Problem("Delete the day the report came, or the reason why none comes", "none_why")]
    if told.received_date is None and (told.shared_date or told.shared_way):
        return [Problem("Enter the day the report came, before how the family was shown it", "received_date")]
    return []


def _showing_problems(told: ReportTold) -> list[Problem]:
    if told.is_shown:
        found = missing(
            shared_date=(told.shared_date, "Enter the day the family was shown it"),
            shared_by=(told.shared_by, "Enter who showed it to the family"),
        )
    elif told.shared_date or told.shared_by or told.shared_language or told.shared_how:
        sentence = "Select how the family was shown it, or delete the day, who, the language and the words"
        found = [Problem(sentence, "shared_way")]
    else:
        found = []
    if told.shared_way == Shown.NEVER:
        found += missing(unshared_why=(told.unshared_why, "Enter why the family is not shown it"))
    elif told.unshared_why:
        found.append(
            Problem("Select that it will not be shown to them, or delete the reason", "unshared_why")
        )
    return found


@dataclass(frozen=True)
class ChaseTold:
    """How, when and to whom a report that has not come was asked for once more."""

    channel: Channel | None
    chased_date: date | None
    is_to_manager: bool = False
    whom: str = ""
    words: str = ""


def chase_problems(told: ChaseTold, asked_on: date, on: date) -> list[Problem]:
    """What cannot be in what is told of a chase on a day; `asked_on` is the day of the request."""
    found = missing(
        channel=(told.channel, "Select how they were chased"),
        chased_date=(told.chased_date, "Enter the day they were chased"),
    )
    if told.is_to_manager:
        found += missing(whom=(told.whom, "Enter the name of their manager"))
    if told.chased_date and told.chased_date > on:
        found.append(Problem("Day they were chased must be today or earlier", "chased_date"))
    if told.chased_date and told.chased_date < asked_on:
        sentence = f"Day they were chased must be on or after {uk_date(asked_on)}, the day of the request"
        found.append(Problem(sentence, "chased_date"))
    return found
