"""What waits for a second person: each with its page, its child and who asked."""

import datetime as dt

from django.urls import reverse

from conferences.views.presenters.second_person import waiting_table
from tests.factories import (
    ChildFactory,
    DecisionChangeFactory,
    LifeEventFactory,
    PlanEndingFactory,
    PlanFactory,
    PlanResumptionFactory,
    RequestedChildFactory,
    RequestFactory,
    RestrictionRemovalFactory,
    ThinkingWaiverFactory,
)
from tests.presenters.made import made, moment, person

ON = dt.date(2018, 6, 11)


def _asked_for(child):
    return made(RequestFactory, children=[made(RequestedChildFactory, child=child)])


def _waiver(child, meets_at, **fields):
    found = made(ThinkingWaiverFactory, session__request=_asked_for(child), **fields)
    found.meets_at = meets_at
    return found


def test_a_waiver_is_to_be_decided_before_its_conference_and_lapses_once_that_was():
    asked = {"asked_by": person("CHAIR"), "last_date": dt.date(2018, 6, 18)}
    child = made(ChildFactory)
    found = [_waiver(child, moment(day), **asked) for day in (dt.date(2018, 6, 15), dt.date(2018, 6, 20))]
    days = [[row[3] for row in waiting_table(found, on).rows] for on in (ON, dt.date(2018, 6, 16))]
    assert days == [["15 June 2018", "18 June 2018"], ["18 June 2018", "18 June 2018"]]


def test_each_kind_leads_to_its_page_and_says_whose_it_is_and_until_when():
    asked = {"asked_by": person("SOCIAL_WORKER"), "last_date": dt.date(2018, 6, 18)}
    plan = made(PlanFactory, child=made(ChildFactory, given_names="Amber", family_name="Sample"))
    ending = made(PlanEndingFactory, plan=plan, event=made(LifeEventFactory), **asked)
    found = [
        ending,
        made(PlanResumptionFactory, plan=plan, ending=ending, **asked),
        made(DecisionChangeFactory, conference_child__child=plan.child, **asked),
        _waiver(plan.child, None, **asked),
        made(RestrictionRemovalFactory, child=plan.child, **asked),
    ]
    table = waiting_table(found, ON)
    pages = "plan_ending", "plan_resumption", "decision_change", "thinking_waiver", "restriction_removal"
    assert [row[0].href for row in table.rows] == [
        reverse(page, args=[one.ref]) for page, one in zip(pages, found, strict=True)
    ]
    assert [row[1] for row in table.rows] == [*["Amber Sample"] * 4, "A restricted record"]
    heard = [str(row[0].html) for row in table.rows]
    assert all(" for Amber Sample, asked for by Sample Social worker, " in one for one in heard[:4])
    assert "Amber" not in heard[4] and len({one.split(">", 1)[1] for one in heard}) == 5
    assert {row[3] for row in table.rows} == {"18 June 2018"}
