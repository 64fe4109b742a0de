"""The catalogue of deadlines: complete, in order, each said in full, and its limits those of the statute."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from conferences.rules.deadlines import (
    CATALOGUE,
    DEADLINES,
    Code,
    Deadline,
    Holder,
    Reach,
)
from conferences.rules.deadlines_days import due_by, explained, review_clocks
from conferences.rules.deadlines_limits import (
    BothClocks,
    LocalMonths,
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
    Holder.NAMED: Role.SOCIAL_WORKER,
    Holder.READER: Role.MANAGER,
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
def test_who_chairs_no_meeting_is_told_to_arrange_it_and_never_to_hold_it(row: Deadline):
    support = Role.BUSINESS_SUPPORT
    assert not (holds(support, row.acts) and row.words_for(support).startswith("Hold"))
    assert row.words_for(Role.CHAIR) == row.words


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


# The limits of statute as the guidance says them: the months are those of conferences.rules.timelimits.
STATUTE = {Code.HOLD_CONFERENCE: 15, Code.HOLD_TRANSFER_IN: 15, Code.HOLD_FIRST_CORE_GROUP: 10}


def test_the_limits_of_statute_are_as_the_guidance_says_them():
    assert {row.code: row.limit.n for row in DEADLINES if isinstance(row.limit, WorkingDays)} == STATUTE
    assert {row.code for row in DEADLINES if row.is_statutory} == {*STATUTE, Code.HOLD_REVIEW}
    reviews = review_clocks()
    assert (reviews.first.months, reviews.first.days) == (3, 91)
    assert (reviews.later.months, reviews.later.days) == (6, 183)


@pytest.mark.parametrize("code", Code)
def test_a_day_of_the_reader_is_explained_by_the_limit_that_gives_it(code: Code):
    """For every day on which a clock may start; of a review, whether it is the first or a later one."""
    for start in DAYS[::20]:
        for is_first in (True, False):
            day = day_from(code, start, is_first)
            due = explained(code, start, day, CALENDAR, fixed)
            assert due is not None and (due.date, due.code) == (day, code)
            assert due.explanation and not due.explanation.endswith(".")
    assert explained(code, DAYS[0], date(2030, 1, 1), CALENDAR, fixed) is None or code in OF_THAT_DAY


OF_THAT_DAY = {row.code for row in DEADLINES if isinstance(row.limit, ThatDay)}


def day_from(code: Code, start: date, is_first: bool) -> date:
    if code is Code.REQUEST_REVIEW:
        start = due_by(Code.HOLD_REVIEW, start, CALENDAR, is_first=is_first).date
    return due_by(code, start, CALENDAR, fixed, is_first=is_first).date


def fixed(key: str, on: date) -> int:
    return 4


def test_a_local_limit_is_asked_of_its_settings():
    with pytest.raises(LookupError):
        due_by(Code.SEND_LETTERS, DAYS[0], CALENDAR)
    assert due_by(Code.SEND_LETTERS, DAYS[0], CALENDAR, fixed).number == 4


def test_a_local_limit_is_the_one_of_the_day_it_runs_from():
    def changed(key: str, on: date) -> int:
        return 5 if on < date(2018, 6, 1) else 2

    after, before = LocalWorkingDays("ANY"), LocalWorkingDays("ANY", is_before=True)
    assert after.counted(date(2018, 5, 31), CALENDAR, changed).day == date(2018, 6, 7)
    assert after.counted(date(2018, 6, 1), CALENDAR, changed).day == date(2018, 6, 5)
    assert before.counted(date(2018, 6, 4), CALENDAR, changed).day == date(2018, 5, 31)
    assert LocalMonths("ANY").counted(date(2018, 8, 31), CALENDAR, changed).day == date(2018, 10, 31)
    assert LocalWeeks("ANY").counted(date(2018, 6, 1), CALENDAR, changed).day == date(2018, 6, 15)


def test_a_day_that_somebody_set_is_its_own_limit():
    assert ThatDay().counted(date(2018, 6, 2), CALENDAR, no_setting).day == date(2018, 6, 2)
