"""The catalogue of deadlines: complete, in order, each said in full, and its limits those of the statute."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from conferences.rules import timelimits
from conferences.rules.deadlines import (
    CATALOGUE,
    DEADLINES,
    Code,
    Deadline,
    Holder,
    Reach,
)
from conferences.rules.deadlines_limits import (
    BothClocks,
    LocalWeeks,
    LocalWorkingDays,
    ThatDay,
    WorkingDays,
)
from conferences.rules.measures_catalogue import MEASURES
from safeguarding.bankholidays import england
from safeguarding.policy.limits import CATALOGUE as LIMITS
from safeguarding.rights import SEES_OWN_TEAM, SEES_WHOLE_UNIT, Role, holds

RULES = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
ACTS_IN = {Reach.TEAM: SEES_OWN_TEAM, Reach.UNIT: SEES_WHOLE_UNIT}
ROLE_OF = {
    Holder.WORKER: Role.SOCIAL_WORKER,
    Holder.ASKER: Role.SOCIAL_WORKER,
    Holder.CHAIR: Role.CHAIR,
}
CALENDAR = england()
DAYS = [date(2018, 1, 1) + timedelta(days=n) for n in range(0, 1100, 3)]
each_row = pytest.mark.parametrize("row", DEADLINES, ids=lambda row: row.code)


def no_setting(key: str, on: date) -> int:
    raise AssertionError("A statutory limit asks no setting.")


def test_each_deadline_stands_once_in_the_order_of_its_codes():
    assert [row.code for row in DEADLINES] == list(Code) == list(CATALOGUE)


def test_what_statute_sets_comes_first():
    grades = [row.is_statutory for row in DEADLINES]
    assert grades == sorted(grades, reverse=True) and any(grades)


@each_row
def test_each_row_is_said_in_full(row: Deadline):
    said = (row.words, row.grade, row.source, row.runs_from, row.met_by, row.gone_by)
    assert all(text.strip() and not text.endswith(".") for text in said)
    assert row.words[0].isupper() and len(row.source) > 15


@each_row
def test_each_row_names_the_figure_that_counts_it_or_says_why_none_does(row: Deadline):
    assert bool(row.measure) != bool(row.why_none)
    assert not row.measure or row.measure in MEASURES
    assert set(re.findall(r"\w+_\w+", row.why_none)) <= set(MEASURES)


@each_row
def test_whoever_a_deadline_falls_to_may_do_what_it_asks(row: Deadline):
    assert any(holds(role, row.acts) for role in ACTS_IN[row.reach])
    assert row.holder is Holder.NOBODY or holds(ROLE_OF[row.holder], row.acts)


@each_row
def test_only_what_statute_sets_is_a_number_in_the_code(row: Deadline):
    assert row.is_statutory == isinstance(row.limit, WorkingDays | BothClocks)
    assert isinstance(row.limit, ThatDay) or row.is_statutory or row.limit.key in LIMITS


@each_row
def test_each_rule_that_a_row_names_has_its_line_and_grade(row: Deadline):
    for rule in filter(None, row.rule.split(", ")):
        assert re.search(rf"^\| {rule} \|", RULES, re.MULTILINE)
        if row.is_statutory:
            assert re.search(rf"^\| {rule} \|.*\| {row.grade} \|", RULES, re.MULTILINE)


STATUTE = {
    Code.HOLD_CONFERENCE: timelimits.initial_conference_due,
    Code.HOLD_TRANSFER_IN: timelimits.transfer_in_due,
    Code.HOLD_FIRST_CORE_GROUP: timelimits.first_core_group_due,
}


@pytest.mark.parametrize("code", STATUTE)
def test_the_limits_in_working_days_are_those_of_the_statute(code: Code):
    for day in DAYS:
        assert CATALOGUE[code].limit.due(day, CALENDAR, no_setting) == STATUTE[code](day, CALENDAR).date


def test_the_limits_of_the_reviews_are_those_of_the_statute():
    limit = CATALOGUE[Code.HOLD_REVIEW].limit
    for day in DAYS:
        assert limit.due(day, CALENDAR, no_setting) == timelimits.first_review_due(day).date
        later = limit.due(day, CALENDAR, no_setting, is_first=False)
        assert later == timelimits.next_review_due(day).date


def test_every_statutory_limit_is_held_to_the_statute():
    assert {row.code for row in DEADLINES if row.is_statutory} == {*STATUTE, Code.HOLD_REVIEW}


def test_a_local_limit_is_the_one_of_the_day_it_runs_from():
    def changed(key: str, on: date) -> int:
        return 5 if on < date(2018, 6, 1) else 2

    after, before = LocalWorkingDays("ANY"), LocalWorkingDays("ANY", is_before=True)
    assert after.due(date(2018, 5, 31), CALENDAR, changed) == date(2018, 6, 7)
    assert after.due(date(2018, 6, 1), CALENDAR, changed) == date(2018, 6, 5)
    assert before.due(date(2018, 6, 4), CALENDAR, changed) == date(2018, 5, 31)
    assert LocalWeeks("ANY").due(date(2018, 6, 1), CALENDAR, changed) == date(2018, 6, 15)


def test_a_day_that_somebody_set_is_its_own_limit():
    assert ThatDay().due(date(2018, 6, 2), CALENDAR, no_setting) == date(2018, 6, 2)
