"""Who is invited to a conference: put on its list, invited, what they answer and report, and taken off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from conferences.models import Invitation, Request, RequestedChild
from conferences.operations.duties_refresh import refresh
from conferences.operations.invitations_again import other_time, seen_of
from conferences.operations.invitations_links_ends import end_all
from conferences.queries.exclusions import kept_from
from conferences.queries.invitations import kinds_in_use, related_people
from conferences.rules.exclusions import Kept, kept_from_all
from conferences.rules.invitations import AS_COMING, AS_REPLY, Channel, Need, OffReason, Reply, TakesPart
from conferences.rules.quoracy import PRESENT
from conferences.rules.workflow import OPEN_REQUESTS, RequestState
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import Person, User
from safeguarding.operation import lock, lock_all, operation, refuse_parted
from safeguarding.refusals import Problem, Refused, missing, refuse_all
from safeguarding.rights import Permission
from safeguarding.versions import BOTH, StaleVersion, join_untouched
from safeguarding.wording import uk_date

OVER = "This conference was held or is not asked for any more, so nobody is put on its list or taken off."
GONE = "This request was withdrawn, so nothing more is recorded about who was invited."
OFF = "This person is not on the list any more."
NOBODY = "Select or enter at least one person"
NOT_OF_REQUEST = "Select only children of this request"
CHILD_CHOOSES = "A child chooses how to take part. Record what they chose."
NOT_A_CHILD = "Only a child of this conference chooses how to take part."
NOT_ASKED = "Select that they need it, or that it is not arranged"
NOT_RELATED = "Select only people who are related to the children of this request"
ONCE = (
    "Somebody of the family called {name} is on the list already. If this is somebody else, write what tells"
    " them apart; if not, open the one on the list, or take them off first"
)
NOT_EXCLUDED = "{name} is not excluded from the whole conference"
EXCLUDED = "{name} is excluded from the whole conference. Lift the exclusion before you invite them"
ANSWER = ("reply", "needs", "arranged", "needs_words")
CHOICE = ("takes_part", "needs", "arranged", "needs_words")


@dataclass(frozen=True)
class Guest:
    """Somebody to invite. `agency_kind` is "" for the family, None where it was not said; `asked` a child of
    the request.
    """

    name: str
    role: str
    agency_kind: str | None
    is_report_asked: bool = False
    person: Person | None = None
    needed: tuple[Need, ...] = ()
    needs_words: str = ""
    asked: RequestedChild | None = None


@operation(needs=Permission.INVITE)
def put_on(*, request: Request, guests: Sequence[Guest], by: User, at: dt.datetime) -> list[Invitation]:
    """Put people on the list of a request; who stands on it already is left as they are.

    Raises Refused for nobody, a name or agency that is missing, who is of no family here, and where the
    request is over.
    """
    held = lock(request)
    if held.state not in OPEN_REQUESTS:
        raise Refused(OVER)
    refuse_all(_problems(held, guests))
    on_it = _list_of(held)
    refuse_all(_twice(on_it, guests))
    there = {_key(one.person_id, one.requested_child_id, one.name, one.agency_kind) for one in on_it}
    made = []
    for one in guests:
        person, asked = (row.pk if row else None for row in (one.person, one.asked))
        key = _key(person, asked, one.name, one.agency_kind or "")
        if key not in there:
            there.add(key)
            made.append(_put_on(held, one, by, at))
    audit.record("invitations.put_on", held, by=by, at=at, detail={"people": len(made)})
    refresh(held, met_by=by, at=at)
    return made


def _list_of(request: Request) -> list[Invitation]:
    rows = Invitation.objects.unscoped("the list of a request in scope")
    return list(rows.filter(request=request, off_at=None))


def _twice(on_it: Sequence[Invitation], guests: Sequence[Guest]) -> list[Problem]:
    """Who would be on a list by their record and once more by name alone, with two answers."""
    known = [(one.name, one.person_id) for one in on_it if not (one.agency_kind or one.requested_child_id)]
    known += _grown_ups(guests)
    recorded = {name.strip().lower() for name, person in known if person}
    alone = {name.strip().lower(): name.strip() for name, person in known if not person}
    return [Problem(ONCE.format(name=alone[one]), "name") for one in sorted(recorded & alone.keys())]


def _grown_ups(guests: Sequence[Guest]) -> list[tuple[str, int | None]]:
    """Name and record of each grown-up of the family."""
    of_family = [one for one in guests if not (one.agency_kind or one.asked)]
    return [(one.name, one.person.pk if one.person else None) for one in of_family]


def _key(person: int | None, child: int | None, name: str, kind: str) -> tuple[object, ...]:
    if person or child:
        return (person, child)
    return (None, name.strip().lower(), kind)


def _problems(request: Request, guests: Sequence[Guest]) -> list[Problem]:
    if not guests:
        return [Problem(NOBODY)]
    kinds, found = {"", *(kind.code for kind in kinds_in_use())}, []
    for one in guests:
        kind = "said" if one.agency_kind in kinds else None
        found += missing(
            name=(one.name, "Enter the name of the person"),
            kind=(kind, "Select the agency, or family"),
        )
        if one.is_report_asked and not one.agency_kind:
            found.append(Problem("A report is asked of an agency", "is_report_asked"))
    people = {one.person.pk for one in guests if one.person}
    if found:
        return found
    if any(one.asked is not None and one.asked.request_id != request.pk for one in guests):
        return [Problem(NOT_OF_REQUEST)]
    strangers = [Problem(NOT_RELATED)] if people - related_people(request, people) else []
    kept = kept_from(request)
    ids = _grown_ups(guests)
    return strangers + [Problem(EXCLUDED.format(name=n)) for n, pk in ids if kept_from_all(kept, n, pk)]


def _put_on(request: Request, one: Guest, by: User, at: dt.datetime) -> Invitation:
    made: Invitation = Invitation.objects.create(
        request=request,
        person=one.person,
        requested_child=one.asked,
        name=one.name.strip(),
        role=one.role.strip(),
        agency_kind=one.agency_kind or "",
        is_report_asked=one.is_report_asked,
        needs=[need.value for need in one.needed],
        needs_words=one.needs_words.strip(),
        put_on_by=by,
        put_on_at=at,
        told_by=by,
        told_at=at,
    )
    return made


@operation(needs=Permission.INVITE)
def tell_invited(
    *,
    invitations: Collection[Invitation],
    channel: Channel | None,
    invited_date: dt.date | None,
    by: User,
    at: dt.datetime,
) -> list[Invitation]:
    """These people of one request were invited on a day; told again, it is as told last.

    Raises Refused for nobody, a missing answer, a day to come or before the request, and where one is off.
    """
    lacks = [] if invitations else [Problem("Select who was invited", "people")]
    lacks += missing(
        channel=(channel, "Select how they were invited"),
        invited_date=(invited_date, "Enter the day they were invited"),
    )
    refuse_all(lacks)
    assert channel is not None and invited_date is not None  # Refused above.
    request = lock_request(next(iter(invitations)).request)
    held, kept = lock_all(list(invitations)), kept_from(request)
    for one in held:
        refuse_parted(one, "request", request)
        refuse_off(one)
        _refuse_excluded(one, kept, "people")
    refuse_all(_day_problems(invited_date, request, at))
    for one in held:
        one.channel, one.invited_date, one.told_by, one.told_at = channel.value, invited_date, by, at
        one.save(update_fields=["channel", "invited_date", "told_by", "told_at"])
    audit.record("invitations.sent", request, by=by, at=at, detail={"people": len(held)})
    refresh(request, met_by=by, at=at)
    return held


def _day_problems(day: dt.date, request: Request, at: dt.datetime) -> list[Problem]:
    asked = day_of(request.requested_at)
    if day > day_of(at):
        return [Problem("Day they were invited must be today or earlier", "invited_date")]
    if day < asked:
        sentence = f"Day they were invited must be on or after {uk_date(asked)}, the day of the request"
        return [Problem(sentence, "invited_date")]
    return []


@operation(needs=Permission.INVITE)
def tell_answer(
    *,
    invitation: Invitation,
    reply: Reply | None,
    needs: Collection[Need],
    needs_words: str,
    arranged: Collection[Need] = (),
    seen: str | None = None,
    by: User,
    at: dt.datetime,
) -> Invitation:
    """What somebody answered, and what they need to take part; told again, it is as told last.

    Raises StaleVersion where somebody told something else since it was `seen`, Refused where they are off.
    """
    refuse_all(missing(reply=(reply, "Select what they answered")))
    assert reply is not None  # Refused above.
    if invitation.requested_child_id:
        raise Refused(CHILD_CHOOSES)
    if AS_COMING.get(reply, "") in PRESENT:
        _refuse_excluded(invitation, kept_from(invitation.request), "reply")
    told = {"reply": reply.value, **_need_values(needs, arranged, needs_words)}
    return tell(invitation, told, seen, by, at)


@operation(needs=Permission.INVITE)
def tell_choice(
    *,
    invitation: Invitation,
    takes_part: TakesPart | None,
    needs: Collection[Need],
    needs_words: str,
    arranged: Collection[Need] = (),
    seen: str | None = None,
    by: User,
    at: dt.datetime,
) -> Invitation:
    """How a child chose to take part, and what they need; with it stands what they answered. Told again, it
    is as told last.

    Raises StaleVersion where somebody told something else since it was `seen`, Refused for a grown-up.
    """
    refuse_all(missing(takes_part=(takes_part, "Select what they chose")))
    assert takes_part is not None  # Refused above.
    if not invitation.requested_child_id:
        raise Refused(NOT_A_CHILD)
    told = {"takes_part": takes_part.value, **_need_values(needs, arranged, needs_words)}
    return tell(invitation, told, seen, by, at)


def _need_values(needs: Collection[Need], arranged: Collection[Need], typed: str) -> dict[str, Any]:
    words = typed.strip()
    if set(arranged) - set(needs):
        raise Refused(NOT_ASKED, "arranged")
    if Need.OTHER in needs and not words:
        raise Refused("Enter what they need", "needs_words")
    return {
        "needs": [need.value for need in Need if need in needs],
        "arranged": [need.value for need in Need if need in arranged],
        "needs_words": words,
    }


def standing(invitation: Invitation, names: Sequence[str], sentence: str = BOTH) -> StaleVersion:
    """What stands now of what somebody told, for which time, and who told last."""
    theirs = {name: getattr(invitation, name) for name in names}
    return StaleVersion(
        theirs=theirs,
        seen=seen_of(invitation.request, theirs),
        saved_by=invitation.told_by,
        saved_at=invitation.told_at,
        sentence=sentence,
    )


def tell(
    invitation: Invitation, told: Mapping[str, Any], seen: str | None, writer: User, at: dt.datetime
) -> Invitation:
    """Within an operation: what one person told, joined with what was told since it was `seen`; asked again
    where that was for another time.
    """
    request = lock_request(invitation.request)
    held = lock(invitation, "told_by")
    refuse_off(held)
    stands = standing(held, tuple(told))
    values = dict(told)
    if seen is not None and seen != stands.seen:
        values, met = join_untouched(seen, told, stands.theirs)
        if moved := other_time(seen, told, request):
            raise standing(held, tuple(told), moved)
        if met:
            raise stands
    if values == stands.theirs:
        return held
    if "takes_part" in values:
        values["reply"] = AS_REPLY[TakesPart(values["takes_part"])].value
    for name, value in values.items():
        setattr(held, name, value)
    held.told_by, held.told_at = writer, at
    held.save(update_fields=[*values, "told_by", "told_at"])
    audit.record("invitation.told", held, by=writer, at=at, detail={"items": sorted(values)})
    refresh(request, met_by=writer, at=at)
    return held


@operation(needs=Permission.INVITE)
def take_off(
    *, invitation: Invitation, reason: OffReason | None, words: str = "", by: User, at: dt.datetime
) -> Invitation:
    """Invite somebody no more. They stay on record with the reason. Done twice, it is done once.

    Raises Refused without a reason, as excluded for whoever is not, and where the request is over.
    """
    refuse_all(missing(reason=(reason, "Select why they are invited no more")))
    if reason is OffReason.OTHER and not words.strip():
        raise Refused("Enter the reason", "words")
    assert reason is not None  # Refused above.
    request = lock(invitation.request)
    held = lock(invitation)
    if held.off_at is not None:
        return held
    if request.state not in OPEN_REQUESTS:
        raise Refused(OVER)
    if reason is OffReason.EXCLUDED and not is_excluded(held, kept_from(request)):
        raise Refused(NOT_EXCLUDED.format(name=held.name), "reason")
    held.off_reason, held.off_words, held.off_by, held.off_at = reason.value, words.strip(), by, at
    held.save(update_fields=["off_reason", "off_words", "off_by", "off_at"])
    end_all(held, by, at)
    audit.record("invitation.off", held, by=by, at=at, detail={"reason": held.off_reason})
    refresh(request, met_by=by, at=at)
    return held


def lock_request(request: Request) -> Request:
    """Raises Refused where it was withdrawn."""
    held = lock(request)
    if held.state == RequestState.WITHDRAWN:
        raise Refused(GONE)
    return held


def _refuse_excluded(invitation: Invitation, kept: Collection[Kept], field: str) -> None:
    """Raises Refused for somebody of the family who is excluded from the whole conference."""
    if is_excluded(invitation, kept):
        raise Refused(EXCLUDED.format(name=invitation.name), field)


def is_excluded(invitation: Invitation, kept: Collection[Kept]) -> bool:
    """Whether it is of somebody of the family who is excluded from the whole conference. A child of the
    request who is called as they are is not them.
    """
    if invitation.agency_kind or invitation.requested_child_id:
        return False
    return kept_from_all(kept, invitation.name, invitation.person_id)


def refuse_off(invitation: Invitation) -> None:
    """Raises Refused where somebody was taken off the list."""
    if invitation.off_at is not None:
        raise Refused(OFF)
