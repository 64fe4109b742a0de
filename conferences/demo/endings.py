"""Which plans end in a month of the demo's story: as many as the quota says, mostly at reviews. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import chain
from random import Random

from conferences.demo.choice import pick
from conferences.demo.council_story import (
    TWO_YEARS,
    CouncilStory,
    QuotaImpossible,
    Spell,
    age_in_days,
    close,
    eighteenth_birthday,
)
from conferences.demo.quotas import Quota
from conferences.demo.story import PlanStory
from conferences.rules.vocabulary import EndReason
from safeguarding.wording import uk_month
from safeguarding.workingdays import month_end

# How readily a review ends plans, by their age in days: seldom the first, mostly the second or third.
READINESS = ((120, 0.22), (365, 1.15), (550, 1.0), (TWO_YEARS, 2.0))
BETWEEN_REVIEWS = 0.10
SOON_TWO_YEARS = 670
VERY_LONG = 1000
SETTLED = 25
ORDERS = ((EndReason.LOOKED_AFTER, 8), (EndReason.OTHER_ORDER, 3))
AWAY = (*ORDERS, (EndReason.MOVED, 6), (EndReason.LEFT_UK, 1))


def end_plans(council: CouncilStory, quota: Quota, rng: Random) -> None:
    """Ends the month's quota of plans; those that end at a review carry the day of that review."""
    _Endings(council, quota, rng).run()


@dataclass
class _Endings:
    council: CouncilStory
    quota: Quota
    rng: Random

    def run(self) -> None:
        month = self.quota.month
        self.days = self.council.timing.working_days_of(month)
        self.due = [s for s in self.council.spells if month <= s.next_review <= month_end(month)]
        self.elsewhere = [s for s in self.council.spells if s not in self.due and not s.kept]
        for some in (self.due, self.elsewhere):
            self.rng.shuffle(some)
        long = self._long_ends()
        short = self.quota.ends - long - self._birthdays()
        self._end_long(long)
        short = self._end_two_years_near(short)
        between = round(self.quota.ends * BETWEEN_REVIEWS * self.rng.uniform(0.5, 1.5))
        short -= self._end_away(min(between, short))
        short = self._end_some(short)
        if short:
            raise QuotaImpossible(f"{uk_month(month)}: {short} plans too many or too few end.")

    def _long_ends(self) -> int:
        if self.quota.long_ends is not None:
            return self.quota.long_ends
        over = sum(
            plan.long and age_in_days(plan, self.days[0]) >= TWO_YEARS
            for spell in self.council.spells
            for plan in spell.open
        )
        return 2 if over > 15 else 1 if over > 8 or (over > 4 and self.rng.random() < 0.5) else 0

    def _birthdays(self) -> int:
        """Nobody of 18 is on a plan, whatever the quota."""
        month, ended = self.quota.month, 0
        for plan in chain.from_iterable(spell.open for spell in self.council.spells):
            birthday = eighteenth_birthday(plan.child)
            if month <= birthday <= month_end(month):
                close(plan, birthday, EndReason.EIGHTEEN, self.rng)
                ended += 1
        return ended

    def _end_long(self, left: int) -> None:
        for spell in sorted(self.due, key=lambda s: s.plans[0].start):
            group = [p for p in spell.open if p.long and age_in_days(p, spell.next_review) >= TWO_YEARS]
            fits = len(group) <= left or any(age_in_days(p, spell.next_review) > VERY_LONG for p in group)
            if group and fits and not spell.kept and self.rng.random() < 0.8:
                left -= self._end_group(group[:left], spell.next_review)
        last = self.days[-1]
        old = [p for s in self.elsewhere + self.due for p in s.open if p.long]
        old = [plan for plan in old if age_in_days(plan, last) >= TWO_YEARS]
        if len(old) < left:
            raise QuotaImpossible(f"{uk_month(self.quota.month)}: no long plan is left to end.")
        for plan in sorted(old, key=lambda plan: plan.start)[:left]:
            days = [day for day in self.days if age_in_days(plan, day) >= TWO_YEARS]
            self._end_away_on(plan, self.rng.choice(days), ORDERS)

    def _end_two_years_near(self, left: int) -> int:
        """Plans that shall not become long end at their last review before two years."""
        for spell in self.due:
            near = [p for p in _short(spell) if age_in_days(p, spell.next_review) >= SOON_TWO_YEARS]
            left -= self._end_group(near, spell.next_review)
        return left

    def _end_away(self, wanted: int) -> int:
        ended = 0
        for spell in self.elsewhere:
            day = self.rng.choice(self.days)
            group = [plan for plan in _short(spell) if age_in_days(plan, day) >= SETTLED]
            if not group or ended + len(group) > wanted:
                continue
            reason = pick(AWAY, self.rng)
            for plan in group:
                close(plan, day, reason, self.rng)
            ended += len(group)
        return ended

    def _end_some(self, left: int) -> int:
        """Whole families by chance, in the order of their readiness; then some children of a family."""
        ready = sorted(self.due, key=lambda spell: self._patience(spell))
        for spell in ready:
            group = _short(spell)
            if group and len(group) <= left and not spell.kept:
                left -= self._end_group(group, spell.next_review)
        for spell in ready:
            if left and not spell.kept:
                left -= self._end_group(_short(spell)[:left], spell.next_review)
        return left - self._end_away(left) if left > 0 else left

    def _patience(self, spell: Spell) -> float:
        age = max((age_in_days(plan, spell.next_review) for plan in _short(spell)), default=0)
        readiness = next((ready for below, ready in READINESS if age < below), READINESS[-1][1])
        return self.rng.expovariate(readiness)

    def _end_group(self, group: list[PlanStory], day: date) -> int:
        for plan in group:
            close(plan, day, EndReason.RISK_REDUCED, self.rng)
        return len(group)

    def _end_away_on(self, plan: PlanStory, day: date, reasons: tuple[tuple[EndReason, float], ...]) -> None:
        close(plan, day, pick(reasons, self.rng), self.rng)


def _short(spell: Spell) -> list[PlanStory]:
    return [plan for plan in spell.open if not plan.long]
