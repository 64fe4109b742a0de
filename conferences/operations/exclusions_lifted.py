"""Whoever was told that they are excluded is told that it stands no more."""

from __future__ import annotations

import datetime as dt

from conferences.models import Exclusion
from conferences.operations.duties_refresh import refresh
from conferences.operations.exclusions import write_values
from conferences.queries.exclusions import standing_exclusions, standing_of
from conferences.rules.exclusions import EXCLUDED, ToldHow, let_in_problems
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock, operation
from safeguarding.refusals import Refused, missing, refuse_all
from safeguarding.rights import Permission

NOT_LIFTED = "This exclusion stands."
NOBODY_KNEW = "Nobody was told of this exclusion, so nobody is told that it stands no more."
AGAIN = "They are excluded again since. Tell them of that, and not that an earlier one stands no more."


@operation(needs=Permission.SEND_LETTERS)
def tell_let_in(
    *, exclusion: Exclusion, how: ToldHow | None, told_date: dt.date | None, by: User, at: dt.datetime
) -> Exclusion:
    """Whoever was told of an exclusion was told that it stands no more; told again, it is as told last.

    Raises Refused for one that stands, of which nobody was told, and today for whoever is excluded again: it
    may have been said before.
    """
    lock(exclusion.request)
    held = lock(exclusion, "saved_by", "request", "person")
    if held.lifted_at is None:
        raise Refused(NOT_LIFTED)
    if not held.is_told_no_more:
        raise Refused(NOBODY_KNEW)
    again = standing_of(standing_exclusions(held.request), held.name, held.person_id)
    if again and again.answer in EXCLUDED and told_date == day_of(at):
        raise Refused(AGAIN)
    lacks = missing(how=(how, "Select how they were told"))
    refuse_all([*lacks, *let_in_problems(told_date, day_of(held.lifted_at), day_of(at))])
    assert how is not None  # Refused above.
    if (held.let_in_how, held.let_in_date) != (how.value, told_date):
        told = {"let_in_how": how.value, "let_in_date": told_date, "let_in_by": by, "let_in_at": at}
        write_values(held, told, by, at)
        audit.record("exclusion.let_in", held, by=by, at=at, detail={"how": how.value})
    refresh(held.request, met_by=by, at=at)
    return held
