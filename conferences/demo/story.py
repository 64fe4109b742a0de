"""What the demo's story is told in: families, children, enquiries, meetings and plans, before they are rows.

Pure, and complete: the story runs on past the day it is told for; `ledger` cuts it there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from conferences.rules.vocabulary import Category, ConferenceKind, DecisionOutcome, EndReason, StepDown


@dataclass(eq=False, repr=False)
class FamilyStory:
    """A family by its number in the story; people and names follow from the number."""

    number: int
    children: list[ChildStory] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    # Set where the story needs this family to be one that a newcomer is shown.
    shown_as: str = ""


@dataclass(eq=False, repr=False)
class ChildStory:
    """`birth` is the day the child is or will be born, `expected` the day foretold for one known before it.

    `plans_before` counts plans that ended before the story begins and are not told.
    """

    number: int
    family: FamilyStory
    birth: date
    expected: date | None = None
    enquiries: list[EnquiryStory] = field(default_factory=list)
    plans: list[PlanStory] = field(default_factory=list)
    transfers: list[TransferStory] = field(default_factory=list)
    plans_before: int = 0


@dataclass(eq=False, repr=False)
class EnquiryStory:
    """`decided` is the day on which somebody said whether a conference is needed."""

    child: ChildStory
    referred: date
    started: date
    decided: date
    conference_needed: bool


@dataclass(eq=False, repr=False)
class TransferStory:
    """A child who came while on another authority's plan, which began on `plan_began`."""

    child: ChildStory
    moved: date
    notified: date
    plan_began: date


@dataclass(eq=False, repr=False)
class Part:
    """One child's part in a meeting; `category` is blank where no plan follows."""

    child: ChildStory
    kind: ConferenceKind
    outcome: DecisionOutcome
    category: Category | None = None
    plan: PlanStory | None = None
    enquiry: EnquiryStory | None = None
    transfer: TransferStory | None = None


@dataclass(eq=False, repr=False)
class Meeting:
    family: FamilyStory
    held: date
    parts: list[Part] = field(default_factory=list)


@dataclass(eq=False, repr=False)
class PlanStory:
    """`long` plans last two years or more, the others never do: the story's figures rest on it."""

    child: ChildStory
    begun_at: Meeting | None
    start: date
    initial: Category
    long: bool = False
    end: date | None = None
    reason: EndReason | None = None
    step_down: StepDown | None = None
    # (from, category, meeting); the first is the initial category.
    categories: list[tuple[date, Category, Meeting | None]] = field(default_factory=list)
    held_for_other_authority: bool = False

    @property
    def latest(self) -> Category:
        return self.categories[-1][1]
