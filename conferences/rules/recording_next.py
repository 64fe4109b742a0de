"""What a conference leaves for a child's plan: its core group, and when it meets and is reviewed next. Pure.

The last day for each is that of the catalogue of deadlines (R5, R6, R7, R8): it is handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, time

from conferences.rules.recording import WITH_PLAN
from conferences.rules.vocabulary import ConferenceKind, DecisionOutcome
from safeguarding.refusals import Problem
from safeguarding.wording import joined, lower_first, uk_date, uk_day

CHILD, PERSON, WORKER, BY_NAME = "C", "P", "W", "N"
CORE_GROUP, REVIEW = "core_group", "review"
FIRST_GROUP, NEXT_GROUP, NEXT_REVIEW = "First core group", "Next core group", "Next review conference"
NOBODY = "Choose who is of the core group"
NOT_CHOSEN = "Select only people of this list"
LEAD = "Select a lead worker who is of children’s social care"


@dataclass(frozen=True)
class NextTold:
    """What the conference leaves for one child. `members` and `lead` are keys of candidates."""

    core_group_date: date | None = None
    core_group_time: time | None = None
    review_date: date | None = None
    review_time: time | None = None
    late_words: str = ""
    members: frozenset[str] = frozenset()
    lead: str = ""

    @property
    def is_empty(self) -> bool:
        return self == NextTold()


@dataclass(frozen=True)
class LastDay:
    """The last day for one of the two dates: what it is, whether by law, and how it was counted. `is_past`:
    no day is left by then, as where a core group is overdue.
    """

    code: str
    what: str
    day: date
    explanation: str
    is_law: bool = True
    is_past: bool = False

    @property
    def limit(self) -> str:
        # R7, R8: the earlier of the law's months and the measure's days, as everywhere.
        if self.code == REVIEW:
            return "by law and for the published figures"
        return "by law" if self.is_law else "by the council’s local limit"


@dataclass(frozen=True)
class Candidate:
    """Somebody who may be of a core group. `person`, `worker` are ids; `agency_kind` "" for the family."""

    key: str
    name: str
    role: str = ""
    agency_kind: str = ""
    person: int | None = None
    worker: int | None = None
    is_parent: bool = False
    is_excluded: bool = False

    @property
    def who(self) -> tuple[str, ...]:
        """Somebody of an agency is one person by name and agency, however they are known."""
        by_key = self.person or self.key == CHILD
        return (self.key,) if by_key else (self.name.casefold(), self.agency_kind)


@dataclass(frozen=True)
class MemberTold:
    """Somebody of a core group, for letters and copies. `person` is the id of somebody of the family."""

    name: str
    role: str
    person: int | None = None
    is_lead: bool = False


def key_of(name: str, agency_kind: str, person: int | None, worker: int | None, *, is_child: bool) -> str:
    """By which somebody is chosen: by their record where they have one, else by name and agency."""
    if is_child:
        return CHILD
    if person or worker:
        return f"{PERSON}{person}" if person else f"{WORKER}{worker}"
    return f"{BY_NAME}:{agency_kind}:{name.casefold()}"


def begins(kind: str, outcome: str) -> bool:
    """Whether a plan begins at a conference, or will if one is decided: not at a review."""
    return outcome == DecisionOutcome.PLAN_BEGINS or (not outcome and kind != ConferenceKind.REVIEW)


def has_next(outcome: str) -> bool:
    """Whether there is a core group and a review to come: not where it was decided that there is no plan."""
    return not outcome or outcome in WITH_PLAN


def group_words(*, is_first: bool) -> str:
    return FIRST_GROUP if is_first else NEXT_GROUP


def next_problems(
    told: NextTold,
    held: date,
    last: Collection[LastDay],
    why_off: Callable[[date], str],
    *,
    is_late_forbidden: bool,
    group: str = FIRST_GROUP,
) -> list[Problem]:
    """R5, R7, R8 (S): what is wrong with the dates of one child. `held` is the day of the conference,
    `why_off` says of a day why nobody works on it ("" where they do).
    """
    found = [
        *_one(CORE_GROUP, group, told.core_group_date, told.core_group_time, held, why_off),
        *_one(REVIEW, NEXT_REVIEW, told.review_date, told.review_time, held, why_off),
    ]
    if told.core_group_date and told.review_date and told.review_date <= told.core_group_date:
        words = f"{NEXT_REVIEW} must be after the core group of {uk_date(told.core_group_date)}"
        found.append(Problem(words, "review_date"))
    late = late_days(told, last)
    # Where no day is left in time, a late one is better than none.
    refused = [one for one in late if is_late_forbidden and not one.is_past]
    if refused:
        found += [
            Problem(
                f"{one.what} must be on or before {uk_day(one.day)}, the last day {one.limit}",
                f"{one.code}_date",
            )
            for one in refused
        ]
    elif late and not told.late_words:
        found.append(Problem(f"Say why {_late(late)}", "late_words"))
    return found


def late_days(told: NextTold, last: Collection[LastDay]) -> list[LastDay]:
    """The last days after which a chosen date is."""
    chosen = {CORE_GROUP: told.core_group_date, REVIEW: told.review_date}
    return [one for one in last if (day := chosen[one.code]) and day > one.day]


def _late(late: Collection[LastDay]) -> str:
    return joined(
        [
            f"the {lower_first(one.what)} is later than {uk_date(one.day)}, the last day {one.limit}"
            for one in late
        ]
    )


def _one(
    code: str, what: str, day: date | None, at: time | None, held: date, why_off: Callable[[date], str]
) -> Iterator[Problem]:
    if at and not day:
        yield Problem(f"Enter the date of the {lower_first(what)}", f"{code}_date")
    if day and not at:
        yield Problem(f"Enter the time of the {lower_first(what)}, like 10am", f"{code}_time")
    if day and day <= held:
        yield Problem(f"{what} must be after the conference of {uk_date(held)}", f"{code}_date")
    elif day and (why := why_off(day)):
        yield Problem(f"{what} cannot be on {uk_day(day)}: {why}", f"{code}_date")


def proposed(known: Collection[Candidate], before: NextTold) -> NextTold:
    """Whom a form begins with: the group of before; else the parents. Whoever is excluded and the child are
    proposed by nobody. The worker leads, where nobody did.
    """
    keys = {one.key for one in known}
    group = before.members & keys - {CHILD} - {one.key for one in known if one.is_excluded}
    parents = {one.key for one in known if one.is_parent and not one.is_excluded}
    worker = next((one.key for one in known if one.worker), "")
    lead = before.lead if before.lead in keys else worker
    return NextTold(members=frozenset((group or parents) | ({lead} - {""})), lead=lead)


def of_another(told: NextTold, known: Collection[Candidate], own: Collection[Candidate]) -> NextTold:
    """The same for another child: whoever of the chosen may be of that child's core group. Each child chooses
    for themself, and of somebody known by name alone nobody knows whose family they are.
    """
    who = {one.key: one.who for one in known if one.agency_kind or one.person or one.worker}
    chosen = {who[key] for key in told.members if key in who}
    leads = [one.key for one in own if one.who == who.get(told.lead)]
    members = frozenset(one.key for one in own if one.who in chosen)
    return replace(told, members=members, lead=leads[0] if leads else "")


def people_problems(told: NextTold, known: Collection[Candidate]) -> list[Problem]:
    """Who was chosen though they are not of the list, and a lead who is of no social care."""
    keys = {one.key: one for one in known}
    found = [] if told.members <= keys.keys() else [Problem(NOT_CHOSEN, "members")]
    if told.lead and (told.lead not in keys or keys[told.lead].agency_kind != "SOCIAL_CARE"):
        found.append(Problem(LEAD, "lead"))
    return found


def member_problems(joined: date | None, ended: date | None, held: date, on: date) -> list[Problem]:
    """Why somebody cannot have joined a core group on a day, or left it."""
    found = []
    for day, field, what in ((joined, "joined_date", "joined"), (ended, "ended_date", "left")):
        if day and day > on:
            found.append(Problem(f"The day on which they {what} must be today or earlier", field))
        elif day and day < held:
            words = f"The core group is of the conference of {uk_date(held)}, so they {what} it later"
            found.append(Problem(words, field))
    if joined and ended and ended < joined:
        found.append(Problem(f"They cannot have left before they joined on {uk_date(joined)}", "ended_date"))
    return found


def missing_words(told: NextTold, group: str) -> list[str]:
    """What a plan still lacks of this, which does not keep a record from being signed."""
    lacks = [] if told.members else ["who is of the core group"]
    lacks += [] if told.lead else ["the lead worker"]
    lacks += [] if told.core_group_date else [f"the day of the {lower_first(group)}"]
    return lacks + ([] if told.review_date else [f"the day of the {lower_first(NEXT_REVIEW)}"])
