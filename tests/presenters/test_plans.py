"""The plans of a life in words: the present one, all of them, and what others counted."""

import datetime as dt
from dataclasses import replace

import pytest

from conferences.queries.plans_days import PlanDays
from conferences.queries.plans_history import history
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_days import due_by
from conferences.views.presenters import plans
from safeguarding.bankholidays import england
from tests.factories import (
    AllocationFactory,
    ChildFactory,
    ConferenceChildFactory,
    CoreGroupFactory,
    FollowUpFactory,
    PlanCategoryFactory,
    PlanElsewhereFactory,
    PlanFactory,
)
from tests.presenters.made import cells, made, person, said

ON = dt.date(2018, 10, 31)
EARLIER = {"start_date": dt.date(2016, 1, 4), "end_date": dt.date(2017, 6, 4)}


FIRST, BIRTH = dt.date(2018, 4, 9), dt.date(2018, 5, 14)
DAYS = PlanDays(
    due_by(Code.HOLD_REVIEW, FIRST, england()), due_by(Code.HOLD_FIRST_CORE_GROUP, FIRST, england())
)
NEXT = PlanDays(
    core_group=due_by(Code.HOLD_CORE_GROUP, dt.date(2018, 6, 1), england(), lambda key, on: 6),
)


def life_of(*known, **fields):
    return history(made(ChildFactory, plans=list(known), **fields), ON)


def test_the_present_plan_says_when_it_must_be_looked_at_again():
    card = plans.present(life_of(made(PlanFactory)), DAYS, None, ON)
    rows = said(card.rows)
    assert card.heading == "On a child protection plan"
    assert rows["Since"] == "9 April 2018 (6 months)"
    assert rows["Next review due"] == "By Monday 9 July 2018: 81 working days late"
    assert rows["First core group due"] == "By Monday 23 April 2018: 134 working days late"
    unknown = (rows["Last conference"], rows["Chair"], rows["Team and worker"])
    assert unknown == ("None recorded", "Not known", "Not allocated")


def test_the_review_after_a_birth_is_told_first_where_it_comes_first():
    days = PlanDays(DAYS.review, birth=due_by(Code.REVIEW_AFTER_BIRTH, BIRTH, england(), lambda key, on: 20))
    rows = said(plans.present(life_of(made(PlanFactory)), days, None, ON).rows)
    assert rows["Next review due"].startswith("By Tuesday 12 June 2018")
    assert rows["Next review due"].endswith("It is the review after the birth, which comes first")
    assert rows["Without the birth"] == "By Monday 9 July 2018"
    later = replace(days, birth=due_by(Code.REVIEW_AFTER_BIRTH, BIRTH, england(), lambda key, on: 60))
    rows = said(plans.present(life_of(made(PlanFactory)), later, None, ON).rows)
    assert rows["Next review due"] == "By Monday 9 July 2018: 81 working days late"
    assert rows["Review after the birth"] == "By Tuesday 7 August 2018"


def test_a_plan_that_something_ended_says_by_when_somebody_ends_it():
    ends = due_by(Code.END_PLAN, dt.date(2018, 10, 29), england(), lambda key, on: 10)
    rows = said(plans.present(life_of(made(PlanFactory)), PlanDays(ending=ends), None, ON).rows)
    assert rows["To be ended"] == "By Monday 12 November 2018: 8 working days left"
    assert "Next review due" not in rows


def test_no_card_stands_where_no_plan_is_open():
    assert plans.present(life_of(made(PlanFactory, **EARLIER)), PlanDays(), None, ON) is None


def test_core_groups_that_met_stand_before_the_day_of_the_next():
    met = [made(CoreGroupFactory), made(CoreGroupFactory, held_date=dt.date(2018, 6, 1))]
    rows = said(plans.present(life_of(made(PlanFactory, core_groups=met)), NEXT, None, ON).rows)
    assert rows["Core groups"] == "20 April 2018 and 1 June 2018" and "First core group due" not in rows
    assert rows["Next core group due"] == "By Friday 13 July 2018: 77 working days late"
    assert rows["How that is counted"] == "6 weeks from Friday 1 June 2018."


def test_of_many_core_groups_the_last_is_told():
    met = [made(CoreGroupFactory, held_date=dt.date(2018, 5, day)) for day in range(1, 8)]
    rows = said(plans.present(life_of(made(PlanFactory, core_groups=met)), NEXT, None, ON).rows)
    assert rows["Core groups"] == "7, the last on 7 May 2018"


def test_the_last_conference_and_who_works_with_the_child_are_named():
    plan = made(PlanFactory)
    met = made(ConferenceChildFactory, conference__chair=person())
    held = made(AllocationFactory, team__name="Invented Team", worker=person("SOCIAL_WORKER"))
    rows = said(plans.present(life_of(plan, conferences=[met]), PlanDays(), held, ON).rows)
    assert rows["Last conference"] == "Initial conference, 9 April 2018"
    assert rows["Chair"] == "Sample Independent chair"
    assert rows["Team and worker"] == "Invented Team, Sample Social worker"
    assert plans.held_at(met) == "9 April 2018"
    held.worker = None
    assert plans.team_and_worker(held) == "Invented Team, no worker named"


