"""A consultation is taken back with its reason: what was raised by hand, before anybody answered; or what was
agreed, where nobody asked for the conference and nobody will. And the next request carries what was agreed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from conferences.models import Consultation, RequestedChild
from conferences.operations.consultations import hold
from conferences.operations.duties_refresh import refresh
from conferences.operations.notices import tell_of_consultation
from conferences.queries.consultations import askers, last_answer
from conferences.queries.consultations_agreed import agreed_unasked, asks_due
from conferences.rules.consultations import UNANSWERED, Answer, Cause
from conferences.rules.notices import Change
from conferences.rules.workflow import CONSULTATION, Event, next_state
from safeguarding import audit
from safeguarding.access import can
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock, operation
from safeguarding.refusals import FORBIDDEN, Problem, Refused, missing, refuse_all
from safeguarding.rights import Permission

NOT_BY_HAND = (
    "This consultation was not raised by hand. It ends with its request, with a decision, or with the plan."
)
NOT_YOURS = "Whoever raised it, or the child’s own team, withdraws it. You may decide it instead."
PARTNERS = (
    "A partner agency used its right to this conference. Only whoever decides consultations records that the"
    " agency wants it no more."
)
ASKED_FOR = "A conference is asked for already, or this was withdrawn. Withdraw the request instead."


@operation(needs=Permission.CONSULT)
def take_back(
    *, consultations: Sequence[Consultation], reason: str, by: User, at: dt.datetime
) -> list[Consultation]:
    """Take these children's parts back, with why: what was asked by hand is asked no more, and what was
    agreed is not asked for after all. A decision stays as it was made.

    Refused: what a rule or a request raised, what somebody else asked outside the child's team, and a
    conference that is asked for already.
    """
    refuse_all(
        [
            *([] if consultations else [Problem("Select a child", "children")]),
            *missing(reason=(reason, "Enter why it is withdrawn")),
        ]
    )
    held = hold(consultations, even_over=True)
    due = asks_due(held, day_of(at))
    for one in held:
        _refuse(one, one.pk in due, by)
    for one in held:
        one.state = next_state(CONSULTATION, one.state, Event.TAKE_BACK, *by.roles)
        one.withdrawn_by, one.withdrawn_at, one.withdrawn_reason = by, at, reason.strip()
        one.save(update_fields=["state", "withdrawn_by", "withdrawn_at", "withdrawn_reason"])
        audit.record("consultation.withdrawn", one, by=by, at=at, detail={"state": one.state})
        tell_of_consultation(Change.TAKEN_BACK, one, besides=by, at=at)
    refresh(*held, met_by=None, at=at)
    return held


def _refuse(one: Consultation, is_due: bool, by: User) -> None:
    is_theirs = can(by, Permission.ASK_CONFERENCE) or by.pk in askers(one)
    if one.state in UNANSWERED:
        if one.cause != Cause.BY_HAND or one.requested_child_id is not None:
            raise Refused(NOT_BY_HAND)
        if not is_theirs:
            raise Refused(NOT_YOURS, status=FORBIDDEN)
        return
    next_state(CONSULTATION, one.state, Event.TAKE_BACK, *by.roles)
    if not is_due:
        raise Refused(ASKED_FOR)
    decides, last = can(by, Permission.DECIDE_CONSULTATION), last_answer(one)
    if last is not None and last.answer == Answer.PARTNER_RIGHT and not decides:
        raise Refused(PARTNERS, status=FORBIDDEN)
    if not decides and not is_theirs:
        raise Refused(NOT_YOURS, status=FORBIDDEN)


def carry(asked: RequestedChild, *, teller: User, at: dt.datetime) -> bool:
    """The request that asks for what was agreed for the child carries that decision, so that it is not asked
    for a second time; whether there was any. For the operation that put the child into the request.
    """
    found = agreed_unasked(asked.child_id, asked)
    if found is None:
        return False
    held = lock(found)
    # Taken back or replaced while this waited for it: then the request asks anew.
    if agreed_unasked(asked.child_id, asked) != held:
        return False
    held.requested_child = asked
    held.save(update_fields=["requested_child"])
    audit.record("consultation.carried", held, by=teller, at=at, detail={"request": asked.request_id})
    return True
