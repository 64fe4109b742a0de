"""Excluding somebody of the family from a conference: asked for, decided by its chair, told, and lifted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from conferences.models import Exclusion, Request
from conferences.operations.duties_refresh import refresh
from conferences.operations.exclusions_known import known_before
from conferences.queries.exclusions import (
    attends,
    is_booked,
    is_chair_of,
    put_there_at,
    standing_exclusions,
    standing_of,
    was_held_first,
)
from conferences.queries.exclusions_letters import hiding, own_lines
from conferences.queries.invitations import related_people
from conferences.rules.exclusions import (
    EXCLUDED,
    Answer,
    AskedFor,
    DecidedOn,
    Extent,
    Ground,
    Instead,
    LiftReason,
    ToldHow,
    asked_problems,
    decided_problems,
    telling_problems,
)
from conferences.rules.workflow import OPEN_REQUESTS
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import Person, User
from safeguarding.operation import lock, operation
from safeguarding.refusals import FORBIDDEN, Problem, Refused, missing, refuse_all
from safeguarding.rights import Permission
from safeguarding.versions import StaleVersion, join_untouched, marks_of

OVER = "This conference was held or is not asked for any more, so nobody is excluded from it and none let in."
LIFTED = "This exclusion was lifted, so nothing more is recorded of it."
DECIDED = "The chair has decided on this, so what was asked for stays as it was."
NOT_RELATED = "Select only people who are related to the children of this request"
NOBODY = "Select who should be excluded, or enter a name"
TWICE = "There is already an exclusion of this person for this conference. Open that one."
ONLY_CHAIR = "Only the chair of this conference decides who is excluded from it."
OWN_CHAIR = "You chair this conference, so decide this as its chair."
WHY_NOT_THE_CHAIR = "Enter why the chair does not decide"
NO_MEETING = "The conference is not in the diary yet. Whoever is to chair it decides then."
THERE = "They are recorded as somebody who attends. Correct the attendance first."
UNDECIDED = "The chair has not decided to exclude this person."
ASKED = ("ground", "facts", "extent", "part", "asker", "asked_date")
DECISION = ("answer", "decided_part", "reasons", "instead", "instead_words", "letter_why", "teller")
DECISION_IN_PLACE = (*DECISION, "decided_in_place")
# Where one of these is other, the person is told anew.
TOLD = ("answer", "decided_part", "instead", "instead_words", "letter_why")
# What is told in words somebody wrote; a part is typed into another field than it is kept in.
TOLD_WORDS, FIELDS = ("decided_part", "instead_words", "letter_why", "teller"), {"decided_part": "part"}
HIDDEN = "An address that is confidential in this family stands here, and the person is told these words"
REFUSES = {"exclusion_person_once": (TWICE, "person"), "exclusion_name_once": (TWICE, "name")}


@operation(needs=Permission.INVITE, refuses=REFUSES)
def ask_exclusion(
    *, request: Request, person: Person | None, name: str, told: AskedFor, by: User, at: dt.datetime
) -> Exclusion:
    """Somebody asks to exclude a person of the family, or one who is known by `name` alone.

    Raises Refused for nobody, for all that is missing, for who is of no family here, for somebody of whom one
    stands, on record or by name alone, and where the request is over. Sent twice the same, it is there once.
    """
    held = _lock_open(request)
    named = person.full_name if person else name.strip()
    lacks = [] if named else [Problem(NOBODY, "person")]
    refuse_all([*lacks, *asked_problems(told, day_of(at))])
    if person and not related_people(held, {person.pk}):
        raise Refused(NOT_RELATED, "person")
    values = asked_values(told)
    same = standing_of(standing_exclusions(held), named, person.pk if person else None)
    if same:
        if (same.person, same.name, same.put_by) == (person, named, by) and _stands_as(same, values):
            return same
        raise Refused(TWICE, "person" if person else "name")
    made: Exclusion = Exclusion.objects.create(
        request=held, person=person, name=named, put_by=by, put_at=at, saved_by=by, saved_at=at, **values
    )
    audit.record("exclusion.asked", made, by=by, at=at, detail={"ground": made.ground})
    refresh(held, met_by=by, at=at)
    return made


@operation(needs=Permission.INVITE)
def change_exclusion(
    *, exclusion: Exclusion, told: AskedFor, seen: str | None = None, by: User, at: dt.datetime
) -> Exclusion:
    """What is asked for, told otherwise until the chair has decided.

    Raises StaleVersion where somebody changed the same since it was `seen`, Refused as asking does.
    """
    _lock_open(exclusion.request)
    held = lock_standing(exclusion)
    if held.answer:
        raise Refused(DECIDED)
    refuse_all(asked_problems(told, day_of(at)))
    return _write(held, _joined(held, asked_values(told), seen), "exclusion.changed", by, at)


@operation(needs=Permission.RECORD_CONFERENCE)
def decide_exclusion(
    *, exclusion: Exclusion, told: DecidedOn, seen: str | None = None, by: User, at: dt.datetime
) -> Exclusion:
    """The chair of the meeting as it stands decides; told again, it is as decided last, and whoever was told
    is to be told anew where something else was decided.

    Raises Refused (403) to all but the chair, for all that is missing, and once the conference is over.
    """
    request = _lock_open(exclusion.request)
    held = lock_standing(exclusion)
    _guard_chair(request, by)
    decided = _decide(held, told, seen, by, at, more={"decided_in_place": ""})
    refresh(request, met_by=by, at=at)
    return decided


@operation(needs=Permission.EXCLUDE_IN_PLACE)
def decide_in_place(
    *,
    exclusion: Exclusion,
    told: DecidedOn,
    why: str,
    seen: str | None = None,
    by: User,
    at: dt.datetime,
) -> Exclusion:
    """The same by who leads the unit, where the chair cannot: `why`.

    Raises Refused as the chair's decision does, without a reason, and to the chair of the meeting.
    """
    request = _lock_open(exclusion.request)
    held = lock_standing(exclusion)
    if is_chair_of(request, by):
        raise Refused(OWN_CHAIR)
    if not is_booked(request):
        raise Refused(NO_MEETING)
    lacks = missing(decided_in_place=(why, WHY_NOT_THE_CHAIR))
    decided = _decide(held, told, seen, by, at, lacks=lacks, also={"decided_in_place": why.strip()})
    refresh(request, met_by=by, at=at)
    return decided


def _decide(
    held: Exclusion,
    told: DecidedOn,
    seen: str | None,
    writer: User,
    at: dt.datetime,
    *,
    lacks: Sequence[Problem] = (),
    also: Mapping[str, Any] | None = None,
    more: Mapping[str, Any] | None = None,
) -> Exclusion:
    """What was decided, with what is joined like it (`also`) and what is written with it (`more`)."""
    refuse_all([*decided_problems(told), *lacks])
    # What somebody else decided since this was opened is no other decision of who left it as it was.
    values = _joined(held, decided_values(told) | dict(also or {}), seen)
    if decided_problems(decided_from(values)):
        raise standing(held, tuple(values))
    if values["answer"] in EXCLUDED:
        _refuse_hidden(held, values)
    if held.answer == Answer.NOT and values["answer"] in EXCLUDED:
        _refuse_second(held)
    is_other = any(getattr(held, one) != values[one] for one in TOLD)
    if values["answer"] == Answer.WHOLE and attends(held):
        raise Refused(THERE, "answer")
    # Better words for the same are no other decision.
    when = at if is_other else held.decided_at
    rest: dict[str, Any] = {"decided_by": writer, "decided_at": when} | dict(more or {})
    if is_other:
        rest |= known_before(held, values["answer"])
    if values["answer"] not in EXCLUDED:
        rest |= _no_outcome()
    return _write(held, values, "exclusion.decided", writer, at, rest)


def _refuse_hidden(held: Exclusion, values: Mapping[str, Any]) -> None:
    """Raises Refused where a confidential address stands in what the person is told, in person too."""
    texts = {name: values[name] for name in TOLD_WORDS if values[name]}
    refuse_all([Problem(HIDDEN, FIELDS.get(name, name)) for name in hiding(held, texts, own_lines(held))])


def _refuse_second(held: Exclusion) -> None:
    """Raises Refused where the same person was asked for again since they were not excluded by this one."""
    if standing_of(standing_exclusions(held.request), held.name, held.person_id):
        raise Refused(TWICE, "answer")


@operation(needs=Permission.SEND_LETTERS)
def tell_excluded(
    *, exclusion: Exclusion, how: ToldHow | None, told_date: dt.date | None, by: User, at: dt.datetime
) -> Exclusion:
    """The person was told that they are excluded, how and when; told again, it is as told last."""
    held = lock_excluded(exclusion)
    assert held.decided_at is not None  # Refused above.
    lacks = missing(how=(how, "Select how they were told"))
    decided, is_earlier = day_of(held.decided_at), was_held_first(held.request)
    wrong = telling_problems(told_date, decided, day_of(at), asked=held.asked_date, was_held_first=is_earlier)
    refuse_all([*lacks, *wrong])
    assert how is not None  # Refused above.
    keep_telling(held, how, told_date, by, at)
    refresh(held.request, met_by=by, at=at)
    return held


def lock_excluded(exclusion: Exclusion) -> Exclusion:
    """One by which somebody is excluded, held with its request. Raises Refused for any other."""
    lock(exclusion.request)
    held = lock_standing(exclusion)
    refuse_undecided(held)
    return held


def keep_telling(
    held: Exclusion, how: ToldHow, told_date: dt.date | None, writer: User, at: dt.datetime
) -> None:
    """That somebody was told, inside an operation that holds the exclusion and refreshes; again as before,
    where the meeting was put elsewhere between the two, they were told anew.
    """
    values = {"told_how": how.value, "told_date": told_date}
    put = put_there_at(held.request)
    is_anew = put and held.told_at and told_date and held.told_at < put and told_date >= day_of(put)
    if is_anew or any(getattr(held, name) != value for name, value in values.items()):
        write_values(held, values | {"told_by": writer, "told_at": at}, writer, at)
        audit.record("exclusion.told", held, by=writer, at=at, detail={"how": how.value})


@operation(needs=Permission.INVITE)
def lift_exclusion(
    *, exclusion: Exclusion, reason: LiftReason | None, words: str = "", by: User, at: dt.datetime
) -> Exclusion:
    """An exclusion stands no more; it stays on record with the reason. Done twice, it is done once.

    Raises Refused without a reason, once the conference is over, and (403) to all but the chair for one that
    was decided.
    """
    refuse_all(missing(reason=(reason, "Select why it stands no more")))
    assert reason is not None  # Refused above.
    if reason is LiftReason.OTHER:
        refuse_all(missing(words=(words, "Enter the reason")))
    request = _lock_open(exclusion.request)
    held = lock(exclusion)
    if held.lifted_at is not None:
        return held
    if held.answer:
        _guard_chair(request, by)
    values = {"lift_reason": reason.value, "lift_words": words.strip(), "lifted_by": by, "lifted_at": at}
    write_values(held, values, by, at)
    audit.record("exclusion.lifted", held, by=by, at=at, detail={"reason": reason.value})
    refresh(request, met_by=by, at=at)
    return held


def asked_values(told: AskedFor) -> dict[str, Any]:
    """As the columns have it, which the form's fields are called by."""
    values = asdict(told)
    return values | {
        "ground": told.ground.value if told.ground else "",
        "extent": told.extent.value if told.extent else "",
        "facts": told.facts.strip(),
        "part": told.part.strip() if told.extent is Extent.PART else "",
        "asker": told.asker.strip(),
    }


