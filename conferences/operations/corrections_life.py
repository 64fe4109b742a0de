"""Corrections of what happened in a child's life, with the end of a plan that waits by it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from django.db.models import F, QuerySet

from conferences.models import Correction, LifeEvent, Plan, PlanEnding
from conferences.operations.corrections import Change, Draft, begin, changes, finish
from conferences.operations.duties_refresh import refresh
from conferences.queries.children_days import birth_of
from conferences.rules.corrections import RecordKind
from conferences.rules.corrections_checks import day_refused
from conferences.rules.life_events import LifeKind, birthday, is_grown_up
from safeguarding.clock import day_of
from safeguarding.models import Child, Outcome, User
from safeguarding.operation import lock, operation
from safeguarding.refusals import Problem
from safeguarding.register.authorities import latest_authority
from safeguarding.rights import Permission
from safeguarding.second_person.closing import end_unconfirmed
from safeguarding.wording import uk_date
from safeguarding.workingdays import add_days

IN_ERROR = "What happened was recorded in error."
END_FIRST = "A plan ended by this on {day}. Correct the end of the plan first"
END_WAITS = (
    "That the plan ends on the day of this conference waits for a second person. Withdraw that first, and ask"
    " again with the right day"
)
TWICE = ("The same is recorded of that day already", "day")


@operation(needs=Permission.RECORD_LIFE_EVENT, refuses={"lifeevent_stands_once": TWICE})
def correct_life_event(*, row: LifeEvent, change: Change, by: User, at: dt.datetime) -> list[Correction]:
    """A move, an order: its day, where to, how it is known, or that it never happened to this child. The end
    of a plan that waits by it moves with the day, and goes where it never happened.
    """
    draft = begin(row, RecordKind.LIFE_EVENT, change, at)
    if known := latest_authority(draft.after.get("authority") or ""):
        draft.after["authority_name"] = known.name
    made = finish(draft, change, _event_problems(draft, day_of(at)), by, at, lambda: _follow(draft, by, at))
    refresh(row, met_by=by, at=at)
    return made


def _event_problems(draft: Draft, on: dt.date) -> list[Problem]:
    event = draft.row
    if not changes(draft, "day", "conference_date", "in_error"):
        return []
    day, ended = draft.after["day"], _ended_by(_event_rows(event))
    found = _conference_problems(draft, ended, on)
    if sentence := day_refused(day, on, birth_of(event.child_id)):
        found.append(Problem(sentence, "day"))
    if ended and draft.after["in_error"]:
        words = f"A plan ended by this on {uk_date(ended)}. Ask that the plan runs again first"
        found.append(Problem(words, "in_error"))
    if ended and day and day > ended:
        found.append(Problem(END_FIRST.format(day=uk_date(ended)), "day"))
    return found


def _conference_problems(draft: Draft, ended: dt.date | None, on: dt.date) -> list[Problem]:
    """Of the conference that the authority to which the child moved held: it ends the plan (R11)."""
    held, day = draft.after.get("conference_date"), draft.after["day"]
    if held and day and held < day:
        words = f"The conference cannot be before the move on {uk_date(day)}"
        if changes(draft, "conference_date"):
            return [Problem(words, "conference_date")]
        words = f"The other authority held its conference on {uk_date(held)}"
        return [Problem(f"{words}, so the move was not after that", "day")]
    if not changes(draft, "conference_date"):
        return []
    if held and held > on:
        return [Problem("The day of the conference must be today or in the past", "conference_date")]
    if ended and held != ended:
        return [Problem(END_FIRST.format(day=uk_date(ended)), "conference_date")]
    if _ends_by(_event_rows(draft.row)).filter(closed_at=None).exists():
        return [Problem(END_WAITS, "conference_date")]
    return []


def _ended_by(told: QuerySet[LifeEvent]) -> dt.date | None:
    """The day on which a plan ended by what was told, as that end stands; None where none did, or it runs
    again.
    """
    ends = _ends_by(told).filter(outcome=Outcome.CONFIRMED)
    still = ends.exclude(resumptions__outcome=Outcome.CONFIRMED)
    found: dt.date | None = still.values_list("plan__end_date", flat=True).first()
    return found


def _event_rows(event: LifeEvent) -> QuerySet[LifeEvent]:
    return LifeEvent.objects.unscoped("What happened to a child in scope.").filter(pk=event.pk)


def _follow(draft: Draft, writer: User, at: dt.datetime) -> None:
    waiting = _ends_by(_event_rows(draft.row)).filter(closed_at=None).select_related("plan")
    if draft.after.get("in_error"):
        for ending in waiting:
            end_unconfirmed(lock(ending), reason=IN_ERROR, by=writer, at=at)
    elif changes(draft, "day") and draft.row.kind != LifeKind.MOVED_AWAY:  # Its plan ends by the conference.
        _shift_ends(waiting.filter(end_date=draft.before["day"]), draft.after["day"])


def end_problems(draft: Draft, on: dt.date) -> list[Problem]:
    """Where a plan ended by a death or an 18th birthday that would be on another day: the plan’s end does not
    move with it, for who corrects a child corrects no plan. A plan ends on the day of a death, and on an 18th
    birthday or later.
    """
    found = []
    for kind, day, field in _days_of(draft, on):
        ended = _ended_by(_events_of(draft.row, kind)) if day else None
        if ended and day and (ended < day or kind is LifeKind.DIED and ended > _first_end(draft.row, day)):
            found.append(Problem(END_FIRST.format(day=uk_date(ended)), field))
    return found


def move_events(draft: Draft, on: dt.date) -> None:
    """A birth, a death and an 18th birthday that were recorded as events are on the child's own days. One
    that was not is gone, and the end of a plan that waits by it, unless a plan ended by it.
    """
    for kind, day, _ in _days_of(draft, on):
        _move_event(draft.row, kind, day)


def _days_of(draft: Draft, on: dt.date) -> Iterator[tuple[LifeKind, dt.date | None, str]]:
    """(what happened, its day, the fact that it stands on) of the facts that a correction changes."""
    born = draft.after["birth_date"]
    grown = birthday(born) if is_grown_up(born, on) else None
    if changes(draft, "birth_date"):
        yield from ((LifeKind.BORN, born, "birth_date"), (LifeKind.EIGHTEEN, grown, "birth_date"))
    if changes(draft, "death_date"):
        yield LifeKind.DIED, draft.after["death_date"], "death_date"


def _move_event(child: Child, kind: LifeKind, day: dt.date | None) -> None:
    told = _events_of(child, kind)
    if day is None:
        _ends_by(told).exclude(outcome=Outcome.CONFIRMED).delete()
        told.filter(endings__isnull=True).delete()
    else:
        waiting = list(_ends_by(told).filter(closed_at=None, end_date=F("event__day")).select_related("plan"))
        # The event first: the database lets an end move with it alone.
        told.update(day=day)
        _shift_ends(waiting, day)


def _first_end(child: Child, died: dt.date) -> dt.date:
    """The day on which the plan that ended last ends by a death: never its first (R27)."""
    own = Plan.objects.unscoped("The plans of a child in scope.").filter(child=child)
    start = own.filter(held_for_other_authority=False).latest("start_date").start_date
    return max(died, add_days(start, 1))


def _events_of(child: Child, kind: LifeKind) -> QuerySet[LifeEvent]:
    events = LifeEvent.objects.unscoped("What happened to a child in scope.")
    return events.filter(child=child, kind=kind, in_error=False)


def _ends_by(told: QuerySet[LifeEvent]) -> QuerySet[PlanEnding]:
    return PlanEnding.objects.unscoped("What ends the plan of a child in scope.").filter(event__in=told)


def _shift_ends(waiting: Iterable[PlanEnding], day: dt.date) -> None:
    """Ends that wait are on the day of what happened, where they were before."""
    for ending in waiting:
        ending.end_date = max(day, add_days(ending.plan.start_date, 1))
        ending.save(update_fields=["end_date"])
