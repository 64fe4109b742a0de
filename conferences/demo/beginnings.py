"""Which plans begin in a month of the demo's story: who comes back, who joins, who is new. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from math import exp
from random import Random

from conferences.demo.choice import pick
from conferences.demo.council_story import (
    CouncilStory,
    QuotaImpossible,
    Spell,
    begin,
    enquire,
    initial_part,
)
from conferences.demo.quotas import Quota
from conferences.demo.reviews import category
from conferences.demo.story import ChildStory, FamilyStory, Meeting, Part, PlanStory, TransferStory
from conferences.rules.vocabulary import Category, ConferenceKind, DecisionOutcome, EndReason
from safeguarding.wording import uk_month
from safeguarding.workingdays import add_days, add_months, days_between, month_end

SIZES = ((1, 45), (2, 28), (3, 16), (4, 8), (5, 3))
# Age of the youngest child in months, below 0 for one not yet born.
YOUNGEST = (((-5, -1), 10), ((0, 11), 10), ((12, 59), 29), ((60, 119), 29), ((120, 190), 25))
OLDEST_TO_BEGIN = 16 * 12 + 9
OLDEST_TO_LAST_LONG = 13 * 12
SHORTEST_GAP = 75
MONTH = 30
SEVEN_MONTHS = 213
TRANSFERS_IN = 0.03
WITHOUT_PLAN_BESIDE = 0.08
REPLAN, UNBORN = "REPLAN", "UNBORN"
COMES_BACK_AFTER = {EndReason.RISK_REDUCED, EndReason.OTHER_ORDER}


def begin_plans(council: CouncilStory, quota: Quota, rng: Random) -> None:
    """Begins the month's quota of plans, each at an initial or a transfer-in conference."""
    _Beginnings(council, quota, rng, council.timing.working_days_of(quota.month)).run()