def decided_values(told: DecidedOn) -> dict[str, Any]:
    """The same of a decision; of somebody who is not excluded there is nothing but the reasons."""
    is_excluded = told.answer in EXCLUDED
    return {
        "answer": told.answer.value if told.answer else "",
        "decided_part": told.part.strip() if told.answer is Answer.PART else "",
        "reasons": told.reasons.strip(),
        "instead": told.instead.value if told.instead and is_excluded else "",
        "instead_words": told.instead_words.strip() if is_excluded else "",
        "letter_why": told.letter_why.strip() if is_excluded else "",
        "teller": told.teller.strip() if is_excluded else "",
    }


def asked_from(typed: Mapping[str, Any]) -> AskedFor:
    """asked_values() backwards."""
    ground = Ground(typed["ground"]) if typed["ground"] else None
    extent = Extent(typed["extent"]) if typed["extent"] else None
    return AskedFor(**{name: typed[name] for name in ASKED} | {"ground": ground, "extent": extent})


def decided_from(typed: Mapping[str, Any]) -> DecidedOn:
    """decided_values() backwards."""
    same = {name: typed[name] for name in ("reasons", "instead_words", "letter_why", "teller")}
    return DecidedOn(
        answer=Answer(typed["answer"]) if typed["answer"] else None,
        part=typed["decided_part"],
        instead=Instead(typed["instead"]) if typed["instead"] else None,
        **same,
    )


