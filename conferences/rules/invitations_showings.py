"""The reports of agencies as each of the family was shown them. Pure.

R12 (L): the family is shown each report before the conference. Of two parents who live apart one may have
been shown it and the other not, so it is told of each (decision 0155).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from safeguarding.labelled import Labelled
from safeguarding.refusals import Problem, missing
from safeguarding.wording import uk_date


class ShowingWay(Labelled):
    """How one of the family was shown a report, or why not."""

    GIVEN = "GIVEN", "It was handed to them"
    READ = "READ", "It was read through with them"
    SENT = "SENT", "It was sent to them"
    DECLINED = "DECLINED", "They did not want to read it"
    NOT_THEIRS = "NOT_THEIRS", "It is not for them to see"


SHOWN = (ShowingWay.GIVEN.value, ShowingWay.READ.value, ShowingWay.SENT.value)


@dataclass(frozen=True)
class ShowingTold:
    """How, when, by whom and in which language somebody was shown a report; or that they are not, and why."""

    way: ShowingWay | None
    shown_date: date | None
    shown_by: str = ""
    language: str = ""
    words: str = ""

    @property
    def is_shown(self) -> bool:
        return self.way in SHOWN


def showing_problems(told: ShowingTold, asked_on: date, on: date) -> list[Problem]:
    """What cannot be in what is told of a showing on a day; `asked_on` is the day of the request."""
    found = missing(
        way=(told.way, "Select how they were shown it"),
        shown_date=(told.shown_date, "Enter the day they were shown it"),
    )
    if told.is_shown:
        found += missing(shown_by=(told.shown_by, "Enter who showed it to them"))
    elif told.way and told.language:
        found.append(Problem("Delete the language: nobody was shown it", "language"))
    if told.way is ShowingWay.NOT_THEIRS:
        found += missing(words=(told.words, "Enter why it is not for them to see"))
    if told.shown_date and told.shown_date > on:
        found.append(Problem("Day they were shown it must be today or earlier", "shown_date"))
    if told.shown_date and told.shown_date < asked_on:
        sentence = f"Day they were shown it must be on or after {uk_date(asked_on)}, the day of the request"
        found.append(Problem(sentence, "shown_date"))
    return found


@dataclass(frozen=True)
class ReportShown:
    """How a report stands with the family: since which day all of them were shown it, None while one was
    not; and whether nobody is to be shown it.
    """

    day: date | None = None
    is_never: bool = False

    @property
    def is_settled(self) -> bool:
        return self.day is not None or self.is_never


def shown_to_all(readers: Collection[Collection[tuple[str, date]]]) -> ReportShown:
    """R12 (L): a report that came was shown once each reader was shown it, did not want to read it, or is not
    to see it; on the day of the last of those who are. Of each reader: the ways and days told of them.
    """
    if not readers or not all(readers):
        return ReportShown()
    days = [
        min(own) for told in readers if (own := [day for way, day in told if way != ShowingWay.NOT_THEIRS])
    ]
    return ReportShown(max(days)) if days else ReportShown(is_never=True)
