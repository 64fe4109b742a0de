"""When a child of the demo's story was in need, from referral to closure, with what it holds. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from random import Random

from conferences.demo.story import ChildStory, EnquiryStory, PlanStory, TransferStory
from conferences.rules.codes import ClosureReason
from conferences.rules.vocabulary import EndReason, StepDown
from safeguarding.workingdays import add_days

CLOSED_SOON = 14
LOOKED_INTO = 30


@dataclass
class Spell:
    """A time in need; `closure` None while it lasts. `in_need`: child in need plans after plans."""

    referral: date
    closure: date | None
    reason: ClosureReason = ClosureReason.RC7
    in_need: list[tuple[date, date | None]] = field(default_factory=list)


def spells(child: ChildStory, on: date) -> list[Spell]:
    """The child's times in need until the day before `on`, in order, never two at once."""
    rng = Random(f"fableshire need {child.number}")
    events = [_of_enquiry(enquiry) for enquiry in child.enquiries]
    events += [_of_transfer(transfer) for transfer in child.transfers]
    events += [_of_plan(child, plan, on, rng) for plan in child.plans]
    merged: list[Spell] = []
    for spell in sorted(events, key=lambda spell: spell.referral):
        if merged and (merged[-1].closure is None or merged[-1].closure >= spell.referral):
            _join(merged[-1], spell)
        else:
            merged.append(spell)
    for spell in merged:
        if spell.closure and spell.closure >= on:
            spell.closure = None
    return merged


def spell_at(found: list[Spell], day: date) -> Spell:
    """The time in need that the day lies in."""
    return next(s for s in found if s.referral <= day and (s.closure is None or s.closure >= day))


def _of_enquiry(enquiry: EnquiryStory) -> Spell:
    closure = add_days(enquiry.decided, LOOKED_INTO)
    return Spell(enquiry.referred, closure, ClosureReason.RC8)


def _of_transfer(transfer: TransferStory) -> Spell:
    return Spell(transfer.notified, add_days(transfer.notified, LOOKED_INTO * 2))


def _of_plan(child: ChildStory, plan: PlanStory, on: date, rng: Random) -> Spell:
    if plan.end is None:
        return Spell(plan.start, None)
    reason = ClosureReason.RC5 if plan.reason == EndReason.MOVED else ClosureReason.RC7
    if plan.step_down != StepDown.CIN_PLAN:
        return Spell(plan.start, add_days(plan.end, CLOSED_SOON), reason)
    end = add_days(plan.end, rng.randint(50, 190))
    later = [other.start for other in child.plans if other.start > plan.start]
    if later:
        end = min(end, add_days(min(later), -1))
    closure = add_days(end, CLOSED_SOON)
    return Spell(plan.start, closure, reason, [(plan.end, end if end < on else None)])


def _join(first: Spell, then: Spell) -> None:
    first.in_need += then.in_need
    if first.closure is None or (then.closure and then.closure <= first.closure):
        return
    first.closure, first.reason = then.closure, then.reason