def _stands_as(held: Exclusion, values: Mapping[str, Any]) -> bool:
    return all(getattr(held, name) == value for name, value in values.items())


def standing(exclusion: Exclusion, names: Sequence[str]) -> StaleVersion:
    """What stands now of what was asked for or decided, and who wrote last."""
    theirs = {name: getattr(exclusion, name) for name in names}
    return StaleVersion(
        theirs=theirs, seen=marks_of(theirs), saved_by=exclusion.saved_by, saved_at=exclusion.saved_at
    )


def _joined(held: Exclusion, values: dict[str, Any], seen: str | None) -> dict[str, Any]:
    """These values, joined with what somebody wrote since `seen`. Raises StaleVersion where both wrote."""
    stands = standing(held, tuple(values))
    if seen is not None and seen != stands.seen:
        values, met = join_untouched(seen, values, stands.theirs)
        if met:
            raise stands
    return values


def _write(
    held: Exclusion,
    values: dict[str, Any],
    what: str,
    writer: User,
    at: dt.datetime,
    more: Mapping[str, Any] | None = None,
) -> Exclusion:
    """These values, with `more` where one of them is other; nothing where they stand already."""
    if _stands_as(held, values):
        return held
    write_values(held, values | dict(more or {}), writer, at)
    audit.record(what, held, by=writer, at=at, detail={"items": sorted(values)})
    return held


