"""A child in need plan in the list of what may be done for a child."""

import datetime as dt

from conferences.views.presenters import in_need
from tests.factories import ChildFactory, ChildInNeedPlanFactory
from tests.presenters.made import made, person

ON = dt.date(2018, 6, 4)


def lines(monkeypatch, running=(), on_plan=False, role="SOCIAL_WORKER", **child):
    monkeypatch.setattr(in_need, "running", lambda *of: list(running))
    monkeypatch.setattr(in_need, "open_plan", lambda *of: on_plan)
    return [one.text for one in in_need.lines(person(role), made(ChildFactory, **child), ON)]


def test_one_is_recorded_where_none_runs_and_ended_where_one_does(monkeypatch):
    plan = made(ChildInNeedPlanFactory, start_date=dt.date(2018, 1, 2))
    assert lines(monkeypatch) == ["Record a child in need plan"]
    assert lines(monkeypatch, [plan]) == ["End the child in need plan"]


def test_none_is_offered_beside_a_protection_plan_after_a_death_or_to_others(monkeypatch):
    assert lines(monkeypatch, on_plan=True) == []
    assert lines(monkeypatch, death_date=ON) == []
    assert lines(monkeypatch, role="CHAIR") == []
