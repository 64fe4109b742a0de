"""Child in need plans: recorded, ended, and ended by the conference that begins a protection plan."""

from __future__ import annotations

import datetime as dt

import pytest

from conferences.exchange.census.live import check_return
from conferences.models import ChildInNeedPlan
from conferences.operations.corrections import Change
from conferences.operations.corrections_child import correct_in_need_plan
from conferences.operations.in_need import end_in_need_plan, record_in_need_plan
from conferences.operations.recording_signing import sign
from safeguarding.refusals import FORBIDDEN, Refused
from tests.cast import person
from tests.factories import AllocationFactory, ChildFactory, ChildInNeedPlanFactory, PlanFactory, TeamFactory
from tests.views.meetings import AFTER, BEGINS, CLINIC, NONE, fill, meeting

pytestmark = pytest.mark.django_db
AT = dt.datetime(2018, 6, 4, 10, tzinfo=dt.UTC)


@pytest.fixture
def child():
    found = ChildFactory(birth_date=dt.date(2012, 2, 1))
    AllocationFactory(child=found, team=TeamFactory())
    return found


def worker_of(child):
    return person("SOCIAL_WORKER", team=child.allocations.get().team)


def test_one_is_recorded_and_ended(child):
    by = worker_of(child)
    plan = record_in_need_plan(child=child, start_date=dt.date(2018, 5, 1), by=by, at=AT)
    with pytest.raises(Refused, match="that has not ended"):
        record_in_need_plan(child=child, start_date=dt.date(2018, 5, 2), by=by, at=AT)
    ended = end_in_need_plan(plan=plan, end_date=dt.date(2018, 6, 1), by=by, at=AT)
    assert (ended.start_date, ended.end_date, ended.source) == (
        dt.date(2018, 5, 1),
        dt.date(2018, 6, 1),
        "RECORDED",
    )
    with pytest.raises(Refused, match="ended on 1 June 2018 already"):
        end_in_need_plan(plan=plan, end_date=dt.date(2018, 6, 1), by=by, at=AT)


def test_none_stands_beside_a_protection_plan_and_others_record_none(child):
    PlanFactory(child=child, start_date=dt.date(2018, 3, 5))
    with pytest.raises(Refused, match="child protection plan of 5 March 2018 that has not ended"):
        record_in_need_plan(child=child, start_date=dt.date(2018, 4, 2), by=worker_of(child), at=AT)
    with pytest.raises(Refused) as refused:
        record_in_need_plan(child=child, start_date=dt.date(2018, 4, 2), by=person("CHAIR"), at=AT)
    assert refused.value.status == FORBIDDEN


def test_a_correction_goes_by_the_same_days(child):
    PlanFactory(child=child, start_date=dt.date(2018, 3, 5))
    by, plan = worker_of(child), ChildInNeedPlanFactory(child=child, start_date=dt.date(2018, 1, 8))
    wrong, right = ({"end_date": day} for day in (dt.date(2018, 3, 6), dt.date(2018, 3, 5)))
    with pytest.raises(Refused, match="child protection plan of 5 March 2018 that has not ended"):
        correct_in_need_plan(row=plan, change=Change(wrong, "TYPED"), by=by, at=AT)
    (made,) = correct_in_need_plan(row=plan, change=Change(right, "TYPED"), by=by, at=AT)
    assert (made.field, made.now) == ("end_date", "2018-03-05")


def test_the_record_that_begins_a_protection_plan_makes_no_census_error():
    chair = person("CHAIR")
    booking, amy, basil = meeting(chair)
    children = [part.requested_child.child for part in (amy, basil)]
    for one in children:
        ChildInNeedPlanFactory(child=one, start_date=dt.date(2018, 1, 8))
    record = fill(booking, (amy, BEGINS, [CLINIC]), (basil, NONE, []))

    sign(record=record, by=chair, at=AFTER)

    ends = dict(ChildInNeedPlan.objects.unscoped("test").values_list("child", "end_date"))
    assert ends == {children[0].pk: dt.date(2018, 4, 24), children[1].pk: None}
    assert [codes_of(one) for one in children] == [[], []]
    ChildInNeedPlan.objects.unscoped("test").update(end_date=None)
    assert codes_of(children[0]) == ["4001", "4017"]


def codes_of(child) -> list[str]:
    """The faults that the census finds where plans of both kinds stand beside each other."""
    found = check_return(2019, lambda model: model.objects.unscoped("test"), on=AT.date())
    beside = {"4001", "4003", "4016", "4017"}
    return sorted(
        {fault.rule for fault in found.faults if fault.child == child.la_child_id and fault.rule in beside}
    )
