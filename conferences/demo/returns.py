"""Children who came back after their plan had ended, and were not put on a plan again, for the demo's story.
Pure.

So that what consultations agreed did not always become a plan, and what ended is not always quiet.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

from conferences.demo.council_story import CouncilStory, eighteenth_birthday, enquire, initial_part
from conferences.demo.story import ChildStory, FamilyStory, Meeting
from conferences.rules.vocabulary import EndReason
from safeguarding.workingdays import add_days, add_months

# The first month of it; before lie the report's own figures.
FROM = date(2019, 1, 1)
# Conferences every second month, enquiries each month: at least and at most.
CONFERENCES, ENQUIRIES = (0, 1), (1, 3)
# Between so many days after the last plan of the family ended, and so many.
SOONEST, LATEST = 75, 700
# Of those who came back and met at no conference, so many came again, so many months later, and met.
AGAIN, AGAIN_AFTER = 0.1, (2, 3, 4)
STAYED = (EndReason.RISK_REDUCED, EndReason.OTHER_ORDER)


def tell_returns(council: CouncilStory) -> None:
    """Adds it month by month, to families of whom nobody was on a plan again."""
    quiet = [family for family in council.families if _is_quiet(family)]
    month = FROM
    while month <= council.on:
        rng = Random(f"fableshire returns {month}")
        days = council.timing.working_days_of(month)
        for _ in range(rng.randint(*CONFERENCES) if month.month % 2 else 0):
            _come_back(council, quiet, rng.choice(days), rng, to_conference=True)
        for _ in range(rng.randint(*ENQUIRIES)):
            family = _come_back(council, quiet, rng.choice(days), rng, to_conference=False)
            _again(council, family, month)
        month = add_months(month, 1)


def _is_quiet(family: FamilyStory) -> bool:
    """Whether all its children came off their plans and stayed here."""
    plans = [plan for child in family.children for plan in child.plans]
    return bool(plans) and not family.shown_as and all(plan.reason in STAYED for plan in plans)


def _come_back(
    council: CouncilStory, quiet: list[FamilyStory], day: date, rng: Random, *, to_conference: bool
) -> FamilyStory | None:
    """The children of one family who were on a plan, each family once."""
    ready = [family for family in quiet if any(_children(family, day))]
    if not ready:
        return None
    family = rng.choice(ready)
    quiet.remove(family)
    _enquired(council, family, day, rng, to_conference=to_conference)
    return family


def _again(council: CouncilStory, family: FamilyStory | None, month: date) -> None:
    """Now and then it did not hold, and they met. By draws of its own, so that nothing else moves."""
    rng = Random(f"fableshire again {month} {family.number if family else 0}")
    later = add_months(month, rng.choice(AGAIN_AFTER))
    if family is None or rng.random() >= AGAIN or add_months(later, 1) > council.on:
        return
    day = rng.choice(council.timing.working_days_of(later))
    _enquired(council, family, day, rng, to_conference=True)


def _enquired(
    council: CouncilStory, family: FamilyStory, day: date, rng: Random, *, to_conference: bool
) -> None:
    """An enquiry about each, which led to a conference without a plan or to none."""
    started = council.timing.strategy_discussion_before(day, rng) if to_conference else day
    meeting = Meeting(family, day)
    for child in _children(family, day):
        enquiry = enquire(child, started, to_conference, council.timing, rng)
        meeting.parts.append(initial_part(child, enquiry))
    if to_conference and meeting.parts:
        family.meetings.append(meeting)


def _children(family: FamilyStory, day: date) -> Iterator[ChildStory]:
    """Those whose plan ended a while before a day, and who are not grown up soon after."""
    last = max(plan.end or date.max for child in family.children for plan in child.plans)
    if not add_days(day, -LATEST) <= last <= add_days(day, -SOONEST):
        return
    for child in family.children:
        if child.plans and add_months(day, 3) < eighteenth_birthday(child):
            yield child
