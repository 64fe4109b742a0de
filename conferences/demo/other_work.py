"""What a council does beside plans, for the demo's story, and what is waiting or late on its day. Pure.

Enquiries that lead nowhere, conferences that make no plan, plans held for another authority.
"""

from __future__ import annotations

from datetime import date
from random import Random

from conferences.demo.choice import pick
from conferences.demo.council_story import CouncilStory, close, enquire, initial_part
from conferences.demo.quotas import STORY_BEGINS
from conferences.demo.reviews import category
from conferences.demo.story import ChildStory, FamilyStory, Meeting, PlanStory
from conferences.rules.vocabulary import EndReason
from safeguarding.workingdays import add_days, add_months

WAITING, OVERDUE = "WAITING", "OVERDUE"
ENQUIRIES_WITHOUT = (7, 11)
NO_PLAN_CONFERENCES = (1, 3)
EARLIER_ENQUIRY = 0.25
# Working days since the strategy discussion, of families that wait for their conference today.
WAITING_SINCE = (18, 15, 13, 12, 8)
UNDECIDED_SINCE = 2
HELD_FOR_OTHERS_EACH_YEAR = 3


def tell_the_rest(council: CouncilStory) -> None:
    """Adds all of it, month by month, until the day the story is told for."""
    _earlier_enquiries(council)
    month = STORY_BEGINS
    while month <= council.on:
        rng = Random(f"fableshire around {month}")
        days = council.timing.working_days_of(month)
        for _ in range(rng.randint(*ENQUIRIES_WITHOUT)):
            _enquiries_only(council, rng.choice(days), rng)
        for _ in range(rng.randint(*NO_PLAN_CONFERENCES)):
            _conference_without_plan(council, rng.choice(days), rng)
        if month.month % (12 // HELD_FOR_OTHERS_EACH_YEAR) == 0:
            _held_for_another(council, rng.choice(days), rng)
        month = add_months(month, 1)
    _open_today(council)


def _family_of(council: CouncilStory, day: date, rng: Random) -> FamilyStory:
    """A family with one to three children, all born by `day`."""
    family = council.new_family()
    months = rng.randint(1, 150)
    for _ in range(pick(((1, 55), (2, 30), (3, 15)), rng)):
        council.new_child(family, add_days(add_months(day, -months), -rng.randint(0, 25)))
        months += rng.randint(14, 40)
    for child in [child for child in family.children if add_months(child.birth, 17 * 12) < day]:
        family.children.remove(child)
    return family


def _enquiries_only(council: CouncilStory, day: date, rng: Random) -> None:
    for child in _family_of(council, day, rng).children:
        enquire(child, day, False, council.timing, rng)


def _conference_without_plan(council: CouncilStory, day: date, rng: Random) -> None:
    family = _family_of(council, day, rng)
    meeting = Meeting(family, day)
    family.meetings.append(meeting)
    started = council.timing.strategy_discussion_before(day, rng)
    for child in family.children:
        child.birth = min(child.birth, add_days(started, -3))
        enquiry = enquire(child, started, True, council.timing, rng)
        meeting.parts.append(initial_part(child, enquiry))


def _held_for_another(council: CouncilStory, day: date, rng: Random) -> None:
    """A child who stays here for a time while another authority keeps the plan."""
    family = council.new_family()
    child = council.new_child(family, add_days(add_months(day, -rng.randint(20, 150)), -3))
    kind = category(rng)
    plan = PlanStory(child, None, day, kind, held_for_other_authority=True)
    plan.categories.append((day, kind, None))
    child.plans.append(plan)
    close(plan, add_days(day, rng.randint(120, 330)), EndReason.MOVED, rng)


def _earlier_enquiries(council: CouncilStory) -> None:
    """Some families had an enquiry that led nowhere before their first plan."""
    for family in list(council.families):
        rng = Random(f"fableshire earlier {family.number}")
        first = min((plan.start for child in family.children for plan in child.plans), default=None)
        if first is None or rng.random() > EARLIER_ENQUIRY or family.shown_as:
            continue
        day = council.timing.on_or_before(add_days(first, -rng.randint(120, 500)))
        for child in family.children:
            if day > STORY_BEGINS and child.birth < add_days(day, -40):
                enquire(child, day, False, council.timing, rng)


def _open_today(council: CouncilStory) -> None:
    """Conferences that are late, due today and due this week, and an enquiry nobody has decided about."""
    for since in WAITING_SINCE:
        shown_as = OVERDUE if since > 15 else WAITING
        _request(council, _day_before(council, since), True, shown_as)
    _request(council, _day_before(council, UNDECIDED_SINCE), False, WAITING)


def _request(council: CouncilStory, started: date, needed: bool, shown_as: str) -> None:
    rng = Random(f"fableshire waiting {started}")
    family = _family_of(council, add_days(started, -30), rng)
    family.shown_as = shown_as
    for child in family.children:
        enquiry = enquire(child, started, needed, council.timing, rng)
        enquiry.decided = _decided_by(council, enquiry.decided, needed)


def _decided_by(council: CouncilStory, decided: date, needed: bool) -> date:
    """A conference that is waited for was asked for before today."""
    return min(decided, add_days(council.on, -1)) if needed else max(decided, council.on)


def _day_before(council: CouncilStory, n: int) -> date:
    return council.timing.calendar.add(council.on, -n).due


def children_of(families: list[FamilyStory]) -> list[ChildStory]:
    return [child for family in families for child in family.children]
