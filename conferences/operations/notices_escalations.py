"""Acknowledging what was passed up, by name and in words."""

from __future__ import annotations

import datetime as dt

from conferences.models import Escalation
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock, need_words, operation
from safeguarding.policy.words import role_words
from safeguarding.refusals import FORBIDDEN, Refused
from safeguarding.rights import Permission
from safeguarding.wording import uk_moment


@operation(needs=Permission.ACKNOWLEDGE_ESCALATION)
def acknowledge_escalation(*, escalation: Escalation, words: str, by: User, at: dt.datetime) -> Escalation:
    """Take note of what was passed up, with what is done about it. The work stays whose it was.

    Refused: a role to whom it was not passed up, no words, and what somebody acknowledged before.
    """
    held = lock(escalation, "acknowledged_by")
    if held.to_role not in by.roles:
        role = role_words(held.to_role, day_of(at))
        raise Refused(f"This was passed up to the {role}, who acknowledges it.", status=FORBIDDEN)
    given = need_words(words=(words, "Enter what you do about it"))
    if held.acknowledged_by is not None:
        raise Refused(acknowledged_words(held))
    held.acknowledged_by, held.acknowledged_at, held.words = by, at, given["words"]
    held.save(update_fields=["acknowledged_by", "acknowledged_at", "words"])
    audit.record("escalation.acknowledged", held, by=by, at=at, detail={"rung": held.rung})
    return held


def acknowledged_words(escalation: Escalation) -> str:
    """Who acknowledged it and when, as a sentence."""
    who = escalation.acknowledged_by.full_name if escalation.acknowledged_by else "Somebody"
    return f"{who} acknowledged this on {uk_moment(escalation.acknowledged_at)}."
