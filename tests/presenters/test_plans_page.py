"""The page of a plan in words: what stands, what does not, and what could be said better."""

import datetime as dt

from conferences.queries.plans import PlanShown
from conferences.views.presenters import plans_page
from tests.factories import (
    ChildFactory,
    ChildPartFactory,
    ConferenceChildFactory,
    PlanActionFactory,
    PlanFactory,
    PlanNeedFactory,
)
from tests.presenters.made import made

ON = dt.date(2018, 6, 1)


def part_of(needs=(), actions=()):
    return made(
        ChildPartFactory,
        needs=list(needs),
        actions=list(actions),
        conference_child=made(ConferenceChildFactory),
    )


def page_of(*parts, plan=None, **given):
    plan = plan or made(PlanFactory, child=made(ChildFactory))
    return plans_page.plan_page(PlanShown(plan, tuple(parts), **given), ON, changes=True)


def test_a_plan_of_no_conference_shows_the_outline_and_adds_nothing():
    page = page_of(outline="Nan stays with them")
    assert (page.is_outline, page.needs, page.add_href, page.versions) == (True, [], "", [])
    assert page.rows[-1].value == "No conference that was recorded here"


def test_an_action_stands_with_its_need_and_one_that_ended_apart():
    need = made(PlanNeedFactory, number=1)
    own = made(PlanActionFactory, need=need, what="Read each night at 7")
    out = made(PlanActionFactory, need=need, ended_date=ON, ended_words="Read")
    loose = made(PlanActionFactory, need=None)
    page = page_of(part_of([need], [own, out, loose]))
    assert [(one.heading, len(one.actions)) for one in page.needs] == [
        ("Need 1", 1),
        ("Actions for no need", 1),
    ]
    assert page.ended[0].actions[0].ended == "Ended on 1 June 2018: Read"
    assert page.ended[0].actions[0].advice == [] and page.needs[0].actions[0].advice


def test_a_review_that_wrote_nothing_leaves_what_was_agreed_before():
    need = made(PlanNeedFactory, number=1)
    page = page_of(part_of(), part_of([need]))
    assert page.needs[0].outcome == need.outcome and "wrote nothing else" in page.rows[-1].value
    assert len(page.versions) == 1


def test_an_ended_plan_is_advised_on_no_more_and_changed_by_nobody():
    plan = made(PlanFactory, child=made(ChildFactory), end_date=ON)
    page = page_of(part_of([], [made(PlanActionFactory, need=None)]), plan=plan)
    assert (page.advice_line, page.add_href, page.needs[0].actions[0].advice) == ("", "", [])


def test_an_action_goes_on_when_its_need_does_not():
    need = made(PlanNeedFactory, number=1, ended_date=ON, ended_words="She sleeps")
    own, out = made(PlanActionFactory, need=need), made(PlanActionFactory, need=need, ended_date=ON)
    page = page_of(part_of([need], [own, out]))
    assert [one.heading for one in page.needs] == ["Actions for no need that is in the plan"]
    assert [one.href for one in page.needs[0].actions] and page.nothing == ""
    assert [(one.need, len(one.actions)) for one in page.ended] == [(need.need, 1)]


def test_a_plan_of_which_all_has_ended_is_not_one_of_which_nothing_was_written():
    need = made(PlanNeedFactory, number=1, ended_date=ON, ended_words="She sleeps")
    page = page_of(part_of([need]), outline="Nan stays with them")
    assert (page.needs, page.nothing, page.is_outline) == ([], "Nothing is in the plan now.", False)
    assert "No conference" in page_of(part_of()).nothing
    wrong = made(PlanNeedFactory, number=1, in_error=True)
    assert page_of(part_of([wrong])).versions == []
