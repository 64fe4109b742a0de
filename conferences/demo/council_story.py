"""The demo's council while its story is told: which families are on plans and which are resting. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from random import Random

from conferences.demo.choice import pick
from conferences.demo.story import ChildStory, EnquiryStory, FamilyStory, Meeting, Part, PlanStory
from conferences.demo.timing import Timing
from conferences.rules.vocabulary import Category, ConferenceKind, DecisionOutcome, EndReason, StepDown
from safeguarding.workingdays import add_days, add_months, days_between

TWO_YEARS = 730
"""The published measure's two years: "more than 729 days"."""

STEP_DOWNS: dict[EndReason, tuple[tuple[StepDown, float], ...]] = {
    EndReason.RISK_REDUCED: ((StepDown.CIN_PLAN, 76), (StepDown.EARLY_HELP, 15), (StepDown.CLOSED, 9)),
    EndReason.LOOKED_AFTER: ((StepDown.LOOKED_AFTER, 1),),
    EndReason.MOVED: ((StepDown.OTHER_AUTHORITY, 1),),
    EndReason.OTHER_ORDER: ((StepDown.CIN_PLAN, 1), (StepDown.CLOSED, 1)),
    EndReason.EIGHTEEN: ((StepDown.CLOSED, 1),),
    EndReason.LEFT_UK: ((StepDown.CLOSED, 1),),
}


class QuotaImpossible(Exception):
    """A month's plans cannot be made to begin and end as its quota asks: a fault of the quotas."""


@dataclass(eq=False, repr=False)
class Spell:
    """A family while any of its children is on a plan: its children are reviewed together."""

    family: FamilyStory
    plans: list[PlanStory]
    next_review: date
    # Stays on plans: one of the families that a newcomer is shown.
    kept: bool = False

    @property
    def open(self) -> list[PlanStory]:
        return [plan for plan in self.plans if plan.end is None]

    def attending(self, day: date) -> list[PlanStory]:
        """The plans that a review on `day` is of, the ones that it ended included."""
        return [plan for plan in self.plans if plan.start < day and (plan.end is None or plan.end >= day)]


@dataclass(eq=False, repr=False)
class CouncilStory:
    timing: Timing
    on: date
    families: list[FamilyStory] = field(default_factory=list)
    spells: list[Spell] = field(default_factory=list)
    children_known: int = 0

    def new_family(self, shown_as: str = "") -> FamilyStory:
        family = FamilyStory(len(self.families) + 1, shown_as=shown_as)
        self.families.append(family)
        return family

    def new_child(self, family: FamilyStory, birth: date, expected: date | None = None) -> ChildStory:
        self.children_known += 1
        child = ChildStory(self.children_known, family, birth, expected)
        family.children.append(child)
        return child

    def resting(self) -> list[FamilyStory]:
        """Families whose children have all come off their plans."""
        busy = {spell.family.number for spell in self.spells}
        return [f for f in self.families if f.number not in busy and any(child.plans for child in f.children)]

    def close_spells(self) -> None:
        self.spells = [spell for spell in self.spells if spell.open]


def enquire(child: ChildStory, started: date, needed: bool, timing: Timing, rng: Random) -> EnquiryStory:
    """An enquiry about `child` that began with a strategy discussion on `started`."""
    decided = timing.working_days_after(started, rng.randint(2, 6))
    referred = add_days(started, -rng.randint(0, 35))
    enquiry = EnquiryStory(child, referred, started, decided, needed)
    child.enquiries.append(enquiry)
    return enquiry


def begin(part: Part, meeting: Meeting, category: Category) -> PlanStory:
    """The plan that `meeting` made for the child of `part`."""
    plan = PlanStory(part.child, meeting, meeting.held, category)
    plan.categories.append((meeting.held, category, meeting))
    part.outcome, part.category = DecisionOutcome.PLAN_BEGINS, category
    part.child.plans.append(plan)
    return plan


def close(plan: PlanStory, day: date, reason: EndReason, rng: Random) -> None:
    plan.end, plan.reason = day, reason
    plan.step_down = pick(STEP_DOWNS[reason], rng)


def initial_part(child: ChildStory, enquiry: EnquiryStory | None = None) -> Part:
    return Part(child, ConferenceKind.INITIAL, DecisionOutcome.NO_PLAN, enquiry=enquiry)


def age_in_days(plan: PlanStory, day: date) -> int:
    return days_between(plan.start, day)


def eighteenth_birthday(child: ChildStory) -> date:
    return add_months(child.birth, 18 * 12)
