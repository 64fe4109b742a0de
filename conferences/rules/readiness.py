"""How ready a conference is: what must be there by which day, whose it is, and how it stands. Pure.

Working Together 2018 and 2023 (S) for the chair’s contact and the children’s words; R12 for reports, R16 for
a quorum, R21 for exclusions. By how many working days before it each is there is local (L), and comes in as
its number. What makes each part ready: conferences.rules.readiness_parts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from conferences.rules import readiness_parts as parts
from conferences.rules.readiness_parts import Facts, Numbers, State, Verdict
from safeguarding.labelled import Labelled
from safeguarding.rights import Role
from safeguarding.wording import sentence
from safeguarding.workingdays import Calendar, OutsideCalendar


class Part(Labelled):
    """What must be ready before a conference, in the order of a page."""

    FAMILY = "FAMILY", "The family is invited in writing"
    CHILDREN = "CHILDREN", "The children are invited"
    AGENCIES = "AGENCIES", "The agencies are invited"
    QUORUM = "QUORUM", "Enough agencies come"
    REPORTS = "REPORTS", "The agencies’ reports are here"
    SHARED = "SHARED", "The family was shown the reports"
    NEEDS = "NEEDS", "What people need to take part"
    CONTACT = "CONTACT", "The chair’s contact with the family and the children"
    VIEWS = "VIEWS", "The children’s own words"
    EXCLUSIONS = "EXCLUSIONS", "Who is excluded"
    ROOM = "ROOM", "The room fits"
    MINUTES = "MINUTES", "Somebody takes the minutes"
    THINKING = "THINKING", "Thinking time"


# Whose each is: who does it, or sees that it is done.
OWNERS = {
    Part.FAMILY: Role.BUSINESS_SUPPORT,
    Part.CHILDREN: Role.BUSINESS_SUPPORT,
    Part.AGENCIES: Role.BUSINESS_SUPPORT,
    Part.QUORUM: Role.CHAIR,
    Part.REPORTS: Role.BUSINESS_SUPPORT,
    Part.SHARED: Role.SOCIAL_WORKER,
    Part.NEEDS: Role.BUSINESS_SUPPORT,
    Part.CONTACT: Role.CHAIR,
    Part.VIEWS: Role.SOCIAL_WORKER,
    Part.EXCLUSIONS: Role.CHAIR,
    Part.ROOM: Role.BUSINESS_SUPPORT,
    Part.MINUTES: Role.BUSINESS_SUPPORT,
    Part.THINKING: Role.CHAIR,
}


@dataclass(frozen=True)
class Ready:
    """How one part stands: why, whose it is, by when, and the working days left (less than 0: past)."""

    part: Part
    state: State
    words: str
    owner: Role
    due: date
    left: int

    @property
    def is_open(self) -> bool:
        return self.state in (State.LATE, State.WAITING, State.UNKNOWN)


def readiness(facts: Facts, numbers: Numbers, on: date, calendar: Calendar) -> list[Ready]:
    """Working Together (S), the days local (L): each part of a conference as it stands on a day, in the order
    of Part. What is not ready, or not known, after its day is late. Raises OutsideCalendar.
    """
    found = []
    for part, (state, words) in _verdicts(facts, numbers).items():
        # On short notice nothing is late before the conference was put where it stands.
        due = min(max(_due(part, facts, numbers, calendar), facts.put_there), facts.meets)
        if state in (State.WAITING, State.UNKNOWN) and on > due:
            state = State.LATE
        left = calendar.between(on, due)
        found.append(Ready(part, state, sentence(words), OWNERS[part], due, left))
    return found


def urgency(parts: Iterable[Ready], meets: date) -> tuple[date, int, date]:
    """What is to be looked at first: whose first open day is the earliest, then where more is open, then the
    earlier conference. Where nothing is open it stands by its own day.
    """
    open_days = [one.due for one in parts if one.is_open]
    return (min(open_days, default=meets), -len(open_days), meets)


def _due(part: Part, facts: Facts, numbers: Numbers, calendar: Calendar) -> date:
    if part in (Part.FAMILY, Part.AGENCIES):
        of = [one for one in facts.guests if (one.is_to_come if part is Part.FAMILY else one.is_agency)]
        late = [one.since for one in of if one.since and not one.is_invited]
        return _after(max(facts.put_there, min(late, default=facts.put_there)), numbers.invite, calendar)
    if part is Part.EXCLUSIONS:
        asked = [day for day, is_settled in facts.exclusions if not is_settled]
        if asked:
            return _after(max(facts.put_there, min(asked)), numbers.told, calendar)
    if part is Part.REPORTS:
        return facts.to_unit
    if part is Part.SHARED:
        return _shown_by(facts)
    before = {Part.QUORUM: numbers.quorum, Part.CONTACT: numbers.contact}
    due = _after(facts.meets, -before.get(part, numbers.by), calendar)
    since = [one.since for one in parts.unspoken(facts, numbers) if one.since]
    return max(due, min(since, default=due)) if part is Part.CONTACT else due


def _shown_by(facts: Facts) -> date:
    """By when the family is shown what is here. Nobody is late with what no agency has sent yet."""
    here = [one.came or facts.to_family for one in facts.guests if one.is_to_be_shown]
    if not here and any(one.is_waited_for for one in facts.guests):
        return facts.meets
    return max(facts.to_family, min(here, default=facts.to_family))


def _after(day: date, n: int, calendar: Calendar) -> date:
    try:
        return calendar.add(day, n).due
    except OutsideCalendar:
        return day


def _verdicts(facts: Facts, numbers: Numbers) -> dict[Part, Verdict]:
    return {
        Part.FAMILY: parts.family(facts),
        Part.CHILDREN: parts.children(facts),
        Part.AGENCIES: parts.agencies(facts),
        Part.QUORUM: parts.quorum(facts, numbers),
        Part.REPORTS: parts.reports(facts),
        Part.SHARED: parts.shared(facts),
        Part.NEEDS: parts.needs(facts),
        Part.CONTACT: parts.contact(facts, numbers),
        Part.VIEWS: parts.views(facts),
        Part.EXCLUSIONS: parts.exclusions(facts),
        Part.ROOM: parts.room(facts),
        Part.MINUTES: parts.minutes(facts),
        Part.THINKING: parts.thinking(facts),
    }
