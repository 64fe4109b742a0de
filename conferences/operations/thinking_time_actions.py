"""What thinking time leads to: an action is somebody's by a day, and is closed once, with what came of it."""

from __future__ import annotations

import datetime as dt

from conferences.models import ThinkingAction, ThinkingTime
from conferences.operations.consultations_guards import work_day_problems
from conferences.operations.duties_refresh import refresh
from conferences.queries.thinking_time import not_the_holder
from conferences.rules.workflow import ThinkingTimeState
from safeguarding import audit
from safeguarding.access import scope
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock, operation
from safeguarding.refusals import FORBIDDEN, Problem, Refused, missing, refuse_all
from safeguarding.rights import Permission
from safeguarding.wording import uk_date

NOT_HELD = "Record that thinking time was held before you add what it leads to."
NOT_YOURS = "Whose action it is closes it, or who held the thinking time."
UNSEEN = "{name} may not see this family. Choose somebody else"
CLOSED = "This action was closed already."


@operation(needs=Permission.HOLD_THINKING_TIME)
def add_action(
    *,
    session: ThinkingTime,
    what: str,
    owner: User | None,
    owner_words: str,
    due_date: dt.date | None,
    by: User,
    at: dt.datetime,
) -> ThinkingAction:
    """Agree on something to be done. By who held the session; for somebody who sees all its children, or
    somebody outside by name.
    """
    held = lock(session)
    if held.state != ThinkingTimeState.HELD or held.in_error:
        raise Refused(NOT_HELD)
    if held.chair_id != by.pk:
        raise Refused("Only who held this thinking time adds to it.", status=FORBIDDEN)
    if sentence := not_the_holder(held, by):
        raise Refused(sentence)
    words = "" if owner else owner_words.strip()
    refuse_all(
        [
            *missing(
                what=(what, "Enter what will be done"),
                owner=(owner or words, "Choose by whom, or enter a name"),
                due_date=(due_date, "Enter by which day"),
            ),
            *work_day_problems(due_date, "due_date", day_of(at)),
            *_owner_problems(held, owner),
        ]
    )
    assert due_date is not None  # Refused above.
    made: ThinkingAction = ThinkingAction.objects.create(
        session=held,
        what=what.strip(),
        owner=owner,
        owner_words=words,
        due_date=due_date,
        added_by=by,
        added_at=at,
    )
    audit.record("thinking_action.added", made, by=by, at=at, detail={"session": held.pk})
    refresh(held.request, met_by=None, at=at)
    return made


def _owner_problems(session: ThinkingTime, owner: User | None) -> list[Problem]:
    if owner is None or (owner.is_active and scope(owner, ThinkingTime).filter(pk=session.pk).exists()):
        return []
    return [Problem(UNSEEN.format(name=owner.full_name), "owner")]


@operation(needs=Permission.READ_REQUEST)
def close_action(
    *,
    action: ThinkingAction,
    is_done: bool | None,
    done_date: dt.date | None,
    words: str,
    by: User,
    at: dt.datetime,
) -> ThinkingAction:
    """It was done on a day, or is not needed any more, and why. By whose it is, or who held the session; by
    whoever reads it once neither is here.
    """
    held = lock(action, "session")
    if sentence := close_refused(held, by):
        raise Refused(sentence)
    problems = missing(is_done=("" if is_done is None else "said", "Select what became of it"))
    if is_done:
        problems += missing(done_date=(done_date, "Enter when it was done"))
        if done_date is not None and not day_of(held.added_at) <= done_date <= day_of(at):
            since = uk_date(held.added_at)
            problems.append(Problem(f"The day must be from {since} to today", "done_date"))
    elif is_done is False:
        problems += missing(words=(words, "Enter why it is not needed"))
    refuse_all(problems)
    held.done_date = done_date if is_done else None
    held.closed_words, held.closed_by, held.closed_at = words.strip(), by, at
    held.save(update_fields=["done_date", "closed_words", "closed_by", "closed_at"])
    audit.record("thinking_action.closed", held, by=by, at=at, detail={"done": bool(is_done)})
    refresh(held.session.request, met_by=by if is_done else None, at=at)
    return held


def close_refused(action: ThinkingAction, person: User) -> str:
    """Why somebody cannot say what became of an action in scope; "" where they can."""
    if action.closed_at is not None:
        return CLOSED
    theirs = {pk for pk in (action.owner_id, action.session.chair_id) if pk is not None}
    is_anothers = person.pk not in theirs and User.objects.filter(pk__in=theirs, is_active=True).exists()
    return NOT_YOURS if is_anothers else ""
