"""A conference that goes on without the thinking time it needs: the chair asks, whoever manages the chairs
decides; nobody decides their own.
"""

from __future__ import annotations

import datetime as dt

from conferences.models import Request, ThinkingTime, ThinkingWaiver
from conferences.operations.duties_refresh import refresh
from conferences.operations.notices import tell
from conferences.queries.notices import meeting_day
from conferences.queries.thinking_time import booked_chair, is_owed
from conferences.rules.notices import Change
from conferences.rules.thinking_time import WaiverReason
from conferences.rules.workflow import OPEN_REQUESTS
from safeguarding import audit
from safeguarding.access import can
from safeguarding.models import Outcome, User
from safeguarding.operation import lock, lock_rows, need_words, operation, refuse_own, refuse_parted
from safeguarding.refusals import Refused, missing, refuse_all
from safeguarding.rights import Permission
from safeguarding.second_person.closing import (
    OWN_ASKED,
    close,
    close_lapsed,
    end_unconfirmed,
    last_day,
    lock_waiting,
)

WAITS = "A waiver of this thinking time was asked for already."
NOT_OWED = "This thinking time is not owed any more, so nothing is to be waived."
OWN_CHAIR = "You chair this conference, so somebody else decides whether its thinking time is waived."
HELD = "Thinking time was held."
NO_CONFERENCE = "The request for the conference was withdrawn."


@operation(needs=Permission.HOLD_THINKING_TIME, refuses={"thinkingwaiver_one_at_a_time": WAITS})
def ask_waiver(
    *, session: ThinkingTime, why: WaiverReason | None, words: str, by: User, at: dt.datetime
) -> ThinkingWaiver:
    """Ask that the conference goes on without it, with why; until it is granted the record is not signed.

    Refused: another's conference, what is held, waived or not required, and what was asked for already.
    """
    held = _lock_owed(session)
    chair = booked_chair(held.request)
    if chair is not None and chair.pk != by.pk:
        raise Refused(f"{chair.full_name} chairs this conference, so only they can ask for a waiver.")
    refuse_all(
        missing(
            why=(why, "Select why the conference should go on without it"),
            words=(words, "Enter why in your words"),
        )
    )
    assert why is not None  # Refused above.
    same = ThinkingWaiver.objects.unscoped("what was asked of thinking time in scope").filter(session=held)
    close_lapsed(same, by=by, at=at)
    if same.filter(closed_at__isnull=True).exists():
        raise Refused(WAITS)
    asked = ThinkingWaiver.objects.create(
        session=held, why=why, words=words.strip(), asked_by=by, asked_at=at, last_date=last_day(at)
    )
    audit.record("thinking_waiver.asked", asked, by=by, at=at, detail={"why": str(why)})
    return asked


def _lock_owed(session: ThinkingTime) -> ThinkingTime:
    request: Request = lock(session.request)
    held = lock(session, "request")
    refuse_parted(held, "request", request)
    # A meeting that was moved to an earlier day, or to another chair, is not preceded by what was held since.
    if request.state not in OPEN_REQUESTS or not is_owed(held):
        raise Refused(NOT_OWED)
    return held


@operation(needs=Permission.WAIVE_THINKING_TIME)
def grant_waiver(*, waiver: ThinkingWaiver, words: str, by: User, at: dt.datetime) -> ThinkingWaiver:
    """Let the conference go on without it, with the reason.

    Refused: to who asked and to who chairs, what lapsed or is decided, and what is not owed any more.
    """
    session = _lock_owed(waiver.session)
    held = lock_waiting(waiver, at)
    chair = booked_chair(session.request)
    refuse_own(by, held.asked_by_id, sentence=OWN_ASKED)
    refuse_own(by, chair.pk if chair else None, sentence=OWN_CHAIR)
    reason = need_words(words=(words, "Enter why it can go on without"))["words"]
    close(held, Outcome.CONFIRMED, by=by, at=at, reason=reason)
    detail = {"session": session.pk, "asked_by": held.asked_by_id}
    audit.record("thinking_waiver.granted", held, by=by, at=at, detail=detail)
    refresh(session.request, met_by=None, at=at)
    _tell(Change.WAIVED, held, by, at)
    return held


@operation(needs=Permission.READ_REQUEST)
def turn_down_waiver(*, waiver: ThinkingWaiver, reason: str, by: User, at: dt.datetime) -> ThinkingWaiver:
    """The thinking time stays owed: withdrawn by who asked, refused by somebody who could grant it."""
    lock(waiver.session.request)
    held = lock_waiting(waiver, at)
    if held.asked_by_id != by.pk:
        if not can(by, Permission.WAIVE_THINKING_TIME):
            raise Refused("Only who asked for this can withdraw it.")
        chair = booked_chair(held.session.request)
        refuse_own(by, chair.pk if chair else None, sentence=OWN_CHAIR)
    how = end_unconfirmed(held, reason=reason, by=by, at=at)
    audit.record(f"thinking_waiver.{how.lower()}", held, by=by, at=at, detail={"session": held.session_id})
    if how is Outcome.REFUSED:
        _tell(Change.NOT_WAIVED, held, by, at)
    return held


def _tell(change: Change, waiver: ThinkingWaiver, by: User, at: dt.datetime) -> None:
    """Who asked, and who chairs the conference by now, hear of the answer."""
    request = waiver.session.request
    chair = booked_chair(request)
    people = {waiver.asked_by_id, *([chair.pk] if chair else [])}
    tell(change, request, people, besides=by, day=meeting_day(request), at=at)


def close_overtaken(of: Request | ThinkingTime, writer: User, at: dt.datetime, why: str = HELD) -> None:
    """What was asked is not needed any more: the session was held, or the request is over, for the operation
    that kept so.
    """
    whose = {"session__request": of} if isinstance(of, Request) else {"session": of}
    rows = ThinkingWaiver.objects.unscoped("what waits of thinking time that is not owed any more").filter(
        closed_at__isnull=True, **whose
    )
    for one in lock_rows(rows):
        close(one, Outcome.WITHDRAWN, by=writer, at=at, reason=why)
