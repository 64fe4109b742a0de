"""One earlier plan in words; what nobody recorded is said not to be."""

import datetime as dt

from conferences.queries.consultations_facts_child import KnownPlan, Punctuality
from conferences.queries.plans_history import PlanOfLife
from conferences.rules.replans import FoundIn
from conferences.views.presenters import consultations_plans as plans
from safeguarding.workingdays import span
from tests.factories import (
    AllocationFactory,
    ChildInNeedPlanFactory,
    ChildPartFactory,
    ConferenceChildFactory,
    EarlierPlanFactory,
    FollowUpFactory,
    PlanActionFactory,
    PlanElsewhereFactory,
    PlanFactory,
)
from tests.presenters.made import made, person, said

START, END, ASKED = dt.date(2015, 1, 5), dt.date(2016, 2, 1), dt.date(2018, 4, 9)


def of_ours(plan=None, last=None, *, end=END, told_to=None, **fields):
    plan = plan or made(PlanFactory, start_date=START, end_date=end, step_down="CIN_PLAN" if end else "")
    life = PlanOfLife(plan, 1, span(START, end or ASKED), None, last, (), (), told_to)
    return KnownPlan(FoundIn.OWN, START, end, life=life, **fields)


def test_an_earlier_plan_tells_how_long_it_was_how_it_ended_and_how_long_ago():
    chaired = made(ConferenceChildFactory, conference__chair=person())
    support = made(ChildInNeedPlanFactory, start_date=END, end_date=dt.date(2016, 4, 1))
    held = made(AllocationFactory, worker=person("SOCIAL_WORKER"))
    entry = plans.entry(
        of_ours(last=chaired, support=support, workers=(held, held), reviews=Punctuality(3, 2, 1)), ASKED
    )
    assert (entry.title, entry.when) == ("Plan ended", "5 January 2015 to 1 February 2016")
    assert (entry.byline, entry.tag.text) == ("Sample Independent chair", "Gap: 2 years or more")
    assert entry.lines == [
        "Neglect, 1 year.",
        "Risk reduced: decided at a review conference.",
        "Then: Child in need plan.",
        "Child in need plan for 2 months, to 1 April 2016.",
        "It ended 2 years and 2 months before this was raised.",
        "Reviews: 2 of 3 on time; 1 fell due and is not recorded.",
        "Core groups: none is recorded.",
        "Workers: Sample Social worker.",
        "Found in: our own record.",
    ]


def test_what_is_not_known_of_a_plan_elsewhere_is_said():
    told = made(
        PlanElsewhereFactory, start_date=None, end_date=None, category="", authority_name="Neighbourshire"
    )
    entry = plans.entry(KnownPlan(FoundIn.ELSEWHERE, None, None, elsewhere=told), ASKED)
    assert (entry.title, entry.tag) == ("Plan, end not known", None)
    assert entry.when == "Start not known to end not known"
    assert entry.lines == [
        "Category not known.",
        "How it ended is not recorded.",
        "What followed is not recorded.",
        "Found in: Neighbourshire.",
    ]


def test_a_plan_that_is_on_record_no_more_stands_as_it_was_found():
    found = made(EarlierPlanFactory, how_ended="Risk reduced")
    known = KnownPlan(FoundIn.OWN, found.start_date, found.end_date, as_found=found)
    lines = plans.entry(known, ASKED).lines
    assert "Risk reduced." in lines
    assert "It is no longer on record: its decision was set right since." in lines


def test_a_plan_that_runs_has_neither_an_end_nor_a_gap():
    running = of_ours(end=None)
    assert plans.is_running(running)
    entry = plans.entry(running, ASKED)
    assert (entry.title, entry.when, entry.tag) == ("Plan", "5 January 2015, runs now", None)
    assert plans.why_ended(running).text == "It runs"
    assert plans.what_followed(running).text == plans.time_since(running, ASKED).text == ""
    told = of_ours(end=None, told_to=dt.date(2017, 3, 31))
    assert plans.entry(told, ASKED).when == "5 January 2015, known to 31 March 2017"


def test_a_step_down_without_its_plan_says_so_and_a_support_without_an_end_too():
    assert plans.what_followed(of_ours()).note == "No child in need plan is recorded after it."
    open_ended = made(ChildInNeedPlanFactory, start_date=END)
    told = plans.what_followed(of_ours(support=open_ended)).note
    assert told == "Child in need plan since 1 February 2016: its end is not recorded."


def test_the_gap_is_told_with_its_band():
    cell = plans.time_since(of_ours(), dt.date(2016, 9, 1))
    assert (cell.text, cell.tag.text) == ("7 months", "6 to 12 months")
    assert plans.time_since(of_ours(), dt.date(2016, 1, 1)).text == "It had not ended when this was raised"


def test_what_it_was_to_change_and_whether_it_did_are_told_or_not_recorded():
    nothing = said(plans.last_rows(of_ours()))
    assert set(nothing.values()) == {"Not recorded"}
    followed = made(FollowUpFactory, how_child_is="Well in school.")
    plan = made(PlanFactory, start_date=START, end_date=END, follow_ups=[followed])
    began = made(ChildPartFactory, worried_about="No bed.")
    ended = made(ChildPartFactory, working_well="A bed.", worried_about="")
    action = made(PlanActionFactory)
    told = said(plans.last_rows(of_ours(plan, began=began, ended=ended, actions=(action,))))
    wanted, did, held = (str(value) for value in told.values())
    assert wanted.startswith("No bed.<br>Take the child to the invented clinic each week (")
    assert did == (
        "Working well at its last conference: A bed.<br>Whether each action was done is not recorded."
    )
    assert held.endswith("Well in school.")


def test_a_plan_elsewhere_says_nothing_of_its_reviews():
    known = KnownPlan(FoundIn.ELSEWHERE, START, END, elsewhere=made(PlanElsewhereFactory))
    assert plans.punctuality(known).text == "Not recorded"
    assert plans.where(known) == "elsewhere"
    assert plans.line(of_ours()).startswith("Neglect, 5 January 2015 to 1 February 2016. Risk reduced")
