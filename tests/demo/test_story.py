"""The story holds whichever day it is told for: days of work, no two plans at once, the report's figures."""

from dataclasses import dataclass
from datetime import date
from functools import cache

import pytest

from conferences.demo.beginnings import REPLAN, UNBORN
from conferences.demo.ledger import BARRED, NEAR, RESTRICTED, REVIEW_LATE, SIBLINGS, cut, open_plans
from conferences.demo.months import tell
from conferences.demo.needs import spells
from conferences.demo.other_work import OVERDUE, tell_the_rest
from conferences.demo.story import FamilyStory, PlanStory
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_days import due_by
from conferences.rules.vocabulary import ConferenceKind, DecisionOutcome, EndReason
from safeguarding.bankholidays import england
from safeguarding.workingdays import OutsideCalendar, add_days, add_months, days_between, month_ends

DAYS = [date(2018, 10, 1), date(2026, 7, 15), date(2027, 2, 28), date(2028, 2, 29), date(2029, 12, 31)]
SHOWN = {SIBLINGS, RESTRICTED, NEAR, BARRED, REPLAN, UNBORN, OVERDUE, REVIEW_LATE}


@dataclass(frozen=True)
class Told:
    on: date
    families: tuple[FamilyStory, ...]

    @property
    def plans(self) -> list[PlanStory]:
        plans = [plan for f in self.families for child in f.children for plan in child.plans]
        return [plan for plan in plans if not plan.held_for_other_authority]

    def open_at(self, day: date) -> list[PlanStory]:
        return [p for p in self.plans if p.start <= day and (p.end is None or p.end > day)]

    def shown(self, shown_as: str) -> FamilyStory:
        return next(family for family in self.families if family.shown_as == shown_as)


@cache
def told_for(on: date) -> Told:
    council = tell(on, england())
    tell_the_rest(council)
    return Told(on, tuple(cut(council)))


@pytest.fixture(params=DAYS, ids=str)
def told(request):
    return told_for(request.param)


def test_month_ends_lie_in_the_band_but_for_august_2018(told):
    counts = {d: len(told.open_at(d)) for d in month_ends(date(2017, 3, 1), date(2018, 9, 30))}

    assert counts.pop(date(2018, 8, 31)) == 275
    assert all(240 <= count <= 260 for count in counts.values())


def test_of_the_open_plans_of_august_2018_18_are_two_years_old(told):
    day = date(2018, 8, 31)

    assert sum(days_between(plan.start, day) >= 730 for plan in told.open_at(day)) == 18


def test_about_250_children_are_on_plans_today(told):
    assert 235 <= len(told.open_at(told.on)) <= 280


def test_nothing_happens_on_the_day_itself_or_after(told):
    meetings = [meeting.held for family in told.families for meeting in family.meetings]
    ends = [plan.end for plan in told.plans if plan.end]

    assert max(meetings) < told.on
    assert max(ends) < told.on


def test_conferences_and_strategy_discussions_are_on_working_days(told):
    held = {meeting.held for family in told.families for meeting in family.meetings}
    started = {e.started for family in told.families for child in family.children for e in child.enquiries}

    assert all(england().is_working_day(day) for day in held | started)


def test_no_child_has_two_plans_at_once(told):
    for family in told.families:
        for child in family.children:
            for before, after in zip(child.plans, child.plans[1:], strict=False):
                assert before.end and before.end < after.start


def test_a_plan_begins_at_a_conference_that_decided_so(told):
    for plan in told.plans:
        parts = [part for part in plan.begun_at.parts if part.child is plan.child]
        assert [(part.outcome, plan.begun_at.held) for part in parts] == [
            (DecisionOutcome.PLAN_BEGINS, plan.start)
        ]


def test_a_plan_that_ended_for_less_risk_ended_at_a_review(told):
    reviewed = {
        (part.plan, meeting.held)
        for family in told.families
        for meeting in family.meetings
        for part in meeting.parts
        if part.outcome == DecisionOutcome.PLAN_ENDS
    }

    less_risk = [plan for plan in told.plans if plan.reason == EndReason.RISK_REDUCED]
    assert all((plan, plan.end) in reviewed for plan in less_risk)


def test_every_enquiry_has_at_most_one_conference_and_it_comes_after(told):
    parts = [
        (part.enquiry, meeting.held)
        for family in told.families
        for meeting in family.meetings
        for part in meeting.parts
        if part.enquiry
    ]

    assert len({enquiry for enquiry, _ in parts}) == len(parts)
    assert all(enquiry.referred <= enquiry.started < held for enquiry, held in parts)


def test_nobody_is_on_a_plan_at_eighteen(told):
    assert all((plan.end or told.on) <= add_months(plan.child.birth, 18 * 12) for plan in told.plans)


def test_a_child_not_yet_born_was_foretold(told):
    for plan in told.plans:
        assert plan.start >= plan.child.birth or plan.child.expected


def test_there_is_a_family_for_each_thing_a_newcomer_is_shown(told):
    assert {family.shown_as for family in told.families} >= SHOWN


def test_the_replan_came_seven_months_after_the_first_plan(told):
    child = next(c for c in told.shown(REPLAN).children if len(c.plans) > 1)
    gap = days_between(child.plans[-2].end, child.plans[-1].start)

    assert 180 <= gap <= 245
    assert child.plans[-1].end is None


def test_the_unborn_child_is_on_a_plan_and_not_born(told):
    (child,) = told.shown(UNBORN).children

    assert child.birth > told.on
    assert [plan.end for plan in child.plans] == [None]


def test_three_siblings_are_on_plans_together(told):
    assert len(open_plans(told.shown(SIBLINGS))) >= 3


def test_a_review_is_late_today(told):
    family = told.shown(REVIEW_LATE)
    last = family.meetings[-1]
    begun = any(part.kind != ConferenceKind.REVIEW for part in last.parts)
    due = due_by(Code.HOLD_REVIEW, last.held, england(), is_first=begun)

    assert due.date < told.on


def test_an_initial_conference_is_late_today_and_one_is_due(told):
    waiting = [
        england().between(enquiry.started, told.on)
        for family in told.families
        for child in family.children
        for enquiry in child.enquiries
        if enquiry.conference_needed
        and not any(part.enquiry is enquiry for m in family.meetings for part in m.parts)
    ]

    assert max(waiting) > 15
    assert any(10 <= days <= 15 for days in waiting)


def test_a_childs_times_in_need_never_overlap(told):
    for family in told.families:
        for child in family.children:
            found = spells(child, told.on)
            for before, after in zip(found, found[1:], strict=False):
                assert before.closure and before.closure < after.referral


def test_most_first_reviews_are_in_time_and_some_are_late(told):
    firsts = {}
    for family in told.families:
        for meeting in family.meetings:
            for part in meeting.parts:
                if part.kind == ConferenceKind.REVIEW:
                    firsts.setdefault(part.plan, meeting.held)
    late = sum(held > due_by(Code.HOLD_REVIEW, plan.start, england()).date for plan, held in firsts.items())

    assert 0.01 < late / len(firsts) < 0.08


def test_the_past_is_the_same_whichever_day_it_is_told_for():
    early, late = told_for(DAYS[1]), told_for(DAYS[3])
    until = add_days(DAYS[1], -120)

    def past(told):
        return sorted((p.child.number, p.start) for p in told.plans if p.start < until)

    assert past(early) == past(late)


def test_a_day_near_the_end_of_the_known_holidays_is_refused():
    with pytest.raises(OutsideCalendar):
        tell(date(2030, 12, 1), england())
