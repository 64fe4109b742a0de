"""Thinking time: taken by a chair, and held. The entry on a child's file and the note are kept apart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from django.db import transaction

from conferences.models import ReflectiveNote, Request, ThinkingTime, ThinkingTimeEntry
from conferences.queries.thinking_time import booked_chair
from conferences.rules.thinking_time import held_day_refused, holder_refused, minutes_refused
from conferences.rules.workflow import (
    THINKING_TIME,
    Event,
    NotAllowed,
    RequestState,
    ThinkingTimeState,
    ThinkingTrigger,
    next_state,
)
from safeguarding.access import Permission, can
from safeguarding.audit import record
from safeguarding.clock import day_of
from safeguarding.models import Child, User


class ThinkingTimeRefused(Exception):
    """It cannot be kept so; `sentence` says why, `field` is where it belongs on the page."""

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


@dataclass(frozen=True)
class Note:
    """The reflective note, for its writer alone. Each part may be empty: the prompts are advice."""

    pattern: str = ""
    other_explanations: str = ""
    childs_life: str = ""
    own_response: str = ""


@transaction.atomic
def take(*, request: Request, trigger: ThinkingTrigger, by: User, at: dt.datetime) -> ThinkingTime:
    """A chair takes time to think before a conference; what waits for the same reason already is given back.

    Raises ThinkingTimeRefused for a role that does not think so, and for a request that is over.
    """
    if not can(by, Permission.HOLD_THINKING_TIME):
        raise ThinkingTimeRefused("Only a chair takes thinking time.")
    held = Request.objects.unscoped("locks a request that is in scope").select_for_update(no_key=True)
    asked: Request = held.get(pk=request.pk)
    if asked.state not in (RequestState.REQUESTED, RequestState.BOOKED):
        raise ThinkingTimeRefused(
            "The conference was held or its request withdrawn: nothing is left to think over."
        )
    sessions = ThinkingTime.objects.unscoped("thinking time of a request in scope")
    waits = sessions.filter(request=asked, trigger=trigger, state=ThinkingTimeState.DUE.value)
    waiting: ThinkingTime | None = waits.first()
    if waiting is not None:
        return waiting
    session = ThinkingTime.objects.create(request=asked, trigger=trigger, is_required=False, raised_at=at)
    record("thinking_time.taken", session, by=by, at=at, detail={"trigger": str(trigger)})
    return session


@transaction.atomic
def hold(
    *,
    session: ThinkingTime,
    held_date: dt.date,
    minutes: int,
    facilitator: str,
    entries: Mapping[Child, str],
    note: Note,
    by: User,
    at: dt.datetime,
) -> ThinkingTime:
    """Keep that thinking time was held: an entry on each child's file, and the note of the one who held it.

    Sent again by the same chair it is changed. Raises ThinkingTimeRefused: another chair's, a day that cannot
    be, a child without a conclusion. The audit says that it was held, and holds no word of it.
    """
    sessions = ThinkingTime.objects.unscoped("locks thinking time that is in scope").select_related("chair")
    held: ThinkingTime = sessions.select_for_update(no_key=True, of=("self",)).get(pk=session.pk)
    _guard(held, held_date, minutes, by, at)
    _guard_entries(held, entries)
    held.state, held.chair = _next(held, by), by
    held.held_date, held.minutes, held.facilitator = held_date, minutes, facilitator.strip()
    held.save(update_fields=["state", "chair", "held_date", "minutes", "facilitator"])
    _write(held, entries, note, by, at)
    record("thinking_time.held", held, by=by, at=at, detail={"children": [child.pk for child in entries]})
    return held


def _guard(session: ThinkingTime, held_date: dt.date, minutes: int, by: User, at: dt.datetime) -> None:
    raised, on = day_of(session.raised_at), day_of(at)
    booked = booked_chair(session.request)
    whose = holder_refused(by.pk, _named(booked), _named(session.chair))
    refusals = (
        (whose, ""),
        (held_day_refused(held_date, raised, on), "held_date"),
        (minutes_refused(minutes), "minutes"),
    )
    for sentence, field in refusals:
        if sentence:
            raise ThinkingTimeRefused(sentence, field)


def _named(user: User | None) -> tuple[int, str] | None:
    return (user.pk, user.full_name) if user else None


def _guard_entries(session: ThinkingTime, entries: Mapping[Child, str]) -> None:
    """Each child of the request has a conclusion, and nobody else's child has one."""
    asked = set(session.request.children.values_list("child", flat=True))
    for child, conclusion in entries.items():
        if child.pk not in asked:
            raise ThinkingTimeRefused("This thinking time is not about that child.")
        if not conclusion.strip():
            raise ThinkingTimeRefused(f"Enter the conclusion for {child.display_name}", f"entry_{child.pk}")
    if asked - {child.pk for child in entries}:
        raise ThinkingTimeRefused("Enter a conclusion for each child")


def _next(session: ThinkingTime, by: User) -> str:
    event = Event.HOLD if session.state == ThinkingTimeState.DUE else Event.SAVE
    try:
        return next_state(THINKING_TIME, session.state, event, by.role)
    except NotAllowed as refusal:
        raise ThinkingTimeRefused(refusal.sentence) from None


def _write(
    session: ThinkingTime, entries: Mapping[Child, str], note: Note, by: User, at: dt.datetime
) -> None:
    kept = ThinkingTimeEntry.objects.unscoped("the entries of thinking time that is in scope")
    for child, conclusion in entries.items():
        kept.update_or_create(
            session=session,
            child=child,
            defaults={"conclusion": conclusion.strip(), "written_by": by, "written_at": at},
        )
    words = {part: text.strip() for part, text in asdict(note).items()}
    if any(words.values()) or ReflectiveNote.objects.filter(session=session).exists():
        ReflectiveNote.objects.update_or_create(
            session=session, defaults={**words, "written_by": by, "written_at": at}
        )
