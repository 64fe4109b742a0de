"""Tells the council's story month by month so that each month's quota of plans is met to the plan.

Pure. The past is the same whichever day the story is told for, but for the last two months, in which the
families that a newcomer is shown begin their plans.
"""

from datetime import date
from random import Random

from conferences.demo.beginnings import begin_plans
from conferences.demo.council_story import CouncilStory
from conferences.demo.endings import end_plans
from conferences.demo.quotas import quotas
from conferences.demo.reviews import hold_reviews
from conferences.demo.timing import Timing
from safeguarding.workingdays import Calendar, add_months

MONTHS_AHEAD = 2
"""Told on past the day, so that enquiries of the last weeks have the conferences that they wait for."""


def tell(on: date, calendar: Calendar) -> CouncilStory:
    """The story until some weeks past `on`. Raises OutsideCalendar, QuotaImpossible."""
    council = CouncilStory(Timing(calendar), on)
    for quota in quotas(add_months(on, MONTHS_AHEAD)):
        rng = Random(f"fableshire story {quota.month}")
        end_plans(council, quota, rng)
        hold_reviews(council, quota.month, rng)
        begin_plans(council, quota, rng)
    return council
