"""What was looked up of plans that files brought: it holds no file back, and goes with a plan that goes."""

import datetime as dt

import pytest

from conferences.exchange.census import proposing
from conferences.models import LookUp, Plan
from conferences.operations.look_ups import look_up
from safeguarding.audit import system_user
from safeguarding.models import Child
from tests.exchange.census import READ_AT, child, episode, of_year, plan, taken
from tests.golive import live_from

pytestmark = pytest.mark.django_db
WHY = "a test looks at what was written"
ENDED = child(episode(plan(CPPendDate="2024-03-01")))


def looked():
    rows = LookUp.objects.unscoped(WHY).order_by("months")
    return [(one.months, one.found, one.not_known) for one in rows]


def look_up_on(day):
    look_up(at=dt.datetime.combine(day, dt.time(9), dt.UTC))


def test_a_file_that_is_undone_takes_the_look_up_of_its_plan_along():
    live_from(dt.date(2024, 4, 1))
    file = taken(of_year(2024, ENDED))
    look_up_on(dt.date(2024, 6, 1))
    assert looked() == [(3, "NOTHING", "")]
    proposing.undo(file=file, by=system_user(), clock=lambda: READ_AT)
    assert not Plan.objects.unscoped(WHY).exists() and looked() == []
    assert not Child.objects.unscoped(WHY).exists()


def test_a_newer_file_that_tells_the_plan_otherwise_leaves_what_was_found():
    live_from(dt.date(2024, 4, 1))
    taken(of_year(2024, ENDED))
    look_up_on(dt.date(2024, 6, 1))
    taken(of_year(2024, child(episode(plan(CPPendDate="2024-02-01")))))
    assert looked() == [(3, "NOTHING", "")]
    (kept,) = LookUp.objects.unscoped(WHY)
    assert (kept.since_date, kept.plan.end_date) == (dt.date(2024, 3, 1), dt.date(2024, 2, 1))


def test_days_between_the_file_and_going_live_are_not_known():
    live_from(dt.date(2024, 4, 15))
    taken(of_year(2024, ENDED))
    look_up_on(dt.date(2024, 6, 1))
    assert looked() == [(3, "NOT_KNOWN", "SOURCE")]