@dataclass
class _Beginnings:
    council: CouncilStory
    quota: Quota
    rng: Random
    days: list[date]
    begun: list[PlanStory] = field(default_factory=list)

    def run(self) -> None:
        self._families_shown()
        self._come_back()
        if self.left and self.rng.random() < 0.4:
            self._baby_joins()
        while self.left:
            self._new_family(min(pick(SIZES, self.rng), self.left))
        self._choose_long()

    @property
    def left(self) -> int:
        return self.quota.starts - len(self.begun)

    def _families_shown(self) -> None:
        """Two of the families a newcomer is shown begin their plans shortly before the day of the story."""
        if self.quota.month == add_months(self.council.on.replace(day=1), -1):
            family = self.council.new_family(UNBORN)
            foretold = add_days(self.council.on, 47)
            child = self.council.new_child(family, foretold, foretold)
            self._start(family, [child], self.days[len(self.days) // 2], category(self.rng)).kept = True

    def _come_back(self) -> None:
        repeats = self.quota.repeats
        able = self._able_to_come_back()
        if self.quota.month == add_months(self.council.on.replace(day=1), -2) and repeats:
            repeats -= self._seven_months_later(able, repeats)
        likelihoods = [_likelihood(some, self.days[0]) for some in able]
        while repeats:
            if not able:
                raise QuotaImpossible(f"{uk_month(self.quota.month)}: no family is left to come back.")
            at = self.rng.choices(range(len(able)), likelihoods)[0]
            likelihoods.pop(at)
            back = able.pop(at)[:repeats]
            repeats -= len(back)
            day = self.rng.choice(self.days)
            siblings = self._new_siblings(back[0].family, day)
            self._start(back[0].family, back, day, self._category_again(back[0]), siblings)

    def _able_to_come_back(self) -> list[list[ChildStory]]:
        """Of each resting family the children who were on plans and may be again, the youngest first."""
        able = []
        for family in self.council.resting():
            some = [child for child in family.children if child.plans and _may_come_back(child, self.days[0])]
            if some:
                able.append(sorted(some, key=lambda child: child.birth, reverse=True))
        return able

    def _seven_months_later(self, able: list[list[ChildStory]], most: int) -> int:
        day = self.days[len(self.days) // 2]
        fitting = [some for some in able if len(some) <= most]
        once = [some for some in fitting if all(len(child.plans) == 1 for child in some)]
        back = min(once or fitting, key=lambda some: abs(_gap(some, day) - SEVEN_MONTHS))
        able.remove(back)
        back[0].family.shown_as = REPLAN
        self._start(back[0].family, back, day, self._category_again(back[0])).kept = True
        return len(back)

    def _category_again(self, child: ChildStory) -> Category:
        return child.plans[-1].latest if self.rng.random() < 0.6 else category(self.rng)

    def _new_siblings(self, family: FamilyStory, day: date) -> list[ChildStory]:
        """A child born since the family's last plan, now and then."""
        youngest = max(child.birth for child in family.children)
        room = self.left - self.quota.repeats
        if room < 1 or days_between(youngest, day) < 500 or self.rng.random() > 0.25:
            return []
        return [self.council.new_child(family, add_days(day, -self.rng.randint(20, 120)))]

    def _baby_joins(self) -> None:
        """A baby of a family already on plans: its initial conference is part of the others' review."""
        month = self.quota.month
        for spell in self.council.spells:
            meeting = spell.family.meetings[-1]
            youngest = max(child.birth for child in spell.family.children)
            held = month <= meeting.held <= month_end(month) and meeting.held > spell.plans[-1].start
            if held and not spell.kept and days_between(youngest, meeting.held) > 450:
                foretold = add_days(meeting.held, self.rng.randint(25, 110))
                baby = self.council.new_child(spell.family, self._birth_date(foretold), foretold)
                spell.plans += self._decide([baby], meeting, spell.open[0].latest)
                spell.next_review = self.council.timing.first_review(meeting.held, self.rng)
                return

    def _new_family(self, size: int) -> None:
        day = self.rng.choice(self.days)
        family = self.council.new_family()
        self._children(family, size, day)
        if not family.children[0].expected and self.rng.random() < TRANSFERS_IN:
            self._transfer(family, day)
        else:
            self._start(family, list(family.children), day, category(self.rng))

    def _children(self, family: FamilyStory, size: int, day: date) -> None:
        months = self.rng.randint(*pick(YOUNGEST, self.rng))
        for _ in range(size):
            if months > OLDEST_TO_BEGIN:
                break
            birth = add_days(add_months(day, -months), -self.rng.randint(1, 27))
            unborn = months < 0
            self.council.new_child(
                family, self._birth_date(birth) if unborn else birth, birth if unborn else None
            )
            months += self.rng.randint(13, 50)

    def _birth_date(self, foretold: date) -> date:
        return add_days(foretold, self.rng.randint(-12, 9))

    def _start(
        self,
        family: FamilyStory,
        children: list[ChildStory],
        day: date,
        main: Category,
        siblings: list[ChildStory] | None = None,
    ) -> Spell:
        meeting = Meeting(family, day)
        family.meetings.append(meeting)
        plans = self._decide(children + (siblings or []), meeting, main)
        if self.rng.random() < WITHOUT_PLAN_BESIDE and not family.shown_as:
            self._sibling_without_plan(family, meeting)
        return self._spell(family, plans, day)

    def _spell(self, family: FamilyStory, plans: list[PlanStory], day: date) -> Spell:
        spell = Spell(family, plans, self.council.timing.first_review(day, self.rng))
        self.council.spells.append(spell)
        return spell

    def _decide(self, children: list[ChildStory], meeting: Meeting, main: Category) -> list[PlanStory]:
        """The initial conference of `children`, who all go on plans; their enquiries began together."""
        started = self.council.timing.strategy_discussion_before(meeting.held, self.rng)
        plans = []
        for child in children:
            part = initial_part(child, enquire(child, started, True, self.council.timing, self.rng))
            meeting.parts.append(part)
            own = main if self.rng.random() < 0.93 else category(self.rng)
            plans.append(begin(part, meeting, own))
        self.begun += plans
        return plans

    def _sibling_without_plan(self, family: FamilyStory, meeting: Meeting) -> None:
        """A sibling who was considered at the same conference and is not on a plan."""
        started = meeting.parts[0].enquiry.started if meeting.parts[0].enquiry else None
        birth = add_days(add_months(meeting.held, -self.rng.randint(150, 200)), -self.rng.randint(1, 27))
        taken = [abs(days_between(child.birth, birth)) for child in family.children]
        if started and min(taken) > 300:
            child = self.council.new_child(family, birth)
            enquiry = enquire(child, started, True, self.council.timing, self.rng)
            meeting.parts.append(initial_part(child, enquiry))

    def _transfer(self, family: FamilyStory, day: date) -> None:
        """A family that came while on another authority's plans."""
        timing = self.council.timing
        notified = timing.strategy_discussion_before(day, self.rng)
        moved = add_days(notified, -self.rng.randint(1, 20))
        meeting = Meeting(family, day)
        family.meetings.append(meeting)
        main, plans = category(self.rng), []
        for child in family.children:
            began = max(add_days(moved, -self.rng.randint(60, 300)), add_days(child.birth, 1))
            transfer = TransferStory(child, max(moved, began), max(notified, began), began)
            child.transfers.append(transfer)
            part = Part(child, ConferenceKind.TRANSFER_IN, DecisionOutcome.NO_PLAN, transfer=transfer)
            meeting.parts.append(part)
            plans.append(begin(part, meeting, main))
        self.begun += plans
        self._spell(family, plans, day)

    def _choose_long(self) -> None:
        """Marks the plans that will last two years or more, whole families first."""
        left = self.quota.long_starts
        kept = {spell.family.number for spell in self.council.spells if spell.kept}
        groups: dict[int, list[PlanStory]] = {}
        for plan in self.begun:
            if days_between(plan.child.birth, plan.start) < OLDEST_TO_LAST_LONG * MONTH and (
                plan.child.family.number not in kept
            ):
                groups.setdefault(plan.child.family.number, []).append(plan)
        chosen = list(groups.values())
        self.rng.shuffle(chosen)
        for group in sorted(chosen, key=lambda group: len(group) > left):
            for plan in group[:left]:
                plan.long = True
                left -= 1


def _may_come_back(child: ChildStory, day: date) -> bool:
    last = child.plans[-1]
    return (
        last.end is not None
        and last.reason in COMES_BACK_AFTER
        and days_between(last.end, day) >= SHORTEST_GAP
        and days_between(child.birth, day) < OLDEST_TO_BEGIN * MONTH
    )


def _gap(children: list[ChildStory], day: date) -> int:
    """Days since the last plan of any of them."""
    return min(days_between(child.plans[-1].end, day) for child in children if child.plans[-1].end)


def _likelihood(children: list[ChildStory], day: date) -> float:
    """Sooner is likelier than later, and a third plan less likely than a second."""
    return float((0.05 + exp(-_gap(children, day) / 800)) * 0.5 ** len(children[0].plans))