def write_values(held: Exclusion, values: Mapping[str, Any], writer: User, at: dt.datetime) -> None:
    """These values of an exclusion that is held, with who wrote and when."""
    for name, value in values.items():
        setattr(held, name, value)
    held.saved_by, held.saved_at = writer, at
    held.save(update_fields=[*values, "saved_by", "saved_at"])


def _no_outcome() -> dict[str, Any]:
    words = dict.fromkeys(("gets_letter", "gets_record", "outcome_words", "outcome_in_place"), "")
    return words | {"outcome_by": None, "outcome_at": None}


def _lock_open(request: Request) -> Request:
    held = lock(request)
    if held.state not in OPEN_REQUESTS:
        raise Refused(OVER)
    return held


def lock_standing(exclusion: Exclusion) -> Exclusion:
    """One that was not lifted, held. Raises Refused for any other."""
    held = lock(exclusion, "saved_by", "request", "person")
    if held.lifted_at is not None:
        raise Refused(LIFTED)
    return held


def _guard_chair(request: Request, person: User) -> None:
    if not is_chair_of(request, person):
        raise Refused(ONLY_CHAIR, status=FORBIDDEN)


def refuse_undecided(held: Exclusion) -> None:
    """Raises Refused where nobody is excluded by it."""
    if held.answer not in EXCLUDED:
        raise Refused(UNDECIDED)
