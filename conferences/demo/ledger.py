"""Cuts the demo's story at its day: what happened by the evening before. Pure."""

from __future__ import annotations

from datetime import date

from conferences.demo.council_story import CouncilStory
from conferences.demo.quotas import STORY_BEGINS
from conferences.demo.story import ChildStory, FamilyStory, Meeting, Part, PlanStory
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_days import due_by
from conferences.rules.vocabulary import ConferenceKind, DecisionOutcome
from safeguarding.bankholidays import england
from safeguarding.workingdays import days_between

SIBLINGS, NEAR, RESTRICTED, BARRED = "SIBLINGS", "NEAR", "RESTRICTED", "BARRED"
REVIEW_LATE = "REVIEW_LATE"


def cut(council: CouncilStory) -> list[FamilyStory]:
    """The families known on the day, each as it stands then. Changes the story for good.

    Plans that ended before April 2015 are not told, only counted; those open then are told from their start.
    """
    for family in council.families:
        _cut_family(family, council.on)
    known = [family for family in council.families if family.children]
    _name_those_shown(known, council.on)
    return known


def _cut_family(family: FamilyStory, on: date) -> None:
    for child in family.children:
        _cut_plans(child, on)
    family.meetings = sorted((m for m in family.meetings if m.held < on), key=lambda meeting: meeting.held)
    for meeting in family.meetings:
        meeting.parts = [part for part in meeting.parts if _is_told(part, meeting)]
    family.meetings = [meeting for meeting in family.meetings if meeting.parts]
    parts = [part for meeting in family.meetings for part in meeting.parts]
    decided = {part.enquiry for part in parts} | {part.transfer for part in parts}
    for child in family.children:
        told = (e for e in child.enquiries if e in decided or STORY_BEGINS <= e.started < on)
        child.enquiries = sorted(told, key=lambda enquiry: enquiry.started)
        child.transfers = [t for t in child.transfers if t in decided or STORY_BEGINS <= t.notified < on]
    family.children = [c for c in family.children if c.plans or c.enquiries or c.transfers]


def _cut_plans(child: ChildStory, on: date) -> None:
    told = [plan for plan in child.plans if not plan.end or plan.end >= STORY_BEGINS]
    child.plans_before = len(child.plans) - len(told)
    child.plans = [plan for plan in told if plan.start < on]
    for plan in child.plans:
        plan.categories = [change for change in plan.categories if change[0] < on]
        if plan.end and plan.end >= on:
            plan.end = plan.reason = plan.step_down = None


def _is_told(part: Part, meeting: Meeting) -> bool:
    if part.kind == ConferenceKind.REVIEW:
        return part.plan in part.child.plans
    if part.outcome == DecisionOutcome.PLAN_BEGINS:
        return any(plan.begun_at is meeting for plan in part.child.plans)
    return meeting.held >= STORY_BEGINS


def open_plans(family: FamilyStory) -> list[PlanStory]:
    return [plan for child in family.children for plan in child.plans if plan.end is None]


def _name_those_shown(families: list[FamilyStory], on: date) -> None:
    """Chooses, among the families on plans, those for which the demo has a story to show."""
    on_plans = [family for family in families if open_plans(family) and not family.shown_as]
    steady = [family for family in on_plans if _steady(family, on)]
    for shown_as, size in ((SIBLINGS, 3), (RESTRICTED, 2), (NEAR, 1), (BARRED, 1)):
        chosen = next(f for f in steady if len(f.children) >= size and not f.shown_as)
        chosen.shown_as = shown_as
    late = [family for family in on_plans if not family.shown_as and _could_be_late(family, on)]
    for family in late[:2]:
        _put_off_last_review(family)


def _steady(family: FamilyStory, on: date) -> bool:
    """All its children are born and on their first plan, begun some months ago."""
    plans = open_plans(family)
    first = all(len(c.plans) == 1 and not c.plans_before and c.birth < on for c in family.children)
    ours = not any(plan.held_for_other_authority for plan in plans)
    everybody = len(plans) == len(family.children)
    return first and ours and everybody and 60 < days_between(plans[0].start, on) < 500


def _could_be_late(family: FamilyStory, on: date) -> bool:
    """Without its last review, held these weeks, the family's review would be some days late today."""
    if len(family.meetings) < 2:
        return False
    before, last = family.meetings[-2:]
    going_on = all(part.outcome == DecisionOutcome.PLAN_CONTINUES for part in last.parts)
    reviewed = {part.plan for part in last.parts}
    if not going_on or reviewed != set(open_plans(family)):
        return False
    begins = any(part.outcome == DecisionOutcome.PLAN_BEGINS for part in before.parts)
    due = due_by(Code.HOLD_REVIEW, before.held, england(), is_first=begins)
    return 2 < days_between(due.date, on) < 20


def _put_off_last_review(family: FamilyStory) -> None:
    put_off = family.meetings.pop()
    family.shown_as = REVIEW_LATE
    for plan in open_plans(family):
        plan.categories = [change for change in plan.categories if change[2] is not put_off]
