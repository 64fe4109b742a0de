"""Holds the review conferences of a month of the demo's story and sets each family's next one. Pure."""

from __future__ import annotations

from datetime import date
from random import Random

from conferences.demo.choice import pick
from conferences.demo.council_story import TWO_YEARS, CouncilStory, Spell
from conferences.demo.story import Meeting, Part, PlanStory
from conferences.rules.vocabulary import Category, ConferenceKind, DecisionOutcome
from safeguarding.workingdays import add_days, month_end

CATEGORY_CHANGES = 0.06
INITIAL_CATEGORIES = (
    (Category.NEG, 47),
    (Category.EMO, 41),
    (Category.PHY, 6),
    (Category.SAB, 4),
    (Category.MUL, 2),
)


def hold_reviews(council: CouncilStory, month: date, rng: Random) -> None:
    for spell in council.spells:
        if month <= spell.next_review <= month_end(month):
            _review(council, spell, rng)
    council.close_spells()


def category(rng: Random) -> Category:
    return pick(INITIAL_CATEGORIES, rng)


def _review(council: CouncilStory, spell: Spell, rng: Random) -> None:
    held = spell.next_review
    plans = spell.attending(held)
    if not plans:
        return
    meeting = Meeting(spell.family, held)
    spell.family.meetings.append(meeting)
    new_category = category(rng) if rng.random() < CATEGORY_CHANGES else None
    for plan in plans:
        meeting.parts.append(_part(plan, meeting, new_category))
    if spell.open:
        spell.next_review = _next_review(council, spell, held, rng)


def _part(plan: PlanStory, meeting: Meeting, new_category: Category | None) -> Part:
    part = Part(plan.child, ConferenceKind.REVIEW, DecisionOutcome.PLAN_ENDS, plan=plan)
    if plan.end != meeting.held:
        if new_category and new_category != plan.latest:
            plan.categories.append((meeting.held, new_category, meeting))
        part.outcome, part.category = DecisionOutcome.PLAN_CONTINUES, plan.latest
    return part


def _next_review(council: CouncilStory, spell: Spell, held: date, rng: Random) -> date:
    """Six months on or less; a plan that shall not become long has one more review before two years."""
    planned = council.timing.later_review(held, rng)
    first = min((plan.start for plan in spell.open if not plan.long), default=None)
    if first is None or (planned - first).days < TWO_YEARS - 3:
        return planned
    return council.timing.on_or_before(add_days(first, rng.randint(700, TWO_YEARS - 4)))
