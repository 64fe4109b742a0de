"""What may be done with a duty besides doing it: acknowledge it, put it off, give it to somebody else.

Each goes for the siblings who stand in one line with it. A step is added to the duty's chain for good.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from conferences.models import Duty, DutyStep, Escalation
from conferences.operations.notices_escalations import acknowledge_escalation, acknowledged_words
from conferences.queries.duties_duty import (
    is_chairs,
    is_ones_own,
    line_of,
    may_be_given,
    put_off_limit,
    stands_above,
    takers,
)
from conferences.rules.deadlines import CATALOGUE, Code
from conferences.rules.deadlines_steps import Step, put_off_refused
from safeguarding import audit
from safeguarding.access import scope
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock_all, operation
from safeguarding.refusals import Problem, Refused, missing, refuse_all
from safeguarding.rights import Permission

OVER = "This is done or no longer due, so there is nothing left to do with it."
NOT_YOURS = "This is somebody else’s, so only they or their deputy can do that."
NOT_TO_GIVE = "You cannot give this to somebody else: see on its page who can."


@operation(needs=Permission.MY_WORK)
def acknowledge(*, duty: Duty, words: str, by: User, at: dt.datetime) -> list[DutyStep]:
    """Say that one has seen it, and what is done about it, where it was passed up to one.

    Said a second time in the same words, nothing is added. Refused: to those whose it is not and to whom it
    was not passed up; what was passed up, without words, or after somebody acknowledged it.
    """
    duties = _lock_line(duty, by)
    passed_up = stands_above(by, duties)
    is_own, before = is_ones_own(by, duties[0], day_of(at)), _acknowledged(by, duties)
    if not (passed_up or is_own or before):
        raise Refused(NOT_YOURS)
    if not passed_up and _is_said(duties, by, words.strip()):
        return []
    if not passed_up and not is_own:
        raise Refused(before)
    for one in passed_up:
        acknowledge_escalation(escalation=one, words=words, by=by, at=at)
    return _step(duties, Step.ACKNOWLEDGED, by, at, words=words.strip())


@operation(needs=Permission.MY_WORK)
def put_off(
    *, duty: Duty, until_date: dt.date | None, words: str, by: User, at: dt.datetime
) -> list[DutyStep]:
    """Take it off one's list until a day, with the reason; never past a day that the law sets.

    Refused: no day, no reason, a day that is not to come or too late, and to those whose it is not.
    """
    duties, on = _lock_line(duty, by), day_of(at)
    if not is_ones_own(by, duties[0], on):
        raise Refused(NOT_YOURS)
    wrong = put_off_refused(until_date, on, put_off_limit(duties, on))
    problems = [Problem(wrong, "until_date")] if wrong else []
    refuse_all([*problems, *missing(words=(words, "Enter why it is put off"))])
    for one in duties:
        one.put_off_until_date = until_date
        one.save(update_fields=["put_off_until_date"])
    return _step(duties, Step.PUT_OFF, by, at, words=words.strip(), until_date=until_date)


@operation(needs=Permission.REASSIGN_DUTY)
def give(*, duty: Duty, to: User | None, words: str, by: User, at: dt.datetime) -> list[DutyStep]:
    """Give it to somebody who may do it and may see every child of it; the scan keeps it theirs.

    Refused: nobody, no reason, somebody who may not, and where another is the one to give it.
    """
    duties = _lock_line(duty, by)
    if not may_be_given(by, duties[0]):
        raise Refused(NOT_TO_GIVE)
    needed = missing(to=(to, "Select who does it"), words=(words, "Enter why it is given to somebody else"))
    refuse_all(needed)
    assert to is not None  # Refused above.
    if not takers(by, duties, at).filter(pk=to.pk).exists():
        raise Refused(f"{to.full_name} cannot do this: choose somebody else", "to")
    if duties[0].owner_id == to.pk:
        raise Refused(f"This is {to.full_name}’s already", "to")
    return _give(duties, to, words.strip(), by, at)


def pass_duty_on(duty: Duty, to: User, words: str, *, writer: User, at: dt.datetime) -> bool:
    """Give a duty to somebody, for an operation; whether they may do it and see its child."""
    held = lock_all([duty], "child")
    if held[0].closed_at or is_chairs(held[0]) or not takers(writer, held, at).filter(pk=to.pk).exists():
        return False
    _give(held, to, words, writer, at)
    return True


def _give(duties: Sequence[Duty], to: User, words: str, by: User, at: dt.datetime) -> list[DutyStep]:
    for one in duties:
        role = CATALOGUE[Code(one.kind)].held_as(to.roles)
        one.given_to, one.owner, one.owner_role, one.put_off_until_date = to, to, role, None
        one.save(update_fields=["given_to", "owner", "owner_role", "put_off_until_date"])
    return _step(duties, Step.GIVEN, by, at, words=words, given_to=to)


def _lock_line(duty: Duty, by: User) -> list[Duty]:
    """The open duties that stand in one line with this one for this person, as they are now."""
    held = lock_all(line_of(by, duty))
    # A sibling's may have passed to somebody else before it was held.
    owners = {one.owner_id for one in held if one.pk == duty.pk}
    duties = [one for one in held if one.closed_at is None and one.owner_id in owners]
    if not duties:
        raise Refused(OVER)
    return duties


def _is_said(duties: Sequence[Duty], by: User, words: str) -> bool:
    """Whether the last step of each of these is this person's acknowledgement, in these words."""
    steps = scope(by, DutyStep).filter(duty__in=duties).order_by("pk")
    last = {step.duty_id: step for step in steps}
    said = [one for one in last.values() if (one.kind, one.done_by_id) == (Step.ACKNOWLEDGED, by.pk)]
    return len(said) == len(duties) and all(one.words == words for one in said)


def _acknowledged(by: User, duties: Sequence[Duty]) -> str:
    """Who acknowledged what was passed up to this person's role; "" where nothing was."""
    rows = scope(by, Escalation).filter(duty__in=duties, to_role__in=by.roles, acknowledged_at__isnull=False)
    one = rows.select_related("acknowledged_by").last()
    return acknowledged_words(one) if one else ""


def _step(duties: Sequence[Duty], kind: Step, by: User, at: dt.datetime, **facts: Any) -> list[DutyStep]:
    steps = [DutyStep(duty=one, kind=kind, done_by=by, done_at=at, **facts) for one in duties]
    DutyStep.objects.bulk_create(steps)
    for one in duties:
        detail = {"kind": one.kind, "due": one.due_date.isoformat()}
        audit.record(f"duty.{kind.lower()}", one, by=by, at=at, detail=detail)
    return steps
