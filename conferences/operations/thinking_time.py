"""Thinking time: taken by a chair, and held. The entry on a child's file and the note are kept apart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from conferences.models import ReflectiveNote, Request, ThinkingTime, ThinkingTimeEntry
from conferences.operations.duties_refresh import refresh
from conferences.operations.thinking_time_slots import release
from conferences.operations.thinking_time_waivers import close_overtaken
from conferences.queries.days import far_day_refused
from conferences.queries.thinking_time import ended_on, not_the_holder, own_session
from conferences.rules.thinking_time import held_day_refused, minutes_refused, shared_run
from conferences.rules.workflow import (
    OPEN_REQUESTS,
    THINKING_TIME,
    Event,
    RequestState,
    ThinkingTimeState,
    ThinkingTrigger,
    next_state,
)
from safeguarding.audit import record
from safeguarding.clock import day_of
from safeguarding.models import Child, User
from safeguarding.operation import lock, operation, refuse_parted
from safeguarding.refusals import Problem, Refused, refuse_all
from safeguarding.rights import Permission
from safeguarding.versions import BOTH, StaleVersion, seen_as

PASTED = (
    "“{words} …” stands in your private note and on the child’s file. Change one of them, or tick that the "
    "words belong on the file"
)
SIGNED = (
    "The record of this conference is signed, so what was thought before it stays as it was. If it is wrong, "
    "say so under Correct what is recorded on the child’s page"
)
ENTRY = "entry_"
ERROR = "This thinking time was recorded in error. Put it back first, or take time to think anew."


@dataclass(frozen=True)
class Note:
    """The reflective note, for its writer alone. Each part may be empty: the prompts are advice."""

    pattern: str = ""
    other_explanations: str = ""
    childs_life: str = ""
    own_response: str = ""
    strengths: str = ""
    good_enough: str = ""
    professional_system: str = ""
    change_mind: str = ""


@dataclass(frozen=True)
class Shape:
    """With whom, in which way and about what; and when to look again. All of it may be empty."""

    kind: str = ""
    model: str = ""
    attended: str = ""
    question: str = ""
    look_again_date: dt.date | None = None


@operation(needs=Permission.HOLD_THINKING_TIME)
def take(*, request: Request, trigger: ThinkingTrigger | None, by: User, at: dt.datetime) -> ThinkingTime:
    """A chair takes time to think before a conference; what waits for the same reason already is given back.

    Refused for a request that is over, and where another chairs the conference.
    """
    asked = lock(request)
    if asked.state not in OPEN_REQUESTS:
        raise Refused(
            "The conference was held or its request withdrawn, so there is nothing left to think about."
        )
    _guard_holder(ThinkingTime(request=asked), by)
    if trigger is None:
        raise Refused("Select why you want time to think", "trigger")
    sessions = ThinkingTime.objects.unscoped("thinking time of a request in scope")
    waits = sessions.filter(request=asked, trigger=trigger, state=ThinkingTimeState.DUE.value)
    waiting: ThinkingTime | None = waits.first()
    if waiting is not None:
        return waiting
    session = ThinkingTime.objects.create(request=asked, trigger=trigger, is_required=False, raised_at=at)
    record("thinking_time.taken", session, by=by, at=at, detail={"trigger": str(trigger)})
    return session


@operation(needs=Permission.HOLD_THINKING_TIME)
def hold(
    *,
    session: ThinkingTime,
    held_date: dt.date | None,
    minutes: int | None,
    facilitator: str,
    entries: Mapping[Child, str],
    note: Note,
    shape: Shape | None = None,
    is_meant: bool = False,
    seen: str | None = None,
    by: User,
    at: dt.datetime,
) -> ThinkingTime:
    """Keep that thinking time was held: an entry on each child's file, and the note of the one who held it.

    A chair to whom the conference was handed over holds their own in place of what another held. Sent again
    by the same chair it is changed; once the record is signed, the private note alone. First recorded after
    that it is late, and counts as not held before. Refused: another chair's, a day before it was asked for or
    after the conference, a child without a conclusion, and, unless it `is_meant`, an entry that runs word for
    word with the private note. Raises StaleVersion when somebody saved since `seen`.
    """
    request = lock(session.request)
    locked = _lock(session, request, by)
    stands = standing(locked, by)
    if stands is not None and seen not in (None, stands.seen):
        if locked.chair_id == by.pk and stands.theirs == _texts(entries, note):
            return locked
        raise stands
    _guard_holder(locked, by)
    event = Event.HOLD if locked.state == ThinkingTimeState.DUE else Event.SAVE
    if request.state == RequestState.HELD and stands is not None and not locked.is_late:
        _refuse_changed(locked, stands, (held_date, minutes, _texts(entries, Note())))
    locked.state = next_state(THINKING_TIME, locked.state, event, *by.roles)
    refuse_all(
        [
            *_session_problems(locked, request, held_date, minutes, day_of(at)),
            *_entry_problems(locked, entries),
            *_shape_problems(locked, shape or Shape(), held_date, day_of(at)),
            *([] if is_meant else _pasted(entries, shape or Shape(), note)),
        ]
    )
    locked.chair, locked.held_date, locked.minutes = by, held_date, minutes
    locked.facilitator, locked.recorded_at = facilitator.strip(), locked.recorded_at or at
    _put_on(locked, shape)
    _write(locked, entries, note, by, at)
    _let_go(locked, by, at)
    record("thinking_time.held", locked, by=by, at=at, detail={"children": [child.pk for child in entries]})
    refresh(request, met_by=by, at=at)
    return locked


def _let_go(session: ThinkingTime, by: User, at: dt.datetime) -> None:
    """What waited for it is not needed any more: a waiver that was asked for, and time in the diary."""
    for one in filter(None, (session, session.follows)):
        close_overtaken(one, by, at)
        release(one, writer=by, at=at)


def _session_problems(
    session: ThinkingTime, request: Request, held: dt.date | None, minutes: int | None, on: dt.date
) -> list[Problem]:
    day = held_day_refused(held, day_of(session.raised_at), ended_on(request), on)
    told = [(day, "held_date"), (minutes_refused(minutes), "minutes")]
    return [Problem(sentence, field) for sentence, field in told if sentence]


def _put_on(session: ThinkingTime, shape: Shape | None) -> None:
    """Save the session with its shape; without one, as it was shaped before."""
    values = asdict(shape) if shape else {}
    for name, value in values.items():
        setattr(session, name, value.strip() if isinstance(value, str) else value)
    kept = ["state", "chair", "held_date", "minutes", "facilitator", "recorded_at", *values]
    session.save(update_fields=kept if session.pk else None)
    # Whether it came after the signing is the database's word.
    session.refresh_from_db(fields=["is_late"])


def _lock(session: ThinkingTime, request: Request, by: User) -> ThinkingTime:
    """The session that is written: the one given, or in place of what another chair held this chair's own.

    Raises Refused where it was recorded in error.
    """
    locked = lock(session, "chair", "request")
    refuse_parted(locked, "request", request)
    if locked.in_error:
        raise Refused(ERROR)
    if not_the_holder(locked, by):
        return locked
    return own_session(locked, by) or ThinkingTime(
        request=request,
        trigger=locked.trigger,
        is_required=False,
        raised_at=locked.raised_at,
        follows=locked.follows or locked,
    )


def _guard_holder(session: ThinkingTime, by: User) -> None:
    if sentence := not_the_holder(session, by):
        raise Refused(sentence)


def _refuse_changed(
    session: ThinkingTime, stands: StaleVersion, said: tuple[dt.date | None, int | None, dict[str, str]]
) -> None:
    """What the conference knew of it, as it was signed; the private note may grow."""
    held, minutes, texts = said
    entries = {name: text for name, text in stands.theirs.items() if name.startswith(ENTRY)}
    told = {name: text for name, text in texts.items() if name.startswith(ENTRY)}
    if (held, minutes, told) != (session.held_date, session.minutes, entries):
        raise Refused(SIGNED)


def _shape_problems(session: ThinkingTime, shape: Shape, held: dt.date | None, on: dt.date) -> list[Problem]:
    again = shape.look_again_date
    if again is None or held is None or (again == session.look_again_date and again > held):
        return []
    words = "The day to look again must be after the day it was held"
    words = words if again <= held else far_day_refused("AGREED_WORK_MONTHS", again, max(held, on))
    return [Problem(words, "look_again_date")] if words else []


def _pasted(entries: Mapping[Child, str], shape: Shape, note: Note) -> list[Problem]:
    """What stands word for word in the private note too, asked about once."""
    private = list(asdict(note).values())
    for text in [*entries.values(), shape.question]:
        if words := shared_run(private, text):
            return [Problem(PASTED.format(words=words), "is_meant")]
    return []


def standing(session: ThinkingTime, reader: User) -> StaleVersion | None:
    """What stands of a session that was held: the entries, and to its writer the note. None before, and for a
    chair who holds their own in its place.
    """
    if session.chair is None:
        return None
    barred = not_the_holder(session, reader)
    if session.chair_id != reader.pk and not barred:
        return None
    kept = ThinkingTimeEntry.objects.unscoped("the entries of thinking time that is in scope")
    entries = list(kept.filter(session=session).select_related("child"))
    if not entries:
        return None
    theirs = {f"{ENTRY}{entry.child_id}": entry.conclusion for entry in entries}
    if session.chair_id == reader.pk:
        theirs |= asdict(_note_of(session))
    saved_at = max(entry.written_at for entry in entries)
    sentence = barred or BOTH
    return StaleVersion(
        theirs=theirs, seen=seen_as(theirs), saved_by=session.chair, saved_at=saved_at, sentence=sentence
    )


def _note_of(session: ThinkingTime) -> Note:
    kept = ReflectiveNote.objects.filter(session=session).first()
    return Note(**{part: getattr(kept, part) for part in asdict(Note())}) if kept else Note()


def _texts(entries: Mapping[Child, str], note: Note) -> dict[str, str]:
    words = {f"{ENTRY}{child.pk}": conclusion for child, conclusion in entries.items()} | asdict(note)
    return {name: text.strip() for name, text in words.items()}


def _entry_problems(session: ThinkingTime, entries: Mapping[Child, str]) -> list[Problem]:
    """Each child of the request has a conclusion, and nobody else's child has one."""
    asked = set(session.request.children.values_list("child", flat=True))
    about = {child.pk for child in entries}
    return [
        *([Problem("This thinking time is not about that child.")] if about - asked else []),
        *([Problem("Enter a conclusion for each child")] if asked - about else []),
        *(
            Problem(f"Enter what you conclude for {child.display_name}", "entry", child.pk)
            for child, conclusion in entries.items()
            if not conclusion.strip()
        ),
    ]


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
