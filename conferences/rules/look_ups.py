"""What became of a child some months after a decision on a consultation, or after a plan ended. Pure.

Nobody enters it: it is looked up from what the record tells of the days since. The months are local (L); the
order is ours (L): what weighs more for the child stands first, and all that is found is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from conferences.rules.coverage import Coverage
from conferences.rules.life_events import LifeKind, birthday
from conferences.rules.vocabulary import EndReason, StepDown
from safeguarding.labelled import Labelled
from safeguarding.workingdays import Period, add_days, add_months

# The key of the months in the local limits.
MONTHS_KEY = "LOOK_UP_MONTHS"
# Looked up in time: on its day or within a week of it. What nobody could look up for a year is left.
IN_TIME_DAYS, LATE_MONTHS = 7, 12


class Became(Labelled):
    """What is found, the gravest first: an end of life, a home lost, a plan, what leads to one, less help.

    "Not known" and "nothing" are found alone, where nothing else is.
    """

    DIED = "DIED", "Died"
    LOOKED_AFTER = "LOOKED_AFTER", "Became looked after"
    ON_PLAN = "ON_PLAN", "On a child protection plan"
    HAD_PLAN = "HAD_PLAN", "A child protection plan that ended"
    OTHER_ORDER = "OTHER_ORDER", "Another court order"
    CONFERENCE = "CONFERENCE", "A conference"
    UNDER_WAY = "UNDER_WAY", "A conference under way"
    ENQUIRY = "ENQUIRY", "Section 47 enquiries again"
    REFERRAL = "REFERRAL", "Referred again"
    IN_NEED = "IN_NEED", "Child in need plan"
    HAD_IN_NEED = "HAD_IN_NEED", "A child in need plan that ended"
    EIGHTEEN = "EIGHTEEN", "Is 18"
    NOT_KNOWN = "NOT_KNOWN", "Not known"
    NOTHING = "NOTHING", "Nothing recorded"


ORDER: dict[Became, int] = {kind: at for at, kind in enumerate(Became)}
BACK_ON_PLAN = (Became.ON_PLAN, Became.HAD_PLAN)
# After these nobody is looked up again.
LAST = (Became.DIED, Became.EIGHTEEN)
# Which of what happens in a life is told, and how it is called here.
IN_A_LIFE = {LifeKind.LOOKED_AFTER: Became.LOOKED_AFTER, LifeKind.OTHER_ORDER: Became.OTHER_ORDER}
WENT_AWAY = (LifeKind.MOVED_AWAY, LifeKind.LEFT_UK)


class UnderWay(Labelled):
    """How far a conference had come that is under way."""

    ASKED = "ASKED", "Asked for, and not held"
    BEGUN = "BEGUN", "Begun, and not signed"


class NotKnown(Labelled):
    """Why a part of the days since is not known."""

    AWAY = "AWAY", "The child moved away"
    SOURCE = "SOURCE", "No source tells of every day since"


class Subject(Labelled):
    """After what it is looked up."""

    DECISION = "DECISION", "A decision on a consultation"
    PLAN_END = "PLAN_END", "The end of a plan"


@dataclass(frozen=True)
class Spell:
    """A plan or child in need plan. `told_to`: the last day of which a file tells, of one that only files
    brought and that was open then.
    """

    row: int
    start: date
    end: date | None = None
    source: str = ""
    told_to: date | None = None
    end_reason: str = ""
    step_down: str = ""


@dataclass(frozen=True)
class Moment:
    """What happened on a day; `what` is a code: what a conference decided, what happened in a life."""

    row: int
    day: date
    what: str = ""
    source: str = ""


@dataclass(frozen=True)
class Asked:
    """A conference that was asked for. `begun`: the day of the meeting of which a record was begun; `over`:
    that of the conference once it is signed, or on which the request was withdrawn.
    """

    row: int
    day: date
    begun: date | None = None
    over: date | None = None


@dataclass(frozen=True)
class Facts:
    """What the record tells of one child, in the order of its days or in none."""

    born: date | None = None
    died: date | None = None
    plans: Sequence[Spell] = ()
    in_need: Sequence[Spell] = ()
    referrals: Sequence[Moment] = ()
    enquiries: Sequence[Moment] = ()
    conferences: Sequence[Moment] = ()
    requests: Sequence[Asked] = ()
    life: Sequence[Moment] = ()
    # Days on which a child came back to live here.
    arrivals: Sequence[Moment] = ()


@dataclass(frozen=True)
class Finding:
    """One thing that was found: since when, until when where it ended, and the row that it was read from."""

    kind: Became
    day: date
    until: date | None = None
    what: str = ""
    source: str = ""
    table: str = ""
    row: int | None = None

    def as_json(self) -> dict[str, object]:
        """As it is kept."""
        return {
            "kind": self.kind.value,
            "day": self.day.isoformat(),
            "until": self.until.isoformat() if self.until else None,
            "what": self.what,
            "source": self.source,
            "table": self.table,
            "row": self.row,
        }


@dataclass(frozen=True)
class BecameOf:
    """All that was found, the gravest first, and why a part of the days is not known ("" where all is)."""

    found: tuple[Finding, ...] = ()
    not_known: str = ""

    @property
    def gravest(self) -> Became:
        if self.found:
            return self.found[0].kind
        return Became.NOT_KNOWN if self.not_known else Became.NOTHING

    @property
    def kinds(self) -> list[Became]:
        return list(dict.fromkeys(one.kind for one in self.found)) or [self.gravest]


def read_back(told: Iterable[Mapping[str, object]], not_known: str) -> BecameOf:
    """What was kept, as it was found."""
    found = tuple(
        Finding(
            Became(str(one["kind"])),
            date.fromisoformat(str(one["day"])),
            date.fromisoformat(str(one["until"])) if one["until"] else None,
            str(one["what"]),
            str(one["source"]),
            str(one["table"]),
            int(str(one["row"])) if one["row"] is not None else None,
        )
        for one in told
    )
    return BecameOf(found, not_known)


# ----- When it is looked up ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class LookDue:
    """A look-up that is due: so many months after a day, and on which day that is."""

    months: int
    due: date


def looks_due(
    since: date, months: Sequence[int], on: date, *, live: date, born: date | None, died: date | None
) -> list[LookDue]:
    """The look-ups after a day that have come to theirs by `on`, since the service is live and not longer
    ago than a year. None after the first that a death or the 18th birthday comes before.
    """
    found, before = [], since
    last = last_day(born, died)
    for number in sorted(set(months)):
        due = add_months(since, number)
        if last is not None and last <= before:
            break
        if live <= due <= on and due > add_months(on, -LATE_MONTHS):
            found.append(LookDue(number, due))
        before = due
    return found


def next_look(
    since: date, months: Sequence[int], on: date, *, born: date | None, died: date | None
) -> LookDue | None:
    """The first look-up after a day that has not come to its own by `on`; None where there is none."""
    last, before = last_day(born, died), since
    for number in sorted(set(months)):
        due = add_months(since, number)
        if last is not None and last <= before:
            return None
        if due > on:
            return LookDue(number, due)
        before = due
    return None


def last_day(born: date | None, died: date | None) -> date | None:
    """The day of the death or of the 18th birthday, whichever is first; None while neither is known."""
    days = [day for day in (died, birthday(born) if born else None) if day is not None]
    return min(days, default=None)


# ----- What is found ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Days:
    """The days that are looked at: after `since`, up to `day`. Of a decision a conference on the very day
    counts, for it was asked about; of a plan's end it does not, for it ended the plan.
    """

    since: date
    day: date
    after: Subject

    def has(self, day: date) -> bool:
        return self.since < day <= self.day

    def has_too(self, day: date) -> bool:
        """As has(), with the first day."""
        return self.since <= day <= self.day


def what_became(facts: Facts, since: date, day: date, *, after: Subject, known: Coverage) -> BecameOf:
    """What the record tells of a day, and of the days since another: several at once are all told.

    `known`: the days that the council's sources tell of.
    """
    days = _Days(since, _end(facts, day), after)
    found = [
        *_life(facts, days),
        *_spells(facts.plans, days, Became.ON_PLAN, Became.HAD_PLAN, "plan"),
        *_conferences(facts, days),
        *_under_way(facts, days),
        *_moments(facts.enquiries, days, Became.ENQUIRY, "enquiry"),
        *_moments(facts.referrals, days, Became.REFERRAL, "needepisode"),
        *_spells(facts.in_need, days, Became.IN_NEED, Became.HAD_IN_NEED, "childinneedplan"),
        *_last(facts, day),
    ]
    ordered = sorted(found, key=lambda one: (ORDER[one.kind], one.day, one.row or 0))
    return BecameOf(tuple(ordered), _not_known(facts, days, known))


def _end(facts: Facts, day: date) -> date:
    """The last day that is looked at: none after a death or the 18th birthday."""
    last = last_day(facts.born, facts.died)
    return day if last is None else min(day, last)


def _last(facts: Facts, day: date) -> Iterator[Finding]:
    if facts.died and facts.died <= day:
        yield Finding(Became.DIED, facts.died, table="child")
    elif facts.born and birthday(facts.born) <= day:
        yield Finding(Became.EIGHTEEN, birthday(facts.born), table="child")


def _life(facts: Facts, days: _Days) -> Iterator[Finding]:
    told: set[Became] = set()
    for one in facts.life:
        kind = IN_A_LIFE.get(LifeKind(one.what))
        if kind and days.has_too(one.day):
            told.add(kind)
            yield Finding(kind, one.day, source=one.source, table="lifeevent", row=one.row)
    for plan in facts.plans:
        # An order ends a plan, and so does a place in care: told of the plan where nobody told the event.
        kind = _ended_by(plan)
        if kind and plan.end and days.has_too(plan.end) and kind not in told:
            yield Finding(kind, plan.end, source=plan.source, table="plan", row=plan.row)


def _ended_by(plan: Spell) -> Became | None:
    if plan.end_reason == EndReason.LOOKED_AFTER or plan.step_down == StepDown.LOOKED_AFTER:
        return Became.LOOKED_AFTER
    return Became.OTHER_ORDER if plan.end_reason == EndReason.OTHER_ORDER else None


def _spells(
    spells: Iterable[Spell], days: _Days, on_it: Became, had_it: Became, table: str
) -> Iterator[Finding]:
    for one in spells:
        if one.start > days.day or (one.end is not None and one.end <= days.since):
            continue
        if one.end is not None and one.end <= days.day:
            yield Finding(had_it, one.start, one.end, source=one.source, table=table, row=one.row)
        elif one.told_to is None or one.told_to >= days.day:
            yield Finding(on_it, one.start, source=one.source, table=table, row=one.row)


def _conferences(facts: Facts, days: _Days) -> Iterator[Finding]:
    counts = days.has if days.after is Subject.PLAN_END else days.has_too
    for one in facts.conferences:
        if counts(one.day):
            yield Finding(
                Became.CONFERENCE,
                one.day,
                what=one.what,
                source=one.source,
                table="conferencechild",
                row=one.row,
            )


def _under_way(facts: Facts, days: _Days) -> Iterator[Finding]:
    """What was asked for, however long ago, and stood open on the last day; begun where its meeting was."""
    for one in facts.requests:
        if one.day > days.day or (one.over is not None and one.over <= days.day):
            continue
        begun = one.begun if one.begun and one.begun <= days.day else None
        what = UnderWay.BEGUN.value if begun else UnderWay.ASKED.value
        yield Finding(Became.UNDER_WAY, begun or one.day, None, what, "RECORDED", "requestedchild", one.row)


def _moments(moments: Iterable[Moment], days: _Days, kind: Became, table: str) -> Iterator[Finding]:
    for one in moments:
        if days.has(one.day):
            yield Finding(kind, one.day, source=one.source, table=table, row=one.row)


# ----- What is not known ------------------------------------------------------------------------------------


def _not_known(facts: Facts, days: _Days, known: Coverage) -> str:
    if days.day <= days.since:
        return ""
    if _is_away(facts, days.day):
        return NotKnown.AWAY
    if not known.holds(Period(add_days(days.since, 1), days.day)) or any(
        _is_silent(one, days) for one in (*facts.plans, *facts.in_need)
    ):
        return NotKnown.SOURCE
    return ""


def _is_silent(spell: Spell, days: _Days) -> bool:
    """Whether it stood open on the last day that a file tells of, and nobody knows of the days since."""
    told = spell.told_to
    return spell.end is None and told is not None and spell.start <= days.day and told < days.day


def _is_away(facts: Facts, day: date) -> bool:
    """Whether the child moved away for good by a day, and nothing here tells of it since."""
    went = [one.day for one in facts.life if one.what in WENT_AWAY and one.day <= day]
    went += [
        plan.end
        for plan in facts.plans
        if plan.end
        and plan.end <= day
        and (plan.end_reason in (EndReason.MOVED, EndReason.LEFT_UK) or _elsewhere(plan))
    ]
    return bool(went) and not any(max(went) < here <= day for here in _seen_here(facts))


def _elsewhere(plan: Spell) -> bool:
    return plan.step_down == StepDown.OTHER_AUTHORITY


def _seen_here(facts: Facts) -> Iterator[date]:
    moments = (*facts.referrals, *facts.enquiries, *facts.conferences, *facts.arrivals)
    yield from (one.day for one in moments)
    yield from (one.day for one in facts.requests)
    yield from (one.start for one in (*facts.plans, *facts.in_need))
