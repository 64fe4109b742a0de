"""Corrections of what happened in a child's life, with the end of a plan that waits by it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db.models import F, QuerySet

from conferences.models import Correction, LifeEvent, PlanEnding
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
    if not changes(draft, "day", "in_error"):
        return []
    day, found = draft.after["day"], []
    if sentence := day_refused(day, on, birth_of(event.child_id)):
        found.append(Problem(sentence, "day"))
    elif event.conference_date and day and day > event.conference_date:
        words = f"The other authority held its conference on {uk_date(event.conference_date)}"
        found.append(Problem(f"{words}, so the move was not after that", "day"))
    ends = _ends_by(_event_rows(event)).filter(outcome=Outcome.CONFIRMED)
    ended = ends.exclude(resumptions__outcome=Outcome.CONFIRMED).first()
    if ended and draft.after["in_error"]:
        words = f"A plan ended by this on {uk_date(ended.end_date)}. Ask that the plan runs again first"
        found.append(Problem(words, "in_error"))
    if ended and day and day > ended.end_date:
        found.append(Problem(f"A plan ended by this on {uk_date(ended.end_date)}", "day"))
    return found


def _event_rows(event: LifeEvent) -> QuerySet[LifeEvent]:
    return LifeEvent.objects.unscoped("What happened to a child in scope.").filter(pk=event.pk)


def _follow(draft: Draft, writer: User, at: dt.datetime) -> None:
    waiting = _ends_by(_event_rows(draft.row)).filter(closed_at=None).select_related("plan")
    if draft.after.get("in_error"):
        for ending in waiting:
            end_unconfirmed(lock(ending), reason=IN_ERROR, by=writer, at=at)
    elif changes(draft, "day"):
        _shift_ends(waiting.filter(end_date=draft.before["day"]), draft.after["day"])


def move_events(draft: Draft, on: dt.date) -> None:
    """A birth, a death and an 18th birthday that were recorded as events are on the child's own days. One
    that was not is gone, and the end of a plan that waits by it, unless a plan ended by it.
    """
    born = draft.after["birth_date"]
    grown = birthday(born) if is_grown_up(born, on) else None
    days = {LifeKind.BORN: born, LifeKind.EIGHTEEN: grown, LifeKind.DIED: draft.after["death_date"]}
    field = {LifeKind.DIED: "death_date"}
    for kind, day in days.items():
        if changes(draft, field.get(kind, "birth_date")):
            _move_event(draft.row, kind, day)


def _move_event(child: Child, kind: LifeKind, day: dt.date | None) -> None:
    events = LifeEvent.objects.unscoped("What happened to a child in scope.")
    told = events.filter(child=child, kind=kind, in_error=False)
    if day is None:
        _ends_by(told).exclude(outcome=Outcome.CONFIRMED).delete()
        told.filter(endings__isnull=True).delete()
    else:
        waiting = list(_ends_by(told).filter(closed_at=None, end_date=F("event__day")).select_related("plan"))
        # The event first: the database lets an end move with it alone.
        told.update(day=day)
        _shift_ends(waiting, day)


def _ends_by(told: QuerySet[LifeEvent]) -> QuerySet[PlanEnding]:
    return PlanEnding.objects.unscoped("What ends the plan of a child in scope.").filter(event__in=told)


def _shift_ends(waiting: Iterable[PlanEnding], day: dt.date) -> None:
    """Ends that wait are on the day of what happened, where they were before."""
    for ending in waiting:
        ending.end_date = max(day, add_days(ending.plan.start_date, 1))
        ending.save(update_fields=["end_date"])
