"""What the decisions of a signed record lead to, and by when: as the reader of clocks tells it."""

from __future__ import annotations

from conferences.models import MeetingRecord
from conferences.queries.clocks import clock_days
from conferences.queries.plans_days import PlanDays
from conferences.queries.recording import plans_left
from conferences.rules.deadlines import Code
from safeguarding.models import User

CODES = (Code.HOLD_REVIEW, Code.HOLD_FIRST_CORE_GROUP)


def days_after(user: User, record: MeetingRecord) -> dict[int, PlanDays]:
    """{part: when the plan is reviewed and its first core group meets}, of a signed record in scope.

    Counted from its conference, whatever was held since; nothing for a child without a plan.
    """
    conference = record.booking.conference
    if conference is None:
        return {}
    by_plan = {plan.pk: part for part, plan in plans_left(user, record).items()}
    days: dict[int, PlanDays] = {}
    for clock, due in clock_days(CODES, subjects=by_plan):
        if clock.started == conference.held_date and clock.was_owed:
            part, is_review = by_plan[clock.subject], clock.code is Code.HOLD_REVIEW
            known = days.get(part, PlanDays())
            days[part] = PlanDays(due if is_review else known.review, known.core_group if is_review else due)
    return days