def category(**fields):
    return made(PlanCategoryFactory, category="EMO", from_date=dt.date(2018, 6, 4), **fields)


@pytest.mark.parametrize(
    ("latest", "exact", "words"),
    [
        ("NEG", None, "Neglect"),
        ("EMO", None, "Neglect at first, emotional abuse now"),
        ("EMO", True, "Neglect at first; emotional abuse since 4 June 2018"),
        ("EMO", False, "Neglect at first; emotional abuse known by 4 June 2018"),
    ],
)
def test_the_category_is_told_as_it_changed(latest, exact, words):
    changes = [] if exact is None else [category(date_is_exact=exact)]
    plan = made(PlanFactory, latest_category=latest, categories=changes)
    assert plans.category_story(life_of(plan).present) == words


def test_all_plans_are_told_latest_first_with_the_time_between():
    known = life_of(made(PlanFactory, **EARLIER, step_down="CIN_PLAN"), made(PlanFactory))
    latest, first = cells(plans.table(known))
    assert latest[0] == "9 April 2018 to now Open 10 months after the plan before it ended"
    assert latest[4] == "Has not ended" and first[0] == "4 January 2016 to 4 June 2017"
    assert first[4] == "Risk reduced: decided at a review conference Then: Child in need plan"


@pytest.mark.parametrize("reason", ["", "NOT_RECORDED"])
def test_an_end_whose_reason_no_census_tells_is_said_to_have_none(reason):
    life = life_of(made(PlanFactory, **EARLIER, end_reason=reason)).plans[0]
    assert plans.ending(life) == "Reason not recorded"


def test_an_ended_plan_says_what_came_after_it_and_when_it_was_followed_up():
    held = [made(FollowUpFactory, held_date=day) for day in (dt.date(2017, 9, 1), dt.date(2017, 12, 1))]
    ended = made(PlanFactory, **EARLIER, step_down="CIN_PLAN", follow_ups=held)
    note = plans.table(life_of(ended)).rows[0][-1].note
    assert note == "Then: Child in need plan. Followed up on 1 September 2017 and 1 December 2017"


def test_plans_elsewhere_are_told_as_far_as_they_are_known():
    assert plans.elsewhere(life_of()) is None
    known = {"start_date": dt.date(2015, 1, 5), "end_date": dt.date(2016, 2, 1), "category": "PHY"}
    both = [made(PlanElsewhereFactory), made(PlanElsewhereFactory, **known)]
    rows = cells(plans.elsewhere(life_of(plans_elsewhere=both)))
    assert rows[0][1:3] == ["Start not known to end not known", "Not known"]
    assert rows[1][:3] == ["Neighbourshire Council", "5 January 2015 to 1 February 2016", "Physical abuse"]


def test_a_count_that_differs_from_what_is_held_is_told():
    counted = life_of(made(PlanFactory, **EARLIER), made(PlanFactory, previous_plans_recorded=3))
    assert plans.difference(counted) == (
        "The census counted 3 plans before this one; 1 plan is held here. "
        "Ask where the others were before relying on this."
    )
    agreed = life_of(made(PlanFactory, **EARLIER), made(PlanFactory, previous_plans_recorded=1))
    assert plans.difference(agreed) == plans.difference(life_of()) == ""


def test_plans_elsewhere_count_with_those_held_here():
    plan = made(PlanFactory, previous_plans_recorded=2)
    known = life_of(plan, plans_elsewhere=[made(PlanElsewhereFactory)])
    assert "no plans are held here, and 1 plan elsewhere." in plans.difference(known)


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ([], "No child protection plan here is recorded."),
        ([{}], "On a child protection plan since 9 April 2018."),
        ([EARLIER], "Not on a plan now. 1 plan here, the last ended 4 June 2017."),
        ([{"held_for_other_authority": True}], "On another authority’s plan, held here."),
    ],
)
def test_a_life_s_plans_are_summed_up_in_a_sentence(known, words):
    assert plans.summary(life_of(*(made(PlanFactory, **fields) for fields in known))) == words


def test_only_who_may_record_a_core_group_is_led_there_and_only_while_a_plan_is_open():
    plan = made(PlanFactory)
    worker, child = person("SOCIAL_WORKER"), made(ChildFactory)
    assert str(plan.ref) in plans.core_group_href(worker, child, life_of(plan))
    assert plans.core_group_href(person("CHAIR"), child, life_of(plan)) == ""
    assert plans.core_group_href(worker, child, life_of()) == ""


def test_nothing_more_of_a_plan_is_recorded_for_a_child_who_died():
    child, plan = made(ChildFactory, death_date=ON), made(PlanFactory)
    assert plans.core_group_href(person("SOCIAL_WORKER"), child, life_of(plan)) == ""
    assert plans.follow_up_href(person("SOCIAL_WORKER"), child, made(PlanFactory, **EARLIER)) == ""
