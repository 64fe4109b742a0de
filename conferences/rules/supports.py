"""What help may have been tried for a child, how far it came, and which days it cannot have. Pure.

The kinds and the reasons are built from what councils ask about before a repeat plan, and from what
commissioned services report (L): help is counted from its offer, so that waiting is not failing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from conferences.rules.children import Birth, is_long_before
from safeguarding.labelled import Labelled
from safeguarding.refusals import Problem, missing


class SupportKind(Labelled):
    """What was tried. A child in need plan has a record of its own."""

    FAMILY_GROUP_CONFERENCE = "FAMILY_GROUP_CONFERENCE", "Family group conference"
    EARLY_HELP = "EARLY_HELP", "Early help plan"
    LEGAL_GATEWAY = "LEGAL_GATEWAY", "Legal gateway meeting"
    PRE_PROCEEDINGS = "PRE_PROCEEDINGS", "Pre-proceedings (PLO)"
    SERVICE = "SERVICE", "Commissioned service"
    OTHER = "OTHER", "Other named support"


class Uptake(Labelled):
    """How far it came."""

    TAKEN_UP = "TAKEN_UP", "It was taken up"
    DECLINED = "DECLINED", "It was declined"
    NEVER_STARTED = "NEVER_STARTED", "It never started"
    WAITING = "WAITING", "It is offered and has not started yet"


class WhyNot(Labelled):
    """Why it was declined, or never started: the family's reasons, ours and the service's alike."""

    NOT_WANTED = "NOT_WANTED", "The family did not want it"
    NOT_FITTING = "NOT_FITTING", "The day, place, travel or language did not fit"
    NO_PLACE = "NO_PLACE", "No place was free, or the wait was too long"
    NOT_ELIGIBLE = "NOT_ELIGIBLE", "The family did not meet the service’s conditions"
    NOT_FOLLOWED_UP = "NOT_FOLLOWED_UP", "We did not follow it up"
    NOT_SAFE = "NOT_SAFE", "It was not safe to go on with it"
    OVERTAKEN = "OVERTAKEN", "Something else took its place"
    NOT_KNOWN = "NOT_KNOWN", "Not known"
    OTHER = "OTHER", "Another reason"


class DidChange(Labelled):
    """Whether it changed what it was to change."""

    YES = "YES", "Yes"
    PARTLY = "PARTLY", "Partly"
    NO = "NO", "No"
    NOT_KNOWN = "NOT_KNOWN", "Not known, or not yet"


class KnownFrom(Labelled):
    """Where it is known from."""

    OURS = "OURS", "Our own papers"
    FAMILY = "FAMILY", "The family"
    SERVICE = "SERVICE", "The service or a partner agency"
    AUTHORITY = "AUTHORITY", "Another authority’s papers"


NAMED = (SupportKind.SERVICE, SupportKind.OTHER)
NOT_BEGUN = (Uptake.DECLINED, Uptake.NEVER_STARTED)
DAYS = {
    "offered_date": "The day it was offered",
    "started_date": "The day it started",
    "ended_date": "The day it ended",
}


@dataclass(frozen=True)
class Told:
    """One support as typed. `name` is that of a service or of other support; None where nothing is chosen."""

    kind: str | None
    uptake: str | None
    known_from: str | None
    aim: str
    name: str = ""
    offered_date: date | None = None
    started_date: date | None = None
    ended_date: date | None = None
    why_not: str = ""
    why_words: str = ""
    did_change: str = ""

    @property
    def fitting(self) -> Told:
        """Without what belongs to another answer: a page without scripts shows every field."""
        name = self.name.strip() if self.kind in NAMED else ""
        if self.uptake == Uptake.TAKEN_UP:
            return replace(self, name=name, why_not="", why_words="")
        words = self.why_words.strip() if self.why_not == WhyNot.OTHER else ""
        if self.uptake in NOT_BEGUN:
            return replace(self, name=name, why_words=words, did_change="")
        return replace(self, name=name, why_not="", why_words="", did_change="")


def problems(told: Told, *, births: Mapping[str, Birth | None], on: date) -> list[Problem]:
    """What is missing, and what cannot be, each beside its field. `births` by the child's name."""
    needed = missing(
        kind=(told.kind, "Select what was tried"),
        uptake=(told.uptake, "Select how far it came"),
        aim=(told.aim, "Enter what it was to change"),
        known_from=(told.known_from, "Select where it is known from"),
    )
    if told.kind in NAMED:
        needed += missing(name=(told.name, "Enter the name of the service or support"))
    return [*needed, *_answer_problems(told), *_day_problems(told, births, on)]


def _answer_problems(told: Told) -> list[Problem]:
    """What its uptake asks for."""
    if told.uptake in NOT_BEGUN:
        found = missing(why_not=(told.why_not, "Select why it was not taken up"))
        if told.why_not == WhyNot.OTHER:
            found += missing(why_words=(told.why_words, "Enter the reason"))
        return found + _days_of_none(told)
    if told.uptake == Uptake.TAKEN_UP:
        return missing(did_change=(told.did_change, "Select whether it changed this"))
    if told.uptake == Uptake.WAITING:
        return missing(offered_date=(told.offered_date, "Enter the day it was offered")) + _days_of_none(told)
    return []


def _days_of_none(told: Told) -> list[Problem]:
    """What was not begun has neither of these days."""
    given = [name for name in ("started_date", "ended_date") if getattr(told, name)]
    return [Problem("It was not taken up, so leave this day empty", name) for name in given]


def _day_problems(told: Told, births: Mapping[str, Birth | None], on: date) -> list[Problem]:
    found = [sentence for name in DAYS if (sentence := _day_refused(told, name, births, on))]
    if found:
        return found
    given = [(name, getattr(told, name)) for name in DAYS if getattr(told, name)]
    return [
        Problem(f"{DAYS[name]} must be the day it {_verb(before)} or later", name)
        for (before, first), (name, day) in zip(given, given[1:], strict=False)
        if day < first
    ]


def _verb(name: str) -> str:
    return DAYS[name].removeprefix("The day it ")


def _day_refused(told: Told, name: str, births: Mapping[str, Birth | None], on: date) -> Problem | None:
    day = getattr(told, name)
    if day is None:
        return None
    if day > on:
        return Problem(f"{DAYS[name]} must be today or earlier", name)
    for child, birth in births.items():
        if birth and is_long_before(day, birth.day):
            whose = f"{child}’s" if len(births) > 1 else "the child’s"
            return Problem(f"{DAYS[name]} is long before {whose} {birth.words}", name)
    return None


def goes_on(uptake: str, ended: date | None, did_change: str) -> bool:
    """Whether more is to come of it: it waits, or how it ended and what it changed is not all known."""
    if uptake == Uptake.WAITING:
        return True
    return uptake == Uptake.TAKEN_UP and (ended is None or did_change == DidChange.NOT_KNOWN)
