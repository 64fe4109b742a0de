"""What can happen in a child's life on which day, and when it ends a plan."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from conferences.rules.children import Life
from conferences.rules.corrections_plans import PlanDays
from conferences.rules.life_events import (
    ENDS,
    Happening,
    LifeKind,
    birthday,
    end_of_plan,
    is_grown_up,
    kinds_for,
    problems,
    unusual,
)
from conferences.rules.vocabulary import EndReason

ON = dt.date(2018, 6, 4)
START = dt.date(2018, 3, 5)
HELD = dt.date(2018, 5, 14)
LAST = (HELD, "the last conference")
PLAN = PlanDays(START, None, inside=((HELD, "The review of"),))
CHILD = Life(dt.date(2012, 2, 1), None, None, PLAN, last=LAST)
UNBORN = Life(None, dt.date(2018, 6, 1), None, parents=[("Ana Reed", dt.date(1995, 1, 1))])


def told(kind: LifeKind, day: dt.date | None = ON, **fields: object) -> Happening:
    return Happening(kind, day, "The worker was told", **fields)  # type: ignore[arg-type]


def said(happening: Happening, life: Life = CHILD) -> dict[str, str]:
    return {one.field: one.sentence for one in problems(happening, life, ON)}


def test_what_can_happen_depends_on_how_far_a_life_has_come():
    assert LifeKind.BORN in kinds_for(UNBORN, ON)
    assert LifeKind.BORN not in kinds_for(CHILD, ON)
    assert LifeKind.EIGHTEEN not in kinds_for(CHILD, ON)
    grown = replace(CHILD, birth_date=dt.date(2000, 6, 4))
    assert LifeKind.EIGHTEEN in kinds_for(grown, ON)
    assert LifeKind.EIGHTEEN not in kinds_for(replace(grown, plan=None), ON)
    assert kinds_for(replace(CHILD, death_date=HELD), ON) == (LifeKind.DIED,)  # The plan runs still.
    assert kinds_for(replace(CHILD, death_date=HELD, plan=None), ON) == ()


def test_reduced_risk_is_no_reason_here():
    assert EndReason.RISK_REDUCED not in ENDS.values()


def test_who_was_born_on_29_february_is_18_on_1_march():
    born = dt.date(2000, 2, 29)
    assert birthday(born) == dt.date(2018, 3, 1)
    assert not is_grown_up(born, dt.date(2018, 2, 28))


@pytest.mark.parametrize(
    ("happening", "life", "field", "sentence"),
    [
        (told(LifeKind.DIED, None), CHILD, "day", "Enter the day of the death"),
        (told(LifeKind.DIED, dt.date(2018, 6, 5)), CHILD, "day", "must be today or in the past"),
        (
            told(LifeKind.DIED, dt.date(2018, 5, 13)),
            CHILD,
            "day",
            "the last conference, 14 May 2018",
        ),
        (told(LifeKind.LEFT_UK, dt.date(2011, 1, 1)), CHILD, "day", "not born before 1 February 2012"),
        (told(LifeKind.LOOKED_AFTER, dt.date(2018, 5, 1)), CHILD, "ends", "14 May 2018"),
        (told(LifeKind.LOOKED_AFTER, ends=HELD), CHILD, "ends", "cannot end before 4 June 2018"),
        (told(LifeKind.OTHER_ORDER), CHILD, "step_down", "Select where support goes"),
        (told(LifeKind.MOVED_AWAY), CHILD, "authority", "Select the authority"),
        (told(LifeKind.MOVED_AWAY, authority=""), CHILD, "authority_name", "Enter the name"),
        (told(LifeKind.NEW_NAME), CHILD, "family_name", "Enter the new name"),
        (told(LifeKind.BORN), UNBORN, "sex", "Select the sex"),
        (told(LifeKind.BORN, nhs_number="9434765918"), UNBORN, "nhs_number", "wrong digit"),
        (told(LifeKind.BORN, nhs_number="1111111111"), UNBORN, "nhs_number", "where it is not known"),
        (told(LifeKind.BORN, dt.date(1995, 1, 1), sex="F"), UNBORN, "day", "Ana Reed was born on 1 January"),
    ],
)
def test_a_day_that_cannot_be_is_told_beside_its_field(happening, life, field, sentence):
    assert sentence in said(happening, life)[field]


def test_evidence_is_always_asked():
    assert "evidence" in said(replace(told(LifeKind.LEFT_UK), evidence=" "))


def test_a_plan_ends_on_the_day_of_what_happened_or_as_typed():
    assert end_of_plan(told(LifeKind.LEFT_UK), CHILD, ON) == ON
    later = told(LifeKind.LOOKED_AFTER, dt.date(2018, 5, 20), ends=dt.date(2018, 6, 1))
    assert end_of_plan(later, CHILD, ON) == dt.date(2018, 6, 1)


def test_a_move_ends_no_plan_before_the_other_authority_met():
    moved = told(LifeKind.MOVED_AWAY, dt.date(2018, 5, 20), authority="383")
    assert end_of_plan(moved, CHILD, ON) is None
    assert said(moved) == {}
    assert end_of_plan(replace(moved, ends=ON), CHILD, ON) == ON


@pytest.mark.parametrize("ends", [dt.date(2018, 5, 19), dt.date(2018, 6, 5)])
@pytest.mark.parametrize("plan", [None, PlanDays(dt.date(2018, 6, 1), None)])
def test_the_other_authority_met_after_a_move_that_ends_no_plan_and_not_ahead(ends, plan):
    moved = told(LifeKind.MOVED_AWAY, dt.date(2018, 5, 20), authority="383", ends=ends)
    life = replace(CHILD, plan=plan)
    assert ("This day must be" if plan and ends > ON else "conference") in said(moved, life)["ends"]
    assert said(replace(moved, ends=dt.date(2018, 6, 4)), life) == {}


def test_a_move_ends_a_plan_by_the_conference_there_whenever_the_child_moved():
    before = told(LifeKind.MOVED_AWAY, START - dt.timedelta(4), authority="383")
    life = replace(CHILD, plan=PlanDays(START, None))
    assert end_of_plan(before, life, ON) is None
    assert end_of_plan(replace(before, ends=START - dt.timedelta(1)), life, ON) is None
    met = START + dt.timedelta(20)
    assert end_of_plan(replace(before, ends=met), life, ON) == met


def test_a_plan_ends_never_on_its_first_day():
    first = replace(CHILD, plan=PlanDays(START, None))
    assert end_of_plan(told(LifeKind.DIED, START), first, ON) == dt.date(2018, 3, 6)
    assert end_of_plan(told(LifeKind.DIED, START), first, START) is None


def test_a_plan_ends_by_an_order_on_no_day_that_a_correction_of_it_would_refuse():
    met = ((dt.date(2018, 5, 21), "The core group of"), (HELD, "The review of"))
    life = replace(CHILD, plan=PlanDays(START, None, inside=met))
    order = told(LifeKind.LOOKED_AFTER, dt.date(2018, 5, 20), ends=dt.date(2018, 5, 20))
    words = "The core group of 21 May 2018 stands on this plan. It cannot end before that"
    assert said(order, life) == {"ends": words}
    assert said(replace(order, ends=dt.date(2018, 5, 21)), life) == {}


def test_what_was_before_the_plan_ends_it_not():
    assert end_of_plan(told(LifeKind.OTHER_ORDER, dt.date(2018, 1, 1)), CHILD, ON) is None


@pytest.mark.parametrize(("expected", "is_refused"), [("2018-10-22", False), ("2018-10-23", True)])
@pytest.mark.parametrize("years", [0, 1])
def test_a_birth_that_no_expected_day_can_have_is_refused(expected, is_refused, years):
    day = dt.date.fromisoformat(expected).replace(year=2018 + years)
    found = said(told(LifeKind.BORN, sex="F"), replace(UNBORN, expected=day))
    assert ("expected day can be corrected first" in found.get("day", "")) == (is_refused or years == 1)


@pytest.mark.parametrize(("expected", "is_refused"), [("2018-04-09", False), ("2018-04-08", True)])
def test_a_birth_long_after_the_day_expected_is_refused(expected, is_refused):
    life = replace(UNBORN, expected=dt.date.fromisoformat(expected))
    assert ("day" in said(told(LifeKind.BORN, sex="F"), life)) == is_refused


def test_a_death_that_is_known_is_recorded_on_its_day():
    known = replace(CHILD, death_date=dt.date(2018, 6, 1))
    assert said(told(LifeKind.DIED), known) == {"day": "The child died on 1 June 2018, as is recorded"}
    assert said(told(LifeKind.DIED, dt.date(2018, 6, 1)), known) == {}


def test_a_birth_far_from_the_day_expected_is_told():
    assert unusual(told(LifeKind.BORN), UNBORN) == ""
    assert "62 days before" in unusual(told(LifeKind.BORN, dt.date(2018, 3, 31)), UNBORN)
