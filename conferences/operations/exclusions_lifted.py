"""Whoever was told that they are excluded is told that it stands no more, or it is said why nobody tells
them; and what was recorded of a telling that was none is taken back.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from conferences.models import Exclusion
from conferences.operations.duties_refresh import refresh
from conferences.operations.exclusions import write_values
from conferences.operations.exclusions_known import NOT_LET_IN, UNTOLD
from conferences.queries.exclusions import standing_exclusions, standing_of
from conferences.rules.exclusions import EXCLUDED, ToldHow, let_in_problems
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock, need_words, operation
from safeguarding.refusals import Refused, missing, refuse_all
from safeguarding.rights import Permission

NOT_LIFTED = "This exclusion stands."
NOBODY_KNEW = "Nobody was told of this exclusion, so nobody is told that it stands no more."
AGAIN = "They are excluded again since. Tell them of that, and not that an earlier one stands no more."
LET_IN_ALREADY = "It is recorded that they were told. If they were not, take that back first."
NOTHING_TOLD = "No telling is recorded here, so there is none to take back."
TAKEN_BACK_SINCE = "Another telling is the last since you opened this page. Look at it first."
WHY_NOT_TOLD = "Enter why nobody tells them"
WHY_UNTOLD = "Enter why it was recorded though it did not happen"


@operation(needs=Permission.SEND_LETTERS)
def tell_let_in(
    *, exclusion: Exclusion, how: ToldHow | None, told_date: dt.date | None, by: User, at: dt.datetime
) -> Exclusion:
    """Whoever was told of an exclusion was told that it stands no more; told again, it is as told last.

    Raises Refused for one that stands, of which nobody was told, and today for whoever is excluded again: it
    may have been said before.
    """
    held, over = _lock_over(exclusion)
    again = standing_of(standing_exclusions(held.request), held.name, held.person_id)
    if again and again.answer in EXCLUDED and told_date == day_of(at):
        raise Refused(AGAIN)
    lacks = missing(how=(how, "Select how they were told"))
    refuse_all([*lacks, *let_in_problems(told_date, over, day_of(at))])
    assert how is not None  # Refused above.
    if (held.let_in_how, held.let_in_date) != (how.value, told_date):
        told = {"let_in_how": how.value, "let_in_date": told_date, "let_in_not": ""}
        write_values(held, told | {"let_in_by": by, "let_in_at": at}, by, at)
        audit.record("exclusion.let_in", held, by=by, at=at, detail={"how": how.value})
    refresh(held.request, met_by=by, at=at)
    return held


@operation(needs=Permission.SEND_LETTERS)
def say_not_let_in(*, exclusion: Exclusion, why: str, by: User, at: dt.datetime) -> Exclusion:
    """Nobody tells them that it stands no more, with why: it stands on nobody's work any more.

    Raises Refused as the telling does, and where they were told.
    """
    held, _ = _lock_over(exclusion)
    if held.let_in_date:
        raise Refused(LET_IN_ALREADY)
    words = need_words(why=(why, WHY_NOT_TOLD))["why"]
    if held.let_in_not != words:
        write_values(held, {"let_in_not": words, "let_in_by": by, "let_in_at": at}, by, at)
        audit.record("exclusion.not_let_in", held, by=by, at=at)
    refresh(held.request, met_by=by, at=at)
    return held


def _lock_over(exclusion: Exclusion) -> tuple[Exclusion, dt.date]:
    """One that stands no more and of which somebody was told, held, with the day since when."""
    lock(exclusion.request)
    held = lock(exclusion, "saved_by", "request", "person")
    if held.over_at is None:
        raise Refused(NOT_LIFTED)
    if not held.is_told_no_more:
        raise Refused(NOBODY_KNEW)
    return held, day_of(held.over_at)


@operation(needs=Permission.SEND_LETTERS)
def take_back_telling(*, exclusion: Exclusion, why: str, seen: str, by: User, at: dt.datetime) -> Exclusion:
    """The last telling that is recorded of an exclusion did not happen: that it stands no more, else that
    they are excluded, else what was decided before. What was recorded stays in the history.

    Raises Refused where another is the last than was `seen` (telling_mark): the same form sent twice takes
    back one.
    """
    lock(exclusion.request)
    held = lock(exclusion, "saved_by", "request", "person")
    what, values = _last_telling(held)
    if telling_mark(held) != seen:
        raise Refused(TAKEN_BACK_SINCE)
    words = need_words(why=(why, WHY_UNTOLD))["why"]
    write_values(held, values | {"untold_why": words, "untold_by": by, "untold_at": at}, by, at)
    audit.record("exclusion.untold", held, by=by, at=at, detail={"what": what})
    refresh(held.request, met_by=by, at=at)
    return held


def telling_mark(held: Exclusion) -> str:
    """By which the last telling of an exclusion is known again; "" where none is recorded."""
    last = held.let_in_at or held.told_at or held.was_told_date
    return last.isoformat() if last else ""


def _last_telling(held: Exclusion) -> tuple[str, dict[str, Any]]:
    if held.let_in_at:
        return "let_in", dict(NOT_LET_IN)
    if held.told_date:
        return "told", dict(UNTOLD)
    if held.was_told_date:
        return "was_told", {"was_told_date": None}
    raise Refused(NOTHING_TOLD)
