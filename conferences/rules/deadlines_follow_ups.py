"""The rows of the catalogue of deadlines that look back after a plan ended. Pure."""

from __future__ import annotations

from conferences.rules.deadlines_limits import LocalMonths
from conferences.rules.deadlines_row import NO_REPORT, OWN, Code, Deadline, Holder, Reach, Subject
from safeguarding.rights import Permission as P


def _follow_up(code: Code, key: str) -> Deadline:
    """One of the looks back after a plan that a record signed here ended."""
    facts = ("the end of the plan", "a follow-up that is recorded", "another plan, or the child’s death")
    whose, limit = (Holder.WORKER, Reach.UNIT, P.RECORD_FOLLOW_UP), LocalMonths(key)
    return Deadline(code, "", "L", OWN, limit, Subject.PLAN, *facts, *whose, why_none=NO_REPORT)


FOLLOW_UPS = (
    _follow_up(Code.FIRST_FOLLOW_UP, "FOLLOW_UP_FIRST_MONTHS"),
    _follow_up(Code.SECOND_FOLLOW_UP, "FOLLOW_UP_SECOND_MONTHS"),
    _follow_up(Code.THIRD_FOLLOW_UP, "FOLLOW_UP_THIRD_MONTHS"),
)
